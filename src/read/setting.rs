//! How Western lines are set: type is as wide as its letters, so lines of one column differ in characters and hardly
//! in width. With the widths of a common book face a line two characters short shows.

use crate::line::{Line, Measure, set_width};

/// The set width of each line, and of a full line of its column, in hundredths of an em; none for other scripts.
#[derive(Clone, Debug, Default)]
pub(super) struct Setting {
    /// The width of each line.
    pub(super) widths: Vec<u32>,
    /// The width of a full line near each line.
    pub(super) full: Vec<u32>,
}

/// So many lines on each side tell how wide the column is.
const AROUND: usize = 12;
/// Measures that differ by more are those of different columns, in half ems.
const SAME_MEASURE: usize = 3;

impl Setting {
    /// Sets `lines`; costs time linear in the text.
    pub(super) fn new(text: &str, lines: &[Line], measures: &[Measure]) -> Self {
        let widths: Vec<u32> =
            lines.iter().map(|line| set_width(&text[line.span.range()])).collect();
        let mut near = Vec::with_capacity(2 * AROUND + 1);
        let full = (0..lines.len()).map(|index| {
            near.clear();
            let range = index.saturating_sub(AROUND)..(index + AROUND + 1).min(lines.len());
            near.extend(range.filter_map(|at| {
                let same = measures[at].width.abs_diff(measures[index].width) <= SAME_MEASURE;
                (same && lines[at].page == lines[index].page).then_some(widths[at])
            }));
            // The widest may be no line of the column.
            let nth = near.len() * 3 / 4;
            *near.select_nth_unstable(nth).1
        });
        let full = full.collect();
        Self { widths, full }
    }
}

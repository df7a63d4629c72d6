//! How lines are set. Western type is as wide as its letters, so lines of one column differ in characters and hardly
//! in width: with the widths of a common book face a line two characters short shows. Chinese characters are one em wide.

use crate::language::Script;
use crate::line::{Line, Measure, SPACE, em_width, set_width};

/// The set width of each line, and of a full line of its column, in hundredths of an em.
#[derive(Clone, Debug)]
pub(super) struct Setting {
    script: Script,
    /// The width of each line.
    pub(super) widths: Vec<u16>,
    /// The width of a full line near each line.
    pub(super) full: Vec<u16>,
    /// How much wider that is than a middling one.
    ragged: Vec<u16>,
}

/// So many lines on each side tell how wide the column is.
const AROUND: usize = 12;
/// Measures that differ by more are those of different columns, in half ems.
const SAME_MEASURE: usize = 3;

/// Lines do not differ by more where they are of one column, in ems.
const RAGGEDEST: f32 = 6.0;

impl Setting {
    /// Sets `lines`; costs time linear in the text.
    pub(super) fn new(text: &str, lines: &[Line], measures: &[Measure], script: Script) -> Self {
        let width = match script {
            Script::Han => em_width,
            Script::Latin => set_width,
        };
        let width = |line: &Line| width(&text[line.span.range()]).min(u16::MAX.into()) as u16;
        let widths: Vec<u16> = lines.iter().map(width).collect();
        let mut near = Vec::with_capacity(2 * AROUND + 1);
        let (mut full, mut ragged) =
            (Vec::with_capacity(lines.len()), Vec::with_capacity(lines.len()));
        for index in 0..lines.len() {
            near.clear();
            let range = index.saturating_sub(AROUND)..(index + AROUND + 1).min(lines.len());
            near.extend(range.filter_map(|at| {
                let same = measures[at].width.abs_diff(measures[index].width) <= SAME_MEASURE;
                (same && lines[at].page == lines[index].page).then_some(widths[at])
            }));
            // The widest may be no line of the column.
            let (most, half) = (near.len() * 3 / 4, near.len() / 2);
            let (narrower, &mut wide, _) = near.select_nth_unstable(most);
            let middling = if half < most { *narrower.select_nth_unstable(half).1 } else { wide };
            full.push(wide);
            ragged.push(wide - middling);
        }
        Self { script, widths, full, ragged }
    }

    /// How far a line falls short of its column.
    pub(super) fn short(&self, index: usize) -> i32 {
        i32::from(self.full[index]) - i32::from(self.widths[index])
    }

    /// How much wider a full line of its column is than a middling one, in ems: type that is set ragged has few full ones.
    pub(super) fn ragged(&self, index: usize) -> f32 {
        (f32::from(self.ragged[index]) / 100.0).min(RAGGEDEST)
    }

    /// What the first word of a line takes on the line before, the space between them too: in Chinese a character.
    pub(super) fn first_word(&self, line: &str) -> i32 {
        let width = match self.script {
            Script::Han => em_width(&line[..line.chars().next().map_or(0, char::len_utf8)]),
            Script::Latin => SPACE + set_width(line.split_whitespace().next().unwrap_or_default()),
        };
        width as i32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::{lines, measure};

    fn set(text: &str, script: Script) -> Setting {
        let lines = lines(text).lines;
        Setting::new(text, &lines, &measure(&lines), script)
    }

    #[test]
    fn western_lines_are_as_wide_as_their_letters() {
        let setting = set("illicit till\nwarm mammoth\nwarm mammoth\nwarm mammoth", Script::Latin);
        assert_eq!(setting.short(1), 0);
        assert!(setting.short(0) > 200, "{}", setting.short(0));
        assert_eq!(setting.first_word("ill it"), 25 + 3 * 28);
    }

    #[test]
    fn chinese_characters_are_one_em_wide() {
        let setting = set("市政府昨日召开会议，\n部署明年的重点工作，\n各部门参加。", Script::Han);
        assert_eq!([0, 1, 2].map(|index| setting.short(index)), [0, 0, 400]);
        assert_eq!((setting.first_word("各部门"), setting.first_word("")), (100, 0));
        assert!((setting.ragged(2) - 0.0).abs() < f32::EPSILON);
    }
}

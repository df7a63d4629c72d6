//! Measure: the width that the column of each line is set to.
//!
//! A page has a few measures. For each line the one is chosen that explains it and its neighbours
//! at the least cost: a line may fill its measure or fall short of it, overflowing it is unlikely,
//! and so is a change of measure from one line to the next. The best sequence is found by dynamic
//! programming, in time linear in the lines.

use super::Line;

/// The measure of a line, and how the line fills it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// The width of the column, in half ems.
    pub width: usize,
    /// How the line fills it.
    pub fill: Fill,
}

/// How a line fills its measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fill {
    /// Under a quarter of it.
    Tiny,
    /// Under five eighths of it.
    Half,
    /// Short by more than an indent.
    Short,
    /// Short by two characters: what a first line is whose indent got lost.
    TwoShort,
    /// To the end, give or take what the line-end rules move.
    Full,
    /// Beyond it.
    Over,
}

/// Half ems by which a full line may differ from its measure: two characters that may not begin or
/// end a line, or one digit group.
const SLACK: usize = 2;
/// Western type is as wide as its letters: a full line of narrow ones holds a sixth more than one of wide
/// ones, in half ems of a Chinese page.
const WESTERN_SLACK: usize = 6;
/// At most as many measures are told apart on a page.
const CANDIDATES: usize = 12;
const OVERFLOW: u32 = 30;
const SWITCH: u32 = 25;

/// Finds the measure of each line.
///
/// # Examples
///
/// ```
/// use tearsheet::line::{Fill, lines, measure};
/// let found = lines("今年以来我们坚持\n以人民为中心推进\n各项。");
/// let measures = measure(&found.lines);
/// assert_eq!(measures[0].width, 16);
/// assert_eq!(measures[2].fill, Fill::Half);
/// ```
pub fn measure(lines: &[Line]) -> Vec<Measure> {
    let mut out = Vec::with_capacity(lines.len());
    let mut rest = lines;
    while let Some(first) = rest.first() {
        let on_page = rest.iter().take_while(|line| line.page == first.page).count();
        page(&rest[..on_page], &mut out);
        rest = &rest[on_page..];
    }
    out
}

/// How far a full line may fall short of `width` or go beyond it, on a Western page or another.
const fn slack(width: usize, western: bool) -> usize {
    if western && width / WESTERN_SLACK > SLACK { width / WESTERN_SLACK } else { SLACK }
}

fn page(lines: &[Line], out: &mut Vec<Measure>) {
    let (latin, han) =
        lines.iter().fold((0, 0), |(latin, han), line| (latin + line.latin, han + line.han));
    let western = latin > han * 5;
    let candidates = candidates(lines, western);
    // The costs of the best sequences up to a line, by the measure of that line, and for each line
    // and measure the measure before.
    let mut costs = vec![0_u32; candidates.len()];
    let slacks: Vec<usize> = candidates.iter().map(|&width| slack(width, western)).collect();
    let mut back = Vec::with_capacity(lines.len() * candidates.len());
    for line in lines {
        let (cheapest, &least) =
            costs.iter().enumerate().min_by_key(|&(_, cost)| cost).expect("a page has a measure");
        let set = set_width(line);
        for (index, (&width, &slack)) in candidates.iter().zip(&slacks).enumerate() {
            let (from, cost) = if least + SWITCH < costs[index] {
                (cheapest, least + SWITCH)
            } else {
                (index, costs[index])
            };
            back.push(from as u8);
            costs[index] = cost - least + misfit(set, width, slack);
        }
    }
    let mut at = (0..candidates.len()).min_by_key(|&index| costs[index]).unwrap_or(0);
    let first = out.len();
    for (index, line) in lines.iter().enumerate().rev() {
        out.push(Measure { width: candidates[at], fill: fill(line, candidates[at], western) });
        at = usize::from(back[index * candidates.len() + at]);
    }
    out[first..].reverse();
}

/// The widths that many lines of the page have, most frequent first.
pub(super) fn candidates(lines: &[Line], western: bool) -> Vec<usize> {
    let mut widths: Vec<usize> = lines.iter().map(set_width).collect();
    widths.sort_unstable();
    // Lines as wide as each width or one half em off, weighed 2 to 1.
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for &width in &widths {
        match counts.last_mut() {
            Some((last, count)) if *last == width => *count += 1,
            _ => counts.push((width, 1)),
        }
    }
    let near = |index: usize, side: isize| {
        let &(width, _) = &counts[index];
        index
            .checked_add_signed(side)
            .and_then(|other| counts.get(other))
            .filter(|other| other.0.abs_diff(width) == 1)
            .map_or(0, |other| other.1)
    };
    let mut scored: Vec<(usize, usize)> = (0..counts.len())
        .map(|index| (2 * counts[index].1 + near(index, -1) + near(index, 1), counts[index].0))
        .collect();
    scored.sort_unstable_by_key(|&(score, width)| (std::cmp::Reverse(score), width));
    let mut out: Vec<usize> = Vec::new();
    for &(_, width) in &scored {
        if out.len() == CANDIDATES {
            break;
        }
        if !out.iter().any(|&chosen| chosen.abs_diff(width) < slack(width, western)) {
            out.push(width);
        }
    }
    out
}

/// A letter-spaced line was spread to fill its measure: it lacks at most a character or two.
fn set_width(line: &Line) -> usize {
    let spread = line.spacing.parts_letters() && line.glyphs > 8;
    line.width + line.indent.min(4) + if spread { 2 } else { 0 }
}

/// What it costs that a line is set to `set` in a column of `width`.
fn misfit(set: usize, width: usize, slack: usize) -> u32 {
    if set > width + slack {
        OVERFLOW
    } else if set + slack >= width {
        (2 * set.abs_diff(width) * SLACK / slack) as u32
    } else if set + slack + 3 >= width {
        8
    } else {
        12
    }
}

fn fill(line: &Line, width: usize, western: bool) -> Fill {
    let set = set_width(line);
    let slack = slack(width, western);
    if set > width + slack {
        Fill::Over
    } else if set + slack >= width {
        Fill::Full
    } else if set + slack + 3 >= width && set * 2 > width {
        Fill::TwoShort
    } else if set * 8 >= width * 5 {
        Fill::Short
    } else if set * 4 >= width {
        Fill::Half
    } else {
        Fill::Tiny
    }
}

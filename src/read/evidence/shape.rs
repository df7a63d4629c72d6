//! The shape of a line: its length, indent and spacing, and its width beside its neighbours'.

use super::{after, before, end, fill3, gapped};
use crate::line::{Class, Fill, Spacing};
use crate::read::view::View;

/// White space before the line, on a page that indents and on one that does not.
pub(super) fn indent(view: &View<'_>, index: usize) -> usize {
    let indent = match view.lines[index].indent {
        0 => 0,
        1..=2 => 1,
        3..=5 => 2,
        _ => 3,
    };
    indent * 2 + usize::from(view.indented)
}

/// Characters in the line, and whether a pause or a sentence end is among them.
pub(super) fn length(view: &View<'_>, index: usize) -> usize {
    let line = &view.lines[index];
    let length = match line.glyphs {
        0..=2 => 0,
        3..=4 => 1,
        5..=6 => 2,
        7..=8 => 3,
        9..=10 => 4,
        11..=13 => 5,
        14..=17 => 6,
        18..=22 => 7,
        23..=30 => 8,
        31..=45 => 9,
        46..=90 => 10,
        _ => 11,
    };
    length * 2 + usize::from(line.stops > 0)
}

/// The width beside that of the next line. The two lines of a head are about as wide:
/// 巧用“加减乘除”工作法 / 答好基层社会治理“综合卷”.
pub(super) fn beside_next(view: &View<'_>, index: usize) -> usize {
    beside(view, index, after(view, index)) * 2 + gapped(view, index + 1)
}

/// The width beside that of the line before.
pub(super) fn beside_last(view: &View<'_>, index: usize) -> usize {
    beside(view, index, before(index)) * 2 + gapped(view, index)
}

fn beside(view: &View<'_>, index: usize, other: Option<usize>) -> usize {
    let Some(other) = other else { return 0 };
    let (here, there) = (view.lines[index].width, view.lines[other].width);
    let stops = |at: usize| view.lines[at].stops > 0;
    let relation = match here.abs_diff(there) {
        0..=1 => 0,
        2..=3 => 1,
        _ if here * 3 < there * 2 => 2,
        _ if here < there => 3,
        _ if there * 3 < here * 2 => 4,
        _ => 5,
    };
    match (stops(index), stops(other)) {
        (false, false) => 1 + relation,
        (false, true) => 7 + usize::from(here * 3 < there * 2),
        (true, false) => 9 + usize::from(there * 3 < here * 2),
        (true, true) => 11,
    }
}

/// How this line and its neighbours fill their measures: a short line before a line two short
/// before a full one is a paragraph's beginning.
pub(super) fn fills(view: &View<'_>, index: usize) -> usize {
    let fill = |at: Option<usize>| at.map_or(0, |at| fill3(view.measures[at].fill));
    let three = (fill(before(index)) * 3 + fill(Some(index))) * 3 + fill(after(view, index));
    three * 2 + gapped(view, index)
}

/// How the line fills its measure, and nothing else.
pub(super) fn fill(view: &View<'_>, index: usize) -> usize {
    view.measures[index].fill as usize
}

/// How the line before fills its measure, and nothing else.
pub(super) fn fill_before(view: &View<'_>, index: usize) -> usize {
    before(index).map_or(6, |before| view.measures[before].fill as usize)
}

/// The signs of a first line whose indent got lost: 强化能力素质训练。市委组织部, two short, before
/// a full line, after a sentence end.
pub(super) fn first_line(view: &View<'_>, index: usize) -> usize {
    let line = &view.lines[index];
    let two_short = usize::from(view.measures[index].fill == Fill::TwoShort);
    let indented = usize::from(line.indent >= 3);
    let next = after(view, index).map_or(2, |next| fill3(view.measures[next].fill));
    let ended = match before(index) {
        None => 0,
        Some(at) if end(view, Some(at)) == 1 => 1 + usize::from(fill3(view.measures[at].fill) == 2),
        Some(_) => 3,
    };
    (((two_short * 2 + indented) * 3 + next) * 4 + ended) * 2 + gapped(view, index)
}

/// The size of the block between blank lines, and where in it the line stands.
pub(super) fn block(view: &View<'_>, index: usize) -> usize {
    let (start, end) = view.blocks[index];
    let size = match end - start {
        1 => return 0,
        2 => 0,
        3 => 1,
        4..=6 => 2,
        7..=15 => 3,
        _ => 4,
    };
    let place = if index == start {
        0
    } else if index + 1 == end {
        2
    } else {
        1
    };
    1 + size * 3 + place
}

/// A run of lines that are no text, whatever the gaps between: 1 line is a heading as a rule, a
/// dozen are the heads of a page drawn last.
pub(super) fn run(view: &View<'_>, index: usize) -> usize {
    if view.is_text(index) {
        return match before(index) {
            Some(at) if !view.is_text(at) => 28,
            _ => 29,
        };
    }
    let start = view.text_before[index].map_or(0, |at| at + 1);
    let end = view.text_after[index].unwrap_or(view.lines.len());
    let size = match end - start {
        1 => 0,
        2 => 1,
        3 => 2,
        4..=5 => 3,
        6..=9 => 4,
        _ => 5,
    };
    let place = match (index - start, end - 1 - index) {
        (0, _) => 0,
        (_, 0) => 1,
        (1, _) => 2,
        _ => 3,
    };
    size * 4 + place
}

/// The measure of the line beside that of most lines: captions run the width of the picture.
pub(super) fn measure(view: &View<'_>, index: usize) -> usize {
    let (width, main) = (view.measures[index].width, view.main_measure.max(1));
    let relation = match width * 10 / main {
        0..=8 => 0,
        9..=11 => 1,
        12..=17 => 2,
        _ => 3,
    };
    relation * 3 + fill3(view.measures[index].fill)
}

/// Whether the measure changes before or after the line.
pub(super) fn measure_changes(view: &View<'_>, index: usize) -> usize {
    let change = |one: Option<usize>, other: Option<usize>| match (one, other) {
        (Some(one), Some(other)) => {
            let (one, other) = (view.measures[one].width, view.measures[other].width);
            if one.abs_diff(other) <= 2 { 0 } else { 1 + usize::from(one < other) }
        }
        _ => 0,
    };
    let here = Some(index);
    (change(before(index), here) * 3 + change(here, after(view, index))) * 2 + gapped(view, index)
}

/// Letter-spaced and gapped lines: 征  集; 感党恩 听党话 跟党走, parts of one length, is a slogan.
pub(super) fn spacing(view: &View<'_>, index: usize) -> usize {
    let line = &view.lines[index];
    let short = usize::from(fill3(view.measures[index].fill) == 2);
    let kind = match line.spacing {
        Spacing::Solid => 0,
        Spacing::Letterspaced | Spacing::Unparted => 1,
        Spacing::Gapped if line.stops > 0 => 2,
        Spacing::Gapped => {
            let parts = || view.str(index).split_whitespace().map(|part| part.chars().count());
            let first = parts().next().unwrap_or(0);
            let even = parts().all(|part| part == first);
            if even && parts().count() > 2 { 5 } else { 3 + usize::from(even) }
        }
    };
    kind * 2 + short
}

/// Digits and Latin letters among the characters: tables, dates, telephone numbers.
pub(super) fn digits(view: &View<'_>, index: usize) -> usize {
    let line = &view.lines[index];
    let share = match line.digits * 10 / line.glyphs.max(1) {
        0 => usize::from(line.digits > 0),
        1..=3 => 2,
        _ => 3,
    };
    let latin = line.latin * 3 > line.glyphs && line.first != Class::Han;
    share * 2 + usize::from(latin)
}

/// The measure beside that of the text before and after, heads between left out.
pub(super) fn beside_text(view: &View<'_>, index: usize) -> usize {
    let change = |other: Option<usize>| {
        let Some(other) = other else { return 0 };
        let (here, there) = (view.measures[index].width, view.measures[other].width);
        if here.abs_diff(there) <= 1 { 1 } else { 2 + usize::from(here < there) }
    };
    let (before, after) = (view.text_before[index], view.text_after[index]);
    // A paragraph's last line is no help: look one further.
    let after = after.and_then(|at| view.text_after[at]).or(after);
    let same = match (before, after) {
        (Some(one), Some(other)) => {
            usize::from(view.measures[one].width.abs_diff(view.measures[other].width) > 1)
        }
        _ => 0,
    };
    (change(before) * 4 + change(after)) * 2 + same
}

//! Where a line stands: gaps, the lines beside it, what is still open.

use super::{after, before, end, fill3, gap, gapped};
use crate::line::Class;
use crate::read::view::View;

/// Blank lines before and after. A blank line before and after one short line: 理论武装常态化.
pub(super) fn gaps(view: &View<'_>, index: usize) -> usize {
    let first = usize::from(view.gaps[index] > 2) * 9;
    if first > 0 {
        first + gap(view, index + 1)
    } else {
        gap(view, index) * 3 + gap(view, index + 1)
    }
}

/// How the line before ends and fills its measure. 凝心铸魂 of the Wuhai page goes on over a blank line.
pub(super) fn line_before(view: &View<'_>, index: usize) -> usize {
    let before = before(index);
    let fill = before.map_or(5, |before| view.measures[before].fill as usize);
    (end(view, before) * 6 + fill) * 2 + gapped(view, index)
}

/// How the line itself ends and fills its measure.
pub(super) fn line_end(view: &View<'_>, index: usize) -> usize {
    let fill = view.measures[index].fill as usize;
    (end(view, Some(index)) * 6 + fill) * 2 + gapped(view, index + 1)
}

/// How the line before ends, whatever its width.
pub(super) fn end_before(view: &View<'_>, index: usize) -> usize {
    end(view, before(index)) * 2 + gapped(view, index)
}

/// What the line begins with. “说”和“写”的能力 stands after a blank line and begins nothing; a
/// closing bracket begins nothing ever, but in old print.
pub(super) fn line_start(view: &View<'_>, index: usize) -> usize {
    let start = match view.lines[index].first {
        Class::Han => 0,
        Class::Latin => 1,
        Class::Digit => 2,
        Class::OpenQuote => 3,
        Class::OpenBracket => 4,
        Class::Pause
        | Class::Colon
        | Class::SentenceEnd
        | Class::CloseQuote
        | Class::CloseBracket => 5,
        Class::Dash => 6,
        Class::Bullet => 7,
        Class::Other => 8,
    };
    let ended = usize::from(matches!(end(view, before(index)), 0 | 1));
    (start * 2 + ended) * 2 + gapped(view, index)
}

/// Whether a bracket or quote is open: （记者 / 邓亚平）.
pub(super) fn open_brackets(view: &View<'_>, index: usize) -> usize {
    usize::from(view.depth[index].min(3)) * 2 + gapped(view, index)
}

/// How often the characters that the break before the line parts stand together elsewhere: 前 / 景.
pub(super) fn join_before(view: &View<'_>, index: usize) -> usize {
    join(view, index) * 2 + gapped(view, index)
}

/// The same for the break after the line.
pub(super) fn join_after(view: &View<'_>, index: usize) -> usize {
    join(view, index + 1) * 2 + gapped(view, index + 1)
}

/// Whether the break before the line tears a word that the language knows, and whether the line before is text:
/// 温家宝在贵州农村考 / 察时指出动员全社会 is one head.
pub(super) fn torn_before(view: &View<'_>, index: usize) -> usize {
    let text = before(index).is_some_and(|before| view.is_text(before));
    (torn(view, index) * 2 + gapped(view, index)) * 2 + usize::from(text)
}

/// The same for the break after the line.
pub(super) fn torn_after(view: &View<'_>, index: usize) -> usize {
    (torn(view, index + 1) * 2 + gapped(view, index + 1)) * 2 + usize::from(view.is_text(index))
}

fn torn(view: &View<'_>, index: usize) -> usize {
    view.bonds.get(index).copied().flatten().map_or(0, |bond| 1 + bond as usize)
}

fn join(view: &View<'_>, index: usize) -> usize {
    let Some(before) = before(index).filter(|_| index < view.lines.len()) else { return 0 };
    let han = view.lines[before].last == Class::Han && view.lines[index].first == Class::Han;
    match view.joins[index] {
        _ if !han => 0,
        0 => 1,
        1 => 2,
        2..=4 => 3,
        _ => 4,
    }
}

/// For a line that is no text: how the text before ends, and how the text after begins. A head
/// between 路。 and an indented line parts two paragraphs; one in mid-sentence interrupts one.
pub(super) fn text_around(view: &View<'_>, index: usize) -> usize {
    let before = view.text_before[index];
    let ended = match before {
        None => 0,
        Some(at) if view.forms[at].ending > 0 || view.forms[at].jump_on > 0 => 1,
        Some(at) if end(view, Some(at)) == 1 => 2,
        Some(at) if fill3(view.measures[at].fill) == 2 => 3,
        Some(_) => 4,
    };
    let starts = match view.text_after[index] {
        None => 0,
        Some(at) if view.forms[at].lead || view.forms[at].jump_from => 1,
        Some(at) if view.lines[at].indent >= 3 || fill3(view.measures[at].fill) == 1 => 2,
        Some(_) => 3,
    };
    (ended * 4 + starts) * 2 + usize::from(view.is_text(index))
}

/// Near the head or foot of the page, where folios, dates and editors stand.
pub(super) fn place(view: &View<'_>, index: usize) -> usize {
    let page = view.lines[index].page;
    let same = |at: Option<usize>| {
        at.and_then(|at| view.lines.get(at)).is_some_and(|line| line.page == page)
    };
    let from_top = (0..6).take_while(|&back| same(index.checked_sub(back + 1))).count();
    let to_foot = (0..4).take_while(|&on| same(after(view, index + on))).count();
    match (from_top, to_foot) {
        (0, _) => 1,
        (1..=5, _) => 2,
        (_, 0) => 3,
        (_, 1..=3) => 4,
        _ => 0,
    }
}

/// For text: the heads between it and the text before, whether a byline is among them, and whether the
/// text before came to its end. A body follows its byline.
pub(super) fn after_heads(view: &View<'_>, index: usize) -> usize {
    if !view.is_text(index) {
        return 0;
    }
    let from = view.text_before[index].map_or(0, |at| at + 1);
    let heads = match index - from {
        0 => 0,
        1 => 1,
        2 => 2,
        _ => 3,
    };
    let byline = match (from..index).rev().take(4).map(|at| view.forms[at].byline).max() {
        Some(2) => 2,
        Some(1) => 1,
        _ => 0,
    };
    let ended = view.text_before[index].map_or(3, |at| {
        let form = &view.forms[at];
        match () {
            () if form.ending > 0 || form.jump_on > 0 => 3,
            () if end(view, Some(at)) != 1 => 0,
            () => 1 + usize::from(fill3(view.measures[at].fill) == 2),
        }
    });
    (heads * 3 + byline) * 4 + ended
}

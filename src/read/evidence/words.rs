//! The words of a line: which it shares with the text about it, and what its marks say.

use super::{after, before, gapped};
use crate::line::Class;
use crate::read::told::Told;
use crate::read::view::View;

/// For a line that is no text: pairs of characters that stand soon after, soon before or only far
/// off. A headline far from its body shares words with far lines only; a slogan shares none.
pub(super) fn shared(view: &View<'_>, index: usize) -> usize {
    let [after, before, far] = view.shared[index];
    let some = |count: u8| match count {
        0 => 0,
        1 => 1,
        _ => 2,
    };
    let text = usize::from(view.is_text(index));
    ((some(after) * 3 + some(before)) * 2 + usize::from(far > 1)) * 2 + text
}

/// For a line that is no text: how much it tells of one stretch of the page, and where that is. 傳張成澤與女團員鬼混 at the
/// foot of a page tells of a body a hundred lines before.
pub(super) fn told(view: &View<'_>, index: usize) -> usize {
    if view.is_text(index) {
        return 0;
    }
    let told = view.told[index];
    let place = match (told.lines, index as u32) {
        ((first, _), here) if first > here + SOON => 0,
        ((_, last), here) if last + SOON < here => 1,
        ((first, _), here) if first > here => 2,
        _ => 3,
    };
    1 + (telling(told) * 4 + place) * 2 + usize::from(told.share > 40)
}

/// A stretch that begins or ends within so many lines is near.
const SOON: u32 = 6;

/// Whether the lines before and after, if they are no text either, tell of the same stretch as this one.
pub(super) fn told_beside(view: &View<'_>, index: usize) -> usize {
    if view.is_text(index) {
        return 0;
    }
    let told = view.told[index];
    let beside = |at: Option<usize>| match at {
        None => 0,
        Some(at) if view.is_text(at) => 0,
        Some(at) if telling(view.told[at]) < 2 => 1,
        Some(at) => 2 + usize::from(view.told[at].meets(&told)),
    };
    let beside = beside(before(index)) * 4 + beside(after(view, index));
    1 + beside * 2 + usize::from(telling(told) > 1)
}

fn telling(told: Told) -> usize {
    match told.points {
        0 => 0,
        1..=4 => 1,
        5..=9 => 2,
        10..=16 => 3,
        17..=26 => 4,
        _ => 5,
    }
}

/// How much the lines before have in common with the lines after.
pub(super) fn cohesion(view: &View<'_>, index: usize) -> usize {
    let level = match view.cohesion[index] {
        0..=19 => 0,
        20..=44 => 1,
        45..=69 => 2,
        70..=99 => 3,
        100..=139 => 4,
        _ => 5,
    };
    let ended = index.checked_sub(1).is_none_or(|at| view.ends_sentence(at));
    (level * 2 + usize::from(ended)) * 2 + gapped(view, index)
}

/// How much the subject turns with the line.
pub(super) fn turn(view: &View<'_>, index: usize) -> usize {
    let level = |likeness: Option<i8>| match likeness {
        None => 0,
        Some(..-20) => 1,
        Some(-20..-5) => 2,
        Some(-5..10) => 3,
        Some(10..25) => 4,
        Some(25..40) => 5,
        Some(40..60) => 6,
        Some(_) => 7,
    };
    let turn = view.turns[index];
    let ended = index.checked_sub(1).is_none_or(|at| view.ends_sentence(at));
    (level(turn.near) * 8 + level(turn.far)) * 2 + usize::from(ended)
}

/// Whether another line of the page has the same text.
pub(super) fn repeated(view: &View<'_>, index: usize) -> usize {
    usize::from(view.repeated[index]) * 2 + usize::from(view.is_text(index))
}

/// Marks inside a line without pauses: a headline may hold ：, ——, a question or book title; a
/// heading in quotes; a name of a column nothing of this.
pub(super) fn marks(view: &View<'_>, index: usize) -> usize {
    let text = view.str(index);
    let line = &view.lines[index];
    if view.is_text(index) {
        return 0;
    }
    match () {
        () if text.starts_with('—') || text.starts_with('─') => 1,
        () if text.contains('—') && text.contains("——") => 2,
        () if line.last != Class::Colon && text.contains(['：', ':']) => 3,
        () if text.ends_with(['？', '！', '?', '!']) => 4,
        () if line.first == Class::OpenQuote && line.last == Class::CloseQuote => 5,
        () if text.contains(['《', '『', '「', '“', '‘']) => 6,
        () if line.last == Class::SentenceEnd => 7,
        () if line.stops > 0 => 8,
        () if line.opened != 0 => 9,
        () if line.marks == 0 => 10,
        () => 11,
    }
}

/// Names alone, by how many characters they have and whether a short line stands before: the pen
/// name under a poem's title.
pub(super) fn pen_name(view: &View<'_>, index: usize) -> usize {
    let line = &view.lines[index];
    let length = match line.han {
        0 => 0,
        1..=4 if line.han == line.glyphs => 1,
        5..=9 if line.han == line.glyphs => 2,
        _ => 3,
    };
    let form = usize::from(view.forms[index].byline.min(2));
    length * 3 + form
}

/// The first words of a line that may begin a paragraph: 日前 opens a report, 他说 goes on with one.
pub(super) fn first_words(view: &View<'_>, index: usize) -> usize {
    let line = &view.lines[index];
    let form = &view.forms[index];
    let words = usize::from(form.opens) + 2 * usize::from(form.goes_on);
    let ended = index.checked_sub(1).is_none_or(|at| view.ends_sentence(at));
    words.min(2) * 4 + usize::from(ended) * 2 + usize::from(line.indent >= 3)
}

/// As [`cohesion`], over some hundred lines: whole articles, not paragraphs.
pub(super) fn far_cohesion(view: &View<'_>, index: usize) -> usize {
    let level = match view.far_cohesion[index] {
        0..=29 => 0,
        30..=54 => 1,
        55..=79 => 2,
        80..=104 => 3,
        105..=139 => 4,
        _ => 5,
    };
    let ended = index.checked_sub(1).is_none_or(|at| view.ends_sentence(at));
    (level * 2 + usize::from(ended)) * 2 + gapped(view, index)
}

/// How a Western line is capitalised, and what ends the line before. Can mobile phones re- / place the MP3
/// player: a small letter goes on with something, as a rule.
pub(super) fn case(view: &View<'_>, index: usize) -> usize {
    let before = match index.checked_sub(1) {
        Some(at) if view.str(at).ends_with(['-', '¬', '⸗']) => 2,
        Some(at) => usize::from(!view.ends_sentence(at)),
        None => 0,
    };
    (capitals(view, index) * 3 + before) * 2 + gapped(view, index)
}

/// The same of the next line, beside that of this one.
pub(super) fn case_after(view: &View<'_>, index: usize) -> usize {
    let next = after(view, index).map_or(0, |next| capitals(view, next));
    let alike = match capitals(view, index) {
        0 => 0,
        here if here == next => 1,
        _ => 2,
    };
    next * 3 + alike
}

/// 0: no Western words; 1: begins small; 2: begins with a capital; 3: most words do; 4: nothing but capitals.
fn capitals(view: &View<'_>, index: usize) -> usize {
    let line = &view.lines[index];
    if line.latin == 0 || line.han > 0 {
        return 0;
    }
    let text = view.str(index);
    if text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase) {
        return 1;
    }
    if line.latin > 2 && !text.chars().take(LOOK).any(char::is_lowercase) {
        return 4;
    }
    let words = || text.split_whitespace().take(LOOK / 4).filter(|word| word.len() > 3);
    let capital = words().filter(|word| word.chars().any(char::is_uppercase)).count();
    2 + usize::from(capital > 1 && capital * 3 > words().count() * 2)
}

/// So many characters of a line tell how it is capitalised.
const LOOK: usize = 80;

/// The character that the line begins with.
pub(super) fn first_character(view: &View<'_>, index: usize) -> usize {
    view.edges[index][0].into()
}

/// The character that the line ends with: a headline that ends in 和 goes on.
pub(super) fn last_character(view: &View<'_>, index: usize) -> usize {
    view.edges[index][1].into()
}

/// The character that the line before ends with.
pub(super) fn character_before(view: &View<'_>, index: usize) -> usize {
    before(index).map_or(0, |at| view.edges[at][1].into())
}

/// The character that the line after begins with.
pub(super) fn character_after(view: &View<'_>, index: usize) -> usize {
    after(view, index).map_or(0, |at| view.edges[at][0].into())
}

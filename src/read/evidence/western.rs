//! What Western lines show beside their capitals: small words, torn words, lines of one width.

use super::{after, before, gap, gapped};
use crate::line::Class;
use crate::read::view::View;

/// Whether the line is a Western one: of others nothing is said here.
fn western(view: &View<'_>, index: usize) -> bool {
    view.forms[index].words > 0 && view.lines[index].han == 0
}

/// The share of small words (the, of, und) in this line and the next. Heads have few of them: Blog reading /
/// explodes in / America; text has many: the scheme was put to the vote.
pub(super) fn small_words(view: &View<'_>, index: usize) -> usize {
    if !western(view, index) {
        return 0;
    }
    let share = |at: Option<usize>| {
        let Some(at) = at else { return 0 };
        let form = &view.forms[at];
        match (usize::from(form.small_words), usize::from(form.words)) {
            (_, 0) => 0,
            (0, _) => 1,
            (small, words) if small * 4 <= words => 2,
            (small, words) if small * 5 <= words * 2 => 3,
            _ => 4,
        }
    };
    share(Some(index)) * 5 + share(after(view, index))
}

/// Whether the line before must go on, and how this one begins. Deutschland und / Frankreich: a line that ends
/// with a small word ends nothing.
pub(super) fn runs_on(view: &View<'_>, index: usize) -> usize {
    if !western(view, index) {
        return 0;
    }
    let before = match before(index) {
        None => 0,
        Some(at) if torn(view, at) => 1,
        Some(at) if view.forms[at].ends_small => 2,
        Some(at) if view.ends_sentence(at) => 3,
        Some(at) if view.lines[at].last == Class::Pause => 4,
        Some(_) => 5,
    };
    let first = view.str(index).chars().find(|c| !"\"“„»«'‘’(".contains(*c));
    let start = match first {
        Some(first) if first.is_lowercase() => 0,
        Some(_) if view.forms[index].starts_small => 1,
        Some(first) if first.is_uppercase() => 2,
        _ => 3,
    };
    (before * 4 + start) * 2 + gapped(view, index)
}

/// The same of the break after the line.
pub(super) fn runs_on_after(view: &View<'_>, index: usize) -> usize {
    if !western(view, index) {
        return 0;
    }
    after(view, index).map_or(0, |next| runs_on(view, next))
}

/// Words torn near the line: here, soon after, soon before. Heads are hardly ever hyphenated.
pub(super) fn torn_words(view: &View<'_>, index: usize) -> usize {
    if !western(view, index) {
        return 0;
    }
    let any = |range: std::ops::Range<usize>| {
        usize::from(range.take(SOON).any(|at| at < view.lines.len() && torn(view, at)))
    };
    let ahead = any(index + 1..index + 1 + SOON);
    let behind = any(index.saturating_sub(SOON)..index);
    usize::from(torn(view, index)) * 4 + ahead * 2 + behind
}

/// So many lines are soon.
const SOON: usize = 3;

fn torn(view: &View<'_>, index: usize) -> bool {
    let mut last = view.str(index).chars().rev();
    last.next().is_some_and(|c| matches!(c, '-' | '¬' | '⸗' | '\u{ad}' | '\u{2010}'))
        && last.next().is_some_and(char::is_alphanumeric)
}

/// How many lines of about one width stand right behind and right ahead, up to three: a column of text.
pub(super) fn column(view: &View<'_>, index: usize) -> usize {
    if !western(view, index) {
        return 0;
    }
    let width = view.lines[index].width;
    let alike = |at: usize| {
        view.lines
            .get(at)
            .is_some_and(|line| line.width.abs_diff(width) * 6 <= line.width.max(width))
    };
    let ahead = (1..=SOON).take_while(|&on| alike(index + on)).count();
    let behind = (1..=SOON).take_while(|&back| index.checked_sub(back).is_some_and(alike)).count();
    ahead * 4 + behind
}

/// How many lines on the next sentence ends, and how this line begins: a head ends none, the first lines of
/// a text lead up to an end.
pub(super) fn sentence_ahead(view: &View<'_>, index: usize) -> usize {
    if !western(view, index) {
        return 0;
    }
    let stops = |at: usize| view.lines[at].stops > 0 && view.str(at).contains(['.', '!', '?']);
    let ahead = (index..view.lines.len()).take(FAR).position(stops).unwrap_or(FAR);
    let ahead = match ahead {
        0..=2 => ahead,
        3..=4 => 3,
        5..=8 => 4,
        _ => 5,
    };
    let small = view.str(index).starts_with(char::is_lowercase);
    let ended = before(index).is_none_or(|at| view.ends_sentence(at));
    (ahead * 2 + usize::from(small)) * 2 + usize::from(ended)
}

/// Sentences are not looked for further on, in lines.
const FAR: usize = 9;

/// A name alone on a line (PATRICIA BAKER), by what stands around it: one who signed stands right under the last
/// sentence, one who wrote over the first. New Rules is none where new is written small elsewhere.
pub(super) fn name_alone(view: &View<'_>, index: usize) -> usize {
    if !western(view, index) {
        return 0;
    }
    let form = &view.forms[index];
    if form.byline == 0 {
        return 0;
    }
    let kind = if form.byline == 2 { 2 } else { usize::from(!form.written_small) };
    let ended = before(index).is_some_and(|at| view.ends_sentence(at));
    let closer = gap(view, index).cmp(&gap(view, index + 1)) as i8 + 1;
    1 + (kind * 2 + usize::from(ended)) * 3 + closer as usize
}

/// Who took the picture or signed, at the end of this line or of the one before: Photo by Jane Doe.
pub(super) fn signed(view: &View<'_>, index: usize) -> usize {
    if !western(view, index) {
        return 0;
    }
    let signed = |at: Option<usize>| at.map_or(0, |at| usize::from(view.forms[at].ending.min(2)));
    let alone = usize::from(view.forms[index].ending_alone);
    let photo = usize::from(view.forms[index].photo);
    ((signed(Some(index)) * 3 + signed(before(index))) * 2 + alone) * 2 + photo
}

/// A line that the extractor broke at its wide spaces: Poor's / (S&P) / raised / the. How many lines of one word
/// stand together, whether they make up a line, and where among them this one stands.
pub(super) fn fragments(view: &View<'_>, index: usize) -> usize {
    if !western(view, index) {
        return 0;
    }
    let one_word = |at: usize| at < view.lines.len() && !view.str(at).contains(char::is_whitespace);
    if !one_word(index) {
        let beside = |at: Option<usize>| usize::from(at.is_some_and(one_word));
        return 1 + beside(before(index)) + 2 * beside(after(view, index));
    }
    let start = (index.saturating_sub(FAR)..index).rev().take_while(|&at| one_word(at)).count();
    let end = (index + 1..index + FAR).take_while(|&at| one_word(at)).count();
    let widths = &view.setting.widths[index - start..=index + end];
    let all: u32 = widths.iter().copied().map(u32::from).sum();
    let share = match all * 10 / u32::from(view.setting.full[index]).max(1) {
        0..=5 => 0,
        6..=10 => 1,
        _ => 2,
    };
    let place = match (start, end) {
        (0, 0) => 0,
        (0, _) => 1,
        (_, 0) => 2,
        _ => 3,
    };
    5 + (share * 4 + place) * 2 + usize::from(view.str(index).starts_with(char::is_lowercase))
}

//! Plain paragraphs: a text that is not wrapped at all, each line a paragraph, blank lines between; or a few lines that are one
//! paragraph. There is nothing to weigh then; so what Tearsheet gives back is read again as it is.

use super::State;
use crate::line::{Class, Line};

/// A text of one line that does not end a sentence is a paragraph all the same if it has a stop inside and
/// is longer than a head.
const HEAD_GLYPHS: usize = 24;
/// A longer line is a paragraph whatever ends it: no column of print is so wide, in characters.
const COLUMN_GLYPHS: usize = 60;
/// So many lines apart from each other, and none of them text, are verse: 风从河的那一边吹来.
const VERSE_LINES: usize = 4;

/// Fewer lines show nothing of a page: what weights are fitted on has eight and more.
const FEW_LINES: usize = 4;

/// The states of the lines of plain paragraphs; `None` where any line is something else.
pub(super) fn plain(text: &str, lines: &[Line]) -> Option<Vec<State>> {
    if is_one(text, lines) {
        let mut states = vec![State::ParagraphOn; lines.len()];
        states[0] = State::Opening;
        return Some(states);
    }
    let alone = |&(index, line): &(usize, &Line)| index == 0 || line.blanks > 0;
    let paragraph = |(_, line): (usize, &Line)| {
        // 小桥流水绕孤村， is a line of verse; a wrapped line ends with a mark only now and then.
        matches!(line.last, Class::SentenceEnd | Class::Pause)
            || line.stops > 0 && line.glyphs > COLUMN_GLYPHS
            || lines.len() == 1 && line.stops > 0 && line.glyphs > HEAD_GLYPHS
    };
    let all_alone = lines.iter().enumerate().all(|line| alone(&line));
    let verse = lines.len() >= VERSE_LINES && lines.iter().all(|line| line.stops == 0);
    let paragraphs = verse || lines.iter().enumerate().all(paragraph);
    (all_alone && paragraphs && !lines.is_empty()).then(|| {
        let mut states = vec![State::Paragraph; lines.len()];
        states[0] = State::Opening;
        states
    })
}

/// Whether a few lines are one sentence: each goes on in the next, a Chinese one with a stop inside, another before a small
/// letter.
fn is_one(text: &str, lines: &[Line]) -> bool {
    let [first @ .., last] = lines else { return false };
    let goes_on = |pair: &[Line]| {
        let small = text[pair[1].span.range()].starts_with(char::is_lowercase);
        let on = if pair[0].han * 2 > pair[0].glyphs { pair[0].stops > 0 } else { small };
        on && pair[0].last != Class::SentenceEnd && pair[1].blanks == 0
    };
    !first.is_empty()
        && lines.len() <= FEW_LINES
        && last.last == Class::SentenceEnd
        && lines.windows(2).all(goes_on)
}

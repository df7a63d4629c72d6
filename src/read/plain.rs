//! Plain paragraphs: a text that is not wrapped at all, each line a paragraph, blank lines between. There
//! is nothing to weigh then; so what Tearsheet gives back is read again as it is.

use super::State;
use crate::line::{Class, Line};

/// A text of one line that does not end a sentence is a paragraph all the same if it has a stop inside and
/// is longer than a head.
const HEAD_GLYPHS: usize = 24;
/// A longer line is a paragraph whatever ends it: no column of print is so wide, in characters.
const COLUMN_GLYPHS: usize = 60;
/// So many lines apart from each other, and none of them text, are verse: 风从河的那一边吹来.
const VERSE_LINES: usize = 4;

/// The states of the lines of plain paragraphs; `None` where any line is something else.
pub(super) fn plain(lines: &[Line]) -> Option<Vec<State>> {
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

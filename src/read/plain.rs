//! Plain paragraphs: a text that is not wrapped at all, each line a paragraph, blank lines between. There
//! is nothing to weigh then; so what Tearsheet gives back is read again as it is.

use super::State;
use crate::line::{Class, Line};

/// A text of one line that does not end a sentence is a paragraph all the same if it has a stop inside and
/// is longer than a head.
const HEAD_GLYPHS: usize = 24;

/// The states of the lines of plain paragraphs; `None` where any line is something else.
pub(super) fn plain(lines: &[Line]) -> Option<Vec<State>> {
    let alone = |&(index, line): &(usize, &Line)| index == 0 || line.blanks > 0;
    let paragraph = |(_, line): (usize, &Line)| {
        // 小桥流水绕孤村， is a line of verse; a wrapped line ends with a mark only now and then.
        matches!(line.last, Class::SentenceEnd | Class::Pause)
            || lines.len() == 1 && line.stops > 0 && line.glyphs > HEAD_GLYPHS
    };
    let all = lines.iter().enumerate().all(|line| alone(&line) && paragraph(line));
    (all && !lines.is_empty()).then(|| {
        let mut states = vec![State::Paragraph; lines.len()];
        states[0] = State::Opening;
        states
    })
}

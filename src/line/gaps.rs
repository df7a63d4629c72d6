//! The pieces of a line between its spaces, and lines put together of such pieces.

use super::{Line, facts, is_invisible};

/// The ranges of the pieces of a line between its spaces, in the source.
pub(super) fn ranges(text: &str, line: &Line) -> Vec<(usize, usize)> {
    let whole = &text[line.span.range()];
    let place = |piece: &str| {
        let start = line.span.start + (piece.as_ptr() as usize - whole.as_ptr() as usize);
        (start, start + piece.len())
    };
    whole.split_whitespace().map(place).collect()
}

/// The pieces of a line between its spaces, each a line; only the first has the blanks and the indent before it.
pub(crate) fn pieces(text: &str, line: &Line) -> Vec<Line> {
    let ranges = ranges(text, line);
    let mut out: Vec<Line> =
        ranges.into_iter().filter_map(|(start, end)| facts(text, start, end)).collect();
    for (nth, piece) in out.iter_mut().enumerate() {
        (piece.page, piece.number) = (line.page, line.number);
        if nth == 0 {
            (piece.blanks, piece.indent) = (line.blanks, line.indent);
        }
    }
    out
}

/// Whether nothing but white space stands between two lines in the source: lines that were cut out of rows have those of other
/// columns between them, and lines that were moved have others.
pub(super) fn adjoin(text: &str, first: &Line, last: &Line) -> bool {
    let between = text.get(first.span.end..last.span.start);
    between.is_some_and(|between| between.chars().all(|c| c.is_whitespace() || is_invisible(c)))
}

/// The line from `first` to `last`, which are pieces of one.
pub(crate) fn joined(text: &str, first: &Line, last: &Line) -> Line {
    let facts = facts(text, first.span.start, last.span.end);
    let Line { page, number, blanks, indent, .. } = *first;
    facts.map_or_else(|| first.clone(), |facts| Line { page, number, blanks, indent, ..facts })
}

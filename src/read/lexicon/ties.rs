//! Whether each line goes on with what the line before it says, as far as the words beside the line end tell.

use crate::language::{Breaks, Edge, Script};
use crate::line::Line;

/// How surely a line goes on with what the line before it says, in so many steps.
pub(crate) const TIES: usize = 11;
/// What parts the steps, in tenths of a nat.
const BOUNDS: [i32; TIES - 1] = [-30, -18, -10, -5, 0, 5, 10, 18, 30, 50];

/// How surely each line goes on with the line before it.
pub(crate) fn ties(breaks: &Breaks, text: &str, lines: &[Line], script: Script) -> Vec<u8> {
    let mut before = Edge::default();
    let tie = |line: &Line| {
        let edge = Edge::of(&text[line.span.range()], script);
        let points = breaks.points(before, edge);
        before = edge;
        BOUNDS.iter().map(|&bound| u8::from(points >= bound)).sum()
    };
    lines.iter().map(tie).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Break;
    use crate::line::lines;

    #[test]
    fn a_line_goes_on_where_the_words_belong_together() {
        let known = Break::new("向未", "来首", Script::Han).grams();
        let breaks = Breaks::of_points([(known[4], 60)]);
        let text = "欢歌向未\n来 首都\n举行";
        let ties = ties(&breaks, text, &lines(text).lines, Script::Han);
        let nothing = BOUNDS.iter().filter(|&&bound| bound <= 0).count();
        assert_eq!(
            ties.iter().map(|&tie| usize::from(tie)).collect::<Vec<_>>(),
            [nothing, TIES - 1, nothing]
        );
    }
}

//! Where the subject of a page turns: what the lines before and after a place are about is unlike there. Between two
//! texts of a page it is, even where they have words in common; between paragraphs of one text it is not.

use crate::language::{Subject, Table};
use crate::line::Line;

/// How alike the lines before and after a place are, in hundredths; `None` where one side tells of nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turn {
    /// Over a paragraph or two.
    pub near: Option<i8>,
    /// Over half a column.
    pub far: Option<i8>,
}

/// The lines that count on either side: a paragraph of newspapers has some seven lines, and an article some forty.
const NEAR: usize = 8;
const FAR: usize = 30;

/// The turn before each line.
pub(super) fn turns(text: &str, lines: &[Line], table: &Table) -> Vec<Turn> {
    let mut sums = Vec::with_capacity(lines.len() + 1);
    let mut sum = Subject::default();
    sums.push(sum);
    for line in lines {
        sum.add(&table.subject(&text[line.span.range()]));
        sums.push(sum);
    }
    let likeness = |at: usize, reach: usize| {
        let (from, to) = (at.saturating_sub(reach), (at + reach).min(lines.len()));
        if !sums[at].tells_more_than(&sums[from]) || !sums[to].tells_more_than(&sums[at]) {
            return None;
        }
        let (before, after) = (sums[at].without(&sums[from]), sums[to].without(&sums[at]));
        let rest = || sum.without(&before).without(&after);
        before.likeness(&after, rest).map(|likeness| likeness as i8)
    };
    (0..lines.len()).map(|at| Turn { near: likeness(at, NEAR), far: likeness(at, FAR) }).collect()
}

#[cfg(test)]
mod tests {
    use super::turns;
    use crate::document::Language;
    use crate::language::Table;
    use crate::line::lines;

    #[test]
    fn the_subject_turns_where_another_text_begins() {
        let text = "Firefighters fought the blaze in a warehouse by the\n\
            harbor until the smoke cleared and the flames died.\n\
            Crews pumped water on the burning roof of the building.\n\
            The striker scored twice and the goalkeeper saved a\n\
            penalty as the team won the cup final in the stadium.\n";
        let turns = turns(text, &lines(text).lines, Table::of(Language::English));
        assert_eq!(turns[0].near, None, "nothing stands before");
        assert!([1, 2, 4].iter().all(|&line| turns[3].near < turns[line].near), "{turns:?}");
    }
}

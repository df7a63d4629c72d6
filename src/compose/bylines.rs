//! Whose the bylines are that stand between a head and a body which is another's.
//!
//! Some papers set bylines with heads, which are drawn where they fit; others set them in the column, over the text. The
//! page says which: by bylines under a head and over no text, or over a text and under no head.

use super::pairing::Match;
use super::unit::{Layout, Unit, UnitKind};
use crate::form;
use crate::language::Table;
use crate::line::Line;
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

/// Where so many bylines stand between a head and another's body, and none over a text alone, they are set with heads:
/// among so many, one that is set in the column would stand under no head. Three do in the pages that set them so.
const BETWEEN: usize = 4;

/// Gives bodies the bylines that stand right over them under another's head, if the page sets bylines in the column.
/// Not to the rest of an article: who wrote that stands where it begins.
pub(super) fn give(
    text: &str,
    lines: &[Line],
    layout: &mut Layout,
    matches: &[Option<Match>],
    table: &Table,
) {
    let last_lines: HashMap<usize, usize> = (layout.heads.iter().enumerate())
        .filter(|(_, head)| !head.bylines.is_empty())
        .filter_map(|(index, head)| Some((*head.lines().last()?, index)))
        .collect();
    let above = |unit: &Unit| {
        let line = unit.first_line().checked_sub(1)?;
        last_lines.get(&line).copied()
    };
    let of_others: Vec<(usize, usize)> = (layout.units.iter().zip(matches).enumerate())
        .filter_map(|(index, (unit, own))| Some((index, above(unit)?, own)))
        .filter(|&(_, head, own)| own.is_none_or(|own| own.head != head))
        .map(|(index, head, _)| (index, head))
        .collect();
    if of_others.is_empty() {
        return;
    }
    let over_texts: HashSet<usize> = layout.units.iter().filter_map(above).collect();
    let under_heads_alone = last_lines.len() - over_texts.len();
    let over_texts_alone = layout.units.iter().filter(|unit| !unit.bylines.is_empty()).count();
    let with_heads = match under_heads_alone.cmp(&over_texts_alone) {
        Ordering::Greater => true,
        Ordering::Less => false,
        Ordering::Equal => table.byline_with_head || of_others.len() >= BETWEEN,
    };
    // The text under a head may name its people itself: 本报专电（特派记者 沙鸥）.
    let led: HashSet<usize> = (layout.units.iter().zip(matches))
        .filter(|(unit, _)| names_people(text, lines, unit, table))
        .filter_map(|(_, own)| Some((*own)?.head))
        .collect();
    let blanks_before = |line: usize| lines[line].blanks;
    for (index, head) in of_others {
        let unit = &layout.units[index];
        let first = unit.first_line();
        let byline = layout.heads[head].bylines[0].lines[0];
        let of_text = match blanks_before(byline).cmp(&blanks_before(first)) {
            Ordering::Greater => true,
            Ordering::Less => false,
            Ordering::Equal => !with_heads || led.contains(&head),
        };
        // A head over another body may have that one's byline.
        let named = matches[index].is_some_and(|own| {
            !layout.heads[own.head].bylines.is_empty() && !over_texts.contains(&own.head)
        });
        let takes = unit.kind == UnitKind::Body
            && unit.bylines.is_empty()
            && !names_people(text, lines, unit, table)
            && form::jump_from(&text[lines[first].span.range()], table).is_none();
        if of_text && takes && !named {
            layout.units[index].bylines = std::mem::take(&mut layout.heads[head].bylines);
        }
    }
}

/// A lead is torn over so many lines at most.
const LEAD_LINES: usize = 3;

/// Whether the lead of a text names people.
fn names_people(text: &str, lines: &[Line], unit: &Unit, table: &Table) -> bool {
    let first = unit.elements.iter().flat_map(|element| &element.lines).take(LEAD_LINES);
    let first: String = first.map(|&line| &text[lines[line].span.range()]).collect();
    form::lead(&first, table).is_some_and(|lead| lead.people.is_some())
}

#[cfg(test)]
mod tests {
    use super::super::element::Element;
    use super::super::unit::Head;
    use super::*;
    use crate::Language;
    use crate::line::lines;
    use crate::read::State;

    /// Heads with bylines, each right over the text of the head after it, the first text with a lead or none, and how
    /// many texts get a byline.
    fn given(heads: usize, before: &str, lead: &str) -> usize {
        let head = "海港新区动工\n本报记者 林巧\n";
        let text = format!("{before}{head}{lead}新区昨日动工。\n");
        let text = text + &format!("{head}新区昨日动工。\n").repeat(heads - 1);
        let lines = lines(&text).lines;
        let element = |kind: State, line: usize| Element { kind, lines: vec![line] };
        let unit = |line: usize, bylines: Vec<Element>| Unit {
            kind: UnitKind::Body,
            elements: vec![element(State::Opening, line)],
            bylines,
            led: false,
        };
        let first = before.lines().count();
        let mut layout = Layout::default();
        if first > 0 {
            layout.units.push(unit(1, vec![element(State::Byline, 0)]));
        }
        for at in (0..heads).map(|nth| first + nth * 3) {
            layout.heads.push(Head {
                headline: Some(element(State::Headline, at)),
                bylines: vec![element(State::Byline, at + 1)],
                ..Head::default()
            });
            layout.units.push(unit(at + 2, Vec::new()));
        }
        let texts = layout.units.len();
        let matches: Vec<Option<Match>> = (0..texts)
            .map(|at| Some(Match { head: (at + texts - heads + 1) % heads, lead: 1500 }))
            .collect();
        give(&text, &lines, &mut layout, &matches, Table::of(Language::SimplifiedChinese));
        layout.units.iter().filter(|unit| !unit.bylines.is_empty()).count()
    }

    #[test]
    fn a_byline_under_anothers_head_is_the_texts() {
        assert_eq!(given(2, "", ""), 2);
    }

    #[test]
    fn many_such_bylines_are_the_heads() {
        assert_eq!(given(BETWEEN, "", ""), 0);
    }

    #[test]
    fn a_head_whose_text_names_its_people_has_no_byline() {
        assert_eq!(given(BETWEEN, "", "本报讯（记者 郑岩）"), 1);
    }

    #[test]
    fn a_byline_over_a_text_alone_tells_that_they_stand_in_the_column() {
        assert_eq!(given(BETWEEN, "本报记者 郑岩\n渔港昨日开渔。\n", ""), BETWEEN + 1);
    }
}

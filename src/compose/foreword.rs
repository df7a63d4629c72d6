//! Editor's notes that stand over the head of the text that they introduce: 编者按：… / 账目写成“大白话” / □ 邱满田.
//! Such a note is the first paragraph of that text; it has no head of its own, whatever words it shares with one.

use super::element::Element;
use super::unit::{Head, Layout, Unit, UnitKind};
use crate::language::Table;
use crate::line::Line;
use crate::read::State;
use std::collections::BTreeMap;

/// The text begins within so many lines after its note: a head of some lines and a byline stand between.
const NEAR: usize = 8;
/// A longer note is an article.
const MOST_PARAGRAPHS: usize = 2;

/// Takes the notes that introduce a text out of `layout`.
pub(super) fn take(text: &str, lines: &[Line], layout: &mut Layout, table: &Table) -> Vec<Unit> {
    let opens_as_note = |unit: &Unit| {
        let first = &text[lines[unit.first_line()].span.range()];
        table.foreword.iter().any(|&word| first.starts_with(word))
    };
    part(layout, opens_as_note);
    let is_note = |unit: &Unit| {
        unit.kind == UnitKind::Body
            && unit.elements.len() <= MOST_PARAGRAPHS
            && unit.elements.iter().all(|element| {
                matches!(element.kind, State::Opening | State::Paragraph | State::ParagraphOn)
            })
            && opens_as_note(unit)
    };
    let introduces = |pair: &[Unit]| {
        let (note, after) = (pair[0].last_line(), pair[1].first_line());
        pair[1].kind == UnitKind::Body
            && lines[note].page == lines[after].page
            && (note..note + NEAR).contains(&after)
    };
    let notes: Vec<bool> = layout
        .units
        .windows(2)
        .map(|pair| is_note(&pair[0]) && introduces(pair) && !is_note(&pair[1]))
        .chain(std::iter::once(false))
        .collect();
    let mut at = notes.into_iter();
    layout.units.extract_if(.., |_| at.next().unwrap_or(false)).collect()
}

/// Parts notes from the texts that were read on from them over a head.
fn part(layout: &mut Layout, opens_as_note: impl Fn(&Unit) -> bool) {
    let heads: Vec<usize> = layout.heads.iter().filter_map(Head::first_line).collect();
    let over_head = |pair: &[Element]| {
        let head = heads.partition_point(|&head| head < pair[0].lines[0]);
        heads.get(head).is_some_and(|&head| head < pair[1].lines[0])
    };
    for mut unit in std::mem::take(&mut layout.units) {
        let last = unit.elements.windows(2).take(MOST_PARAGRAPHS).position(over_head);
        let last = last.filter(|_| opens_as_note(&unit));
        let rest = last.map(|last| unit.elements.split_off(last + 1));
        layout.units.push(unit);
        layout.units.extend(rest.map(|elements| Unit {
            kind: UnitKind::Body,
            elements,
            bylines: Vec::new(),
            led: false,
        }));
    }
}

/// Puts each note before the text that it introduces: the first that stands below it.
pub(super) fn give(notes: Vec<Unit>, layout: &mut Layout) {
    if notes.is_empty() {
        return;
    }
    let of_unit = |(number, unit): (usize, &Unit)| -> Vec<(usize, usize, usize)> {
        let places = unit.elements.iter().enumerate();
        places.map(|(at, element)| (element.lines[0], number, at)).collect()
    };
    let mut texts: Vec<_> = layout.units.iter().enumerate().flat_map(of_unit).collect();
    texts.sort_unstable();
    let mut given: BTreeMap<usize, Vec<(usize, Unit)>> = BTreeMap::new();
    for note in notes {
        let below = texts.partition_point(|&(line, ..)| line <= note.last_line());
        let (_, unit, at) = texts[below];
        given.entry(unit).or_default().push((at, note));
    }
    for (unit, mut notes) in given {
        let unit = &mut layout.units[unit];
        notes.sort_by_key(|&(at, _)| at);
        let mut notes = notes.into_iter().peekable();
        for (at, element) in std::mem::take(&mut unit.elements).into_iter().enumerate() {
            while let Some((_, mut note)) = notes.next_if(|&(before, _)| before == at) {
                // The last opening of a text is where its own words begin.
                if at > 0 && note.elements[0].kind == State::Opening {
                    note.elements[0].kind = State::Paragraph;
                }
                unit.elements.extend(note.elements);
                unit.bylines.splice(0..0, note.bylines);
            }
            unit.elements.push(element);
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_text_keeps_its_lead_under_a_note() {
        let page = "　　编者按：今年以来各地各部门认真学习
贯彻精神，取得了成绩，取得了丰硕的成绩
和成果。

账目写成大白话

　　本报讯（记者 林巧）古城墙修缮工程昨
日完工，工匠们历时三年，用传统工艺补砌
城砖四万余块。
";
        let document = crate::read(page);
        let [article] = &document.articles[..] else { panic!("{:?}", document.articles) };
        assert_eq!(article.dateline.as_ref().map(|line| line.text.as_str()), Some("本报讯"));
        assert_eq!(article.bylines[0].names, ["林巧"]);
        let texts: Vec<&str> = article.paragraphs().collect();
        assert!(texts[0].starts_with("编者按") && texts[1].starts_with("古城墙"), "{texts:?}");
    }
}

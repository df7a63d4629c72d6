//! Editor's notes that stand over the head of the text that they introduce: 编者按：… / 账目写成“大白话” / □ 邱满田.
//! Such a note is the first paragraph of that text; it has no head of its own, whatever words it shares with one.

use super::element::Element;
use super::unit::{Head, Layout, Unit, UnitKind};
use crate::language::Table;
use crate::line::Line;
use crate::read::State;

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

/// Puts each note before the text that it introduces.
pub(super) fn give(notes: Vec<Unit>, layout: &mut Layout) {
    for note in notes {
        let end = note.last_line();
        let after = |unit: &Unit| unit.elements.iter().position(|of| of.lines[0] > end);
        let places = layout.units.iter_mut().filter_map(|unit| after(unit).map(|at| (unit, at)));
        let nearest = places.min_by_key(|(unit, at)| unit.elements[*at].lines[0]);
        let (unit, at) = nearest.expect("a text follows each note that was taken");
        if at == 0 && unit.elements[0].kind == State::Opening {
            unit.elements[0].kind = State::Paragraph;
        }
        unit.elements.splice(at..at, note.elements);
        unit.bylines.splice(0..0, note.bylines);
    }
}

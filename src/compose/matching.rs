//! Heads to units, all at once: by the rare pairs of characters that both hold, by where they stand,
//! and by what the others take.

use super::assignment::assign;
use super::unit::{Head, Layout, Unit, UnitKind};
use crate::line::{Line, Words, worth};
use std::collections::BTreeMap;

/// The head of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// Its index among the heads.
    pub head: usize,
    /// How sure it is, in hundredths.
    pub confidence: u8,
}

/// Points for standing right over the body.
const RIGHT_BEFORE: i64 = 100;
/// Points that each further head between takes off.
const HEAD_BETWEEN: i64 = 45;
/// Points for standing right under the body, or amid its lines.
const RIGHT_AFTER: i64 = 45;
/// Points for having the same place in the order of heads as the body among bodies.
const SAME_ORDER: i64 = 60;
/// Points for being the head whose turn it is in a series.
const IN_TURN: i64 = 80;
/// Points for a pair of characters that no other unit has.
pub(super) const RARE_PAIR: i64 = 48;
/// No more points than this for pairs.
const MOST_PAIRS: i64 = 640;
/// Below this a head is no unit's.
const LEAST: i64 = 49;
/// At most so many units and heads are weighed against each other: a page of print holds some fifty.
const WINDOW: usize = 160;

/// Gives each unit its head, if any.
///
/// Units and heads of one page are weighed against each other, in windows of 160, so that cost stays
/// linear in the pages.
pub fn matches(text: &str, lines: &[Line], layout: &Layout) -> Vec<Option<Match>> {
    let mut out = vec![None; layout.units.len()];
    let mut pages: BTreeMap<usize, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (index, unit) in layout.units.iter().enumerate() {
        pages.entry(lines[unit.first_line()].page).or_default().0.push(index);
    }
    for (index, head) in layout.heads.iter().enumerate() {
        let first = head.lines().first().copied().unwrap_or(0);
        pages.entry(lines[first].page).or_default().1.push(index);
    }
    for (units, heads) in pages.values() {
        let windows = units.len().max(heads.len()).div_ceil(WINDOW).max(1);
        let part = |list: &[usize], window: usize| {
            let bound = |window: usize| list.len() * window / windows;
            list[bound(window)..bound(window + 1)].to_vec()
        };
        for window in 0..windows {
            let (units, heads) = (part(units, window), part(heads, window));
            for (unit, found) in units.iter().zip(on_page(text, lines, layout, &units, &heads)) {
                out[*unit] = found;
            }
        }
    }
    out
}

fn on_page(
    text: &str,
    lines: &[Line],
    layout: &Layout,
    units: &[usize],
    heads: &[usize],
) -> Vec<Option<Match>> {
    let unit_pairs: Vec<Vec<Word>> = units
        .iter()
        .map(|&unit| {
            let elements = layout.units[unit].elements.iter();
            pairs(text, lines, elements.flat_map(|element| element.lines.iter().copied()))
        })
        .collect();
    let mut holders: BTreeMap<Word, i64> = BTreeMap::new();
    for pair in unit_pairs.iter().flatten() {
        *holders.entry(*pair).or_default() += 1;
    }
    let places: Vec<(usize, usize)> = units
        .iter()
        .map(|&unit| (layout.units[unit].first_line(), layout.units[unit].last_line()))
        .collect();
    let mut firsts: Vec<usize> =
        heads.iter().filter_map(|&head| layout.heads[head].lines().first().copied()).collect();
    firsts.sort_unstable();
    let mut scores = vec![vec![0_i64; heads.len()]; units.len()];
    for (column, &index) in heads.iter().enumerate() {
        let head = &layout.heads[index];
        let head_lines = head.lines();
        let (Some(&first), Some(&last)) = (head_lines.first(), head_lines.last()) else { continue };
        let head_pairs = pairs(text, lines, head_lines.iter().copied());
        let next = places.partition_point(|&(start, _)| start <= last);
        for (row, &unit) in units.iter().enumerate() {
            let words: i64 = head_pairs
                .iter()
                .filter(|pair| unit_pairs[row].binary_search(pair).is_ok())
                .map(|pair| RARE_PAIR * worth(*pair) / holders[pair])
                .sum();
            let between = |one: usize, other: usize| {
                let after = firsts.partition_point(|&first| first <= one);
                firsts.partition_point(|&first| first < other).saturating_sub(after) as i64
            };
            let place = if row == next {
                (RIGHT_BEFORE - HEAD_BETWEEN * between(last, places[row].0)).max(0)
            } else if row + 1 == next {
                let amid = places[row].1 > first;
                if amid {
                    RIGHT_AFTER
                } else {
                    (RIGHT_AFTER - HEAD_BETWEEN / 2 * between(places[row].1, first)).max(0)
                }
            } else {
                0
            };
            let order = SAME_ORDER
                - SAME_ORDER
                    * 2
                    * (row as i64 * heads.len() as i64 - column as i64 * units.len() as i64).abs()
                    / (units.len() * heads.len()) as i64;
            let turn = if head.turn == Some(places[row].0) { IN_TURN } else { 0 };
            let score = words.min(MOST_PAIRS)
                + place
                + order.max(0)
                + turn
                + fit(&layout.units[unit], head);
            scores[row][column] = (score - LEAST).max(0);
        }
    }
    let found = assign(&scores);
    found
        .iter()
        .enumerate()
        .map(|(row, column)| {
            column.map(|column| {
                let confidence = (55 + (scores[row][column] + LEAST) / 6).min(99) as u8;
                Match { head: heads[column], confidence }
            })
        })
        .collect()
}

/// Whether the unit and the head are of a kind: a text that goes on from another page or opens with
/// a lead wants a head; a caption has no deck and no reporters.
fn fit(unit: &Unit, head: &Head) -> i64 {
    match unit.kind {
        UnitKind::Caption if head.deck.is_some() || !head.bylines.is_empty() => -40,
        UnitKind::Caption => -10,
        UnitKind::Body if unit.led => 10,
        UnitKind::Body => 0,
    }
}

/// What heads and bodies are compared by: a pair of neighbouring Han characters or a Western word, hashed.
pub(super) type Word = u64;

/// The different words of the lines `of`, sorted.
pub(super) fn pairs(text: &str, lines: &[Line], of: impl Iterator<Item = usize>) -> Vec<Word> {
    let mut out = Vec::new();
    let mut words = Words::default();
    for line in of {
        words.line_begins();
        text[lines[line].span.range()]
            .chars()
            .for_each(|character| out.extend(words.next(character)));
        out.extend(words.line_ends());
    }
    out.sort_unstable();
    out.dedup();
    out
}

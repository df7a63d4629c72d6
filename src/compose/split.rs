//! A head without a body, and a body that opens with another article's text: where a paragraph holds
//! the head's own words and could be an opening, the body is split there.

use super::element::Element;
use super::matching::{Match, RARE_PAIR, pairs};
use super::unit::{Head, Layout, Unit, UnitKind};
use crate::line::Line;
use crate::read::State;
use std::collections::BTreeMap;

/// Points of the weights for one point of a match.
const WEIGHTS_A_POINT: i64 = 12;
/// A split must gain this many points: two pairs of its own and some.
const LEAST_GAIN: i64 = 60;
/// A paragraph that reads so much better as a later one is not split off.
const LEAST_OPENNESS: i32 = -3000;
/// How many paragraphs after the split are compared with the head.
const REACH: usize = 6;
/// No more heads times paragraphs of a source are tried: some hundred pages' worth.
const MOST: usize = 200_000;

/// Splits units for the heads that `matches` gives to none.
pub fn split(
    text: &str,
    lines: &[Line],
    layout: &mut Layout,
    matches: &[Option<Match>],
    openness: &[i32],
) {
    let mut taken = vec![false; layout.heads.len()];
    for found in matches.iter().flatten() {
        taken[found.head] = true;
    }
    let free: Vec<&Head> =
        layout.heads.iter().zip(&taken).filter(|&(_, &taken)| !taken).map(|(head, _)| head).collect();
    let cuts: Vec<Cut> = layout
        .units
        .iter()
        .enumerate()
        .filter(|(_, unit)| unit.kind == UnitKind::Body)
        .flat_map(|(index, unit)| cuts(text, lines, index, unit, openness))
        .collect();
    if free.is_empty() || free.len() * cuts.len() > MOST {
        return;
    }
    let mut holders: BTreeMap<[char; 2], i64> = BTreeMap::new();
    for unit in &layout.units {
        let of = unit.elements.iter().flat_map(|element| element.lines.iter().copied());
        for pair in pairs(text, lines, of) {
            *holders.entry(pair).or_default() += 1;
        }
    }
    let mut gains = Vec::new();
    for (head_index, head) in free.iter().enumerate() {
        let head_lines = head.lines();
        let words = pairs(text, lines, head_lines.iter().copied());
        for (cut_index, cut) in cuts.iter().enumerate() {
            let first = layout.units[cut.unit].elements[cut.element].lines[0];
            if lines[head_lines[0]].page != lines[first].page {
                continue;
            }
            let has = |list: &[[char; 2]], pair: &[char; 2]| list.binary_search(pair).is_ok();
            let own: i64 = words
                .iter()
                .map(|pair| match (has(&cut.before, pair), has(&cut.after, pair)) {
                    (false, true) => {
                        let opens = i64::from(has(&cut.first, pair));
                        RARE_PAIR * (1 + opens) / holders.get(pair).copied().unwrap_or(1)
                    }
                    (true, true) => 4,
                    (true, false) => -RARE_PAIR / 2,
                    (false, false) => 0,
                })
                .sum();
            let gain = own + i64::from(openness[first]) / WEIGHTS_A_POINT;
            if gain >= LEAST_GAIN {
                gains.push((std::cmp::Reverse(gain), head_index, cut_index));
            }
        }
    }
    gains.sort_unstable();
    let mut done = vec![false; free.len()];
    let mut chosen: Vec<(usize, usize)> = Vec::new();
    for (_, head, cut) in gains {
        let place = (cuts[cut].unit, cuts[cut].element);
        if !done[head] && !chosen.contains(&place) {
            done[head] = true;
            chosen.push(place);
        }
    }
    chosen.sort_unstable();
    // From the last to the first, so that indices stay true.
    for (unit, element) in chosen.into_iter().rev() {
        let rest: Vec<Element> = layout.units[unit].elements.split_off(element);
        let mut part = Unit { elements: rest, bylines: Vec::new(), heads_before: 1, ..layout.units[unit].clone() };
        part.elements[0].kind = State::Opening;
        layout.units[unit].closed = false;
        layout.units.insert(unit + 1, part);
    }
    layout.units.sort_by_key(Unit::first_line);
}

/// A place where a unit could be split.
struct Cut {
    unit: usize,
    element: usize,
    /// The pairs of the paragraphs before, of the first one after and of those after.
    before: Vec<[char; 2]>,
    first: Vec<[char; 2]>,
    after: Vec<[char; 2]>,
}

fn cuts(text: &str, lines: &[Line], index: usize, unit: &Unit, openness: &[i32]) -> Vec<Cut> {
    let of = |elements: &[Element]| {
        pairs(text, lines, elements.iter().flat_map(|element| element.lines.iter().copied()))
    };
    (1..unit.elements.len())
        .filter(|&at| {
            let element = &unit.elements[at];
            element.kind == State::Paragraph && openness[element.lines[0]] > LEAST_OPENNESS
        })
        .map(|at| Cut {
            unit: index,
            element: at,
            before: of(&unit.elements[at.saturating_sub(REACH)..at]),
            first: of(&unit.elements[at..=at]),
            after: of(&unit.elements[at..(at + REACH).min(unit.elements.len())]),
        })
        .collect()
}

//! Where heads are left over, a body was read on into the next: it is split at the paragraph that holds
//! a head's own words and could be an opening.

use super::element::Element;
use super::matching::{Match, RARE_PAIR, pairs};
use super::unit::{Layout, Unit, UnitKind};
use crate::line::Line;
use crate::read::State;
use std::collections::BTreeMap;

/// Points of the weights for one point of a match.
const WEIGHTS_A_POINT: i64 = 24;
/// A split must gain this many points: two pairs of its own and some.
const LEAST_GAIN: i64 = 35;
/// A paragraph that reads so much better as a later one is not split off.
const LEAST_OPENNESS: i32 = -3000;
/// How many paragraphs after the split are compared with the head.
const REACH: usize = 6;
/// No more heads times paragraphs of a source are tried: a crowded page has a tenth of it.
const MOST: usize = 40_000;

/// Splits units where `matches` leaves heads over. A head that was given to a unit may leave it for a
/// paragraph that it has more in common with.
pub fn split(
    text: &str,
    lines: &[Line],
    layout: &mut Layout,
    matches: &[Option<Match>],
    openness: &[i32],
) {
    // The unit that each head was given to.
    let mut given: Vec<Option<usize>> = vec![None; layout.heads.len()];
    for (unit, found) in matches.iter().enumerate() {
        if let Some(found) = found {
            given[found.head] = Some(unit);
        }
    }
    if given.iter().all(Option::is_some) {
        return;
    }
    let cuts: Vec<Cut> = layout
        .units
        .iter()
        .enumerate()
        .filter(|(_, unit)| unit.kind == UnitKind::Body)
        .flat_map(|(index, unit)| cuts(text, lines, index, unit, openness))
        .collect();
    if layout.heads.len() * cuts.len() > MOST {
        return;
    }
    let mut holders: BTreeMap<[char; 2], i64> = BTreeMap::new();
    let unit_pairs: Vec<Vec<[char; 2]>> = layout
        .units
        .iter()
        .map(|unit| {
            pairs(
                text,
                lines,
                unit.elements.iter().flat_map(|element| element.lines.iter().copied()),
            )
        })
        .collect();
    for pair in unit_pairs.iter().flatten() {
        *holders.entry(*pair).or_default() += 1;
    }
    let has = |list: &[[char; 2]], pair: &[char; 2]| list.binary_search(pair).is_ok();
    let mut gains = Vec::new();
    for (head_index, head) in layout.heads.iter().enumerate() {
        let head_lines = head.lines();
        let words = pairs(text, lines, head_lines.iter().copied());
        // What the head has in common with the unit that it would leave.
        let here: i64 = given[head_index].map_or(0, |unit| {
            let shared = words.iter().filter(|pair| has(&unit_pairs[unit], pair));
            shared.map(|pair| RARE_PAIR / holders[pair]).sum::<i64>() + LEAST_GAIN / 2
        });
        for (cut_index, cut) in cuts.iter().enumerate() {
            let first = layout.units[cut.unit].elements[cut.element].lines[0];
            if lines[head_lines[0]].page != lines[first].page {
                continue;
            }
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
            let gain = own - here + i64::from(openness[first]) / WEIGHTS_A_POINT;
            if gain >= LEAST_GAIN {
                gains.push((std::cmp::Reverse(gain), head_index, cut_index));
            }
        }
    }
    gains.sort_unstable();
    let mut done = vec![false; layout.heads.len()];
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
        let mut part = Unit {
            elements: rest,
            bylines: Vec::new(),
            heads_before: 1,
            ..layout.units[unit].clone()
        };
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

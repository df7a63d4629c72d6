//! The printed lines of heads, regrouped by what the bodies say: the lattice sees the shape of a head's
//! lines, but which of the lines in a column of heads make one is told by the texts under them.

use super::element::Element;
use super::matching::{Match, RARE_PAIR, pairs};
use super::unit::{Head, Layout, Unit};
use crate::line::Line;
use crate::read::State;
use std::collections::BTreeMap;

/// Points that parting a head must gain.
const LEAST_GAIN: i64 = 50;
/// No more heads times units of a source are tried: a crowded page has a tenth of it.
const MOST: usize = 10_000;

/// Parts heads of several lines whose lines speak of different bodies, where bodies are left without a
/// head.
pub fn regroup(text: &str, lines: &[Line], layout: &mut Layout, matches: &[Option<Match>]) {
    let mut free: Vec<usize> =
        (0..layout.units.len()).filter(|&unit| matches[unit].is_none()).collect();
    if free.is_empty() || layout.heads.len() * layout.units.len() > MOST {
        return;
    }
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
    let mut holders: BTreeMap<[char; 2], i64> = BTreeMap::new();
    for pair in unit_pairs.iter().flatten() {
        *holders.entry(*pair).or_default() += 1;
    }
    let mut given: Vec<Option<usize>> = vec![None; layout.heads.len()];
    for (unit, found) in matches.iter().enumerate() {
        if let Some(found) = found {
            given[found.head] = Some(unit);
        }
    }
    let words = |of: &[usize], unit: usize| -> i64 {
        pairs(text, lines, of.iter().copied())
            .iter()
            .filter(|pair| unit_pairs[unit].binary_search(pair).is_ok())
            .map(|pair| RARE_PAIR / holders[pair])
            .sum()
    };
    let mut new = Vec::new();
    for (index, head) in layout.heads.iter_mut().enumerate() {
        let Some(headline) = head.headline.as_mut().filter(|headline| headline.lines.len() > 1)
        else {
            continue;
        };
        let Some(unit) = given[index] else { continue };
        let page = lines[headline.lines[0]].page;
        let mut best: Option<(i64, usize, usize)> = None;
        for cut in 1..headline.lines.len() {
            let (above, below) = headline.lines.split_at(cut);
            let (above_here, below_here) = (words(above, unit), words(below, unit));
            for (place, &other) in free.iter().enumerate() {
                if lines[layout.units[other].first_line()].page != page {
                    continue;
                }
                // The part that leaves has more in common with the body that has no head.
                let below_leaves = words(below, other) - below_here;
                let above_leaves = words(above, other) - above_here;
                let gain = below_leaves.max(above_leaves);
                if gain >= LEAST_GAIN && best.is_none_or(|(other, ..)| gain > other) {
                    best = Some((gain, cut, place));
                }
            }
        }
        if let Some((_, cut, place)) = best {
            free.remove(place);
            let below = headline.lines.split_off(cut);
            let bylines = std::mem::take(&mut head.bylines);
            let deck = head.deck.take();
            let headline = Some(Element { kind: State::Headline, lines: below });
            new.push(Head { kicker: None, headline, deck, bylines });
        }
    }
    layout.heads.extend(new);
    layout.sort_heads();
}

/// Joins a head that was given to no body to the head on the line right before or after it, where the
/// body of that one has words of both: 捍卫知识产权各地联手 / 防盗我国将建反盗版联盟.
pub fn rejoin(text: &str, lines: &[Line], layout: &mut Layout, matches: &[Option<Match>]) {
    let mut given: Vec<Option<usize>> = vec![None; layout.heads.len()];
    for (unit, found) in matches.iter().enumerate() {
        if let Some(found) = found {
            given[found.head] = Some(unit);
        }
    }
    let mut index = 1;
    while index < layout.heads.len() {
        let (above, below) = (&layout.heads[index - 1], &layout.heads[index]);
        let joins = match (given[index - 1], given[index]) {
            (Some(unit), None) => speaks_of(text, lines, below, &layout.units[unit]),
            (None, Some(unit)) => speaks_of(text, lines, above, &layout.units[unit]),
            _ => false,
        };
        if joins && touch(lines, above, below) {
            let below = layout.heads.remove(index);
            let unit = given.remove(index);
            let above = &mut layout.heads[index - 1];
            if let (Some(headline), Some(more)) = (&mut above.headline, below.headline) {
                headline.lines.extend(more.lines);
            }
            above.deck = below.deck;
            above.bylines = below.bylines;
            given[index - 1] = given[index - 1].or(unit);
        } else {
            index += 1;
        }
    }
}

/// Whether the unit has a pair of characters of the headline.
fn speaks_of(text: &str, lines: &[Line], head: &Head, unit: &Unit) -> bool {
    let Some(headline) = &head.headline else { return false };
    let of = |elements: &[Element]| {
        pairs(text, lines, elements.iter().flat_map(|element| element.lines.iter().copied()))
    };
    let words = of(std::slice::from_ref(headline));
    let body = of(&unit.elements);
    words.iter().filter(|pair| body.binary_search(pair).is_ok()).count() > 1
}

/// Whether two heads could be the lines of one: right under each other, about as wide, with nothing
/// of a head's end on the upper one and nothing of a head's beginning on the lower one.
fn touch(lines: &[Line], above: &Head, below: &Head) -> bool {
    let (Some(upper), Some(lower)) = (&above.headline, &below.headline) else { return false };
    let (Some(&upper), Some(&lower)) = (upper.lines.last(), lower.lines.first()) else {
        return false;
    };
    let (widths, wider) = (
        lines[upper].width.abs_diff(lines[lower].width),
        lines[upper].width.max(lines[lower].width),
    );
    above.bylines.is_empty()
        && above.deck.is_none()
        && below.kicker.is_none()
        && lower == upper + 1
        && lines[lower].page == lines[upper].page
        && widths * 4 <= wider
}

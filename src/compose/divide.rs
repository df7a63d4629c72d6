//! Dividing: where a head speaks of a body that it was not given to, or of a paragraph in the middle of
//! one, the body was read on into the next, or the head's lines are those of two heads.
//!
//! A head, or a part of its printed lines, goes to the headless body or the paragraph that holds its own
//! words, if the reading of the lines allows it.

use super::element::Element;
use super::matching::{Match, RARE_PAIR, Word, pairs};
use super::unit::{Head, Layout, Unit, UnitKind};
use crate::line::{Line, worth};
use crate::read::{Reading, State};
use std::collections::BTreeMap;

/// Points of the weights for one point of a match.
pub(super) const WEIGHTS_A_POINT: i64 = 48;
/// What a body that is divided must gain.
pub(super) const LEAST_GAIN: i64 = 35;
/// What a head whose lines are parted must gain on top.
const PARTING: i64 = 15;
/// A paragraph that reads so much better as a later one opens no body.
const LEAST_OPENNESS: i32 = -3000;
/// How many paragraphs of a body are compared with a head.
const REACH: usize = 6;
/// No more heads times places of a source are tried: a crowded page has a tenth of it.
const MOST: usize = 40_000;
/// Points for a pair that the paragraphs before hold too.
const COMMON_PAIR: i64 = 4;

/// Divides heads and bodies of `layout`; `matches` holds the head that each unit has by now.
/// Returns whether anything was divided.
pub fn divide(
    text: &str,
    lines: &[Line],
    layout: &mut Layout,
    matches: &[Option<Match>],
    reading: &Reading,
) -> bool {
    let mut given: Vec<Option<usize>> = vec![None; layout.heads.len()];
    for (unit, found) in matches.iter().enumerate() {
        if let Some(found) = found {
            given[found.head] = Some(unit);
        }
    }
    let places = places(text, lines, layout, matches, reading);
    if layout.heads.len() * places.len() > MOST {
        return false;
    }
    let unit_pairs: Vec<Vec<Word>> =
        layout.units.iter().map(|unit| pairs_of(text, lines, &unit.elements)).collect();
    let mut holders: BTreeMap<Word, i64> = BTreeMap::new();
    for pair in unit_pairs.iter().flatten() {
        *holders.entry(*pair).or_default() += 1;
    }
    let mut moves = Vec::new();
    for (index, head) in layout.heads.iter().enumerate() {
        for part in parts(head) {
            let Some(&first_line) = part.lines.first() else { continue };
            let words = pairs(text, lines, part.lines.iter().copied());
            // What it has in common with the body that it would leave.
            let here: i64 = given[index].map_or(0, |unit| {
                let shared = words.iter().filter(|pair| has(&unit_pairs[unit], pair));
                shared.map(|pair| RARE_PAIR * worth(*pair) / holders[pair]).sum::<i64>()
                    + LEAST_GAIN / 2
            });
            let parting = part.cut.map_or(0, |cut| {
                let line = head.headline.as_ref().map_or(0, |headline| headline.lines[cut]);
                i64::from(reading.headness[line]) / WEIGHTS_A_POINT - PARTING
            });
            for (at, place) in places.iter().enumerate() {
                if lines[first_line].page != lines[place.first_line].page {
                    continue;
                }
                let gain = place.speaks_of(&words, &holders) + place.ease - here + parting;
                if gain >= LEAST_GAIN {
                    moves.push((std::cmp::Reverse(gain), index, at, part.cut));
                }
            }
        }
    }
    moves.sort_unstable();
    let mut done = vec![false; layout.heads.len()];
    let mut taken = vec![false; places.len()];
    let mut body_cuts: Vec<(usize, usize)> = Vec::new();
    let mut head_cuts: Vec<(usize, usize)> = Vec::new();
    for (_, head, at, cut) in moves {
        if done[head] || taken[at] {
            continue;
        }
        (done[head], taken[at]) = (true, true);
        let place = &places[at];
        if place.element > 0 {
            body_cuts.push((place.unit, place.element));
        }
        head_cuts.extend(cut.map(|cut| (head, cut)));
    }
    let divided = !body_cuts.is_empty() || !head_cuts.is_empty();
    cut_bodies(layout, body_cuts);
    cut_heads(layout, head_cuts);
    divided
}

/// A body without a head, or a paragraph at which a body could be cut.
pub(super) struct Place {
    pub(super) unit: usize,
    /// The element that would be the first; 0 where the whole body has no head.
    pub(super) element: usize,
    pub(super) first_line: usize,
    /// Points that the reading of the lines gives to cutting here.
    pub(super) ease: i64,
    /// The pairs of the paragraphs before, of the first one after and of those after.
    before: Vec<Word>,
    first: Vec<Word>,
    after: Vec<Word>,
}

impl Place {
    /// How much more `words` speak of what stands after the place than of what stands before it.
    pub(super) fn speaks_of(&self, words: &[Word], holders: &BTreeMap<Word, i64>) -> i64 {
        words
            .iter()
            .map(|pair| match (has(&self.before, pair), has(&self.after, pair)) {
                (false, true) => {
                    let opens = i64::from(has(&self.first, pair));
                    RARE_PAIR * worth(*pair) * (1 + opens) / holders.get(pair).copied().unwrap_or(1)
                }
                (true, true) => COMMON_PAIR,
                (true, false) => -RARE_PAIR * worth(*pair) / 2,
                (false, false) => 0,
            })
            .sum()
    }
}

/// The headless bodies and the paragraphs at which a body could be cut, in order.
pub(super) fn places(
    text: &str,
    lines: &[Line],
    layout: &Layout,
    matches: &[Option<Match>],
    reading: &Reading,
) -> Vec<Place> {
    let mut out = Vec::new();
    for (index, unit) in layout.units.iter().enumerate() {
        if unit.kind != UnitKind::Body {
            continue;
        }
        for (at, element) in unit.elements.iter().enumerate() {
            let first_line = element.lines[0];
            let openness = reading.openness[first_line];
            let fits = match at {
                0 => matches[index].is_none(),
                _ => element.kind == State::Paragraph && openness > LEAST_OPENNESS,
            };
            if !fits {
                continue;
            }
            out.push(Place {
                unit: index,
                element: at,
                first_line,
                ease: if at == 0 { 0 } else { i64::from(openness) / WEIGHTS_A_POINT },
                before: pairs_of(text, lines, &unit.elements[at.saturating_sub(REACH)..at]),
                first: pairs_of(text, lines, &unit.elements[at..=at]),
                after: pairs_of(
                    text,
                    lines,
                    &unit.elements[at..(at + REACH).min(unit.elements.len())],
                ),
            });
        }
    }
    out
}

/// A head or some of its printed lines.
struct Part<'a> {
    lines: &'a [usize],
    /// Where the headline is cut, if it is.
    cut: Option<usize>,
}

/// The whole headline, and its lines above and below each place where it could be cut.
fn parts(head: &Head) -> Vec<Part<'_>> {
    let Some(headline) = &head.headline else { return Vec::new() };
    let mut out = vec![Part { lines: &headline.lines, cut: None }];
    for cut in 1..headline.lines.len() {
        let (above, below) = headline.lines.split_at(cut);
        out.push(Part { lines: above, cut: Some(cut) });
        out.push(Part { lines: below, cut: Some(cut) });
    }
    out
}

fn has(list: &[Word], pair: &Word) -> bool {
    list.binary_search(pair).is_ok()
}

pub(super) fn pairs_of(text: &str, lines: &[Line], elements: &[Element]) -> Vec<Word> {
    pairs(text, lines, elements.iter().flat_map(|element| element.lines.iter().copied()))
}

pub(super) fn cut_bodies(layout: &mut Layout, mut cuts: Vec<(usize, usize)>) {
    cuts.sort_unstable();
    // From the last to the first, so that indices stay true.
    for (unit, element) in cuts.into_iter().rev() {
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

fn cut_heads(layout: &mut Layout, cuts: Vec<(usize, usize)>) {
    for (index, cut) in cuts {
        let head = &mut layout.heads[index];
        let Some(headline) = &mut head.headline else { continue };
        let below = headline.lines.split_off(cut);
        let bylines = std::mem::take(&mut head.bylines);
        let deck = head.deck.take();
        let headline = Some(Element { kind: State::Headline, lines: below });
        layout.heads.push(Head { headline, deck, bylines, ..Head::default() });
    }
    layout.sort_heads();
}

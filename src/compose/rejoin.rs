//! Joining heads: two heads that are the printed lines of one.

use super::element::Element;
use super::matching::{Match, pairs};
use super::unit::{Head, Layout, Unit};
use crate::line::Line;

/// Pairs that a body must share with a head to be joined to the one it has: less where the lines of both are as
/// wide, more where they are not, as in 晶報 of 1939, whose heads have four lines of two sizes.
const PAIRS_ALIKE: usize = 2;
const PAIRS_UNLIKE: usize = 4;

/// Joins a head that was given to no body to the head on the line right before or after it, where the
/// body of that one has words of both: 捍卫知识产权各地联手 / 防盗我国将建反盗版联盟. Returns whether any
/// were joined.
pub fn rejoin(text: &str, lines: &[Line], layout: &mut Layout, matches: &[Option<Match>]) -> bool {
    let mut given: Vec<Option<usize>> = vec![None; layout.heads.len()];
    for (unit, found) in matches.iter().enumerate() {
        if let Some(found) = found {
            given[found.head] = Some(unit);
        }
    }
    let before = layout.heads.len();
    let mut index = 1;
    while index < layout.heads.len() {
        let (above, below) = (&layout.heads[index - 1], &layout.heads[index]);
        let shared = match (given[index - 1], given[index]) {
            (Some(unit), None) => shared(text, lines, below, &layout.units[unit]),
            (None, Some(unit)) => shared(text, lines, above, &layout.units[unit]),
            _ => 0,
        };
        let needed = if alike(lines, above, below) { PAIRS_ALIKE } else { PAIRS_UNLIKE };
        if shared >= needed && touch(lines, above, below) {
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
    layout.heads.len() < before
}

/// How many pairs of characters of the headline the unit has.
fn shared(text: &str, lines: &[Line], head: &Head, unit: &Unit) -> usize {
    let Some(headline) = &head.headline else { return 0 };
    let of = |elements: &[Element]| {
        pairs(text, lines, elements.iter().flat_map(|element| element.lines.iter().copied()))
    };
    let words = of(std::slice::from_ref(headline));
    let body = of(&unit.elements);
    words.iter().filter(|pair| body.binary_search(pair).is_ok()).count()
}

/// Whether the lines of two heads that touch are about as wide.
fn alike(lines: &[Line], above: &Head, below: &Head) -> bool {
    let (Some(upper), Some(lower)) = (&above.headline, &below.headline) else { return false };
    let (Some(&upper), Some(&lower)) = (upper.lines.last(), lower.lines.first()) else {
        return false;
    };
    let (upper, lower) = (lines[upper].width, lines[lower].width);
    upper.abs_diff(lower) * 4 <= upper.max(lower)
}

/// Whether two heads could be the lines of one: right under each other, with nothing of a head's end on
/// the upper one and nothing of a head's beginning on the lower one.
fn touch(lines: &[Line], above: &Head, below: &Head) -> bool {
    let (Some(upper), Some(lower)) = (&above.headline, &below.headline) else { return false };
    let (Some(&upper), Some(&lower)) = (upper.lines.last(), lower.lines.first()) else {
        return false;
    };
    above.bylines.is_empty()
        && above.deck.is_none()
        && below.kicker.is_none()
        && lower == upper + 1
        && lines[lower].page == lines[upper].page
}

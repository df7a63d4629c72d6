//! Joining heads: two heads that are the printed lines of one.

use super::element::Element;
use super::matching::{Match, pairs};
use super::unit::{Head, Layout, Unit};
use crate::line::Line;

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
    layout.heads.len() < before
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

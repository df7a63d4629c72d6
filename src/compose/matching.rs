//! What speaks for a head being a body's: signs, each of a few values, weighed by fitted tables.
//!
//! The points are hundredths of a nat: how much more probable it is that the body has this head than that
//! it has none. `examples/fit_weights` fits them on pages whose articles are known.

use super::element::Element;
use super::unit::{Head, Layout, Unit, UnitKind};
use crate::line::{Line, Words};
use crate::read::State;
use std::collections::HashMap;

/// What heads and bodies are compared by: a pair of neighbouring Han characters or a Western word, hashed.
pub(super) type Word = u64;

/// A body or a caption, as far as heads are concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyView {
    /// What it is.
    pub kind: UnitKind,
    /// Its first line and its last one.
    pub lines: (usize, usize),
    /// How many lines it has.
    pub length: usize,
    /// Whether it begins with a lead or a jump mark.
    pub led: bool,
    /// Its words, sorted.
    pub words: Vec<u64>,
    /// The words of its first paragraph, sorted.
    pub opening: Vec<u64>,
}

/// A head, as far as bodies are concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadView {
    /// Its first line and its last one.
    pub lines: (usize, usize),
    /// Whether it has a kicker, a deck, bylines.
    pub parts: [bool; 3],
    /// Its words, sorted.
    pub words: Vec<u64>,
}

/// The bodies and heads of a page, and how many bodies have each word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scene {
    /// Bodies and captions, in the order of their first lines.
    pub bodies: Vec<BodyView>,
    /// Heads, in the order of theirs.
    pub heads: Vec<HeadView>,
    holders: HashMap<u64, u32>,
    bodies_counted: usize,
}

/// The signs that have to do with words; each row of weights is `first of the sign + value`.
const WORD_SIGNS: [usize; 6] = [9, 5, 9, 5, 16, 12];
/// The signs that have to do with place and kind.
const PLACE_SIGNS: [usize; 4] = [14, 5, 12, 4];
/// The signs of a body alone, which speak for its having no head.
const BARE_SIGNS: [usize; 2] = [4, 6];
/// The signs of a head alone, which speak for its having no body.
const LONE_SIGNS: [usize; 2] = [5, 4];
/// The rows of all signs.
pub const SIGN_ROWS: usize =
    sum(&WORD_SIGNS) + sum(&PLACE_SIGNS) + sum(&BARE_SIGNS) + sum(&LONE_SIGNS);

const fn sum(values: &[usize]) -> usize {
    let (mut sum, mut at) = (0, 0);
    while at < values.len() {
        sum += values[at];
        at += 1;
    }
    sum
}

/// Points by row.
pub type SignWeights = [i16; SIGN_ROWS];

/// The views of all units and heads of `layout`.
pub fn views(text: &str, lines: &[Line], layout: &Layout) -> (Vec<BodyView>, Vec<HeadView>) {
    let body = |unit: &Unit| BodyView::of_unit(text, lines, unit);
    let head = |head: &Head| HeadView::new(text, lines, head);
    (layout.units.iter().map(body).collect(), layout.heads.iter().map(head).collect())
}

impl BodyView {
    /// Looks at a unit.
    pub fn of_unit(text: &str, lines: &[Line], unit: &Unit) -> Self {
        let words: Vec<Vec<Word>> =
            unit.elements.iter().map(|element| element_words(text, lines, element)).collect();
        Self::new(unit.kind, unit.led, unit.elements.iter().zip(words.iter().map(Vec::as_slice)))
    }

    /// Looks at the elements of a body, each with its words, sorted.
    pub fn new<'a>(
        kind: UnitKind,
        led: bool,
        elements: impl Iterator<Item = (&'a Element, &'a [u64])> + Clone,
    ) -> Self {
        let is_text = |element: &Element| {
            matches!(
                element.kind,
                State::Opening | State::Paragraph | State::ParagraphOn | State::Caption
            )
        };
        let all = elements.clone().flat_map(|(element, _)| &element.lines).copied();
        let opening = elements.clone().find(|(element, _)| is_text(element));
        let mut words: Vec<u64> = elements.flat_map(|(_, words)| words).copied().collect();
        words.sort_unstable();
        words.dedup();
        Self {
            kind,
            lines: (all.clone().min().unwrap_or(0), all.clone().max().unwrap_or(0)),
            length: all.count(),
            led,
            words,
            opening: opening.map(|(_, words)| words.to_vec()).unwrap_or_default(),
        }
    }
}

impl HeadView {
    /// Looks at a head.
    pub fn new(text: &str, lines: &[Line], head: &Head) -> Self {
        let all = head.lines();
        Self {
            lines: (all.first().copied().unwrap_or(0), all.last().copied().unwrap_or(0)),
            parts: [head.kicker.is_some(), head.deck.is_some(), !head.bylines.is_empty()],
            words: words(text, lines, all.into_iter()),
        }
    }
}

impl Scene {
    /// Counts the words of `bodies`.
    pub fn new(bodies: Vec<BodyView>, heads: Vec<HeadView>) -> Self {
        let mut holders: HashMap<u64, u32> = HashMap::new();
        for &word in bodies.iter().flat_map(|body| &body.words) {
            *holders.entry(word).or_default() += 1;
        }
        Self { bodies_counted: bodies.len(), bodies, heads, holders }
    }

    /// The rows of the signs of words for a body and a head.
    pub fn word_rows(&self, body: &BodyView, head: &HeadView) -> [u8; 6] {
        let holders = |word: &u64| self.holders.get(word).copied().unwrap_or(1);
        let shared = head.words.iter().filter(|&word| has(&body.words, word));
        // What a word says of whose it is: much if one body has it, nothing if all have.
        let worth = |word: &u64| (self.bodies_counted as f64 / f64::from(holders(word))).ln();
        let (mut own, mut few, mut all, mut opens, mut told) = (0, 0, 0, 0, 0.0);
        for word in shared {
            all += 1;
            told += worth(word);
            let held = holders(word);
            own += usize::from(held <= 1);
            few += usize::from(held == 2 || held == 3);
            opens += usize::from(held <= 3 && has(&body.opening, word));
        }
        let known = head.words.iter().filter(|word| self.holders.contains_key(word));
        let tellable: f64 = known.map(worth).sum();
        let tenths = all * 10 / head.words.len().max(1);
        let values = [
            match own {
                0..=4 => own,
                5..=6 => 5,
                7..=9 => 6,
                10..=14 => 7,
                _ => 8,
            },
            few.min(4),
            match tenths {
                0 => usize::from(all > 0),
                1 => 2,
                2 => 3,
                3 => 4,
                4 => 5,
                5..=6 => 6,
                7..=8 => 7,
                _ => 8,
            },
            opens.min(4),
            ((told * 1.5) as usize).min(15),
            if tellable <= 0.0 { 0 } else { 1 + ((told / tellable * 10.0) as usize).min(10) },
        ];
        rows(0, &WORD_SIGNS, values)
    }

    /// The rows of the signs of place and kind for the body and the head of these indices, where both stand
    /// among `bodies` and `heads`.
    pub fn place_rows(
        bodies: &[&BodyView],
        heads: &[&HeadView],
        row: usize,
        column: usize,
    ) -> [u8; 4] {
        let (body, head) = (bodies[row], heads[column]);
        let (first, last) = head.lines;
        let next = bodies.partition_point(|body| body.lines.0 <= last);
        let between = |from: usize, to: usize| {
            let after = heads.partition_point(|head| head.lines.0 <= from);
            heads.partition_point(|head| head.lines.0 < to).saturating_sub(after)
        };
        // Right over the body, right under it, amid its lines, or further off on either side.
        let place = if row == next {
            between(last, body.lines.0).min(3)
        } else if row + 1 == next && body.lines.1 > first {
            8
        } else if row + 1 == next {
            4 + between(body.lines.1, first).min(3)
        } else if row > next {
            9 + (row - next - 1).min(1)
        } else {
            11 + (next - row - 2).min(2)
        };
        // Where heads are drawn together, their order is often that of the bodies.
        let drawn_together = heads.len() > 2 && {
            let (top, foot) = (heads[0].lines.0, heads[heads.len() - 1].lines.1);
            let amid = bodies.iter().filter(|body| body.lines.0 > top && body.lines.1 < foot);
            amid.count() * 2 < heads.len()
        };
        // Counted from the first or from the last, for a head or a body may be missing between.
        let from_first = row.abs_diff(column);
        let from_last = (bodies.len() - row).abs_diff(heads.len() - column);
        let order = match (from_first, from_last) {
            _ if !drawn_together => 0,
            (0, 0) => 1,
            (0, _) | (_, 0) => 2,
            (1, _) | (_, 1) => 3,
            _ => 4,
        };
        let [kicker, deck, byline] = head.parts;
        let caption = body.kind == UnitKind::Caption;
        let kind = usize::from(caption) * 6
            + usize::from(byline) * 3
            + if deck { 2 } else { usize::from(kicker) };
        let led = usize::from(body.led) * 2 + usize::from(byline);
        rows(sum(&WORD_SIGNS), &PLACE_SIGNS, [place, order, kind, led])
    }

    /// The rows of the signs of a body alone.
    pub fn bare_rows(body: &BodyView) -> [u8; 2] {
        let kind = usize::from(body.kind == UnitKind::Caption) * 2 + usize::from(body.led);
        let length = match body.length {
            0..=3 => 0,
            4..=7 => 1,
            8..=14 => 2,
            15..=30 => 3,
            31..=60 => 4,
            _ => 5,
        };
        rows(sum(&WORD_SIGNS) + sum(&PLACE_SIGNS), &BARE_SIGNS, [kind, length])
    }

    /// The rows of the signs of a head alone.
    pub fn lone_rows(head: &HeadView) -> [u8; 2] {
        let length = match head.words.len() {
            0..=3 => 0,
            4..=6 => 1,
            7..=10 => 2,
            11..=16 => 3,
            _ => 4,
        };
        let [kicker, deck, byline] = head.parts;
        let parts = usize::from(byline) * 2 + usize::from(kicker || deck);
        rows(SIGN_ROWS - sum(&LONE_SIGNS), &LONE_SIGNS, [length, parts])
    }
}

fn rows<const N: usize>(from: usize, values: &[usize; N], found: [usize; N]) -> [u8; N] {
    let mut first = from;
    let mut out = [0; N];
    for (out, (&values, found)) in out.iter_mut().zip(values.iter().zip(found)) {
        debug_assert!(found < values, "{found} of {values} from row {first}");
        *out = (first + found) as u8;
        first += values;
    }
    out
}

/// Whether a sorted list has the word.
pub(super) fn has(list: &[u64], word: &u64) -> bool {
    list.binary_search(word).is_ok()
}

/// The different words of an element, sorted.
pub(super) fn element_words(text: &str, lines: &[Line], element: &Element) -> Vec<Word> {
    words(text, lines, element.lines.iter().copied())
}

/// The different words of the lines `of`, sorted.
pub(super) fn words(text: &str, lines: &[Line], of: impl Iterator<Item = usize>) -> Vec<Word> {
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

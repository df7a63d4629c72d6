//! What bodies and heads are made of, and where each may begin.

use super::Page;
use crate::compose::element::Element;
use crate::compose::unit::UnitKind;
use crate::read::State;

/// How much the reading's own certainty counts beside the words, for a body's beginning and for a head's, in
/// percent: found on held-out pages. The reading is fitted against a margin, which makes it timid.
const BODY_READING: i32 = 200;
const HEAD_READING: i32 = 220;
/// What each body costs that begins, in hundredths of a nat: the reading is fitted to miss none, and begins too many.
const BODY_COST: i32 = 300;
/// A beginning that the reading is so sure of, in hundredths of a nat, is not touched.
const SURE: u32 = 1500;

/// A place where a body or a head could begin or not: its index in the chain, and what beginning there is
/// worth by the reading.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) at: usize,
    pub(super) worth: i32,
}

/// Elements of bodies, or printed lines of heads, in order, and which of them begin one.
pub(super) struct Chain<T> {
    pub(super) links: Vec<T>,
    pub(super) begins: Vec<bool>,
    pub(super) places: Vec<Place>,
}

impl<T> Chain<T> {
    /// The ranges of the links between beginnings.
    pub(super) fn ranges(&self) -> Vec<(usize, usize)> {
        let mut out = Vec::with_capacity(self.links.len());
        let mut start = 0;
        for at in 1..=self.links.len() {
            if at == self.links.len() || self.begins[at] {
                out.push((start, at));
                start = at;
            }
        }
        if self.links.is_empty() { Vec::new() } else { out }
    }
}

/// An element of a body.
pub(super) struct Piece {
    pub(super) element: Element,
    /// Whether it opens a unit that begins with a lead or a jump mark.
    pub(super) led: bool,
}

/// A line of a headline, and what stands about it in its head as it was read.
pub(super) struct HeadLine {
    pub(super) line: usize,
    /// The head that it begins, as it was read.
    pub(super) first_of: Option<usize>,
    /// The head that it ends.
    pub(super) last_of: Option<usize>,
}

impl Page<'_> {
    pub(super) fn body_chain(&self) -> Chain<Piece> {
        let mut chain = Chain { links: Vec::new(), begins: Vec::new(), places: Vec::new() };
        let mut last: Option<usize> = None;
        for unit in self.units.iter().filter(|unit| unit.kind == UnitKind::Body) {
            for (index, element) in unit.elements.iter().enumerate() {
                let at = chain.links.len();
                let begins = index == 0;
                let first = element.lines[0];
                let openness = self.reading.openness[first];
                let may = match element.kind {
                    // What opens with a lead is a text of its own, if the reading says so.
                    State::Opening => at > 0 && !unit.led,
                    // Nor does anything begin right after From page 1.
                    State::Paragraph if index == 1 => unit.elements[0].kind != State::Jump,
                    State::Paragraph => index > 0 || at > 0,
                    _ => false,
                };
                // One body does not go on in another measure, and never on another page.
                let apart = begins
                    && last.is_some_and(|last| self.lines[first].page != self.lines[last].page);
                if may && !apart && openness.unsigned_abs() < SURE {
                    chain
                        .places
                        .push(Place { at, worth: openness * BODY_READING / 100 - BODY_COST });
                }
                chain.links.push(Piece { element: element.clone(), led: begins && unit.led });
                chain.begins.push(begins);
                last = element.lines.last().copied().or(last);
            }
        }
        chain
    }

    pub(super) fn head_chain(&self) -> Chain<HeadLine> {
        let mut chain = Chain { links: Vec::new(), begins: Vec::new(), places: Vec::new() };
        for (index, head) in self.heads.iter().enumerate() {
            let Some(headline) = &head.headline else { continue };
            for (nth, &line) in headline.lines.iter().enumerate() {
                let at = chain.links.len();
                let before =
                    chain.links.last().map(|before: &HeadLine| (before.line, before.last_of));
                let touches = before.is_some_and(|(before, last_of)| {
                    let closed = last_of.is_some_and(|above| {
                        let above = &self.heads[above];
                        above.deck.is_some() || !above.bylines.is_empty()
                    });
                    line == before + 1
                        && self.lines[line].page == self.lines[before].page
                        && !closed
                        && (nth > 0 || head.kicker.is_none())
                });
                let worth = self.reading.headness[line];
                if at > 0 && touches && worth.unsigned_abs() < SURE {
                    chain.places.push(Place { at, worth: worth * HEAD_READING / 100 });
                }
                chain.links.push(HeadLine {
                    line,
                    first_of: (nth == 0).then_some(index),
                    last_of: (nth + 1 == headline.lines.len()).then_some(index),
                });
                chain.begins.push(nth == 0);
            }
        }
        chain
    }
}

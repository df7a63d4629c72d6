//! Arranging: where bodies begin, where heads begin, and which head is whose, decided together.
//!
//! The reading says how sure it is of each beginning; the words say which head speaks of which body. What
//! makes both most probable is sought by turning beginnings on and off, one at a time or a head's and a
//! body's together, as long as it helps: first by the signs of each pair, then, where heads are
//! not too few, by the networks, which weigh it among the others of the page.
//!
//! - `chain.rs`: what bodies and heads are made of, and where each may begin;
//! - `search.rs`: the search.

mod chain;
mod search;

use super::element::Element;
use super::matching::SignWeights;
use super::pairing::Match;
use super::unit::{Head, Layout, Unit, UnitKind};
use super::weights;
use crate::language::Table;
use crate::line::Line;
use crate::read::{Reading, State};
use chain::{Chain, HeadLine, Piece};
use search::{Judge, Search};

/// At most so many bodies or heads are weighed against each other: a page of print holds some fifty.
const WINDOW: usize = 160;
/// Fewer heads do not show what their page does: networks, fitted with pieces of pages too, gave 97 of 120 bodies of held-out Chinese
/// pages with two or three heads their own, the signs 104.
const FEWEST_HEADS: usize = 4;

/// Arranges bodies and heads of `layout` anew and gives each unit its head, if any.
///
/// Pages are arranged one by one, and each in bounded work, so that cost stays linear in the pages.
pub fn arrange(
    text: &str,
    lines: &[Line],
    layout: &mut Layout,
    reading: &Reading,
    table: &Table,
) -> Vec<Option<Match>> {
    let old = std::mem::take(layout);
    layout.furniture = old.furniture;
    let mut found = Vec::new();
    let page_of = |line: Option<usize>| line.map_or(0, |line| lines[line].page);
    let mut units = old.units.into_iter().peekable();
    let mut heads = old.heads.into_iter().peekable();
    while units.peek().is_some() || heads.peek().is_some() {
        let unit_page = units.peek().map(|unit| page_of(Some(unit.first_line())));
        let head_page = heads.peek().map(|head| page_of(head.lines().first().copied()));
        let page = unit_page.into_iter().chain(head_page).min().unwrap_or(0);
        let mut part = Page {
            text,
            lines,
            reading,
            table,
            weights: weights::of(table.script),
            units: Vec::new(),
            heads: Vec::new(),
        };
        while let Some(unit) = units
            .next_if(|unit| page_of(Some(unit.first_line())) <= page && part.units.len() < WINDOW)
        {
            part.units.push(unit);
        }
        while let Some(head) = heads.next_if(|head| {
            page_of(head.lines().first().copied()) <= page && part.heads.len() < WINDOW
        }) {
            part.heads.push(head);
        }
        let (page, matches) = part.arranged();
        let before = layout.heads.len();
        let matches = matches.into_iter();
        found.extend(matches.map(|found| found.map(|of| Match { head: of.head + before, ..of })));
        layout.units.extend(page.units);
        layout.heads.extend(page.heads);
    }
    found
}

/// The units and heads of a page.
struct Page<'a> {
    text: &'a str,
    lines: &'a [Line],
    reading: &'a Reading,
    table: &'a Table,
    weights: &'static SignWeights,
    units: Vec<Unit>,
    heads: Vec<Head>,
}

impl Page<'_> {
    fn arranged(self) -> (Layout, Vec<Option<Match>>) {
        let mut bodies = self.body_chain();
        let mut heads = self.head_chain();
        let mut search = Search::new(&self, &bodies, &heads);
        search.run(Judge::Signs, &mut bodies, &mut heads);
        let few = self.units.is_empty() || heads.ranges().len() < FEWEST_HEADS;
        let judge = if few { Judge::Signs } else { Judge::Networks };
        if judge == Judge::Networks {
            search.run(judge, &mut bodies, &mut heads);
        }
        search.give_back(judge, &bodies, &mut heads);
        let matches = search.matches(judge, &bodies, &heads);
        (self.rebuilt(&bodies, &heads), matches)
    }

    /// The head of these lines: the kicker of the head that the first line began as it was read, deck and
    /// bylines of the one that the last line ended.
    fn head_of_range(&self, heads: &Chain<HeadLine>, (from, to): (usize, usize)) -> Head {
        let links = &heads.links[from..to];
        let above = links.first().and_then(|link| link.first_of).map(|head| &self.heads[head]);
        let below = links.last().and_then(|link| link.last_of).map(|head| &self.heads[head]);
        let lines = links.iter().map(|link| link.line).collect();
        Head {
            kicker: above.and_then(|head| head.kicker.clone()),
            headline: Some(Element { kind: State::Headline, lines }),
            deck: below.and_then(|head| head.deck.clone()),
            bylines: below.map(|head| head.bylines.clone()).unwrap_or_default(),
        }
    }

    /// Units and heads as they are arranged.
    fn rebuilt(&self, bodies: &Chain<Piece>, heads: &Chain<HeadLine>) -> Layout {
        let as_read = |first: usize| {
            self.units
                .iter()
                .find(|unit| unit.kind == UnitKind::Body && unit.elements[0].lines[0] == first)
        };
        let mut units: Vec<Unit> = Vec::new();
        for (from, to) in bodies.ranges() {
            let pieces = &bodies.links[from..to];
            let mut elements: Vec<Element> =
                pieces.iter().map(|piece| piece.element.clone()).collect();
            let mut bylines = Vec::new();
            for element in &mut elements {
                if let Some(unit) = as_read(element.lines[0]) {
                    bylines.extend(unit.bylines.iter().cloned());
                }
                if element.kind == State::Opening {
                    element.kind = State::Paragraph;
                }
            }
            if elements[0].kind == State::Paragraph {
                elements[0].kind = State::Opening;
            }
            units.push(Unit { kind: UnitKind::Body, led: pieces[0].led, elements, bylines });
        }
        units.extend(self.units.iter().filter(|unit| unit.kind == UnitKind::Caption).cloned());
        units.sort_by_key(Unit::first_line);
        let heads = heads.ranges().into_iter().map(|range| self.head_of_range(heads, range));
        Layout { units, heads: heads.collect(), furniture: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use crate::Pipeline;

    /// Two heads over their own texts, the rest of another page's article before them.
    #[test]
    fn few_heads_stand_over_their_own_texts() {
        let page = "\
and the committee will hear from the public in the spring.
Mr. Bolt said that nothing had been decided, and that
nothing would be before the summer.
Harbour Bridge Closed
ELMTON, March 3 - The old bridge over the harbour was
closed to all traffic on Monday after engineers found
cracks in two of its piers. Repairs will take until June.
Library Stays Open Late
ELMTON, March 4 - Readers may stay at the library until
ten at night from next week on, the council decided.
";
        let document = Pipeline::new().run("page", page.as_bytes()).expect("the page is text");
        let heads = document.articles.iter().map(|article| {
            let text = article.paragraphs().next().unwrap_or_default().to_owned();
            (article.headline.as_ref().map(|head| head.text.clone()), text)
        });
        for (head, text) in heads {
            let own = match head.as_deref() {
                Some("Harbour Bridge Closed") => "The old bridge",
                Some("Library Stays Open Late") => "Readers may stay",
                _ => "and the committee",
            };
            assert!(text.contains(own), "{head:?} over {text}");
        }
        assert_eq!(document.articles.len(), 3);
    }
}

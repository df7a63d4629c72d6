//! Arranging: where bodies begin, where heads begin, and which head is whose, decided together.
//!
//! The reading says how sure it is of each beginning; the words say which head speaks of which body. What
//! makes both most probable is sought by turning beginnings on and off, one at a time or a head's and a
//! body's together, as long as it helps.

use super::assignment::assign;
use super::element::Element;
use super::matching::{BodyView, HeadView, Places, Scene, SignWeights, words};
use super::unit::{Head, Layout, Unit, UnitKind};
use super::weights;
use crate::language::Table;
use crate::line::Line;
use crate::read::{Reading, State};
use foldhash::HashMap;
use std::ops::Range;

/// The head of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// Its index among the heads.
    pub head: usize,
    /// By how many points of the weights the two do better together than either with the best of the others, or alone.
    pub lead: i64,
}

/// How much the reading's own certainty counts beside the words, for a body's beginning and for a head's, in
/// percent: found on held-out pages. The reading is fitted against a margin, which makes it timid.
const BODY_READING: i32 = 200;
const HEAD_READING: i32 = 220;
/// What each body costs that begins, in hundredths of a nat: the reading is fitted to miss none, and begins too many.
const BODY_COST: i32 = 300;
/// A beginning that the reading is so sure of, in hundredths of a nat, is not touched.
const SURE: u32 = 1500;
/// At most so many bodies or heads are weighed against each other: a page of print holds some fifty.
const WINDOW: usize = 160;
/// Changes are tried on a page as long as the steps of the assignments stay within so many a line: a crowded
/// page of print has a tenth of it.
const WORK_A_LINE: usize = 20_000;
/// So many steps is each word of a body worth that is looked at anew, each line of a head, and each beginning
/// that is passed over.
const WORK_A_WORD: usize = 10;
const WORK_A_HEAD_LINE: usize = 500;
const WORK_A_LINK: usize = 10;
/// How often all beginnings are gone through.
const ROUNDS: usize = 3;
/// A head is compared with so many elements from a beginning on, and as many before it.
const REACH: usize = 6;

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
        let (units, heads, matches) = part.arranged();
        let before = layout.heads.len();
        found.extend(
            matches
                .into_iter()
                .map(|found| found.map(|Match { head, lead }| Match { head: head + before, lead })),
        );
        layout.units.extend(units);
        layout.heads.extend(heads);
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

/// A place where a body or a head could begin or not: its index in the chain, and what beginning there is
/// worth by the reading.
#[derive(Clone, Copy)]
struct Place {
    at: usize,
    worth: i32,
}

/// Elements of bodies, or printed lines of heads, in order, and which of them begin one.
struct Chain<T> {
    links: Vec<T>,
    begins: Vec<bool>,
    places: Vec<Place>,
}

impl<T> Chain<T> {
    /// The ranges of the links between beginnings.
    fn ranges(&self) -> Vec<(usize, usize)> {
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
struct Piece {
    element: Element,
    /// Whether it opens a unit that begins with a lead or a jump mark.
    led: bool,
}

/// A line of a headline, and what stands about it in its head as it was read.
struct HeadLine {
    line: usize,
    /// The head that it begins, as it was read.
    first_of: Option<usize>,
    /// The head that it ends.
    last_of: Option<usize>,
}

/// What an arrangement is worth.
struct Worth {
    /// By the reading, and with no head any body's.
    points: i64,
    /// What each body and each head are worth together.
    scores: Vec<Vec<i64>>,
}

impl Worth {
    /// No assignment makes it worth more: each body, or each head, has the best that there is for it.
    fn most(&self) -> i64 {
        let columns = self.scores.first().map_or(0, Vec::len);
        let mut best = vec![0; columns];
        let mut of_bodies = 0;
        for row in &self.scores {
            let mut most = 0;
            for (best, &score) in best.iter_mut().zip(row) {
                *best = score.max(*best);
                most = score.max(most);
            }
            of_bodies += most;
        }
        self.points + of_bodies.min(best.into_iter().sum())
    }

    /// By how many points body and head do better together than either with the best of the others, or with none.
    fn lead(&self, body: usize, head: usize) -> i64 {
        let of_body = self.scores[body].iter().enumerate().filter(|&(other, _)| other != head);
        let of_head = self.scores.iter().enumerate().filter(|&(other, _)| other != body);
        let rivals = of_body.map(|(_, &score)| score).chain(of_head.map(|(_, row)| row[head]));
        self.scores[body][head] - rivals.max().unwrap_or(0)
    }

    /// What the best assignment makes it worth, and that assignment: the head of each body.
    fn assigned(&self) -> (i64, Vec<Option<usize>>) {
        let heads = assign(&self.scores);
        let taken = heads.iter().zip(&self.scores);
        let matched: i64 = taken.filter_map(|(head, row)| head.map(|head| row[head])).sum();
        (self.points + matched, heads)
    }
}

/// Gives lines without a body back to the head beside them that has one, where the reading had the two as one: such a head is
/// parted only between two bodies. Whether there were any.
fn give_back(heads: &mut Chain<HeadLine>, worth: &Worth) -> bool {
    let ranges = heads.ranges();
    let mut taken = vec![false; ranges.len()];
    worth.assigned().1.into_iter().flatten().for_each(|head| taken[head] = true);
    let mut given = false;
    let mut at = 1;
    while at < ranges.len() {
        let (start, _) = ranges[at];
        let one_as_read = heads.links[start].first_of.is_none();
        if one_as_read && taken[at - 1] != taken[at] {
            heads.begins[start] = false;
            given = true;
            // What stands behind them stays apart: they must not make one head of two.
            at += 1;
        }
        at += 1;
    }
    given
}

/// The views of bodies and heads that were looked at, captions first, and the points of their words.
#[derive(Default)]
struct Seen {
    bodies: HashMap<(usize, usize), usize>,
    heads: HashMap<(usize, usize), usize>,
    body_views: Vec<BodyView>,
    head_views: Vec<HeadView>,
    /// By body and head, of all that does not change with their places; `None` where they were not on the page
    /// together yet.
    points: Vec<Vec<Option<i32>>>,
}

impl Page<'_> {
    fn arranged(self) -> (Vec<Unit>, Vec<Head>, Vec<Option<Match>>) {
        let mut bodies = self.body_chain();
        let mut heads = self.head_chain();
        let captions: Vec<&Unit> =
            self.units.iter().filter(|unit| unit.kind == UnitKind::Caption).collect();
        let scene = {
            let pieces: Vec<&Element> = bodies.links.iter().map(|piece| &piece.element).collect();
            let of_captions: Vec<Vec<&Element>> =
                captions.iter().map(|unit| unit.elements.iter().collect()).collect();
            let of_bodies = bodies.ranges().into_iter().map(|(from, to)| &pieces[from..to]);
            let views = of_bodies.chain(of_captions.iter().map(Vec::as_slice));
            Scene::new(self.text, self.lines, self.table, views)
        };
        let mut seen = Seen::default();
        let mut first = bodies.links.len();
        for unit in &captions {
            let range = first..first + unit.elements.len();
            first = range.end;
            seen.body_views.push(scene.body(unit.kind, unit.led, range));
        }
        let of_bodies = self.units.iter().flat_map(|unit| &unit.elements);
        let lines = of_bodies.map(|element| element.lines.len()).sum::<usize>() + heads.links.len();
        let mut search = Search {
            page: &self,
            scene: &scene,
            captions: captions.len(),
            seen,
            work: 0,
            most_work: lines * WORK_A_LINE,
        };
        search.run(&mut bodies, &mut heads);
        let mut worth = search.worth(&bodies, &heads);
        while search.work < search.most_work && give_back(&mut heads, &worth) {
            worth = search.worth(&bodies, &heads);
        }
        drop(search);
        self.rebuilt(&bodies, &heads, &worth)
    }

    fn body_chain(&self) -> Chain<Piece> {
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

    fn head_chain(&self) -> Chain<HeadLine> {
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
    fn rebuilt(
        &self,
        bodies: &Chain<Piece>,
        heads: &Chain<HeadLine>,
        worth: &Worth,
    ) -> (Vec<Unit>, Vec<Head>, Vec<Option<Match>>) {
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
        let out =
            heads.ranges().into_iter().map(|range| self.head_of_range(heads, range)).collect();
        let (_, heads) = worth.assigned();
        let matches = heads
            .iter()
            .enumerate()
            .map(|(body, head)| head.map(|head| Match { head, lead: worth.lead(body, head) }))
            .collect();
        (units, out, matches)
    }
}

struct Search<'a> {
    page: &'a Page<'a>,
    scene: &'a Scene,
    captions: usize,
    seen: Seen,
    work: usize,
    most_work: usize,
}

impl Search<'_> {
    fn run(&mut self, bodies: &mut Chain<Piece>, heads: &mut Chain<HeadLine>) {
        let (mut best, _) = self.worth(bodies, heads).assigned();
        for _ in 0..ROUNDS {
            let before = best;
            for index in 0..heads.places.len() {
                let at = heads.places[index].at;
                heads.begins[at] = !heads.begins[at];
                if self.better(bodies, heads, &mut best) {
                    continue;
                }
                // A new head may speak of a body that was read on into the one before.
                if heads.begins[at]
                    && self.work < self.most_work
                    && let Some(place) = self.spoken_of(bodies, heads, at)
                {
                    bodies.begins[place] = true;
                    if self.better(bodies, heads, &mut best) {
                        continue;
                    }
                    bodies.begins[place] = false;
                }
                heads.begins[at] = !heads.begins[at];
            }
            for index in 0..bodies.places.len() {
                let at = bodies.places[index].at;
                bodies.begins[at] = !bodies.begins[at];
                if !self.better(bodies, heads, &mut best) {
                    bodies.begins[at] = !bodies.begins[at];
                }
            }
            // A beginning may stand a line too soon or too late.
            for index in 1..heads.places.len() {
                let (one, other) = (heads.places[index - 1].at, heads.places[index].at);
                if heads.begins[one] != heads.begins[other] {
                    heads.begins.swap(one, other);
                    if !self.better(bodies, heads, &mut best) {
                        heads.begins.swap(one, other);
                    }
                }
            }
            for index in 1..bodies.places.len() {
                let (one, other) = (bodies.places[index - 1].at, bodies.places[index].at);
                if bodies.begins[one] != bodies.begins[other] {
                    bodies.begins.swap(one, other);
                    if !self.better(bodies, heads, &mut best) {
                        bodies.begins.swap(one, other);
                    }
                }
            }
            if best == before || self.work >= self.most_work {
                break;
            }
        }
    }

    fn better(&mut self, bodies: &Chain<Piece>, heads: &Chain<HeadLine>, best: &mut i64) -> bool {
        if self.work >= self.most_work {
            return false;
        }
        let worth = self.worth(bodies, heads);
        // Few changes could do any good, and the assignment costs most.
        if worth.most() <= *best {
            return false;
        }
        let (points, _) = worth.assigned();
        let better = points > *best;
        if better {
            *best = points;
        }
        better
    }

    /// The beginning, not taken yet, whose text has most words of the head lines on one side of `at` that the
    /// text before it lacks.
    fn spoken_of(
        &mut self,
        bodies: &Chain<Piece>,
        heads: &Chain<HeadLine>,
        at: usize,
    ) -> Option<usize> {
        let side = |at: usize| -> Vec<u32> {
            let line = std::iter::once(heads.links[at].line);
            let words = words(self.page.text, self.page.lines, line);
            words.into_iter().filter_map(|word| self.scene.number(word)).collect()
        };
        let sides = [side(at - 1), side(at)];
        self.work += bodies.places.len() * sides.iter().map(Vec::len).sum::<usize>();
        let mut best: Option<(usize, usize)> = None;
        for place in bodies.places.iter().filter(|place| !bodies.begins[place.at]) {
            let before = place.at.saturating_sub(REACH)..place.at;
            let after = place.at..(place.at + REACH).min(bodies.links.len());
            for side in &sides {
                let told = |pieces: &Range<usize>, word: &u32| self.scene.has(pieces, *word);
                let new = side.iter().filter(|word| told(&after, word) && !told(&before, word));
                let count = new.count();
                if count > 1 && best.is_none_or(|(most, _)| count > most) {
                    best = Some((count, place.at));
                }
            }
        }
        best.map(|(_, at)| at)
    }

    /// What the arrangement is worth.
    fn worth(&mut self, bodies: &Chain<Piece>, heads: &Chain<HeadLine>) -> Worth {
        let page = self.page;
        let captions = 0..self.captions;
        let body_ids = bodies.ranges().into_iter().map(|range| self.body(bodies, range));
        let mut order: Vec<usize> = body_ids.collect();
        order.extend(captions);
        order.sort_unstable_by_key(|&id| self.seen.body_views[id].lines.0);
        let head_ids: Vec<usize> =
            heads.ranges().into_iter().map(|range| self.head(heads, range)).collect();
        let (one, other) = (order.len(), head_ids.len());
        self.work += (bodies.links.len() + heads.links.len()) * WORK_A_LINK;
        self.work += one * other + one.min(other).pow(2) * (one + other);
        let Seen { body_views, head_views, points, .. } = &mut self.seen;
        let bodies_here: Vec<&BodyView> = order.iter().map(|&id| &body_views[id]).collect();
        let heads_here: Vec<&HeadView> = head_ids.iter().map(|&id| &head_views[id]).collect();
        let places = Places::new(&bodies_here, &heads_here);
        let sum = |rows: &[u8]| -> i32 {
            rows.iter().map(|&row| i32::from(page.weights[usize::from(row)])).sum()
        };
        let lone: i32 = heads_here.iter().map(|head| sum(&Scene::lone_rows(head))).sum();
        points.resize(body_views.len(), Vec::new());
        let scores: Vec<Vec<i64>> = order
            .iter()
            .zip(&bodies_here)
            .enumerate()
            .map(|(row, (&id, body))| {
                let points = &mut points[id];
                points.resize(head_views.len(), None);
                let columns = head_ids.iter().zip(&heads_here).enumerate();
                columns
                    .map(|(column, (&id, head))| {
                        let by_themselves = points[id].get_or_insert_with(|| {
                            sum(&self.scene.word_rows(body, head))
                                + sum(&Scene::kind_rows(body, head))
                                - sum(&Scene::bare_rows(body))
                                - sum(&Scene::lone_rows(head))
                        });
                        i64::from(*by_themselves + sum(&places.rows(row, column))).max(0)
                    })
                    .collect()
            })
            .collect();
        let reading = |places: &[Place], begins: &[bool]| -> i64 {
            let taken = places.iter().filter(|place| begins[place.at]);
            taken.map(|place| i64::from(place.worth)).sum()
        };
        let points = reading(&bodies.places, &bodies.begins)
            + reading(&heads.places, &heads.begins)
            + i64::from(lone);
        Worth { points, scores }
    }

    fn body(&mut self, bodies: &Chain<Piece>, range: (usize, usize)) -> usize {
        if let Some(&id) = self.seen.bodies.get(&range) {
            return id;
        }
        let id = self.seen.body_views.len();
        self.work += self.scene.count_words(range.0..range.1) * WORK_A_WORD;
        let led = bodies.links[range.0].led;
        self.seen.body_views.push(self.scene.body(UnitKind::Body, led, range.0..range.1));
        self.seen.bodies.insert(range, id);
        id
    }

    fn head(&mut self, heads: &Chain<HeadLine>, range: (usize, usize)) -> usize {
        if let Some(&id) = self.seen.heads.get(&range) {
            return id;
        }
        self.work += (range.1 - range.0) * WORK_A_HEAD_LINE;
        let id = self.seen.head_views.len();
        let head = self.page.head_of_range(heads, range);
        self.seen.head_views.push(self.scene.head(
            self.page.text,
            self.page.lines,
            self.page.table,
            &head,
        ));
        self.seen.heads.insert(range, id);
        id
    }
}

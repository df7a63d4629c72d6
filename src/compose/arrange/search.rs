//! The search for the beginnings that make an arrangement worth most.

use super::Page;
use super::chain::{Chain, HeadLine, Piece, Place};
use crate::compose::assignment::assign;
use crate::compose::element::Element;
use crate::compose::index::joined;
use crate::compose::matching::{self, BodyView, HeadView, Places, Scene};
use crate::compose::pairing::{Facts, Match, Said, gains, pair};
use crate::compose::unit::{Head, Unit, UnitKind};
use foldhash::HashMap;
use std::ops::Range;

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

    /// What the best assignment makes it worth, and that assignment: the head of each body.
    fn assigned(&self) -> (i64, Vec<Option<usize>>) {
        let heads = assign(&self.scores);
        let taken = heads.iter().zip(&self.scores);
        let matched: i64 = taken.filter_map(|(head, row)| head.map(|head| row[head])).sum();
        (self.points + matched, heads)
    }
}

/// By what an arrangement is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Judge {
    /// By the signs that each head is each body's.
    Signs,
    /// By what the networks say of each pair among the others.
    Networks,
}

impl Judge {
    /// What the reading finds the beginnings worth.
    fn reading(self, bodies: &Chain<Piece>, heads: &Chain<HeadLine>) -> i64 {
        let sum = |places: &[Place], begins: &[bool]| -> i64 {
            let taken = places.iter().filter(|place| begins[place.at]);
            taken.map(|place| i64::from(place.worth)).sum()
        };
        let reading = sum(&bodies.places, &bodies.begins) + sum(&heads.places, &heads.begins);
        match self {
            Self::Signs => reading,
            Self::Networks => reading * BESIDE_NETWORKS / 100,
        }
    }
}

/// What the best arrangement so far is worth, and by the reading alone.
struct Best {
    worth: i64,
    reading: i64,
}

/// How much the reading counts beside the networks, in percent of what it counts beside the signs, which are far more certain than they
/// are right: of 20 to 100, held-out pages were read best at 30.
const BESIDE_NETWORKS: i64 = 30;
/// The networks make no change good that costs more than so much by the reading, as it counts beside them: of 202 changes that they liked
/// on 233 pages four cost more, and of those that they would have weighed for nothing, six in ten.
const MOST_MADE_GOOD: i64 = 400;
/// Changes are tried on a page as long as they stay within so many steps a line, by each judge: a crowded page of print takes
/// a tenth of that.
const WORK_A_LINE: u64 = 20_000;
/// So many steps is a pair worth that the networks weigh, a line of a body that is looked at anew, one of a head, and each beginning
/// that is passed over.
const WORK_A_PAIR: u64 = 250;
const WORK_A_BODY_LINE: u64 = 100;
const WORK_A_HEAD_LINE: u64 = 500;
const WORK_A_LINK: u64 = 10;
/// How often all beginnings are gone through.
const TIMES: usize = 3;
/// A head is compared with so many elements from a beginning on, and as many before it.
const REACH: usize = 6;

pub(super) struct Search<'a> {
    page: &'a Page<'a>,
    scene: Scene,
    captions: usize,
    seen: Seen,
    work: u64,
    most_work: u64,
}

/// The views of bodies and heads that were looked at, captions first, and what the signs say of them.
#[derive(Default)]
struct Seen {
    bodies: HashMap<(usize, usize), usize>,
    heads: HashMap<(usize, usize), usize>,
    body_views: Vec<BodyView>,
    head_views: Vec<HeadView>,
    /// By body and head, of all that does not change with their places; `None` where they were not on the page
    /// together yet.
    said: Vec<Vec<Option<Said>>>,
}

/// The bodies and heads of an arrangement, by their places among those that were seen, in order.
struct Sides {
    bodies: Vec<usize>,
    heads: Vec<usize>,
}

impl Sides {
    /// Their views, out of all that were seen.
    fn views<'v>(
        &self,
        bodies: &'v [BodyView],
        heads: &'v [HeadView],
    ) -> (Vec<&'v BodyView>, Vec<&'v HeadView>) {
        let of_bodies = self.bodies.iter().map(|&id| &bodies[id]);
        (of_bodies.collect(), self.heads.iter().map(|&id| &heads[id]).collect())
    }
}

impl<'a> Search<'a> {
    pub(super) fn new(page: &'a Page<'a>, bodies: &Chain<Piece>, heads: &Chain<HeadLine>) -> Self {
        let captions: Vec<&Unit> =
            page.units.iter().filter(|unit| unit.kind == UnitKind::Caption).collect();
        let pieces: Vec<&Element> = bodies.links.iter().map(|piece| &piece.element).collect();
        let of_captions: Vec<Vec<&Element>> =
            captions.iter().map(|unit| unit.elements.iter().collect()).collect();
        let of_bodies = bodies.ranges().into_iter().map(|(from, to)| &pieces[from..to]);
        let views = of_bodies.chain(of_captions.iter().map(Vec::as_slice));
        let of_heads: Vec<usize> = page.heads.iter().flat_map(Head::lines).collect();
        let scene = Scene::new(page.text, page.lines, page.table, views, &of_heads);
        let mut seen = Seen::default();
        let mut first = bodies.links.len();
        for unit in &captions {
            let range = first..first + unit.elements.len();
            first = range.end;
            seen.body_views.push(scene.body(unit.kind, unit.led, range));
        }
        let of_bodies = page.units.iter().flat_map(|unit| &unit.elements);
        let lines = of_bodies.map(|element| element.lines.len()).sum::<usize>() + heads.links.len();
        Self {
            page,
            scene,
            captions: captions.len(),
            seen,
            work: 0,
            most_work: lines as u64 * WORK_A_LINE,
        }
    }

    /// Turns beginnings on and off as long as `judge` finds the arrangement worth more.
    pub(super) fn run(
        &mut self,
        judge: Judge,
        bodies: &mut Chain<Piece>,
        heads: &mut Chain<HeadLine>,
    ) {
        self.work = 0;
        let (worth, _) = self.worth(judge, bodies, heads).assigned();
        let mut best = Best { worth, reading: judge.reading(bodies, heads) };
        for _ in 0..TIMES {
            let before = best.worth;
            for index in 0..heads.places.len() {
                let at = heads.places[index].at;
                heads.begins[at] = !heads.begins[at];
                if self.better(judge, bodies, heads, &mut best) {
                    continue;
                }
                // A new head may speak of a body that was read on into the one before.
                if heads.begins[at]
                    && self.work < self.most_work
                    && let Some(place) = self.spoken_of(bodies, heads, at)
                {
                    bodies.begins[place] = true;
                    if self.better(judge, bodies, heads, &mut best) {
                        continue;
                    }
                    bodies.begins[place] = false;
                }
                heads.begins[at] = !heads.begins[at];
            }
            for index in 0..bodies.places.len() {
                let at = bodies.places[index].at;
                bodies.begins[at] = !bodies.begins[at];
                if !self.better(judge, bodies, heads, &mut best) {
                    bodies.begins[at] = !bodies.begins[at];
                }
            }
            // A beginning may stand a line too soon or too late.
            for index in 1..heads.places.len() {
                let (one, other) = (heads.places[index - 1].at, heads.places[index].at);
                if heads.begins[one] != heads.begins[other] {
                    heads.begins.swap(one, other);
                    if !self.better(judge, bodies, heads, &mut best) {
                        heads.begins.swap(one, other);
                    }
                }
            }
            for index in 1..bodies.places.len() {
                let (one, other) = (bodies.places[index - 1].at, bodies.places[index].at);
                if bodies.begins[one] != bodies.begins[other] {
                    bodies.begins.swap(one, other);
                    if !self.better(judge, bodies, heads, &mut best) {
                        bodies.begins.swap(one, other);
                    }
                }
            }
            if best.worth == before || self.work >= self.most_work {
                break;
            }
        }
    }

    fn better(
        &mut self,
        judge: Judge,
        bodies: &Chain<Piece>,
        heads: &Chain<HeadLine>,
        best: &mut Best,
    ) -> bool {
        if self.work >= self.most_work {
            return false;
        }
        let reading = judge.reading(bodies, heads);
        if judge == Judge::Networks && reading < best.reading - MOST_MADE_GOOD {
            self.work += (bodies.places.len() + heads.places.len()) as u64 * WORK_A_LINK;
            return false;
        }
        let worth = self.worth(judge, bodies, heads);
        // Few changes could do any good, and the assignment costs most.
        if worth.most() <= best.worth {
            return false;
        }
        let (worth, _) = worth.assigned();
        let better = worth > best.worth;
        if better {
            *best = Best { worth, reading };
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
            self.scene.words.words(&joined(
                self.page.text,
                self.page.lines,
                [&heads.links[at].line],
            ))
        };
        let sides = [side(at - 1), side(at)];
        self.work += (bodies.places.len() * sides.iter().map(Vec::len).sum::<usize>()) as u64;
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

    /// Gives lines without a body back to the head beside them that has one, where the reading had the two as one: such a head is
    /// parted only between two bodies.
    pub(super) fn give_back(
        &mut self,
        judge: Judge,
        bodies: &Chain<Piece>,
        heads: &mut Chain<HeadLine>,
    ) {
        let mut given = true;
        while given && self.work < self.most_work {
            let ranges = heads.ranges();
            let mut taken = vec![false; ranges.len()];
            let (_, matched) = self.worth(judge, bodies, heads).assigned();
            matched.into_iter().flatten().for_each(|head| taken[head] = true);
            given = false;
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
        }
    }

    /// The head of each body, captions among them.
    pub(super) fn matches(
        &mut self,
        judge: Judge,
        bodies: &Chain<Piece>,
        heads: &Chain<HeadLine>,
    ) -> Vec<Option<Match>> {
        let mut found = pair(&self.worth(judge, bodies, heads).scores);
        if judge == Judge::Signs {
            // So much more certain are they than right.
            found.iter_mut().flatten().for_each(|of| of.lead = of.lead * BESIDE_NETWORKS / 100);
        }
        found
    }

    /// What `judge` finds the arrangement worth.
    fn worth(&mut self, judge: Judge, bodies: &Chain<Piece>, heads: &Chain<HeadLine>) -> Worth {
        let sides = self.sides(bodies, heads);
        let said = self.said(&sides);
        let reading = judge.reading(bodies, heads);
        let (bodies_here, heads_here) = sides.views(&self.seen.body_views, &self.seen.head_views);
        let weights = self.page.weights;
        match judge {
            Judge::Signs => {
                let lone = heads_here
                    .iter()
                    .map(|head| matching::points(weights, &Scene::lone_rows(head)));
                let score = |said: &Said| i64::from(said.all).max(0);
                Worth {
                    points: reading + lone.map(i64::from).sum::<i64>(),
                    scores: said.iter().map(|row| row.iter().map(score).collect()).collect(),
                }
            }
            Judge::Networks => {
                let facts = Facts::new(&self.scene, &bodies_here, &heads_here, &said, weights);
                let scores = gains(&facts, self.page.table.script);
                let held: usize = heads_here.iter().map(|head| head.held).sum();
                let pairs = sides.bodies.len() * sides.heads.len();
                self.work += pairs as u64 * WORK_A_PAIR + held as u64;
                Worth { points: reading, scores }
            }
        }
    }

    /// The bodies and heads of an arrangement.
    fn sides(&mut self, bodies: &Chain<Piece>, heads: &Chain<HeadLine>) -> Sides {
        let of_bodies = bodies.ranges().into_iter().map(|range| self.body(bodies, range));
        let mut order: Vec<usize> = of_bodies.collect();
        order.extend(0..self.captions);
        order.sort_unstable_by_key(|&id| self.seen.body_views[id].lines.0);
        let of_heads = heads.ranges().into_iter().map(|range| self.head(heads, range)).collect();
        let sides = Sides { bodies: order, heads: of_heads };
        let (one, other) = (sides.bodies.len(), sides.heads.len());
        self.work += (bodies.links.len() + heads.links.len()) as u64 * WORK_A_LINK;
        self.work += (one * other + one.min(other).pow(2) * (one + other)) as u64;
        sides
    }

    /// What the signs say of each pair.
    fn said(&mut self, sides: &Sides) -> Vec<Vec<Said>> {
        let Seen { body_views, head_views, said, .. } = &mut self.seen;
        let (bodies, heads) = sides.views(body_views, head_views);
        let places = Places::new(&bodies, &heads);
        let weights = self.page.weights;
        said.resize(body_views.len(), Vec::new());
        let rows = sides.bodies.iter().zip(&bodies).enumerate().map(|(row, (&id, body))| {
            let said = &mut said[id];
            said.resize(head_views.len(), None);
            let columns = sides.heads.iter().zip(&heads).enumerate();
            let pairs = columns.map(|(column, (&id, head))| {
                let by_themselves =
                    said[id].get_or_insert_with(|| Said::of_pair(&self.scene, body, head, weights));
                let place = matching::points(weights, &places.rows(row, column));
                Said { all: by_themselves.all + place, ..*by_themselves }
            });
            pairs.collect()
        });
        rows.collect()
    }

    fn body(&mut self, bodies: &Chain<Piece>, range: (usize, usize)) -> usize {
        if let Some(&id) = self.seen.bodies.get(&range) {
            return id;
        }
        let id = self.seen.body_views.len();
        let led = bodies.links[range.0].led;
        let view = self.scene.body(UnitKind::Body, led, range.0..range.1);
        self.work += view.length as u64 * WORK_A_BODY_LINE;
        self.seen.body_views.push(view);
        self.seen.bodies.insert(range, id);
        id
    }

    fn head(&mut self, heads: &Chain<HeadLine>, range: (usize, usize)) -> usize {
        if let Some(&id) = self.seen.heads.get(&range) {
            return id;
        }
        self.work += (range.1 - range.0) as u64 * WORK_A_HEAD_LINE;
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

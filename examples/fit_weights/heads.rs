//! What the signs that a head is a body's are worth: the heads that the bodies of a page have are made most
//! probable beside all other ways to give each body one head or none, by Adam with weight decay.

use crate::Page;
use crate::chance::Chance;
use tearsheet::compose::{
    BodyView, Element, HeadView, Layout, Places, SIGN_ROWS, Scene, SignWeights, UnitKind, assign,
    elements, layout,
};
use tearsheet::language::Table;
use tearsheet::read::State;

const STEPS: i32 = 800;
/// Rounds in which the shares of bodies and heads are balanced.
const BALANCED: usize = 12;
const RATE: f64 = 0.05;
const DECAY: f64 = 0.0002;
const SCALE: f64 = 100.0;
/// No sign alone says more, in nats: what no page of the cases has may stand on another.
const MOST: f64 = 4.0;

/// The bodies and heads of a page, and which head is whose.
struct Scenery {
    /// By body and head, the rows that speak for the head being the body's.
    pairs: Vec<Vec<Vec<u8>>>,
    /// By body, the rows that speak for its having none.
    bare: Vec<Vec<u8>>,
    /// By head, the same.
    lone: Vec<Vec<u8>>,
    /// By body, its head.
    right: Vec<Option<usize>>,
    /// Whether the truth tells of the body.
    told: Vec<bool>,
    held_out: bool,
    /// How often it counts.
    times: f64,
}

pub(crate) fn fit(layouts: &[Told<'_>]) -> SignWeights {
    let sceneries: Vec<Scenery> = layouts.iter().map(scenery).collect();
    let (mut weights, mut first, mut second) =
        ([0.0_f64; SIGN_ROWS], [0.0; SIGN_ROWS], [0.0; SIGN_ROWS]);
    for step in 1..=STEPS {
        let mut slope = [0.0_f64; SIGN_ROWS];
        for scenery in sceneries.iter().filter(|scenery| !scenery.held_out) {
            scenery.add_slope(&weights, &mut slope);
        }
        let correction = (1.0 - 0.999_f64.powi(step)).sqrt() / (1.0 - 0.9_f64.powi(step));
        let left = 1.0 - f64::from(step - 1) / f64::from(STEPS);
        for row in 0..SIGN_ROWS {
            first[row] = 0.9 * first[row] + 0.1 * slope[row];
            second[row] = 0.999 * second[row] + 0.001 * slope[row] * slope[row];
            weights[row] += RATE * left * correction * first[row] / (second[row].sqrt() + 1e-8);
            weights[row] = (weights[row] * (1.0 - DECAY)).clamp(-MOST, MOST);
        }
    }
    for held_out in [false, true] {
        let (mut right, mut all) = (0, 0);
        for scenery in sceneries.iter().filter(|scenery| scenery.held_out == held_out) {
            let found = scenery.matched(&weights);
            for (body, head) in
                found.into_iter().enumerate().filter(|&(body, _)| scenery.told[body])
            {
                all += 1;
                right += usize::from(head == scenery.right[body]);
            }
        }
        let part = if held_out { "held out" } else { "fitted" };
        eprintln!("{part}: {right} of {all} bodies get their head");
    }
    weights.map(|weight| (weight * SCALE).round() as i16)
}

impl Scenery {
    fn odds(&self, weights: &[f64; SIGN_ROWS]) -> (Vec<Vec<f64>>, Vec<f64>, Vec<f64>) {
        let odds = |rows: &Vec<u8>| sum(rows, weights).clamp(-30.0, 30.0).exp();
        let pairs = self.pairs.iter().map(|heads| heads.iter().map(odds).collect()).collect();
        (pairs, self.bare.iter().map(odds).collect(), self.lone.iter().map(odds).collect())
    }

    /// Adds the slope of what is known beside what the weights expect: each body has one head or none, each
    /// head one body or none, and of all such shares the likeliest (Sinkhorn's).
    fn add_slope(&self, weights: &[f64; SIGN_ROWS], slope: &mut [f64; SIGN_ROWS]) {
        let (pairs, bare, lone) = self.odds(weights);
        let (mut of_body, mut of_head) = (vec![1.0; bare.len()], vec![1.0; lone.len()]);
        for _ in 0..BALANCED {
            for (body, share) in of_body.iter_mut().enumerate() {
                let sum: f64 =
                    pairs[body].iter().zip(&of_head).map(|(odds, head)| odds * head).sum();
                *share = 1.0 / (sum + bare[body]);
            }
            for (head, share) in of_head.iter_mut().enumerate() {
                let sum: f64 =
                    pairs.iter().zip(&of_body).map(|(heads, body)| heads[head] * body).sum();
                *share = 1.0 / (sum + lone[head]);
            }
        }
        let mut add = |rows: &[u8], wanted: bool, expected: f64| {
            for &row in rows {
                slope[usize::from(row)] += (f64::from(u8::from(wanted)) - expected) * self.times;
            }
        };
        for (body, heads) in self.pairs.iter().enumerate().filter(|&(body, _)| self.told[body]) {
            for (head, rows) in heads.iter().enumerate() {
                let expected = pairs[body][head] * of_body[body] * of_head[head];
                add(rows, self.right[body] == Some(head), expected);
            }
            add(&self.bare[body], self.right[body].is_none(), bare[body] * of_body[body]);
        }
        for (head, rows) in self.lone.iter().enumerate() {
            add(rows, !self.right.contains(&Some(head)), lone[head] * of_head[head]);
        }
    }

    /// The head of each body, all at once.
    fn matched(&self, weights: &[f64; SIGN_ROWS]) -> Vec<Option<usize>> {
        let lone: Vec<f64> = self.lone.iter().map(|rows| sum(rows, weights)).collect();
        let scores: Vec<Vec<i64>> = self
            .pairs
            .iter()
            .zip(&self.bare)
            .map(|(heads, bare)| {
                let bare = sum(bare, weights);
                let gains =
                    heads.iter().zip(&lone).map(|(rows, lone)| sum(rows, weights) - bare - lone);
                gains.map(|gain| ((gain * SCALE) as i64).max(0)).collect()
            })
            .collect();
        assign(&scores)
    }
}

/// What the rows are worth together.
fn sum(rows: &[u8], weights: &[f64; SIGN_ROWS]) -> f64 {
    rows.iter().map(|&row| weights[usize::from(row)]).sum()
}

/// The states of a page as the truth has them, and as read where it does not tell.
fn as_told(page: &Page) -> Vec<State> {
    let told = page.states.iter().zip(&page.labels);
    told.map(|(&read, label)| label.map_or(read, |label| label.state)).collect()
}

/// So many beginnings are lost or taken for such, in percent.
const SPOILT: usize = 12;

/// The states with some of their beginnings lost and others added, as the arrangement tries them.
fn spoilt(states: &[State], chance: &mut Chance) -> Vec<State> {
    let mut out = states.to_vec();
    for index in 1..states.len() {
        let after_head = matches!(out[index - 1], State::Headline | State::HeadlineOn);
        let other = match states[index] {
            State::Opening => State::Paragraph,
            State::Paragraph => State::Opening,
            State::Headline if after_head => State::HeadlineOn,
            State::HeadlineOn => State::Headline,
            _ => continue,
        };
        if chance.percent(SPOILT) {
            out[index] = other;
        }
    }
    out
}

/// The bodies and heads of a page, as its truth has them, or as they are found by worse readings.
pub(crate) struct Told<'a> {
    pub(crate) page: &'a Page,
    pub(crate) layout: Layout,
    /// By body, its head.
    pub(crate) right: Vec<Option<usize>>,
    /// Whether the truth tells of the body.
    pub(crate) told: Vec<bool>,
}

/// Each page three times: as its truth has it, the same spoilt, and as it was read.
pub(crate) fn layouts(pages: &[Page]) -> Vec<Told<'_>> {
    let mut chance = Chance::new(0);
    let three = pages.iter().flat_map(|page| {
        let right = as_told(page);
        let spoilt = spoilt(&right, &mut chance);
        [right, spoilt, page.states.clone()].map(|states| Told::new(page, &states))
    });
    three.collect()
}

impl<'a> Told<'a> {
    fn new(page: &'a Page, states: &[State]) -> Self {
        let table = Table::of(page.language);
        let elements = elements(&page.text, &page.lines, &page.measures, states, table);
        let layout = layout(&page.text, &page.lines, elements, table);
        // The article that most of the lines belong to, of those with such a label.
        let article = |lines: &mut dyn Iterator<Item = usize>, of: fn(State) -> bool| {
            let labels = lines.filter_map(|line| page.labels[line]).filter(|label| of(label.state));
            let mut told: Vec<usize> = labels.filter_map(|label| label.article).collect();
            told.sort_unstable();
            told.chunk_by(|a, b| a == b).max_by_key(|run| run.len()).map(|run| run[0])
        };
        let lines = |element: &Element| element.lines.clone();
        let of_unit: Vec<Option<usize>> = (layout.units.iter())
            .map(|unit| article(&mut unit.elements.iter().flat_map(lines), |_| true))
            .collect();
        let headline = |state| matches!(state, State::Headline | State::HeadlineOn);
        let of_head: Vec<Option<usize>> = (layout.heads.iter())
            .map(|head| article(&mut head.headline.iter().flat_map(lines), headline))
            .collect();
        // Of an article's pieces the first body has its head, not the caption of its picture.
        let right = of_unit.iter().enumerate().map(|(row, &told)| {
            let pieces = || (0..of_unit.len()).filter(|&piece| of_unit[piece] == told);
            let is_body = |&piece: &usize| layout.units[piece].kind == UnitKind::Body;
            let first = pieces().find(is_body).or_else(|| pieces().next());
            let head = of_head.iter().position(|head| *head == told);
            head.filter(|_| told.is_some() && first == Some(row))
        });
        let right = right.collect();
        Self { page, layout, right, told: of_unit.iter().map(Option::is_some).collect() }
    }
}

fn scenery(of: &Told<'_>) -> Scenery {
    let page = of.page;
    let table = Table::of(page.language);
    let (scene, bodies, heads) = Scene::of_layout(&page.text, &page.lines, table, &of.layout);
    let body_views: Vec<&BodyView> = bodies.iter().collect();
    let head_views: Vec<&HeadView> = heads.iter().collect();
    let places = Places::new(&body_views, &head_views);
    let rows = |row: usize, column: usize| {
        let words = scene.word_rows(&bodies[row], &heads[column]);
        let place = places.rows(row, column);
        let kind = Scene::kind_rows(&bodies[row], &heads[column]);
        words.into_iter().chain(place).chain(kind).collect()
    };
    Scenery {
        right: of.right.clone(),
        pairs: (0..bodies.len())
            .map(|row| (0..heads.len()).map(|column| rows(row, column)).collect())
            .collect(),
        bare: bodies.iter().map(|body| Scene::bare_rows(body).to_vec()).collect(),
        lone: heads.iter().map(|head| Scene::lone_rows(head).to_vec()).collect(),
        told: of.told.clone(),
        held_out: page.held_out,
        times: page.times.into(),
    }
}

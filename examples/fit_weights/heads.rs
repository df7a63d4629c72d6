//! What the signs that a head is a body's are worth: of the heads of a page, and none, the one that a body has
//! is made most probable (a softmax), by Adam with weight decay.

use crate::Page;
use tearsheet::compose::{BodyView, HeadView, Places, SIGN_ROWS, Scene, elements, layout};
use tearsheet::language::Table;
use tearsheet::read::read;

const STEPS: i32 = 1200;
const RATE: f64 = 0.05;
const DECAY: f64 = 0.0002;
const SCALE: f64 = 100.0;
/// No sign alone says more, in nats: what no page of the cases has may stand on another.
const MOST: f64 = 2.5;

/// A body: the rows that speak for each head being its, those that speak for none, and which it is.
struct Choice {
    heads: Vec<Vec<u8>>,
    none: Vec<u8>,
    right: Option<usize>,
    held_out: bool,
}

pub(crate) fn print_fitted(pages: &[Page]) {
    let choices: Vec<Choice> = pages.iter().flat_map(choices).collect();
    let (mut weights, mut first, mut second) =
        ([0.0_f64; SIGN_ROWS], [0.0; SIGN_ROWS], [0.0; SIGN_ROWS]);
    for step in 1..=STEPS {
        let mut slope = [0.0_f64; SIGN_ROWS];
        for choice in choices.iter().filter(|choice| !choice.held_out) {
            let shares = shares(choice, &weights);
            let right = choice.right.unwrap_or(choice.heads.len());
            for (index, rows) in choice.heads.iter().chain([&choice.none]).enumerate() {
                let wanted = f64::from(u8::from(index == right));
                for &row in rows {
                    slope[usize::from(row)] += wanted - shares[index];
                }
            }
        }
        let correction = (1.0 - 0.999_f64.powi(step)).sqrt() / (1.0 - 0.9_f64.powi(step));
        for row in 0..SIGN_ROWS {
            first[row] = 0.9 * first[row] + 0.1 * slope[row];
            second[row] = 0.999 * second[row] + 0.001 * slope[row] * slope[row];
            weights[row] += RATE * correction * first[row] / (second[row].sqrt() + 1e-8);
            weights[row] = (weights[row] * (1.0 - DECAY)).clamp(-MOST, MOST);
        }
    }
    for held_out in [false, true] {
        let of: Vec<&Choice> =
            choices.iter().filter(|choice| choice.held_out == held_out).collect();
        let right = of.iter().filter(|choice| {
            let shares = shares(choice, &weights);
            let best = (0..shares.len()).max_by(|&a, &b| shares[a].total_cmp(&shares[b]));
            best == Some(choice.right.unwrap_or(choice.heads.len()))
        });
        let part = if held_out { "held out" } else { "fitted" };
        eprintln!("{part}: {} of {} bodies get their head", right.count(), of.len());
    }
    let points: Vec<i16> = weights.iter().map(|weight| (weight * SCALE).round() as i16).collect();
    println!("{points:?}");
}

/// The probability of each head, and of none.
fn shares(choice: &Choice, weights: &[f64; SIGN_ROWS]) -> Vec<f64> {
    let sum = |rows: &Vec<u8>| rows.iter().map(|&row| weights[usize::from(row)]).sum::<f64>();
    let points: Vec<f64> = choice.heads.iter().chain([&choice.none]).map(sum).collect();
    let top = points.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let odds: Vec<f64> = points.iter().map(|points| (points - top).exp()).collect();
    let all: f64 = odds.iter().sum();
    odds.into_iter().map(|odds| odds / all).collect()
}

fn choices(page: &Page) -> Vec<Choice> {
    let table = Table::of(page.language);
    let mut states = read(&page.text, &page.lines, &page.measures, table).states;
    for (state, label) in states.iter_mut().zip(&page.labels) {
        *state = label.map_or(*state, |label| label.state);
    }
    let elements = elements(&page.lines, &page.measures, &states);
    let layout = layout(&page.text, &page.lines, elements, table);
    let (scene, bodies, heads) = Scene::of_layout(&page.text, &page.lines, &layout);
    let article = |lines: &mut dyn Iterator<Item = usize>| {
        let mut told: Vec<usize> =
            lines.filter_map(|line| page.labels[line].and_then(|label| label.article)).collect();
        told.sort_unstable();
        told.chunk_by(|a, b| a == b).max_by_key(|run| run.len()).map(|run| run[0])
    };
    let of_unit: Vec<Option<usize>> = layout
        .units
        .iter()
        .map(|unit| {
            article(&mut unit.elements.iter().flat_map(|element| element.lines.iter().copied()))
        })
        .collect();
    let of_head: Vec<Option<usize>> = layout
        .heads
        .iter()
        .map(|head| {
            let headline = head.headline.iter();
            article(&mut headline.flat_map(|element| element.lines.iter().copied()))
        })
        .collect();
    let body_views: Vec<&BodyView> = bodies.iter().collect();
    let head_views: Vec<&HeadView> = heads.iter().collect();
    let places = Places::new(&body_views, &head_views);
    let mut out = Vec::new();
    for (row, told) in of_unit.iter().enumerate().filter(|(_, told)| told.is_some()) {
        // The first piece of an article that is in several has its head.
        let earlier = of_unit[..row].contains(told);
        let right = of_head.iter().position(|head| head == told).filter(|_| !earlier);
        let rows = |column: usize| {
            let words = scene.word_rows(body_views[row], head_views[column]);
            let place = places.rows(row, column);
            words.into_iter().chain(place).collect()
        };
        out.push(Choice {
            heads: (0..head_views.len()).map(rows).collect(),
            none: Scene::bare_rows(body_views[row]).to_vec(),
            right,
            held_out: page.held_out,
        });
    }
    out
}

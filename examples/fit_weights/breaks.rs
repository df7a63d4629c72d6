//! Which words belong together over a line end: a linear model over the grams of breaks, by AdaGrad.
//!
//! Line ends of pages are few where one head follows another, so headlines are broken anywhere, and the end of one is set
//! before the beginning of another.

use crate::Page;
use crate::chance::Chance;
use crate::label::Label;
use std::collections::{BTreeMap, BTreeSet};
use tearsheet::language::{Break, Breaks, Script};
use tearsheet::read::State;

/// So many grams are kept, those that tell most.
const MOST_GRAMS: usize = 60_000;
/// A gram of fewer breaks tells of these alone.
const FEWEST_BREAKS: u32 = 2;
/// A headline is broken in so many places, and so many times for each its end is set before the beginning of another.
const BROKEN: usize = 4;
const PAIRED: usize = 4;
/// How often a break of a made pair counts, and one amid a paragraph: there are many.
const MADE_TIMES: f32 = 0.3;
const TEXT_TIMES: f32 = 0.1;
const EPOCHS: usize = 6;
const RATE: f32 = 0.15;
const DECAY: f32 = 2e-6;
/// Points of a nat.
const SCALE: f32 = 10.0;

struct Example {
    grams: Vec<u32>,
    goes_on: bool,
    times: f32,
}

/// The grams of the breaks of the pages.
pub(crate) fn fit(pages: &[&Page]) -> Breaks {
    let script = pages[0].script;
    let mut breaks: Vec<(Break, bool, f32)> = Vec::new();
    for page in pages {
        let text = |line: usize| &page.text[page.lines[line].span.range()];
        for (after, labels) in (1..).zip(page.labels.windows(2)) {
            let [Some(one), Some(other)] = labels else { continue };
            let Some(goes_on) = goes_on(one, other) else { continue };
            let is_text = other.state == State::ParagraphOn;
            let times = page.times * if is_text { TEXT_TIMES } else { 1.0 };
            breaks.push((Break::new(text(after - 1), text(after), script), goes_on, times));
        }
    }
    let heads: Vec<String> = pages
        .iter()
        .flat_map(|page| headlines(page))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    breaks.extend(made(&heads, script));
    fit_on(breaks)
}

/// The grams of breaks, of which it is told whether the text goes on, and how often each counts.
pub(crate) fn fit_on(breaks: Vec<(Break, bool, f32)>) -> Breaks {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for (broken, ..) in &breaks {
        broken.grams().into_iter().for_each(|gram| *counts.entry(gram).or_default() += 1);
    }
    counts.retain(|_, &mut count| count >= FEWEST_BREAKS);
    let numbers: BTreeMap<u32, u32> = counts.keys().copied().zip(0..).collect();
    let mut examples: Vec<Example> = breaks
        .into_iter()
        .map(|(broken, goes_on, times)| {
            let grams = broken.grams().into_iter().filter_map(|gram| numbers.get(&gram).copied());
            Example { grams: grams.collect(), goes_on, times }
        })
        .collect();
    let weights = weights(&mut examples, numbers.len());
    let points = |weight: f32| (weight * SCALE).round().clamp(-127.0, 127.0) as i8;
    let mut points: Vec<(u32, u32, i8)> = counts
        .into_iter()
        .zip(&weights)
        .map(|((gram, count), &weight)| (gram, count, points(weight)))
        .collect();
    // A gram tells as much as it weighs, and as often as it stands.
    points.sort_by_key(|&(gram, count, points)| {
        let told = u32::from(points.unsigned_abs()).pow(2) * count;
        (std::cmp::Reverse(told), gram)
    });
    points.truncate(MOST_GRAMS);
    let points = points.into_iter().map(|(gram, _, points)| (gram, points));
    Breaks::of_points(points.filter(|&(_, points)| points != 0))
}

/// Whether the second line goes on with the words of the first; none where it goes on with other lines.
fn goes_on(one: &Label, other: &Label) -> Option<bool> {
    let text = matches!(one.state, State::Opening | State::Paragraph | State::ParagraphOn);
    match other.state {
        State::ParagraphOn if !text => None,
        state => Some(state.goes_on()),
    }
}

/// The headlines of a page, each in one line.
fn headlines(page: &Page) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for (line, label) in page.lines.iter().zip(&page.labels) {
        let text = &page.text[line.span.range()];
        match (label.map(|label| label.state), out.last_mut()) {
            (Some(State::Headline), _) => out.push(text.to_owned()),
            (Some(State::HeadlineOn), Some(last)) => {
                last.push(' ');
                last.push_str(text);
            }
            _ => {}
        }
    }
    out
}

/// Breaks amid headlines and between two.
fn made(heads: &[String], script: Script) -> Vec<(Break, bool, f32)> {
    let mut chance = Chance::new(1);
    let mut out = Vec::new();
    for head in heads {
        let places: Vec<usize> = match script {
            Script::Han => head.char_indices().map(|(at, _)| at).skip(2).collect(),
            Script::Latin => head.match_indices(' ').map(|(at, _)| at).collect(),
        };
        if places.len() < 2 {
            continue;
        }
        for _ in 0..BROKEN {
            let (before, after) = head.split_at(*chance.of(&places));
            out.push((Break::new(before, after, script), true, MADE_TIMES));
        }
        for _ in 0..PAIRED {
            let other: &String = chance.of(heads);
            out.push((Break::new(head, other, script), false, MADE_TIMES));
        }
    }
    out
}

fn weights(examples: &mut [Example], count: usize) -> Vec<f32> {
    let mut weights = vec![0.0_f32; count];
    let mut squares = vec![1e-3_f32; count];
    let mut chance = Chance::new(0);
    for epoch in 0..EPOCHS {
        chance.shuffle(examples);
        let left = 1.0 - epoch as f32 / EPOCHS as f32;
        let mut cost = 0.0;
        for Example { grams, goes_on, times } in &*examples {
            let points: f32 = grams.iter().map(|&gram| weights[gram as usize]).sum();
            let chance = 1.0 / (1.0 + (-points).exp());
            let slope = f32::from(u8::from(*goes_on)) - chance;
            cost -= f64::from((1.0 - slope.abs()).max(1e-9).ln() * times);
            for &gram in grams {
                let gram = gram as usize;
                let slope = slope * times - DECAY * weights[gram];
                squares[gram] += slope * slope;
                weights[gram] += RATE * left * slope / squares[gram].sqrt();
            }
        }
        eprintln!("breaks, epoch {epoch}: {:.4} nats a break", cost / examples.len() as f64);
    }
    weights
}

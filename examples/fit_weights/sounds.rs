//! What the words of lines sound like: a linear model over their grams, by AdaGrad.

use crate::Page;
use crate::chance::Chance;
use std::collections::{BTreeMap, BTreeSet};
use tearsheet::language::Script;
use tearsheet::read::lexicon::{ALWAYS, SOUNDS, Sound, Sounds, grams};

/// So many grams are kept, those of most lines.
const MOST_GRAMS: usize = 30_000;
/// A gram of fewer different lines tells of these lines alone.
const FEWEST_LINES: u32 = 2;
const EPOCHS: usize = 4;
const RATE: f32 = 0.25;
const DECAY: f32 = 2e-6;
/// Points of a nat.
const SCALE: f32 = 10.0;

type Row = [f32; SOUNDS];

/// A labelled line, by the numbers of its grams that are kept.
struct Example {
    grams: Vec<u32>,
    /// What each gram counts: the less, the more the line has.
    share: f32,
    sound: Sound,
    /// How often the line counts.
    times: f32,
}

/// The sounds of the lines of the pages.
pub(crate) fn fit(pages: &[&Page]) -> Sounds {
    let script = pages[0].script;
    let numbers = vocabulary(pages, script);
    let mut examples = Vec::new();
    for page in pages {
        for (line, sound) in told(page) {
            let (mut kept, mut count) = (Vec::new(), 0.0_f32);
            grams(line, script, |gram| {
                count += 1.0;
                kept.extend(numbers.get(&gram));
            });
            let share = 1.0 / count.max(1.0).sqrt();
            examples.push(Example { grams: kept, share, sound, times: page.times });
        }
    }
    let weights = weights(&mut examples, numbers.len());
    let points = |row: &Row| row.map(|weight| (weight * SCALE).round().clamp(-127.0, 127.0) as i8);
    let of_grams = numbers.iter().map(|(&gram, &at)| (gram, points(&weights[at as usize])));
    let always = (ALWAYS, points(&weights[numbers.len()]));
    Sounds::of_points(of_grams.chain([always]).filter(|(_, points)| *points != [0; SOUNDS]))
}

/// The lines of a page that have a label.
fn told(page: &Page) -> impl Iterator<Item = (&str, Sound)> {
    page.lines.iter().zip(&page.labels).filter_map(|(line, label)| {
        label.map(|label| (&page.text[line.span.range()], Sound::of(label.state)))
    })
}

/// The grams that are kept, each with its place among the weights.
fn vocabulary(pages: &[&Page], script: Script) -> BTreeMap<u32, u32> {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for (line, _) in pages.iter().flat_map(|page| told(page)) {
        if seen.insert(line) {
            grams(line, script, |gram| *counts.entry(gram).or_default() += 1);
        }
    }
    let mut counts: Vec<(u32, u32)> =
        counts.into_iter().filter(|&(_, count)| count >= FEWEST_LINES).collect();
    counts.sort_by_key(|&(gram, count)| (std::cmp::Reverse(count), gram));
    counts.truncate(MOST_GRAMS);
    counts.into_iter().zip(0..).map(|((gram, _), at)| (gram, at)).collect()
}

/// The weights of each gram, and at last those that every line has.
fn weights(examples: &mut [Example], count: usize) -> Vec<Row> {
    let mut weights = vec![[0.0; SOUNDS]; count + 1];
    let mut squares = vec![[1e-3_f32; SOUNDS]; count + 1];
    let mut chance = Chance::new(0);
    for epoch in 0..EPOCHS {
        chance.shuffle(examples);
        let left = 1.0 - epoch as f32 / EPOCHS as f32;
        let mut cost = 0.0;
        for Example { grams, share, sound, times } in &*examples {
            let mut points = weights[count];
            for &gram in grams {
                for (points, weight) in points.iter_mut().zip(weights[gram as usize]) {
                    *points += weight * share;
                }
            }
            let top = points.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            let chances = points.map(|points| (points - top).exp());
            let sum: f32 = chances.iter().sum();
            cost -= f64::from((chances[*sound as usize] / sum).ln());
            let mut slope = chances.map(|chance| -chance / sum * times);
            slope[*sound as usize] += times;
            let mut step = |at: usize, share: f32| {
                for of in 0..SOUNDS {
                    let slope = slope[of] * share - DECAY * weights[at][of];
                    squares[at][of] += slope * slope;
                    weights[at][of] += RATE * left * slope / squares[at][of].sqrt();
                }
            };
            grams.iter().for_each(|&gram| step(gram as usize, *share));
            step(count, 1.0);
        }
        eprintln!("sounds, epoch {epoch}: {:.4} nats a line", cost / examples.len() as f64);
    }
    weights
}

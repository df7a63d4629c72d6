//! The weights under which the known states of the pages are most probable, found by Adam with weight decay.
//!
//! Points are hundredths of a nat, so that the margins of the reader are log-odds.

use crate::Page;
use crate::chance::Chance;
use crate::field::{Row, expected};
use crate::network::{self, Units};
use tearsheet::read::evidence::{EVIDENCE, rows};
use tearsheet::read::network::table;
use tearsheet::read::{HABITS, MOST_POINTS, STATES, STEPS, State, Weights};

/// Passes over all pages.
const EPOCHS: usize = 14;
/// Pages whose gradients are added up for one step.
const BATCH: usize = 8;
/// How often a page is shown as it is seen before any reading, in percent; else with what a first one shows.
const FIRST: usize = 35;
/// What share of the evidence is left out at random each time that a page is shown, so that no piece of it
/// is relied on alone, in percent.
const LEFT_OUT: usize = 30;
/// The length of a step, and what is taken off each weight at each, as a share of it.
const RATE: f32 = 0.005;
const DECAY: f32 = 0.0005;
/// A page of more lines counts as one of so many: a whole issue of OCR must not outweigh all clean pages.
const MOST_LINES: f32 = 1000.0;
/// What a wrong state costs while fitting, in nats: bodies that are not parted cost most.
const COST: f32 = 0.5;
const HEAD_COST: f32 = 2.0;
const OPENING_COST: f32 = 4.0;
/// What a state costs that the truth does not say, in nats. Not infinite: a truth may name states that cannot
/// follow one another, such as the rest of a head whose first line was lost.
const UNKNOWN: f32 = 40.0;
/// Points of a nat.
const SCALE: f32 = 100.0;

/// All that is fitted.
#[derive(Clone)]
struct Numbers {
    evidence: Vec<Row>,
    steps: Vec<[Row; STATES]>,
    network: Vec<f32>,
}

impl Numbers {
    /// Numbers to begin with.
    fn begun(chance: &mut Chance) -> Self {
        Self {
            evidence: vec![[0.0; STATES]; rows()],
            steps: vec![[[0.0; STATES]; STATES]; STEPS],
            network: network::begun(chance),
        }
    }

    /// As many, all zero.
    fn zero(&self) -> Self {
        let mut zero = self.clone();
        zero.all_mut().for_each(|number| *number = 0.0);
        zero
    }

    fn weights(&self) -> Weights {
        let most = f32::from(MOST_POINTS);
        let points = |weight: f32| (weight * SCALE).round().clamp(-most, most) as i16;
        Weights {
            evidence: self.evidence.iter().map(|row| row.map(points)).collect(),
            steps: self.steps.iter().map(|step| step.map(|row| row.map(points))).collect(),
            network: table(&self.network).into(),
        }
    }

    fn all(&self) -> impl Iterator<Item = &f32> {
        let steps = self.steps.iter().flatten().flatten();
        self.evidence.iter().flatten().chain(steps).chain(&self.network)
    }

    fn all_mut(&mut self) -> impl Iterator<Item = &mut f32> {
        let steps = self.steps.iter_mut().flatten().flatten();
        self.evidence.iter_mut().flatten().chain(steps).chain(&mut self.network)
    }
}

/// The weights that read the pages best that are not held out.
pub(crate) fn fit(pages: &[Page]) -> Weights {
    fit_those(pages, FIRST, |_| true)
}

/// The weights for a first reading, of the pages that are `of_these` and not held out.
pub(crate) fn fit_first(pages: &[Page], of_these: impl Fn(&Page) -> bool) -> Weights {
    fit_those(pages, 100, of_these)
}

/// `first_readings`: how often a page is shown as before any reading, in percent.
fn fit_those(pages: &[Page], first_readings: usize, of_these: impl Fn(&Page) -> bool) -> Weights {
    let pages: Vec<&Page> = pages.iter().filter(|page| !page.held_out && of_these(page)).collect();
    let mut chance = Chance::new(0);
    let mut numbers = Numbers::begun(&mut chance);
    let (mut first, mut second) = (numbers.zero(), numbers.zero());
    let mut order: Vec<usize> = (0..pages.len()).collect();
    let batches = pages.len().div_ceil(BATCH);
    let mut time = 0;
    for epoch in 0..EPOCHS {
        chance.shuffle(&mut order);
        let mut loss = 0.0;
        for batch in order.chunks(BATCH) {
            time += 1;
            let batch: Vec<(&Page, u64)> =
                batch.iter().map(|&page| (pages[page], chance.next())).collect();
            let gradient = gradient(&batch, first_readings, &numbers, &mut loss);
            // The steps grow shorter towards the end.
            let left = 1.0 - (time - 1) as f32 / (EPOCHS * batches) as f32;
            let correction = (1.0 - 0.999_f32.powi(time)).sqrt() / (1.0 - 0.9_f32.powi(time));
            let moments = first.all_mut().zip(second.all_mut());
            for ((number, &slope), (first, second)) in
                numbers.all_mut().zip(gradient.all()).zip(moments)
            {
                *first = 0.9 * *first + 0.1 * slope;
                *second = 0.999 * *second + 0.001 * slope * slope;
                *number += RATE * left * correction * *first / (second.sqrt() + 1e-8);
                *number *= 1.0 - DECAY * left;
            }
        }
        eprintln!("epoch {epoch}: {:.4} nats a page", loss / pages.len() as f64);
    }
    numbers.weights()
}

/// The slope of the log-probability of the batch, on two threads.
fn gradient(
    batch: &[(&Page, u64)],
    first_readings: usize,
    numbers: &Numbers,
    loss: &mut f64,
) -> Numbers {
    let steps: Vec<_> =
        numbers.steps.iter().map(|step| step.map(|row| row.map(f32::exp))).collect();
    let part = |batch: &[(&Page, u64)]| {
        let mut out = numbers.zero();
        let mut loss = 0.0;
        for &(page, seed) in batch {
            loss += slope(page, first_readings, seed, numbers, &steps, &mut out);
        }
        (out, loss)
    };
    let (one, other) = batch.split_at(batch.len() / 2);
    let ((mut sum, loss_of_one), (rest, loss_of_other)) = std::thread::scope(|scope| {
        let one = scope.spawn(|| part(one));
        let other = part(other);
        (one.join().expect("no thread panics"), other)
    });
    *loss += loss_of_one + loss_of_other;
    sum.all_mut().zip(rest.all()).for_each(|(sum, slope)| *sum += slope);
    sum
}

/// Adds the slope of one page to `out`; gives what its known states cost, in nats.
fn slope(
    page: &Page,
    first_readings: usize,
    seed: u64,
    numbers: &Numbers,
    steps: &[[Row; STATES]],
    out: &mut Numbers,
) -> f64 {
    let mut chance = Chance::new(seed);
    let left_out: Vec<bool> =
        (0..EVIDENCE.len() + HABITS.len()).map(|_| chance.percent(LEFT_OUT)).collect();
    let observed = if chance.percent(first_readings) { &page.first } else { &page.again };
    let observed = observed.only(|evidence| !left_out[evidence]);
    let grown = 100.0 / (100 - LEFT_OUT) as f32;
    let count = page.labels.len();
    let times = page.times * (MOST_LINES / count.max(1) as f32).min(1.0);
    let mut points: Vec<Row> = Vec::with_capacity(count);
    for line in 0..count {
        let mut sum = [0.0; STATES];
        for &row in observed.rows(line) {
            for (sum, weight) in sum.iter_mut().zip(&numbers.evidence[usize::from(row)]) {
                *sum += weight * grown;
            }
        }
        points.push(sum);
    }
    let units = Units::new(&numbers.network, &observed, grown, &mut chance);
    units.add_to(&numbers.network, &mut points);
    let known =
        |line: usize, state: State| page.labels[line].is_none_or(|label| label.state == state);
    let (told, told_sum) = expected(&points, &observed, steps, |line, state, points| {
        if known(line, state) { points } else { points - UNKNOWN }
    });
    let (guess, guess_sum) = expected(&points, &observed, steps, |line, state, points| {
        points + page.labels[line].map_or(0.0, |label| cost(label.state, state))
    });
    let slopes: Vec<Row> = told
        .states
        .iter()
        .zip(&guess.states)
        .map(|(told, guess)| std::array::from_fn(|state| (told[state] - guess[state]) * times))
        .collect();
    for (line, slopes) in slopes.iter().enumerate() {
        for &row in observed.rows(line) {
            for (out, slope) in out.evidence[usize::from(row)].iter_mut().zip(slopes) {
                *out += slope * grown;
            }
        }
    }
    units.slope(&numbers.network, &observed, grown, &slopes, &mut out.network);
    for (sign, expected) in [(times, &told), (-times, &guess)] {
        for (step, counts) in expected.steps.iter().enumerate() {
            for (out, count) in out.steps[step].iter_mut().flatten().zip(counts.iter().flatten()) {
                *out += sign * count;
            }
        }
    }
    guess_sum - told_sum
}

/// Whether `state` will do for `label`: how furniture is parted matters to nobody.
pub(crate) fn same(label: State, state: State) -> bool {
    let furniture = |state| matches!(state, State::Furniture | State::FurnitureOn);
    label == state || furniture(label) && furniture(state)
}

fn cost(label: State, state: State) -> f32 {
    match label {
        _ if same(label, state) => 0.0,
        State::Opening => OPENING_COST,
        State::Headline
        | State::HeadlineOn
        | State::Kicker
        | State::Deck
        | State::Caption
        | State::Furniture
        | State::FurnitureOn => HEAD_COST,
        _ => COST,
    }
}

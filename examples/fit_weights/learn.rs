//! A conditional random field over the reader's own lattice: the weights under which the known states of the
//! pages are most probable, found by Adam with weight decay.
//!
//! Points are hundredths of a nat, so that the margins of the reader are log-odds.

use crate::Page;
use crate::chance::Chance;
use tearsheet::read::evidence::{EVIDENCE, rows};
use tearsheet::read::{HABITS, Observed, STATES, STEPS, State, Weights};

/// So many fits, each by another chance, are taken together: one differs from the next by some lines.
const FITS: u64 = 3;
/// Passes over all pages.
const EPOCHS: usize = 24;
/// Pages whose gradients are added up for one step.
const BATCH: usize = 8;
/// How often a page is shown as it is seen before any reading, in percent; else with what a first one shows.
const FIRST: usize = 35;
/// What share of the evidence is left out at random each time that a page is shown, so that no piece of it
/// is relied on alone, in percent.
const LEFT_OUT: usize = 30;
/// The length of a step, and what is taken off each weight at each, as a share of it.
const RATE: f64 = 0.02;
const DECAY: f64 = 0.0005;
/// A page of more lines counts as one of so many: a whole issue of OCR must not outweigh all clean pages.
const MOST_LINES: f64 = 500.0;
/// What a wrong state costs while fitting, in nats: bodies that are not parted cost most.
const COST: f64 = 0.5;
const HEAD_COST: f64 = 2.0;
const OPENING_COST: f64 = 4.0;
/// What a state costs that the truth does not say, in nats. Not infinite: a truth may name states that cannot
/// follow one another, such as the rest of a head whose first line was lost.
const UNKNOWN: f64 = 40.0;
/// Points of a nat.
const SCALE: f64 = 100.0;

type Row = [f64; STATES];

/// A number for each weight.
#[derive(Clone)]
struct Table {
    evidence: Vec<Row>,
    steps: Vec<[Row; STATES]>,
}

impl Table {
    fn zero() -> Self {
        Self { evidence: vec![[0.0; STATES]; rows()], steps: vec![[[0.0; STATES]; STATES]; STEPS] }
    }

    fn points(&self) -> Weights {
        let points =
            |weight: f64| (weight * SCALE).round().clamp(i16::MIN.into(), i16::MAX.into()) as i16;
        Weights {
            evidence: self.evidence.iter().map(|row| row.map(points)).collect(),
            steps: self.steps.iter().map(|step| step.map(|row| row.map(points))).collect(),
        }
    }

    fn numbers(&self) -> impl Iterator<Item = &f64> {
        self.evidence.iter().flatten().chain(self.steps.iter().flatten().flatten())
    }

    fn numbers_mut(&mut self) -> impl Iterator<Item = &mut f64> {
        self.evidence.iter_mut().flatten().chain(self.steps.iter_mut().flatten().flatten())
    }
}

/// The weights that read the pages best that are not held out: the mean of several fits.
pub(crate) fn fit(pages: &[Page]) -> Weights {
    let pages: Vec<&Page> = pages.iter().filter(|page| !page.held_out).collect();
    let mut sum = Table::zero();
    for seed in 0..FITS {
        let fitted = fit_once(&pages, FIRST, seed);
        for (sum, weight) in sum.numbers_mut().zip(fitted.numbers()) {
            *sum += weight / FITS as f64;
        }
    }
    sum.points()
}

/// The weights for a first reading, of the pages that are `of_these` and not held out: one fit.
pub(crate) fn fit_first(pages: &[Page], of_these: impl Fn(&Page) -> bool) -> Weights {
    let pages: Vec<&Page> = pages.iter().filter(|page| !page.held_out && of_these(page)).collect();
    fit_once(&pages, 100, FITS).points()
}

/// One fit: the mean of the weights over its second half. `first_readings`: how often a page is shown as before any reading,
/// in percent.
fn fit_once(pages: &[&Page], first_readings: usize, seed: u64) -> Table {
    let mut weights = Table::zero();
    let mut mean = Table::zero();
    let (mut first, mut second) = (Table::zero(), Table::zero());
    let mut order: Vec<usize> = (0..pages.len()).collect();
    let mut chance = Chance::new(seed);
    let batches = pages.len().div_ceil(BATCH);
    let count = (batches * EPOCHS.div_ceil(2)) as f64;
    let mut time = 0;
    for epoch in 0..EPOCHS {
        chance.shuffle(&mut order);
        let mut loss = 0.0;
        for batch in order.chunks(BATCH) {
            time += 1;
            let seeds: Vec<u64> = batch.iter().map(|_| chance.next()).collect();
            let gradient = gradient(pages, batch, first_readings, &seeds, &weights, &mut loss);
            // The steps grow shorter towards the end.
            let left = 1.0 - (time - 1) as f64 / (EPOCHS * batches) as f64;
            let correction = (1.0 - 0.999_f64.powi(time)).sqrt() / (1.0 - 0.9_f64.powi(time));
            let moments = first.numbers_mut().zip(second.numbers_mut());
            for ((weight, &slope), (first, second)) in
                weights.numbers_mut().zip(gradient.numbers()).zip(moments)
            {
                *first = 0.9 * *first + 0.1 * slope;
                *second = 0.999 * *second + 0.001 * slope * slope;
                *weight += RATE * left * correction * *first / (second.sqrt() + 1e-8);
                *weight *= 1.0 - DECAY * left;
            }
            if epoch * 2 >= EPOCHS {
                for (mean, weight) in mean.numbers_mut().zip(weights.numbers()) {
                    *mean += weight / count;
                }
            }
        }
        eprintln!("fit {seed}, epoch {epoch}: {:.4} nats a page", loss / pages.len() as f64);
    }
    mean
}

/// The slope of the log-probability of the batch, on two threads.
fn gradient(
    pages: &[&Page],
    batch: &[usize],
    first_readings: usize,
    seeds: &[u64],
    weights: &Table,
    loss: &mut f64,
) -> Table {
    let half = batch.len().div_ceil(2);
    let steps =
        weights.steps.iter().map(|step| step.map(|row| row.map(f64::exp))).collect::<Vec<_>>();
    let part = |batch: &[usize], seeds: &[u64]| {
        let mut out = Table::zero();
        let mut loss = 0.0;
        for (&page, &seed) in batch.iter().zip(seeds) {
            loss += slope(pages[page], first_readings, seed, weights, &steps, &mut out);
        }
        (out, loss)
    };
    let parts = std::thread::scope(|scope| {
        let threads: Vec<_> = batch
            .chunks(half)
            .zip(seeds.chunks(half))
            .map(|(batch, seeds)| scope.spawn(|| part(batch, seeds)))
            .collect();
        threads.into_iter().map(|t| t.join().expect("no thread panics")).collect::<Vec<_>>()
    });
    let mut sum = Table::zero();
    for (part, part_loss) in parts {
        *loss += part_loss;
        for (sum, slope) in sum.numbers_mut().zip(part.numbers()) {
            *sum += slope;
        }
    }
    sum
}

/// Adds the slope of one page to `out`; gives what its known states cost, in nats.
fn slope(
    page: &Page,
    first_readings: usize,
    seed: u64,
    weights: &Table,
    steps: &[[Row; STATES]],
    out: &mut Table,
) -> f64 {
    let mut chance = Chance::new(seed);
    let left_out: Vec<bool> =
        (0..EVIDENCE.len() + HABITS.len()).map(|_| chance.percent(LEFT_OUT)).collect();
    let observed = if chance.percent(first_readings) { &page.first } else { &page.again };
    let observed = observed.only(|evidence| !left_out[evidence]);
    let grown = 100.0 / (100 - LEFT_OUT) as f64;
    let count = page.labels.len();
    let times = page.times * (MOST_LINES / count.max(1) as f64).min(1.0);
    let mut points: Vec<Row> = Vec::with_capacity(count);
    for line in 0..count {
        let mut sum = [0.0; STATES];
        for &row in observed.rows(line) {
            for (sum, weight) in sum.iter_mut().zip(&weights.evidence[usize::from(row)]) {
                *sum += weight * grown;
            }
        }
        points.push(sum);
    }
    let known =
        |line: usize, state: State| page.labels[line].is_none_or(|label| label.state == state);
    let (told, told_sum) = expected(&points, &observed, steps, |line, state, points| {
        if known(line, state) { points } else { points - UNKNOWN }
    });
    let (guess, guess_sum) = expected(&points, &observed, steps, |line, state, points| {
        points + page.labels[line].map_or(0.0, |label| cost(label.state, state))
    });
    for line in 0..count {
        let mut slope = [0.0; STATES];
        for (state, slope) in slope.iter_mut().enumerate() {
            *slope = (told.states[line][state] - guess.states[line][state]) * times;
        }
        for &row in observed.rows(line) {
            for (out, slope) in out.evidence[usize::from(row)].iter_mut().zip(slope) {
                *out += slope * grown;
            }
        }
    }
    for (sign, expected) in [(times, &told), (-times, &guess)] {
        for (step, counts) in expected.steps.iter().enumerate() {
            for (out, count) in out.steps[step].iter_mut().flatten().zip(counts.iter().flatten()) {
                *out += sign * count;
            }
        }
    }
    guess_sum - told_sum
}

/// How often each state and step is taken, over all paths by their probability.
struct Expected {
    states: Vec<Row>,
    steps: Vec<[Row; STATES]>,
}

/// Forward and backward over the lattice; also the logarithm of the sum over all paths.
fn expected(
    points: &[Row],
    observed: &Observed,
    steps: &[[Row; STATES]],
    seen: impl Fn(usize, State, f64) -> f64,
) -> (Expected, f64) {
    let count = points.len();
    let mut out = Expected {
        states: vec![[0.0; STATES]; count],
        steps: vec![[[0.0; STATES]; STATES]; STEPS],
    };
    let mut sum = 0.0;
    let mut emissions: Vec<Row> = Vec::with_capacity(count);
    let mut forward: Vec<Row> = Vec::with_capacity(count);
    for (line, points) in points.iter().enumerate() {
        let mut emission = [0.0; STATES];
        for (state, emission) in State::ALL.into_iter().zip(&mut emission) {
            *emission = seen(line, state, points[state as usize]);
        }
        let top = emission.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let emission = emission.map(|points| (points - top).exp());
        let mut here = [0.0; STATES];
        for (state, here) in State::ALL.into_iter().zip(&mut here) {
            let before = match forward.last() {
                None => f64::from(u8::from(state.may_begin())),
                Some(before) => State::ALL
                    .into_iter()
                    .filter(|&other| state.may_follow(other))
                    .map(|other| {
                        before[other as usize]
                            * steps[observed.step(line)][other as usize][state as usize]
                    })
                    .sum(),
            };
            *here = before * emission[state as usize];
        }
        let total: f64 = here.iter().sum();
        sum += total.max(f64::MIN_POSITIVE).ln() + top;
        forward.push(here.map(|share| share / total.max(f64::MIN_POSITIVE)));
        emissions.push(emission);
    }
    let mut after = [1.0; STATES];
    for line in (0..count).rev() {
        let both: f64 = (0..STATES).map(|state| forward[line][state] * after[state]).sum();
        for state in 0..STATES {
            out.states[line][state] =
                forward[line][state] * after[state] / both.max(f64::MIN_POSITIVE);
        }
        let Some(earlier) = line.checked_sub(1) else { break };
        let step = observed.step(line);
        let mut before = [0.0; STATES];
        let mut all = 0.0;
        let mut taken = [[0.0; STATES]; STATES];
        for state in State::ALL {
            let ahead = emissions[line][state as usize] * after[state as usize];
            for other in State::ALL.into_iter().filter(|&other| state.may_follow(other)) {
                let way = steps[step][other as usize][state as usize] * ahead;
                before[other as usize] += way;
                let share = forward[earlier][other as usize] * way;
                taken[other as usize][state as usize] = share;
                all += share;
            }
        }
        for (out, share) in out.steps[step].iter_mut().flatten().zip(taken.iter().flatten()) {
            *out += share / all.max(f64::MIN_POSITIVE);
        }
        let top = before.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
        after = before.map(|way| way / top);
    }
    (out, sum)
}

/// Whether `state` will do for `label`: how furniture is parted matters to nobody.
pub(crate) fn same(label: State, state: State) -> bool {
    let furniture = |state| matches!(state, State::Furniture | State::FurnitureOn);
    label == state || furniture(label) && furniture(state)
}

fn cost(label: State, state: State) -> f64 {
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

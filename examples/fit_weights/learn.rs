//! The averaged structured perceptron, over the reader's own best-path search.

use crate::Page;
use std::ops::Range;
use tearsheet::read::evidence::{EVIDENCE, rows};
use tearsheet::read::{NEVER, STATES, STEPS, State, Weights, best_path};

const EPOCHS: usize = 48;
/// What percentage of the evidence is left out at random each time that a page is shown, so that no piece
/// of it is relied on alone.
const LEFT_OUT: u64 = 30;
/// The pages are learned in so many orders, and the averages averaged: one order alone is noise.
const ORDERS: u64 = 6;
/// How often a fixture is shown in an epoch.
const FIXTURE_TIMES: usize = 16;
/// Pages are learned in parts of about so many lines: a whole page of OCR that nothing can fit would outweigh a
/// hundred clean ones at a stroke.
const PART: usize = 60;
const MARGIN: i32 = 12;
const HEAD_MARGIN: i32 = 24;
const OPENING_MARGIN: i32 = 60;
/// Averages are multiplied by this before they are rounded.
const SCALE: f64 = 16.0;

/// The weights that read `pages` best.
pub(crate) fn fit(pages: &[Page]) -> Weights {
    let mut evidence_sum = vec![[0.0_f64; STATES]; rows()];
    let mut step_sum = vec![[[0.0_f64; STATES]; STATES]; STEPS];
    let passes: Vec<Sums> = std::thread::scope(|scope| {
        let threads: Vec<_> =
            (0..ORDERS).map(|order| scope.spawn(move || pass(pages, order))).collect();
        threads.into_iter().map(|thread| thread.join().expect("a pass does not panic")).collect()
    });
    for sums in passes {
        for (sum, row) in evidence_sum.iter_mut().zip(sums.evidence) {
            for (sum, points) in sum.iter_mut().zip(row) {
                *sum += points;
            }
        }
        for (sum, step) in step_sum.iter_mut().flatten().zip(sums.steps.into_iter().flatten()) {
            for (sum, points) in sum.iter_mut().zip(step) {
                *sum += points;
            }
        }
    }
    let round = |sum: f64| {
        let mean = sum * SCALE / ORDERS as f64;
        mean.round().clamp(f64::from(i16::MIN), f64::from(i16::MAX)) as i16
    };
    Weights {
        evidence: evidence_sum.into_iter().map(|row| row.map(round)).collect(),
        steps: step_sum.into_iter().map(|step| step.map(|row| row.map(round))).collect(),
    }
}

/// The sums of the weights over all steps of a pass: averages, but for the division.
struct Sums {
    evidence: Vec<[f64; STATES]>,
    steps: Vec<[[f64; STATES]; STATES]>,
}

/// The same numbers on every machine: a linear congruential generator, with the constants of Knuth's MMIX.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

/// Fits with the pages in one order, and adds the averages.
fn pass(pages: &[Page], seed: u64) -> Sums {
    let mut sums =
        Sums { evidence: vec![[0.0; STATES]; rows()], steps: vec![[[0.0; STATES]; STATES]; STEPS] };
    let mut weights = Weights::zero();
    // The pages of other makers than the typeset ones are few: each is shown more often.
    let shown =
        |page: &Page| if page.fixture { FIXTURE_TIMES } else { usize::from(!page.held_out) };
    let training: Vec<(&Page, Range<usize>)> = pages
        .iter()
        .flat_map(|page| std::iter::repeat_n(page, shown(page)))
        .flat_map(|page| parts(page).into_iter().map(move |part| (page, part)))
        .collect();
    let mut order: Vec<usize> = (0..training.len()).collect();
    let total = (EPOCHS * training.len()) as f64;
    let mut time = 0.0;
    let mut random = Random(0x9e37_79b9_7f4a_7c15_u64.wrapping_add(seed));
    for epoch in 0..EPOCHS {
        for at in (1..order.len()).rev() {
            order.swap(at, random.below(at as u64 + 1) as usize);
        }
        let mut wrong = 0;
        for &index in &order {
            let (page, part) = &training[index];
            let labels = &page.labels[part.clone()];
            let left_out: Vec<bool> =
                EVIDENCE.iter().map(|_| random.below(100) < LEFT_OUT).collect();
            let observed = page.observed.part(part.clone());
            let observed = observed.only(|evidence| !left_out[evidence]);
            // The right path must win by a margin, or it is learned once more.
            let guess = best_path(&observed, &weights, |line, state| {
                labels[line].map_or(0, |label| margin(label, state))
            });
            let gold = best_path(&observed, &weights, |line, state| match labels[line] {
                Some(label) if label != state => NEVER,
                _ => 0,
            });
            // What is added now counts in all averages from here on.
            let share = (total - time) / total;
            for line in 0..guess.len() {
                for (path, sign) in [(&gold, 1_i16), (&guess, -1)] {
                    let state = path[line] as usize;
                    let before = line.checked_sub(1).map(|before| path[before] as usize);
                    let same_step = line.checked_sub(1).map(|b| (gold[b], gold[line]))
                        == line.checked_sub(1).map(|b| (guess[b], guess[line]));
                    if gold[line] != guess[line] {
                        wrong += usize::from(sign > 0);
                        for &row in observed.rows(line) {
                            let row = usize::from(row);
                            weights.evidence.to_mut()[row][state] += sign;
                            sums.evidence[row][state] += f64::from(sign) * share;
                        }
                    }
                    if let (Some(before), false) = (before, same_step) {
                        let step = observed.step(line);
                        weights.steps.to_mut()[step][before][state] += sign;
                        sums.steps[step][before][state] += f64::from(sign) * share;
                    }
                }
            }
            time += 1.0;
        }
        eprintln!("order {seed}, epoch {epoch}: {wrong} lines wrong");
    }
    sums
}

/// The parts of a page; each begins where a part can, with a line that goes on with nothing but a paragraph.
fn parts(page: &Page) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for (line, label) in page.labels.iter().enumerate() {
        let begins = label.is_some_and(|label| !label.goes_on() || label == State::ParagraphOn);
        if line >= start + PART && begins {
            out.push(start..line);
            start = line;
        }
    }
    out.push(start..page.labels.len());
    out
}

/// Whether `state` will do for `label`: how furniture is parted matters to nobody.
pub(crate) fn same(label: State, state: State) -> bool {
    let furniture = |state| matches!(state, State::Furniture | State::FurnitureOn);
    label == state || furniture(label) && furniture(state)
}

/// What a wrong state costs while fitting: bodies that are not parted cost most.
fn margin(label: State, state: State) -> i32 {
    match (label, state) {
        _ if same(label, state) => 0,
        (State::Opening, _) => OPENING_MARGIN,
        (
            State::Headline
            | State::HeadlineOn
            | State::Kicker
            | State::Deck
            | State::Caption
            | State::Furniture
            | State::FurnitureOn,
            _,
        ) => HEAD_MARGIN,
        _ => MARGIN,
    }
}

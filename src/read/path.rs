//! The best path through the lattice of states (Viterbi), in whole numbers, so that it is the same
//! on every machine.

use super::State;
use super::evidence::{EVIDENCE, rows};
use super::view::View;
use std::borrow::Cow;

/// The number of states.
pub const STATES: usize = State::ALL.len();
/// The number of kinds of step from a line to the next: see [`View::step`].
pub const STEPS: usize = 8;
/// The points of a step or state that must not be taken.
const NEVER: i32 = i32::MIN / 4;

/// The points that evidence and steps give to states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights {
    /// Points by evidence row and state; the rows of each evidence stand together.
    pub evidence: Cow<'static, [[i16; STATES]]>,
    /// Points by kind of step, state before and state.
    pub steps: Cow<'static, [[[i16; STATES]; STATES]]>,
}

impl Weights {
    /// Weights that prefer nothing.
    pub fn zero() -> Self {
        Self {
            evidence: Cow::Owned(vec![[0; STATES]; rows()]),
            steps: Cow::Owned(vec![[[0; STATES]; STATES]; STEPS]),
        }
    }
}

/// What the evidence says of each line, and the kind of step to each: all that the lattice sees of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Observed {
    /// For each line, one row of the weights for each piece of evidence.
    rows: Vec<u16>,
    /// How many pieces of evidence there are.
    width: usize,
    /// The kind of step from the line before; 0 for the first line.
    steps: Vec<u8>,
}

impl Observed {
    /// Asks all evidence about all lines.
    pub fn new(view: &View<'_>) -> Self {
        let count = view.lines.len();
        let mut rows = Vec::with_capacity(count * EVIDENCE.len());
        for index in 0..count {
            let mut first = 0;
            for evidence in EVIDENCE {
                let value = (evidence.of)(view, index);
                debug_assert!(value < evidence.values, "{} gave {value}", evidence.name);
                rows.push((first + value) as u16);
                first += evidence.values;
            }
        }
        let steps = (0..count).map(|index| if index == 0 { 0 } else { view.step(index) as u8 });
        Self { rows, width: EVIDENCE.len(), steps: steps.collect() }
    }

    /// The rows of the weights that speak of a line.
    pub fn rows(&self, line: usize) -> &[u16] {
        &self.rows[line * self.width..(line + 1) * self.width]
    }

    /// A copy with only the evidence that `keep` says yes to, by its place in [`EVIDENCE`]: for fitting.
    pub fn only(&self, keep: impl Fn(usize) -> bool) -> Self {
        let kept = (0..self.width).filter(|&evidence| keep(evidence)).count();
        let rows = self.rows.iter().enumerate();
        let rows = rows.filter(|&(at, _)| keep(at % self.width)).map(|(_, &row)| row).collect();
        Self { rows, width: kept, steps: self.steps.clone() }
    }

    /// The kind of step to a line from the one before.
    pub fn step(&self, line: usize) -> usize {
        usize::from(self.steps[line])
    }
}

/// The best path by `weights`.
pub fn best_path(observed: &Observed, weights: &Weights) -> Vec<State> {
    Lattice::new(observed, weights).best()
}

type Scores = [i32; STATES];

/// The lattice after the pass over its lines.
pub(super) struct Lattice<'a> {
    observed: &'a Observed,
    weights: &'a Weights,
    /// What the evidence on each line gives to each state.
    points: Vec<Scores>,
    /// The best path up to each line, by its state there, less that of the best state.
    scores: Vec<Scores>,
    /// The state before, on that path.
    back: Vec<[u8; STATES]>,
}

impl<'a> Lattice<'a> {
    pub(super) fn new(observed: &'a Observed, weights: &'a Weights) -> Self {
        let count = observed.steps.len();
        let mut out = Self {
            observed,
            weights,
            points: Vec::with_capacity(count),
            scores: Vec::with_capacity(count),
            back: Vec::with_capacity(count),
        };
        for index in 0..count {
            out.push(index, points(observed.rows(index), weights));
        }
        out
    }

    fn push(&mut self, index: usize, points: Scores) {
        let mut next = [NEVER; STATES];
        let mut from = [0_u8; STATES];
        for (state, (next, from)) in next.iter_mut().zip(&mut from).enumerate() {
            let Some(before) = self.scores.last() else {
                *next = if State::ALL[state].may_begin() { points[state] } else { NEVER };
                continue;
            };
            let step = self.observed.step(index);
            for (other, &score) in before.iter().enumerate() {
                let score = score.saturating_add(self.toll(step, other, state));
                if score > *next {
                    (*next, *from) = (score, other as u8);
                }
            }
            *next = next.saturating_add(points[state]);
        }
        // Scores are kept about zero, so that a document of any length stays within range.
        let top = next.iter().copied().max().unwrap_or(0);
        self.scores.push(next.map(|score| score.saturating_sub(top).max(NEVER)));
        self.back.push(from);
        self.points.push(points);
    }

    fn toll(&self, step: usize, before: usize, state: usize) -> i32 {
        if State::ALL[state].may_follow(State::ALL[before]) {
            i32::from(self.weights.steps[step][before][state])
        } else {
            NEVER
        }
    }

    /// The best path.
    pub(super) fn best(&self) -> Vec<State> {
        let Some(last) = self.scores.last() else { return Vec::new() };
        let mut at =
            (0..STATES).max_by_key(|&state| (last[state], std::cmp::Reverse(state))).unwrap_or(0);
        let mut path = Vec::with_capacity(self.back.len());
        for from in self.back.iter().rev() {
            path.push(State::ALL[at]);
            at = usize::from(from[at]);
        }
        path.reverse();
        path
    }

    /// For each line and each state, the points of the best path through it, less those of the best path of all.
    pub(super) fn through(&self) -> Vec<[i32; STATES]> {
        let mut rest = [0_i32; STATES];
        let mut out = vec![[0; STATES]; self.points.len()];
        for index in (0..self.points.len()).rev() {
            for (state, through) in out[index].iter_mut().enumerate() {
                *through = self.scores[index][state].saturating_add(rest[state]);
            }
            if index == 0 {
                break;
            }
            let step = self.observed.step(index);
            let mut before = [NEVER; STATES];
            for (from, best) in before.iter_mut().enumerate() {
                for (state, &rest) in rest.iter().enumerate() {
                    let ahead = rest.saturating_add(self.points[index][state]);
                    *best = (*best).max(ahead.saturating_add(self.toll(step, from, state)));
                }
            }
            let top = before.iter().copied().max().unwrap_or(0);
            rest = before.map(|score| score.saturating_sub(top).max(NEVER));
        }
        out
    }
}

/// The points that the evidence on a line gives to each state.
fn points(rows: &[u16], weights: &Weights) -> Scores {
    let mut points = [0_i32; STATES];
    for &row in rows {
        for (sum, &weight) in points.iter_mut().zip(&weights.evidence[usize::from(row)]) {
            *sum += i32::from(weight);
        }
    }
    points
}

//! The best path through the lattice of states (Viterbi), in whole numbers, so that it is the same
//! on every machine.

use super::State;
use super::evidence::{EVIDENCE, rows, rows_of_evidence};
use super::habit::{HABITS, Habit, habits};
use super::network::{self, Network, Units};
use super::view::View;
use std::borrow::Cow;

/// The number of states.
pub const STATES: usize = State::ALL.len();
/// The number of kinds of step from a line to the next: see [`View::step`].
pub const STEPS: usize = 8;
/// The points of a step or state that must not be taken.
const NEVER: i32 = i32::MIN / 4;

/// No weight is more than this or less than its opposite: 40 nats, where 7 are a thousand to one.
pub const MOST_POINTS: i16 = i16::MAX / TOGETHER as i16;

/// The points that evidence and steps give to states; none beyond [`MOST_POINTS`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights {
    /// Points by evidence row and state; the rows of each evidence stand together.
    pub evidence: Cow<'static, [[i16; STATES]]>,
    /// Points by kind of step, state before and state.
    pub steps: Cow<'static, [[[i16; STATES]; STATES]]>,
    /// The table of the network that sees all the evidence on a line and on those about it: see [`network`].
    pub network: Cow<'static, [u8]>,
}

impl Weights {
    /// Weights that prefer nothing.
    pub fn zero() -> Self {
        Self {
            evidence: Cow::Owned(vec![[0; STATES]; rows()]),
            steps: Cow::Owned(vec![[[0; STATES]; STATES]; STEPS]),
            network: network::table(&vec![0.0; network::parts().len()]).into(),
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
            evidence_rows(view, index, &mut rows);
        }
        let steps = (0..count).map(|index| step(view, index)).collect();
        Self { rows, width: EVIDENCE.len(), steps }
    }

    /// Asks for the habits of a page that was read so.
    pub fn of_habits(view: &View<'_>, states: &[State]) -> Self {
        let mut rows = Vec::with_capacity(states.len() * HABITS.len());
        habits(view, states, |habit| habit_rows(habit, &mut rows));
        Self { rows, width: HABITS.len(), steps: Vec::new() }
    }

    /// This and the habits of the same lines.
    pub fn and(&self, habits: &Self) -> Self {
        let width = self.width + habits.width;
        let mut rows = Vec::with_capacity(self.steps.len() * width);
        for line in 0..self.steps.len() {
            rows.extend_from_slice(self.rows(line));
            rows.extend_from_slice(habits.rows(line));
        }
        Self { rows, width, steps: self.steps.clone() }
    }

    /// The rows of the weights that speak of a line.
    pub fn rows(&self, line: usize) -> &[u16] {
        &self.rows[line * self.width..(line + 1) * self.width]
    }

    /// A copy with only the evidence that `keep` says yes to, by its place in [`EVIDENCE`] and then in the
    /// [`HABITS`]: for fitting.
    pub fn only(&self, keep: impl Fn(usize) -> bool) -> Self {
        let kept = (0..self.width).filter(|&evidence| keep(evidence)).count();
        let rows = self.rows.iter().enumerate();
        let rows = rows.filter(|&(at, _)| keep(at % self.width)).map(|(_, &row)| row).collect();
        Self { rows, width: kept, steps: self.steps.clone() }
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The kind of step to a line from the one before.
    pub fn step(&self, line: usize) -> usize {
        usize::from(self.steps[line])
    }
}

/// Adds the rows of what the evidence says of a line.
fn evidence_rows(view: &View<'_>, index: usize, rows: &mut Vec<u16>) {
    let mut first = 0;
    for evidence in EVIDENCE {
        let value = (evidence.of)(view, index);
        debug_assert!(value < evidence.values, "{} gave {value}", evidence.name);
        rows.push((first + value) as u16);
        first += evidence.values;
    }
}

/// Adds the rows of the habits on a line, which stand behind those of all evidence.
fn habit_rows(habit: Habit, rows: &mut Vec<u16>) {
    let mut first = rows_of_evidence();
    for (value, (name, values)) in habit.into_iter().zip(HABITS) {
        debug_assert!(value < values, "{name} gave {value}");
        rows.push((first + value) as u16);
        first += values;
    }
}

/// The kind of step to a line from the one before; 0 for the first.
fn step(view: &View<'_>, index: usize) -> u8 {
    if index == 0 { 0 } else { view.step(index) as u8 }
}

/// The best path by `weights`.
pub fn best_path(observed: &Observed, weights: &Weights) -> Vec<State> {
    Lattice::new(observed, &WideWeights::new(weights)).best()
}

/// The states, filled up to whole vectors of the machine.
const LANES: usize = STATES.next_multiple_of(4);
type Scores = [i32; LANES];

/// Weights as the lattice reads them: in whole vectors of the machine, with what may not follow what.
#[derive(Debug)]
pub(super) struct WideWeights {
    evidence: Vec<[i16; WIDE_LANES]>,
    /// What each step costs from each state to each, and from each back; [`NEVER`] where none may be taken.
    on: [[Scores; STATES]; STEPS],
    back: [[Scores; STATES]; STEPS],
    pub(super) network: Network,
}

/// The states, filled up to whole vectors of numbers of 16 bits.
const WIDE_LANES: usize = STATES.next_multiple_of(8);

impl WideWeights {
    pub(super) fn new(weights: &Weights) -> Self {
        let wide = |row: &[i16; STATES]| {
            let mut out = [0; WIDE_LANES];
            out[..STATES].copy_from_slice(row);
            out
        };
        let mut out = Self {
            evidence: weights.evidence.iter().map(wide).collect(),
            on: [[[NEVER; LANES]; STATES]; STEPS],
            back: [[[NEVER; LANES]; STATES]; STEPS],
            network: Network::new(&weights.network),
        };
        for (step, weights) in weights.steps.iter().enumerate() {
            for (before, weights) in weights.iter().enumerate() {
                for (state, &weight) in weights.iter().enumerate() {
                    if State::ALL[state].may_follow(State::ALL[before]) {
                        out.on[step][before][state] = i32::from(weight);
                        out.back[step][state][before] = i32::from(weight);
                    }
                }
            }
        }
        out
    }

    /// The points that the evidence on a line gives to each state. Compiled by itself, for whole vectors.
    #[inline(never)]
    fn points(&self, rows: &[u16]) -> Scores {
        let mut points = [0; LANES];
        for rows in rows.chunks(TOGETHER) {
            let mut sums = [0_i16; WIDE_LANES];
            for &row in rows {
                for (sum, weight) in sums.iter_mut().zip(&self.evidence[usize::from(row)]) {
                    *sum += weight;
                }
            }
            for (points, sum) in points.iter_mut().zip(sums) {
                *points += i32::from(sum);
            }
        }
        points
    }
}

/// So many weights are added up in 16 bits: see [`MOST_POINTS`].
const TOGETHER: usize = 8;

/// The lattice over the lines of a page.
pub(super) struct Lattice<'a> {
    /// The kind of step to each line.
    steps: Vec<u8>,
    weights: &'a WideWeights,
    /// What the evidence on each line gives to each state.
    points: Vec<Scores>,
    /// The best path up to each line, by its state there, less that of the best state.
    scores: Vec<Scores>,
}

impl<'a> Lattice<'a> {
    /// Of lines that were observed.
    pub(super) fn new(observed: &Observed, weights: &'a WideWeights) -> Self {
        let (evidence, habits) = (0..EVIDENCE.len(), EVIDENCE.len()..observed.width);
        let add = |line: usize, rows: &mut Vec<u16>| {
            rows.extend(&observed.rows(line)[evidence.clone()]);
        };
        let mut out = Self::seen(observed.steps.clone(), weights, add);
        for (line, points) in out.points.iter_mut().enumerate() {
            add_points(points, weights.points(&observed.rows(line)[habits.clone()]));
        }
        out.scored()
    }

    /// Of lines as evidence sees them, whose rows are not kept.
    pub(super) fn of_view(view: &View<'_>, weights: &'a WideWeights) -> Self {
        let steps = (0..view.lines.len()).map(|index| step(view, index)).collect();
        Self::seen(steps, weights, |index, rows| evidence_rows(view, index, rows)).scored()
    }

    /// Of lines with these steps before them and the evidence whose rows `add` adds for each.
    fn seen(
        steps: Vec<u8>,
        weights: &'a WideWeights,
        mut add: impl FnMut(usize, &mut Vec<u16>),
    ) -> Self {
        let mut points = Vec::with_capacity(steps.len());
        let mut units = Units::new(&weights.network);
        let mut together = 0;
        let mut add_together = |points: &mut [Scores], more| {
            add_points(&mut points[together], more);
            together += 1;
        };
        let mut rows = Vec::with_capacity(EVIDENCE.len());
        for index in 0..steps.len() {
            rows.clear();
            add(index, &mut rows);
            points.push(weights.points(&rows));
            if let Some(more) = units.see(&rows) {
                add_together(&mut points, more);
            }
        }
        units.rest().into_iter().for_each(|more| add_together(&mut points, more));
        Self { steps, weights, points, scores: Vec::new() }
    }

    /// Takes in the habits of the page that was read so; scores are to be made anew.
    pub(super) fn add_habits(&mut self, view: &View<'_>, states: &[State]) {
        // The view takes as much room.
        self.scores = Vec::new();
        let mut rows = Vec::with_capacity(HABITS.len());
        let mut points = self.points.iter_mut();
        habits(view, states, |habit| {
            rows.clear();
            habit_rows(habit, &mut rows);
            if let Some(points) = points.next() {
                add_points(points, self.weights.points(&rows));
            }
        });
    }

    /// Scores the paths up to each line.
    pub(super) fn scored(mut self) -> Self {
        self.scores.reserve_exact(self.points.len());
        for index in 0..self.points.len() {
            let scores = self.next(index, &self.points[index]);
            self.scores.push(scores);
        }
        self
    }

    /// The scores of the line after those that were scored.
    fn next(&self, index: usize, points: &Scores) -> Scores {
        let mut next = [NEVER; LANES];
        match self.scores.last() {
            Some(before) => {
                best_of(&mut next, before, &self.weights.on[self.step(index)]);
                for (next, points) in next.iter_mut().zip(points) {
                    *next += points;
                }
            }
            None => {
                for state in State::ALL.into_iter().filter(|state| state.may_begin()) {
                    next[state as usize] = points[state as usize];
                }
            }
        }
        about_zero(next)
    }

    fn step(&self, line: usize) -> usize {
        usize::from(self.steps[line])
    }

    /// The best path.
    pub(super) fn best(&self) -> Vec<State> {
        let Some(last) = self.scores.last() else { return Vec::new() };
        let mut at =
            (0..STATES).max_by_key(|&state| (last[state], std::cmp::Reverse(state))).unwrap_or(0);
        let mut path = vec![State::ALL[at]];
        for index in (1..self.scores.len()).rev() {
            let tolls = &self.weights.back[self.step(index)][at];
            let (mut most, mut from) = (NEVER, 0);
            for (before, (score, toll)) in self.scores[index - 1].iter().zip(tolls).enumerate() {
                if score + toll > most {
                    (most, from) = (score + toll, before);
                }
            }
            at = from;
            path.push(State::ALL[at]);
        }
        path.reverse();
        path
    }

    /// Calls `take` for each line, the last one first, with the points of the best path through each of its states,
    /// less those of the best path of all.
    pub(super) fn each_through(&self, mut take: impl FnMut(usize, &[i32])) {
        let mut rest = [0; LANES];
        for index in (0..self.points.len()).rev() {
            let mut through = rest;
            for (through, score) in through.iter_mut().zip(&self.scores[index]) {
                *through += score;
            }
            take(index, &through[..STATES]);
            if index > 0 {
                for (rest, points) in rest.iter_mut().zip(&self.points[index]) {
                    *rest += points;
                }
                let mut before = [NEVER; LANES];
                best_of(&mut before, &rest, &self.weights.back[self.step(index)]);
                rest = about_zero(before);
            }
        }
    }
}

/// Raises `best` to what the best step from any of the states with these scores comes to. Compiled by itself, for
/// whole vectors.
#[inline(never)]
fn best_of(best: &mut Scores, scores: &Scores, tolls: &[Scores; STATES]) {
    for (score, tolls) in scores.iter().zip(tolls) {
        for (best, toll) in best.iter_mut().zip(tolls) {
            *best = (*best).max(score + toll);
        }
    }
}

fn add_points(points: &mut Scores, more: impl IntoIterator<Item = i32>) {
    for (points, more) in points.iter_mut().zip(more) {
        *points += more;
    }
}

/// Scores are kept about zero, so that a document of any length stays within range.
fn about_zero(scores: Scores) -> Scores {
    let top = scores.into_iter().max().unwrap_or(0);
    scores.map(|score| (score - top).max(NEVER))
}

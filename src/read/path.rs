//! The best path through the lattice of states (Viterbi), in whole numbers, so that it is the same
//! on every machine.

use super::State;
use std::borrow::Cow;
use super::evidence::{EVIDENCE, rows};
use super::view::View;

/// The number of states.
pub const STATES: usize = State::ALL.len();
/// The number of kinds of step from a line to the next: see [`View::step`].
pub const STEPS: usize = 8;
/// A path that must not be taken.
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

/// The best path by `weights`.
pub fn best_path(view: &View<'_>, weights: &Weights) -> Vec<State> {
    best_path_among(view, weights, |_, _| true)
}

/// The best path on which `allowed` holds for each line's index and state; where it holds for no
/// state of a line, the line may have any.
pub fn best_path_among(
    view: &View<'_>,
    weights: &Weights,
    allowed: impl Fn(usize, State) -> bool,
) -> Vec<State> {
    let count = view.lines.len();
    let mut scores = [0_i32; STATES];
    let mut back: Vec<[u8; STATES]> = Vec::with_capacity(count);
    for index in 0..count {
        let here = points(view, weights, index);
        let mut open = State::ALL.map(|state| allowed(index, state));
        if !open.contains(&true) {
            open = [true; STATES];
        }
        let mut next = [NEVER; STATES];
        let mut from = [0_u8; STATES];
        let step = (index > 0).then(|| &weights.steps[view.step(index)]);
        for (state, &open) in open.iter().enumerate() {
            if !open {
                continue;
            }
            let Some(step) = step else {
                // The first line can go on with nothing, but a paragraph's rest.
                let on = State::ALL[state].goes_on() && State::ALL[state] != State::ParagraphOn;
                next[state] = if on { NEVER / 2 } else { 0 } + here[state];
                continue;
            };
            let (best, score) = (0..STATES)
                .map(|before| {
                    let follows = follows(State::ALL[before], State::ALL[state]);
                    let toll = if follows { i32::from(step[before][state]) } else { NEVER / 2 };
                    (before, scores[before].saturating_add(toll))
                })
                .max_by_key(|&(before, score)| (score, std::cmp::Reverse(before)))
                .expect("there are states");
            from[state] = best as u8;
            next[state] = score.saturating_add(here[state]);
        }
        // Scores are kept about zero, so that a document of any length stays within range.
        let top = next.iter().copied().max().unwrap_or(0);
        scores = next.map(|score| score.saturating_sub(top).max(NEVER));
        back.push(from);
    }
    let mut at = (0..STATES).max_by_key(|&state| (scores[state], std::cmp::Reverse(state))).unwrap_or(0);
    let mut path: Vec<State> = back
        .iter()
        .rev()
        .map(|from| {
            let state = State::ALL[at];
            at = usize::from(from[at]);
            state
        })
        .collect();
    path.reverse();
    path
}

/// Whether `state` can stand after `before`: what goes on needs what it goes on with right before
/// it, but for paragraphs, which other things interrupt.
const fn follows(before: State, state: State) -> bool {
    match state {
        State::HeadlineOn => matches!(before, State::Headline | State::HeadlineOn),
        State::DeckOn => matches!(before, State::Deck | State::DeckOn),
        State::HeadingOn => matches!(before, State::Heading | State::HeadingOn),
        State::CaptionOn => matches!(before, State::Caption | State::CaptionOn),
        State::CreditOn => matches!(before, State::Credit | State::CreditOn),
        State::FurnitureOn => matches!(before, State::Furniture | State::FurnitureOn),
        _ => true,
    }
}

/// The points that the evidence on a line gives to each state.
fn points(view: &View<'_>, weights: &Weights, index: usize) -> [i32; STATES] {
    let mut points = [0_i32; STATES];
    let mut first = 0;
    for evidence in EVIDENCE {
        let value = (evidence.of)(view, index);
        debug_assert!(value < evidence.values, "{} gave {value}", evidence.name);
        for (sum, &weight) in points.iter_mut().zip(&weights.evidence[first + value]) {
            *sum += i32::from(weight);
        }
        first += evidence.values;
    }
    points
}

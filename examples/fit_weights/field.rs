//! A conditional random field over the reader's own lattice: how often each of its states and steps is taken, by their
//! points.

use tearsheet::read::{Observed, STATES, STEPS, State};

/// A number for each state.
pub(crate) type Row = [f32; STATES];

/// How often each state and step is taken, over all paths by their probability.
pub(crate) struct Expected {
    pub(crate) states: Vec<Row>,
    pub(crate) steps: Vec<[Row; STATES]>,
}

/// Forward and backward over the lattice; also the logarithm of the sum over all paths.
pub(crate) fn expected(
    points: &[Row],
    observed: &Observed,
    steps: &[[Row; STATES]],
    seen: impl Fn(usize, State, f32) -> f32,
) -> (Expected, f64) {
    let count = points.len();
    let mut out = Expected {
        states: vec![[0.0; STATES]; count],
        steps: vec![[[0.0; STATES]; STATES]; STEPS],
    };
    let mut sum = 0.0_f64;
    let mut emissions: Vec<Row> = Vec::with_capacity(count);
    let mut forward: Vec<Row> = Vec::with_capacity(count);
    for (line, points) in points.iter().enumerate() {
        let mut emission = [0.0; STATES];
        for (state, emission) in State::ALL.into_iter().zip(&mut emission) {
            *emission = seen(line, state, points[state as usize]);
        }
        let top = emission.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let emission = emission.map(|points| (points - top).exp());
        let mut here = [0.0; STATES];
        for (state, here) in State::ALL.into_iter().zip(&mut here) {
            let before = match forward.last() {
                None => f32::from(u8::from(state.may_begin())),
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
        let total: f32 = here.iter().sum();
        sum += f64::from(total.max(f32::MIN_POSITIVE).ln() + top);
        forward.push(here.map(|share| share / total.max(f32::MIN_POSITIVE)));
        emissions.push(emission);
    }
    let mut after = [1.0; STATES];
    for line in (0..count).rev() {
        let both: f32 = (0..STATES).map(|state| forward[line][state] * after[state]).sum();
        for state in 0..STATES {
            out.states[line][state] =
                forward[line][state] * after[state] / both.max(f32::MIN_POSITIVE);
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
            *out += share / all.max(f32::MIN_POSITIVE);
        }
        let top = before.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
        after = before.map(|way| way / top);
    }
    (out, sum)
}

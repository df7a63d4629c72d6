//! The network of the reader in fractions, and its slopes.

use crate::chance::Chance;
use crate::field::Row;
use tearsheet::read::Observed;
use tearsheet::read::evidence::rows_of_evidence;
use tearsheet::read::network::{LAYERS, REACH, UNITS, WINDOW, parts};

/// How often a unit of a line is left out while fitting, in percent, so that none is relied on alone.
const LEFT_OUT: usize = 35;
/// How much more the others count for it.
const GROWN: f32 = 100.0 / (100 - LEFT_OUT) as f32;

type Line = [f32; UNITS];

/// Numbers to begin with.
pub(crate) fn begun(chance: &mut Chance) -> Vec<f32> {
    let parts = parts();
    let mut numbers = vec![0.0; parts.len()];
    let mut begin = |numbers: &mut [f32], spread: f32| {
        for number in numbers {
            *number = chance.normal() * spread;
        }
    };
    begin(parts.rows.of_mut(&mut numbers), 0.1);
    for (weights, _) in parts.layers {
        begin(weights.of_mut(&mut numbers), (1.0 / WINDOW as f32).sqrt());
    }
    begin(parts.states.of_mut(&mut numbers), 0.05);
    numbers
}

/// The units of the lines of a page before the first layer and after each; about the page stand lines that have none.
pub(crate) struct Units {
    layers: Vec<Vec<Line>>,
}

impl Units {
    /// Of a page whose evidence counts `grown` times, for some of it was left out.
    pub(crate) fn new(
        numbers: &[f32],
        observed: &Observed,
        grown: f32,
        chance: &mut Chance,
    ) -> Self {
        let parts = parts();
        let (rows, _) = parts.rows.of(numbers).as_chunks::<UNITS>();
        let first = lines(observed.len(), |line| {
            let mut units = [0.0; UNITS];
            for row in of_evidence(observed, line) {
                add(&mut units, &rows[row], grown);
            }
            add(&mut units, parts.units.of(numbers), 1.0);
            units.map(|unit| if chance.percent(LEFT_OUT) { 0.0 } else { unit.max(0.0) * GROWN })
        });
        let mut layers = vec![first];
        for (weights, own) in parts.layers {
            let (weights, _) = weights.of(numbers).as_chunks::<WINDOW>();
            let own = own.of(numbers);
            let before = &layers[layers.len() - 1];
            let after = lines(observed.len(), |line| {
                let window = before[line..=line + 2 * REACH].as_flattened();
                std::array::from_fn(|unit| {
                    let sum = dot(window, &weights[unit]) + own[unit];
                    before[line + REACH][unit] + sum.max(0.0)
                })
            });
            layers.push(after);
        }
        Self { layers }
    }

    /// Adds what each state of each line gets.
    pub(crate) fn add_to(&self, numbers: &[f32], points: &mut [Row]) {
        let states = parts().states.of(numbers);
        for (points, units) in points.iter_mut().zip(&self.layers[LAYERS][REACH..]) {
            for (point, numbers) in points.iter_mut().zip(states.chunks_exact(UNITS)) {
                *point += dot(units, numbers);
            }
        }
    }

    /// Adds the slope of each number to `out`, by that of the points of each line.
    pub(crate) fn slope(
        &self,
        numbers: &[f32],
        observed: &Observed,
        grown: f32,
        points: &[Row],
        out: &mut [f32],
    ) {
        let parts = parts();
        let states = parts.states.of(numbers);
        let mut slopes = lines(points.len(), |line| {
            let mut slope = [0.0; UNITS];
            let of_states = parts.states.of_mut(out).chunks_exact_mut(UNITS);
            for ((&point, numbers), out) in
                points[line].iter().zip(states.chunks_exact(UNITS)).zip(of_states)
            {
                add(&mut slope, numbers, point);
                add(out, &self.layers[LAYERS][line + REACH], point);
            }
            slope
        });
        for (layer, (weights, own)) in parts.layers.into_iter().enumerate().rev() {
            let (before, after) = (&self.layers[layer], &self.layers[layer + 1]);
            let (numbers, _) = weights.of(numbers).as_chunks::<WINDOW>();
            let mut earlier = slopes.clone();
            for line in 0..points.len() {
                let window = line..=line + 2 * REACH;
                for unit in 0..UNITS {
                    let at = line + REACH;
                    if after[at][unit] <= before[at][unit] {
                        continue;
                    }
                    let slope = slopes[at][unit];
                    own.of_mut(out)[unit] += slope;
                    let out = &mut weights.of_mut(out)[unit * WINDOW..][..WINDOW];
                    add(out, before[window.clone()].as_flattened(), slope);
                    add(earlier[window.clone()].as_flattened_mut(), &numbers[unit], slope);
                }
            }
            slopes = earlier;
        }
        for line in 0..points.len() {
            let at = line + REACH;
            let slope: Line = std::array::from_fn(|unit| {
                if self.layers[0][at][unit] > 0.0 { slopes[at][unit] * GROWN } else { 0.0 }
            });
            add(parts.units.of_mut(out), &slope, 1.0);
            for row in of_evidence(observed, line) {
                add(&mut parts.rows.of_mut(out)[row * UNITS..][..UNITS], &slope, grown);
            }
        }
    }
}

/// The rows of a line that speak of evidence, not of habits.
fn of_evidence(observed: &Observed, line: usize) -> impl Iterator<Item = usize> {
    let rows = observed.rows(line).iter().map(|&row| usize::from(row));
    rows.filter(|&row| row < rows_of_evidence())
}

/// A page of lines, and those about it.
fn lines(count: usize, of: impl FnMut(usize) -> Line) -> Vec<Line> {
    let about = [[0.0; UNITS]; REACH];
    about.into_iter().chain((0..count).map(of)).chain(about).collect()
}

fn add(sums: &mut [f32], numbers: &[f32], times: f32) {
    for (sum, number) in sums.iter_mut().zip(numbers) {
        *sum += number * times;
    }
}

/// In several sums, for whole vectors of the machine.
fn dot(one: &[f32], other: &[f32]) -> f32 {
    let mut sums = [0.0; 8];
    let (one, other) = (one.as_chunks::<8>().0, other.as_chunks::<8>().0);
    for (one, other) in one.iter().zip(other) {
        for ((sum, one), other) in sums.iter_mut().zip(one).zip(other) {
            *sum += one * other;
        }
    }
    sums.into_iter().sum()
}

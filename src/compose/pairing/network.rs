//! The network that weighs a body and a head: one hidden layer. Its numbers are fractions, which are added and multiplied in one
//! order: the sums are the same on every machine.

use super::{AROUND, FACTS, INPUTS, ROUNDS, around};
use std::array;

/// The units of the hidden layer.
pub const UNITS: usize = 24;
/// An input lies no further than so many spreads from what is usual: what no page that was fitted on has may not stand on another.
const FARTHEST: f32 = 4.0;

/// A network.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    /// What is usual of each input, and one by its spread.
    pub usual: [f32; INPUTS],
    /// One by how far each input strays from that.
    pub finer: [f32; INPUTS],
    /// What each unit gets from each input.
    pub inputs: [[f32; UNITS]; INPUTS],
    /// What each unit gets by itself.
    pub own: [f32; UNITS],
    /// What the odds get from each unit.
    pub units: [f32; UNITS],
    /// What they get by themselves.
    pub odds: f32,
}

impl Default for Network {
    /// One that takes the inputs as they are and says nothing of them.
    fn default() -> Self {
        Self {
            usual: [0.0; INPUTS],
            finer: [1.0; INPUTS],
            inputs: [[0.0; UNITS]; INPUTS],
            own: [0.0; UNITS],
            units: [0.0; UNITS],
            odds: 0.0,
        }
    }
}

/// What is known of a pair by itself and among the others.
pub fn known(facts: &[f32; FACTS], around: &[f32; AROUND]) -> [f32; INPUTS] {
    array::from_fn(|at| if at < FACTS { facts[at] } else { around[at - FACTS] })
}

/// How many numbers it has.
const NUMBERS: usize = 2 * INPUTS + INPUTS * UNITS + 2 * UNITS + 1;

/// The numbers of all rounds, little end first.
pub(super) type Table = [u8; ROUNDS * NUMBERS * size_of::<f32>()];

impl Network {
    /// The log odds, in nats, that each head is each body's, by the facts of the pairs and the odds that they had before.
    ///
    /// # Panics
    ///
    /// Where rows are not of one length.
    pub fn weigh(&self, pairs: &[Vec<[f32; FACTS]>], odds: &[Vec<f32>]) -> Vec<Vec<f32>> {
        let around = around(odds);
        let rows = pairs.iter().zip(&around);
        rows.map(|(facts, around)| {
            let pairs = facts.iter().zip(around);
            pairs
                .map(|(facts, around)| self.told(&self.drive(&self.scaled(&known(facts, around)))))
                .collect()
        })
        .collect()
    }

    /// What is known of a pair, by how far it strays from what is usual.
    pub fn scaled(&self, known: &[f32; INPUTS]) -> [f32; INPUTS] {
        array::from_fn(|input| {
            let strays = (known[input] - self.usual[input]) * self.finer[input];
            strays.clamp(-FARTHEST, FARTHEST)
        })
    }

    /// What drives the units.
    pub fn drive(&self, inputs: &[f32; INPUTS]) -> [f32; UNITS] {
        let mut sums = self.own;
        for (input, weights) in inputs.iter().zip(&self.inputs) {
            for (sum, weight) in sums.iter_mut().zip(weights) {
                *sum += input * weight;
            }
        }
        sums.map(|sum| sum.max(0.0))
    }

    /// What the units say.
    pub fn told(&self, units: &[f32; UNITS]) -> f32 {
        units.iter().zip(&self.units).fold(self.odds, |sum, (unit, weight)| sum + unit * weight)
    }

    /// One after another, of a table of [`Self::numbers`].
    pub(super) fn rounds(table: &Table) -> [Self; ROUNDS] {
        let numbers: Vec<f32> =
            table.as_chunks().0.iter().copied().map(f32::from_le_bytes).collect();
        array::from_fn(|round| {
            let mut rest = numbers[round * NUMBERS..].iter().copied();
            let mut next = move |_| rest.next().unwrap_or_default();
            Self {
                usual: array::from_fn(&mut next),
                finer: array::from_fn(&mut next),
                inputs: array::from_fn(|_| array::from_fn(&mut next)),
                own: array::from_fn(&mut next),
                units: array::from_fn(&mut next),
                odds: next(0),
            }
        })
    }

    /// Its numbers, in the order of the table.
    pub fn numbers(&self) -> impl Iterator<Item = f32> {
        let inputs =
            self.usual.into_iter().chain(self.finer).chain(self.inputs.into_iter().flatten());
        inputs.chain(self.own).chain(self.units).chain([self.odds])
    }
}

#[cfg(test)]
mod tests {
    use super::super::rounds;
    use super::*;
    use crate::language::Script;

    fn nothing() -> Network {
        Network { odds: -0.5, ..Network::default() }
    }

    #[test]
    fn what_is_far_off_counts_no_more_than_what_is_far() {
        let mut network = nothing();
        (network.inputs[0][3], network.units[3]) = (2.0, 1.0);
        let weigh = |fact: f32| {
            let mut facts = [0.0; FACTS];
            facts[0] = fact;
            network.weigh(&[vec![facts]], &[vec![0.0]])[0][0]
        };
        assert_eq!([-9.0, 1.0, 9.0, f32::MAX].map(weigh), [-0.5, 1.5, 7.5, 7.5]);
    }

    #[test]
    fn tables_hold_all_numbers() {
        let (mut one, mut other) = (nothing(), nothing());
        (one.usual[1], one.own[2], other.inputs[3][4], other.odds) = (1.0, 2.0, 3.0, 4.0);
        let mut table = [0; size_of::<Table>()];
        let bytes =
            [&one, &other].into_iter().flat_map(Network::numbers).flat_map(f32::to_le_bytes);
        table.iter_mut().zip(bytes).for_each(|(to, byte)| *to = byte);
        assert_eq!(Network::rounds(&table), [one, other]);
    }

    #[test]
    fn the_tables_make_sense() {
        for script in [Script::Han, Script::Latin] {
            for network in rounds(script) {
                assert!(network.numbers().all(f32::is_finite), "{script:?}");
                assert!(network.units.iter().any(|&weight| weight != 0.0), "{script:?}");
            }
        }
    }
}

//! A small network with one hidden layer, which gives log odds. Its numbers are fractions, which are added and multiplied in one
//! order: the sums are the same on every machine. `examples/fit_weights` fits them.

use std::array;

/// The units of the hidden layer.
pub const UNITS: usize = 24;
/// An input counts as no further than so many spreads from what is usual: what no page had that was fitted on must not decide alone.
const FARTHEST: f32 = 4.0;

/// A network of so many inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Perceptron<const INPUTS: usize> {
    /// What is usual of each input.
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

impl<const INPUTS: usize> Default for Perceptron<INPUTS> {
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

impl<const INPUTS: usize> Perceptron<INPUTS> {
    /// How many numbers it has.
    pub const NUMBERS: usize = 2 * INPUTS + INPUTS * UNITS + 2 * UNITS + 1;

    /// The log odds, in nats, by what is known.
    ///
    /// # Examples
    ///
    /// ```
    /// use tearsheet::perceptron::Perceptron;
    /// let mut network = Perceptron::<2> { odds: -0.5, ..Perceptron::default() };
    /// (network.inputs[1][0], network.units[0]) = (2.0, 1.0);
    /// assert_eq!(network.weigh(&[9.0, 1.0]), 1.5);
    /// ```
    pub fn weigh(&self, known: &[f32; INPUTS]) -> f32 {
        self.told(&self.drive(&self.scaled(known)))
    }

    /// What is known, by how far it strays from what is usual.
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

    /// One of a table of [`Self::numbers`], little end first; what is missing there is 0.
    ///
    /// # Examples
    ///
    /// ```
    /// use tearsheet::perceptron::Perceptron;
    /// let network = Perceptron::<3> { odds: -0.5, ..Perceptron::default() };
    /// let table: Vec<u8> = network.numbers().flat_map(f32::to_le_bytes).collect();
    /// assert_eq!(Perceptron::of_table(&table), network);
    /// ```
    pub fn of_table(table: &[u8]) -> Self {
        let mut rest = table.as_chunks().0.iter().copied().map(f32::from_le_bytes);
        let mut next = move |_| rest.next().unwrap_or_default();
        Self {
            usual: array::from_fn(&mut next),
            finer: array::from_fn(&mut next),
            inputs: array::from_fn(|_| array::from_fn(&mut next)),
            own: array::from_fn(&mut next),
            units: array::from_fn(&mut next),
            odds: next(0),
        }
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
    use super::*;

    #[test]
    fn what_is_far_off_counts_no_more_than_what_is_far() {
        let mut network = Perceptron::<2> { odds: -0.5, ..Perceptron::default() };
        (network.inputs[0][3], network.units[3]) = (2.0, 1.0);
        let weigh = |input: f32| network.weigh(&[input, 0.0]);
        assert_eq!([-9.0, 1.0, 9.0, f32::MAX].map(weigh), [-0.5, 1.5, 7.5, 7.5]);
    }

    #[test]
    fn tables_hold_all_numbers() {
        let numbers: Vec<f32> = (0_u16..).take(Perceptron::<3>::NUMBERS).map(f32::from).collect();
        let table: Vec<u8> = numbers.iter().copied().flat_map(f32::to_le_bytes).collect();
        let network = Perceptron::<3>::of_table(&table);
        assert_eq!(network.numbers().collect::<Vec<_>>(), numbers);
        assert_eq!(network.odds, numbers[numbers.len() - 1]);
    }
}

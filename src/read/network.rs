//! What the evidence of a line says together, and with that of the lines about it: a small network. Points of single
//! pieces of evidence add up and cannot tell that a short line in capitals is a kicker before a long one and a section
//! heading amid text; units that many pieces drive together can.
//!
//! Each line drives [`UNITS`] units by its evidence (rectified: none is below 0); each of [`LAYERS`] hidden layers drives them
//! again by those of the lines within [`REACH`] and adds that to them; what comes out gives points to the states. All in whole numbers, so that it is the same on every machine.
//! `examples/fit_weights` fits the numbers.

use super::evidence::rows_of_evidence;
use super::path::STATES;

/// The units of a line.
pub const UNITS: usize = 48;
/// A layer sees so many lines before and after.
pub const REACH: usize = 2;
/// The units that a layer sees of a line and of those about it.
pub const WINDOW: usize = UNITS * LINES;
/// The layers.
pub const LAYERS: usize = 2;

/// Some of the numbers of a network, which stand in one list.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    start: usize,
    len: usize,
    /// By how much a number is multiplied in the table, and what none is beyond there: no sum leaves its range.
    scale: f32,
    most: f32,
}

impl Part {
    /// Its numbers out of those of the network.
    pub fn of<'a, T>(&self, numbers: &'a [T]) -> &'a [T] {
        &numbers[self.start..self.start + self.len]
    }

    /// The same, to be changed.
    pub fn of_mut<'a, T>(&self, numbers: &'a mut [T]) -> &'a mut [T] {
        &mut numbers[self.start..self.start + self.len]
    }
}

/// The parts of a network.
#[derive(Clone, Copy, Debug)]
pub struct Parts {
    /// What each row of the evidence gives to each unit.
    pub rows: Part,
    /// The bias of each unit.
    pub units: Part,
    /// For each layer: what each unit gets from each of the [`WINDOW`] that it sees, and its bias.
    pub layers: [(Part, Part); LAYERS],
    /// What each state gets from each unit.
    pub states: Part,
}

/// A unit's value of 1 in whole numbers, and what no value is above.
const ONE: f32 = 64.0;
const MOST: i16 = 2047;
/// The weights of layers and states are as many times finer.
const FINER: i32 = 8;
const FINE: f32 = (1 << FINER) as f32;
/// Points of a nat.
const POINTS: f32 = 100.0;

/// Where the parts of a network stand.
pub fn parts() -> Parts {
    let mut start = 0;
    let mut part = |len: usize, scale: f32, most: f32| {
        start += len;
        Part { start: start - len, len, scale, most }
    };
    let own = f32::from(MOST);
    Parts {
        // All the evidence of a line together stays within 16 bits.
        rows: part(rows_of_evidence() * UNITS, ONE, 390.0),
        units: part(UNITS, ONE, own),
        layers: std::array::from_fn(|_| {
            (part(UNITS * WINDOW, FINE, 2.0 * FINE), part(UNITS, ONE, own))
        }),
        states: part(STATES * UNITS, POINTS * FINE / ONE, 8191.0),
    }
}

impl Parts {
    /// The parts in their order.
    fn all(&self) -> impl Iterator<Item = Part> {
        let layers = self.layers.into_iter().flat_map(|(weights, own)| [weights, own]);
        [self.rows, self.units].into_iter().chain(layers).chain([self.states])
    }

    /// How many numbers they have together.
    pub fn len(&self) -> usize {
        self.all().map(|part| part.len).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The table of a network whose numbers were fitted, in the order of [`parts`].
///
/// # Panics
///
/// Where they are more or fewer than [`Parts::len`].
///
/// # Examples
///
/// ```
/// use tearsheet::read::network::{parts, table};
/// let numbers = vec![0.5; parts().len()];
/// assert_eq!(table(&numbers).len(), 2 * numbers.len());
/// ```
pub fn table(numbers: &[f32]) -> Vec<u8> {
    let parts = parts();
    assert_eq!(numbers.len(), parts.len(), "the numbers of a network");
    let whole = |part: Part| {
        let whole = move |number: &f32| (number * part.scale).round().clamp(-part.most, part.most);
        part.of(numbers).iter().map(move |number| whole(number) as i16)
    };
    parts.all().flat_map(whole).flat_map(i16::to_le_bytes).collect()
}

/// A network as the lattice reads it.
#[derive(Debug)]
pub(super) struct Network {
    rows: Vec<[i16; UNITS]>,
    units: [i16; UNITS],
    layers: [Layer; LAYERS],
    states: Vec<[i16; UNITS]>,
}

#[derive(Debug)]
struct Layer {
    weights: Vec<[i16; WINDOW]>,
    own: Vec<i16>,
}

impl Network {
    /// Of a [`table`].
    ///
    /// # Panics
    ///
    /// Where it is not whole.
    pub(super) fn new(table: &[u8]) -> Self {
        let numbers: Vec<i16> =
            table.as_chunks().0.iter().copied().map(i16::from_le_bytes).collect();
        let parts = parts();
        assert_eq!(numbers.len(), parts.len(), "a whole network");
        Self {
            rows: parts.rows.of(&numbers).as_chunks().0.to_vec(),
            units: std::array::from_fn(|unit| parts.units.of(&numbers)[unit]),
            layers: parts.layers.map(|(weights, own)| Layer {
                weights: weights.of(&numbers).as_chunks().0.to_vec(),
                own: own.of(&numbers).to_vec(),
            }),
            states: parts.states.of(&numbers).as_chunks().0.to_vec(),
        }
    }
}

/// The units of the lines of a page, which are seen one after another: no more of them are kept than layers see.
pub(super) struct Units<'a> {
    network: &'a Network,
    /// For each layer the lines that it sees, and how many it was shown. About the page stand lines that have no units.
    windows: [([[i16; UNITS]; LINES], usize); LAYERS],
}

/// So many lines are seen by a layer.
const LINES: usize = 2 * REACH + 1;

impl<'a> Units<'a> {
    /// Of a page of which no line was seen.
    pub(super) fn new(network: &'a Network) -> Self {
        Self { network, windows: [([[0; UNITS]; LINES], 0); LAYERS] }
    }

    /// Takes in the evidence on the next line; gives the points that each state gets on the first line that has none yet,
    /// once what stands after that was seen. Compiled by itself, for whole vectors.
    #[inline(never)]
    pub(super) fn see(&mut self, rows: &[u16]) -> Option<[i32; STATES]> {
        let mut sums = self.network.units;
        for &row in rows {
            for (sum, number) in sums.iter_mut().zip(&self.network.rows[usize::from(row)]) {
                *sum += number;
            }
        }
        self.show(0, sums.map(|sum| sum.clamp(0, MOST)))
    }

    /// The points on the lines that have none when all were seen.
    pub(super) fn rest(mut self) -> Vec<[i32; STATES]> {
        let after = (0..LAYERS).flat_map(|layer| [layer; REACH]);
        after.filter_map(|layer| self.show(layer, [0; UNITS])).collect()
    }

    /// Shows a layer the units of the next line.
    fn show(&mut self, at: usize, units: [i16; UNITS]) -> Option<[i32; STATES]> {
        let Some(layer) = self.network.layers.get(at) else {
            let points = |state: usize| dot(&units, &self.network.states[state]) >> FINER;
            return Some(std::array::from_fn(points));
        };
        let (window, shown) = &mut self.windows[at];
        window.rotate_left(1);
        window[LINES - 1] = units;
        *shown += 1;
        if *shown <= REACH {
            return None;
        }
        let units = layer.of(window.as_flattened().try_into().ok()?);
        self.show(at + 1, units)
    }
}

impl Layer {
    /// The units of a line after this layer, out of those that it sees.
    fn of(&self, window: &[i16; WINDOW]) -> [i16; UNITS] {
        std::array::from_fn(|unit| {
            let sum = (dot(window, &self.weights[unit]) >> FINER) + i32::from(self.own[unit]);
            let before = i32::from(window[REACH * UNITS + unit]);
            (before + sum.max(0)).min(i32::from(MOST)) as i16
        })
    }
}

/// The sum of the products, in several sums at once, for whole vectors. No product and no sum leaves 32 bits: see [`parts`].
#[inline(never)]
fn dot<const COUNT: usize>(one: &[i16; COUNT], other: &[i16; COUNT]) -> i32 {
    const { assert!(COUNT.is_multiple_of(8), "whole vectors") };
    let mut sums = [0_i32; 8];
    for (one, other) in one.as_chunks::<8>().0.iter().zip(other.as_chunks::<8>().0) {
        for ((sum, &one), &other) in sums.iter_mut().zip(one).zip(other) {
            *sum = sum.wrapping_add(i32::from(one).wrapping_mul(other.into()));
        }
    }
    sums.into_iter().fold(0, i32::wrapping_add)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::evidence::EVIDENCE;

    /// The points of the first state on each of the lines with these rows.
    fn points(numbers: &[f32], rows: &[&[u16]]) -> Vec<i32> {
        let network = Network::new(&table(numbers));
        let mut units = Units::new(&network);
        let mut points: Vec<_> = rows.iter().filter_map(|rows| units.see(rows)).collect();
        points.extend(units.rest());
        assert_eq!(points.len(), rows.len());
        points.into_iter().map(|points| points[0]).collect()
    }

    #[test]
    fn lines_about_a_line_speak_of_it() {
        let mut numbers = vec![0.0; parts().len()];
        // Row 1 drives the first unit, what is driven there two lines before drives the second, and that the state.
        parts().rows.of_mut(&mut numbers)[UNITS] = 1.0;
        parts().layers[0].0.of_mut(&mut numbers)[WINDOW] = 0.5;
        parts().states.of_mut(&mut numbers)[1] = 3.0;
        assert_eq!(points(&numbers, &[&[0], &[1], &[0], &[0], &[0]]), [0, 0, 0, 150, 0]);
        assert_eq!(points(&numbers, &[&[1], &[0]]), [0, 0], "no line stands there");
        assert_eq!(points(&numbers, &[]), [0; 0]);
    }

    #[test]
    fn no_numbers_are_too_great() {
        for greatest in [f32::MAX, f32::MIN] {
            let evidence: &[u16] = &[0; EVIDENCE.len()];
            let points = points(&vec![greatest; parts().len()], &[evidence; 9]);
            assert!(points.iter().all(|&points| points.abs() < 1 << 24), "{points:?}");
        }
    }
}

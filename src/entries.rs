//! A table that is sought by numbers: how what is fitted on words comes with the crate.

/// A few small values for each of many numbers, each number once.
#[derive(Clone, Debug)]
pub(crate) struct Entries<const LANES: usize> {
    /// The numbers, ascending, and where those begin that begin with the same bits.
    numbers: Vec<u32>,
    starts: Vec<u32>,
    /// The values of each.
    values: Vec<[i8; LANES]>,
}

/// So many bits of a number tell where it is sought.
const FIRST_BITS: u32 = 15;

impl<const LANES: usize> Entries<LANES> {
    pub(crate) fn new(entries: impl IntoIterator<Item = (u32, [i8; LANES])>) -> Self {
        let mut all: Vec<(u32, [i8; LANES])> = entries.into_iter().collect();
        all.sort_unstable_by_key(|&(number, _)| number);
        let mut starts = vec![0; (1 << FIRST_BITS) + 1];
        all.iter().for_each(|&(number, _)| starts[first_bits(number) + 1] += 1);
        for bits in 0..1 << FIRST_BITS {
            starts[bits + 1] += starts[bits];
        }
        let (numbers, values) = all.into_iter().unzip();
        Self { numbers, starts, values }
    }

    /// The values of a number, if it has any.
    pub(crate) fn get(&self, number: u32) -> Option<&[i8; LANES]> {
        let bits = first_bits(number);
        let (from, to) = (self.starts[bits] as usize, self.starts[bits + 1] as usize);
        let at = self.numbers[from..to].iter().position(|&other| other == number)?;
        Some(&self.values[from + at])
    }

    /// All numbers, ascending, and their values.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, &[i8; LANES])> {
        self.numbers.iter().copied().zip(&self.values)
    }
}

const fn first_bits(number: u32) -> usize {
    (number >> (32 - FIRST_BITS)) as usize
}

/// One number for three, the same on every machine, odd.
pub(crate) fn number(parts: [u32; 3]) -> u32 {
    let mixed = parts.into_iter().fold(0x9e37_79b9_7f4a_7c15_u64, |mixed, part| {
        (mixed ^ u64::from(part)).wrapping_mul(0xd6e8_feb8_6659_fd93).rotate_left(29)
    });
    ((mixed >> 32) as u32 ^ mixed as u32) | 1
}

#[cfg(test)]
mod tests {
    use super::{Entries, number};

    #[test]
    fn values_stand_by_their_numbers() {
        let entries = Entries::new([(9, [1, 2]), (1 << 31, [3, 4]), (8, [5, 6])]);
        assert_eq!(entries.get(8), Some(&[5, 6]));
        assert_eq!(entries.get(1 << 31), Some(&[3, 4]));
        assert_eq!(entries.get(7), None);
        assert_eq!(entries.iter().map(|(number, _)| number).collect::<Vec<_>>(), [8, 9, 1 << 31]);
        assert_ne!(number([1, 2, 0]), number([2, 1, 0]), "order tells");
    }
}

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

/// The entries that are written so: a number, little end first, and its values.
///
/// # Panics
///
/// Where the last one is not whole.
pub(crate) fn parse<const VALUES: usize>(
    bytes: &[u8],
) -> impl Iterator<Item = (u32, [i8; VALUES])> {
    let entries = bytes.chunks_exact(NUMBER + VALUES);
    assert!(entries.remainder().is_empty(), "whole entries");
    entries.filter_map(|entry| {
        let (number, values) = entry.split_first_chunk()?;
        let values: [u8; VALUES] = values.try_into().ok()?;
        Some((u32::from_le_bytes(*number), values.map(|value| i8::from_le_bytes([value]))))
    })
}

/// Writes an entry for [`parse`].
pub(crate) fn write(number: u32, values: &[i8]) -> impl Iterator<Item = u8> {
    let values = values.iter().map(|value| value.to_le_bytes()[0]);
    number.to_le_bytes().into_iter().chain(values)
}

/// The bytes of a number.
const NUMBER: usize = size_of::<u32>();

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
    use super::{Entries, number, parse, write};

    #[test]
    fn values_stand_by_their_numbers() {
        let entries = Entries::new([(9, [1, 2]), (1 << 31, [3, 4]), (8, [5, 6])]);
        assert_eq!(entries.get(8), Some(&[5, 6]));
        assert_eq!(entries.get(1 << 31), Some(&[3, 4]));
        assert_eq!(entries.get(7), None);
        assert_eq!(entries.iter().map(|(number, _)| number).collect::<Vec<_>>(), [8, 9, 1 << 31]);
        let written: Vec<u8> =
            entries.iter().flat_map(|(number, values)| write(number, values)).collect();
        assert!(parse::<2>(&written).eq([(8, [5, 6]), (9, [1, 2]), (1 << 31, [3, 4])]));
        assert_ne!(number([1, 2, 0]), number([2, 1, 0]), "order tells");
    }
}

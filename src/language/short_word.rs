//! Short words, compared as numbers.

/// A word of at most eight bytes, in lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShortWord(u64);

const BYTES: usize = u64::BITS as usize / 8;

impl ShortWord {
    /// The words of a table, which stand in lower case there; sorted.
    pub(super) const fn all<const N: usize>(words: [&str; N]) -> [Self; N] {
        let mut out = [Self(0); N];
        let mut index = 0;
        while index < N {
            let bytes = words[index].as_bytes();
            assert!(bytes.len() <= BYTES);
            let mut at = 0;
            while at < bytes.len() {
                out[index].0 = out[index].0 << 8 | bytes[at] as u64;
                at += 1;
            }
            // What was read already is sorted.
            let mut place = index;
            while place > 0 && out[place - 1].0 > out[place].0 {
                out.swap(place - 1, place);
                place -= 1;
            }
            index += 1;
        }
        out
    }

    /// The word in lower case; `None` where it is longer.
    pub(super) fn lower(word: &str) -> Option<Self> {
        let mut out = 0;
        if word.len() <= BYTES && word.is_ascii() {
            for byte in word.bytes() {
                out = out << 8 | u64::from(byte.to_ascii_lowercase());
            }
            return Some(Self(out));
        }
        // Lower case may be shorter than the word, but not by half.
        if word.len() > 2 * BYTES {
            return None;
        }
        let mut length = 0;
        for character in word.chars().flat_map(char::to_lowercase) {
            let mut buffer = [0; 4];
            for &byte in character.encode_utf8(&mut buffer).as_bytes() {
                length += 1;
                out = out << 8 | u64::from(byte);
            }
        }
        (length <= BYTES).then_some(Self(out))
    }
}

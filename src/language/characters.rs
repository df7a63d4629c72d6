//! Sets of Han characters.

/// A set of unified Han characters, one bit each.
#[derive(Debug)]
pub struct Characters {
    list: &'static str,
    bits: [u64; WORDS],
}

const FIRST: usize = 0x4e00;
const WORDS: usize = (0x9fff - FIRST) / 64 + 1;

impl Characters {
    /// The characters of `list`.
    pub(super) const fn of(list: &'static str) -> Self {
        let mut bits = [0; WORDS];
        let bytes = list.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            // Unified characters take three bytes each.
            let character = (bytes[at] as usize & 0xf) << 12
                | (bytes[at + 1] as usize & 0x3f) << 6
                | bytes[at + 2] as usize & 0x3f;
            let index = character - FIRST;
            bits[index / 64] |= 1 << (index % 64);
            at += 3;
        }
        Self { list, bits }
    }

    /// All of them, as the table lists them.
    pub const fn as_str(&self) -> &'static str {
        self.list
    }

    /// Whether `character` is one of them.
    pub fn contains(&self, character: char) -> bool {
        let index = (character as usize).wrapping_sub(FIRST);
        self.bits.get(index / 64).is_some_and(|word| word >> (index % 64) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::Characters;

    #[test]
    fn holds_what_it_was_given_and_nothing_else() {
        let set = Characters::of("一们龥");
        assert!("一们龥".chars().all(|character| set.contains(character)));
        assert!(!"丁a\u{9fff}\u{a000}〇".chars().any(|character| set.contains(character)));
    }
}

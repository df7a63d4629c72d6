//! What texts have in common: pairs of neighbouring Han characters, and Western words.

use super::is_han;

/// Finds the words in a stream of characters, each as a number; the same word has the same number.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Words {
    /// The character before, if it is Han.
    han: Option<char>,
    /// The hash of the Western word so far, and its letters.
    word: u64,
    letters: u32,
}

/// Shorter Western words are common ones: the, der, and their like.
const LETTERS: u32 = 4;

/// Words that begin alike are one: house and houses, Zürich and Zürichs.
const STEM: u32 = 6;

impl Words {
    /// Takes the next character; gives the word that it completes. White space between Han characters is no
    /// bound.
    pub(crate) fn next(&mut self, character: char) -> Option<u64> {
        if character.is_whitespace() {
            return self.line_ends();
        }
        if is_han(character) {
            let pair = self.han.replace(character).map(|first| hash(first, character));
            self.letters = 0;
            return pair;
        }
        self.han = None;
        if !character.is_alphabetic() {
            return self.line_ends();
        }
        if self.letters == 0 {
            self.word = 0;
        }
        self.letters += 1;
        if self.letters > STEM {
            return None;
        }
        let lower = character.to_lowercase().next().unwrap_or(character);
        let lower = if lower == 'ſ' { 's' } else { lower };
        self.word = (self.word ^ u64::from(u32::from(lower))).wrapping_mul(0x0000_0100_0000_01b3);
        None
    }

    /// A new line begins: a word does not go on over its end.
    pub(crate) fn line_begins(&mut self) {
        self.letters = 0;
    }

    /// The word that ends where the line does.
    pub(crate) fn line_ends(&mut self) -> Option<u64> {
        let letters = std::mem::take(&mut self.letters);
        // Words and pairs do not meet: a pair has no high bit.
        (letters >= LETTERS).then_some(self.word | 1 << 63)
    }
}

/// How many pairs of Han characters the word is worth: one that is written with letters says more.
pub(crate) const fn worth(word: u64) -> i64 {
    if word >> 63 == 1 { 2 } else { 1 }
}

/// The number of a pair of characters.
pub(crate) fn hash(first: char, second: char) -> u64 {
    u64::from(u32::from(first)) << 21 | u64::from(u32::from(second))
}

//! What texts have in common: pairs of neighbouring Han characters, Western words, and numbers.

use super::is_han;
use foldhash::{HashMap, HashMapExt};

/// Finds the words in a stream of characters, each as a number; the same word has the same number.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Words {
    /// The character before, if it is Han.
    han: Option<char>,
    /// The hash of the Western word or the number so far, its letters or figures, and whether it is a number.
    word: u64,
    letters: u32,
    is_number: bool,
}

/// Shorter Western words are common ones (of, im), and smaller numbers stand anywhere.
const LETTERS: u32 = 3;
const FIGURES: u32 = 2;

/// Words that begin alike are one: house and houses, Zürich and Zürichs.
const STEM: u32 = 5;

impl Words {
    /// Takes the next character; gives the word that it completes. White space between Han characters is no
    /// bound.
    #[inline]
    fn next(&mut self, character: char) -> Option<u64> {
        if character.is_ascii_alphabetic() {
            return self.letter(character.to_ascii_lowercase());
        }
        if is_han(character) {
            let pair = self.han.replace(character).map(|first| hash(first, character));
            // One at most: no pair goes over a word.
            return self.line_ends().or(pair);
        }
        if character.is_whitespace() {
            return self.line_ends();
        }
        if character.is_ascii_digit() || matches!(character, '０'..='９') {
            return self.grow(true, u32::from(character) & 0xf);
        }
        if is_mark(character) || !character.is_alphabetic() {
            self.han = None;
            return self.line_ends();
        }
        self.letter(match character {
            'ſ' => 's',
            _ => character.to_lowercase().next().unwrap_or(character),
        })
    }

    /// Takes the next letter of a word, in lower case.
    fn letter(&mut self, letter: char) -> Option<u64> {
        self.grow(false, letter.into())
    }

    /// Takes the next letter or figure; gives the number that a letter ends, or the word that a figure does.
    fn grow(&mut self, is_number: bool, part: u32) -> Option<u64> {
        self.han = None;
        let before = if self.is_number == is_number { None } else { self.line_ends() };
        if self.letters == 0 {
            (self.word, self.is_number) = (0, is_number);
        }
        self.letters += 1;
        if is_number || self.letters <= STEM {
            self.word = (self.word ^ u64::from(part)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        before
    }

    /// Takes the words of a line, or of another text that no word goes on over the bounds of.
    pub(crate) fn each(&mut self, line: &str, mut take: impl FnMut(u64)) {
        self.letters = 0;
        for character in line.chars() {
            if let Some(word) = self.next(character) {
                take(word);
            }
        }
        if let Some(word) = self.line_ends() {
            take(word);
        }
    }

    /// The word that ends where the line does.
    fn line_ends(&mut self) -> Option<u64> {
        let letters = std::mem::take(&mut self.letters);
        let least = if self.is_number { FIGURES } else { LETTERS };
        // Words and pairs do not meet: a pair has no high bit.
        (letters >= least).then_some(self.word | 1 << 63)
    }
}

/// The marks of a Chinese page, which a search in the tables of letters would find last.
const fn is_mark(character: char) -> bool {
    matches!(character, '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{3004}' | '\u{3008}'..='\u{3020}'
        | '\u{ff01}'..='\u{ff20}')
}

/// How many pairs of Han characters the word is worth: one that is written with letters says more.
pub(crate) const fn worth(word: u64) -> i64 {
    if word >> 63 == 1 { 2 } else { 1 }
}

/// The number of a pair of characters.
pub(crate) fn hash(first: char, second: char) -> u64 {
    u64::from(u32::from(first)) << 21 | u64::from(u32::from(second))
}

/// A text of a page has a different word, as words are counted here, in about so many bytes; longer texts have hardly
/// more than so many.
const BYTES_A_WORD: usize = 5;
const MOST_WORDS: usize = 1 << 14;

/// Different words, numbered in the order in which they come.
#[derive(Clone, Debug, Default)]
pub(crate) struct Numbers(HashMap<u64, u32>);

impl Numbers {
    /// Room for the words of a text of so many bytes.
    pub(crate) fn of_text(bytes: usize) -> Self {
        Self(HashMap::with_capacity((bytes / BYTES_A_WORD).min(MOST_WORDS)))
    }

    /// The number of a word, a new one if it is new.
    pub(crate) fn add(&mut self, word: u64) -> u32 {
        let next = self.0.len() as u32;
        *self.0.entry(word).or_insert(next)
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The number of a word that was added.
    pub(crate) fn of(&self, word: u64) -> Option<u32> {
        self.0.get(&word).copied()
    }
}

/// Where each word stands, by its number.
#[derive(Clone, Debug, Default)]
pub(crate) struct WordPlaces {
    /// The places of one word after those of the other, and where those of each begin.
    places: Vec<u32>,
    starts: Vec<u32>,
}

impl WordPlaces {
    /// Puts words and their places in the order of the words; the places of each stay as they are.
    pub(crate) fn new(found: &[(u32, u32)]) -> Self {
        // By counting: the next place of each word, at last the first of the one after it.
        let words = found.iter().map(|&(word, _)| word + 1).max().unwrap_or(0);
        let mut starts = vec![0_u32; words as usize + 1];
        for &(word, _) in found {
            starts[word as usize] += 1;
        }
        let mut end = 0;
        for start in &mut starts {
            end += std::mem::replace(start, end);
        }
        let mut places = vec![0; found.len()];
        for &(word, place) in found {
            let next = &mut starts[word as usize];
            places[*next as usize] = place;
            *next += 1;
        }
        starts.pop();
        starts.insert(0, 0);
        Self { places, starts }
    }

    /// The places of a word.
    pub(crate) fn of(&self, word: u32) -> &[u32] {
        let word = word as usize;
        &self.places[self.starts[word] as usize..self.starts[word + 1] as usize]
    }

    /// The places of each word.
    pub(crate) fn runs(&self) -> impl Iterator<Item = &[u32]> {
        self.starts.windows(2).map(|ends| &self.places[ends[0] as usize..ends[1] as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::{WordPlaces, Words};

    fn words(line: &str) -> Vec<u64> {
        let mut out = Vec::new();
        Words::default().each(line, |word| out.push(word));
        out
    }

    #[test]
    fn numbers_and_short_words_are_words() {
        assert_eq!(words("It is 5").len(), 0, "two letters, and one figure");
        assert_eq!(words("lab 94"), [words("lab"), words("94")].concat());
        assert_eq!(words("94２3"), words("9423"), "figures of full width are figures");
        assert_eq!(words("B52"), words("52"), "a letter alone is no word");
        assert_ne!(words("1984"), words("1985"), "numbers have no stem");
        assert_eq!(words("Houses"), words("house"), "words have one");
        assert_eq!(words("升至94人").len(), 2, "a pair and the number, and none over it");
    }

    #[test]
    fn places_stand_by_word() {
        let places = WordPlaces::new(&[(0, 7), (2, 7), (0, 8), (1, 9), (0, 9)]);
        assert_eq!(places.runs().collect::<Vec<_>>(), [&[7, 8, 9][..], &[9], &[7]]);
        assert_eq!((places.of(0), places.of(2)), (&[7, 8, 9][..], &[7][..]));
        assert_eq!(WordPlaces::new(&[]).runs().count(), 0);
    }
}

//! Whether the words before and after a line end belong together: 欢歌向未 / 来首都 and hits out at / critics do,
//! 连续十三年收支平衡 / 金正日提出 do not.
//!
//! A linear model over the last two words of the one line and the first two of the other, characters in Han script.
//! `examples/fit_weights` fits one for the lines of columns that run through each other (`flow/`), on running text broken
//! anywhere, and one for the reader, on the line ends of labelled pages, headlines broken anywhere, and pairs of headlines.

use super::Script;
use super::words::{Words, in_word, shape, word_number};
use crate::entries::{self, Entries, number};
use std::sync::LazyLock;

/// Points of each gram of a break, in tenths of a nat.
#[derive(Clone, Debug)]
pub struct Breaks(Entries<1>);

impl Breaks {
    /// Of what [`Breaks::entries`] wrote.
    ///
    /// # Panics
    ///
    /// Where `entries` are not whole.
    ///
    /// # Examples
    ///
    /// ```
    /// use tearsheet::language::{Break, Breaks, Script};
    /// let grams = Break::new("hits out at", "critics", Script::Latin).grams();
    /// let breaks = Breaks::of_points(grams.map(|gram| (gram, 5)));
    /// assert_eq!(Breaks::new(&breaks.entries()).entries(), breaks.entries());
    /// ```
    pub fn new(entries: &[u8]) -> Self {
        Self(Entries::new(entries::parse(entries)))
    }

    /// Of the points of grams, in tenths of a nat.
    pub fn of_points(points: impl IntoIterator<Item = (u32, i8)>) -> Self {
        Self(Entries::new(points.into_iter().map(|(gram, points)| (gram, [points]))))
    }

    /// The entries, for [`Breaks::new`].
    pub fn entries(&self) -> Vec<u8> {
        self.0.iter().flat_map(|(gram, points)| entries::write(gram, points)).collect()
    }

    /// What speaks for the second edge going on with the first, in tenths of a nat.
    pub(crate) fn points(&self, before: Edge, after: Edge) -> i32 {
        let grams = Break { before, after }.grams();
        let found = grams.into_iter().filter_map(|gram| self.0.get(gram));
        found.map(|&[points]| i32::from(points)).sum()
    }
}

/// The first two words of a line and its last two, characters in Han script: their numbers and, in Latin, their shapes.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Edge {
    pub(crate) first: [(u32, u32); 2],
    pub(crate) last: [(u32, u32); 2],
}

impl Edge {
    pub(crate) fn of(line: &str, script: Script) -> Self {
        match script {
            Script::Han => {
                let of = |character: char| {
                    let character = if character.is_ascii_digit() { '0' } else { character };
                    (u32::from(character), 0)
                };
                let characters = || line.chars().filter(|character| !character.is_whitespace());
                Self { first: two(characters().map(of)), last: two(characters().rev().map(of)) }
            }
            Script::Latin => {
                let of = |word: &str| (word_number(word), u32::from(shape(word)));
                Self { first: two(Words(line).map(of)), last: two(Backward(line).map(of)) }
            }
        }
    }
}

/// The first two, or nothing in their places.
fn two(words: impl Iterator<Item = (u32, u32)>) -> [(u32, u32); 2] {
    let mut out = [(0, 0); 2];
    out.iter_mut().zip(words).for_each(|(place, word)| *place = word);
    out
}

/// The words and marks of a line from its end on.
struct Backward<'a>(&'a str);

impl<'a> Iterator for Backward<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.0.trim_end();
        let last = rest.chars().next_back()?;
        let word = rest.trim_end_matches(in_word).len();
        let (before, word) = rest.split_at(word.min(rest.len() - last.len_utf8()));
        self.0 = before;
        Some(word)
    }
}

/// A line end: what stands before it and after it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Break {
    before: Edge,
    after: Edge,
}

/// The grams of a break.
const GRAMS: usize = 10;

impl Break {
    /// Between two lines.
    ///
    /// # Examples
    ///
    /// ```
    /// use tearsheet::language::{Break, Script};
    /// let one = Break::new("hits out at", "critics of the game", Script::Latin);
    /// let other = Break::new("He hits out at", "Critics of", Script::Latin);
    /// assert_eq!(one.grams()[0], other.grams()[0], "the word before the line end");
    /// ```
    pub fn new(before: &str, after: &str, script: Script) -> Self {
        Self { before: Edge::of(before, script), after: Edge::of(after, script) }
    }

    /// The numbers of its grams: each word, each two neighbours, each three, and how they are capitalised.
    pub fn grams(&self) -> [u32; GRAMS] {
        let [(a, of_a), (before_a, of_before_a)] = self.before.last;
        let [(b, of_b), (after_b, of_after_b)] = self.after.first;
        let gram = |kind: u32, words: [u32; 3]| {
            number([number([kind, words[0], words[1]]), words[2], kind])
        };
        [
            gram(1, [a, 0, 0]),
            gram(2, [b, 0, 0]),
            gram(3, [before_a, a, 0]),
            gram(4, [b, after_b, 0]),
            gram(5, [a, b, 0]),
            gram(6, [before_a, a, b]),
            gram(7, [a, b, after_b]),
            gram(8, [of_a, of_b, 0]),
            gram(9, [of_before_a, of_a, of_b]),
            gram(10, [of_a, of_b, of_after_b]),
        ]
    }
}

/// How running text in a script flows on from line to line.
pub(super) static HAN_FLOW: LazyLock<Breaks> =
    LazyLock::new(|| Breaks::new(include_bytes!("flow/han.breaks")));
pub(super) static LATIN_FLOW: LazyLock<Breaks> =
    LazyLock::new(|| Breaks::new(include_bytes!("flow/latin.breaks")));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_taken_from_both_ends() {
        let line = " “Europe asks  Asia, $25bn ";
        let forward: Vec<&str> = Words(line).collect();
        let mut backward: Vec<&str> = Backward(line).collect();
        backward.reverse();
        assert_eq!(forward, ["“", "Europe", "asks", "Asia", ",", "$", "25bn"]);
        assert_eq!(forward, backward);
        assert_eq!(Words("  ").next(), None);
    }
}

//! Whether the words before and after a line end belong together: 欢歌向未 / 来首都 and hits out at / critics do,
//! 连续十三年收支平衡 / 金正日提出 do not.
//!
//! A linear model over the last two words of the one line and the first two of the other, characters in Han script.
//! `examples/fit_weights` fits it on the line ends of labelled pages, on headlines broken anywhere, and on pairs of headlines.

use super::{Words, in_word, shape, word_number};
use crate::entries::{self, Entries, number};
use crate::language::Script;
use crate::line::Line;

/// How surely a line goes on with what the line before it says, in so many steps.
pub(crate) const TIES: usize = 11;
/// What parts the steps, in tenths of a nat.
const BOUNDS: [i32; TIES - 1] = [-30, -18, -10, -5, 0, 5, 10, 18, 30, 50];

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
    /// use tearsheet::{language::Script, read::lexicon::{Break, Breaks}};
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

    /// How surely each line goes on with the line before it.
    pub(crate) fn ties(&self, text: &str, lines: &[Line], script: Script) -> Vec<u8> {
        let mut before = Edge::default();
        let tie = |line: &Line| {
            let edge = Edge::of(&text[line.span.range()], script);
            let points: i32 = Break { before, after: edge }
                .grams()
                .into_iter()
                .filter_map(|gram| self.0.get(gram))
                .map(|&[points]| i32::from(points))
                .sum();
            before = edge;
            BOUNDS.iter().map(|&bound| u8::from(points >= bound)).sum()
        };
        lines.iter().map(tie).collect()
    }
}

/// The first two words of a line and its last two, characters in Han script: their numbers and, in Latin, their shapes.
#[derive(Clone, Copy, Debug, Default)]
struct Edge {
    first: [(u32, u32); 2],
    last: [(u32, u32); 2],
}

impl Edge {
    fn of(line: &str, script: Script) -> Self {
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
    /// use tearsheet::{language::Script, read::lexicon::Break};
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

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

    #[test]
    fn a_line_goes_on_where_the_words_belong_together() {
        let known = Break::new("向未", "来首", Script::Han).grams();
        let breaks = Breaks::of_points([(known[4], 60)]);
        let text = "欢歌向未\n来 首都\n举行";
        let ties = breaks.ties(text, &lines(text).lines, Script::Han);
        let nothing = BOUNDS.iter().filter(|&&bound| bound <= 0).count();
        assert_eq!(
            ties.iter().map(|&tie| usize::from(tie)).collect::<Vec<_>>(),
            [nothing, TIES - 1, nothing]
        );
    }
}

//! What texts are about: each word that tells of a subject is a vector, and the vectors of words that newspapers use
//! of one subject are alike. Two texts of a fire may have no word in common, and firemen and smoke are near each
//! other all the same.
//!
//! `examples/fit_subjects` makes the tables.

use super::Script;
use crate::entries::{self, Entries, number};
use crate::line::is_han;

/// How many numbers a vector has: of English heads, more than 24 brought no more to their bodies.
pub const DIMENSIONS: usize = 24;

/// The vectors of the words of a language.
#[derive(Debug)]
pub struct Subjects(Entries<DIMENSIONS>);

/// What a text is about: the sum of the vectors of its words. No page of print has so many words that it would be
/// more than its numbers hold; it stays at the most then.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Subject {
    sum: [i32; DIMENSIONS],
    words: i32,
}

/// A Chinese word has no more characters, and no fewer than two.
const MOST_CHARACTERS: usize = 4;
/// A shorter Western word tells of nothing.
const LETTERS: usize = 3;
/// No more letters are taken for an ending, and what stands before one is no shorter.
const ENDING: usize = 3;
const STEM: usize = 4;
/// A longer word is none, in bytes.
const MOST_LETTERS: usize = 40;
/// Fewer words do not show what is usual on a page.
const FEW: i32 = 100;

impl Subjects {
    /// Of entries as [`subject_entry`] writes them.
    ///
    /// # Panics
    ///
    /// Where `entries` are not whole.
    pub(super) fn new(entries: &[u8]) -> Self {
        Self(Entries::new(entries::parse(entries)))
    }

    /// What a line is about. No word goes over its end.
    pub(crate) fn of(&self, line: &str, script: Script) -> Subject {
        let mut out = Subject::default();
        match script {
            Script::Han => self.add_han(line, &mut out),
            Script::Latin => line
                .split(|character: char| !character.is_alphabetic())
                .for_each(|word| self.add_word(word, &mut out)),
        }
        out
    }

    /// Whether the table has this word, in small letters and whole.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.0.get(word.chars().fold(EMPTY, longer)).is_some()
    }

    /// Adds the longest words from the left on.
    fn add_han(&self, line: &str, out: &mut Subject) {
        let mut rest = line;
        while let Some(first) = rest.chars().next() {
            let mut end = first.len_utf8();
            let mut word = longer(EMPTY, first);
            let mut longest = None;
            let after = rest[end..].chars().take(MOST_CHARACTERS - 1);
            for next in after.take_while(|&next| is_han(first) && is_han(next)) {
                end += next.len_utf8();
                word = longer(word, next);
                longest = self.0.get(word).map(|vector| (end, vector)).or(longest);
            }
            if let Some((_, vector)) = longest {
                out.add_vector(vector);
            }
            rest = &rest[longest.map_or(first.len_utf8(), |(end, _)| end)..];
        }
    }

    /// Adds a Western word, known by its beginning if it is not known whole: Gemeinden by gemeinde.
    fn add_word(&self, word: &str, out: &mut Subject) {
        if !(LETTERS..=MOST_LETTERS).contains(&word.len()) {
            return;
        }
        let mut beginnings = [EMPTY; MOST_LETTERS];
        let mut count = 0;
        let mut beginning = EMPTY;
        for letter in word.chars().flat_map(char::to_lowercase).take(MOST_LETTERS) {
            beginning = longer(beginning, letter);
            beginnings[count] = beginning;
            count += 1;
        }
        let least = count.saturating_sub(ENDING).max(STEM).min(count);
        let known = beginnings[least - 1..count].iter().rev().find_map(|&word| self.0.get(word));
        if let Some(vector) = known {
            out.add_vector(vector);
        }
    }
}

/// The number of no word yet.
const EMPTY: u32 = 7;

/// The number of a word that is longer by a letter.
fn longer(word: u32, letter: char) -> u32 {
    number([word, letter.into(), 1])
}

/// An entry of the table of a language: a word in small letters and its vector.
///
/// # Examples
///
/// ```
/// use tearsheet::language::{DIMENSIONS, subject_entry};
/// assert_eq!(subject_entry("smoke", [1; DIMENSIONS]).len(), 4 + DIMENSIONS);
/// ```
pub fn subject_entry(word: &str, vector: [i8; DIMENSIONS]) -> Vec<u8> {
    entries::write(word.chars().fold(EMPTY, longer), &vector).collect()
}

impl Subject {
    fn add_vector(&mut self, vector: &[i8; DIMENSIONS]) {
        for (sum, &part) in self.sum.iter_mut().zip(vector) {
            *sum = sum.saturating_add(part.into());
        }
        self.words = self.words.saturating_add(1);
    }

    /// Adds what another text is about.
    pub(crate) fn add(&mut self, other: &Self) {
        for (sum, part) in self.sum.iter_mut().zip(other.sum) {
            *sum = sum.saturating_add(part);
        }
        self.words = self.words.saturating_add(other.words);
    }

    /// Whether it has words that a part of it has not.
    pub(crate) const fn tells_more_than(&self, part: &Self) -> bool {
        self.words > part.words
    }

    /// What is left of it without a part of it.
    pub(crate) fn without(&self, part: &Self) -> Self {
        let sum = std::array::from_fn(|at| self.sum[at].saturating_sub(part.sum[at]));
        Self { sum, words: self.words - part.words }
    }

    /// How alike two texts are, in hundredths from -100 to 100, beside the `rest` of their page: what all texts there
    /// are about tells none from another. `None` where one of them tells of nothing.
    pub(crate) fn likeness(&self, other: &Self, rest: impl FnOnce() -> Self) -> Option<i32> {
        if self.words == 0 || other.words == 0 {
            return None;
        }
        let rest = rest();
        let usual = 1.0 / f64::from(rest.words.saturating_add(FEW));
        let own = |subject: &Self| -> [f64; DIMENSIONS] {
            let share = f64::from(subject.words) * usual;
            std::array::from_fn(|at| f64::from(subject.sum[at]) - f64::from(rest.sum[at]) * share)
        };
        let (one, other) = (own(self), own(other));
        let product = |one: &[f64; DIMENSIONS], other: &[f64; DIMENSIONS]| -> f64 {
            one.iter().zip(other).map(|(one, other)| one * other).sum()
        };
        let lengths = (product(&one, &one) * product(&other, &other)).sqrt();
        Some(if lengths > 0.0 { (product(&one, &other) * 100.0 / lengths) as i32 } else { 0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Language;
    use crate::language::Table;

    /// A word on each of two axes.
    fn table(words: [&str; 2]) -> Subjects {
        let axis = |at: usize| std::array::from_fn(|of| if of == at { 100 } else { 0 });
        let entries = words.into_iter().enumerate();
        Subjects::new(
            &entries.flat_map(|(at, word)| subject_entry(word, axis(at))).collect::<Vec<_>>(),
        )
    }

    #[test]
    fn western_words_are_known_by_their_beginnings() {
        let subjects = table(["gemeinde", "rat"]);
        let words = |line: &str| subjects.of(line, Script::Latin).words;
        assert_eq!(words("Gemeinden, GEMEINDE"), 2);
        assert_eq!(words("Gemeindehaus"), 0, "haus is no ending");
        assert_eq!(words("Rat Rats Rathaus"), 1, "three letters are too few to go by");
        assert_eq!(words(&"gemeinde".repeat(9)), 0, "no word is that long");
    }

    #[test]
    fn the_longest_chinese_word_counts() {
        let subjects = table(["消防", "消防队员"]);
        let of = |line: &str| subjects.of(line, Script::Han);
        assert_eq!(of("老消防队员"), of("消防队员"));
        assert_eq!(of("消防队").words, 1);
        assert_eq!(of("消，防").words, 0, "no word goes over a mark");
        assert_eq!(of("消防\n").words, 1);
    }

    #[test]
    fn texts_of_one_subject_are_alike_without_a_word_in_common() {
        for (language, [fire, flames, match_]) in [
            (
                Language::English,
                ["firefighters smoke", "blaze destroyed building", "striker scored goal"],
            ),
            (Language::German, ["feuerwehr rauch", "brand flammen", "stürmer tor"]),
            (Language::SimplifiedChinese, ["消防烟雾", "火灾火焰", "前锋进球"]),
            (Language::TraditionalChinese, ["消防煙霧", "火災火焰", "前鋒進球"]),
        ] {
            let of = |text: &str| Table::of(language).subject(text);
            let likeness = |one: &str, other: &str| of(one).likeness(&of(other), Subject::default);
            assert!(likeness(fire, flames) > Some(0), "{language:?}");
            assert!(likeness(fire, flames) > likeness(fire, match_), "{language:?}");
            assert_eq!(likeness(fire, ""), None, "{language:?}");
        }
    }

    #[test]
    fn no_number_of_words_is_too_many() {
        let mut subject = table(["war", "peace"]).of("war", Script::Latin);
        for _ in 0..40 {
            subject.add(&subject.clone());
        }
        assert_eq!(subject.likeness(&subject, Subject::default), Some(100));
        assert_eq!(subject.without(&subject), Subject::default());
    }
}

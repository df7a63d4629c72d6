//! Hyphens at line ends: a word that the wrap tore is whole again, a word that has a hyphen keeps it.
//!
//! The evidence, strongest first: what kind of mark it is, what stands on both sides, how the word is
//! written elsewhere in the document. Each decision is a repair with its certainty.

use crate::document::Confidence;
use crate::language::Table;
use crate::line::Line;
use foldhash::{HashMap, HashMapExt};

/// The marks that can stand for a hyphen at a line end.
const MARKS: [char; 6] = ['-', '\u{ad}', '\u{2010}', '¬', '⸗', '='];

/// What becomes of a hyphen at a line end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The wrap put it there: it goes, and the halves of the word stand together.
    Drop,
    /// As `Drop`, and the k before it becomes c, which old German spelling prints as k there: Zuk-ker is Zucker.
    DropBecomeC,
    /// As `Drop`, and the letter before it goes too, which old German spelling prints nowhere else: Schiff-fahrt is
    /// Schiffahrt.
    DropThird,
    /// It belongs to the word: it stays, and the halves stand together.
    Keep,
    /// It stands for a part left out (Hof- und Staatsdienst): it stays, and a space after it.
    Apart,
}

/// The words of a document and how they are hyphenated there.
#[derive(Clone, Debug, Default)]
pub struct Hyphens<'a> {
    table: Option<&'a Table>,
    words: HashMap<String, u32>,
}

impl<'a> Hyphens<'a> {
    /// Counts the words of `lines`, torn ones left out. A language without hyphens has none to decide.
    pub fn new(text: &str, lines: &[Line], table: &'a Table) -> Self {
        let mut out = Self { table: Some(table), words: HashMap::new() };
        if !table.hyphenates {
            return Self::default();
        }
        let mut torn = false;
        let mut key = String::new();
        for line in lines {
            let content = &text[line.span.range()];
            let ends_torn = content.ends_with(MARKS);
            let mut words = content.split_whitespace().skip(usize::from(torn)).peekable();
            while let Some(word) = words.next() {
                if words.peek().is_some() || !ends_torn {
                    key.clear();
                    fold_into(&mut key, bare(word));
                    match out.words.get_mut(&key) {
                        Some(count) => *count += 1,
                        None => {
                            out.words.insert(key.clone(), 1);
                        }
                    }
                }
            }
            torn = ends_torn;
        }
        out
    }

    /// Whether the language parts words by spaces, so that a line end stands for one.
    pub fn spaced(&self) -> bool {
        self.table.is_some()
    }

    /// Decides on the hyphen that ends `before`, where the next line is `after`. `None` where none stands
    /// there or no word goes on; else the decision and its certainty, in hundredths.
    ///
    /// # Examples
    ///
    /// ```
    /// use tearsheet::{Language, language::Table, line::lines, mend::{Decision, Hyphens}};
    /// let hyphens = Hyphens::new("", &[], Table::of(Language::German));
    /// let decide = |before, after| hyphens.decide(before, after).map(|(decision, _)| decision);
    /// assert_eq!(decide("von Mobile vorge-", "schlagen, und"), Some(Decision::Drop));
    /// assert_eq!(decide("in Schleswig-", "Holstein"), Some(Decision::Keep));
    /// assert_eq!(decide("der Hof-", "und Staatsdienst"), Some(Decision::Apart));
    /// assert_eq!(decide("der Zuk-", "ker war"), Some(Decision::DropBecomeC));
    /// assert_eq!(decide("er kam -", "und ging"), None);
    /// ```
    pub fn decide(&self, before: &str, after: &str) -> Option<(Decision, Confidence)> {
        let table = self.table?;
        let mark = before.chars().next_back().filter(|mark| MARKS.contains(mark))?;
        let left = before.split_whitespace().next_back()?.trim_end_matches(MARKS);
        let right = bare(after.split_whitespace().next()?);
        let (last, first) = (left.chars().next_back()?, after.trim_start().chars().next()?);
        if !(last.is_alphanumeric() || CLOSES_PART.contains(last))
            || !(first.is_alphanumeric() || "\"'“„".contains(first))
        {
            return None;
        }
        let left = bare(left);
        if left.is_empty() {
            return None;
        }
        Some(match () {
            // A soft hyphen and a not sign stand nowhere but where a word is torn.
            () if mark == '\u{ad}' || mark == '¬' => (Decision::Drop, 99),
            // so-wie, in-to: written as one word elsewhere.
            () if self.count(&(folded(left) + &folded(right))) > 0 && !capital(right) => {
                (Decision::Drop, 97)
            }
            () if table.and.contains(&right) => (Decision::Apart, 95),
            () if !last.is_alphabetic() || first.is_ascii_digit() => (Decision::Keep, 95),
            () => self.by_words(left, right, table),
        })
    }

    fn by_words(&self, left: &str, right: &str, table: &Table) -> (Decision, Confidence) {
        let (low_left, low_right) = (folded(left), folded(right));
        let joined = self.count(&format!("{low_left}{low_right}"));
        let hyphened = self.count(&format!("{low_left}-{low_right}"));
        if joined + hyphened > 0 {
            return if hyphened > joined { (Decision::Keep, 96) } else { (Decision::Drop, 97) };
        }
        let capitals = |word: &str| word.chars().all(|c| !c.is_lowercase());
        if let Some(with_kk) = table.with_kk {
            let torn = low_left.strip_suffix('k').filter(|_| low_right.starts_with('k'));
            if torn.is_some_and(|start| self.count(&format!("{start}c{low_right}")) > 0) {
                return (Decision::DropBecomeC, 96);
            }
            if torn.is_some() && !with_kk.contains(&low_left.as_str()) {
                return (Decision::DropBecomeC, 80);
            }
            if self.is_third(&low_left, &low_right) {
                return (Decision::DropThird, 90);
            }
        }
        // Mc-Cutcheon: no word by itself.
        let capital = capital(right) && !matches!(left, "Mc" | "Mac");
        if capital && !(capitals(left) && capitals(right) && right.chars().count() > 1) {
            return (Decision::Keep, 90);
        }
        let (whole, part) = low_left.rsplit_once('-').unwrap_or(("", &low_left));
        let next = low_right.split('-').next().unwrap_or_default();
        let small = |word: &str| table.and.contains(&word);
        // a black-and-white shot, your state-to-state calls: a chain of words about a small one.
        let chain = !whole.is_empty() && small(part) || next.len() < low_right.len() && small(next);
        if chain || table.compound_ends.contains(&next) || self.opens_compound(part, next, table) {
            return (Decision::Keep, 75);
        }
        (Decision::Drop, 85)
    }

    /// Whether `part` is one that keeps its hyphen before `next`.
    fn opens_compound(&self, part: &str, next: &str, table: &Table) -> bool {
        let letters = next.chars().count();
        let word = letters >= WORD && self.count(next) > 0;
        table.compounds.contains(&part) && (word || letters > WORD)
            || table.prefixes.contains(&part) && word
    }

    /// Whether `right` begins with the double letter that ends `left`, and the word is written with two elsewhere.
    fn is_third(&self, left: &str, right: &str) -> bool {
        let mut ends = left.chars().rev();
        let (last, other) = (ends.next(), ends.next());
        last.is_some()
            && last == other
            && right.chars().next() == last
            && self.count(&(left.to_owned() + right.trim_start_matches(|c| Some(c) == last))) > 0
    }

    fn count(&self, word: &str) -> u32 {
        self.words.get(word).copied().unwrap_or(0)
    }
}

/// The marks that may stand between the first part of a word and its hyphen: der "Focus"-Chef.
const CLOSES_PART: &str = ")]\"”’'“»%";
/// What is as long is a word rather than a syllable, in letters.
const WORD: usize = 4;

fn capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// The word without the marks about it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// As it is compared: lower case, ſ as s, every hyphen as one.
fn folded(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    fold_into(&mut out, word);
    out
}

fn fold_into(out: &mut String, word: &str) {
    for character in word.chars() {
        match character {
            'a'..='z' | '0'..='9' => out.push(character),
            'ſ' => out.push('s'),
            _ if MARKS.contains(&character) => out.push('-'),
            _ => out.extend(character.to_lowercase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Language;
    use crate::line::lines;

    #[track_caller]
    fn decide(language: Language, page: &str, before: &str, after: &str) -> Decision {
        let hyphens = Hyphens::new(page, &lines(page).lines, Table::of(language));
        hyphens.decide(before, after).map(|(decision, _)| decision).expect("a hyphen")
    }

    #[test]
    fn a_first_part_keeps_its_hyphen_before_a_whole_word_only() {
        let page = "The champion came back.";
        assert_eq!(decide(Language::English, page, "is ex-", "pected to"), Decision::Drop);
        assert_eq!(decide(Language::English, page, "the ex-", "champion"), Decision::Keep);
        assert_eq!(decide(Language::English, page, "a black-and-", "white shot"), Decision::Keep);
    }

    #[test]
    fn old_german_spelling_is_put_together() {
        let page = "Die Schiffahrt ruht.";
        let decide = |before, after| decide(Language::German, page, before, after);
        assert_eq!(decide("mit Zuk-", "ker"), Decision::DropBecomeC);
        assert_eq!(decide("ein Ak-", "kord"), Decision::Drop);
        assert_eq!(decide("der Schiff-", "fahrt"), Decision::DropThird);
    }
}

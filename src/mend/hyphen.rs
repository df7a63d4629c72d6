//! Hyphens at line ends: a word that the wrap tore is whole again, with a hyphen or without, a word that has a hyphen keeps it.
//!
//! The evidence, strongest first: what kind of mark it is, what stands on both sides, how the word is
//! written elsewhere in the document. Each decision is a repair with its certainty.

use super::{Mending, OldPrint};
use crate::document::Confidence;
use crate::language::Table;
use crate::line::Line;
use foldhash::HashMap;

/// The marks that can stand for a hyphen at a line end.
pub(crate) const HYPHENS: [char; 6] = ['-', '\u{ad}', '\u{2010}', '¬', '⸗', '='];

/// What becomes of a hyphen at a line end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
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
    /// It stands for a part left out (Hof- und Staatsdienst), or what it stands for is too unsure: it stays, and a
    /// space after it.
    Apart,
}

/// The words of a document and how they are hyphenated there.
#[derive(Clone, Debug, Default)]
pub struct Hyphens<'a> {
    table: Option<&'a Table>,
    words: HashMap<String, Places>,
    /// Longer words are rare in the document, in letters.
    long_word: usize,
    /// Whether hyphens stand at its line ends, as print has them.
    keeps: bool,
    mending: Mending,
}

/// How often a word stands in the document, and how often neither first nor last in its line, where it could be torn.
#[derive(Clone, Copy, Debug, Default)]
struct Places {
    all: u32,
    within: u32,
}

impl<'a> Hyphens<'a> {
    /// Counts the words of `lines`, torn ones left out. A language without hyphens has none to decide.
    pub fn new(text: &str, lines: &[Line], table: &'a Table) -> Self {
        let mut out = Self { table: Some(table), ..Self::default() };
        if !table.hyphenates {
            return Self::default();
        }
        let (mut torn, mut hyphens) = (false, 0);
        let mut key = String::new();
        // Letters that stand apart are no words.
        for line in lines.iter().filter(|line| !line.spacing.parts_letters()) {
            let content = &text[line.span.range()];
            let ends_torn = content.ends_with(HYPHENS);
            let mut words = content.split_whitespace().enumerate().peekable();
            while let Some((nth, word)) = words.next() {
                let last = words.peek().is_none();
                if nth == 0 && torn || last && ends_torn {
                    continue;
                }
                key.clear();
                fold_into(&mut key, bare(word));
                let within = u32::from(nth > 0 && !last);
                match out.words.get_mut(&key) {
                    Some(places) => {
                        places.all += 1;
                        places.within += within;
                    }
                    None => {
                        out.words.insert(key.clone(), Places { all: 1, within });
                    }
                }
            }
            torn = ends_torn;
            hyphens += usize::from(torn);
        }
        out.keeps = hyphens * FEW > lines.len();
        out.long_word = out.usual_length();
        out
    }

    /// The length that hardly a word of the document goes beyond.
    fn usual_length(&self) -> usize {
        let mut lengths: Vec<usize> = self.words.keys().map(|word| word.chars().count()).collect();
        let nth = lengths.len() * 19 / 20;
        let usual = if nth < lengths.len() { *lengths.select_nth_unstable(nth).1 } else { 0 };
        usual.max(LONG)
    }

    /// Words of more letters are rare in the document.
    pub(super) fn long_word(&self) -> usize {
        self.long_word
    }

    /// How often the document has this word, or the language at any rate.
    pub(super) fn known(&self, word: &str) -> u32 {
        let word = folded(word);
        let common = self.table.is_some_and(|table| table.is_common(&word));
        self.count(&word).max(if common { COMMON } else { 0 })
    }

    /// The same, mending as `mending` says.
    #[must_use]
    pub fn mending(mut self, mending: Mending) -> Self {
        self.mending = mending;
        self
    }

    /// What becomes of the letters of old print.
    pub(super) fn old_print(&self) -> OldPrint {
        self.mending.old_print
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
        let (decision, certainty) = self.likeliest(before, after)?;
        let sure = certainty >= self.mending.least_certainty;
        Some((if sure { decision } else { Decision::Apart }, certainty))
    }

    /// Whether the wrap tore a word between the line `before` and the next one, `after`, and no hyphen is left of that; how sure
    /// it is, in hundredths. OCR of old print loses hyphens by the page.
    ///
    /// The halves must make a word that the document or the language knows, and one of them must be none by itself.
    ///
    /// # Examples
    ///
    /// ```
    /// use tearsheet::{Language, language::Table, line::lines, mend::Hyphens};
    /// let page = "The conference ended and the\nmen went home to day.";
    /// let hyphens = Hyphens::new(page, &lines(page).lines, Table::of(Language::English));
    /// assert!(hyphens.lost("to a con", "ference of the").is_some());
    /// assert!(hyphens.lost("he came to", "day by day").is_none());
    /// ```
    pub fn lost(&self, before: &str, after: &str) -> Option<Confidence> {
        let table = self.table?;
        let left = before.split_whitespace().next_back()?.trim_start_matches(not_letter);
        let right = after.split_whitespace().next()?.trim_end_matches(not_letter);
        let letters = |half: &str| half.len() >= HALF && half.chars().all(char::is_alphabetic);
        let large = |half: &str| !half.contains(char::is_lowercase);
        let goes_on = right.starts_with(char::is_lowercase) || large(left) && large(right);
        if !(letters(left) && letters(right) && goes_on) {
            return None;
        }
        let (left, right) = (folded(left), folded(right));
        let taught = |word: &str| table.is_common(word) || table.subjects.knows(word);
        let is_word = |half: &str| {
            taught(half) || self.words.get(half).is_some_and(|places| places.within > 0)
        };
        let words = usize::from(is_word(&left)) + usize::from(is_word(&right));
        let whole = left + &right;
        let certainty = match (self.count(&whole) > 0, words) {
            (true, 0) => 97,
            (true, 1) => 92,
            // kam / in is no Kamin where the page has its hyphens.
            (false, _) if self.keeps || !taught(&whole) => return None,
            (false, 0) => 92,
            (false, 1) => 85,
            _ => return None,
        };
        (certainty >= self.mending.least_certainty).then_some(certainty)
    }

    fn likeliest(&self, before: &str, after: &str) -> Option<(Decision, Confidence)> {
        let table = self.table?;
        let mark = before.chars().next_back().filter(|mark| HYPHENS.contains(mark))?;
        let printed = before.split_whitespace().next_back()?;
        let left = printed.trim_end_matches(HYPHENS);
        // Two that show are a dash: he waited-- / then.
        let shown = printed[left.len()..].chars().filter(|&mark| mark != '\u{ad}');
        if shown.count() > 1 {
            return None;
        }
        let right = bare(after.split_whitespace().next()?);
        let (last, first) = (left.chars().next_back()?, after.trim_start().chars().next()?);
        // The k.o.-Runde and U.S.-led: a period within tells an abbreviation from a sentence.
        let abbreviated = last == '.' && left.trim_end_matches('.').contains('.');
        if !(last.is_alphanumeric() || CLOSES_PART.contains(last) || abbreviated)
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
            // won 2-0: also where 20 stands elsewhere.
            () if (!last.is_alphabetic() || first.is_ascii_digit())
                && !table.and.contains(&right) =>
            {
                (Decision::Keep, 95)
            }
            // so-wie, in-to: written as one word elsewhere.
            () if self.count(&(folded(left) + &folded(right))) > 0 && !capital(right) => {
                (Decision::Drop, 97)
            }
            () if table.and.contains(&right) => (Decision::Apart, 95),
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
        if let Some(with_kk) = table.with_kk
            && let Some(decided) = self.by_old_spelling(&low_left, &low_right, with_kk)
        {
            return decided;
        }
        // Mc-Cutcheon: no word by itself.
        let capital = capital(right) && !matches!(left, "Mc" | "Mac");
        if capital && !(capitals(left) && capitals(right) && right.chars().count() > 1) {
            return (Decision::Keep, 90);
        }
        let (whole, part) = low_left.rsplit_once('-').unwrap_or(("", &low_left));
        let next = low_right.split('-').next().unwrap_or_default();
        let small = |word: &str| table.and.contains(&word) || table.is_common(word);
        // Geoblocking-In-itiative: a part with a capital is no small word.
        let printed = left.rsplit(HYPHENS).next().unwrap_or_default();
        let small_part = small(part) && !self::capital(printed);
        let known = |word: &str| word.chars().count() >= WORD && self.count(word) > 0;
        // a black-and-white shot, the coach-of-the-year, teacher-turned-authors: a chain of words.
        let chain = !whole.is_empty() && (small_part || known(part) && known(next))
            || next.len() < low_right.len() && small(next);
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

    /// What old German spelling prints at a line end only: ck as k-k, and all three letters where one is left out.
    fn by_old_spelling(
        &self,
        left: &str,
        right: &str,
        with_kk: &[&str],
    ) -> Option<(Decision, Confidence)> {
        let mut ends = left.chars().rev();
        let (last, other) = (ends.next()?, ends.next()?);
        let rest = right.strip_prefix(last)?;
        if last == 'k' && VOWELS.contains(&other) {
            let start = left.strip_suffix('k')?;
            if self.count(&format!("{start}c{right}")) > 0 {
                return Some((Decision::DropBecomeC, 96));
            }
            // Ak-kord has its own kk, and in Musik-kapelle and Tabak-kollegium two words meet.
            let syllable = right.chars().count() <= SYLLABLE && rest.starts_with(['e', 'i'])
                || rest.starts_with("ung");
            let word = matches!(other, 'i' | 'a') && !syllable || self.count(left) > 0;
            let own = with_kk.contains(&left) || word;
            return (!own).then_some((Decision::DropBecomeC, 80));
        }
        // Before a consonant all three are printed: Sauerstoffflasche.
        if last != other || VOWELS.contains(&last) || !rest.starts_with(VOWELS) {
            return None;
        }
        if self.count(&format!("{left}{rest}")) > 0 {
            return Some((Decision::DropThird, 90));
        }
        let old = self.count("daß") > self.count("dass");
        old.then_some((Decision::DropThird, 80))
    }

    fn count(&self, word: &str) -> u32 {
        self.words.get(word).map_or(0, |places| places.all)
    }
}

/// The marks that may stand between the first part of a word and its hyphen: der "Focus"-Chef.
const CLOSES_PART: &str = ")]\"”’'“»%";
/// What is as long is a word rather than a syllable, in letters.
const WORD: usize = 4;
/// What follows ck in a word of its own is no longer: ken, kern, kenden.
const SYLLABLE: usize = 6;
/// A page that has fewer than a hyphen for so many lines has lost them: the hyphens of a New York page of 1903 were 1 in 100.
const FEW: usize = 25;
/// Half a word has no fewer letters, in bytes.
const HALF: usize = 2;
/// A common word of the language counts as if the document had it so often.
const COMMON: u32 = 8;
/// Words of so many letters are in every text.
const LONG: usize = 10;
const VOWELS: [char; 9] = ['a', 'e', 'i', 'o', 'u', 'y', 'ä', 'ö', 'ü'];

fn capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

fn not_letter(character: char) -> bool {
    !character.is_alphabetic()
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
            _ if HYPHENS.contains(&character) => out.push('-'),
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
        assert_eq!(decide("ein Augenblik-", "ke"), Decision::DropBecomeC);
        assert_eq!(decide("die Zuk-", "kerfabriken"), Decision::DropBecomeC);
        for (before, after) in [
            ("die Musik-", "kapelle"),
            ("Tabak-", "kollegium"),
            ("zurück-", "kehren"),
            ("Bank-", "kunde"),
        ] {
            assert_eq!(decide(before, after), Decision::Drop, "{before}{after}");
        }
    }

    #[test]
    fn the_third_letter_goes_where_the_spelling_is_old() {
        let old = "Er sagt, daß es still sei.";
        assert_eq!(decide(Language::German, old, "die Still-", "legung"), Decision::DropThird);
        assert_eq!(decide(Language::German, old, "Sauerstoff-", "flasche"), Decision::Drop);
        assert_eq!(decide(Language::German, "dass es", "die Still-", "legung"), Decision::Drop);
    }

    #[test]
    fn a_word_whose_hyphen_is_lost_is_put_together() {
        let lost = |language, page, before, after| {
            Hyphens::new(page, &lines(page).lines, Table::of(language)).lost(before, after)
        };
        let page = "The Lackawanna road and the\nde Gaulle line are in to day";
        let in_english = |before, after| lost(Language::English, page, before, after);
        assert_eq!(in_english("on the Lacka", "wanna road"), Some(97), "the page has it");
        assert_eq!(in_english("to a con-", "ference of"), None, "a hyphen is not lost");
        assert_eq!(in_english("THE GOV", "ERNMENT IN"), Some(92), "capitals all through");
        for (before, after) in [
            ("men came to", "day by day"),
            ("the men.", "ference of"),
            ("with Lacka", "Wanna"),
            ("of the gar", "xyl"),
            ("in a", "bout"),
        ] {
            assert_eq!(in_english(before, after), None, "{before} / {after}");
        }
        let hyphens = "Er kam in-\nmitten der Nacht her-\nein und ging.";
        assert_eq!(lost(Language::German, hyphens, "da kam", "in der"), None, "hyphens are kept");
        assert_eq!(lost(Language::SimplifiedChinese, "我们", "我", "们"), None);
    }

    #[test]
    fn what_is_less_sure_than_wanted_stays_apart() {
        let table = Table::of(Language::English);
        let mending = Mending { least_certainty: 90, ..Mending::default() };
        let hyphens = Hyphens::new("", &[], table).mending(mending);
        assert_eq!(hyphens.decide("is ex-", "pected"), Some((Decision::Apart, 85)));
        assert_eq!(hyphens.decide("in 19-", "80"), Some((Decision::Keep, 95)));
    }

    #[test]
    fn two_marks_are_a_dash() {
        let hyphens = Hyphens::new("", &[], Table::of(Language::English));
        assert_eq!(hyphens.decide("and he waited--", "then he went"), None);
        let soft = hyphens.decide("the ex\u{ad}-", "pansion of").map(|(of, _)| of);
        assert_eq!(soft, Some(Decision::Drop), "one that shows is a hyphen");
        assert_eq!(hyphens.decide("the ex-", "pected end").map(|(of, _)| of), Some(Decision::Drop));
    }
}

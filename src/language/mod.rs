//! One table a language: its quotes, cue phrases, name shapes and forms.
//!
//! Stages ask the table; no stage asks which language it is. A new language is one file here and its
//! entry in [`Table::of`] and [`detect`].

mod de;
mod en;
mod fr;
mod pairs;
mod western;
mod zh_hans;
mod zh_hant;

use crate::document::{CreditRole, Language};
use regex::Regex;
use std::sync::LazyLock;

pub use pairs::{Bond, Pairs};

/// What is known of a language.
///
/// Patterns are regular expressions in the syntax of the `regex` crate, compiled once. Each is tried
/// only on lines that a cheaper test has let through.
#[derive(Debug)]
pub struct Table {
    /// The language.
    pub language: Language,
    /// The script that its pages are printed in.
    pub script: Script,
    /// Characters that begin a family name.
    pub surnames: &'static str,
    /// Family names of two characters.
    pub double_surnames: &'static [&'static str],
    /// Words that name what somebody is, longest first, with their role: 记者, 通讯员.
    pub titles: &'static [(&'static str, CreditRole)],
    /// Words that stand beside a name and a slash, or after a name, longest first: 文, 摄, 摄影报道.
    pub works: &'static [(&'static str, Work)],
    /// What stands before and after the giver of a picture: 图片由…提供.
    pub given_by: &'static [(&'static str, &'static str)],
    /// Words before a title that show what a person is: 本报, 首席, 驻巴黎.
    pub title_lead: LazyLock<Regex>,
    /// A whole line that says what the people of the byline over it are: Staff Writer, Special to The Times.
    pub title_lines: LazyLock<Regex>,
    /// What opens a report, with the groups `agency`, `place`, `date`, `people` and `dateline`.
    pub leads: LazyLock<Vec<Regex>>,
    /// Characters that a lead may begin with.
    pub lead_firsts: &'static str,
    /// The mark at the start of a text that goes on from another page, with the group `page`, and `word`
    /// for the word at both ends of the jump.
    pub jump_from: LazyLock<Regex>,
    /// The mark at the end of a text that goes on elsewhere, with the same groups.
    pub jump_on: LazyLock<Regex>,
    /// What in brackets at the end of a text says whence it is and names nobody to credit.
    pub source_notes: &'static [&'static str],
    /// A whole line of page number, date or paper.
    pub folio: LazyLock<Regex>,
    /// A whole line that names who made the page.
    pub staff: LazyLock<Regex>,
    /// A line of addresses, telephone numbers and prices.
    pub imprint: LazyLock<Regex>,
    /// Words of advertisements and paid notices.
    pub advert: &'static [&'static str],
    /// Words that open a caption or stand in one.
    pub caption: &'static [&'static str],
    /// Places that a letter is signed from: 江苏 in （江苏 王建国）.
    pub places: &'static [&'static str],
    /// Characters that names of places end with: 区 in （望江区 王建国）.
    pub place_ends: &'static str,
    /// Words that names of columns have: 论坛, 聚焦, 进行时.
    pub column: &'static [&'static str],
    /// Words that open an editor's note.
    pub note: &'static [&'static str],
    /// Words that the first paragraph of a report likes to begin with.
    pub opens: &'static [&'static str],
    /// Words that a later paragraph likes to begin with.
    pub goes_on: &'static [&'static str],
    /// A numbered point at the start of a line.
    pub enumerator: LazyLock<Regex>,
    /// The forms of bylines and credits that are patterns, not a grammar of titles and names.
    pub bylines: LazyLock<Vec<Byline>>,
    /// The words that bylines open with, in lower case, if all bylines have a form: by, von.
    pub by: &'static [&'static str],
    /// What closes a text and names people without brackets (— Jane Doe, Photo by Jane Doe): as `bylines`, with
    /// the group `sign` for all that is no text.
    pub signatures: LazyLock<Vec<Byline>>,
    /// Words between the last two of a list, in lower case: und, oder. A hyphen before them stays.
    pub and: &'static [&'static str],
    /// Whether a byline is set with the head over it; else with the body under it.
    pub byline_with_head: bool,
    /// Whether words are parted by spaces, and torn with a hyphen at line ends.
    pub hyphenates: bool,
    /// For a language whose old print tears ck to k-k and a letter that is left out beside its double (Zuk-ker,
    /// Schiff-fahrt): how words begin that are written with kk, in lower case.
    pub with_kk: Option<&'static [&'static str]>,
    /// First parts that keep their hyphen, in lower case: self-, half-.
    pub compounds: &'static [&'static str],
    /// First parts that keep it before a whole word only: ex-champion, but ex-pected is one word torn.
    pub prefixes: &'static [&'static str],
    /// Last parts that keep it: -old, -based.
    pub compound_ends: &'static [&'static str],
    /// The commonest words, in lower case, by which the language is told.
    pub common: &'static [&'static str],
    /// The pairs of characters that stand inside words, for a script that parts no words.
    pub pairs: LazyLock<Pairs>,
}

/// A script, as far as it shapes a page: how lines are broken, and which weights read them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Script {
    /// Han characters: no spaces between words, a line breaks anywhere.
    Han,
    /// Latin letters: words with spaces between, broken with a hyphen.
    Latin,
}

/// A form in which a Western paper names people.
#[derive(Debug)]
pub struct Byline {
    /// The form, with the groups `people` and `photo` for the names; or `office` for who is named by none: our
    /// correspondent.
    pub pattern: Regex,
    /// What the people of the group `people` did.
    pub role: CreditRole,
    /// Whether the form says that these are people; names alone might be anything.
    pub told: bool,
}

/// What a word beside a name says that the person made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// The text.
    Text,
    /// The pictures.
    Picture,
    /// Both.
    Both,
}

impl Table {
    /// The table of `language`.
    ///
    /// # Examples
    ///
    /// ```
    /// use tearsheet::{Language, language::Table};
    /// let table = Table::of(Language::SimplifiedChinese);
    /// assert!(table.jump_from.is_match("（上接第一版）深化调查研究"));
    /// ```
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::SimplifiedChinese => &zh_hans::TABLE,
            Language::TraditionalChinese => &zh_hant::TABLE,
            Language::English => &en::TABLE,
            Language::German => &de::TABLE,
            Language::French => &fr::TABLE,
        }
    }
}

/// Tells the language of a text: Chinese by the characters that only one of its scripts uses, Western
/// languages by their commonest words; a mixed text by majority.
///
/// # Examples
///
/// ```
/// use tearsheet::{Language, language::detect};
/// assert_eq!(detect("國會今日開議"), Language::TraditionalChinese);
/// assert_eq!(detect("市政府昨日召开会议"), Language::SimplifiedChinese);
/// assert_eq!(detect("The council met on Friday."), Language::English);
/// assert_eq!(detect("Der Rat tagte am Freitag."), Language::German);
/// ```
pub fn detect(text: &str) -> Language {
    let (mut hans, mut hant, mut han, mut latin) = (0_usize, 0_usize, 0_usize, 0_usize);
    let mut end = text.len();
    for (count, (at, character)) in text.char_indices().enumerate() {
        if count == SAMPLE {
            end = at;
            break;
        }
        if character.is_ascii() {
            latin += usize::from(character.is_ascii_alphabetic());
            continue;
        }
        han += usize::from(crate::line::is_han(character));
        if zh_hans::ONLY.contains(character) {
            hans += 1;
        } else if zh_hant::ONLY.contains(character) {
            hant += 1;
        }
    }
    // A Chinese character says as much as a word of five letters.
    if latin > han * LETTERS_A_CHARACTER {
        return western(&text[..end]);
    }
    if hant > hans { Language::TraditionalChinese } else { Language::SimplifiedChinese }
}

/// The Western language whose commonest words are most among those of `text`; English where none is.
fn western(text: &str) -> Language {
    let languages = [Language::English, Language::German, Language::French];
    let mut counts = [0_usize; 3];
    for word in
        text.split(|c: char| !c.is_alphabetic()).filter(|word| (1..=5).contains(&word.len()))
    {
        let word = word.to_lowercase();
        for (count, language) in counts.iter_mut().zip(languages) {
            *count += usize::from(Table::of(language).common.contains(&word.as_str()));
        }
    }
    let best = (0..3).max_by_key(|&index| (counts[index], std::cmp::Reverse(index))).unwrap_or(0);
    languages[best]
}

/// How many characters [`detect`] looks at: some twenty columns of text.
const SAMPLE: usize = 20_000;
const LETTERS_A_CHARACTER: usize = 5;

fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("the patterns of a language table are valid")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_of_every_table_compiles() {
        for language in [
            Language::SimplifiedChinese,
            Language::TraditionalChinese,
            Language::English,
            Language::German,
            Language::French,
        ] {
            let table = Table::of(language);
            assert_eq!(table.language, language);
            assert!(!table.leads.is_empty());
            assert!(!table.bylines.iter().any(|form| form.pattern.is_match("春天来到了")));
            for pattern in [&table.folio, &table.staff, &table.imprint, &table.enumerator] {
                assert!(!pattern.is_match("春天来到了黄河岸边"), "{:?}", pattern.as_str());
            }
            assert!(!table.jump_on.is_match("春天来到了黄河岸边"));
            assert!(table.titles.is_sorted_by_key(|(word, _)| std::cmp::Reverse(word.len())));
        }
    }
}

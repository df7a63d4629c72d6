//! One table a language: its quotes, cue phrases, name shapes and forms.
//!
//! Stages ask the table; no stage asks which language it is. A new language is one file here, its entry in [`Table::of`] and,
//! where it is told by its small words, in `WESTERN`, and its name in [`Language`].

mod breaks;
mod characters;
mod cues;
mod de;
mod edges;
mod en;
mod fr;
mod pairs;
mod pattern;
mod short_word;
mod subjects;
mod western;
mod words;
mod zh_hans;
mod zh_hant;

pub(crate) use breaks::Edge;
pub use breaks::{Break, Breaks};
pub use characters::Characters;
pub(crate) use cues::{Cue, Cues};
pub(crate) use edges::{EDGE_NUMBERS, edges};
pub use pattern::Pattern;
pub use short_word::ShortWord;
pub(crate) use subjects::Subject;
pub use subjects::{DIMENSIONS, Subjects, subject_entry};
pub(crate) use words::{Words, shape, word_number};

use crate::document::{CreditRole, Language};
use cues::Phrases;
use foldhash::{HashMap, HashMapExt, HashSet};
use std::sync::LazyLock;

pub use pairs::{Bond, Pairs};

/// What is known of a language.
///
/// Patterns are regular expressions in the syntax of the `regex` crate, compiled once, each behind a cheaper test.
#[derive(Debug)]
pub struct Table {
    /// The language.
    pub language: Language,
    /// The script that its pages are printed in.
    pub script: Script,
    /// Characters that begin a family name.
    pub surnames: Characters,
    /// Family names of two characters.
    pub double_surnames: &'static [&'static str],
    /// Words that name what somebody is, longest first, with their role: 记者, 通讯员.
    pub titles: &'static [(&'static str, CreditRole)],
    /// Words that stand beside a name and a slash, or after a name, longest first: 文, 摄, 摄影报道.
    pub works: &'static [(&'static str, Work)],
    /// What stands before and after the giver of a picture: 图片由…提供.
    pub given_by: &'static [(&'static str, &'static str)],
    /// Words before a title that show what a person is: 本报, 首席, 驻巴黎.
    pub title_lead: LazyLock<Pattern>,
    /// A whole line that says what the people of the byline over it are: Staff Writer, Special to The Times.
    pub title_lines: LazyLock<Pattern>,
    /// What opens a report, with the groups `agency`, `place`, `date`, `people` and `dateline`.
    pub leads: LazyLock<Vec<Pattern>>,
    /// Whether a lead may begin with a character.
    pub may_lead: fn(char) -> bool,
    /// Whether a text begins with what is no lead though it has the form of one: SIR —, FORTY-two, Sonntag, 16. April.
    pub no_lead: fn(&str) -> bool,
    /// The mark at the start of a text that goes on from another page, with the group `page`, and `word`
    /// for the word at both ends of the jump.
    pub jump_from: LazyLock<Pattern>,
    /// The mark at the end of a text that goes on elsewhere, with the same groups.
    pub jump_on: LazyLock<Pattern>,
    /// What in brackets at the end of a text says whence it is and names nobody to credit.
    pub source_notes: &'static [&'static str],
    /// A whole line of page number, date or paper.
    pub folio: LazyLock<Pattern>,
    /// A whole line that names who made the page.
    pub staff: LazyLock<Pattern>,
    /// A line of addresses, telephone numbers and prices.
    pub imprint: LazyLock<Pattern>,
    /// Words of advertisements and paid notices.
    pub advert: &'static [&'static str],
    /// Words that open a caption or stand in one.
    pub caption: &'static [&'static str],
    /// Places that a letter is signed from: 江苏 in （江苏 王建国）.
    pub places: &'static [&'static str],
    /// Characters that names of places end with: 区 in （望江区 王建国）.
    pub place_ends: &'static str,
    /// Those who gave a picture and are not named: 图/受访者提供.
    pub given_unnamed: &'static [&'static str],
    /// Words that say what one did who signs, behind the name or before it and a colon: 阿槐整理, 记录：蔡伯宁.
    pub signs: &'static [(CreditRole, &'static [&'static str])],
    /// How people are addressed, after the family name: 汤老先生.
    pub addresses: &'static [&'static str],
    /// What the names of works, schools, offices and posts end with, for 轧钢厂 武平.
    pub unit_ends: &'static str,
    /// Words that names of columns have: 论坛, 聚焦, 进行时.
    pub column: &'static [&'static str],
    /// More words that they end with, which mean nothing elsewhere in a line.
    pub column_ends: &'static [&'static str],
    /// Words that open an editor's note.
    pub note: &'static [&'static str],
    /// Words that open one which stands before the text that it introduces.
    pub foreword: &'static [&'static str],
    /// Words that the first paragraph of a report likes to begin with.
    pub opens: &'static [&'static str],
    /// Words that a later paragraph likes to begin with.
    pub goes_on: &'static [&'static str],
    /// A numbered point at the start of a line.
    pub enumerator: LazyLock<Pattern>,
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
    /// The commonest words, sorted, by which the language is told.
    pub common: &'static [ShortWord],
    /// All phrases above that are sought in every line.
    pub(crate) phrases: LazyLock<Phrases>,
    /// The words of `column`, in lower case.
    pub(crate) column_words: LazyLock<HashSet<String>>,
    /// The pairs of characters that stand inside words, for a script that parts no words.
    pub pairs: LazyLock<Pairs>,
    /// How its running text flows on from line to line.
    pub flow: &'static LazyLock<Breaks>,
    /// What its words are about.
    pub subjects: LazyLock<Subjects>,
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
    pub pattern: Pattern,
    /// What the people of the group `people` did.
    pub role: CreditRole,
    /// Whether the form says that these are people; names alone might be anything.
    pub told: bool,
}

/// What a word beside a name says that the person made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
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

    /// What the phrases in `text` tell of it.
    pub(crate) fn cues(&self, text: &str) -> Cues {
        self.phrases.within(text)
    }

    /// What the phrases that `text` begins with tell of it.
    pub(crate) fn opening_cues(&self, text: &str) -> Cues {
        self.phrases.at_start(text)
    }

    /// What a line is about.
    pub(crate) fn subject(&self, line: &str) -> Subject {
        self.subjects.of(line, self.script)
    }

    /// Whether `word`, in capitals or not, is one of the commonest.
    pub fn is_common(&self, word: &str) -> bool {
        ShortWord::lower(word).is_some_and(|word| self.common.binary_search(&word).is_ok())
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
        hans += usize::from(zh_hans::ONLY.contains(character));
        hant += usize::from(zh_hant::ONLY.contains(character));
    }
    // A Chinese character says as much as a word of five letters.
    if latin > han * LETTERS_A_CHARACTER {
        return western(&text[..end]);
    }
    if hant > hans { Language::TraditionalChinese } else { Language::SimplifiedChinese }
}

const WESTERN: [Language; 3] = [Language::English, Language::German, Language::French];

/// The commonest words of the Western languages, and in which of them they are such.
static COMMON: LazyLock<HashMap<ShortWord, [bool; 3]>> = LazyLock::new(|| {
    let mut out: HashMap<ShortWord, [bool; 3]> = HashMap::new();
    for (index, language) in WESTERN.into_iter().enumerate() {
        for &word in Table::of(language).common {
            out.entry(word).or_default()[index] = true;
        }
    }
    out
});

/// The Western language whose commonest words are most among those of `text`; English where none is.
fn western(text: &str) -> Language {
    let mut counts = [0_usize; 3];
    for word in
        text.split(|c: char| !c.is_alphabetic()).filter(|word| (1..=5).contains(&word.len()))
    {
        let found = ShortWord::lower(word).and_then(|word| COMMON.get(&word));
        for (count, common) in counts.iter_mut().zip(found.into_iter().flatten()) {
            *count += usize::from(*common);
        }
    }
    let best = (0..3).max_by_key(|&index| (counts[index], std::cmp::Reverse(index))).unwrap_or(0);
    WESTERN[best]
}

fn column_words(table: &Table) -> HashSet<String> {
    table.column.iter().flat_map(|name| name.split(' ')).map(str::to_lowercase).collect()
}

/// How many characters [`detect`] looks at: some twenty columns of text.
const SAMPLE: usize = 20_000;
const LETTERS_A_CHARACTER: usize = 5;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::strategy::{Strategy, ValueTree};
    use proptest::string::string_regex;
    use proptest::test_runner::TestRunner;

    const LANGUAGES: [Language; 5] = [
        Language::SimplifiedChinese,
        Language::TraditionalChinese,
        Language::English,
        Language::German,
        Language::French,
    ];

    #[test]
    fn every_pattern_of_every_table_compiles() {
        for language in LANGUAGES {
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

    /// All patterns of a table.
    fn patterns(table: &Table) -> impl Iterator<Item = &Pattern> {
        let single = [
            &table.title_lead,
            &table.title_lines,
            &table.jump_from,
            &table.jump_on,
            &table.folio,
            &table.staff,
            &table.imprint,
            &table.enumerator,
        ];
        let forms = table.bylines.iter().chain(table.signatures.iter());
        let single = single.into_iter().map(|pattern| &**pattern);
        single.chain(table.leads.iter()).chain(forms.map(|form| &form.pattern))
    }

    #[track_caller]
    fn is_let_in(line: &str, pattern: &Pattern) {
        let kept_out = pattern.form().is_match(line) && !pattern.is_match(line);
        assert!(!kept_out, "{line}: {}", pattern.as_str());
    }

    #[test]
    fn no_test_keeps_out_what_its_form_matches() {
        let pages = [
            include_str!("../../fixtures/zh/wuhai.txt"),
            include_str!("../../fixtures/zh/photos.txt"),
            include_str!("../../fixtures/zh/front-page.txt"),
            include_str!("../../fixtures/zh-Hant/taiwan.txt"),
            include_str!("../../fixtures/zh-Hant/old-1939.txt"),
            include_str!("../../fixtures/en/courier.txt"),
            include_str!("../../fixtures/en/gazette.txt"),
            include_str!("../../fixtures/de/bote.txt"),
            include_str!("../../fixtures/de/anzeiger.txt"),
            include_str!("../../fixtures/fr/courrier.txt"),
            "of it. Photo: Ann Lee/AP\nthe end. -- Ann Lee\nso. Ann B. Lee\nof it. AP Photo/Ann Lee\nPage 6\nVol. XI\n\
             Foto: dpa/Ina Lang\nPeter Maier und Ina Lang, Wien\nſtaff Writers\nLONDON [AP] —\nRome. THURSDAY —",
        ];
        for language in LANGUAGES {
            for pattern in patterns(Table::of(language)) {
                for line in pages.iter().flat_map(|page| page.lines().map(str::trim)) {
                    is_let_in(line, pattern);
                }
            }
        }
    }

    #[test]
    fn no_test_keeps_out_what_is_made_by_its_form() {
        let mut runner = TestRunner::deterministic();
        for pattern in LANGUAGES.into_iter().flat_map(|language| patterns(Table::of(language))) {
            // What stands between characters makes none.
            let form = pattern.as_str().replace("[^", "[!").replace(['^', '$'], "");
            let form = form.replace("[!", "[^").replace(r"\b", "");
            let lines = string_regex(&form).expect("the form makes lines");
            let mut matching = 0;
            for _ in 0..8 {
                let line = lines.new_tree(&mut runner).expect("a line").current();
                matching += usize::from(pattern.form().is_match(&line));
                is_let_in(&line, pattern);
            }
            assert!(matching > 0, "{matching}: {}", pattern.as_str());
        }
    }
}

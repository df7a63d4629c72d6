//! Patterns: regular expressions, each behind a cheaper test that most lines do not pass.

use regex::{Captures, Regex, RegexBuilder};

/// Names of people and places are large automata, and with less than this, in bytes, they are not run as such at all.
const CACHE: usize = 16 << 20;

/// The letters of Latin script, for which forms write `\p{L}` and `\p{Lu}`: those of all scripts are six hundred ranges, and
/// names say them ten times over.
const LETTER: &str = r"[\p{L}&&\p{Latin}]";
const CAPITAL: &str = r"[\p{Lu}&&[\x{0}-\x{24f}\x{1e00}-\x{1eff}]]";

/// A regular expression that is tried only on texts that pass a cheaper test.
#[derive(Debug)]
pub struct Pattern {
    form: Regex,
    may_match: Test,
}

/// Whether a form could match a text: never false where it does.
pub(super) type Test = fn(&str) -> bool;

impl Pattern {
    /// The form of a language table, and the test before it.
    pub(super) fn new(form: &str, may_match: Test) -> Self {
        let form = form.replace(r"\p{Lu}", CAPITAL).replace(r"\p{L}", LETTER);
        let form = RegexBuilder::new(&form).dfa_size_limit(CACHE).build();
        let form = form.expect("the patterns of a language table are valid");
        Self { form, may_match }
    }

    /// Whether the form is somewhere in `text`.
    pub fn is_match(&self, text: &str) -> bool {
        (self.may_match)(text) && self.form.is_match(text)
    }

    /// The end of the first place where the form is in `text`.
    pub(crate) fn find_end(&self, text: &str) -> Option<usize> {
        (self.may_match)(text).then(|| self.form.find(text)).flatten().map(|found| found.end())
    }

    /// Whether the form has a group of this name.
    pub(crate) fn has_group(&self, name: &str) -> bool {
        self.form.capture_names().flatten().any(|group| group == name)
    }

    /// The groups of the first place where the form is in `text`.
    pub fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        (self.may_match)(text).then(|| self.form.captures(text)).flatten()
    }

    /// The regular expression.
    pub fn as_str(&self) -> &str {
        self.form.as_str()
    }

    /// The form without the test before it.
    #[cfg(test)]
    pub(super) fn form(&self) -> &Regex {
        &self.form
    }
}

/// Whether a digit of ASCII is in `text`.
pub(super) fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether `text` begins with one of `words`, in capitals or not, after a bracket or not. The words are in small letters.
pub(super) fn begins(text: &str, words: &[&str]) -> bool {
    let text = text.strip_prefix(['(', '[']).unwrap_or(text);
    words.iter().any(|word| {
        let mut letters = text.chars();
        word.chars().all(|letter| letters.next().is_some_and(|found| alike(found, letter)))
    })
}

/// Whether `text` ends with one of `words`, in capitals or not. The words are in small letters.
pub(super) fn ends(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| {
        let mut letters = text.chars().rev();
        word.chars().rev().all(|letter| letters.next().is_some_and(|found| alike(found, letter)))
    })
}

/// Whether a form that does not tell capitals from small letters takes one for the other: ſ is an s to it, and the
/// sign of Kelvin a k.
const fn alike(found: char, letter: char) -> bool {
    found.eq_ignore_ascii_case(&letter) || matches!((found, letter), ('ſ', 's') | ('\u{212a}', 'k'))
}

/// Whether one of `words`, in capitals or not, is in `text`. The words are of ASCII, without s and k, which other
/// characters stand for as well.
pub(super) fn holds(text: &str, words: &[&str]) -> bool {
    let text = text.as_bytes();
    words.iter().any(|word| {
        let word = word.as_bytes();
        text.windows(word.len()).any(|window| {
            window[0].eq_ignore_ascii_case(&word[0]) && window.eq_ignore_ascii_case(word)
        })
    })
}

/// Whether `text` begins with such a character, or with white space.
pub(super) fn begins_with(text: &str, of_form: impl Fn(char) -> bool) -> bool {
    text.starts_with(|first: char| of_form(first) || first.is_whitespace())
}

//! What the tables of Western languages share: the shape of a name, and forms made of it.

use super::Byline;
use super::pattern::{Pattern, Test, has_digit};
use crate::document::CreditRole;

/// A name of one to five words, as it is printed: Peter Maier, JOHN O'BRIEN, Ludwig van der Rohe.
pub(super) const NAME: &str = r"\p{Lu}[\p{L}'’.\-]*(?:\s+(?:(?:von|van|de|der|den|du|la|le|di|da|zu|zur)\s+)*\p{Lu}[\p{L}'’.\-]*){0,4}";
/// A name of two words at least: one word alone might be anything.
pub(super) const FULL_NAME: &str = r"\p{Lu}[\p{L}'’.\-]+(?:\s+(?:(?:von|van|de|der|den|du|la|le|di|da|zu|zur)\s+)*\p{Lu}[\p{L}'’.\-]+){1,4}";

/// A name that nothing marks as one: two words, with one or an initial between at most.
pub(super) const ALONE: &str =
    r"\p{Lu}[\p{L}'’\-]+(?:\s+\p{Lu}[\p{L}'’.\-]*)?\s+\p{Lu}[\p{L}'’\-]+";

/// Fills `NAMES` and `FULL` in a form: one name or a list of them, joined by the words of `and`; and `ALONE`.
pub(super) fn filled(form: &str, and: &str) -> String {
    let names = format!(r"{NAME}(?:(?:,\s*|,?\s+(?:{and})\s+){NAME})*");
    let full = format!(r"{FULL_NAME}(?:(?:,\s*|,?\s+(?:{and})\s+){FULL_NAME})*");
    form.replace("NAMES", &names).replace("FULL", &full).replace("ALONE", ALONE)
}

/// The forms of leads, each with the test before it.
pub(super) fn leads(and: &str, forms: &[(&str, Test)]) -> Vec<Pattern> {
    forms.iter().map(|&(form, may_match)| Pattern::new(&filled(form, and), may_match)).collect()
}

/// The forms of bylines, each with the test before it, its role and whether it says that these are people.
pub(super) fn bylines(and: &str, forms: &[(&str, Test, CreditRole, bool)]) -> Vec<Byline> {
    let made = |&(form, may_match, role, told): &(&str, Test, CreditRole, bool)| Byline {
        pattern: Pattern::new(&filled(form, and), may_match),
        role,
        told,
    };
    forms.iter().map(made).collect()
}

/// Whether `text` may be a list of full names and nothing else: every word that is no von or and has a capital.
pub(super) fn named_alone(text: &str) -> bool {
    text.split_whitespace().all(|word| is_capital(word) || word.len() <= LINK)
}

/// The longest word that links names, in bytes: von, and, und.
const LINK: usize = 3;

/// Whether a dash and a name may close `text`.
pub(super) fn signed_after_dash(text: &str) -> bool {
    text.split_whitespace().next_back().is_some_and(is_capital)
        && (text.contains(['—', '–']) || text.contains("--"))
}

/// Whether a name, or one with its agency, may close `text`.
pub(super) fn closes_with_name(text: &str) -> bool {
    let last = text.split_whitespace().next_back();
    last.is_some_and(|word| word.contains(char::is_uppercase)) || text.contains('/')
}

/// Whether the number of a page, or back page, may close `text`.
pub(super) fn ends_with_page(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ')', ']']).as_bytes();
    text.last().is_some_and(|last| last.is_ascii_digit() || last.is_ascii_uppercase())
        || text.len().checked_sub(4).is_some_and(|at| text[at..].eq_ignore_ascii_case(b"page"))
}

/// Whether a name of two or three words may stand after a sentence at the end of `text`.
pub(super) fn signed_alone(text: &str) -> bool {
    let ends_sentence = |word: &str| word.ends_with(['.', '!', '?', '”', '“', '"', '»']);
    let mut words = text.split_whitespace().rev();
    words.by_ref().take(2).all(is_capital)
        && words.next().is_some_and(|word| {
            ends_sentence(word) || is_capital(word) && words.next().is_some_and(ends_sentence)
        })
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether a place in capitals may open `text`, and a dash, a bracket or a date stand behind it.
pub(super) fn opens_with_place(text: &str) -> bool {
    let of_place = |c: char| c.is_uppercase() || matches!(c, '.' | '\'' | '’' | '-' | ' ');
    let rest = text.trim_start_matches(of_place);
    let place = &text[..text.len() - rest.len()];
    place.chars().nth(PLACE - 1).is_some()
        && (place.contains('-')
            || rest.starts_with(|c: char| c.is_whitespace() || ",(—–".contains(c))
            // The small letters of a month.
            || rest.starts_with(char::is_alphabetic) && has_digit(text))
}

/// The shortest place in capitals, in characters.
const PLACE: usize = 3;

/// Whether a number, bullet or letter of a list may stand at the start of `text`.
pub(super) fn enumerates(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(|first| !first.is_alphabetic())
        || characters.next().is_some_and(|second| matches!(second, '.' | ')' | ':'))
}

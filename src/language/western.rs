//! What the tables of Western languages share: the shape of a name, and forms made of it.

use super::Byline;
use super::pattern::{Pattern, Test, begins, ends, has_digit, holds};
use crate::document::CreditRole;

/// A name of one to five words, as it is printed: Peter Maier, JOHN O'BRIEN, Ludwig van der Rohe.
pub(super) const NAME: &str = r"\p{Lu}[\p{L}'’.\-]*(?:\s+(?:(?:von|van|de|der|den|du|la|le|di|da|zu|zur)\s+)*\p{Lu}[\p{L}'’.\-]*){0,4}";
/// A name of two words at least: one word alone might be anything.
pub(super) const FULL_NAME: &str = r"\p{Lu}[\p{L}'’.\-]+(?:\s+(?:(?:von|van|de|der|den|du|la|le|di|da|zu|zur)\s+)*\p{Lu}[\p{L}'’.\-]+){1,4}";

/// A name that nothing marks as one: two words, with one or an initial between at most.
pub(super) const ALONE: &str =
    r"\p{Lu}[\p{L}'’\-]+(?:\s+\p{Lu}[\p{L}'’.\-]*)?\s+\p{Lu}[\p{L}'’\-]+";

/// The word that stands at both ends of a jump, in capitals: See SOUTH AFRICA, page 5.
pub(super) const JUMP_WORD: &str = r"\p{Lu}[\p{Lu}\p{N}'’.&\- ]{1,30}?";

/// Fills `NAMES` and `FULL` in a form: one name or a list of them, joined by the words of `and`; and `ALONE`.
fn filled(form: &str, and: &str) -> String {
    let names = format!(r"{NAME}(?:(?:,\s*|,?\s+(?:{and})\s+){NAME})*");
    let full = format!(r"{FULL_NAME}(?:(?:,\s*|,?\s+(?:{and})\s+){FULL_NAME})*");
    form.replace("NAMES", &names).replace("FULL", &full).replace("ALONE", ALONE)
}

/// The forms of leads, each with the test before it.
pub(super) fn leads<const COUNT: usize>(forms: [(String, Test); COUNT]) -> Vec<Pattern> {
    forms.into_iter().map(|(form, may_match)| Pattern::new(&form, may_match)).collect()
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

/// Whether the number of a page, or the page by its place, may close `text`.
pub(super) fn ends_with_page(text: &str, page: &str) -> bool {
    let text = page_end(text);
    match text.as_bytes() {
        [.., b'0'..=b'9'] | [.., b'0'..=b'9', b'A'..=b'Z'] => true,
        _ => ends(text, &[page]),
    }
}

/// `text` without what may stand behind a page.
pub(super) fn page_end(text: &str) -> &str {
    text.trim_end_matches(['.', ')', ']'])
}

/// Whether a dash is in `text`, or a hyphen for one.
pub(super) fn has_dash(text: &str) -> bool {
    text.contains(['-', '—', '–'])
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
            || rest.starts_with(|c: char| c.is_whitespace() || ",([—–".contains(c))
            || rest.starts_with(|c: char| c.is_ascii_digit())
            // The small letters of a month or a day.
            || rest.starts_with(char::is_alphabetic) && (has_digit(text) || holds(text, &["day"])))
}

/// Whether the first word of a text is one of these, in capitals or not. The words are in small letters.
pub(super) fn opens_with(text: &str, words: &[&str]) -> bool {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let first = &text[..end];
    let whole = |word: &str| word.chars().count() == first.chars().count();
    words.iter().any(|word| whole(word) && begins(first, &[word]))
}

/// The shortest place in capitals, in characters.
const PLACE: usize = 3;

/// Whether a number, bullet or letter of a list may stand at the start of `text`.
pub(super) fn enumerates(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(|first| !first.is_alphabetic())
        || characters.next().is_some_and(|second| matches!(second, '.' | ')' | ':'))
}

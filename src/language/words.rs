//! The words of Western lines, as numbers, and how they are capitalised.

use crate::entries::number;
use crate::line::is_han;

/// The number of a word, whether it has capitals or not. One figure is like another.
pub(crate) fn word_number(word: &str) -> u32 {
    let letters = word.chars().flat_map(char::to_lowercase);
    let figures = letters.map(|letter| if letter.is_numeric() { '0' } else { letter });
    figures.fold(7, |word, letter| number([word, letter.into(), 1]))
}

/// How a word is capitalised: `a`, `A`, `X` for all capitals; a figure, or the mark that it is.
pub(crate) fn shape(word: &str) -> char {
    let first = word.chars().next().unwrap_or(' ');
    match first {
        _ if !first.is_alphanumeric() => first,
        _ if first.is_numeric() => '0',
        _ if !first.is_uppercase() => 'a',
        _ if first.len_utf8() < word.len() && !word.contains(char::is_lowercase) => 'X',
        _ => 'A',
    }
}

/// The Western words and marks of a line, in their order.
pub(crate) struct Words<'a>(pub(crate) &'a str);

impl<'a> Iterator for Words<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.0.trim_start();
        let first = rest.chars().next()?;
        let end = rest.find(|character| !in_word(character)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end.max(first.len_utf8()));
        self.0 = after;
        Some(word)
    }
}

/// Whether a Western word goes on with the character.
pub(super) fn in_word(character: char) -> bool {
    character.is_alphanumeric() && !is_han(character)
}

//! How wide type is set: Western letters as in a common book face, Chinese characters as wide as they are high.

use super::character;

/// No line is wider for what asks for widths, in hundredths of an em, so that sums of some lines stay within their range: a
/// column has 40 em.
const WIDEST: u32 = 100_000;

/// The width of a text, in hundredths of an em, if it is not wider than any line; white space between words is one space.
pub(crate) fn set_width(text: &str) -> u32 {
    let mut spaced = false;
    let mut sum = 0;
    for character in text.chars() {
        if sum >= WIDEST {
            return WIDEST;
        }
        // Justified lines come with any number of spaces.
        if character.is_whitespace() {
            if !std::mem::replace(&mut spaced, true) {
                sum += SPACE;
            }
            continue;
        }
        spaced = false;
        sum += glyph(character);
    }
    sum
}

/// The width of a Chinese text without its spaces, in hundredths of an em, if it is not wider than any line.
pub(crate) fn em_width(text: &str) -> u32 {
    let mut sum = 0;
    for character in text.chars().filter(|character| !character.is_whitespace()) {
        if sum >= WIDEST {
            return WIDEST;
        }
        sum += 50 * character::width(character) as u32;
    }
    sum
}

/// A space between words, in hundredths of an em.
pub(crate) const SPACE: u32 = 25;

/// The width of a character in Times and its like.
fn glyph(character: char) -> u32 {
    match character {
        'i' | 'j' | 'l' | 't' | ':' | ';' => 28,
        '.' | ',' | '\'' | '’' | '‘' => 25,
        'f' | 'r' | '-' | '(' | ')' | 'I' | '!' => 33,
        's' | 'J' => 39,
        'a' | 'c' | 'e' | 'z' | 'ä' | 'é' | 'è' | '?' | '"' | '“' | '”' | '„' => 44,
        'm' => 78,
        'w' => 72,
        'M' => 89,
        'W' => 94,
        '—' | '…' => 100,
        'F' | 'P' | 'S' => 56,
        'E' | 'L' | 'T' | 'Z' => 61,
        'B' | 'C' | 'R' => 67,
        _ if character.is_lowercase() || character.is_numeric() => 50,
        _ if character.is_uppercase() => 72,
        _ => 50,
    }
}

#[cfg(test)]
mod tests {
    use super::{WIDEST, set_width};

    #[test]
    fn no_line_is_too_wide_to_be_added_up() {
        assert_eq!(set_width("by "), set_width("b") + set_width("y") + super::SPACE);
        assert_eq!(set_width(&"x".repeat(1_000_000)), WIDEST);
        for before in ["", "the ferry \n"] {
            crate::read(&format!("{before}{}\nthe ferry \nwent over", "x".repeat(1_000_000)));
        }
    }
}

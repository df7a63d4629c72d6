//! How wide Western type is set, by the letters of a common book face.

/// The width of a text, in hundredths of an em; any white space between words is one space.
pub(crate) fn set_width(text: &str) -> u32 {
    let mut spaced = false;
    let mut sum = 0;
    for character in text.chars() {
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

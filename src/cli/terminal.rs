//! What may reach a terminal: text without controls.

use std::fmt::Write as _;
use std::io::{self, Write};

/// One line on standard error: what it is about, and what is wrong.
pub(super) fn complain(about: &str, reason: &str) {
    // There is nobody to tell where standard error is closed as well.
    let _ = writeln!(io::stderr().lock(), "tearsheet: {}: {}", visible(about), visible(reason));
}

/// A document for the terminal: controls and bidirectional marks as JSON writes them, line ends and tabs as they are.
pub(super) fn shown(text: &str) -> String {
    let hides = |character: char| is_hidden(character) && !matches!(character, '\n' | '\t');
    if !text.contains(hides) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if hides(character) {
            let mut units = [0; 2];
            for unit in character.encode_utf16(&mut units) {
                // Nothing fails that is written to a string.
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(character);
        }
    }
    out
}

/// Whether a terminal obeys the character, or shows nothing for it.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        )
}

/// The text with controls, terminal escapes and bidirectional marks written as `\u{…}`.
pub(super) fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if is_hidden(character) {
            out.extend(character.escape_unicode());
        } else {
            out.push(character);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{shown, visible};

    #[test]
    fn what_a_terminal_would_obey_is_written_out() {
        assert_eq!(visible("a\u{9b}31m\n"), "a\\u{9b}31m\\u{a}");
        assert_eq!(shown("{\"a\": \"\u{9b}31m\u{202e}\"}\n"), "{\"a\": \"\\u009b31m\\u202e\"}\n");
    }
}

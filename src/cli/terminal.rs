//! What may reach a terminal: text without controls.

use std::io::{self, Write};

/// One line on standard error: what it is about, and what is wrong.
pub(super) fn complain(about: &str, reason: &str) {
    // There is nobody to tell where standard error is closed as well.
    let _ = writeln!(io::stderr().lock(), "tearsheet: {}: {}", visible(about), visible(reason));
}

/// The text with controls, terminal escapes and bidirectional marks written as `\u{…}`.
pub(super) fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        let hidden = matches!(
            character,
            '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        );
        if character.is_control() || hidden {
            out.extend(character.escape_unicode());
        } else {
            out.push(character);
        }
    }
    out
}

//! Decoding: bytes in, text and its pages out.
//!
//! A [`Source`] owns the decoded text, and everything after it speaks in byte offsets of that text.
//! Nothing is normalised here: line ends, control characters and odd forms stand as they came, so
//! that every offset can be looked up. Only a byte order mark is left out.

use crate::document::{Diagnostic, DiagnosticCode, SourceInfo, Span};
use crate::error::Error;
use std::borrow::Cow;

/// The decoded text of one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    name: String,
    encoding: &'static str,
    bytes: usize,
    text: String,
    invalid: bool,
}

/// How many bytes [`Source::decode`] looks at to tell a picture or an archive from a text.
const PROBE: usize = 8192;

impl Source {
    /// A source from text that is decoded already.
    ///
    /// # Examples
    ///
    /// ```
    /// use tearsheet::Source;
    /// let source = Source::from_text("page1", "\u{feff}天气晴。");
    /// assert_eq!(source.text(), "天气晴。");
    /// ```
    pub fn from_text(name: impl Into<String>, text: impl Into<String>) -> Self {
        let mut text = text.into();
        let bytes = text.len();
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        Self { name: name.into(), encoding: "UTF-8", bytes, text, invalid: false }
    }

    /// Decodes UTF-8, or UTF-16 where a byte order mark says so. Invalid bytes become U+FFFD and
    /// are reported in the document.
    ///
    /// # Errors
    ///
    /// [`Error::is_binary`] where the bytes are no text: a NUL in one of sixteen of the first 8192 bytes.
    ///
    /// # Examples
    ///
    /// ```
    /// use tearsheet::Source;
    /// let source = Source::decode("page1", "天气晴。".as_bytes())?;
    /// assert_eq!(source.text(), "天气晴。");
    /// assert!(Source::decode("picture", &[0; 64]).unwrap_err().is_binary());
    /// # Ok::<(), tearsheet::Error>(())
    /// ```
    pub fn decode(name: impl Into<String>, bytes: &[u8]) -> Result<Self, Error> {
        let (encoding, text, invalid) = match bytes {
            [0xff, 0xfe, rest @ ..] => utf16(rest, "UTF-16LE", u16::from_le_bytes),
            [0xfe, 0xff, rest @ ..] => utf16(rest, "UTF-16BE", u16::from_be_bytes),
            _ => {
                let probe = &bytes[..bytes.len().min(PROBE)];
                let nuls = probe.iter().filter(|&&byte| byte == 0).count();
                if nuls > 0 && nuls * 16 >= probe.len() {
                    let first = probe.iter().position(|&byte| byte == 0);
                    return Err(Error::binary(first.unwrap_or(0)));
                }
                let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
                let text = String::from_utf8_lossy(bytes);
                let invalid = matches!(text, Cow::Owned(_));
                ("UTF-8", text.into_owned(), invalid)
            }
        };
        Ok(Self { name: name.into(), encoding, bytes: bytes.len(), text, invalid })
    }

    /// The name given to the source.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The decoded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What the document says of the source, given its count of lines and pages.
    pub fn info(&self, lines: usize, pages: usize) -> SourceInfo {
        SourceInfo {
            name: self.name.clone(),
            encoding: self.encoding.to_owned(),
            bytes: self.bytes,
            lines,
            pages,
        }
    }

    /// Oddities of the characters, one diagnostic a kind.
    ///
    /// # Examples
    ///
    /// ```
    /// use tearsheet::{DiagnosticCode, Source};
    /// let odd = Source::from_text("page1", "天气\u{e111}晴。").diagnostics();
    /// assert_eq!(odd[0].code, DiagnosticCode::PrivateUse);
    /// ```
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let mut replaced = Vec::new();
        let mut private = Vec::new();
        for (at, character) in self.text.char_indices() {
            let spans = match character {
                '\u{fffd}' => &mut replaced,
                '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => &mut private,
                _ => continue,
            };
            spans.push(Span::new(at, at + character.len_utf8()));
        }
        let mut out = Vec::new();
        let mut report = |code, what: &str, source: Vec<Span>| {
            if !source.is_empty() {
                let message = format!("{} {what}", source.len());
                out.push(Diagnostic { code, message, source });
            }
        };
        if self.invalid {
            let what = "invalid byte sequences were replaced by U+FFFD; check the encoding";
            report(DiagnosticCode::InvalidBytes, what, replaced);
        } else {
            let what = "replacement characters stand in the source";
            report(DiagnosticCode::ReplacementCharacter, what, replaced);
        }
        report(DiagnosticCode::PrivateUse, "private-use characters stand in the source", private);
        out
    }
}

fn utf16(
    bytes: &[u8],
    encoding: &'static str,
    unit: fn([u8; 2]) -> u16,
) -> (&'static str, String, bool) {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut invalid = !rest.is_empty();
    let decoded = char::decode_utf16(pairs.iter().map(|&pair| unit(pair)));
    let text = decoded
        .map(|character| {
            character.unwrap_or_else(|_| {
                invalid = true;
                char::REPLACEMENT_CHARACTER
            })
        })
        .chain((!rest.is_empty()).then_some(char::REPLACEMENT_CHARACTER))
        .collect();
    (encoding, text, invalid)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_utf16_by_its_mark() {
        let bytes: Vec<u8> = "\u{feff}天气".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let source = Source::decode("p", &bytes).unwrap();
        assert_eq!((source.text(), source.encoding), ("天气", "UTF-16LE"));
    }

    #[test]
    fn replaces_and_reports_invalid_bytes() {
        let source = Source::decode("p", b"\xe5\xa4\xa9\xff").unwrap();
        assert_eq!(source.text(), "天\u{fffd}");
        assert_eq!(source.diagnostics()[0].code, DiagnosticCode::InvalidBytes);
    }
}

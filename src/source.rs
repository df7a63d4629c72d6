//! Decoding: bytes in, text and its pages out.
//!
//! A [`Source`] owns the decoded text, and everything after it speaks in byte offsets of that text.
//! Nothing is normalised here: line ends, control characters and odd forms stand as they came, so
//! that every offset can be looked up. Only a byte order mark is left out.

use crate::document::{Confidence, Diagnostic, DiagnosticCode, SourceInfo, SourcePart, Span};
use crate::encoding::{self, Decoded, Encoding};
use crate::error::Error;

/// The decoded text of one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    name: String,
    encoding: &'static str,
    certainty: Option<Confidence>,
    bytes: usize,
    text: String,
    invalid: bool,
    parts: Vec<SourcePart>,
}

/// The name of the encoding of a source whose parts differ.
const MIXED: &str = "mixed";

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
        Self {
            name: name.into(),
            encoding: "UTF-8",
            certainty: None,
            bytes,
            text,
            invalid: false,
            parts: Vec::new(),
        }
    }

    /// Decodes the bytes as their byte order mark says; as UTF-8 where they are that, a few bad bytes let
    /// pass; or else as what they look like, GBK or Big5, say: the document says how sure that is. Bytes
    /// that the encoding does not allow become U+FFFD and are reported in the document.
    ///
    /// # Errors
    ///
    /// [`Error::is_binary`] where the bytes are no text: they begin as a PDF, a picture or an archive does, or of the first 8192 a
    /// sixteenth are NUL, or they are no UTF-8 and a twentieth are controls.
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
        Ok(Self::decoded(name.into(), bytes.len(), encoding::decode(bytes)?))
    }

    /// Decodes bytes that are known to be in `encoding`.
    ///
    /// # Examples
    ///
    /// ```
    /// use tearsheet::Source;
    /// let source = Source::decode_as("page1", b"\xcc\xec\xc6\xf8\xc7\xe7", "gb18030".parse()?);
    /// assert_eq!(source.text(), "天气晴");
    /// # Ok::<(), tearsheet::Error>(())
    /// ```
    pub fn decode_as(name: impl Into<String>, bytes: &[u8], encoding: Encoding) -> Self {
        Self::decoded(name.into(), bytes.len(), encoding::decode_as(bytes, encoding))
    }

    fn decoded(name: String, bytes: usize, decoded: Decoded) -> Self {
        let Decoded { text, encoding, certainty, invalid } = decoded;
        let encoding = encoding.name();
        Self { name, encoding, certainty, bytes, text, invalid, parts: Vec::new() }
    }

    /// Puts the pages of one issue together, each with the number that it bears in print, if that is known. A
    /// form feed stands between them, that which a page ends with or one that is added; the document lists
    /// where each begins.
    ///
    /// # Examples
    ///
    /// ```
    /// use tearsheet::Source;
    /// let pages = [("p1.txt", 1, "天气晴。"), ("p3.txt", 3, "气温十度。")];
    /// let pages = pages.map(|(name, number, text)| (Source::from_text(name, text), Some(number)));
    /// let issue = Source::join("issue", pages);
    /// assert_eq!(issue.text(), "天气晴。\u{c}气温十度。");
    /// let parts = issue.info(2, 2).parts;
    /// assert_eq!((parts[1].page, parts[1].number), (2, Some(3)));
    /// assert_eq!(&issue.text()[parts[1].source.range()], "气温十度。");
    /// ```
    pub fn join(
        name: impl Into<String>,
        pages: impl IntoIterator<Item = (Self, Option<usize>)>,
    ) -> Self {
        let mut whole = Self::from_text(name, "");
        // The page that comes next, and whether a form feed has begun it.
        let (mut page, mut begun) = (1, true);
        for (source, number) in pages {
            if whole.parts.is_empty() {
                whole.encoding = source.encoding;
            } else if whole.encoding != source.encoding {
                whole.encoding = MIXED;
            }
            whole.certainty = [whole.certainty, source.certainty].into_iter().flatten().min();
            whole.bytes += source.bytes;
            whole.invalid |= source.invalid;
            if !begun {
                whole.text.push('\u{c}');
            }
            let start = whole.text.len();
            whole.text.push_str(&source.text);
            let span = Span::new(start, whole.text.len());
            whole.parts.push(SourcePart { name: source.name, page, number, source: span });
            begun = source.text.ends_with('\u{c}');
            page += source.text.matches('\u{c}').count() + usize::from(!begun);
        }
        whole
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
            certainty: self.certainty,
            bytes: self.bytes,
            lines,
            pages,
            parts: self.parts.clone(),
        }
    }

    /// What it was put together from.
    pub fn parts(&self) -> &[SourcePart] {
        &self.parts
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
        // The first bytes of all such characters.
        let bytes = self.text.bytes().enumerate();
        for (at, _) in bytes.filter(|(_, byte)| matches!(byte, 0xee | 0xef | 0xf3 | 0xf4)) {
            let Some(character) = self.text[at..].chars().next() else { break };
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_feed_at_the_end_of_a_page_begins_no_other() {
        let pages =
            ["一\u{c}", "", "三\u{c}四", "五"].map(|page| (Source::from_text("", page), None));
        let issue = Source::join("issue", pages);
        assert_eq!(issue.text(), "一\u{c}\u{c}三\u{c}四\u{c}五");
        let first: Vec<usize> = issue.parts().iter().map(|part| part.page).collect();
        assert_eq!(first, [1, 2, 3, 5]);
    }

    #[test]
    fn replaces_and_reports_invalid_bytes() {
        let source = Source::decode("p", b"\xe5\xa4\xa9\xff").unwrap();
        assert_eq!(source.text(), "天\u{fffd}");
        assert_eq!(source.diagnostics()[0].code, DiagnosticCode::InvalidBytes);
    }
}

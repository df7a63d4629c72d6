//! Encodings: which one bytes are in, and the text that they spell.

use crate::document::Confidence;
use crate::error::Error;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};
use std::str::FromStr;

/// An encoding, by any of the names that the Encoding Standard of the web has for it.
///
/// # Examples
///
/// ```
/// use tearsheet::Encoding;
/// let encoding: Encoding = "gb2312".parse()?;
/// assert_eq!(encoding.name(), "GBK");
/// assert!("klingon".parse::<Encoding>().is_err());
/// # Ok::<(), tearsheet::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

impl Encoding {
    /// Its name in the Encoding Standard.
    pub fn name(self) -> &'static str {
        self.0.name()
    }
}

impl FromStr for Encoding {
    type Err = Error;

    /// # Errors
    ///
    /// [`Error::is_unknown_encoding`] where no encoding has the name.
    fn from_str(name: &str) -> Result<Self, Error> {
        match encoding_rs::Encoding::for_label(name.as_bytes()) {
            Some(encoding) if encoding != encoding_rs::REPLACEMENT => Ok(Self(encoding)),
            _ => Err(Error::unknown_encoding(name)),
        }
    }
}

/// Bytes decoded.
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) encoding: Encoding,
    /// How sure the encoding is, where nothing in the bytes proves it.
    pub(crate) certainty: Option<Confidence>,
    /// Whether bytes were replaced by U+FFFD.
    pub(crate) invalid: bool,
}

/// How many bytes are looked at to tell a picture or an archive from a text.
const PROBE: usize = 8192;
/// How many bytes are looked at to guess an encoding.
const SAMPLE: usize = 1 << 20;

/// How pictures, archives and what holds pages otherwise than as text begin.
const NO_TEXT: [&[u8]; 11] = [
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"PAR1",
    b"\x1f\x8b",
    b"\x28\xb5\x2f\xfd",
    b"\xfd7zXZ",
    b"\xd0\xcf\x11\xe0",
    b"AT&TFORM",
];
/// Bytes that are no UTF-8 are no text of another encoding either where one in so many is a control: of chance bytes one in
/// nine is.
const CONTROLS: usize = 20;

/// Refuses what is a PDF, a picture or an archive by its first bytes, whatever its encoding is said to be.
///
/// # Errors
///
/// [`Error::is_binary`].
pub(crate) fn refuse_binary(bytes: &[u8]) -> Result<(), Error> {
    let binary = NO_TEXT.iter().any(|mark| bytes.starts_with(mark));
    if binary { Err(Error::binary(0)) } else { Ok(()) }
}

/// Decodes bytes that are said to be in `encoding`.
pub(crate) fn decode_as(bytes: &[u8], encoding: Encoding) -> Decoded {
    let (text, invalid) = encoding.0.decode_with_bom_removal(bytes);
    Decoded { text: text.into_owned(), encoding, certainty: None, invalid }
}

/// Decodes bytes by their byte order mark, as UTF-8 where they are valid, or else as what they look like.
///
/// # Errors
///
/// [`Error::is_binary`] where the bytes are no text.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded, Error> {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return Ok(decode_as(bytes, Encoding(encoding)));
    }
    refuse_binary(bytes)?;
    if let Some(encoding) = unmarked_utf16(bytes) {
        return Ok(Decoded { certainty: Some(90), ..decode_as(bytes, Encoding(encoding)) });
    }
    let probe = &bytes[..bytes.len().min(PROBE)];
    let nuls = probe.iter().filter(|&&byte| byte == 0).count();
    if nuls > 0 && nuls * 16 >= probe.len() {
        return Err(Error::binary(probe.iter().position(|&byte| byte == 0).unwrap_or(0)));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let (text, encoding) = (text.to_owned(), Encoding(UTF_8));
        return Ok(Decoded { text, encoding, certainty: None, invalid: false });
    }
    if is_utf8(bytes) {
        return Ok(decode_as(bytes, Encoding(UTF_8)));
    }
    let control = |&byte: &u8| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\x0c' | b'\r');
    let controls = probe.iter().copied().filter(|byte| control(byte)).count();
    if controls * CONTROLS > probe.len() {
        return Err(Error::binary(probe.iter().position(control).unwrap_or(0)));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(SAMPLE)], bytes.len() <= SAMPLE);
    let decoded = decode_as(bytes, Encoding(detector.guess(None, Utf8Detection::Deny)));
    // Measured on pieces of the fixtures, in GBK and in Big5.
    let foreign = bytes.iter().take(SAMPLE).filter(|byte| !byte.is_ascii()).count();
    let certainty = match foreign {
        _ if decoded.invalid => 30,
        0..20 => 60,
        20..100 => 80,
        _ => 95,
    };
    Ok(Decoded { certainty: Some(certainty), ..decoded })
}

/// Whether the bytes are UTF-8, a few bad ones let pass: a file that was cut off, or that a tool of another
/// encoding wrote a mark into. Text in GBK or Big5 has five bad sequences for each that is good by chance.
fn is_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|byte| (0xc0..).contains(byte)).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= bad
}

/// UTF-16 without its mark: zero bytes, which line ends and digits have, and nearly all characters such as
/// newspapers print.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let probe = &bytes[..bytes.len().min(PROBE) & !1];
    if !probe.contains(&0) {
        return None;
    }
    [UTF_16LE, UTF_16BE].into_iter().find(|encoding| {
        let (text, _) = encoding.decode_without_bom_handling(probe);
        let printed = text.chars().filter(|&character| is_printed(character)).count();
        printed * 10 >= text.chars().count() * 9
    })
}

fn is_printed(character: char) -> bool {
    matches!(
        character,
        '\t' | '\n' | '\u{c}' | '\r' | ' '..='~' | '\u{a0}'..='\u{17f}' | '\u{2010}'..='\u{2026}'
            | '\u{3000}'..='\u{3011}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff5e}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIMPLIFIED: &str = include_str!("../fixtures/zh/wuhai.txt");
    const TRADITIONAL: &str = include_str!("../fixtures/zh-Hant/taiwan.txt");

    fn told(bytes: &[u8]) -> (&'static str, Option<Confidence>, String) {
        let decoded = decode(bytes).expect("text");
        (decoded.encoding.name(), decoded.certainty, decoded.text)
    }

    #[test]
    fn tells_the_chinese_encodings() {
        for (page, encoding) in [(SIMPLIFIED, encoding_rs::GBK), (TRADITIONAL, encoding_rs::BIG5)] {
            let (bytes, _, unmappable) = encoding.encode(page);
            let (name, certainty, text) = told(&bytes);
            assert_eq!((name, certainty), (encoding.name(), Some(95)));
            assert!(unmappable || text == page);
        }
    }

    #[test]
    fn tells_utf16_by_its_mark_or_by_its_zeros() {
        for marked in ["\u{feff}", ""] {
            let text = format!("{marked}市政府昨日\n召开会议。");
            let units = text.encode_utf16();
            let little: Vec<u8> = units.clone().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = units.flat_map(u16::to_be_bytes).collect();
            let certainty = marked.is_empty().then_some(90);
            let plain = "市政府昨日\n召开会议。".to_owned();
            assert_eq!(told(&little), ("UTF-16LE", certainty, plain.clone()));
            assert_eq!(told(&big), ("UTF-16BE", certainty, plain));
        }
    }

    #[test]
    fn a_torn_utf8_text_stays_utf8() {
        let page = SIMPLIFIED.as_bytes();
        let (name, certainty, text) = told(&page[..page.len() / 2 - 1]);
        assert_eq!((name, certainty), ("UTF-8", None));
        assert!(text.ends_with('\u{fffd}') || SIMPLIFIED.starts_with(&text));
        assert_eq!(told(b"\xe5\xa4\xa9\xff").2, "天\u{fffd}");
    }

    #[test]
    fn what_holds_no_text_is_refused() {
        let pdf = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n";
        let chance: Vec<u8> =
            (0..4096_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        for bytes in [&pdf[..], b"PK\x03\x04and so on", b"\x89PNG\r\n", &chance] {
            assert!(decode(bytes).is_err_and(|error| error.is_binary()));
        }
        // Odd, and text all the same.
        assert_eq!(told(b"\x01\x02\x03 fine").1, None);
        assert!(told(b"caf\xe9\x02 au lait, tr\xe8s bon, et rien de plus").2.contains("café"));
    }

    #[test]
    fn western_text_of_one_byte_a_letter_is_read() {
        let (bytes, ..) = encoding_rs::WINDOWS_1252.encode("Für München und die Straßen dort.");
        assert_eq!(told(&bytes).2, "Für München und die Straßen dort.");
    }
}

//! The one error of the crate. The content of a page is never an error.

use crate::document::Language;
use std::fmt;

/// Why a source could not be read or an option could not be taken.
///
/// What the text says is never a reason: odd content gives a
/// [`Diagnostic`](crate::Diagnostic).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    TooLarge { bytes: usize, limit: usize },
    Binary { offset: usize },
    UnknownEncoding { name: String },
    UnknownLanguage { tag: String },
}

impl Error {
    pub(crate) fn too_large(bytes: usize, limit: usize) -> Self {
        Self { kind: Kind::TooLarge { bytes, limit } }
    }

    pub(crate) fn binary(offset: usize) -> Self {
        Self { kind: Kind::Binary { offset } }
    }

    pub(crate) fn unknown_encoding(name: &str) -> Self {
        Self { kind: Kind::UnknownEncoding { name: name.to_owned() } }
    }

    pub(crate) fn unknown_language(tag: &str) -> Self {
        Self { kind: Kind::UnknownLanguage { tag: tag.to_owned() } }
    }

    /// Whether the source is larger than the limit that was set.
    pub fn is_too_large(&self) -> bool {
        matches!(self.kind, Kind::TooLarge { .. })
    }

    /// Whether the source is no text.
    pub fn is_binary(&self) -> bool {
        matches!(self.kind, Kind::Binary { .. })
    }

    /// Whether no encoding has the name that was given.
    pub fn is_unknown_encoding(&self) -> bool {
        matches!(self.kind, Kind::UnknownEncoding { .. })
    }

    /// Whether Tearsheet knows no language of the tag that was given.
    pub fn is_unknown_language(&self) -> bool {
        matches!(self.kind, Kind::UnknownLanguage { .. })
    }
}

impl fmt::Display for Error {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::TooLarge { bytes, limit } => {
                write!(to, "{bytes} bytes are more than the limit of {limit}")
            }
            Kind::Binary { offset } => {
                write!(to, "binary data at byte {offset}; give the text of the page")
            }
            Kind::UnknownEncoding { name } => {
                write!(to, "unknown encoding {name:?}; try utf-8, utf-16le, gb18030 or big5")
            }
            Kind::UnknownLanguage { tag } => {
                let known = Language::ALL.map(Language::tag).join(", ");
                write!(to, "unknown language {tag:?}; known are {known}")
            }
        }
    }
}

impl std::error::Error for Error {}

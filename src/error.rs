//! The one error of the crate. The content of a page is never an error.

use std::fmt;

/// Why a source could not be read or an option could not be taken.
///
/// What the text says is never a reason: odd content gives a
/// [`Diagnostic`](crate::Diagnostic).
#[derive(Debug)]
pub struct Error {
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    TooLarge { bytes: usize, limit: usize },
    Binary { offset: usize },
    UnknownEncoding { name: String },
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
                write!(
                    to,
                    "no encoding is called {name:?}; such are utf-8, utf-16le, gb18030, big5"
                )
            }
        }
    }
}

impl std::error::Error for Error {}

//! What is wrong with a source, and what to do.

use std::io;

/// Why a source could not be read: a stable code for programs, a sentence for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Failure {
    pub(super) code: &'static str,
    pub(super) message: String,
}

impl Failure {
    pub(super) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::new("not-found", "no such file; check the path"),
            io::ErrorKind::PermissionDenied => {
                Self::new("not-permitted", "may not be read; check its permissions")
            }
            io::ErrorKind::IsADirectory => {
                Self::new("unreadable", "is a folder; name a file in it")
            }
            // What the decompressors say of bytes that they cannot make sense of.
            io::ErrorKind::InvalidData
            | io::ErrorKind::InvalidInput
            | io::ErrorKind::UnexpectedEof
            | io::ErrorKind::Other => Self::new(
                "damaged",
                format!("cannot be unpacked ({error}); get a whole copy of it"),
            ),
            _ => Self::new("unreadable", format!("cannot be read: {error}")),
        }
    }
}

impl From<tearsheet::Error> for Failure {
    fn from(error: tearsheet::Error) -> Self {
        if error.is_too_large() {
            too_large()
        } else if error.is_binary() {
            Self::new("binary", format!("{error}, as pdftotext or OCR prints it"))
        } else {
            Self::new("unreadable", error.to_string())
        }
    }
}

/// The source is larger than the limit.
pub(super) fn too_large() -> Failure {
    Failure::new(
        "too-large",
        "larger than --max-size; raise it or split the file at its form feeds",
    )
}

/// The pages of an issue are larger than the limit, but none of them by itself.
pub(super) fn too_large_together() -> Failure {
    Failure::new(
        "too-large",
        "the pages of its issue together are larger than --max-size; raise it",
    )
}

/// The file holds rows, not a page.
pub(super) fn rows(option: &str) -> Failure {
    Failure::new("rows", format!("by its name it holds a text a line or row; give {option}"))
}

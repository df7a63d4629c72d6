//! Sources: a file, or standard input.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use tearsheet::Error;

/// A source that was named on the command line.
pub(super) struct Input<'a> {
    /// `None` is standard input.
    path: Option<&'a Path>,
}

impl<'a> Input<'a> {
    pub(super) fn new(path: &'a Path) -> Self {
        Self { path: Some(path).filter(|path| path.as_os_str() != "-") }
    }

    /// What the document and messages call it.
    pub(super) fn name(&self) -> String {
        self.path.map_or_else(|| "-".to_owned(), |path| path.display().to_string())
    }

    /// Its bytes, no more than one over `limit`; or what is wrong with it and what to do.
    pub(super) fn read(&self, limit: usize) -> Result<Vec<u8>, String> {
        let mut bytes = Vec::new();
        let most = (limit as u64).saturating_add(1);
        match self.path {
            None => io::stdin().lock().take(most).read_to_end(&mut bytes),
            Some(path) if path.is_dir() => {
                return Err("is a folder; name the files in it, as in FOLDER/*.txt".to_owned());
            }
            Some(path) => File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes)),
        }
        .map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => "no such file; check the path".to_owned(),
            io::ErrorKind::PermissionDenied => "may not be read; check its permissions".to_owned(),
            _ => format!("cannot be read: {error}"),
        })?;
        Ok(bytes)
    }

    /// What is wrong with its bytes, and what to do.
    pub(super) fn explain(&self, error: &Error) -> String {
        if error.is_too_large() {
            "larger than --max-size; raise it or split the file at its form feeds".to_owned()
        } else if error.is_binary() {
            format!("{error}, as pdftotext or OCR prints it")
        } else {
            error.to_string()
        }
    }
}

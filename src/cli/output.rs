//! Where documents go: standard output, or a file that appears only when it is whole.

use std::fs::{self, File};
use std::io::{self, BufWriter, Stdout, Write};
use std::path::{Path, PathBuf};

/// Where documents go. Dropped before [`Output::finish`], a file leaves nothing behind.
pub(super) enum Output {
    Standard(BufWriter<Stdout>),
    File { file: BufWriter<File>, unfinished: Unfinished },
}

/// A temporary file, and the name that it gets in the end.
pub(super) struct Unfinished {
    temporary: PathBuf,
    path: PathBuf,
}

impl Output {
    /// Opens the file at `path` under a temporary name in the same folder, or standard output.
    pub(super) fn open(path: Option<&Path>) -> io::Result<Self> {
        let Some(path) = path else {
            return Ok(Self::Standard(BufWriter::new(io::stdout())));
        };
        if path.is_dir() {
            return Err(io::Error::new(io::ErrorKind::IsADirectory, "is a folder; name a file"));
        }
        let mut name = std::ffi::OsString::from(".");
        name.push(path.file_name().unwrap_or(path.as_os_str()));
        name.push(format!(".{}.tmp", std::process::id()));
        let temporary = path.with_file_name(name);
        let file = File::options().write(true).create_new(true).open(&temporary)?;
        let unfinished = Unfinished { temporary, path: path.to_owned() };
        Ok(Self::File { file: BufWriter::new(file), unfinished })
    }

    /// Writes what is left and gives the file its name.
    pub(super) fn finish(self) -> io::Result<()> {
        match self {
            Self::Standard(mut stream) => stream.flush(),
            Self::File { file, unfinished } => {
                let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
                file.sync_all()?;
                fs::rename(&unfinished.temporary, &unfinished.path)
            }
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Standard(stream) => stream.write(bytes),
            Self::File { file, .. } => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Standard(stream) => stream.flush(),
            Self::File { file, .. } => file.flush(),
        }
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // After a rename there is nothing under the temporary name.
        let _ = fs::remove_file(&self.temporary);
    }
}

//! A file that appears when it is whole; what is no file, such as a pipe, is written as it comes.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A file under a temporary name, or a device or pipe under its own. Dropped before [`Whole::finish`], a file leaves nothing
/// behind.
pub(in super::super) struct Whole {
    file: File,
    /// Empty once the file has its name, or where it had it from the first.
    temporary: PathBuf,
    path: PathBuf,
}

impl Whole {
    /// Begins the file at `path` under a temporary name in the same folder.
    pub(super) fn beside(path: &Path) -> io::Result<Self> {
        let facts = fs::metadata(path);
        if facts.as_ref().is_ok_and(|facts| !facts.is_dir() && !facts.is_file()) {
            let file = File::options().write(true).open(path)?;
            return Ok(Self { file, temporary: PathBuf::new(), path: path.to_owned() });
        }
        if facts.is_ok_and(|facts| facts.is_dir()) {
            return Err(io::Error::new(
                io::ErrorKind::IsADirectory,
                "is a folder; name a file, or write there with --out-dir",
            ));
        }
        // What a link leads to is replaced, not the link.
        let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let mut name = OsString::from(".");
        name.push(path.file_name().unwrap_or(path.as_os_str()));
        name.push(format!(".{}.tmp", std::process::id()));
        Self::under(path.with_file_name(name), path.to_owned())
    }

    /// Begins the file at `path` under the name `temporary` on the same file system.
    pub(super) fn under(temporary: PathBuf, path: PathBuf) -> io::Result<Self> {
        let file = File::options().write(true).create_new(true).open(&temporary)?;
        Ok(Self { file, temporary, path })
    }

    /// Puts what was written on the disk and gives the file its name.
    pub(super) fn finish(self) -> io::Result<()> {
        if self.temporary.as_os_str().is_empty() {
            return Ok(());
        }
        self.file.sync_all()?;
        self.name()
    }

    /// Gives the file its name. A power failure, unlike a kill, can still empty it.
    pub(super) fn name(mut self) -> io::Result<()> {
        fs::rename(&self.temporary, &self.path)?;
        self.temporary.clear();
        Ok(())
    }
}

impl Write for Whole {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Whole {
    fn drop(&mut self) {
        if !self.temporary.as_os_str().is_empty() {
            let _ = fs::remove_file(&self.temporary);
        }
    }
}

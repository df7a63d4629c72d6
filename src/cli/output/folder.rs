//! A tree of files, each whole, none outside the folder.

use super::super::plan::Earlier;
use super::file::Whole;
use super::manifest::{Finished, Manifest};
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

/// Where the record and unfinished files are kept.
const OWN: &str = ".tearsheet";
const RECORD: &str = "manifest.jsonl";

/// A folder that documents are written to.
#[derive(Debug)]
pub(in super::super) struct Folder {
    root: PathBuf,
    manifest: Manifest,
    /// The folder of the last file: most files go where the one before went.
    entered: PathBuf,
}

/// Which files of a folder an earlier run has finished.
#[derive(Debug)]
pub(in super::super) struct Kept {
    root: PathBuf,
    finished: Finished,
}

impl Kept {
    /// What a run whose options have `fingerprint` finished in the folder at `root`; none where none was there.
    pub(in super::super) fn of(root: &Path, fingerprint: &str) -> io::Result<Option<Self>> {
        match Finished::of(&root.join(OWN).join(RECORD), fingerprint) {
            Ok(finished) => Ok(Some(Self { root: root.to_owned(), finished })),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Whether an earlier run has finished the file `output`, made of whatever it was.
    pub(in super::super) fn names(&self, output: &Path) -> bool {
        self.finished.names(&output.to_string_lossy())
    }

    /// Whether the file `output` is whole and was made of what has `stamp`.
    pub(in super::super) fn has(&self, output: &Path, stamp: Option<u64>) -> bool {
        let recorded = stamp.and_then(|stamp| self.finished.size(&output.to_string_lossy(), stamp));
        let facts = || fs::symlink_metadata(self.root.join(output));
        recorded.is_some_and(|bytes| facts().is_ok_and(|is| is.is_file() && is.len() == bytes))
    }
}

impl Folder {
    /// Opens the folder at `root`, made if need be, for a run whose options have `fingerprint`.
    pub(in super::super) fn open(
        root: &Path,
        earlier: &Earlier,
        fingerprint: &str,
    ) -> io::Result<(Self, Kept)> {
        fs::create_dir_all(root)?;
        enter(root, OWN.as_ref())?;
        let own = root.join(OWN);
        let record = own.join(RECORD);
        if record.is_symlink() {
            return Err(symbolic_link(&record));
        }
        let (manifest, finished) = Manifest::open(&record, earlier, fingerprint)?;
        // What a killed run left unfinished.
        for entry in fs::read_dir(&own)? {
            let entry = entry?;
            if entry.file_name() != RECORD && !entry.file_type()?.is_dir() {
                fs::remove_file(entry.path())?;
            }
        }
        let kept = Kept { root: root.to_owned(), finished };
        Ok((Self { root: root.to_owned(), manifest, entered: PathBuf::new() }, kept))
    }

    /// Begins the file of failures, which replaces that of an earlier run.
    pub(in super::super) fn errors(&self, name: &OsStr) -> io::Result<File> {
        let path = self.root.join(name);
        if path.symlink_metadata().is_ok() {
            fs::remove_file(&path)?;
        }
        File::options().append(true).create_new(true).open(&path)
    }

    /// Writes a file, and records it if what it was made of can be told.
    pub(in super::super) fn write(
        &mut self,
        output: &Path,
        bytes: &[u8],
        stamp: Option<u64>,
    ) -> io::Result<()> {
        let mut file = self.begin(output)?;
        file.write_all(bytes)?;
        file.name()?;
        self.record(output, bytes.len() as u64, stamp)
    }

    /// Begins a file that [`Whole::name`] puts at `output`.
    pub(super) fn begin(&mut self, output: &Path) -> io::Result<Whole> {
        let within = output.parent().unwrap_or(Path::new(""));
        if within != self.entered {
            let mut folder = self.root.clone();
            for part in within.components() {
                let Component::Normal(name) = part else {
                    return Err(io::Error::new(
                        io::ErrorKind::InvalidFilename,
                        "leaves the folder",
                    ));
                };
                enter(&folder, name)?;
                folder.push(name);
            }
            self.entered = within.to_owned();
        }
        let named = self.root.join(output);
        // Told now, for each document that would go there.
        if fs::symlink_metadata(&named).is_ok_and(|is| is.is_dir()) {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        let temporary = self.root.join(OWN).join(format!("unfinished-{}", std::process::id()));
        Whole::under(temporary, named)
    }

    /// Records that the file `output` is whole, if what it was made of can be told.
    pub(super) fn record(
        &mut self,
        output: &Path,
        bytes: u64,
        stamp: Option<u64>,
    ) -> io::Result<()> {
        match stamp {
            Some(stamp) => self.manifest.add(&output.to_string_lossy(), stamp, bytes),
            None => Ok(()),
        }
    }

    /// Removes the files right in the folder whose names `is_stale`.
    pub(super) fn remove(&self, is_stale: impl Fn(&str) -> Option<()>) -> io::Result<()> {
        for entry in fs::read_dir(&self.root)? {
            let entry = entry?;
            if entry.file_type()?.is_file()
                && entry.file_name().to_str().and_then(&is_stale).is_some()
            {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }

    /// The size of the file `output`.
    pub(super) fn size(&self, output: &Path) -> io::Result<u64> {
        Ok(fs::symlink_metadata(self.root.join(output))?.len())
    }
}

/// Makes the folder `name` in `folder`, if it is not there. A symbolic link could lead anywhere and is refused.
fn enter(folder: &Path, name: &OsStr) -> io::Result<()> {
    let path = folder.join(name);
    match fs::create_dir(&path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            if fs::symlink_metadata(&path)?.is_dir() { Ok(()) } else { Err(symbolic_link(&path)) }
        }
        made => made,
    }
}

fn symbolic_link(path: &Path) -> io::Error {
    let reason = format!("{} is there and is no folder of its own; remove it", path.display());
    io::Error::new(io::ErrorKind::NotADirectory, reason)
}

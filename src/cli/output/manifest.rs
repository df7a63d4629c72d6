//! The record of what is finished in a folder, one file a line.
//!
//! A line is added after its file has its name, so that whenever the program is killed, each file that
//! the record names is whole. A last line that was cut short is no line.

use super::super::plan::Earlier;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::fs::{File, TryLockError};
use std::io::{self, BufRead, BufReader, Seek, SeekFrom, Write};
use std::path::Path;

/// The first line: what made the files.
#[derive(Serialize, Deserialize)]
struct Header {
    tearsheet: String,
}

/// A finished file.
#[derive(Serialize, Deserialize)]
struct Entry {
    output: String,
    /// What it was made of; see `Job::stamp`.
    stamp: u64,
    bytes: u64,
}

/// What an earlier run has finished.
#[derive(Debug, Default)]
pub(super) struct Finished(HashMap<String, (u64, u64)>);

impl Finished {
    /// What the record at `path` holds for a run whose options have `fingerprint`.
    pub(super) fn of(path: &Path, fingerprint: &str) -> io::Result<Self> {
        read(&File::open(path)?, fingerprint).map(|(finished, _)| finished)
    }

    /// Whether the file is among them.
    pub(super) fn names(&self, output: &str) -> bool {
        self.0.contains_key(output)
    }

    /// The size of the file, if it was made of what has `stamp`.
    pub(super) fn size(&self, output: &str, stamp: u64) -> Option<u64> {
        self.0.get(output).filter(|(made_of, _)| *made_of == stamp).map(|(_, bytes)| *bytes)
    }
}

/// The record, open for more.
#[derive(Debug)]
pub(super) struct Manifest(File);

impl Manifest {
    /// Opens the record at `path` for a run whose options have `fingerprint`.
    pub(super) fn open(
        path: &Path,
        earlier: &Earlier,
        fingerprint: &str,
    ) -> io::Result<(Self, Finished)> {
        let mut file =
            File::options().read(true).write(true).create(true).truncate(false).open(path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let reason = "another run is writing to the folder; wait for its end";
                return Err(io::Error::new(io::ErrorKind::ResourceBusy, reason));
            }
            Err(TryLockError::Error(error)) => return Err(error),
        }
        let (finished, end) = match earlier {
            Earlier::Replace => (Finished::default(), 0),
            Earlier::Keep => read(&file, fingerprint)?,
        };
        file.set_len(end)?;
        file.seek(SeekFrom::End(0))?;
        let mut manifest = Self(file);
        if end == 0 {
            manifest.line(&Header { tearsheet: fingerprint.to_owned() })?;
        }
        Ok((manifest, finished))
    }

    /// Records that `output` is whole.
    pub(super) fn add(&mut self, output: &str, stamp: u64, bytes: u64) -> io::Result<()> {
        self.line(&Entry { output: output.to_owned(), stamp, bytes })
    }

    /// Adds a line, in one piece.
    fn line(&mut self, line: &impl Serialize) -> io::Result<()> {
        self.0.write_all((serde_json::to_string(line)? + "\n").as_bytes())
    }
}

/// What the record holds, and where its last whole line ends.
fn read(file: &File, fingerprint: &str) -> io::Result<(Finished, u64)> {
    let mut reader = BufReader::new(file);
    let mut finished = Finished::default();
    let (mut line, mut end) = (Vec::new(), 0);
    while reader.read_until(b'\n', &mut line)? > 0 {
        if !line.ends_with(b"\n") {
            break;
        }
        if end == 0 {
            match serde_json::from_slice::<Header>(&line) {
                Ok(header) if header.tearsheet == fingerprint => {}
                Ok(_) => {
                    let reason = "the folder holds what a run with other options made; give the \
                                  same options, or leave out --resume to make it anew";
                    return Err(io::Error::new(io::ErrorKind::InvalidInput, reason));
                }
                Err(_) => break,
            }
        } else {
            let Ok(entry) = serde_json::from_slice::<Entry>(&line) else { break };
            finished.0.insert(entry.output, (entry.stamp, entry.bytes));
        }
        end += line.len() as u64;
        line.clear();
    }
    Ok((finished, end))
}

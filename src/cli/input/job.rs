//! A job: one document to be made.

use super::super::failure::{self, Failure};
use super::compressed;
use super::walk::Found;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;
use tearsheet::{Pipeline, Source};

/// One document to be made.
#[derive(Debug)]
pub(in super::super) struct Job {
    /// What the document and messages call it.
    pub(in super::super) name: String,
    /// Where its document goes in a folder, without ending: a relative path of plain names.
    pub(in super::super) place: PathBuf,
    pub(in super::super) content: Content,
}

/// What a document is made of.
#[derive(Debug)]
pub(in super::super) enum Content {
    Standard,
    File(PathBuf),
    /// The files of an issue, with the page that each is.
    Pages(Vec<(PathBuf, usize)>),
    Text(String),
    Unreadable(Failure),
}

/// A source that was read, and what of it could not be.
pub(in super::super) struct Loaded {
    pub(in super::super) source: Option<Source>,
    pub(in super::super) failures: Vec<(String, Failure)>,
}

impl Job {
    /// A job for a whole file.
    pub(super) fn whole(found: Found) -> Self {
        match found {
            Found::Standard => {
                Self { name: "-".to_owned(), place: "stdin".into(), content: Content::Standard }
            }
            Found::File { path, place } => {
                Self { name: path.display().to_string(), place, content: Content::File(path) }
            }
            Found::Unreadable { name, failure } => Self::unreadable(name, failure),
        }
    }

    pub(super) fn unreadable(name: String, failure: Failure) -> Self {
        Self { name, place: PathBuf::new(), content: Content::Unreadable(failure) }
    }

    /// Reads and decodes what the document is made of. Of an issue, the pages that can be read.
    pub(in super::super) fn load(self, pipeline: &Pipeline, limit: usize) -> Loaded {
        let source = match self.content {
            Content::Standard => read(Path::new("-"), pipeline, limit),
            Content::File(path) => match holds_rows(&path) {
                Some(option) => Err(failure::rows(option)),
                None => read(&path, pipeline, limit),
            },
            Content::Text(text) if text.len() > limit => Err(failure::too_large()),
            Content::Text(text) => Ok(Source::from_text(&self.name, text)),
            Content::Unreadable(failure) => Err(failure),
            Content::Pages(pages) => return issue(self.name, pages, pipeline, limit),
        };
        match source {
            Ok(source) => Loaded { source: Some(source), failures: Vec::new() },
            Err(failure) => Loaded { source: None, failures: vec![(self.name, failure)] },
        }
    }

    /// A number that changes when what the document is made of does; `None` where that cannot be told.
    pub(in super::super) fn stamp(&self) -> Option<u64> {
        let mut hasher = DefaultHasher::new();
        self.name.hash(&mut hasher);
        match &self.content {
            Content::Standard | Content::Unreadable(_) => return None,
            Content::File(path) => stamp_file(path, &mut hasher)?,
            Content::Pages(pages) => {
                for (path, number) in pages {
                    (path, number).hash(&mut hasher);
                    stamp_file(path, &mut hasher)?;
                }
            }
            Content::Text(text) => text.hash(&mut hasher),
        }
        Some(hasher.finish())
    }
}

/// Reads, unpacks and decodes the file at `path`; `-` is standard input.
pub(super) fn read(path: &Path, pipeline: &Pipeline, limit: usize) -> Result<Source, Failure> {
    let bytes = unpacked(path, limit)?;
    Ok(pipeline.decode(&path.display().to_string(), &bytes)?)
}

fn unpacked(path: &Path, limit: usize) -> Result<Vec<u8>, Failure> {
    if path.as_os_str() == "-" {
        compressed::read(Box::new(io::stdin()), limit)
    } else {
        compressed::read(Box::new(File::open(path)?), limit)
    }
}

/// Reads the pages of an issue, as long as all of them together are no larger than `limit`.
fn issue(name: String, pages: Vec<(PathBuf, usize)>, pipeline: &Pipeline, limit: usize) -> Loaded {
    let (mut failures, mut left) = (Vec::new(), limit);
    let mut read_page = |path: &Path| -> Result<Source, Failure> {
        let bytes = unpacked(path, left).map_err(|failure| match failure.code {
            "too-large" if left < limit => failure::too_large_together(),
            _ => failure,
        })?;
        left -= bytes.len();
        Ok(pipeline.decode(&path.display().to_string(), &bytes)?)
    };
    let mut sources = Vec::with_capacity(pages.len());
    for (path, number) in pages {
        match read_page(&path) {
            Ok(source) => sources.push((source, Some(number))),
            Err(failure) => failures.push((path.display().to_string(), failure)),
        }
    }
    let source = (!sources.is_empty()).then(|| Source::join(name, sources));
    Loaded { source, failures }
}

/// The option that reads what a file of this name holds, if that is no page.
fn holds_rows(path: &Path) -> Option<&'static str> {
    let ending = |path: &Path| Some(path.extension()?.to_str()?.to_ascii_lowercase());
    let last = ending(path)?;
    let packed = matches!(last.as_str(), "gz" | "zst" | "bz2" | "xz");
    match if packed { ending(Path::new(path.file_stem()?))? } else { last }.as_str() {
        "jsonl" | "ndjson" => Some("--jsonl-in"),
        "parquet" if !packed => Some("--parquet-in"),
        _ => None,
    }
}

fn stamp_file(path: &Path, hasher: &mut DefaultHasher) -> Option<()> {
    let facts = fs::metadata(path).ok()?;
    let modified = facts.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    (facts.len(), modified.as_nanos()).hash(hasher);
    Some(())
}

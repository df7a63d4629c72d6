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
            Content::File(path) => read(&path, pipeline, limit),
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
    if let Some(option) = holds_rows(path) {
        let reason = format!("by its name it holds a text a line or row; give {option}");
        return Err(Failure::new("rows", reason));
    }
    let bytes = if path.as_os_str() == "-" {
        compressed::read(Box::new(io::stdin()), limit)
    } else {
        compressed::read(Box::new(File::open(path)?), limit)
    };
    Ok(pipeline.decode(&path.display().to_string(), &bytes?)?)
}

/// Reads the pages of an issue, as long as all of them together are no larger than `limit`.
fn issue(name: String, pages: Vec<(PathBuf, usize)>, pipeline: &Pipeline, limit: usize) -> Loaded {
    let (mut failures, mut left) = (Vec::new(), limit);
    let mut read_page = |(path, number): (PathBuf, usize)| match read(&path, pipeline, left) {
        Ok(source) => {
            left -= source.text().len().min(left);
            Some((source, Some(number)))
        }
        Err(failure) => {
            failures.push((path.display().to_string(), failure));
            None
        }
    };
    let pages: Vec<_> = pages.into_iter().filter_map(&mut read_page).collect();
    let source = (!pages.is_empty()).then(|| Source::join(name, pages));
    Loaded { source, failures }
}

/// The option that reads what a file of this name holds, if that is no page.
fn holds_rows(path: &Path) -> Option<&'static str> {
    let mut endings = path.file_name()?.to_str()?.rsplit('.').map(str::to_ascii_lowercase);
    let last = endings.next()?;
    let packed = matches!(last.as_str(), "gz" | "zst" | "bz2" | "xz");
    match if packed { endings.next()? } else { last }.as_str() {
        "jsonl" | "ndjson" => Some("--jsonl-in"),
        "parquet" => Some("--parquet-in"),
        _ => None,
    }
}

fn stamp_file(path: &Path, hasher: &mut DefaultHasher) -> Option<()> {
    let facts = fs::metadata(path).ok()?;
    let modified = facts.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    (facts.len(), modified.as_nanos()).hash(hasher);
    Some(())
}

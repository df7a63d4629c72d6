//! Files from names, lists and folders.

use super::super::failure::Failure;
use super::super::plan::Plan;
use ignore::overrides::{Override, OverrideBuilder};
use ignore::{DirEntry, WalkBuilder};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::iter;
use std::path::{Component, Path, PathBuf};

/// A source that was found.
#[derive(Debug)]
pub(in super::super) enum Found {
    Standard,
    File {
        path: PathBuf,
        /// Where its document goes in a folder: its path within the folder that was named, or the path
        /// as it was named itself, without the root and without `..`.
        place: PathBuf,
    },
    Unreadable {
        name: String,
        failure: Failure,
    },
}

/// Which files of a folder are taken.
#[derive(Clone, Debug)]
pub(in super::super) struct Walk {
    pub(in super::super) include: Vec<String>,
    pub(in super::super) exclude: Vec<String>,
    pub(in super::super) hidden: bool,
    pub(in super::super) no_ignore: bool,
    pub(in super::super) follow: bool,
    /// The folder that documents go to, which is no source.
    pub(in super::super) leave_out: Option<PathBuf>,
}

impl Walk {
    /// What is taken and what is left out, as matchers for paths under `root`; or which glob is wrong.
    pub(in super::super) fn globs(&self, root: &Path) -> Result<[Override; 2], String> {
        let taken = globs(root, self.include.iter().cloned())?;
        Ok([taken, globs(root, self.exclude.iter().map(|glob| format!("!{glob}")))?])
    }
}

fn globs(root: &Path, globs: impl Iterator<Item = String>) -> Result<Override, String> {
    let mut out = OverrideBuilder::new(root);
    for glob in globs {
        out.add(&glob).map_err(|error| format!("the glob {glob:?} is wrong: {error}"))?;
    }
    out.build().map_err(|error| error.to_string())
}

/// All sources, in the order in which they are named, those of a folder in the order of their names.
pub(in super::super) fn found(plan: &Plan) -> Box<dyn Iterator<Item = Found> + '_> {
    let named = plan.sources.iter().flat_map(|path| source(path, &plan.walk));
    let listed = plan.list.iter().flat_map(|list| match names(list, plan.null) {
        Ok(names) => Box::new(names.flat_map(|name| match name {
            Ok(path) if path.as_os_str().as_encoded_bytes().contains(&0) => {
                one(misnamed(list, "a name in it holds NUL; where names end with it, give -0"))
            }
            Ok(path) => source(&path, &plan.walk),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                let reason = "a name in it is not UTF-8; name its folder, or rename the file";
                one(misnamed(list, reason))
            }
            Err(error) => one(unreadable(list, error)),
        })) as Box<dyn Iterator<Item = Found>>,
        Err(error) => one(unreadable(list, error)),
    });
    Box::new(named.chain(listed))
}

fn one<'a>(found: Found) -> Box<dyn Iterator<Item = Found> + 'a> {
    Box::new(iter::once(found))
}

/// A name in a list that names no file.
fn misnamed(list: &Path, reason: &str) -> Found {
    let failure = Failure::new("unreadable", reason);
    Found::Unreadable { name: list.display().to_string(), failure }
}

fn unreadable(path: &Path, error: io::Error) -> Found {
    Found::Unreadable { name: path.display().to_string(), failure: error.into() }
}

/// The names in a list, one a line, or each ended by NUL.
pub(in super::super) fn names(
    list: &Path,
    null: bool,
) -> io::Result<impl Iterator<Item = io::Result<PathBuf>> + use<>> {
    let lines: Box<dyn BufRead> = if list.as_os_str() == "-" {
        Box::new(BufReader::new(io::stdin()))
    } else {
        Box::new(BufReader::new(File::open(list)?))
    };
    let end = if null { b'\0' } else { b'\n' };
    let names = lines.split(end).map(move |name| {
        let name = String::from_utf8(name?).map_err(|_| io::ErrorKind::InvalidData)?;
        Ok(if null { name } else { name.trim_end_matches('\r').to_owned() })
    });
    Ok(names
        .filter(|line| line.as_ref().map_or(true, |line| !line.is_empty()))
        .map(|line| line.map(PathBuf::from)))
}

fn source<'a>(path: &Path, walk: &'a Walk) -> Box<dyn Iterator<Item = Found> + 'a> {
    if path.as_os_str() == "-" {
        return one(Found::Standard);
    }
    match fs::metadata(path) {
        Ok(facts) if facts.is_dir() => folder(path, walk),
        Ok(_) => {
            let plain = path.components().filter(|part| matches!(part, Component::Normal(_)));
            one(Found::File { path: path.to_owned(), place: plain.collect() })
        }
        Err(error) => one(unreadable(path, error)),
    }
}

fn folder<'a>(root: &Path, walk: &'a Walk) -> Box<dyn Iterator<Item = Found> + 'a> {
    let [taken, left_out] = match walk.globs(root) {
        Ok(globs) => globs,
        Err(reason) => {
            let failure = Failure::new("unreadable", reason);
            return one(Found::Unreadable { name: root.display().to_string(), failure });
        }
    };
    let mut builder = WalkBuilder::new(root);
    builder
        .standard_filters(false)
        .hidden(!walk.hidden)
        .ignore(!walk.no_ignore)
        .git_ignore(!walk.no_ignore)
        .require_git(false)
        .follow_links(walk.follow)
        .overrides(left_out)
        .sort_by_file_name(Ord::cmp);
    // It is there by now. Documents that go to the sources' own folder, beside them, are no reason to leave it out.
    let real = |path: &Path| fs::canonicalize(path).ok();
    let leave_out = walk.leave_out.as_deref().and_then(real);
    if let Some(leave_out) = leave_out.filter(|path| Some(path) != real(root).as_ref()) {
        let ours = move |entry: &DirEntry| {
            entry.file_type().is_some_and(|kind| kind.is_dir())
                && fs::canonicalize(entry.path()).is_ok_and(|path| path == leave_out)
        };
        builder.filter_entry(move |entry| !ours(entry));
    }
    let root = root.to_owned();
    Box::new(builder.build().filter_map(move |entry| match entry {
        Ok(entry)
            if entry.file_type().is_some_and(|kind| kind.is_file())
                // Not the walker's concern: what it is told to take it takes though hidden or ignored.
                && taken.matched(entry.path(), false).is_whitelist() =>
        {
            let place = entry.path().strip_prefix(&root).unwrap_or(entry.path()).to_owned();
            Some(Found::File { path: entry.into_path(), place })
        }
        Ok(_) => None,
        Err(error) => {
            let name = root.display().to_string();
            Some(Found::Unreadable { name, failure: Failure::new("unreadable", error.to_string()) })
        }
    }))
}

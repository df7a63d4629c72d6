//! The fixtures, found by walking their folder.

#![allow(dead_code, reason = "each user takes its part")]

use std::fs;
use std::path::{Path, PathBuf};

/// A page of `fixtures/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fixture {
    /// Folder and stem, `zh__wuhai`: the name of its snapshot.
    pub(crate) name: String,
    /// The name of the file alone, `wuhai.txt`.
    pub(crate) file: String,
    /// What it holds.
    pub(crate) bytes: Vec<u8>,
}

/// Every `.txt` file under `fixtures/`, by name.
pub(crate) fn fixtures() -> Vec<Fixture> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut out = Vec::new();
    walk(&root, &root, &mut out);
    out.sort_unstable();
    out
}

fn walk(root: &Path, folder: &Path, out: &mut Vec<Fixture>) {
    for entry in fs::read_dir(folder).expect("the folder of fixtures can be read") {
        let path = entry.expect("the folder of fixtures can be read").path();
        if path.is_dir() {
            walk(root, &path, out);
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            let bytes = fs::read(&path).expect("a fixture can be read");
            out.push(Fixture { name: name(root, &path), file: file(&path), bytes });
        }
    }
}

fn name(root: &Path, path: &Path) -> String {
    let inner: PathBuf = path.strip_prefix(root).unwrap_or(path).with_extension("");
    let parts: Vec<_> = inner.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("__")
}

fn file(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

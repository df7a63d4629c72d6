//! What is written stands apart from what is read: no source is overwritten, and no output is read as a source.

use super::input::names;
use super::plan::{Plan, Target};
use std::fs;
use std::path::{Path, PathBuf};

/// Checks that no file that `plan` writes is one that it reads, or would be taken for one; says which is.
pub(super) fn check(plan: &Plan) -> Result<(), String> {
    let output = match &plan.target {
        Target::File(path) => Some(("--output", path.as_path())),
        Target::Standard | Target::Folder { .. } => None,
    };
    let errors = plan.errors.as_deref().map(|path| ("--errors", path));
    // Devices and pipes hold nothing.
    let kept = |path: &Path| fs::metadata(path).map_or(true, |facts| facts.is_file());
    let written: Vec<(&str, &Path, PathBuf)> = output
        .into_iter()
        .chain(errors)
        .filter(|(_, path)| kept(path))
        .filter_map(|(option, path)| Some((option, path, real(path)?)))
        .collect();
    if let [(_, one, real), (_, _, other)] = &written[..]
        && real == other
    {
        return Err(format!("--output and --errors are both {}; name two files", one.display()));
    }
    // A list that comes through a pipe can be read but once.
    let list = plan.list.as_deref().filter(|list| list.is_file());
    let listed = list.and_then(|list| names(list, plan.null).ok()).into_iter().flatten();
    let listed: Vec<PathBuf> = listed.flatten().collect();
    for (option, path, real_path) in &written {
        let read = plan.sources.iter().chain(&plan.list).map(PathBuf::as_path);
        for source in read.chain(listed.iter().map(PathBuf::as_path)) {
            let Some(root) = real(source) else { continue };
            if root == *real_path {
                let path = path.display();
                return Err(format!("{option}: {path} is one of the sources; write elsewhere"));
            }
            let within = source.is_dir().then(|| real_path.strip_prefix(&root).ok()).flatten();
            let taken = |within| {
                let [taken, left_out] = plan.walk.globs(source)?;
                let path = source.join(within);
                let out = left_out.matched(&path, false).is_ignore();
                Ok::<_, String>(taken.matched(&path, false).is_whitelist() && !out)
            };
            if let Some(within) = within
                && taken(within)?
            {
                return Err(format!(
                    "{option}: {} stands among the sources and would be read as one; write elsewhere, or \
                     --exclude it",
                    path.display()
                ));
            }
        }
    }
    Ok(())
}

/// The path without links and dots, of a file that need not be there yet.
fn real(path: &Path) -> Option<PathBuf> {
    fs::canonicalize(path).ok().or_else(|| {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = fs::canonicalize(folder.unwrap_or(Path::new("."))).ok()?;
        Some(folder.join(path.file_name()?))
    })
}

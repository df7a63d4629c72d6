//! The pages of an issue, put together by what their paths say.

use super::job::{Content, Job};
use super::walk::Found;
use regex::Regex;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::vec::IntoIter;

/// One job for the files of each issue, in the order in which issues are found; a file whose path does not
/// match is a document of its own. The pattern has the groups `issue` and `page`, a number.
///
/// # Errors
///
/// Where there are files and none of their paths matches: the pattern is wrong.
pub(super) fn grouped(
    found: impl Iterator<Item = Found>,
    pattern: &Regex,
) -> Result<IntoIter<Job>, String> {
    let mut jobs: Vec<Job> = Vec::new();
    let mut issues: HashMap<PathBuf, usize> = HashMap::new();
    for found in found {
        let Found::File { path, place } = found else {
            jobs.push(Job::whole(found));
            continue;
        };
        let Some((issue, number)) = issue(&place, pattern) else {
            jobs.push(Job::whole(Found::File { path, place }));
            continue;
        };
        let index = *issues.entry(issue.clone()).or_insert_with(|| {
            let name = issue.display().to_string();
            jobs.push(Job { name, place: issue, content: Content::Pages(Vec::new()) });
            jobs.len() - 1
        });
        if let Content::Pages(pages) = &mut jobs[index].content {
            pages.push((path, number));
        }
    }
    let readable = |job: &Job| !matches!(job.content, Content::Unreadable(_));
    if issues.is_empty() && jobs.iter().any(readable) {
        return Err(format!(
            "--group-by: no path matches {pattern} with a number as its group `page`"
        ));
    }
    for job in &mut jobs {
        if let Content::Pages(pages) = &mut job.content {
            pages.sort_by(|(path, page), (other, its)| (page, path).cmp(&(its, other)));
        }
    }
    Ok(jobs.into_iter())
}

/// The issue that a file belongs to, in the folder that its name begins in, and the page that it is.
fn issue(place: &Path, pattern: &Regex) -> Option<(PathBuf, usize)> {
    let text = place.to_str()?;
    let found = pattern.captures(text)?;
    let (issue, page) = (found.name("issue")?, found.name("page")?.as_str().parse().ok()?);
    let folder = text[..issue.start()].rfind('/').map_or("", |end| &text[..=end]);
    // A pattern may take in the stroke between folders.
    let issue = issue.as_str().trim_start_matches('/');
    (!issue.is_empty()).then(|| (Path::new(folder).join(issue), page))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issue_is_named_by_its_folder_and_group() {
        let of = |place: &str, pattern: &str| {
            issue(Path::new(place), &Regex::new(pattern).unwrap())
                .map(|(issue, page)| (issue.display().to_string(), page))
        };
        let by_file = r"(?<issue>\d{8})_(?<page>\d+)";
        assert_eq!(of("a/20240520_03.txt", by_file), Some(("a/20240520".to_owned(), 3)));
        assert_eq!(of("a/notes.txt", by_file), None);
        let by_folder = r"(?<issue>[^/]+)/p(?<page>\d+)\.txt$";
        assert_eq!(of("a/1939-05-20/p2.txt", by_folder), Some(("a/1939-05-20".to_owned(), 2)));
    }
}

//! Names of people as Chinese has them: 潘俊强, 欧阳修远.

use super::people::MOST;
use crate::language::Table;
use crate::line::is_han;

/// Whether `text` has the form of a Chinese name: a known family name and one or two characters.
///
/// # Examples
///
/// ```
/// use tearsheet::{Language, form::is_name, language::Table};
/// let table = Table::of(Language::SimplifiedChinese);
/// assert!(is_name("潘俊强", table) && is_name("欧阳修远", table));
/// assert!(!is_name("的时候", table));
/// ```
pub fn is_name(text: &str, table: &Table) -> bool {
    let glyphs = text.chars().take(5).count();
    let double = || table.double_surnames.iter().any(|&name| text.starts_with(name));
    ((2..=3).contains(&glyphs) && text.starts_with(|first| table.surnames.contains(first))
        || (3..=4).contains(&glyphs) && double())
        && text.chars().all(is_han)
}

/// Whether `text` begins with a family name.
pub(super) fn begins_as_name(text: &str, table: &Table) -> bool {
    text.starts_with(|first| table.surnames.contains(first))
        || table.double_surnames.iter().any(|&name| text.starts_with(name))
}

/// 李济国贾建舟: names of two or three characters, each with a known family name.
pub(super) fn run_together(word: &str, table: &Table) -> Option<Vec<String>> {
    // Most words that come here are text: no name, no names.
    if !begins_as_name(word, table) {
        return None;
    }
    // Where each character begins, and the end; no more than the longest run that these forms can stand for.
    let mut bounds = [0; 3 * MOST + 1];
    let mut glyphs = 0;
    for character in word.chars() {
        let start = bounds[glyphs];
        glyphs += 1;
        *bounds.get_mut(glyphs)? = start + character.len_utf8();
    }
    // How many characters the last name has where the characters up to there are names.
    let mut last = [0; 3 * MOST + 1];
    for end in 2..=glyphs {
        // Three characters first: most names have three.
        last[end] = [3, 2, 4]
            .into_iter()
            .find(|&length| {
                end.checked_sub(length).is_some_and(|start| {
                    (start == 0 || last[start] > 0)
                        && is_name(&word[bounds[start]..bounds[end]], table)
                })
            })
            .unwrap_or(0);
    }
    let mut names = Vec::new();
    let mut end = glyphs;
    while end > 0 {
        let start = end - Some(last[end]).filter(|&length| length > 0)?;
        names.push(word[bounds[start]..bounds[end]].to_owned());
        end = start;
    }
    names.reverse();
    Some(names)
}

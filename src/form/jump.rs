//! Jump marks: （上接第一版） and （下转第三版）.

use crate::language::Table;
use regex::Captures;
use std::ops::Range;

/// A mark that a text comes from another page or goes on there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JumpMark {
    /// The mark, white space around it included.
    pub range: Range<usize>,
    /// The page it names.
    pub page: Range<usize>,
}

/// The mark at the start of `text` that it goes on from another page.
///
/// # Examples
///
/// ```
/// use tearsheet::{Language, form::jump_from, language::Table};
/// let table = Table::of(Language::SimplifiedChinese);
/// let text = "（上接第一版）深化调查研究";
/// assert_eq!(&text[jump_from(text, table).unwrap().page], "第一版");
/// assert!(jump_from("紧接着，记者来到现场", table).is_none());
/// ```
pub fn jump_from(text: &str, table: &Table) -> Option<JumpMark> {
    mark(table.jump_from.captures(text)?)
}

/// The mark at the end of `text` that it goes on elsewhere.
///
/// # Examples
///
/// ```
/// use tearsheet::{Language, form::jump_on, language::Table};
/// let table = Table::of(Language::SimplifiedChinese);
/// let text = "治安状况恶化的一个重要原因。（下转第7版）";
/// assert_eq!(&text[jump_on(text, table).unwrap().page], "第7版");
/// ```
pub fn jump_on(text: &str, table: &Table) -> Option<JumpMark> {
    // The longest mark is a dozen characters; only the end is searched.
    let from = text.ceil_char_boundary(text.len().saturating_sub(60));
    let tail = text[from..].trim_end();
    let found = mark(table.jump_on.captures(tail)?)?;
    let shift = |range: Range<usize>| range.start + from..range.end + from;
    Some(JumpMark { range: shift(found.range), page: shift(found.page) })
}

fn mark(found: Captures<'_>) -> Option<JumpMark> {
    Some(JumpMark { range: found.get(0)?.range(), page: found.name("page")?.range() })
}

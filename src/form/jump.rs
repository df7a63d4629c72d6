//! Jump marks: （上接第一版） and （下转第三版）, See COMPUTERS, page 6 and From page 1.

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
    /// The word that stands at both ends of the jump: COMPUTERS.
    pub word: Option<Range<usize>>,
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
    // (Please turn to SOUTH AFRICA, Page A12, Column 3) is the longest mark seen; only the end is searched.
    let from = text.ceil_char_boundary(text.len().saturating_sub(80));
    let tail = text[from..].trim_end();
    let found = mark(table.jump_on.captures(tail)?)?;
    let shift = |range: Range<usize>| range.start + from..range.end + from;
    let word = found.word.map(shift);
    Some(JumpMark { range: shift(found.range), page: shift(found.page), word })
}

fn mark(found: Captures<'_>) -> Option<JumpMark> {
    let group = |name| found.name(name).map(|group| group.range());
    Some(JumpMark { range: found.get(0)?.range(), page: group("page")?, word: group("word") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Language::{self, English, French, German};

    #[track_caller]
    fn parts(language: Language, text: &str, from: bool) -> Option<(&str, &str)> {
        let table = Table::of(language);
        let mark = if from { jump_from(text, table) } else { jump_on(text, table) }?;
        Some((&text[mark.page], mark.word.map_or("", |word| &text[word])))
    }

    #[test]
    fn reads_where_a_text_goes_on() {
        for (language, text, page, word) in [
            (English, "the minimum GPA See TEACHERS, page 3", "page 3", "TEACHERS"),
            (English, "said Tuesday. See BUSH page 8", "page 8", "BUSH"),
            (English, "for Please see SOUTH AFRICA, A12", "A12", "SOUTH AFRICA"),
            (English, "and (Continued on Page 4, Column 2)", "Page 4", ""),
            (English, "of the CONTINUED ON BACK PAGE", "BACK PAGE", ""),
            (English, "said. Turn to Page 8", "Page 8", ""),
            (English, "who See PATROL, back page", "back page", "PATROL"),
            (German, "das Gesetz. (Fortsetzung auf Seite 3.)", "Seite 3", ""),
            (German, "und Fortſetzung auf der zweiten Seite", "zweiten Seite", ""),
            (German, "zu sehen. Schluß Seite 4", "Seite 4", ""),
            (German, "zu sehen. ▸ 4", "4", ""),
            (French, "du conseil. (Lire la suite en page 3)", "page 3", ""),
            (French, "du conseil. Suite à la 2e page", "2e page", ""),
        ] {
            assert_eq!(parts(language, text, false), Some((page, word)), "{text}");
        }
        for (language, text) in [
            (English, "For the complete story on billiards, see page 6."),
            (English, "The answer is on page 4"),
            (German, "Das Buch hat nur eine Seite 3 Tage"),
            (French, "Il faut tourner la page 3 fois"),
        ] {
            assert_eq!(parts(language, text, false), None, "{text}");
        }
    }

    #[test]
    fn reads_whence_a_text_comes() {
        for (language, text, page, word) in [
            (English, "From page 1", "page 1", ""),
            (English, "(Continued from Page One) the mayor", "Page One", ""),
            (English, "BUDGET, from A1", "A1", "BUDGET"),
            (English, "BUDGET: Continued from Page 1", "Page 1", "BUDGET"),
            (German, "(Fortsetzung von Seite 1) das Gesetz", "Seite 1", ""),
            (German, "Schluß von der ersten Seite. Das", "ersten Seite", ""),
            (French, "Suite de la première page", "première page", ""),
            (French, "(Suite de la page 1)", "page 1", ""),
        ] {
            assert_eq!(parts(language, text, true), Some((page, word)), "{text}");
        }
        for (language, text) in [
            (English, "From pages of history comes"),
            (English, "From the page"),
            (French, "Suite à la page"),
            (French, "Suite page 4"),
            (German, "Fortsetzung Seite 3"),
        ] {
            assert_eq!(parts(language, text, true), None, "{text}");
        }
    }
}

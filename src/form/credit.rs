//! Endings: the bracket that closes a body and says who wrote it, whose the picture is or whence the
//! text was taken. （黄建飞 刘弼臣）, （曹艺摄）, （作者单位：厦门大学）.

use super::lead::lead_end;
use super::people::{Party, from_unit, people};
use super::signature::pen_name;
use super::western;
use crate::language::{Cue, Cues, Table};
use std::ops::Range;

/// What a bracket at a body's end says.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Ending {
    /// People to credit.
    People(Vec<Party>),
    /// Where the text is from, or that it is whole: nobody to credit.
    Note,
}

const OPENING: [char; 8] = ['（', '(', '〔', '【', '［', '[', '〈', '﹝'];
const CLOSING: [char; 8] = ['）', ')', '〕', '】', '］', ']', '〉', '﹞'];
/// Longer brackets are text: （作者为浙江某大学教授，本报记者曹继炜采访整理） has 25 characters.
const LONGEST: usize = 60;

/// The bracket that closes `text`, with its place, white space before it included; or what closes a
/// caption without any: 王硕 摄.
///
/// # Examples
///
/// ```
/// use tearsheet::{Language, form::{Ending, ending}, language::Table};
/// let table = Table::of(Language::SimplifiedChinese);
/// let text = "取得新成效。 （黄建飞 刘弼臣）";
/// let (range, found) = ending(text, table).unwrap();
/// assert_eq!(&text[..range.start], "取得新成效。");
/// assert!(matches!(found, Ending::People(people) if people[0].names.len() == 2));
/// assert!(ending("很不方便。（望江区 王建国）", table).is_some());
/// assert!(ending("等着他。（海 澄）", table).is_some());
/// assert!(ending("其中少数民族代表两名（壮族）", table).is_none());
/// for text in ["价格下降。（综　合）", "天亮了。（七、未完）"] {
///     assert!(matches!(ending(text, table), Some((_, Ending::Note))), "{text}");
/// }
/// ```
pub fn ending(text: &str, table: &Table) -> Option<(Range<usize>, Ending)> {
    let tail = text.ceil_char_boundary(text.len().saturating_sub(TAIL));
    ending_by(text, table, table.cues(&text[tail..]))
}

/// No work that closes a text has a longer name, in bytes.
const TAIL: usize = 60;

/// As [`ending`], for a text whose last line has these cues.
pub(crate) fn ending_by(text: &str, table: &Table, cues: Cues) -> Option<(Range<usize>, Ending)> {
    let trimmed = text.trim_end();
    let Some(inner) = trimmed.strip_suffix(CLOSING) else {
        if let Some((range, people)) = western::signature(trimmed, table) {
            return Some((range.start..text.len(), Ending::People(people)));
        }
        return cues
            .has(Cue::Person)
            .then(|| plain_picture_credit(trimmed, text.len(), table))
            .flatten();
    };
    let open = inner.rfind(OPENING)?;
    let after = open + inner[open..].chars().next().map_or(0, char::len_utf8);
    let content = &inner[after..];
    if content.chars().count() > LONGEST {
        return None;
    }
    let start = text[..open].trim_end().len();
    // （综　合）, （七、未完）
    let bare: String = content.chars().filter(|c| !c.is_whitespace()).collect();
    let bare = bare.trim_start_matches(|c| "一二三四五六七八九十、".contains(c));
    if table.source_notes.iter().any(|&note| {
        bare.starts_with(note)
            && (note.chars().count() > 1 || bare == note || note == table.source_notes[0])
    }) || lead_end(content, table) == Some(content.len())
    {
        // （本报蒙德拉6月7日电）
        return Some((start..text.len(), Ending::Note));
    }
    let mut parties = people(content, table)
        .or_else(|| from_unit(content, table))
        .or_else(|| pen_name(content, table))?;
    // After a sentence a bare word of two characters may be a remark: …（笑声）, （壮族）.
    let told = parties.iter().any(|party| party.told);
    let closed =
        text[..start].ends_with(['。', '！', '？', '”', '…', '』', '」', '、', '.', '!', '?']);
    if !told && !closed && start > 0 {
        return None;
    }
    for party in &mut parties {
        party.range = party.range.start + after..party.range.end + after;
    }
    Some((start..text.len(), Ending::People(parties)))
}

/// What stands within the bracket that the text is, 柴胡 of （柴胡）, or all of it.
pub(crate) fn unbracketed(text: &str) -> Range<usize> {
    let inner = text.strip_prefix(OPENING).and_then(|text| text.strip_suffix(CLOSING));
    inner.filter(|inner| !inner.contains(OPENING)).map_or(0..text.len(), |inner| {
        let start = text.find(inner).unwrap_or(0);
        start..start + inner.len()
    })
}

/// 图为客商在合影。新华社记者  卢汉欣摄; …默哀。 王硕 摄
fn plain_picture_credit(text: &str, end: usize, table: &Table) -> Option<(Range<usize>, Ending)> {
    table.works.iter().find(|&&(name, _)| text.ends_with(name))?;
    let sentence = text.rfind(['。', '！', '？'])?;
    let after = sentence + '。'.len_utf8();
    let content = text[after..].trim_start();
    let start = text.len() - content.len();
    if content.is_empty() || content.chars().count() > LONGEST {
        return None;
    }
    let mut parties = people(content, table).or_else(|| from_unit(content, table))?;
    if !parties.iter().any(|party| party.told) {
        return None;
    }
    for party in &mut parties {
        party.range = party.range.start + start..party.range.end + start;
    }
    Some((after..end, Ending::People(parties)))
}

//! People as Western papers name them: By JOHN SMITH, Von unserem Redakteur Peter Maier, Photo by Ann Lee,
//! (Silke Lange), Anna Vogel, Köln.

use super::people::Party;
use crate::document::CreditRole;
use crate::language::Table;
use std::ops::Range;

/// More people than this are a list, not a byline.
const MOST: usize = 8;
/// A longer line names nobody alone.
const LONGEST: usize = 120;

/// Reads all of `text` as people, by the forms of the table: the groups `people` and `photo` hold names.
pub(super) fn people(text: &str, table: &Table) -> Option<Vec<Party>> {
    if text.len() > LONGEST
        || !text.starts_with(|c: char| c.is_uppercase() || "(bvp—–-".contains(c))
    {
        return None;
    }
    table.bylines.iter().find_map(|form| {
        let found = form.pattern.captures(text)?;
        let mut parties = Vec::new();
        for (group, role) in [("people", form.role), ("photo", CreditRole::Photo)] {
            let Some(named) = found.name(group) else { continue };
            let names = names(named.as_str(), table)?;
            parties.push(Party { role, told: form.told, names, range: 0..text.len() });
        }
        (!parties.is_empty()).then_some(parties)
    })
}

/// What closes `text` and names people: — Jane Doe after the last sentence.
pub(super) fn signature(text: &str, table: &Table) -> Option<(Range<usize>, Vec<Party>)> {
    let from = text.ceil_char_boundary(text.len().saturating_sub(LONGEST));
    let found = table.signature.as_ref()?.captures(&text[from..])?;
    let (sign, named) = (found.name("sign")?, found.name("people")?);
    let names = names(named.as_str(), table)?;
    let range = sign.start() + from..text.len();
    let told = Party { role: CreditRole::Author, told: true, names, range: range.clone() };
    Some((range, vec![told]))
}

/// The names in Amy Lee, Jo Fox and Max Roe.
fn names(list: &str, table: &Table) -> Option<Vec<String>> {
    let mut out: Vec<String> = vec![String::new()];
    for word in list.split_whitespace() {
        let bare = word.trim_end_matches([',', ';']);
        let joins = table.and.contains(&bare.to_lowercase().as_str());
        if !joins && !bare.is_empty() {
            let last = out.last_mut()?;
            if !last.is_empty() {
                last.push(' ');
            }
            *last += bare;
        }
        if joins || bare.len() < word.len() {
            out.push(String::new());
        }
    }
    // Margaret Taylor, Staff Writer: what she is, is no name.
    for name in &mut out {
        while let Some((rest, _)) = split_last(name).filter(|(_, last)| is_title(last, table)) {
            *name = rest.to_owned();
        }
    }
    out.retain(|name| !name.is_empty());
    (!out.is_empty() && out.len() <= MOST).then_some(out)
}

fn split_last(name: &str) -> Option<(&str, &str)> {
    (!name.is_empty()).then(|| name.rsplit_once(' ').unwrap_or(("", name)))
}

/// Whether `text` says nothing but what somebody is: Staff Writer.
pub(super) fn is_title(text: &str, table: &Table) -> bool {
    let known = |word: &str| table.titles.iter().any(|(title, _)| title.eq_ignore_ascii_case(word));
    !table.bylines.is_empty() && text.split_whitespace().all(known)
}

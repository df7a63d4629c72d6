//! Furniture: folios, the people who made the page, addresses, adverts.

use crate::document::FurnitureKind;
use crate::language::{Cue, Cues, Table};

/// What kind of furniture a line or a block is by its words alone.
///
/// # Examples
///
/// ```
/// use tearsheet::{FurnitureKind, Language, form::furniture, language::Table};
/// let table = Table::of(Language::SimplifiedChinese);
/// let kind = |text| furniture(text, table);
/// assert_eq!(kind("2023年4月20日 星期四"), Some(FurnitureKind::Folio));
/// assert_eq!(kind("责任编辑：白生"), Some(FurnitureKind::Staff));
/// assert_eq!(kind("本报地址：滨河大街18号 邮编：016000"), Some(FurnitureKind::Imprint));
/// assert_eq!(kind("春天来到了黄河岸边"), None);
/// ```
pub fn furniture(text: &str, table: &Table) -> Option<FurnitureKind> {
    furniture_by(text, table, table.cues(text))
}

/// As [`furniture`], for a text whose cues are known.
pub(crate) fn furniture_by(text: &str, table: &Table, cues: Cues) -> Option<FurnitureKind> {
    if table.folio.is_match(text) {
        Some(FurnitureKind::Folio)
    } else if table.staff.is_match(text) {
        Some(FurnitureKind::Staff)
    } else if table.imprint.is_match(text) {
        Some(FurnitureKind::Imprint)
    } else if cues.has(Cue::Advert) {
        Some(FurnitureKind::Advert)
    } else {
        None
    }
}

//! Stray spaces: extractors put them beside digits, marks and wherever a line was spread; others are
//! real and stay. 近 30人次 → 近30人次, but “四有组工 乌海先锋”.

use super::{Glyph, Stretch};
use crate::document::{Repair, RepairKind};
use crate::line::{Class, is_han};

/// Takes stray spaces out of a paragraph; changes are added to `repairs`.
///
/// Spaces between Latin words stay. Between Han characters a space stays inside quotes, where both
/// parts have two characters or more. Closing up a second time changes nothing. An ideographic space between Han characters stays: old print sets it on purpose.
///
/// # Examples
///
/// ```
/// use tearsheet::{line::lines, mend::{Hyphens, close_up, join}};
/// let close = |text: &str| {
///     let mut repairs = Vec::new();
///     let mut joined = join(text, &lines(text).lines, &Hyphens::default(), &mut repairs);
///     close_up(&mut joined, &mut repairs);
///     joined.text()
/// };
/// assert_eq!(close("慰问困难群众近 30人次"), "慰问困难群众近30人次");
/// assert_eq!(close("推动“四有组工 乌海先锋”品牌"), "推动“四有组工 乌海先锋”品牌");
/// ```
pub fn close_up(stretch: &mut Stretch, repairs: &mut Vec<Repair>) {
    if !stretch.glyphs.iter().any(|glyph| glyph.character.is_whitespace()) {
        return;
    }
    let mut depth = 0_i32;
    let mut keep = Vec::with_capacity(stretch.glyphs.len());
    let glyphs = &stretch.glyphs;
    for (index, glyph) in glyphs.iter().enumerate() {
        if !glyph.character.is_whitespace() {
            match Class::of(glyph.character) {
                Class::OpenQuote => depth += 1,
                Class::CloseQuote => depth -= 1,
                _ => {}
            }
            keep.push(true);
            continue;
        }
        let stays = index > 0 && index + 1 < glyphs.len() && stays(glyphs, index, depth > 0);
        if !stays && !glyph.source.is_empty() {
            repairs.push(Repair {
                kind: RepairKind::Space,
                source: glyph.source,
                text: String::new(),
                certainty: None,
            });
        }
        keep.push(stays);
    }
    let mut keep = keep.into_iter();
    stretch.glyphs.retain(|_| keep.next().unwrap_or(true));
}

fn stays(glyphs: &[Glyph], space: usize, quoted: bool) -> bool {
    let (before, after) = (glyphs[space - 1].character, glyphs[space + 1].character);
    if !(is_han(before) && is_han(after)) {
        let western = |c: char| c.is_ascii_alphanumeric() || Class::of(c) == Class::Latin;
        let closes = |c: char| c.is_ascii_punctuation() && !matches!(c, '(' | '[' | '"' | '\'');
        let opens = |c: char| matches!(c, '(' | '[' | '"' | '\'' | '&');
        return (western(before) || closes(before))
            && (western(after) || opens(after))
            && (before.is_alphabetic() || after.is_alphabetic());
    }
    if glyphs[space].character == '\u{3000}' {
        return true;
    }
    let han = |glyph: &&Glyph| is_han(glyph.character);
    let left = glyphs[..space].iter().rev().take(2).take_while(han).count();
    let right = glyphs[space + 1..].iter().take(2).take_while(han).count();
    quoted && left == 2 && right == 2
}

/// The span of nothing at `at`.
#[cfg(test)]
const fn nowhere(at: usize) -> crate::document::Span {
    crate::document::Span::new(at, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(text: &str) -> String {
        let glyph = |(at, character): (usize, char)| Glyph { character, source: nowhere(at) };
        let mut stretch = Stretch { glyphs: text.char_indices().map(glyph).collect() };
        close_up(&mut stretch, &mut Vec::new());
        stretch.text()
    }

    #[test]
    fn tells_stray_spaces_from_real_ones() {
        for (text, want) in [
            ("1998年仍持乐观态度 。 他说", "1998年仍持乐观态度。他说"),
            ("增长6· 1%到 7· 5%", "增长6·1%到7·5%"),
            ("唱响感党恩 听党话 跟党走的主旋律", "唱响感党恩听党话跟党走的主旋律"),
            ("排查 2 次，风险点 37个", "排查2次，风险点37个"),
            ("参加 World Cup 的队伍", "参加World Cup的队伍"),
            ("自 已的意见", "自已的意见"),
            ("在 iPhone 15 上", "在iPhone 15上"),
        ] {
            assert_eq!(close(text), want);
        }
    }
}

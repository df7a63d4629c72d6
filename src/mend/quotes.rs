//! Quotes and brackets: joined lines make torn ones whole; one without its other half is reported,
//! never invented.

use crate::line::Class;

/// A closing quote is sought among so many open ones: nobody nests deeper, and hostile input must not
/// make the search grow.
const REACH: usize = 16;

/// Byte offsets of the quotes and brackets in `texts` that have no other half, as pairs of the text's
/// index and the offset in it.
///
/// The texts are paragraphs of one article: a quotation may run over several, and a quotation mark
/// that opens each of them again is no fault.
///
/// # Examples
///
/// ```
/// use tearsheet::mend::unpaired;
/// assert_eq!(unpaired(["“善谋者行远，实干者乃成。”"]), []);
/// assert_eq!(unpaired(["他说：“第一，要快。", "“第二，要好。”"]), []);
/// assert_eq!(unpaired(["一个）括号"]), [(0, 6)]);
/// ```
pub fn unpaired<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<(usize, usize)> {
    let mut open: Vec<(char, usize, usize)> = Vec::new();
    let mut out = Vec::new();
    for (index, text) in texts.into_iter().enumerate() {
        for (at, character) in text.char_indices() {
            match Class::of(character) {
                Class::OpenQuote | Class::OpenBracket => {
                    // A quotation that runs on opens each paragraph again.
                    if at == 0 && open.last().is_some_and(|&(other, ..)| other == character) {
                        open.pop();
                    }
                    open.push((character, index, at));
                }
                Class::CloseQuote | Class::CloseBracket => {
                    let near = open.len().saturating_sub(REACH);
                    let half =
                        open[near..].iter().rposition(|&(other, ..)| closes(other, character));
                    match half {
                        Some(place) => {
                            let place = near + place;
                            out.extend(open.drain(place..).skip(1).map(|(_, text, at)| (text, at)));
                        }
                        // A list: 1) and a） open nothing.
                        None if text[..at]
                            .chars()
                            .next_back()
                            .is_some_and(|c| c.is_ascii_alphanumeric()) => {}
                        None => out.push((index, at)),
                    }
                }
                _ => {}
            }
        }
    }
    out.extend(open.into_iter().map(|(_, text, at)| (text, at)));
    out.sort_unstable();
    out
}

fn closes(open: char, close: char) -> bool {
    match open {
        '“' => close == '”',
        '‘' => close == '’',
        '「' => close == '」',
        '『' => close == '』',
        '《' => close == '》',
        '〈' => close == '〉',
        '（' | '(' => matches!(close, '）' | ')'),
        '【' => close == '】',
        '〔' => close == '〕',
        '［' | '[' => matches!(close, '］' | ']'),
        '„' => matches!(close, '“' | '”'),
        '«' => close == '»',
        '{' | '｛' => matches!(close, '}' | '｝'),
        _ => Class::of(close) == Class::CloseQuote,
    }
}

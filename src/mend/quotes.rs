//! Quotes and brackets: joined lines make torn ones whole; one without its other half is reported,
//! never invented.

use crate::document::Span;
use crate::line::{Class, Line};

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
/// assert_eq!(unpaired(["„Ja“, sagte er. »Nein.«"]), []);
/// assert_eq!(unpaired(["一个）括号"]), [(0, 6)]);
/// ```
pub fn unpaired<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<(usize, usize)> {
    let mut open: Vec<(char, usize, usize)> = Vec::new();
    let mut out = Vec::new();
    for (index, text) in texts.into_iter().enumerate() {
        for (at, character) in text.char_indices() {
            match class(character, open.last().map(|&(other, ..)| other)) {
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

/// The class of `character` after the quote or bracket that is open: German sets „so“ and »so«.
fn class(character: char, open: Option<char>) -> Class {
    match (open, character) {
        (Some('„'), '“') | (Some('»'), '«') => Class::CloseQuote,
        (open, '»') if open != Some('«') => Class::OpenQuote,
        _ => Class::of(character),
    }
}

/// The quotes that old print repeats at the start of each line of a quotation, in order: they open nothing. The first
/// line of a paragraph keeps its own.
///
/// Two lines in a row must show that the paper does so; one alone may be a new quotation where the end of the last
/// was lost.
pub(super) fn repeated(text: &str, lines: &[&Line]) -> Vec<Span> {
    let begins = |line: &&Line| mark(&text[line.span.range()]).is_some();
    if !lines.windows(2).any(|two| two.iter().all(begins)) {
        return Vec::new();
    }
    let mut open: Option<char> = None;
    let mut found: Vec<Option<Span>> = Vec::with_capacity(lines.len());
    for line in lines {
        let content = &text[line.span.range()];
        let first = mark(content).filter(|&(mark, length)| {
            open == Some(mark) && content[length..].starts_with(char::is_alphanumeric)
        });
        let length = first.map_or(0, |(_, length)| length);
        found.push(first.map(|_| Span::new(line.span.start, line.span.start + length)));
        let mut at = length;
        while let Some(character) = content[at..].chars().next() {
            let (mark, length) = mark(&content[at..]).unwrap_or((character, character.len_utf8()));
            at += length;
            open = match open {
                Some(other) if ends(other, mark) => None,
                None if "\"“„«»".contains(mark) => Some(mark),
                open => open,
            };
        }
    }
    let shown = found.windows(2).any(|two| two.iter().all(Option::is_some));
    if shown { found.into_iter().flatten().collect() } else { Vec::new() }
}

/// The quote that `text` begins with, and its length; one set as two commas or apostrophes is what it stands for.
fn mark(text: &str) -> Option<(char, usize)> {
    let first = text.chars().next()?;
    match first {
        ',' if text.starts_with(",,") => Some(('„', 2)),
        '\'' if text.starts_with("''") => Some(('"', 2)),
        '"' | '“' | '„' | '«' | '»' => Some((first, first.len_utf8())),
        _ => None,
    }
}

/// Whether `close` ends a quotation that `open` began.
fn ends(open: char, close: char) -> bool {
    match open {
        '"' => close == '"',
        '„' => matches!(close, '“' | '”' | '"'),
        _ => closes(open, close),
    }
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
        '»' => close == '«',
        '{' | '｛' => matches!(close, '}' | '｝'),
        _ => Class::of(close) == Class::CloseQuote,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[track_caller]
    fn taken_out(text: &str) -> usize {
        let found = lines(text).lines;
        repeated(text, &found.iter().collect::<Vec<_>>()).len()
    }

    #[test]
    fn a_quote_is_repeated_only_while_one_is_open() {
        assert_eq!(taken_out("He said: \"The bill\n\"will pass before\n\"the week is out.\""), 2);
        assert_eq!(taken_out("Er sagte: „Das Geſetz\n„wird noch dieſe\n„Woche fertig“."), 2);
        assert_eq!(taken_out("He said: ,,The bill\n,,will pass before\n,,the week is out.''"), 2);
        assert_eq!(taken_out("\"Yes,\" he said.\n\"No,\" she said.\n\"Perhaps,\" they said."), 0);
        assert_eq!(taken_out("\"The bill\n\"will pass."), 0);
    }
}

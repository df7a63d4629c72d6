//! Lines and their facts, found once, in one pass over the text.
//!
//! A [`Line`] is a line of the source that holds something to read; blank lines are counted on the
//! line after them. Widths are in half ems: a Chinese character is 2 wide, a digit or a Latin letter 1.

mod character;
mod cut;
mod face;
mod gaps;
mod links;
mod measure;
mod rows;
mod words;
mod woven;

pub(crate) use character::is_unified;
pub use character::{Class, is_han, is_invisible};
pub use cut::cut;
pub(crate) use face::{SPACE, em_width, set_width};
use gaps::adjoin;
pub(crate) use gaps::{joined, pieces};
pub use measure::{Fill, Measure, measure};
pub use rows::rejoin;
pub(crate) use words::{Numbers, WordPlaces, Words, hash, worth};
pub use woven::{Unwoven, unweave};

use crate::document::Span;

/// The lines of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    /// Lines with something to read, in order.
    pub lines: Vec<Line>,
    /// All lines of the source, blank ones among them.
    pub count: usize,
    /// Pages of the source: one more than its form feeds, a last empty page not counted.
    pub pages: usize,
}

/// How the characters of a line are spaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Spacing {
    /// Chinese characters stand side by side.
    Solid,
    /// Some Chinese characters are parted by a space: 四有组工 乌海先锋.
    Gapped,
    /// Nearly all are, which says nothing: 好 不 好 ，必 须 以 推 动.
    Letterspaced,
    /// Western letters are spaced out, and the gaps between words are no wider: T h e f o l l o w i n g y e a r. Only a list
    /// of words tells where one ends.
    Unparted,
}

impl Spacing {
    /// Whether spaces stand between letters, where they say nothing.
    pub(crate) const fn parts_letters(self) -> bool {
        matches!(self, Self::Letterspaced | Self::Unparted)
    }
}

/// The facts of one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its place in the source, without the white space and control characters around it.
    pub span: Span,
    /// The page it stands on, the first being 1.
    pub page: usize,
    /// Its number in the source, blank lines counted, the first being 1.
    pub number: usize,
    /// Blank lines before it on its page.
    pub blanks: usize,
    /// White space before it, in half ems.
    pub indent: usize,
    /// Its width in half ems, the spaces of letter-spacing left out.
    pub width: usize,
    /// Characters that are no space.
    pub glyphs: usize,
    /// Han characters among them.
    pub han: usize,
    /// Digits among them.
    pub digits: usize,
    /// Latin letters among them.
    pub latin: usize,
    /// Marks of punctuation among them.
    pub marks: usize,
    /// Sentence ends and pauses among them.
    pub stops: usize,
    /// What it begins with.
    pub first: Class,
    /// What it ends with; closing quotes after a sentence end count as the sentence end.
    pub last: Class,
    /// How it is spaced.
    pub spacing: Spacing,
    /// Brackets and quotes opened in it less those closed.
    pub opened: i32,
}

/// Finds the lines of `text` and their facts. Lines end at LF, CR, CRLF, U+2028, U+2029 and form feed; a form
/// feed begins a page as well.
///
/// # Examples
///
/// ```
/// let lines = tearsheet::line::lines("市政府昨日\r\n\r\n　　召开会议。");
/// assert_eq!((lines.lines.len(), lines.count), (2, 3));
/// assert_eq!((lines.lines[1].blanks, lines.lines[1].indent), (1, 4));
/// assert_eq!(lines.lines[1].width, 10);
/// ```
pub fn lines(text: &str) -> Lines {
    let mut out = Lines { lines: Vec::with_capacity(about(text)), count: 0, pages: 1 };
    let (mut page, mut blanks, mut start) = (1, 0, 0);
    let bytes = text.as_bytes();
    while start < text.len() {
        let end = line_end(bytes, start);
        let feed = bytes.get(end) == Some(&b'\x0c');
        let next = end + break_length(&bytes[end..]);
        // A form feed that ends no line of its own only parts two pages.
        let counted = !feed || end > start;
        out.count += usize::from(counted);
        match facts(text, start, end) {
            Some(mut line) => {
                (line.page, line.number, line.blanks) = (page, out.count, blanks);
                out.pages = page;
                out.lines.push(line);
                blanks = 0;
            }
            None => blanks += usize::from(counted),
        }
        if feed {
            page += 1;
            blanks = 0;
        }
        start = next;
    }
    out
}

/// How many lines `text` has with something to read, or nearly so: a list that grows as it goes takes three times the memory.
fn about(text: &str) -> usize {
    let bytes = text.as_bytes();
    let ends = |(&last, &end): (&u8, &u8)| last > b' ' && matches!(end, b'\n' | b'\r' | b'\x0c');
    1 + bytes.iter().zip(bytes.iter().skip(1)).filter(|&two| ends(two)).count()
}

/// The end of the line that begins at byte `start`.
fn line_end(bytes: &[u8], start: usize) -> usize {
    let ends = |&(at, byte): &(usize, u8)| match byte {
        b'\n' | b'\r' | b'\x0c' => true,
        // The first byte of U+2028 and U+2029, and of many a quote.
        0xe2 => break_length(&bytes[at..]) > 0,
        _ => false,
    };
    let rest = bytes.iter().copied().enumerate().skip(start);
    rest.into_iter().find(ends).map_or(bytes.len(), |(at, _)| at)
}

/// The length of the line break that these bytes begin with, if they do.
fn break_length(bytes: &[u8]) -> usize {
    match bytes {
        [b'\r', b'\n', ..] => 2,
        [b'\n' | b'\r' | b'\x0c', ..] => 1,
        [0xe2, 0x80, 0xa8 | 0xa9, ..] => 3,
        _ => 0,
    }
}

/// Whether a line ends with the character: see [`lines`].
pub(crate) const fn ends_line(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{c}' | '\u{2028}' | '\u{2029}')
}

/// So many single letters in a row are no abbreviation.
const LETTERS_ALONE: usize = 4;

/// With fewer gaps than this, none wider than the others, they are taken for one word: S P O R T.
const ONE_WORD: usize = 10;

/// The facts of the line from byte `start` to `end`; `None` where nothing is to be read there.
fn facts(text: &str, start: usize, end: usize) -> Option<Line> {
    let whole = &text[start..end];
    let unread = |c: char| c.is_whitespace() || is_invisible(c);
    let content = whole.trim_matches(unread);
    if content.is_empty() {
        return None;
    }
    let lead = &whole[..whole.len() - whole.trim_start_matches(unread).len()];
    let at = start + lead.len();
    let mut line = Line {
        span: Span::new(at, at + content.len()),
        page: 0,
        number: 0,
        blanks: 0,
        indent: lead.chars().map(character::width).sum(),
        width: 0,
        glyphs: 0,
        han: 0,
        digits: 0,
        latin: 0,
        marks: 0,
        stops: 0,
        first: Class::Other,
        last: Class::Other,
        spacing: Spacing::Solid,
        opened: 0,
    };
    let (mut gaps, mut touching, mut spaces) = (0, 0, 0);
    // Western letters that stand alone, and those that touch another.
    let (mut alone, mut joined, mut wide) = (0_usize, 0_usize, false);
    // Whether a sentence of Western type ended right before, quotes counted in.
    let mut stopped = false;
    // The class of the last glyph and whether white space followed it.
    let mut before: Option<(Class, bool)> = None;
    // Whether ’ stands right behind a Western letter: between two it is no quote.
    let mut apostrophe = false;
    for character in content.chars() {
        if is_invisible(character) {
            continue;
        }
        if character.is_whitespace() {
            spaces += character::width(character);
            stopped = false;
            if let Some((_, spaced)) = &mut before {
                wide |= *spaced;
                *spaced = true;
            }
            continue;
        }
        // Nearly all characters of a Chinese line, and the same as below in fewer steps.
        if is_unified(character) {
            match before {
                None => line.first = Class::Han,
                Some((Class::Han, true)) => gaps += 1,
                Some((Class::Han, false)) => touching += 1,
                Some(_) => {}
            }
            line.glyphs += 1;
            line.han += 1;
            line.width += character::width(character);
            line.last = Class::Han;
            stopped = false;
            before = Some((Class::Han, false));
            continue;
        }
        let class = Class::of(character);
        line.glyphs += 1;
        line.width += character::width(character);
        match class {
            Class::Han => line.han += 1,
            Class::Digit => line.digits += 1,
            Class::Latin => line.latin += 1,
            Class::Other => {}
            _ => line.marks += 1,
        }
        match class {
            Class::SentenceEnd | Class::Pause => line.stops += 1,
            Class::OpenQuote | Class::OpenBracket => line.opened += 1,
            Class::CloseQuote | Class::CloseBracket => line.opened -= 1,
            Class::Latin if apostrophe && before == Some((Class::CloseQuote, false)) => {
                line.opened += 1;
            }
            _ => {}
        }
        apostrophe = character == '’' && matches!(before, Some((Class::Latin, false)));
        match before {
            None => line.first = class,
            Some((was, spaced)) => {
                if class == Class::Latin && was == Class::Latin {
                    if spaced { alone += 1 } else { joined += 1 }
                }
                if class == Class::Han && was == Class::Han {
                    if spaced { gaps += 1 } else { touching += 1 }
                }
            }
        }
        let closes = match class {
            Class::CloseQuote | Class::CloseBracket => true,
            // he said." and er sei da.“ end a sentence, 他说。“ begins a quotation.
            _ => stopped && matches!(character, '"' | '\'' | '“' | '‘' | '«'),
        };
        if !(closes && line.last == Class::SentenceEnd) {
            line.last = class;
        }
        stopped = matches!(character, '.' | '!' | '?') || stopped && closes;
        before = Some((class, false));
    }
    // 好 不 好 ，必 须 以 推 动 高 质 量 发 of the Wuhai page: 13 gaps, none touching.
    if gaps > 0 {
        line.spacing = if touching * 4 <= gaps { Spacing::Letterspaced } else { Spacing::Gapped };
    }
    // T e s t i n o , "   s a i d   R C A: words are parted by wider gaps.
    if alone > LETTERS_ALONE && joined * 4 <= alone {
        let parted = wide || alone < ONE_WORD;
        line.spacing = if parted { Spacing::Letterspaced } else { Spacing::Unparted };
    }
    if !line.spacing.parts_letters() {
        line.width += spaces;
    }
    Some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_and_pages() {
        let found = lines("一\n\n二\r三\u{c}四\n\u{c}");
        let pages: Vec<_> = found.lines.iter().map(|l| (l.number, l.page, l.blanks)).collect();
        assert_eq!(pages, [(1, 1, 0), (3, 1, 1), (4, 1, 0), (5, 2, 0)]);
        assert_eq!((found.count, found.pages), (5, 2));
    }

    #[test]
    fn tells_letterspacing_from_gaps() {
        let spacing = |text| lines(text).lines[0].spacing;
        assert_eq!(spacing("好 不 好 ，必 须 以 推 动 高 质 量 发"), Spacing::Letterspaced);
        assert_eq!(spacing("着力推动“四有组工 乌海先锋”机"), Spacing::Gapped);
        assert_eq!(spacing("近 30人次"), Spacing::Solid);
    }

    #[test]
    fn sees_a_sentence_end_within_closing_quotes() {
        assert_eq!(lines("“实干者乃成。”").lines[0].last, Class::SentenceEnd);
        assert_eq!(lines("（黄建飞）").lines[0].last, Class::CloseBracket);
        for ended in ["he said.\"", "er sei da.“", "“Non!’”"] {
            assert_eq!(lines(ended).lines[0].last, Class::SentenceEnd, "{ended}");
        }
        for open in ["他说。“", "the end. \"", "dit-il: «"] {
            assert_ne!(lines(open).lines[0].last, Class::SentenceEnd, "{open}");
        }
    }

    #[test]
    fn an_apostrophe_closes_no_quote() {
        let opened = |text| lines(text).lines[0].opened;
        assert_eq!(opened("“It’s late and we don’t"), 1);
        assert_eq!(opened("“It is late,’ he said’"), -1);
        assert_eq!(opened("d’un ‘mot’"), 0);
    }
}

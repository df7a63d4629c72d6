//! Joining: the lines of a paragraph become one text.
//!
//! Where the language parts words by spaces, a line end stands for one, if no hyphen and no torn word says otherwise. In
//! Chinese it stands for nothing, but between two words in other letters.

use super::quotes::repeated;
use super::{Decision, Glyph, Hyphens, OldPrint, Stretch, ligature, modern, unify};
use crate::document::{Confidence, Repair, RepairKind, Span};
use crate::line::{Line, Spacing, is_han, is_invisible, is_unified};
use std::borrow::Cow;

/// Joins the lines of a paragraph. White space inside the lines stays, but for letter-spacing.
///
/// `text` is the decoded source that `lines` are of; changes are added to `repairs`.
///
/// # Examples
///
/// ```
/// use tearsheet::{line::lines, mend::{Hyphens, join}};
/// let text = "主题教育抓得实不实、效果\n好 不 好 ，必 须 以 推 动";
/// let found = lines(text).lines;
/// let mut repairs = Vec::new();
/// let joined = join(text, &found, &Hyphens::default(), &mut repairs);
/// assert_eq!(joined.text(), "主题教育抓得实不实、效果好不好，必须以推动");
/// assert_eq!(repairs[0].text, "好不好，必须以推动");
/// ```
pub fn join<'a>(
    text: &str,
    lines: impl IntoIterator<Item = &'a Line>,
    hyphens: &Hyphens<'_>,
    repairs: &mut Vec<Repair>,
) -> Stretch {
    let mut out = Stretch::default();
    let lines: Vec<&Line> = lines.into_iter().collect();
    let quotes = if hyphens.spaced() { repeated(text, &lines) } else { Vec::new() };
    let mut quotes = quotes.into_iter().peekable();
    let mut before: Option<&Line> = None;
    for line in lines {
        let quote = quotes.next_if(|quote| quote.start == line.span.start);
        if let Some(before) = before {
            let between = Span::new(before.span.end, line.span.start);
            let (above, below) = (shown(text, before, hyphens), shown(text, line, hyphens));
            if let Some(decided) = hyphens.decide(&above, &below) {
                end_torn_line(decided, line, &mut out, repairs);
            } else if let Some(certainty) = hyphens.lost(&above, &below) {
                repairs.extend(put_together(text, before, certainty));
            } else {
                let last = out.glyphs.last().map_or(' ', |glyph| glyph.character);
                let first =
                    text[line.span.range()].chars().find(|&c| !is_invisible(c)).unwrap_or(' ');
                if hyphens.spaced() || word(last) && word(first) {
                    out.glyphs.push(space_before(line));
                }
            }
            if line.blanks > 0 && blank(text, between) {
                let spaced = out.glyphs.last().is_some_and(|glyph| glyph.character == ' ');
                repairs.push(Repair {
                    kind: RepairKind::Blank,
                    source: between,
                    text: if spaced { " ".to_owned() } else { String::new() },
                    certainty: None,
                });
            }
        }
        if let Some(source) = quote {
            let text = String::new();
            repairs.push(Repair { kind: RepairKind::Quote, source, text, certainty: None });
        }
        let from = quote.map_or(line.span.start, |quote| quote.end);
        push_line(text, line, from, hyphens, &mut out, repairs);
        before = Some(line);
    }
    out
}

/// Joins the printed lines of a head by one space.
///
/// # Examples
///
/// ```
/// use tearsheet::{line::lines, mend::{Hyphens, join_head}};
/// let text = "巧用“加减乘除”工作法\n答好基层社会治理“综合卷”";
/// let head = join_head(text, &lines(text).lines, &Hyphens::default(), &mut Vec::new());
/// assert_eq!(head.text(), "巧用“加减乘除”工作法 答好基层社会治理“综合卷”");
/// ```
pub fn join_head<'a>(
    text: &str,
    lines: impl IntoIterator<Item = &'a Line>,
    hyphens: &Hyphens<'_>,
    repairs: &mut Vec<Repair>,
) -> Stretch {
    let mut out = Stretch::default();
    let mut before: Option<&Line> = None;
    for line in lines {
        if let Some(before) = before {
            let (above, below) = (shown(text, before, hyphens), shown(text, line, hyphens));
            if let Some(decided) = hyphens.decide(&above, &below) {
                end_torn_line(decided, line, &mut out, repairs);
            } else if let Some(certainty) = hyphens.lost(&above, &below) {
                repairs.extend(put_together(text, before, certainty));
            } else {
                out.glyphs.push(space_before(line));
            }
        }
        push_line(text, line, line.span.start, hyphens, &mut out, repairs);
        before = Some(line);
    }
    out
}

/// Carries out what was decided on the hyphen that ends the line before `line`.
fn end_torn_line(
    (decision, certainty): (Decision, Confidence),
    line: &Line,
    out: &mut Stretch,
    repairs: &mut Vec<Repair>,
) {
    let Some(mut hyphen) = out.glyphs.last().copied() else { return };
    // ⸗ that became - has one repair, which says what became of it in the end.
    repairs.pop_if(|repair| repair.source == hyphen.source);
    let mut kept = hyphen.character.to_string();
    match decision {
        Decision::Drop => {
            out.glyphs.pop();
            kept.clear();
        }
        Decision::DropBecomeC => {
            out.glyphs.pop();
            kept.clear();
            if let Some(k) = out.glyphs.last_mut() {
                k.character = if k.character.is_uppercase() { 'C' } else { 'c' };
                repairs.push(Repair {
                    kind: RepairKind::Unify,
                    source: k.source,
                    text: k.character.to_string(),
                    certainty: Some(certainty),
                });
            }
        }
        Decision::DropThird => {
            out.glyphs.pop();
            kept.clear();
            // The letter before it goes with the hyphen.
            if let Some(letter) = out.glyphs.pop() {
                hyphen.source.start = letter.source.start;
            }
        }
        Decision::Keep => {}
        Decision::Apart => {
            out.glyphs.push(space_before(line));
            kept.push(' ');
        }
    }
    repairs.push(Repair {
        kind: RepairKind::Hyphen,
        source: hyphen.source,
        text: kept,
        certainty: Some(certainty),
    });
}

/// A word was put together over the end of `line`, which has no hyphen: what is blank there is gone. Other texts may stand
/// between it and the rest of the word; behind the last line of a source nothing may.
fn put_together(text: &str, line: &Line, certainty: Confidence) -> Option<Repair> {
    let behind = &text[line.span.end..];
    let blank = behind.len() - behind.trim_start().len();
    let source = Span::new(line.span.end, line.span.end + blank);
    let text = String::new();
    let repair = Repair { kind: RepairKind::Hyphen, source, text, certainty: Some(certainty) };
    (blank > 0).then_some(repair)
}

/// The line as it is read: G r u n d g e b ü h - ends with a hyphen and a word before it.
fn shown<'a>(text: &'a str, line: &Line, hyphens: &Hyphens<'_>) -> Cow<'a, str> {
    let content = &text[line.span.range()];
    match letterspaced(content, line.spacing, hyphens) {
        Some(words) => Cow::Owned(words.join(" ")),
        None => Cow::Borrowed(content),
    }
}

/// The words of a line whose letters stand apart, where it is known how they are parted.
fn letterspaced(content: &str, spacing: Spacing, hyphens: &Hyphens<'_>) -> Option<Vec<String>> {
    if !spacing.parts_letters() {
        return None;
    }
    // 牢 记 嘱 托  感 恩 奋 进: a gap wider than the others is a real one.
    let mut words = vec![String::new()];
    let mut blanks = 0;
    for character in content.chars().filter(|&c| !is_invisible(c)) {
        if character.is_whitespace() {
            blanks += 1;
            continue;
        }
        if std::mem::take(&mut blanks) > 1 {
            words.push(String::new());
        }
        words.last_mut()?.push(character);
    }
    if words.len() == 1
        && hyphens.spaced()
        && let Some(parted) = hyphens.parted(&words[0])
    {
        return Some(parted);
    }
    (spacing == Spacing::Letterspaced).then_some(words)
}

fn space_before(line: &Line) -> Glyph {
    Glyph { character: ' ', source: Span::new(line.span.start, line.span.start) }
}

/// Whether nothing stands at `span`, so that a blank line alone parted the lines.
fn blank(text: &str, span: Span) -> bool {
    text.get(span.range())
        .is_some_and(|between| between.chars().all(|c| c.is_whitespace() || is_invisible(c)))
}

/// Whether two such characters at a line end and a line start are two words.
fn word(character: char) -> bool {
    !is_han(character) && character.is_alphabetic()
}

/// Adds the characters of a line from byte `from` on: forms unified, letter-spacing closed up, runs of white
/// space made one space.
fn push_line(
    text: &str,
    line: &Line,
    from: usize,
    hyphens: &Hyphens<'_>,
    out: &mut Stretch,
    repairs: &mut Vec<Repair>,
) {
    let content = &text[from..line.span.end];
    let words = letterspaced(content, line.spacing, hyphens);
    let letterspaced = words.is_some();
    // After how many characters each word of a letter-spaced line ends.
    let ends: Vec<usize> = (words.iter().flatten())
        .scan(0, |end, word| {
            *end += word.chars().count();
            Some(*end)
        })
        .collect();
    let mut seen = 0;
    let first = out.glyphs.len();
    out.glyphs.reserve(line.glyphs);
    let mut blank_from = None;
    for (at, character) in content.char_indices() {
        let source = Span::new(from + at, from + at + character.len_utf8());
        // Nearly all characters are neither a gap nor anything to mend.
        let plain = is_unified(character) || character.is_ascii_graphic();
        if plain && blank_from.is_none() {
            seen += 1;
            out.glyphs.push(Glyph { character, source });
            continue;
        }
        if is_invisible(character) {
            continue;
        }
        if character.is_whitespace() {
            blank_from.get_or_insert(at);
            continue;
        }
        if let Some(blank_from) = blank_from.take() {
            let blank = &content[blank_from..at];
            if !letterspaced || ends.binary_search(&seen).is_ok() {
                let space = if blank.contains('\u{3000}') { '\u{3000}' } else { ' ' };
                let source = Span::new(from + blank_from, from + at);
                out.glyphs.push(Glyph { character: space, source });
            }
        }
        seen += 1;
        match mended(character, hyphens.old_print()) {
            None => out.glyphs.push(Glyph { character, source }),
            Some(letters) => {
                out.glyphs.extend(letters.chars().map(|character| Glyph { character, source }));
                repairs.push(Repair {
                    kind: RepairKind::Unify,
                    source,
                    text: letters,
                    certainty: None,
                });
            }
        }
    }
    if letterspaced {
        let text = out.glyphs[first..].iter().map(|glyph| glyph.character).collect();
        repairs.push(Repair {
            kind: RepairKind::Letterspace,
            source: line.span,
            text,
            certainty: None,
        });
    }
}

/// What stands for a character, where that is another: ﬁ is fi, and ſ is s where old print is made modern.
fn mended(character: char, old_print: OldPrint) -> Option<String> {
    if character.is_ascii() {
        return None;
    }
    let letters = ligature(character).map(str::to_owned);
    let letters = letters.or_else(|| unify(character).map(String::from));
    if old_print == OldPrint::Keep {
        return letters;
    }
    let found = letters.clone().unwrap_or_else(|| character.to_string());
    let modern: String = found.chars().map(|one| modern(one).unwrap_or(one)).collect();
    if modern == found { letters } else { Some(modern) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Language;
    use crate::language::Table;
    use crate::line::lines;

    #[track_caller]
    fn joined(language: Language, text: &str, parts: &[usize]) -> (String, Vec<Repair>) {
        let found = lines(text).lines;
        let hyphens = Hyphens::new(text, &found, Table::of(language));
        let mut repairs = Vec::new();
        let parts = parts.iter().map(|&part| &found[part]);
        (join(text, parts, &hyphens, &mut repairs).text(), repairs)
    }

    #[test]
    fn capitals_stay_capitals() {
        let (text, repairs) = joined(Language::German, "FABRIKEN VERKAUFEN ZUK-\nKER", &[0, 1]);
        assert_eq!(text, "FABRIKEN VERKAUFEN ZUCKER");
        assert_eq!(repairs[0].text, "C");
    }

    #[test]
    fn a_word_torn_over_another_text_takes_none_of_it() {
        let text = "the conference\ncame to the con\n\nCOUNCIL VOTES\n\nference";
        let (joined, repairs) = joined(Language::English, text, &[1, 3]);
        assert_eq!(joined, "came to the conference");
        assert_eq!(text[repairs[0].source.range()].trim(), "", "only what is blank goes");
    }

    #[test]
    fn a_blank_line_in_a_paragraph_stands_for_what_its_end_does() {
        let blank = |language, text| joined(language, text, &[0, 1]).1.remove(0).text;
        assert_eq!(blank(Language::English, "the ferry\n\nwent"), " ");
        assert_eq!(blank(Language::SimplifiedChinese, "渡口\n\n启用"), "");
    }
}

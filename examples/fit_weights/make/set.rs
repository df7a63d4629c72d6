//! Setting type: lines are wrapped, and spaces and blank lines put where extractors leave them.

use super::{Block, Chance, Made};
use crate::label::Label;
use tearsheet::read::State;

/// Printed lines and their states.
pub(crate) type Lines = Vec<(String, State)>;

/// What becomes of the indent of a first line.
#[derive(Clone, Copy, PartialEq)]
enum Indent {
    /// The line is two characters shorter.
    Lost,
    /// Two ideographic spaces stand there.
    Kept,
    /// There was none: old print.
    None,
}

/// The manner in which a page is set and read back.
#[derive(Clone)]
pub(crate) struct Manner {
    /// In characters.
    measure: usize,
    indent: Indent,
    /// Percent of line ends that become a blank line: in a paragraph, before one, about heads and headings, and
    /// between blocks.
    within: usize,
    between: usize,
    heads: usize,
    blocks: usize,
    /// Percent of lines about which a blank line stands because they begin with a quote.
    quotes: usize,
    /// Percent of lines that come letter-spaced.
    spread: usize,
    /// Percent of digits with a space beside them.
    digits: usize,
    /// Whether marks that may begin no line hang over the end of the one before.
    hangs: bool,
}

const NO_LINE_START: &str = "，。、；：！？”’）》」』〕】…·";

impl Manner {
    pub(crate) fn new(chance: &mut Chance) -> Self {
        let measure = match chance.below(10) {
            0 => 7 + chance.below(3),
            1 => 21 + chance.below(20),
            _ => 10 + chance.below(12),
        };
        let indent = match (measure, chance.below(10)) {
            (..=9, 0..=6) => Indent::None,
            (_, 0..=4) => Indent::Lost,
            (_, 5..=8) => Indent::Kept,
            _ => Indent::None,
        };
        // As pdfminer and PDFBox leave blank lines, as `pdftotext -raw` leaves none, as leading makes all.
        let (within, between, heads, blocks) = *chance.of(&[
            (0, 0, 0, 0),
            (0, 0, 0, 100),
            (0, 100, 100, 100),
            (4, 60, 90, 100),
            (8, 80, 80, 95),
            (3, 15, 70, 90),
            (100, 100, 100, 100),
        ]);
        let quotes = if within > 0 && within < 100 { 50 } else { 0 };
        let spread = if chance.percent(30) { 1 + chance.below(5) } else { 0 };
        let digits = if chance.percent(30) { 20 + chance.below(60) } else { 0 };
        let hangs = indent != Indent::None || chance.percent(50);
        Self { measure, indent, within, between, heads, blocks, quotes, spread, digits, hangs }
    }

    /// The width of a picture's caption.
    pub(crate) fn wider(&self, chance: &mut Chance) -> Self {
        let measure = self.measure * (10 + chance.below(15)) / 10;
        Self { measure, ..self.clone() }
    }

    pub(crate) fn now_and_then_another(&self, chance: &mut Chance) -> Self {
        let measure = if chance.percent(25) {
            (self.measure * (7 + chance.below(9)) / 10).max(7)
        } else {
            self.measure
        };
        Self { measure, ..self.clone() }
    }

    /// Lines that are printed as they are.
    pub(crate) fn head(&self, lines: &[String], begins: State, goes_on: State) -> Lines {
        let state = |at| if at == 0 { begins } else { goes_on };
        lines.iter().enumerate().map(|(at, line)| (line.clone(), state(at))).collect()
    }

    pub(crate) fn paragraph(
        &self,
        text: &str,
        begins: State,
        goes_on: State,
        chance: &mut Chance,
    ) -> Lines {
        if text.split_whitespace().count() * 12 > text.chars().count() {
            return self.words(text, begins, goes_on, chance);
        }
        let mut out: Lines = Vec::new();
        let mut line = String::new();
        let first = if self.indent == Indent::None { self.measure } else { self.measure - 2 };
        let (mut room, mut used) = (2 * first, 0);
        let mut state = begins;
        if self.indent == Indent::Kept {
            line.push_str("\u{3000}\u{3000}");
        }
        let mut words = text.chars().peekable();
        while let Some(character) = words.next() {
            let mut word = String::from(character);
            while character.is_ascii_alphanumeric()
                && words.peek().is_some_and(|next| next.is_ascii_alphanumeric() || *next == '.')
            {
                word.extend(words.next());
            }
            let width: usize = word.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
            let hangs = self.hangs && NO_LINE_START.contains(character);
            if used + width > room && !hangs && used > 0 {
                out.push((std::mem::take(&mut line), state));
                (room, used, state) = (2 * self.measure, 0, goes_on);
            }
            let spaced = character.is_ascii_digit() && used > 0 && chance.percent(self.digits);
            if spaced && !line.ends_with(' ') {
                line.push(' ');
            }
            line.push_str(&word);
            used += width;
        }
        out.push((line, state));
        for (line, _) in out.iter_mut().filter(|_| self.spread > 0) {
            if chance.percent(self.spread) && line.is_ascii() == line.is_empty() {
                *line = line.chars().map(String::from).collect::<Vec<_>>().join(" ");
            }
        }
        out
    }

    /// A paragraph of words with spaces between, some torn at line ends.
    fn words(&self, text: &str, begins: State, goes_on: State, chance: &mut Chance) -> Lines {
        let measure = 2 * self.measure + 4;
        let mut out: Lines = Vec::new();
        let mut line = String::from(if self.indent == Indent::Kept { "   " } else { "" });
        let mut used = if self.indent == Indent::None { 0 } else { 2 };
        let mut state = begins;
        for word in text.split_whitespace() {
            let glyphs: Vec<char> = word.chars().collect();
            let room = measure.saturating_sub(used + 1);
            let letters = glyphs.iter().all(|c| c.is_alphabetic());
            let mut rest = &glyphs[..];
            if glyphs.len() > room && used > 0 {
                if letters && glyphs.len() > 6 && room > 4 && chance.percent(70) {
                    let (torn, after) = glyphs.split_at((room - 1).min(glyphs.len() - 3));
                    line.push(' ');
                    line.extend(torn);
                    line.push('-');
                    rest = after;
                }
                out.push((std::mem::take(&mut line), state));
                (used, state) = (0, goes_on);
            }
            if used > 0 && !line.trim().is_empty() {
                line.push(' ');
                used += 1;
            }
            line.extend(rest);
            used += rest.len();
        }
        out.push((line, state));
        out
    }

    /// A page of the blocks, one after the other.
    pub(crate) fn set(&self, blocks: impl Iterator<Item = Block>, chance: &mut Chance) -> Made {
        let mut made = Made::default();
        for Block { lines, article } in blocks {
            let mut first = true;
            let mut before: Option<State> = None;
            for (line, state) in lines.into_iter().filter(|(line, _)| !line.trim().is_empty()) {
                let quoted =
                    line.starts_with(['“', '‘', '《', '（', '「']) && chance.percent(self.quotes);
                let text =
                    |state| matches!(state, State::Opening | State::Paragraph | State::ParagraphOn);
                let share = match before {
                    _ if first => self.blocks,
                    Some(before) if text(before) != text(state) => self.heads,
                    _ if matches!(state, State::Paragraph | State::Credit) => self.between,
                    _ if state.goes_on() && text(state) => self.within,
                    _ if self.within == 100 => 100,
                    _ => 3 * usize::from(self.within > 0),
                };
                if quoted || chance.percent(share) {
                    made.text.push('\n');
                }
                made.text += &line;
                made.text.push('\n');
                made.labels.push(Label { state, article });
                (first, before) = (false, Some(state));
            }
        }
        made
    }
}

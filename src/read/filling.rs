//! Whether a paragraph begins with a line, as far as the widths of the lines about it tell: a small network weighs how far each
//! falls short of its column, what word had found room where, gaps and indents. Single facts do not tell: lines that are set ragged
//! are all short, and sentences end at the ends of full lines.

use super::setting::Setting;
use super::view::gaps;
use crate::language::Script;
use crate::line::{Class, Line, Measure};
use crate::perceptron::Perceptron;

/// What the network is told.
pub const FACTS: usize = 24;
/// The network.
pub type Filling = Perceptron<FACTS>;

/// Its odds in so many steps of half a nat.
const STEPS: usize = 16;
const STEP: f32 = 0.5;
/// How many values [`levels`] has: none where the line before ends no sentence.
pub(super) const LEVELS: usize = 1 + STEPS;

/// No line is shorter than its column by more, or longer by more, in ems: a whole paragraph in a line is no line of a column.
const SHORTEST: f32 = 9.0;
const LONGEST: f32 = -6.0;
/// And no column is wider.
const WIDEST: f32 = 60.0;

/// What the network is told of each line that stands after the end of a sentence, be it of a paragraph or not.
///
/// Costs time linear in the text.
///
/// # Panics
///
/// Where `lines` are not of `text`, or `measures` is shorter than `lines`.
pub fn facts(
    text: &str,
    lines: &[Line],
    measures: &[Measure],
    script: Script,
) -> Vec<Option<[f32; FACTS]>> {
    let setting = Setting::new(text, lines, measures, script);
    let page = Page { text, lines, setting: &setting, gaps: &gaps(text, lines) };
    (0..lines.len()).map(|index| page.facts(index)).collect()
}

/// How surely a paragraph begins with each line, less than [`LEVELS`].
pub(super) fn levels(
    filling: &Filling,
    text: &str,
    lines: &[Line],
    setting: &Setting,
    gaps: &[u8],
) -> Vec<u8> {
    let page = Page { text, lines, setting, gaps };
    let level = |index| {
        page.facts(index).map_or(0, |facts| {
            let steps = filling.weigh(&facts) / STEP + STEPS as f32 / 2.0;
            1 + steps.clamp(0.0, STEPS as f32 - 1.0) as u8
        })
    };
    (0..lines.len()).map(level).collect()
}

struct Page<'a> {
    text: &'a str,
    lines: &'a [Line],
    setting: &'a Setting,
    gaps: &'a [u8],
}

impl Page<'_> {
    fn facts(&self, index: usize) -> Option<[f32; FACTS]> {
        let near =
            |at: usize| self.lines.get(at).is_some_and(|line| line.page == self.lines[index].page);
        let at = |by: isize| index.checked_add_signed(by).filter(|&at| near(at));
        let last = at(-1).filter(|&last| self.ends(last))?;
        let short = |by| at(by).map_or(0.0, |at| ems(self.setting.short(at)));
        let room = |by| at(by).map_or(0.0, |at| self.room(at));
        let gap = |by| at(by).map_or(0.0, |at| f32::from(self.gaps[at].min(2)));
        let indent = |by| at(by).map_or(0.0, |at| self.lines[at].indent.min(8) as f32);
        let ends = |by| at(by).map_or(0.0, |at| f32::from(u8::from(self.ends(at))));
        let torn =
            |by| at(by).map_or(0.0, |at| f32::from(u8::from(self.content(at).ends_with('-'))));
        let quoted = matches!(self.lines[index].first, Class::OpenQuote)
            || self.content(index).starts_with(['"', '\'']);
        let closed = self.content(last).ends_with(['"', '\'', '”', '’', '“', '»', '«', '」']);
        Some([
            short(-3),
            short(-2),
            short(-1),
            short(0),
            short(1),
            short(2),
            room(-1),
            room(0),
            room(1),
            room(2),
            ems(self.setting.first_word(self.content(index))),
            (f32::from(self.setting.full[index]) / 100.0).min(WIDEST),
            self.setting.ragged(index),
            gap(-1),
            gap(0),
            gap(1),
            indent(-1),
            indent(0),
            indent(1),
            ends(-2),
            ends(0),
            // A torn word fills the line that begins here, or the one before the last.
            torn(0) - torn(-2),
            f32::from(u8::from(quoted)),
            f32::from(u8::from(closed)),
        ])
    }

    fn content(&self, index: usize) -> &str {
        &self.text[self.lines[index].span.range()]
    }

    fn ends(&self, index: usize) -> bool {
        self.lines[index].last == Class::SentenceEnd
    }

    /// The room that the first word of a line had found on the line before, less the word.
    fn room(&self, index: usize) -> f32 {
        let Some(before) = index.checked_sub(1) else { return 0.0 };
        ems(self.setting.short(before) - self.setting.first_word(self.content(index)))
    }
}

/// Hundredths of an em in ems.
fn ems(hundredths: i32) -> f32 {
    (hundredths as f32 / 100.0).clamp(LONGEST, SHORTEST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::{lines, measure};

    #[test]
    fn only_what_stands_after_a_sentence_may_begin() {
        let text = "The ferry has left.\nThe quay was full\nof people who waved\nand sang. It rained.\nNobody minded.";
        let lines = lines(text).lines;
        let measures = measure(&lines);
        let found = facts(text, &lines, &measures, Script::Latin);
        let begin: Vec<bool> = found.iter().map(Option::is_some).collect();
        assert_eq!(begin, [false, true, false, false, true]);
        assert!(found.into_iter().flatten().flatten().all(f32::is_finite));
    }

    #[test]
    fn odds_are_told_in_steps() {
        let text = "今天下雨。\n明天放晴。";
        let lines = lines(text).lines;
        let setting = Setting::new(text, &lines, &measure(&lines), Script::Han);
        let level = |odds| {
            let filling = Filling { odds, ..Filling::default() };
            levels(&filling, text, &lines, &setting, &[3, 0])
        };
        let steps = STEPS as u8;
        assert_eq!([-99.0, 0.0, 99.0].map(|odds| level(odds)[1]), [1, 1 + steps / 2, steps]);
        assert_eq!(level(0.0)[0], 0);
    }
}

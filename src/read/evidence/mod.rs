//! Evidence: what a line and its neighbours look like, each as one of a few values.
//!
//! Each piece of evidence is one small function with the line that asked for it. What a value is
//! worth for each state is not said here but in the weights, which are fitted on labelled pages.

mod edges;
mod filling;
mod forms;
mod shape;
mod sounds;
mod western;
mod words;

use super::filling::LEVELS as LEVELS_OF_FILLING;
use super::habit::HABITS;
use super::lexicon::{LEVELS, SOUNDS, TIES};
use super::view::View;
use crate::document::FurnitureKind;
use crate::language::EDGE_NUMBERS;
use crate::line::{Class, Fill};

/// One piece of evidence: a function from a line to one of `values` values.
#[derive(Clone, Copy, Debug)]
pub struct Evidence {
    /// Its name, as the weights have it.
    pub name: &'static str,
    /// How many values it has.
    pub values: usize,
    /// Its value on a line; less than `values`.
    pub of: fn(&View<'_>, usize) -> usize,
}

/// All evidence, in the order of the weights.
pub const EVIDENCE: &[Evidence] = &[
    Evidence { name: "gaps", values: 12, of: edges::gaps },
    Evidence { name: "line before", values: 60, of: edges::line_before },
    Evidence { name: "line end", values: 60, of: edges::line_end },
    Evidence { name: "line start", values: 36, of: edges::line_start },
    Evidence { name: "open brackets", values: 8, of: edges::open_brackets },
    Evidence { name: "join before", values: 10, of: edges::join_before },
    Evidence { name: "join after", values: 10, of: edges::join_after },
    Evidence { name: "torn before", values: 16, of: edges::torn_before },
    Evidence { name: "torn after", values: 16, of: edges::torn_after },
    Evidence { name: "text before and after", values: 40, of: edges::text_around },
    Evidence { name: "place on page", values: 5, of: edges::place },
    Evidence { name: "indent", values: 8, of: shape::indent },
    Evidence { name: "length", values: 24, of: shape::length },
    Evidence { name: "width beside next", values: 24, of: shape::beside_next },
    Evidence { name: "width beside last", values: 24, of: shape::beside_last },
    Evidence { name: "fills", values: 54, of: shape::fills },
    Evidence { name: "first line", values: 96, of: shape::first_line },
    Evidence { name: "block", values: 16, of: shape::block },
    Evidence { name: "run of short lines", values: 30, of: shape::run },
    Evidence { name: "measure", values: 12, of: shape::measure },
    Evidence { name: "measure changes", values: 18, of: shape::measure_changes },
    Evidence { name: "spacing", values: 12, of: shape::spacing },
    Evidence { name: "digits", values: 8, of: shape::digits },
    Evidence { name: "byline", values: 9, of: forms::byline },
    Evidence { name: "lead", values: 16, of: forms::lead },
    Evidence { name: "ending", values: 16, of: forms::ending },
    Evidence { name: "ending before", values: 20, of: forms::ending_before },
    Evidence { name: "forms beside", values: 36, of: forms::beside },
    Evidence { name: "jump", values: 6, of: forms::jump },
    Evidence { name: "furniture", values: 24, of: forms::furniture },
    Evidence { name: "furniture beside", values: 9, of: forms::furniture_beside },
    Evidence { name: "caption", values: 16, of: forms::caption },
    Evidence { name: "kicker", values: 12, of: forms::kicker },
    Evidence { name: "enumerator", values: 8, of: forms::enumerator },
    Evidence { name: "shared words", values: 36, of: words::shared },
    Evidence { name: "told", values: 49, of: words::told },
    Evidence { name: "told beside", values: 33, of: words::told_beside },
    Evidence { name: "cohesion", values: 24, of: words::cohesion },
    Evidence { name: "repeated", values: 4, of: words::repeated },
    Evidence { name: "marks", values: 12, of: words::marks },
    Evidence { name: "first words", values: 12, of: words::first_words },
    Evidence { name: "far cohesion", values: 24, of: words::far_cohesion },
    Evidence { name: "after heads", values: 48, of: edges::after_heads },
    Evidence { name: "measure of the text before", values: 36, of: shape::beside_text },
    Evidence { name: "pen name", values: 12, of: words::pen_name },
    Evidence { name: "end before", values: 10, of: edges::end_before },
    Evidence { name: "fill", values: 6, of: shape::fill },
    Evidence { name: "fill before", values: 7, of: shape::fill_before },
    Evidence { name: "lead here", values: 11, of: forms::lead_here },
    Evidence { name: "column name", values: 30, of: forms::column_name },
    Evidence { name: "case", values: 30, of: words::case },
    Evidence { name: "case after", values: 15, of: words::case_after },
    Evidence { name: "small words", values: 25, of: western::small_words },
    Evidence { name: "runs on", values: 48, of: western::runs_on },
    Evidence { name: "runs on after", values: 48, of: western::runs_on_after },
    Evidence { name: "torn words", values: 8, of: western::torn_words },
    Evidence { name: "column", values: 16, of: western::column },
    Evidence { name: "sentence ahead", values: 24, of: western::sentence_ahead },
    Evidence { name: "name alone", values: 19, of: western::name_alone },
    Evidence { name: "signed", values: 36, of: western::signed },
    Evidence { name: "room before", values: filling::ROOMS_BEFORE, of: filling::room_before },
    Evidence { name: "first character", values: EDGE_NUMBERS, of: words::first_character },
    Evidence { name: "last character", values: EDGE_NUMBERS, of: words::last_character },
    Evidence { name: "character before", values: EDGE_NUMBERS, of: words::character_before },
    Evidence { name: "character after", values: EDGE_NUMBERS, of: words::character_after },
    Evidence { name: "short by", values: filling::SHORTS_BY, of: filling::short_by },
    Evidence { name: "paragraph by widths", values: LEVELS_OF_FILLING, of: filling::begins },
    Evidence { name: "fragments", values: 29, of: western::fragments },
    Evidence { name: "signature", values: 5, of: forms::signature },
    Evidence { name: "sound of heads", values: TWO_LEVELS, of: sounds::headline_kicker },
    Evidence { name: "sound of parts", values: TWO_LEVELS, of: sounds::deck_heading },
    Evidence { name: "sound of people", values: TWO_LEVELS, of: sounds::byline_caption },
    Evidence { name: "sound of the rest", values: TWO_LEVELS, of: sounds::furniture_text },
    Evidence { name: "sound of openings", values: TWO_LEVELS * 2, of: sounds::opening_paragraph },
    Evidence { name: "sounds beside", values: (SOUNDS + 1) * (SOUNDS + 1), of: sounds::beside },
    Evidence { name: "turn", values: 128, of: words::turn },
    Evidence { name: "tie before", values: TIES * 4, of: sounds::tie_before },
    Evidence { name: "tie after", values: (TIES + 1) * 4, of: sounds::tie_after },
];

/// The values of evidence on two sounds of a line.
const TWO_LEVELS: usize = LEVELS * LEVELS;

/// The rows of all evidence and habits: one a value.
pub fn rows() -> usize {
    rows_of_evidence() + HABITS.iter().map(|(_, values)| values).sum::<usize>()
}

/// The rows of all evidence, which stand before those of the habits.
pub fn rows_of_evidence() -> usize {
    EVIDENCE.iter().map(|evidence| evidence.values).sum()
}

/// What a line ends with, for what follows. 0: it is the first; 1: a sentence end; 2: a pause or
/// colon; 3: a bracket or quote; 4: anything else.
fn end(view: &View<'_>, index: Option<usize>) -> usize {
    match index.map(|index| view.lines[index].last) {
        None => 0,
        Some(Class::SentenceEnd) => 1,
        Some(Class::Pause | Class::Colon | Class::OpenQuote | Class::OpenBracket) => 2,
        Some(Class::CloseBracket | Class::CloseQuote) => 3,
        Some(_) => 4,
    }
}

fn before(index: usize) -> Option<usize> {
    index.checked_sub(1)
}

fn after(view: &View<'_>, index: usize) -> Option<usize> {
    Some(index + 1).filter(|&next| next < view.lines.len())
}

fn gap(view: &View<'_>, index: usize) -> usize {
    view.gaps.get(index).map_or(2, |&gap| usize::from(gap.min(2)))
}

fn gapped(view: &View<'_>, index: usize) -> usize {
    usize::from(gap(view, index) > 0)
}

/// 0: full or over; 1: two short; 2: shorter.
fn fill3(fill: Fill) -> usize {
    match fill {
        Fill::Full | Fill::Over => 0,
        Fill::TwoShort => 1,
        _ => 2,
    }
}

fn kind(kind: Option<FurnitureKind>) -> usize {
    match kind {
        None => 0,
        Some(FurnitureKind::Folio) => 1,
        Some(FurnitureKind::Staff) => 2,
        Some(FurnitureKind::Imprint) => 3,
        Some(FurnitureKind::Advert) => 4,
        Some(_) => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Language;
    use crate::language::Table;
    use crate::line;

    #[test]
    fn every_value_is_in_its_range() {
        for (text, language) in [
            (include_str!("../../../fixtures/zh/wuhai.txt"), Language::SimplifiedChinese),
            (include_str!("../../../fixtures/en/courier.txt"), Language::English),
        ] {
            let lines = line::lines(text).lines;
            let measures = line::measure(&lines);
            let view = View::new(text, &lines, &measures, Table::of(language));
            for evidence in EVIDENCE {
                for index in 0..lines.len() {
                    let value = (evidence.of)(&view, index);
                    assert!(value < evidence.values, "{} {index}: {value}", evidence.name);
                }
            }
        }
    }
}

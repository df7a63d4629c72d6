//! Composing: lines with their roles become elements, elements become bodies and heads, each head
//! goes to its own body, and the whole becomes articles.
//!
//! - `element.rs` puts lines together to elements;
//! - `unit.rs` groups elements into units (a body or a caption) and heads;
//! - `foreword.rs` sets editor's notes before the texts that they introduce;
//! - `abreast.rs` parts heads that stand side by side in one line;
//! - `arrange/` decides where bodies and heads begin and which head is whose, all at once;
//! - `matching.rs` has the signs that a head is a body's, `weights.rs` what they are worth, `index.rs` the words that
//!   they have in common, `assignment.rs` the solver;
//! - `pairing/` weighs each head and body once more beside the others of their page;
//! - `bylines.rs` decides whose the bylines between a head and another's body are;
//! - `confidence.rs` says how sure an article is;
//! - `article.rs` mends a unit and its head into an article, the forms cut out;
//! - `captions.rs` gives stories the captions of their pictures;
//! - `continuation.rs` joins the halves of an article that jumps to another page.

mod abreast;
mod arrange;
mod article;
mod assignment;
mod bylines;
mod captions;
mod confidence;
mod continuation;
mod element;
mod foreword;
mod index;
mod matching;
mod pairing;
mod unit;
mod weights;

use abreast::Parted;
pub use arrange::arrange;
pub use assignment::assign;
pub use continuation::join_continuations;
pub use element::{Element, elements};
pub use matching::{BodyView, HeadView, Places, SIGN_ROWS, Scene, SignWeights};
pub use pairing::{
    AROUND, FACTS, Facts, INPUTS, Match, Network, ROUNDS, around, facts, gain, known, weigh,
};
pub use unit::{Head, Layout, Unit, UnitKind, layout};

use crate::document::{
    Article, Confidence, Diagnostic, DiagnosticCode, Furniture, FurnitureKind, Repair, RepairKind,
    Span,
};
use crate::form;
use crate::language::Table;
use crate::line::{Line, Measure, Spacing, is_invisible};
use crate::mend::{self, Hyphens, Stretch};
use crate::read::{Reading, State};
use std::borrow::Cow;

/// What composing gives: the parts of a document that are made from the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Composed {
    /// The articles, in the order in which their bodies begin.
    pub articles: Vec<Article>,
    /// What belongs to none.
    pub furniture: Vec<Furniture>,
    /// What was changed.
    pub repairs: Vec<Repair>,
    /// What is doubtful.
    pub diagnostics: Vec<Diagnostic>,
}

/// Makes articles of lines and their states.
///
/// `text` is the decoded source that `lines` and `hyphens` are of; `measures` and the reading hold one entry a
/// line.
///
/// # Panics
///
/// Where `measures` or the reading are shorter than `lines`.
pub fn compose(
    text: &str,
    lines: &[Line],
    measures: &[Measure],
    reading: &Reading,
    table: &Table,
    hyphens: &Hyphens<'_>,
) -> Composed {
    let (Arranged { mut layout, matches, confidences }, lines) =
        match Parted::new(text, lines, measures, reading) {
            None => (arranged(text, lines, measures, reading, table), Cow::Borrowed(lines)),
            Some(parted) => {
                let Parted { lines, measures, reading, .. } = &parted;
                let mut arranged = arranged(text, lines, measures, reading, table);
                let lines = parted.rejoined(text, &mut arranged.layout);
                (arranged, Cow::Owned(lines))
            }
        };
    let lines = lines.as_ref();
    bylines::give(text, lines, &mut layout, &matches, table);
    let mut out =
        Composed { articles: Vec::with_capacity(layout.units.len()), ..Composed::default() };
    let mut maker = article::Maker {
        text,
        lines,
        table,
        hyphens,
        repairs: &mut out.repairs,
        diagnostics: &mut out.diagnostics,
    };
    // Each goes when its article is made: that is where most memory is held.
    for (index, unit) in std::mem::take(&mut layout.units).into_iter().enumerate() {
        let head = matches[index].map(|found| &layout.heads[found.head]);
        let article = maker.article(&unit, head, confidences[index]);
        out.articles.push(article);
    }
    captions::give_to_stories(&mut out.articles);
    for (index, article) in out.articles.iter_mut().enumerate() {
        article.id = format!("a{}", index + 1);
    }
    let mut taken = vec![false; layout.heads.len()];
    for found in matches.iter().flatten() {
        taken[found.head] = true;
    }
    for (head, _) in layout.heads.iter().zip(taken).filter(|(_, taken)| !taken) {
        for element in head.elements() {
            let piece = furniture(text, lines, element, table, hyphens, &mut out.repairs);
            if element.kind == State::Headline {
                let message = format!("no body was found for the head {}", piece.text);
                let source = piece.source.clone();
                out.diagnostics.push(Diagnostic {
                    code: DiagnosticCode::HeadlineUnmatched,
                    message,
                    source,
                });
            }
            out.furniture.push(piece);
        }
    }
    for element in &layout.furniture {
        out.furniture.push(furniture(text, lines, element, table, hyphens, &mut out.repairs));
    }
    out.furniture.sort_by_key(|piece| piece.source.first().copied());
    out.repairs.extend(controls(text));
    out.repairs.sort_by_key(|repair| (repair.source, repair.kind));
    // What an element says is in the order of reading, a diagnostic in that of the source.
    for diagnostic in &mut out.diagnostics {
        diagnostic.source.sort_unstable();
    }
    out.diagnostics.sort_by(|a, b| (a.code, &a.source).cmp(&(b.code, &b.source)));
    out
}

/// Bodies and heads, and for each body which head is its own and how sure that is.
struct Arranged {
    layout: Layout,
    matches: Vec<Option<Match>>,
    confidences: Vec<Confidence>,
}

fn arranged(
    text: &str,
    lines: &[Line],
    measures: &[Measure],
    reading: &Reading,
    table: &Table,
) -> Arranged {
    let elements = elements(text, lines, measures, &reading.states, table);
    let mut layout = layout(text, lines, elements, table);
    let forewords = foreword::take(text, lines, &mut layout, table);
    let matches = arrange(text, lines, &mut layout, reading, table);
    foreword::give(forewords, &mut layout);
    let units = layout.units.iter().zip(&matches);
    let confidences = units
        .map(|(unit, found)| match found {
            Some(Match { head, lead }) => {
                confidence::with_head(unit, &layout.heads[*head], *lead, reading)
            }
            None => confidence::without_head(!layout.heads.is_empty()),
        })
        .collect();
    Arranged { layout, matches, confidences }
}

/// The characters that were taken out everywhere, one repair a run.
fn controls(text: &str) -> Vec<Repair> {
    let mut out: Vec<Repair> = Vec::new();
    // The first bytes of all such characters.
    let may_begin = |byte: u8| matches!(byte, 0..=0x1f | 0x7f | 0xc2 | 0xd8 | 0xe2 | 0xef);
    for (at, _) in text.bytes().enumerate().filter(|&(_, byte)| may_begin(byte)) {
        let Some(character) = text[at..].chars().next().filter(|&first| is_invisible(first)) else {
            continue;
        };
        let end = at + character.len_utf8();
        match out.last_mut() {
            Some(last) if last.source.end == at => last.source.end = end,
            _ => out.push(Repair {
                kind: RepairKind::Control,
                source: Span::new(at, end),
                text: String::new(),
                certainty: None,
            }),
        }
    }
    out
}

fn furniture(
    text: &str,
    lines: &[Line],
    element: &Element,
    table: &Table,
    hyphens: &Hyphens<'_>,
    repairs: &mut Vec<Repair>,
) -> Furniture {
    let of_element = || element.lines.iter().map(|&index| &lines[index]);
    // The text of a notice is a paragraph like any other.
    let stretch: Stretch = if of_element().any(|line| line.stops > 0) {
        mend::join(text, of_element(), hyphens, repairs)
    } else {
        mend::join_head(text, of_element(), hyphens, repairs)
    };
    let content = stretch.text();
    let gapped = matches!(lines[element.lines[0]].spacing, Spacing::Gapped | Spacing::Letterspaced);
    let kind =
        form::furniture(&content, table).unwrap_or(if gapped || element.kind != State::Furniture {
            FurnitureKind::Banner
        } else {
            FurnitureKind::Other
        });
    Furniture { kind, source: stretch.spans(text), text: content }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_invisible_character_is_told() {
        for character in (char::MIN..=char::MAX).filter(|&character| is_invisible(character)) {
            assert_eq!(controls(&character.to_string()).len(), 1, "{character:?}");
        }
    }
}

//! Elements: lines that make one paragraph, heading, headline or other thing.

use crate::form;
use crate::language::Table;
use crate::line::{Class, Fill, Line, Measure};
use crate::read::State;

/// One element: what begins it, and its lines in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// The state of its first line; [`State::ParagraphOn`] where the beginning of a paragraph is missing.
    pub kind: State,
    /// Indices of its lines, ascending.
    pub lines: Vec<usize>,
}

/// How far back a paragraph may have been left off, in elements. A column that ends in mid-sentence
/// is taken up after a head, a picture or another article.
const REACH: usize = 40;

/// Puts lines together to elements, in the order of their first lines.
pub fn elements(
    text: &str,
    lines: &[Line],
    measures: &[Measure],
    states: &[State],
    table: &Table,
) -> Vec<Element> {
    let from_elsewhere = |index: usize| is_jump_from(&text[lines[index].span.range()], table);
    let mut out: Vec<Element> = Vec::new();
    // Paragraphs that do not end yet, latest last.
    let mut open: Vec<usize> = Vec::new();
    let mut last_text: Option<usize> = None;
    // The last that is no credit.
    let mut last_other: Option<usize> = None;
    for (index, &state) in states.iter().enumerate() {
        let place = match state {
            State::ParagraphOn => {
                let right_before = index.checked_sub(1).filter(|_| {
                    matches!(
                        states[index - 1],
                        State::Opening | State::Paragraph | State::ParagraphOn
                    )
                });
                if index > 0 && states[index - 1] == State::Jump && from_elsewhere(index - 1) {
                    // What stands right after From page 1 goes on with no neighbour.
                    None
                } else if right_before.is_some() {
                    last_text
                } else {
                    let near = open.iter().rev().find(|&&element| out.len() - element <= REACH);
                    near.copied().or(last_text.filter(|&at| !ends(&out[at], lines, measures)))
                }
            }
            State::CaptionOn => last_other
                .filter(|&last| matches!(out[last].kind, State::Caption | State::CaptionOn)),
            state if state.goes_on() => out.len().checked_sub(1),
            _ => None,
        };
        let place = place.unwrap_or_else(|| {
            out.push(Element { kind: state, lines: Vec::new() });
            if state != State::Credit {
                last_other = Some(out.len() - 1);
            }
            out.len() - 1
        });
        out[place].lines.push(index);
        if matches!(state, State::Opening | State::Paragraph | State::ParagraphOn) {
            last_text = Some(place);
            open.retain(|&element| element != place && out.len() - element <= REACH);
            if !ends(&out[place], lines, measures) {
                open.push(place);
            }
        }
    }
    out
}

/// Whether the element comes to an end with its last line: after a sentence, or short of the measure.
fn ends(element: &Element, lines: &[Line], measures: &[Measure]) -> bool {
    element.lines.last().is_none_or(|&last| {
        matches!(lines[last].last, Class::SentenceEnd | Class::CloseBracket | Class::Colon)
            || measures[last].fill < Fill::TwoShort
    })
}

/// Whether the line is a mark that a text goes on from another page, and nothing else: From page 1.
pub(super) fn is_jump_from(line: &str, table: &Table) -> bool {
    form::jump_from(line, table).is_some_and(|mark| mark.range.end == line.len())
}

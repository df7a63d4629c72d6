//! How lines fill their columns where a paragraph begins.

use crate::Page;
use crate::perceptron::{self, Case};
use tearsheet::read::State;
use tearsheet::read::filling::{FACTS, Filling, facts};

/// The network that tells from the widths of lines where the paragraphs of these pages begin.
pub(crate) fn fit(pages: &[&Page]) -> Filling {
    let cases: Vec<Case<FACTS>> = pages.iter().copied().flat_map(cases).collect();
    perceptron::fit(&cases)
}

/// The lines of bodies that stand after the end of a sentence.
fn cases(page: &Page) -> impl Iterator<Item = Case<FACTS>> {
    let facts = facts(&page.text, &page.lines, &page.measures, page.script);
    facts.into_iter().zip(&page.labels).filter_map(|(known, label)| {
        let right = match label.as_ref()?.state {
            State::Opening | State::Paragraph => 1.0,
            State::ParagraphOn => 0.0,
            _ => return None,
        };
        Some(Case { known: known?, right, times: page.times })
    })
}

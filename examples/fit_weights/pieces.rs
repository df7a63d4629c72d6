//! Pieces of pages: people give columns, clippings and single articles as well as pages, and a page that begins with a masthead
//! teaches nothing of those.

use crate::chance::Chance;
use crate::{Page, observed};
use tearsheet::line::{Line, lines};
use tearsheet::read::State;

/// How often a piece counts beside its page; one is cut out of each.
const TIMES: f32 = 0.5;
/// A piece has so many lines at least, and no more than this share of its page, in percent.
const LEAST: usize = 8;
const MOST: usize = 70;

/// Pieces of the pages that are not held out.
pub(crate) fn pieces(pages: &[Page]) -> Vec<Page> {
    let mut chance = Chance::new(7);
    let fitted = pages.iter().filter(|page| !page.held_out && is_in_order(&page.lines));
    fitted.filter_map(|page| piece(page, &mut chance)).collect()
}

/// Whether no stage has moved the lines.
fn is_in_order(lines: &[Line]) -> bool {
    lines.windows(2).all(|two| two[0].span.end <= two[1].span.start)
}

/// The lines from one beginning of a page to another.
fn piece(page: &Page, chance: &mut Chance) -> Option<Page> {
    let begins = |at: &usize| {
        let begun = [State::Headline, State::Kicker, State::Opening, State::Paragraph];
        page.labels[*at].is_some_and(|label| begun.contains(&label.state))
    };
    let begins: Vec<usize> = (0..page.lines.len()).filter(begins).collect();
    if begins.is_empty() {
        return None;
    }
    let (one, other) = (*chance.of(&begins), *chance.of(&begins));
    let (from, to) = (one.min(other), one.max(other));
    let count = to - from;
    if count < LEAST || count * 100 > page.lines.len() * MOST {
        return None;
    }
    // The indent of the first line is part of it.
    let before = page.text[..page.lines[from].span.start].trim_end_matches([' ', '\t', '\u{3000}']);
    let text = &page.text[before.len()..page.lines[to - 1].span.end];
    let found = lines(text).lines;
    let labels = page.labels[from..to].to_vec();
    let cut = Page {
        fold: page.fold,
        times: page.times * TIMES,
        ..observed(text.to_owned(), found, labels)
    };
    // Lines that were parted before are whole in the text.
    (cut.lines.len() == count).then_some(cut)
}

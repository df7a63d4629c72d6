//! The lexicons: what the words of lines and their widths tell, fitted on pages that a page to be read had no part in.

use crate::{FOLDS, Page, breaks, filling, sounds};
use tearsheet::read::lexicon::Lexicon;

/// The lexicon of all pages that are not held out, and for each part of them that of the others.
pub(crate) struct Lexicons {
    pub(crate) whole: Lexicon,
    of_others: Vec<Lexicon>,
}

impl Lexicons {
    pub(crate) fn fit(pages: &[Page]) -> Self {
        let of_others = (0..FOLDS).map(|fold| lexicon(pages, |page| page.fold != fold)).collect();
        Self { whole: lexicon(pages, |_| true), of_others }
    }

    /// The lexicon that the page had no part in: what its lines sound like is told by other pages, as it is for
    /// pages that are new.
    pub(crate) fn new_to(&self, page: &Page) -> &Lexicon {
        if page.held_out { &self.whole } else { &self.of_others[page.fold] }
    }
}

/// The lexicon of the pages that are `of_these` and not held out.
fn lexicon(pages: &[Page], of_these: impl Fn(&Page) -> bool) -> Lexicon {
    let pages: Vec<&Page> = pages.iter().filter(|page| !page.held_out && of_these(page)).collect();
    Lexicon {
        sounds: sounds::fit(&pages),
        breaks: breaks::fit(&pages),
        filling: filling::fit(&pages),
    }
}

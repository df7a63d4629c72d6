//! What a line sounds like: see `lexicon.rs`.

use super::{after, before};
use crate::read::lexicon::{LEVELS, SOUNDS, Sound};
use crate::read::view::View;

/// How much a line sounds like a headline and a kicker: 启动 and 举行 tell the one, 专栏 the other.
pub(super) fn headline_kicker(view: &View<'_>, index: usize) -> usize {
    both(view, index, Sound::Headline, Sound::Kicker)
}

/// How much it sounds like a deck and a section heading.
pub(super) fn deck_heading(view: &View<'_>, index: usize) -> usize {
    both(view, index, Sound::Deck, Sound::Heading)
}

/// How much it sounds like a byline and a caption.
pub(super) fn byline_caption(view: &View<'_>, index: usize) -> usize {
    both(view, index, Sound::Byline, Sound::Caption)
}

/// How much it sounds like furniture and the middle of a paragraph.
pub(super) fn furniture_text(view: &View<'_>, index: usize) -> usize {
    both(view, index, Sound::Furniture, Sound::Text)
}

/// How much it sounds like the beginning of a body and of a later paragraph, and whether a sentence ended before.
pub(super) fn opening_paragraph(view: &View<'_>, index: usize) -> usize {
    let ended = before(index).is_none_or(|at| view.ends_sentence(at));
    both(view, index, Sound::Opening, Sound::Paragraph) * 2 + usize::from(ended)
}

/// What the lines before and after sound like most.
pub(super) fn beside(view: &View<'_>, index: usize) -> usize {
    let most = |at: Option<usize>| {
        let Some(at) = at else { return SOUNDS };
        let levels = view.sounds[at];
        // Of equals the first.
        (0..SOUNDS).max_by_key(|&sound| (levels[sound], SOUNDS - sound)).unwrap_or(0)
    };
    most(before(index)) * (SOUNDS + 1) + most(after(view, index))
}

fn both(view: &View<'_>, index: usize, one: Sound, other: Sound) -> usize {
    let level = |sound: Sound| usize::from(view.sounds[index][sound as usize]);
    level(one) * LEVELS + level(other)
}

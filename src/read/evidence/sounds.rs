//! What the words of lines tell: see `lexicon/`.

use super::{after, before, gapped};
use crate::read::lexicon::{LEVELS, SOUNDS, Sound, TIES};
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

/// How surely the line goes on with what the line before it says, whether blank lines part them, and whether the line
/// before is text.
pub(super) fn tie_before(view: &View<'_>, index: usize) -> usize {
    let text = before(index).is_some_and(|before| view.is_text(before));
    (usize::from(view.ties[index]) * 2 + gapped(view, index)) * 2 + usize::from(text)
}

/// The same of the line after, if there is one.
pub(super) fn tie_after(view: &View<'_>, index: usize) -> usize {
    let next = after(view, index);
    let tie = next.map_or(TIES, |next| view.ties[next].into());
    (tie * 2 + gapped(view, index + 1)) * 2 + usize::from(view.is_text(index))
}

fn both(view: &View<'_>, index: usize, one: Sound, other: Sound) -> usize {
    let level = |sound: Sound| usize::from(view.sounds[index][sound as usize]);
    level(one) * LEVELS + level(other)
}

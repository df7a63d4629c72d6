//! What the words of lines tell: what each line sounds like (`sounds.rs`), and whether what stands before and after a line
//! end belongs together (`ties.rs`). What is fitted on the lines of pages beside the weights stands with them.

mod sounds;
mod ties;

pub use sounds::{ALWAYS, SOUNDS, Sound, Sounds, grams};
pub(super) use sounds::{LEVELS, Levels};
pub(super) use ties::{TIES, ties};

use super::filling::Filling;
use crate::language::Breaks;

/// What is known of lines in a script.
#[derive(Clone, Debug)]
pub struct Lexicon {
    /// What their words sound like.
    pub sounds: Sounds,
    /// What goes on over a line end.
    pub breaks: Breaks,
    /// How they fill their columns where a paragraph begins.
    pub filling: Filling,
}

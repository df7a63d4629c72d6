//! What the words of lines tell: what each line sounds like (`sounds.rs`), and whether what stands before and after a line
//! end belongs together (`ties.rs`).

mod sounds;
mod ties;

pub use sounds::{ALWAYS, SOUNDS, Sound, Sounds, grams};
pub(super) use sounds::{LEVELS, Levels};
pub(super) use ties::{TIES, ties};

use crate::language::Breaks;

/// What is known of the words of lines in a script.
#[derive(Clone, Debug)]
pub struct Lexicon {
    /// What they sound like.
    pub sounds: Sounds,
    /// What goes on over a line end.
    pub breaks: Breaks,
}

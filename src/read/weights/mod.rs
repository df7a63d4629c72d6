//! The weights of the reader: one table a script, for pages of one script are made alike.
//!
//! `examples/fit_weights` writes the tables, and the lexicons, `.sounds`, `.breaks` and `.filling`, beside them.

mod han;
mod latin;

use super::Weights;
use super::filling::Filling;
use super::lexicon::{Lexicon, Sounds};
use super::path::WideWeights;
use crate::language::{Breaks, Script};
use std::sync::LazyLock;

/// The weights for pages in `script`.
pub(super) fn of(script: Script) -> &'static Weights {
    match script {
        Script::Han => &han::WEIGHTS,
        Script::Latin => &latin::WEIGHTS,
    }
}

static HAN: LazyLock<WideWeights> = LazyLock::new(|| WideWeights::new(&han::WEIGHTS));
static LATIN: LazyLock<WideWeights> = LazyLock::new(|| WideWeights::new(&latin::WEIGHTS));

/// The same as the lattice reads them.
pub(super) fn wide_of(script: Script) -> &'static WideWeights {
    match script {
        Script::Han => &HAN,
        Script::Latin => &LATIN,
    }
}

static HAN_LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
    sounds: Sounds::new(include_bytes!("han.sounds")),
    breaks: Breaks::new(include_bytes!("han.breaks")),
    filling: filling(include_bytes!("han.filling")),
});
static LATIN_LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
    sounds: Sounds::new(include_bytes!("latin.sounds")),
    breaks: Breaks::new(include_bytes!("latin.breaks")),
    filling: filling(include_bytes!("latin.filling")),
});

/// The network of a table that is whole.
fn filling(table: &[u8; Filling::NUMBERS * size_of::<f32>()]) -> Filling {
    Filling::of_table(table)
}

/// What is known of lines in `script`.
pub(super) fn lexicon_of(script: Script) -> &'static Lexicon {
    match script {
        Script::Han => &HAN_LEXICON,
        Script::Latin => &LATIN_LEXICON,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_of_filling_make_sense() {
        for script in [Script::Han, Script::Latin] {
            let filling = &lexicon_of(script).filling;
            assert!(filling.numbers().all(f32::is_finite), "{script:?}");
            assert!(filling.units.iter().any(|&weight| weight != 0.0), "{script:?}");
        }
    }
}

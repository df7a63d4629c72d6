//! The weights of the reader: one table a script, for pages of one script are made alike.
//!
//! `examples/fit_weights` prints the tables.

mod han;
mod latin;

use super::Weights;
use crate::language::Script;

/// The weights for pages in `script`.
pub(super) fn of(script: Script) -> &'static Weights {
    match script {
        Script::Han => &han::WEIGHTS,
        Script::Latin => &latin::WEIGHTS,
    }
}

//! What the signs that a head is a body's are worth, by script: printed by `examples/fit_weights heads`.

use super::matching::SignWeights;
use crate::language::Script;

/// The weights for pages in `script`.
pub(super) fn of(script: Script) -> &'static SignWeights {
    match script {
        Script::Han => &HAN,
        Script::Latin => &LATIN,
    }
}

#[rustfmt::skip]
static HAN: SignWeights = [
    -146, 69, 115, 215, 221, 54, 168, 94, 292, 51, -8, -32, -47, -101,
    -200, -197, -3, 9, 205, 206, 278, 191, 185, -70, -17, 11, 40, 88,
    210, -103, -148, -93, -5, -118, -98, -139, 367, -188, -152, -183, -176, -196,
    124, -146, -139, -199, 241, 16, -89, -77, 31, 97, 111, 133, 177, 210,
    250, -419, -362, -116, -537, -451, 102, 27, 95, -42, -88, -93, 45, 0,
    -44, -69, -31, -36, 4, -82,
];

#[rustfmt::skip]
static LATIN: SignWeights = [
    -146, 69, 115, 215, 221, 54, 168, 94, 292, 51, -8, -32, -47, -101,
    -200, -197, -3, 9, 205, 206, 278, 191, 185, -70, -17, 11, 40, 88,
    210, -103, -148, -93, -5, -118, -98, -139, 367, -188, -152, -183, -176, -196,
    124, -146, -139, -199, 241, 16, -89, -77, 31, 97, 111, 133, 177, 210,
    250, -419, -362, -116, -537, -451, 102, 27, 95, -42, -88, -93, 45, 0,
    -44, -69, -31, -36, 4, -82,
];

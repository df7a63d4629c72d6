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
    -143, 59, 115, 191, 209, 79, 154, 148, 203, 58, -11, -19, -89, -95,
    -195, -151, -30, 15, 215, 220, 230, 162, 199, -62, 0, -26, 5, 88,
    202, 54, 47, -131, 23, -79, -106, -139, 250, -212, -228, -224, -250, -239,
    -153, 180, -18, -97, -125, 73, 99, 117, 137, 194, 217, 250, -250, -250,
    156, -250, -250, 113, 63, 121, -4, -100, -123, 23, 0, -78, -90, -63,
    -55, 12, 10,
];

#[rustfmt::skip]
static LATIN: SignWeights = [
    -131, -8, 115, 105, 198, 250, 250, 0, 0, 88, 17, -47, 65, -179,
    -159, -40, -85, 10, 101, 162, 157, 184, 178, -155, 16, 73, 145, 250,
    250, 103, 50, 51, 119, -16, -30, -50, 250, -250, -250, -241, -215, -223,
    -182, 168, -23, -91, -85, 106, 103, -75, 200, 225, -45, 240, -250, -217,
    -16, -250, -148, 103, -2, 160, 61, -148, -135, 167, 0, -181, -114, -18,
    16, 7, 2,
];

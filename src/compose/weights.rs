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
    -89, 73, 243, 17, -158, 250, 242, 0, 0, 96, 23, -117, 250, 168,
    -187, 146, -219, -54, 79, 90, 214, 181, 250, -161, 14, -48, 11, 250,
    214, 171, 184, -196, 142, -35, -156, 158, 250, -94, -163, -181, -250, -87,
    -100, 250, -133, -250, -250, 214, 177, 0, 147, 206, 39, 189, -250, 0,
    169, -250, 0, 35, 20, 199, 223, -121, -250, 201, 0, -250, -174, -37,
    97, 125, 79,
];

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
    -139, 70, 121, 168, 209, 74, 178, 128, 138, 56, 6, -36, -108, -76,
    -169, -172, -23, 9, 168, 212, 207, 149, 245, -84, -7, -9, 21, 110,
    227, 30, -91, -142, 66, -114, -155, -59, 376, -167, -200, -173, -228, -225,
    -179, 176, -52, -87, -130, 43, 105, 100, 154, 208, 199, 259, -382, -534,
    -78, -377, -421, 112, 47, 112, -29, -106, -111, 23, 0, -82, -74, -49,
    -55, 2, -11,
];

#[rustfmt::skip]
static LATIN: SignWeights = [
    -94, 75, 254, 19, -218, 240, 261, 0, 0, 105, 10, -185, 393, 104,
    -195, 265, -211, -15, 83, 91, 238, 164, 365, -136, 48, 14, 59, 556,
    213, 209, 316, -335, 136, -44, -139, 125, 403, -101, -182, -195, -405, -127,
    -43, 406, -84, -406, -518, 151, 101, 0, 98, 212, -32, 5, -575, 0,
    1, -365, 0, -3, -31, 160, 166, -63, -245, 145, 0, -346, -270, -99,
    56, 76, 6,
];

//! What the tables of Western languages share: the shape of a name, and forms made of it.

use super::{Byline, pattern};
use crate::document::CreditRole;

/// A name of one to five words, as it is printed: Peter Maier, JOHN O'BRIEN, Ludwig van der Rohe.
pub(super) const NAME: &str = r"\p{Lu}[\p{L}'’.\-]*(?:\s+(?:(?:von|van|de|der|den|du|la|le|di|da|zu|zur)\s+)*\p{Lu}[\p{L}'’.\-]*){0,4}";
/// A name of two words at least: one word alone might be anything.
pub(super) const FULL_NAME: &str = r"\p{Lu}[\p{L}'’.\-]+(?:\s+(?:(?:von|van|de|der|den|du|la|le|di|da|zu|zur)\s+)*\p{Lu}[\p{L}'’.\-]+){1,4}";

/// A name that nothing marks as one: two words, with one or an initial between at most.
pub(super) const ALONE: &str =
    r"\p{Lu}[\p{L}'’\-]+(?:\s+\p{Lu}[\p{L}'’.\-]*)?\s+\p{Lu}[\p{L}'’\-]+";

/// The word that stands at both ends of a jump, in capitals: See SOUTH AFRICA, page 5.
pub(super) const JUMP_WORD: &str = r"\p{Lu}[\p{Lu}\p{N}'’.&\- ]{1,30}?";

/// Fills `NAMES` and `FULL` in a form: one name or a list of them, joined by the words of `and`; and `ALONE`.
fn filled(form: &str, and: &str) -> String {
    let names = format!(r"{NAME}(?:(?:,\s*|,?\s+(?:{and})\s+){NAME})*");
    let full = format!(r"{FULL_NAME}(?:(?:,\s*|,?\s+(?:{and})\s+){FULL_NAME})*");
    form.replace("NAMES", &names).replace("FULL", &full).replace("ALONE", ALONE)
}

/// The forms of bylines, each with its role and whether it says that these are people.
pub(super) fn bylines(and: &str, forms: &[(&str, CreditRole, bool)]) -> Vec<Byline> {
    let made = |&(form, role, told): &(&str, CreditRole, bool)| Byline {
        pattern: pattern(&filled(form, and)),
        role,
        told,
    };
    forms.iter().map(made).collect()
}

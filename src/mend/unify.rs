//! Radicals and compatibility forms that PDF fonts leave become the unified characters: ⼈ → 人.

use unicode_normalization::UnicodeNormalization;

/// The unified character for a Kangxi radical, a radical of the supplement or a CJK compatibility
/// ideograph; `None` for any other character.
///
/// # Examples
///
/// ```
/// use tearsheet::mend::unify;
/// assert_eq!(unify('⼈'), Some('人'));
/// assert_eq!(unify('人'), None);
/// ```
#[inline]
pub fn unify(character: char) -> Option<char> {
    if !matches!(character, '\u{2e80}'..='\u{2fdf}' | '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}')
    {
        return None;
    }
    let mut unified = std::iter::once(character).nfkc();
    let first = unified.next()?;
    (unified.next().is_none() && first != character).then_some(first)
}

/// The letters of a Latin ligature that has a character of its own, as PDF fonts leave it.
///
/// # Examples
///
/// ```
/// assert_eq!(tearsheet::mend::ligature('ﬁ'), Some("fi"));
/// assert_eq!(tearsheet::mend::ligature('æ'), None);
/// ```
pub const fn ligature(character: char) -> Option<&'static str> {
    match character {
        'ﬀ' => Some("ff"),
        'ﬁ' => Some("fi"),
        'ﬂ' => Some("fl"),
        'ﬃ' => Some("ffi"),
        'ﬄ' => Some("ffl"),
        'ﬅ' => Some("ſt"),
        'ﬆ' => Some("st"),
        _ => None,
    }
}

/// What stands today for a letter or mark that only old print has.
///
/// # Examples
///
/// ```
/// use tearsheet::mend::modern;
/// assert_eq!((modern('ſ'), modern('⸗'), modern('s')), (Some('s'), Some('-'), None));
/// ```
pub const fn modern(character: char) -> Option<char> {
    match character {
        'ſ' => Some('s'),
        '⸗' => Some('-'),
        'ꝛ' => Some('r'),
        _ => None,
    }
}

//! What a character is, as far as reading a newspaper goes.

/// The class of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Class {
    /// A Han character, 〇, 々 or an ideograph in the private use area of an old font.
    Han,
    /// A letter of an alphabet.
    Latin,
    /// A digit, of either width.
    Digit,
    /// 。！？ and their narrow forms, and the ellipsis.
    SentenceEnd,
    /// ，、； and their narrow forms.
    Pause,
    /// A colon.
    Colon,
    /// An opening quote: “ ‘ 「 『 《 〈.
    OpenQuote,
    /// A closing quote.
    CloseQuote,
    /// An opening bracket: （ 【 〔 ［.
    OpenBracket,
    /// A closing bracket.
    CloseBracket,
    /// A dash.
    Dash,
    /// A square, disc or triangle that opens a line: □ ■ ● ▲ ◆ ★ ◀.
    Bullet,
    /// Anything else.
    Other,
}

impl Class {
    /// The class of `character`.
    ///
    /// # Examples
    ///
    /// ```
    /// use tearsheet::line::Class;
    /// assert_eq!(Class::of('報'), Class::Han);
    /// assert_eq!(Class::of('、'), Class::Pause);
    /// ```
    #[inline]
    pub fn of(character: char) -> Self {
        // Nearly all characters of a Chinese page, and of a Western one.
        match character {
            UNIFIED_FIRST..=UNIFIED_LAST => Self::Han,
            'a'..='z' | 'A'..='Z' => Self::Latin,
            '0'..='9' => Self::Digit,
            _ => Self::of_rarer(character),
        }
    }

    fn of_rarer(character: char) -> Self {
        match character {
            '。' | '！' | '？' | '.' | '!' | '?' | '…' | '．' | '｡' => Self::SentenceEnd,
            '，' | '、' | '；' | ',' | ';' | '､' => Self::Pause,
            '：' | ':' | '∶' => Self::Colon,
            '“' | '‘' | '「' | '『' | '《' | '〈' | '«' | '„' | '﹁' | '﹃' | '〝' => {
                Self::OpenQuote
            }
            '”' | '’' | '」' | '』' | '》' | '〉' | '»' | '﹂' | '﹄' | '〞' => {
                Self::CloseQuote
            }
            '（' | '【' | '〔' | '［' | '(' | '[' | '﹝' | '{' | '｛' | '〖' => {
                Self::OpenBracket
            }
            '）' | '】' | '〕' | '］' | ')' | ']' | '﹞' | '}' | '｝' | '〗' => {
                Self::CloseBracket
            }
            '—' | '–' | '－' | '─' | '―' => Self::Dash,
            '\u{25a0}'..='\u{25ff}' | '★' | '☆' | '•' | '·' | '※' | '☉' | '⊙' => {
                Self::Bullet
            }
            _ if is_han(character) => Self::Han,
            _ if character.is_numeric() => Self::Digit,
            _ if character.is_alphabetic() => Self::Latin,
            _ => Self::Other,
        }
    }
}

/// The block of the unified Han characters.
const UNIFIED_FIRST: char = '\u{4e00}';
const UNIFIED_LAST: char = '\u{9fff}';

/// Whether `character` is a unified Han character of the main block.
#[inline]
pub(crate) const fn is_unified(character: char) -> bool {
    matches!(character, UNIFIED_FIRST..=UNIFIED_LAST)
}

/// Whether `character` is a Han character, or stands for one: 〇, 々, a radical, a private-use form.
#[inline]
pub fn is_han(character: char) -> bool {
    is_unified(character) || !character.is_ascii() && is_rarer_han(character)
}

fn is_rarer_han(character: char) -> bool {
    matches!(character,
        '\u{3400}'..='\u{4dbf}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' | '\u{2e80}'..='\u{2fdf}' | '々' | '〇' | '\u{e000}'..='\u{f8ff}')
}

/// Whether nothing is to be seen of `character` and it is no white space either: controls, zero-width
/// spaces, bidirectional marks. These are taken out of the text, each as a repair.
#[inline]
pub fn is_invisible(character: char) -> bool {
    match character {
        ' '..='~' | UNIFIED_FIRST..=UNIFIED_LAST => false,
        '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}' => true,
        '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' => true,
        _ => character.is_control() && !character.is_whitespace(),
    }
}

/// The width of `character` in half ems, as a Chinese page sets it: dashes and dots are as wide as a Han
/// character, curly quotes half as wide: 动，采取“一对一”“一对多”“多对 of the Wuhai page fills the measure of
/// its neighbours that way.
#[inline]
pub(super) fn width(character: char) -> usize {
    match character {
        ' '..='~' => 1,
        UNIFIED_FIRST..=UNIFIED_LAST => 2,
        '\t' => 4,
        '—' | '…' | '×' | '─' | '―' => 2,
        '\u{25a0}'..='\u{25ff}' => 2,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' => 2,
        '\u{e000}'..='\u{faff}' | '\u{fe10}'..='\u{fe6f}' | '\u{ff01}'..='\u{ff60}' => 2,
        '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3fffd}' => 2,
        _ if is_invisible(character) => 0,
        _ => 1,
    }
}

//! What a line sounds like: its words are those of headlines, of the names of columns, of bylines, or of running
//! text. 启动 and 举行 are words of headlines, 记者 of bylines, 责任编辑 of furniture; 日前 opens a body, 他说 goes on with one.
//!
//! A linear model over the grams of a line: single Han characters and pairs of neighbours; Western words, pairs of
//! them, and how three in a row are capitalised. `examples/fit_weights` fits it on labelled pages.

use crate::entries::{self, Entries, number};
use crate::language::{Script, Words, shape, word_number};
use crate::line::Line;
use crate::read::State;

/// What a line may sound like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[non_exhaustive]
pub enum Sound {
    /// Amid a paragraph.
    Text,
    /// The beginning of a body.
    Opening,
    /// The beginning of a later paragraph.
    Paragraph,
    /// A headline.
    Headline,
    /// A kicker.
    Kicker,
    /// A deck.
    Deck,
    /// A byline.
    Byline,
    /// A section heading.
    Heading,
    /// A caption or a credit.
    Caption,
    /// A jump mark or furniture.
    Furniture,
}

/// The number of sounds.
pub const SOUNDS: usize = 10;

impl Sound {
    /// How lines of this state sound.
    pub const fn of(state: State) -> Self {
        match state {
            State::ParagraphOn => Self::Text,
            State::Opening => Self::Opening,
            State::Paragraph => Self::Paragraph,
            State::Headline | State::HeadlineOn => Self::Headline,
            State::Kicker => Self::Kicker,
            State::Deck | State::DeckOn => Self::Deck,
            State::Byline => Self::Byline,
            State::Heading | State::HeadingOn => Self::Heading,
            State::Caption | State::CaptionOn | State::Credit | State::CreditOn => Self::Caption,
            State::Jump | State::Furniture | State::FurnitureOn => Self::Furniture,
        }
    }
}

/// How much a line sounds like each [`Sound`], in [`LEVELS`].
pub(crate) type Levels = [u8; SOUNDS];
/// The levels: 0 for a sound that another one beats by far.
pub(crate) const LEVELS: usize = 8;
/// What parts the levels, in tenths of a nat between a sound and the best of the others.
const BOUNDS: [i32; LEVELS - 1] = [-50, -35, -22, -12, -4, 4, 18];

/// How a line sounds is heard from so much of it, in characters of it: a longer one is text, and how that begins tells.
const HEARD_HAN: usize = 30;
const HEARD_LATIN: usize = 70;

/// Points of each gram for each sound, in tenths of a nat.
#[derive(Clone, Debug)]
pub struct Sounds(Entries<LANES>);

/// The sounds, filled up to a whole vector of the machine.
const LANES: usize = SOUNDS.next_multiple_of(16);
/// The gram that every line has once, whatever its length; [`grams`] does not give it.
pub const ALWAYS: u32 = 0;

impl Sounds {
    /// Of what [`Sounds::entries`] wrote.
    ///
    /// # Panics
    ///
    /// Where `entries` are not whole.
    ///
    /// # Examples
    ///
    /// ```
    /// use tearsheet::read::lexicon::{ALWAYS, SOUNDS, Sounds};
    /// let sounds = Sounds::of_points([(ALWAYS, [1; SOUNDS])]);
    /// assert_eq!(Sounds::new(&sounds.entries()).entries(), sounds.entries());
    /// ```
    pub fn new(entries: &[u8]) -> Self {
        Self::of_points(entries::parse(entries))
    }

    /// Of the points of grams, in tenths of a nat.
    pub fn of_points(points: impl IntoIterator<Item = (u32, [i8; SOUNDS])>) -> Self {
        Self(Entries::new(points.into_iter().map(|(gram, points)| {
            let mut wide = [0; LANES];
            wide[..SOUNDS].copy_from_slice(&points);
            (gram, wide)
        })))
    }

    /// The entries, for [`Sounds::new`].
    pub fn entries(&self) -> Vec<u8> {
        let entries = self.0.iter();
        entries.flat_map(|(gram, points)| entries::write(gram, &points[..SOUNDS])).collect()
    }

    /// What each line sounds like.
    pub(crate) fn levels(&self, text: &str, lines: &[Line], script: Script) -> Vec<Levels> {
        lines.iter().map(|line| self.levels_of(&text[line.span.range()], script)).collect()
    }

    fn levels_of(&self, line: &str, script: Script) -> Levels {
        // No line has more grams than three for each of its characters that are heard, so the sums stay in range.
        let (mut sums, mut count) = ([0_i16; LANES], 0_u32);
        grams(line, script, |gram| {
            count += 1;
            if let Some(points) = self.0.get(gram) {
                for (sum, &points) in sums.iter_mut().zip(points) {
                    *sum += i16::from(points);
                }
            }
        });
        // A long line has more grams and is no surer for it.
        let root = (count << 8).isqrt().max(1) as i32;
        let always = self.0.get(ALWAYS).copied().unwrap_or_default();
        let points: [i32; SOUNDS] =
            std::array::from_fn(|at| i32::from(sums[at]) * 16 / root + i32::from(always[at]));
        // The best of the others is the best, but for the best itself.
        let best = (0..SOUNDS).max_by_key(|&sound| points[sound]).unwrap_or(0);
        let second = (0..SOUNDS).filter(|&sound| sound != best).map(|sound| points[sound]).max();
        std::array::from_fn(|sound| {
            let other = if sound == best { second.unwrap_or(0) } else { points[best] };
            let margin = points[sound] - other;
            BOUNDS.iter().map(|&bound| u8::from(margin >= bound)).sum()
        })
    }
}

/// Calls `take` with the number of each gram of a line, or of its beginning if it is long.
///
/// # Examples
///
/// ```
/// use tearsheet::{language::Script, read::lexicon::grams};
/// let mut count = 0;
/// grams("动工", Script::Han, |_| count += 1);
/// assert_eq!(count, 5, "two characters, and the pairs with what stands before and behind");
/// ```
pub fn grams(line: &str, script: Script, take: impl FnMut(u32)) {
    match script {
        Script::Han => characters(heard(line, HEARD_HAN), take),
        Script::Latin => words(heard(line, HEARD_LATIN), take),
    }
}

fn heard(line: &str, most: usize) -> &str {
    line.char_indices().nth(most).map_or(line, |(end, _)| &line[..end])
}

/// What stands before the first character and behind the last one.
const BEGIN: u32 = 2;
const END: u32 = 3;

/// Characters and pairs of them. Spaces do not count, and one figure is like another.
fn characters(line: &str, mut take: impl FnMut(u32)) {
    let mut before = BEGIN;
    let inner = line.chars().filter(|character| !character.is_whitespace()).map(|character| {
        if character.is_ascii_digit() { '0'.into() } else { u32::from(character) }
    });
    for character in inner.chain([END]) {
        if character != END {
            take(number([character, 0, 0]));
        }
        take(number([before, character, 0]));
        before = character;
    }
}

/// Words and marks, pairs of them, and how three in a row are capitalised.
fn words(line: &str, mut take: impl FnMut(u32)) {
    let (mut before, mut shapes) = (BEGIN, [0, u32::from('^')]);
    let mut each = |word: u32, shape: char| {
        if word != END {
            take(number([word, 0, 0]));
        }
        take(number([before, word, 0]));
        let shape = u32::from(shape);
        take(number([shapes[0], shapes[1], shape]));
        (before, shapes) = (word, [shapes[1], shape]);
    };
    Words(line).for_each(|word| each(word_number(word), shape(word)));
    each(END, '$');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;
    use crate::read::weights::lexicon_of;

    fn grams_of(line: &str, script: Script) -> Vec<u32> {
        let mut out = Vec::new();
        grams(line, script, |gram| out.push(gram));
        out
    }

    #[test]
    fn spaces_and_figures_part_no_characters() {
        let han = |line| grams_of(line, Script::Han);
        assert_eq!(han("卖 伞 的 人"), han("卖伞的人"));
        assert_eq!(han("第3版"), han("第8版"));
        assert_ne!(han("版面"), han("面版"));
        assert_eq!(han("版").len(), 3, "the character, and its pairs with both ends");
    }

    #[test]
    fn words_are_the_same_in_capitals_and_their_shapes_are_not() {
        let latin = |line| grams_of(line, Script::Latin);
        let (small, large) = (latin("staff writer"), latin("STAFF WRITER"));
        let shared = small.iter().filter(|gram| large.contains(gram)).count();
        // Two words, and three pairs with the ends; all three shapes differ.
        assert_eq!((small.len(), shared), (8, 5));
        assert_eq!(latin("Page 12."), latin("Page 34."));
        assert_eq!(latin("").len(), 2, "the ends alone");
    }

    #[test]
    fn a_line_sounds_like_what_its_grams_are_worth() {
        let mut points = [0; SOUNDS];
        points[Sound::Byline as usize] = 100;
        let known = grams_of("记", Script::Han)[0];
        let sounds = Sounds::of_points([(known, points), (ALWAYS, [0; SOUNDS])]);
        assert_eq!(Sounds::new(&sounds.entries()).entries(), sounds.entries());
        let text = format!("记者\n版面\n{}记", "版".repeat(HEARD_HAN));
        let levels = sounds.levels(&text, &lines(&text).lines, Script::Han);
        let byline = |line: usize| levels[line][Sound::Byline as usize];
        assert_eq!(usize::from(byline(0)), LEVELS - 1);
        assert_eq!(byline(1), levels[1][Sound::Text as usize], "nothing is known");
        assert_eq!(byline(2), byline(1), "so far nobody listens");
    }

    #[test]
    fn the_lexicons_of_the_crate_are_whole() {
        for script in [Script::Han, Script::Latin] {
            let sounds = &lexicon_of(script).sounds;
            assert!(sounds.0.get(ALWAYS).is_some(), "{script:?}");
            assert!(sounds.0.iter().count() > 1000, "{script:?}");
        }
    }

    #[test]
    #[should_panic(expected = "whole entries")]
    fn half_an_entry_is_refused() {
        Sounds::new(&[0; 4 + SOUNDS + 1]);
    }
}

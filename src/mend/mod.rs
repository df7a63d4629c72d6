//! Mending: the lines of an element become text, and every change a repair.
//!
//! Text is held as a [`Stretch`]: characters that know where in the source they stand. So a form can
//! be cut out of a paragraph, or a space taken out, and the spans of what is left stay true.

mod hyphen;
mod join;
mod letters;
mod quotes;
mod spaces;
mod unify;

pub(crate) use hyphen::HYPHENS;
pub use hyphen::{Decision, Hyphens};
pub use join::{join, join_head};
pub use quotes::unpaired;
pub use spaces::close_up;
pub use unify::{ligature, modern, unify};

use crate::document::{Confidence, Span};
use crate::line::is_unified;
use std::ops::Range;

/// What mending does where there is a choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mending {
    /// A hyphen at a line end whose fate is less sure stays, with a space after it.
    pub least_certainty: Confidence,
    /// What becomes of the letters of old print.
    pub old_print: OldPrint,
}

/// What becomes of the letters and marks that only old print has, such as ſ and ⸗.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OldPrint {
    /// They stay: Staats⸗Anzeiger, Geſetz.
    #[default]
    Keep,
    /// They become those of today: Staats-Anzeiger, Gesetz.
    Modern,
}

/// A character and where it stands in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// The character, mended.
    pub character: char,
    /// Its bytes in the source; empty for a space that stands for a line end.
    pub source: Span,
}

/// A piece of text whose characters know where they stand in the source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// The characters in order.
    pub glyphs: Vec<Glyph>,
}

impl Stretch {
    /// The text.
    pub fn text(&self) -> String {
        let bytes = self.glyphs.iter().map(|glyph| glyph.character.len_utf8()).sum();
        let mut out = String::with_capacity(bytes);
        out.extend(self.glyphs.iter().map(|glyph| glyph.character));
        out
    }

    /// The places of the text in the source: what stands together there, white space between counted
    /// in, is one span.
    ///
    /// `source` is the text that the spans are of.
    pub fn spans(&self, source: &str) -> Vec<Span> {
        let mut out: Vec<Span> = Vec::new();
        for glyph in &self.glyphs {
            let blank = !is_unified(glyph.character) && glyph.character.is_whitespace();
            if blank || glyph.source.is_empty() {
                continue;
            }
            match out.last_mut() {
                // ﬁ became two characters: both stand in the same place.
                Some(last) if glyph.source.end == last.end => {}
                Some(last)
                    if last.end == glyph.source.start
                        || last.end < glyph.source.start
                            && source[last.end..glyph.source.start].chars().all(|c| {
                                matches!(c, ' ' | '\t' | '\u{3000}') || crate::line::is_invisible(c)
                            }) =>
                {
                    last.end = glyph.source.end;
                }
                _ => out.push(glyph.source),
            }
        }
        // Documents keep them, and most have one.
        out.shrink_to_fit();
        out
    }

    /// Takes out the characters at `range` of the bytes of [`Self::text`] and gives them as a stretch.
    ///
    /// # Panics
    ///
    /// Where the range is no range of character boundaries of the text.
    pub fn cut(&mut self, range: Range<usize>) -> Self {
        let (from, to) = (self.index(range.start), self.index(range.end));
        Self { glyphs: self.glyphs.drain(from..to).collect() }
    }

    /// A copy of the characters at `range` of the bytes of [`Self::text`].
    ///
    /// # Panics
    ///
    /// As [`Self::cut`].
    pub fn copy(&self, range: Range<usize>) -> Self {
        let (from, to) = (self.index(range.start), self.index(range.end));
        Self { glyphs: self.glyphs[from..to].to_vec() }
    }

    /// Takes white space off both ends.
    pub fn trim(&mut self) {
        let blank = |glyph: &Glyph| glyph.character.is_whitespace();
        while self.glyphs.last().is_some_and(blank) {
            self.glyphs.pop();
        }
        let lead = self.glyphs.iter().take_while(|glyph| blank(glyph)).count();
        self.glyphs.drain(..lead);
    }

    /// Whether there is nothing to read.
    pub fn is_blank(&self) -> bool {
        self.glyphs.iter().all(|glyph| glyph.character.is_whitespace())
    }

    /// Adds `other` at the end.
    pub fn append(&mut self, mut other: Self) {
        self.glyphs.append(&mut other.glyphs);
    }

    /// The index of the character at byte `at` of the text.
    fn index(&self, at: usize) -> usize {
        let mut bytes = 0;
        let index = self.glyphs.iter().position(|glyph| {
            let here = bytes == at;
            bytes += glyph.character.len_utf8();
            here
        });
        index.unwrap_or_else(|| {
            assert_eq!(bytes, at, "not a character boundary");
            self.glyphs.len()
        })
    }
}

//! The words of a row and the cells they stand in, as on a terminal.

use crate::line::character::width;
use crate::line::{Line, ends_line, is_invisible};

/// Tabs go on to the next cell that is so many times this.
const TAB: usize = 8;
/// What stands further right is not looked at: a page of a broadsheet is some 350 cells wide.
const WIDEST: usize = 1000;

/// How many cells a character takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cells {
    /// One, whatever it is, as `pdftotext` counts.
    PerCharacter,
    /// A Chinese character two, as a terminal shows it.
    ByWidth,
}

impl Cells {
    fn of(self, character: char) -> usize {
        match self {
            Self::PerCharacter => usize::from(!is_invisible(character)),
            Self::ByWidth => width(character),
        }
    }

    /// How wide a cell is where the line stands, in half ems.
    pub(super) fn half_ems(self, line: &Line) -> usize {
        match self {
            Self::PerCharacter if line.han * 2 > line.glyphs => 2,
            _ => 1,
        }
    }
}

/// What stands between white space, and the cells it takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) left: usize,
    /// The cell behind it.
    pub(super) right: usize,
}

/// The part of a row that stands in one column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Strip {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) left: usize,
    /// The cell behind it.
    pub(super) right: usize,
    /// Where the lines of its column begin.
    pub(super) edge: usize,
}

impl Strip {
    /// A strip of one word, of the column that begins at `edge`, or there.
    pub(super) fn new(word: &Word, edge: Option<usize>) -> Self {
        let Word { start, end, left, right } = *word;
        Self { start, end, left, right, edge: edge.unwrap_or(left) }
    }
}

/// A row of a page.
#[derive(Debug)]
pub(super) struct Row {
    /// Its number in the source, blank ones counted.
    pub(super) number: usize,
    pub(super) words: Vec<Word>,
}

/// White space that is no space between words.
pub(super) const GAP: usize = 2;

/// Whether the line has white space within that may be a gutter.
pub(super) fn has_gap(text: &str, line: &Line) -> bool {
    let content = &text[line.span.range()];
    content.contains("  ") || content.contains('\t') || content.contains('\u{3000}')
}

impl Row {
    pub(super) fn new(text: &str, line: &Line, cells: Cells) -> Self {
        let before = &text[..line.span.start];
        let lead = before.len() - before.trim_end_matches(|c: char| !ends_line(c)).len();
        let mut words: Vec<Word> = Vec::new();
        let mut left = 0;
        let mut within = false;
        for (at, character) in text[line.span.start - lead..line.span.end].char_indices() {
            let at = line.span.start - lead + at;
            let right = match character {
                '\t' => (left / TAB + 1) * TAB,
                _ => left + cells.of(character),
            };
            let blank = character.is_whitespace();
            match words.last_mut().filter(|_| within) {
                // Past the widest, all is one word.
                Some(word) if !blank || left >= WIDEST => {
                    (word.end, word.right) = (at + character.len_utf8(), right);
                }
                _ if blank => within = false,
                // What is not seen begins no word.
                _ if is_invisible(character) => {}
                _ => {
                    words.push(Word { start: at, end: at + character.len_utf8(), left, right });
                    within = true;
                }
            }
            left = right;
        }
        Self { number: line.number, words }
    }

    /// The first word that does not end before the cell.
    pub(super) fn reaching(&self, cell: usize) -> Option<&Word> {
        self.words.get(self.words.partition_point(|word| word.right <= cell))
    }

    /// The white space before a word, in cells; before the first one there is enough.
    pub(super) fn gap(&self, nth: usize) -> usize {
        nth.checked_sub(1)
            .map_or(usize::MAX, |before| self.words[nth].left - self.words[before].right)
    }
}

//! What speaks for one line of running text going on in another: the words on both sides of the line end, and how wide the lines
//! are set.

use super::{Class, Line};
use crate::language::{Breaks, Edge, Script, Table};

/// A column is no narrower, in half ems: old print has 14.
pub(super) const NARROWEST: usize = 14;
/// A line that begins a paragraph is two characters short.
pub(super) const INDENT: usize = 4;
/// By how much a line that goes on may be short of the next one, in half ems; Western lines by a share of their width.
const SLACK: usize = 2 * INDENT;
const WESTERN_SHARE: usize = 3;
/// No line end tells more, in hundredths of a nat.
const MOST: i32 = 500;
/// What it costs that a line goes on in one that begins a paragraph or is of a wider column.
const BROKEN: i32 = 200;

/// What tells which lines of a text go on in which.
pub(super) struct Links<'a> {
    text: &'a str,
    flow: &'a Breaks,
    script: Script,
}

/// A line, or a part of one, and the words it begins and ends with.
#[derive(Clone, Copy)]
pub(super) struct Piece<'a> {
    pub(super) line: &'a Line,
    edge: Edge,
}

impl Piece<'_> {
    /// The words on both sides of the line end, if the other follows.
    pub(super) fn words_beside(self, below: Self) -> impl Ord {
        (self.edge.last, below.edge.first)
    }
}

impl<'a> Links<'a> {
    pub(super) fn new(text: &'a str, table: &'a Table) -> Self {
        Self { text, flow: table.flow, script: table.script }
    }

    pub(super) fn piece<'l>(&self, line: &'l Line) -> Piece<'l> {
        let edge = Edge::of(&self.text[line.span.range()], self.script);
        Piece { line, edge }
    }

    /// What speaks for one line going on in the other, in hundredths of a nat; none where nothing tells: the first
    /// one ends a sentence or is no line of a column.
    pub(super) fn told(&self, above: Piece<'_>, below: Piece<'_>) -> Option<i32> {
        let (one, other) = (above.line, below.line);
        if one.width < NARROWEST || one.last == Class::SentenceEnd {
            return None;
        }
        let points = (self.flow.points(above.edge, below.edge) * 10).clamp(-MOST, MOST);
        Some(points - self.misfit(one, other))
    }

    /// As [`Links::told`], 0 where nothing tells.
    pub(super) fn link(&self, above: Piece<'_>, below: Piece<'_>) -> i32 {
        self.told(above, below).unwrap_or(0)
    }

    /// What it costs that the lines are set as they are, if the one goes on in the other.
    fn misfit(&self, one: &Line, other: &Line) -> i32 {
        let slack = match self.script {
            Script::Han => SLACK,
            Script::Latin => one.width / WESTERN_SHARE,
        };
        let short = one.width + slack < other.width;
        let begins = other.indent >= INDENT && one.indent < INDENT;
        if short || begins { BROKEN } else { 0 }
    }
}

//! The blocks of a page in the order in which they are read: what stands above in the same column before what stands below, and a
//! column before those to its right, unless something above both of them parts them (T. Breuel, High Performance Document Layout
//! Analysis, 2003).

use super::block::Block;
use super::row::Row;
use crate::line::links::{Links, Piece};
use crate::line::{Class, Line};
use std::cmp::Reverse;
use std::ops::Range;

/// So many blocks are put in order together; a page has some hundred.
const MOST: usize = 256;
/// A head has no more lines.
const LONGEST_HEAD: usize = 5;
/// Text begins so many rows under its head.
const UNDER: usize = 6;
/// What must speak for a column beside going on with the last line, more than for what stands beneath, in hundredths of a nat.
const MARGIN: i32 = 150;
/// Columns that go on in each other are no further apart, in cells.
const WIDEST_GUTTER: usize = 8;

/// The lines of blocks, block after block.
///
/// `set`: the lines of a block.
pub(super) fn ordered(
    mut blocks: Vec<Block>,
    rows: &[Row],
    set: impl Fn(&Block) -> Vec<Line>,
    links: &Links<'_>,
) -> Vec<Vec<Line>> {
    blocks.sort_by_key(|block| (block.top, block.left));
    let mut out = Vec::with_capacity(blocks.len());
    for blocks in blocks.chunks(MOST) {
        let reads_on = |above: &Block, below: &Block| {
            let (above, below) = (set(above), set(below));
            link(links, &Ends::of(&above, links), &Ends::of(&below, links)) > 0
        };
        let mut blocks = part_heads(rows, blocks, reads_on);
        blocks.sort_by_key(|block| (block.top, block.left));
        let mut lines: Vec<Vec<Line>> = blocks.iter().map(&set).collect();
        let ends: Vec<Option<Ends<'_>>> =
            lines.iter().map(|lines| Ends::of(lines, links)).collect();
        let places = order(&spread(&blocks, &ends, links), &ends, links);
        drop(ends);
        out.extend(places.into_iter().map(|place| std::mem::take(&mut lines[place])));
    }
    out
}

/// The first and the last line of a block.
struct Ends<'a> {
    first: Piece<'a>,
    last: Piece<'a>,
}

impl<'a> Ends<'a> {
    fn of(lines: &'a [Line], links: &Links<'_>) -> Option<Self> {
        Some(Self { first: links.piece(lines.first()?), last: links.piece(lines.last()?) })
    }
}

fn ends_text(ends: &Option<Ends<'_>>) -> bool {
    ends.as_ref().is_some_and(|ends| ends.last.line.last == Class::SentenceEnd)
}

/// What speaks for a block going on in another.
fn link(links: &Links<'_>, above: &Option<Ends<'_>>, below: &Option<Ends<'_>>) -> i32 {
    match (above, below) {
        (Some(above), Some(below)) => links.link(above.last, below.first),
        _ => 0,
    }
}

/// Parts blocks where columns begin beside them, their first lines standing over those: they are a head, if the rest does not read on
/// from them.
fn part_heads(
    rows: &[Row],
    blocks: &[Block],
    reads_on: impl Fn(&Block, &Block) -> bool,
) -> Vec<Block> {
    let mut out = Vec::with_capacity(blocks.len());
    for block in blocks {
        let beside = blocks.iter().filter(|other| {
            other.left >= block.right
                && other.bottom >= block.top
                && other.top <= block.top + LONGEST_HEAD
        });
        let next = beside.min_by_key(|other| (other.left, other.top));
        let parted =
            next.filter(|next| next.top > block.top).and_then(|next| block.parted(rows, next.top));
        match parted.filter(|(upper, lower)| !reads_on(upper, lower)) {
            Some((upper, lower)) => out.extend([upper, lower]),
            None => out.push(block.clone()),
        }
    }
    out
}

/// The blocks with heads as wide as the columns that begin under them: type of heads takes fewer cells than it is wide.
fn spread(blocks: &[Block], ends: &[Option<Ends<'_>>], links: &Links<'_>) -> Vec<Block> {
    let mut out = blocks.to_vec();
    for at in (0..out.len()).rev() {
        let head = &out[at];
        let under = |block: &Block| block.top > head.bottom && block.top <= head.bottom + UNDER;
        if head.strips.len() > LONGEST_HEAD {
            continue;
        }
        let below = (at + 1..out.len())
            .filter(|&block| out[block].top > head.bottom && out[block].is_over(head));
        let Some(place) =
            below.min_by_key(|&block| out[block].top).filter(|&block| under(&out[block]))
        else {
            continue;
        };
        let below = &out[place];
        let above = (0..at)
            .filter(|&above| out[above].bottom < head.top && blocks[above].is_over(&blocks[at]));
        let above = above.max_by_key(|&above| out[above].bottom);
        let goes_on = above.is_some_and(|above| link(links, &ends[above], &ends[at]) > 0);
        if ends_text(&ends[at]) || goes_on || link(links, &ends[at], &ends[place]) > 0 {
            continue;
        }
        let mut right = head.right.max(below.right);
        // The columns that begin beside the one under the head.
        loop {
            let beside = out.iter().filter(|block| {
                block.left >= right && block.bottom >= head.top && block.top <= below.top + 1
            });
            let Some(next) = beside.min_by_key(|block| (block.left, block.top)) else { break };
            if next.top.abs_diff(below.top) > 1 {
                break;
            }
            right = next.right;
        }
        out[at].right = right;
    }
    out
}

/// The places of blocks in the order in which they are read.
fn order(blocks: &[Block], ends: &[Option<Ends<'_>>], links: &Links<'_>) -> Vec<usize> {
    let mut reading = Reading {
        blocks,
        ends,
        links,
        waiting: Waiting::new(blocks),
        left: (0..blocks.len()).collect(),
    };
    let mut out: Vec<usize> = Vec::with_capacity(blocks.len());
    while let Some(usual) = reading.usual(out.last().copied()) {
        let next = out.last().and_then(|&last| reading.going_on(last, usual)).unwrap_or(usual);
        reading.left.retain(|&other| other != next);
        reading.waiting.take(next);
        out.push(next);
    }
    out
}

/// A page as far as it was read.
struct Reading<'a> {
    blocks: &'a [Block],
    ends: &'a [Option<Ends<'a>>],
    links: &'a Links<'a>,
    waiting: Waiting,
    /// The blocks that are not out yet.
    left: Vec<usize>,
}

impl Reading<'_> {
    /// The next block, as far as places tell.
    fn usual(&self, last: Option<usize>) -> Option<usize> {
        let rank = |&place: &usize| {
            let block = &self.blocks[place];
            let beneath = last.is_some_and(|last| {
                let last = &self.blocks[last];
                last.is_over(block) && block.top > last.top
            });
            (self.waiting.above[place], self.waiting.beside[place], !beneath, block.left, block.top)
        };
        self.left.iter().copied().min_by_key(rank)
    }

    fn link(&self, last: usize, place: usize) -> i32 {
        link(self.links, &self.ends[last], &self.ends[place])
    }

    /// The block near the last one that it goes on in by its words, if they tell.
    fn going_on(&self, last: usize, usual: usize) -> Option<usize> {
        let above = &self.blocks[last];
        let near = self.left.iter().copied().filter(|&place| {
            self.waiting.above[place] == 0
                && (above.left..=above.right + WIDEST_GUTTER).contains(&self.blocks[place].left)
        });
        let best = near.max_by_key(|&place| (self.link(last, place), Reverse(place)))?;
        (self.link(last, best) > MARGIN + self.link(last, usual).max(0)).then_some(best)
    }
}

/// How many blocks must come before each, of those that are not out yet.
struct Waiting {
    above: Vec<usize>,
    beside: Vec<usize>,
    /// The blocks that wait for each.
    below: Vec<Vec<usize>>,
    right: Vec<Vec<usize>>,
}

impl Waiting {
    fn new(blocks: &[Block]) -> Self {
        let count = blocks.len();
        let over: Vec<Places> = blocks.iter().map(|block| Places::over(block, blocks)).collect();
        // They stand by their tops: the first that begins lower than each.
        let lower: Vec<usize> = (blocks.iter())
            .map(|one| blocks.partition_point(|block| block.top <= one.top))
            .collect();
        let none = || vec![Vec::new(); count];
        let mut out =
            Self { above: vec![0; count], beside: vec![0; count], below: none(), right: none() };
        for (one, a) in blocks.iter().enumerate() {
            for (other, b) in blocks.iter().enumerate() {
                if one != other && a.is_over(b) && a.top < b.top {
                    out.below[one].push(other);
                    out.above[other] += 1;
                } else if a.right <= b.left {
                    // A block that begins between the tops of two may stand over or under both.
                    let (from, to) = (lower[one.min(other)], lower[one.max(other)]);
                    if !over[one].meets(&over[other], from..to) {
                        out.right[one].push(other);
                        out.beside[other] += 1;
                    }
                }
            }
        }
        out
    }

    fn take(&mut self, place: usize) {
        for &other in &self.below[place] {
            self.above[other] -= 1;
        }
        for &other in &self.right[place] {
            self.beside[other] -= 1;
        }
    }
}

/// Some of the blocks that are put in order together, a bit each.
struct Places([u64; PLACES]);

/// Parting heads may double the blocks.
const PLACES: usize = 2 * MOST / 64;

impl Places {
    /// The blocks in whose cells `block` stands.
    fn over(block: &Block, blocks: &[Block]) -> Self {
        let mut out = [0; PLACES];
        for (place, _) in blocks.iter().enumerate().filter(|(_, other)| other.is_over(block)) {
            out[place / 64] |= 1 << (place % 64);
        }
        Self(out)
    }

    /// Whether both have one of `places`.
    fn meets(&self, other: &Self, places: Range<usize>) -> bool {
        let words = places.start / 64..places.end.div_ceil(64);
        words.into_iter().any(|word| {
            let begun = places.start.saturating_sub(word * 64);
            let left = (places.end - word * 64).min(64);
            let mask = (u64::MAX << begun) & (u64::MAX >> (64 - left));
            self.0[word] & other.0[word] & mask != 0
        })
    }
}

//! The edges of columns: cells at which lines begin, one under the other, behind white space.

use super::row::{GAP, Row, Strip, Word};
use std::collections::BTreeMap;
use std::ops::Range;

/// An edge at which fewer lines begin is chance, and one for which less speaks.
const FEWEST: usize = 4;
const LEAST: i32 = 12;
/// What speaks for an edge in a row: a word begins there behind a gap, or nearly so: beside it, or behind one space; and against it: a
/// word runs over it.
const BEGINS: i32 = 3;
const NEARLY: i32 = 1;
const CROSSED: i32 = -4;
/// An edge of which so much is lost goes on no further.
const DROP: i32 = 12;
/// Nor does one for which no row has spoken for so many.
const LONGEST_PAUSE: usize = 60;
/// An edge reaches over so many rows more, up to the next word that runs over it: heads are centred, or begin elsewhere.
const REACH: usize = 8;
/// Columns are no nearer to each other, in cells: what begins nearer is an indent.
const NEAREST: usize = 5;
/// Words so far from each other stand in two columns, whatever stands above and below.
const FAR: usize = 8;
/// A row of more strips is no row of columns.
const MOST_STRIPS: usize = 16;

/// The edges of the columns of a page.
pub(super) struct Edges {
    /// The cells of those in each row, no two near each other, from left to right.
    of_row: Vec<Vec<usize>>,
    /// What speaks for all of them.
    pub(super) points: i32,
}

/// A cell at which the lines of some rows begin.
struct Edge {
    cell: usize,
    rows: Range<usize>,
    points: i32,
}

/// An edge as far as the rows have been seen.
#[derive(Clone, Copy, Default)]
struct Growing {
    start: usize,
    /// The row behind the last one that spoke for it.
    end: usize,
    points: i32,
    best: i32,
    begun: usize,
}

impl Growing {
    /// Takes in a row; gives the edge if it ends.
    fn add(&mut self, at: usize, cell: usize, points: i32) -> Option<Edge> {
        let ended =
            if self.points > 0 && at > self.end + LONGEST_PAUSE { self.end(cell) } else { None };
        if self.points == 0 {
            if points < 0 {
                return ended;
            }
            self.start = at;
        }
        self.points += points;
        self.begun += usize::from(points == BEGINS);
        if self.points > self.best {
            (self.best, self.end) = (self.points, at + 1);
        }
        let lost = self.points <= 0 || self.points + DROP <= self.best;
        ended.or_else(|| if lost { self.end(cell) } else { None })
    }

    fn end(&mut self, cell: usize) -> Option<Edge> {
        let Self { start, end, best, begun, .. } = std::mem::take(self);
        (begun >= FEWEST && best >= LEAST).then_some(Edge { cell, rows: start..end, points: best })
    }
}

impl Edges {
    pub(super) fn of(rows: &[Row]) -> Self {
        let mut edges = grown(rows);
        let points = edges.iter().map(|edge| edge.points).sum();
        // The stronger keeps others from standing close to it.
        edges.sort_by_key(|edge| (-edge.points, edge.cell, edge.rows.start));
        let mut of_row: Vec<Vec<usize>> = vec![Vec::new(); rows.len()];
        for edge in &edges {
            for at in edge.reach(rows) {
                let near = |other: &usize| other.abs_diff(edge.cell) < NEAREST;
                if is_free(&rows[at], edge.cell) && !of_row[at].iter().any(near) {
                    of_row[at].push(edge.cell);
                }
            }
        }
        of_row.iter_mut().for_each(|cells| cells.sort_unstable());
        Self { of_row, points }
    }

    /// The strips of the row at `at`.
    pub(super) fn cut(&self, at: usize, row: &Row) -> Vec<Strip> {
        let edges = &self.of_row[at];
        // The last edge that is not behind the word.
        let edge_of = |word: &Word| {
            let begun = edges.partition_point(|&edge| edge <= word.left + 1);
            begun.checked_sub(1).map(|last| edges[last])
        };
        let mut out: Vec<Strip> = Vec::new();
        for (nth, word) in row.words.iter().enumerate() {
            let edge = edge_of(word);
            let gap = row.gap(nth);
            match out.last_mut() {
                Some(strip) => {
                    // Before it one column ends, and at it or behind it another begins.
                    let parted = edge
                        .filter(|&edge| edge >= strip.right && (gap >= GAP || word.left == edge));
                    if parted.is_some() || gap >= FAR {
                        out.push(Strip::new(word, parted));
                    } else {
                        (strip.end, strip.right) = (word.end, word.right);
                    }
                }
                None => out.push(Strip::new(word, edge)),
            }
        }
        if out.len() > MOST_STRIPS
            && let (Some(first), Some(last)) = (row.words.first(), row.words.last())
        {
            out = vec![Strip { end: last.end, right: last.right, ..Strip::new(first, None) }];
        }
        out
    }
}

/// The edges of a page, each in the rows from the first to the last that speaks for it.
fn grown(rows: &[Row]) -> Vec<Edge> {
    let mut count: BTreeMap<usize, usize> = BTreeMap::new();
    for row in rows {
        for nth in (0..row.words.len()).filter(|&nth| row.gap(nth) >= GAP) {
            *count.entry(row.words[nth].left).or_default() += 1;
        }
    }
    let cells = count.into_iter().filter(|&(_, count)| count >= FEWEST).map(|(cell, _)| cell);
    let mut growing: Vec<(usize, Growing)> = cells.map(|cell| (cell, Growing::default())).collect();
    let mut out = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let right = row.words.last().map_or(0, |word| word.right);
        let mut nth = 0;
        for (cell, edge) in growing.iter_mut().take_while(|(cell, _)| *cell <= right) {
            while row.words.get(nth).is_some_and(|word| word.right < *cell) {
                nth += 1;
            }
            out.extend(speaks(row, nth, *cell).and_then(|points| edge.add(at, *cell, points)));
        }
    }
    out.extend(growing.iter_mut().filter_map(|(cell, edge)| edge.end(*cell)));
    out
}

/// What a row says of an edge, if it does; `nth` is its first word that does not end before the cell before the edge.
fn speaks(row: &Row, nth: usize, cell: usize) -> Option<i32> {
    let word = row.words.get(nth)?;
    if word.left + 1 < cell {
        return Some(CROSSED);
    }
    let parted = row.gap(nth) >= GAP;
    match word.left.abs_diff(cell) {
        0 => Some(if parted { BEGINS } else { NEARLY }),
        1 => Some(if parted { NEARLY } else { CROSSED }),
        _ => None,
    }
}

/// Whether no word of the row runs over the cell.
fn is_free(row: &Row, cell: usize) -> bool {
    row.reaching(cell.saturating_sub(1)).is_none_or(|word| word.left + 1 >= cell)
}

impl Edge {
    /// Its rows, and those above and below up to the next word that runs over it.
    fn reach(&self, rows: &[Row]) -> Range<usize> {
        let free = |at: &usize| is_free(&rows[*at], self.cell);
        let above = (0..self.rows.start).rev().take(REACH).take_while(free).count();
        let below = (self.rows.end..rows.len()).take(REACH).take_while(free).count();
        self.rows.start - above..self.rows.end + below
    }
}

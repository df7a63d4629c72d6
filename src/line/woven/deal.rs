//! Rows dealt out to columns: of all ways to say which column each line stands in, the one in which lines go on best.
//!
//! Where nothing is woven, each line stands in the column of the line before it. Where columns are, the lines of each read on as
//! if the others were not there.

use crate::line::Line;
use crate::line::links::{Links, Piece};
use foldhash::{HashMap, HashMapExt};
use std::cmp::Reverse;
use std::ops::Range;

/// No page has been seen with more columns in a row.
pub(super) const MOST_COLUMNS: usize = 6;
/// What it costs that columns begin to be woven, and that they end to be, that one of them begins, and that two change places, in
/// hundredths of a nat.
const WOVEN: i32 = 300;
const PARTED: i32 = 200;
const NEW_COLUMN: i32 = 300;
const CROSSED: i32 = 100;
/// What each row costs where columns are woven: of several lines that it could go on with, one seems to fit by chance. Less where
/// most rows are: heads and short lines tell nothing, and what was taken by height was so all over the page.
const DOUBT: i32 = 120;
const LITTLE_DOUBT: i32 = 80;
/// What two rows of one part in the same column cost where columns are woven.
const TWICE: i32 = 200;
/// What it costs to take two lines that fill their measures for one, for each two.
const SEAM: i32 = 250;
/// What speaks for a line standing in the column that last followed that of the line before it, and against another one.
const REPEATED: i32 = 80;
/// So many ways to deal out the rows to each number of columns are followed at once: more columns cost more before they bring
/// anything.
const BEAM: usize = 12;
/// A way that is worse than the best by more is not followed, in hundredths of a nat.
const HOPELESS: i32 = 1500;

/// A row as the extractor gave it.
pub(super) struct Row<'a> {
    /// All of it as one line, and then the lines that may stand side by side in it, if it may be of several.
    pieces: Vec<Piece<'a>>,
    /// What speaks for these being one.
    seams: i32,
}

impl<'a> Row<'a> {
    /// A line and its parts, if it may be of several.
    pub(super) fn new(whole: &'a Line, parts: &'a [Line], links: &Links<'_>) -> Self {
        let pieces: Vec<Piece<'a>> =
            std::iter::once(whole).chain(parts).map(|line| links.piece(line)).collect();
        let seams = pieces[1..].windows(2).map(|two| links.link(two[0], two[1]) - SEAM).sum();
        Self { pieces, seams }
    }

    pub(super) fn whole(&self) -> Piece<'a> {
        self.pieces[0]
    }

    /// Its lines as they were dealt out, each with its column.
    pub(super) fn dealt(&self, dealt: &Dealt) -> impl Iterator<Item = (Piece<'a>, usize)> {
        let pieces = &self.pieces[self.lines(dealt.parted)];
        pieces.iter().copied().zip(dealt.columns.map(usize::from))
    }

    /// The places of its lines among its pieces.
    fn lines(&self, parted: bool) -> Range<usize> {
        if parted { 1..self.pieces.len() } else { 0..1 }
    }
}

/// How a row was dealt out.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Dealt {
    /// Whether columns are woven there.
    pub(super) woven: bool,
    /// Whether it is of several lines.
    parted: bool,
    /// The column before it that it goes on with, where nothing is woven.
    pub(super) goes_on: u8,
    /// The column of each of its lines, numbered in the order in which they began.
    columns: [u8; MOST_COLUMNS],
}

/// A way to deal out the rows so far.
#[derive(Clone, Copy)]
struct Way {
    points: i32,
    /// The line that each column ends with, the columns in the order in which they began.
    last: [Option<Place>; MOST_COLUMNS],
    /// The columns that have been seen to the right of each, as bits.
    right: [u8; MOST_COLUMNS],
    /// The column that last followed each, and that of the last line.
    after: [Option<u8>; MOST_COLUMNS],
    column: u8,
    /// How the last row was dealt out, and the way up to the row before.
    dealt: Dealt,
    from: u8,
}

impl Way {
    /// Nothing dealt out yet.
    const BEGUN: Self = Self {
        points: 0,
        last: [None; MOST_COLUMNS],
        right: [0; MOST_COLUMNS],
        after: [None; MOST_COLUMNS],
        column: 0,
        dealt: Dealt { woven: false, parted: false, goes_on: 0, columns: [0; MOST_COLUMNS] },
        from: 0,
    };

    /// The columns that have begun.
    fn begun(&self) -> usize {
        self.last.iter().flatten().count()
    }

    /// Whether both go on alike, with the same lines; what has crossed and followed what may differ.
    fn goes_on_as(&self, other: &Self) -> bool {
        self.last == other.last
            && self.dealt.woven == other.dealt.woven
            && self.dealt.columns == other.dealt.columns
    }
}

/// A row, and the place of a line among its pieces.
type Place = (u16, u8);

/// The best ways to deal out rows to each number of columns, best first; of those that go on alike, one.
struct Beam([Vec<Way>; MOST_COLUMNS + 1]);

impl Beam {
    fn new() -> Self {
        Self(std::array::from_fn(|_| Vec::new()))
    }

    fn add(&mut self, way: Way) {
        let ways = &mut self.0[way.begun()];
        if ways.len() == BEAM && ways[BEAM - 1].points >= way.points {
            return;
        }
        let at = ways.partition_point(|other| other.points >= way.points);
        if ways[..at].iter().any(|other| other.goes_on_as(&way)) {
            return;
        }
        if let Some(worse) = ways[at..].iter().position(|other| other.goes_on_as(&way)) {
            ways.remove(at + worse);
        }
        ways.insert(at, way);
        ways.truncate(BEAM);
    }

    fn ways(&self) -> impl Iterator<Item = &Way> {
        self.0.iter().flatten()
    }

    fn clear(&mut self) {
        self.0.iter_mut().for_each(Vec::clear);
    }
}

/// How each of the rows is dealt out.
pub(super) fn deal(links: &Links<'_>, rows: &[Row<'_>]) -> Vec<Dealt> {
    let dealt = deal_in(DOUBT, links, rows);
    let woven = dealt.iter().filter(|dealt| dealt.woven).count();
    if woven * 2 > rows.len() { deal_in(LITTLE_DOUBT, links, rows) } else { dealt }
}

/// The same where each woven row costs so much.
fn deal_in(doubt: i32, links: &Links<'_>, rows: &[Row<'_>]) -> Vec<Dealt> {
    let mut ways = vec![Way::BEGUN];
    let mut steps: Vec<Vec<(Dealt, u8)>> = Vec::with_capacity(rows.len());
    let mut next = Beam::new();
    for (at, row) in rows.iter().enumerate() {
        let mut dealer = Dealer { links, rows, doubt, at, told: HashMap::new() };
        for (from, way) in (0..).zip(&ways) {
            let way = Way { from, ..*way };
            next.add(dealer.straight(&way));
            dealer.woven(&way, false, &mut next);
            if row.pieces.len() > 1 {
                dealer.woven(&way, true, &mut next);
            }
        }
        ways.clear();
        ways.extend(next.ways());
        let best = ways.iter().map(|way| way.points).max().unwrap_or(0);
        ways.retain(|way| way.points + HOPELESS >= best);
        next.clear();
        steps.push(ways.iter().map(|way| (way.dealt, way.from)).collect());
    }
    let best = (0..ways.len()).max_by_key(|&way| (ways[way].points, Reverse(way)));
    let mut place = best.unwrap_or(0);
    let mut out = Vec::with_capacity(rows.len());
    for steps in steps.iter().rev() {
        let (dealt, from) = steps[place];
        out.push(dealt);
        place = usize::from(from);
    }
    out.reverse();
    out
}

/// Deals out one row.
struct Dealer<'a> {
    links: &'a Links<'a>,
    rows: &'a [Row<'a>],
    doubt: i32,
    at: usize,
    /// What is known already of which of its pieces goes on with which line.
    told: HashMap<(Place, usize), i32>,
}

impl Dealer<'_> {
    /// What speaks for a piece of the row going on with a line.
    fn link(&mut self, (row, above): Place, piece: usize) -> i32 {
        *self.told.entry(((row, above), piece)).or_insert_with(|| {
            let above = self.rows[usize::from(row)].pieces[usize::from(above)];
            self.links.link(above, self.rows[self.at].pieces[piece])
        })
    }

    /// The row as one line that goes on with one of the columns, and no other column open.
    fn straight(&mut self, way: &Way) -> Way {
        let links = way.last.iter().flatten().map(|&above| self.link(above, 0));
        // The first of those that fit alike.
        let best = (0..).zip(links).max_by_key(|&(column, link)| (link, Reverse(column)));
        let (goes_on, link) = best.unwrap_or((0, 0));
        let left = if way.dealt.woven { PARTED } else { 0 };
        let mut next = Way {
            points: way.points - left + link + self.rows[self.at].seams,
            from: way.from,
            ..Way::BEGUN
        };
        next.last[0] = Some((self.at as u16, 0));
        next.dealt.goes_on = goes_on;
        next
    }

    /// The row in any columns.
    fn woven(&mut self, way: &Way, parted: bool, out: &mut Beam) {
        let row = &self.rows[self.at];
        let lines = row.lines(parted);
        // The column that the line above stands in alone.
        let above =
            (way.begun() > 0 && !way.dealt.parted && !parted).then_some(way.dealt.columns[0]);
        let entered = if way.dealt.woven { 0 } else { WOVEN };
        let seams = if parted { 0 } else { row.seams };
        let mut ways = vec![Way {
            points: way.points - entered - self.doubt + seams,
            dealt: Dealt { woven: true, parted, ..Way::BEGUN.dealt },
            ..*way
        }];
        let mut grown = Beam::new();
        for (nth, piece) in lines.clone().enumerate() {
            let last = piece + 1 == lines.end;
            let grown = if last { &mut *out } else { &mut grown };
            for way in &ways {
                for column in 0..(way.begun() + 1).min(MOST_COLUMNS) as u8 {
                    if !way.dealt.columns[..nth].contains(&column) {
                        let again = above == Some(column);
                        grown.add(self.with(way, nth, piece, column, again));
                    }
                }
            }
            if !last {
                ways.clear();
                ways.extend(grown.ways());
                grown.clear();
            }
        }
    }

    /// The way with a piece of the row, its nth line, in `column`; `again`: where the row before it stands.
    fn with(&mut self, way: &Way, nth: usize, piece: usize, column: u8, again: bool) -> Way {
        let mut way = *way;
        let here = usize::from(column);
        way.points += way.last[here].map_or(-NEW_COLUMN, |above| self.link(above, piece));
        way.points -= if again { TWICE } else { 0 };
        for &left in &way.dealt.columns[..nth] {
            way.points -= if way.right[here] >> left & 1 == 1 { CROSSED } else { 0 };
            way.right[usize::from(left)] |= 1 << column;
        }
        way.points += match way.after[usize::from(way.column)].replace(column) {
            Some(before) if before == column => REPEATED,
            Some(_) => -REPEATED,
            None => 0,
        };
        way.column = column;
        way.last[here] = Some((self.at as u16, piece as u8));
        way.dealt.columns[nth] = column;
        way
    }
}

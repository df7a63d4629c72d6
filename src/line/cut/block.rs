//! What stands together in one column: strips of rows one under the other.

use super::row::{Row, Strip};

/// Strips whose edges are further apart are of different columns, in cells.
const SLACK: usize = 2;
/// A block goes on over no more rows.
const REACH: usize = 6;

/// Lines of one column without a gap between them.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// Its strips, each with the place of its row on the page.
    pub(super) strips: Vec<(usize, Strip)>,
    /// The numbers of its first and its last row.
    pub(super) top: usize,
    pub(super) bottom: usize,
    /// The cells it takes.
    pub(super) left: usize,
    pub(super) right: usize,
}

impl Block {
    fn new(at: usize, row: &Row, strip: Strip) -> Self {
        Self {
            strips: vec![(at, strip)],
            top: row.number,
            bottom: row.number,
            left: strip.edge.min(strip.left),
            right: strip.right,
        }
    }

    fn add(&mut self, at: usize, row: &Row, strip: Strip) {
        self.strips.push((at, strip));
        self.bottom = row.number;
        self.left = self.left.min(strip.left);
        self.right = self.right.max(strip.right);
    }

    /// Whether a strip of the row at `at` stands in the same column right beneath.
    fn goes_on(&self, rows: &[Row], at: usize, strip: &Strip) -> bool {
        let (last, above) = self.strips[self.strips.len() - 1];
        blanks(rows, last, at) == 0 && above.edge.abs_diff(strip.edge) <= SLACK
    }

    fn over(&self, strip: &Strip) -> bool {
        self.left < strip.right && strip.left < self.right
    }

    /// The lines above the row with this number, and the others; `None` where either has none.
    pub(super) fn parted(&self, rows: &[Row], number: usize) -> Option<(Self, Self)> {
        let at = self.strips.partition_point(|&(row, _)| rows[row].number < number);
        let (upper, lower) = self.strips.split_at(at);
        Some((Self::of(rows, upper)?, Self::of(rows, lower)?))
    }

    fn of(rows: &[Row], strips: &[(usize, Strip)]) -> Option<Self> {
        let (&(at, first), rest) = strips.split_first()?;
        let mut out = Self::new(at, &rows[at], first);
        rest.iter().for_each(|&(at, strip)| out.add(at, &rows[at], strip));
        Some(out)
    }

    /// Whether something of both stands in the same cells, one above the other.
    pub(super) fn is_over(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right
    }
}

/// The blocks of a page, from its cut rows.
pub(super) fn blocks(rows: &[Row], cut: &[Vec<Strip>]) -> Vec<Block> {
    let mut done: Vec<Block> = Vec::new();
    let mut open: Vec<Block> = Vec::new();
    for (at, (row, strips)) in rows.iter().zip(cut).enumerate() {
        // Each strip goes on with a block that has no other strip under it, and that alone stands over it.
        let mut over = vec![(0, None); strips.len()];
        for (nth, block) in open.iter().enumerate() {
            let under = (0..strips.len()).filter(|&strip| block.over(&strips[strip]));
            let under: Vec<usize> = under.collect();
            under.iter().for_each(|&strip| over[strip].0 += 1);
            if let [strip] = under[..] {
                over[strip].1 = Some(nth);
            }
        }
        let mut kept: Vec<Option<Block>> = open.into_iter().map(Some).collect();
        let mut next: Vec<Block> = Vec::new();
        for (strip, over) in strips.iter().zip(over) {
            let above = over.1.filter(|_| over.0 == 1);
            let above =
                above.and_then(|nth| kept[nth].take_if(|block| block.goes_on(rows, at, strip)));
            match above {
                Some(mut block) => {
                    block.add(at, row, *strip);
                    next.push(block);
                }
                None => next.push(Block::new(at, row, *strip)),
            }
        }
        for block in kept.into_iter().flatten() {
            let ended =
                strips.iter().any(|strip| block.over(strip)) || row.number > block.bottom + REACH;
            if ended { done.push(block) } else { next.push(block) }
        }
        open = next;
    }
    done.extend(open);
    done
}

/// How many lines of its column are blank between two rows of a page: rows that hold nothing, and every other one that holds
/// lines of other columns alone, for the lines of columns need not stand at one height.
pub(super) fn blanks(rows: &[Row], above: usize, below: usize) -> usize {
    let between = rows[below].number - rows[above].number - 1;
    let others = below - above - 1;
    between - others + others / 2
}

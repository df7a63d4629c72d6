//! Columns whose lines alternate: OCR that takes lines by their height on the page gives the first line of each column, then the
//! second of each. Here they are put one column after the other.
//!
//! Where lines alternate, the words that line ends tear go on some lines further down, always as many, and hardly ever in the
//! next line: of 183 lines of a page of 1969, 4 % go on in the next one and 26 % in the third; in order, 32 % and 2 %.

use super::Line;
use super::columns::{MOST_COLUMNS, NARROWEST, NEW_COLUMN, Unwoven, Weave, set};
use crate::document::Span;
use std::collections::BTreeSet;
use std::ops::Range;

/// No column is wider, in half ems.
const WIDEST: usize = 64;
/// So many lines are looked at together.
const WINDOW: usize = 30;
/// So many of them at least must go on further down, and so many times as many as in the next line.
const FEWEST: usize = 7;
const TIMES: usize = 3;
/// Heads and adverts amid alternating columns are no longer, in lines.
const APART: usize = 30;
/// So many lines are dealt out together: a page has some hundreds.
const MOST_LINES: usize = 1000;
/// What it costs to pass over a column, and to stay in one, in hundredths of a nat.
const PASSED: i32 = 300;
const STAYED: i32 = 300;
/// So many ways to deal out the lines are followed at once.
const BEAM: usize = 64;

/// A way to deal out the lines so far.
#[derive(Clone, Copy)]
struct Way {
    points: i32,
    /// The line that each column ends with.
    last: [Option<usize>; MOST_COLUMNS],
    step: Step,
}

/// The column of a line, and which of the ways up to the line before it goes on with.
#[derive(Clone, Copy)]
struct Step {
    column: usize,
    from: usize,
}

impl Weave<'_> {
    /// Parts columns whose lines alternate.
    pub(super) fn in_turn(&self, unwoven: Unwoven) -> Unwoven {
        let pages = || unwoven.lines.chunk_by(|one, other| one.page == other.page);
        // Nearly all pages end here.
        if pages().all(|page| self.alternating(page).is_empty()) {
            return unwoven;
        }
        let mut out = Unwoven { lines: Vec::with_capacity(unwoven.lines.len()), woven: Vec::new() };
        for page in pages() {
            let mut done = 0;
            for stretch in self.alternating(page) {
                out.lines.extend_from_slice(&page[done..stretch.start]);
                for lines in page[stretch.clone()].chunks(MOST_LINES) {
                    set(lines.iter().zip(self.dealt_out(lines)), &mut out.lines);
                }
                let (first, last) = (&page[stretch.start], &page[stretch.end - 1]);
                out.woven.push(Span::new(first.span.start, last.span.end));
                done = stretch.end;
            }
            out.lines.extend_from_slice(&page[done..]);
        }
        out.woven.extend(unwoven.woven);
        out.woven.sort_unstable();
        out
    }

    /// The stretches of a page in which lines alternate.
    fn alternating(&self, page: &[Line]) -> Vec<Range<usize>> {
        if page.len() < WINDOW {
            return Vec::new();
        }
        let in_column = |line: &Line| (NARROWEST..=WIDEST).contains(&line.width);
        // Whether a word is torn between the line and the one so many lines above it.
        let torn = |at: usize, above: usize| {
            let above = at.checked_sub(above).map(|above| &page[above]);
            let above = above.filter(|above| in_column(above) && in_column(&page[at]));
            above.is_some_and(|above| self.tears_word(above, &page[at]))
        };
        // For each line, from the one right above it on.
        let tears: Vec<[bool; MOST_COLUMNS]> =
            (0..page.len()).map(|at| std::array::from_fn(|nth| torn(at, nth + 1))).collect();
        let mut out: Vec<Range<usize>> = Vec::new();
        // How many of the last lines tear one, by how far above.
        let mut counts = [0; MOST_COLUMNS];
        for at in 0..page.len() {
            for (nth, count) in counts.iter_mut().enumerate() {
                *count += usize::from(tears[at][nth]);
                *count -= at.checked_sub(WINDOW).map_or(0, |gone| usize::from(tears[gone][nth]));
            }
            let [near, further @ ..] = counts;
            let far = further.into_iter().max().unwrap_or(0);
            if far < FEWEST || far <= near * TIMES {
                continue;
            }
            let window = (at + 1).saturating_sub(WINDOW)..at + 1;
            match out.last_mut() {
                Some(last) if window.start <= last.end + APART => last.end = window.end,
                _ => out.push(window),
            }
        }
        // The lines of a table tear the same pair each time.
        out.retain(|stretch| {
            (2..=MOST_COLUMNS).any(|above| {
                let pairs = stretch.clone().filter(|&at| tears[at][above - 1]);
                let pairs = pairs.filter_map(|at| self.edge(&page[at - above], &page[at]));
                pairs.collect::<BTreeSet<_>>().len() >= FEWEST
            })
        });
        // What was taken by height was so all over the page.
        let alternate: usize = out.iter().map(ExactSizeIterator::len).sum();
        if alternate * 2 > page.len() {
            out.clear();
            out.push(0..page.len());
        }
        out
    }

    /// The column of each line, numbered from the left.
    fn dealt_out(&self, lines: &[Line]) -> Vec<usize> {
        let ways = (2..=MOST_COLUMNS).map(|columns| self.dealt_to(columns, lines));
        ways.max_by_key(|&(points, _)| points).map_or_else(Vec::new, |(_, columns)| columns)
    }

    /// The best way to deal out the lines to so many columns, and its points.
    fn dealt_to(&self, columns: usize, lines: &[Line]) -> (i32, Vec<usize>) {
        let begun = Step { column: columns - 1, from: 0 };
        let mut ways = vec![Way { points: 0, last: [None; MOST_COLUMNS], step: begun }];
        let mut steps: Vec<Vec<Step>> = Vec::with_capacity(lines.len());
        for (at, line) in lines.iter().enumerate() {
            let mut next: Vec<Way> = Vec::with_capacity(columns * ways.len());
            for (from, way) in ways.iter().enumerate() {
                for column in 0..columns {
                    let passed = (column + columns - way.step.column - 1) % columns;
                    let moved = if passed + 1 == columns { STAYED } else { passed as i32 * PASSED };
                    let link = way.last[column]
                        .map_or(-NEW_COLUMN, |above| self.link(&lines[above], line));
                    let mut last = way.last;
                    last[column] = Some(at);
                    let step = Step { column, from };
                    next.push(Way { points: way.points + link - moved, last, step });
                }
            }
            next.sort_by_key(|way| std::cmp::Reverse(way.points));
            next.truncate(BEAM);
            steps.push(next.iter().map(|way| way.step).collect());
            ways = next;
        }
        let mut out = vec![0; lines.len()];
        let mut place = 0;
        for (column, steps) in out.iter_mut().zip(&steps).rev() {
            let step = steps[place];
            *column = step.column;
            place = step.from;
        }
        (ways[0].points, out)
    }
}

#[cfg(test)]
mod tests {
    use crate::language::{Table, detect};
    use crate::line::{lines, unweave};

    const PAGE: &str = include_str!("../../fixtures/zh/wuhai.txt");

    /// The lines of the page's columns, in the order that `unweave` gives them.
    fn unwoven(page: &str) -> Vec<&str> {
        let found = unweave(page, lines(page).lines, &Table::of(detect(page)).pairs);
        found.lines.iter().map(|line| &page[line.span.range()]).collect()
    }

    #[test]
    fn alternating_columns_are_parted() {
        let whole: Vec<&str> =
            PAGE.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        // Text and no heads: those of the real page stand behind all bodies.
        let texts = &whole[40..160];
        for columns in 2..=4 {
            let length = texts.len() / columns;
            let turns = (0..length).flat_map(|row| (0..columns).map(move |at| at * length + row));
            let page: Vec<&str> = turns.map(|at| texts[at]).collect();
            let page = page.join("\n");
            let found = unwoven(&page);
            let right: Vec<_> =
                found.windows(2).filter(|pair| texts.windows(2).any(|two| two == *pair)).collect();
            assert!(
                right.len() * 10 >= found.len() * 9,
                "{columns} columns: {} of {} {found:#?}",
                right.len(),
                found.len()
            );
        }
    }

    #[test]
    fn a_table_is_no_page_of_columns() {
        let row = |number| {
            format!(
                "国务院办公厅第{number}号文件全文公布中\n{number}元，由市政府办公室张贴，地点在广场\n国土"
            )
        };
        let table: String = (0..40).map(row).collect();
        assert_eq!(unwoven(&table).len(), table.lines().count());
        assert_eq!(unwoven(&table), table.lines().collect::<Vec<_>>());
    }

    #[test]
    fn columns_in_order_stay() {
        let whole: Vec<&str> =
            PAGE.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        assert_eq!(unwoven(PAGE).len(), whole.len());
        assert_eq!(unwoven(PAGE), whole);
    }
}

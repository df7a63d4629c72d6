//! Western rows broken at their wide spaces. A row of a narrow column that is spread to the measure comes as
//! pieces, each on a line of its own and not always in order; all but the last keep the space behind them:
//!
//! leaving players / of free time⎵ / with plenty: plenty of free time⎵ is what the row begins with.

use crate::line::{Class, Line, SPACE, Spacing, adjoin, ends_line, joined, set_width};
use std::ops::Range;

/// Where more lines than this share end with a space, in percent, the space means nothing.
const MOST_OPEN: usize = 30;
/// Pieces of a row stand within so many lines of each other. What an extractor set apart follows the whole column.
const REACH: usize = 6;
/// So many lines on each side tell how wide the column is.
const AROUND: usize = 12;
/// Pieces that stand closer than this are dealt out to rows together, and no more of them than that at once.
const TOGETHER: usize = 4;
const MOST_PIECES: usize = 16;
/// So many ways to deal them out are followed at once.
const BEAM: usize = 16;
/// A row may seem wider than its measure by so many percent: the face is not known.
const SLACK: u32 = 106;
/// Where so many runs of pieces in a hundred make a row as they stand, all do.
const IN_ORDER: usize = 90;

/// What a row costs: for each line that a piece stands away from it, for a piece out of order, for a row that lacks a
/// piece, for one that ends a paragraph, which is not spread, or is a head, and for what cannot follow: a small letter after a
/// sentence, a capital in a torn word, The in mid-sentence. A piece that finds no cheaper row stays.
const AWAY: i32 = 30;
const TURNED: i32 = 20;
const LACKING: i32 = 100;
const ENDING: i32 = 100;
const HEAD: i32 = 150;
const ASTRAY: i32 = 90;
const DEAREST: i32 = 400;
/// A line that is short of its measure by more has room for a word, in percent.
const ROOM: i32 = 15;
/// A piece is no wider than so much of its row, and its pieces together no narrower, in percent: rows that end a paragraph are
/// not spread.
const PIECE: u32 = 80;
const FILLED: u32 = 60;

/// Puts the pieces of broken rows in order, where the lines of a page are Western and show by a space behind them that
/// they go on.
pub(super) fn rejoin(text: &str, lines: Vec<Line>) -> Vec<Line> {
    if !lines.iter().any(|line| is_open(text, line)) {
        return lines;
    }
    let mut out = Vec::with_capacity(lines.len());
    for page in lines.chunk_by(|one, other| one.page == other.page) {
        let open: Vec<usize> = (0..page.len()).filter(|&at| is_open(text, &page[at])).collect();
        let western = page.iter().filter(|line| line.han == 0).count();
        if open.is_empty() || open.len() * 100 > western * MOST_OPEN {
            out.extend_from_slice(page);
            continue;
        }
        let mut page = Page { text, lines: page, widths: widths(text, page), open };
        page.open = page.open.iter().copied().filter(|&at| page.is_piece(at)).collect();
        page.set(&page.rows(), &mut out);
    }
    out
}

/// Whether a Western line has a space behind it and nothing after that: its row goes on. What goes on after the space was cut from its row.
fn is_open(text: &str, line: &Line) -> bool {
    let behind = &text[line.span.end..];
    line.han == 0
        && behind.starts_with([' ', '\u{a0}'])
        && behind.trim_start_matches([' ', '\u{a0}', '\t']).chars().next().is_none_or(ends_line)
}

/// Whether all letters of a piece stand apart, be they but two: t o.
fn is_spelled(text: &str, line: &Line) -> bool {
    let content = &text[line.span.range()];
    let letters = content.chars().filter(|c| !c.is_whitespace()).count();
    letters > 1 && content.split_whitespace().all(|word| word.chars().nth(1).is_none())
}

fn widths(text: &str, lines: &[Line]) -> Vec<u32> {
    lines.iter().map(|line| set_width(&text[line.span.range()])).collect()
}

/// The lines of a page.
struct Page<'a> {
    text: &'a str,
    lines: &'a [Line],
    widths: Vec<u32>,
    /// The lines whose rows go on.
    open: Vec<usize>,
}

/// A way to deal out pieces to the lines that end their rows.
#[derive(Clone, Default)]
struct Deal {
    cost: i32,
    /// For each piece dealt out, the line that ends its row.
    ends: Vec<Option<usize>>,
}

impl Page<'_> {
    /// Whether an open line may be a piece: the space behind a line that is full already is a stray.
    fn is_piece(&self, at: usize) -> bool {
        self.widths[at] * 100 < self.full(at) * PIECE
    }

    /// For each line the pieces that stand before it in its row, in order.
    fn rows(&self) -> Vec<Vec<usize>> {
        let mut rows = vec![Vec::new(); self.lines.len()];
        if self.in_order() {
            for run in self.open.chunk_by(|one, next| one + 1 == *next) {
                let end = run[run.len() - 1] + 1;
                if end < self.lines.len()
                    && self.is_end(end)
                    && self.fits(run, end)
                    && self.fills(run, end)
                {
                    rows[end] = run.to_vec();
                }
            }
            return rows;
        }
        let mut from = 0;
        for to in 1..=self.open.len() {
            let apart = to == self.open.len() || self.open[to] - self.open[to - 1] > TOGETHER;
            if apart || to - from >= MOST_PIECES {
                self.deal_out(&self.open[from..to], &mut rows);
                from = to;
            }
        }
        rows
    }

    /// Whether the pieces of rows stand in order here, as most extractors leave them: no row is lost by that.
    fn in_order(&self) -> bool {
        let runs = self.open.chunk_by(|one, next| one + 1 == *next);
        let (mut ordered, mut all) = (0, 0);
        for run in runs {
            let end = run[run.len() - 1] + 1;
            let rest = run.iter().skip(1).chain([&end]);
            let close =
                rest.into_iter().all(|&at| self.lines.get(at).is_some_and(|line| line.blanks == 0));
            ordered += usize::from(close && self.is_end(end) && self.fits(run, end));
            all += 1;
        }
        ordered * 100 >= all * IN_ORDER
    }

    /// Whether the pieces and the end of a row are no wider than a full line.
    fn fits(&self, row: &[usize], end: usize) -> bool {
        self.width(row, end) * 100 <= self.full(end) * SLACK
    }

    /// Whether they make up most of one.
    fn fills(&self, row: &[usize], end: usize) -> bool {
        self.width(row, end) * 100 >= self.full(end) * FILLED
    }

    /// Puts the rows out: as one line where its pieces stand together and in order, else the pieces one by one.
    fn set(&self, rows: &[Vec<usize>], out: &mut Vec<Line>) {
        let mut taken = vec![false; self.lines.len()];
        for &piece in rows.iter().flatten() {
            taken[piece] = true;
        }
        for (end, line) in self.lines.iter().enumerate().filter(|&(at, _)| !taken[at]) {
            let row: Vec<usize> = rows[end].iter().copied().chain([end]).collect();
            let first = &self.lines[row[0]];
            let spelled = |&piece: &usize| is_spelled(self.text, &self.lines[piece]);
            let alike = row.iter().all(spelled) || !row.iter().any(spelled);
            let together = |pair: &[usize]| {
                pair[0] + 1 == pair[1]
                    && adjoin(self.text, &self.lines[pair[0]], &self.lines[pair[1]])
            };
            if alike && row.windows(2).all(together) {
                out.push(joined(self.text, first, line));
                continue;
            }
            let blanks = row.iter().map(|&piece| self.lines[piece].blanks).min().unwrap_or(0);
            for (nth, &piece) in row.iter().enumerate() {
                let blanks = if nth == 0 { blanks } else { 0 };
                let line = &self.lines[piece];
                let spaced = is_spelled(self.text, line);
                let spacing = if spaced { Spacing::Letterspaced } else { line.spacing };
                out.push(Line { blanks, spacing, ..line.clone() });
            }
        }
    }

    /// Deals out some pieces to the rows that they make up at the least cost.
    fn deal_out(&self, pieces: &[usize], rows: &mut [Vec<usize>]) {
        let mut deals = vec![Deal::default()];
        for (nth, &piece) in pieces.iter().enumerate() {
            let near = piece.saturating_sub(REACH)..(piece + REACH + 1).min(self.lines.len());
            let ends = near.filter(|&at| self.is_end(at) && rows[at].is_empty());
            let ends: Vec<usize> = ends.collect();
            let mut next: Vec<Deal> = Vec::new();
            for deal in &deals {
                next.push(deal.with(None, DEAREST));
                for &end in &ends {
                    let row = deal.row(end, pieces);
                    let grown: Vec<usize> = row.iter().copied().chain([piece]).collect();
                    if self.fits(&grown, end) {
                        let more = self.cost(&grown, end) - self.cost(&row, end);
                        next.push(deal.with(Some(end), more));
                    }
                }
            }
            next.sort_by_key(|deal| deal.cost);
            next.truncate(BEAM);
            deals = next;
            debug_assert!(deals.iter().all(|deal| deal.ends.len() == nth + 1));
        }
        let Some(best) = deals.first() else { return };
        for &end in best.ends.iter().flatten() {
            let row = best.row(end, pieces);
            if rows[end].is_empty() && self.fills(&row, end) {
                rows[end] = self.ordered(&row, end).1;
            }
        }
    }

    /// Whether a row may end with the line.
    fn is_end(&self, at: usize) -> bool {
        self.lines[at].han == 0 && self.open.binary_search(&at).is_err()
    }

    /// The width of a full line near the one at `at`; 0 where none but pieces stand there.
    fn full(&self, at: usize) -> u32 {
        let near = at.saturating_sub(AROUND)..(at + AROUND + 1).min(self.lines.len());
        let whole = near.filter(|near| self.open.binary_search(near).is_err());
        let mut widths: Vec<u32> = whole.map(|near| self.widths[near]).collect();
        widths.sort_unstable();
        widths.get(widths.len() * 3 / 4).copied().unwrap_or(0)
    }

    fn width(&self, row: &[usize], end: usize) -> u32 {
        row.iter().map(|&piece| self.widths[piece] + SPACE).sum::<u32>() + self.widths[end]
    }

    /// What the row costs that the line at `end` ends.
    fn cost(&self, row: &[usize], end: usize) -> i32 {
        let filled = self.width(row, end) * 100 / self.full(end).max(1);
        let lack = 100_u32.saturating_sub(filled) as i32;
        if row.is_empty() {
            // A line amid a sentence that has room for words lacks them.
            return if lack > ROOM && !self.ends_text(end) { LACKING } else { 0 };
        }
        let turned = row.iter().filter(|&&piece| piece > end).count() as i32;
        let away: i32 = row.iter().map(|&piece| self.between(piece, end)).sum();
        let ending = if self.ends_text(end) { ENDING } else { 0 };
        let astray = self.ordered(row, end).0;
        let head = if self.may_be_head(end) { HEAD } else { 0 };
        lack * lack / 50 + head + ending + turned * TURNED + away * AWAY + astray
    }

    /// How many whole lines stand between a piece and the end of a row.
    fn between(&self, piece: usize, end: usize) -> i32 {
        let between: Range<usize> = piece.min(end) + 1..piece.max(end);
        let whole = between.filter(|at| self.open.binary_search(at).is_err());
        whole.count() as i32
    }

    /// Whether a paragraph may end with the line: a last line is not spread.
    fn ends_text(&self, at: usize) -> bool {
        self.lines[at].last == Class::SentenceEnd
    }

    /// Whether the line may be a head by itself: it has a capital, is no part of a sentence, and none goes on after it.
    fn may_be_head(&self, at: usize) -> bool {
        let capital = |at: usize| {
            let content = &self.text[self.lines[at].span.range()];
            content.starts_with(char::is_uppercase)
        };
        let next = (at + 1..self.lines.len()).find(|&next| self.is_end(next));
        let before = (0..at).rev().find(|&before| self.is_end(before));
        let ended = next.is_none_or(|next| capital(next) || self.lines[next].blanks > 0);
        let begins =
            self.lines[at].blanks > 0 || before.is_none_or(|before| self.ends_text(before));
        capital(at) && begins && ended && !self.ends_text(at)
    }

    /// The pieces of a row as they read best, and what is against it.
    fn ordered(&self, row: &[usize], end: usize) -> (i32, Vec<usize>) {
        let before = (0..end).rev().take(2 * REACH);
        let before = before.into_iter().find(|at| self.open.binary_search(at).is_err());
        let mut best: Option<(i32, Vec<usize>)> = None;
        let mut order = row.to_vec();
        each_order(&mut order, 0, &mut |order| {
            let mut cost = 0;
            let mut last = before;
            for &piece in order.iter().chain([&end]) {
                cost += last.map_or(0, |last| self.astray(last, piece));
                last = Some(piece);
            }
            let turns = |(nth, one): (usize, &usize)| {
                order[nth + 1..].iter().filter(|&other| other < one).count() as i32
            };
            cost += order.iter().enumerate().map(turns).sum::<i32>() * TURNED;
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, order.to_vec()));
            }
        });
        best.unwrap_or_default()
    }

    /// What is against one line following the other.
    fn astray(&self, one: usize, other: usize) -> i32 {
        let content = |at: usize| &self.text[self.lines[at].span.range()];
        let (one, text) = (&self.lines[one], content(one));
        let next = content(other);
        let small = next.starts_with(char::is_lowercase);
        let torn =
            text.ends_with('-') && text.chars().rev().nth(1).is_some_and(char::is_alphabetic);
        let capital = next.starts_with(char::is_uppercase);
        match one.last {
            Class::SentenceEnd if small => ASTRAY,
            _ if torn && capital => ASTRAY,
            Class::SentenceEnd => 0,
            // A capital may be a name.
            _ if capital => ASTRAY / 4,
            _ => 0,
        }
    }
}

impl Deal {
    /// The same with one piece more, for the row that the line at `end` ends.
    fn with(&self, end: Option<usize>, cost: i32) -> Self {
        let mut out = self.clone();
        out.ends.push(end);
        out.cost += cost;
        out
    }

    /// The pieces that this deal gives to the row which the line at `end` ends.
    fn row(&self, end: usize, pieces: &[usize]) -> Vec<usize> {
        let dealt = pieces.iter().zip(&self.ends);
        dealt.filter(|&(_, &of)| of == Some(end)).map(|(&piece, _)| piece).collect()
    }
}

/// Longer rows are taken as they come: nobody has seen one of more pieces.
const MOST_ORDERED: usize = 4;

/// Calls `each` with every order of the items from `from` on.
fn each_order(items: &mut [usize], from: usize, each: &mut impl FnMut(&[usize])) {
    if from + 1 >= items.len() || items.len() > MOST_ORDERED {
        each(items);
        return;
    }
    for other in from..items.len() {
        // The rest keeps its order, so that the first order tried is the one given.
        items[from..=other].rotate_right(1);
        each_order(items, from + 1, each);
        items[from..=other].rotate_left(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    fn rejoined(text: &str) -> Vec<&str> {
        let found = rejoin(text, lines(text).lines);
        found.into_iter().map(|line| &text[line.span.range()]).collect()
    }

    #[test]
    fn pieces_in_order_are_one_line() {
        let text = "The keeper of the old lighthouse\nsaid on \nMonday \nthat the lamp\n\
            was lit again after forty years\nand will burn until the autumn,\nwhen the new one is finished.";
        let found = rejoined(text);
        assert_eq!(
            found[1].split_whitespace().collect::<Vec<_>>().join(" "),
            "said on Monday that the lamp"
        );
        assert_eq!(found.len(), 5);
    }

    #[test]
    fn spaces_behind_most_lines_say_nothing() {
        let text = "The keeper \nof the lamp \nwas here \non Monday";
        assert_eq!(rejoined(text), ["The keeper", "of the lamp", "was here", "on Monday"]);
    }

    #[test]
    fn every_order_is_tried_and_the_given_one_first() {
        let mut seen = Vec::new();
        each_order(&mut [1, 2, 3], 0, &mut |order| seen.push(order.to_vec()));
        assert_eq!(seen[0], [1, 2, 3]);
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 6);
    }

    #[test]
    fn a_space_behind_a_full_line_is_a_stray() {
        let page = "The keeper of the old lighthouse\nsaid on Monday that the lamp was\nlit again after forty years and\n\
            will burn until the autumn, and\nthen the new one is finished.";
        let of =
            |text: &str| -> Vec<String> { rejoined(text).into_iter().map(str::to_owned).collect() };
        for line in page.lines() {
            assert_eq!(of(&page.replace(line, &format!("{line} "))), of(page), "{line}");
        }
    }

    #[test]
    fn strips_of_columns_are_no_pieces() {
        let row = |at: usize| {
            format!("The ferry number {at} will leave   and  the roof has leaked for {at}   \n")
        };
        let page: String = (10..40).map(row).collect();
        let found = lines(&page).lines;
        let strip = |line: &Line| crate::line::facts(&page, line.span.start, line.span.start + 30);
        let strips: Vec<Line> = found.iter().filter_map(strip).collect();
        assert!(!strips.iter().any(|strip| is_open(&page, strip)));
        assert!(found.iter().all(|line| is_open(&page, line)));
    }
}

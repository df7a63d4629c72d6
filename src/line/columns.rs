//! Columns that an extractor ran through each other: where the gutter is narrow, `pdftotext` prints the lines of
//! neighbouring columns side by side, or in turn. Here they are parted again; those that are in turn all the way in
//! `alternating.rs`.
//!
//! 么？其影响如何？日前，记者带 市场上的异常活动，即许多国家 are two lines of two columns: each part but
//! the last fills the measure, and each reads on in the rows under it, not in the part beside it.

use super::character::width as width_of;
use super::measure::candidates;
use super::{Class, Line, Spacing, facts, is_han};
use crate::document::Span;
use crate::language::{Bond, Pairs};
use std::cell::LazyCell;
use std::ops::Range;

/// Lines in reading order, and where columns were woven into each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unwoven {
    /// The lines; those of woven columns are parts of the lines that they were given as, one column after the other.
    pub lines: Vec<Line>,
    /// The places of the woven blocks.
    pub woven: Vec<Span>,
}

/// Fewer rows of several parts in a block are chance.
const FEWEST_ROWS: usize = 3;
/// No page has been seen with more columns in a row.
pub(super) const MOST_COLUMNS: usize = 6;
/// No column is narrower, in half ems: old print has 14.
pub(super) const NARROWEST: usize = 14;
/// And none wider: 44 is a caption already.
const WIDEST: usize = 44;
/// By how much a part may miss its measure, in half ems.
const SLACK: usize = 3;
/// A part that begins a paragraph is two characters short.
const INDENT: usize = 4;
/// So many rows above and below a row of several parts may be of woven columns.
const OUT_OF_STEP: usize = 4;
/// A row of two columns is wider than one by more, in half ems.
const OVERHANG: usize = 8;
/// What a column costs that begins, and two columns that change places, in hundredths of a nat.
pub(super) const NEW_COLUMN: i32 = 400;
const CROSSED: i32 = 300;
/// What two rows of one part in the same column cost where columns are woven, and in two columns where they are not.
const TWICE: i32 = 70;
const ELSEWHERE: i32 = 250;
/// So many rows are dealt out together: a page has a hundred.
const MOST_ROWS: usize = 400;
/// So many ways to deal out the rows are followed at once.
const BEAM: usize = 48;

/// Parts woven columns, where `lines` hold any.
///
/// Costs time linear in the lines.
///
/// # Examples
///
/// ```
/// use tearsheet::{Language, language::Table, line::{lines, unweave}};
/// let text = "\
/// 今年以来，全市各级各部门坚 下午三点，老街的茶馆里已经
/// 持以人民为中心，推进城市更 坐满了听书的人。说书先生一
/// 新，让老旧小区换了新颜，居 拍醒木，满堂静了下来。讲的
/// 民脸上有了笑容。";
/// let pairs = &Table::of(Language::SimplifiedChinese).pairs;
/// let found = unweave(text, lines(text).lines, pairs).lines;
/// assert_eq!(found.len(), 7);
/// assert_eq!(&text[found[1].span.range()], "持以人民为中心，推进城市更");
/// assert_eq!(&text[found[3].span.range()], "民脸上有了笑容。");
/// ```
pub fn unweave(text: &str, lines: Vec<Line>, pairs: &Pairs) -> Unwoven {
    let weave = Weave { text, pairs };
    weave.in_turn(side_by_side(weave, lines))
}

/// Parts columns whose lines stand side by side.
fn side_by_side(weave: Weave<'_>, lines: Vec<Line>) -> Unwoven {
    let text = weave.text;
    // Nearly all pages end here.
    if !blocks(&lines).any(|block| may_be_woven(text, block)) {
        return Unwoven { lines, woven: Vec::new() };
    }
    let mut out = Unwoven { lines: Vec::with_capacity(lines.len()), woven: Vec::new() };
    for page in lines.chunk_by(|one, other| one.page == other.page) {
        let measures = LazyCell::new(|| measures(text, page));
        for block in blocks(page) {
            if !may_be_woven(text, block) {
                out.lines.extend_from_slice(block);
                continue;
            }
            let rows: Vec<Vec<Line>> =
                block.iter().map(|line| parts(text, line, &measures)).collect();
            let mut done = 0;
            for stretch in stretches(&rows) {
                let rows = &rows[stretch.clone()];
                let woven = Block { weave, measures: &measures, rows };
                let Some(columns) = woven.columns() else { continue };
                out.lines.extend_from_slice(&block[done..stretch.start]);
                let parts = rows.iter().zip(&columns).flat_map(|(row, columns)| {
                    row.iter().zip(columns.iter().map(|&column| usize::from(column)))
                });
                set(parts, &mut out.lines);
                let (first, last) = (block[stretch.start].span, block[stretch.end - 1].span);
                out.woven.push(Span::new(first.start, last.end));
                done = stretch.end;
            }
            out.lines.extend_from_slice(&block[done..]);
        }
    }
    out
}

/// The lines of each page that no blank line parts.
fn blocks(lines: &[Line]) -> impl Iterator<Item = &[Line]> {
    lines.chunk_by(|one, next| one.page == next.page && next.blanks == 0)
}

/// Whether enough rows of a block may be of several parts for columns to be woven in it.
fn may_be_woven(text: &str, block: &[Line]) -> bool {
    let wide = |line: &&Line| {
        line.width > NARROWEST + 2 * SLACK
            && line.han * 2 >= line.glyphs
            && text[line.span.range()].contains(char::is_whitespace)
    };
    block.len() >= FEWEST_ROWS && block.iter().filter(wide).nth(FEWEST_ROWS - 1).is_some()
}

/// The rows about those of several parts: the ranges in which no row is further from one than columns may be
/// out of step.
fn stretches(rows: &[Vec<Line>]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (index, _) in rows.iter().enumerate().filter(|(_, row)| row.len() > 1) {
        let (start, end) = (index.saturating_sub(OUT_OF_STEP), index + OUT_OF_STEP + 1);
        let end = end.min(rows.len());
        let before = out.last().map_or(0, |last| last.end);
        match out.last_mut() {
            Some(last) if start <= last.end && end - last.start <= MOST_ROWS => last.end = end,
            _ => out.push(start.max(before)..end),
        }
    }
    out
}

/// The widths that columns of the page may have: those of many lines, or pieces of lines.
fn measures(text: &str, page: &[Line]) -> Vec<usize> {
    let mut pieces: Vec<Line> = Vec::new();
    for line in page {
        if line.spacing == Spacing::Gapped {
            pieces.extend(super::gaps::pieces(text, line));
        } else {
            pieces.push(line.clone());
        }
    }
    pieces.retain(|piece| (NARROWEST..=WIDEST).contains(&piece.width));
    let mut found = candidates(&pieces, false);
    let near =
        |width: usize| pieces.iter().filter(|piece| piece.width.abs_diff(width) <= 1).count();
    let most = found.iter().map(|&width| near(width)).max().unwrap_or(0);
    found.retain(|&width| near(width) >= (2 * FEWEST_ROWS).max(most / 6));
    found
}

/// The lines that `line` is woven of; itself alone, if of one.
fn parts(text: &str, line: &Line, measures: &[usize]) -> Vec<Line> {
    let alone = || vec![line.clone()];
    let (Some(&narrowest), Some(&widest)) = (measures.iter().min(), measures.iter().max()) else {
        return alone();
    };
    if line.width <= narrowest + 2 * SLACK || line.han * 2 < line.glyphs {
        return alone();
    }
    let words = super::gaps::ranges(text, line);
    let set = |(start, end): (usize, usize)| text[start..end].chars().map(width_of).sum::<usize>();
    let whole: usize = words.iter().map(|&word| set(word)).sum();
    if measures.iter().any(|measure| measure.abs_diff(whole) <= SLACK) {
        return alone();
    }
    let mut from = 0;
    let mut rest = whole;
    let mut out = Vec::new();
    while out.len() + 1 < MOST_COLUMNS {
        // Of the pieces that could be the next part, the one that fits a measure best; one that begins a
        // paragraph only if none is full.
        let mut width = 0;
        let mut best: Option<((usize, usize), usize, usize)> = None;
        for (to, &word) in words.iter().enumerate().skip(from) {
            width += set(word);
            if width > widest + SLACK || to + 1 == words.len() {
                break;
            }
            for (rank, indent) in [0, INDENT].into_iter().enumerate() {
                let fits = measures.iter().filter(|&&measure| rest >= measure + OVERHANG);
                let off = fits.map(|measure| measure.abs_diff(width + indent)).min();
                if let Some(off) = off.filter(|&off| off <= SLACK)
                    && best.is_none_or(|(found, ..)| (rank, off) <= found)
                {
                    best = Some(((rank, off), to + 1, width));
                }
            }
        }
        let Some((_, to, width)) = best else { break };
        rest -= width;
        out.extend(facts(text, words[from].0, words[to - 1].1));
        from = to;
    }
    if out.is_empty() {
        return alone();
    }
    out.extend(facts(text, words[from].0, line.span.end));
    for (nth, part) in out.iter_mut().enumerate() {
        (part.page, part.number) = (line.page, line.number);
        if nth == 0 {
            (part.blanks, part.indent) = (line.blanks, line.indent);
        }
    }
    out
}

/// A text, and what tells which of its lines go on in which.
#[derive(Clone, Copy)]
pub(super) struct Weave<'a> {
    text: &'a str,
    pairs: &'a Pairs,
}

impl Weave<'_> {
    /// What speaks for one line going on in the other, in hundredths of a nat.
    pub(super) fn link(&self, above: &Line, below: &Line) -> i32 {
        let bond = self.bond(above, below).map_or(0, |bond| match bond {
            Bond::Loose => -70,
            Bond::Known => 200,
            Bond::Common => 450,
        });
        let ended = above.last == Class::SentenceEnd;
        let short = above.width + 2 * INDENT < below.width;
        let broken = match (ended, short) {
            (false, true) => 300,
            (false, false) if below.indent >= INDENT => 300,
            _ => 0,
        };
        bond - broken
    }

    /// Whether the line end tears a word that the language knows.
    pub(super) fn tears_word(&self, above: &Line, below: &Line) -> bool {
        self.bond(above, below).is_some_and(|bond| bond > Bond::Loose)
    }

    fn bond(&self, one: &Line, other: &Line) -> Option<Bond> {
        let (last, first) = self.edge(one, other)?;
        Some(self.pairs.bond(last, first))
    }

    /// The characters that stand before and after the line end, where both are Han.
    pub(super) fn edge(&self, one: &Line, other: &Line) -> Option<(char, char)> {
        let last = self.text[one.span.range()].chars().next_back().filter(|&c| is_han(c))?;
        let first = self.text[other.span.range()].chars().next().filter(|&c| is_han(c))?;
        Some((last, first))
    }
}

/// A block of rows, each of one part or of several.
struct Block<'a> {
    weave: Weave<'a>,
    measures: &'a [usize],
    rows: &'a [Vec<Line>],
}

/// A way to deal out the rows read so far to columns.
#[derive(Clone, Default)]
struct Deal {
    points: i32,
    /// The row and part that each column ends with.
    last: [Option<(usize, usize)>; MOST_COLUMNS],
    /// The columns that have been seen to the right of each, as bits.
    right: [u8; MOST_COLUMNS],
    /// The columns of the parts of the last row.
    taken: Vec<u8>,
    /// Its place among the deals of the row before.
    from: usize,
}

impl Block<'_> {
    /// The column of each part of each row, if several are woven into each other here.
    fn columns(&self) -> Option<Vec<Vec<u8>>> {
        if !self.looks_woven() {
            return None;
        }
        let several = |row: &Vec<Line>| row.len() > 1;
        let first = self.rows.iter().position(several)?;
        let last = self.rows.iter().rposition(several)?;
        let most = self.rows.iter().map(Vec::len).max()?;
        let mut deals = vec![vec![Deal::default()]];
        for (index, row) in self.rows.iter().enumerate() {
            let woven = (first..=last).contains(&index);
            let mut next: Vec<Deal> = Vec::new();
            for (from, deal) in deals[index].iter().enumerate() {
                // The column of the row before, where it and this one are of one part.
                let above = match deal.taken[..] {
                    [column] if row.len() == 1 => Some(column),
                    _ => None,
                };
                for column in deal.open(most) {
                    let mut next_deal =
                        Deal { taken: Vec::with_capacity(row.len()), from, ..deal.clone() };
                    self.add(&mut next_deal, index, 0, column);
                    // Each column has a line at each pitch: by turns where they are woven, else one after the other.
                    next_deal.points -= match above.map(|above| above == column) {
                        Some(true) if woven => TWICE,
                        Some(false) if !woven => ELSEWHERE,
                        _ => 0,
                    };
                    next.push(next_deal);
                }
            }
            best(&mut next);
            for part in 1..row.len() {
                let mut grown = Vec::with_capacity(next.len() * MOST_COLUMNS);
                for deal in &next {
                    for column in deal.open(most).filter(|column| !deal.taken.contains(column)) {
                        let mut deal = deal.clone();
                        self.add(&mut deal, index, part, column);
                        grown.push(deal);
                    }
                }
                best(&mut grown);
                next = grown;
            }
            deals.push(next);
        }
        let mut out = Vec::with_capacity(self.rows.len());
        let mut at = 0;
        for deals in deals[1..].iter().rev() {
            let deal = deals.get(at)?;
            out.push(deal.taken.clone());
            at = deal.from;
        }
        out.reverse();
        self.read_on(&out).then_some(out)
    }

    /// Whether the last parts of rows are mostly full, as the others are, and hardly a row is too wide for a
    /// column and yet of one part: else spaces in a wide column were taken for its end.
    fn looks_woven(&self) -> bool {
        let full = |part: &Line| {
            let width = part.width;
            self.measures.iter().any(|&measure| measure.abs_diff(width) <= SLACK)
        };
        let widest = self.measures.iter().max().copied().unwrap_or(0);
        let (mut several, mut filled, mut too_wide) = (0, 0, 0);
        for row in self.rows {
            match row.as_slice() {
                [one] => too_wide += usize::from(one.width > widest + SLACK),
                parts => {
                    several += 1;
                    filled += usize::from(parts.last().is_some_and(full));
                }
            }
        }
        several >= FEWEST_ROWS && filled * 2 >= several && too_wide * 4 <= several
    }

    /// Gives a part of row `index` to `column`.
    fn add(&self, deal: &mut Deal, index: usize, part: usize, column: u8) {
        let here = usize::from(column);
        deal.points += match deal.last[here] {
            Some((row, nth)) => self.weave.link(&self.rows[row][nth], &self.rows[index][part]),
            None => -NEW_COLUMN,
        };
        for &left in &deal.taken {
            if deal.right[here] >> left & 1 == 1 {
                deal.points -= CROSSED;
            }
            deal.right[usize::from(left)] |= 1 << column;
        }
        deal.last[here] = Some((index, part));
        deal.taken.push(column);
    }

    /// Whether the parts read on in their columns rather than side by side.
    fn read_on(&self, columns: &[Vec<u8>]) -> bool {
        let bound = |one: &Line, other: &Line| i32::from(self.weave.tears_word(one, other));
        let mut last: [Option<&Line>; MOST_COLUMNS] = [None; MOST_COLUMNS];
        let (mut down, mut across, mut several) = (0, 0, 0);
        for (row, columns) in self.rows.iter().zip(columns) {
            if row.len() > 1 {
                several += 1;
                across += row.windows(2).map(|pair| bound(&pair[0], &pair[1])).sum::<i32>();
            }
            for (part, &column) in row.iter().zip(columns) {
                let above = last[usize::from(column)].replace(part);
                if let Some(above) = above.filter(|_| row.len() > 1) {
                    down += bound(above, part);
                }
            }
        }
        down > 2 * across && down * 6 >= several
    }
}

/// Puts the lines out, one column after the other, each with the column that it stands in.
pub(super) fn set<'a>(lines: impl Iterator<Item = (&'a Line, usize)> + Clone, out: &mut Vec<Line>) {
    for column in 0..MOST_COLUMNS {
        let before = out.len();
        let of_column = lines.clone().filter(|&(_, of)| of == column);
        out.extend(of_column.map(|(line, _)| line.clone()));
        // A column begins as extractors begin one, after a blank line.
        if let Some(first) = out.get_mut(before) {
            first.blanks = first.blanks.max(1);
        }
    }
}

impl Deal {
    /// The columns that a part may go to: those that there are, and one more.
    fn open(&self, most: usize) -> impl Iterator<Item = u8> + use<> {
        let used = self.last.iter().take_while(|last| last.is_some()).count();
        0..(used + 1).min(most) as u8
    }
}

/// Keeps the best deals, best first.
fn best(deals: &mut Vec<Deal>) {
    deals.sort_by_key(|deal| std::cmp::Reverse(deal.points));
    deals.truncate(BEAM);
}

#[cfg(test)]
mod tests {
    use super::super::lines;
    use super::*;
    use crate::document::Language;
    use crate::language::Table;

    fn unwoven(text: &str) -> Vec<&str> {
        let pairs = &Table::of(Language::SimplifiedChinese).pairs;
        let found = unweave(text, lines(text).lines, pairs).lines;
        found.into_iter().map(|line| &text[line.span.range()]).collect()
    }

    #[test]
    fn lines_by_turns_go_to_their_columns() {
        let text = "\
今年以来，全市各级各部门坚 下午三点，老街的茶馆里已经
持以人民为中心，推进城市更
坐满了听书的人。说书先生一
新，让老旧小区换了新颜，居 拍醒木，满堂静了下来。讲的
民脸上有了笑容，日子也越过 是三国故事，老人们听得入了
越好，街坊们都说生活真有了 神，忘了时间。";
        let found = unwoven(text);
        assert_eq!(found[1], "持以人民为中心，推进城市更");
        let second = ["下午三点，老街的茶馆里已经", "坐满了听书的人。说书先生一"];
        assert_eq!(found[5..7], second);
    }

    #[test]
    fn what_is_not_woven_stays() {
        let text = "感党恩 听党话 跟党走\n近 30人次参加了这一次活动。\n北京队 3 上海队 2";
        assert_eq!(unwoven(text), text.lines().collect::<Vec<_>>());
    }
}

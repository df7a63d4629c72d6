//! Columns that an extractor ran through each other. Where the gutter is narrow, `pdftotext` prints the lines of neighbouring
//! columns side by side, or in turn; OCR that takes lines by their height gives the first line of each column, then the second
//! of each. Here they are put one column after the other.
//!
//! 么？其影响如何？日前，记者带 市场上的异常活动，即许多国家 are two lines of two columns: each part but
//! the last fills the measure, and each reads on in the rows under it, not in the part beside it.
//!
//! - `parts.rs`: the lines that stand side by side in a row;
//! - `deal.rs`: the rows dealt out to columns, by what speaks for one line going on in another (`links.rs` beside this folder).

mod deal;
mod parts;

use super::Line;
use super::links::{Links, Piece};
use crate::document::Span;
use crate::language::Table;
use deal::{MOST_COLUMNS, Row, deal};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::Range;

/// Lines in reading order, and where columns were woven into each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unwoven {
    /// The lines; those of woven columns are parts of the lines that they were given as, one column after the other.
    pub lines: Vec<Line>,
    /// The places of the woven blocks.
    pub woven: Vec<Span>,
}

/// So many lines of text in a row tell whether each goes on in the next.
const WINDOW: usize = 24;
/// What speaks for that is 30 a line in running text, in hundredths of a nat, and -50 where columns are woven.
const LOW: i32 = -30;
/// So many rows above and below are looked into as well.
const AROUND: usize = 12;
/// So many rows are dealt out together: a page has some hundreds. Columns of a text of more, a book without form feeds, begin anew.
const MOST_ROWS: usize = 1000;

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
/// let found = unweave(text, lines(text).lines, Table::of(Language::SimplifiedChinese)).lines;
/// assert_eq!(found.len(), 7);
/// assert_eq!(&text[found[1].span.range()], "持以人民为中心，推进城市更");
/// assert_eq!(&text[found[3].span.range()], "民脸上有了笑容。");
/// ```
pub fn unweave(text: &str, lines: Vec<Line>, table: &Table) -> Unwoven {
    let links = Links::new(text, table);
    let pages = || lines.chunk_by(|one, other| one.page == other.page);
    let doubtful: Vec<Doubtful> = pages().map(|page| links.doubtful(text, page)).collect();
    // Nearly all sources end here.
    if doubtful.iter().all(|doubtful| doubtful.stretches.is_empty()) {
        return Unwoven { lines, woven: Vec::new() };
    }
    let mut out = Unwoven { lines: Vec::with_capacity(lines.len()), woven: Vec::new() };
    for (page, Doubtful { parts, stretches }) in pages().zip(&doubtful) {
        let mut done = 0;
        for stretch in stretches {
            out.lines.extend_from_slice(&page[done..stretch.start]);
            done = stretch.end;
            for start in stretch.clone().step_by(MOST_ROWS) {
                let lines = start..stretch.end.min(start + MOST_ROWS);
                let parts = |at| parts.get(&at).map_or(&[][..], Vec::as_slice);
                let row = |at: usize| Row::new(&page[at], parts(at), &links);
                out.set(&lines.map(row).collect::<Vec<Row<'_>>>(), &links);
            }
        }
        out.lines.extend_from_slice(&page[done..]);
    }
    out
}

/// Where columns may be woven on a page.
struct Doubtful {
    /// The lines of rows that may be of several, by the place of the row.
    parts: BTreeMap<usize, Vec<Line>>,
    stretches: Vec<Range<usize>>,
}

impl Links<'_> {
    /// The stretches of a page about rows of several lines, and those in which many lines do not seem to go on in the next.
    fn doubtful(&self, text: &str, page: &[Line]) -> Doubtful {
        let parts = parts::parted(text, page);
        let mut stretches: Vec<Range<usize>> = Vec::new();
        let mut add = |first: usize, last: usize| {
            let mut start = first.saturating_sub(AROUND);
            let mut end = (last + AROUND + 1).min(page.len());
            while let Some(before) = stretches.pop_if(|before| start <= before.end) {
                (start, end) = (start.min(before.start), end.max(before.end));
            }
            stretches.push(start..end);
        };
        // The last lines of text and what speaks for each going on in the next line.
        let mut last: VecDeque<(usize, i32)> = VecDeque::with_capacity(WINDOW + 1);
        let mut sum = 0;
        let mut above: Option<Piece<'_>> = None;
        for (at, line) in page.iter().enumerate() {
            if parts.contains_key(&at) {
                add(at, at);
            }
            let piece = self.piece(line);
            let link = above.replace(piece).and_then(|above| self.told(above, piece));
            let Some(link) = link else { continue };
            last.push_back((at, link));
            sum += link;
            if last.len() > WINDOW {
                sum -= last.pop_front().map_or(0, |(_, link)| link);
            }
            if last.len() == WINDOW && sum < LOW * WINDOW as i32 {
                add(last[0].0, at);
            }
        }
        Doubtful { parts, stretches }
    }

    /// Whether lines, each with its column, read on as those of columns do. Those of adverts do not; those of a table do,
    /// most times with the same words.
    fn read_on<'l>(&self, lines: impl Iterator<Item = (Piece<'l>, usize)>) -> bool {
        let mut last: [Option<Piece<'l>>; MOST_COLUMNS] = [None; MOST_COLUMNS];
        let mut different = BTreeSet::new();
        let (mut going_on, mut sum) = (0, 0);
        for (piece, column) in lines {
            let Some(above) = last[column].replace(piece) else { continue };
            let link = self.link(above, piece);
            sum += link;
            if link > 0 {
                going_on += 1;
                different.insert(above.words_beside(piece));
            }
        }
        sum > 0 && different.len() * 2 >= going_on
    }
}

impl Unwoven {
    /// Deals rows out to columns and puts them out.
    fn set(&mut self, rows: &[Row<'_>], links: &Links<'_>) {
        let dealt = deal(links, rows);
        let mut done = 0;
        while done < rows.len() {
            let woven = dealt[done..].iter().take_while(|dealt| dealt.woven).count();
            if woven == 0 {
                self.lines.push(rows[done].whole().line.clone());
                done += 1;
                continue;
            }
            let block = done..done + woven;
            done = block.end;
            let columns = || {
                let rows = rows[block.clone()].iter().zip(&dealt[block.clone()]);
                rows.flat_map(|(row, dealt)| row.dealt(dealt))
            };
            if !links.read_on(columns()) {
                let lines = rows[block].iter().map(|row| row.whole().line.clone());
                self.lines.extend(lines);
                continue;
            }
            // The column that goes on after them stands last.
            let on = dealt.get(block.end).map_or(0, |next| usize::from(next.goes_on));
            let others = (0..MOST_COLUMNS).filter(|&column| column != on || on == 0);
            for column in others.chain((on > 0).then_some(on)) {
                let before = self.lines.len();
                let of_column = columns().filter(|&(_, of)| of == column);
                self.lines.extend(of_column.map(|(piece, _)| piece.line.clone()));
                // A column begins as extractors begin one, after a blank line. The first goes on with the row before it.
                if let Some(first) = self.lines.get_mut(before)
                    && (column > 0 || block.start == 0)
                {
                    first.blanks = first.blanks.max(1);
                }
            }
            // Rows that were put together need not ascend.
            let places = || rows[block.clone()].iter().map(|row| row.whole().line.span);
            let (start, end) = (places().map(|place| place.start), places().map(|place| place.end));
            self.woven.extend(start.min().zip(end.max()).map(|(start, end)| Span::new(start, end)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Language;
    use crate::language::detect;
    use crate::line::lines;

    const PAGE: &str = include_str!("../../../fixtures/zh/wuhai.txt");
    const WESTERN_PAGE: &str = include_str!("../../../fixtures/en/gazette.txt");

    /// The lines of the page's columns, in the order that `unweave` gives them.
    fn unwoven(page: &str) -> Vec<&str> {
        let found = unweave(page, lines(page).lines, Table::of(detect(page)));
        found.lines.iter().map(|line| &page[line.span.range()]).collect()
    }

    fn printed(page: &str) -> Vec<&str> {
        page.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
    }

    /// How many in a hundred lines stand before the one that follows them, once the lines are set by turns and unwoven.
    fn right_of(texts: &[&str], columns: usize) -> usize {
        let length = texts.len() / columns;
        let turns = (0..length).flat_map(|row| (0..columns).map(move |at| at * length + row));
        let page: Vec<&str> = turns.map(|at| texts[at]).collect();
        let page = page.join("\n");
        let found = unwoven(&page);
        let right = |pair: &&[&str]| texts.windows(2).any(|two| two == *pair);
        found.windows(2).filter(right).count() * 100 / found.len()
    }

    #[test]
    fn alternating_columns_are_parted() {
        // Text and no heads: those of the real page stand behind all bodies.
        let texts = &printed(PAGE)[40..160];
        for columns in 2..=4 {
            let right = right_of(texts, columns);
            assert!(right >= 90, "{columns} columns: {right}");
        }
        let texts = &printed(WESTERN_PAGE)[6..];
        for columns in 2..=3 {
            let right = right_of(texts, columns);
            assert!(right >= 70, "{columns} columns: {right}");
        }
    }

    #[test]
    fn columns_in_order_stay() {
        for page in [PAGE, WESTERN_PAGE] {
            assert_eq!(unwoven(page), printed(page));
        }
    }

    #[test]
    fn lines_by_turns_and_side_by_side_go_to_their_columns() {
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
        assert_eq!(unwoven(text), printed(text));
        let row = |number| {
            format!(
                "国务院办公厅第{number}号文件全文公布中\n{number}元，由市政府办公室张贴，地点在广场\n国土"
            )
        };
        let table: String = (0..40).map(row).collect();
        assert_eq!(unwoven(&table), printed(&table));
    }

    #[test]
    fn what_was_woven_is_told() {
        let table = Table::of(Language::SimplifiedChinese);
        assert_eq!(unweave(PAGE, lines(PAGE).lines, table).woven, []);
        let texts = &printed(PAGE)[40..160];
        let page: Vec<&str> = (0..60).flat_map(|row| [texts[row], texts[row + 60]]).collect();
        let page = page.join("\n");
        let woven = unweave(&page, lines(&page).lines, table).woven;
        let told: usize = woven.iter().map(|place| place.range().len()).sum();
        assert!(told * 10 >= page.len() * 9, "{told} of {}", page.len());
    }
}

//! Pages that keep the layout of print: columns stand side by side, parted by spaces, as `pdftotext -layout` and its like leave
//! them. They are cut along their gutters and put out one block after the other.
//!
//! Thresholds that name no page were found on 72 typeset newspapers, read back by `pdftotext -layout` and by pypdf (`examples/fit_weights/pages`),
//! by how many line ends amid paragraphs are followed by what goes on with them.
//!
//! - `row.rs`: the words of a row and the cells they stand in;
//! - `edge.rs`: where the lines of columns begin, one under the other;
//! - `block.rs`: rows cut at those edges, and what stands together in one column;
//! - `order.rs`: the blocks in the order in which they are read.

mod block;
mod edge;
mod order;
mod row;

use super::links::Links;
use super::{Line, facts};
use crate::language::Table;
use block::{Block, blanks, blocks};
use edge::Edges;
use row::{Cells, Row, Strip, has_gap};

/// Fewer rows of several columns on a page are a table, or chance.
const FEWEST_ROWS: usize = 6;
/// A page is laid out in columns where so many rows in a hundred are.
const FEWEST_SHARE: usize = 15;
/// What speaks for lines going on in the next is so much more once they are cut, for each row that is, in hundredths of a nat: 34 and
/// more on pages laid out in columns, -18 and less where one column was spread to its measure by wide spaces.
const GAIN: i32 = 15;
/// For each line it is more than this.
const LOW: i32 = -20;
/// So many rows are cut together: a page has some hundreds.
const MOST_ROWS: usize = 1000;

/// Cuts the pages of `lines`, as [`super::lines`] finds them, that are laid out in columns side by side.
///
/// Costs time linear in the text.
///
/// # Examples
///
/// ```
/// use tearsheet::{Language, language::Table, line::{cut, lines}};
/// let text = "\
/// The ferry will leave the old      After the rain of Sunday
/// pier from Monday, said the        the roof of the library
/// harbour office, because the       has been leaking again,
/// quay is under repair until        and the readers have put
/// the autumn, and it will be        up their umbrellas among
/// back before the first of          the shelves of the
/// October.                          reading room.";
/// let found = cut(text, lines(text).lines, Table::of(Language::English));
/// assert_eq!(found.len(), 14);
/// assert_eq!(&text[found[1].span.range()], "pier from Monday, said the");
/// assert_eq!(&text[found[7].span.range()], "After the rain of Sunday");
/// ```
pub fn cut(text: &str, lines: Vec<Line>, table: &Table) -> Vec<Line> {
    // Nearly all sources end here.
    if lines.iter().filter(|line| has_gap(text, line)).take(FEWEST_ROWS).count() < FEWEST_ROWS {
        return lines;
    }
    let links = Links::new(text, table);
    let mut out = Vec::with_capacity(lines.len() * 2);
    for page in lines.chunk_by(|one, other| one.page == other.page) {
        for rows in page.chunks(MOST_ROWS) {
            match columns(text, rows, &links) {
                Some(lines) => out.extend(lines),
                None => out.extend_from_slice(rows),
            }
        }
    }
    out
}

/// The lines of a page in their columns, if it is laid out in columns.
fn columns(text: &str, page: &[Line], links: &Links<'_>) -> Option<Vec<Line>> {
    let gaps = page.iter().filter(|line| has_gap(text, line)).count();
    if gaps * 100 < page.len() * FEWEST_SHARE {
        return None;
    }
    // A Chinese character takes one cell or two: the one that sets more lines under each other.
    let read = |cells: Cells| {
        let rows: Vec<Row> = page.iter().map(|line| Row::new(text, line, cells)).collect();
        let edges = Edges::of(&rows);
        (cells, rows, edges)
    };
    let wide = page.iter().any(|line| line.han > 0);
    let ways = [Cells::PerCharacter, Cells::ByWidth].into_iter().take(1 + usize::from(wide));
    let (cells, rows, edges) = ways.map(read).max_by_key(|(.., edges)| edges.points)?;
    let cut: Vec<Vec<Strip>> =
        rows.iter().enumerate().map(|(at, row)| edges.cut(at, row)).collect();
    let several = cut.iter().filter(|strips| strips.len() > 1).count();
    if several < FEWEST_ROWS || several * 100 < page.len() * FEWEST_SHARE {
        return None;
    }
    let set = |block: &Block| set(text, page, &rows, block, cells);
    let mut out = Vec::new();
    let (mut told, mut reads) = (0, 0);
    for lines in order::ordered(blocks(&rows, &cut), &rows, set, links) {
        for link in told_links(&lines, links) {
            (told, reads) = (told + 1, reads + link);
        }
        out.extend(lines);
    }
    // The cells of a table tell nothing, and what was no column does not read on.
    let before: i32 = told_links(page, links).sum();
    let better = reads - before > GAIN * several as i32;
    (told * 2 >= several && better && reads > LOW * out.len() as i32).then_some(out)
}

/// What speaks for each line going on in the next, where it tells, in hundredths of a nat.
fn told_links(lines: &[Line], links: &Links<'_>) -> impl Iterator<Item = i32> {
    lines.windows(2).filter_map(|two| links.told(links.piece(&two[0]), links.piece(&two[1])))
}

/// The lines of a block.
fn set(text: &str, page: &[Line], rows: &[Row], block: &Block, cells: Cells) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::with_capacity(block.strips.len());
    let mut above = None;
    for &(row, strip) in &block.strips {
        let Some(line) = facts(text, strip.start, strip.end) else { continue };
        let given = &page[row];
        let blanks = above.replace(row).map_or(1, |above| blanks(rows, above, row));
        let indent = strip.left.saturating_sub(strip.edge) * cells.half_ems(&line);
        out.push(Line { page: given.page, number: given.number, blanks, indent, ..line });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::detect;
    use crate::line::lines;

    const PAGE: &str = include_str!("../../../fixtures/zh/wuhai.txt");
    const WESTERN_PAGE: &str = include_str!("../../../fixtures/en/gazette.txt");

    fn cut_lines(page: &str) -> Vec<&str> {
        let found = cut(page, lines(page).lines, Table::of(detect(page)));
        found.iter().map(|line| &page[line.span.range()]).collect()
    }

    fn printed(page: &str) -> Vec<&str> {
        page.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
    }

    /// The texts in columns side by side, each begun at a cell, as `of` counts cells.
    fn side_by_side(texts: &[&str], columns: usize, of: impl Fn(&str) -> usize) -> String {
        let length = texts.len().div_ceil(columns);
        let width = texts.iter().map(|text| of(text)).max().unwrap_or(0) + 3;
        let row = |at: usize| {
            let mut row = String::new();
            for text in texts.iter().skip(at).step_by(length) {
                let to = row.len() + width - of(text);
                row += text;
                row.extend(std::iter::repeat_n(' ', to - (row.len() - text.len())));
            }
            row.trim_end().to_owned() + "\n"
        };
        (0..length).map(row).collect()
    }

    #[test]
    fn a_head_stands_over_its_columns() {
        let page = "\
Ferry will go                         Harbour gets a crane
The ferry will leave the old      After the rain of Sunday
pier from Monday, said the        the roof of the library
harbour office, because the       has been leaking again,
quay is under repair until        and the readers have put
the autumn.                       up their umbrellas.

Town hall is painted blue

A painter from the harbour        it had been for ninety
has begun to paint the old        years. Nobody was asked
town hall blue, which was         whether blue would do for
white before, and grey as         the hall of a town.
";
        let found = cut_lines(page);
        let at = |text: &str| found.iter().position(|line| *line == text).expect(text);
        let order = [
            "Ferry will go",
            "the autumn.",
            "Harbour gets a crane",
            "up their umbrellas.",
            "Town hall is painted blue",
            "white before, and grey as",
            "it had been for ninety",
        ];
        let places = order.map(at);
        assert!(places.is_sorted(), "{found:#?}");
    }

    #[test]
    fn what_stands_in_no_columns_stays() {
        // One column that is spread to its measure.
        let spread = "\
The  ferry  will  leave  the  old
pier  from  Monday,  said  the
harbour  office,  because  the
quay  is  under  repair  until
the  autumn,  and  it  will  be
back  before  the  first  of
October,  when  the  nights
are  long  and  cold.
";
        assert_eq!(cut_lines(spread), printed(spread));
        let row =
            |at: usize| format!("Team {at}     {}   {}   {}\n", at * 7 % 5, at * 3 % 7, at % 3);
        let table: String = (0..20).map(row).collect();
        assert_eq!(cut_lines(&table), printed(&table));
    }

    #[test]
    fn a_padded_name_is_not_cut() {
        let page: String = [
            "今年以来全市各级各部门坚     下午三点老街的茶馆里已经",
            "持以人民为中心推进城市更     坐满了听书的人说书先生一",
            "新让老旧小区换了新颜居民     拍醒木满堂静了下来讲的是",
            "脸上有了笑容日子也越过越     三国故事老人们听得入了神",
            "好街坊们都说生活真有了奔     忘了时间茶也凉了几回掌柜",
            "头。本报记者 陶    然        的添了又添直到天黑才散。",
        ]
        .join("\n");
        assert!(cut_lines(&page).contains(&"头。本报记者 陶    然"), "{:?}", cut_lines(&page));
    }

    #[test]
    fn columns_side_by_side_are_cut() {
        let characters = |text: &str| text.chars().count();
        let cells = |text: &str| text.chars().map(crate::line::character::width).sum();
        for columns in 2..=4 {
            let texts = &printed(PAGE)[40..160];
            assert_eq!(cut_lines(&side_by_side(texts, columns, characters)), texts);
            assert_eq!(cut_lines(&side_by_side(texts, columns, cells)), texts);
            let texts = &printed(WESTERN_PAGE)[6..];
            assert_eq!(cut_lines(&side_by_side(texts, columns, characters)), texts);
        }
    }
}

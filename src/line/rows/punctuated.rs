//! Chinese rows broken behind their punctuation. A row that is spread to the measure is widest behind its commas, and
//! `pdftotext -raw` breaks it there; the pieces make up a full line together:
//!
//! 按票上指定的入口进场。/ 按照目前的设计，/ 一旦出现紧急情况，场内观众可在十五分
//!
//! where 进场。 ends no paragraph. Whoever takes it for the end of one tears the paragraph in two.

use crate::line::{Class, Line, adjoin, em_width, joined};
use std::ops::{Range, RangeInclusive};

/// So many lines on each side tell how wide the column is.
const AROUND: usize = 12;
/// Narrower columns have no room for pieces, and wider lines are not read as columns, in hundredths of an em.
const MEASURES: RangeInclusive<u32> = 800..=3000;
/// A row is broken into no more pieces.
const MOST_PIECES: usize = 5;
/// Where more short lines stand together they are a list or verse.
const MOST_TOGETHER: usize = 24;
/// A piece is no wider than so much of its row, in percent.
const PIECE: u32 = 80;
/// A full line with letters or digits may seem narrower than its measure: at least so much of it, in percent.
const FULL: u32 = 85;
/// The first line of a paragraph is indented by two characters, in hundredths of an em, and lacks one and a half more where a
/// word or a number did not fit.
const INDENT: u32 = 200;
const LACK: u32 = 150;
/// Marks at the ends of pieces may hang or be set half as wide: a row may seem wider by so much for each.
const MARK: u32 = 100;
/// A page on which rows are broken has so many of them: one alone may be the end of a paragraph and a line that chance
/// broke behind a comma.
const FEWEST_ROWS: usize = 2;

/// Puts together the pieces of the rows of each page that has some.
pub(super) fn rejoin(text: &str, lines: Vec<Line>) -> Vec<Line> {
    let rows = Column::new(text, &lines).rows();
    let page = |row: &Range<usize>| lines[row.start].page;
    let pages = rows.chunk_by(|one, other| page(one) == page(other));
    let rows: Vec<_> = pages.filter(|rows| rows.len() >= FEWEST_ROWS).flatten().collect();
    if rows.is_empty() {
        return lines;
    }
    let mut out = Vec::with_capacity(lines.len());
    let mut at = 0;
    for row in rows {
        out.extend_from_slice(&lines[at..row.start]);
        // The ends of lines within a row are no part of its width.
        let width = lines[row.clone()].iter().map(|piece| piece.width).sum();
        out.push(Line { width, ..joined(text, &lines[row.start], &lines[row.end - 1]) });
        at = row.end;
    }
    out.extend_from_slice(&lines[at..]);
    out
}

/// Lines one under the other.
struct Column<'a> {
    text: &'a str,
    lines: &'a [Line],
    /// The width of each without its spaces, in hundredths of an em; 0 where it is not Chinese.
    widths: Vec<u32>,
}

impl<'a> Column<'a> {
    fn new(text: &'a str, lines: &'a [Line]) -> Self {
        let width = |line: &Line| if line.han > 0 { em_width(&text[line.span.range()]) } else { 0 };
        Self { text, lines, widths: lines.iter().map(width).collect() }
    }

    /// The pieces of each broken row, in order.
    fn rows(&self) -> Vec<Range<usize>> {
        let mut out = Vec::new();
        let mut at = 0;
        while at < self.lines.len() {
            let full = if self.is_marked(at) { self.full(at) } else { 0 };
            let end = self.run_end(at, full);
            if MEASURES.contains(&full) && end - at <= MOST_TOGETHER && self.is_full(end, full) {
                self.part(at..end, full, &mut out);
            }
            at = end.max(at + 1);
        }
        out
    }

    /// The end of the run that begins with the line at `at`: lines that may be pieces, nothing between them.
    fn run_end(&self, at: usize, full: u32) -> usize {
        let piece = |&line: &usize| {
            self.is_marked(line)
                && self.widths[line] * 100 <= full * PIECE
                && (line == at || self.follows(line))
        };
        at + (at..self.lines.len()).take_while(piece).count()
    }

    /// Whether a Chinese line ends with punctuation. A colon ends names: 石桥镇：
    fn is_marked(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let ended =
            matches!(line.last, Class::SentenceEnd | Class::CloseQuote | Class::CloseBracket);
        line.han > 0 && !line.spacing.parts_letters() && (ended || self.pauses(at))
    }

    fn pauses(&self, at: usize) -> bool {
        self.text[self.lines[at].span.range()].ends_with(['，', '、', '；'])
    }

    /// Whether nothing stands between a line and the one before it.
    fn follows(&self, at: usize) -> bool {
        let (line, before) = (&self.lines[at], &self.lines[at - 1]);
        line.blanks == 0 && line.page == before.page && adjoin(self.text, before, line)
    }

    /// Whether the line at `at` goes on after a row: a row that is spread has more lines of its paragraph under it.
    fn is_full(&self, at: usize, full: u32) -> bool {
        at < self.lines.len()
            && at > 0
            && self.follows(at)
            && (full * FULL..=(full + MARK) * 100).contains(&(self.widths[at] * 100))
    }

    /// The width of a full line near the one at `at`.
    fn full(&self, at: usize) -> u32 {
        let near = at.saturating_sub(AROUND)..(at + AROUND + 1).min(self.lines.len());
        let page = self.lines[at].page;
        let near = near.filter(|&near| self.widths[near] > 0 && self.lines[near].page == page);
        let mut found: Vec<u32> = near.map(|near| self.widths[near]).collect();
        found.sort_unstable();
        found.get(found.len() * 3 / 4).copied().unwrap_or(0)
    }

    /// Parts a run into rows; what stands before the first of them stays as it is.
    fn part(&self, run: Range<usize>, full: u32, out: &mut Vec<Range<usize>>) {
        // For each piece the end of the row that begins with it, where rows alone follow.
        let mut ends: Vec<Option<usize>> = vec![None; run.len() + 1];
        ends[run.len()] = Some(run.end);
        for first in run.clone().rev() {
            let last = first + 2..=run.end.min(first + MOST_PIECES);
            let mut row = last
                .filter(|&end| ends[end - run.start].is_some() && self.is_row(first..end, full));
            ends[first - run.start] = row.next_back();
        }
        let mut at = ends[..run.len()].iter().position(Option::is_some).map(|at| run.start + at);
        while let Some(first) = at.filter(|&at| at < run.end) {
            at = ends[first - run.start];
            out.extend(at.map(|end| first..end));
        }
    }

    /// Whether the pieces make up a full line, one of them with a pause behind it. Punctuation at the end of a piece may be set
    /// half as wide.
    fn is_row(&self, pieces: Range<usize>, full: u32) -> bool {
        let sum: u32 = self.widths[pieces.clone()].iter().sum();
        let fits = (full - INDENT..=full + MARK * (pieces.len() as u32 - 1)).contains(&sum);
        // Two of which the second is as wide as the first line of a paragraph are taken for the end of one and that.
        let begins = full - INDENT - LACK..=full - INDENT + MARK / 2;
        let apart = pieces.len() == 2 && begins.contains(&self.widths[pieces.end - 1]);
        let goes_on = |piece: usize| !self.begins_item(piece);
        let one = pieces.clone().skip(1).all(goes_on);
        fits && one && !apart && pieces.clone().any(|piece| self.pauses(piece))
    }

    /// Whether a line begins an item of a list: （二）落实责任；
    fn begins_item(&self, at: usize) -> bool {
        let mut rest = self.text[self.lines[at].span.range()].chars().skip_while(|c| is_number(*c));
        match self.lines[at].first {
            Class::OpenBracket | Class::Other => true,
            _ => rest.next().is_some_and(|next| matches!(next, '、' | '.' | '．')),
        }
    }
}

fn is_number(character: char) -> bool {
    character.is_ascii_digit() || "一二三四五六七八九十".contains(character)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    /// A paragraph of full lines, two rows of which are broken.
    const BROKEN: &str = "这座体育场建在旧码头的南边，场内有座位\n五千个，场外还有空地可以停放车辆，观众\n\
        须按票上指定的入口进场。\n按照目前设计，\n一旦出现紧急情况，场内观众可在十五分钟\n内疏散到江边的安全地方，不必再走旧桥过\n\
        江，\n也不必等候，\n走到空地上就可以了。\n体育场的看台是活动的，可以推前也可以推\n后，底部装有气垫，用来保护下面的跑道。";

    fn rejoined(text: &str) -> Vec<&str> {
        let found = rejoin(text, lines(text).lines);
        found.into_iter().map(|line| &text[line.span.range()]).collect()
    }

    #[test]
    fn pieces_that_make_up_a_line_are_one() {
        let found = rejoined(BROKEN);
        assert_eq!(found[2], "须按票上指定的入口进场。\n按照目前设计，");
        assert_eq!(found[5], "江，\n也不必等候，\n走到空地上就可以了。");
        assert_eq!(found.len(), 8);
    }

    #[test]
    fn one_row_alone_may_be_chance() {
        let end = BROKEN.find("\n江").expect("a second row");
        let text = format!("{}江。", &BROKEN[..end]);
        assert_eq!(rejoined(&text).len(), text.lines().count());
    }

    #[test]
    fn what_a_blank_line_parts_is_no_row() {
        let text = BROKEN.replace("进场。\n", "进场。\n\n").replace("江，\n", "江，\n\n");
        assert_eq!(rejoined(&text).len(), lines(&text).lines.len());
    }

    #[test]
    fn items_of_a_list_stay() {
        let text = BROKEN
            .replace("按照目前设计，", "二、看台入口，")
            .replace("也不必等候，", "（二）等候，");
        assert_eq!(rejoined(&text).len(), text.lines().count());
    }

    #[test]
    fn what_stands_in_another_column_is_not_swallowed() {
        let aside =
            |line: &str| format!("{line}{}江水满了又退", "　".repeat(24 - line.chars().count()));
        let text: String = BROKEN.lines().map(|line| aside(line) + "\n").collect();
        let strips: Vec<Line> = (lines(&text).lines.iter())
            .filter_map(|line| {
                crate::line::facts(
                    &text,
                    line.span.start,
                    line.span.start + text[line.span.range()].find('　')?,
                )
            })
            .collect();
        assert_eq!(strips.len(), BROKEN.lines().count());
        assert_eq!(rejoin(&text, strips.clone()), strips);
    }

    #[test]
    fn line_ends_are_no_part_of_the_width() {
        let widths = |text: &str| -> Vec<usize> {
            rejoin(text, lines(text).lines).iter().map(|line| line.width).collect()
        };
        assert_eq!(widths(BROKEN), widths(&BROKEN.replace('\n', "　  \r\n")));
    }

    #[test]
    fn lines_of_verse_stay() {
        let text = "四点钟的钢水，\n把半个天空照成早晨，\n师傅递来一根烟，\n没有点，\n怕把这一点黑，\n也照亮了。\n四点钟的钢水，\n\
            把半个天空照成早晨，\n师傅递来一根烟，\n没有点，\n怕把这一点黑，\n也照亮了。";
        assert_eq!(rejoined(text).len(), text.lines().count());
    }

    #[test]
    fn the_end_of_a_paragraph_and_an_indented_line_stay() {
        let text = "这座体育场建在旧码头\n座。\n观众按票上指定，\n一旦出现紧急情况的话\n人人知道往哪边走不挤\n\
            的。\n座位号码写背面，\n看台就像装在滑轮车上\n可以推前。";
        assert_eq!(rejoined(text).len(), text.lines().count());
    }
}

//! Heads that stand side by side and came as one line: 京味小说赠京城老字号 古巴全国人大选举揭晓. Nothing in the
//! line tells them from one head of two parts, but the bodies may: so lines of heads are parted at their gaps before
//! bodies and heads are arranged, and put together again where no head was found to begin.

use super::unit::Layout;
use crate::line::{Line, Measure, joined, pieces};
use crate::read::{Reading, State};

/// What speaks against another head after a gap, in hundredths of a nat: of the gapped lines of heads in typeset pages
/// most are one head.
const AGAINST: i32 = -450;
/// A shorter part is no head, and a longer line is none of heads.
const FEWEST_GLYPHS: usize = 4;
const MOST_GLYPHS: usize = 80;

/// Lines of which those of heads are parted at their gaps.
pub(super) struct Parted {
    pub(super) lines: Vec<Line>,
    pub(super) measures: Vec<Measure>,
    pub(super) reading: Reading,
    /// Whether each stood in one line with the one before.
    abreast: Vec<bool>,
}

impl Parted {
    /// Parts the lines that have gaps; `None` where none has, as on most pages.
    pub(super) fn new(
        text: &str,
        lines: &[Line],
        measures: &[Measure],
        reading: &Reading,
    ) -> Option<Self> {
        let parts: Vec<(usize, Vec<Line>)> = (reading.states.iter().enumerate())
            .filter(|(_, state)| matches!(state, State::Headline | State::HeadlineOn))
            .map(|(index, _)| (index, parts(text, &lines[index])))
            .filter(|(_, parts)| parts.len() > 1)
            .collect();
        if parts.is_empty() {
            return None;
        }
        let mut out = Self {
            lines: Vec::new(),
            measures: Vec::new(),
            reading: Reading::default(),
            abreast: Vec::new(),
        };
        let mut parts = parts.into_iter().peekable();
        for (index, line) in lines.iter().enumerate() {
            let parted = parts.next_if(|(parted, _)| *parted == index);
            let parted = parted.map_or_else(|| vec![line.clone()], |(_, parts)| parts);
            for (nth, part) in parted.into_iter().enumerate() {
                let later = nth > 0;
                let of_reading = |values: &[i32]| if later { AGAINST } else { values[index] };
                out.lines.push(part);
                out.measures.push(measures[index]);
                out.reading.states.push(if later {
                    State::HeadlineOn
                } else {
                    reading.states[index]
                });
                out.reading.openness.push(of_reading(&reading.openness));
                out.reading.headness.push(of_reading(&reading.headness));
                out.abreast.push(later);
            }
        }
        Some(out)
    }

    /// Puts the parts together again that no head begins with; gives the lines, which `layout` speaks of then.
    pub(super) fn rejoined(self, text: &str, layout: &mut Layout) -> Vec<Line> {
        let mut begins = vec![false; self.lines.len()];
        for headline in layout.heads.iter().filter_map(|head| head.headline.as_ref()) {
            begins[headline.lines[0]] = true;
        }
        let mut lines: Vec<Line> = Vec::with_capacity(self.lines.len());
        let mut places = Vec::with_capacity(self.lines.len());
        for (index, line) in self.lines.into_iter().enumerate() {
            match lines.last_mut().filter(|_| self.abreast[index] && !begins[index]) {
                Some(last) => *last = joined(text, last, &line),
                None => lines.push(line),
            }
            places.push(lines.len() - 1);
        }
        for element in layout.elements_mut() {
            for line in &mut element.lines {
                *line = places[*line];
            }
            element.lines.dedup();
        }
        lines
    }
}

/// The parts of a line between its gaps, those too short for a head left with the one before; letter-spaced words are
/// one.
fn parts(text: &str, line: &Line) -> Vec<Line> {
    if line.han == 0 || line.glyphs > MOST_GLYPHS {
        return Vec::new();
    }
    let mut out: Vec<Line> = Vec::new();
    for piece in pieces(text, line) {
        match out.last_mut() {
            Some(last) if last.glyphs < FEWEST_GLYPHS || piece.glyphs < FEWEST_GLYPHS => {
                *last = joined(text, last, &piece);
            }
            _ => out.push(piece),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    /// Two texts, and their heads in one line.
    const PAGE: &str = "古城墙修缮完工 渔港渔船满载而归

　　本报讯（记者 林巧）古城墙修缮工程昨
日完工，工匠们历时三年，用传统工艺补砌
城砖四万余块。城墙修缮后将免费开放。

　　本报讯（记者 郑岩）渔港昨日迎来开渔后
的第一批渔船，码头上一片繁忙。今年渔港
的鱼获比去年多了三成，渔船满载而归。
";

    #[test]
    fn heads_side_by_side_go_to_their_own_texts() {
        let document = crate::read(PAGE);
        let heads: Vec<_> = (document.articles.iter())
            .map(|article| article.headline.as_ref().map(|head| head.text.as_str()))
            .collect();
        assert_eq!(heads, [Some("古城墙修缮完工"), Some("渔港渔船满载而归")]);
    }

    #[test]
    fn one_head_of_two_parts_stays_one() {
        let document = crate::read(&PAGE.replace("渔港渔船满载而归", "城砖补砌四万余块"));
        assert!(document.articles.iter().any(|article| {
            article
                .headline
                .as_ref()
                .is_some_and(|head| head.text == "古城墙修缮完工 城砖补砌四万余块")
        }));
    }
}

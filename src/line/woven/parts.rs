//! The lines of several columns that stand side by side in a row: each but the last fills a measure of the page.

use super::deal::MOST_COLUMNS;
use crate::line::character::width as width_of;
use crate::line::links::{INDENT, NARROWEST};
use crate::line::measure::candidates;
use crate::line::{Line, Spacing, facts, gaps};
use std::collections::BTreeMap;

/// A measure that fewer lines have is chance.
const FEWEST: usize = 6;
/// Fewer rows of several lines on a page are chance.
const FEWEST_ROWS: usize = 3;
/// No column is wider, in half ems: 44 is a caption already.
const WIDEST: usize = 44;
/// By how much a part may miss its measure, in half ems.
const SLACK: usize = 3;
/// A row of two columns is wider than one by more, in half ems.
const OVERHANG: usize = 8;

/// The rows of a page that may be of several lines, by their place, with these lines.
pub(super) fn parted(text: &str, page: &[Line]) -> BTreeMap<usize, Vec<Line>> {
    let wide = |line: &Line| {
        line.width > NARROWEST + 2 * SLACK
            && line.han * 2 >= line.glyphs
            && text[line.span.range()].contains(char::is_whitespace)
    };
    let rows: Vec<usize> = (0..page.len()).filter(|&at| wide(&page[at])).collect();
    if rows.len() < FEWEST_ROWS {
        return BTreeMap::new();
    }
    let measures = measures(text, page);
    let found = rows.into_iter().map(|at| (at, parts(text, &page[at], &measures)));
    let mut found: BTreeMap<_, _> = found.filter(|(_, parts)| !parts.is_empty()).collect();
    if found.len() < FEWEST_ROWS {
        found.clear();
    }
    found
}

/// The widths that columns of the page may have: those of many lines, or pieces of lines.
fn measures(text: &str, page: &[Line]) -> Vec<usize> {
    let mut pieces: Vec<Line> = Vec::new();
    for line in page {
        if line.spacing == Spacing::Gapped {
            pieces.extend(gaps::pieces(text, line));
        } else {
            pieces.push(line.clone());
        }
    }
    pieces.retain(|piece| (NARROWEST..=WIDEST).contains(&piece.width));
    let mut found = candidates(&pieces, false);
    let near =
        |width: usize| pieces.iter().filter(|piece| piece.width.abs_diff(width) <= 1).count();
    let most = found.iter().map(|&width| near(width)).max().unwrap_or(0);
    found.retain(|&width| near(width) >= FEWEST.max(most / 6));
    found
}

/// The lines that `line` is woven of; none if it is one.
fn parts(text: &str, line: &Line, measures: &[usize]) -> Vec<Line> {
    let (Some(&narrowest), Some(&widest)) = (measures.iter().min(), measures.iter().max()) else {
        return Vec::new();
    };
    if line.width <= narrowest + 2 * SLACK {
        return Vec::new();
    }
    let words = gaps::ranges(text, line);
    let set = |(start, end): (usize, usize)| text[start..end].chars().map(width_of).sum::<usize>();
    let whole: usize = words.iter().map(|&word| set(word)).sum();
    if measures.iter().any(|measure| measure.abs_diff(whole) <= SLACK) {
        return Vec::new();
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
        return out;
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

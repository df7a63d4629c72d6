//! Series: a page whose heads are drawn one after the other, before or after the bodies, has both in one order.
//! The printed lines of the heads are parted anew so that each head in turn speaks of the next body or of one after.
//!
//! The parts and their bodies are found together, by dynamic programming over head lines and bodies.

use super::divide::{LEAST_GAIN, Place, WEIGHTS_A_POINT, cut_bodies, pairs_of, places};
use super::element::Element;
use super::matching::{Word, pairs};
use super::unit::{Head, Layout};
use crate::line::Line;
use crate::read::{Reading, State};
use std::collections::BTreeMap;

/// Fewer heads or bodies are no series.
const LEAST: usize = 3;
/// No headline has more printed lines.
const MOST_LINES: usize = 7;
/// No more head lines times places of a page are tried: a crowded page has a tenth of it.
const MOST: usize = 40_000;
/// The reading of one line says no more than this for or against a head's beginning.
const MOST_HEADNESS: i64 = 150;
/// No more points than this for the words that a head shares with its body.
const MOST_WORDS: i64 = 400;
/// Points for standing next to the body.
const BESIDE: i64 = 60;
/// Points for a body that begins where one was read to begin.
const WHOLE: i64 = 10;

/// A printed line of a headline.
struct Row {
    line: usize,
    /// The head that it was read as a part of.
    head: usize,
    /// Points for beginning a head here; `None` where one must begin.
    begins: Option<i64>,
}

/// A head as it is parted anew: its rows, and where its body begins.
struct Part<'a> {
    rows: std::ops::Range<usize>,
    place: Option<&'a Place>,
}

/// Parts the heads of each page anew and tells each the body whose turn it is; cuts bodies where that begins
/// amid one.
pub(super) fn series(text: &str, lines: &[Line], layout: &mut Layout, reading: &Reading) {
    let rows = rows(lines, layout, reading);
    let headless = vec![None; layout.units.len()];
    let places = places(text, lines, layout, &headless, reading);
    let mut holders: BTreeMap<Word, i64> = BTreeMap::new();
    for unit in &layout.units {
        for word in pairs_of(text, lines, &unit.elements) {
            *holders.entry(word).or_default() += 1;
        }
    }
    let mut parts = Vec::new();
    let mut from = 0;
    for on_page in rows.chunk_by(|a, b| lines[a.line].page == lines[b.line].page) {
        let page = lines[on_page[0].line].page;
        let places: Vec<&Place> =
            places.iter().filter(|place| lines[place.first_line].page == page).collect();
        let units = places.iter().filter(|place| place.element == 0).count();
        let heads = on_page.chunk_by(|a, b| a.head == b.head).count();
        let few = heads < LEAST || units < LEAST || on_page.len() * places.len() > MOST;
        let found =
            if few { as_read(on_page) } else { align(text, lines, &holders, on_page, &places) };
        parts.extend(found.into_iter().map(|mut part| {
            part.rows = part.rows.start + from..part.rows.end + from;
            part
        }));
        from += on_page.len();
    }
    let cuts = parts.iter().filter_map(|part| part.place).filter(|place| place.element > 0);
    cut_bodies(layout, cuts.map(|place| (place.unit, place.element)).collect());
    rebuild(layout, &rows, &parts);
}

fn rows(lines: &[Line], layout: &Layout, reading: &Reading) -> Vec<Row> {
    let mut out: Vec<Row> = Vec::new();
    for (index, head) in layout.heads.iter().enumerate() {
        let Some(headline) = &head.headline else { continue };
        for &line in &headline.lines {
            let joins = out.last().is_some_and(|last: &Row| {
                let before = &layout.heads[last.head];
                let alone = before.deck.is_none() && before.bylines.is_empty();
                last.line + 1 == line
                    && lines[last.line].page == lines[line].page
                    && (last.head == index || alone && head.kicker.is_none())
            });
            let points = i64::from(reading.headness[line]) / WEIGHTS_A_POINT;
            let begins = joins.then(|| points.clamp(-MOST_HEADNESS, MOST_HEADNESS));
            out.push(Row { line, head: index, begins });
        }
    }
    out
}

/// The heads of a page as they were read.
fn as_read<'a>(rows: &[Row]) -> Vec<Part<'a>> {
    let mut at = 0;
    let heads = rows.chunk_by(|a, b| a.head == b.head);
    heads
        .map(|head| {
            let rows = at..at + head.len();
            at = rows.end;
            Part { rows, place: None }
        })
        .collect()
}

/// The best parting of `rows` into heads, and where in the text the body of each begins, all in order.
fn align<'a>(
    text: &str,
    lines: &[Line],
    holders: &BTreeMap<Word, i64>,
    rows: &[Row],
    places: &[&'a Place],
) -> Vec<Part<'a>> {
    let (count, width) = (rows.len(), places.len() + 1);
    // The best up to a row and a place, and the row and place that it was come by.
    let mut best = vec![i64::MIN / 2; (count + 1) * width];
    let mut from = vec![(0, 0); (count + 1) * width];
    best[0] = 0;
    for row in 0..=count {
        for place in 1..width {
            let at = row * width + place;
            if best[at - 1] > best[at] {
                (best[at], from[at]) = (best[at - 1], (row, place - 1));
            }
        }
        let ends = (row + 1..=count)
            .take(MOST_LINES)
            .take_while(|&end| end == row + 1 || rows[end - 1].begins.is_some());
        for end in ends {
            let begins = rows[row].begins.unwrap_or(0);
            let words = pairs(text, lines, rows[row..end].iter().map(|row| row.line));
            for place in 0..width {
                let here = best[row * width + place] + begins;
                let mut offer = |after: usize, score: i64| {
                    let at = end * width + after;
                    if score > best[at] {
                        (best[at], from[at]) = (score, (row, place));
                    }
                };
                offer(place, here);
                if let Some(body) = places.get(place) {
                    offer(place + 1, here + gain(body, &words, holders, rows[end - 1].line));
                }
            }
        }
    }
    let mut parts = Vec::new();
    let (mut row, mut place) = (count, width - 1);
    while row > 0 {
        let (row_before, before) = from[row * width + place];
        if row_before < row {
            let taken = (before < place).then(|| places[before]);
            parts.push(Part { rows: row_before..row, place: taken });
        }
        (row, place) = (row_before, before);
    }
    parts.reverse();
    parts
}

/// What speaks for the body at `place` being that of a head of these words, whose last line is `last`.
fn gain(place: &Place, words: &[Word], holders: &BTreeMap<Word, i64>, last: usize) -> i64 {
    let beside = if place.first_line == last + 1 { BESIDE } else { 0 };
    let ease = if place.element == 0 { WHOLE } else { place.ease - LEAST_GAIN };
    place.speaks_of(words, holders).min(MOST_WORDS) + beside + ease
}

/// Makes the heads anew: a kicker stays with the first line of its head, deck and bylines with the last.
fn rebuild(layout: &mut Layout, rows: &[Row], parts: &[Part<'_>]) {
    let mut heads: Vec<Head> = std::mem::take(&mut layout.heads);
    for part in parts {
        let of = |row: usize| rows[row].head;
        let (first, last) = (of(part.rows.start), of(part.rows.end - 1));
        let opens = part.rows.start == 0 || of(part.rows.start - 1) != first;
        let closes = part.rows.end == rows.len() || of(part.rows.end) != last;
        let kicker = if opens { heads[first].kicker.take() } else { None };
        let (deck, bylines) = if closes {
            (heads[last].deck.take(), std::mem::take(&mut heads[last].bylines))
        } else {
            (None, Vec::new())
        };
        let lines = rows[part.rows.clone()].iter().map(|row| row.line).collect();
        layout.heads.push(Head {
            kicker,
            headline: Some(Element { kind: State::Headline, lines }),
            deck,
            bylines,
            turn: part.place.map(|place| place.first_line),
        });
    }
    // Heads without a headline have no rows.
    layout.heads.extend(heads.into_iter().filter(|head| head.headline.is_none()));
    layout.sort_heads();
}

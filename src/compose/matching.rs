//! What speaks for a head being a body's: signs, each of a few values, weighed by fitted tables.
//!
//! The points are hundredths of a nat: how much more probable it is that the body has this head than that
//! it has none. `examples/fit_weights` fits them on pages whose articles are known.

use super::element::Element;
use super::index::{Index, each_root, each_word, heads_of, joined};
use super::unit::{Head, Layout, UnitKind};
use crate::language::{Subject, Table};
use crate::line::Line;
use crate::read::State;
use std::ops::Range;

/// A body or a caption, as far as heads are concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyView {
    /// What it is.
    pub kind: UnitKind,
    /// Its first line and its last one.
    pub lines: (usize, usize),
    /// How many lines it has.
    pub length: usize,
    /// Whether it begins with a lead or a jump mark.
    pub led: bool,
    /// Its elements, by their indices in the scene.
    pub(super) elements: Range<usize>,
    /// Its first paragraph among them.
    opening: Option<usize>,
    /// What it is about.
    subject: Subject,
}

/// A head, as far as bodies are concerned.
#[derive(Clone, Debug, PartialEq)]
pub struct HeadView {
    /// Its first line and its last one.
    pub lines: (usize, usize),
    /// Whether it has a kicker, a deck, bylines.
    pub parts: [bool; 3],
    /// How many lines its headline has.
    pub(super) headline: usize,
    /// Those of its words that bodies have, and of its roots, by their numbers in the scene.
    pub(super) words: Vec<u32>,
    pub(super) roots: Vec<u32>,
    /// How many elements have these, each counted by itself.
    pub(super) held: usize,
    /// How many different words it has.
    pub(super) all_words: usize,
    /// The worth of all its words that bodies have: see [`Scene::worth`].
    tellable: f64,
    /// What it is about.
    subject: Subject,
}

/// The elements of the bodies of a page, and which of them have the words of its heads.
#[derive(Clone, Debug)]
pub struct Scene {
    elements: Vec<ElementView>,
    pub(super) words: Index,
    pub(super) roots: Index,
    /// How many bodies there are.
    count: usize,
    /// How many of them have each word.
    bodies: Vec<u32>,
    /// What all of them are about.
    subject: Subject,
    /// What a word is worth, by how many bodies have it: much if one has it, nothing if all have (inverse document frequency).
    worths: Vec<f64>,
}

/// An element of a body, as far as heads are concerned.
#[derive(Clone, Copy, Debug)]
struct ElementView {
    lines: (usize, usize),
    length: usize,
    is_text: bool,
    /// What it is about.
    subject: Subject,
}

/// The signs that have to do with words; each row of weights is `first of the sign + value`.
const WORD_SIGNS: [usize; 8] = [9, 5, 9, 5, 16, 12, 12, 12];
/// The signs that have to do with place.
const PLACE_SIGNS: [usize; 2] = [14 * MANNERS, 5];
/// How pages differ in where they have their heads: see [`Places`].
const MANNERS: usize = 4;
/// The signs that have to do with what body and head are, wherever they stand.
const KIND_SIGNS: [usize; 2] = [12, 4];
/// The signs of a body alone, which speak for its having no head.
const BARE_SIGNS: [usize; 2] = [4, 6];
/// The signs of a head alone, which speak for its having no body.
const LONE_SIGNS: [usize; 2] = [5, 4];
/// The signs of words that say how alike the head is to the body, and to its opening.
pub(super) const SUBJECT_SIGNS: [usize; 2] = [6, 7];
/// The rows of all signs.
pub const SIGN_ROWS: usize = BARE_ROWS + sum(&BARE_SIGNS) + sum(&LONE_SIGNS);
const PLACE_ROWS: usize = sum(&WORD_SIGNS);
const KIND_ROWS: usize = PLACE_ROWS + sum(&PLACE_SIGNS);
const BARE_ROWS: usize = KIND_ROWS + sum(&KIND_SIGNS);

const fn sum(values: &[usize]) -> usize {
    let (mut sum, mut at) = (0, 0);
    while at < values.len() {
        sum += values[at];
        at += 1;
    }
    sum
}

/// Points by row.
pub type SignWeights = [i16; SIGN_ROWS];

/// What these rows are worth together: the fit gives none more than 400, and no pair has more than 16.
pub(super) fn points(weights: &SignWeights, rows: &[u8]) -> i16 {
    rows.iter().map(|&row| weights[usize::from(row)]).sum()
}

impl Scene {
    /// Looks at bodies, each a list of elements that stands right behind that of the one before, and at the lines of
    /// all heads, in order: a head of other lines is not known by its words.
    ///
    /// # Panics
    ///
    /// Where `lines` are not of `text`, or elements or heads have others.
    pub fn new<'a>(
        text: &str,
        lines: &[Line],
        table: &Table,
        bodies: impl IntoIterator<Item = &'a [&'a Element]>,
        heads: &[usize],
    ) -> Self {
        let (mut elements, mut texts, mut of_element) = (Vec::new(), Vec::new(), Vec::new());
        let mut all = Subject::default();
        let mut count = 0;
        for (body, of_body) in bodies.into_iter().enumerate() {
            count = body + 1;
            for &element in of_body {
                let subject = subject(text, lines, table, &element.lines);
                all.add(&subject);
                elements.push(ElementView::new(element, subject));
                texts.push(joined(text, lines, &element.lines));
                of_element.push(body);
            }
        }
        let heads = heads_of(text, lines, heads);
        let words = Index::new(each_word, &heads, &texts);
        Self {
            elements,
            bodies: words.bodies(&of_element),
            words,
            roots: Index::new(each_root, &heads, &texts),
            count,
            subject: all,
            worths: (0..=count).map(|held| (count as f64 / held as f64).ln()).collect(),
        }
    }

    /// Looks at all units of `layout`; gives their views as well, and those of its heads.
    pub fn of_layout(
        text: &str,
        lines: &[Line],
        table: &Table,
        layout: &Layout,
    ) -> (Self, Vec<BodyView>, Vec<HeadView>) {
        let elements: Vec<Vec<&Element>> =
            layout.units.iter().map(|unit| unit.elements.iter().collect()).collect();
        let of_heads: Vec<usize> = layout.heads.iter().flat_map(Head::lines).collect();
        let scene = Self::new(text, lines, table, elements.iter().map(Vec::as_slice), &of_heads);
        let mut first = 0;
        let bodies = layout.units.iter().map(|unit| {
            let range = first..first + unit.elements.len();
            first = range.end;
            scene.body(unit.kind, unit.led, range)
        });
        let bodies = bodies.collect();
        let heads = layout.heads.iter().map(|head| scene.head(text, lines, table, head)).collect();
        (scene, bodies, heads)
    }

    /// The body of these elements.
    pub fn body(&self, kind: UnitKind, led: bool, elements: Range<usize>) -> BodyView {
        let of = &self.elements[elements.clone()];
        let opening = of.iter().position(|element| element.is_text);
        BodyView {
            kind,
            lines: (
                of.iter().map(|element| element.lines.0).min().unwrap_or(0),
                of.iter().map(|element| element.lines.1).max().unwrap_or(0),
            ),
            length: of.iter().map(|element| element.length).sum(),
            led,
            opening: opening.map(|index| elements.start + index),
            subject: of.iter().fold(Subject::default(), |mut sum, element| {
                sum.add(&element.subject);
                sum
            }),
            elements,
        }
    }

    /// Looks at a head.
    pub fn head(&self, text: &str, lines: &[Line], table: &Table, head: &Head) -> HeadView {
        let all = head.lines();
        let of_head = joined(text, lines, &all);
        let mut words = self.words.words(&of_head);
        let all_words = words.len();
        words.retain(|&word| !self.words.holders(word).is_empty());
        let mut roots = self.roots.words(&of_head);
        roots.retain(|&root| !self.roots.holders(root).is_empty());
        let held = |index: &Index, words: &[u32]| -> usize {
            words.iter().map(|&word| index.holders(word).len()).sum()
        };
        HeadView {
            held: held(&self.words, &words) + held(&self.roots, &roots),
            lines: (all.first().copied().unwrap_or(0), all.last().copied().unwrap_or(0)),
            parts: [head.kicker.is_some(), head.deck.is_some(), !head.bylines.is_empty()],
            headline: head.headline.as_ref().map_or(0, |headline| headline.lines.len()),
            tellable: words.iter().map(|&word| self.worth(word)).sum(),
            words,
            roots,
            all_words,
            subject: subject(text, lines, table, &all),
        }
    }

    fn worth(&self, word: u32) -> f64 {
        self.worths[self.bodies[word as usize] as usize]
    }

    /// Whether one of these elements has the word of this number.
    pub(super) fn has(&self, elements: &Range<usize>, word: u32) -> bool {
        let holders = self.words.holders(word);
        let next = holders.partition_point(|&(holder, _)| (holder as usize) < elements.start);
        holders.get(next).is_some_and(|&(holder, _)| (holder as usize) < elements.end)
    }

    /// How much more of a word's places are in these elements than would be by chance.
    fn gathers(&self, elements: &Range<usize>, word: u32) -> f64 {
        let holders = self.words.holders(word);
        // Those of the elements before an end.
        let before = |end: usize| {
            let next = holders.partition_point(|&(holder, _)| (holder as usize) < end);
            next.checked_sub(1).map_or(0, |last| holders[last].1)
        };
        let here = before(elements.end) - before(elements.start);
        let all = before(usize::MAX);
        (self.count as f64 * f64::from(here) / f64::from(all)).ln().max(0.0)
    }

    /// The rows of the signs of words for a body and a head.
    pub fn word_rows(&self, body: &BodyView, head: &HeadView) -> [u8; 8] {
        let opening = body.opening.map(|index| index..index + 1);
        let shared = head.words.iter().filter(|&&word| self.has(&body.elements, word));
        let (mut own, mut few, mut all, mut opens) = (0, 0, 0, 0);
        let (mut told, mut gathered) = (0.0, 0.0);
        for &word in shared {
            all += 1;
            told += self.worth(word);
            gathered += self.gathers(&body.elements, word);
            let held = self.bodies[word as usize];
            own += usize::from(held <= 1);
            few += usize::from(held == 2 || held == 3);
            opens += usize::from(
                held <= 3 && opening.as_ref().is_some_and(|opening| self.has(opening, word)),
            );
        }
        let tenths = all * 10 / head.all_words.max(1);
        let values = [
            match own {
                0..=4 => own,
                5..=6 => 5,
                7..=9 => 6,
                10..=14 => 7,
                _ => 8,
            },
            few.min(4),
            match tenths {
                0 => usize::from(all > 0),
                1 => 2,
                2 => 3,
                3 => 4,
                4 => 5,
                5..=6 => 6,
                7..=8 => 7,
                _ => 8,
            },
            opens.min(4),
            ((gathered * 1.5) as usize).min(15),
            if head.tellable <= 0.0 {
                0
            } else {
                1 + ((told / head.tellable * 10.0) as usize).min(10)
            },
            self.likeness(&head.subject, &body.subject),
            body.opening
                .map_or(0, |index| self.likeness(&head.subject, &self.elements[index].subject)),
        ];
        rows(0, &WORD_SIGNS, values)
    }

    /// The level of how alike a head and a text are.
    fn likeness(&self, head: &Subject, text: &Subject) -> usize {
        const BOUNDS: [i32; 10] = [-25, -15, -5, 5, 15, 25, 35, 45, 55, 70];
        head.likeness(text, || self.subject.without(text))
            .map_or(0, |likeness| 1 + BOUNDS.iter().filter(|&&bound| likeness >= bound).count())
    }

    /// The rows of the signs of what a body and a head are.
    pub fn kind_rows(body: &BodyView, head: &HeadView) -> [u8; 2] {
        let [kicker, deck, byline] = head.parts;
        let kind = usize::from(body.kind == UnitKind::Caption) * 6
            + usize::from(byline) * 3
            + if deck { 2 } else { usize::from(kicker) };
        let led = usize::from(body.led) * 2 + usize::from(byline);
        rows(KIND_ROWS, &KIND_SIGNS, [kind, led])
    }

    /// The rows of the signs of a body alone.
    pub fn bare_rows(body: &BodyView) -> [u8; 2] {
        let kind = usize::from(body.kind == UnitKind::Caption) * 2 + usize::from(body.led);
        let length = match body.length {
            0..=3 => 0,
            4..=7 => 1,
            8..=14 => 2,
            15..=30 => 3,
            31..=60 => 4,
            _ => 5,
        };
        rows(BARE_ROWS, &BARE_SIGNS, [kind, length])
    }

    /// The rows of the signs of a head alone.
    pub fn lone_rows(head: &HeadView) -> [u8; 2] {
        let length = match head.all_words {
            0..=3 => 0,
            4..=6 => 1,
            7..=10 => 2,
            11..=16 => 3,
            _ => 4,
        };
        let [kicker, deck, byline] = head.parts;
        let parts = usize::from(byline) * 2 + usize::from(kicker || deck);
        rows(SIGN_ROWS - sum(&LONE_SIGNS), &LONE_SIGNS, [length, parts])
    }
}

/// Fewer heads do not show a manner.
const FEW_HEADS: usize = 3;

/// How the bodies and heads of a page stand to each other.
#[derive(Clone, Debug)]
pub struct Places {
    bodies: Vec<BodyPlace>,
    heads: Vec<HeadPlace>,
    /// Whether heads are drawn together: their order is often that of the bodies then.
    drawn_together: bool,
    /// How many of the heads stand right over a text, from 1 on; 0 where they are too few to tell.
    manner: usize,
}

#[derive(Clone, Copy, Debug)]
struct BodyPlace {
    last: usize,
    /// How many heads begin before its first line, and how many not after its last one.
    heads_before: usize,
    heads_within: usize,
}

#[derive(Clone, Copy, Debug)]
struct HeadPlace {
    first: usize,
    /// How many bodies begin not after its last line.
    next: usize,
    /// How many heads begin before its first line, and how many not after its last one.
    heads_before: usize,
    heads_within: usize,
}

impl Places {
    /// Looks at bodies and heads, both in the order of their first lines.
    pub fn new(bodies: &[&BodyView], heads: &[&HeadView]) -> Self {
        let before = |line: usize| heads.partition_point(|head| head.lines.0 < line);
        let within = |line: usize| heads.partition_point(|head| head.lines.0 <= line);
        let drawn_together = heads.len() > 2 && {
            let (top, foot) = (heads[0].lines.0, heads[heads.len() - 1].lines.1);
            let amid = bodies.iter().filter(|body| body.lines.0 > top && body.lines.1 < foot);
            amid.count() * 2 < heads.len()
        };
        let over_text = heads.iter().enumerate().filter(|(at, head)| {
            let next = bodies.get(bodies.partition_point(|body| body.lines.0 <= head.lines.1));
            let after = heads.get(at + 1).map_or(usize::MAX, |head| head.lines.0);
            next.is_some_and(|body| body.lines.0 < after)
        });
        let manner = match over_text.count() * 10 / heads.len().max(1) {
            _ if heads.len() < FEW_HEADS => 0,
            0..=5 => 1,
            6..=8 => 2,
            _ => 3,
        };
        let body = |body: &&BodyView| BodyPlace {
            last: body.lines.1,
            heads_before: before(body.lines.0),
            heads_within: within(body.lines.1),
        };
        let head = |head: &&HeadView| HeadPlace {
            first: head.lines.0,
            next: bodies.partition_point(|body| body.lines.0 <= head.lines.1),
            heads_before: before(head.lines.0),
            heads_within: within(head.lines.1),
        };
        Self {
            bodies: bodies.iter().map(body).collect(),
            heads: heads.iter().map(head).collect(),
            drawn_together,
            manner,
        }
    }

    /// The rows of the signs of place for the body and the head of these indices.
    pub fn rows(&self, row: usize, column: usize) -> [u8; 2] {
        let (body, head) = (&self.bodies[row], &self.heads[column]);
        let next = head.next;
        // Right over the body, right under it, amid its lines, or further off on either side.
        let place = if row == next {
            body.heads_before.saturating_sub(head.heads_within).min(3)
        } else if row + 1 == next && body.last > head.first {
            8
        } else if row + 1 == next {
            4 + head.heads_before.saturating_sub(body.heads_within).min(3)
        } else if row > next {
            9 + (row - next - 1).min(1)
        } else {
            11 + (next - row - 2).min(2)
        };
        // Counted from the first or from the last, for a head or a body may be missing between.
        let from_first = row.abs_diff(column);
        let from_last = (self.bodies.len() - row).abs_diff(self.heads.len() - column);
        let order = match (from_first, from_last) {
            _ if !self.drawn_together => 0,
            (0, 0) => 1,
            (0, _) | (_, 0) => 2,
            (1, _) | (_, 1) => 3,
            _ => 4,
        };
        rows(PLACE_ROWS, &PLACE_SIGNS, [place * MANNERS + self.manner, order])
    }
}

impl ElementView {
    fn new(element: &Element, subject: Subject) -> Self {
        let is_text = matches!(
            element.kind,
            State::Opening | State::Paragraph | State::ParagraphOn | State::Caption
        );
        let (first, last) = (element.lines.first(), element.lines.last());
        Self {
            lines: (first.copied().unwrap_or(0), last.copied().unwrap_or(0)),
            length: element.lines.len(),
            is_text,
            subject,
        }
    }
}

fn rows<const N: usize>(from: usize, values: &[usize; N], found: [usize; N]) -> [u8; N] {
    let mut first = from;
    let mut out = [0; N];
    for (out, (&values, found)) in out.iter_mut().zip(values.iter().zip(found)) {
        debug_assert!(found < values, "{found} of {values} from row {first}");
        *out = (first + found) as u8;
        first += values;
    }
    out
}

/// What the lines `of` are about.
fn subject(text: &str, lines: &[Line], table: &Table, of: &[usize]) -> Subject {
    let mut out = Subject::default();
    for &line in of {
        out.add(&table.subject(&text[lines[line].span.range()]));
    }
    out
}

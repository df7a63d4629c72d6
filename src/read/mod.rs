//! Reading: the role of each line, and whether it begins something or goes on.
//!
//! The decisions hang together, so they are taken together: the best path through a lattice of
//! [`State`]s, one a line. A state gets points from the evidence on its line (`evidence/`) and from
//! the state before it (`path.rs`). Each page is read twice: what the first reading shows of its habits
//! (`habit.rs`) is evidence for the second; what the words of lines sound like and which belong together over a line end
//! (`lexicon/`), how lines fill their columns where a paragraph begins (`filling.rs`), and where the subject turns (`turns.rs`), are for both. A network gives points for what all evidence says together (`network.rs`). The points
//! are data, in `weights/`, fitted on labelled pages by `examples/fit_weights`.

pub mod evidence;
mod explain;
pub mod filling;
mod habit;
pub mod lexicon;
pub mod network;
mod pairs;
mod path;
mod plain;
mod setting;
mod told;
mod turns;
mod view;
mod weights;

pub use explain::{Explanation, Reason, explain};
pub use habit::HABITS;
pub use path::{MOST_POINTS, Observed, STATES, STEPS, Weights, best_path};
pub use told::Told;
pub use turns::Turn;
pub use view::{Form, View};

use crate::language::Table;
use crate::line::{Line, Measure};
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a line is, and whether it begins it or goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
#[non_exhaustive]
pub enum State {
    /// Begins the first paragraph of a body.
    Opening,
    /// Begins a later paragraph.
    Paragraph,
    /// Goes on with a paragraph.
    ParagraphOn,
    /// Begins a headline.
    Headline,
    /// The second or a later printed line of a headline.
    HeadlineOn,
    /// A kicker.
    Kicker,
    /// Begins a deck.
    Deck,
    /// Goes on with a deck.
    DeckOn,
    /// A byline on a line of its own.
    Byline,
    /// Begins a section heading.
    Heading,
    /// The second or a later line of a section heading.
    HeadingOn,
    /// Begins a caption or the text of a photo item.
    Caption,
    /// Goes on with a caption.
    CaptionOn,
    /// Credits on a line of their own.
    Credit,
    /// Goes on with credits.
    CreditOn,
    /// A jump mark on a line of its own.
    Jump,
    /// Begins a piece of furniture.
    Furniture,
    /// Goes on with a piece of furniture.
    FurnitureOn,
}

impl State {
    /// All states, in the order of the weights.
    pub const ALL: [Self; 18] = [
        Self::Opening,
        Self::Paragraph,
        Self::ParagraphOn,
        Self::Headline,
        Self::HeadlineOn,
        Self::Kicker,
        Self::Deck,
        Self::DeckOn,
        Self::Byline,
        Self::Heading,
        Self::HeadingOn,
        Self::Caption,
        Self::CaptionOn,
        Self::Credit,
        Self::CreditOn,
        Self::Jump,
        Self::Furniture,
        Self::FurnitureOn,
    ];

    /// Whether the line goes on with what a line before it began.
    pub const fn goes_on(self) -> bool {
        matches!(
            self,
            Self::ParagraphOn
                | Self::HeadlineOn
                | Self::DeckOn
                | Self::HeadingOn
                | Self::CaptionOn
                | Self::CreditOn
                | Self::FurnitureOn
        )
    }

    /// Whether the first line of a source can have this state: nothing goes on there but a paragraph's rest.
    pub const fn may_begin(self) -> bool {
        !self.goes_on() || matches!(self, Self::ParagraphOn)
    }

    /// Whether a line of this state can stand after one of state `before`: what goes on needs what it
    /// goes on with right before it, but for paragraphs, which other things interrupt.
    pub const fn may_follow(self, before: Self) -> bool {
        match self {
            Self::HeadlineOn => matches!(before, Self::Headline | Self::HeadlineOn),
            Self::DeckOn => matches!(before, Self::Deck | Self::DeckOn),
            Self::HeadingOn => matches!(before, Self::Heading | Self::HeadingOn),
            // （顾新摄） on the last line of a caption may be drawn before its words.
            Self::CaptionOn => {
                matches!(before, Self::Caption | Self::CaptionOn | Self::Credit | Self::CreditOn)
            }
            Self::CreditOn => matches!(before, Self::Credit | Self::CreditOn),
            Self::FurnitureOn => matches!(before, Self::Furniture | Self::FurnitureOn),
            _ => true,
        }
    }
}

impl fmt::Display for State {
    /// In words: `paragraph on` for a line that goes on with a paragraph.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = format!("{self:?}").to_lowercase();
        match name.strip_suffix("on") {
            Some(begun) if self.goes_on() => to.pad(&format!("{begun} on")),
            _ => to.pad(&name),
        }
    }
}

/// What reading gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The state of each line.
    pub states: Vec<State>,
    /// For each line, in the points of the weights: how much better it stands as the opening of a body
    /// than as the beginning of a later paragraph.
    pub openness: Vec<i32>,
    /// For each line, in the same points: how much better it stands as the first line of a headline than as
    /// a later one.
    pub headness: Vec<i32>,
}

/// Reads the roles of `lines`, with the weights that come with the crate.
///
/// `measures` holds the measure of each line. Each page is read by itself. Costs time linear in the lines.
///
/// # Examples
///
/// ```
/// use tearsheet::{Language, language::Table, line, read::{State, read}};
/// let text = "市政府昨日召开会议，部署明年\n的重点工作。";
/// let lines = line::lines(text).lines;
/// let measures = line::measure(&lines);
/// let reading = read(text, &lines, &measures, Table::of(Language::SimplifiedChinese));
/// assert_eq!(reading.states, [State::Opening, State::ParagraphOn]);
/// ```
///
/// # Panics
///
/// Where `lines` are not of `text`, or `measures` is shorter than `lines`.
pub fn read(text: &str, lines: &[Line], measures: &[Measure], table: &Table) -> Reading {
    let mut out = Reading {
        states: Vec::with_capacity(lines.len()),
        openness: Vec::with_capacity(lines.len()),
        headness: Vec::with_capacity(lines.len()),
    };
    for (page, measures) in pages(lines, measures) {
        let read = read_page(text, page, measures, table);
        out.states.extend(read.states);
        out.openness.extend(read.openness);
        out.headness.extend(read.headness);
    }
    out
}

/// The lines of each page and their measures. A page is read by itself: what stands on the next must not change it.
fn pages<'a>(
    lines: &'a [Line],
    mut measures: &'a [Measure],
) -> impl Iterator<Item = (&'a [Line], &'a [Measure])> {
    lines.chunk_by(|one, other| one.page == other.page).map(move |page| {
        let (of_page, rest) = measures.split_at(page.len());
        measures = rest;
        (page, of_page)
    })
}

fn read_page(text: &str, lines: &[Line], measures: &[Measure], table: &Table) -> Reading {
    if let Some(states) = plain::plain(text, lines) {
        let none = vec![0; states.len()];
        return Reading { openness: none.clone(), headness: none, states };
    }
    let view = View::new(text, lines, measures, table);
    let mut lattice = path::Lattice::of_view(&view, weights::wide_of(table.script));
    let first = lattice.best();
    lattice.add_habits(&view, &first);
    drop((view, first));
    let lattice = lattice.scored();
    // How much better the best path is on which the one stands there than the best on which the other does.
    let (mut openness, mut headness) = (vec![0; lines.len()], vec![0; lines.len()]);
    lattice.each_through(|index, through| {
        let margin = |one: State, other: State| through[one as usize] - through[other as usize];
        openness[index] = margin(State::Opening, State::Paragraph);
        headness[index] = margin(State::Headline, State::HeadlineOn);
    });
    Reading { states: states(&lattice, text, lines, table), openness, headness }
}

/// The state of each line: the best path, where no word that a hyphen tears is parted.
fn states(lattice: &path::Lattice<'_>, text: &str, lines: &[Line], table: &Table) -> Vec<State> {
    let mut states = lattice.best();
    if table.hyphenates {
        hold_torn(text, lines, &mut states);
    }
    states
}

/// What begins amid a torn word goes on instead: PREG- / NANCY TEST, 756- / 2511.
fn hold_torn(text: &str, lines: &[Line], states: &mut [State]) {
    for index in 1..states.len() {
        let content = |at: usize| &text[lines[at].span.range()];
        let mut end = content(index - 1).chars().rev();
        let torn = end.next().is_some_and(|c| "-¬⸗\u{ad}\u{2010}".contains(c))
            && end.next().is_some_and(char::is_alphanumeric)
            && content(index).starts_with(char::is_alphanumeric);
        let paragraph = matches!(states[index], State::Opening | State::Paragraph);
        if !torn || paragraph && !content(index).starts_with(char::is_lowercase) {
            continue;
        }
        let on = match states[index] {
            State::Opening | State::Paragraph => State::ParagraphOn,
            State::Headline => State::HeadlineOn,
            State::Deck => State::DeckOn,
            State::Heading => State::HeadingOn,
            State::Caption => State::CaptionOn,
            State::Credit => State::CreditOn,
            State::Furniture => State::FurnitureOn,
            other => other,
        };
        if on.may_follow(states[index - 1]) {
            states[index] = on;
        }
    }
}

//! Units and heads: which elements make one body, and which make one head.

use super::element::{Element, is_jump_from};
use crate::form;
use crate::language::Table;
use crate::line::Line;
use crate::read::State;

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UnitKind {
    /// The text of an article.
    Body,
    /// The text under a picture.
    Caption,
}

/// A body or a caption.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// What it is.
    pub kind: UnitKind,
    /// Its paragraphs, headings, credits and jump marks.
    pub elements: Vec<Element>,
    /// Bylines that stand by it and by no head.
    pub bylines: Vec<Element>,
    /// Whether it begins with a lead or a jump mark.
    pub led: bool,
}

impl Unit {
    /// The index of its first line.
    pub fn first_line(&self) -> usize {
        self.elements.iter().filter_map(|element| element.lines.first()).min().copied().unwrap_or(0)
    }

    /// The index of its last line.
    pub fn last_line(&self) -> usize {
        self.elements.iter().filter_map(|element| element.lines.last()).max().copied().unwrap_or(0)
    }
}

/// A head: kicker, headline, deck and bylines that stand together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The kicker.
    pub kicker: Option<Element>,
    /// The headline.
    pub headline: Option<Element>,
    /// The deck.
    pub deck: Option<Element>,
    /// The bylines.
    pub bylines: Vec<Element>,
}

impl Head {
    /// Its elements.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        let heads = [&self.kicker, &self.headline, &self.deck];
        heads.into_iter().flatten().chain(&self.bylines)
    }

    /// The index of its first line.
    pub fn first_line(&self) -> Option<usize> {
        self.elements().filter_map(|element| element.lines.first()).min().copied()
    }

    /// The indices of its lines, ascending.
    pub fn lines(&self) -> Vec<usize> {
        let mut lines: Vec<usize> =
            self.elements().flat_map(|element| &element.lines).copied().collect();
        lines.sort_unstable();
        lines
    }
}

/// The units, heads and furniture of a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Bodies and captions, in order.
    pub units: Vec<Unit>,
    /// Heads, in order.
    pub heads: Vec<Head>,
    /// Everything else, in order.
    pub furniture: Vec<Element>,
}

impl Layout {
    /// All elements.
    pub(super) fn elements_mut(&mut self) -> impl Iterator<Item = &mut Element> {
        let of_units = self
            .units
            .iter_mut()
            .flat_map(|unit| unit.elements.iter_mut().chain(&mut unit.bylines));
        let of_heads = self.heads.iter_mut().flat_map(|head| {
            let parts = [&mut head.kicker, &mut head.headline, &mut head.deck];
            parts.into_iter().flatten().chain(&mut head.bylines)
        });
        of_units.chain(of_heads).chain(&mut self.furniture)
    }
}

/// Groups elements.
pub fn layout(text: &str, lines: &[Line], elements: Vec<Element>, table: &Table) -> Layout {
    let mut out = Layout::default();
    let mut body: Option<usize> = None;
    // Whether the last element belongs to a head, and bylines that wait for a body or a head.
    let mut in_head = false;
    let mut waiting: Vec<Element> = Vec::new();
    // For each unit, whether a credit or a jump mark closed it.
    let mut closed: Vec<bool> = Vec::new();
    let kinds: Vec<State> = elements.iter().map(|element| element.kind).collect();
    // Whether the first thing after each element is text, headings, captions and furniture left out.
    let mut text_follows = vec![false; kinds.len()];
    let mut follows = false;
    for (index, kind) in kinds.iter().enumerate().rev() {
        text_follows[index] = follows;
        if !matches!(kind, State::Heading | State::Furniture | State::Caption) {
            follows = matches!(kind, State::Paragraph | State::ParagraphOn | State::Opening);
        }
    }
    let ends = |element: &Element| {
        element.lines.last().is_some_and(|&last| {
            let line = &text[lines[last].span.range()];
            form::ending(line, table).is_some() || form::jump_on(line, table).is_some()
        })
    };
    let first_line = |element: &Element| {
        element.lines.first().map_or("", |&first| &text[lines[first].span.range()])
    };
    let comes_from = |element: &Element| is_jump_from(first_line(element), table);
    let begins_with_mark =
        |element: &Element| form::jump_from(first_line(element), table).is_some();
    let led = |element: &Element| {
        form::lead_end(first_line(element), table).is_some() || begins_with_mark(element)
    };
    // Whether the element before is a mark that a text goes on from another page.
    let mut from_elsewhere = false;
    let under = kickers_under_heads(&kinds);
    let all_told = bylines_say_so(text, lines, &elements, table);
    for (index, mut element) in elements.into_iter().enumerate() {
        // ■金正日提出五项建设任务 begins like a byline and names nobody.
        if element.kind == State::Byline && names_nobody(text, lines, &element, table) {
            element.kind = State::Headline;
        }
        if element.kind == State::Byline && is_no_byline(text, lines, &element, table) {
            let after = index.checked_sub(1).map(|before| kinds[before]);
            match (after, out.heads.last_mut().and_then(|head| head.headline.as_mut())) {
                // Treffen in Zürich soll am / 16. Dezember stattfinden
                (Some(State::Headline), Some(headline)) if in_head => {
                    headline.lines.append(&mut element.lines);
                    continue;
                }
                // StaH Wrlter under By NANCY LEWIS is her title.
                (Some(State::Byline), _) => {}
                // Six Nations
                _ => element.kind = State::Kicker,
            }
        }
        // Six Nations by a headline, where all bylines begin with By.
        let by_headline =
            |at: Option<usize>| at.and_then(|at| kinds.get(at)) == Some(&State::Headline);
        if element.kind == State::Byline
            && all_told
            && (by_headline(Some(index + 1)) || by_headline(index.checked_sub(1)))
            && !is_told(text, lines, &element, table)
        {
            element.kind = State::Kicker;
        }
        // What stands right under a section heading goes on with the body, if nothing closed it.
        if element.kind == State::Opening
            && index.checked_sub(1).is_some_and(|before| kinds[before] == State::Heading)
            && body.is_some_and(|body| !closed[body])
            && !led(&element)
        {
            element.kind = State::Paragraph;
        }
        // What begins after credits begins another text: (Klaus Köhler) / Einem acht Jahre alten Buben
        if element.kind == State::Paragraph
            && index.checked_sub(1).is_some_and(|before| kinds[before] == State::Credit)
        {
            element.kind = State::Opening;
        }
        // From page 8 practice: the mark and the first words of the rest on one line.
        if element.kind == State::Jump && begins_with_mark(&element) && !comes_from(&element) {
            element.kind = State::Opening;
        }
        if std::mem::take(&mut from_elsewhere) && element.kind == State::Opening {
            element.kind = State::Paragraph;
        }
        match element.kind {
            // From page 1: the rest of a text begins.
            State::Jump if comes_from(&element) => {
                body = Some(out.units.len());
                closed.push(false);
                out.units.push(Unit {
                    kind: UnitKind::Body,
                    elements: vec![element],
                    bylines: std::mem::take(&mut waiting),
                    led: true,
                });
                (in_head, from_elsewhere) = (false, true);
            }
            State::Opening | State::Caption | State::CaptionOn => {
                let led = led(&element);
                closed.push(ends(&element));
                out.units.push(Unit {
                    kind: if element.kind != State::Opening {
                        UnitKind::Caption
                    } else {
                        UnitKind::Body
                    },
                    elements: vec![element],
                    bylines: std::mem::take(&mut waiting),
                    led,
                });
                if out.units.last().is_some_and(|unit| unit.kind == UnitKind::Body) {
                    body = Some(out.units.len() - 1);
                }
                in_head = false;
            }
            State::Paragraph | State::ParagraphOn | State::Heading => {
                // A heading that no paragraph of the same body follows is a headline.
                let leads_on = text_follows[index];
                let leads_on = leads_on && body.is_some_and(|body| !closed[body]);
                if element.kind == State::Heading && (body.is_none() || !leads_on) {
                    let element = Element { kind: State::Headline, ..element };
                    add_to_head(&mut out.heads, &mut in_head, &mut waiting, element);
                    continue;
                }
                let place = body.unwrap_or_else(|| {
                    out.units.push(Unit {
                        kind: UnitKind::Body,
                        elements: Vec::new(),
                        bylines: std::mem::take(&mut waiting),
                        led: false,
                    });
                    closed.push(false);
                    out.units.len() - 1
                });
                body = Some(place);
                closed[place] = ends(&element);
                out.units[place].elements.push(element);
                in_head = false;
            }
            State::Credit | State::Jump => match out.units.last_mut() {
                Some(unit) => {
                    unit.elements.push(element);
                    if let Some(closed) = closed.last_mut() {
                        *closed = true;
                    }
                }
                None => out.furniture.push(element),
            },
            State::Byline if !in_head => {
                // Before a head or a body, or after a body at its end.
                waiting.push(element);
            }
            State::Kicker
                if under
                    && in_head
                    && out.heads.last().is_some_and(|head| head.kicker.is_none()) =>
            {
                if let Some(head) = out.heads.last_mut() {
                    head.kicker = Some(element);
                }
            }
            State::Kicker | State::Headline | State::Deck | State::Byline => {
                add_to_head(&mut out.heads, &mut in_head, &mut waiting, element);
            }
            _ => out.furniture.push(element),
        }
    }
    if let Some(unit) = out.units.last_mut() {
        unit.bylines.append(&mut waiting);
    } else {
        out.furniture.append(&mut waiting);
    }
    // From page 1, and nothing of the rest.
    let (units, empty): (Vec<Unit>, Vec<Unit>) = (out.units.into_iter())
        .partition(|unit| unit.elements.iter().any(|element| element.kind != State::Jump));
    out.units = units;
    for unit in empty {
        out.furniture.extend(unit.elements.into_iter().chain(unit.bylines));
    }
    // A kicker alone is the name of a column or a slogan.
    let (heads, alone): (Vec<Head>, Vec<Head>) =
        out.heads.into_iter().partition(|head| head.headline.is_some());
    out.heads = heads;
    for head in alone {
        out.furniture.extend(head.elements().cloned());
    }
    out
}

/// Whether kickers are drawn under their heads here, as frames of a page come in any order: more of them have
/// a head right before and none right after than the other way round.
fn kickers_under_heads(kinds: &[State]) -> bool {
    let head = |at: Option<usize>| {
        let kind = at.and_then(|at| kinds.get(at));
        kind.is_some_and(|kind| matches!(kind, State::Headline | State::Deck | State::Byline))
    };
    let kickers = kinds.iter().enumerate().filter(|&(_, kind)| *kind == State::Kicker);
    let votes = kickers.map(|(at, _)| (head(at.checked_sub(1)), head(Some(at + 1))));
    let (under, over) = votes.fold((0, 0), |(under, over), vote| match vote {
        (true, false) => (under + 1, over),
        (false, true) => (under, over + 1),
        _ => (under, over),
    });
    under > over
}

/// A longer byline names people in a form that is known; a pen name is shorter.
const PEN_NAME_GLYPHS: usize = 8;

fn names_nobody(text: &str, lines: &[Line], byline: &Element, table: &Table) -> bool {
    let line = &lines[byline.lines[0]];
    byline.lines.len() == 1
        && line.han > PEN_NAME_GLYPHS
        && form::signature(&text[line.span.range()], table).is_none()
}

/// Whether the form of no byline is seen where all bylines have one, not even the word that opens it.
fn is_no_byline(text: &str, lines: &[Line], byline: &Element, table: &Table) -> bool {
    let content = &text[lines[byline.lines[0]].span.range()];
    let first = content.split_whitespace().next().unwrap_or_default().to_lowercase();
    !table.by.is_empty()
        && !table.by.contains(&first.as_str())
        && !form::is_title(content, table)
        && form::byline(content, table).is_none()
}

/// Whether bylines say here that they are such, as a paper sets them all alike: more than twice as many as are but names.
fn bylines_say_so(text: &str, lines: &[Line], elements: &[Element], table: &Table) -> bool {
    let bylines = elements.iter().filter(|element| element.kind == State::Byline);
    let bylines =
        bylines.filter(|byline| !form::is_title(&text[lines[byline.lines[0]].span.range()], table));
    let (told, all) = bylines.fold((0, 0), |(told, all), byline| {
        (told + usize::from(is_told(text, lines, byline, table)), all + 1)
    });
    !table.by.is_empty() && told > 2 * (all - told)
}

fn is_told(text: &str, lines: &[Line], byline: &Element, table: &Table) -> bool {
    let content = &text[lines[byline.lines[0]].span.range()];
    form::byline(content, table).is_some_and(|found| found.iter().any(|party| party.told))
}

fn add_to_head(
    heads: &mut Vec<Head>,
    in_head: &mut bool,
    waiting: &mut Vec<Element>,
    element: Element,
) {
    let fits = |head: &Head| match element.kind {
        State::Kicker => false,
        State::Headline => head.headline.is_none(),
        State::Deck => head.deck.is_none(),
        _ => true,
    };
    if !*in_head || !heads.last().is_some_and(fits) {
        heads.push(Head { bylines: std::mem::take(waiting), ..Head::default() });
    }
    *in_head = true;
    let head = heads.last_mut().expect("a head was pushed");
    match element.kind {
        State::Kicker => head.kicker = Some(element),
        State::Headline => head.headline = Some(element),
        State::Deck => head.deck = Some(element),
        _ => head.bylines.push(element),
    }
}

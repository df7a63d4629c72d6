//! Habits: what a first reading of a page shows of each line. A newspaper sets its heads alike, so a second reading
//! takes as evidence how lines like this one were read elsewhere on the page, what heads are made of here, and how the
//! lines beside it were read.

use super::{State, View};
use foldhash::{HashMap, HashMapExt};

/// What the habits tell of, in the order of the weights, and how many values each has.
pub const HABITS: [(&str, usize); 12] = [
    ("read before", TWO),
    ("read after", TWO),
    ("read beside", TWO),
    ("text read around", TWO),
    ("kickers and decks here", SHARES),
    ("bylines and long heads here", SHARES),
    ("headings and kickers here", SHARES),
    ("heads read together", HEADS),
    ("alike in place", ALIKE),
    ("alike beside others", ALIKE),
    ("alike in length", ALIKE),
    ("alike in indent", ALIKE),
];

/// The values of the habits on a line.
pub(super) type Habit = [usize; HABITS.len()];

/// How two lines were read, or that there is none.
const TWO: usize = (KINDS + 1) * (KINDS + 1);
/// Two shares and the place of the line.
const SHARES: usize = 4 * 4 * 4;
/// What the run of heads that the line stands in was read as, and whether it begins it.
const HEADS: usize = 4 * 3 * 2 * 2 * 2;
/// That no other line is alike, or how most of them were read and how sure that is.
const ALIKE: usize = 1 + KINDS * 3;

/// States are told apart by so many kinds.
const KINDS: usize = 10;

const HEADLINE: u8 = 2;
const KICKER: u8 = 4;
const DECK: u8 = 5;
const BYLINE: u8 = 6;

const fn kind(state: State) -> u8 {
    match state {
        State::Opening => 0,
        State::Paragraph | State::ParagraphOn => 1,
        State::Headline => HEADLINE,
        State::HeadlineOn => 3,
        State::Kicker => KICKER,
        State::Deck | State::DeckOn => DECK,
        State::Byline => BYLINE,
        State::Heading | State::HeadingOn => 7,
        State::Caption | State::CaptionOn | State::Credit | State::CreditOn => 8,
        State::Jump | State::Furniture | State::FurnitureOn => 9,
    }
}

/// Calls `take` with the habits on each line of a page that was read so.
pub(super) fn habits(view: &View<'_>, states: &[State], mut take: impl FnMut(Habit)) {
    let kinds: Vec<u8> = states.iter().map(|&state| kind(state)).collect();
    let shares = Shares::of(states);
    let alike = [in_place, beside_others, in_length, in_indent].map(|key| alike(view, &kinds, key));
    let heads = heads_together(view, &kinds);
    let of_line = |index: usize| {
        let read = |at: Option<usize>| {
            at.and_then(|at| kinds.get(at)).map_or(KINDS, |&kind| usize::from(kind))
        };
        let two = |one: Option<usize>, other: Option<usize>| read(one) * (KINDS + 1) + read(other);
        let back = |lines: usize| index.checked_sub(lines);
        let run = run(view, index);
        let place = match (view.is_text(index), back(1)) {
            (true, Some(before)) if !view.is_text(before) => 0,
            (true, _) => 1,
            (false, _) => 2 + usize::from(index > run.start),
        };
        let here = |one: usize, other: usize| (one * 4 + other) * 4 + place;
        [
            two(back(2), back(1)),
            two(Some(index + 1), Some(index + 2)),
            two(back(1), Some(index + 1)),
            two(view.text_before[index], view.text_after[index]),
            here(shares.kickers, shares.decks),
            here(shares.bylines, shares.long),
            here(shares.headings, shares.kickers),
            usize::from(heads[index]) * 2 + usize::from(index == run.start),
            usize::from(alike[0][index]),
            usize::from(alike[1][index]),
            usize::from(alike[2][index]),
            usize::from(alike[3][index]),
        ]
    };
    for index in 0..states.len() {
        take(of_line(index));
    }
}

/// How many headlines of the page have a kicker, a deck and so on. 0: fewer than one in six; 3: two in three.
struct Shares {
    kickers: usize,
    decks: usize,
    bylines: usize,
    headings: usize,
    long: usize,
}

impl Shares {
    fn of(states: &[State]) -> Self {
        let count = |state: State| states.iter().filter(|&&other| other == state).count();
        let heads = count(State::Headline).max(1);
        let share = |count: usize| match count * 6 / heads {
            0 => 0,
            1 => 1,
            2..=3 => 2,
            _ => 3,
        };
        let long = |pair: &&[State]| **pair == [State::Headline, State::HeadlineOn];
        Self {
            kickers: share(count(State::Kicker)),
            decks: share(count(State::Deck)),
            bylines: share(count(State::Byline)),
            headings: share(count(State::Heading)),
            long: share(states.windows(2).filter(long).count()),
        }
    }
}

/// The lines that are no text around one that is none; the line alone where it is text.
fn run(view: &View<'_>, index: usize) -> std::ops::Range<usize> {
    if view.is_text(index) {
        return index..index + 1;
    }
    let start = view.text_before[index].map_or(0, |at| at + 1);
    start..view.text_after[index].unwrap_or(view.lines.len())
}

/// For each line, how many headlines and kickers its run has, and whether it has a deck and a byline.
fn heads_together(view: &View<'_>, kinds: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(kinds.len());
    while out.len() < kinds.len() {
        let run = run(view, out.len());
        let read = &kinds[run.clone()];
        let count = |kind: u8| read.iter().filter(|&&other| other == kind).count();
        let heads = count(HEADLINE).min(3) * 3 + count(KICKER).min(2);
        let under = count(DECK).min(1) * 2 + count(BYLINE).min(1);
        out.resize(run.end, (heads * 4 + under) as u8);
    }
    out
}

/// For each line, how the others with the same key were read. 0: there is none; else the kind of most of them, and
/// how sure that is: 0: fewer than three in five agree; 2: nine in ten, and there are three.
fn alike(view: &View<'_>, kinds: &[u8], key: fn(&View<'_>, usize) -> u16) -> Vec<u8> {
    let keys: Vec<u16> = (0..kinds.len()).map(|index| key(view, index)).collect();
    let mut seen: HashMap<u16, [u32; KINDS]> = HashMap::with_capacity(64);
    for (key, &kind) in keys.iter().zip(kinds) {
        seen.entry(*key).or_default()[usize::from(kind)] += 1;
    }
    let of_others = |(key, &kind): (&u16, &u8)| {
        let mut counts = seen[key];
        counts[usize::from(kind)] -= 1;
        let all: u32 = counts.iter().sum();
        let most = (0..KINDS).max_by_key(|&kind| counts[kind]).unwrap_or(0);
        let sure = match counts[most] {
            0 => return 0,
            count if all >= 3 && count * 10 >= all * 9 => 2,
            count => usize::from(count * 10 >= all * 6),
        };
        (1 + most * 3 + sure) as u8
    };
    keys.iter().zip(kinds).map(of_others).collect()
}

/// A key of up to four values, of four bits each.
fn digits(values: impl IntoIterator<Item = usize>) -> u16 {
    values.into_iter().fold(0, |key, value| key << 4 | value.min(15) as u16)
}

fn gap(view: &View<'_>, index: usize) -> usize {
    view.gaps.get(index).map_or(3, |&gap| usize::from(gap.min(2)))
}

/// In runs as long, at the same place from the start.
fn in_place(view: &View<'_>, index: usize) -> u16 {
    let run = run(view, index);
    digits([usize::from(view.is_text(index)), run.len().min(7), (index - run.start).min(7)])
}

/// As far from the end of the run, beside lines that are as much longer or shorter.
fn beside_others(view: &View<'_>, index: usize) -> u16 {
    let width = |at: usize| view.lines[at].width;
    let relation = |other: Option<usize>| match other.filter(|&other| other < view.lines.len()) {
        None => 0,
        Some(other) if view.is_text(other) => 1,
        Some(other) if width(index) * 5 < width(other) * 4 => 2,
        Some(other) if width(other) * 5 < width(index) * 4 => 3,
        Some(_) => 4,
    };
    let left = (run(view, index).end - index).min(5);
    let text = usize::from(view.is_text(index));
    digits([text, left, relation(Some(index + 1)), relation(index.checked_sub(1))])
}

/// About as long, with gaps as wide before and after.
fn in_length(view: &View<'_>, index: usize) -> u16 {
    let length = match view.lines[index].glyphs {
        0..=4 => 0,
        5..=7 => 1,
        8..=10 => 2,
        11..=13 => 3,
        14..=18 => 4,
        19..=25 => 5,
        26..=40 => 6,
        _ => 7,
    };
    digits([usize::from(view.is_text(index)), gap(view, index), gap(view, index + 1), length])
}

/// As far indented and as full, after a gap as wide and a line of the same kind.
fn in_indent(view: &View<'_>, index: usize) -> u16 {
    let after_text = index.checked_sub(1).is_some_and(|before| view.is_text(before));
    let of_line = usize::from(view.is_text(index)) * 2 + usize::from(after_text);
    let fill = view.measures[index].fill as usize;
    digits([of_line, view.lines[index].indent.min(7), gap(view, index), fill])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Language;
    use crate::language::Table;
    use crate::line;

    fn habits_of(text: &str, states: impl Fn(usize) -> State) -> Vec<Habit> {
        let lines = line::lines(text).lines;
        let measures = line::measure(&lines);
        let view = View::new(text, &lines, &measures, Table::of(Language::SimplifiedChinese));
        let states: Vec<State> = (0..lines.len()).map(states).collect();
        let mut out = Vec::new();
        habits(&view, &states, |habit| out.push(habit));
        out
    }

    #[test]
    fn every_value_is_in_its_range() {
        let text = include_str!("../../fixtures/zh/wuhai.txt");
        for habit in habits_of(text, |index| State::ALL[index * 7 % State::ALL.len()]) {
            for (value, (name, values)) in habit.into_iter().zip(HABITS) {
                assert!(value < values, "{name}: {value}");
            }
        }
    }

    #[test]
    fn a_line_is_told_how_the_others_like_it_were_read() {
        let article = "铁西的早晨\n新厂房三天立起来\n　　铁西区的新厂房昨日完工，工人们说，这是三年来最快的一次。\n";
        let text = article.repeat(4);
        // All but the last first line were read as kickers.
        let habits = habits_of(&text, |index| match index % 3 {
            0 if index < 9 => State::Kicker,
            0 | 1 => State::Headline,
            _ => State::Opening,
        });
        let in_place =
            HABITS.iter().position(|(name, _)| *name == "alike in place").expect("a habit");
        let kicker = 1 + usize::from(KICKER) * 3;
        assert_eq!(habits[9][in_place], kicker + 2, "three of three");
        assert_eq!(habits[0][in_place], kicker + 1, "two of three");
        assert_eq!(habits_of(article, |_| State::Headline)[0][in_place], 0, "there is no other");
    }
}

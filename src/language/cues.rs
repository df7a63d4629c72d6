//! Cues: the phrases of a table that tell what a line is, sought all at once.

use super::Table;
use aho_corasick::automaton::OverlappingState;
use aho_corasick::{AhoCorasick, AhoCorasickKind, Anchored, Input, StartKind};

/// What a phrase tells of the text that it is in, or that it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cue {
    /// It is in [`Table::advert`].
    Advert,
    /// It is in [`Table::caption`].
    Caption,
    /// It is in [`Table::column`].
    Column,
    /// It is a title, a work or the giver of a picture.
    Person,
    /// It begins the text and is in [`Table::opens`].
    Opens,
    /// It begins the text and is in [`Table::goes_on`].
    GoesOn,
    /// It begins the text and is in [`Table::note`].
    Note,
}

/// The cues of one text, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cues(u8);

impl Cues {
    pub(crate) const fn has(self, cue: Cue) -> bool {
        self.0 >> cue as u8 & 1 == 1
    }

    const fn add(&mut self, cue: Cue) {
        self.0 |= 1 << cue as u8;
    }
}

/// The phrases of a table.
#[derive(Debug)]
pub(crate) struct Phrases {
    anywhere: Finder,
    at_start: Finder,
}

impl Phrases {
    pub(super) fn new(table: &'static Table) -> Self {
        let titles = table.titles.iter().map(|&(title, _)| title);
        let works = table.works.iter().map(|&(work, _)| work);
        let people = titles.chain(works).chain(table.given_by.iter().map(|&(before, _)| before));
        let all = |list: &'static [&'static str], cue| list.iter().map(move |&word| (word, cue));
        let anywhere = all(table.advert, Cue::Advert)
            .chain(all(table.caption, Cue::Caption))
            .chain(all(table.column, Cue::Column))
            .chain(people.map(|word| (word, Cue::Person)));
        let at_start = all(table.opens, Cue::Opens)
            .chain(all(table.goes_on, Cue::GoesOn))
            .chain(all(table.note, Cue::Note));
        Self {
            anywhere: Finder::new(anywhere, StartKind::Unanchored),
            at_start: Finder::new(at_start, StartKind::Anchored),
        }
    }

    /// The cues in `text`.
    pub(super) fn within(&self, text: &str) -> Cues {
        self.anywhere.find(&Input::new(text))
    }

    /// The cues that `text` begins with.
    pub(super) fn at_start(&self, text: &str) -> Cues {
        self.at_start.find(&Input::new(text).anchored(Anchored::Yes))
    }
}

/// Some phrases, and the cue that each is.
#[derive(Debug)]
struct Finder {
    phrases: AhoCorasick,
    cues: Vec<Cue>,
}

impl Finder {
    fn new(phrases: impl Iterator<Item = (&'static str, Cue)>, start: StartKind) -> Self {
        let (phrases, cues): (Vec<&str>, Vec<Cue>) = phrases.unzip();
        // Lines are too short for a search by rare bytes to be worth its beginning.
        let phrases = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::DFA))
            .start_kind(start)
            .prefilter(false)
            .build(phrases)
            .expect("the phrases of a table are few");
        Self { phrases, cues }
    }

    fn find(&self, text: &Input<'_>) -> Cues {
        let mut out = Cues::default();
        let mut state = OverlappingState::start();
        loop {
            let searched = self.phrases.try_find_overlapping(text.clone(), &mut state);
            searched.expect("the automaton was made for such a search");
            let Some(phrase) = state.get_match() else { break };
            // 从 ends 记者从, and the automaton finds both there, but the text does not begin with it.
            if phrase.start() == 0 || !text.get_anchored().is_anchored() {
                out.add(self.cues[phrase.pattern()]);
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Language;

    #[test]
    fn phrases_are_found_where_they_must_stand() {
        let table = Table::of(Language::SimplifiedChinese);
        let opening = table.opening_cues("记者从委内瑞拉获悉");
        assert!(opening.has(Cue::Opens) && !opening.has(Cue::GoesOn));
        assert!(table.opening_cues("从那时起").has(Cue::GoesOn));
        assert!(!table.opening_cues("他们日前").has(Cue::Opens));
        // One phrase within another, and two that overlap.
        let within = table.cues("图片新闻广告启事");
        assert!([Cue::Caption, Cue::Person, Cue::Advert].iter().all(|&cue| within.has(cue)));
    }
}

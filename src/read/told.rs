//! Which stretch of the page a short line tells of: the one where most of its words stand together. A headline tells
//! of its body, wherever it is drawn; a line of a body tells of what stands around it; a slogan tells of nothing.

use super::pairs::{COMMON, Pairs};

/// What a line tells of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// What its words that stand there are worth.
    pub points: u16,
    /// The share of its words that stand there, in percent.
    pub share: u8,
    /// The first line and the last one where they stand.
    pub lines: (u32, u32),
}

/// A stretch is no longer than this, in lines: two columns of a narrow measure.
const STRETCH: u32 = 32;
/// Lines so near are parts of the same head, which repeat nothing of it, unless they are text.
const BESIDE: u32 = 2;

impl Told {
    /// Whether both tell of stretches that meet.
    pub fn meets(&self, other: &Self) -> bool {
        self.lines.0 <= other.lines.1 && other.lines.0 <= self.lines.1
    }
}

/// What each line tells of; nothing where `is_text`.
pub(super) fn told(pairs: &Pairs, is_text: &[bool]) -> Vec<Told> {
    let mut places = Vec::new();
    let mut seen = Vec::new();
    let tells = |(index, &is_text_here): (usize, &bool)| {
        if is_text_here {
            return Told::default();
        }
        places.clear();
        let words = pairs.of_line(index);
        for (nth, word) in words.iter().enumerate() {
            let lines = pairs.places(*word);
            if lines.len() > COMMON || words[..nth].contains(word) {
                continue;
            }
            let other =
                |&&line: &&u32| line.abs_diff(index as u32) > BESIDE || is_text[line as usize];
            let worth = worth(lines.iter().filter(other).count());
            let others = lines.iter().filter(other).map(|&line| (line, nth, worth));
            places.extend(others);
        }
        places.sort_unstable();
        let mut told = best_stretch(&places, &mut seen, words.len());
        told.share = (usize::from(told.share) * 100 / words.len().max(1)) as u8;
        told
    };
    is_text.iter().enumerate().map(tells).collect()
}

/// What a word that stands in so many other lines is worth.
const fn worth(lines: usize) -> u16 {
    match lines {
        0..=2 => 4,
        3..=4 => 3,
        5..=8 => 2,
        _ => 1,
    }
}

/// The stretch where words of most worth stand; `share` is their number.
fn best_stretch(places: &[(u32, usize, u16)], seen: &mut Vec<u8>, words: usize) -> Told {
    seen.clear();
    seen.resize(words, 0);
    let mut best = Told::default();
    let (mut points, mut count, mut first) = (0, 0, 0);
    for &(line, word, worth) in places {
        while line - places[first].0 >= STRETCH {
            let (_, word, worth) = places[first];
            seen[word] -= 1;
            if seen[word] == 0 {
                points -= worth;
                count -= 1;
            }
            first += 1;
        }
        if seen[word] == 0 {
            points += worth;
            count += 1;
        }
        seen[word] += 1;
        if points > best.points {
            best = Told { points, share: count, lines: (places[first].0, line) };
        }
    }
    best
}

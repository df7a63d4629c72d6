//! What the lines of a page have in common: pairs of neighbouring Han characters, and Western words.

use super::view::HEAD_GLYPHS;
use crate::line::{Line, Numbers, WordPlaces, Words, hash, is_han};

/// Where each pair of neighbouring Han characters or Western word stands.
pub(super) struct Pairs {
    numbers: Numbers,
    /// The lines of each.
    places: WordPlaces,
    /// The words of all lines, and where those of each begin.
    words: Vec<u32>,
    starts: Vec<usize>,
}

/// Pairs that stand in more places are common words and say nothing.
pub(super) const COMMON: usize = 24;
/// How many lines count as soon.
const NEAR: u32 = 12;

impl Pairs {
    pub(super) fn new(text: &str, lines: &[Line]) -> Self {
        let bytes = lines.iter().map(|line| line.span.range().len()).sum();
        let mut numbers = Numbers::of_text(bytes);
        let mut found = Vec::with_capacity(bytes / 3);
        let mut starts = Vec::with_capacity(lines.len() + 1);
        for (index, line) in lines.iter().enumerate() {
            starts.push(found.len());
            // A word ends with its line, and no pair goes over the end.
            Words::default().each(&text[line.span.range()], |pair| {
                found.push((numbers.add(pair), index as u32));
            });
        }
        starts.push(found.len());
        let words = found.iter().map(|&(word, _)| word).collect();
        Self { numbers, places: WordPlaces::new(&found), words, starts }
    }

    /// The words of a line.
    pub(super) fn of_line(&self, line: usize) -> &[u32] {
        &self.words[self.starts[line]..self.starts[line + 1]]
    }

    /// The lines that have a word, ascending.
    pub(super) fn places(&self, word: u32) -> &[u32] {
        self.places.of(word)
    }

    fn count(&self, pair: u64) -> usize {
        self.numbers.of(pair).map_or(0, |number| self.places.of(number).len())
    }

    pub(super) fn joins(&self, text: &str, lines: &[Line]) -> Vec<u8> {
        let ends = |line: &Line| {
            let content = &text[line.span.range()];
            (content.chars().next(), content.chars().next_back())
        };
        let mut out = vec![0; lines.len()];
        for (index, pair) in lines.windows(2).enumerate() {
            if let ((_, Some(last)), (Some(first), _)) = (ends(&pair[0]), ends(&pair[1]))
                && is_han(last)
                && is_han(first)
            {
                out[index + 1] = self.count(hash(last, first)).min(255) as u8;
            }
        }
        out
    }

    pub(super) fn shared(&self, lines: &[Line]) -> Vec<[u8; 3]> {
        let mut out = vec![[0_u8; 3]; lines.len()];
        for run in self.places.runs().filter(|run| (2..=COMMON).contains(&run.len())) {
            for &index in run {
                let (mut after, mut before, mut far) = (false, false, false);
                for &other in run {
                    let near = other.abs_diff(index) <= NEAR;
                    after |= near && other > index;
                    before |= near && other < index;
                    far |= !near;
                }
                let index = index as usize;
                let add = |slot: &mut u8, yes: bool| *slot = slot.saturating_add(u8::from(yes));
                add(&mut out[index][0], after);
                add(&mut out[index][1], before);
                add(&mut out[index][2], far && !after && !before);
            }
        }
        // A line longer than a head shares words anyway.
        for (line, shared) in lines.iter().zip(&mut out) {
            if line.glyphs > 2 * HEAD_GLYPHS {
                *shared = [0; 3];
            }
        }
        out
    }

    /// Chains of a pair from one place to the next cross the line breaks between; few chains cross
    /// where one text ends and another begins.
    pub(super) fn cohesion(&self, count: usize, reach: u32, around: usize) -> Vec<u8> {
        let mut change = vec![0_i64; count + 1];
        for run in self.places.runs().filter(|run| run.len() <= COMMON) {
            for link in run.windows(2) {
                let (from, to) = (link[0], link[1]);
                if to > from && to - from <= reach {
                    change[from as usize + 1] += 1;
                    change[to as usize + 1] -= 1;
                }
            }
        }
        let mut crossing = 0;
        let sums: Vec<i64> = std::iter::once(0)
            .chain(change[..count].iter().scan(0, |sum, &change| {
                crossing += change;
                *sum += crossing;
                Some(*sum)
            }))
            .collect();
        (0..count)
            .map(|index| {
                let (from, to) = (index.saturating_sub(around), (index + around + 1).min(count));
                let usual = (sums[to] - sums[from]) / (to - from) as i64;
                // Two breaks together: a head between the texts hides the change from one of them.
                let here = sums[index + 1] - sums[index];
                (here * 100 / usual.max(1)).clamp(0, 255) as u8
            })
            .collect()
    }
}

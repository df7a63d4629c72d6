//! Letter-spaced words whose gaps are all alike are parted by the words of the document:
//! T h e f o l l o w i n g y e a r is The following year.

use super::Hyphens;

/// What a word costs: one that the document has, a short one of which less by each time it is there; one that it has
/// not, and each letter of that. For and mer are dearer than former.
const KNOWN: u32 = 6;
const KNOWN_SHORT: u32 = 12;
const OFTEN: u32 = 8;
const UNKNOWN: u32 = 40;
const LETTER: u32 = 2;
const SHORT: u32 = 30;
/// A word of many letters is as likely with one more: Auftragsrückgang.
const MANY: usize = 13;
/// What has fewer letters is short.
const WORD: usize = 4;

impl Hyphens<'_> {
    /// The words that `letters`, which stood apart, make up; none where that is not known.
    ///
    /// A word that the document has nowhere else must be parted from its neighbours by what the document has, a mark or
    /// a capital, and must not be longer than words are.
    pub(super) fn parted(&self, letters: &str) -> Option<Vec<String>> {
        let letters: Vec<char> = letters.chars().filter(|c| !c.is_whitespace()).collect();
        let mut best: Vec<Option<(u32, usize)>> = vec![None; letters.len() + 1];
        best[0] = Some((0, 0));
        for end in 1..=letters.len() {
            for start in end.saturating_sub(LONGEST)..end {
                let Some((before, _)) = best[start] else { continue };
                let Some(cost) = self.cost(&letters, start, end) else { continue };
                if best[end].is_none_or(|(least, _)| before + cost < least) {
                    best[end] = Some((before + cost, start));
                }
            }
        }
        let mut words: Vec<String> = Vec::new();
        let mut end = letters.len();
        while end > 0 {
            let (_, start) = best[end]?;
            words.push(letters[start..end].iter().collect());
            end = start;
        }
        words.reverse();
        let unsure = words.windows(2).any(|two| self.runs_together(&two[0], &two[1]));
        (!unsure).then_some(words)
    }

    /// Whether nothing tells that one word ends and the other begins.
    fn runs_together(&self, one: &str, other: &str) -> bool {
        let unknown = |word: &str| {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            self.known(bare) == 0 && bare.contains(char::is_alphabetic)
        };
        let (last, first) = (one.chars().next_back(), other.chars().next());
        let letters =
            last.is_some_and(char::is_alphabetic) && first.is_some_and(char::is_alphabetic);
        let capital = last.is_some_and(char::is_lowercase) && first.is_some_and(char::is_uppercase);
        letters && !capital && unknown(one) && unknown(other)
    }

    /// What it costs to take the letters from `start` to `end` for a word; none where they are not one.
    fn cost(&self, letters: &[char], start: usize, end: usize) -> Option<u32> {
        let word = &letters[start..end];
        let mark = |c: char| !c.is_alphanumeric();
        let opens = word.iter().take_while(|&&c| mark(c)).count();
        let closes = word[opens..].iter().rev().take_while(|&&c| mark(c)).count();
        let core = &word[opens..word.len() - closes];
        if core.is_empty() {
            // A dash stands by itself.
            return matches!(word, ['–' | '—']).then_some(KNOWN);
        }
        // 1,152 and a.m. and S&P, but not HAVEN,May or May13.
        let joins = |at: usize| {
            let (before, after) = (core[at - 1], core[at + 1]);
            match core[at] {
                ',' => before.is_numeric() && after.is_numeric(),
                '.' => before.is_numeric() && after.is_numeric() || at == 1 || mark(core[at - 2]),
                c => matches!(c, '\'' | '’' | '-' | '&' | '/'),
            }
        };
        let parts = |two: &[char]| {
            two[0].is_lowercase() && two[1].is_uppercase()
                || two[0].is_alphabetic() && two[1].is_numeric()
        };
        let whole =
            (0..core.len()).all(|at| !mark(core[at]) || joins(at)) && !core.windows(2).any(parts);
        // Marks that close a word do not open one, and the other way round.
        let opening = |c: char| "\"'“‘„«»(".contains(c);
        let closing = |c: char| "\"'”’“»«).,;:!?-…".contains(c);
        let set = word[..opens].iter().all(|&c| opening(c))
            && word[word.len() - closes..].iter().all(|&c| closing(c));
        if !whole || !set {
            return None;
        }
        let core: String = core.iter().collect();
        let (count, length) = (self.known(&core), core.chars().count());
        let short = length < WORD;
        if count > 0 || core.chars().all(|c| c.is_ascii_digit()) {
            let alone = if length == 1 { KNOWN_SHORT } else { 0 };
            return Some(if short { KNOWN_SHORT - count.min(OFTEN) + alone } else { KNOWN });
        }
        let unknown = UNKNOWN + LETTER * length.min(MANY) as u32 + if short { SHORT } else { 0 };
        // The letters of a, in and to are in every word.
        (length > 1 && length <= self.long_word()).then_some(unknown)
    }
}

/// No word that may stand in a line has more letters.
const LONGEST: usize = 40;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Language;
    use crate::language::Table;
    use crate::line::lines;

    #[track_caller]
    fn parted(page: &str, letters: &str) -> Option<String> {
        let hyphens = Hyphens::new(page, &lines(page).lines, Table::of(Language::English));
        hyphens.parted(letters).map(|words| words.join(" "))
    }

    #[test]
    fn words_of_the_page_part_letters() {
        let page = "The year before, the firm following them provided a long settlement.";
        let year = parted(page, "T h e f o l l o w i n g y e a r");
        assert_eq!(year.as_deref(), Some("The following year"));
        let dateline = parted(page, "P A R I S , F e b . 2 7");
        assert_eq!(dateline.as_deref(), Some("PARIS, Feb. 27"));
        let dateline = parted("We have it.", "S T O N E H A V E N , M a y 1 3");
        assert_eq!(dateline.as_deref(), Some("STONEHAVEN, May 13"));
        assert_eq!(
            parted(page, "s e c u r e t h e d e a l .").as_deref(),
            Some("secure the deal.")
        );
    }

    #[test]
    fn what_no_word_parts_stays() {
        assert_eq!(parted("It is so.", "n e w s p a p e r s p r i n t e d h e r e"), None);
    }
}

//! Which characters stand together inside words. A line that ends amid a word goes on in the next: 考 / 察.
//!
//! Where the pairs are from is told in `pairs/README.md`.

/// How strongly two neighbouring characters belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Bond {
    /// No word that is known has the one after the other.
    Loose,
    /// Words of some frequency do.
    Known,
    /// The commonest words do.
    Common,
}

/// The pairs of characters that stand inside words of a language.
#[derive(Debug, Default)]
pub struct Pairs {
    sorted: Vec<([char; 2], Bond)>,
}

impl Pairs {
    /// Pairs without anything between them, in any number of lines.
    pub(super) fn new(common: &str, known: &str) -> Self {
        let mut sorted = Vec::new();
        for (list, bond) in [(common, Bond::Common), (known, Bond::Known)] {
            let mut characters = list.chars().filter(|c| !c.is_whitespace());
            while let (Some(first), Some(second)) = (characters.next(), characters.next()) {
                sorted.push(([first, second], bond));
            }
        }
        sorted.sort_unstable();
        Self { sorted }
    }

    /// How strongly `first` is bound to `second` right after it.
    ///
    /// # Examples
    ///
    /// ```
    /// use tearsheet::{Language, language::{Bond, Table}};
    /// let pairs = &Table::of(Language::SimplifiedChinese).pairs;
    /// assert_eq!(pairs.bond('考', '察'), Bond::Common);
    /// assert_eq!(pairs.bond('察', '考'), Bond::Loose);
    /// ```
    pub fn bond(&self, first: char, second: char) -> Bond {
        let found = self.sorted.binary_search_by_key(&[first, second], |&(pair, _)| pair);
        found.map_or(Bond::Loose, |at| self.sorted[at].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_may_be_in_lines() {
        let pairs = Pairs::new("一个我们\n世界\n", "桥梁");
        assert_eq!(pairs.bond('世', '界'), Bond::Common);
        assert_eq!(pairs.bond('桥', '梁'), Bond::Known);
        assert_eq!(pairs.bond('们', '世'), Bond::Loose);
        assert_eq!(Pairs::default().bond('世', '界'), Bond::Loose);
    }
}

//! Which elements of the bodies of a page have the words of its heads.

use crate::line::{Line, Numbers, Words, is_han};
use crate::mend::HYPHENS;

/// How a text is taken apart: calls what it is given with each word.
pub(super) type Each = fn(&str, &mut dyn FnMut(u64));

/// The words of the heads of a page, numbered, and the elements of its bodies that have each.
#[derive(Clone, Debug)]
pub(super) struct Index {
    each: Each,
    numbers: Numbers,
    /// By word the elements that have it, ascending, and how often those up to there have it.
    holders: Vec<Vec<(u32, u32)>>,
}

impl Index {
    /// Of elements by their texts, and of all texts that a head may have.
    pub(super) fn new(each: Each, heads: &[String], elements: &[String]) -> Self {
        let mut numbers = Numbers::default();
        for head in heads {
            each(head, &mut |word| {
                numbers.add(word);
            });
        }
        let mut holders: Vec<Vec<(u32, u32)>> = vec![Vec::new(); numbers.len()];
        for (element, text) in elements.iter().enumerate() {
            let element = element as u32;
            each(text, &mut |word| {
                let Some(word) = numbers.of(word) else { return };
                let holders = &mut holders[word as usize];
                let so_far = holders.last().map_or(0, |&(_, so_far)| so_far);
                match holders.last_mut() {
                    Some((last, so_far)) if *last == element => *so_far += 1,
                    _ => holders.push((element, so_far + 1)),
                }
            });
        }
        Self { each, numbers, holders }
    }

    /// The numbers of those words of a head that were numbered, ascending, each once.
    pub(super) fn words(&self, head: &str) -> Vec<u32> {
        let mut out = Vec::new();
        (self.each)(head, &mut |word| out.extend(self.numbers.of(word)));
        out.sort_unstable();
        out.dedup();
        // It is kept for every head that is tried.
        out.shrink_to_fit();
        out
    }

    /// The elements that have a word, ascending, and how often those up to there have it.
    pub(super) fn holders(&self, word: u32) -> &[(u32, u32)] {
        &self.holders[word as usize]
    }

    /// How many bodies have each word, by the body of each element.
    pub(super) fn bodies(&self, of_element: &[usize]) -> Vec<u32> {
        let count = |holders: &Vec<(u32, u32)>| {
            let mut bodies: Vec<usize> =
                holders.iter().map(|&(element, _)| of_element[element as usize]).collect();
            // The elements of a body stand together.
            bodies.dedup();
            bodies.len() as u32
        };
        self.holders.iter().map(count).collect()
    }
}

/// All texts that a head of these lines, in order, may have: they run on, or one stands by itself.
pub(super) fn heads_of(text: &str, lines: &[Line], of: &[usize]) -> Vec<String> {
    let alone = of.iter().map(|line| joined(text, lines, [line]));
    alone.chain([joined(text, lines, of)]).collect()
}

/// The text of these lines, words that a hyphen breaks put together.
pub(super) fn joined<'a>(
    text: &str,
    lines: &[Line],
    of: impl IntoIterator<Item = &'a usize>,
) -> String {
    let mut out = String::new();
    for &line in of {
        if out.ends_with(HYPHENS) {
            out.pop();
        } else if !out.is_empty() && !out.ends_with(is_han) {
            out.push(' ');
        }
        out += text[lines[line].span.range()].trim_end();
    }
    out
}

/// Pairs of Han characters, Western words by their beginnings, numbers.
pub(super) fn each_word(text: &str, take: &mut dyn FnMut(u64)) {
    Words::default().each(text, take);
}

/// So many letters of a Western word are a root.
const LETTERS: usize = 5;

/// Roots: single Han characters, and what Western words have within: *bauer* in Moorbauern.
pub(super) fn each_root(text: &str, take: &mut dyn FnMut(u64)) {
    let mut letters = [0_u32; LETTERS];
    let mut count = 0;
    for character in text.chars() {
        if is_han(character) {
            take(character.into());
            count = 0;
        } else if character.is_alphabetic() {
            letters.rotate_left(1);
            let small = character.to_lowercase().next().unwrap_or(character);
            letters[LETTERS - 1] = if small == 'ſ' { 's' } else { small }.into();
            count += 1;
            if count > LETTERS {
                take(letters.iter().fold(1, |root, &letter| root << 12 ^ u64::from(letter)));
            }
        } else {
            count = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    fn roots(text: &str) -> Vec<u64> {
        let mut out = Vec::new();
        each_root(text, &mut |root| out.push(root));
        out
    }

    #[test]
    fn holders_stand_by_word() {
        let elements = ["The dean, the dean.", "No word", "Said the dean"].map(str::to_owned);
        let heads = ["Dean".to_owned(), "resigns".to_owned()];
        let index = Index::new(each_word, &heads, &elements);
        let [dean, resigns] = index.words("Resigns: dean, dean")[..] else { panic!("two words") };
        assert_eq!((index.holders(dean), index.holders(resigns)), (&[(0, 2), (2, 3)][..], &[][..]));
        assert_eq!(index.bodies(&[0, 0, 1]), [2, 0]);
    }

    #[test]
    fn roots_stand_within_words() {
        let moor = roots("Moorbauern");
        assert!(roots("xbauer").iter().all(|root| moor.contains(root)));
        assert_eq!(roots("bauer").len(), 0, "a beginning is a word");
        assert_eq!(roots("Abwaſſer"), roots("Abwasser"));
        assert_eq!(roots("市长、市"), [0x5e02, 0x957f, 0x5e02]);
    }

    #[test]
    fn broken_words_are_put_together() {
        let text = "Im Moor-\nbauernhof\n市政\n府";
        let lines = lines(text).lines;
        assert_eq!(joined(text, &lines, &[0, 1, 2, 3]), "Im Moorbauernhof 市政府");
        // A head may end so, and the next one not go on with it.
        let heads = heads_of(text, &lines, &[0, 1]);
        let index =
            Index::new(each_word, &heads, &["bauernhof".to_owned(), "Moorbauernhof".to_owned()]);
        assert_eq!(index.words("bauernhof").len() + index.words("Moorbauernhof").len(), 2);
    }
}

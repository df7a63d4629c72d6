//! How running text flows on: which of the lines on a page may follow which, where columns run through each other.
//!
//! Paragraphs are broken anywhere. What stands before a break goes on with what stands behind it, and does not go on with what
//! stands behind another break of the page.

use crate::breaks::fit_on;
use crate::chance::Chance;
use serde_json::Value;
use tearsheet::language::{Break, Breaks, Script};

/// Shorter paragraphs are crossheads and signatures, in characters.
const SHORTEST: usize = 20;
/// So many characters or words tell on each side of a break.
const BESIDE: usize = 2;
/// A word over so many letters may be torn, and one break in so many is one.
const TORN_LETTERS: usize = 6;
const TORN: usize = 8;

/// The points of the grams of breaks in the bodies of these pages.
pub(crate) fn fit<'a>(truths: impl Iterator<Item = &'a Value>, script: Script) -> Breaks {
    let mut chance = Chance::new(2);
    let mut out = Vec::new();
    for truth in truths {
        let mut breaks: Vec<(String, String)> = Vec::new();
        for paragraph in paragraphs(truth) {
            match script {
                Script::Han => of_characters(&paragraph, &mut breaks),
                Script::Latin => of_words(&paragraph, &mut chance, &mut breaks),
            }
        }
        if breaks.is_empty() {
            continue;
        }
        for (before, after) in &breaks {
            let (_, elsewhere): &(String, String) = chance.of(&breaks);
            out.push((Break::new(before, after, script), true, 1.0));
            out.push((Break::new(before, elsewhere, script), false, 1.0));
        }
    }
    fit_on(out)
}

fn paragraphs(truth: &Value) -> impl Iterator<Item = String> {
    let articles = truth["articles"].as_array().into_iter().flatten();
    let blocks = articles.filter_map(|article| article["body"].as_array()).flatten();
    let texts = blocks.filter_map(|block| block["text"].as_str());
    texts.filter(|text| text.chars().count() >= SHORTEST).map(str::to_owned)
}

/// Breaks between any two characters.
fn of_characters(paragraph: &str, out: &mut Vec<(String, String)>) {
    let characters: Vec<char> = paragraph.chars().filter(|c| !c.is_whitespace()).collect();
    for at in BESIDE..characters.len().saturating_sub(1) {
        let after = &characters[at..characters.len().min(at + BESIDE)];
        out.push((characters[at - BESIDE..at].iter().collect(), after.iter().collect()));
    }
}

/// Breaks between any two words, and amid some.
fn of_words(paragraph: &str, chance: &mut Chance, out: &mut Vec<(String, String)>) {
    let words: Vec<&str> = paragraph.split_whitespace().collect();
    for at in 1..words.len() {
        let before = words[at.saturating_sub(BESIDE)..at].join(" ");
        let after = words[at..words.len().min(at + BESIDE)].join(" ");
        let letters: Vec<char> = words[at].chars().collect();
        if letters.len() > TORN_LETTERS && chance.below(TORN) == 0 {
            let (one, other) = letters.split_at(2 + chance.below(letters.len() - 4));
            let other: String = other.iter().collect();
            out.push((
                format!("{before} {}-", one.iter().collect::<String>()),
                after.replacen(words[at], &other, 1),
            ));
        }
        out.push((before, after));
    }
}

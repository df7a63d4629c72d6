//! Fits the weights of the reader, and of heads beside bodies, on labelled pages of one script and prints them.
//!
//!     cargo run --release --example fit_weights -- all src/read/weights/SCRIPT CASES…
//!     cargo run --release --example fit_weights -- check OUT CASES…      the same with every fourth page held out
//!     cargo run --release --example fit_weights -- flow src/language/flow/SCRIPT CASES…
//!     cargo run --release --example fit_weights -- check-flow OUT CASES…
//!
//! The tables go to SCRIPT.rs and SCRIPT.network, the lexicon to SCRIPT.sounds, SCRIPT.breaks and SCRIPT.filling; `flow` writes another
//! SCRIPT.breaks, by which columns that run through each other are parted, and is done in a minute. Give it first: what it writes
//! sets the lines that the others learn from.
//!
//! The table of the heads, for src/compose/weights.rs, is printed on standard error; the networks of pairs go to SCRIPT.networks,
//! for src/compose/pairing.
//!
//! A case is a text and its truth: `NAME.txt` beside `NAME.truth.json`, or `raw/NAME.X.txt` with
//! `truth/NAME.json`. Each line of the text is found in the truth, which gives the state that it should have.
//! What share of lines is right is told on standard error, for fitted and for held-out pages.
//!
//! - `main.rs`: the cases, the report, the printed table;
//! - `label.rs`: the state and the article of each line of a case, by its truth;
//! - `make/`: more pages, made of the articles of the truths;
//! - `pieces.rs`: pieces of pages;
//! - `lexicons.rs`: the lexicon, of what lines sound like (`sounds.rs`), what goes on over line ends (`breaks.rs`), and how
//!   lines fill their columns where a paragraph begins (`filling.rs`);
//! - `flow.rs`: how running text flows on;
//! - `learn.rs`: the weights of lines, a conditional random field (`field.rs`) with a network (`network.rs`);
//! - `heads.rs`: the weights of the signs that a head is a body's;
//! - `pairing.rs`: the networks that weigh each pair beside the others of its page;
//! - `perceptron.rs`: the small networks of `filling.rs` and `pairing.rs`;
//! - `chance.rs`: the same chance on every machine.

#![expect(clippy::print_stderr, reason = "a program for the terminal")]

mod breaks;
mod chance;
mod field;
mod filling;
mod flow;
mod heads;
mod label;
mod learn;
mod lexicons;
mod make;
mod network;
mod pairing;
mod perceptron;
mod pieces;
mod sounds;

use label::Label;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tearsheet::Language;
use tearsheet::compose::Network;
use tearsheet::language::{Script, Table, detect};
use tearsheet::line::{Line, Measure, cut, lines, measure, rejoin, unweave};
use tearsheet::read::evidence::{EVIDENCE, rows};
use tearsheet::read::lexicon::Lexicon;
use tearsheet::read::{HABITS, Observed, STATES, State, View, Weights, best_path};

struct Page {
    text: String,
    lines: Vec<Line>,
    measures: Vec<Measure>,
    /// What is seen of its lines before any reading, and after one by weights that were not fitted on it.
    first: Observed,
    again: Observed,
    /// Its first reading.
    states: Vec<State>,
    script: Script,
    language: Language,
    /// The label of each line; none where the truth does not tell.
    labels: Vec<Option<Label>>,
    held_out: bool,
    /// The part of the pages that it belongs to: no weights that read it first were fitted on its part.
    fold: usize,
    /// How often it counts.
    times: f32,
}

impl Page {
    /// Looks at it, and hears its lines by `lexicon`.
    fn view<'a>(&'a self, lexicon: &Lexicon) -> View<'a> {
        View::by(&self.text, &self.lines, &self.measures, Table::of(self.language), lexicon)
    }

    /// Reads it a first time, and looks at it again after that.
    fn read_by(&mut self, lexicon: &Lexicon, weights: &Weights) {
        self.states = best_path(&self.first, weights);
        let habits = Observed::of_habits(&self.view(lexicon), &self.states);
        self.again = self.first.and(&habits);
    }
}

/// How often a fixture counts, which has no number or kind in its name: each was written for what it shows, and they are few.
const FIXTURE_TIMES: f32 = 10.0;
/// How often an invented page counts, below a folder `pages`: there are more of them than of real text.
const INVENTED_TIMES: f32 = 0.2;
/// In print about so many heads have a kicker. Writers gave one to half of theirs, and a Chinese page counts the less the more it has
/// beyond that, for else the first line of a head is read as one (kickers of unseen pages .765 to .822). Western pages, which are
/// fewer, lose more by it than they gain (English ones unseen, perfect .663 to .610).
const KICKERS: f32 = 0.2;
const CHINESE_TIMES: f32 = 0.35;
/// An invented page that OCR alone read counts as one that so many extractors did.
const EXTRACTORS: f32 = 4.0;
/// How often a made page counts: there are many, and none is quite like a real one.
const MADE_TIMES: f32 = 0.3;

/// How many pages are made for each language.
const MADE: usize = 300;
/// The second reading learns from first readings of pages that were not fitted on: of each of so many parts by the others. Pages
/// of one writer are of one part, for those that will be read are of others.
const FOLDS: usize = 3;

fn main() {
    let mut pages = Vec::new();
    // All that are not held out.
    let mut printed: BTreeMap<PathBuf, Value> = BTreeMap::new();
    // By language and part, the truths that pages may be made of.
    let mut truths: BTreeMap<(Language, usize), BTreeMap<PathBuf, Value>> = BTreeMap::new();
    let mut arguments = std::env::args().skip(1);
    let what = arguments.next().unwrap_or_default();
    let check = what.starts_with("check");
    let out = PathBuf::from(arguments.next().expect("where the tables go"));
    for folder in arguments {
        let mut found = Vec::new();
        cases(Path::new(&folder), &mut found);
        found.sort();
        for (text, truth) in found {
            let Some((mut page, told)) = page(&text, &truth) else { continue };
            page.held_out &= check;
            if !page.held_out {
                printed.insert(truth.clone(), told.clone());
            }
            // Invented pages are read back from print as they are; made ones add what real texts lack.
            if !page.held_out && !is_invented(&truth) {
                truths.entry((page.language, page.fold)).or_default().insert(truth, told);
            }
            pages.push(page);
        }
    }
    assert!(!pages.is_empty(), "no cases; give folders with NAME.txt and NAME.truth.json");
    if what.ends_with("flow") {
        let flow = flow::fit(printed.values(), pages[0].script);
        write(&out.with_extension("breaks"), flow.entries());
        return;
    }
    let told: usize = pages.iter().map(|page| page.labels.iter().flatten().count()).sum();
    let all: usize = pages.iter().map(|page| page.labels.len()).sum();
    eprintln!("{} pages, {all} lines, {told} of them labelled", pages.len());
    let lexicons = lexicons::Lexicons::fit(&pages);
    let read_back = pages.len();
    for (&(language, fold), truths) in &truths {
        let truths: Vec<&Value> = truths.values().collect();
        let made = make::pages(&truths, Table::of(language), MADE / FOLDS, fold as u64);
        pages.extend(made.into_iter().map(|made| Page { fold, ..made_page(made) }));
    }
    pages.extend(pieces::pieces(&pages));
    for page in &mut pages {
        page.first = Observed::new(&page.view(lexicons.new_to(page)));
    }
    for fold in 0..FOLDS {
        let weights = learn::fit_first(&pages, |page| page.fold != fold);
        for page in pages.iter_mut().filter(|page| page.fold == fold) {
            page.read_by(lexicons.new_to(page), &weights);
        }
    }
    let weights = learn::fit(&pages);
    for page in pages.iter_mut().filter(|page| page.held_out) {
        page.read_by(&lexicons.whole, &weights);
    }
    report(&pages, &weights);
    // In pieces of pages heads stand without their bodies, and made ones have theirs at any place.
    let layouts = heads::layouts(&pages[..read_back]);
    let signs = heads::fit(&layouts);
    eprintln!("heads: {signs:?}");
    let networks = pairing::fit(&layouts, &signs);
    let numbers = networks.iter().flat_map(Network::numbers);
    write(&out.with_extension("networks"), bytes(numbers));
    let script = pages[0].script;
    write(&out.with_extension("rs"), table(script, &weights));
    write(&out.with_extension("network"), &*weights.network);
    write(&out.with_extension("sounds"), lexicons.whole.sounds.entries());
    write(&out.with_extension("breaks"), lexicons.whole.breaks.entries());
    write(&out.with_extension("filling"), bytes(lexicons.whole.filling.numbers()));
}

/// The bytes of a table of numbers.
fn bytes(numbers: impl Iterator<Item = f32>) -> Vec<u8> {
    numbers.flat_map(f32::to_le_bytes).collect()
}

fn write(path: &Path, what: impl AsRef<[u8]>) {
    if let Err(error) = fs::write(path, what) {
        eprintln!("{}: {error}", path.display());
        std::process::exit(1);
    }
}

/// Whether the page stands below a folder `pages`.
fn is_invented(path: &Path) -> bool {
    path.iter().any(|folder| folder == "pages")
}

/// Whether the pages of this truth are held out: every fourth, by its name; of invented pages all those of every fourth writer.
fn held_out(path: &Path) -> bool {
    page_name(path).contains('_') && number(path) % 4 == 3
}

/// A number that all texts of a page share, and all invented pages of a writer, who names them NAME_1, NAME_2.
fn number(path: &Path) -> usize {
    let name = page_name(path);
    if is_invented(path) {
        let writer = name.trim_end_matches(|figure: char| figure.is_ascii_digit());
        writer
            .bytes()
            .fold(0, |number: usize, byte| number.wrapping_mul(5).wrapping_add(byte.into()))
    } else {
        name.bytes().map(usize::from).sum()
    }
}

fn page_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.split('.').next().unwrap_or_default().to_owned()
}

/// The texts below `folder` that have a truth.
fn cases(folder: &Path, out: &mut Vec<(PathBuf, PathBuf)>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            cases(&path, out);
        } else if path.extension().is_some_and(|ext| ext == "txt") {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let stem = name.split('.').next().unwrap_or_default();
            let up = folder.parent().unwrap_or(folder).join("truth").join(format!("{stem}.json"));
            let beside = path.with_extension("truth.json");
            if let Some(truth) = [beside, up].into_iter().find(|truth| truth.exists()) {
                out.push((path, truth));
            }
        }
    }
}

fn page(path: &Path, truth: &Path) -> Option<(Page, Value)> {
    let text = fs::read_to_string(path).ok()?;
    let truth: Value = serde_json::from_str(&fs::read_to_string(truth).ok()?).ok()?;
    truth.get("articles")?;
    let fixture = !path.file_name()?.to_string_lossy().contains('_');
    let mut page = labelled(&text, &truth);
    page.held_out = held_out(path);
    page.fold = number(path) / 4 % FOLDS;
    let ocr = path.file_stem()?.to_string_lossy().ends_with(".ocr");
    let invented = match page.script {
        Script::Han => CHINESE_TIMES * by_kickers(&truth),
        Script::Latin => INVENTED_TIMES,
    };
    page.times = match (fixture, is_invented(path)) {
        (_, true) if ocr => invented * EXTRACTORS,
        (_, true) => invented,
        (true, false) => FIXTURE_TIMES,
        (false, false) => 1.0,
    };
    Some((page, truth))
}

/// How often an invented page counts by its share of heads with a kicker.
fn by_kickers(truth: &Value) -> f32 {
    let articles = || truth["articles"].as_array().into_iter().flatten();
    let with = |part: &str| articles().filter(|article| article[part].is_string()).count() as f32;
    (KICKERS * with("headline") / with("kicker")).min(1.0)
}

/// A page to learn from, with the labels that the truth gives its lines.
fn labelled(text: &str, truth: &Value) -> Page {
    let table = Table::of(detect(text));
    let lines = unweave(text, rejoin(text, cut(text, lines(text).lines, table)), table).lines;
    let labels = label::label(text, &lines, truth, table);
    observed(text.to_owned(), lines, labels)
}

fn observed(text: String, lines: Vec<Line>, labels: Vec<Option<Label>>) -> Page {
    let table = Table::of(detect(&text));
    let measures = measure(&lines);
    Page {
        first: Observed::default(),
        again: Observed::default(),
        states: Vec::new(),
        text,
        lines,
        measures,
        script: table.script,
        language: table.language,
        labels,
        held_out: false,
        fold: 0,
        times: MADE_TIMES,
    }
}

/// A page that was made to learn from.
fn made_page(made: make::Made) -> Page {
    let lines = lines(&made.text).lines;
    assert_eq!(lines.len(), made.labels.len(), "a label a line");
    observed(made.text, lines, made.labels.into_iter().map(Some).collect())
}

fn report(pages: &[Page], weights: &Weights) {
    for held_out in [false, true] {
        let mut confused = vec![[0_usize; STATES]; STATES];
        for page in pages.iter().filter(|page| page.held_out == held_out) {
            let guess = best_path(&page.again, weights);
            for (label, guess) in page.labels.iter().zip(guess) {
                if let Some(label) = label {
                    confused[label.state as usize][guess as usize] += 1;
                }
            }
        }
        let all: usize = confused.iter().flatten().sum();
        let right: usize = State::ALL
            .iter()
            .flat_map(|&one| State::ALL.iter().map(move |&other| (one, other)))
            .filter(|&(one, other)| learn::same(one, other))
            .map(|(one, other)| confused[one as usize][other as usize])
            .sum();
        let part = if held_out { "held out" } else { "fitted" };
        eprintln!("{part}: {right} of {all} lines right, {:.4}", right as f64 / all.max(1) as f64);
        for state in State::ALL {
            let row = &confused[state as usize];
            let total: usize = row.iter().sum();
            let others: Vec<String> = State::ALL
                .iter()
                .filter(|&&other| other != state && row[other as usize] * 100 > total)
                .map(|&other| format!("{other:?} {}", row[other as usize]))
                .collect();
            if total > 0 {
                let hits = row[state as usize];
                eprintln!("  {state:?}: {hits} of {total}; {}", others.join(", "));
            }
        }
    }
}

const NOTHING: [i16; STATES] = [0; STATES];

/// The weights as a module.
fn table(script: Script, weights: &Weights) -> String {
    let mut evidence = String::new();
    let mut row = 0;
    let of_lines = EVIDENCE.iter().map(|evidence| (evidence.name, evidence.values));
    for (name, values) in of_lines.chain(HABITS) {
        evidence += &format!("    // {name}\n");
        for _ in 0..values {
            evidence += &match weights.evidence[row] {
                // What no page of the script shows.
                NOTHING => "    NOTHING,\n".to_owned(),
                weights => format!("    {weights:?},\n"),
            };
            row += 1;
        }
    }
    let step = |step: &[[i16; STATES]; STATES]| {
        let rows: String = step.iter().map(|row| format!("        {row:?},\n")).collect();
        format!("    [\n{rows}    ],\n")
    };
    let steps: String = weights.steps.iter().map(step).collect();
    let rows = rows();
    let file = match script {
        Script::Han => "han",
        Script::Latin => "latin",
    };
    format!(
        "//! The weights for pages in {script:?} script, fitted by `examples/fit_weights`; do not edit.

use crate::read::path::{{STATES, STEPS, Weights}};
use std::borrow::Cow;

pub(super) static WEIGHTS: Weights = Weights {{
    evidence: Cow::Borrowed(&EVIDENCE),
    steps: Cow::Borrowed(&STEP),
    network: Cow::Borrowed(include_bytes!(\"{file}.network\")),
}};

const NOTHING: [i16; STATES] = [0; STATES];

#[rustfmt::skip]
static EVIDENCE: [[i16; STATES]; {rows}] = [
{evidence}];

#[rustfmt::skip]
static STEP: [[[i16; STATES]; STATES]; STEPS] = [
{steps}];
"
    )
}

//! Fits the weights of the reader on labelled pages of one script and prints them as a file of
//! `src/read/weights/`.
//!
//!     cargo run --release --example fit_weights -- CASES… > src/read/weights/SCRIPT.rs
//!
//! A case is a text and its truth: `NAME.txt` beside `NAME.truth.json`, or `raw/NAME.X.txt` with
//! `truth/NAME.json`. Each line of the text is found in the truth, which gives the states that it may
//! have; an averaged structured perceptron learns the points over the reader's own best-path search.
//! Every fourth page is held out; what share of lines is right is told on standard error for both parts.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]

use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use tearsheet::form;
use tearsheet::language::{Script, Table, detect};
use tearsheet::line::{Line, lines, measure};
use tearsheet::read::evidence::{EVIDENCE, rows};
use tearsheet::read::{NEVER, Observed, STATES, STEPS, State, View, Weights, best_path};

const EPOCHS: usize = 12;
/// The pages are learned in so many orders, and the averages averaged: one order alone is noise.
const ORDERS: u64 = 4;
/// How often a fixture is shown in an epoch.
const FIXTURE_TIMES: usize = 20;
const MARGIN: i32 = 12;
const HEAD_MARGIN: i32 = 24;
const OPENING_MARGIN: i32 = 60;
/// Averages are multiplied by this before they are rounded.
const SCALE: f64 = 16.0;

struct Page {
    observed: Observed,
    script: Script,
    /// The states that each line may have; none where the truth does not tell.
    labels: Vec<Option<State>>,
    held_out: bool,
    /// It has no number in its name: a page on its own, not one of a series.
    fixture: bool,
}

fn main() {
    let mut pages = Vec::new();
    let mut seen = BTreeSet::new();
    for folder in std::env::args().skip(1) {
        let mut found = Vec::new();
        cases(Path::new(&folder), &mut found);
        found.sort();
        for (text, truth) in found {
            pages.extend(page(&text, &truth));
            if seen.insert(truth.clone()) && !held_out(&truth) {
                pages.extend(single_articles(&truth));
            }
        }
    }
    assert!(!pages.is_empty(), "no cases; give folders with NAME.txt and NAME.truth.json");
    let told: usize = pages.iter().map(|page| page.labels.iter().flatten().count()).sum();
    let all: usize = pages.iter().map(|page| page.labels.len()).sum();
    eprintln!("{} pages, {all} lines, {told} of them labelled", pages.len());
    let weights = fit(&pages);
    report(&pages, &weights);
    print_table(pages[0].script, &weights);
}

/// Whether the pages of this truth are held out: every fourth, by its name.
fn held_out(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let page = name.split('.').next().unwrap_or_default();
    page.contains('_') && page.bytes().map(usize::from).sum::<usize>() % 4 == 3
}

/// The texts below `folder` that have a truth.
fn cases(folder: &Path, out: &mut Vec<(PathBuf, PathBuf)>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            cases(&path, out);
        } else if path.extension().is_some_and(|ext| ext == "txt") {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            // Two columns in one line have no one label.
            let stem = name.split('.').next().unwrap_or_default();
            let up = folder.parent().unwrap_or(folder).join("truth").join(format!("{stem}.json"));
            let beside = path.with_extension("truth.json");
            if let Some(truth) = [beside, up].into_iter().find(|truth| truth.exists())
                && !name.ends_with(".pdftotext")
            {
                out.push((path, truth));
            }
        }
    }
}

fn page(path: &Path, truth: &Path) -> Option<Page> {
    let text = fs::read_to_string(path).ok()?;
    let truth: Value = serde_json::from_str(&fs::read_to_string(truth).ok()?).ok()?;
    truth.get("articles")?;
    let fixture = !path.file_name()?.to_string_lossy().contains('_');
    Some(Page { held_out: held_out(path), fixture, ..labelled(text, &truth) })
}

/// A page to learn from, with the labels that the truth gives its lines.
fn labelled(text: String, truth: &Value) -> Page {
    let table = Table::of(detect(&text));
    let lines = lines(&text).lines;
    let measures = measure(&lines);
    let labels = label(&text, &lines, truth, table);
    let observed = Observed::new(&View::new(&text, &lines, &measures, table));
    Page { observed, script: table.script, labels, held_out: false, fixture: false }
}

/// Each article of a truth as a page of its own, wrapped at a measure from 7 to 40 characters, with
/// indents or without, with blank lines or without: small pages and measures that the cases lack.
fn single_articles(truth_path: &Path) -> Vec<Page> {
    let text = fs::read_to_string(truth_path).unwrap_or_default();
    let truth: Value = serde_json::from_str(&text).unwrap_or_default();
    let mut out = Vec::new();
    for article in truth["articles"].as_array().into_iter().flatten() {
        let blocks: Vec<&Value> = article["body"].as_array().into_iter().flatten().collect();
        let few = blocks.len().min(if article.to_string().len() % 4 == 0 { 1 } else { 12 });
        let blocks = &blocks[..few];
        let glyphs: usize = article.to_string().len();
        // The article itself is the die.
        let pick = |salt: usize, sides: usize| (glyphs * 31 + salt * 17) / 7 % sides;
        let measure = 7 + pick(1, 34);
        let (indented, blank) = (pick(2, 2) == 0, pick(3, 2) == 0);
        let mut text = String::new();
        if few > 1 && pick(4, 3) > 0 {
            for line in article["headline"].as_str().unwrap_or_default().split(' ') {
                text += line;
                text.push('\n');
            }
            text.push('\n');
        }
        for block in blocks {
            let content = block["text"].as_str().unwrap_or_default();
            if block["type"] == "heading" {
                text += &format!("\n{}\n\n", content.replace(' ', "\n"));
                continue;
            }
            if indented {
                text += "\u{3000}\u{3000}";
            }
            wrap(content, measure, measure - 2, &mut text);
            if blank {
                text.push('\n');
            }
        }
        let alone = json!({ "articles": [{
            "headline": article["headline"], "body": blocks, "kind": article["kind"],
        }] });
        out.push(labelled(text, &alone));
    }
    out
}

/// Wraps a paragraph; marks that may not begin a line hang over its end.
fn wrap(content: &str, measure: usize, first: usize, out: &mut String) {
    let (mut room, mut used) = (first * 2, 0);
    for character in content.chars() {
        let width = if character.is_ascii() { 1 } else { 2 };
        let hangs = "，。、；：！？”’）》」』".contains(character);
        if used + width > room && !hangs {
            out.push('\n');
            (room, used) = (measure * 2, 0);
        }
        out.push(character);
        used += width;
    }
    out.push('\n');
}

/// A piece of the truth: its letters, and the states of the line that begins it and of the others.
struct Piece {
    letters: Vec<char>,
    begins: State,
    goes_on: State,
}

fn letters(text: &str) -> Vec<char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn label(text: &str, lines: &[Line], truth: &Value, table: &Table) -> Vec<Option<State>> {
    let mut pieces = Vec::new();
    let mut add = |text: &str, begins, goes_on| {
        let letters = letters(text);
        if !letters.is_empty() {
            pieces.push(Piece { letters, begins, goes_on });
        }
    };
    let mut bylines: Vec<String> = Vec::new();
    let mut credits: Vec<String> = Vec::new();
    let list = |value: &Value, key: &str| -> Vec<String> {
        let items = value[key].as_array().into_iter().flatten();
        items.filter_map(|item| item.as_str().map(str::to_owned)).collect()
    };
    for article in truth["articles"].as_array().into_iter().flatten() {
        let str = |key: &str| article[key].as_str().unwrap_or_default();
        add(str("headline"), State::Headline, State::HeadlineOn);
        add(str("kicker"), State::Kicker, State::Kicker);
        add(str("subheadline"), State::Deck, State::DeckOn);
        let photo = str("kind") == "photo";
        let mut first = true;
        for block in article["body"].as_array().into_iter().flatten() {
            let text = block["text"].as_str().unwrap_or_default();
            if block["type"] == "heading" {
                add(text, State::Heading, State::HeadingOn);
                continue;
            }
            let lead = if first { str("lead") } else { "" };
            let (begins, goes_on) = match (photo, first) {
                (true, _) => (State::Caption, State::CaptionOn),
                (false, true) => (State::Opening, State::ParagraphOn),
                (false, false) => (State::Paragraph, State::ParagraphOn),
            };
            add(&format!("{lead}{text}"), begins, goes_on);
            first = false;
        }
        bylines.extend(list(article, "bylines"));
        bylines.extend(list(article, "photo_credits"));
        credits.extend(list(article, "credits"));
        credits.extend(list(article, "photo_credits"));
    }
    let furniture = list(truth, "furniture");
    for piece in &furniture {
        add(piece, State::Furniture, State::FurnitureOn);
    }
    let mut used = vec![false; pieces.len()];
    let mut open: Option<(usize, usize)> = None;
    let mut out = Vec::with_capacity(lines.len());
    let all: Vec<Vec<char>> = lines.iter().map(|line| letters(&text[line.span.range()])).collect();
    for (index, line) in lines.iter().enumerate() {
        let content = &text[line.span.range()];
        let here = all[index].clone();
        let label = find(&all[index..], &pieces, &mut used, &mut open)
            .or_else(|| people(content, &bylines, &credits, table))
            .or_else(|| made_of(&here, &furniture).then_some(State::Furniture));
        out.push(label);
    }
    out
}

/// The letters of so many can stand in a piece by chance.
const TELLING: usize = 4;

/// The state of the first of the lines by the piece of the truth that it stands in.
fn find(
    lines: &[Vec<char>],
    pieces: &[Piece],
    used: &mut [bool],
    open: &mut Option<(usize, usize)>,
) -> Option<State> {
    let here = lines[0].as_slice();
    if here.is_empty() {
        return None;
    }
    // A head set in a narrow column comes as lines of one or two letters: they are sought together.
    let mut column = here.to_vec();
    for next in lines[1..].iter().take_while(|line| (1..=TELLING).contains(&line.len())) {
        if column.len() < TELLING {
            column.extend(next);
        }
    }
    if let Some((piece, at)) = *open {
        let rest = &pieces[piece].letters[at..];
        if !rest.is_empty() && (rest.starts_with(here) || here.starts_with(rest)) {
            *open = Some((piece, at + here.len().min(rest.len())));
            return Some(pieces[piece].goes_on);
        }
    }
    let mut best: Option<(u32, usize, usize)> = None;
    for (index, piece) in pieces.iter().enumerate() {
        let whole = here == piece.letters;
        let sought = if whole || here.len() >= TELLING { here } else { &column };
        if sought.len() < TELLING && !whole {
            continue;
        }
        let places = piece.letters.windows(sought.len().min(piece.letters.len()).max(1)).enumerate();
        for (at, window) in places {
            let fits = window == sought
                || at == 0
                    && here.len() > piece.letters.len()
                    && piece.letters.len() > 4
                    && here.starts_with(&piece.letters)
                    && matches!(piece.begins, State::Opening | State::Paragraph | State::Caption);
            if !fits {
                continue;
            }
            let rank = 8 * u32::from(whole)
                + 4 * u32::from(at == 0)
                + 2 * u32::from(!used[index])
                + u32::from(!matches!(piece.begins, State::Furniture));
            if best.is_none_or(|(other, ..)| rank > other) {
                best = Some((rank, index, at));
            }
            if at > 0 {
                break;
            }
        }
    }
    let (_, index, at) = best?;
    used[index] = true;
    *open = Some((index, (at + here.len()).min(pieces[index].letters.len())));
    Some(if at == 0 { pieces[index].begins } else { pieces[index].goes_on })
}

fn people(content: &str, bylines: &[String], credits: &[String], table: &Table) -> Option<State> {
    if let Some(parties) = form::byline(content, table) {
        let mut names = parties.iter().flat_map(|party| &party.names);
        if names.all(|name| bylines.contains(name)) {
            return Some(State::Byline);
        }
    }
    let bracketed = content.starts_with(['（', '(']);
    let packed: String = content.split_whitespace().collect();
    (bracketed && credits.iter().any(|name| packed.contains(name.as_str())))
        .then_some(State::Credit)
}

/// Whether pieces of furniture make up most of the line.
fn made_of(here: &[char], furniture: &[String]) -> bool {
    let joined: String = here.iter().collect();
    let covered: usize = furniture
        .iter()
        .map(|piece| letters(piece))
        .filter(|piece| piece.len() > 1 && joined.contains(&piece.iter().collect::<String>()))
        .map(|piece| piece.len())
        .sum();
    !here.is_empty() && covered * 10 >= here.len() * 6
}

/// The averaged structured perceptron.
fn fit(pages: &[Page]) -> Weights {
    let mut evidence_sum = vec![[0.0_f64; STATES]; rows()];
    let mut step_sum = vec![[[0.0_f64; STATES]; STATES]; STEPS];
    for order in 0..ORDERS {
        pass(pages, order, &mut evidence_sum, &mut step_sum);
    }
    let round = |sum: f64| {
        let mean = sum * SCALE / ORDERS as f64;
        mean.round().clamp(f64::from(i16::MIN), f64::from(i16::MAX)) as i16
    };
    Weights {
        evidence: evidence_sum.into_iter().map(|row| row.map(round)).collect(),
        steps: step_sum.into_iter().map(|step| step.map(|row| row.map(round))).collect(),
    }
}

/// Fits with the pages in one order, and adds the averages.
fn pass(
    pages: &[Page],
    seed: u64,
    evidence_sum: &mut [[f64; STATES]],
    step_sum: &mut [[[f64; STATES]; STATES]],
) {
    let mut weights = Weights::zero();
    // The pages of other makers than the typeset ones are few: each is shown more often.
    let shown =
        |page: &Page| if page.fixture { FIXTURE_TIMES } else { usize::from(!page.held_out) };
    let training: Vec<&Page> =
        pages.iter().flat_map(|page| std::iter::repeat_n(page, shown(page))).collect();
    let mut order: Vec<usize> = (0..training.len()).collect();
    let total = (EPOCHS * training.len()) as f64;
    let mut time = 0.0;
    let mut random = 0x9e37_79b9_7f4a_7c15_u64.wrapping_add(seed);
    for epoch in 0..EPOCHS {
        for at in (1..order.len()).rev() {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            order.swap(at, (random >> 33) as usize % (at + 1));
        }
        let mut wrong = 0;
        for &index in &order {
            let page = training[index];
            // The right path must win by a margin, or it is learned once more.
            let guess = best_path(&page.observed, &weights, |line, state| {
                page.labels[line].map_or(0, |label| margin(label, state))
            });
            let gold = best_path(&page.observed, &weights, |line, state| match page.labels[line] {
                Some(label) if label != state => NEVER,
                _ => 0,
            });
            // What is added now counts in all averages from here on.
            let share = (total - time) / total;
            for line in 0..guess.len() {
                for (path, sign) in [(&gold, 1_i16), (&guess, -1)] {
                    let state = path[line] as usize;
                    let before = line.checked_sub(1).map(|before| path[before] as usize);
                    let same_step = line.checked_sub(1).map(|b| (gold[b], gold[line]))
                        == line.checked_sub(1).map(|b| (guess[b], guess[line]));
                    if gold[line] != guess[line] {
                        wrong += usize::from(sign > 0);
                        for &row in page.observed.rows(line) {
                            let row = usize::from(row);
                            weights.evidence.to_mut()[row][state] += sign;
                            evidence_sum[row][state] += f64::from(sign) * share;
                        }
                    }
                    if let (Some(before), false) = (before, same_step) {
                        let step = page.observed.step(line);
                        weights.steps.to_mut()[step][before][state] += sign;
                        step_sum[step][before][state] += f64::from(sign) * share;
                    }
                }
            }
            time += 1.0;
        }
        eprintln!("epoch {epoch}: {wrong} lines wrong");
    }
}

/// Whether `state` will do for `label`: how furniture is parted matters to nobody.
fn same(label: State, state: State) -> bool {
    let furniture = |state| matches!(state, State::Furniture | State::FurnitureOn);
    label == state || furniture(label) && furniture(state)
}

/// What a wrong state costs while fitting: bodies that are not parted cost most.
fn margin(label: State, state: State) -> i32 {
    match (label, state) {
        _ if same(label, state) => 0,
        (State::Opening, _) => OPENING_MARGIN,
        (
            State::Headline
            | State::HeadlineOn
            | State::Kicker
            | State::Deck
            | State::Caption
            | State::Furniture
            | State::FurnitureOn,
            _,
        ) => HEAD_MARGIN,
        _ => MARGIN,
    }
}

fn report(pages: &[Page], weights: &Weights) {
    for held_out in [false, true] {
        let mut confused = vec![[0_usize; STATES]; STATES];
        for page in pages.iter().filter(|page| page.held_out == held_out) {
            let guess = best_path(&page.observed, weights, |_, _| 0);
            for (label, guess) in page.labels.iter().zip(guess) {
                if let Some(label) = label {
                    confused[*label as usize][guess as usize] += 1;
                }
            }
        }
        let all: usize = confused.iter().flatten().sum();
        let right: usize = State::ALL
            .iter()
            .flat_map(|&one| State::ALL.iter().map(move |&other| (one, other)))
            .filter(|&(one, other)| same(one, other))
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

fn print_table(script: Script, weights: &Weights) {
    println!(
        "//! The weights for pages in {:?} script, fitted by `examples/fit_weights.rs`; do not edit.",
        script
    );
    println!();
    println!("use crate::read::path::{{STATES, STEPS, Weights}};");
    println!("use std::borrow::Cow;");
    println!();
    println!("pub(super) static WEIGHTS: Weights =");
    println!("    Weights {{ evidence: Cow::Borrowed(&EVIDENCE), steps: Cow::Borrowed(&STEP) }};");
    println!();
    println!("#[rustfmt::skip]");
    println!("static EVIDENCE: [[i16; STATES]; {}] = [", rows());
    let mut row = 0;
    for evidence in EVIDENCE {
        println!("    // {}", evidence.name);
        for _ in 0..evidence.values {
            println!("    {:?},", weights.evidence[row]);
            row += 1;
        }
    }
    println!("];");
    println!();
    println!("#[rustfmt::skip]");
    println!("static STEP: [[[i16; STATES]; STATES]; STEPS] = [");
    for step in weights.steps.iter() {
        println!("    [");
        for row in step {
            println!("        {row:?},");
        }
        println!("    ],");
    }
    println!("];");
}

//! x
#![allow(missing_docs, clippy::print_stdout)]
mod label;
use tearsheet::language::{Table, detect};
use tearsheet::line::{lines, measure};
use tearsheet::read::{Reading, State, Observed, View, NEVER, Weights};
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    let p = std::path::Path::new(&path);
    let stem = p.file_name().unwrap().to_string_lossy().split('.').next().unwrap().to_owned();
    let truth = p.parent().unwrap().parent().unwrap().join("truth").join(format!("{stem}.json"));
    let truth: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(truth).unwrap()).unwrap();
    let source = tearsheet::Source::from_text("x", text);
    let text = source.text();
    let table = Table::of(detect(text));
    let found = lines(text);
    let measures = measure(&found.lines);
    let labels = label::label(text, &found.lines, &truth, table);
    let mut reading = tearsheet::read::read(text, &found.lines, &measures, table);
    let _ = (Weights::zero(), NEVER);
    let mode = std::env::var("ORACLE").unwrap_or_default();
    let head = |s: State| matches!(s, State::Headline|State::HeadlineOn|State::Kicker|State::Deck|State::DeckOn|State::Byline|State::Heading|State::HeadingOn|State::Furniture|State::FurnitureOn);
    for i in 0..found.lines.len() {
        if let Some(l) = labels[i] {
            let use_it = match mode.as_str() { "all" => true, "heads" => head(l) || head(reading.states[i]), "bodies" => !head(l), _ => false };
            if use_it {
            reading.states[i] = l;
            reading.openness[i] = if l == State::Opening { 100000 } else { -100000 };
            reading.headness[i] = if l == State::Headline { 100000 } else { -100000 };
            }
        }
    }
    let _ = std::any::type_name::<(Observed, View<'_>, Reading)>();
    let c = tearsheet::compose::compose(text, &found.lines, &measures, &reading, table);
    println!("{}", serde_json::json!({"articles": c.articles, "furniture": c.furniture}));
}

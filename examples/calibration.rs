//! How often articles are right that are as sure as they are: whole, no more than that, and under their own headline.
//!
//!     cargo run --release --example calibration -- FOLDER…
//!
//! A folder holds texts with their truths, as `NAME.txt` beside `NAME.truth.json` or `raw/NAME.X.txt` with
//! `truth/NAME.json`: see `fixtures/` and `examples/fit_weights/pages/`.

use serde_json::Value;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io::{Write, stdout};
use std::path::{Path, PathBuf};
use tearsheet::{Pipeline, Source};

/// The letters of a headline and of a body.
type Letters = (String, String);

/// The lowest confidence of each level.
const LEVELS: [u8; 6] = [0, 30, 50, 70, 85, 95];

fn main() -> Result<(), Box<dyn Error>> {
    let (pipeline, mut counts) = (Pipeline::new(), BTreeMap::<u8, (u32, u32)>::new());
    let mut cases = Vec::new();
    std::env::args().skip(1).for_each(|folder| find(Path::new(&folder), &mut cases));
    for (text, truth) in cases {
        let truth: Value = serde_json::from_str(&fs::read_to_string(truth)?)?;
        let Some(articles) = truth["articles"].as_array() else { continue };
        let truths: Vec<Letters> = articles.iter().map(of_truth).collect();
        let source = Source::from_text("", fs::read_to_string(text)?);
        for article in pipeline.read(&source).articles {
            let head = article.headline.as_ref().map_or("", |head| &head.text);
            let found = (letters(head), article.paragraphs().map(letters).collect());
            let level = LEVELS.into_iter().rfind(|&level| level <= article.confidence);
            let (all, right) = counts.entry(level.unwrap_or_default()).or_default();
            *all += 1;
            *right += u32::from(truths.contains(&found));
        }
    }
    let mut out = stdout().lock();
    writeln!(out, "confidence from  articles  right")?;
    for (level, (all, right)) in counts {
        let share = f64::from(right) / f64::from(all);
        writeln!(out, "{:15.2}  {all:8}  {share:5.2}", f64::from(level) / 100.0)?;
    }
    Ok(())
}

fn of_truth(article: &Value) -> Letters {
    let text = |value: &Value| letters(value.as_str().unwrap_or_default());
    let blocks = article["body"].as_array().into_iter().flatten();
    let paragraphs = blocks.filter(|block| block["type"] == "paragraph");
    (text(&article["headline"]), paragraphs.map(|block| text(&block["text"])).collect())
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The texts below a folder that have a truth.
fn find(folder: &Path, out: &mut Vec<(PathBuf, PathBuf)>) {
    for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let stem = name.split('.').next().unwrap_or_default();
        let truths =
            [path.with_extension("truth.json"), folder.join(format!("../truth/{stem}.json"))];
        if path.is_dir() {
            find(&path, out);
        } else if path.extension().is_some_and(|ext| ext == "txt")
            && let Some(truth) = truths.into_iter().find(|truth| truth.exists())
        {
            out.push((path, truth));
        }
    }
}

//! The articles of the fixtures whose text is known, and how a page sets them.

use crate::fixtures::fixtures;
use serde_json::Value;
use std::fs;
use std::path::Path;
use tearsheet::Language;

/// An article as the truth of its fixture tells it.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    /// The fixture and the number in it, for people.
    pub(crate) name: String,
    pub(crate) language: Language,
    /// Its printed lines.
    pub(crate) headline: Vec<String>,
    pub(crate) bylines: Vec<String>,
    pub(crate) paragraphs: Vec<String>,
}

impl Known {
    pub(crate) fn fixture(&self) -> &str {
        self.name.split(' ').next().unwrap_or_default()
    }
}

/// Every article with paragraphs, in the order of the fixtures' names.
pub(crate) fn known() -> Vec<Known> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut out = Vec::new();
    for fixture in fixtures() {
        let truth = root.join(fixture.name.replace("__", "/") + ".truth.json");
        let truth = fs::read_to_string(truth).expect("each fixture has its truth");
        let truth: Value = serde_json::from_str(&truth).expect("a truth is JSON");
        let articles = truth["articles"].as_array().expect("a truth lists its articles");
        for (at, article) in articles.iter().enumerate() {
            let name = format!("{} {}", fixture.name, at + 1);
            out.extend(article_of(name, article));
        }
    }
    out
}

fn article_of(name: String, article: &Value) -> Option<Known> {
    let language = match name.split("__").next()? {
        "zh" => Language::SimplifiedChinese,
        "zh-Hant" => Language::TraditionalChinese,
        "en" => Language::English,
        "de" => Language::German,
        "fr" => Language::French,
        _ => return None,
    };
    // A picture's caption is no running text, and a verse keeps its lines.
    if article["kind"] == "photo" {
        return None;
    }
    let paragraphs: Vec<String> = article["body"]
        .as_array()?
        .iter()
        .filter(|block| block["type"] == "paragraph")
        .filter_map(|block| block["text"].as_str().map(str::to_owned))
        .collect();
    let verse = paragraphs.iter().all(|paragraph| paragraph.chars().count() < 24);
    if paragraphs.is_empty() || verse {
        return None;
    }
    let headline = article["headline"].as_str().unwrap_or_default();
    let bylines = article["bylines"].as_array()?;
    Some(Known {
        name,
        language,
        headline: headline.split_whitespace().map(str::to_owned).collect(),
        bylines: bylines.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect(),
        paragraphs,
    })
}

/// How the first line of a Chinese paragraph is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum First {
    /// By two U+3000.
    Indented,
    /// Their indent is lost: it is two characters shorter, and that is all.
    Short,
}

/// Sets Chinese paragraphs to lines of `measure` characters. A letter or a digit takes half a character,
/// and a word or a number of them stays on one line.
pub(crate) fn set_han(paragraphs: &[String], measure: usize, first: First) -> String {
    let mut out = String::new();
    for paragraph in paragraphs {
        if first == First::Indented {
            out.push_str("\u{3000}\u{3000}");
        }
        let mut left = (measure - 2) * 2;
        for word in words(paragraph) {
            let wide = word.chars().map(half_characters).sum::<usize>();
            if wide > left {
                out.push('\n');
                left = measure * 2;
            }
            out.push_str(word);
            left = left.saturating_sub(wide);
        }
        out.push('\n');
    }
    out
}

const fn half_characters(character: char) -> usize {
    if character.is_ascii() { 1 } else { 2 }
}

/// The pieces of `text` that no line end parts: its characters, and runs of letters and digits.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = if first.is_ascii_alphanumeric() || first == '.' {
            let end = |c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '%';
            rest.find(end).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

/// Sets Western paragraphs to lines of at most `measure` letters, each first line indented by three.
pub(crate) fn set_western(paragraphs: &[String], measure: usize) -> String {
    let mut out = String::new();
    for paragraph in paragraphs {
        out.push_str("   ");
        let mut used = 3;
        for (at, word) in paragraph.split(' ').enumerate() {
            let wide = word.chars().count();
            if at > 0 && used + 1 + wide > measure {
                out.push('\n');
                used = 0;
            } else if at > 0 {
                out.push(' ');
                used += 1;
            }
            out.push_str(word);
            used += wide;
        }
        out.push('\n');
    }
    out
}

/// A page of articles, each under its head, a blank line between: what a page of one column is.
pub(crate) fn page(articles: &[&Known], measure: usize) -> String {
    let blocks: Vec<String> = articles
        .iter()
        .map(|article| {
            let mut out = article.headline.join("\n") + "\n";
            if !article.bylines.is_empty() {
                out += &format!("本报记者 {}\n", article.bylines.join(" "));
            }
            out + "\n" + &set_han(&article.paragraphs, measure, First::Indented)
        })
        .collect();
    blocks.join("\n")
}

//! One flat row an article, under the names that users of article corpora know.

use serde::Serialize;
use tearsheet::{Article, BlockKind, Credit, CreditRole, Document, Text};

/// An article without its places in the source.
#[derive(Debug, Serialize)]
pub(in super::super) struct Row {
    pub(super) id: String,
    pub(super) source: String,
    pub(super) pages: Vec<usize>,
    pub(super) language: String,
    pub(super) kind: String,
    pub(super) kicker: Option<String>,
    pub(super) headline: Option<String>,
    pub(super) subheadline: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) date: Option<String>,
    pub(super) place: Option<String>,
    pub(super) headings: Vec<String>,
    pub(super) text: String,
    pub(super) confidence: f64,
}

impl Row {
    pub(super) fn to_line(&self) -> String {
        serde_json::to_string(self).expect("a row has string keys only") + "\n"
    }
}

/// The rows of a document, one an article, in order.
pub(super) fn of(document: &Document) -> Vec<Row> {
    document.articles.iter().map(|article| row(document, article)).collect()
}

fn row(document: &Document, article: &Article) -> Row {
    let text = |text: &Option<Text>| text.as_ref().map(|text| text.text.clone());
    let dateline = article.dateline.as_ref();
    let headings = article.body.iter().filter(|block| block.kind == BlockKind::Heading);
    let paragraphs: Vec<&str> = article.paragraphs().collect();
    Row {
        id: format!("{}#{}", document.source.name, article.id),
        source: document.source.name.clone(),
        pages: article.pages.clone(),
        language: name(document.language),
        kind: name(article.kind),
        kicker: text(&article.kicker),
        headline: text(&article.headline),
        subheadline: text(&article.subheadline),
        authors: authors(article),
        date: dateline.and_then(|line| line.date.clone()),
        place: dateline.and_then(|line| line.place.clone()),
        headings: headings.map(|block| block.text.clone()).collect(),
        text: paragraphs.join("\n\n"),
        confidence: f64::from(article.confidence) / 100.0,
    }
}

/// Who wrote it, each once: those of the bylines, and of the credits at the end but for photographers.
fn authors(article: &Article) -> Vec<String> {
    let wrote = |credit: &&Credit| credit.role != CreditRole::Photo;
    let mut out: Vec<String> = Vec::new();
    for name in article.bylines.iter().chain(&article.credits).filter(wrote).flat_map(|c| &c.names)
    {
        if !out.contains(name) {
            out.push(name.clone());
        }
    }
    out
}

/// The name that a value has in JSON.
fn name(value: impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

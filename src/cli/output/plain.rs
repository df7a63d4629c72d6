//! The words alone: head, people, paragraphs, a blank line between them.

use tearsheet::{Article, Document};

/// What stands between two articles.
const RULE: &str = "* * *";

/// The articles of a document.
pub(super) fn of(document: &Document) -> String {
    let articles: Vec<String> = document.articles.iter().map(article).collect();
    let text = articles.join(&format!("\n\n{RULE}\n\n"));
    if text.is_empty() { text } else { text + "\n" }
}

fn article(article: &Article) -> String {
    let heads = [&article.kicker, &article.headline, &article.subheadline].into_iter().flatten();
    let heads = heads.map(|head| head.text.as_str());
    let people = article.bylines.iter().map(|byline| byline.text.as_str());
    let dateline = article.dateline.iter().map(|line| line.text.as_str());
    let body = article.body.iter().map(|block| block.text.as_str());
    let captions = article.captions.iter().map(|caption| caption.text.as_str());
    let credits = article.credits.iter().map(|credit| credit.text.as_str());
    let notes = article.notes.iter().map(|note| note.text.as_str());
    let parts = heads.chain(people).chain(dateline).chain(body).chain(captions).chain(credits);
    parts.chain(notes).collect::<Vec<_>>().join("\n\n")
}

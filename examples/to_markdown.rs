//! Writes the articles of a page as Markdown.
//!
//!     cargo run --example to_markdown -- fixtures/zh/wuhai.txt > wuhai.md

use std::error::Error;
use std::io::{self, Write, stdout};
use tearsheet::{Article, BlockKind, Pipeline};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("give the path of a page's text")?;
    let document = Pipeline::new().run(&path, &std::fs::read(&path)?)?;
    let mut out = stdout().lock();
    for article in &document.articles {
        write_article(&mut out, article)?;
    }
    Ok(())
}

fn write_article(out: &mut impl Write, article: &Article) -> io::Result<()> {
    if let Some(kicker) = &article.kicker {
        writeln!(out, "*{}*\n", escaped(&kicker.text))?;
    }
    let headline = article.headline.as_ref().map_or(&article.id, |head| &head.text);
    writeln!(out, "# {}\n", escaped(headline))?;
    if let Some(deck) = &article.subheadline {
        writeln!(out, "**{}**\n", escaped(&deck.text))?;
    }
    for byline in &article.bylines {
        writeln!(out, "*{}*\n", escaped(&byline.text))?;
    }
    if let Some(dateline) = &article.dateline {
        writeln!(out, "{}\n", escaped(&dateline.text))?;
    }
    for block in &article.body {
        let mark = if block.kind == BlockKind::Heading { "## " } else { "" };
        writeln!(out, "{mark}{}\n", escaped(&block.text))?;
    }
    for caption in &article.captions {
        writeln!(out, "> {}\n", escaped(&caption.text))?;
    }
    for end in article.credits.iter().map(|credit| &credit.text) {
        writeln!(out, "*{}*\n", escaped(end))?;
    }
    for note in &article.notes {
        writeln!(out, "*{}*\n", escaped(&note.text))?;
    }
    Ok(())
}

/// `text` with the marks escaped that Markdown would take for its own.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\\' | '*' | '_' | '`' | '#' | '<' | '[' | ']' | '|') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

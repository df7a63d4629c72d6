//! More pages to learn from, made of the articles of the truths: measures that the
//! cases lack, so that what is learned is how pages are made and not how these are.

use serde_json::{Value, json};

/// A text and its truth.
pub(crate) type Made = (String, Value);

fn articles(truth: &Value) -> impl Iterator<Item = &Value> {
    truth["articles"].as_array().into_iter().flatten()
}

/// Each article of a truth as a page of its own, wrapped at a measure from 7 to 40 characters, with
/// indents or without, with blank lines or without: small pages and measures that the cases lack.
pub(crate) fn single_articles(truths: &[&Value]) -> Vec<Made> {
    let mut out = Vec::new();
    for article in truths.iter().flat_map(|truth| articles(truth)) {
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
        out.push((text, alone));
    }
    out
}

/// Wraps a paragraph: at spaces where it has some, else anywhere, but that marks that may not begin a line
/// hang over its end.
fn wrap(content: &str, measure: usize, first: usize, out: &mut String) {
    if content.is_ascii() || content.split(' ').count() * 12 > content.chars().count() {
        return wrap_words(content, measure * 2, out);
    }
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

fn wrap_words(content: &str, measure: usize, out: &mut String) {
    let mut used = 0;
    for word in content.split_whitespace() {
        let width = word.chars().count();
        if used > 0 && used + 1 + width > measure {
            out.push('\n');
            used = 0;
        } else if used > 0 {
            out.push(' ');
            used += 1;
        }
        *out += word;
        used += width;
    }
    out.push('\n');
}

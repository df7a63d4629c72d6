//! Markdown, for reading.

use tearsheet::{Article, BlockKind, Document};

/// The articles of a document, each under its headline.
pub(super) fn of(document: &Document) -> String {
    document.articles.iter().map(article).collect()
}

fn article(article: &Article) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut push = |before: &str, text: &str, after: &str| {
        parts.push(format!("{before}{}{after}\n\n", escaped(text)));
    };
    if let Some(kicker) = &article.kicker {
        push("*", &kicker.text, "*");
    }
    push("# ", article.headline.as_ref().map_or(&article.id, |head| &head.text), "");
    if let Some(deck) = &article.subheadline {
        push("**", &deck.text, "**");
    }
    article.bylines.iter().for_each(|byline| push("*", &byline.text, "*"));
    if let Some(dateline) = &article.dateline {
        push("", &dateline.text, "");
    }
    for block in &article.body {
        push(if block.kind == BlockKind::Heading { "## " } else { "" }, &block.text, "");
    }
    article.captions.iter().for_each(|caption| push("> ", &caption.text, ""));
    article.credits.iter().for_each(|credit| push("*", &credit.text, "*"));
    article.notes.iter().for_each(|note| push("*", &note.text, "*"));
    parts.concat()
}

/// `text` with the marks escaped that Markdown would take for its own.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let number = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, character) in text.char_indices() {
        let begins_list = matches!(character, '-' | '+' | '>' | '=' | '~') && at == 0;
        let numbers_list = matches!(character, '.' | ')') && at > 0 && at == number;
        let marks = matches!(character, '\\' | '*' | '_' | '`' | '#' | '<' | '[' | ']' | '|' | '&');
        if begins_list || numbers_list || marks {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn escapes_what_would_be_marks() {
        assert_eq!(escaped("1. *a* - b"), r"1\. \*a\* - b");
        assert_eq!(escaped("- b"), r"\- b");
    }
}

//! The promises of the crate, each as a function that says how a document breaks it.
//!
//! One place for all who check them: `tests/promises.rs` on every fixture and on generated pages, the
//! fuzz targets on everything else.

#![allow(dead_code, reason = "each test and fuzz target takes its part")]

use tearsheet::{Document, Pipeline, Repair, RepairKind, Source, Span, line, mend};

/// `Err` says what was broken, and where.
pub(crate) type Kept = Result<(), String>;

/// One text of a document: a headline, a paragraph, a credit, a piece of furniture.
struct Element<'a> {
    /// Where it stands in the document: `a3.body[2]`.
    path: String,
    /// Its article; empty for furniture.
    article: &'a str,
    text: &'a str,
    source: &'a [Span],
    /// What was picked out of the text: names, places, pages.
    parts: Vec<&'a str>,
}

/// Every promise on one document and its source, but for those on reading its text again.
pub(crate) fn faithful(source: &Source, document: &Document) -> Kept {
    valid_spans(source.text(), document)?;
    nothing_lost(source.text(), document)?;
    nothing_invented(source.text(), document)?;
    well_formed(document)
}

/// Bytes are read without panic, and refused only where they are no text: UTF-8 is, but for NUL and what begins as a PDF, a picture
/// or an archive does.
pub(crate) fn never_panics(bytes: &[u8]) -> Kept {
    let marked = ["%PDF-", "GIF8", "PK", "PAR1", "AT&T"].map(str::as_bytes);
    let text = !bytes.contains(&0)
        && std::str::from_utf8(bytes).is_ok()
        && !marked.iter().any(|mark| bytes.starts_with(mark));
    match Pipeline::new().run("page", bytes) {
        Err(error) if !error.is_binary() => Err(format!("the content is an error: {error}")),
        Err(_) if text => Err("text was taken for binary data".to_owned()),
        _ => Ok(()),
    }
}

/// The same bytes give the same document, from a used pipeline and from a new one.
pub(crate) fn deterministic(bytes: &[u8]) -> Kept {
    let pipeline = Pipeline::new();
    let json = |pipeline: &Pipeline| pipeline.run("page", bytes).ok().map(|read| read.to_json());
    let (first, second, third) = (json(&pipeline), json(&pipeline), json(&Pipeline::new()));
    if first == second && first == third {
        Ok(())
    } else {
        Err("the same bytes gave two documents".to_owned())
    }
}

/// Every span lies on character boundaries of `text`, holds something, and has nothing in common with another of its
/// element; repairs stand in the order of the source.
pub(crate) fn valid_spans(text: &str, document: &Document) -> Kept {
    for element in elements(document) {
        if element.source.is_empty() {
            return Err(format!("{} has no place in the source", element.path));
        }
        apart(text, element.source).map_err(|broken| format!("{}: {broken}", element.path))?;
    }
    for diagnostic in &document.diagnostics {
        in_order(text, &diagnostic.source)
            .map_err(|broken| format!("diagnostic {:?}: {broken}", diagnostic.code))?;
    }
    for repair in &document.repairs {
        in_order(text, &[repair.source]).map_err(|broken| format!("{repair:?}: {broken}"))?;
    }
    match document.repairs.windows(2).find(|pair| pair[0].source.start > pair[1].source.start) {
        Some(pair) => Err(format!("repairs out of order: {pair:?}")),
        None => Ok(()),
    }
}

/// Rows and columns that the extractor ran through each other stand in the order in which they are read.
fn apart(text: &str, spans: &[Span]) -> Kept {
    let mut sorted = spans.to_vec();
    sorted.sort_unstable();
    in_order(text, &sorted)
}

fn in_order(text: &str, spans: &[Span]) -> Kept {
    let mut end = 0;
    for span in spans {
        if span.is_empty() || text.get(span.range()).is_none() {
            return Err(format!("{span:?} is no piece of the source"));
        }
        if span.start < end {
            return Err(format!("{span:?} begins before {end}, where the one before it ends"));
        }
        end = span.end;
    }
    Ok(())
}

/// Each character of `text` that is no white space stands in the spans of exactly one element. Only
/// characters that a [`RepairKind::Control`] took out, hyphens of torn words and repeated quotes may stand in none.
pub(crate) fn nothing_lost(text: &str, document: &Document) -> Kept {
    let mut covered = vec![0_u8; text.len()];
    for element in elements(document) {
        for span in element.source {
            let piece = text.get(span.range()).ok_or_else(|| format!("bad span {span:?}"))?;
            for (at, _) in piece.char_indices() {
                let count = &mut covered[span.start + at];
                *count = count.saturating_add(1);
            }
        }
    }
    let mut taken_out = vec![false; text.len()];
    for repair in document.repairs.iter().filter(|repair| takes_out(repair)) {
        if let Some(bytes) = taken_out.get_mut(repair.source.range()) {
            bytes.fill(true);
        }
    }
    for (at, character) in text.char_indices().filter(|(_, character)| !character.is_whitespace()) {
        let count = covered[at];
        if count > 1 || count == 0 && !taken_out[at] {
            let holders: Vec<String> = elements(document)
                .into_iter()
                .filter(|element| element.source.iter().any(|span| span.range().contains(&at)))
                .map(|element| element.path)
                .collect();
            let near = around(text, at);
            return Err(format!(
                "{character:?} at byte {at} stands in {count} elements {holders:?}, near {near:?}"
            ));
        }
    }
    Ok(())
}

/// The characters of each element are those of its spans, after the repairs of kind
/// [`RepairKind::Unify`], [`RepairKind::Control`], [`RepairKind::Hyphen`] and [`RepairKind::Quote`]; all other repairs
/// change white space only. What is picked out of an element stands in its text.
pub(crate) fn nothing_invented(text: &str, document: &Document) -> Kept {
    let changes: Vec<&Repair> = document.repairs.iter().filter(|r| changes_glyphs(r)).collect();
    if let Some(repair) = changes.iter().find(|repair| !of_a_hyphen(text, repair)) {
        return Err(format!("{repair:?} takes other text for a hyphen"));
    }
    let all = elements(document);
    for element in &all {
        let expected = element.source.iter().map(|&span| mended(text, span, &changes)).collect();
        same(&glyphs(element.text), &expected, &element.path)?;
        for part in &element.parts {
            // 文/图 at the end names by its picture who stands in the byline.
            let mut same_article = all.iter().filter(|other| other.article == element.article);
            let part_glyphs = glyphs(part);
            let found = same_article.any(|other| glyphs(other.text).contains(&part_glyphs));
            if part_glyphs.is_empty() || !found {
                return Err(format!("{}: {part:?} stands nowhere in its article", element.path));
            }
        }
    }
    // What becomes of a hyphen is known only after its line was closed up.
    let of_line: Vec<&Repair> =
        changes.iter().copied().filter(|repair| repair.kind != RepairKind::Hyphen).collect();
    for repair in document.repairs.iter().filter(|repair| !changes_glyphs(repair)) {
        let found = glyphs(&repair.text);
        let may = |changes: &[&Repair]| found == mended(text, repair.source, changes);
        if !may(&changes) && !may(&of_line) && !may(&[]) {
            return Err(format!("{repair:?} changes more than white space"));
        }
    }
    Ok(())
}

fn takes_out(repair: &Repair) -> bool {
    matches!(repair.kind, RepairKind::Control | RepairKind::Quote)
        || repair.kind == RepairKind::Hyphen && repair.text.is_empty()
}

/// The repair of a hyphen speaks of no more than the mark and, in old German spelling, the letter before it.
fn of_a_hyphen(text: &str, repair: &Repair) -> bool {
    let taken = glyphs(text.get(repair.source.range()).unwrap_or_default());
    repair.kind != RepairKind::Hyphen || taken.chars().count() <= 2
}

fn changes_glyphs(repair: &Repair) -> bool {
    use RepairKind::{Control, Hyphen, Quote, Unify};
    matches!(repair.kind, Unify | Control | Hyphen | Quote)
}

/// The glyphs of `span` after those of `changes` that lie in it; `changes` are in order.
fn mended(text: &str, span: Span, changes: &[&Repair]) -> String {
    let mut out = String::new();
    let mut at = span.start;
    let first = changes.partition_point(|repair| repair.source.start < span.start);
    for repair in &changes[first..] {
        if repair.source.end > span.end {
            break;
        }
        if repair.source.start < at {
            continue;
        }
        out.push_str(text.get(at..repair.source.start).unwrap_or_default());
        out.push_str(&repair.text);
        at = repair.source.end;
    }
    out.push_str(text.get(at..span.end).unwrap_or_default());
    glyphs(&out)
}

fn same(found: &str, expected: &String, path: &str) -> Kept {
    if found == expected {
        return Ok(());
    }
    let differs = found.char_indices().zip(expected.chars()).find(|((_, a), b)| a != b);
    let at = differs.map_or(found.len().min(expected.len()), |((at, _), _)| at);
    Err(format!(
        "{path} differs from its source: {:?}, where the source has {:?}",
        around(found, at),
        around(expected, at)
    ))
}

/// Numbers, names and order are what the schema says, and the JSON reads back as the same document.
pub(crate) fn well_formed(document: &Document) -> Kept {
    if document.schema != tearsheet::SCHEMA {
        return Err(format!("schema {:?}", document.schema));
    }
    for (index, article) in document.articles.iter().enumerate() {
        let id = &article.id;
        if *id != format!("a{}", index + 1) {
            return Err(format!("article {} is called {id}", index + 1));
        }
        let pages = &article.pages;
        let last = document.source.pages;
        if pages.is_empty() || !pages.is_sorted() || pages.iter().any(|p| !(1..=last).contains(p)) {
            return Err(format!("{id} stands on pages {pages:?} of {last}"));
        }
        if article.confidence > 100 {
            return Err(format!("{id} has the confidence {}", article.confidence));
        }
    }
    if let Some(element) = elements(document).iter().find(|e| e.text.trim() != e.text) {
        return Err(format!("{} has white space around it: {:?}", element.path, element.text));
    }
    match serde_json::from_str::<Document>(&document.to_json()) {
        Ok(back) if back == *document => Ok(()),
        Ok(_) => Err("the JSON reads back as another document".to_owned()),
        Err(error) => Err(format!("the JSON does not read back: {error}")),
    }
}

/// The paragraphs of each article, read again with a blank line between, come back unchanged.
///
/// This holds where paragraphs are whole. On a page of fragments reading again may join what was left
/// apart, so that only [`mended_once`] is promised there.
pub(crate) fn idempotent(document: &Document) -> Kept {
    for article in &document.articles {
        let first: Vec<&str> = article.paragraphs().collect();
        let again = read_again(document, &first.join("\n\n"));
        let second = paragraphs(&again);
        let count = first.len().max(second.len());
        if let Some(at) = (0..count).find(|&at| first.get(at) != second.get(at)) {
            return Err(format!(
                "{}: paragraph {} of {}, {:?}, came back as {:?} of {}",
                article.id,
                at + 1,
                first.len(),
                first.get(at),
                second.get(at),
                second.len()
            ));
        }
    }
    Ok(())
}

/// Mended text needs no mending: in a paragraph that is read again by itself no character and no space
/// changes, whatever role it is given.
pub(crate) fn mended_once(document: &Document) -> Kept {
    for paragraph in paragraphs(document) {
        let again = read_again(document, paragraph);
        if let Some(repair) = again.repairs.first() {
            return Err(format!(
                "read again, a text is mended again: {repair:?} in {:?}",
                around(paragraph, repair.source.start)
            ));
        }
    }
    Ok(())
}

/// `text` of `document`, read in the language of the document: that of a few words alone may be told otherwise.
fn read_again(document: &Document, text: &str) -> Document {
    Pipeline::new().language(document.language).read(&Source::from_text("again", text))
}

/// Mending, alone, changes nothing the second time: *join* and *close up* on the lines of `text`, then
/// on what they gave.
pub(crate) fn closed_up_once(text: &str) -> Kept {
    let close = |text: &str| {
        let mut repairs = Vec::new();
        let mut stretch =
            mend::join(text, &line::lines(text).lines, &mend::Hyphens::default(), &mut repairs);
        mend::close_up(&mut stretch, &mut repairs);
        stretch.text()
    };
    let first = close(text);
    let second = close(&first);
    if first == second {
        return Ok(());
    }
    let differs = first.char_indices().zip(second.chars()).find(|((_, a), b)| a != b);
    let at = differs.map_or(first.len().min(second.len()), |((at, _), _)| at);
    Err(format!("mended {:?}, mended again {:?}", around(&first, at), around(&second, at)))
}

fn paragraphs(document: &Document) -> Vec<&str> {
    document.articles.iter().flat_map(|article| article.paragraphs()).collect()
}

/// Every element of the document that has text and spans.
fn elements(document: &Document) -> Vec<Element<'_>> {
    let mut out = Vec::new();
    let mut add = |article, what: String, text, source, parts| {
        let path = if str::is_empty(article) { what } else { format!("{article}.{what}") };
        out.push(Element { path, article, text, source, parts });
    };
    for article in &document.articles {
        let id = article.id.as_str();
        let heads = [
            ("kicker", &article.kicker),
            ("headline", &article.headline),
            ("subheadline", &article.subheadline),
        ];
        for (what, head) in heads {
            if let Some(head) = head {
                add(id, what.to_owned(), head.text.as_str(), head.source.as_slice(), vec![]);
            }
        }
        for (what, credits) in [("bylines", &article.bylines), ("credits", &article.credits)] {
            for (at, credit) in credits.iter().enumerate() {
                let names = credit.names.iter().map(String::as_str).collect();
                add(id, format!("{what}[{at}]"), &credit.text, &credit.source, names);
            }
        }
        if let Some(line) = &article.dateline {
            let parts = [&line.agency, &line.place, &line.date];
            let parts = parts.into_iter().filter_map(Option::as_deref).collect();
            add(id, "dateline".to_owned(), &line.text, &line.source, parts);
        }
        for (at, block) in article.body.iter().enumerate() {
            add(id, format!("body[{at}]"), &block.text, &block.source, vec![]);
        }
        for (what, texts) in [("captions", &article.captions), ("notes", &article.notes)] {
            for (at, text) in texts.iter().enumerate() {
                add(id, format!("{what}[{at}]"), &text.text, &text.source, vec![]);
            }
        }
        let jumps =
            [("continued_from", &article.continued_from), ("continued_on", &article.continued_on)];
        for (what, jump) in jumps {
            if let Some(jump) = jump {
                let page = jump.page.as_deref().into_iter().collect();
                add(id, what.to_owned(), &jump.text, &jump.source, page);
            }
        }
    }
    for (at, piece) in document.furniture.iter().enumerate() {
        add("", format!("furniture[{at}]"), &piece.text, &piece.source, vec![]);
    }
    out
}

/// The characters of `text` that are no white space.
fn glyphs(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

/// Some characters of `text` before and after byte `at`, for people to find the place.
fn around(text: &str, at: usize) -> String {
    let (before, after) = text.split_at(text.floor_char_boundary(at));
    let mut out: Vec<char> = before.chars().rev().take(12).collect();
    out.reverse();
    out.into_iter().chain(after.chars().take(12)).collect()
}

//! Explaining: each line with its role, its article, its measure and what decided.

use super::args::Explain;
use super::input::read_one;
use super::options::Size;
use super::plan::LIMIT;
use super::terminal::visible;
use super::{Status, config, terminal};
use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write, stdout};
use tearsheet::line::Fill;
use tearsheet::read::{Explanation, Reason};
use tearsheet::{Document, Pipeline, Source};

/// Lines longer than this are cut.
const CHARACTERS: usize = 60;

/// Prints the lines of a source.
///
/// # Errors
///
/// Where standard output cannot be written.
pub(super) fn explain(args: &Explain) -> io::Result<Status> {
    let options = match config::read(None) {
        Ok(options) => options,
        Err(reason) => {
            terminal::complain("options", &reason);
            return Ok(Status::Failed);
        }
    };
    let mut pipeline = Pipeline::new();
    if let Some(language) = args.language.or(options.language) {
        pipeline = pipeline.language(language);
    }
    if let Some(encoding) = args.encoding.or(options.encoding) {
        pipeline = pipeline.encoding(encoding.0);
    }
    let limit = args.max_size.or(options.max_size).map_or(LIMIT, |Size(bytes)| bytes);
    let source = match read_one(&args.source, &pipeline.clone().limit(limit), limit) {
        Ok(source) => source,
        Err(failure) => {
            terminal::complain(&args.source.display().to_string(), &failure.message);
            return Ok(Status::Failed);
        }
    };
    let owners = owners(&pipeline.read(&source));
    let mut out = BufWriter::new(stdout().lock());
    for line in pipeline.explain(&source) {
        print(&mut out, &source, &line, &owners, args.evidence)?;
    }
    out.flush()?;
    Ok(Status::Done)
}

/// What the text from each place on belongs to: an article by its id, or furniture.
fn owners(document: &Document) -> BTreeMap<usize, String> {
    let mut out = BTreeMap::new();
    for article in &document.articles {
        let heads = [&article.kicker, &article.headline, &article.subheadline];
        let texts = heads.into_iter().flatten().chain(&article.captions).chain(&article.notes);
        let credits = article.bylines.iter().chain(&article.credits).map(|credit| &credit.source);
        let jumps = [&article.continued_from, &article.continued_on].into_iter().flatten();
        let spans = texts
            .map(|text| &text.source)
            .chain(credits)
            .chain(article.dateline.iter().map(|line| &line.source))
            .chain(article.body.iter().map(|block| &block.source))
            .chain(jumps.map(|jump| &jump.source));
        out.extend(spans.flatten().map(|span| (span.start, article.id.clone())));
    }
    let furniture = document.furniture.iter().flat_map(|piece| &piece.source);
    out.extend(furniture.map(|span| (span.start, "-".to_owned())));
    out
}

fn print(
    out: &mut impl Write,
    source: &Source,
    line: &Explanation,
    owners: &BTreeMap<usize, String>,
    evidence: usize,
) -> io::Result<()> {
    let owner = owners.range(..=line.source.start).next_back().map_or("-", |(_, owner)| owner);
    let measure = format!("{}/{} {}", line.width, line.measure.width, fill(line.measure.fill));
    let text: String = source.text()[line.source.range()].chars().take(CHARACTERS).collect();
    writeln!(
        out,
        "{:5}  {:<14} {owner:<4} {measure:<15} {}",
        line.number,
        line.state,
        visible(&text)
    )?;
    let Some(rival) = line.rival else { return Ok(()) };
    let told = |reason: &Reason| format!("{} {:+}", reason.evidence, reason.points);
    let speaks: Vec<String> =
        line.reasons.iter().filter(|reason| reason.points > 0).take(evidence).map(told).collect();
    let against: Vec<String> = (line.reasons.iter().rev().filter(|reason| reason.points < 0))
        .take(evidence.div_ceil(2))
        .map(told)
        .collect();
    let parts = [speaks.join(", "), against.join(", ")];
    let parts = parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>();
    writeln!(out, "{:7}over {} by {}: {}", "", rival, line.margin, parts.join("; against it "))
}

const fn fill(fill: Fill) -> &'static str {
    match fill {
        Fill::Tiny => "tiny",
        Fill::Half => "half",
        Fill::Short => "short",
        Fill::TwoShort => "two short",
        Fill::Full => "full",
        Fill::Over => "over",
    }
}

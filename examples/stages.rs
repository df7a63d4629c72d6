//! Runs the stages one by one and shows what each gives, line by line.
//!
//!     cargo run --example stages -- fixtures/zh/wuhai.txt

use std::error::Error;
use std::io::{Write, stdout};
use tearsheet::language::{self, Table};
use tearsheet::{Source, compose, line, mend, read};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("give the path of a page's text")?;
    let mut out = stdout().lock();

    let source = Source::decode(&path, &std::fs::read(&path)?)?;
    let text = source.text();
    let table = Table::of(language::detect(text));
    let found = line::lines(text);
    writeln!(out, "{} lines on {} pages, {}", found.count, found.pages, table.language)?;

    // Columns that stand side by side are cut apart, the pieces of broken rows put together, woven columns parted.
    let lines = line::rejoin(text, line::cut(text, found.lines, table));
    let lines = line::unweave(text, lines, table).lines;
    let measures = line::measure(&lines);
    let reading = read::read(text, &lines, &measures, table);
    for ((line, measure), state) in lines.iter().zip(&measures).zip(&reading.states) {
        let content = &text[line.span.range()];
        let fill = format!("{}/{} {:?}", line.width, measure.width, measure.fill);
        writeln!(out, "{:5} {fill:<14} {state:<14} {content}", line.number)?;
    }

    let hyphens = mend::Hyphens::new(text, &lines, table);
    let mut composed = compose::compose(text, &lines, &measures, &reading, table, &hyphens);
    compose::join_continuations(text, &mut composed, source.parts(), &hyphens);
    writeln!(
        out,
        "{} articles, {} pieces of furniture, {} repairs, {} diagnostics",
        composed.articles.len(),
        composed.furniture.len(),
        composed.repairs.len(),
        composed.diagnostics.len()
    )?;
    Ok(())
}

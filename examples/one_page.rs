//! Prints who wrote what: the headline and the bylines of each article of a page.
//!
//!     cargo run --example one_page -- fixtures/zh/wuhai.txt

use std::error::Error;
use std::io::{Write, stdout};
use tearsheet::{Credit, Pipeline};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("give the path of a page's text")?;
    let document = Pipeline::new().run(&path, &std::fs::read(&path)?)?;
    let mut out = stdout().lock();
    for article in &document.articles {
        let headline = article.headline.as_ref().map_or("(no headline)", |head| &head.text);
        writeln!(out, "{} {headline}", article.id)?;
        for Credit { role, names, .. } in article.bylines.iter().chain(&article.credits) {
            writeln!(out, "    {role:?}: {}", names.join(", "))?;
        }
    }
    Ok(())
}

//! Prints the document of a file as JSON.
//!
//!     cargo run --example document -- fixtures/zh/wuhai.txt

use std::error::Error;
use std::io::Write;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("give the path of a page's text")?;
    let document = tearsheet::Pipeline::new().run(&path, &std::fs::read(&path)?)?;
    writeln!(std::io::stdout(), "{}", document.to_json_pretty())?;
    Ok(())
}

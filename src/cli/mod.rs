//! The command line: sources in, documents out.
//!
//! - `args.rs`: what was typed;
//! - `input.rs`: reading a source and saying what is wrong with one;
//! - `output.rs`: standard output or a file that is never left half written.

mod args;
mod input;
mod output;

use args::{Args, Format};
use clap::Parser;
use input::Input;
use output::Output;
use std::io::{self, Write};
use std::process::ExitCode;
use tearsheet::Pipeline;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    /// Every source was read and every document written.
    Done = 0,
    /// Some source could not be read; the documents of the others were written.
    SomeFailed = 1,
    /// Nothing could be done: wrong use, no source that could be read, or no place to write to.
    Failed = 2,
}

/// Runs the program and gives its exit status.
pub(crate) fn run() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            // Help and version come this way too, with status 0. A closed pipe is no reason to panic.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() {
                Status::Failed as u8
            } else {
                Status::Done as u8
            });
        }
    };
    let status = convert(&args).unwrap_or_else(|error| {
        if error.kind() == io::ErrorKind::BrokenPipe {
            // Whoever read the documents has enough of them.
            return Status::Done;
        }
        complain(&args.place(), &format!("cannot write: {error}"));
        Status::Failed
    });
    ExitCode::from(status as u8)
}

/// Reads the sources one after the other and writes their documents.
fn convert(args: &Args) -> io::Result<Status> {
    let mut pipeline = Pipeline::new().limit(args.max_size);
    if let Some(language) = args.language {
        pipeline = pipeline.language(language.into());
    }
    let format =
        args.format.unwrap_or(if args.sources.len() == 1 { Format::Json } else { Format::Jsonl });
    let mut output = Output::open(args.output.as_deref())?;
    let (mut done, mut failed) = (0, 0);
    for source in &args.sources {
        let input = Input::new(source);
        let document = input.read(args.max_size).and_then(|bytes| {
            pipeline.run(&input.name(), &bytes).map_err(|error| input.explain(&error))
        });
        match document {
            Ok(document) => {
                let text = match format {
                    Format::Json => document.to_json_pretty(),
                    Format::Jsonl => document.to_json(),
                };
                writeln!(output, "{text}")?;
                done += 1;
            }
            Err(reason) => {
                complain(&input.name(), &reason);
                failed += 1;
            }
        }
    }
    if done == 0 {
        return Ok(Status::Failed);
    }
    output.finish()?;
    Ok(if failed == 0 { Status::Done } else { Status::SomeFailed })
}

/// One line on standard error: what it is about, and what is wrong.
fn complain(about: &str, reason: &str) {
    // There is nobody to tell where standard error is closed as well.
    let _ = writeln!(io::stderr().lock(), "tearsheet: {}: {}", visible(about), visible(reason));
}

/// The text with controls, terminal escapes and bidirectional marks written as `\u{…}`.
fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        let hidden = matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
        if character.is_control() || hidden {
            out.extend(character.escape_unicode());
        } else {
            out.push(character);
        }
    }
    out
}

//! The command line: sources in, documents out.
//!
//! - `args.rs`, `options.rs`, `config.rs`: what was typed, and what the configuration file says;
//! - `plan.rs`, `apart.rs`: what it means, and that no source is overwritten;
//! - `input/`: finding and reading sources;
//! - `output/`: rendering documents and putting them where they go;
//! - `run.rs`: work on all threads, results in order;
//! - `tasks.rs`, `convert.rs`, `rehearse.rs`: what is to be done, doing it, and saying it; `failure.rs`, `interrupt.rs`: what comes between;
//! - `progress.rs`, `summary.rs`, `terminal.rs`: what people are told;
//! - `explain.rs`: why each line was read as what.

mod apart;
mod args;
mod config;
mod convert;
mod explain;
mod failure;
mod input;
mod interrupt;
mod options;
mod output;
mod plan;
mod progress;
mod rehearse;
mod run;
mod summary;
mod tasks;
mod terminal;

use args::{Cli, Command, Convert};
use clap::{CommandFactory, Parser};
use plan::Plan;
use std::io::{self, Write};
use std::process::ExitCode;
use terminal::complain;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    /// Every source was read and every document written.
    Done = 0,
    /// Some source could not be read; the documents of the others were written.
    SomeFailed = 1,
    /// Nothing could be done, or not to the end: wrong use, no source that could be read, or output that
    /// cannot be written.
    Failed = 2,
    /// Stopped by Ctrl-C or a request to end: 128 and the number of the signal, as shells have it.
    Interrupted = 130,
}

/// The JSON Schema of the documents, as it is committed.
const SCHEMA: &str = include_str!("../../schema/tearsheet-1.json");

/// Runs the program and gives its exit status.
pub(crate) fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
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
    let status = match &cli.command {
        None => convert(cli.convert),
        Some(command) => {
            print(command).unwrap_or_else(|error| unwritten("standard output", &error))
        }
    };
    ExitCode::from(status as u8)
}

fn convert(convert: Convert) -> Status {
    let Convert { sources, options, config, dry_run } = convert;
    let plan = config::read(config.as_deref())
        .and_then(|configured| Plan::new(sources, options.or(configured)))
        .and_then(|plan| apart::check(&plan).map(|()| plan));
    let plan = match plan {
        Ok(plan) => plan,
        Err(reason) => {
            complain("options", &reason);
            return Status::Failed;
        }
    };
    interrupt::listen()
        .and_then(|()| if dry_run { rehearse::rehearse(&plan) } else { convert::convert(&plan) })
        .unwrap_or_else(|error| unwritten(&plan.place(), &error))
}

fn print(command: &Command) -> io::Result<Status> {
    let mut out = io::stdout().lock();
    match command {
        Command::Explain(args) => return explain::explain(args),
        Command::Schema => out.write_all(SCHEMA.as_bytes())?,
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Cli::command(), "tearsheet", &mut script);
            out.write_all(&script)?;
        }
        Command::Man => clap_mangen::Man::new(Cli::command()).render(&mut out)?,
    }
    out.flush()?;
    Ok(Status::Done)
}

/// Says why `place` cannot be written to.
fn unwritten(place: &str, error: &io::Error) -> Status {
    let todo = match error.kind() {
        // Whoever read the documents has enough of them.
        io::ErrorKind::BrokenPipe => return Status::Done,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            "; make room; with --out-dir, --resume goes on where it stopped"
        }
        io::ErrorKind::NotFound => "; make the folder that it goes into",
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
            "; a file stands where a folder must be"
        }
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "; name a place where you may write"
        }
        _ => "",
    };
    complain(place, &format!("cannot write: {error}{todo}"));
    Status::Failed
}

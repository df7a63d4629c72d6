//! Converting: the jobs of a plan are done and their documents put where they go.

use super::failure::Failure;
use super::input::jobs;
use super::output::{self, Folder, Rendered, Shards, Stream};
use super::plan::{Plan, Target};
use super::progress::Progress;
use super::run::in_order;
use super::summary::Summary;
use super::tasks::{Place, Task, tasks};
use super::{Status, interrupt, terminal, unwritten};
use output::{Kept, Whole, render};
use rayon::ThreadPoolBuilder;
use serde::Serialize;
use std::cell::Cell;
use std::fs::File;
use std::io::{self, IsTerminal, Stdout, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What came of a task.
struct Outcome {
    name: String,
    document: Option<Rendered>,
    summary: Summary,
    failures: Vec<(String, Failure)>,
    place: Place,
}

/// Where documents go.
enum Sink {
    Standard(Stream<Stdout>),
    File(Stream<Whole>),
    Folder(Folder),
    Shards(Shards),
}

/// One line of the file of failures.
#[derive(Serialize)]
struct Recorded<'a> {
    source: &'a str,
    error: &'static str,
    message: &'a str,
}

/// Does what the plan says.
///
/// # Errors
///
/// Where documents or failures cannot be written.
pub(super) fn convert(plan: &Plan) -> io::Result<Status> {
    let pool =
        ThreadPoolBuilder::new().num_threads(plan.threads).build().map_err(io::Error::other)?;
    // Before anything is written: a wrong pattern must leave what is there as it is.
    let jobs = match jobs(plan) {
        Ok(jobs) => jobs,
        Err(reason) => {
            terminal::complain("options", &reason);
            return Ok(Status::Failed);
        }
    };
    let named = match plan.errors.as_deref().map(|path| (path, File::create(path))) {
        Some((path, Err(error))) => return Ok(unwritten(&path.display().to_string(), &error)),
        Some((_, Ok(file))) => Some(file),
        None => None,
    };
    let (mut sink, kept, mut errors) = open(plan, named)?;
    let mut progress = Progress::new(plan);
    let mut summary = Summary::default();
    let (skipped, parts) = (Cell::new(0), Cell::new(0));
    let tasks =
        tasks(plan, jobs, kept.as_ref(), &skipped, &parts).take_while(|_| !interrupt::asked());
    in_order(
        &pool,
        tasks,
        |task| read(task, plan),
        |outcome| {
            let Outcome { name, document, summary: mut one, mut failures, place } = outcome;
            if let Err(error) = sink.put(place, document, failures.is_empty()) {
                failures.push((name, misplaced(error)?));
                one = Summary { failures: failures.len(), ..Summary::default() };
            }
            summary += &one;
            summary.skipped = skipped.get();
            for (name, failure) in &failures {
                progress.complain(name, failure);
                record(errors.as_mut(), name, failure)?;
            }
            progress.show(&summary);
            Ok(())
        },
    )?;
    summary.skipped = skipped.get();
    let interrupted = interrupt::asked();
    if summary.documents + summary.skipped == 0 {
        if summary.failures == 0 && !interrupted {
            progress.complain(&plan.asked(), &Failure::new("nothing", "no source was found there"));
        }
        // Sources that all fail now leave none of the rows that they gave before.
        if !interrupted && parts.get() > 0 {
            sink.finish(parts.get())?;
        }
        return Ok(if interrupted { Status::Interrupted } else { Status::Failed });
    }
    // A file that lacks documents must not look whole, and of files to come none is known then.
    if !interrupted || matches!(sink, Sink::Standard(_)) {
        sink.finish(parts.get())?;
    }
    let failures = summary.failures;
    progress.end(&summary);
    Ok(match (interrupted, failures) {
        (true, _) => Status::Interrupted,
        (false, 0) => Status::Done,
        (false, _) => Status::SomeFailed,
    })
}

/// Why a document has no place, where that is for the name of its source; the error back where it is not.
fn misplaced(error: io::Error) -> io::Result<Failure> {
    let reason = match error.kind() {
        io::ErrorKind::InvalidFilename => "its name is too long for that of a document; rename it",
        io::ErrorKind::IsADirectory => "a folder stands in the place of its document; move that",
        _ => return Err(error),
    };
    Ok(Failure::new("no-place", reason))
}

/// Opens what is written to: documents, what is kept of them, and failures, in the file `named` if there is one.
fn open(plan: &Plan, named: Option<File>) -> io::Result<(Sink, Option<Kept>, Option<File>)> {
    match &plan.target {
        Target::Standard => {
            Ok((Sink::Standard(output::standard(plan.shape, plan.packing)?), None, named))
        }
        Target::File(path) => {
            Ok((Sink::File(output::file(path, plan.shape, plan.packing)?), None, named))
        }
        Target::Folder { folder, shard, earlier } => {
            let (folder, kept) = Folder::open(folder, earlier, &plan.fingerprint())?;
            let errors = match named {
                Some(errors) => errors,
                None => folder.errors("errors.jsonl".as_ref())?,
            };
            let sink = match shard {
                Some(_) => Sink::Shards(Shards::new(folder, plan)),
                None => Sink::Folder(folder),
            };
            Ok((sink, Some(kept), Some(errors)))
        }
    }
}

/// Reads the source of a task and renders its document.
fn read(task: Task, plan: &Plan) -> Outcome {
    let Task { job, place } = task;
    let name = job.name.clone();
    let read = || {
        let loaded = job.load(&plan.pipeline, plan.limit);
        let document = loaded.source.map(|source| plan.pipeline.read(&source));
        let mut summary = document.as_ref().map(Summary::of).unwrap_or_default();
        summary.failures = loaded.failures.len();
        let document = document.map(|document| match (render(&document, plan.shape), &place) {
            (document, Place::File(..)) => document.packed(plan.packing),
            (document, _) => document,
        });
        (document, summary, loaded.failures)
    };
    // A night's work must not end with a defect of this program that one page brings out.
    let (document, summary, failures) = catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| {
        let reason = "a defect of tearsheet stopped the reading; please report it with the file";
        let summary = Summary { failures: 1, ..Summary::default() };
        (None, summary, vec![(name.clone(), Failure::new("defect", reason))])
    });
    Outcome { name, document, summary, failures, place }
}

fn record(errors: Option<&mut File>, name: &str, failure: &Failure) -> io::Result<()> {
    let Some(errors) = errors else { return Ok(()) };
    let line = Recorded { source: name, error: failure.code, message: &failure.message };
    errors.write_all((serde_json::to_string(&line)? + "\n").as_bytes())
}

impl Sink {
    /// Puts a document in its place; `sound` where all of its source could be read.
    fn put(&mut self, place: Place, document: Option<Rendered>, sound: bool) -> io::Result<()> {
        match (self, place, document) {
            (Self::Shards(shards), Place::Shard(shard), document) => {
                shards.put(&shard, document, sound)
            }
            (_, _, None) => Ok(()),
            (Self::Standard(stream), _, Some(Rendered::Bytes(bytes)))
                if io::stdout().is_terminal() =>
            {
                let shown = terminal::shown(&String::from_utf8_lossy(&bytes));
                stream.put(Rendered::Bytes(shown.into_bytes()))
            }
            (Self::Standard(stream), _, Some(document)) => stream.put(document),
            (Self::File(stream), _, Some(document)) => stream.put(document),
            (Self::Folder(folder), Place::File(output, stamp), Some(Rendered::Bytes(bytes))) => {
                // What lacks a page is made again by a resumed run.
                folder.write(&output, &bytes, stamp.filter(|_| sound))
            }
            _ => unreachable!("tasks are made for the sink"),
        }
    }

    /// Ends what is written; of files of rows there are so many.
    fn finish(self, parts: usize) -> io::Result<()> {
        match self {
            Self::Standard(stream) => stream.finish(),
            Self::File(stream) => stream.finish(),
            Self::Shards(shards) => shards.finish(parts),
            Self::Folder(_) => Ok(()),
        }
    }
}

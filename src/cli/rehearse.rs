//! A dry run: which sources there are and where their documents would go. No text is read but that of JSONL and Parquet, whose
//! lines are the sources, and nothing is written.

use super::input::{Content, jobs};
use super::output::Kept;
use super::plan::{Earlier, Plan, Target};
use super::progress::say;
use super::tasks::{Place, tasks};
use super::terminal::{complain, visible};
use super::{Status, interrupt, unwritten};
use std::cell::Cell;
use std::io::{self, Write, stdout};
use std::path::Path;

/// Prints each source and, after a tab, the file that its document would go to, a line each whatever their names hold.
///
/// # Errors
///
/// Where what an earlier run left cannot be read.
pub(super) fn rehearse(plan: &Plan) -> io::Result<Status> {
    let jobs = match jobs(plan) {
        Ok(jobs) => jobs,
        Err(reason) => {
            complain("options", &reason);
            return Ok(Status::Failed);
        }
    };
    let kept = match &plan.target {
        Target::Folder { folder, earlier: Earlier::Keep, .. } => {
            Kept::of(folder, &plan.fingerprint())?
        }
        _ => None,
    };
    if let Target::Folder { folder, .. } = &plan.target
        && folder.exists()
        && !folder.is_dir()
    {
        return Ok(unwritten(&plan.place(), &io::ErrorKind::NotADirectory.into()));
    }
    let within = |output: &Path| Path::new(&plan.place()).join(output).display().to_string();
    let (skipped, parts) = (Cell::new(0), Cell::new(0));
    let (mut read, mut failed) = (0, 0);
    let mut out = io::BufWriter::new(stdout().lock());
    let tasks = tasks(plan, jobs, kept.as_ref(), &skipped, &parts);
    for task in tasks.take_while(|_| !interrupt::asked()) {
        if let Content::Unreadable(failure) = &task.job.content {
            complain(&task.job.name, &failure.message);
            failed += 1;
            continue;
        }
        let to = match &task.place {
            Place::Stream if plan.target == Target::Standard => "-".to_owned(),
            Place::Stream => plan.place(),
            Place::File(output, _) => within(output),
            Place::Shard(shard) => within(&shard.output),
        };
        if let Err(error) = writeln!(out, "{}\t{}", visible(&task.job.name), visible(&to)) {
            return Ok(unwritten("standard output", &error));
        }
        read += 1;
    }
    if let Err(error) = out.flush() {
        return Ok(unwritten("standard output", &error));
    }
    if interrupt::asked() {
        return Ok(Status::Interrupted);
    }
    if read + failed + skipped.get() == 0 {
        complain(&plan.asked(), "no source was found there");
    }
    let before = match skipped.get() {
        0 => String::new(),
        skipped => format!("; {skipped} were finished before"),
    };
    if !plan.quiet {
        say(&format!("{read} documents would be made, {failed} sources cannot be read{before}"));
    }
    Ok(match (read + skipped.get(), failed) {
        (0, _) => Status::Failed,
        (_, 0) => Status::Done,
        _ => Status::SomeFailed,
    })
}

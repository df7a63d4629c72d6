//! How far a run is: a bar on a terminal, a plain line now and then elsewhere.

use super::failure::Failure;
use super::input::{Found, found};
use super::plan::{Kind, Plan};
use super::summary::{Summary, speed};
use super::terminal::complain;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::fs;
use std::io::{IsTerminal, Write, stderr};
use std::time::{Duration, Instant};

/// Plain lines come no more often than this.
const PAUSE: Duration = Duration::from_secs(10);

/// Tells people how far a run is, on standard error.
pub(super) struct Progress {
    begun: Instant,
    shown: Shown,
}

enum Shown {
    Nothing,
    Lines { last: Instant },
    Bar(ProgressBar),
}

impl Progress {
    /// Shows nothing where documents go to standard output, or where `--quiet` says so.
    pub(super) fn new(plan: &Plan) -> Self {
        let begun = Instant::now();
        let shown = if !plan.reports() {
            Shown::Nothing
        } else if stderr().is_terminal() {
            Shown::Bar(bar(plan))
        } else {
            Shown::Lines { last: begun }
        };
        Self { begun, shown }
    }

    /// Says that `summary` is reached.
    pub(super) fn show(&mut self, summary: &Summary) {
        let done = summary.documents + summary.skipped + summary.failures;
        match &mut self.shown {
            Shown::Nothing => {}
            Shown::Lines { last } => {
                if last.elapsed() >= PAUSE {
                    *last = Instant::now();
                    say(&format!("{done} done, {}", state(summary, self.begun)));
                }
            }
            Shown::Bar(bar) => {
                bar.set_message(state(summary, self.begun));
                bar.set_position(done as u64);
            }
        }
    }

    /// Says that a source failed.
    pub(super) fn complain(&self, name: &str, failure: &Failure) {
        let say = || complain(name, &failure.message);
        match &self.shown {
            Shown::Bar(bar) => bar.suspend(say),
            _ => say(),
        }
    }

    /// Says what the run came to.
    pub(super) fn end(self, summary: &Summary) {
        match self.shown {
            Shown::Nothing => return,
            Shown::Lines { .. } => {}
            Shown::Bar(bar) => bar.finish_and_clear(),
        }
        summary.report(self.begun.elapsed()).lines().for_each(say);
    }
}

fn state(summary: &Summary, begun: Instant) -> String {
    let errors = summary.failures;
    format!("{}, {errors} errors", speed(summary.bytes, begun.elapsed()))
}

pub(super) fn say(line: &str) {
    // There is nobody to tell where standard error is closed as well.
    let _ = writeln!(stderr().lock(), "tearsheet: {line}");
}

/// A bar with as many steps as there are files; where they cannot be counted beforehand, without an end.
fn bar(plan: &Plan) -> ProgressBar {
    let countable = plan.group.is_none()
        && matches!(plan.kind, Kind::Text)
        && plan.list.as_deref().is_none_or(|list| fs::metadata(list).is_ok_and(|is| is.is_file()));
    let files =
        countable.then(|| found(plan).filter(|one| !matches!(one, Found::Standard)).count());
    let bar = match files {
        Some(files) => ProgressBar::new(files as u64),
        None => ProgressBar::no_length(),
    };
    let template = if countable {
        "{wide_bar} {pos}/{len} files, {msg}, {eta} left"
    } else {
        "{spinner} {pos} documents, {msg}"
    };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(5));
    bar
}

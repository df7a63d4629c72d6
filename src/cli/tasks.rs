//! What is to be done: each job with the place of its document, less those that an earlier run has finished.

use super::failure::Failure;
use super::input::{Content, Job};
use super::output::{Kept, Shard};
use super::plan::{Plan, Target};
use std::cell::Cell;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::iter::Peekable;
use std::path::PathBuf;
use std::vec::IntoIter;

/// A job, and the file in a folder that its document goes to.
pub(super) struct Task {
    pub(super) job: Job,
    pub(super) place: Place,
}

pub(super) enum Place {
    /// The one stream that all documents go to.
    Stream,
    /// A file of its own, made of what has the stamp.
    File(PathBuf, Option<u64>),
    Shard(Shard),
}

/// The tasks that are to be done for `jobs`. What is kept is counted in `skipped` and left out; `parts` is how many files of rows
/// there are.
pub(super) fn tasks<'a>(
    plan: &'a Plan,
    jobs: Box<dyn Iterator<Item = Job> + 'a>,
    kept: Option<&'a Kept>,
    skipped: &'a Cell<usize>,
    parts: &'a Cell<usize>,
) -> Box<dyn Iterator<Item = Task> + 'a> {
    match &plan.target {
        Target::Standard | Target::File(_) => {
            Box::new(jobs.map(|job| Task { job, place: Place::Stream }))
        }
        Target::Folder { shard: None, .. } => Box::new(own_files(plan, jobs, kept, skipped)),
        Target::Folder { shard: Some(size), .. } => Box::new(ShardTasks {
            plan,
            kept,
            skipped,
            parts,
            size: *size,
            jobs: jobs.peekable(),
            begun: None,
        }),
    }
}

/// Tasks whose documents go to files of their own. Two for one file would overwrite each other.
fn own_files(
    plan: &Plan,
    jobs: impl Iterator<Item = Job>,
    kept: Option<&Kept>,
    skipped: &Cell<usize>,
) -> impl Iterator<Item = Task> {
    let mut taken = plan.places_may_meet().then(HashSet::new);
    jobs.filter_map(move |mut job| {
        let mut output = job.place.clone().into_os_string();
        output.push(".");
        output.push(plan.ending());
        let output = PathBuf::from(output);
        let readable = !matches!(job.content, Content::Unreadable(_));
        if readable && taken.as_mut().is_some_and(|taken| !taken.insert(output.clone())) {
            let reason = format!(
                "the document of another source is {}; give the folder above both, or convert one of the two elsewhere",
                output.display()
            );
            job.content = Content::Unreadable(Failure::new("same-place", reason));
        }
        let stamp = job.stamp();
        if kept.is_some_and(|kept| kept.has(&output, stamp)) {
            skipped.set(skipped.get() + 1);
            return None;
        }
        Some(Task { job, place: Place::File(output, stamp) })
    })
}

/// Tasks whose documents go `size` to a file. A file is kept whole or made again; only where an earlier run has finished
/// it must all its jobs be known before the first is done.
struct ShardTasks<'a> {
    plan: &'a Plan,
    kept: Option<&'a Kept>,
    skipped: &'a Cell<usize>,
    parts: &'a Cell<usize>,
    size: usize,
    jobs: Peekable<Box<dyn Iterator<Item = Job> + 'a>>,
    begun: Option<Begun>,
}

/// A file of rows whose tasks are being given.
struct Begun {
    output: PathBuf,
    /// Its jobs, where they had to be known.
    known: IntoIter<Job>,
    given: usize,
    stamp: Stamp,
}

impl Iterator for ShardTasks<'_> {
    type Item = Task;

    fn next(&mut self) -> Option<Task> {
        let mut begun = match self.begun.take() {
            Some(begun) => begun,
            None => self.begin()?,
        };
        let job = begun.known.next().or_else(|| self.jobs.next())?;
        begun.given += 1;
        begun.stamp.add(&job);
        let no_more = begun.known.as_slice().is_empty() && self.jobs.peek().is_none();
        let last = begun.given == self.size || no_more;
        let stamp = begun.stamp.of_all();
        let shard = Shard { output: begun.output.clone(), last, stamp };
        self.begun = (!last).then_some(begun);
        Some(Task { job, place: Place::Shard(shard) })
    }
}

impl ShardTasks<'_> {
    /// The next file that is to be made.
    fn begin(&mut self) -> Option<Begun> {
        loop {
            self.jobs.peek()?;
            let output = Shard::output(self.parts.get(), &self.plan.ending());
            self.parts.set(self.parts.get() + 1);
            let mut known = Vec::new();
            if let Some(kept) = self.kept.filter(|kept| kept.names(&output)) {
                known.extend(self.jobs.by_ref().take(self.size));
                let mut stamp = Stamp::default();
                known.iter().for_each(|job| stamp.add(job));
                if kept.has(&output, stamp.of_all()) {
                    self.skipped.set(self.skipped.get() + known.len());
                    continue;
                }
            }
            let (known, stamp) = (known.into_iter(), Stamp::default());
            return Some(Begun { output, known, given: 0, stamp });
        }
    }
}

/// The stamp of some jobs together.
struct Stamp(Option<DefaultHasher>);

impl Default for Stamp {
    fn default() -> Self {
        Self(Some(DefaultHasher::new()))
    }
}

impl Stamp {
    fn add(&mut self, job: &Job) {
        self.0 = self.0.take().zip(job.stamp()).map(|(mut hasher, stamp)| {
            stamp.hash(&mut hasher);
            hasher
        });
    }

    /// `None` where that of any cannot be told.
    fn of_all(&self) -> Option<u64> {
        self.0.as_ref().map(DefaultHasher::finish)
    }
}

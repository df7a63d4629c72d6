//! What goes in: sources are found, one after the other, and become jobs.
//!
//! - `walk.rs`: files from names, lists and folders;
//! - `group.rs`: the pages of an issue put together;
//! - `jsonl.rs`, `parquet.rs`: files that hold a text a line or a row;
//! - `compressed.rs`: the bytes of a file, unpacked;
//! - `job.rs`: one document to be made.

mod compressed;
mod group;
mod job;
mod jsonl;
mod parquet;
mod walk;

pub(super) use job::{Content, Job};
pub(super) use walk::{Found, Walk, found, names};

use super::failure::Failure;
use super::plan::{Kind, Plan};
use std::path::Path;
use tearsheet::{Pipeline, Source};

/// The names of the columns that hold the text and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) text: String,
    pub(super) id: String,
}

/// The documents to be made, in the order of the sources. Nothing is read ahead but names: all those of
/// a folder, and of all sources where they are grouped.
///
/// # Errors
///
/// Where the pattern that groups them matches none.
pub(super) fn jobs(plan: &Plan) -> Result<Box<dyn Iterator<Item = Job> + '_>, String> {
    let found = found(plan);
    if let Some(pattern) = &plan.group {
        return Ok(Box::new(group::grouped(found, pattern)?));
    }
    Ok(match &plan.kind {
        Kind::Text => Box::new(found.map(Job::whole)),
        Kind::Jsonl(columns) => {
            Box::new(found.flat_map(move |found| jsonl::records(found, columns, plan.limit)))
        }
        Kind::Parquet(columns) => {
            Box::new(found.flat_map(move |found| parquet::records(found, columns, plan.limit)))
        }
    })
}

/// Reads the one source at `path`, of no more than `limit` bytes.
pub(super) fn read_one(path: &Path, pipeline: &Pipeline, limit: usize) -> Result<Source, Failure> {
    job::read(path, pipeline, limit)
}

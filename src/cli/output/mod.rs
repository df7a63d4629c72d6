//! What comes out: documents are rendered, on any thread, and put where they go, in order, on one.
//!
//! - `rows.rs`: one flat row an article;
//! - `markdown.rs`, `plain.rs`: for reading;
//! - `parquet.rs`: rows in columns;
//! - `packed.rs`: what is packed on its way;
//! - `file.rs`: a file that appears when it is whole;
//! - `folder.rs`: a tree of such files, and what is finished in it;
//! - `shards.rs`: files of so many documents each;
//! - `manifest.rs`: the record of what is finished, which survives a kill at any moment.

mod file;
mod folder;
mod manifest;
mod markdown;
mod packed;
mod parquet;
mod plain;
mod rows;
mod shards;

pub(super) use file::Whole;
pub(super) use folder::{Folder, Kept};
pub(super) use shards::{Shard, Shards};

use super::options::Packing;
use super::plan::Shape;
use packed::Packed;
use parquet::Table;
use rows::Row;
use std::io::{self, BufWriter, Stdout, Write};
use std::path::Path;
use tearsheet::Document;

/// A document as it is written.
pub(super) enum Rendered {
    Bytes(Vec<u8>),
    Rows(Vec<Row>),
}

/// Renders a document. Costs time, so that it is done on all threads.
pub(super) fn render(document: &Document, shape: Shape) -> Rendered {
    let text = match shape {
        Shape::Json => document.to_json_pretty() + "\n",
        Shape::DocumentLines => document.to_json() + "\n",
        Shape::ArticleLines => rows::of(document).iter().map(Row::to_line).collect(),
        Shape::Parquet => return Rendered::Rows(rows::of(document)),
        Shape::Markdown => markdown::of(document),
        Shape::Text => plain::of(document),
    };
    Rendered::Bytes(text.into_bytes())
}

impl Rendered {
    /// The same as a file of its own holds it.
    pub(super) fn packed(self, packing: Packing) -> Self {
        match self {
            Self::Bytes(bytes) if packing != Packing::None => {
                let packed = Packed::new(Vec::new(), packing).and_then(|mut out| {
                    out.write_all(&bytes)?;
                    out.end()
                });
                Self::Bytes(packed.expect("memory takes what is written"))
            }
            other => other,
        }
    }
}

/// One stream of documents: standard output, or a file that appears when it is whole.
pub(super) enum Stream<W: Write + Send> {
    Bytes(BufWriter<Packed<W>>),
    Rows(Box<Table<W>>),
}

impl<W: Write + Send> Stream<W> {
    fn new(to: W, shape: Shape, packing: Packing) -> io::Result<Self> {
        Ok(match shape {
            Shape::Parquet => Self::Rows(Box::new(Table::new(to)?)),
            _ => Self::Bytes(BufWriter::new(Packed::new(to, packing)?)),
        })
    }

    pub(super) fn put(&mut self, document: Rendered) -> io::Result<()> {
        match (self, document) {
            (Self::Bytes(to), Rendered::Bytes(bytes)) => to.write_all(&bytes),
            (Self::Rows(table), Rendered::Rows(rows)) => table.put(rows),
            _ => unreachable!("a run has one shape"),
        }
    }

    /// Writes what is left, and gives back what it was written to.
    fn end(self) -> io::Result<W> {
        match self {
            Self::Bytes(to) => to.into_inner().map_err(io::IntoInnerError::into_error)?.end(),
            Self::Rows(table) => table.end(),
        }
    }
}

/// Documents one after the other on standard output.
pub(super) fn standard(shape: Shape, packing: Packing) -> io::Result<Stream<Stdout>> {
    Stream::new(io::stdout(), shape, packing)
}

/// Documents one after the other in the file at `path`.
pub(super) fn file(path: &Path, shape: Shape, packing: Packing) -> io::Result<Stream<Whole>> {
    Stream::new(Whole::beside(path)?, shape, packing)
}

impl Stream<Stdout> {
    pub(super) fn finish(self) -> io::Result<()> {
        self.end()?.flush()
    }
}

impl Stream<Whole> {
    pub(super) fn finish(self) -> io::Result<()> {
        self.end()?.finish()
    }
}

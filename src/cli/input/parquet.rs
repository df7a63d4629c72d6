//! Parquet: a text a row, under a name.

use super::super::failure::Failure;
use super::Columns;
use super::job::{Content, Job};
use super::walk::Found;
use arrow_array::cast::AsArray;
use arrow_array::types::{Int32Type, Int64Type, UInt32Type, UInt64Type};
use arrow_array::{Array, RecordBatch};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use std::fs::File;
use std::path::{Path, PathBuf};

/// So many rows are held at once.
const BATCH: usize = 16;
/// So many bytes do no harm: their texts are looked at one by one.
const FEW: i128 = 1 << 20;

/// The texts in a file, one job a row. A file whose texts are, on the average, larger than `limit` is not unpacked.
pub(super) fn records<'a>(
    found: Found,
    columns: &'a Columns,
    limit: usize,
) -> Box<dyn Iterator<Item = Job> + 'a> {
    let Job { name, place, content } = Job::whole(found);
    let one = |job| Box::new(std::iter::once(job));
    let reader = match &content {
        Content::File(path) => reader(path, columns, limit),
        Content::Standard => Err(Failure::new("record", "Parquet must be a file, not a stream")),
        _ => return one(Job { name, place, content }),
    };
    match reader {
        Ok(reader) => {
            let rows = Rows { name, place, columns, row: 0 };
            Box::new(
                reader
                    .scan(rows, |rows, batch| {
                        Some(match batch {
                            Ok(batch) => rows.jobs(&batch),
                            Err(error) => vec![rows.failed(&rows.name, error.to_string())],
                        })
                    })
                    .flatten(),
            )
        }
        Err(failure) => one(Job::unreadable(name, failure)),
    }
}

fn reader(
    path: &Path,
    columns: &Columns,
    limit: usize,
) -> Result<ParquetRecordBatchReader, Failure> {
    let damaged = |error| Failure::new("damaged", format!("cannot be read as Parquet: {error}"));
    let builder = ParquetRecordBatchReaderBuilder::try_new(File::open(path)?).map_err(damaged)?;
    if builder.schema().column_with_name(&columns.text).is_none() {
        let names: Vec<&str> =
            builder.schema().fields().iter().map(|f| f.name().as_str()).collect();
        let reason = format!(
            "has no column {:?}; name the column of the text with --text-column: {}",
            columns.text,
            names.join(", ")
        );
        return Err(Failure::new("record", reason));
    }
    let wanted = [columns.text.as_str(), columns.id.as_str()];
    let mask = ProjectionMask::columns(builder.parquet_schema(), wanted);
    for (index, group) in builder.metadata().row_groups().iter().enumerate() {
        let held = group.columns().iter().enumerate().filter(|&(leaf, _)| mask.leaf_included(leaf));
        let bytes: i128 = held.map(|(_, column)| i128::from(column.uncompressed_size())).sum();
        if bytes > FEW.max(limit as i128 * i128::from(group.num_rows().max(1))) {
            let reason = format!(
                "row group {index} unpacks to {bytes} bytes for {} rows, more than --max-size for each; raise it, \
                 or write the file anew with smaller texts",
                group.num_rows()
            );
            return Err(Failure::new("too-large", reason));
        }
    }
    builder.with_projection(mask).with_batch_size(BATCH).build().map_err(damaged)
}

/// The rows of a file as they are read.
struct Rows<'a> {
    name: String,
    place: PathBuf,
    columns: &'a Columns,
    row: usize,
}

impl Rows<'_> {
    fn failed(&self, name: &str, reason: String) -> Job {
        Job::unreadable(name.to_owned(), Failure::new("record", reason))
    }

    fn jobs(&mut self, batch: &RecordBatch) -> Vec<Job> {
        let (texts, ids) =
            (batch.column_by_name(&self.columns.text), batch.column_by_name(&self.columns.id));
        let job = |row: usize| {
            self.row += 1;
            let row_name = format!("{}:{}", self.name, self.row);
            let Some(text) = texts.and_then(|column| text(column, row)) else {
                let reason = format!("the column {:?} holds no text", self.columns.text);
                return self.failed(&row_name, reason);
            };
            let name = ids.and_then(|column| text_or_number(column, row)).unwrap_or(row_name);
            let place = self.place.join(format!("{:08}", self.row));
            Job { name, place, content: Content::Text(text) }
        };
        (0..batch.num_rows()).map(job).collect()
    }
}

fn text(column: &dyn Array, row: usize) -> Option<String> {
    if column.is_null(row) {
        return None;
    }
    let text = column.as_string_opt::<i32>().map(|texts| texts.value(row));
    let text = text.or_else(|| column.as_string_opt::<i64>().map(|texts| texts.value(row)));
    let text = text.or_else(|| column.as_string_view_opt().map(|texts| texts.value(row)));
    text.map(str::to_owned)
}

fn text_or_number(column: &dyn Array, row: usize) -> Option<String> {
    if column.is_null(row) {
        return None;
    }
    macro_rules! number {
        ($($kind:ty),*) => {
            None$(.or_else(|| {
                column.as_primitive_opt::<$kind>().map(|numbers| numbers.value(row).to_string())
            }))*
        };
    }
    text(column, row).or_else(|| number!(Int32Type, Int64Type, UInt32Type, UInt64Type))
}

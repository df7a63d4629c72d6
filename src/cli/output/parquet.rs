//! Rows in columns: Parquet, in row groups, packed with zstd.

use super::rows::Row;
use arrow_array::builder::{ListBuilder, PrimitiveBuilder, StringBuilder};
use arrow_array::types::{Float64Type, Int32Type};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use std::io::{self, Write};
use std::sync::Arc;

/// So many rows are put into columns at once.
const BATCH: usize = 256;
/// A row group ends after so many rows, or so many bytes of them in memory.
const GROUP: usize = 16_384;
const GROUP_BYTES: usize = 32 << 20;

/// A Parquet file that is being written.
pub(in super::super) struct Table<W: Write + Send> {
    writer: ArrowWriter<W>,
    schema: Arc<Schema>,
    rows: Vec<Row>,
}

impl<W: Write + Send> Table<W> {
    pub(super) fn new(to: W) -> io::Result<Self> {
        let schema = Arc::new(schema());
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_max_row_group_row_count(Some(GROUP))
            .build();
        let writer =
            ArrowWriter::try_new(to, Arc::clone(&schema), Some(properties)).map_err(written)?;
        Ok(Self { writer, schema, rows: Vec::new() })
    }

    pub(super) fn put(&mut self, rows: Vec<Row>) -> io::Result<()> {
        self.rows.extend(rows);
        if self.rows.len() >= BATCH { self.write() } else { Ok(()) }
    }

    fn write(&mut self) -> io::Result<()> {
        let rows = std::mem::take(&mut self.rows);
        let batch = RecordBatch::try_new(Arc::clone(&self.schema), columns(&rows))
            .map_err(io::Error::other)?;
        self.writer.write(&batch).map_err(written)?;
        if self.writer.in_progress_size() > GROUP_BYTES {
            self.writer.flush().map_err(written)?;
        }
        Ok(())
    }

    pub(super) fn end(mut self) -> io::Result<W> {
        self.write()?;
        self.writer.into_inner().map_err(written)
    }
}

/// The error of the writer below, which says whether the disk is full.
fn written(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(error) => match error.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(error) => io::Error::other(error),
        },
        error => io::Error::other(error),
    }
}

fn list(name: &str, of: DataType) -> Field {
    Field::new_list(name, Field::new_list_field(of, true), false)
}

fn schema() -> Schema {
    let text = |name: &str| Field::new(name, DataType::Utf8, false);
    let any = |name: &str| Field::new(name, DataType::Utf8, true);
    Schema::new(vec![
        text("id"),
        text("source"),
        list("pages", DataType::Int32),
        text("language"),
        text("kind"),
        any("kicker"),
        any("headline"),
        any("subheadline"),
        list("authors", DataType::Utf8),
        any("date"),
        any("place"),
        list("headings", DataType::Utf8),
        text("text"),
        Field::new("confidence", DataType::Float64, false),
    ])
}

/// The columns of `rows`, in the order of the schema.
fn columns(rows: &[Row]) -> Vec<ArrayRef> {
    let text = |of: fn(&Row) -> Option<&str>| -> ArrayRef {
        let mut column = StringBuilder::new();
        rows.iter().for_each(|row| column.append_option(of(row)));
        Arc::new(column.finish())
    };
    let texts = |of: fn(&Row) -> &[String]| -> ArrayRef {
        let mut column = ListBuilder::new(StringBuilder::new());
        for row in rows {
            of(row).iter().for_each(|text| column.values().append_value(text));
            column.append(true);
        }
        Arc::new(column.finish())
    };
    let mut pages = ListBuilder::new(PrimitiveBuilder::<Int32Type>::new());
    let mut confidence = PrimitiveBuilder::<Float64Type>::new();
    for row in rows {
        for &page in &row.pages {
            pages.values().append_value(i32::try_from(page).unwrap_or(i32::MAX));
        }
        pages.append(true);
        confidence.append_value(row.confidence);
    }
    vec![
        text(|row| Some(&row.id)),
        text(|row| Some(&row.source)),
        Arc::new(pages.finish()),
        text(|row| Some(&row.language)),
        text(|row| Some(&row.kind)),
        text(|row| row.kicker.as_deref()),
        text(|row| row.headline.as_deref()),
        text(|row| row.subheadline.as_deref()),
        texts(|row| &row.authors),
        text(|row| row.date.as_deref()),
        text(|row| row.place.as_deref()),
        texts(|row| &row.headings),
        text(|row| Some(&row.text)),
        Arc::new(confidence.finish()),
    ]
}

//! JSONL: a text a line, under a name.

use super::super::failure::{self, Failure};
use super::Columns;
use super::compressed;
use super::job::{Content, Job};
use super::walk::Found;
use serde_json::{Map, Value};
use std::fs::File;
use std::io::{self, BufRead, Read};
use std::path::PathBuf;

/// The texts in a file, one job a line that is not blank.
pub(super) fn records<'a>(
    found: Found,
    columns: &'a Columns,
    limit: usize,
) -> Box<dyn Iterator<Item = Job> + 'a> {
    let Job { name, place, content } = Job::whole(found);
    let reader = match &content {
        Content::File(path) => File::open(path).map(|file| Box::new(file) as Box<dyn Read>),
        Content::Standard => Ok(Box::new(io::stdin()) as Box<dyn Read>),
        _ => return Box::new(std::iter::once(Job { name, place, content })),
    };
    match reader.and_then(compressed::unpacked) {
        Ok(reader) => {
            Box::new(Records { reader: Some(reader), name, place, columns, limit, line: 0 })
        }
        Err(error) => Box::new(std::iter::once(Job::unreadable(name, error.into()))),
    }
}

/// That of UTF-8, which some programs begin their files with.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

struct Records<'a> {
    /// `None` after the end or an error.
    reader: Option<Box<dyn BufRead>>,
    name: String,
    place: PathBuf,
    columns: &'a Columns,
    limit: usize,
    line: usize,
}

impl Iterator for Records<'_> {
    type Item = Job;

    fn next(&mut self) -> Option<Job> {
        loop {
            let mut bytes = Vec::new();
            // A character of a text takes at most six times as many bytes as \u0041 than by itself.
            let most = (self.limit as u64).saturating_mul(6).saturating_add(1 << 16);
            let reader = self.reader.as_mut()?;
            let whole = match reader.take(most).read_until(b'\n', &mut bytes) {
                Ok(0) => return None,
                Ok(read) => (read as u64) < most || bytes.ends_with(b"\n"),
                Err(error) => return self.broken(error),
            };
            if self.line == 0 && bytes.starts_with(BYTE_ORDER_MARK) {
                bytes.drain(..BYTE_ORDER_MARK.len());
            }
            self.line += 1;
            if !whole {
                if let Err(error) = reader.skip_until(b'\n') {
                    return self.broken(error);
                }
                return Some(Job::unreadable(self.line_name(), failure::too_large()));
            }
            if !bytes.trim_ascii().is_empty() {
                return Some(self.record(&bytes));
            }
        }
    }
}

impl Records<'_> {
    fn broken(&mut self, error: io::Error) -> Option<Job> {
        self.reader = None;
        Some(Job::unreadable(self.name.clone(), error.into()))
    }

    fn line_name(&self) -> String {
        format!("{}:{}", self.name, self.line)
    }

    fn record(&self, bytes: &[u8]) -> Job {
        let failed =
            |reason: String| Job::unreadable(self.line_name(), Failure::new("record", reason));
        let mut columns: Map<String, Value> = match serde_json::from_slice(bytes) {
            Ok(columns) => columns,
            Err(error) => return failed(format!("is no JSON object: {error}")),
        };
        let name = match columns.get(&self.columns.id) {
            Some(Value::String(id)) => id.clone(),
            Some(Value::Number(id)) => id.to_string(),
            _ => self.line_name(),
        };
        match columns.remove(&self.columns.text) {
            Some(Value::String(text)) => {
                let place = self.place.join(format!("{:08}", self.line));
                Job { name, place, content: Content::Text(text) }
            }
            Some(_) => failed(format!("the column {:?} holds no text", self.columns.text)),
            None => failed(format!(
                "has no column {:?}; name the column of the text with --text-column",
                self.columns.text
            )),
        }
    }
}

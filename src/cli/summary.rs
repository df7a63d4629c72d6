//! What a run came to.

use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::AddAssign;
use std::time::Duration;
use tearsheet::{DiagnosticCode, Document, RepairKind};

/// Counts of what was read and of what came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Summary {
    pub(super) documents: usize,
    pub(super) articles: usize,
    /// Documents in which nothing is to be read.
    pub(super) empty: usize,
    /// Bytes of the sources, unpacked.
    pub(super) bytes: usize,
    pub(super) failures: usize,
    /// Documents that an earlier run had finished.
    pub(super) skipped: usize,
    pub(super) repairs: BTreeMap<RepairKind, usize>,
    pub(super) diagnostics: BTreeMap<DiagnosticCode, usize>,
}

impl Summary {
    /// The counts of one document.
    pub(super) fn of(document: &Document) -> Self {
        let mut out = Self {
            documents: 1,
            articles: document.articles.len(),
            empty: usize::from(document.articles.is_empty() && document.furniture.is_empty()),
            bytes: document.source.bytes,
            ..Self::default()
        };
        for repair in &document.repairs {
            *out.repairs.entry(repair.kind).or_default() += 1;
        }
        for diagnostic in &document.diagnostics {
            *out.diagnostics.entry(diagnostic.code).or_default() += 1;
        }
        out
    }

    /// The counts over several lines, for people.
    pub(super) fn report(&self, time: Duration) -> String {
        let mut out = format!(
            "{} documents, {} articles, {} failures; {}",
            self.documents,
            self.articles,
            self.failures,
            speed(self.bytes, time)
        );
        if self.empty > 0 {
            let _ = write!(out, "; {} without text", self.empty);
        }
        if self.skipped > 0 {
            let _ = write!(out, "; {} documents were finished before", self.skipped);
        }
        for (what, counts) in
            [("repairs", listed(&self.repairs)), ("diagnostics", listed(&self.diagnostics))]
        {
            if !counts.is_empty() {
                let _ = write!(out, "\n{what}: {counts}");
            }
        }
        out
    }
}

/// How much was read in what time: 12.3 MB in 4.1 s, 3.0 MB/s.
pub(super) fn speed(bytes: usize, time: Duration) -> String {
    let (megabytes, seconds) = (bytes as f64 / 1e6, time.as_secs_f64());
    format!("{megabytes:.1} MB in {seconds:.1} s, {:.1} MB/s", megabytes / seconds.max(1e-3))
}

fn listed(counts: &BTreeMap<impl Serialize, usize>) -> String {
    let named = counts.iter().map(|(key, count)| {
        let name = serde_json::to_value(key).unwrap_or_default();
        format!("{} {count}", name.as_str().unwrap_or_default())
    });
    named.collect::<Vec<_>>().join(", ")
}

impl AddAssign<&Self> for Summary {
    fn add_assign(&mut self, other: &Self) {
        self.documents += other.documents;
        self.articles += other.articles;
        self.empty += other.empty;
        self.bytes += other.bytes;
        self.failures += other.failures;
        self.skipped += other.skipped;
        for (kind, count) in &other.repairs {
            *self.repairs.entry(*kind).or_default() += count;
        }
        for (code, count) in &other.diagnostics {
            *self.diagnostics.entry(*code).or_default() += count;
        }
    }
}

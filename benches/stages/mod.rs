//! The stages, each with what it takes.

#![allow(dead_code, reason = "each bench takes its part")]

#[path = "../../tests/promise/fixtures.rs"]
pub(crate) mod fixtures;

use fixtures::fixtures;
use std::sync::LazyLock;
use tearsheet::Source;
use tearsheet::language::{self, Table};
use tearsheet::line::{self, Line, Measure};
use tearsheet::read::{self, Reading};

/// What each stage takes: everything before it, done once.
pub(crate) struct Page {
    pub(crate) bytes: Vec<u8>,
    pub(crate) source: Source,
    pub(crate) lines: Vec<Line>,
    pub(crate) measures: Vec<Measure>,
    pub(crate) reading: Reading,
    pub(crate) table: &'static Table,
}

/// The real page of Wuhai, in Chinese.
pub(crate) static WUHAI: LazyLock<Page> = LazyLock::new(|| Page::new("zh__wuhai"));
/// A page in English.
pub(crate) static COURIER: LazyLock<Page> = LazyLock::new(|| Page::new("en__courier"));

impl Page {
    fn new(fixture: &str) -> Self {
        let page = fixtures().into_iter().find(|page| page.name == fixture);
        let bytes = page.expect("the page is a fixture").bytes;
        let source = Source::decode("page", &bytes).expect("the page is text");
        let lines = line::lines(source.text()).lines;
        let measures = line::measure(&lines);
        let table = Table::of(language::detect(source.text()));
        let reading = read::read(source.text(), &lines, &measures, table);
        Self { bytes, source, lines, measures, reading, table }
    }
}

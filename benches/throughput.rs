//! Bytes a second: the whole pipeline, and each stage alone on a real page.
//!
//! `cargo bench --bench throughput`; `-- --test` runs each once.

#[path = "../tests/promise/fixtures.rs"]
mod fixtures;

use divan::{Bencher, black_box, counter::BytesCount};
use fixtures::fixtures;
use std::sync::LazyLock;
use tearsheet::language::{self, Table};
use tearsheet::line::{self, Line, Measure};
use tearsheet::read::Reading;
use tearsheet::{Pipeline, Source, compose, mend, read};

fn main() {
    divan::main();
}

/// What each stage takes: everything before it, done once.
struct Page {
    bytes: Vec<u8>,
    source: Source,
    lines: Vec<Line>,
    measures: Vec<Measure>,
    reading: Reading,
    table: &'static Table,
}

static PAGE: LazyLock<Page> = LazyLock::new(|| {
    let page = fixtures().into_iter().find(|fixture| fixture.name == "zh__wuhai");
    let bytes = page.expect("the page of Wuhai is a fixture").bytes;
    let source = Source::decode("page", &bytes).expect("the page is text");
    let lines = line::lines(source.text()).lines;
    let measures = line::measure(&lines);
    let table = Table::of(language::detect(source.text()));
    let reading = read::read(source.text(), &lines, &measures, table);
    Page { bytes, source, lines, measures, reading, table }
});

#[divan::bench]
fn pipeline(bencher: Bencher<'_, '_>) {
    let pipeline = Pipeline::new();
    bencher
        .counter(BytesCount::new(PAGE.bytes.len()))
        .bench(|| pipeline.run("page", black_box(&PAGE.bytes)));
}

#[divan::bench]
fn pipeline_on_all_fixtures(bencher: Bencher<'_, '_>) {
    let fixtures = fixtures();
    let bytes: usize = fixtures.iter().map(|fixture| fixture.bytes.len()).sum();
    let pipeline = Pipeline::new();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        for fixture in &fixtures {
            black_box(pipeline.run(&fixture.file, black_box(&fixture.bytes)).ok());
        }
    });
}

/// Benches one stage on the page.
fn stage<T>(bencher: Bencher<'_, '_>, stage: impl Fn(&Page) -> T + Sync) {
    let page = &*PAGE;
    bencher.counter(BytesCount::new(page.bytes.len())).bench(|| stage(black_box(page)));
}

#[divan::bench]
fn stage_1_decode(bencher: Bencher<'_, '_>) {
    stage(bencher, |page| Source::decode("page", &page.bytes));
}

#[divan::bench]
fn stage_2_detect(bencher: Bencher<'_, '_>) {
    stage(bencher, |page| language::detect(page.source.text()));
}

#[divan::bench]
fn stage_3_lines(bencher: Bencher<'_, '_>) {
    stage(bencher, |page| line::lines(page.source.text()));
}

#[divan::bench]
fn stage_4_measure(bencher: Bencher<'_, '_>) {
    stage(bencher, |page| line::measure(&page.lines));
}

#[divan::bench]
fn stage_5_read(bencher: Bencher<'_, '_>) {
    stage(bencher, |page| read::read(page.source.text(), &page.lines, &page.measures, page.table));
}

/// With *mend*, which it calls.
#[divan::bench]
fn stage_6_compose(bencher: Bencher<'_, '_>) {
    stage(bencher, |page| {
        let (text, lines) = (page.source.text(), &page.lines);
        let hyphens = mend::Hyphens::new(text, lines, page.table);
        compose::compose(text, lines, &page.measures, &page.reading, page.table, &hyphens)
    });
}

#[divan::bench]
fn stage_7_json(bencher: Bencher<'_, '_>) {
    let document = Pipeline::new().read(&PAGE.source);
    stage(bencher, |_| document.to_json());
}

//! Bytes a second: the whole pipeline, and each stage alone, on a real page in Chinese and one in English.
//!
//! `cargo bench --bench throughput`; `-- --test` runs each once.

mod stages;

use divan::{Bencher, black_box, counter::BytesCount};
use stages::fixtures::fixtures;
use stages::{COURIER, Page, WUHAI};
use std::ops::Deref;
use tearsheet::mend::{self, Hyphens};
use tearsheet::read::{self, Observed, View};
use tearsheet::{Pipeline, Source, compose, language, line};

fn main() {
    divan::main();
}

const PAGES: [&str; 2] = ["wuhai", "courier"];

fn page(name: &str) -> &'static Page {
    if name == "wuhai" { WUHAI.deref() } else { COURIER.deref() }
}

/// Benches one stage on a page.
fn stage<T>(bencher: Bencher<'_, '_>, name: &str, stage: impl Fn(&Page) -> T + Sync) {
    let page = page(name);
    bencher.counter(BytesCount::new(page.bytes.len())).bench(|| stage(black_box(page)));
}

#[divan::bench(args = PAGES)]
fn pipeline(bencher: Bencher<'_, '_>, name: &str) {
    let pipeline = Pipeline::new();
    stage(bencher, name, |page| pipeline.run("page", &page.bytes).map(|page| page.to_json()));
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

#[divan::bench(args = PAGES)]
fn stage_1_decode(bencher: Bencher<'_, '_>, name: &str) {
    stage(bencher, name, |page| Source::decode("page", &page.bytes));
}

#[divan::bench(args = PAGES)]
fn stage_2_detect(bencher: Bencher<'_, '_>, name: &str) {
    stage(bencher, name, |page| language::detect(page.source.text()));
}

#[divan::bench(args = PAGES)]
fn stage_3_lines(bencher: Bencher<'_, '_>, name: &str) {
    stage(bencher, name, |page| line::lines(page.source.text()));
}

#[divan::bench(args = PAGES)]
fn stage_4_measure(bencher: Bencher<'_, '_>, name: &str) {
    stage(bencher, name, |page| line::measure(&page.lines));
}

#[divan::bench(args = PAGES)]
fn stage_5_read(bencher: Bencher<'_, '_>, name: &str) {
    stage(bencher, name, |page| {
        read::read(page.source.text(), &page.lines, &page.measures, page.table)
    });
}

/// What evidence looks at: the first part of *read*.
#[divan::bench(args = PAGES)]
fn stage_5a_view(bencher: Bencher<'_, '_>, name: &str) {
    stage(bencher, name, |page| {
        View::new(page.source.text(), &page.lines, &page.measures, page.table).forms.len()
    });
}

/// All evidence on all lines: the second part of *read*. The lattice is what is left.
#[divan::bench(args = PAGES)]
fn stage_5b_evidence(bencher: Bencher<'_, '_>, name: &str) {
    let of = page(name);
    let view = View::new(of.source.text(), &of.lines, &of.measures, of.table);
    stage(bencher, name, |_| Observed::new(black_box(&view)));
}

/// With *mend*, which it calls.
#[divan::bench(args = PAGES)]
fn stage_6_compose(bencher: Bencher<'_, '_>, name: &str) {
    stage(bencher, name, |page| {
        let (text, lines) = (page.source.text(), &page.lines);
        let hyphens = Hyphens::new(text, lines, page.table);
        compose::compose(text, lines, &page.measures, &page.reading, page.table, &hyphens)
    });
}

/// Elements, units and heads, and which head is whose: *compose* without *mend*.
#[divan::bench(args = PAGES)]
fn stage_6a_arrange(bencher: Bencher<'_, '_>, name: &str) {
    stage(bencher, name, |page| {
        let text = page.source.text();
        let states = &page.reading.states;
        let elements = compose::elements(text, &page.lines, &page.measures, states, page.table);
        let mut layout = compose::layout(text, &page.lines, elements, page.table);
        compose::arrange(text, &page.lines, &mut layout, &page.reading, page.table)
    });
}

/// All lines of the page joined to one text, as those of a paragraph.
#[divan::bench(args = PAGES)]
fn stage_6b_mend(bencher: Bencher<'_, '_>, name: &str) {
    stage(bencher, name, |page| {
        let text = page.source.text();
        let hyphens = Hyphens::new(text, &page.lines, page.table);
        let mut repairs = Vec::new();
        let mut joined = mend::join(text, &page.lines, &hyphens, &mut repairs);
        mend::close_up(&mut joined, &mut repairs);
        (joined.text(), joined.spans(text), repairs)
    });
}

#[divan::bench(args = PAGES)]
fn stage_7_json(bencher: Bencher<'_, '_>, name: &str) {
    let document = Pipeline::new().read(&page(name).source);
    stage(bencher, name, |_| document.to_json());
}

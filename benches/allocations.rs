//! Allocations: how many each stage before *mend* makes on the page of 434 lines.
//!
//! `cargo bench --bench allocations`; the columns `alloc` and `grow` count them.

#![allow(clippy::print_stdout)]

mod stages;

use divan::{AllocProfiler, black_box};
use stages::WUHAI;
use tearsheet::{language, line, read};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    println!("{} lines", WUHAI.lines.len());
    divan::main();
}

#[divan::bench]
fn stage_2_detect() -> tearsheet::Language {
    language::detect(black_box(WUHAI.source.text()))
}

#[divan::bench]
fn stage_3_lines() -> line::Lines {
    line::lines(black_box(WUHAI.source.text()))
}

#[divan::bench]
fn stage_4_measure() -> Vec<line::Measure> {
    line::measure(black_box(&WUHAI.lines))
}

#[divan::bench]
fn stage_5_read() -> read::Reading {
    let page = black_box(&*WUHAI);
    read::read(page.source.text(), &page.lines, &page.measures, page.table)
}

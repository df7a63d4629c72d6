//! The whole pipeline, from bytes to JSON, beside walking the same text by grapheme clusters, on one thread.
//!
//! `cargo bench --bench beside_graphemes`; `-- --test` takes small texts, once.

#![allow(clippy::print_stdout)]

mod stages;

use stages::{COURIER, Page, WUHAI};
use std::hint::black_box;
use std::time::{Duration, Instant};
use tearsheet::Pipeline;
use unicode_segmentation::UnicodeSegmentation;

/// The best of so many runs is taken: others share the machine.
const RUNS: usize = 5;

fn main() {
    let once = std::env::args().any(|argument| argument == "--test");
    let (bytes, runs) = if once { (1 << 16, 1) } else { (1 << 22, RUNS) };
    println!(
        "{:<22} {:>10} {:>14} {:>14} {:>8}",
        "text", "bytes", "tearsheet", "graphemes", "ratio"
    );
    compare("Wuhai, an issue", &issue(&WUHAI, bytes), runs);
    compare("Courier, an issue", &issue(&COURIER, bytes), runs);
    compare("Wuhai, one page", &WUHAI.bytes, runs);
    compare("Courier, one page", &COURIER.bytes, runs);
}

/// The page again and again, a form feed between, until it has so many bytes.
fn issue(page: &Page, bytes: usize) -> Vec<u8> {
    let pages = vec![page.bytes.as_slice(); bytes.div_ceil(page.bytes.len())];
    pages.join(&b'\x0c')
}

fn compare(name: &str, bytes: &[u8], runs: usize) {
    let pipeline = Pipeline::new();
    let tearsheet = speed(bytes, runs, || {
        black_box(pipeline.run("page", bytes).map(|document| document.to_json()).ok());
    });
    let graphemes = speed(bytes, runs, || {
        let text = std::str::from_utf8(bytes).expect("the page is UTF-8");
        black_box(text.graphemes(true).map(str::len).sum::<usize>());
    });
    let ratio = tearsheet / graphemes;
    println!(
        "{name:<22} {:>10} {tearsheet:>9.1} MB/s {graphemes:>9.1} MB/s {ratio:>8.3}",
        bytes.len()
    );
}

/// Megabytes a second.
fn speed(bytes: &[u8], runs: usize, run: impl Fn()) -> f64 {
    // Short texts many times, so that the clock tells.
    let times = (1_usize << 18).div_ceil(bytes.len().max(1));
    run();
    let best = (0..runs).map(|_| {
        let start = Instant::now();
        (0..times).for_each(|_| run());
        start.elapsed()
    });
    let best = best.min().unwrap_or(Duration::MAX);
    (bytes.len() * times) as f64 / best.as_secs_f64() / 1e6
}

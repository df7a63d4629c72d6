//! How much memory a document takes, from bytes to JSON, beside the bytes themselves: counted, not timed.
//!
//! `cargo test --test memory -- --nocapture` lists the figures.

#![allow(clippy::print_stdout)]

#[path = "promise/fixtures.rs"]
mod fixtures;
#[path = "promise/hostile.rs"]
mod hostile;

use fixtures::fixtures;
use hostile::{HOSTILE, filled};
use peak_alloc::PeakAlloc;
use tearsheet::Pipeline;

/// Counts a list that moves to a larger place in both places, which is more than most systems take.
#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// The most that may be held for an issue, in multiples of its bytes: pages of a fixture with this between them.
const ISSUES: [(&str, &str, f64); 6] = [
    ("zh__wuhai", "\u{c}", 6.0),
    ("en__courier", "\u{c}", 12.5),
    ("de__bote", "\u{c}", 10.5),
    // No newspaper has a page of a megabyte.
    ("zh__wuhai", "\n\n", 11.0),
    ("en__courier", "\n\n", 20.0),
    ("de__bote", "\n\n", 16.0),
];

/// The most for a hostile input, by its bytes and its lines: a document that has a repair for every character holds
/// some 60 bytes for it.
const A_BYTE: usize = 80;
const A_LINE: usize = 600;

/// The most bytes that are held at once while a text is read and written as JSON.
fn peak(text: &str) -> usize {
    let before = ALLOCATOR.current_usage();
    ALLOCATOR.reset_peak_usage();
    let document = Pipeline::new().run("page", text.as_bytes()).expect("the input is text");
    let json = document.to_json();
    let peak = ALLOCATOR.peak_usage() - before;
    assert!(!json.is_empty());
    peak
}

/// One test, for all tests of a program share its memory.
#[test]
fn memory_grows_with_the_input_and_no_faster() {
    let mut over = Vec::new();
    let fixtures = fixtures();
    for (name, between, most) in ISSUES {
        let page = fixtures.iter().find(|fixture| fixture.name == name).expect("it is a fixture");
        let page = String::from_utf8(page.bytes.clone()).expect("the page is UTF-8") + between;
        // What is made once, for all documents, is made now.
        peak(&page);
        let text = filled(&page, 1 << 20);
        let times = peak(&text) as f64 / text.len() as f64;
        println!("{times:5.1} {name} {between:?}");
        if times > most {
            over.push(format!("{name} {between:?}: {times:.1} times its bytes, not {most:.1}"));
        }
    }
    for (name, unit) in HOSTILE {
        let small = filled(unit, 1 << 16);
        let large = filled(unit, 1 << 18);
        let (of_small, of_large) = (peak(&small), peak(&large));
        println!("{:5.1} {name}", of_large as f64 / large.len() as f64);
        let lines = large.split(['\n', '\r', '\u{c}']).filter(|line| !line.is_empty()).count();
        if of_large > A_BYTE * large.len() + A_LINE * lines {
            over.push(format!("{name}: {of_large} for {} bytes, {lines} lines", large.len()));
        }
        // Lists double as they grow.
        if of_large > 6 * of_small.max(1 << 16) {
            over.push(format!(
                "{name}: {of_small} for {}, {of_large} for {}",
                small.len(),
                large.len()
            ));
        }
    }
    assert!(over.is_empty(), "{}", over.join("\n"));
}

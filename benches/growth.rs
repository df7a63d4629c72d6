//! How the work grows with the input: bytes a second must stay the same down each column.
//!
//! `cargo bench --bench growth`; `-- --test` runs each once.

#[path = "../tests/promise/fixtures.rs"]
mod fixtures;
#[path = "../tests/promise/hostile.rs"]
mod hostile;

use divan::{Bencher, black_box, counter::BytesCount};
use fixtures::fixtures;
use hostile::{HOSTILE, filled};

fn main() {
    divan::main();
}

fn bench(bencher: Bencher<'_, '_>, text: &str) {
    bencher.counter(BytesCount::new(text.len())).bench(|| tearsheet::read(black_box(text)));
}

fn page() -> String {
    let page = fixtures().into_iter().find(|fixture| fixture.name == "zh__wuhai");
    String::from_utf8(page.expect("the page of Wuhai is a fixture").bytes)
        .expect("the page is UTF-8")
}

const PAGES: [usize; 5] = [1, 2, 4, 8, 16];

/// An issue: pages parted by form feeds.
#[divan::bench(args = PAGES, max_time = 2)]
fn pages(bencher: Bencher<'_, '_>, pages: usize) {
    bench(bencher, &vec![page(); pages].join("\u{c}"));
}

/// The same without form feeds: one page, ever longer.
#[divan::bench(args = PAGES, max_time = 2)]
fn one_long_page(bencher: Bencher<'_, '_>, pages: usize) {
    bench(bencher, &vec![page(); pages].join("\n\n"));
}

#[divan::bench(args = hostile_sizes(), max_time = 0.5, sample_count = 10)]
fn hostile(bencher: Bencher<'_, '_>, case: &(&str, usize)) {
    let &(name, bytes) = case;
    let unit = HOSTILE.iter().find(|(other, _)| *other == name).map_or("", |(_, unit)| unit);
    bench(bencher, &filled(unit, bytes));
}

fn hostile_sizes() -> impl Iterator<Item = (&'static str, usize)> {
    HOSTILE.iter().flat_map(|(name, _)| [12, 14, 16].map(|power| (*name, 1 << power)))
}

//! Instructions, which are the same however busy the machine is: of the pipeline, of each stage, and of inputs of ever
//! greater size. None may be more than its limit, or the run fails, and `.ci/run` with it.
//!
//! `cargo bench --bench instructions -- --parallel=2`; needs valgrind, and `gungraun-runner` of the version of the crate.
//! CONTRIBUTING.md says how to change a limit.

#![allow(missing_docs, reason = "gungraun makes public modules of the functions")]

#[path = "../tests/promise/hostile.rs"]
mod hostile;
mod stages;

use gungraun::{
    Callgrind, EventKind, LibraryBenchmarkConfig, library_benchmark, library_benchmark_group, main,
};
use hostile::HOSTILE;
use stages::{COURIER, Page, WUHAI};
use std::hint::black_box;
use std::ops::Deref;
use tearsheet::compose::Composed;
use tearsheet::line::{Lines, Measure};
use tearsheet::mend::Hyphens;
use tearsheet::read::{Reading, View};
use tearsheet::{Document, Language, Pipeline, Repair, Source};

/// What was measured: a name and a number a line.
const MEASURED: &str = include_str!("instructions.txt");

/// So much more is let pass, in percent: hash tables are seeded by chance, and what `memchr` and the standard library
/// choose to run depends on the processor.
const SLACK: u64 = 8;
/// And so many, for short stages: the allocator tidies up when it likes.
const ALLOCATOR: u64 = 30_000;

/// At most `times` what was measured under this name.
fn at_most(name: &str, times: usize) -> LibraryBenchmarkConfig {
    let number = |line: &str| line.strip_prefix(name)?.trim().parse().ok();
    let measured: Option<u64> = MEASURED.lines().find_map(number);
    let measured = measured.unwrap_or_else(|| panic!("instructions.txt does not name {name}"));
    let limit = measured * times as u64 * (100 + SLACK) / 100 + ALLOCATOR;
    let callgrind =
        Callgrind::with_args(["--cache-sim=no"]).hard_limits([(EventKind::Ir, limit)]).clone();
    LibraryBenchmarkConfig::default().tool(callgrind).clone()
}

/// A page with all that the stages make of it, so that what is made once, for all pages, is made already.
fn page(name: &str) -> &'static Page {
    let page = if name == "wuhai" { WUHAI.deref() } else { COURIER.deref() };
    black_box(Pipeline::new().read(&page.source));
    page
}

/// Functions of a page, each measured on a page in Chinese and one in English.
macro_rules! of_a_page {
    ($(fn $name:ident($page:ident) -> $out:ty $body:block)*) => {
        $(
            #[library_benchmark(setup = page)]
            #[bench::wuhai(args = ("wuhai"), config = at_most(concat!(stringify!($name), " wuhai"), 1))]
            #[bench::courier(args = ("courier"), config = at_most(concat!(stringify!($name), " courier"), 1))]
            fn $name($page: &'static Page) -> $out $body
        )*
        library_benchmark_group!(name = pages, benchmarks = [$($name),*]);
    };
}

of_a_page! {
    fn pipeline(page) -> String {
        let document = Pipeline::new().run("page", black_box(&page.bytes));
        document.expect("the page is text").to_json()
    }

    fn decode(page) -> Source {
        Source::decode("page", black_box(&page.bytes)).expect("the page is text")
    }

    fn detect(page) -> Language {
        tearsheet::language::detect(black_box(page.source.text()))
    }

    fn lines(page) -> Lines {
        tearsheet::line::lines(black_box(page.source.text()))
    }

    fn measure(page) -> Vec<Measure> {
        tearsheet::line::measure(black_box(&page.lines))
    }

    fn view(page) -> View<'static> {
        View::new(page.source.text(), black_box(&page.lines), &page.measures, page.table)
    }

    fn read(page) -> Reading {
        tearsheet::read::read(page.source.text(), black_box(&page.lines), &page.measures, page.table)
    }

    fn compose(page) -> Composed {
        let (text, lines) = (page.source.text(), black_box(&page.lines));
        let hyphens = Hyphens::new(text, lines, page.table);
        tearsheet::compose::compose(text, lines, &page.measures, &page.reading, page.table, &hyphens)
    }

    fn mend(page) -> (String, Vec<Repair>) {
        let (text, lines) = (page.source.text(), black_box(&page.lines));
        let hyphens = Hyphens::new(text, lines, page.table);
        let mut repairs = Vec::new();
        let mut joined = tearsheet::mend::join(text, lines, &hyphens, &mut repairs);
        tearsheet::mend::close_up(&mut joined, &mut repairs);
        (joined.text(), repairs)
    }
}

/// Texts of three sizes, each four times the one before, at most so many instructions a byte in all of them: what it costs
/// to read them is linear.
macro_rules! of_a_size {
    ($($input:ident)*) => {
        of_a_size!(@size small, 1 << 15, $($input)*);
        of_a_size!(@size medium, 1 << 17, $($input)*);
        of_a_size!(@size large, 1 << 19, $($input)*);
        library_benchmark_group!(name = growth, benchmarks = [small, medium, large]);
    };
    (@size $size:ident, $bytes:expr, $($input:ident)*) => {
        #[library_benchmark]
        $(
            #[bench::$input(
                args = (text(stringify!($input), $bytes)),
                config = at_most(concat!("byte ", stringify!($input)), $bytes)
            )]
        )*
        fn $size(text: String) -> Document {
            tearsheet::read(black_box(&text))
        }
    };
}

of_a_size! {
    chinese_pages chinese_page english_pages english_page
    one_line one_line_of_digits spaces blank_lines lines_of_a_character headlines headlines_and_bodies
    bodies_before_headlines open_quotes crossed_quotes nested_brackets ending_notes lines_from_elsewhere
    columns_in_turn columns_side_by_side strips headlines_over_texts editors_notes words_of_jumps_over_marks heads_before_long_texts
}

/// A text of so many bytes: pages with form feeds between them, one page that is ever longer, or a hostile input. What is
/// made once, for all texts, is made already.
fn text(name: &str, bytes: usize) -> String {
    if name == "heads_before_long_texts" {
        return heads_before_long_texts(bytes);
    }
    let page = |page: &Page, after: &str| page.source.text().to_owned() + after;
    let unit = match name {
        "chinese_pages" => page(&WUHAI, "\u{c}"),
        "chinese_page" => page(&WUHAI, "\n\n"),
        "english_pages" => page(&COURIER, "\u{c}"),
        "english_page" => page(&COURIER, "\n\n"),
        _ => {
            let name = name.replace('_', " ");
            let unit = HOSTILE.iter().find(|(hostile, _)| *hostile == name);
            unit.expect("the input is a hostile one").1.to_owned()
        }
    };
    let mut text = unit.repeat(bytes.div_ceil(unit.len()));
    text.truncate(text.floor_char_boundary(bytes));
    black_box(tearsheet::read(&text[..text.floor_char_boundary(1 << 12)]));
    text
}

/// Many heads drawn together before two bodies, whose every paragraph has the words of all heads.
fn heads_before_long_texts(bytes: usize) -> String {
    let mut text = "Council Votes On\nHarbour Bridge\nRepair Fund\n\n".repeat(150);
    let paragraph = "    The council votes on the repair fund for the harbour bridge.\n";
    while text.len() < bytes {
        text += paragraph;
        if text.len() < bytes / 2 && text.len() + paragraph.len() >= bytes / 2 {
            text += "\n\n";
        }
    }
    text.truncate(bytes);
    black_box(tearsheet::read(&text[..1 << 12]));
    text
}

main!(library_benchmark_groups = [pages, growth]);

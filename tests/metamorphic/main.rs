//! What a change of the page must not change in its articles.
//!
//! Where a promise holds for every page, a test asserts it for every page. Where it does not yet, the test
//! counts, says what is not reached, and asserts the count: a floor a little under what was measured, for the
//! reader's weights are fitted anew now and then. Whoever raises what holds raises its floor.
//! `cargo test --test metamorphic -- --nocapture` prints the counts.

#![expect(clippy::print_stdout, reason = "the counts are for people")]

mod disguise;
#[path = "../promise/fixtures.rs"]
mod fixtures;
mod known;

use disguise::{read, same_in_every_disguise, without_places};
use fixtures::fixtures;
use known::{First, Known, known, set_han, set_western};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use serde_json::Value;
use std::ops::RangeInclusive;
use tearsheet::{Document, Language, Pipeline, Source};

fn is_han(article: &Known) -> bool {
    matches!(article.language, Language::SimplifiedChinese | Language::TraditionalChinese)
}

/// The text of a fixture, its lines ended by LF. A space behind some lines of a Western page tells that their rows go
/// on (`line::rejoin`), and one behind all tells nothing; so here is none.
fn plain_lines(bytes: &[u8]) -> String {
    let source = Source::decode("page", bytes).expect("a fixture is text");
    let text = source.text().replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = text.split('\n').map(|line| line.trim_end_matches(' ')).collect();
    lines.join("\n")
}

#[test]
fn line_ends_and_trailing_spaces_change_nothing() {
    for fixture in fixtures() {
        if let Err(broken) = same_in_every_disguise(&plain_lines(&fixture.bytes)) {
            panic!("{}: {broken}", fixture.name);
        }
    }
}

#[test]
fn line_ends_within_broken_rows_change_nothing() {
    let rows = "这座体育场建在旧码头的南边，场内有座位\n五千个，场外还有空地可以停放车辆，观众\n须按票上指定的入口进场。\n按照目前设计，\n\
        一旦出现紧急情况，场内观众可在十五分钟\n内疏散到江边的安全地方，不必再走旧桥过\n江，\n也不必等候，\n\
        走到空地上就可以了。\n体育场的看台是活动的，可以推前也可以推\n后，底部装有气垫，用来保护下面的跑道。";
    same_in_every_disguise(rows).unwrap_or_else(|broken| panic!("{broken}"));
}

/// The same pages in every run, as in `tests/promises.rs`.
fn config() -> Config {
    Config {
        cases: 16,
        rng_seed: RngSeed::Fixed(0x7ea5),
        failure_persistence: None,
        max_shrink_iters: 200,
        ..Config::default()
    }
}

/// A page of one to four known articles in some order and measure, what stands between them at will.
fn generated() -> impl Strategy<Value = String> {
    let all: Vec<Known> = known().into_iter().filter(is_han).collect();
    let between =
        prop::sample::select(vec!["", "\n", "\u{c}", "第3版 2025年10月19日 星期日\n", "●\n"]);
    let article = (prop::sample::select(all), 7..=60_usize, between);
    prop::collection::vec(article, 1..5).prop_map(|articles| {
        let set = |(article, measure, between): &(Known, usize, &str)| {
            known::page(&[article], *measure) + between
        };
        articles.iter().map(set).collect()
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn line_ends_change_nothing_on_generated_pages(text in generated()) {
        same_in_every_disguise(&text).map_err(TestCaseError::fail)?;
    }
}

/// The article without its number and how sure it is, which follow from what else is there.
fn alone(article: &tearsheet::Article) -> Value {
    let mut value = without_places(serde_json::to_value(article).expect("keys are strings"));
    let fields = value.as_object_mut().expect("an article is an object");
    fields.retain(|key, _| key != "id" && key != "confidence");
    value
}

/// How many of `articles` of a page stand unchanged in `both`, or go on in it over the page's end.
fn kept(page: &Document, both: &Document) -> usize {
    let same: Vec<Value> = both.articles.iter().map(alone).collect();
    let goes_on = |article: &tearsheet::Article| {
        both.articles.iter().any(|joined| {
            joined.pages.iter().any(|number| *number <= page.source.pages)
                && joined.pages.iter().any(|number| *number > page.source.pages)
                && (article.continued_on.is_some() || article.continued_from.is_some())
                && article.paragraphs().take(1).all(|first| joined.paragraphs().any(|p| p == first))
        })
    };
    let kept = |article: &&tearsheet::Article| same.contains(&alone(article)) || goes_on(article);
    page.articles.iter().filter(kept).count()
}

/// Not reached: the reader takes one best path through the lines of all pages, and words that the lines of two
/// pages share speak for the text of both. So a line that is nearly as well something else is that where another
/// page follows: 答： after 问： on the page of an interview, a head or a credit that ends a page. The language is
/// told once a document: pages of two languages are not tried here.
#[test]
fn a_page_more_leaves_the_articles_before_it() {
    let pages: Vec<(String, Document, String)> = fixtures()
        .into_iter()
        .map(|fixture| {
            let text = plain_lines(&fixture.bytes);
            (fixture.name, read(&text), text)
        })
        .collect();
    let (mut all, mut unchanged) = (0, 0);
    for (name, first, text) in &pages {
        // A page is not its own next page: its head would be repeated, which says something.
        let next = pages
            .iter()
            .filter(|(other, second, _)| other != name && second.language == first.language)
            .step_by(2);
        for (_, _, more) in next {
            let both = read(&format!("{text}\u{c}{more}"));
            all += first.articles.len();
            unchanged += kept(first, &both);
        }
    }
    println!("a page more: {unchanged} of {all} articles unchanged");
    // Measured: 374 of 385; how many articles there are hangs on the reading.
    assert!(unchanged * 390 >= 378 * all, "{unchanged} of {all} articles");
}

/// Whether the paragraphs of `article`, set as `text`, are read as they were.
fn comes_back(article: &Known, text: &str) -> bool {
    let source = Source::from_text("page", text);
    let document = Pipeline::new().language(article.language).read(&source);
    let found = document.articles.iter().flat_map(tearsheet::Article::paragraphs);
    found.eq(article.paragraphs.iter().map(String::as_str))
}

/// Which of `articles` come back whole at each of `measures`, as `set` sets them.
fn back(
    articles: &[Known],
    measures: RangeInclusive<usize>,
    set: impl Fn(&[String], usize) -> String,
) -> Vec<(usize, Vec<bool>)> {
    let at = |measure| {
        let whole = |article: &Known| comes_back(article, &set(&article.paragraphs, measure));
        (measure, articles.iter().map(whole).collect())
    };
    let out: Vec<(usize, Vec<bool>)> = measures.map(at).collect();
    let each: Vec<String> =
        out.iter().map(|(measure, whole)| format!("{measure}: {}", count(whole))).collect();
    println!("{} articles; back at a measure: {}", articles.len(), each.join(", "));
    out
}

fn count(whole: &[bool]) -> usize {
    whole.iter().filter(|whole| **whole).count()
}

fn total(back: &[(usize, Vec<bool>)]) -> usize {
    back.iter().map(|(_, whole)| count(whole)).sum()
}

/// Not reached: a paragraph of two lines, the second one short, that stands alone or last (`figures` 1,
/// `headlines-first` 3, `taiwan` 1) is taken for something else than text; and a gap in a slogan that falls on a
/// line end (`wuhai` 1) leaves no trace on the page, so that nobody can give it back.
#[test]
fn indented_paragraphs_come_back_at_any_measure() {
    let articles: Vec<Known> = known().into_iter().filter(is_han).collect();
    let back = back(&articles, 7..=60, |text, measure| set_han(text, measure, First::Indented));
    let always = (0..articles.len()).filter(|&at| back.iter().all(|(_, whole)| whole[at])).count();
    println!("indented: {}, at every measure {always}", total(&back));
    // Measured: 2764 of 2862, 43 of 53 at every measure.
    assert!(total(&back) >= 2730 && always >= 40, "{} and {always}", total(&back));
    for (measure, whole) in &back {
        assert!(count(whole) >= 44, "{} of {} at {measure}", count(whole), whole.len());
    }
}

/// Not reached: wide measures. Where a paragraph has one or two lines, a first line that is two short says
/// nothing, and above 40 characters most here have no more. Columns of print are 7 to 24 wide.
#[test]
fn paragraphs_without_indent_come_back_at_the_measures_of_print() {
    let articles: Vec<Known> = known().into_iter().filter(is_han).collect();
    let back = back(&articles, 7..=60, |text, measure| set_han(text, measure, First::Short));
    println!("without indent: {}", total(&back));
    // Measured: 2366 of 2862; at each measure up to 24 at least 48 of 53.
    assert!(total(&back) >= 2330, "{}", total(&back));
    for (measure, whole) in back.iter().filter(|(measure, _)| *measure <= 24) {
        assert!(count(whole) >= 43, "{} of {} at {measure}", count(whole), whole.len());
    }
}

/// English, German and French, without hyphens at line ends. Measured: all of them at all measures, but for a paragraph of
/// `side-by-side` (German) at 34 letters, where a sentence ends at the end of a line that had room for the next word.
#[test]
fn western_paragraphs_come_back_at_any_measure() {
    let articles: Vec<Known> = known().into_iter().filter(|article| !is_han(article)).collect();
    for (measure, whole) in back(&articles, 24..=60, set_western) {
        let lost = usize::from(measure == 34);
        assert!(count(&whole) + lost >= articles.len(), "{} at {measure} letters", count(&whole));
    }
}

/// What is compared of an article whose block stands elsewhere.
fn block(article: &tearsheet::Article) -> (Option<&str>, Vec<&str>, Vec<&str>) {
    (
        article.headline.as_ref().map(|head| head.text.as_str()),
        article.bylines.iter().map(|byline| byline.text.as_str()).collect(),
        article.paragraphs().collect(),
    )
}

/// Not reached: two articles that stand one under the other are now and then read as one, the head between them
/// lost, where the second has no byline and the columns are as wide (`crlf`, `interview`, `opinion`); in another
/// order they are apart.
#[test]
fn blocks_in_another_order_are_the_same_articles() {
    let all: Vec<Known> = known()
        .into_iter()
        .filter(|article| {
            article.language == Language::SimplifiedChinese
                && article.headline.iter().any(|line| !line.is_empty())
        })
        .collect();
    let (mut articles, mut same) = (0, 0);
    for page in all.chunk_by(|one, other| one.fixture() == other.fixture()) {
        let (mut of_page, mut same_of_page) = (0, 0);
        for measure in [8, 13, 18, 30] {
            let mut blocks: Vec<&Known> = page.iter().collect();
            let first = read(&known::page(&blocks, measure));
            for turn in 0..2 * blocks.len() {
                // All rotations, then all of them backwards.
                if turn == blocks.len() {
                    blocks.reverse();
                }
                blocks.rotate_left(1);
                let other = read(&known::page(&blocks, measure));
                let found: Vec<_> = other.articles.iter().map(block).collect();
                of_page += first.articles.len();
                same_of_page +=
                    first.articles.iter().filter(|one| found.contains(&block(one))).count();
            }
        }
        println!("{}: {same_of_page} of {of_page}", page[0].fixture());
        articles += of_page;
        same += same_of_page;
    }
    println!("blocks shuffled: {same} of {articles} articles the same");
    // Measured: 1128 of 1180.
    assert!(same >= 1100, "{same} of {articles} articles");
}

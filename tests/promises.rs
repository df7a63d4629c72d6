//! The promises of the crate on every fixture, on generated pages and on hostile input.

mod promise;

#[path = "promise/fixtures.rs"]
mod fixtures;
#[path = "promise/hostile.rs"]
mod hostile;

use fixtures::{Fixture, fixtures};
use hostile::{HOSTILE, filled};
use promise::Kept;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use std::cell::Cell;
use tearsheet::language::Table;
use tearsheet::{Pipeline, Source, line};

/// Checks `promise` on every fixture and names all that break it.
fn on_every_fixture(promise: impl Fn(&Fixture) -> Kept) {
    let fixtures = fixtures();
    assert!(!fixtures.is_empty(), "there are no fixtures");
    let broken: Vec<String> = fixtures
        .iter()
        .filter_map(|fixture| Some(format!("{}: {}", fixture.name, promise(fixture).err()?)))
        .collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

fn decoded(bytes: &[u8]) -> Result<Source, String> {
    Source::decode("page", bytes).map_err(|error| error.to_string())
}

/// The promises on a text and its document.
fn kept(text: &str) -> Kept {
    let source = Source::from_text("page", text);
    promise::faithful(&source, &Pipeline::new().read(&source))
}

/// The promises on reading again what was mended.
fn mended_once(text: &str) -> Kept {
    promise::mended_once(&tearsheet::read(text))?;
    promise::closed_up_once(text)
}

#[test]
fn fixtures_are_read_faithfully() {
    on_every_fixture(|fixture| kept(decoded(&fixture.bytes)?.text()));
}

#[test]
fn fixtures_are_mended_once() {
    on_every_fixture(|fixture| mended_once(decoded(&fixture.bytes)?.text()));
}

#[test]
fn paragraphs_of_fixtures_come_back_unchanged() {
    on_every_fixture(|fixture| {
        promise::idempotent(&Pipeline::new().read(&decoded(&fixture.bytes)?))
    });
}

#[test]
fn fixtures_read_the_same_every_time() {
    on_every_fixture(|fixture| promise::deterministic(&fixture.bytes));
}

#[test]
fn fixtures_read_the_same_on_many_threads() {
    let pipeline = Pipeline::new();
    on_every_fixture(|fixture| {
        let read = || pipeline.run("page", &fixture.bytes).map(|document| document.to_json());
        let alone = read().map_err(|error| error.to_string())?;
        let same = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(read)).collect();
            threads
                .into_iter()
                .all(|thread| thread.join().is_ok_and(|json| json.is_ok_and(|json| json == alone)))
        });
        if same { Ok(()) } else { Err("threads read it differently".to_owned()) }
    });
}

#[test]
fn line_ends_of_any_kind_are_read_faithfully() {
    on_every_fixture(|fixture| {
        let text = decoded(&fixture.bytes)?.text().replace("\r\n", "\n");
        kept(&text.replace('\n', "\r\n"))?;
        kept(&text.replace('\n', "\r"))
    });
}

/// The lines of a text in columns side by side, some rows of each with nothing beside them.
fn side_by_side(text: &str, columns: usize) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let length = lines.len().div_ceil(columns);
    let width = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0) + 3;
    let row = |at: usize| {
        let lines = lines.iter().skip(at).step_by(length.max(1));
        let row: String = lines.map(|line| format!("{line:width$}")).collect();
        row.trim_end().to_owned() + "\n"
    };
    (0..length).map(row).collect()
}

#[test]
fn fixtures_side_by_side_are_read_faithfully() {
    let cut = Cell::new(0);
    on_every_fixture(|fixture| {
        let source = decoded(&fixture.bytes)?;
        (2..4).try_for_each(|columns| {
            let page = side_by_side(source.text(), columns);
            let lines = line::lines(&page).lines;
            let before = lines.len();
            let table = Table::of(tearsheet::language::detect(&page));
            cut.set(cut.get() + usize::from(line::cut(&page, lines, table).len() > before));
            kept(&page)?;
            kept(page.trim_end())
        })
    });
    // Measured: 47 of 48.
    assert!(cut.get() >= 44, "{}", cut.get());
}

/// A page may be cut off anywhere.
#[test]
fn beginnings_of_fixtures_are_read_faithfully() {
    on_every_fixture(|fixture| {
        let source = decoded(&fixture.bytes)?;
        let text = source.text();
        (1..8).try_for_each(|eighths| {
            kept(&text[..text.floor_char_boundary(text.len() * eighths / 8)])
        })
    });
}

/// Texts that broke a promise once, and the smallest of each odd kind.
const EDGE_CASES: &[&str] = &[
    // An Arabic letter mark.
    "市\u{61c}府昨日召开会议。\n",
    // Single characters with rubbish between them are no name that is set with spaces.
    "近日，社区党委召开会议理难��题。\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}�：“这里\n\n“变样了，我仜ǻ�合卷”\n本�芥��者 欧阳小明\n",
    "新区动工\n读者 石、磊落 海（江）澄 波\n新区昨日动工。\n",
    // A row put in order, with a quote open in each of its pieces.
    "\u{feff}⼀�E��\u{7}水\u{200b}圗�\u{e000}\r\n\r2025年10月19日\n\u{3000}\u{3000}��\u{e000}\r\n\r\n�。“\r\u{2028}《 \r\n\r\n\u{3000}\u{3000}��\u{e000}\r\n\r\n�。“\r\u{2028}《 ）\u{c}\u{c}",
    // Two heads in one line, parted by their bodies.
    "老渡口迎来新码头 古井里打捞出石刻\n\n　　本报讯（记者 尚文）古井清淤时，工人们\n从古井里打捞出一块石刻，字迹清楚。\n　　石刻已送博物馆。\n\n　　本报讯（记者 林巧）渡口有一百四十年的\n历史，新码头昨天启用，渡船鸣响了汽笛。\n　　码头候船室能避风雨。\n",
    // Columns side by side: a byline whose title stands at the top of the next column, before it in the source.
    "The ferry will leave the old      Staff Writer\npier from Monday, said the        The council voted last night\nharbour office, because the       to build a new hall on the\nquay is under repair until        market square, which will\nthe autumn, and it will be        cost nine million dollars and\nback before the first day         be open in two years from\nof October.                       now, the mayor told us when\n\nCOUNCIL VOTES FOR HALL            the meeting of the council\nBy JANE DOE                       was over late last night.\n",
    // A word torn without a hyphen at the very end, whose rest stands in the next column.
    "The ferry will leave the old        ference of the boats, which is\npier from Monday, said the          the roof of the library\nharbour office, because the         has been leaking again,\nquay is under repair until          and the readers have put\nthe conference is over, and         up their umbrellas among\nback before the first of            the shelves.\nthe autumn conference or the con",
    // A word torn without a hyphen, and a head between its halves.
    "Old Ferry Gets New Landing\nBy Ann Miller\n\n   The first boat blew its whistle at\nWillow Ferry yesterday morning, and the\nconference of the boatmen opened with a\nroom of six hundred square feet for the\npassengers who came early to the con\n\nCOUNCIL VOTES FOR HALL\n\nference and the whole town waited at the\nlanding for a boat. Passengers now walk\nalong the river on a path with stones that\ntell of the boatmen and their storms.\n",
    // Rows broken behind their punctuation, alone and beside another column.
    "这座体育场建在旧码头的南边，场内有座位\n五千个，场外还有空地可以停放车辆，观众\n须按票上指定的入口进场。\n按照目前设计，\n一旦出现紧急情况，场内观众可在十五分钟\n内疏散到江边的安全地方，不必再走旧桥过\n江，\n也不必等候，\n走到空地上就可以了。\n体育场的看台是活动的，可以推前也可以推\n后，底部装有气垫，用来保护下面的跑道。",
    "这座体育场建在旧码头的南边，场内有座位\u{3000}\u{3000}\u{3000}\u{3000}今年以来全市新开了六条公交线，市民说，\n五千个，场外还有空地可以停放车辆，观众\u{3000}\u{3000}\u{3000}\u{3000}等车比从前少等十分钟，晚上也能坐到家。\n须按票上指定的入口进场。\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}新线路经过三所学校两家医院，站台有灯，\n按照目前设计，\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}雨天不必再撑着伞认路牌。司机每天开八趟\n一旦出现紧急情况，场内观众可在十五分钟\u{3000}\u{3000}\u{3000}\u{3000}车，收车后还要把车洗净，才交给下一班。\n内疏散到江边的安全地方，不必再走旧桥过\u{3000}\u{3000}\u{3000}\u{3000}\n江，\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\n也不必等候，\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\n走到空地上就可以了。\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\n体育场的看台是活动的，可以推前也可以推\u{3000}\u{3000}\u{3000}\u{3000}\n后，底部装有气垫，用来保护下面的跑道。\u{3000}\u{3000}\u{3000}\u{3000}\n",
    "",
    " ",
    "\n",
    "\r",
    "\u{c}",
    "\u{feff}",
    "\u{feff}\u{feff}市",
    "\0",
    "\0\n\0",
    "\u{7}市\u{7}\n\u{7}",
    "\u{200b}",
    "市\u{200b} \u{200b}政",
    "\u{301}",
    "⼀",
    "⼀\n⼆",
    "\u{fffd}",
    "\u{e000}\u{f8ff}\u{10ffff}",
    "“",
    "”\n“",
    "（\n）",
    "（）",
    "（乔新博）",
    "（\u{3000}）\n本报讯（记者\u{3000}王\u{3000}明）",
    "本报讯",
    "本报记者",
    "本报记者 王小明",
    "（上接第一版）",
    "（下转第二版）\n（上接第一版）",
    "1",
    "1\u{c}\u{c}2",
    "好 不 好 ，必 须 以",
    "\u{2028}\u{2029}\u{85}\u{b}",
    "一方水土\n摄影报道\n\n　　养一方人。\n",
    "\u{fffd}\u{fffd}\u{fffd}\n摄影报道\nRi\n报道t\ni\ni\n",
];

#[test]
fn edge_cases_are_read_faithfully() {
    for text in EDGE_CASES {
        if let Err(broken) = kept(text) {
            panic!("{text:?}: {broken}");
        }
    }
}

#[test]
fn hostile_input_is_read_faithfully() {
    for (name, unit) in HOSTILE {
        if let Err(broken) = kept(&filled(unit, 2000)) {
            panic!("{name}: {broken}");
        }
    }
}

#[test]
fn types_cross_threads() {
    fn check<T: Send + Sync + std::panic::UnwindSafe>() {}
    check::<Pipeline>();
    check::<tearsheet::Document>();
    check::<tearsheet::Error>();
}

/// The same pages in every run, so that a failure is never luck; what chance can find is for the fuzz
/// targets.
fn config() -> Config {
    Config {
        cases: 128,
        rng_seed: RngSeed::Fixed(0x7ea5),
        failure_persistence: None,
        max_shrink_iters: 2000,
        ..Config::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn generated_pages_are_read_faithfully(text in page()) {
        kept(&text).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn generated_pages_are_mended_once(text in page()) {
        mended_once(&text).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn generated_western_pages_are_read_faithfully(text in western_page()) {
        kept(&text).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn generated_western_pages_are_mended_once(text in western_page()) {
        mended_once(&text).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn random_texts_are_read_faithfully(text in scraps()) {
        kept(&text).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn random_texts_are_mended_once(text in scraps()) {
        mended_once(&text).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        promise::never_panics(&bytes).map_err(TestCaseError::fail)?;
        promise::deterministic(&bytes).map_err(TestCaseError::fail)?;
    }
}

/// What texts of the page are made of.
const COMMON: &str = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年\
    动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起\
    小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相";

/// Things on a page that some stage looks for.
const CUES: &[&str] = &[
    "本报讯（记者 王小明）",
    "本报讯（记者\u{3000}王\u{3000}明 通讯员 李红）",
    "新华社北京10月19日电",
    "□ 本报记者 欧阳小明 通讯员 李红",
    "本报记者 王小明 摄",
    "（乔新博）",
    "（王小明 文/图）",
    "文/王小明 图/李红",
    "（上接第一版）",
    "（下转第二版）",
    "图为工人在检修设备。",
    "责任编辑：王小明 版式：李红",
    "第3版 2025年10月19日 星期日",
    "编者按",
    "电话：0473-1234567",
    "遗失声明",
    "——在社区里",
    "市政府：",
    "三、",
    "●",
];

/// Characters that a page should not have, and has.
const ODD: &[&str] = &[
    "\u{7}", "\0", "\u{200b}", "\u{feff}", "\u{fffd}", "\u{e000}", "⼀", "⽅", "豈", "\u{301}",
    "\u{3000}", " ", "\t", "\u{a0}", "\u{2028}", "\u{85}", "ﬁ", "𠀀", "\u{202e}", "“", "”", "（",
    "》", "\u{ad}",
];

fn han() -> impl Strategy<Value = char> {
    let all: Vec<char> = COMMON.chars().filter(|c| !c.is_whitespace()).collect();
    prop::sample::select(all)
}

fn words(least: usize, most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(han(), least..most).prop_map(String::from_iter)
}

/// A clause: words, a quote, a title, digits, a real gap, a foreign name.
fn clause() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => words(2, 14),
        1 => (words(2, 6), words(2, 9)).prop_map(|(a, b)| format!("{a}“{b}”")),
        1 => (words(2, 6), words(3, 5), words(3, 5)).prop_map(|(a, b, c)| format!("{a}“{b} {c}”")),
        1 => (words(1, 4), words(2, 6)).prop_map(|(a, b)| format!("{a}《{b}》")),
        1 => (words(1, 4), 0..10000_u32, words(1, 4)).prop_map(|(a, n, b)| format!("{a} {n}{b}")),
        1 => (words(1, 4), words(1, 4)).prop_map(|(a, b)| format!("{a} New York {b}")),
    ]
}

fn sentence() -> impl Strategy<Value = String> {
    let end = prop::sample::select(vec!["。", "！", "？", "。”", "……", ""]);
    (prop::collection::vec(clause(), 1..5), end).prop_map(|(clauses, end)| clauses.join("，") + end)
}

/// How a page sets its paragraphs.
#[derive(Clone, Debug)]
struct Setting {
    /// Characters to a line.
    measure: usize,
    /// Put before a first line.
    indent: &'static str,
    /// Characters by which a first line is shorter.
    short: usize,
    /// Put after each paragraph.
    gap: &'static str,
    /// Put between the characters of each so-many-th line.
    spaced: Option<usize>,
}

fn setting() -> impl Strategy<Value = Setting> {
    (
        7..60_usize,
        prop::sample::select(vec![("", 2), ("\u{3000}\u{3000}", 2), ("  ", 0), ("", 0)]),
        prop::sample::select(vec!["\n", "\n\n", "\n\n\n", "\r\n", "\r\n\r\n", "\r", "\u{c}"]),
        prop_oneof![4 => Just(None), 1 => (2..6_usize).prop_map(Some)],
    )
        .prop_map(|(measure, (indent, short), gap, spaced)| Setting {
            measure,
            indent,
            short,
            gap,
            spaced,
        })
}

/// Wraps `text` as a column does: at a fixed number of characters, in the middle of anything.
fn wrap(text: &str, set: &Setting) -> String {
    let characters: Vec<char> = text.chars().collect();
    let first = characters.len().min(set.measure - set.short);
    let lines =
        std::iter::once(&characters[..first]).chain(characters[first..].chunks(set.measure));
    let lines: Vec<String> = lines
        .enumerate()
        .map(|(at, line)| match set.spaced {
            Some(every) if at % every == every - 1 => {
                line.iter().map(char::to_string).collect::<Vec<_>>().join(" ")
            }
            _ => line.iter().collect(),
        })
        .collect();
    format!("{}{}", set.indent, lines.join(if set.gap.contains('\r') { "\r\n" } else { "\n" }))
}

/// Something that stands on a page, as its lines.
fn item(set: Setting) -> impl Strategy<Value = String> {
    let gap = set.gap;
    prop_oneof![
        6 => prop::collection::vec(sentence(), 1..6).prop_map(move |all| wrap(&all.concat(), &set)),
        2 => words(4, 20),
        1 => (words(4, 12), words(4, 12)).prop_map(|(a, b)| format!("{a}\n{b}")),
        1 => words(3, 9).prop_map(|a| a + "：\n"),
        2 => prop::sample::select(CUES).prop_map(str::to_owned),
        1 => (prop::sample::select(CUES), sentence()).prop_map(|(cue, text)| cue.to_owned() + &text),
        1 => (sentence(), prop::sample::select(CUES)).prop_map(|(text, cue)| text + cue),
        1 => prop::sample::select(ODD).prop_map(str::to_owned),
        1 => Just("\n".to_owned()),
    ]
    .prop_map(move |lines| lines + gap)
}

/// A page of one or two settings, with odd characters struck in.
fn page() -> impl Strategy<Value = String> {
    let part = || setting().prop_flat_map(|set| prop::collection::vec(item(set), 1..9));
    let odd =
        prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(ODD)), 0..4);
    (part(), part(), odd).prop_map(|(first, second, odd)| {
        let mut text = first.concat() + &second.concat();
        for (index, odd) in odd {
            let at = text.floor_char_boundary(index.index(text.len() + 1));
            text.insert_str(at, odd);
        }
        text
    })
}

/// Words of Western pages, of those that some stage looks for too.
const WESTERN: &[&str] = &[
    "the",
    "ferry",
    "council",
    "of",
    "and",
    "conference",
    "Monday",
    "day",
    "to",
    "said.",
    "boats,",
    "U.S.-led",
    "Mr.",
    "18",
    "(AP)",
    "“it’s",
    "well-known",
    "Zucker",
    "Schiffahrt",
    "und",
    "daß",
    "l’école",
    "N°",
    "era—",
    "he--",
    "COUNCIL",
    "By",
    "JOHN",
    "SMITH",
    "Geſetz",
    "x",
    "I",
    "page",
];

/// Lines of Western pages that some stage looks for.
const WESTERN_CUES: &[&str] = &[
    "By ANN MILLER",
    "By JOHN SMITH / Staff Writer",
    "Special to The Tribune.",
    "See FERRY, page 2",
    "(Continued from Page One)",
    "FERRY: Old boats KING: His dream",
    "From page 1",
    "Von unserem Korrespondenten",
    "(Fortsetzung auf Seite 2.)",
    "Bern, 4. Febr. (sda)",
    "WASHINGTON, Jan. 5 (AP) —",
    "Photo by Ann Miller",
    "THE DAILY FERRY 1950-",
    "1951 RESULTS",
    "S P O R T",
    "* * *",
    "i j I |",
];

fn western_words() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(WESTERN), 1..60).prop_map(|words| words.join(" "))
}

/// Wraps Western text, and tears the words that go over a line end: with a hyphen, or without where OCR lost it.
fn wrap_western(text: &str, measure: usize, hyphen: &str) -> String {
    let mut out = String::new();
    let mut room = measure;
    for word in text.split(' ') {
        let letters = word.chars().count();
        let fits = room.saturating_sub(hyphen.len() + 1);
        let torn = word.char_indices().nth(fits).filter(|_| letters > room && fits > 1);
        if let Some((at, _)) = torn {
            out += &format!("{}{hyphen}\n{} ", &word[..at], &word[at..]);
            room = measure.saturating_sub(letters - fits);
        } else {
            if letters > room {
                out.push('\n');
                room = measure;
            }
            out += &format!("{word} ");
            room = room.saturating_sub(letters + 1);
        }
    }
    out.trim_end().replace(" \n", "\n")
}

/// A text with something between two of its lines.
fn interrupted(lines: &str, at: usize, cue: &str) -> String {
    let mut lines: Vec<&str> = lines.split('\n').collect();
    let cue = format!("\n{cue}\n");
    lines.insert(at % (lines.len() + 1), &cue);
    lines.join("\n")
}

fn western_page() -> impl Strategy<Value = String> {
    let hyphens = prop::sample::select(vec!["-", "", "", "¬", "\u{ad}", "--", "⸗", "- "]);
    let indents = prop::sample::select(vec!["", "  ", "\t"]);
    let ends = prop::sample::select(vec!["\n", "\n\n", "\r", "\r\n\r\n", " \n", "\u{c}"]);
    (12..60_usize, hyphens, indents, ends).prop_flat_map(|(measure, hyphen, indent, end)| {
        let wrapped = move |text: &str| indent.to_owned() + &wrap_western(text, measure, hyphen);
        let cue = || prop::sample::select(WESTERN_CUES);
        let item = prop_oneof![
            3 => western_words().prop_map(move |text| wrapped(&text)),
            3 => (western_words(), 0..20_usize, cue())
                .prop_map(move |(text, at, cue)| interrupted(&wrapped(&text), at, cue)),
            2 => western_words()
                .prop_map(move |text| wrap_western(&text.to_uppercase(), measure / 2, hyphen)),
            2 => cue().prop_map(str::to_owned),
            1 => prop::sample::select(ODD).prop_map(str::to_owned),
        ];
        prop::collection::vec(item.prop_map(move |item| item + end), 1..14)
            .prop_map(|items| items.concat())
    })
}

/// Any characters, mixed with what pages are made of.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        3 => any::<char>().prop_map(String::from),
        3 => han().prop_map(String::from),
        2 => prop::sample::select(vec![" ", "\n", "\n\n", "\r", "\u{c}", "\t", "1", "a", "-", "。", "，", "：", "/"])
            .prop_map(str::to_owned),
        1 => prop::sample::select(CUES).prop_map(str::to_owned),
        2 => prop::sample::select(ODD).prop_map(str::to_owned),
    ];
    prop::collection::vec(scrap, 0..120).prop_map(|scraps| scraps.concat())
}

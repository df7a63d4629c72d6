//! English, as papers of Britain and America print it.

use super::pattern::{begins, ends, has_digit, holds};
use super::western::{
    JUMP_WORD, bylines, closes_with_name, ends_with_page, enumerates, has_dash, leads, named_alone,
    opens_with, opens_with_place, page_end, signed_after_dash, signed_alone,
};
use super::{
    Characters, Pairs, Pattern, Phrases, Script, ShortWord, Subjects, Table, breaks, column_words,
};
use crate::document::{CreditRole, Language};
use std::sync::LazyLock;

const AND: &str = "and|&";
/// Jan. 5; 5 January 1950; Thursday.
const DATE: &str = r"(?i:(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)\s*[0-9]{1,2}(?:,\s*[0-9]{4})?|[0-9]{1,2}\s+(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s+night)?)";
/// A page by its number or its place: page 6, Page One, back page.
const PAGE: &str = r"(?:(?i:pages?|pg?\.)\s*(?:[A-Z]?-?[0-9]{1,3}[A-Z]?|(?i:one|two|three|four|five|six|seven|eight|nine|ten))\b|(?i:(?:the\s+)?(?:first|front|back|next|last|opposite|following|preceding)\s+page)\b)";
/// A page by its section: A12.
const SHEET: &str = r"[A-Z]-?[0-9]{1,2}\b";

/// What stands last where the staff is listed.
const OFFICES: [&str; 8] = [
    "Editor",
    "Manager",
    "Adviser",
    "Advisor",
    "Publisher",
    "Illustrator",
    "Assistant",
    "Director",
];
/// What a byline that says so begins with.
const BY: [&str; 9] =
    ["by", "from", "story", "text", "words", "report", "compiled", "reviewed", "edited"];
/// What a line that says what somebody is begins with, if it does not end with one of `POSTS`.
const PRESS: [&str; 7] = ["special", "the", "associated", "united", "canadian", "reuter", "agence"];
/// What somebody may be.
const POSTS: [&str; 9] = [
    "staff",
    "writer",
    "reporter",
    "correspondent",
    "editor",
    "columnist",
    "contributor",
    "critic",
    "bureau",
];
/// What a byline ends with that names nobody: From Our Own Correspondent.
const UNNAMED: [&str; 11] = [
    "correspondent",
    "reporter",
    "writer",
    "contributor",
    "representative",
    "press",
    "international",
    "reuter",
    "reuters",
    "reports",
    "services",
];
/// Pages by their numbers, as words.
const PAGES: [&str; 10] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// Whether a date may be in `text`.
fn dated(text: &str) -> bool {
    has_digit(text) || holds(text, &["day"])
}

/// FURIOUS DRIVING.—Percy: a side-head. A place in capitals that ends with a stop is short: WASHINGTON, D.C.—
fn heads(text: &str) -> bool {
    let in_place = |c: char| c.is_uppercase() || " '’-.".contains(c);
    let rest = text.trim_start_matches(in_place);
    let head = &text[..text.len() - rest.len()];
    let last = head.strip_suffix('.').map(|head| head.rsplit([' ', '.']).next().unwrap_or(head));
    rest.starts_with(['—', '–']) && last.is_some_and(|word| word.chars().nth(SHORT).is_some())
}

/// The longest abbreviation of a place.
const SHORT: usize = 4;

/// FORTY-two: a hyphen right behind capitals that goes on in small letters, or on the next line.
fn counts(text: &str) -> bool {
    let rest = text.trim_start_matches(char::is_uppercase);
    let torn = rest.len() < text.len() && rest.starts_with('-');
    torn && rest[1..].chars().next().is_none_or(char::is_lowercase)
}

/// BUDGET, from A1: what stands before from is in capitals.
fn comes_from(text: &str) -> bool {
    let mut word = text.strip_prefix(['(', '[']).unwrap_or(text).chars().skip(1);
    let in_capitals = |c: char| c.is_uppercase() || c.is_numeric() || "'’.&- ".contains(c);
    (begins(text, &["cont", "from"]) || word.next().is_some_and(in_capitals))
        && holds(text, &["from"])
}

/// Staff photo by Ann Lee: by is the third word or the fourth.
fn pictured_by(text: &str) -> bool {
    text.split_whitespace().skip(2).take(2).any(|word| word.eq_ignore_ascii_case("by"))
        && holds(text, &["photo", "picture"])
}

/// Staff Writers; Special to The Times.
fn says_post(text: &str) -> bool {
    let line = text.trim_end_matches([')', ']', '.']);
    begins(text, &PRESS) || ends(line.strip_suffix(['s', 'S', 'ſ']).unwrap_or(line), &POSTS)
}

pub(super) static TABLE: Table = Table {
    language: Language::English,
    script: Script::Latin,
    surnames: Characters::of(""),
    double_surnames: &[],
    titles: &[
        ("Correspondent", CreditRole::Reporter),
        ("Contributor", CreditRole::Reporter),
        ("Columnist", CreditRole::Reporter),
        ("Political", CreditRole::Reporter),
        ("Reporter", CreditRole::Reporter),
        ("Special", CreditRole::Reporter),
        ("Writer", CreditRole::Reporter),
        ("Editor", CreditRole::Reporter),
        ("Senior", CreditRole::Reporter),
        ("Sports", CreditRole::Reporter),
        ("Staff", CreditRole::Reporter),
        ("Press", CreditRole::Reporter),
        ("Chief", CreditRole::Reporter),
        ("News", CreditRole::Reporter),
        ("City", CreditRole::Reporter),
    ],
    works: &[],
    given_by: &[],
    title_lead: LazyLock::new(|| Pattern::new("^$", str::is_empty)),
    title_lines: LazyLock::new(|| {
        Pattern::new(
            r#"(?i)^[(\[]?(?:special(?:ly)?\s+(?:to|for)\s+.{2,40}|(?:the\s+)?(?:associated\s+press|united\s+press(?:\s+international)?|canadian\s+press|reuters?|agence\s+france-presse)|(?:[\p{L}'’.&\-]+\s+){0,4}(?:staff|writer|reporter|correspondent|editor|columnist|contributor|critic|bureau)s?)[)\].]*$"#,
            says_post,
        )
    }),
    leads: LazyLock::new(|| {
        leads([
            // WASHINGTON, Jan. 5 (AP) —; SPRINGFIELD, Ill. (UPI) --; LONDON, Thursday. —
            (
                format!(
                    r#"^(?P<dateline>(?P<place>\p{{Lu}}[\p{{Lu}}.'’\- ]{{2,28}}(?:,\s*\p{{Lu}}[\p{{L}}.]{{1,12}}){{0,2}}?)(?:,?\s*(?P<date>{DATE}))?\.?,?\s*(?:[(\[](?P<agency>[\p{{L}} .&]{{2,30}})[)\]])?\.?\s*(?:—|–|--|-)+)\s*"#
                ),
                |text| opens_with_place(text) && has_dash(text),
            ),
            // PORT ARDLEY, March 6. (Reuter) Two ferries
            (
                format!(
                    r#"^(?P<dateline>(?P<place>\p{{Lu}}[\p{{Lu}}.'’\- ]{{2,28}}),?\s*(?P<date>{DATE})\.?\s*(?:[(\[](?P<agency>[\p{{L}} .&]{{2,30}})[)\]])?\s*(?:—|–|-|\.)*)\s*"#
                ),
                |text| opens_with_place(text) && dated(text),
            ),
            // Washington, Jan. 5 (AP) —: in small letters it needs its date and a dash.
            (
                format!(
                    r#"^(?P<dateline>(?P<place>\p{{Lu}}[\p{{L}}.'’\-]+(?:\s+\p{{Lu}}[\p{{L}}.'’\-]+){{0,2}}(?:,\s*\p{{Lu}}[\p{{L}}.]{{1,12}})?),\s*(?P<date>{DATE})\.?,?\s*(?:[(\[](?P<agency>[\p{{L}} .&]{{2,30}})[)\]])?\.?\s*(?:—|–|--)+)\s*"#
                ),
                |text| text.contains(',') && has_dash(text) && dated(text),
            ),
        ])
    }),
    may_lead: |first| first.is_ascii_uppercase(),
    no_lead: |text| {
        opens_with(text, &["sir", "sirs", "madam", "dear", "gentlemen", "every"])
            || counts(text)
            || heads(text)
    },
    // OCR reads See as Sec and page 8 as pages.
    jump_from: LazyLock::new(|| {
        Pattern::new(
            &format!(
                r#"^[(\[]?(?:(?P<word>{JUMP_WORD})[,:/]?\s+)?(?:(?i:(?:continued|cont'd|cont\.)\s+from)|From|FROM|from)\s+(?P<page>{PAGE}|{SHEET}|pages?$)(?i:,?\s*col(?:umn|\.)?\s*[0-9]+)?(?:[)\].:—]+|\s|$)\s*"#
            ),
            comes_from,
        )
    }),
    jump_on: LazyLock::new(|| {
        Pattern::new(
            &format!(
                r#"\s*[(\[]?(?:(?i:(?:please\s+)?(?:see|sec|turn\s+to))\s+(?P<word>{JUMP_WORD})[,:/]?\s*(?i:on\s+)?|(?:(?i:(?:continued|cont'd|cont\.)\s+on|please\s+(?:see|turn\s+to))|See|SEE|Turn to|TURN TO|[(\[]see)\s+)(?P<page>{PAGE}|{SHEET})(?i:,?\s*col(?:umn|\.)?\s*[0-9]+)?\.?[)\]]?\.?$"#
            ),
            |text| {
                ends_with_page(text, "page")
                    || ends(page_end(text), &PAGES) && holds(text, &["page", "p.", "pg."])
            },
        )
    }),
    source_notes: &[
        "AP",
        "UPI",
        "United Press",
        "Associated Press",
        "The Associated Press",
        "Exchange",
        "Canadian Press",
        "CP",
        "Reuters",
        "Reuter",
        "AFP",
        "PA",
        "Bloomberg",
        "Staff",
        "From wire",
    ],
    folio: LazyLock::new(|| {
        Pattern::new(
            r#"^(?:(?i:page)\s*[A-Z]?-?[0-9]{1,3}.*|[A-Z]?-?[0-9]{1,3}|.{0,50}(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY),?\s+\p{L}{3,9}\.?\s+[0-9]{1,2},?\s+[0-9]{4}.{0,30}|(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)\s+[0-9]{1,2},\s+[0-9]{4}|(?i:vol(?:ume|\.)?)\s*[0-9IVXLC]+.{0,30})$"#,
            |text| has_digit(text) || begins(text, &["vol"]),
        )
    }),
    staff: LazyLock::new(|| {
        Pattern::new(
            r#"^(?:(?i:editor|editors|editor-in-chief|managing editor|publisher|staff|layout|design)s?\s*:\s*.{2,80}|(?:\p{Lu}[\p{L}'’.]+\s+){2,4}(?:\p{L}+[.,]?\s+){0,3}(?:Editor|Manager|Adviser|Advisor|Publisher|Illustrator|Assistant|Director))$"#,
            |text| text.contains(':') || OFFICES.iter().any(|office| text.ends_with(office)),
        )
    }),
    imprint: LazyLock::new(|| {
        Pattern::new(
            r#"(?i:subscription|telephone:|phone:|www\.|@[a-z]+\.|p\.?o\.? box|copyright|all rights reserved|advertis)|\(?[0-9]{3}\)?[ -][0-9]{3}-[0-9]{4}"#,
            |_| true,
        )
    }),
    advert: &[
        "ADVERTISEMENT",
        "Advertisement",
        "For Sale",
        "FOR SALE",
        "Help Wanted",
        "HELP WANTED",
        "Sale",
        "SALE",
        "% off",
        "% OFF",
        "Open daily",
        "Call now",
        "CALL",
        "Coupon",
        "coupon",
        "FREE",
        "Free delivery",
        "Apply",
        "Now hiring",
        "per month",
        "Offer",
    ],
    caption: &[
        "Photo", "PHOTO", "photo", "pictured", "Pictured", "left,", "right,", "(left)", "(right)",
        "above", "below", "shown",
    ],
    places: &[],
    place_ends: "",
    given_unnamed: &[],
    signs: &[],
    addresses: &[],
    unit_ends: "",
    column_ends: &[],
    column: &[
        "Viewpoint",
        "Opinion",
        "OPINION",
        "Letters",
        "LETTERS",
        "Briefs",
        "BRIEFS",
        "In Brief",
        "World",
        "Local",
        "LOCAL",
        "Sports",
        "SPORTS",
        "Sport",
        "SPORT",
        "Business",
        "News",
        "NEWS",
        "Analysis",
        "Exclusive",
        "Health",
        "Editorial",
        "EDITORIAL",
        "Calendar",
        "Around",
        "Notebook",
        "Column",
        "Review",
        "REVIEW",
        "Arts",
        "Life",
        "County",
        "City Council",
        "Council",
        "National",
        "International",
        "Politics",
        "Education",
        "Science",
        "Technology",
        "Entertainment",
        "Obituaries",
        "Weather",
        "Travel",
        "Community",
        "Campus",
        "Region",
    ],
    note: &["Editor's note", "Editor’s note", "EDITOR'S NOTE", "Editor's Note", "EDITOR’S NOTE"],
    foreword: &[],
    opens: &[
        "A ",
        "An ",
        "Two ",
        "Three ",
        "Police ",
        "Officials ",
        "President ",
        "Police",
        "The government",
    ],
    goes_on: &[
        "He ",
        "She ",
        "They ",
        "But ",
        "And ",
        "However",
        "Meanwhile",
        "According",
        "“",
        "\"",
        "It ",
        "Some ",
        "Many ",
        "Other ",
        "Asked ",
        "Also",
    ],
    enumerator: LazyLock::new(|| {
        Pattern::new(
            r#"^(?:\(?[0-9]{1,2}[.)]\s|[•●■▪◆*—–]\s?|\(?[a-z]\)\s|[QA][.:]\s)"#,
            enumerates,
        )
    }),
    bylines: LazyLock::new(|| {
        bylines(
            AND,
            &[
                (
                    r#"^[(\[]?(?i:(?:(?:story|text|words|report|compiled|reviewed|edited)\s+)?by|from)\s+(?P<office>(?i:(?:our|a|an)\s+(?:[\p{L}\-]+\s+){0,3}(?:correspondent|reporter|writer|contributor|representative)|(?:the\s+)?(?:associated\s+press|united\s+press(?:\s+international)?|canadian\s+press|reuters?)|(?:staff\s+and\s+|news\s+)?wire\s+(?:reports|services)))[)\]]?\.?$"#,
                    |text| begins(text, &BY) && ends(page_end(text), &UNNAMED),
                    CreditRole::Reporter,
                    true,
                ),
                (
                    r#"^\(?(?i:(?:(?:story|text|words|report|compiled|reviewed)\s+)?by|from)\s+(?P<people>NAMES)(?:,?\s*(?i:(?:(?:of\s+the\s+)?[\p{L}'’\-]+\s+){0,3}(?:staff|writer|reporter|correspondent|editor|press|news|times|daily|post|herald|service|columnist|contributor|critic)(?:\s+\p{L}+){0,3}|special\s+(?:to|for)\s+.{2,30}|in\s+[\p{L} ]{3,24}))?\)?$"#,
                    |text| begins(text, &BY),
                    CreditRole::Author,
                    true,
                ),
                (
                    r#"^\(?(?i:photos?|pictures?|photographs?)(?i:\s+by)?[:\s]\s*(?P<photo>NAMES)(?:/[\p{L} .]{2,20})?\)?$"#,
                    |text| begins(text, &["photo", "picture"]),
                    CreditRole::Photo,
                    true,
                ),
                (
                    r#"^\(?(?:[\p{L}'’]+\s+){1,2}(?i:photos?|photographs?|pictures?|wirephotos?)\s+(?i:by)\s+(?P<photo>NAMES)\)?$"#,
                    pictured_by,
                    CreditRole::Photo,
                    true,
                ),
                (
                    r#"^\(?(?:AP|UPI|PA|AFP|Reuters?|REUTERS?)(?:\s+(?i:photos?|wirephotos?))?\s*/\s*(?P<photo>NAMES)\)?$"#,
                    |text| text.contains('/'),
                    CreditRole::Photo,
                    true,
                ),
                (
                    r#"^(?P<photo>FULL)/(?:AP|Reuters|REUTERS|AFP|UPI|[\p{L} ]{3,20})$"#,
                    |text| text.contains('/'),
                    CreditRole::Photo,
                    true,
                ),
                (
                    r#"^(?P<people>FULL),\s*(?i:staff|special|the|chief|political|sports?|city|senior)?\s*(?i:(?:\p{L}+\s+){0,2}(?:staff|writer|reporter|correspondent|editor|columnist))$"#,
                    |text| text.contains(',') && ends(text, &POSTS),
                    CreditRole::Author,
                    true,
                ),
                (r#"^(?P<people>FULL)$"#, named_alone, CreditRole::Author, false),
            ],
        )
    }),
    by: &["by", "from", "story"],
    signatures: LazyLock::new(|| {
        bylines(
            AND,
            &[
                (
                    r#"(?:^|[.!?”“\"'’»)]\s*)(?P<sign>(?:—|–|--)\s*(?P<people>FULL))$"#,
                    signed_after_dash,
                    CreditRole::Author,
                    true,
                ),
                (
                    r#"(?:^|[.!?”“\"'’»)]\s+)(?P<sign>(?:(?:[\p{L}'’]+\s+){0,2}(?i:photos?|wirephotos?)\s+(?i:by)\s+|(?:AP|UPI|PA|AFP|Reuters?)(?:\s+(?i:photos?|wirephotos?))?\s*/\s*)(?P<photo>NAMES))$"#,
                    |text| {
                        closes_with_name(text) && (text.contains('/') || holds(text, &["photo"]))
                    },
                    CreditRole::Photo,
                    true,
                ),
                (
                    r#"(?:^|[.!?”“\"'’»)]\s+)(?P<sign>(?i:photos?|pictures?|photographs?|images?)(?:\s+(?i:by|courtesy(?:\s+of)?)|\s*:)\s*(?P<photo>NAMES)(?:/[\p{L} .]{2,20})?)$"#,
                    |text| closes_with_name(text) && holds(text, &["photo", "picture", "image"]),
                    CreditRole::Photo,
                    true,
                ),
                (
                    r#"(?:^|[.!?”“\"'’»)]\s+)(?P<sign>(?P<photo>FULL)/(?:\p{Lu}{2,5}|Reuters|Getty(?: Images)?))$"#,
                    |text| text.contains('/'),
                    CreditRole::Photo,
                    true,
                ),
                (
                    r#"[.!?”“\"»]\s+(?P<sign>(?P<people>ALONE))$"#,
                    signed_alone,
                    CreditRole::Author,
                    false,
                ),
            ],
        )
    }),
    and: &["and", "&", "or", "to"],
    byline_with_head: true,
    hyphenates: true,
    with_kk: None,
    compounds: &[
        "self", "half", "well", "non", "all", "mid", "one", "two", "three", "four", "five", "six",
        "seven", "eight", "nine", "first", "second", "third",
    ],
    prefixes: &[
        "ex", "anti", "co", "semi", "so", "ten", "long", "short", "high", "low", "full", "part",
        "old", "new", "much", "ill", "cross", "post", "pre", "vice", "year", "off", "on", "right",
        "left", "now", "then",
    ],
    compound_ends: &[
        "old",
        "based",
        "year",
        "term",
        "up",
        "off",
        "related",
        "made",
        "sized",
        "linked",
        "backed",
        "owned",
        "winning",
        "minded",
        "friendly",
        "oriented",
        "elect",
        "style",
        "seeded",
        "lived",
        "intensive",
        "level",
        "handed",
        "eyed",
        "haired",
        "sided",
        "hearted",
        "inch",
        "mile",
        "hour",
        "minute",
        "week",
    ],
    common: &ShortWord::all([
        "the", "of", "and", "to", "in", "a", "is", "that", "for", "was", "on", "with", "as", "he",
        "it", "by", "at", "his", "from", "be", "are", "has", "have", "not", "but", "an", "said",
        "will", "they", "this",
    ]),
    phrases: LazyLock::new(|| Phrases::new(&TABLE)),
    column_words: LazyLock::new(|| column_words(&TABLE)),
    pairs: LazyLock::new(Pairs::default),
    flow: &breaks::LATIN_FLOW,
    subjects: LazyLock::new(|| Subjects::new(include_bytes!("subjects/en.subjects"))),
};

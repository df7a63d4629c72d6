//! English, as papers of Britain and America print it.

use super::pattern::{begins, has_digit, holds};
use super::western::{
    bylines, closes_with_name, ends_with_page, enumerates, leads, named_alone, opens_with_place,
    signed_after_dash, signed_alone,
};
use super::{Characters, Pairs, Pattern, Phrases, Script, ShortWord, Table, column_words};
use crate::document::{CreditRole, Language};
use std::sync::LazyLock;

const AND: &str = "and|&";
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
    title_lead: LazyLock::new(|| Pattern::new("^$", |_| true)),
    leads: LazyLock::new(|| {
        leads(
            AND,
            &[
                (
                    r#"^(?P<dateline>(?P<place>\p{Lu}[\p{Lu}.'’\- ]{2,28}(?:,\s*\p{Lu}[\p{L}.]{1,12}){0,2})(?:,?\s*(?P<date>(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)\s*[0-9]{1,2}))?\s*(?:\((?P<agency>[\p{L} .&]{2,30})\))?\s*(?:—|–|--|-)+)\s*"#,
                    opens_with_place,
                ),
                (
                    r#"^(?P<dateline>(?P<place>\p{Lu}[\p{Lu}.'’\- ]{2,28}),?\s*(?P<date>(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)\s*[0-9]{1,2})\.?\s*(?:\((?P<agency>[\p{L} .&]{2,30})\))?\s*(?:—|–|-|\.)*)\s*"#,
                    |text| opens_with_place(text) && has_digit(text),
                ),
            ],
        )
    }),
    may_lead: |first| first.is_ascii_uppercase(),
    jump_from: LazyLock::new(|| {
        Pattern::new(
            r#"^\(?(?:[Cc]ontinued from|CONTINUED FROM|[Ff]rom|FROM)\s+(?P<page>(?i:pages?|p\.)\s*[A-Z]?-?[0-9]{1,3}[A-Z]?)\)?[.:]?\s*"#,
            |text| begins(text, &["continued", "from"]),
        )
    }),
    jump_on: LazyLock::new(|| {
        Pattern::new(
            r#"\s*[(\[]?(?:(?i:continued on|turn to|see)\s+(?:[\p{Lu}][\p{Lu}\p{L}'’ ]{1,24},\s*)?(?:back\s+)?|(?i:please\s+)?(?i:see)\s+[\p{Lu} ]{3,24}\s*,?\s*)(?P<page>(?i:pages?|p\.)\s*[A-Z]?-?[0-9]{1,3}[A-Z]?|(?i:back page))[)\]]?\.?$"#,
            ends_with_page,
        )
    }),
    source_notes: &[
        "AP",
        "UPI",
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
                    r#"^\(?(?i:by|from)\s+(?P<people>NAMES)(?:,?\s*(?i:(?:\p{L}+\s+){0,3}(?:staff|writer|reporter|correspondent|editor|press|news|times|daily|post|herald|service|columnist|contributor)(?:\s+\p{L}+){0,3}))?\)?$"#,
                    |text| begins(text, &["by", "from"]),
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
                    r#"^(?P<photo>FULL)/(?:AP|Reuters|REUTERS|AFP|UPI|[\p{L} ]{3,20})$"#,
                    |text| text.contains('/'),
                    CreditRole::Photo,
                    true,
                ),
                (
                    r#"^(?P<people>FULL),\s*(?i:staff|special|the|chief|political|sports?|city|senior)?\s*(?i:(?:\p{L}+\s+){0,2}(?:staff|writer|reporter|correspondent|editor|columnist))$"#,
                    |text| text.contains(','),
                    CreditRole::Author,
                    true,
                ),
                (r#"^(?P<people>FULL)$"#, named_alone, CreditRole::Author, false),
            ],
        )
    }),
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
        "old", "based", "year", "term", "up", "off", "related", "made", "sized", "linked",
        "backed", "owned", "winning", "minded", "friendly", "oriented", "elect",
    ],
    common: &ShortWord::all([
        "the", "of", "and", "to", "in", "a", "is", "that", "for", "was", "on", "with", "as", "he",
        "it", "by", "at", "his", "from", "be", "are", "has", "have", "not", "but", "an", "said",
        "will", "they", "this",
    ]),
    phrases: LazyLock::new(|| Phrases::new(&TABLE)),
    column_words: LazyLock::new(|| column_words(&TABLE)),
    pairs: LazyLock::new(Pairs::default),
};

//! English, as papers of Britain and America print it.

use super::western::{JUMP_WORD, bylines};
use super::{Pairs, Script, Table, pattern};
use crate::document::{CreditRole, Language};
use std::sync::LazyLock;

const AND: &str = "and|&";
/// Jan. 5; 5 January 1950; Thursday.
const DATE: &str = r"(?i:(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)\s*[0-9]{1,2}(?:,\s*[0-9]{4})?|[0-9]{1,2}\s+(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s+night)?)";
/// A page by its number or its place: page 6, Page One, back page.
const PAGE: &str = r"(?:(?i:pages?|pg?\.)\s*(?:[A-Z]?-?[0-9]{1,3}[A-Z]?|(?i:one|two|three|four|five|six|seven|eight|nine|ten))\b|(?i:(?:the\s+)?(?:first|front|back|next|last|opposite|following|preceding)\s+page)\b)";
/// A page by its section: A12.
const SHEET: &str = r"[A-Z]-?[0-9]{1,2}\b";

pub(super) static TABLE: Table = Table {
    language: Language::English,
    script: Script::Latin,
    surnames: "",
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
    title_lead: LazyLock::new(|| pattern("^$")),
    title_lines: LazyLock::new(|| {
        pattern(
            r#"(?i)^[(\[]?(?:special(?:ly)?\s+(?:to|for)\s+.{2,40}|(?:the\s+)?(?:associated\s+press|united\s+press(?:\s+international)?|canadian\s+press|reuters?|agence\s+france-presse)|(?:[\p{L}'’.&\-]+\s+){0,4}(?:staff|writer|reporter|correspondent|editor|columnist|contributor|critic|bureau)s?)[)\].]*$"#,
        )
    }),
    leads: LazyLock::new(|| {
        [
            // WASHINGTON, Jan. 5 (AP) —; SPRINGFIELD, Ill. (UPI) --; LONDON, Thursday. —
            format!(
                r#"^(?P<dateline>(?P<place>\p{{Lu}}[\p{{Lu}}.'’\- ]{{2,28}}(?:,\s*\p{{Lu}}[\p{{L}}.]{{1,12}}){{0,2}}?)(?:,?\s*(?P<date>{DATE}))?\.?,?\s*(?:[(\[](?P<agency>[\p{{L}} .&]{{2,30}})[)\]])?\.?\s*(?:—|–|--|-)+)\s*"#
            ),
            // PORT ARDLEY, March 6. (Reuter) Two ferries
            format!(
                r#"^(?P<dateline>(?P<place>\p{{Lu}}[\p{{Lu}}.'’\- ]{{2,28}}),?\s*(?P<date>{DATE})\.?\s*(?:[(\[](?P<agency>[\p{{L}} .&]{{2,30}})[)\]])?\s*(?:—|–|-|\.)*)\s*"#
            ),
            // Washington, Jan. 5 (AP) —: in small letters it needs its date and a dash.
            format!(
                r#"^(?P<dateline>(?P<place>\p{{Lu}}[\p{{L}}.'’\-]+(?:\s+\p{{Lu}}[\p{{L}}.'’\-]+){{0,2}}(?:,\s*\p{{Lu}}[\p{{L}}.]{{1,12}})?),\s*(?P<date>{DATE})\.?,?\s*(?:[(\[](?P<agency>[\p{{L}} .&]{{2,30}})[)\]])?\.?\s*(?:—|–|--)+)\s*"#
            ),
        ]
        .map(|form| pattern(&form))
        .into()
    }),
    lead_firsts: "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    // OCR reads See as Sec and page 8 as pages.
    jump_from: LazyLock::new(|| {
        pattern(&format!(
            r#"^[(\[]?(?:(?P<word>{JUMP_WORD})[,:/]?\s+)?(?:(?i:(?:continued|cont'd|cont\.)\s+from)|From|FROM|from)\s+(?P<page>{PAGE}|{SHEET}|pages?$)(?i:,?\s*col(?:umn|\.)?\s*[0-9]+)?(?:[)\].:—]+|\s|$)\s*"#
        ))
    }),
    jump_on: LazyLock::new(|| {
        pattern(&format!(
            r#"\s*[(\[]?(?:(?i:(?:please\s+)?(?:see|sec|turn\s+to))\s+(?P<word>{JUMP_WORD})[,:/]?\s*(?i:on\s+)?|(?:(?i:(?:continued|cont'd|cont\.)\s+on|please\s+(?:see|turn\s+to))|See|SEE|Turn to|TURN TO|[(\[]see)\s+)(?P<page>{PAGE}|{SHEET})(?i:,?\s*col(?:umn|\.)?\s*[0-9]+)?\.?[)\]]?\.?$"#
        ))
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
        pattern(
            r#"^(?:(?i:page)\s*[A-Z]?-?[0-9]{1,3}.*|[A-Z]?-?[0-9]{1,3}|.{0,50}(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY),?\s+\p{L}{3,9}\.?\s+[0-9]{1,2},?\s+[0-9]{4}.{0,30}|(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)\s+[0-9]{1,2},\s+[0-9]{4}|(?i:vol(?:ume|\.)?)\s*[0-9IVXLC]+.{0,30})$"#,
        )
    }),
    staff: LazyLock::new(|| {
        pattern(
            r#"^(?:(?i:editor|editors|editor-in-chief|managing editor|publisher|staff|layout|design)s?\s*:\s*.{2,80}|(?:\p{Lu}[\p{L}'’.]+\s+){2,4}(?:\p{L}+[.,]?\s+){0,3}(?:Editor|Manager|Adviser|Advisor|Publisher|Illustrator|Assistant|Director))$"#,
        )
    }),
    imprint: LazyLock::new(|| {
        pattern(
            r#"(?i:subscription|telephone:|phone:|www\.|@[a-z]+\.|p\.?o\.? box|copyright|all rights reserved|advertis)|\(?[0-9]{3}\)?[ -][0-9]{3}-[0-9]{4}"#,
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
        pattern(r#"^(?:\(?[0-9]{1,2}[.)]\s|[•●■▪◆*—–]\s?|\(?[a-z]\)\s|[QA][.:]\s)"#)
    }),
    bylines: LazyLock::new(|| {
        bylines(
            AND,
            &[
                (
                    r#"^[(\[]?(?i:(?:(?:story|text|words|report|compiled|reviewed|edited)\s+)?by|from)\s+(?P<office>(?i:(?:our|a|an)\s+(?:[\p{L}\-]+\s+){0,3}(?:correspondent|reporter|writer|contributor|representative)|(?:the\s+)?(?:associated\s+press|united\s+press(?:\s+international)?|canadian\s+press|reuters?)|(?:staff\s+and\s+|news\s+)?wire\s+(?:reports|services)))[)\]]?\.?$"#,
                    CreditRole::Reporter,
                    true,
                ),
                (
                    r#"^\(?(?i:(?:(?:story|text|words|report|compiled|reviewed)\s+)?by|from)\s+(?P<people>NAMES)(?:,?\s*(?i:(?:(?:of\s+the\s+)?[\p{L}'’\-]+\s+){0,3}(?:staff|writer|reporter|correspondent|editor|press|news|times|daily|post|herald|service|columnist|contributor|critic)(?:\s+\p{L}+){0,3}|special\s+(?:to|for)\s+.{2,30}|in\s+[\p{L} ]{3,24}))?\)?$"#,
                    CreditRole::Author,
                    true,
                ),
                (
                    r#"^\(?(?i:photos?|pictures?|photographs?)(?i:\s+by)?[:\s]\s*(?P<photo>NAMES)(?:/[\p{L} .]{2,20})?\)?$"#,
                    CreditRole::Photo,
                    true,
                ),
                (
                    r#"^\(?(?:[\p{L}'’]+\s+){1,2}(?i:photos?|photographs?|pictures?|wirephotos?)\s+(?i:by)\s+(?P<photo>NAMES)\)?$"#,
                    CreditRole::Photo,
                    true,
                ),
                (
                    r#"^\(?(?:AP|UPI|PA|AFP|Reuters?|REUTERS?)(?:\s+(?i:photos?|wirephotos?))?\s*/\s*(?P<photo>NAMES)\)?$"#,
                    CreditRole::Photo,
                    true,
                ),
                (
                    r#"^(?P<photo>FULL)/(?:AP|Reuters|REUTERS|AFP|UPI|[\p{L} ]{3,20})$"#,
                    CreditRole::Photo,
                    true,
                ),
                (
                    r#"^(?P<people>FULL),\s*(?i:staff|special|the|chief|political|sports?|city|senior)?\s*(?i:(?:\p{L}+\s+){0,2}(?:staff|writer|reporter|correspondent|editor|columnist))$"#,
                    CreditRole::Author,
                    true,
                ),
                (r#"^(?P<people>FULL)$"#, CreditRole::Author, false),
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
                    CreditRole::Author,
                    true,
                ),
                (
                    r#"(?:^|[.!?”“\"'’»)]\s+)(?P<sign>(?:(?:[\p{L}'’]+\s+){0,2}(?i:photos?|wirephotos?)\s+(?i:by)\s+|(?:AP|UPI|PA|AFP|Reuters?)(?:\s+(?i:photos?|wirephotos?))?\s*/\s*)(?P<photo>NAMES))$"#,
                    CreditRole::Photo,
                    true,
                ),
                (
                    r#"(?:^|[.!?”“\"'’»)]\s+)(?P<sign>(?i:photos?|pictures?|photographs?|images?)(?:\s+(?i:by|courtesy(?:\s+of)?)|\s*:)\s*(?P<photo>NAMES)(?:/[\p{L} .]{2,20})?)$"#,
                    CreditRole::Photo,
                    true,
                ),
                (
                    r#"(?:^|[.!?”“\"'’»)]\s+)(?P<sign>(?P<photo>FULL)/(?:\p{Lu}{2,5}|Reuters|Getty(?: Images)?))$"#,
                    CreditRole::Photo,
                    true,
                ),
                (r#"[.!?”“\"»]\s+(?P<sign>(?P<people>ALONE))$"#, CreditRole::Author, false),
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
    common: &[
        "the", "of", "and", "to", "in", "a", "is", "that", "for", "was", "on", "with", "as", "he",
        "it", "by", "at", "his", "from", "be", "are", "has", "have", "not", "but", "an", "said",
        "will", "they", "this",
    ],
    pairs: LazyLock::new(Pairs::default),
};

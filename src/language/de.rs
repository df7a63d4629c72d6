//! German, in old and new spelling.

use super::pattern::{begins, ends, has_digit, holds};
use super::western::{
    bylines, closes_with_name, ends_with_page, enumerates, leads, named_alone, opens_with,
    signed_after_dash, signed_alone,
};
use super::{
    Characters, Pairs, Pattern, Phrases, Script, ShortWord, Subjects, Table, breaks, column_words,
};
use crate::document::{CreditRole, Language};
use std::sync::LazyLock;

const AND: &str = "und|&|u\\.";
const AGENCY: &str = r"(?i:dpa|ap|afp|apa|sda|ddp|dapd|epd|kna|sid|rtr|reuters?|upi|dnb|w\.?\s?t\.?\s?b\.?|wolff|ag|ats|spk|lsw|eb|red)";
/// 12. März; den 4. Febr. 1914; Auguſt, in small letters with ſ, is found as well.
const DATE: &str = r"(?i:(?:den\s+)?[0-9]{1,2}\.\s*(?:jan(?:uar|\.)?|jän(?:ner|\.)?|febr?(?:uar|\.)?|märz|apr(?:il|\.)?|mai|juni?|juli?|aug(?:ust|\.)?|sept?(?:ember|\.)?|okt(?:ober|\.)?|nov(?:ember|\.)?|dez(?:ember|\.)?|d\.\s*m\.)(?:\s+[0-9]{4})?)";
/// A page by its number or its place: Seite 3, zweiten Seite.
const PAGE: &str = r"(?:(?i:seiten?|s\.)\s*[A-Z]?[0-9]{1,3}\b|(?i:(?:ersten|zweiten|dritten|vierten|nächsten|folgenden|vorigen|letzten|[0-9]{1,2}\.)\s+seite)\b|(?i:titelseite)\b)";

/// What somebody may be.
const POSTS: [&str; 9] = [
    "redakteur",
    "redakteurin",
    "korrespondent",
    "korrespondentin",
    "mitarbeiter",
    "mitarbeiterin",
    "redaktion",
    "berichterstatter",
    "berichterstatterin",
];

/// Unser Korrespondent; aus Berlin.
fn says_post(text: &str) -> bool {
    begins(text, &["unser", "aus"]) || ends(text.trim_end_matches([')', ']', '.']), &POSTS)
}

/// Von unserem Korrespondenten: the second word is our.
fn from_us(text: &str) -> bool {
    text.split_whitespace().nth(1).is_some_and(|word| begins(word, &["unser"]))
}

/// Graz (APA): what stands before the bracket is a place, two or a date.
fn place_in_brackets(text: &str) -> bool {
    text.split_once(['(', '[']).is_some_and(|(place, _)| {
        let place = place.trim_start_matches(['*', '—', '–']).trim();
        has_digit(place) || place.contains('/') || place.chars().count() <= ONE_PLACE
    })
}

/// The longest place, in characters.
const ONE_PLACE: usize = 25;

/// Berlin, den 12. März: a day stands after the first comma.
fn dated_place(text: &str) -> bool {
    text.split_once(',').is_some_and(|(_, date)| {
        let date = date.trim_start();
        let day = date.get(3..).filter(|_| begins(date, &["den"])).map_or(date, str::trim_start);
        day.starts_with(|first: char| first.is_ascii_digit())
    })
}

/// Sonntag, 16. April: what stands before these dates is no place.
const DAYS: [&str; 8] =
    ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag"];

/// Wien/Graz –: the second word is a dash.
fn place_before_dash(text: &str) -> bool {
    let rest = text.split_once(char::is_whitespace).map(|(_, rest)| rest.trim_start());
    rest.is_some_and(|rest| rest.starts_with(['–', '—']))
}

/// BERLIN.: nothing but capitals before the full stop.
fn place_in_capitals(text: &str) -> bool {
    text.trim_start_matches(char::is_uppercase).starts_with('.')
}

pub(super) static TABLE: Table = Table {
    language: Language::German,
    script: Script::Latin,
    surnames: Characters::of(""),
    double_surnames: &[],
    titles: &[
        ("Korrespondent", CreditRole::Reporter),
        ("Redakteurin", CreditRole::Reporter),
        ("Redakteur", CreditRole::Reporter),
        ("Redaktion", CreditRole::Reporter),
    ],
    works: &[],
    given_by: &[],
    title_lead: LazyLock::new(|| Pattern::new("^$", str::is_empty)),
    title_lines: LazyLock::new(|| {
        Pattern::new(
            r#"(?i)^[(\[]?(?:(?:unser(?:em|er|en|m)?|aus)\s+.{3,40}|(?:[\p{L}.\-]+\s+){0,3}(?:[\p{L}\-]*(?:redakteur(?:in)?|korrespondent(?:in)?|mitarbeiter(?:in)?|redaktion|berichterstatter(?:in)?)))[)\].]*$"#,
            says_post,
        )
    }),
    leads: LazyLock::new(|| {
        leads([
            // Köln, 3. März (dpa). Wien (APA) –
            (
                format!(
                    r#"^(?:[*—–]\s*)?(?P<dateline>(?P<place>\p{{Lu}}[\p{{L}}.\- ]{{2,24}}(?:/\p{{Lu}}[\p{{L}}.\- ]{{2,20}})?)(?:,\s*(?P<date>{DATE}))?\s*[(\[](?P<agency>{AGENCY}(?:/[\p{{L}}]{{2,12}})?\.?)[)\]][.:]?)\s*[—–:\-]?\s*"#
                ),
                place_in_brackets,
            ),
            // Wehrau (Eigenbericht). —: who is no agency that is known needs the stop.
            (
                format!(
                    r#"^(?:[*—–]\s*)?(?P<dateline>(?P<place>\p{{Lu}}[\p{{L}}.\- ]{{2,24}}(?:/\p{{Lu}}[\p{{L}}.\- ]{{2,20}})?)(?:,\s*(?P<date>{DATE}))?\s*[(\[](?P<agency>[\p{{L}}./ ]{{2,20}})[)\]](?:[.:]|\s*[—–]))\s*[—–\-]?\s*"#
                ),
                place_in_brackets,
            ),
            // Berlin, 12. März. (W. T. B.) Bern, 4. Febr. ag.
            (
                format!(
                    r#"^(?:[*—–]\s*)?(?P<dateline>(?P<place>\p{{Lu}}[\p{{L}}.\- ]{{2,24}}(?:/\p{{Lu}}[\p{{L}}.\-]{{2,20}})?),\s*(?P<date>{DATE})\.?(?:\s*[(\[](?P<agency>[\p{{L}}. ]{{2,20}})[)\]]\.?)?)\s*[—–\-]?\s*"#
                ),
                dated_place,
            ),
            // (sda) Bern, 4. Februar. –
            (
                format!(
                    r#"^(?P<dateline>[(\[](?P<agency>{AGENCY})[)\]]\s+(?P<place>\p{{Lu}}[\p{{L}}\-]{{2,20}})(?:,\s*(?P<date>{DATE}))?[.:—– ]*[.:—–])\s*"#
                ),
                |text| text.starts_with(['(', '[']),
            ),
            (
                r#"^(?P<dateline>(?P<place>\p{Lu}[\p{L}.\-]{2,20}(?:/\p{Lu}[\p{L}.\-]{2,20})?)\s+[–—])\s*"#.to_owned(),
                place_before_dash,
            ),
            (r#"^(?P<dateline>(?P<place>\p{Lu}{3,20})\.)\s+"#.to_owned(), place_in_capitals),
        ])
    }),
    no_lead: |text| opens_with(text, &DAYS),
    may_lead: |first| matches!(first, 'A'..='Z' | 'Ä' | 'Ö' | 'Ü' | '*' | '—' | '–' | '(' | '['),
    jump_from: LazyLock::new(|| {
        Pattern::new(
            &format!(
                r#"^[(\[]?(?i:fortsetzung|forts\.|schlu(?:ß|ss))\s+(?i:(?:von|der|aus|zu)\s+){{1,2}}(?P<page>{PAGE})[)\].:—]*\s*"#
            ),
            |text| begins(text, &["forts", "schlu"]),
        )
    }),
    jump_on: LazyLock::new(|| {
        Pattern::new(
            &format!(
                r#"\s*[(\[]?(?:[▸►▶→]\s*|(?i:(?:fortsetzung|forts\.|weiter|mehr|schlu(?:ß|ss)|lesen sie(?: mehr| weiter)?)(?:\s+auf)?|siehe(?:\s+auch)?|bitte umblättern zu|bericht)\s+(?i:der\s+)?)(?P<page>{PAGE}|\b[0-9]{{1,3}})\.?[)\]]?\.?$"#
            ),
            |text| ends_with_page(text, "seite"),
        )
    }),
    source_notes: &[
        "dpa", "sda", "SDA", "APA", "apa", "AFP", "afp", "Reuter", "rtr", "ddp", "dapd", "AP",
        "ap", "red", "Red", "W. T. B", "W.T.B", "WTB", "Wolff", "DNB", "epd", "kna", "sid", "UPI",
        "upi", "ag", "ats", "spk",
    ],
    folio: LazyLock::new(|| {
        Pattern::new(
            r#"^(?:(?i:seite)\s*[0-9]{1,3}.*|[0-9]{1,3}|.{0,60}(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag),?\s+(?:den\s+)?[0-9]{1,2}\.\s*\p{L}{3,9}\s+[0-9]{4}.{0,40}|Nr\.\s*[0-9]+.{0,40})$"#,
            has_digit,
        )
    }),
    staff: LazyLock::new(|| {
        Pattern::new(
            r#"^(?:(?:Redaktion|Verantwortlich|Chefredaktion|Schriftleitung|Layout|Gestaltung)\b.{0,80})$"#,
            |text| text.starts_with(['R', 'V', 'C', 'S', 'L', 'G']),
        )
    }),
    imprint: LazyLock::new(|| {
        Pattern::new(
            r#"(?i:telefon|abonnement|anzeigenannahme|www\.|@[a-z]+\.|druck und verlag|bezugspreis|postfach)"#,
            |_| true,
        )
    }),
    advert: &[
        "Anzeige",
        "ANZEIGE",
        "Zu verkaufen",
        "Zu vermieten",
        "Gesucht",
        "gesucht",
        "Sonderangebot",
        "Angebot",
        "Jetzt",
        "Rabatt",
        "Öffnungszeiten",
        "Stellenangebot",
        "Bekanntmachung",
        "Versteigerung",
    ],
    caption: &[
        "Foto:",
        "Fotos:",
        "FOTO:",
        "Bild:",
        "Archivfoto",
        "Symbolbild",
        "(links)",
        "(rechts)",
        "links",
        "rechts",
        "im Bild",
    ],
    places: &[],
    place_ends: "",
    given_unnamed: &[],
    signs: &[],
    addresses: &[],
    unit_ends: "",
    column_ends: &[],
    column: &[
        "PANORAMA",
        "Panorama",
        "Zur Sache",
        "Sport",
        "SPORT",
        "Wirtschaft",
        "Kurz notiert",
        "Lokales",
        "LOKALES",
        "Kultur",
        "KULTUR",
        "POLITIK",
        "Politik",
        "Aus aller Welt",
        "Kommentar",
        "Interview",
        "Leserbriefe",
        "Meinung",
        "Feuilleton",
        "Inland",
        "Ausland",
        "Vermischtes",
        "Lokal",
        "Region",
        "Analyse",
        "Glosse",
        "Porträt",
        "Exklusiv",
        "Gesundheit",
        "Stadtrat",
        "Wissenschaft",
        "Bildung",
        "Wetter",
        "Leute",
        "Nachrichten",
        "Hintergrund",
        "Thema des Tages",
    ],
    note: &["Anm. d. Red", "Anmerkung der Redaktion"],
    foreword: &[],
    opens: &["Ein ", "Eine ", "Zwei ", "Drei ", "Die Polizei", "Der "],
    goes_on: &[
        "Er ",
        "Sie ",
        "Aber ",
        "Doch ",
        "Und ",
        "Auch ",
        "Dabei ",
        "Zudem ",
        "Allerdings",
        "„",
        "»",
        "Es ",
        "Nach ",
        "So ",
    ],
    enumerator: LazyLock::new(|| {
        Pattern::new(r#"^(?:\(?[0-9]{1,2}[.)]\s|[•●■▪◆*]\s?|\(?[a-z]\)\s)"#, enumerates)
    }),
    bylines: LazyLock::new(|| {
        bylines(
            AND,
            &[
                (
                    r#"^[(\[]?(?i:von)\s+(?P<office>(?i:unser(?:em|er|en|m)\s+(?:[\p{L}.\-]+\s+){0,3}[\p{L}\-]*(?:korrespondent(?:en|in)?|mitarbeiter(?:in)?|redaktion|berichterstatter(?:in)?|redakteur(?:in)?|vertreter|agentur)))[)\]]?\.?$"#,
                    |text| begins(text, &["von"]) && from_us(text),
                    CreditRole::Reporter,
                    true,
                ),
                (
                    r#"^(?i:(?:(?:text|bericht|interview|aufgezeichnet)\s+)?von|text\s*:|interview\s*:)\s+(?i:unser(?:em|er|en|m)\s+(?:[\p{L}.\-]+\s+){0,3}?[\p{L}\-]*(?:korrespondent(?:en|in)?|mitarbeiter(?:in)?|redaktionsmitglied|berichterstatter(?:in)?|redakteur(?:in)?|reporter(?:in)?)\s+)?(?P<people>NAMES)(?:,\s*[\p{L} ]{2,24}|\s+\((?:Text|TEXT)\))?(?:,?\s+(?:(?:und|u\.)\s+)?(?i:fotos?|bild(?:er)?)\s*:?\s+(?:von\s+)?(?P<photo>NAMES))?$"#,
                    |text| begins(text, &["von", "text", "bericht", "interview", "aufgezeichnet"]),
                    CreditRole::Author,
                    true,
                ),
                (
                    r#"^\(?(?i:fotos?|photos?|bild(?:er)?|aufnahmen?|zeichnung(?:en)?)\s*(?::|(?i:von)\s)\s*(?P<photo>NAMES)(?:/[\p{L} .]{2,20})?\)?$"#,
                    |text| begins(text, &["foto", "photo", "bild", "aufnahme", "zeichnung"]),
                    CreditRole::Photo,
                    true,
                ),
                // Bild Marianne Disch
                (
                    r#"^\(?(?:Fotos?|Bild(?:er)?)\s+(?P<photo>FULL)\)?$"#,
                    |text| begins(text, &["foto", "bild"]),
                    CreditRole::Photo,
                    false,
                ),
                (
                    r#"^(?P<people>FULL),\s*\p{Lu}[\p{L}]{2,16}$"#,
                    |text| text.contains(',') && named_alone(text),
                    CreditRole::Correspondent,
                    false,
                ),
                (r#"^(?P<people>FULL)$"#, named_alone, CreditRole::Author, false),
            ],
        )
    }),
    by: &["von", "text:"],
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
                    r#"(?:^|[.!?”“\"'’»)]\s+)(?P<sign>(?i:fotos?|photos?|bild(?:er)?|aufnahmen?)\s*:\s*(?P<photo>NAMES)(?:/[\p{L} .]{2,20})?)$"#,
                    |text| {
                        closes_with_name(text)
                            && text.contains(':')
                            && holds(text, &["foto", "photo", "bild", "aufnahme"])
                    },
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
    and: &["und", "oder", "bzw", "u", "bis", "sowie", "wie"],
    byline_with_head: true,
    hyphenates: true,
    with_kk: Some(&["ak", "ok", "mak", "mok", "brok", "sak", "trek", "mek", "marok", "pik"]),
    compounds: &[],
    prefixes: &["ex"],
    compound_ends: &[],
    common: &ShortWord::all([
        "der", "die", "und", "in", "den", "von", "zu", "das", "mit", "sich", "des", "auf", "für",
        "ist", "im", "dem", "nicht", "ein", "eine", "als", "auch", "es", "an", "er", "hat", "aus",
        "bei", "nach", "am", "wird",
    ]),
    phrases: LazyLock::new(|| Phrases::new(&TABLE)),
    column_words: LazyLock::new(|| column_words(&TABLE)),
    pairs: LazyLock::new(Pairs::default),
    flow: &breaks::LATIN_FLOW,
    subjects: LazyLock::new(|| Subjects::new(include_bytes!("subjects/de.subjects"))),
};

//! German, in old and new spelling.

use super::pattern::{begins, has_digit, holds};
use super::western::{
    bylines, closes_with_name, ends_with_page, enumerates, leads, named_alone, signed_after_dash,
    signed_alone,
};
use super::{Characters, Pairs, Pattern, Phrases, Script, ShortWord, Table, column_words};
use crate::document::{CreditRole, Language};
use std::sync::LazyLock;

const AND: &str = "und|&|u\\.";

/// Graz (APA): what stands before the bracket is a place, two or a date.
fn place_in_brackets(text: &str) -> bool {
    let place = text.split_once('(').map(|(place, _)| place.trim_end());
    place.is_some_and(|place| {
        place.len() <= PLACE
            && (has_digit(place) || place.contains('/') || place.chars().count() <= ONE_PLACE)
    })
}

/// The longest place and date together, in bytes.
const PLACE: usize = 200;
/// The longest place, in characters.
const ONE_PLACE: usize = 25;

/// Berlin, den 12. März: a day stands after the first comma.
fn dated_place(text: &str) -> bool {
    text.split_once(',').is_some_and(|(_, date)| {
        let date = date.trim_start();
        let date = date.strip_prefix("den").map_or(date, str::trim_start);
        date.starts_with(|first: char| first.is_ascii_digit())
    })
}

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
    title_lead: LazyLock::new(|| Pattern::new("^$", |_| true)),
    leads: LazyLock::new(|| {
        leads(
            AND,
            &[
                (
                    r#"^(?P<dateline>(?P<place>\p{Lu}[\p{L}.\- ]{2,24}(?:/\p{Lu}[\p{L}.\- ]{2,20})?)(?:,\s*(?:den\s+)?(?P<date>[0-9]{1,2}\.\s*(?:Jan(?:uar|\.)?|Febr?(?:uar|\.)?|März|Apr(?:il|\.)?|Mai|Juni?|Juli?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Okt(?:ober|\.)?|Nov(?:ember|\.)?|Dez(?:ember|\.)?)))?\s*\((?P<agency>[\p{L}./ ]{2,20})\)\.?)\s*"#,
                    place_in_brackets,
                ),
                (
                    r#"^(?P<dateline>(?P<place>\p{Lu}[\p{L}.\- ]{2,24}(?:/\p{Lu}[\p{L}.\-]{2,20})?),\s*(?:den\s+)?(?P<date>[0-9]{1,2}\.\s*(?:Jan(?:uar|\.)?|Febr?(?:uar|\.)?|März|Apr(?:il|\.)?|Mai|Juni?|Juli?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Okt(?:ober|\.)?|Nov(?:ember|\.)?|Dez(?:ember|\.)?))\.?(?:\s*\((?P<agency>[\p{L}. ]{2,20})\)\.?)?)\s*[—–-]?\s*"#,
                    dated_place,
                ),
                (
                    r#"^(?P<dateline>(?P<place>\p{Lu}[\p{L}.\-]{2,20}(?:/\p{Lu}[\p{L}.\-]{2,20})?)\s+[–—])\s*"#,
                    place_before_dash,
                ),
                (r#"^(?P<dateline>(?P<place>\p{Lu}{3,20})\.)\s+"#, place_in_capitals),
            ],
        )
    }),
    may_lead: |first| matches!(first, 'A'..='Z' | 'Ä' | 'Ö' | 'Ü'),
    jump_from: LazyLock::new(|| {
        Pattern::new(
            r#"^\(?(?:Fortsetzung von|Fortsetzung der)\s+(?P<page>Seite\s*[0-9]{1,3})\)?[.:]?\s*"#,
            |text| begins(text, &["Fortsetzung"]),
        )
    }),
    jump_on: LazyLock::new(|| {
        Pattern::new(
            r#"\s*[(\[]?(?:[▸►▶→]|Fortsetzung (?:auf|Seite)|Siehe|siehe|Bitte umblättern zu|Weiter auf|Mehr auf|Bericht)\s*(?P<page>(?:(?:Seite|S\.)\s*)?[0-9]{1,3})[)\]]?\.?$"#,
            ends_with_page,
        )
    }),
    source_notes: &[
        "dpa", "sda", "APA", "apa", "AFP", "afp", "Reuter", "rtr", "ddp", "dapd", "AP", "ap", "red",
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
                    r#"^(?i:von)\s+(?:(?:unserem|unserer|unseren|unserm)\s+\p{L}+\s+)?(?P<people>NAMES)(?:,\s*[\p{L} ]{2,24})?$"#,
                    |text| begins(text, &["von"]),
                    CreditRole::Author,
                    true,
                ),
                (
                    r#"^\(?(?i:fotos?|bild(?:er)?|aufnahmen?)\s*:\s*(?P<photo>NAMES)(?:/[\p{L} .]{2,20})?\)?$"#,
                    |text| begins(text, &["foto", "bild", "aufnahme"]),
                    CreditRole::Photo,
                    true,
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
                    r#"(?:^|[.!?”“\"'’»)]\s+)(?P<sign>(?i:fotos?|bild(?:er)?|aufnahmen?)\s*:\s*(?P<photo>NAMES)(?:/[\p{L} .]{2,20})?)$"#,
                    |text| {
                        closes_with_name(text)
                            && text.contains(':')
                            && holds(text, &["foto", "bild", "aufnahme"])
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
};

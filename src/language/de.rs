//! German, in old and new spelling.

use super::western::{bylines, filled};
use super::{Pairs, Script, Table, pattern};
use crate::document::{CreditRole, Language};
use std::sync::LazyLock;

const AND: &str = "und|&|u\\.";

pub(super) static TABLE: Table = Table {
    language: Language::German,
    script: Script::Latin,
    surnames: "",
    double_surnames: &[],
    titles: &[
        ("Korrespondent", CreditRole::Reporter),
        ("Redakteurin", CreditRole::Reporter),
        ("Redakteur", CreditRole::Reporter),
        ("Redaktion", CreditRole::Reporter),
    ],
    works: &[],
    given_by: &[],
    title_lead: LazyLock::new(|| pattern("^$")),
    leads: LazyLock::new(|| {
        [
            r#"^(?P<dateline>(?P<place>\p{Lu}[\p{L}.\- ]{2,24}(?:/\p{Lu}[\p{L}.\- ]{2,20})?)(?:,\s*(?:den\s+)?(?P<date>[0-9]{1,2}\.\s*(?:Jan(?:uar|\.)?|Febr?(?:uar|\.)?|März|Apr(?:il|\.)?|Mai|Juni?|Juli?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Okt(?:ober|\.)?|Nov(?:ember|\.)?|Dez(?:ember|\.)?)))?\s*\((?P<agency>[\p{L}./ ]{2,20})\)\.?)\s*"#,
            r#"^(?P<dateline>(?P<place>\p{Lu}[\p{L}.\- ]{2,24}(?:/\p{Lu}[\p{L}.\-]{2,20})?),\s*(?:den\s+)?(?P<date>[0-9]{1,2}\.\s*(?:Jan(?:uar|\.)?|Febr?(?:uar|\.)?|März|Apr(?:il|\.)?|Mai|Juni?|Juli?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Okt(?:ober|\.)?|Nov(?:ember|\.)?|Dez(?:ember|\.)?))\.?(?:\s*\((?P<agency>[\p{L}. ]{2,20})\)\.?)?)\s*[—–-]?\s*"#,
            r#"^(?P<dateline>(?P<place>\p{Lu}[\p{L}.\-]{2,20}(?:/\p{Lu}[\p{L}.\-]{2,20})?)\s+[–—])\s*"#,
            r#"^(?P<dateline>(?P<place>\p{Lu}{3,20})\.)\s+"#,
        ]
        .map(|form| pattern(&filled(form, AND)))
        .into()
    }),
    lead_firsts: "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ",
    jump_from: LazyLock::new(|| {
        pattern(
            r#"^\(?(?:Fortsetzung von|Fortsetzung der)\s+(?P<page>Seite\s*[0-9]{1,3})\)?[.:]?\s*"#,
        )
    }),
    jump_on: LazyLock::new(|| {
        pattern(
            r#"\s*[(\[]?(?:[▸►▶→]|Fortsetzung (?:auf|Seite)|Siehe|siehe|Bitte umblättern zu|Weiter auf|Mehr auf|Bericht)\s*(?P<page>(?:(?:Seite|S\.)\s*)?[0-9]{1,3})[)\]]?\.?$"#,
        )
    }),
    source_notes: &[
        "dpa", "sda", "APA", "apa", "AFP", "afp", "Reuter", "rtr", "ddp", "dapd", "AP", "ap", "red",
    ],
    folio: LazyLock::new(|| {
        pattern(
            r#"^(?:(?i:seite)\s*[0-9]{1,3}.*|[0-9]{1,3}|.{0,60}(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag),?\s+(?:den\s+)?[0-9]{1,2}\.\s*\p{L}{3,9}\s+[0-9]{4}.{0,40}|Nr\.\s*[0-9]+.{0,40})$"#,
        )
    }),
    staff: LazyLock::new(|| {
        pattern(
            r#"^(?:(?:Redaktion|Verantwortlich|Chefredaktion|Schriftleitung|Layout|Gestaltung)\b.{0,80})$"#,
        )
    }),
    imprint: LazyLock::new(|| {
        pattern(
            r#"(?i:telefon|abonnement|anzeigenannahme|www\.|@[a-z]+\.|druck und verlag|bezugspreis|postfach)"#,
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
    enumerator: LazyLock::new(|| pattern(r#"^(?:\(?[0-9]{1,2}[.)]\s|[•●■▪◆*]\s?|\(?[a-z]\)\s)"#)),
    bylines: LazyLock::new(|| {
        bylines(
            AND,
            &[
                (
                    r#"^(?i:von)\s+(?:(?:unserem|unserer|unseren|unserm)\s+\p{L}+\s+)?(?P<people>NAMES)(?:,\s*[\p{L} ]{2,24})?$"#,
                    CreditRole::Author,
                    true,
                ),
                (
                    r#"^\(?(?i:fotos?|bild(?:er)?|aufnahmen?)\s*:\s*(?P<photo>NAMES)(?:/[\p{L} .]{2,20})?\)?$"#,
                    CreditRole::Photo,
                    true,
                ),
                (r#"^(?P<people>FULL),\s*\p{Lu}[\p{L}]{2,16}$"#, CreditRole::Correspondent, false),
                (r#"^(?P<people>FULL)$"#, CreditRole::Author, false),
            ],
        )
    }),
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
                    r#"(?:^|[.!?”“\"'’»)]\s+)(?P<sign>(?i:fotos?|bild(?:er)?|aufnahmen?)\s*:\s*(?P<photo>NAMES)(?:/[\p{L} .]{2,20})?)$"#,
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
    and: &["und", "oder", "bzw", "u", "bis", "sowie", "wie"],
    byline_with_head: true,
    hyphenates: true,
    with_kk: Some(&["ak", "ok", "mak", "mok", "brok", "sak", "trek", "mek", "marok", "pik"]),
    compounds: &[],
    prefixes: &["ex"],
    compound_ends: &[],
    common: &[
        "der", "die", "und", "in", "den", "von", "zu", "das", "mit", "sich", "des", "auf", "für",
        "ist", "im", "dem", "nicht", "ein", "eine", "als", "auch", "es", "an", "er", "hat", "aus",
        "bei", "nach", "am", "wird",
    ],
    pairs: LazyLock::new(Pairs::default),
};

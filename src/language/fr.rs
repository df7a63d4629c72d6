//! French.

use super::pattern::{begins, ends, has_digit, holds};
use super::western::{
    bylines, closes_with_name, ends_with_page, enumerates, has_dash, leads, named_alone,
    opens_with, opens_with_place, signed_after_dash, signed_alone,
};
use super::{
    Characters, Pairs, Pattern, Phrases, Script, ShortWord, Subjects, Table, breaks, column_words,
};
use crate::document::{CreditRole, Language};
use std::sync::LazyLock;

const AND: &str = "et|&";
/// 3 mars; 1er avril 1914.
const DATE: &str = r"(?i:[0-9]{1,2}(?:er)?\s+(?:janv(?:ier|\.)?|févr(?:ier|\.)?|mars|avril|mai|juin|juill(?:et|\.)?|août|sept(?:embre|\.)?|oct(?:obre|\.)?|nov(?:embre|\.)?|déc(?:embre|\.)?)(?:\s+[0-9]{4})?)";
/// A page by its number or its place: page 3, première page, 2e page.
const PAGE: &str = r"(?:(?i:pages?|p\.)\s*[A-Z]?[0-9]{1,3}\b|(?i:(?:première|deuxième|troisième|quatrième|dernière|prochaine|1re|1ère|[0-9]{1,2}e)\s+page)\b)";

/// What somebody may be; the é of réd and spé has two cases.
const POSTS: [&str; 7] =
    ["correspondant", "correspondante", "dacteur", "dactrice", "journaliste", "cial", "ciale"];

/// De notre correspondant; Envoyée spéciale.
fn says_post(text: &str) -> bool {
    begins(text, &["de", "notre", "nos"]) || ends(text.trim_end_matches([')', ']', '.']), &POSTS)
}

/// PARIS (AFP): one word stands before the bracket.
fn word_in_brackets(text: &str) -> bool {
    text.split_once('(').is_some_and(|(place, _)| !place.trim_end().contains(char::is_whitespace))
}

pub(super) static TABLE: Table = Table {
    language: Language::French,
    script: Script::Latin,
    surnames: Characters::of(""),
    double_surnames: &[],
    titles: &[("correspondant", CreditRole::Reporter), ("rédacteur", CreditRole::Reporter)],
    works: &[],
    given_by: &[],
    title_lead: LazyLock::new(|| Pattern::new("^$", str::is_empty)),
    title_lines: LazyLock::new(|| {
        Pattern::new(
            r#"(?i)^[(\[]?(?:(?:de\s+)?(?:notre|nos)\s+(?:correspondant|envoyé|rédact|bureau|collaborat).{0,40}|(?:[\p{L}'’.\-]+\s+){0,3}(?:correspondante?|rédact(?:eur|rice)|journaliste|envoyée?\s+spéciale?))[)\].]*$"#,
            says_post,
        )
    }),
    leads: LazyLock::new(|| {
        leads([
            // Genève, le 3 mars (ats). —: in small letters it needs a comma, or le.
            (
                format!(
                    r#"^(?P<dateline>(?P<place>\p{{Lu}}[\p{{L}}'’\- ]{{2,24}}?)(?:,\s*(?:le\s+)?|\s+le\s+)(?P<date>{DATE})\.?(?:\s*[(\[](?P<agency>[\p{{L}}. ]{{2,20}})[)\]]\.?)?\s*[—–\-.]*)\s*"#
                ),
                has_digit,
            ),
            // PARIS 3 mars. —
            (
                format!(
                    r#"^(?P<dateline>(?P<place>\p{{Lu}}[\p{{Lu}}'’\- ]{{2,24}}),?\s*(?:le\s+)?(?P<date>{DATE})\.?(?:\s*[(\[](?P<agency>[\p{{L}}. ]{{2,20}})[)\]]\.?)?\s*[—–\-.]*)\s*"#
                ),
                has_digit,
            ),
            (
                r#"^(?P<dateline>(?P<place>\p{Lu}[\p{Lu}'’\- ]{2,24})\s*(?:[(\[](?P<agency>[\p{L}. ]{2,20})[)\]])?\.?\s*[—–-]+)\s*"#.to_owned(),
                |text| opens_with_place(text) && has_dash(text),
            ),
            (
                r#"^(?P<dateline>(?P<place>\p{Lu}[\p{L}'’\-]{2,24})\s*\((?P<agency>AFP|ATS|ats|Havas|Reuters?|AP|UPI)\)\.?\s*[—–:\-]*)\s*"#.to_owned(),
                word_in_brackets,
            ),
        ])
    }),
    no_lead: |text| {
        opens_with(
            text,
            &[
                "lundi",
                "mardi",
                "mercredi",
                "jeudi",
                "vendredi",
                "samedi",
                "dimanche",
                "hier",
                "aujourd",
                "demain",
                "monsieur",
                "messieurs",
                "madame",
            ],
        )
    },
    may_lead: |first| matches!(first, 'A'..='Z' | 'É' | 'È' | 'À' | 'Â' | 'Ç' | 'Î' | 'Ô'),
    jump_from: LazyLock::new(|| {
        Pattern::new(
            &format!(r#"^[(\[]?(?i:suite)\s+(?i:de\s+(?:la\s+)?)(?P<page>{PAGE})[)\].:—]*\s*"#),
            |text| begins(text, &["suite"]),
        )
    }),
    jump_on: LazyLock::new(|| {
        Pattern::new(
            &format!(
                r#"\s*[(\[]?(?:(?i:(?:(?:lire|voir)\s+)?(?:la\s+)?suite)\s+(?i:en\s+|à la\s+|sur la\s+|au\s+)?|(?:Lire|Voir|LIRE|VOIR)\s+(?i:en\s+)?)(?P<page>{PAGE})\.?[)\]]?\.?$"#
            ),
            |text| ends_with_page(text, "page"),
        )
    }),
    source_notes: &["AFP", "Havas", "Reuters", "AP", "ats"],
    folio: LazyLock::new(|| {
        Pattern::new(
            r#"^(?:(?i:page)\s*[0-9]{1,3}.*|[0-9]{1,3}|.{0,50}(?i:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+[0-9]{1,2}(?:er)?\s+\p{L}{3,9}\s+[0-9]{4}.{0,30})$"#,
            has_digit,
        )
    }),
    staff: LazyLock::new(|| {
        Pattern::new(r#"^(?:(?:Rédaction|Directeur|Rédacteur en chef)\b.{0,80})$"#, |text| {
            text.starts_with(['R', 'D'])
        })
    }),
    imprint: LazyLock::new(|| {
        Pattern::new(r#"(?i:abonnement|téléphone|www\.|@[a-z]+\.|petites annonces)"#, |_| true)
    }),
    advert: &["Publicité", "PUBLICITÉ", "À vendre", "A vendre", "À louer", "A louer", "Offre"],
    caption: &["Photo", "PHOTO", "(à gauche)", "(à droite)", "Ci-dessus"],
    places: &[],
    place_ends: "",
    given_unnamed: &[],
    signs: &[],
    addresses: &[],
    unit_ends: "",
    column_ends: &[],
    column: &[
        "Société",
        "Monde",
        "Sport",
        "SPORT",
        "Culture",
        "CULTURE",
        "Économie",
        "Politique",
        "POLITIQUE",
        "Faits divers",
        "Opinion",
        "Tribune",
        "Entretien",
        "Analyse",
        "En bref",
    ],
    note: &["N.D.L.R", "NDLR", "Note de la rédaction"],
    foreword: &[],
    opens: &["Un ", "Une ", "Deux ", "Le ", "La "],
    goes_on: &["Il ", "Elle ", "Mais ", "Et ", "Cependant", "Toutefois", "«", "Ils ", "Selon "],
    enumerator: LazyLock::new(|| {
        Pattern::new(r#"^(?:\(?[0-9]{1,2}[.)]\s|[•●■▪◆*—–]\s?|\(?[a-z]\)\s)"#, enumerates)
    }),
    bylines: LazyLock::new(|| {
        bylines(
            AND,
            &[
                (
                    r#"^[(\[]?(?P<office>(?i:de\s+(?:notre|nos)\s+(?:correspondante?s?|envoyée?s?\s+spéciale?s?|envoyés\s+spéciaux|rédact(?:eur|rice|ion)|bureau)(?:\s+(?:particulier|permanent|à\s+[\p{L}\-]+|de\s+[\p{L}\-]+))*))[)\]]?\.?$"#,
                    |text| begins(text, &["de"]),
                    CreditRole::Reporter,
                    true,
                ),
                (
                    r#"^(?i:(?:propos\s+recueillis\s+)?par|(?:de\s+)?notre\s+correspondante?(?:\s+particulier)?(?:\s+à\s+[\p{L}\-]+)?|(?:de\s+)?notre\s+envoyée?\s+spéciale?|texte\s*:)\s*,?\s+(?P<people>NAMES)(?:,\s*[\p{L} ]{2,24})?$"#,
                    |text| begins(text, &["par", "propos", "de", "notre", "texte"]),
                    CreditRole::Author,
                    true,
                ),
                (
                    r#"^\(?(?:©\s*|(?i:photos?|ph\.|dessins?)\s*(?::|(?i:par|de)\s)?\s*)(?P<photo>NAMES)(?:/[\p{L} .]{2,20})?\)?$"#,
                    |text| begins(text, &["©", "photo", "ph.", "dessin"]),
                    CreditRole::Photo,
                    true,
                ),
                (r#"^(?P<people>FULL)$"#, named_alone, CreditRole::Author, false),
            ],
        )
    }),
    by: &["par", "de", "propos"],
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
                    r#"(?:^|[.!?”“\"'’»)]\s+)(?P<sign>(?i:photos?)(?:\s*:|\s+(?i:par|de))\s*(?P<photo>NAMES)(?:/[\p{L} .]{2,20})?)$"#,
                    |text| closes_with_name(text) && holds(text, &["photo"]),
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
    and: &["et", "ou", "à"],
    byline_with_head: true,
    hyphenates: true,
    with_kk: None,
    compounds: &[
        "vice", "ex", "demi", "semi", "non", "mi", "sous", "avant", "après", "contre", "là", "au",
        "peut", "c'est", "celui", "celle", "ceux", "lui", "elle", "eux",
    ],
    prefixes: &[],
    compound_ends: &[
        "là", "ci", "être", "même", "mêmes", "à", "il", "elle", "on", "ils", "t", "vous", "nous",
        "je", "dire", "chef", "midi",
    ],
    common: &ShortWord::all([
        "le", "la", "les", "de", "des", "du", "et", "en", "un", "une", "que", "qui", "est", "dans",
        "pour", "par", "sur", "au", "pas", "ne", "plus", "ce", "il", "se", "avec", "sont", "aux",
        "son", "sa", "ses",
    ]),
    phrases: LazyLock::new(|| Phrases::new(&TABLE)),
    column_words: LazyLock::new(|| column_words(&TABLE)),
    pairs: LazyLock::new(Pairs::default),
    flow: &breaks::LATIN_FLOW,
    subjects: LazyLock::new(|| Subjects::new(include_bytes!("subjects/fr.subjects"))),
};

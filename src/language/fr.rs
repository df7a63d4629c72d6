//! French.

use super::pattern::{begins, has_digit, holds};
use super::western::{
    bylines, closes_with_name, ends_with_page, enumerates, leads, named_alone, opens_with_place,
    signed_after_dash, signed_alone,
};
use super::{Characters, Pairs, Pattern, Phrases, Script, ShortWord, Table, column_words};
use crate::document::{CreditRole, Language};
use std::sync::LazyLock;

const AND: &str = "et|&";

pub(super) static TABLE: Table = Table {
    language: Language::French,
    script: Script::Latin,
    surnames: Characters::of(""),
    double_surnames: &[],
    titles: &[("correspondant", CreditRole::Reporter), ("rédacteur", CreditRole::Reporter)],
    works: &[],
    given_by: &[],
    title_lead: LazyLock::new(|| Pattern::new("^$", |_| true)),
    leads: LazyLock::new(|| {
        leads(
            AND,
            &[
                (
                    r#"^(?P<dateline>(?P<place>\p{Lu}[\p{L}\- ]{2,24}),?\s*(?:le\s+)?(?P<date>[0-9]{1,2}(?:er)?\s+(?:janv(?:ier|\.)?|févr(?:ier|\.)?|mars|avril|mai|juin|juill(?:et|\.)?|août|sept(?:embre|\.)?|oct(?:obre|\.)?|nov(?:embre|\.)?|déc(?:embre|\.)?))\.?(?:\s*\((?P<agency>[\p{L}. ]{2,20})\)\.?)?\s*[—–-]*)\s*"#,
                    has_digit,
                ),
                (
                    r#"^(?P<dateline>(?P<place>\p{Lu}[\p{Lu}\- ]{2,24})\s*(?:\((?P<agency>[\p{L}. ]{2,20})\))?\s*[—–-])\s*"#,
                    opens_with_place,
                ),
            ],
        )
    }),
    may_lead: |first| matches!(first, 'A'..='Z' | 'É' | 'È' | 'À' | 'Â' | 'Ç' | 'Î' | 'Ô'),
    jump_from: LazyLock::new(|| {
        Pattern::new(
            r#"^\(?(?:Suite de la|Suite)\s+(?P<page>page\s*[0-9]{1,3})\)?[.:]?\s*"#,
            |text| begins(text, &["Suite"]),
        )
    }),
    jump_on: LazyLock::new(|| {
        Pattern::new(
            r#"\s*[(\[]?(?:(?:Lire la )?[Ss]uite (?:en |à la )?|Lire |Voir )(?P<page>page\s*[0-9]{1,3})[)\]]?\.?$"#,
            ends_with_page,
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
                    r#"^(?i:par|de notre correspondante?|de notre envoyée? spéciale?)\s+(?P<people>NAMES)$"#,
                    |text| begins(text, &["par", "de notre"]),
                    CreditRole::Author,
                    true,
                ),
                (
                    r#"^\(?(?i:photos?)\s*(?::|(?i:par))?\s+(?P<photo>NAMES)(?:/[\p{L} .]{2,20})?\)?$"#,
                    |text| begins(text, &["photo"]),
                    CreditRole::Photo,
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
};

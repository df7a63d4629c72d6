//! French.

use super::western::bylines;
use super::{Pairs, Script, Table, pattern};
use crate::document::{CreditRole, Language};
use std::sync::LazyLock;

const AND: &str = "et|&";
/// 3 mars; 1er avril 1914.
const DATE: &str = r"(?i:[0-9]{1,2}(?:er)?\s+(?:janv(?:ier|\.)?|févr(?:ier|\.)?|mars|avril|mai|juin|juill(?:et|\.)?|août|sept(?:embre|\.)?|oct(?:obre|\.)?|nov(?:embre|\.)?|déc(?:embre|\.)?)(?:\s+[0-9]{4})?)";
/// A page by its number or its place: page 3, première page, 2e page.
const PAGE: &str = r"(?:(?i:pages?|p\.)\s*[A-Z]?[0-9]{1,3}\b|(?i:(?:première|deuxième|troisième|quatrième|dernière|prochaine|1re|1ère|[0-9]{1,2}e)\s+page)\b)";

pub(super) static TABLE: Table = Table {
    language: Language::French,
    script: Script::Latin,
    surnames: "",
    double_surnames: &[],
    titles: &[("correspondant", CreditRole::Reporter), ("rédacteur", CreditRole::Reporter)],
    works: &[],
    given_by: &[],
    title_lead: LazyLock::new(|| pattern("^$")),
    title_lines: LazyLock::new(|| {
        pattern(
            r#"(?i)^[(\[]?(?:(?:de\s+)?(?:notre|nos)\s+(?:correspondant|envoyé|rédact|bureau|collaborat).{0,40}|(?:[\p{L}'’.\-]+\s+){0,3}(?:correspondante?|rédact(?:eur|rice)|journaliste|envoyée?\s+spéciale?))[)\].]*$"#,
        )
    }),
    leads: LazyLock::new(|| {
        [
            // PARIS, 3 mars. —; Genève, le 3 mars (ats). —
            format!(
                r#"^(?P<dateline>(?P<place>\p{{Lu}}[\p{{L}}'’\- ]{{2,24}}),?\s*(?:le\s+)?(?P<date>{DATE})\.?(?:\s*[(\[](?P<agency>[\p{{L}}. ]{{2,20}})[)\]]\.?)?\s*[—–\-.]*)\s*"#
            ),
            r#"^(?P<dateline>(?P<place>\p{Lu}[\p{Lu}'’\- ]{2,24})\s*(?:[(\[](?P<agency>[\p{L}. ]{2,20})[)\]])?\.?\s*[—–-]+)\s*"#.to_owned(),
            r#"^(?P<dateline>(?P<place>\p{Lu}[\p{L}'’\-]{2,24})\s*\((?P<agency>AFP|ATS|ats|Havas|Reuters?|AP|UPI)\)\.?\s*[—–:\-]*)\s*"#.to_owned(),
        ]
        .map(|form| pattern(&form))
        .into()
    }),
    lead_firsts: "ABCDEFGHIJKLMNOPQRSTUVWXYZÉÈÀÂÇÎÔ",
    jump_from: LazyLock::new(|| {
        pattern(&format!(r#"^[(\[]?(?i:suite)\s+(?i:de\s+(?:la\s+)?)(?P<page>{PAGE})[)\].:—]*\s*"#))
    }),
    jump_on: LazyLock::new(|| {
        pattern(&format!(
            r#"\s*[(\[]?(?:(?i:(?:(?:lire|voir)\s+)?(?:la\s+)?suite)\s+(?i:en\s+|à la\s+|sur la\s+|au\s+)?|(?:Lire|Voir|LIRE|VOIR)\s+(?i:en\s+)?)(?P<page>{PAGE})\.?[)\]]?\.?$"#
        ))
    }),
    source_notes: &["AFP", "Havas", "Reuters", "AP", "ats"],
    folio: LazyLock::new(|| {
        pattern(
            r#"^(?:(?i:page)\s*[0-9]{1,3}.*|[0-9]{1,3}|.{0,50}(?i:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+[0-9]{1,2}(?:er)?\s+\p{L}{3,9}\s+[0-9]{4}.{0,30})$"#,
        )
    }),
    staff: LazyLock::new(|| pattern(r#"^(?:(?:Rédaction|Directeur|Rédacteur en chef)\b.{0,80})$"#)),
    imprint: LazyLock::new(|| {
        pattern(r#"(?i:abonnement|téléphone|www\.|@[a-z]+\.|petites annonces)"#)
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
    enumerator: LazyLock::new(|| pattern(r#"^(?:\(?[0-9]{1,2}[.)]\s|[•●■▪◆*—–]\s?|\(?[a-z]\)\s)"#)),
    bylines: LazyLock::new(|| {
        bylines(
            AND,
            &[
                (
                    r#"^[(\[]?(?P<office>(?i:de\s+(?:notre|nos)\s+(?:correspondante?s?|envoyée?s?\s+spéciale?s?|envoyés\s+spéciaux|rédact(?:eur|rice|ion)|bureau)(?:\s+(?:particulier|permanent|à\s+[\p{L}\-]+|de\s+[\p{L}\-]+))*))[)\]]?\.?$"#,
                    CreditRole::Reporter,
                    true,
                ),
                (
                    r#"^(?i:(?:propos\s+recueillis\s+)?par|(?:de\s+)?notre\s+correspondante?(?:\s+particulier)?(?:\s+à\s+[\p{L}\-]+)?|(?:de\s+)?notre\s+envoyée?\s+spéciale?|texte\s*:)\s*,?\s+(?P<people>NAMES)(?:,\s*[\p{L} ]{2,24})?$"#,
                    CreditRole::Author,
                    true,
                ),
                (
                    r#"^\(?(?:©\s*|(?i:photos?|ph\.|dessins?)\s*(?::|(?i:par|de)\s)?\s*)(?P<photo>NAMES)(?:/[\p{L} .]{2,20})?\)?$"#,
                    CreditRole::Photo,
                    true,
                ),
                (r#"^(?P<people>FULL)$"#, CreditRole::Author, false),
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
                    CreditRole::Author,
                    true,
                ),
                (
                    r#"(?:^|[.!?”“\"'’»)]\s+)(?P<sign>(?i:photos?)(?:\s*:|\s+(?i:par|de))\s*(?P<photo>NAMES)(?:/[\p{L} .]{2,20})?)$"#,
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
    common: &[
        "le", "la", "les", "de", "des", "du", "et", "en", "un", "une", "que", "qui", "est", "dans",
        "pour", "par", "sur", "au", "pas", "ne", "plus", "ce", "il", "se", "avec", "sont", "aux",
        "son", "sa", "ses",
    ],
    pairs: LazyLock::new(Pairs::default),
};

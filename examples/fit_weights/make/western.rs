//! The forms of Western papers: names, bylines, datelines, credits, folios.

use super::Chance;
use tearsheet::Language;
use tearsheet::language::Table;

const GIVEN: [&[&str]; 3] = [
    &[
        "James", "Mary", "Susan", "Kevin", "Laura", "Peter", "Alice", "George", "Ruth", "Daniel",
        "Emma",
    ],
    &[
        "Günther", "Petra", "Anja", "Klaus", "Martina", "Silke", "Holger", "Jürgen", "Ute",
        "Bernd", "Heike",
    ],
    &["Claire", "Luc", "Hélène", "Marc", "Sophie", "Julien", "Anne", "Pierre"],
];
const FAMILY: [&[&str]; 3] = [
    &[
        "Collier", "Morris", "Baker", "McCarthy", "Young", "O'Brien", "Hughes", "Walker", "Price",
        "Ellison",
    ],
    &[
        "Lange",
        "Hartmann",
        "Keller",
        "Vogel",
        "König",
        "Schröder",
        "Fuchs",
        "Brandt",
        "Weiß",
        "Krüger",
    ],
    &["Lefèvre", "Moreau", "Girard", "Dupont", "Bonnet", "Roussel"],
];
const PLACES: [&[&str]; 3] = [
    &["London", "Boston", "Leeds", "Paris", "Washington", "Edinburgh", "Port Ardley"],
    &["Köln", "Wien", "Zürich", "Leipzig", "Bremen", "Graz", "München"],
    &["Lyon", "Genève", "Bruxelles", "Lille"],
];
const MONTHS: [&[&str]; 3] = [
    &["Jan.", "Feb.", "March", "April", "Aug.", "Sept.", "Oct.", "Dec."],
    &["Januar", "Februar", "März", "April", "August", "Oktober", "Dezember"],
    &["janvier", "mars", "avril", "août", "octobre"],
];
const AGENCIES: [&[&str]; 3] = [&["AP", "Reuters", "UPI"], &["dpa", "APA", "Reuter"], &["AFP"]];
const KICKERS: [&[&str]; 3] = [
    &[
        "Analysis",
        "City council",
        "Health",
        "Exclusive",
        "EDUCATION",
        "Harbour board",
        "Cup final",
        "Election",
    ],
    &[
        "Kommentar",
        "Stadtrat",
        "Gesundheit",
        "Energiewende",
        "Interview",
        "Exklusiv",
        "Verkehr",
        "Landtagswahl",
    ],
    &["Analyse", "Élections", "Transports", "Entretien"],
];
const COLUMNS: [&[&str]; 3] = [
    &[
        "OPINION",
        "Viewpoint",
        "Local News",
        "World in Brief",
        "Business Briefs",
        "Sports",
        "Around the County",
    ],
    &[
        "Sport am Montag",
        "PANORAMA",
        "Kurz notiert",
        "Zur Sache",
        "KULTUR",
        "LOKALES",
        "Aus aller Welt",
    ],
    &["OPINIONS", "En bref", "Sports", "Monde"],
];
const PAPERS: [&[&str]; 3] = [
    &["The Daily Ledger", "Northfield Courier", "The Morning Post", "Riverside Herald"],
    &["Neckarbote", "Rheinische Rundschau", "Märkisches Tageblatt", "Hansekurier"],
    &["Le Courrier du Lac", "L'Écho du Nord"],
];
const DAYS: [&[&str]; 3] = [
    &["Monday", "Tuesday", "Friday", "Sunday"],
    &["Montag", "Mittwoch", "Freitag", "Samstag"],
    &["lundi", "mercredi", "samedi"],
];

fn which(table: &Table) -> usize {
    match table.language {
        Language::German => 1,
        Language::French => 2,
        _ => 0,
    }
}

fn one(all: &[&[&str]; 3], table: &Table, chance: &mut Chance) -> String {
    (*chance.of(all[which(table)])).to_owned()
}

pub(super) fn name(table: &Table, chance: &mut Chance) -> String {
    format!("{} {}", one(&GIVEN, table, chance), one(&FAMILY, table, chance))
}

pub(super) fn byline(table: &Table, chance: &mut Chance) -> String {
    let (a, b) = (name(table, chance), name(table, chance));
    let [by, and] = [["By", "and"], ["Von", "und"], ["Par", "et"]][which(table)];
    match chance.below(8) {
        0 => format!("{} {}", by.to_uppercase(), a.to_uppercase()),
        1 => format!("{by} {}", a.to_uppercase()),
        2 => format!("{by} {a} {and} {b}"),
        3 if which(table) == 0 => format!("{by} {a}, Staff Writer"),
        3 if which(table) == 1 => format!("{by} unserem Redakteur {a}"),
        4 => a,
        _ => format!("{by} {a}"),
    }
}

pub(super) fn kicker(table: &Table, chance: &mut Chance) -> String {
    let kicker = one(&KICKERS, table, chance);
    if chance.percent(20) { format!("{kicker}:") } else { kicker }
}

/// What stands before the first words of a text.
pub(super) fn opening(table: &Table, chance: &mut Chance) -> String {
    let (place, agency) = (one(&PLACES, table, chance), one(&AGENCIES, table, chance));
    let (month, day) = (one(&MONTHS, table, chance), 1 + chance.below(28));
    let capitals = place.to_uppercase();
    match (which(table), chance.below(5)) {
        (0, 0) => format!("{capitals} — "),
        (0, 1) => format!("{capitals}, {month} {day} ({agency}) — "),
        (0, 2) => format!("{capitals} ({agency}) - "),
        (0, 3) => "(Continued from Page 4) ".to_owned(),
        (1, 0) => format!("{place} ({agency}). "),
        (1, 1) => format!("{capitals}. "),
        (1, 2) => format!("{place} – "),
        (1, 3) => format!("{place}, {day}. {month}. ({agency}.) "),
        (2, 0) => format!("{place}, le {day} {month}. — "),
        (2, 1) => format!("{capitals} ({agency}) — "),
        _ => String::new(),
    }
}

/// What stands after the last words of a text, on a line of its own or not.
pub(super) fn ending(table: &Table, photo: bool, chance: &mut Chance) -> String {
    let (a, agency) = (name(table, chance), one(&AGENCIES, table, chance));
    let photo_by = ["Photo by ", "Foto: ", "Photo: "][which(table)];
    match chance.below(4) {
        0 | 1 if photo => format!("{photo_by}{a}"),
        2 if photo => format!("{photo_by}{a}/{agency}"),
        _ if photo => format!("({a})"),
        0 => format!("({a})"),
        1 => format!("— {a}"),
        2 => format!("({agency})"),
        _ => ["(See Page 3)", "Fortsetzung auf Seite 3", "Lire la suite en page 3"][which(table)]
            .to_owned(),
    }
}

/// A column's name, or who made the page.
pub(super) fn piece(table: &Table, chance: &mut Chance) -> String {
    match chance.below(4) {
        0 => format!(
            "{}: {}",
            ["Editor", "Redaktion", "Rédaction"][which(table)],
            name(table, chance)
        ),
        _ => one(&COLUMNS, table, chance),
    }
}

pub(super) fn folio(table: &Table, chance: &mut Chance) -> Vec<String> {
    let page = 1 + chance.below(16);
    let (month, day, year) =
        (one(&MONTHS, table, chance), 1 + chance.below(28), 1955 + chance.below(65));
    let (weekday, paper) = (one(&DAYS, table, chance), one(&PAPERS, table, chance));
    let date = match which(table) {
        0 => format!("{weekday}, {month} {day}, {year}"),
        1 => format!("{weekday}, {day}. {month} {year}"),
        _ => format!("{weekday} {day} {month} {year}"),
    };
    let page_word = ["Page", "Seite", "Page"][which(table)];
    match chance.below(4) {
        0 => vec![format!("{paper} · {date} · {page_word} {page}")],
        1 => vec![format!("{page} {paper}"), date],
        2 => vec![paper.to_uppercase(), date, format!("{} {page}", page_word.to_uppercase())],
        _ => vec![date, format!("{page_word} {page}")],
    }
}

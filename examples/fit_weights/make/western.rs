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

/// The lines of a byline: the second says what the first is.
pub(super) fn byline(table: &Table, chance: &mut Chance) -> Vec<String> {
    let (a, b) = (name(table, chance), name(table, chance));
    let place = one(&PLACES, table, chance);
    let [by, and] = [["By", "and"], ["Von", "und"], ["Par", "et"]][which(table)];
    let capitals = a.to_uppercase();
    let line = match (which(table), chance.below(12)) {
        (_, 0) => format!("{} {capitals}", by.to_uppercase()),
        (_, 1) => format!("{by} {capitals}"),
        (_, 2) => format!("{by} {a} {and} {b}"),
        (_, 3) => a,
        (_, 4) => capitals,
        (0, 5) => format!("{by} {a}, Staff Writer"),
        (0, 6) => format!("{} {a}", by.to_lowercase()),
        (0, 7) => {
            (*chance.of(&["By The Associated Press", "From Our Own Correspondent"])).to_owned()
        }
        (1, 5) => format!("{by} unserem Redakteur {a}"),
        (1, 6) => format!("{by} {a}, {place}"),
        (1, 7) => {
            (*chance.of(&["Von unserem Korrespondenten", "Von unserer Redaktion"])).to_owned()
        }
        (1, 8) => format!("{a}, {place}"),
        (2, 7) => "De notre correspondant".to_owned(),
        _ => format!("{by} {a}"),
    };
    if which(table) > 0 || chance.percent(65) {
        return vec![line];
    }
    let title = *chance.of(TITLES);
    let title = match chance.below(4) {
        0 => title.to_uppercase(),
        1 => misread(title, chance),
        _ => title.to_owned(),
    };
    vec![line, title]
}

const TITLES: &[&str] = &[
    "Staff Writer",
    "Staff Reporter",
    "Special to The Ledger",
    "Associated Press Writer",
    "Political Correspondent",
    "Courier Staff",
    "Of the Herald Staff",
    "Sports Editor",
];

/// As OCR reads small italics: stall Wrlter.
fn misread(text: &str, chance: &mut Chance) -> String {
    let letter = |c: char| match c {
        'f' | 't' => 'l',
        'i' => '1',
        'e' => 'o',
        'r' => 'i',
        'a' => 'u',
        other => other,
    };
    text.chars().map(|c| if chance.percent(25) { letter(c) } else { c }).collect()
}

/// The head of the rest of an article, and the mark under it.
pub(super) fn rest(headline: &str, table: &Table, chance: &mut Chance) -> (String, String) {
    let words = || headline.split_whitespace();
    let word = words().max_by_key(|word| word.chars().count()).unwrap_or("COUNCIL");
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_uppercase();
    let page = 1 + chance.below(9);
    let mark = match (which(table), chance.below(4)) {
        (0, 0) => format!("Continued from Page {page}"),
        (0, 1) => format!("(Continued from Page A{page})"),
        (0, 2) => format!("FROM PAGE {page}"),
        (0, _) => format!("From page {page}"),
        (1, 0) => format!("(Fortsetzung von Seite {page})"),
        (1, _) => format!("Fortsetzung von Seite {page}"),
        (_, 0) => format!("(Suite de la page {page})"),
        _ => format!("Suite de la page {page}"),
    };
    let head = match chance.below(3) {
        0 => headline.to_owned(),
        1 if which(table) == 0 => format!("{word}: {headline}"),
        _ => word,
    };
    (head, mark)
}

/// A text as the end of a page tears it, somewhere between two words.
pub(super) fn torn(text: &str, chance: &mut Chance) -> (String, String) {
    let spaces: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
    match spaces.len() {
        0..=6 => (text.to_owned(), text.to_owned()),
        count => {
            let (before, after) = text.split_at(spaces[2 + chance.below(count - 5)]);
            (before.to_owned(), after.trim_start().to_owned())
        }
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
    let weekday = one(&DAYS, table, chance);
    let capitals = place.to_uppercase();
    match (which(table), chance.below(8)) {
        (0, 0) => format!("{capitals} — "),
        (0, 1) => format!("{capitals}, {month} {day} ({agency}) — "),
        (0, 2) => format!("{capitals} ({agency}) - "),
        (0, 3) => format!("(Continued from Page {}) ", 1 + chance.below(9)),
        (0, 4) => format!("{capitals}, {month} {day}.—"),
        (0, 5) => format!("{capitals}, {weekday}. — "),
        (1, 0) => format!("{place} ({agency}). "),
        (1, 1) => format!("{capitals}. "),
        (1, 2) => format!("{place} – "),
        (1, 3) => format!("{place}, {day}. {month}. ({agency}.) "),
        (1, 4) => format!("{place}, {day}. {month}. "),
        (1, 5) => format!("(Fortsetzung von Seite {}) ", 1 + chance.below(9)),
        (1, 6) => format!("({agency}) {place}, {day}. {month}. – "),
        (2, 0) => format!("{place}, le {day} {month}. — "),
        (2, 1) => format!("{capitals} ({agency}) — "),
        (2, 2) => format!("{capitals}, {day} {month}. — "),
        (2, 3) => format!("(Suite de la page {}) ", 1 + chance.below(9)),
        _ => String::new(),
    }
}

/// What stands after the last words of a text, on a line of its own or not.
pub(super) fn ending(table: &Table, photo: bool, chance: &mut Chance) -> String {
    let (a, agency) = (name(table, chance), one(&AGENCIES, table, chance));
    let photo_by = ["Photo by ", "Foto: ", "Photo: "][which(table)];
    match chance.below(5) {
        0 | 1 if photo => format!("{photo_by}{a}"),
        2 if photo => format!("{photo_by}{a}/{agency}"),
        3 if photo && which(table) == 0 => format!("{a}/Daily Ledger"),
        _ if photo => format!("({a})"),
        0 => format!("({a})"),
        1 => format!("— {a}"),
        2 => format!("({agency})"),
        _ => jump_on(table, chance),
    }
}

fn jump_on(table: &Table, chance: &mut Chance) -> String {
    let page = 2 + chance.below(12);
    let word = one(&FAMILY, table, chance).to_uppercase();
    match (which(table), chance.below(5)) {
        (0, 0) => format!("(See Page {page})"),
        (0, 1) => format!("Continued on Page {page}"),
        (0, 2) => format!("(Continued on Page {page}, Column {})", 1 + page % 6),
        (0, 3) => format!("Please see {word}, A{page}"),
        (0, _) => format!("See {word}, page {page}"),
        (1, 0) => format!("(Fortsetzung auf Seite {page})"),
        (1, 1) => format!("Bericht Seite {page}"),
        (1, _) => format!("Fortsetzung auf Seite {page}"),
        (_, 0) => format!("(Suite en page {page})"),
        _ => format!("Lire la suite en page {page}"),
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

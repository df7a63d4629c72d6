//! People as Western papers name them: By JOHN SMITH, Von unserem Redakteur Peter Maier, Photo by Ann Lee,
//! (Silke Lange), Anna Vogel, Köln.

use super::people::Party;
use crate::document::CreditRole;
use crate::language::Table;
use std::ops::Range;

/// More people than this are a list, not a byline.
const MOST: usize = 8;
/// A longer line names nobody alone.
const LONGEST: usize = 120;

/// Reads all of `text` as people, by the forms of the table: the groups `people` and `photo` hold names.
pub(super) fn people(text: &str, table: &Table) -> Option<Vec<Party>> {
    if text.len() > LONGEST
        || !text.starts_with(|c: char| c.is_uppercase() || "(bvp—–-".contains(c))
    {
        return None;
    }
    // By NANCY LEWIS \: specks of a rule or of the picture beside it.
    let clean = text.trim_end_matches(|c: char| !c.is_alphanumeric() && !")].".contains(c));
    table.bylines.iter().find_map(|form| {
        let found = form.pattern.captures(clean)?;
        let mut parties = Vec::new();
        for (group, role) in [("people", form.role), ("photo", CreditRole::Photo)] {
            let Some(named) = found.name(group) else { continue };
            let names =
                names(named.as_str(), table).filter(|names| form.told || bare(names, table))?;
            let start = if parties.is_empty() { 0 } else { named.start() };
            parties.push(Party { role, told: form.told, names, range: start..text.len() });
        }
        if found.name("office").is_some() {
            let (range, names) = (0..text.len(), Vec::new());
            parties.push(Party { role: form.role, told: form.told, names, range });
        }
        (!parties.is_empty()).then_some(parties)
    })
}

/// What closes `text` and names people: — Jane Doe after the last sentence, Photo by Ann Lee, a name alone.
pub(super) fn signature(text: &str, table: &Table) -> Option<(Range<usize>, Vec<Party>)> {
    let from = text.ceil_char_boundary(text.len().saturating_sub(LONGEST));
    table.signatures.iter().find_map(|form| {
        let found = form.pattern.captures(&text[from..])?;
        let named = found.name("people").or_else(|| found.name("photo"))?;
        let names = names(named.as_str(), table).filter(|names| form.told || bare(names, table))?;
        let range = found.name("sign")?.start() + from..text.len();
        let party = Party { role: form.role, told: form.told, names, range: range.clone() };
        Some((range, vec![party]))
    })
}

/// Who signs a line that is known to be signed: the last words of its first part that are written as a full name is,
/// or the letters in brackets that it is.
pub(super) fn signed(text: &str, table: &Table) -> Option<Party> {
    let inner = text.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
    let letters = text.starts_with(['(', '[']) && inner.chars().count() <= INITIALS;
    let name = if letters && !inner.is_empty() && !inner.contains(' ') {
        inner.to_owned()
    } else {
        let part = inner.split([',', ';', '—', '–', '·', '/', '(']).next().unwrap_or_default();
        let part = part.rsplit_once(": ").map_or(part, |(_, after)| after);
        full_name(part, table)?
    };
    Some(Party { role: CreditRole::Author, told: false, names: vec![name], range: 0..text.len() })
}

/// The longest sign of one who writes, in characters: (hoc), (ba.).
const INITIALS: usize = 5;
/// What may stand between the words of a name.
const PARTICLES: [&str; 11] =
    ["van", "von", "de", "du", "der", "den", "la", "le", "di", "da", "zu"];
/// How people are called before their names, without a full stop.
const HONORIFICS: [&str; 8] = ["Dr", "Mr", "Mrs", "Ms", "Miss", "Prof", "Professor", "Rev"];

/// The last run of capitalised words in `text`, all of one style; honorifics left out.
fn full_name(text: &str, table: &Table) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let bare = |word: &'_ str| -> String { word.chars().filter(|c| c.is_alphabetic()).collect() };
    let capitals = |word: &str| {
        let bare = bare(word);
        (bare.chars().count() > 1).then(|| !bare.chars().any(char::is_lowercase))
    };
    let opens = |word: &str| {
        let lower = word.to_lowercase();
        table.by.contains(&lower.as_str())
            || HONORIFICS.contains(&word)
            || word.trim_end_matches(')').ends_with('.') && bare(word).chars().count() > 1
    };
    let names =
        |word: &str| word.trim_start_matches(['“', '"', '„']).starts_with(char::is_uppercase);
    let mut end = words.len();
    while end > 0 {
        let last = end;
        let mut start = last;
        while start > 0 {
            let word = words[start - 1];
            // Rezensiert von Almut Fechner, but Freiherr von Tönning.
            let by = table.by.contains(&word) && last - start > 1;
            let particle = PARTICLES.contains(&word) && !by && start < last && start > 1;
            let alike =
                || match (capitals(word), words[start..last].iter().find_map(|w| capitals(w))) {
                    (Some(one), Some(other)) => one == other,
                    _ => true,
                };
            if !(particle || names(word) && !opens(word) && alike()) {
                break;
            }
            start -= 1;
        }
        let run = &words[start..last];
        let common = run.first().is_none_or(|first| table.is_common(first));
        if run.len() > 1 && !common {
            return Some(run.join(" "));
        }
        end = start.min(last - 1);
    }
    None
}

/// Whether names that nothing tells from other words may be such: Das Problem is none.
fn bare(names: &[String], table: &Table) -> bool {
    names.iter().all(|name| !table.is_common(name.split(' ').next().unwrap_or_default()))
}

/// The names in Amy Lee, Jo Fox and Max Roe.
fn names(list: &str, table: &Table) -> Option<Vec<String>> {
    let mut out: Vec<String> = vec![String::new()];
    for word in list.split_whitespace() {
        let bare = word.trim_end_matches([',', ';']);
        let joins = is_and(bare, table);
        if !joins && !bare.is_empty() {
            let last = out.last_mut()?;
            if !last.is_empty() {
                last.push(' ');
            }
            *last += bare;
        }
        if joins || bare.len() < word.len() {
            out.push(String::new());
        }
    }
    // Margaret Taylor, Staff Writer: what she is, is no name.
    for name in &mut out {
        while let Some((rest, _)) = split_last(name).filter(|(_, last)| is_title_word(last, table))
        {
            *name = rest.to_owned();
        }
    }
    out.retain(|name| !name.is_empty());
    // Peter Maier, Berlin: one word behind a comma is a place, as after a full name nobody goes by one.
    let joined = list.split_whitespace().rev().nth(1).is_some_and(|word| is_and(word, table));
    if out.len() > 1 && !joined && out[0].contains(' ') && !out[out.len() - 1].contains(' ') {
        out.pop();
    }
    (!out.is_empty() && out.len() <= MOST).then_some(out)
}

fn is_and(word: &str, table: &Table) -> bool {
    table.and.contains(&word.to_lowercase().as_str())
}

fn split_last(name: &str) -> Option<(&str, &str)> {
    (!name.is_empty()).then(|| name.rsplit_once(' ').unwrap_or(("", name)))
}

/// Whether `word` says what somebody is: Writer.
fn is_title_word(word: &str, table: &Table) -> bool {
    table.titles.iter().any(|(title, _)| title.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Language;

    #[test]
    fn reads_bylines_of_papers() {
        for (language, text, named) in [
            (Language::English, "By JOHN SMITH", "JOHN SMITH"),
            (Language::English, "By John Smith and Ann Lee", "John Smith, Ann Lee"),
            (Language::English, "By John Smith, Staff Writer", "John Smith"),
            (Language::English, "By JOHN SMITH Special to The Times", "JOHN SMITH"),
            (Language::English, "From John Smith in Moscow", "John Smith"),
            (Language::English, "From Our Own Correspondent", ""),
            (Language::English, "By The Associated Press", ""),
            (Language::English, "Reviewed by Ann Lee", "Ann Lee"),
            (Language::English, "BY NANCY LEWIS \\", "NANCY LEWIS"),
            (Language::English, "by Margie Cooper - ,", "Margie Cooper"),
            (Language::English, "Staff photo by Ann Lee", "Ann Lee"),
            (Language::English, "AP Photo/Ann Lee", "Ann Lee"),
            (Language::German, "Von unserem Korrespondenten", ""),
            (Language::German, "Von unserem Berliner Korreſpondenten", ""),
            (Language::German, "Von unserem Redakteur Peter Maier", "Peter Maier"),
            (Language::German, "VON PETER MAIER", "PETER MAIER"),
            (Language::German, "Von Peter Maier, Berlin", "Peter Maier"),
            (Language::German, "Text: Peter Maier, Fotos: Ute Fuchs", "Peter Maier, Ute Fuchs"),
            (Language::German, "Bild Marianne Disch", "Marianne Disch"),
            (Language::French, "De notre correspondant particulier", ""),
            (Language::French, "De notre envoyé spécial Luc Girard", "Luc Girard"),
            (Language::French, "Propos recueillis par Claire Moreau", "Claire Moreau"),
            (Language::French, "Photo : Luc Girard", "Luc Girard"),
        ] {
            let found = people(text, Table::of(language)).unwrap_or_else(|| panic!("{text}"));
            let names: Vec<&str> =
                found.iter().flat_map(|party| &party.names).map(String::as_str).collect();
            assert_eq!(names.join(", "), named, "{text}");
        }
        for (language, text) in [
            (Language::English, "By now the whole town had heard"),
            (Language::German, "Von der Brücke aus"),
            (Language::French, "Par la route"),
        ] {
            assert_eq!(
                people(text, Table::of(language)).filter(|found| found[0].told),
                None,
                "{text}"
            );
        }
    }

    #[test]
    fn reads_who_signs_a_line() {
        for (language, text, name) in [
            (Language::English, "Interview by Kit Sallow", "Kit Sallow"),
            (Language::English, "with Clarrie Beggs", "Clarrie Beggs"),
            (Language::English, "Dr Leo Marchbanks, Cheltenham", "Leo Marchbanks"),
            (Language::English, "By TANIA FERRIS Education reporter", "TANIA FERRIS"),
            (Language::English, "(Mrs.) Noor Jehan Sait,", "Noor Jehan Sait"),
            (Language::German, "Von Dipl.-Ing. agr. Ubbo Freese, DEULA-Schule", "Ubbo Freese"),
            (Language::German, "Antwort: Freiherr von Tönning", "Freiherr von Tönning"),
            (Language::German, "Rezensiert von Almut Fechner", "Almut Fechner"),
            (Language::German, "(hoc)", "hoc"),
        ] {
            let found = signed(text, Table::of(language)).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(found.names, [name], "{text}");
        }
        let table = Table::of(Language::German);
        assert_eq!(signed("(Fortsetzung folgt)", table), None);
    }

    #[test]
    fn reads_who_signed_a_text() {
        for (language, text, sign, role) in [
            (
                Language::English,
                "on the couch. Photo by Ann Lee",
                "Photo by Ann Lee",
                CreditRole::Photo,
            ),
            (
                Language::English,
                "the reform.\" Thomas Clark/AP",
                "Thomas Clark/AP",
                CreditRole::Photo,
            ),
            (Language::English, "a single. — Dan Roe", "— Dan Roe", CreditRole::Author),
            (
                Language::German,
                "als Hochstapler. Holger Lehmann",
                "Holger Lehmann",
                CreditRole::Author,
            ),
            (
                Language::German,
                "zu spüren. Foto: Ina Lang/APA",
                "Foto: Ina Lang/APA",
                CreditRole::Photo,
            ),
        ] {
            let (range, people) = signature(text, Table::of(language)).expect("a signature");
            assert_eq!((&text[range], people[0].role), (sign, role));
        }
        let table = Table::of(Language::German);
        assert_eq!(signature("war vorbei. Das Problem", table), None);
    }
}

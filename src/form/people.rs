//! People: 本报记者 张靖 通讯员 郜敏, 文/金萍 图/孔鹏瑶, 王硕 摄, 程  龙.
//!
//! One grammar serves bylines, the brackets of a lead and the credits at a body's end, for the same
//! forms stand in all three.

use super::name::{begins_as_name, is_name, run_together};
use super::western;
use crate::document::CreditRole;
use crate::language::{Cue, Cues, Table, Work};
use crate::line::is_han;
use std::ops::Range;

/// People named together, and what they did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// What they did.
    pub role: CreditRole,
    /// Whether a title or the word of a work said so; a bare name might be anything.
    pub told: bool,
    /// Their names, without padding; none in 本报评论员.
    pub names: Vec<String>,
    /// Where they stand in the text, their title included.
    pub range: Range<usize>,
}

const SEPARATORS: [char; 8] = ['、', '，', ',', ';', '；', '　', ' ', '\n'];
const SLASHES: [char; 5] = ['/', '／', '╱', '∕', '|'];
const MARKERS: [char; 12] = ['□', '■', '◎', '○', '●', '◆', '▲', '△', '▪', '☐', '★', '•'];
/// The markers that stand before nothing but names.
const NAME_MARKERS: [char; 4] = ['□', '■', '◎', '☐'];
/// More people than this are a list, not a byline. 人民日报 of 2025-10-20 names seven.
pub(super) const MOST: usize = 12;
/// The longest place before 報導, in characters: 洛杉磯連線.
const PLACE_GLYPHS: usize = 6;

/// Reads `text` as nothing but people.
///
/// Names without any title need a known family name. Gives `None` where anything else is in the text.
///
/// # Examples
///
/// ```
/// use tearsheet::{CreditRole, Language, form::people, language::Table};
/// let table = Table::of(Language::SimplifiedChinese);
/// let found = people("本报记者  程  龙  潘俊强", table).unwrap();
/// assert_eq!(found[0].names, ["程龙", "潘俊强"]);
/// assert_eq!(found[0].role, CreditRole::Reporter);
/// assert!(people("一个都不能少", table).is_none());
/// ```
pub fn people(text: &str, table: &Table) -> Option<Vec<Party>> {
    if !table.bylines.is_empty() {
        return western::people(text, table);
    }
    read(text, table, false, table.cues(text).has(Cue::Person))
}

/// As [`people`]; where the text is `marked` as people, names need no known family name. `told` is whether a title or
/// the word of a work is anywhere in it.
fn read(text: &str, table: &Table, marked: bool, told: bool) -> Option<Vec<Party>> {
    Reading {
        text,
        table,
        marked,
        told,
        parties: Vec::new(),
        open: None,
        singles: String::new(),
        padded: 0..0,
    }
    .read()
}

/// Reads a whole line as a byline: people after an optional marker, or a name behind □ that
/// recognition made 口.
///
/// # Examples
///
/// ```
/// use tearsheet::{Language, form::byline, language::Table};
/// let table = Table::of(Language::SimplifiedChinese);
/// assert_eq!(byline("口潘剑", table).unwrap()[0].names, ["潘剑"]);
/// assert_eq!(byline("文/金萍 图/孔鹏瑶", table).unwrap().len(), 2);
/// ```
pub fn byline(text: &str, table: &Table) -> Option<Vec<Party>> {
    byline_by(text, table, table.cues(text))
}

/// As [`byline`], for a text whose cues are known.
pub(crate) fn byline_by(text: &str, table: &Table, cues: Cues) -> Option<Vec<Party>> {
    if !table.bylines.is_empty() {
        return western::people(text, table);
    }
    let bare = text.trim_start_matches(MARKERS);
    let marked = bare.len() < text.len();
    let offset = text.len() - bare.len();
    // ● and ★ open items of all kinds; behind □ a pen name of any kind stands: □ 半 山.
    let told = cues.has(Cue::Person);
    let mut found = read(bare, table, text.starts_with(NAME_MARKERS), told);
    let mut shift = offset;
    let mut marked = marked;
    if found.is_none()
        && !marked
        && let Some(rest) = bare.strip_prefix('口')
    {
        shift = '口'.len_utf8();
        marked = true;
        found = read(rest, table, false, told);
    }
    let mut found = found.or_else(|| from_unit(bare, table))?;
    for party in &mut found {
        party.range = party.range.start + shift..party.range.end + shift;
        party.told |= marked;
    }
    if let Some(first) = found.first_mut() {
        first.range.start = 0;
    }
    Some(found)
}

/// One who writes from a work or a town: 轧钢厂 武  平, 望江区 王建国.
pub(super) fn from_unit(text: &str, table: &Table) -> Option<Vec<Party>> {
    let (unit, name) = text.trim_end().split_once(char::is_whitespace)?;
    let from = unit
        .ends_with(|last| table.place_ends.contains(last) || table.unit_ends.contains(last))
        || table.places.iter().any(|&start| unit.starts_with(start));
    let from = from && unit.chars().nth(1).is_some() && unit.chars().all(is_han);
    let known = from && !name.is_empty();
    let mut parties =
        known.then(|| people(name, table).or_else(|| polite(name, table))).flatten()?;
    let [party] = &mut parties[..] else { return None };
    party.range = 0..text.len();
    Some(parties)
}

/// 汤老先生: a family name and how one is addressed.
fn polite(text: &str, table: &Table) -> Option<Vec<Party>> {
    let family = table.addresses.iter().find_map(|&address| text.strip_suffix(address))?;
    let single = family.chars().count() == 1 && begins_as_name(family, table);
    let named = single || table.double_surnames.contains(&family);
    named.then(|| {
        vec![Party {
            names: vec![text.to_owned()],
            ..party(CreditRole::Author, false, 0..text.len())
        }]
    })
}

/// Whether a text is a byline that says so: by a title, a work or a marker, not by names alone.
pub(crate) fn is_told_byline(text: &str, table: &Table, cues: Cues) -> bool {
    let marked = || text.starts_with(MARKERS) || text.starts_with('口');
    (!table.bylines.is_empty() || cues.has(Cue::Person) || marked())
        && byline_by(text, table, cues).is_some_and(|found| found.iter().any(|party| party.told))
}

/// Whether a line of its own says what the people of the byline before it are: Staff Writer.
pub fn is_title(text: &str, table: &Table) -> bool {
    table.title_lines.is_match(text)
}

struct Reading<'a> {
    text: &'a str,
    table: &'a Table,
    marked: bool,
    /// Whether a title or the word of a work is anywhere in the text.
    told: bool,
    parties: Vec<Party>,
    /// The party that a title or 文/ opened, waiting for its names.
    open: Option<Party>,
    /// Single characters that wait for the rest of padded names, and where they stand.
    singles: String,
    padded: Range<usize>,
}

impl<'a> Reading<'a> {
    fn read(mut self) -> Option<Vec<Party>> {
        let mut at = 0;
        for chunk in self.text.split_inclusive(SEPARATORS) {
            let word = chunk.trim_end_matches(SEPARATORS);
            if !word.is_empty() && !self.word(word, at) {
                return None;
            }
            at += chunk.len();
        }
        if !self.pad() {
            return None;
        }
        self.close();
        let named: usize = self.parties.iter().map(|party| party.names.len()).sum();
        let told = self.marked || self.parties.iter().any(|party| party.told);
        let table = self.table;
        let bare_names = || {
            let mut names = self.parties.iter().flat_map(|party| &party.names);
            named > 0 && names.all(|name| name.contains(['·', '・']) || is_name(name, table))
        };
        (!self.parties.is_empty() && named <= MOST && (told || bare_names()))
            .then_some(self.parties)
    }

    /// Takes one word, without separators in it. False where it is nothing of the grammar.
    fn word(&mut self, mut word: &'a str, mut at: usize) -> bool {
        while !word.is_empty() {
            if let Some(rest) = word.strip_prefix(SLASHES) {
                at += word.len() - rest.len();
                word = rest;
                continue;
            }
            if let Some(bare) = word.strip_prefix(MARKERS) {
                at += word.len() - bare.len();
                word = bare;
                continue;
            }
            // 成  文 is a name, though 文 is a work; 图 / 卢生 says what he did.
            let opens = || self.text[at + word.len()..].trim_start().starts_with(SLASHES);
            let work = || self.table.works.iter().any(|&(name, _)| name == word);
            let padded = word.chars().nth(1).is_none()
                && match self.singles.chars().count() {
                    0 => false,
                    1 => !opens(),
                    // 彭 泽 摄
                    _ => !work(),
                };
            if !self.told || padded {
                return self.names(word, at);
            }
            if let Some(&(_, work)) = self.table.works.iter().find(|&&(name, _)| name == word) {
                let range = at..at + word.len();
                if !self.pad() {
                    return false;
                }
                if opens() {
                    self.close();
                    self.open = Some(party(role_of(work), true, range));
                    return true;
                }
                // 本报记者 龚烈 摄影 冯一帆: the names come after their work.
                if work == Work::Picture && self.names_end(range.end) {
                    self.close();
                    self.open = Some(party(CreditRole::Photo, true, range));
                    return true;
                }
                return self.finish(work, range);
            }
            // （图片由钟云提供）
            if let Some(giver) = self
                .table
                .given_by
                .iter()
                .find_map(|&(before, after)| word.strip_prefix(before)?.strip_suffix(after))
            {
                self.close();
                self.open = Some(party(CreditRole::Photo, true, at..at + word.len()));
                let from = at + word.find(giver).unwrap_or(0);
                return self.names(giver, from) && {
                    if let Some(last) = self.parties.last_mut() {
                        last.range.end = at + word.len();
                    }
                    true
                };
            }
            // 图/受访者提供 names nobody.
            if self.open.as_ref().is_some_and(|open| open.role == CreditRole::Photo)
                && self.table.given_unnamed.contains(&word)
            {
                if let Some(open) = &mut self.open {
                    open.range.end = at + word.len();
                }
                self.close();
                return true;
            }
            if let Some((work, taken)) = self.work_before(word) {
                if !self.pad() {
                    return false;
                }
                self.close();
                let mut from = at;
                if work == Work::Both {
                    // 文/图 张三: the name after it wrote and took the pictures.
                    self.parties.push(party(CreditRole::Photo, true, at..at + taken));
                    from = at + taken;
                }
                self.open = Some(party(role_of(work), true, from..at + taken));
                at += taken;
                word = &word[taken..];
                continue;
            }
            // 文/任辉明图/钱浩: where the space was lost, the next work ends the names.
            if self.open.is_some()
                && let Some(start) = self.next_work(word)
            {
                if !self.names(&word[..start], at) {
                    return false;
                }
                at += start;
                word = &word[start..];
                continue;
            }
            if let Some((role, start, end)) = self.title(word) {
                if start > 0 && !self.names(&word[..start], at) || !self.pad() {
                    return false;
                }
                // 图/本报记者 洪波: a work before the title says what the reporter did.
                let work = (self.open)
                    .take_if(|work| work.range.end == at + start || work.range.is_empty());
                self.close();
                let (role, from) = match work {
                    Some(work) if work.role == CreditRole::Photo => (work.role, work.range.start),
                    Some(work) => (role, work.range.start),
                    None => (role, at + start),
                };
                self.open = Some(party(role, true, from..at + end));
                at += end;
                word = &word[end..];
                continue;
            }
            if let Some((work, start)) = self.work_after(word) {
                let name = word[..start].trim_end_matches(SLASHES);
                // 特约摄影 钱 塘: the name comes after.
                let led = !name.is_empty() && self.table.title_lead.is_match(name);
                if led && work == Work::Picture && self.names_end(at + word.len()) {
                    self.close();
                    self.open = Some(party(CreditRole::Photo, true, at..at + word.len()));
                    return true;
                }
                if !name.is_empty() && !self.names(name, at) {
                    return false;
                }
                return self.finish(work, at + name.len()..at + word.len());
            }
            return self.names(word, at);
        }
        true
    }

    /// Whether the text ends with names from `from` on, and with no work after them.
    fn names_end(&self, from: usize) -> bool {
        let rest = self.text[from..].trim();
        !rest.is_empty()
            && rest.chars().all(|c| is_han(c) || SEPARATORS.contains(&c))
            && !self.table.works.iter().any(|&(work, _)| rest.ends_with(work))
            && !self.table.titles.iter().any(|&(title, _)| rest.contains(title))
    }

    /// A title in `word` with what leads up to it: its role, and its place.
    fn title(&self, word: &str) -> Option<(CreditRole, usize, usize)> {
        let (at, title, role) = self
            .table
            .titles
            .iter()
            .filter_map(|&(title, role)| word.find(title).map(|at| (at, title, role)))
            .min_by_key(|&(at, title, _)| (at, std::cmp::Reverse(title.len())))?;
        // What comes before is a lead to the title as a whole, or names and then a lead.
        let before = &word[..at];
        let start = before
            .char_indices()
            .map(|(index, _)| index)
            .find(|&index| self.table.title_lead.is_match(&before[index..]))
            .unwrap_or(at);
        Some((role, start, at + title.len()))
    }

    /// A work and a slash or colon at the start: 文/, 图／, 摄影：. Or a work alone: 文/图.
    fn work_before(&self, word: &str) -> Option<(Work, usize)> {
        self.table.works.iter().find_map(|&(name, work)| {
            let rest = word.strip_prefix(name)?;
            let after = rest.strip_prefix(SLASHES).or_else(|| rest.strip_prefix(['：', ':']))?;
            Some((work, word.len() - after.len()))
        })
    }

    /// Where, after some names, a work with a slash stands in `word`.
    fn next_work(&self, word: &str) -> Option<usize> {
        let starts = word.char_indices().skip(1).map(|(at, _)| at);
        starts.into_iter().find(|&at| self.work_before(&word[at..]).is_some())
    }

    /// A work at the end: 王硕摄, 王长江/摄影报道, or the word alone.
    fn work_after(&self, word: &str) -> Option<(Work, usize)> {
        self.table.works.iter().find_map(|&(name, work)| {
            let before = word.strip_suffix(name)?;
            // 孟鹏文 is a name: only 摄 and words of two characters need no slash before them.
            let parted = before.ends_with(SLASHES)
                || name.chars().count() > 1
                || work == Work::Picture && name != "图" && name != "圖";
            // 周國豪／台北報導: the place stands between the slash and the word.
            let place = before.rfind(SLASHES).filter(|&slash| {
                work == Work::Text && before[slash..].chars().count() <= PLACE_GLYPHS + 1
            });
            Some((work, place.unwrap_or(before.len()))).filter(|_| parted)
        })
    }

    /// The people before did `work`; its word stands at `range`.
    fn finish(&mut self, work: Work, range: Range<usize>) -> bool {
        if !self.pad() {
            return false;
        }
        self.close();
        let Some(last) = self.parties.last_mut().filter(|party| !party.names.is_empty()) else {
            // 文/图 before its names.
            if work == Work::Both && self.parties.is_empty() {
                let end = range.end;
                self.parties.push(party(CreditRole::Photo, true, range));
                self.open = Some(party(CreditRole::Author, true, end..end));
                return true;
            }
            return false;
        };
        last.told = true;
        match work {
            Work::Text => last.range.end = range.end,
            Work::Picture => {
                last.role = CreditRole::Photo;
                last.range.end = range.end;
            }
            Work::Both => {
                let mut pictures = party(CreditRole::Photo, true, range);
                pictures.names = last.names.clone();
                self.parties.push(pictures);
            }
        }
        true
    }

    /// Takes `word` as one name or several run together.
    fn names(&mut self, word: &str, at: usize) -> bool {
        let han = word.chars().take_while(|&character| is_han(character)).count();
        let glyphs = han + word.chars().skip(han).count();
        let names: Vec<String> = if han < glyphs {
            if !(word.contains(['·', '・', '•', '．']) && (4..=24).contains(&glyphs)) {
                return false;
            }
            vec![word.to_owned()]
        } else if glyphs == 1 {
            // Only white space pads a name: 程  龙, not 程、龙.
            let parted = |from: usize| !self.text[from..at].trim().is_empty();
            if !self.singles.is_empty() && parted(self.padded.end) && !self.pad() {
                return false;
            }
            if self.singles.is_empty() {
                self.padded.start = at;
            }
            self.singles += word;
            self.padded.end = at + word.len();
            return true;
        } else if glyphs == 2
            && self.singles.chars().count() % 2 == 1
            && self.text[self.padded.end..at].trim().is_empty()
        {
            // 石 磊落, 毕 成 高 岫云
            self.singles += word;
            self.padded.end = at + word.len();
            let whole = self.singles.clone();
            return match run_together(&whole, self.table) {
                Some(names) => {
                    self.singles.clear();
                    self.add(names, self.padded.clone());
                    true
                }
                None => false,
            };
        } else if glyphs <= 4 {
            vec![word.to_owned()]
        } else if let Some(names) = run_together(word, self.table) {
            names
        } else {
            return false;
        };
        if !self.pad() {
            return false;
        }
        self.add(names, at..at + word.len());
        true
    }

    /// Takes the single characters that wait as padded names. False where they make none.
    fn pad(&mut self) -> bool {
        let singles = std::mem::take(&mut self.singles);
        let characters: Vec<char> = singles.chars().collect();
        let names = match characters.len() {
            0 => return true,
            1 => return false,
            2 | 3 => vec![singles],
            count => match run_together(&singles, self.table) {
                Some(names) => names,
                None if count % 2 == 0 => {
                    characters.chunks(2).map(|name| name.iter().collect()).collect()
                }
                None => return false,
            },
        };
        self.add(names, self.padded.clone());
        true
    }

    fn add(&mut self, names: Vec<String>, range: Range<usize>) {
        let told_by = self.open.take();
        if let Some(open) = told_by {
            self.parties.push(open);
        } else if self.parties.is_empty()
            || self.parties.last().is_some_and(|last| {
                last.role == CreditRole::Photo && last.told && !last.names.is_empty()
            })
        {
            self.parties.push(party(CreditRole::Author, false, range.clone()));
        }
        let end = range.end;
        if let Some(last) = self.parties.last_mut() {
            last.range.end = end;
            last.names.extend(names.iter().cloned());
        }
        // 文/图 张三: the pictures are theirs as well.
        let count = self.parties.len();
        if count == 2
            && self.parties[0].role == CreditRole::Photo
            && self.parties[0].range.end <= range.start
        {
            let both = self.parties[0].names.len() + names.len() == self.parties[1].names.len();
            if both && self.parties[0].names.is_empty() {
                self.parties[0].names = names;
            }
        }
    }

    fn close(&mut self) {
        if let Some(open) = self.open.take() {
            self.parties.push(open);
        }
    }
}

fn party(role: CreditRole, told: bool, range: Range<usize>) -> Party {
    Party { role, told, names: Vec::new(), range }
}

fn role_of(work: Work) -> CreditRole {
    match work {
        Work::Picture => CreditRole::Photo,
        Work::Text | Work::Both => CreditRole::Author,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Language;

    fn read(text: &str) -> Option<Vec<(CreditRole, Vec<String>)>> {
        byline(text, Table::of(Language::SimplifiedChinese))
            .map(|found| found.into_iter().map(|party| (party.role, party.names)).collect())
    }

    fn names(list: &[&str]) -> Vec<String> {
        list.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn reads_the_forms_of_bylines() {
        use CreditRole::{Author, Correspondent, Photo, Reporter};
        for (text, want) in [
            ("本报记者段维娜", vec![(Reporter, names(&["段维娜"]))]),
            ("本报驻埃及记者朱梦魁", vec![(Reporter, names(&["朱梦魁"]))]),
            ("本报记者李济国贾建舟", vec![(Reporter, names(&["李济国", "贾建舟"]))]),
            (
                "□本报记者张靖本报通讯员郜敏",
                vec![(Reporter, names(&["张靖"])), (Correspondent, names(&["郜敏"]))],
            ),
            (
                "新华社记者岳林才本报记者刘裕国",
                vec![(Reporter, names(&["岳林才"])), (Reporter, names(&["刘裕国"]))],
            ),
            ("■本报记者 矫 月", vec![(Reporter, names(&["矫月"]))]),
            ("文/金萍 图/孔鹏瑶", vec![(Author, names(&["金萍"])), (Photo, names(&["孔鹏瑶"]))]),
            (
                "本报记者 秦永萍 文/图",
                vec![(Reporter, names(&["秦永萍"])), (Photo, names(&["秦永萍"]))],
            ),
            ("邢永臣摄影报道", vec![(Author, names(&["邢永臣"])), (Photo, names(&["邢永臣"]))]),
            ("王长江/摄影报道", vec![(Author, names(&["王长江"])), (Photo, names(&["王长江"]))]),
            ("玛丽娜·拉古什", vec![(Author, names(&["玛丽娜·拉古什"]))]),
            ("本报评论员", vec![(CreditRole::Commentator, vec![])]),
            (
                "成都商报记者 蒋麟 张柄尧 摄影报道",
                vec![(Reporter, names(&["蒋麟", "张柄尧"])), (Photo, names(&["蒋麟", "张柄尧"]))],
            ),
            ("文/任辉明图/钱浩", vec![(Author, names(&["任辉明"])), (Photo, names(&["钱浩"]))]),
            (
                "文/本报记者 葛晓雯 图/本报记者 洪波",
                vec![(Reporter, names(&["葛晓雯"])), (Photo, names(&["洪波"]))],
            ),
            (
                "本报记者 龚  烈 摄影 冯一帆",
                vec![(Reporter, names(&["龚烈"])), (Photo, names(&["冯一帆"]))],
            ),
            ("本报记者　章　勉摄", vec![(Photo, names(&["章勉"]))]),
            ("湛 蓝/摄", vec![(Photo, names(&["湛蓝"]))]),
            ("彭 泽 摄", vec![(Photo, names(&["彭泽"]))]),
            (
                "本报记者 申 屠 远 实习生 柳 盈",
                vec![(Reporter, names(&["申屠远"])), (Reporter, names(&["柳盈"]))],
            ),
            ("特约摄影 钱 塘", vec![(Photo, names(&["钱塘"]))]),
            ("本报通讯员 成  文 瞿小薇", vec![(Correspondent, names(&["成文", "瞿小薇"]))]),
            ("文/贺新年 图/受访者提供", vec![(Author, names(&["贺新年"])), (Photo, vec![])]),
            (
                "采写/摄影 本报记者 骆宾",
                vec![(Photo, names(&["骆宾"])), (Reporter, names(&["骆宾"]))],
            ),
            ("北川市城北区 汤老先生", vec![(Author, names(&["汤老先生"]))]),
            ("机械厂退休职工 宁秀珍", vec![(Author, names(&["宁秀珍"]))]),
            ("轧钢厂 武  平", vec![(Author, names(&["武平"]))]),
            ("图片由钟云提供", vec![(Photo, names(&["钟云"]))]),
            ("□ 半 山", vec![(Author, names(&["半山"]))]),
            ("通讯员 孟鹏文", vec![(Correspondent, names(&["孟鹏文"]))]),
            ("王硕 摄", vec![(Photo, names(&["王硕"]))]),
            ("李  非  黄  婧", vec![(Author, names(&["李非", "黄婧"]))]),
        ] {
            assert_eq!(read(text), Some(want), "{text}");
        }
    }

    #[test]
    fn reads_the_forms_of_taiwan() {
        let table = Table::of(Language::TraditionalChinese);
        for text in [
            "潘建妤／特稿",
            "周國豪／台北報導",
            "記者楊怡傑／洛杉磯報導",
            "楊怡傑、周國豪╱綜合報導",
        ] {
            let found = byline(text, table).unwrap_or_default();
            assert!(found.iter().any(|party| party.told && !party.names.is_empty()), "{text}");
            assert!(
                found.iter().flat_map(|party| &party.names).all(|name| name.chars().count() == 3),
                "{text}"
            );
        }
    }

    #[test]
    fn leaves_other_lines_alone() {
        for text in [
            "即将过去",
            "一个都不能少",
            "走出一条新路子",
            "牢记嘱托 感恩奋进",
            "2024年",
            "——马美宏（湖南）",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}

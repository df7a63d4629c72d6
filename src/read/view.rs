//! What the evidence looks at: the lines with their forms, gaps, blocks and shared words.

use super::filling;
use super::lexicon::{Levels, Lexicon};
use super::pairs::Pairs;
use super::setting::Setting;
use super::told::{Told, told};
use super::turns::{Turn, turns};
use super::weights::lexicon_of;
use crate::document::{CreditRole, FurnitureKind};
use crate::form::{self, Ending, Party};
use crate::language::{Bond, Cue, Table, edges};
use crate::line::{Class, Fill, Line, Measure, is_han};
use foldhash::{HashMap, HashMapExt, HashSet};
use std::cell::OnceCell;

/// The set form that a line has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// 0: no byline; 1: names alone; 2: names with a title or marker.
    pub byline: u8,
    /// It is signed: a name stands behind titles or offices that no form of bylines knows.
    pub signed: bool,
    /// A lead stands at its start.
    pub lead: bool,
    /// The lead is all of it: 本报讯（记者 毛国思）.
    pub all_lead: bool,
    /// 0: no bracket ends it; 1: people; 2: a photographer; 3: a note of the source.
    pub ending: u8,
    /// The bracket that ends it is all of it, or the end of one begun on the line before.
    pub ending_alone: bool,
    /// It begins with the mark of a text that goes on from another page.
    pub jump_from: bool,
    /// 0: no mark that the text goes on elsewhere; 1: at its end; 2: the mark alone.
    pub jump_on: u8,
    /// What furniture its words make it.
    pub furniture: Option<FurnitureKind>,
    /// It begins with a number, letter or bullet of a list.
    pub enumerator: bool,
    /// It holds a word of captions.
    pub caption: bool,
    /// 0: no name of a column or an office; 1: a word that names of columns have is in it; 2: it ends with one;
    /// 3: it stands in brackets as such names do; 4: it ends as names of offices and places do.
    pub column: u8,
    /// It opens an editor's note.
    pub note: bool,
    /// It begins as first paragraphs do.
    pub opens: bool,
    /// It begins as later paragraphs do.
    pub goes_on: bool,
    /// Western words, and those among them that are the commonest ones: the, of, und.
    pub words: u8,
    /// See `words`.
    pub small_words: u8,
    /// Its first word is one of the commonest.
    pub starts_small: bool,
    /// Its last word is one of the commonest.
    pub ends_small: bool,
    /// One of its words is written in small letters elsewhere.
    pub written_small: bool,
    /// Its byline names nobody but photographers.
    pub photo: bool,
}

/// The lines of a source and what evidence needs to know about them.
#[derive(Clone, Debug)]
pub struct View<'a> {
    /// The decoded text.
    pub text: &'a str,
    /// Its lines.
    pub lines: &'a [Line],
    /// Their measures.
    pub measures: &'a [Measure],
    /// The set forms of each line.
    pub forms: Vec<Form>,
    /// Blank lines before each line, less those that stand between all lines of its page.
    pub gaps: Vec<u8>,
    /// Brackets and quotes open at the start of each line.
    pub depth: Vec<u8>,
    /// How often the pair of characters that the line end before each line parts stands elsewhere.
    pub joins: Vec<u8>,
    /// How words bind the characters that the line end before each line parts; none where they are not both Han.
    pub bonds: Vec<Option<Bond>>,
    /// For each line: pairs of its characters that stand in lines soon after, soon before, and only
    /// further off.
    pub shared: Vec<[u8; 3]>,
    /// What each line that is no text tells of.
    pub told: Vec<Told>,
    /// For each line: words that lines before and after it share, in percent of what is usual near it.
    pub cohesion: Vec<u8>,
    /// The same over a longer reach.
    pub far_cohesion: Vec<u8>,
    /// For each line: how alike the subjects of the lines before it and from it on are.
    pub turns: Vec<Turn>,
    /// For each line: its block's first line and the line after its last one.
    pub blocks: Vec<(usize, usize)>,
    /// For each line: the last line before it that is text, not a head.
    pub text_before: Vec<Option<usize>>,
    /// For each line: the first line after it that is text, not a head.
    pub text_after: Vec<Option<usize>>,
    /// The measure that most lines of the source have, in half ems.
    pub main_measure: usize,
    /// The numbers of the characters that each line begins and ends with: see [`EDGE_NUMBERS`](crate::language::EDGE_NUMBERS).
    pub(super) edges: Vec<[u8; 2]>,
    /// Whether first lines of paragraphs are indented.
    pub indented: bool,
    /// Whether another line of its page has the same text.
    pub repeated: Vec<bool>,
    /// How wide each line is set.
    pub(super) setting: Setting,
    /// How surely a paragraph begins with each line, by the widths about it.
    pub(super) begins: Vec<u8>,
    /// What each line sounds like.
    pub(super) sounds: Vec<Levels>,
    /// How surely each line goes on with what the line before it says, less than [`TIES`](super::lexicon::TIES).
    pub(super) ties: Vec<u8>,
}

/// Lines of more than so many glyphs, or with a pause or sentence end inside, count as text.
pub(super) const HEAD_GLYPHS: usize = 24;

impl<'a> View<'a> {
    /// Looks at `lines`; costs time linear in the text.
    pub fn new(text: &'a str, lines: &'a [Line], measures: &'a [Measure], table: &Table) -> Self {
        Self::by(text, lines, measures, table, lexicon_of(table.script))
    }

    /// The same by another lexicon than the one that comes with the crate.
    pub fn by(
        text: &'a str,
        lines: &'a [Line],
        measures: &'a [Measure],
        table: &Table,
        lexicon: &Lexicon,
    ) -> Self {
        let gaps = gaps(text, lines);
        let blocks = blocks(&gaps);
        let pairs = Pairs::new(text, lines);
        let is_text: Vec<bool> =
            lines.iter().zip(measures).map(|(line, measure)| is_text(line, *measure)).collect();
        let mut text_before = Vec::with_capacity(lines.len());
        let mut last = None;
        for (index, &is_text) in is_text.iter().enumerate() {
            text_before.push(last);
            if is_text {
                last = Some(index);
            }
        }
        let mut text_after = vec![None; lines.len()];
        let mut next = None;
        for index in (0..lines.len()).rev() {
            text_after[index] = next;
            if is_text[index] {
                next = Some(index);
            }
        }
        let setting = Setting::new(text, lines, measures, table.script);
        let indents = lines.iter().filter(|line| (3..=6).contains(&line.indent)).count();
        Self {
            text,
            lines,
            measures,
            forms: forms(text, lines, table),
            depth: depth(lines),
            joins: pairs.joins(text, lines),
            bonds: bonds(text, lines, table),
            edges: lines.iter().map(|line| edges(&text[line.span.range()])).collect(),
            shared: pairs.shared(lines),
            told: told(&pairs, &is_text),
            cohesion: pairs.cohesion(lines.len(), 30, 15),
            far_cohesion: pairs.cohesion(lines.len(), 120, 60),
            turns: turns(text, lines, table),
            repeated: repeated(text, lines),
            sounds: lexicon.sounds.levels(text, lines, table.script),
            ties: super::lexicon::ties(&lexicon.breaks, text, lines, table.script),
            main_measure: main_measure(measures),
            indented: indents * 40 > lines.len(),
            begins: filling::levels(&lexicon.filling, text, lines, &setting, &gaps),
            setting,
            gaps,
            blocks,
            text_before,
            text_after,
        }
    }

    /// The text of a line.
    pub fn str(&self, index: usize) -> &'a str {
        &self.text[self.lines[index].span.range()]
    }

    /// Whether a sentence ends with the line.
    pub fn ends_sentence(&self, index: usize) -> bool {
        self.lines[index].last == Class::SentenceEnd
    }

    /// The kind of step from the line before to this one: whether blank lines part them, whether the
    /// one before ends a sentence, whether the measure changes.
    pub fn step(&self, index: usize) -> usize {
        let ends = self.ends_sentence(index - 1) || self.forms[index - 1].ending > 0;
        let width = |at: usize| self.measures[at].width;
        usize::from(self.gaps[index] > 0)
            + 2 * usize::from(ends)
            + 4 * usize::from(width(index).abs_diff(width(index - 1)) > 2)
    }

    /// Whether the line has the look of running text rather than of a head.
    pub fn is_text(&self, index: usize) -> bool {
        is_text(&self.lines[index], self.measures[index])
    }
}

fn is_text(line: &Line, measure: Measure) -> bool {
    line.stops > 0 && (line.glyphs > HEAD_GLYPHS || measure.fill >= Fill::Short)
        || line.indent >= 3 && measure.fill >= Fill::TwoShort
        || line.glyphs > 2 * HEAD_GLYPHS
}

fn bonds(text: &str, lines: &[Line], table: &Table) -> Vec<Option<Bond>> {
    let content = |line: &Line| &text[line.span.range()];
    let inner = lines.windows(2).map(|pair| {
        let last = content(&pair[0]).chars().next_back().filter(|&c| is_han(c))?;
        let first = content(&pair[1]).chars().next().filter(|&c| is_han(c))?;
        Some(table.pairs.bond(last, first))
    });
    std::iter::once(None).chain(inner).take(lines.len()).collect()
}

/// Blank lines before each line, capped at 3. On a page set with wide leading PDFBox puts a blank
/// line after every line; one is taken off everywhere then.
pub(super) fn gaps(text: &str, lines: &[Line]) -> Vec<u8> {
    let small = |line: &Line| text[line.span.range()].starts_with(char::is_lowercase);
    let mut out = Vec::with_capacity(lines.len());
    let mut rest = lines;
    while let Some(first) = rest.first() {
        let count = rest.iter().take_while(|line| line.page == first.page).count();
        let (page, after) = rest.split_at(count);
        // Pairs of lines of about the same width in mid-sentence tell what a gap is worth.
        let inner = page.windows(2).filter(|pair| {
            pair[0].width.abs_diff(pair[1].width) <= 3
                && (pair[0].stops > 0 && matches!(pair[0].last, Class::Han | Class::Pause)
                    // Faster broadband in the / UK is becoming a reality / as more internet providers
                    || pair[0].last != Class::SentenceEnd && small(&pair[1]))
        });
        let (total, blank) = inner.fold((0, 0), |(total, blank), pair| {
            (total + 1, blank + usize::from(pair[1].blanks > 0))
        });
        let usual = usize::from(total > 4 && blank * 10 > total * 7);
        out.extend(page.iter().map(|line| line.blanks.saturating_sub(usual).min(3) as u8));
        if let Some(gap) = out.len().checked_sub(count).and_then(|at| out.get_mut(at)) {
            *gap = 3;
        }
        rest = after;
    }
    out
}

fn blocks(gaps: &[u8]) -> Vec<(usize, usize)> {
    let mut out = Vec::with_capacity(gaps.len());
    let mut start = 0;
    while start < gaps.len() {
        let end = (start + 1..gaps.len()).find(|&at| gaps[at] > 0).unwrap_or(gaps.len());
        out.extend(std::iter::repeat_n((start, end), end - start));
        start = end;
    }
    out
}

/// Open brackets are forgotten after this many lines: a missing half must not silence all that follows.
const DEPTH_REACH: usize = 12;

fn depth(lines: &[Line]) -> Vec<u8> {
    let mut open = 0_i32;
    let mut since = 0;
    lines
        .iter()
        .map(|line| {
            let here = open.clamp(0, 3) as u8;
            since = if open > 0 { since + 1 } else { 0 };
            if since > DEPTH_REACH {
                open = 0;
                since = 0;
            }
            open = (open + line.opened).clamp(0, 3);
            here
        })
        .collect()
}

fn main_measure(measures: &[Measure]) -> usize {
    let mut widths: Vec<usize> = measures
        .iter()
        .filter(|measure| measure.fill == Fill::Full)
        .map(|measure| measure.width)
        .collect();
    widths.sort_unstable();
    widths.chunk_by(|a, b| a == b).max_by_key(|run| run.len()).map_or(0, |run| run[0])
}

/// Over pages it says nothing: the head of an article that jumps is printed on both.
fn repeated(text: &str, lines: &[Line]) -> Vec<bool> {
    let key = |line: &Line| (line.page, &text[line.span.range()]);
    let mut counts: HashMap<(usize, &str), u32> = HashMap::with_capacity(lines.len());
    for line in lines {
        *counts.entry(key(line)).or_default() += 1;
    }
    lines.iter().map(|line| line.glyphs > 1 && counts[&key(line)] > 1).collect()
}

/// No name of a column is longer: 高质量发展调研行, in characters.
const COLUMN_GLYPHS: usize = 10;
/// Forms are sought in lines up to this long; a longer line is text. Leads may still open it.
const FORM_BYTES: usize = 400;

fn forms(text: &str, lines: &[Line], table: &Table) -> Vec<Form> {
    let str = |line: &Line| &text[line.span.range()];
    let small = OnceCell::new();
    let mut torn = String::new();
    lines
        .iter()
        .enumerate()
        .map(|(index, line)| {
            let whole = str(line);
            let short = whole.len() <= FORM_BYTES;
            let opening = table.opening_cues(whole);
            let mut form = Form {
                opens: opening.has(Cue::Opens),
                goes_on: opening.has(Cue::GoesOn),
                ..Form::default()
            };
            if table.hyphenates && short {
                count_words(whole, table, &mut form);
            }
            let mut lead = None;
            if whole.starts_with(table.may_lead) {
                // A form may be torn by the wrap: （记者廖玲宇 通讯员 / 薛涵兰）.
                torn.clear();
                torn.extend(lines[index..].iter().take(if short { 3 } else { 1 }).map(str));
                lead = form::lead_end(&torn, table);
                form.lead = lead.is_some();
            }
            if !short {
                return form;
            }
            let cues = table.cues(whole);
            if line.stops == 0 && line.glyphs <= 40 {
                let found = form::byline_by(whole, table, cues);
                form.photo = found.as_ref().is_some_and(|found| of_photographers(found));
                form.byline =
                    found.map_or(0, |found| 1 + u8::from(found.iter().any(|party| party.told)));
                form.signed = form.byline == 0 && form::is_signed(whole, table);
                form.written_small = form.byline == 1 && {
                    let small = small.get_or_init(|| written_small(text, lines, table));
                    words(whole).any(|word| small.contains(word.to_lowercase().as_str()))
                };
            } else if line.glyphs <= 40 && line.last != Class::SentenceEnd {
                form.byline = 2 * u8::from(form::is_told_byline(whole, table, cues));
            }
            let bracketed = matches!(line.last, Class::CloseBracket);
            let next = lines.get(index + 1).map_or("", str);
            let joined;
            let mut candidate = whole;
            if bracketed && line.opened < 0 && index > 0 {
                joined = format!("{}{whole}", str(&lines[index - 1]));
                candidate = &joined;
            }
            // The people of a lead that is the whole line are no credit: 本报讯（记者 毛国思）.
            form.all_lead = lead.is_some_and(|end| end >= whole.len());
            let ending = form::ending_by(candidate, table, cues).filter(|_| !form.all_lead);
            if let Some((range, ending)) = ending {
                form.ending = match ending {
                    // ended last week. Tony Blair / said: a small letter goes on with no signature.
                    Ending::People(parties) if torn_off(&parties, bracketed, next) => 0,
                    Ending::People(parties) => 1 + u8::from(of_photographers(&parties)),
                    Ending::Note => 3,
                };
                form.ending_alone = range.start <= candidate.len() - whole.len();
            }
            form.jump_from = form::jump_from(whole, table).is_some();
            if let Some(mark) = form::jump_on(whole, table) {
                form.jump_on = 1 + u8::from(mark.range.start == 0);
            }
            form.furniture = form::furniture_by(whole, table, cues);
            form.enumerator = table.enumerator.is_match(whole);
            form.caption = cues.has(Cue::Caption);
            form.column = if (2..=COLUMN_GLYPHS).contains(&line.glyphs) {
                column_or_office(whole, table, cues.has(Cue::Column))
            } else {
                0
            };
            if form.words > 0 && names_column(whole, table) {
                form.column = 2;
            }
            form.note = opening.has(Cue::Note);
            form
        })
        .collect()
}

fn of_photographers(parties: &[Party]) -> bool {
    parties.iter().all(|party| party.role == CreditRole::Photo)
}

/// Whether names that nothing marks as such go on in the next line.
fn torn_off(parties: &[Party], bracketed: bool, next: &str) -> bool {
    !bracketed && !parties.iter().any(|party| party.told) && next.starts_with(char::is_lowercase)
}

/// The words that stand in small letters somewhere; none in a script that has no capitals.
fn written_small<'a>(text: &'a str, lines: &[Line], table: &Table) -> HashSet<&'a str> {
    let lines = lines.iter().filter(|_| table.hyphenates);
    let words = lines.flat_map(|line| text[line.span.range()].split_whitespace());
    words.filter(|word| word.starts_with(char::is_lowercase)).collect()
}

/// See [`Form::column`]: 聚焦两会, 〈生活情報〉, 县医保局：.
fn column_or_office(line: &str, table: &Table, has_word: bool) -> u8 {
    let name = line.trim_end_matches(|c| !is_han(c));
    let ends_with = |words: &[&str]| words.iter().any(|&word| name.ends_with(word));
    match () {
        () if line.starts_with(['〈', '【', '《', '■', '◆']) && name.len() < line.len() => 3,
        () if ends_with(table.column) || ends_with(table.column_ends) => 2,
        () if has_word => 1,
        () if name.ends_with(|c| table.place_ends.contains(c) || table.unit_ends.contains(c)) => 4,
        () => 0,
    }
}

/// Whether all words of a Western line are those of columns: Kurz notiert, Around the County.
fn names_column(line: &str, table: &Table) -> bool {
    let of_column = |word: &str| table.column_words.contains(word.to_lowercase().as_str());
    line.starts_with(char::is_uppercase)
        && line.split_whitespace().nth(COLUMN_WORDS).is_none()
        && line.split_whitespace().all(|word| table.is_common(word) || of_column(word))
        && line.split_whitespace().any(|word| !table.is_common(word))
}

/// No name of a column has more words: Around the County.
const COLUMN_WORDS: usize = 4;

/// Finds the facts of a line's Western words.
fn count_words(line: &str, table: &Table, form: &mut Form) {
    for word in words(line) {
        let common = table.is_common(word);
        if form.words == 0 {
            form.starts_small = common;
        }
        form.ends_small = common;
        form.words = form.words.saturating_add(1);
        form.small_words = form.small_words.saturating_add(u8::from(common));
    }
    form.ends_small &= line.ends_with(char::is_alphanumeric);
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

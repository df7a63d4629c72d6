//! The state of each line of a case, by its truth.

use serde_json::Value;
use tearsheet::form;
use tearsheet::language::Table;
use tearsheet::line::{Class, Line};
use tearsheet::mend;
use tearsheet::read::State;

/// What the truth says of a line.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Label {
    pub(crate) state: State,
    /// The article that it belongs to, if any.
    pub(crate) article: Option<usize>,
}

/// A piece of the truth: its letters, and the states of the line that begins it and of the others.
struct Piece {
    letters: Vec<char>,
    article: Option<usize>,
    begins: State,
    goes_on: State,
}

impl Piece {
    /// The label of a line that stands in the piece from letter `at` on.
    fn label(&self, at: usize) -> Label {
        let state = if at == 0 { self.begins } else { self.goes_on };
        Label { state, article: self.article }
    }
}

fn letters(text: &str) -> Vec<char> {
    let mut out = Vec::new();
    for character in text.chars().filter(|c| c.is_alphanumeric()) {
        // Achtelﬁnale: the truth has no ligatures.
        match mend::ligature(character) {
            Some(letters) => out.extend(letters.chars()),
            None => out.extend(character.to_lowercase()),
        }
    }
    out
}

/// The label of each line of `text`; none where the truth does not tell.
pub(crate) fn label(
    text: &str,
    lines: &[Line],
    truth: &Value,
    table: &Table,
) -> Vec<Option<Label>> {
    let mut pieces = Vec::new();
    let mut add = |article, text: &str, begins, goes_on| {
        let letters = letters(text);
        if !letters.is_empty() {
            pieces.push(Piece { letters, article, begins, goes_on });
        }
    };
    let mut bylines: Vec<String> = Vec::new();
    let mut credits: Vec<String> = Vec::new();
    let list = |value: &Value, key: &str| -> Vec<String> {
        let items = value[key].as_array().into_iter().flatten();
        items.filter_map(|item| item.as_str().map(str::to_owned)).collect()
    };
    for (index, article) in truth["articles"].as_array().into_iter().flatten().enumerate() {
        let mut add = |text: &str, begins, goes_on| add(Some(index), text, begins, goes_on);
        let str = |key: &str| article[key].as_str().unwrap_or_default();
        add(str("headline"), State::Headline, State::HeadlineOn);
        add(str("kicker"), State::Kicker, State::Kicker);
        add(str("subheadline"), State::Deck, State::DeckOn);
        let photo = str("kind") == "photo";
        let mut first = true;
        for block in article["body"].as_array().into_iter().flatten() {
            let text = block["text"].as_str().unwrap_or_default();
            if block["type"] == "heading" {
                add(text, State::Heading, State::HeadingOn);
                continue;
            }
            let lead = if first { str("lead") } else { "" };
            let (begins, goes_on) = match (photo, first) {
                (true, _) => (State::Caption, State::CaptionOn),
                (false, true) => (State::Opening, State::ParagraphOn),
                (false, false) => (State::Paragraph, State::ParagraphOn),
            };
            add(&format!("{lead}{text}"), begins, goes_on);
            first = false;
        }
        for caption in article["captions"].as_array().into_iter().flatten() {
            let text = caption["text"].as_str().unwrap_or_default();
            add(text, State::Caption, State::CaptionOn);
        }
        // By Associated Press., Special to The Ledger: they name nobody, and may be misread.
        for line in list(article, "agency") {
            add(&line, State::Byline, State::Byline);
        }
        bylines.extend(list(article, "bylines"));
        credits.extend(list(article, "credits"));
        credits.extend(list(article, "photo_credits"));
    }
    let furniture = list(truth, "furniture");
    for piece in &furniture {
        add(None, piece, State::Furniture, State::FurnitureOn);
    }
    let mut used = vec![false; pieces.len()];
    // The piece that the last line stands in, and up to which letter.
    let mut open: Option<(usize, usize)> = None;
    let mut out: Vec<Option<Label>> = Vec::with_capacity(lines.len());
    let all: Vec<Vec<char>> = lines.iter().map(|line| letters(&text[line.span.range()])).collect();
    for (index, line) in lines.iter().enumerate() {
        let content = &text[line.span.range()];
        let here = all[index].clone();
        let found = || {
            let (piece, at) = find(&all[index..], &pieces, &mut used, &mut open)?;
            let (begun, begins) = (&pieces[piece].letters[..at], pieces[piece].label(0));
            // 本报讯江岫机床厂从四月 before 一日起试行: its beginning stands behind something that the truth leaves out.
            if let Some(before @ None) = out.last_mut()
                && at > 1
                && all[index - 1].ends_with(begun)
            {
                *before = Some(begins);
            }
            Some(pieces[piece].label(at))
        };
        let label = jump(content, table)
            .map(alone)
            .or_else(found)
            .or_else(|| people(content, line, &bylines, &credits, table).map(alone))
            .or_else(|| made_of(&here, &furniture).then_some(alone(State::Furniture)));
        let label = label.filter(|label| !doubtful(content, line, label.state, table));
        // KING / From page 1: the truth knows only the head of the first half.
        if comes_from(content, table)
            && let Some(head @ None) = out.last_mut()
        {
            *head = Some(alone(State::Headline));
        }
        out.push(label);
    }
    take_in_leads(text, lines, table, &mut out);
    take_in_offices(lines, table, &mut out);
    out
}

/// What stands under a name goes on with its line, though the truth leaves it out: By Rudy Castellaw / Staff Writer;
/// （记者 阳朔 通讯 / 员 方法）.
fn take_in_offices(lines: &[Line], table: &Table, labels: &mut [Option<Label>]) {
    for index in 1..labels.len() {
        let line = &lines[index];
        let short = line.stops == 0 && line.glyphs <= SIGNED && line.last != Class::SentenceEnd;
        let under = match labels[index - 1].map(|label| label.state) {
            Some(State::Byline) if table.hyphenates => State::Byline,
            Some(State::Credit | State::CreditOn) => State::CreditOn,
            _ => continue,
        };
        if labels[index].is_none() && short {
            labels[index] = Some(alone(under));
        }
    }
}

/// A lead fills so many lines at most before the text that a truth begins with.
const LEAD_LINES: usize = 2;

/// A body begins with its lead, though the truth leaves it out: 本报讯（记者 裘雨桐 实习 / 生 于谦益）9月26日.
fn take_in_leads(text: &str, lines: &[Line], table: &Table, labels: &mut [Option<Label>]) {
    for index in 1..lines.len() {
        let Some(opening @ Label { state: State::Opening, .. }) = labels[index] else { continue };
        let leads = |&count: &usize| {
            let Some(from) = index.checked_sub(count) else { return false };
            let is_text = |label: &Option<Label>| {
                let state = label.map(|label| label.state);
                matches!(state, None | Some(State::Opening | State::Paragraph | State::ParagraphOn))
            };
            if !labels[from..index].iter().all(is_text) {
                return false;
            }
            let of = |lines: &[Line]| -> String {
                lines.iter().map(|line| &text[line.span.range()]).collect()
            };
            let before = of(&lines[from..index]);
            let whole = of(&lines[from..=index]);
            form::lead(&whole, table).is_some_and(|lead| lead.range.end >= before.len())
        };
        if let Some(count) = (1..=LEAD_LINES).find(leads) {
            labels[index - count] = Some(opening);
            for label in &mut labels[index - count + 1..=index] {
                *label = Some(Label { state: State::ParagraphOn, ..opening });
            }
        }
    }
}

const fn alone(state: State) -> Label {
    Label { state, article: None }
}

/// The letters of so many can stand in a piece by chance.
const TELLING: usize = 4;

/// The piece of the truth that the first of the lines stands in, and from which letter of it.
fn find(
    lines: &[Vec<char>],
    pieces: &[Piece],
    used: &mut [bool],
    open: &mut Option<(usize, usize)>,
) -> Option<(usize, usize)> {
    let here = lines[0].as_slice();
    if here.is_empty() {
        return None;
    }
    // A head set in a narrow column comes as lines of one or two letters: they are sought together.
    let mut column = here.to_vec();
    for next in lines[1..].iter().take_while(|line| (1..=TELLING).contains(&line.len())) {
        if column.len() < TELLING {
            column.extend(next);
        }
    }
    if let Some((piece, at)) = *open {
        let rest = &pieces[piece].letters[at..];
        if !rest.is_empty() && (rest.starts_with(here) || here.starts_with(rest)) {
            *open = Some((piece, at + here.len().min(rest.len())));
            return Some((piece, at));
        }
    }
    let mut best: Option<(u32, usize, usize)> = None;
    for (index, piece) in pieces.iter().enumerate() {
        let whole = here == piece.letters;
        let sought = if whole || here.len() >= TELLING { here } else { &column };
        if sought.len() < TELLING && !whole {
            continue;
        }
        let places =
            piece.letters.windows(sought.len().min(piece.letters.len()).max(1)).enumerate();
        for (at, window) in places {
            let fits = window == sought
                || at == 0
                    && here.len() > piece.letters.len()
                    && piece.letters.len() > 4
                    && here.starts_with(&piece.letters)
                    && matches!(piece.begins, State::Opening | State::Paragraph | State::Caption);
            if !fits {
                continue;
            }
            let rank = 8 * u32::from(whole)
                + 4 * u32::from(at == 0)
                + 2 * u32::from(!used[index])
                + u32::from(!matches!(piece.begins, State::Furniture));
            if best.is_none_or(|(other, ..)| rank > other) {
                best = Some((rank, index, at));
            }
            if at > 0 {
                break;
            }
        }
    }
    let (_, index, at) = best?;
    used[index] = true;
    *open = Some((index, (at + here.len()).min(pieces[index].letters.len())));
    Some((index, at))
}

fn people(
    content: &str,
    line: &Line,
    bylines: &[String],
    credits: &[String],
    table: &Table,
) -> Option<State> {
    if let Some(parties) = form::byline(content, table) {
        let names = || parties.iter().flat_map(|party| &party.names);
        // A paper may print in capitals what the truth does not.
        let same = |one: &str, other: &str| one.to_lowercase() == other.to_lowercase();
        let known = |list: &[String], name: &str| list.iter().any(|other| same(other, name));
        if names().all(|name| known(bylines, name)) {
            return Some(State::Byline);
        }
        // A name alone under a body, or Photo by Amanda Moore under a caption.
        if names().all(|name| known(credits, name)) {
            return Some(State::Credit);
        }
        // 文/金萍 图/孔鹏瑶: both on a line.
        if names().all(|name| known(bylines, name) || known(credits, name)) {
            return Some(State::Byline);
        }
    }
    let signed = content.starts_with(['（', '(', '—', '–']);
    let packed = |text: &str| text.split_whitespace().collect::<String>();
    let here = packed(content);
    if signed && credits.iter().any(|name| here.contains(&packed(name))) {
        return Some(State::Credit);
    }
    let named = |names: &[String]| names.iter().any(|name| signs(content, line, name, table));
    match (named(bylines), named(credits)) {
        (true, _) => Some(State::Byline),
        (_, true) => Some(State::Credit),
        _ => None,
    }
}

/// After a name so many letters may say what its bearer did: 整理, 枫岸报道, reports from Lima.
const SAID: usize = 4;

/// Whether the line is signed with the name, whatever stands before it: 老　看, 专家门诊：津工大管理学院　屠立言.
fn signs(content: &str, line: &Line, name: &str, table: &Table) -> bool {
    let (here, name) = (letters(content), letters(name));
    let (least, said) = if table.hyphenates { (SAID, SAID * 4) } else { (2, SAID) };
    let ends = here.windows(name.len().max(1)).rposition(|window| window == name);
    // （记者　凌　锋）省体委今 goes on after its lead.
    let goes_on = content.rsplit_once(['）', ')']).is_some_and(|(before, after)| {
        !letters(after).is_empty() && letters(before).ends_with(&name)
    });
    name.len() >= least
        && line.stops < 2
        && line.opened == 0
        && ![line.first, line.last].contains(&Class::SentenceEnd)
        && line.glyphs <= SIGNED
        && !goes_on
        && form::lead(content, table).is_none()
        && ends.is_some_and(|at| here.len() - at - name.len() <= said)
}

/// A longer line, in characters, is more than the names of people.
const SIGNED: usize = 40;

/// Whether a line plainly is not what the truth says: truths made by hand have By John Grennan among the furniture
/// and first paragraphs among the headlines.
fn doubtful(content: &str, line: &Line, label: State, table: &Table) -> bool {
    let told = || form::byline(content, table).is_some_and(|of| of.iter().any(|party| party.told));
    match label {
        State::Furniture | State::FurnitureOn => told() || form::is_title(content, table),
        State::Headline | State::HeadlineOn => {
            line.last == Class::SentenceEnd && line.stops > 1 && line.latin > SENTENCE
        }
        _ => false,
    }
}

/// A sentence of so many letters is no headline.
const SENTENCE: usize = 80;

/// A jump mark on a line of its own: (Continued on Page 4), From page 1.
fn jump(content: &str, table: &Table) -> Option<State> {
    let on = form::jump_on(content, table).is_some_and(|mark| mark.range.start == 0);
    (on || comes_from(content, table)).then_some(State::Jump)
}

fn comes_from(content: &str, table: &Table) -> bool {
    form::jump_from(content, table).is_some_and(|mark| mark.range.end == content.len())
}

/// Whether pieces of furniture make up most of the line.
fn made_of(here: &[char], furniture: &[String]) -> bool {
    let joined: String = here.iter().collect();
    let covered: usize = furniture
        .iter()
        .map(|piece| letters(piece))
        .filter(|piece| piece.len() > 1 && joined.contains(&piece.iter().collect::<String>()))
        .map(|piece| piece.len())
        .sum();
    !here.is_empty() && covered * 10 >= here.len() * 6
}

//! An article of a truth, set anew: its head and its body as blocks, with forms of its own.

use super::set::{Lines, Manner};
use super::{Block, Chance, han, western};
use serde_json::Value;
use tearsheet::form;
use tearsheet::language::{Script, Table};
use tearsheet::read::State;

pub(crate) struct Article {
    /// Kicker, headline, deck and perhaps a byline.
    pub(crate) head: Option<Block>,
    /// The columns of the body, with whatever closes it.
    pub(crate) body: Vec<Block>,
    /// A picture's head and caption stand together.
    pub(crate) whole: bool,
}

pub(crate) fn name(table: &Table, chance: &mut Chance) -> String {
    if table.script == Script::Latin {
        return western::name(table, chance);
    }
    han::name(table, chance)
}

pub(crate) fn article(
    told: &Value,
    others: &[&Value],
    table: &Table,
    manner: &Manner,
    chance: &mut Chance,
) -> Article {
    let photo = told["kind"] == "photo";
    let manner = &if photo { manner.wider(chance) } else { manner.now_and_then_another(chance) };
    // The rest of an article that began on another page: KING / From page 1.
    let rest = table.script == Script::Latin && !photo && chance.percent(10);
    let mut head = head(told, others, table, manner, photo, chance);
    let byline_over_body = !photo && !rest && chance.percent(15);
    let mut lines: Lines = Vec::new();
    if rest {
        let (word, from) =
            western::rest(told["headline"].as_str().unwrap_or_default(), table, chance);
        let word = worded(&word, 14 + chance.below(28));
        let lines_of_head = manner.head(&word, State::Headline, State::HeadlineOn);
        head = Some(Block { lines: lines_of_head, article: None });
        lines.extend(manner.head(&[from], State::Jump, State::Jump));
    }
    if byline_over_body {
        let byline = bylines(table, chance);
        lines.extend(manner.head(&byline, State::Byline, State::Byline));
    }
    let blocks: Vec<&Value> = told["body"].as_array().into_iter().flatten().collect();
    let most = if chance.percent(25) { 1 + chance.below(3) } else { 20 };
    let blocks = &blocks[..blocks.len().min(most)];
    let paragraphs = blocks.iter().filter(|block| block["type"] != "heading").count();
    let (mut at, mut headings) = (0, 0);
    let with_headings = chance.percent(30) && paragraphs > 3 && !photo;
    for block in blocks {
        let text = block["text"].as_str().unwrap_or_default();
        if block["type"] == "heading" || text.is_empty() {
            continue;
        }
        if at > 0 && with_headings && chance.percent(35) {
            lines.extend(heading(others, table, manner, headings, chance));
            headings += 1;
        }
        let mut text = text.to_owned();
        let (mut begins, mut goes_on) = (State::Paragraph, State::ParagraphOn);
        if at == 0 && rest {
            let torn = chance.percent(70);
            begins = if torn { State::ParagraphOn } else { State::Opening };
            text = if torn { western::torn(&text, chance).1 } else { text };
        } else if at == 0 {
            begins = State::Opening;
            if !photo && chance.percent(45) {
                text = match table.script {
                    Script::Latin => western::opening(table, chance),
                    Script::Han => han::opening(table, chance),
                } + &text;
            }
        }
        if photo {
            (begins, goes_on) = (State::Caption, State::CaptionOn);
        }
        at += 1;
        let ending = (at == paragraphs).then(|| ending(table, photo, chance)).flatten();
        let inline = chance.percent(60);
        let jumps = |ending: &String| form::jump_on(ending, table).is_some();
        let jump = ending.as_ref().is_some_and(jumps);
        if jump && table.script == Script::Latin && chance.percent(70) {
            text = western::torn(&text, chance).0;
        }
        if let Some(ending) = ending.as_ref().filter(|_| inline) {
            text += if chance.percent(50) { " " } else { "" };
            text += ending;
        }
        lines.extend(manner.paragraph(&text, begins, goes_on, chance));
        if let Some(ending) = ending.filter(|_| !inline) {
            let state = if jump { State::Jump } else { State::Credit };
            lines.extend(manner.paragraph(&ending, state, State::CreditOn, chance));
        }
    }
    let mut body = vec![Block { lines, article: None }];
    if !photo && body[0].lines.len() > 16 && chance.percent(30) {
        let cut = 4 + chance.below(body[0].lines.len() - 8);
        if matches!(body[0].lines[cut].1, State::ParagraphOn | State::Paragraph) {
            let rest = body[0].lines.split_off(cut);
            body.push(Block { lines: rest, article: None });
        }
    }
    Article { head, body, whole: photo || rest }
}

fn head(
    told: &Value,
    others: &[&Value],
    table: &Table,
    manner: &Manner,
    photo: bool,
    chance: &mut Chance,
) -> Option<Block> {
    let headline = told["headline"].as_str().unwrap_or_default();
    if headline.is_empty() || chance.percent(if photo { 25 } else { 6 }) {
        return None;
    }
    let mut lines: Lines = Vec::new();
    if !photo && chance.percent(20) {
        let kicker = match table.script {
            Script::Han => han::kicker(told, table, chance),
            Script::Latin => western::kicker(table, chance),
        };
        lines.extend(manner.head(&[kicker], State::Kicker, State::Kicker));
    }
    let headline = match table.script {
        Script::Han => printed(headline, photo, chance),
        Script::Latin => worded(headline, 14 + chance.below(28)),
    };
    lines.extend(manner.head(&headline, State::Headline, State::HeadlineOn));
    let deck = told["subheadline"].as_str().map(str::to_owned).or_else(|| {
        let made = chance.percent(12) && !photo && table.script == Script::Han;
        made.then(|| han::deck(told, others, chance)).flatten()
    });
    if let Some(deck) = deck {
        let wide = deck.chars().count() > 20;
        let deck = match table.script {
            Script::Latin => worded(&deck, 24 + chance.below(20)),
            Script::Han if wide => balanced(&deck, 2),
            Script::Han => vec![deck],
        };
        lines.extend(manner.head(&deck, State::Deck, State::DeckOn));
    }
    if photo && table.script == Script::Han && chance.percent(12) {
        let report = han::photographed(table, chance);
        lines.extend(manner.head(&[report], State::Byline, State::Byline));
    }
    if !photo && chance.percent(25) {
        let byline = bylines(table, chance);
        lines.extend(manner.head(&byline, State::Byline, State::Byline));
    }
    Some(Block { lines, article: None })
}

/// The printed lines of a headline: as the truth has them, or broken elsewhere, or a character a line.
fn printed(headline: &str, photo: bool, chance: &mut Chance) -> Vec<String> {
    let marked = match chance.below(20) {
        0 | 1 => headline.replacen(' ', "，", 1),
        2 => headline.replacen(' ', "！", 1),
        3 => format!("{headline}？"),
        _ => headline.to_owned(),
    };
    let headline = marked.as_str();
    let glyphs = headline.chars().count();
    let parts: Vec<String> = headline.split(' ').map(str::to_owned).collect();
    match chance.below(10) {
        0 if glyphs <= 10 && !photo => {
            headline.chars().filter(|c| *c != ' ').map(String::from).collect()
        }
        1 | 2 if glyphs > 12 => {
            balanced(&headline.replace(' ', ""), 2 + usize::from(glyphs > 18 && chance.percent(30)))
        }
        3 if parts.len() > 1 => vec![headline.to_owned()],
        4 if glyphs < 14 => vec![headline.chars().map(String::from).collect::<Vec<_>>().join(" ")],
        _ => parts,
    }
}

/// `text` in lines of at most `width` characters, broken between words.
fn worded(text: &str, width: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match out.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => out.push(word.to_owned()),
        }
    }
    out
}

/// `text` in `count` lines of about one length.
fn balanced(text: &str, count: usize) -> Vec<String> {
    let glyphs: Vec<char> = text.chars().collect();
    glyphs.chunks(glyphs.len().div_ceil(count)).map(String::from_iter).collect()
}

/// A section heading: one of another article, or the headline of one where no truth has any.
fn heading(
    others: &[&Value],
    table: &Table,
    manner: &Manner,
    nth: usize,
    chance: &mut Chance,
) -> Lines {
    let other = chance.of(others);
    let mut blocks = other["body"].as_array().into_iter().flatten();
    let found =
        blocks.find(|block| block["type"] == "heading").and_then(|block| block["text"].as_str());
    let text = found.or_else(|| other["headline"].as_str()).unwrap_or("一线见闻").to_owned();
    if table.script == Script::Latin {
        let lines = worded(&text, 12 + chance.below(16));
        return manner.head(&lines[..lines.len().min(3)], State::Heading, State::HeadingOn);
    }
    let text = han::heading(&text, nth, chance);
    let lines: Vec<String> = text.split(' ').map(str::to_owned).collect();
    manner.head(&lines, State::Heading, State::HeadingOn)
}

/// The lines of a byline.
fn bylines(table: &Table, chance: &mut Chance) -> Vec<String> {
    match table.script {
        Script::Latin => western::byline(table, chance),
        Script::Han => vec![han::byline(table, chance)],
    }
}

/// What stands after the last words of a text.
fn ending(table: &Table, photo: bool, chance: &mut Chance) -> Option<String> {
    match table.script {
        Script::Latin => {
            let ends = chance.percent(if photo { 85 } else { 40 });
            ends.then(|| western::ending(table, photo, chance))
        }
        Script::Han if photo => han::picture_ending(table, chance),
        Script::Han => chance.percent(40).then(|| han::ending(table, chance)),
    }
}

//! Continuations: an article that jumps to another page becomes one article again.
//!
//! Both halves must bear their marks, 下转第三版 and 上接第一版; the pages that the marks name must not be
//! others than those they stand on; and the texts must have words in common. What could go with two, or
//! with none for sure, stays apart: a torn article can still be joined by its marks, a false weld cannot
//! be told.

use super::Composed;
use crate::document::{
    Article, ArticleKind, Block, BlockKind, Furniture, FurnitureKind, Jump, SourcePart, Text,
};
use crate::form::{self, PageNumber};
use crate::language::{Script, Table};
use crate::line::{Class, Words, is_han, worth};
use std::collections::BTreeMap;

/// A rest is weighed against so many beginnings before it, and a beginning against so many rests: more than
/// an issue has.
const REACH: usize = 32;
/// Points for a word that only the two texts have; one that more have is worth less.
const RARE_WORD: i64 = 48;
/// Points needed, by how many of the two marks name the right page.
const LEAST: [i64; 3] = [12 * RARE_WORD, 4 * RARE_WORD, RARE_WORD];
/// How sure the grouping of a joined article can be, by the same.
const MOST: [u8; 3] = [70, 85, 95];

/// The number of a page, and what says so.
#[derive(Clone, Copy)]
enum Page {
    /// Its folio or the name of its file.
    Told(PageNumber),
    /// Its place among the pages, which is its number where none is missing.
    Counted(usize),
}

/// A beginning and what may be the rest of it.
#[derive(Clone, Copy)]
struct Candidate {
    from: usize,
    to: usize,
    points: i64,
    /// How many of the two marks name the page that the other half stands on.
    pages: usize,
}

/// Joins articles over pages. `parts` are the files that the source was put together from, if it was.
///
/// Costs time linear in the articles.
///
/// # Examples
///
/// ```
/// let text = "\
/// 老渡口迎来新码头
///
/// 　　柳荫渡口的新码头昨天启用，老船工
/// 说，从前过江全靠摇橹。（下转第二版）
/// \u{c}老渡口迎来新码头
///
/// 　　（上接第一版）柳荫渡口修起了步道，
/// 老船工的摇橹声是这座城市的记忆。
/// ";
/// let document = tearsheet::read(text);
/// assert_eq!(document.articles.len(), 1);
/// assert_eq!(document.articles[0].pages, [1, 2]);
/// ```
pub fn join_continuations(
    text: &str,
    composed: &mut Composed,
    parts: &[SourcePart],
    table: &Table,
) {
    let articles = &composed.articles;
    let begins = |article: &Article| article.continued_on.is_some();
    let goes_on = |article: &Article| article.continued_from.is_some();
    if !articles.iter().any(begins) || !articles.iter().any(goes_on) {
        return;
    }
    let pages = pages(text, &composed.furniture, parts);
    let mut pairs = chosen(candidates(articles, &pages));
    // The last first, so that what is joined to another has its own rest already.
    pairs.sort_by_key(|pair| std::cmp::Reverse(pair.to));
    let mut articles: Vec<Option<Article>> =
        std::mem::take(&mut composed.articles).into_iter().map(Some).collect();
    for pair in pairs {
        let rest = articles[pair.to].take();
        if let (Some(article), Some(rest)) = (&mut articles[pair.from], rest) {
            append(article, rest, table, &mut composed.furniture);
            article.confidence = article.confidence.min(MOST[pair.pages]);
        }
    }
    composed.articles = articles.into_iter().flatten().collect();
    for (index, article) in composed.articles.iter_mut().enumerate() {
        article.id = format!("a{}", index + 1);
    }
    composed.furniture.sort_by_key(|piece| piece.source.first().copied());
}

/// The number of each page: that of its file's name, of its folio where there is one and no other, or its place.
fn pages(text: &str, furniture: &[Furniture], parts: &[SourcePart]) -> Vec<Page> {
    let feeds: Vec<usize> = text.match_indices('\u{c}').map(|(at, _)| at).collect();
    let mut printed: Vec<Vec<PageNumber>> = vec![Vec::new(); feeds.len() + 1];
    for piece in furniture.iter().filter(|piece| piece.kind == FurnitureKind::Folio) {
        let Some(first) = piece.source.first() else { continue };
        let page = feeds.partition_point(|&feed| feed < first.start);
        printed[page].extend(form::folio_number(&piece.text));
    }
    let mut out: Vec<Page> = (printed.iter().enumerate())
        .map(|(index, found)| match found.as_slice() {
            [one, others @ ..] if others.iter().all(|other| one.fits(*other)) => Page::Told(*one),
            _ => Page::Counted(index + 1),
        })
        .collect();
    for part in parts {
        if let (Some(number), Some(page)) = (part.number, out.get_mut(part.page - 1)) {
            let section = None;
            *page = Page::Told(PageNumber { section, number });
        }
    }
    out
}

fn candidates(articles: &[Article], pages: &[Page]) -> Vec<Candidate> {
    let words: Vec<Vec<u64>> = articles.iter().map(words).collect();
    let mut holders: BTreeMap<u64, i64> = BTreeMap::new();
    for &word in words.iter().flatten() {
        *holders.entry(word).or_default() += 1;
    }
    let mut out = Vec::new();
    // The last beginnings, each with the count of rests that it has been weighed against.
    let mut open: Vec<(usize, usize)> = Vec::new();
    for (index, article) in articles.iter().enumerate() {
        if let Some(mark) = &article.continued_from {
            for (from, weighed) in &mut open {
                let from = *from;
                let Some(fitting) = fitting(&articles[from], article, mark, pages) else {
                    continue;
                };
                let shared =
                    words[index].iter().filter(|&word| words[from].binary_search(word).is_ok());
                // Two texts alone have every word in common that they share; so count from three.
                let points =
                    shared.map(|word| RARE_WORD * worth(*word) / (holders[word] - 1)).sum();
                *weighed += 1;
                if points >= LEAST[fitting] {
                    out.push(Candidate { from, to: index, points, pages: fitting });
                }
            }
        }
        open.retain(|&(_, weighed)| weighed < REACH);
        if article.continued_on.is_some() {
            open.push((index, 0));
            open.drain(..open.len().saturating_sub(REACH));
        }
    }
    out
}

/// How many of the two marks name the page of the other half; `None` where the two cannot be one article.
fn fitting(article: &Article, rest: &Article, from: &Jump, pages: &[Page]) -> Option<usize> {
    let photo = [article, rest].iter().any(|one| one.kind == ArticleKind::Photo);
    let (last, first) = (*article.pages.last()?, *rest.pages.first()?);
    if photo || last >= first || article.dateline.is_some() && rest.dateline.is_some() {
        return None;
    }
    let mut fitting = 0;
    for (mark, page) in [(article.continued_on.as_ref()?, first), (from, last)] {
        let named = mark.page.as_deref().and_then(form::page_number);
        match (named, pages.get(page - 1)?) {
            (Some(named), Page::Told(number)) if named.fits(*number) => fitting += 1,
            (Some(_), Page::Told(_)) => return None,
            (Some(named), Page::Counted(number)) if named.number == *number => fitting += 1,
            _ => {}
        }
    }
    Some(fitting)
}

/// The best pairs, each article in at most one as beginning and one as rest; none where another is nearly as good.
fn chosen(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by_key(|one| (std::cmp::Reverse((one.pages, one.points)), one.from, one.to));
    let mut beginnings: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut rests: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, one) in candidates.iter().enumerate() {
        beginnings.entry(one.from).or_default().push(index);
        rests.entry(one.to).or_default().push(index);
    }
    // What is decided is taken out, so that both must be there.
    let mut out = Vec::new();
    for (index, best) in candidates.iter().enumerate() {
        let free =
            |one: &Candidate| beginnings.contains_key(&one.from) && rests.contains_key(&one.to);
        if !free(best) {
            continue;
        }
        let mut others = beginnings[&best.from].iter().chain(&rests[&best.to]);
        let doubtful = others.any(|&other| {
            let rival = &candidates[other];
            other > index
                && rival.pages == best.pages
                && rival.points * 4 >= best.points * 3
                && free(rival)
        });
        beginnings.remove(&best.from);
        rests.remove(&best.to);
        if !doubtful {
            out.push(*best);
        }
    }
    out
}

/// The different words of an article's head and body, sorted.
fn words(article: &Article) -> Vec<u64> {
    let heads = [&article.kicker, &article.headline, &article.subheadline].into_iter().flatten();
    let texts = heads.map(|head| &head.text).chain(article.body.iter().map(|block| &block.text));
    let mut out = Vec::new();
    for text in texts {
        Words::default().each(text, |word| out.push(word));
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// Adds `rest` to `article`. The head of the rest, which repeats the first one, becomes furniture, unless there
/// was none; marks beside the first and the last are notes.
fn append(article: &mut Article, rest: Article, table: &Table, furniture: &mut Vec<Furniture>) {
    let Article { kicker, headline, subheadline, mut body, .. } = rest;
    if article.headline.is_none() {
        article.headline = headline;
        article.kicker = article.kicker.take().or(kicker);
        article.subheadline = article.subheadline.take().or(subheadline);
    } else {
        furniture.extend([kicker, headline, subheadline].into_iter().flatten().map(|head| {
            Furniture { kind: FurnitureKind::Banner, text: head.text, source: head.source }
        }));
    }
    if let (Some(last), Some(first)) = (article.body.last_mut(), body.first())
        && let Some(between) = torn(last, first, table)
    {
        let first = body.remove(0);
        last.text += between;
        last.text += &first.text;
        last.source.extend(first.source);
    }
    article.body.append(&mut body);
    article.bylines.extend(rest.bylines);
    article.dateline = article.dateline.take().or(rest.dateline);
    article.captions.extend(rest.captions);
    article.credits.extend(rest.credits);
    article.notes.extend(rest.notes);
    for (mark, own) in [
        (&mut article.continued_from, rest.continued_from),
        (&mut article.continued_on, rest.continued_on),
    ] {
        match (&mark, own) {
            (None, own) => *mark = own,
            (Some(_), Some(own)) => {
                article.notes.push(Text { text: own.text, source: own.source });
            }
            _ => {}
        }
    }
    article.pages.extend(rest.pages);
    article.pages.sort_unstable();
    article.pages.dedup();
    if rest.kind == ArticleKind::Story {
        article.kind = ArticleKind::Story;
    }
}

/// What stands between two paragraphs that are one, torn by the end of the page: nothing or a space. `None` where the first
/// comes to its end, or ends with a hyphen, which may be the word's own.
fn torn(last: &Block, first: &Block, table: &Table) -> Option<&'static str> {
    let paragraphs = [last, first].iter().all(|block| block.kind == BlockKind::Paragraph);
    let (end, start) = (last.text.chars().next_back()?, first.text.chars().next()?);
    let goes_on = end.is_alphanumeric() || Class::of(end) == Class::Pause;
    if !paragraphs || !goes_on {
        return None;
    }
    let word = |character: char| character.is_alphabetic() && !is_han(character);
    let spaced = table.script == Script::Latin || word(end) && word(start);
    Some(if spaced { " " } else { "" })
}

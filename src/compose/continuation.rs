//! Continuations: an article that jumps to another page becomes one article again.
//!
//! Both halves must bear their marks, 下转第三版 and 上接第一版; the pages that the marks name must not be
//! others than those they stand on; and the texts must have words in common. Where the first mark names a word
//! (See COMPUTERS, page 6), the rest stands under it. What could go with two, or with none for sure, stays apart: a
//! torn article can still be joined by its marks, a false weld cannot be told.

use super::Composed;
use crate::document::{
    Article, ArticleKind, Block, BlockKind, Furniture, FurnitureKind, Jump, Repair, RepairKind,
    SourcePart, Span, Text,
};
use crate::form::{self, PageNumber};
use crate::line::{Class, Words, ends_line, is_han, worth};
use crate::mend::{Decision, Hyphens};
use std::collections::{BTreeMap, BTreeSet};

/// No word at both ends of a jump is longer, in letters.
const MOST_LETTERS: usize = 32;
/// A rest is weighed against so many beginnings before it, and a beginning against so many rests: more than
/// an issue has.
const REACH: usize = 32;
/// Points for a word that only the two texts have; one that more have is worth less.
const RARE_WORD: i64 = 48;
/// Points needed, by how many signs there are: a mark that names the right page is one, a word that stands at both
/// ends is two.
const LEAST: [i64; 5] = [12 * RARE_WORD, 4 * RARE_WORD, RARE_WORD, 0, 0];
/// How sure the grouping of a joined article can be, by the same.
const MOST: [u8; 5] = [70, 85, 95, 95, 95];
const WORD_SIGNS: usize = 2;

/// Halves, by the place of their article, each with the count of others that it has been weighed against.
type Weighed = Vec<(usize, usize)>;

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
    /// How much the marks say for it.
    signs: usize,
}

/// Joins articles over pages. `parts` are the files that the source was put together from, if it was, and `hyphens`
/// decides on words that the end of a page tore.
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
    hyphens: &Hyphens<'_>,
) {
    let articles = &composed.articles;
    let begins = |article: &Article| article.continued_on.is_some();
    let goes_on = |article: &Article| article.continued_from.is_some();
    if !articles.iter().any(begins) || !articles.iter().any(goes_on) {
        return;
    }
    let pages = pages(text, &composed.furniture, parts);
    let pairs = chosen(candidates(text, articles, &pages));
    let rests: BTreeSet<usize> = pairs.iter().map(|pair| pair.to).collect();
    let next: BTreeMap<usize, Candidate> = pairs.iter().map(|&pair| (pair.from, pair)).collect();
    let mut articles: Vec<Option<Article>> =
        std::mem::take(&mut composed.articles).into_iter().map(Some).collect();
    // From the first half on; marks that lead round have none.
    for start in (0..articles.len()).filter(|start| !rests.contains(start)) {
        let Some(mut article) = articles[start].take() else { continue };
        let mut at = start;
        while let Some(pair) = next.get(&at) {
            let Some(rest) = articles[pair.to].take() else { break };
            let paragraphs = article.body.len();
            append(&mut article, rest, &mut composed.furniture);
            mend_tear(text, &mut article, paragraphs, hyphens, &mut composed.repairs);
            article.confidence = article.confidence.min(MOST[pair.signs]);
            at = pair.to;
        }
        articles[start] = Some(article);
    }
    composed.articles = articles.into_iter().flatten().collect();
    for (index, article) in composed.articles.iter_mut().enumerate() {
        article.id = format!("a{}", index + 1);
    }
    composed.furniture.sort_by_key(|piece| piece.source.first().copied());
    composed.repairs.sort_by_key(|repair| (repair.source, repair.kind));
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

fn candidates(text: &str, articles: &[Article], pages: &[Page]) -> Vec<Candidate> {
    let words: Vec<Vec<u64>> = articles.iter().map(words).collect();
    let over = lines_over(text, articles);
    let mut holders: BTreeMap<u64, i64> = BTreeMap::new();
    for &word in words.iter().flatten() {
        *holders.entry(word).or_default() += 1;
    }
    let weigh = |from: usize, to: usize| {
        let (article, rest) = (&articles[from], &articles[to]);
        let signs = signs(article, rest, pages, words_meet(article, rest, over[to]))?;
        let shared = words[to].iter().filter(|&word| words[from].binary_search(word).is_ok());
        // Two texts alone have every word in common that they share; so count from three.
        let points = shared.map(|word| RARE_WORD * worth(*word) / (holders[word] - 1)).sum();
        Some(Candidate { from, to, points, signs })
    };
    let mut out = Vec::new();
    // The last beginnings and rests.
    let (mut begun, mut rests) = (Weighed::new(), Weighed::new());
    for (index, article) in articles.iter().enumerate() {
        let mut found = Vec::new();
        if article.continued_from.is_some() {
            found.extend(begun.iter_mut().filter_map(|(from, weighed)| {
                let candidate = weigh(*from, index)?;
                *weighed += 1;
                Some(candidate)
            }));
        }
        // The back page goes on inside.
        if article.continued_on.is_some() {
            found.extend(rests.iter_mut().filter_map(|(to, weighed)| {
                let candidate = weigh(index, *to)?;
                *weighed += 1;
                Some(candidate)
            }));
        }
        out.extend(found.into_iter().filter(|one: &Candidate| one.points >= LEAST[one.signs]));
        for (window, belongs) in [
            (&mut begun, article.continued_on.is_some()),
            (&mut rests, article.continued_from.is_some()),
        ] {
            window.retain(|&(_, weighed)| weighed < REACH);
            if belongs {
                window.push((index, 0));
                window.drain(..window.len().saturating_sub(REACH));
            }
        }
    }
    out
}

/// What says that the two are one article; `None` where they cannot be.
fn signs(article: &Article, rest: &Article, pages: &[Page], words_meet: bool) -> Option<usize> {
    let photo = [article, rest].iter().any(|one| one.kind == ArticleKind::Photo);
    let (last, first) = (*article.pages.last()?, *rest.pages.first()?);
    let (on, from) = (article.continued_on.as_ref()?, rest.continued_from.as_ref()?);
    let number = |mark: &Jump| mark.page.as_deref().and_then(form::page_number);
    // What goes on on page 10 does not come from there.
    let round = number(on).is_some_and(|page| number(from) == Some(page));
    if photo || round || article.dateline.is_some() && rest.dateline.is_some() {
        return None;
    }
    let mut signs = if words_meet { WORD_SIGNS } else { 0 };
    // An issue without form feeds is all one page; there the word must say it, as it must where the rest comes first.
    if last >= first && !words_meet {
        return None;
    }
    if last == first {
        return Some(signs);
    }
    for (mark, page) in [(on, first), (from, last)] {
        match (number(mark), pages.get(page - 1)?) {
            (Some(named), Page::Told(number)) if named.fits(*number) => signs += 1,
            (Some(_), Page::Told(_)) => return None,
            (Some(named), Page::Counted(number)) if named.number == *number => signs += 1,
            _ => {}
        }
    }
    Some(signs)
}

/// Whether the word that the first mark names stands over the rest or in its own mark.
fn words_meet(article: &Article, rest: &Article, over: &str) -> bool {
    let Some(word) = article.continued_on.as_ref().and_then(|mark| mark.word.as_deref()) else {
        return false;
    };
    let word = letters(word);
    let own = rest.continued_from.as_ref().and_then(|mark| mark.word.as_deref());
    let head = rest.headline.as_ref().map(|head| head.text.as_str());
    let begins = |text: &str| letters(text).starts_with(&word);
    word.len() > 1 && [own, head, Some(over)].into_iter().flatten().any(begins)
}

/// The letters and digits of the first words of `text`, in capitals.
fn letters(text: &str) -> String {
    let letters = text.chars().filter(|character| character.is_alphanumeric());
    letters.flat_map(char::to_uppercase).take(MOST_LETTERS).collect()
}

/// For each rest the line over its mark: KING / From page 1. Where those of several are drawn together, as BASEBALL /
/// TENNIS / From page 5, and so many marks follow, each has its own in their order.
fn lines_over<'a>(text: &'a str, articles: &[Article]) -> Vec<&'a str> {
    let mut out = vec![""; articles.len()];
    let mark = |article: &Article| article.continued_from.as_ref()?.source.first().copied();
    let marks = articles.iter().enumerate().filter_map(|(index, one)| Some((mark(one)?, index)));
    let mut marks: Vec<(Span, usize)> = marks.collect();
    marks.sort_unstable();
    let mut heads: Vec<Vec<&str>> = Vec::with_capacity(marks.len());
    let mut last = 0;
    for &(mark, index) in &marks {
        let before = text[last.min(mark.start)..mark.start].trim_end();
        let mut lines = before.rsplit(ends_line).map(str::trim).filter(|line| !line.is_empty());
        out[index] = lines.clone().next().unwrap_or_default();
        let over = lines.by_ref().take(MOST_HEADS).map(heads_of);
        let mut over: Vec<_> = over.take_while(|heads| !heads.is_empty()).collect();
        over.reverse();
        heads.push(over.concat());
        last = mark.end;
    }
    for (nth, heads_here) in heads.iter().enumerate().filter(|(_, heads)| heads.len() > 1) {
        let bare = heads[nth + 1..].iter().take_while(|heads| heads.is_empty()).count();
        if bare + 1 == heads_here.len() {
            for (&(_, index), head) in marks[nth..].iter().zip(heads_here) {
                out[index] = head;
            }
        }
    }
    out
}

/// So many words of jumps are drawn together at most.
const MOST_HEADS: usize = 4;

/// The heads of jumps that make up a line: TENNIS, or EQUITY: New program KING: His dream. None in a line of text.
fn heads_of(line: &str) -> Vec<&str> {
    let capitals =
        |text: &str| text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase);
    if capitals(line) {
        return vec![line];
    }
    let named = line.split_inclusive(' ').scan(line, |rest, word| {
        let from_here = std::mem::replace(rest, &rest[word.len()..]);
        let name = word.split_once(':').map(|(name, _)| name);
        Some(name.filter(|name| capitals(name) && name.len() > 1).map(|_| from_here))
    });
    let named = named.flatten();
    let starts = line.split(':').next().is_some_and(capitals);
    if starts { std::iter::once(line).chain(named).collect() } else { Vec::new() }
}

/// The best pairs, each article in at most one as beginning and one as rest; none where another is nearly as good.
fn chosen(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by_key(|one| (std::cmp::Reverse((one.signs, one.points)), one.from, one.to));
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
                && rival.signs == best.signs
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
fn append(article: &mut Article, rest: Article, furniture: &mut Vec<Furniture>) {
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

/// Makes one paragraph of the block before `seam` and the one at it, if the end of the page tore them.
fn mend_tear(
    text: &str,
    article: &mut Article,
    seam: usize,
    hyphens: &Hyphens<'_>,
    repairs: &mut Vec<Repair>,
) {
    // A rest may have no body, nor the beginning.
    let (Some(last), Some(first)) =
        (seam.checked_sub(1).map(|last| &article.body[last]), article.body.get(seam))
    else {
        return;
    };
    let paragraphs = [last, first].iter().all(|block| block.kind == BlockKind::Paragraph);
    // The places of a paragraph stand in order.
    if !paragraphs || last.source.last() > first.source.first() {
        return;
    }
    let hyphen = hyphens.decide(&last.text, &first.text);
    let between = match hyphen {
        Some((Decision::Drop | Decision::Keep, _)) => "",
        // What else becomes of a hyphen changes letters, and they are mended already.
        Some(_) => " ",
        None => match torn(last, first, hyphens) {
            Some(between) => between,
            None => return,
        },
    };
    let first = article.body.remove(seam);
    let last = &mut article.body[seam - 1];
    if let (Some((decision, certainty)), Some(end)) = (hyphen, last.source.last_mut()) {
        let length = text[..end.end].chars().next_back().map_or(0, char::len_utf8);
        let source = Span::new(end.end - length, end.end);
        let mut kept = last.text.pop().map_or_else(String::new, String::from);
        if decision == Decision::Drop {
            end.end = source.start;
            kept.clear();
        }
        last.text += &kept;
        kept += between;
        // What was decided before the mark was cut out (har- See FERRY, page 3) no longer holds.
        repairs.retain(|repair| repair.source != source);
        repairs.push(Repair {
            kind: RepairKind::Hyphen,
            source,
            text: kept,
            certainty: Some(certainty),
        });
    }
    last.source.retain(|span| !span.is_empty());
    last.text += between;
    last.text += &first.text;
    last.source.extend(first.source);
}

/// What stands between two paragraphs that are one, torn by the end of the page: nothing or a space. `None` where the
/// first comes to its end.
fn torn(last: &Block, first: &Block, hyphens: &Hyphens<'_>) -> Option<&'static str> {
    let (end, start) = (last.text.chars().next_back()?, first.text.chars().next()?);
    let goes_on = end.is_alphanumeric() || Class::of(end) == Class::Pause;
    let word = |character: char| character.is_alphabetic() && !is_han(character);
    let spaced = hyphens.spaced() || word(end) && word(start);
    goes_on.then_some(if spaced { " " } else { "" })
}

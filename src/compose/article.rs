//! One article: its elements mended, and the set forms cut out of them.

use super::element::Element;
use super::unit::{Head, Unit, UnitKind};
use crate::document::{
    Article, ArticleKind, Block, BlockKind, Confidence, Credit, CreditRole, Dateline, Diagnostic,
    DiagnosticCode, Jump, Repair, Span, Text,
};
use crate::form::{self, Ending, Party};
use crate::language::Table;
use crate::line::Line;
use crate::mend::{self, Hyphens, Stretch};
use crate::read::State;
use std::ops::Range;

/// Makes articles of units and heads.
pub(super) struct Maker<'a> {
    pub(super) text: &'a str,
    pub(super) lines: &'a [Line],
    pub(super) table: &'a Table,
    pub(super) hyphens: &'a Hyphens<'a>,
    pub(super) repairs: &'a mut Vec<Repair>,
    pub(super) diagnostics: &'a mut Vec<Diagnostic>,
}

impl Maker<'_> {
    pub(super) fn article(
        &mut self,
        unit: &Unit,
        head: Option<&Head>,
        confidence: Confidence,
    ) -> Article {
        let mut article = Article {
            id: String::new(),
            kind: ArticleKind::Story,
            pages: self.pages(unit, head),
            kicker: None,
            headline: None,
            subheadline: None,
            bylines: Vec::new(),
            dateline: None,
            body: Vec::new(),
            captions: Vec::new(),
            credits: Vec::new(),
            notes: Vec::new(),
            continued_from: None,
            continued_on: None,
            confidence,
        };
        if let Some(head) = head {
            article.kicker = head.kicker.as_ref().map(|element| self.head(element));
            article.headline = head.headline.as_ref().map(|element| self.head(element));
            article.subheadline = head.deck.as_ref().map(|element| self.head(element));
        }
        let head_bylines = head.map_or(&[][..], |head| &head.bylines);
        for byline in self.whole_bylines(head_bylines.iter().chain(&unit.bylines)) {
            self.byline(byline, &mut article);
        }
        self.body(unit, &mut article);
        let photographed = article.credits.iter().any(|credit| credit.role == CreditRole::Photo);
        let paragraphs = article.body.len();
        article.kind = match unit.kind {
            UnitKind::Caption => ArticleKind::Photo,
            // A lone paragraph that names nobody but a photographer is a picture's.
            UnitKind::Body if photographed && paragraphs == 1 && article.bylines.is_empty() => {
                ArticleKind::Photo
            }
            UnitKind::Body if article.headline.is_none() && article.continued_from.is_none() => {
                ArticleKind::Brief
            }
            UnitKind::Body => ArticleKind::Story,
        };
        if unit.elements.first().is_some_and(|first| first.kind == State::ParagraphOn)
            && article.continued_from.is_none()
        {
            let source = article.body.first().map(|block| block.source.clone()).unwrap_or_default();
            let message = "the text begins in mid-sentence; its beginning was not found".to_owned();
            self.diagnostics.push(Diagnostic {
                code: DiagnosticCode::BodyFragment,
                message,
                source,
            });
        }
        self.quotes(&article);
        // Lists that grow have room for four, and most hold one.
        article.body.shrink_to_fit();
        article.bylines.shrink_to_fit();
        article.captions.shrink_to_fit();
        article.credits.shrink_to_fit();
        article
    }

    fn pages(&self, unit: &Unit, head: Option<&Head>) -> Vec<usize> {
        let body = unit.elements.iter().chain(&unit.bylines).flat_map(|element| &element.lines);
        let head = head.map(Head::lines).unwrap_or_default();
        let mut pages: Vec<usize> = body.chain(&head).map(|&line| self.lines[line].page).collect();
        pages.sort_unstable();
        pages.dedup();
        pages.shrink_to_fit();
        pages
    }

    fn joined(&mut self, element: &Element) -> Stretch {
        let lines = element.lines.iter().map(|&index| &self.lines[index]);
        mend::join(self.text, lines, self.hyphens, self.repairs)
    }

    fn joined_head(&mut self, element: &Element) -> Stretch {
        let lines = element.lines.iter().map(|&index| &self.lines[index]);
        mend::join_head(self.text, lines, self.hyphens, self.repairs)
    }

    fn head(&mut self, element: &Element) -> Text {
        let stretch = self.joined_head(element);
        Text { text: stretch.text(), source: stretch.spans(self.text) }
    }

    /// Bylines, where a title on a line of its own (□本报记者) takes the names on the next line, and what stands under
    /// the names (Staff Writer, and what OCR made of it) is their title. Each with the count of its lines that name.
    fn whole_bylines<'a>(
        &self,
        bylines: impl Iterator<Item = &'a Element>,
    ) -> Vec<(Element, usize)> {
        let mut out: Vec<(Element, usize)> = Vec::new();
        for element in bylines {
            match out.last_mut() {
                Some((last, naming)) if self.lacks_names(last) => {
                    last.lines.extend(&element.lines);
                    *naming = last.lines.len();
                }
                Some((last, _)) if self.is_title_under(last, element) => {
                    last.lines.extend(&element.lines);
                }
                _ => out.push((element.clone(), element.lines.len())),
            }
        }
        out
    }

    fn is_title_under(&self, above: &Element, byline: &Element) -> bool {
        let line = |element: &Element| element.lines.first().copied();
        let content = |line: usize| &self.text[self.lines[line].span.range()];
        let (Some(first), Some(above_first)) = (line(byline), line(above)) else { return false };
        let told = |line| {
            let parties = form::byline(content(line), self.table)?;
            Some(parties.iter().any(|party| party.told))
        };
        // By SHELLY KARLSON / Doily Staff Wiitei looks like a name; but after By one is told to be such.
        let title = match (told(above_first), told(first)) {
            (None, _) | (_, Some(true)) => false,
            (Some(by), other) => by || other.is_none(),
        };
        let adjacent = above.lines.last().is_some_and(|&last| last + 1 == first);
        form::is_title(content(first), self.table) || self.hyphens.spaced() && adjacent && title
    }

    /// BY MARY McAlister stall Wrtlar: no form knows it, but the name does not begin with By.
    fn without_by<'t>(&self, named: &'t str) -> &'t str {
        match named.split_once(' ') {
            Some((by, name)) if self.table.by.contains(&by.to_lowercase().as_str()) => name,
            _ => named,
        }
    }

    fn lacks_names(&self, byline: &Element) -> bool {
        let Some(&line) = byline.lines.last() else { return false };
        let parties = form::byline(&self.text[self.lines[line].span.range()], self.table);
        parties.is_some_and(|parties| {
            parties
                .last()
                .is_some_and(|last| last.role == CreditRole::Reporter && last.names.is_empty())
        })
    }

    fn byline(&mut self, (element, naming): (Element, usize), article: &mut Article) {
        let stretch = self.joined_head(&element);
        // Lines of columns that were parted need not ascend.
        let title = element.lines.get(naming).map(|&line| self.lines[line].span.range());
        let names = stretch.glyphs.iter().take_while(|one| {
            title.as_ref().is_none_or(|title| !title.contains(&one.source.start))
        });
        let named: String = names.map(|glyph| glyph.character).collect();
        let text = stretch.text();
        match form::signature(&named, self.table) {
            Some(parties) => self.credit(&stretch, 0..text.len(), parties, article, Place::Head),
            None => {
                let (bare, mut names) = form::unclosed(&named, self.table);
                if names.is_empty() {
                    names.push(self.without_by(bare).to_owned());
                }
                article.bylines.push(Credit {
                    role: CreditRole::Author,
                    names,
                    source: stretch.spans(self.text),
                    text,
                });
            }
        }
    }

    /// Gives the people at `range` of `stretch` to the article: photographers to its credits, others
    /// to its bylines or credits, as they stand at its head or end. The range is parted between them.
    fn credit(
        &self,
        stretch: &Stretch,
        range: Range<usize>,
        parties: Vec<Party>,
        article: &mut Article,
        place: Place,
    ) {
        let mut starts: Vec<usize> = parties.iter().map(|party| party.range.start).collect();
        if let Some(first) = starts.first_mut() {
            *first = range.start;
        }
        starts.push(range.end);
        for (party, bounds) in parties.into_iter().zip(starts.windows(2)) {
            let mut part = stretch.copy(bounds[0]..bounds[1].max(bounds[0]));
            part.trim();
            if part.is_blank() {
                // 摄影报道 alone tells of people whom it does not name.
                continue;
            }
            let photo = party.role == CreditRole::Photo;
            let credit = Credit {
                role: party.role,
                text: part.text(),
                names: party.names,
                source: part.spans(self.text),
            };
            match place {
                Place::Head if !photo => article.bylines.push(credit),
                _ => article.credits.push(credit),
            }
        }
    }

    fn body(&mut self, unit: &Unit, article: &mut Article) {
        let is_text = |element: &Element| {
            matches!(
                element.kind,
                State::Opening | State::Paragraph | State::ParagraphOn | State::Caption
            )
        };
        // An editor's note may stand before the opening.
        let opening = unit.elements.iter().rposition(|element| element.kind == State::Opening);
        let first = opening.or_else(|| unit.elements.iter().position(is_text));
        let last = unit.elements.iter().rposition(is_text);
        for (index, element) in unit.elements.iter().enumerate() {
            let here = Some(index);
            match element.kind {
                State::Heading => {
                    let text = self.head(element);
                    article.body.push(Block {
                        kind: BlockKind::Heading,
                        text: text.text,
                        source: text.source,
                    });
                }
                State::Credit => {
                    let mut stretch = self.joined(element);
                    self.cut_endings(&mut stretch, article);
                    self.cut_names(&mut stretch, article);
                    self.note(stretch, article);
                }
                State::Jump => {
                    let mut stretch = self.joined(element);
                    self.cut_jump_on(&mut stretch, article);
                    self.cut_opening(&mut stretch, article);
                    self.note(stretch, article);
                }
                _ => {
                    let mut stretch = self.joined(element);
                    if here == first {
                        self.cut_opening(&mut stretch, article);
                    }
                    if here == last {
                        self.cut_endings(&mut stretch, article);
                    }
                    if !self.hyphens.spaced() {
                        mend::close_up(&mut stretch, self.repairs);
                    }
                    stretch.trim();
                    if !stretch.is_blank() {
                        let source = stretch.spans(self.text);
                        article.body.push(Block {
                            kind: BlockKind::Paragraph,
                            text: stretch.text(),
                            source,
                        });
                    }
                }
            }
        }
    }

    /// What is left of a credit or jump line after its form was cut out.
    fn note(&self, mut stretch: Stretch, article: &mut Article) {
        stretch.trim();
        if !stretch.is_blank() {
            article.notes.push(Text { text: stretch.text(), source: stretch.spans(self.text) });
        }
    }

    /// Cuts the jump mark and the lead off the start of the first paragraph.
    fn cut_opening(&self, stretch: &mut Stretch, article: &mut Article) {
        let text = stretch.text();
        if let Some(mark) =
            form::jump_from(&text, self.table).filter(|_| article.continued_from.is_none())
        {
            article.continued_from = Some(self.jump(stretch, mark));
        }
        let text = stretch.text();
        let Some(lead) = form::lead(&text, self.table).filter(|lead| lead.range.end < text.len())
        else {
            return;
        };
        let cut = stretch.cut(lead.range.clone());
        let said = |range: &Option<Range<usize>>| range.clone().map(|range| text[range].to_owned());
        if let Some(range) = &lead.dateline {
            let mut part = cut.copy(range.clone());
            let source = part.spans(self.text);
            if !self.hyphens.spaced() {
                mend::close_up(&mut part, &mut Vec::new());
            }
            article.dateline = Some(Dateline {
                text: part.text(),
                agency: said(&lead.agency),
                place: said(&lead.place),
                date: said(&lead.date).map(|date| self.packed(&date)),
                source,
            });
        }
        if let Some((range, parties)) = lead.people {
            self.credit(&cut, range.clone(), parties, article, Place::Head);
            // 【記者X／高雄報導】: the bracket behind the dateline closes the byline.
            let behind = lead.dateline.filter(|line| line.start >= range.end).map(|line| line.end);
            if let (Some(from), Some(last)) = (behind, article.bylines.last_mut()) {
                let mut closing = cut.copy(from..lead.range.end);
                closing.trim();
                last.text += &closing.text();
                last.source.extend(closing.spans(self.text));
            }
        } else if let Some(line) = &mut article.dateline {
            line.source = cut.spans(self.text);
            let mut whole = cut.clone();
            whole.trim();
            if !self.hyphens.spaced() {
                mend::close_up(&mut whole, &mut Vec::new());
            }
            line.text = whole.text();
        }
    }

    /// Cuts credits, notes of the source and jump marks off the end.
    fn cut_endings(&self, stretch: &mut Stretch, article: &mut Article) {
        for _ in 0..MOST_ENDINGS {
            self.cut_jump_on(stretch, article);
            let text = stretch.text();
            let Some((range, ending)) = form::ending(&text, self.table) else { return };
            match ending {
                Ending::People(parties) => {
                    let start = range.end - text[range.clone()].trim_start().len();
                    self.credit(stretch, start..range.end, parties, article, Place::End);
                    stretch.cut(range);
                }
                Ending::Note => {
                    let note = stretch.cut(range);
                    self.note(note, article);
                }
            }
        }
    }

    /// Cuts names that stand alone at a body's end, as a byline does at its head: （柴 胡 申 江）.
    fn cut_names(&self, stretch: &mut Stretch, article: &mut Article) {
        let text = stretch.text();
        let inner = form::unbracketed(&text);
        if let Some(mut parties) = form::signature(&text[inner.clone()], self.table) {
            for party in &mut parties {
                party.range = party.range.start + inner.start..party.range.end + inner.start;
            }
            self.credit(stretch, 0..text.len(), parties, article, Place::End);
            stretch.cut(0..text.len());
        }
    }

    fn cut_jump_on(&self, stretch: &mut Stretch, article: &mut Article) {
        let text = stretch.text();
        if let Some(mark) =
            form::jump_on(&text, self.table).filter(|_| article.continued_on.is_none())
        {
            article.continued_on = Some(self.jump(stretch, mark));
        }
    }

    fn jump(&self, stretch: &mut Stretch, mark: form::JumpMark) -> Jump {
        let said = |range| self.packed(&stretch.copy(range).text());
        let (page, word) = (said(mark.page), mark.word.map(said));
        let mut cut = stretch.cut(mark.range);
        cut.trim();
        Jump { text: cut.text(), page: Some(page), word, source: cut.spans(self.text) }
    }

    /// Without the spaces that mean nothing.
    fn packed(&self, text: &str) -> String {
        let words: Vec<&str> = text.split_whitespace().collect();
        words.join(if self.hyphens.spaced() { " " } else { "" })
    }

    fn quotes(&mut self, article: &Article) {
        let texts = article.body.iter().map(|block| block.text.as_str());
        let unpaired = mend::unpaired(texts);
        let found: Vec<Span> = unpaired
            .iter()
            .take(MOST_QUOTES)
            .filter_map(|&(block, at)| {
                let block = &article.body[block];
                let glyph = block.text[at..].chars().next()?;
                // The n-th such glyph of the text is the n-th of its spans.
                let nth = block.text[..at].matches(glyph).count();
                let mut places = block.source.iter().flat_map(|span| {
                    self.text[span.range()]
                        .match_indices(glyph)
                        .map(|(index, _)| span.start + index)
                });
                places.nth(nth).map(|start| Span::new(start, start + glyph.len_utf8()))
            })
            .collect();
        if !found.is_empty() {
            let message = format!("{} quotes or brackets without their other half", unpaired.len());
            self.diagnostics.push(Diagnostic {
                code: DiagnosticCode::UnpairedQuote,
                message,
                source: found,
            });
        }
    }
}

/// No paragraph ends with more credits and notes than this, and each costs a look at all of its text.
const MOST_ENDINGS: usize = 16;

/// No more places of unpaired quotes than this are given: looking each up costs time in its text.
const MOST_QUOTES: usize = 16;

/// Where people are named.
#[derive(Clone, Copy)]
enum Place {
    Head,
    End,
}

//! The pipeline: the only place that wires the stages.

use crate::compose::{Composed, compose, join_continuations};
use crate::document::{Confidence, Diagnostic, DiagnosticCode, Document, Language, SCHEMA, Span};
use crate::encoding::{Encoding, refuse_binary};
use crate::error::Error;
use crate::language::{Table, detect};
use crate::line::{Line, Lines, Measure, Unwoven, cut, lines, measure, rejoin, unweave};
use crate::mend::{Hyphens, Mending, OldPrint};
use crate::read::Explanation;
use crate::source::Source;

/// Reads sources into documents. Made once, used for any number of sources, on any thread.
///
/// # Examples
///
/// ```
/// use tearsheet::Pipeline;
/// let pipeline = Pipeline::new();
/// let document = pipeline.run("page3.txt", "市政府昨日召开会议，\n部署工作。".as_bytes())?;
/// assert_eq!(document.articles[0].body[0].text, "市政府昨日召开会议，部署工作。");
/// # Ok::<(), tearsheet::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pipeline {
    language: Option<Language>,
    encoding: Option<Encoding>,
    limit: usize,
    mending: Mending,
}

/// The largest source that is read unless told otherwise, in bytes.
const LIMIT: usize = 64 << 20;
/// The largest that is read at all: places of words, and how many brackets are open, are counted in 32 bits.
const MOST: usize = i32::MAX as usize;

impl Pipeline {
    /// A pipeline that tells the language itself and reads sources of at most 64 MiB.
    pub const fn new() -> Self {
        let mending = Mending { least_certainty: 0, old_print: OldPrint::Keep };
        Self { language: None, encoding: None, limit: LIMIT, mending }
    }

    /// Takes all sources to be in `language`.
    #[must_use]
    pub const fn language(mut self, language: Language) -> Self {
        self.language = Some(language);
        self
    }

    /// Takes all sources to be in `encoding`, whatever their bytes look like.
    ///
    /// # Examples
    ///
    /// ```
    /// use tearsheet::Pipeline;
    /// let pipeline = Pipeline::new().encoding("big5".parse()?);
    /// assert_eq!(pipeline.decode("page", b"\xa4\xd1\xae\xf0\xb4\xb8")?.text(), "天氣晴");
    /// # Ok::<(), tearsheet::Error>(())
    /// ```
    #[must_use]
    pub const fn encoding(mut self, encoding: Encoding) -> Self {
        self.encoding = Some(encoding);
        self
    }

    /// Refuses sources of more than `bytes` bytes, and always those of more than 2 GiB.
    #[must_use]
    pub const fn limit(mut self, bytes: usize) -> Self {
        self.limit = if bytes < MOST { bytes } else { MOST };
        self
    }

    /// Leaves a word over a line end apart where what becomes of its hyphen is less sure than `certainty`, in
    /// hundredths. Nothing is too unsure unless told; each decision bears its certainty among the repairs.
    ///
    /// # Examples
    ///
    /// ```
    /// use tearsheet::{Language, Pipeline};
    /// let page = b"The council will vote on the ex-\npansion of the harbour.";
    /// let paragraph = |pipeline: Pipeline| {
    ///     let document = pipeline.language(Language::English).run("page", page);
    ///     document.map(|document| document.articles[0].body[0].text.clone())
    /// };
    /// let (usual, careful) = (Pipeline::new(), Pipeline::new().hyphen_certainty(90));
    /// assert_eq!(paragraph(usual)?, "The council will vote on the expansion of the harbour.");
    /// assert_eq!(paragraph(careful)?, "The council will vote on the ex- pansion of the harbour.");
    /// # Ok::<(), tearsheet::Error>(())
    /// ```
    #[must_use]
    pub const fn hyphen_certainty(mut self, certainty: Confidence) -> Self {
        self.mending.least_certainty = certainty;
        self
    }

    /// What becomes of the letters and marks that only old print has, such as ſ and ⸗. They are kept unless told; comparisons always
    /// fold them.
    ///
    /// # Examples
    ///
    /// ```
    /// use tearsheet::{OldPrint, Pipeline};
    /// let page = "Das Geſetz iſt im Staats⸗Anzeiger ver⸗\nöffentlicht und tritt in Kraft.".as_bytes();
    /// let document = Pipeline::new().old_print(OldPrint::Modern).run("page", page)?;
    /// let text = "Das Gesetz ist im Staats-Anzeiger veröffentlicht und tritt in Kraft.";
    /// assert_eq!(document.articles[0].body[0].text, text);
    /// # Ok::<(), tearsheet::Error>(())
    /// ```
    #[must_use]
    pub const fn old_print(mut self, old_print: OldPrint) -> Self {
        self.mending.old_print = old_print;
        self
    }

    /// Decodes and reads the bytes of a source.
    ///
    /// # Errors
    ///
    /// [`Error::is_too_large`] above the limit, [`Error::is_binary`] where the bytes are no text.
    pub fn run(&self, name: &str, bytes: &[u8]) -> Result<Document, Error> {
        Ok(self.read(&self.decode(name, bytes)?))
    }

    /// Decodes the bytes of a source: the first half of [`Pipeline::run`].
    ///
    /// # Errors
    ///
    /// As [`Pipeline::run`].
    pub fn decode(&self, name: &str, bytes: &[u8]) -> Result<Source, Error> {
        if bytes.len() > self.limit {
            return Err(Error::too_large(bytes.len(), self.limit));
        }
        match self.encoding {
            Some(encoding) => {
                refuse_binary(bytes)?;
                Ok(Source::decode_as(name, bytes, encoding))
            }
            None => Source::decode(name, bytes),
        }
    }

    /// Reads a source that is decoded already.
    pub fn read(&self, source: &Source) -> Document {
        let text = source.text();
        let Measured { table, found, woven, measures } = self.measure(text);
        let reading = crate::read::read(text, &found.lines, &measures, table);
        let hyphens = Hyphens::new(text, &found.lines, table).mending(self.mending);
        let mut composed = compose(text, &found.lines, &measures, &reading, table, &hyphens);
        join_continuations(text, &mut composed, source.parts(), &hyphens);
        let Composed { articles, furniture, repairs, diagnostics } = composed;
        Document {
            schema: SCHEMA.to_owned(),
            source: source.info(found.count, found.pages),
            language: table.language,
            articles,
            furniture,
            repairs,
            diagnostics: source
                .diagnostics()
                .into_iter()
                .chain(woven.into_iter().map(interleaved))
                .chain(found.lines.iter().filter(|line| line.glyphs > LONGEST).map(unbroken))
                .chain(diagnostics)
                .collect(),
        }
    }

    /// Says of each line of a source why [`Pipeline::read`] takes it for what it does.
    ///
    /// # Examples
    ///
    /// ```
    /// use tearsheet::{Pipeline, Source};
    /// let source = Source::from_text("page", "天气晴，\n气温十度。");
    /// assert_eq!(Pipeline::new().explain(&source).len(), 2);
    /// ```
    pub fn explain(&self, source: &Source) -> Vec<Explanation> {
        let Measured { table, found, measures, .. } = self.measure(source.text());
        crate::read::explain(source.text(), &found.lines, &measures, table)
    }

    /// The stages up to the measure.
    fn measure(&self, text: &str) -> Measured {
        let table = Table::of(self.language.unwrap_or_else(|| detect(text)));
        let mut found = lines(text);
        let Unwoven { lines, woven } =
            unweave(text, rejoin(text, cut(text, found.lines, table)), table);
        found.lines = lines;
        let measures = measure(&found.lines);
        Measured { table, found, woven, measures }
    }
}

fn interleaved(place: Span) -> Diagnostic {
    Diagnostic {
        code: DiagnosticCode::ColumnsInterleaved,
        message: "the lines of neighbouring columns ran through each other; they were parted"
            .to_owned(),
        source: vec![place],
    }
}

/// No paragraph of a newspaper has so many characters.
const LONGEST: usize = 3000;

fn unbroken(line: &Line) -> Diagnostic {
    Diagnostic {
        code: DiagnosticCode::LineEndsLost,
        message: "a line is longer than any paragraph of print: line ends were lost, and heads in it cannot be told from text"
            .to_owned(),
        source: vec![line.span],
    }
}

/// What the stages up to the measure give.
struct Measured {
    table: &'static Table,
    found: Lines,
    woven: Vec<Span>,
    measures: Vec<Measure>,
}

impl Default for Pipeline {
    fn default() -> Self {
        Self::new()
    }
}

/// Reads one text with the options that [`Pipeline::new`] has.
///
/// # Examples
///
/// ```
/// let document = tearsheet::read("市政府昨日召开会议，部署明年\n的重点工作。");
/// assert_eq!(document.articles.len(), 1);
/// ```
pub fn read(text: &str) -> Document {
    Pipeline::new().read(&Source::from_text("", text))
}

#[cfg(test)]
mod tests {
    use super::{DiagnosticCode, LONGEST};

    #[test]
    fn lost_line_ends_are_told_of() {
        let codes = |text: &str| -> Vec<DiagnosticCode> {
            let diagnostics = crate::read(text).diagnostics;
            diagnostics.into_iter().map(|diagnostic| diagnostic.code).collect()
        };
        let sentence = "The council met on Monday. ";
        let page = sentence.repeat(1 + LONGEST / sentence.len() * 2);
        assert!(codes(&page).contains(&DiagnosticCode::LineEndsLost));
        assert!(!codes(&page.replace(". ", ".\n")).contains(&DiagnosticCode::LineEndsLost));
    }
}

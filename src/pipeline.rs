//! The pipeline: the only place that wires the stages.

use crate::compose::{Composed, compose};
use crate::document::{Document, Language, SCHEMA};
use crate::error::Error;
use crate::language::{Table, detect};
use crate::line::{lines, measure};
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
    limit: usize,
}

/// The largest source that is read unless told otherwise, in bytes.
const LIMIT: usize = 64 << 20;

impl Pipeline {
    /// A pipeline that tells the language itself and reads sources of at most 64 MiB.
    pub const fn new() -> Self {
        Self { language: None, limit: LIMIT }
    }

    /// Takes all sources to be in `language`.
    #[must_use]
    pub const fn language(mut self, language: Language) -> Self {
        self.language = Some(language);
        self
    }

    /// Refuses sources of more than `bytes` bytes.
    #[must_use]
    pub const fn limit(mut self, bytes: usize) -> Self {
        self.limit = bytes;
        self
    }

    /// Decodes and reads the bytes of a source.
    ///
    /// # Errors
    ///
    /// [`Error::is_too_large`] above the limit, [`Error::is_binary`] where the bytes are no text.
    pub fn run(&self, name: &str, bytes: &[u8]) -> Result<Document, Error> {
        if bytes.len() > self.limit {
            return Err(Error::too_large(bytes.len(), self.limit));
        }
        Ok(self.read(&Source::decode(name, bytes)?))
    }

    /// Reads a source that is decoded already.
    pub fn read(&self, source: &Source) -> Document {
        let text = source.text();
        let language = self.language.unwrap_or_else(|| detect(text));
        let table = Table::of(language);
        let found = lines(text);
        let measures = measure(&found.lines);
        let reading = crate::read::read(text, &found.lines, &measures, table);
        let Composed { articles, furniture, repairs, diagnostics } =
            compose(text, &found.lines, &measures, &reading, table);
        Document {
            schema: SCHEMA.to_owned(),
            source: source.info(found.count, found.pages),
            language,
            articles,
            furniture,
            repairs,
            diagnostics: source.diagnostics().into_iter().chain(diagnostics).collect(),
        }
    }
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
/// let document = tearsheet::read("天气晴，\n气温十度。");
/// assert_eq!(document.articles.len(), 1);
/// ```
pub fn read(text: &str) -> Document {
    Pipeline::new().read(&Source::from_text("", text))
}

//! The document: what Tearsheet gives back for one source (schema `tearsheet/1`).
//!
//! Every element bears the places of its text in the decoded source as a list of byte ranges, in
//! order. Absent fields are left out of the JSON; lists are always there.

use crate::error::Error;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Range;
use std::str::FromStr;

/// The name of the schema that [`Document`] follows.
pub const SCHEMA: &str = "tearsheet/1";

/// A half-open range of byte offsets in the decoded text of a source; `[start, end]` in JSON.
///
/// # Examples
///
/// ```
/// let span = tearsheet::Span::new(3, 6);
/// assert_eq!(&"春风化雨"[span.range()], "风");
/// assert_eq!(serde_json::to_string(&span)?, "[3,6]");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(into = "[usize; 2]", from = "[usize; 2]")]
#[cfg_attr(feature = "schema", schemars(with = "[usize; 2]"))]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset after the last byte.
    pub end: usize,
}

impl Span {
    /// The span from byte `start` to byte `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The same span as a range, for slicing the decoded text.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }
}

impl From<[usize; 2]> for Span {
    fn from([start, end]: [usize; 2]) -> Self {
        Self { start, end }
    }
}

impl From<Span> for [usize; 2] {
    fn from(span: Span) -> Self {
        [span.start, span.end]
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// The articles of one source and all that was done to find them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Document {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// What was read.
    pub source: SourceInfo,
    /// The language of most of the text.
    pub language: Language,
    /// The articles, in the order in which their text begins.
    pub articles: Vec<Article>,
    /// What stands on the page and belongs to no article.
    pub furniture: Vec<Furniture>,
    /// Every change made to the text, in the order of the source.
    pub repairs: Vec<Repair>,
    /// Oddities of the source and doubts about the reading.
    pub diagnostics: Vec<Diagnostic>,
}

/// What was read, and how it was decoded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SourceInfo {
    /// The name given to the source, for people; a file name as a rule.
    pub name: String,
    /// The encoding it was decoded from, by its name in the Encoding Standard; `mixed` where its parts
    /// differ.
    pub encoding: String,
    /// How sure the encoding is, where it was guessed; of several parts, the least sure.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "hundredths_if_any")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    pub certainty: Option<Confidence>,
    /// Its size in bytes, before decoding.
    pub bytes: usize,
    /// Its lines, blank ones among them.
    pub lines: usize,
    /// Its pages, parted by form feeds.
    pub pages: usize,
    /// The files that it was put together from, in order; left out where it is one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<SourcePart>,
}

/// One of several files that were put together to one source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SourcePart {
    /// The name of the file.
    pub name: String,
    /// The page of the document that it begins with, the first being 1.
    pub page: usize,
    /// The number that the page bears in print, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<usize>,
    /// Its place in the decoded text of the whole: take the start off a byte offset of the document to get
    /// that of the file.
    pub source: Span,
}

/// A language that Tearsheet has a table for.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Language {
    /// Chinese in simplified characters.
    #[default]
    #[serde(rename = "zh-Hans")]
    SimplifiedChinese,
    /// Chinese in traditional characters.
    #[serde(rename = "zh-Hant")]
    TraditionalChinese,
    /// English.
    #[serde(rename = "en")]
    English,
    /// German.
    #[serde(rename = "de")]
    German,
    /// French.
    #[serde(rename = "fr")]
    French,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::SimplifiedChinese,
        Self::TraditionalChinese,
        Self::English,
        Self::German,
        Self::French,
    ];

    /// Its tag after BCP 47, as documents have it.
    ///
    /// # Examples
    ///
    /// ```
    /// use tearsheet::Language;
    /// assert_eq!(Language::SimplifiedChinese.tag(), "zh-Hans");
    /// assert_eq!("de".parse(), Ok(Language::German));
    /// assert!("la".parse::<Language>().is_err());
    /// ```
    pub const fn tag(self) -> &'static str {
        match self {
            Self::SimplifiedChinese => "zh-Hans",
            Self::TraditionalChinese => "zh-Hant",
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
        }
    }
}

impl fmt::Display for Language {
    /// The [`tag`](Self::tag).
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.pad(self.tag())
    }
}

impl FromStr for Language {
    type Err = Error;

    /// # Errors
    ///
    /// [`Error::is_unknown_language`] where no language has the tag.
    fn from_str(tag: &str) -> Result<Self, Error> {
        let found = Self::ALL.into_iter().find(|language| language.tag() == tag);
        found.ok_or_else(|| Error::unknown_language(tag))
    }
}

/// What an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum ArticleKind {
    /// A text under a headline of its own, or the rest of one.
    Story,
    /// A short text without a headline.
    Brief,
    /// A picture's caption, with or without a headline.
    Photo,
}

/// Text and where it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Text {
    /// The mended text; printed lines of a head are joined by one space.
    pub text: String,
    /// Its places in the decoded source.
    pub source: Vec<Span>,
}

/// One article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Article {
    /// `a1`, `a2`, … in the order of the articles.
    pub id: String,
    /// What the article is.
    pub kind: ArticleKind,
    /// The pages that it stands on, the first being 1.
    pub pages: Vec<usize>,
    /// The line over the headline that leads to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kicker: Option<Text>,
    /// The headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headline: Option<Text>,
    /// The deck: the smaller headline under the headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subheadline: Option<Text>,
    /// Who wrote it, as the head or the opening says.
    pub bylines: Vec<Credit>,
    /// Whence and when it was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dateline: Option<Dateline>,
    /// Paragraphs and section headings; of a photo item its caption.
    pub body: Vec<Block>,
    /// Captions of a story's pictures.
    pub captions: Vec<Text>,
    /// Who is named at the end, and whose the pictures are.
    pub credits: Vec<Credit>,
    /// What the end says of where the text is from: 据新华社, 作者系本报特约评论员.
    pub notes: Vec<Text>,
    /// The mark that the text goes on from another page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub continued_from: Option<Jump>,
    /// The mark that the text goes on elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub continued_on: Option<Jump>,
    /// The chance that the body is whole, with nothing of another text in it, and under its own headline, from 0 to 1.
    #[serde(with = "hundredths")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub confidence: Confidence,
}

/// A certainty in hundredths, from 0 to 100; a number from 0 to 1 in JSON.
///
/// Kept as a whole number so that documents compare and print the same everywhere.
pub type Confidence = u8;

mod hundredths {
    use super::Confidence;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(value: &Confidence, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_f64(f64::from(*value) / 100.0)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Confidence, D::Error> {
        Ok((f64::deserialize(from)?.clamp(0.0, 1.0) * 100.0).round() as Confidence)
    }
}

mod hundredths_if_any {
    use super::{Confidence, hundredths};
    use serde::{Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(
        value: &Option<Confidence>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => hundredths::serialize(value, to),
            None => to.serialize_none(),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<Confidence>, D::Error> {
        hundredths::deserialize(from).map(Some)
    }
}

/// What a person did for an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum CreditRole {
    /// Wrote it, not said as what.
    Author,
    /// 记者, of the paper or an agency.
    Reporter,
    /// 通讯员, who sends in from outside.
    Correspondent,
    /// 评论员.
    Commentator,
    /// 编译, 翻译.
    Translator,
    /// 编辑, 整理, 策划.
    Editor,
    /// Took or gave the picture.
    Photo,
}

/// A byline or a credit, and the people it names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Credit {
    /// What they did.
    pub role: CreditRole,
    /// The text as printed, mended.
    pub text: String,
    /// The people, without padding.
    pub names: Vec<String>,
    /// Its places in the decoded source.
    pub source: Vec<Span>,
}

/// The words that open a report and say whence it came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Dateline {
    /// The text as printed, mended.
    pub text: String,
    /// The paper or agency that sends it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// The place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The date, as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Its places in the decoded source.
    pub source: Vec<Span>,
}

/// A mark that an article goes on elsewhere or comes from there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Jump {
    /// The text as printed, mended.
    pub text: String,
    /// The page it names, as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// The word that stands at both ends of the jump: See COMPUTERS, page 6.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
    /// Its places in the decoded source.
    pub source: Vec<Span>,
}

/// What a block of a body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A crosshead.
    Heading,
}

/// A paragraph or a heading of a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Block {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: BlockKind,
    /// The mended text.
    pub text: String,
    /// Its places in the decoded source.
    pub source: Vec<Span>,
}

/// What a piece of page furniture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum FurnitureKind {
    /// A slogan, a column's name, a head that no body was found for, or one that a continuation repeats.
    Banner,
    /// Page number, date, section: the line at the head of a page.
    Folio,
    /// Who edited and designed the page.
    Staff,
    /// Addresses, telephone numbers, prices.
    Imprint,
    /// An advertisement or a paid notice.
    Advert,
    /// None of these.
    Other,
}

/// Text that belongs to the page and to no article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Furniture {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: FurnitureKind,
    /// The mended text.
    pub text: String,
    /// Its places in the decoded source.
    pub source: Vec<Span>,
}

/// How a text was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum RepairKind {
    /// A line set with spaces between its characters was closed up.
    Letterspace,
    /// A space that the extractor put beside a digit or a mark was taken out.
    Space,
    /// A paragraph was joined over a blank line in the middle of it.
    Blank,
    /// A radical or compatibility form became the unified character, a letter of old print that of today.
    Unify,
    /// A control character was taken out.
    Control,
    /// A word over a line end was put together; its hyphen was dropped or kept, or lost before.
    Hyphen,
    /// A quote that is printed again at the start of each line of a quotation was taken out.
    Quote,
}

/// One change: what stood at `source` reads `text` now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Repair {
    /// How it was changed.
    #[serde(rename = "type")]
    pub kind: RepairKind,
    /// Where, in the decoded source.
    pub source: Span,
    /// What it reads now.
    pub text: String,
    /// How sure it is, where it could be otherwise: the decision on a hyphen.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "hundredths_if_any")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    pub certainty: Option<Confidence>,
}

/// Something that the reader of the document should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Diagnostic {
    /// A stable name for what it is; [`DiagnosticCode`] lists them.
    pub code: DiagnosticCode,
    /// The same for people.
    pub message: String,
    /// Where, in the decoded source.
    pub source: Vec<Span>,
}

/// The kinds of [`Diagnostic`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum DiagnosticCode {
    /// Bytes that the encoding does not allow were replaced by U+FFFD.
    InvalidBytes,
    /// The source itself holds U+FFFD.
    ReplacementCharacter,
    /// A private-use character, which only the page's own font can draw.
    PrivateUse,
    /// A quote or bracket without its other half.
    UnpairedQuote,
    /// A head that no body was found for; it stands among the furniture.
    HeadlineUnmatched,
    /// A body that opens in the middle of a sentence, with nothing before it to join.
    BodyFragment,
    /// Two columns ran through each other line by line; they were parted.
    ColumnsInterleaved,
    /// A line longer than any column or paragraph: line ends were lost, and heads in it cannot be told from text.
    LineEndsLost,
}

impl Document {
    /// The document as JSON over several lines, for reading.
    ///
    /// # Examples
    ///
    /// ```
    /// let document = tearsheet::read("市政府昨日召开会议。");
    /// assert!(document.to_json_pretty().contains("\"schema\": \"tearsheet/1\""));
    /// ```
    pub fn to_json_pretty(&self) -> String {
        serde_json::to_string_pretty(self).expect("a document has string keys only")
    }

    /// The document as JSON on one line, for JSONL.
    ///
    /// # Examples
    ///
    /// ```
    /// assert!(!tearsheet::read("天气晴。\n\n气温10度。").to_json().contains('\n'));
    /// ```
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("a document has string keys only")
    }
}

impl Article {
    /// The texts of the paragraphs, headings left out.
    ///
    /// # Examples
    ///
    /// ```
    /// let document = tearsheet::read("市政府昨日召开会议，部署明年\n的重点工作。");
    /// let texts: Vec<&str> = document.articles[0].paragraphs().collect();
    /// assert_eq!(texts, ["市政府昨日召开会议，部署明年的重点工作。"]);
    /// ```
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.body
            .iter()
            .filter(|block| block.kind == BlockKind::Paragraph)
            .map(|block| block.text.as_str())
    }
}

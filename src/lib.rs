//! Tearsheet reads the raw, column-wrapped text of newspaper pages, as OCR or a PDF extractor leaves
//! it, and gives back articles: whole words and paragraphs, who wrote them, under the right headlines.
//!
//! It works from text alone: no image, no coordinates, no model to download. Every character of the
//! result traces to the page by byte spans.
//!
//! # Brief overview
//!
//! - [`read()`] reads one text with the usual options.
//! - [`Pipeline`] holds options and reads any number of sources.
//! - [`Document`] is what comes out, with [`Article`]s, [`Furniture`], [`Repair`]s and [`Diagnostic`]s.
//!
//! # Example
//!
//! ```
//! let page = "\
//! 海勃湾区湖东社区党委：
//!
//! 巧用“加减乘除”工作法
//! 答好基层社会治理“综合卷”
//!
//! 本报记者黄建飞
//!
//! 近年来，海勃湾区滨河街道湖
//! 东社区党委坚持以党建为引领，推
//! 动形成“党建引领+网格治理”的基
//! 层社会治理模式，巧用“加减乘除”
//! 工作法，不断提升治理现代化水
//! 平。
//! ";
//! let document = tearsheet::read(page);
//! let article = &document.articles[0];
//! assert_eq!(article.bylines[0].names, ["黄建飞"]);
//! let headline = article.headline.as_ref().unwrap();
//! assert_eq!(headline.text, "巧用“加减乘除”工作法 答好基层社会治理“综合卷”");
//! let first = &page[headline.source[0].range()];
//! assert_eq!(first, "巧用“加减乘除”工作法");
//! ```
//!
//! # The stages
//!
//! Each stage is a pure function of what is before it, public and usable alone:
//!
//! | stage | function | gives |
//! | --- | --- | --- |
//! | decode | [`Source::decode`], [`Source::join`] | text and its name |
//! | lines | [`line::lines`] | the facts of each line |
//! | columns, rows | [`line::cut`], [`line::rejoin`], [`line::unweave`] | lines that the extractor set side by side, broke or wove, in order |
//! | measure | [`line::measure`] | the width that each line's column is set to |
//! | read | [`read::read`](mod@read) | the role of each line |
//! | mend | [`mend::join`], [`mend::close_up`] | joined text with its spans |
//! | compose | [`compose::compose`], [`compose::join_continuations`] | articles |
//!
//! # Words
//!
//! *Kicker*: the line over a headline that leads to it. *Deck*: the smaller headline under it.
//! *Byline*: who wrote it. *Dateline*: whence and when it was sent. *Lead*: the words that open a
//! report, dateline and reporters together. *Heading* or crosshead: a head amid a body. *Credit*: names
//! at a body's end or under a picture. *Jump*: a mark that the text goes on elsewhere. *Folio*: page
//! number, date and name of the paper. *Furniture*: all that belongs to the page and to no article.
//! *Measure*: the width of a column.
//!
//! # Crate features
//!
//! - `cli`: the program `tearsheet`.
//! - `schema`: `schemars::JsonSchema` for the document types.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod compose;
pub mod form;
pub mod language;
pub mod line;
pub mod mend;
pub mod perceptron;
pub mod read;

mod document;
mod encoding;
mod entries;
mod error;
mod pipeline;
mod source;

pub use document::{
    Article, ArticleKind, Block, BlockKind, Confidence, Credit, CreditRole, Dateline, Diagnostic,
    DiagnosticCode, Document, Furniture, FurnitureKind, Jump, Language, Repair, RepairKind, SCHEMA,
    SourceInfo, SourcePart, Span, Text,
};
pub use encoding::Encoding;
pub use error::Error;
pub use mend::OldPrint;
pub use pipeline::{Pipeline, read};
pub use source::Source;

/// The examples of the README are tests as well.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

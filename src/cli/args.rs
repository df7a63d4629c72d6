//! What was typed.

use clap::{Parser, ValueEnum};
use std::path::PathBuf;
use tearsheet::Language;

const AFTER_HELP: &str = "\
What goes in:
  The text of newspaper pages as OCR or a PDF extractor leaves it: UTF-8, or UTF-16 with a byte
  order mark. A form feed begins a new page of the same document.

What comes out:
  JSON after the schema tearsheet/1: articles with kicker, headline, deck, bylines, dateline, body,
  credits and jump marks; page furniture; every change made to the text; and, for every element,
  where it stands in the source, as byte offsets.

Examples:
  tearsheet page3.txt                    the document of one page, for reading
  tearsheet issue/*.txt > issue.jsonl    one document a line
  pdftotext -raw page.pdf - | tearsheet -
  tearsheet page3.txt | jq -r '.articles[].headline.text'

Exit status:
  0  every source was read
  1  some source could not be read; the others were
  2  nothing was done: wrong use, no readable source, or output that cannot be written";

/// Turns the raw, column-wrapped text of newspaper pages into structured articles.
#[derive(Debug, Parser)]
#[command(name = "tearsheet", version, after_help = AFTER_HELP, max_term_width = 100)]
pub(super) struct Args {
    /// Text files to read; - is standard input
    #[arg(required = true, value_name = "FILE")]
    pub(super) sources: Vec<PathBuf>,

    /// Write here instead of standard output; the file appears when it is whole
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,

    /// How documents are written [default: json for one source, jsonl for several]
    #[arg(short, long, value_enum)]
    pub(super) format: Option<Format>,

    /// Take the text to be in this language, instead of telling it by its characters
    #[arg(short, long, value_enum)]
    pub(super) language: Option<LanguageName>,

    /// Refuse larger sources; K, M and G stand for 1024 bytes and its powers
    #[arg(long, value_name = "BYTES", default_value = "64M", value_parser = size)]
    pub(super) max_size: usize,
}

impl Args {
    /// Where documents go, for messages.
    pub(super) fn place(&self) -> String {
        let path = self.output.as_deref();
        path.map_or_else(|| "standard output".to_owned(), |path| path.display().to_string())
    }
}

/// How documents are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Over several lines, for reading
    Json,
    /// One document a line
    Jsonl,
}

/// The languages by their names on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum LanguageName {
    /// Chinese in simplified characters
    #[value(name = "zh-Hans")]
    SimplifiedChinese,
    /// Chinese in traditional characters
    #[value(name = "zh-Hant")]
    TraditionalChinese,
    /// English
    #[value(name = "en")]
    English,
    /// German
    #[value(name = "de")]
    German,
    /// French
    #[value(name = "fr")]
    French,
}

impl From<LanguageName> for Language {
    fn from(name: LanguageName) -> Self {
        match name {
            LanguageName::SimplifiedChinese => Self::SimplifiedChinese,
            LanguageName::TraditionalChinese => Self::TraditionalChinese,
            LanguageName::English => Self::English,
            LanguageName::German => Self::German,
            LanguageName::French => Self::French,
        }
    }
}

fn size(text: &str) -> Result<usize, String> {
    let (digits, factor) = match text.char_indices().last() {
        Some((at, 'k' | 'K')) => (&text[..at], 1 << 10),
        Some((at, 'm' | 'M')) => (&text[..at], 1 << 20),
        Some((at, 'g' | 'G')) => (&text[..at], 1 << 30),
        _ => (text, 1),
    };
    let number: usize =
        digits.parse().map_err(|_| "give a number of bytes, such as 500000 or 10M".to_owned())?;
    number.checked_mul(factor).ok_or_else(|| "more bytes than this machine can count".to_owned())
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn reads_sizes() {
        assert_eq!(size("10M"), Ok(10 << 20));
        assert_eq!(size("7"), Ok(7));
        assert!(
            size("M").is_err() && size("-1").is_err() && size("99999999999999999999G").is_err()
        );
    }
}

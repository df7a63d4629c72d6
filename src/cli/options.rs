//! The options of a conversion, as the command line and the configuration file both have them.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use serde::{Deserialize, Deserializer};
use std::path::PathBuf;
use std::str::FromStr;
use tearsheet::{Confidence, Encoding, Language};

/// Options under their long names. What is not given is `None`, empty or false.
#[derive(Clone, Debug, Default, Args, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct Options {
    /// Read the names of sources from this file, one a line; - is standard input
    #[arg(long, value_name = "FILE", help_heading = "Input")]
    pub(super) files_from: Option<PathBuf>,
    /// The names in the list of --files-from end with NUL, as those of find -print0
    #[arg(short = '0', long, help_heading = "Input")]
    pub(super) null: bool,
    /// In folders, take the files that match; may be given again [default: *.txt and the like]
    #[arg(long, value_name = "GLOB", help_heading = "Input")]
    pub(super) include: Vec<String>,
    /// In folders, leave out the files and folders that match; may be given again
    #[arg(long, value_name = "GLOB", help_heading = "Input")]
    pub(super) exclude: Vec<String>,
    /// Read hidden files and folders as well
    #[arg(long, help_heading = "Input")]
    pub(super) hidden: bool,
    /// Do not heed .gitignore and .ignore files
    #[arg(long, help_heading = "Input")]
    pub(super) no_ignore: bool,
    /// Follow symbolic links in folders
    #[arg(long, help_heading = "Input")]
    pub(super) follow: bool,
    /// Take all text to be in this encoding, instead of telling it by the bytes
    #[arg(long, value_name = "NAME", help_heading = "Input")]
    pub(super) encoding: Option<EncodingName>,
    /// Sources are JSONL: each line holds a text
    #[arg(long, conflicts_with = "parquet_in", help_heading = "Input")]
    pub(super) jsonl_in: bool,
    /// Sources are Parquet files: each row holds a text
    #[arg(long, help_heading = "Input")]
    pub(super) parquet_in: bool,
    /// The column of the text in JSONL and Parquet [default: text]
    #[arg(long, value_name = "NAME", help_heading = "Input")]
    pub(super) text_column: Option<String>,
    /// The column of what the document is called [default: id]
    #[arg(long, value_name = "NAME", help_heading = "Input")]
    pub(super) id_column: Option<String>,
    /// Make one document of the files whose paths have the same group `issue` of this pattern, in the
    /// order of its group `page`
    #[arg(long, value_name = "REGEX", help_heading = "Input")]
    pub(super) group_by: Option<String>,
    /// Refuse larger sources; K, M and G stand for 1024 bytes and its powers [default: 64M]
    #[arg(long, value_name = "BYTES", help_heading = "Input")]
    pub(super) max_size: Option<Size>,
    /// Take the text to be in this language, instead of telling it by its characters
    #[arg(short, long, value_parser = language(), help_heading = "Input")]
    pub(super) language: Option<Language>,
    /// Leave a word over a line end apart where what becomes of its hyphen is less sure than this, from 0 to 1
    /// [default: 0]
    #[arg(long, value_name = "CERTAINTY", help_heading = "Mending")]
    pub(super) hyphen_certainty: Option<Certainty>,
    /// What becomes of the letters of old print, such as ſ and ⸗ [default: keep]
    #[arg(long, value_enum, help_heading = "Mending")]
    pub(super) old_print: Option<OldPrint>,

    /// Write here instead of standard output; the file appears when it is whole
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub(super) output: Option<PathBuf>,
    /// Write one document a file into this folder, at the source's relative path
    #[arg(long, value_name = "FOLDER", conflicts_with = "output", help_heading = "Output")]
    pub(super) out_dir: Option<PathBuf>,
    /// How documents are written [default: as the output's name ends; else json for one source, jsonl
    /// for several]
    #[arg(short, long, value_enum, help_heading = "Output")]
    pub(super) format: Option<Format>,
    /// What a line of jsonl holds [default: documents]
    #[arg(long, value_enum, help_heading = "Output")]
    pub(super) rows: Option<Rows>,
    /// Pack what is written [default: as the output's name ends]
    #[arg(long, value_enum, help_heading = "Output")]
    pub(super) pack: Option<Packing>,
    /// With jsonl or parquet in a folder: how many documents a file holds [default: 1000]
    #[arg(long, value_name = "COUNT", help_heading = "Output")]
    pub(super) shard_size: Option<usize>,

    /// Skip what an earlier run into the same folder has finished
    #[arg(long, help_heading = "Running")]
    pub(super) resume: bool,
    /// Record sources that fail here, one a line [default: errors.jsonl in --out-dir]
    #[arg(long, value_name = "FILE", help_heading = "Running")]
    pub(super) errors: Option<PathBuf>,
    /// How many threads read [default: one a core]
    #[arg(short = 'j', long, value_name = "COUNT", help_heading = "Running")]
    pub(super) threads: Option<usize>,
    /// Print no progress and no summary
    #[arg(short, long, help_heading = "Running")]
    pub(super) quiet: bool,
}

impl Options {
    /// These options, and where they say nothing those of `other`.
    pub(super) fn or(self, other: Self) -> Self {
        let list = |own: Vec<String>, other| if own.is_empty() { other } else { own };
        // A place to write to is one choice, as is a kind of input.
        let placed = self.output.is_some() || self.out_dir.is_some();
        let told = self.jsonl_in || self.parquet_in;
        // A file packs a folder: the name of one file tells itself, and what reads a stream is typed beside it.
        let folder = if placed { &self.out_dir } else { &other.out_dir };
        let configured_pack = other.pack.filter(|_| folder.is_some());
        Self {
            null: self.null || other.null,
            files_from: self.files_from.or(other.files_from),
            include: list(self.include, other.include),
            exclude: list(self.exclude, other.exclude),
            hidden: self.hidden || other.hidden,
            no_ignore: self.no_ignore || other.no_ignore,
            follow: self.follow || other.follow,
            encoding: self.encoding.or(other.encoding),
            jsonl_in: if told { self.jsonl_in } else { other.jsonl_in },
            parquet_in: if told { self.parquet_in } else { other.parquet_in },
            text_column: self.text_column.or(other.text_column),
            id_column: self.id_column.or(other.id_column),
            group_by: self.group_by.or(other.group_by),
            max_size: self.max_size.or(other.max_size),
            language: self.language.or(other.language),
            hyphen_certainty: self.hyphen_certainty.or(other.hyphen_certainty),
            old_print: self.old_print.or(other.old_print),
            output: if placed { self.output } else { other.output },
            out_dir: if placed { self.out_dir } else { other.out_dir },
            format: self.format.or(other.format),
            rows: self.rows.or(other.rows),
            pack: self.pack.or(configured_pack),
            shard_size: self.shard_size.or(other.shard_size),
            resume: self.resume || other.resume,
            errors: self.errors.or(other.errors),
            threads: self.threads.or(other.threads),
            quiet: self.quiet || other.quiet,
        }
    }
}

/// How documents are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Format {
    /// Over several lines, for reading
    Json,
    /// One document or one article a line
    Jsonl,
    /// One row an article
    Parquet,
    /// Markdown, for reading
    Markdown,
    /// The words alone
    Text,
}

/// What written files are packed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Packing {
    /// Nothing
    None,
    /// gzip, .gz
    Gzip,
    /// Zstandard, .zst
    Zstd,
}

impl Packing {
    pub(super) const ALL: [Self; 3] = [Self::None, Self::Gzip, Self::Zstd];

    /// What stands behind the names of packed files.
    pub(super) const fn ending(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Gzip => ".gz",
            Self::Zstd => ".zst",
        }
    }
}

/// What a line holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Rows {
    /// A document
    Documents,
    /// An article, without its places in the source
    Articles,
}

/// The languages by their tags.
pub(super) fn language() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.map(Language::tag)).try_map(|tag| tag.parse())
}

/// What becomes of the letters of old print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum OldPrint {
    /// They stay
    Keep,
    /// They become those of today: s and -
    Modern,
}

impl From<OldPrint> for tearsheet::OldPrint {
    fn from(name: OldPrint) -> Self {
        match name {
            OldPrint::Keep => Self::Keep,
            OldPrint::Modern => Self::Modern,
        }
    }
}

/// How sure something must be: a number from 0 to 1, kept in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Certainty(pub(super) Confidence);

impl TryFrom<f64> for Certainty {
    type Error = &'static str;

    fn try_from(number: f64) -> Result<Self, Self::Error> {
        let possible = (0.0..=1.0).contains(&number);
        possible.then(|| Self((number * 100.0).round() as u8)).ok_or("give a number from 0 to 1")
    }
}

impl FromStr for Certainty {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().unwrap_or(f64::NAN).try_into()
    }
}

impl<'de> Deserialize<'de> for Certainty {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        f64::deserialize(from)?.try_into().map_err(serde::de::Error::custom)
    }
}

/// An encoding, given by a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct EncodingName(pub(super) Encoding);

impl FromStr for EncodingName {
    type Err = tearsheet::Error;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        name.parse().map(Self)
    }
}

impl<'de> Deserialize<'de> for EncodingName {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

/// A number of bytes: 500000, 10M.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Size(pub(super) usize);

impl FromStr for Size {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (digits, factor) = match text.char_indices().last() {
            Some((at, 'k' | 'K')) => (&text[..at], 1 << 10),
            Some((at, 'm' | 'M')) => (&text[..at], 1 << 20),
            Some((at, 'g' | 'G')) => (&text[..at], 1 << 30),
            _ => (text, 1),
        };
        let number: usize =
            digits.parse().map_err(|_| "give a number of bytes, such as 500000 or 10M")?;
        number.checked_mul(factor).map(Self).ok_or("more bytes than this machine can count")
    }
}

impl<'de> Deserialize<'de> for Size {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        /// `max-size = 500000` and `max-size = "10M"` are both what people write.
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Number(usize),
            Text(String),
        }
        match Written::deserialize(from)? {
            Written::Number(number) => Ok(Self(number)),
            Written::Text(text) => text.parse().map_err(serde::de::Error::custom),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_sizes() {
        assert_eq!("10M".parse(), Ok(Size(10 << 20)));
        assert_eq!("7".parse(), Ok(Size(7)));
        for text in ["M", "-1", "99999999999999999999G"] {
            assert!(text.parse::<Size>().is_err(), "{text}");
        }
    }

    #[test]
    fn reads_certainties() {
        assert_eq!("0.9".parse(), Ok(Certainty(90)));
        assert_eq!("1".parse(), Ok(Certainty(100)));
        for text in ["90", "-1", "sure"] {
            assert!(text.parse::<Certainty>().is_err(), "{text}");
        }
    }

    #[test]
    fn what_was_typed_comes_first() {
        let typed = Options { out_dir: Some("typed".into()), ..Options::default() };
        let file = Options {
            output: Some("file".into()),
            format: Some(Format::Text),
            ..Options::default()
        };
        let both = typed.or(file);
        assert_eq!((both.output, both.out_dir), (None, Some("typed".into())));
        assert_eq!(both.format, Some(Format::Text));
    }
}

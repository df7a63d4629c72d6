//! What was typed.

use super::options::Options;
use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;
use std::path::PathBuf;
use tearsheet::Language;

const AFTER_HELP: &str = "\
What goes in:
  The text of newspaper pages as OCR or a PDF extractor leaves it: UTF-8, UTF-16, GB18030, Big5 and
  others, told by the bytes; compressed with gzip, zstd, bzip2 or xz as it is. A form feed begins a
  new page of the same document. A folder stands for the text files in it, in the order of their names.

What comes out:
  JSON after the schema tearsheet/1: articles with kicker, headline, deck, bylines, dateline, body,
  credits and jump marks; page furniture; every change made to the text; and, for every element,
  where it stands in the source, as byte offsets. Or one row an article, Markdown, or plain text.

Examples:
  tearsheet page3.txt                             the document of one page, for reading
  tearsheet archive --out-dir articles --resume   one document a file, going on where a run stopped
  tearsheet archive --output articles.parquet     one row an article
  pdftotext -raw page.pdf - | tearsheet -
  zcat pages.jsonl.gz | tearsheet --jsonl-in - --rows articles | jq -r .headline

Exit status:
  0    every source was read
  1    some source could not be read; the others were
  2    nothing could be done, or not to the end: wrong use, no readable source, or output that
       cannot be written
  130  stopped by Ctrl-C or a request to end, what was begun being finished";

/// Turns the raw, column-wrapped text of newspaper pages into structured articles.
#[derive(Debug, Parser)]
#[command(
    name = "tearsheet",
    version,
    after_help = AFTER_HELP,
    max_term_width = 100,
    args_conflicts_with_subcommands = true
)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[command(flatten)]
    pub(super) convert: Convert,
}

/// What there is to do beside converting.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print each line of a page with its role, its article, its measure and what decided
    Explain(Explain),
    /// Print the JSON Schema of the documents
    Schema,
    /// Print the completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page
    Man,
}

/// Converting: sources in, documents out.
#[derive(Debug, Args)]
pub(super) struct Convert {
    /// Files and folders to read; - is standard input
    #[arg(value_name = "FILE")]
    pub(super) sources: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) options: Options,
    /// Take options from this file, and not from tearsheet.toml in the current folder
    #[arg(long, value_name = "FILE", help_heading = "Running")]
    pub(super) config: Option<PathBuf>,
    /// Print each source and the file that its document would go to, and convert none
    #[arg(short = 'n', long, help_heading = "Running")]
    pub(super) dry_run: bool,
}

/// Explaining one source.
#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The file to read; - is standard input
    #[arg(value_name = "FILE")]
    pub(super) source: PathBuf,
    /// Take the text to be in this language
    #[arg(short, long, value_parser = super::options::language())]
    pub(super) language: Option<Language>,
    /// Take the text to be in this encoding
    #[arg(long, value_name = "NAME")]
    pub(super) encoding: Option<super::options::EncodingName>,
    /// Refuse a larger source; K, M and G stand for 1024 bytes and its powers [default: 64M]
    #[arg(long, value_name = "BYTES")]
    pub(super) max_size: Option<super::options::Size>,
    /// How many pieces of evidence to print for a line
    #[arg(short, long, value_name = "COUNT", default_value_t = 3)]
    pub(super) evidence: usize,
}

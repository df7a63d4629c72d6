//! What the options mean, all checked before anything is read.

use super::input::{Columns, Walk};
use super::options::{Format, Options, Packing, Rows, Size};
use regex::Regex;
use std::io::{self, IsTerminal};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;
use tearsheet::Pipeline;

/// The largest source that is read unless told otherwise.
pub(super) const LIMIT: usize = 64 << 20;
/// How many documents a file of rows in a folder holds unless told otherwise.
const SHARD: usize = 1000;

/// More threads than this no machine has any use for: each is begun at once.
const THREADS: usize = 1024;

/// A conversion, ready to be run.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) pipeline: Pipeline,
    pub(super) limit: usize,
    pub(super) kind: Kind,
    /// Files and folders.
    pub(super) sources: Vec<PathBuf>,
    /// A list of more of them.
    pub(super) list: Option<PathBuf>,
    /// Whether the names in it end with NUL.
    pub(super) null: bool,
    pub(super) walk: Walk,
    /// What puts files together to issues.
    pub(super) group: Option<Regex>,
    pub(super) target: Target,
    pub(super) shape: Shape,
    pub(super) packing: Packing,
    /// Where failures are recorded, if not in the folder of the documents.
    pub(super) errors: Option<PathBuf>,
    pub(super) threads: usize,
    pub(super) quiet: bool,
}

/// What the sources are.
#[derive(Debug)]
pub(super) enum Kind {
    /// Each is the text of a document.
    Text,
    /// Each holds a text a line.
    Jsonl(Columns),
    /// Each holds a text a row.
    Parquet(Columns),
}

/// Where documents go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// Standard output.
    Standard,
    /// One file.
    File(PathBuf),
    /// A folder: a file a document, or a file for so many documents in a row.
    Folder { folder: PathBuf, shard: Option<usize>, earlier: Earlier },
}

/// What is done with the documents of an earlier run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Earlier {
    /// They are made again.
    Replace,
    /// They are kept if they are finished.
    Keep,
}

/// What documents are written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Json,
    DocumentLines,
    ArticleLines,
    Parquet,
    Markdown,
    Text,
}

impl Shape {
    /// How the names of such files end.
    const fn ending(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::DocumentLines | Self::ArticleLines => "jsonl",
            Self::Parquet => "parquet",
            Self::Markdown => "md",
            Self::Text => "txt",
        }
    }

    /// The endings of such files, packed or not.
    pub(super) fn endings(self) -> impl Iterator<Item = String> {
        Packing::ALL.into_iter().map(move |packing| self.ending().to_owned() + packing.ending())
    }

    /// Whether one file holds many documents as well as one.
    const fn is_rows(self) -> bool {
        matches!(self, Self::DocumentLines | Self::ArticleLines | Self::Parquet)
    }
}

impl Plan {
    /// What `options` mean for `sources`; or what is wrong with them.
    pub(super) fn new(sources: Vec<PathBuf>, options: Options) -> Result<Self, String> {
        if sources.is_empty() && options.files_from.is_none() {
            return Err(
                "no source: name files and folders, or - for standard input; --help lists \
                        what else there is"
                    .to_owned(),
            );
        }
        if options.null && options.files_from.is_none() {
            return Err(
                "-0 tells how the names in a list end; name it with --files-from".to_owned()
            );
        }
        let kind = kind(&options)?;
        let (shape, packing) = shape(&sources, &options, &kind)?;
        let target = target(&options, shape)?;
        if packing != Packing::None && target == Target::Standard && io::stdout().is_terminal() {
            return Err("packed output is not for a terminal; name a file with --output, or give --pack none".to_owned());
        }
        let mut pipeline = Pipeline::new();
        let limit = options.max_size.map_or(LIMIT, |Size(bytes)| bytes);
        pipeline = pipeline.limit(limit);
        if let Some(language) = options.language {
            pipeline = pipeline.language(language);
        }
        if let Some(encoding) = options.encoding {
            pipeline = pipeline.encoding(encoding.0);
        }
        if let Some(certainty) = options.hyphen_certainty {
            pipeline = pipeline.hyphen_certainty(certainty.0);
        }
        if let Some(old_print) = options.old_print {
            pipeline = pipeline.old_print(old_print.into());
        }
        let group = options.group_by.as_deref().map(|pattern| group(pattern, &kind)).transpose()?;
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        let threads = options.threads.unwrap_or(cores);
        if !(1..=THREADS).contains(&threads) {
            return Err(format!("--threads must be from 1 to {THREADS}"));
        }
        let leave_out = match &target {
            Target::Folder { folder, .. } => Some(folder.clone()),
            _ => None,
        };
        let include = if options.include.is_empty() { endings(&kind) } else { options.include };
        let walk = Walk {
            include,
            exclude: options.exclude,
            hidden: options.hidden,
            no_ignore: options.no_ignore,
            follow: options.follow,
            leave_out,
        };
        walk.globs(Path::new("."))?;
        Ok(Self {
            pipeline,
            limit,
            kind,
            sources,
            list: options.files_from,
            null: options.null,
            walk,
            group,
            target,
            shape,
            packing,
            errors: options.errors,
            threads,
            quiet: options.quiet,
        })
    }

    /// What decides how documents look: kept ones must have been made with the same. The limit is no such
    /// thing: who raises it wants the sources that were refused, and no others again.
    pub(super) fn fingerprint(&self) -> String {
        let shard = match self.target {
            Target::Folder { shard, .. } => shard,
            _ => None,
        };
        format!(
            "{} {:?} {:?} {:?} {shard:?} {:?} {:?}",
            env!("CARGO_PKG_VERSION"),
            self.shape,
            self.packing,
            self.pipeline.clone().limit(LIMIT),
            self.kind,
            self.group.as_ref().map(Regex::as_str)
        )
    }

    /// How the names of the files that are written end.
    pub(super) fn ending(&self) -> String {
        self.shape.ending().to_owned() + self.packing.ending()
    }

    /// Whether people are told of progress: not amid documents on a terminal.
    pub(super) fn reports(&self) -> bool {
        !self.quiet && self.target != Target::Standard
    }

    /// Whether documents of two sources could go to the same place in a folder: never those of one folder.
    pub(super) fn places_may_meet(&self) -> bool {
        self.sources.len() > 1 || self.list.is_some() || self.group.is_some()
    }

    /// The sources, for messages.
    pub(super) fn asked(&self) -> String {
        let named = self.sources.iter().chain(&self.list).map(|path| path.display().to_string());
        named.collect::<Vec<_>>().join(", ")
    }

    /// Where documents go, for messages.
    pub(super) fn place(&self) -> String {
        match &self.target {
            Target::Standard => "standard output".to_owned(),
            Target::File(path) | Target::Folder { folder: path, .. } => path.display().to_string(),
        }
    }
}

fn kind(options: &Options) -> Result<Kind, String> {
    let columns = || Columns {
        text: options.text_column.clone().unwrap_or_else(|| "text".to_owned()),
        id: options.id_column.clone().unwrap_or_else(|| "id".to_owned()),
    };
    match (options.jsonl_in, options.parquet_in) {
        (true, true) => Err("jsonl-in and parquet-in exclude each other".to_owned()),
        (true, false) => Ok(Kind::Jsonl(columns())),
        (false, true) => Ok(Kind::Parquet(columns())),
        (false, false) => Ok(Kind::Text),
    }
}

fn group(pattern: &str, kind: &Kind) -> Result<Regex, String> {
    if !matches!(kind, Kind::Text) {
        return Err("--group-by puts text files together, not lines or rows".to_owned());
    }
    let regex = Regex::new(pattern).map_err(|error| format!("--group-by: {error}"))?;
    let names: Vec<&str> = regex.capture_names().flatten().collect();
    match ["issue", "page"].iter().find(|name| !names.contains(name)) {
        Some(missing) => Err(format!(
            "--group-by: the pattern has no group (?<{missing}>…); write one, as in \
             '(?<issue>\\d{{8}})_(?<page>\\d+)'"
        )),
        None => Ok(regex),
    }
}

/// What documents are written as, and what that is packed with.
fn shape(sources: &[PathBuf], options: &Options, kind: &Kind) -> Result<(Shape, Packing), String> {
    let one = matches!(sources, [source] if !source.is_dir())
        && options.files_from.is_none()
        && matches!(kind, Kind::Text);
    let name = options.output.as_deref();
    let ending = |path: &Path| Some(path.extension()?.to_str()?.to_ascii_lowercase());
    let last = name.and_then(ending);
    let packed = match last.as_deref() {
        Some("gz") => Packing::Gzip,
        Some("zst") => Packing::Zstd,
        _ => Packing::None,
    };
    let last = match packed {
        Packing::None => last,
        _ => name.and_then(Path::file_stem).map(Path::new).and_then(ending),
    };
    let several = match options.rows {
        Some(_) => Format::Jsonl,
        None if options.out_dir.is_some() || one => Format::Json,
        None => Format::Jsonl,
    };
    let usual = match last.as_deref() {
        Some("parquet") => Format::Parquet,
        Some("md") => Format::Markdown,
        Some("txt") => Format::Text,
        Some("jsonl" | "ndjson") => Format::Jsonl,
        None | Some("json") => several,
        Some(_) if options.format.is_some() => several,
        Some(other) => {
            return Err(format!(
                "no format has names that end in .{other}: name one with --format, or a file that ends in .json, .jsonl, \
                 .parquet, .md or .txt, with .gz or .zst after it to pack it"
            ));
        }
    };
    let shape = match (options.format.unwrap_or(usual), options.rows) {
        (Format::Jsonl, Some(Rows::Articles)) => Shape::ArticleLines,
        (Format::Jsonl, _) => Shape::DocumentLines,
        (Format::Parquet, Some(Rows::Documents)) => {
            return Err("Parquet holds articles; leave out --rows, or write jsonl".to_owned());
        }
        (Format::Parquet, _) => Shape::Parquet,
        (_, Some(_)) => return Err("--rows goes with --format jsonl or parquet".to_owned()),
        (Format::Json, None) => Shape::Json,
        (Format::Markdown, None) => Shape::Markdown,
        (Format::Text, None) => Shape::Text,
    };
    let told = options.pack.unwrap_or(packed);
    if shape == Shape::Parquet && (told != Packing::None || packed != Packing::None) {
        return Err("Parquet is packed within: end its name in .parquet, and leave out --pack, or give --pack none"
            .to_owned());
    }
    if let Some(name) =
        name.filter(|_| told != packed && (last.is_some() || packed != Packing::None))
    {
        return Err(format!(
            "--pack is not what the name {} ends with: leave it out, or name the file so",
            name.display()
        ));
    }
    Ok((shape, told))
}

fn target(options: &Options, shape: Shape) -> Result<Target, String> {
    if options.shard_size == Some(0) {
        return Err("--shard-size must be 1 or more".to_owned());
    }
    match (&options.output, &options.out_dir) {
        (Some(_), Some(_)) => Err("output and out-dir exclude each other".to_owned()),
        (None, Some(folder)) => Ok(Target::Folder {
            folder: folder.clone(),
            shard: shape.is_rows().then_some(options.shard_size.unwrap_or(SHARD)),
            earlier: if options.resume { Earlier::Keep } else { Earlier::Replace },
        }),
        _ if options.resume => Err("--resume needs --out-dir, where each file that is there is \
                                    whole; --format jsonl and parquet go there too"
            .to_owned()),
        (Some(file), None) => Ok(Target::File(file.clone())),
        (None, None) => Ok(Target::Standard),
    }
}

/// The globs of the files that are taken from folders unless told otherwise, in small letters or large ones: PAGE1.TXT.
fn endings(kind: &Kind) -> Vec<String> {
    let (plain, packed): (&[&str], &[&str]) = match kind {
        Kind::Text => (&["txt", "text"], &["", ".gz", ".zst", ".bz2", ".xz"]),
        Kind::Jsonl(_) => (&["jsonl", "ndjson"], &["", ".gz", ".zst", ".bz2", ".xz"]),
        Kind::Parquet(_) => (&["parquet"], &[""]),
    };
    let either = |letter: char| match letter {
        'a'..='z' => format!("[{letter}{}]", letter.to_ascii_uppercase()),
        _ => letter.to_string(),
    };
    let names =
        plain.iter().flat_map(|end| packed.iter().map(move |pack| format!("*.{end}{pack}")));
    names.map(|name| name.chars().map(either).collect()).collect()
}

//! The configuration file: options under their long names, in TOML.

use super::options::Options;
use std::fs;
use std::io;
use std::path::Path;

/// What is read where no other file is named.
const FILE: &str = "tearsheet.toml";

/// The options that say where to write: a file that only lies about must not decide that.
fn writes(options: &Options) -> Option<&'static str> {
    let told = [
        (options.output.is_some(), "output"),
        (options.out_dir.is_some(), "out-dir"),
        (options.errors.is_some(), "errors"),
    ];
    told.into_iter().find(|(is_told, _)| *is_told).map(|(_, name)| name)
}

/// The options in the file at `path`, or in `tearsheet.toml` if there is one; or what is wrong and where.
pub(super) fn read(path: Option<&Path>) -> Result<Options, String> {
    let file = path.unwrap_or(Path::new(FILE));
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if path.is_none() && error.kind() == io::ErrorKind::NotFound => {
            return Ok(Options::default());
        }
        Err(error) => return Err(format!("{}: cannot be read: {error}", file.display())),
    };
    let options: Options = toml::from_str(&text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let line = text.get(..start).unwrap_or_default().matches('\n').count() + 1;
        format!("{}: line {line}: {}", file.display(), error.message())
    })?;
    match writes(&options) {
        Some(name) if path.is_none() => Err(format!(
            "{FILE}: {name}: where to write is told on the command line, or by a file named with --config"
        )),
        _ => Ok(options),
    }
}

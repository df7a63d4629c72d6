//! The configuration file: options under their long names, in TOML.

use super::options::Options;
use std::fs;
use std::io;
use std::path::Path;

/// What is read where no other file is named.
const FILE: &str = "tearsheet.toml";

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
    toml::from_str(&text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let line = text.get(..start).unwrap_or_default().matches('\n').count() + 1;
        format!("{}: line {line}: {}", file.display(), error.message())
    })
}

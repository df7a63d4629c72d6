//! The same page in other line ends, with a byte order mark, with white space after its lines. The fuzz target
//! `metamorphic` takes it as well.

use serde_json::Value;
use tearsheet::{Document, Pipeline};

pub(crate) fn read(text: &str) -> Document {
    Pipeline::new().run("page", text.as_bytes()).expect("text is read")
}

/// Everything in `value` but the places in the source.
pub(crate) fn without_places(mut value: Value) -> Value {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                fields.remove("source");
                fields.values_mut().for_each(strip);
            }
            Value::Array(items) => items.iter_mut().for_each(strip),
            _ => {}
        }
    }
    strip(&mut value);
    value
}

/// The articles and the furniture of a text, without their places in it.
fn told(text: &str) -> Value {
    let document = read(text);
    let told = serde_json::to_value((&document.articles, &document.furniture));
    without_places(told.expect("a document has string keys only"))
}

/// `text` with other line ends, a mark before it and white space after its lines. Its lines end with LF.
fn disguises(text: &str) -> Vec<(&'static str, String)> {
    let bare = |line: &str| line.trim_end_matches([' ', '\t', '\u{3000}']).to_owned();
    vec![
        ("CRLF", text.replace('\n', "\r\n")),
        ("CR", text.replace('\n', "\r")),
        ("a byte order mark", format!("\u{feff}{text}")),
        ("a space after lines", text.replace('\n', " \n")),
        ("spaces before CRLF", text.replace('\n', "    \r\n")),
        ("a tab after lines", text.replace('\n', "\t\n")),
        ("U+3000 after lines", text.replace('\n', "\u{3000}\n")),
        ("nothing after lines", text.split('\n').map(bare).collect::<Vec<_>>().join("\n")),
    ]
}

pub(crate) fn same_in_every_disguise(text: &str) -> Result<(), String> {
    let plain = told(text);
    match disguises(text).iter().find(|(_, other)| told(other) != plain) {
        None => Ok(()),
        Some((what, _)) => Err(format!("{what} changes what is read")),
    }
}

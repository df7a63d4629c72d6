//! Spans are pieces of the source, in order, and the document is well formed.

#![no_main]

#[path = "../../tests/promise/mod.rs"]
mod promise;

use libfuzzer_sys::{Corpus, fuzz_target};
use tearsheet::{Pipeline, Source};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Ok(source) = Source::decode("page", bytes) else { return Corpus::Reject };
    let document = Pipeline::new().read(&source);
    if let Err(broken) = promise::valid_spans(source.text(), &document)
        .and_then(|()| promise::well_formed(&document))
    {
        panic!("{broken}");
    }
    Corpus::Keep
});

//! Each character of the source stands in one element, and no other character in any.

#![no_main]

#[path = "../../tests/promise/mod.rs"]
mod promise;

use libfuzzer_sys::{Corpus, fuzz_target};
use tearsheet::{Pipeline, Source};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Ok(source) = Source::decode("page", bytes) else { return Corpus::Reject };
    let document = Pipeline::new().read(&source);
    if let Err(broken) = promise::nothing_lost(source.text(), &document)
        .and_then(|()| promise::nothing_invented(source.text(), &document))
    {
        panic!("{broken}");
    }
    Corpus::Keep
});

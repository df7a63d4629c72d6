//! Mended text, read again, is not mended again.

#![no_main]

#[path = "../../tests/promise/mod.rs"]
mod promise;

use libfuzzer_sys::{Corpus, fuzz_target};
use tearsheet::{Pipeline, Source};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Ok(source) = Source::decode("page", bytes) else { return Corpus::Reject };
    let document = Pipeline::new().read(&source);
    if let Err(broken) =
        promise::mended_once(&document).and_then(|()| promise::closed_up_once(source.text()))
    {
        panic!("{broken}");
    }
    Corpus::Keep
});

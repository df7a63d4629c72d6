//! The same bytes give the same document.

#![no_main]

#[path = "../../tests/promise/mod.rs"]
mod promise;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Err(broken) = promise::deterministic(bytes) {
        panic!("{broken}");
    }
});

//! Any bytes are read without panic, and content is never an error.

#![no_main]

#[path = "../../tests/promise/mod.rs"]
mod promise;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Err(broken) = promise::never_panics(bytes) {
        panic!("{broken}");
    }
});

//! The document of every fixture, whole, as it was last read and approved.
//!
//! Look at what has changed with `cargo insta review`.

#[path = "promise/fixtures.rs"]
mod fixtures;

use fixtures::{Fixture, fixtures};
use insta::Settings;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::{fs, path::Path};
use tearsheet::Pipeline;

#[test]
fn documents_of_fixtures() {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    // One fixture that differs must not hide the next.
    let differing: Vec<String> = fixtures()
        .into_iter()
        .filter(|fixture| {
            catch_unwind(AssertUnwindSafe(|| settings.bind(|| matches_snapshot(fixture)))).is_err()
        })
        .map(|fixture| fixture.name)
        .collect();
    assert!(differing.is_empty(), "these fixtures are not as approved: {}", differing.join(", "));
}

fn matches_snapshot(fixture: &Fixture) {
    let document = Pipeline::new().run(&fixture.file, &fixture.bytes).expect("a fixture is text");
    insta::assert_snapshot!(fixture.name.as_str(), document.to_json_pretty());
}

/// A snapshot whose fixture is gone approves nothing.
#[test]
fn every_snapshot_has_its_fixture() {
    let fixtures = fixtures();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots");
    let stale: Vec<String> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .filter(|file| {
            let name = file.strip_suffix(".snap");
            name.is_some_and(|name| {
                name.contains("__") && !fixtures.iter().any(|fixture| fixture.name == name)
            })
        })
        .collect();
    assert!(stale.is_empty(), "snapshots without a fixture: {}", stale.join(", "));
}

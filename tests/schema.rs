//! The committed JSON Schema is that of the types.

use std::{env, fs, path::Path};

const FILE: &str = "schema/tearsheet-1.json";

#[test]
fn committed_schema_is_that_of_the_types() {
    let schema = schemars::schema_for!(tearsheet::Document);
    let json = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    if env::var_os("TEARSHEET_BLESS").is_some_and(|value| value == "1") {
        fs::create_dir_all(path.parent().expect("the file is in a folder"))
            .expect("the folder is there");
        fs::write(&path, json).expect("the schema can be written");
        return;
    }
    let committed = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    let differs = committed.lines().zip(json.lines()).position(|(old, new)| old != new);
    assert!(
        committed == json,
        "{FILE} is not the schema of the types (line {}); write it anew with\n    \
         TEARSHEET_BLESS=1 cargo test --features schema --test schema",
        1 + differs.unwrap_or(committed.lines().count().min(json.lines().count()))
    );
}

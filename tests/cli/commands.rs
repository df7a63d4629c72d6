//! What stands beside converting: schema, completions, the manual page, explain.

use super::{PAGE, folder, good, page, stderr, stdout, tearsheet, write};
use serde_json::Value;
use std::fs;

#[test]
fn prints_the_committed_schema() {
    let output = tearsheet(&["schema"]);
    assert_eq!(output.status.code(), Some(0));
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/tearsheet-1.json");
    assert_eq!(output.stdout, fs::read(path).expect("the schema is there"));
    assert!(serde_json::from_slice::<Value>(&output.stdout).is_ok());
}

#[test]
fn prints_completions_and_the_manual_page() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = tearsheet(&["completions", shell]);
        assert_eq!(output.status.code(), Some(0));
        assert!(stdout(&output).contains("group-by"), "{shell}");
    }
    assert_eq!(tearsheet(&["completions", "abacus"]).status.code(), Some(2));
    let page = stdout(&tearsheet(&["man"]));
    assert!(page.starts_with(".ie") && page.contains("resume") && page.contains("Exit status"));
}

#[test]
fn explains_by_the_options_of_the_run() {
    let folder = folder("explain-config");
    write(&folder, "a.txt", page("蓝天"));
    let plain = good(&folder, &["explain", "a.txt"]);
    write(&folder, "tearsheet.toml", "language = \"en\"\n");
    assert_ne!(good(&folder, &["explain", "a.txt"]), plain);
    assert_eq!(good(&folder, &["explain", "a.txt", "--language", "zh-Hans"]), plain);
}

#[test]
fn explains_each_line() {
    let output = tearsheet(&["explain", PAGE]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let text = stdout(&output);
    let filled = fs::read_to_string(PAGE).expect("the fixture is there");
    let filled = filled.lines().filter(|line| !line.trim().is_empty()).count();
    assert_eq!(text.lines().count(), 2 * filled, "two lines for each that is not blank");
    let of = |words: &str| {
        let mut lines = text.lines().skip_while(|line| !line.contains(words));
        let line = lines.next().unwrap_or_else(|| panic!("{words} is explained"));
        (line.to_owned(), lines.next().unwrap_or_default().to_owned())
    };
    let (line, why) = of("以“四化强四力”推动机关党建提质增效");
    assert!(line.contains("headline") && line.contains(" a"), "{line}");
    assert!(why.contains("over ") && why.contains(" by ") && why.contains('+'), "{why}");
    let more = stdout(&tearsheet(&["explain", PAGE, "--evidence", "9"]));
    assert!(more.len() > text.len());
    let output = tearsheet(&["explain", PAGE, "--max-size", "1K"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("--max-size"), "{}", stderr(&output));
    let output = tearsheet(&["explain", "no-such-file.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("no such file"), "{}", stderr(&output));
}

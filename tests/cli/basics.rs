//! Pages in, documents out on standard output or in one file.

use super::{OTHER, PAGE, folder, stderr, stdout, tearsheet};
use serde_json::Value;
use std::fs;
use std::io::{Read, Write};
use std::process::{Command, Stdio};

#[test]
fn prints_the_document_of_one_page() {
    let output = tearsheet(&[PAGE]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let document: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(document["schema"], "tearsheet/1");
    assert_eq!(document["articles"].as_array().map(Vec::len), Some(6));
    assert!(stdout(&output).lines().count() > 100, "one document is written for reading");
}

#[test]
fn reads_standard_input() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tearsheet"))
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let page = fs::read(PAGE).expect("the fixture is there");
    child.stdin.take().expect("a pipe").write_all(&page).expect("the program reads");
    let output = child.wait_with_output().expect("the program ends");
    let mut piped: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let mut named: Value = serde_json::from_slice(&tearsheet(&[PAGE]).stdout).expect("JSON");
    assert_eq!(piped["source"]["name"], "-");
    piped["source"]["name"].take();
    named["source"]["name"].take();
    assert_eq!(piped, named);
}

#[test]
fn prints_one_document_a_line_for_several_files() {
    let output = tearsheet(&[PAGE, OTHER]);
    assert_eq!(output.status.code(), Some(0));
    let names: Vec<Value> = stdout(&output)
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("JSON")["source"]["name"].clone())
        .collect();
    assert_eq!(names, [PAGE, OTHER]);
}

#[test]
fn a_bad_file_stops_nothing_and_is_named() {
    let folder = folder("bad");
    let missing = folder.join("missing.txt");
    let picture = folder.join("picture.png");
    fs::write(&picture, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0").expect("written");
    for (path, reason) in [
        (missing.to_str().expect("UTF-8"), "no such file"),
        (picture.to_str().expect("UTF-8"), "binary"),
    ] {
        let output = tearsheet(&[path, PAGE]);
        assert_eq!(output.status.code(), Some(1), "{reason}");
        assert_eq!(stdout(&output).lines().count(), 1, "the page is printed all the same");
        let message = stderr(&output);
        assert_eq!(message.lines().count(), 1, "{message}");
        assert!(
            message.starts_with(&format!("tearsheet: {path}: ")) && message.contains(reason),
            "{message}"
        );
        assert_eq!(tearsheet(&[path]).status.code(), Some(2), "nothing was done");
    }
}

#[test]
#[cfg(unix)]
fn an_unreadable_file_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let path = folder("unreadable").join("page.txt");
    fs::write(&path, "天气晴。").expect("written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o0)).expect("permissions");
    if fs::read(&path).is_ok() {
        // Root may read everything.
        return;
    }
    let output = tearsheet(&[path.to_str().expect("UTF-8")]);
    assert!(stderr(&output).contains("may not be read"), "{}", stderr(&output));
}

#[test]
fn wrong_use_is_status_2() {
    for args in
        [&["--no-such-option"][..], &[], &["--max-size", "many", PAGE], &["--format", "xml", PAGE]]
    {
        let output = tearsheet(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{args:?}");
    }
}

#[test]
fn help_tells_of_exit_statuses_and_version_of_the_version() {
    let help = tearsheet(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(stdout(&help).contains("Exit status:") && stdout(&help).contains("--output"));
    assert_eq!(
        stdout(&tearsheet(&["--version"])),
        concat!("tearsheet ", env!("CARGO_PKG_VERSION"), "\n")
    );
}

#[test]
fn a_file_too_large_is_refused() {
    let output = tearsheet(&["--max-size", "1K", PAGE]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("--max-size"), "{}", stderr(&output));
}

#[test]
fn an_output_file_is_whole_or_not_there() {
    let folder = folder("output");
    let path = folder.join("page.json");
    let to = path.to_str().expect("UTF-8");
    let output = tearsheet(&["--output", to, PAGE]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0), "{}", stderr(&output));
    assert_eq!(fs::read(&path).expect("written"), tearsheet(&[PAGE]).stdout);

    let nothing = folder.join("nothing.json");
    let output = tearsheet(&["--output", nothing.to_str().expect("UTF-8"), "no-such-file.txt"]);
    assert_eq!(output.status.code(), Some(2));
    let left: Vec<_> =
        fs::read_dir(&folder).expect("a folder").flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(left, ["page.json"], "no file is left behind");

    let nowhere = folder.join("no").join("such").join("folder.json");
    let output = tearsheet(&["--output", nowhere.to_str().expect("UTF-8"), PAGE]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("cannot write"), "{}", stderr(&output));
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tearsheet"))
        .args(std::iter::repeat_n(PAGE, 50))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut first = [0; 10];
    let mut pipe = child.stdout.take().expect("a pipe");
    pipe.read_exact(&mut first).expect("documents come");
    drop(pipe);
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""));
}

#[test]
fn file_names_reach_the_terminal_escaped() {
    let output = tearsheet(&["no\u{1b}[31m\u{202e}such.txt"]);
    let message = stderr(&output);
    assert!(!message.contains('\u{1b}') && !message.contains('\u{202e}'), "{message}");
    assert!(message.contains(r"no\u{1b}[31m\u{202e}such.txt"), "{message}");
}

#[test]
fn mends_as_it_is_told() {
    let folder = folder("mending");
    let page = folder.join("page.txt");
    let text = "Das Geſetz iſt im Staats⸗Anzeiger ver⸗\nöffentlicht und tritt in Kraft.\n";
    fs::write(&page, text).expect("written");
    let page = page.to_str().expect("UTF-8");
    for (options, want) in [
        (&[][..], "Das Geſetz iſt im Staats⸗Anzeiger veröffentlicht und"),
        (&["--old-print", "modern"], "Das Gesetz ist im Staats-Anzeiger veröffentlicht und"),
        (&["--hyphen-certainty", "0.9"], "Das Geſetz iſt im Staats⸗Anzeiger ver⸗ öffentlicht und"),
    ] {
        let output =
            tearsheet(&[&["--format", "text", "--language", "de", page], options].concat());
        assert!(stdout(&output).starts_with(want), "{}", stdout(&output));
    }
    let output = tearsheet(&["--hyphen-certainty", "90", page]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("from 0 to 1"), "{}", stderr(&output));
}

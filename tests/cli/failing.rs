//! What goes wrong: bad files, full disks, places that cannot be written to, signals.

use super::{
    PAGE, archive, folder, names, page, program, run, stderr, stdout, tearsheet, tree, write,
};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

#[test]
fn failures_are_recorded_and_the_run_goes_on() {
    let folder = archive("errors");
    write(&folder, "in/1950/p0.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0");
    write(&folder, "in/1951/p2.txt.gz", b"\x1f\x8b\x08 and no more");
    write(&folder, "list", "in\nin/vanished.txt\n");
    let output = run(&folder, &["--files-from", "list", "--out-dir", "out"]);
    assert_eq!(output.status.code(), Some(1));
    let out = tree(&folder.join("out"));
    assert_eq!(out.len(), 4, "three documents and the errors: {:?}", out.keys());
    let errors = String::from_utf8(out["errors.jsonl"].clone()).expect("UTF-8");
    let errors: Vec<Value> =
        errors.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let told: Vec<_> = errors.iter().map(|error| (&error["source"], &error["error"])).collect();
    let expected = [
        ("in/1950/p0.txt", "binary"),
        ("in/1951/p2.txt.gz", "damaged"),
        ("in/vanished.txt", "not-found"),
    ];
    let expected = expected.map(|(name, code)| (Value::from(name), Value::from(code)));
    assert!(told.iter().zip(&expected).all(|(a, b)| (a.0, a.1) == (&b.0, &b.1)), "{told:?}");
    assert!(errors.iter().all(|error| error["message"].is_string()));

    let output = run(&folder, &["in", "--errors", "bad.jsonl"]);
    assert_eq!((output.status.code(), stdout(&output).lines().count()), (Some(1), 3));
    assert_eq!(fs::read_to_string(folder.join("bad.jsonl")).expect("written").lines().count(), 2);
}

#[test]
fn a_page_of_an_issue_that_fails_leaves_the_others() {
    let folder = folder("bad-page");
    write(&folder, "in/i1_p1.txt", page("青山"));
    write(&folder, "in/i1_p2.txt", [0; 64]);
    let pattern = r"(?<issue>i\d)_p(?<page>\d)";
    let args = ["in", "--group-by", pattern, "--out-dir", "out", "-q", "--resume"];
    let output = run(&folder, &args);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("in/i1_p2.txt: binary"), "{}", stderr(&output));
    write(&folder, "in/i1_p2.txt", page("绿水"));
    assert_eq!(run(&folder, &args).status.code(), Some(0), "what lacked a page is made again");
    let text = fs::read_to_string(folder.join("out/i1.json")).expect("written");
    assert!(text.contains("绿水") && text.contains("青山"));
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told() {
    let full = fs::File::options().write(true).open("/dev/full").expect("there");
    let output = Command::new(env!("CARGO_BIN_EXE_tearsheet"))
        .arg(PAGE)
        .stdout(full)
        .stderr(Stdio::piped())
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("cannot write"), "{}", stderr(&output));
    assert!(stderr(&output).contains("make room"), "{}", stderr(&output));
}

#[test]
#[cfg(target_os = "linux")]
fn a_folder_without_room_holds_no_half_file_and_can_be_resumed() {
    let folder = folder("room");
    for name in ["in/a.txt", "in/b.txt"] {
        write(&folder, name, page("青山"));
    }
    write(&folder, "in/c.txt", fs::read(PAGE).expect("there"));
    // Files may grow to so many blocks of 512 or 1024 bytes; the third document needs more.
    for format in ["json", "parquet"] {
        let args = ["in", "--out-dir", format, "--format", format, "--shard-size", "2"];
        let output = Command::new("sh")
            .args(["-c", "trap '' XFSZ; ulimit -f 12; exec \"$0\" \"$@\""])
            .arg(env!("CARGO_BIN_EXE_tearsheet"))
            .args(args)
            .current_dir(&folder)
            .output()
            .expect("the program runs");
        assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
        assert!(stderr(&output).contains("--resume"), "{}", stderr(&output));
        let all = run(&folder, &[&args[..], &["--resume"]].concat());
        assert_eq!(all.status.code(), Some(0), "{}", stderr(&all));
        assert!(stderr(&all).contains("2 documents were finished before"), "{}", stderr(&all));
        let whole = format!("{format}-whole");
        let undisturbed = [&["in", "--out-dir", &whole], &args[3..]].concat();
        assert_eq!(run(&folder, &undisturbed).status.code(), Some(0));
        assert_eq!(tree(&folder.join(format)), tree(&folder.join(whole)));
        let own = fs::read_dir(folder.join(format).join(".tearsheet")).expect("there").count();
        assert_eq!(own, 1, "nothing unfinished is left");
    }
}

#[test]
fn a_place_that_cannot_be_written_to_is_told() {
    let folder = archive("place");
    write(&folder, "file", "");
    for place in ["file", "file/within"] {
        let output = run(&folder, &["in", "--out-dir", place]);
        assert_eq!(output.status.code(), Some(2));
        let told = stderr(&output);
        assert!(told.starts_with(&format!("tearsheet: {place}: cannot write: ")), "{told}");
    }
}

#[test]
#[cfg(unix)]
fn a_read_only_folder_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let folder = archive("read-only");
    let out = folder.join("out");
    fs::create_dir(&out).expect("made");
    fs::set_permissions(&out, fs::Permissions::from_mode(0o555)).expect("permissions");
    if fs::write(out.join("probe"), "").is_ok() {
        // Root may write everywhere.
        return;
    }
    let output = run(&folder, &["in", "--out-dir", "out"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("where you may write"), "{}", stderr(&output));
}

#[test]
#[cfg(unix)]
fn ctrl_c_ends_after_what_is_begun() {
    let folder = folder("ctrl-c");
    let mut child = program(&folder)
        .args(["--jsonl-in", "-", "--out-dir", "out", "--threads", "1"])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut pipe = child.stdin.take().expect("a pipe");
    let line = serde_json::json!({ "text": page("青山") }).to_string() + "\n";
    // It waits for more than it has been given.
    pipe.write_all(line.repeat(3).as_bytes()).expect("the program reads");
    while !folder.join("out/.tearsheet/manifest.jsonl").exists() {
        std::thread::yield_now();
    }
    let interrupt = ["-INT", &child.id().to_string()].map(str::to_owned);
    assert!(Command::new("kill").args(interrupt).status().expect("kill runs").success());
    // More comes until it has seen that it is to end.
    while child.try_wait().expect("a child").is_none() {
        if pipe.write_all(line.as_bytes()).is_err() {
            break;
        }
    }
    drop(pipe);
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(output.status.code(), Some(130), "{}", stderr(&output));
    assert!(stderr(&output).contains("stopping"), "{}", stderr(&output));
    for (name, bytes) in tree(&folder.join("out")) {
        let whole = name == "errors.jsonl" || serde_json::from_slice::<Value>(&bytes).is_ok();
        assert!(whole, "{name} is whole");
    }
}

#[test]
fn one_run_at_a_time_writes_to_a_folder() {
    let folder = archive("lock");
    let mut first = program(&folder)
        .args(["--jsonl-in", "-", "--out-dir", "out", "-q"])
        .stdin(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let record = folder.join("out/.tearsheet/manifest.jsonl");
    while !fs::metadata(&record).is_ok_and(|is| is.len() > 0) {
        std::thread::yield_now();
    }
    let output = run(&folder, &["in", "--out-dir", "out"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("another run"), "{}", stderr(&output));
    drop(first.stdin.take());
    first.wait().expect("the program ends");
    assert!(names(&folder.join("out")).contains(&"errors.jsonl".to_owned()));
}

#[test]
fn content_reaches_the_terminal_escaped() {
    let folder = folder("escapes");
    write(&folder, "p.txt", "天气\u{1b}[31m晴\u{202e}。\n\n\u{9b}2J气温十度。\n");
    let output = run(&folder, &["explain", "p.txt"]);
    let text = stdout(&output);
    assert!(!text.contains(['\u{1b}', '\u{202e}', '\u{9b}']), "{text}");
    assert!(text.contains(r"\u{1b}[31m"), "{text}");
    let message = stderr(&tearsheet(&["--group-by", "(\u{1b}[31m", "x"]));
    assert!(!message.contains('\u{1b}'), "{message}");
}

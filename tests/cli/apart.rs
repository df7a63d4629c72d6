//! What is written stands apart from what is read, and goes where the user said.

use super::*;

/// Runs what must be refused before anything is read, and gives what it says.
fn refused(folder: &Path, args: &[&str]) -> String {
    let before = tree(folder);
    let output = run(folder, args);
    assert_eq!(output.status.code(), Some(2), "{args:?}: {}", stderr(&output));
    assert_eq!(tree(folder), before, "{args:?}");
    stderr(&output)
}

#[test]
fn no_source_is_overwritten() {
    let folder = folder("apart");
    write(&folder, "in/a.txt", page("蓝天"));
    write(&folder, "in/b.txt", page("大海"));
    write(&folder, "list", "in/a.txt\n");
    for (args, what) in [
        (["in/a.txt", "-o", "in/a.txt"].as_slice(), "--output: in/a.txt is one of the sources"),
        (&["in", "-o", "in/b.txt"], "--output: in/b.txt stands among the sources"),
        (&["in", "-o", "in/all.txt"], "--output: in/all.txt stands among the sources"),
        (&["in", "-o", "o.jsonl", "--errors", "in/b.txt"], "--errors: in/b.txt stands among"),
        (&["--files-from", "list", "-o", "./in/../in/a.txt"], "is one of the sources"),
        (&["--files-from", "list", "-o", "list"], "--output: list is one of the sources"),
        (&["in", "-o", "o.jsonl", "--errors", "o.jsonl"], "--output and --errors are both"),
    ] {
        let said = refused(&folder, args);
        assert!(said.contains(what), "{args:?}: {said}");
    }
    good(&folder, &["in", "-o", "in/all.jsonl"]);
    good(&folder, &["in", "-o", "in/all.txt", "--exclude", "all.txt"]);
    good(&folder, &["in", "-o", "in/all.txt", "--exclude", "all.txt"]);
}

#[test]
fn a_configuration_that_lies_about_does_not_say_where_to_write() {
    let folder = folder("apart-config");
    write(&folder, "a.txt", page("蓝天"));
    write(&folder, "victim", "mine");
    for line in ["errors = \"victim\"", "output = \"victim\"", "out-dir = \"there\""] {
        write(&folder, "tearsheet.toml", line);
        let said = refused(&folder, &["a.txt"]);
        assert!(said.contains("where to write is told on the command line"), "{said}");
    }
    good(&folder, &["a.txt", "--config", "tearsheet.toml"]);
    assert!(folder.join("there/a.txt.json").exists());
}

#[test]
#[cfg(unix)]
fn a_pipe_is_written_to_and_a_link_stays() {
    let folder = folder("apart-pipe");
    write(&folder, "a.txt", page("蓝天"));
    write(&folder, "real.json", "old");
    std::os::unix::fs::symlink("real.json", folder.join("link.json")).expect("a link");
    good(&folder, &["a.txt", "-o", "link.json"]);
    assert!(folder.join("link.json").is_symlink());
    let written = fs::read_to_string(folder.join("real.json")).expect("it is there");
    assert!(written.contains("蓝天"), "{written}");

    let pipe = folder.join("pipe");
    let made = Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs");
    assert!(made.success());
    let from = pipe.clone();
    let reader = std::thread::spawn(move || fs::read_to_string(from).expect("a pipe can be read"));
    good(&folder, &["a.txt", "-o", "pipe", "-f", "json"]);
    assert_eq!(reader.join().expect("it ends"), written);
    assert!(!fs::metadata(&pipe).expect("it is there").is_file());

    // A list through a pipe is read but once: --files-from <(find …).
    let names =
        std::thread::spawn(move || fs::write(pipe, "a.txt\n").expect("a pipe can be filled"));
    good(&folder, &["--files-from", "pipe", "-o", "listed.json", "-f", "json"]);
    names.join().expect("it ends");
    assert_eq!(fs::read_to_string(folder.join("listed.json")).expect("it is there"), written);
}

#[test]
fn a_source_whose_document_has_no_place_stops_nothing() {
    let folder = folder("apart-long");
    let long = format!("in/{}.txt", "b".repeat(248));
    write(&folder, "in/a.txt", page("蓝天"));
    write(&folder, &long, page("大海"));
    write(&folder, "in/c.txt", page("高山"));
    write(&folder, "in/d.txt", page("河流"));
    fs::create_dir_all(folder.join("out/c.txt.json")).expect("a folder can be made");
    let output = run(&folder, &["in", "--out-dir", "out"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(stderr(&output).contains("its name is too long"), "{}", stderr(&output));
    assert!(stderr(&output).contains("a folder stands in the place"), "{}", stderr(&output));
    let made: Vec<String> = tree(&folder.join("out")).into_keys().collect();
    assert_eq!(made, ["a.txt.json", "d.txt.json", "errors.jsonl"]);
    let failures = fs::read_to_string(folder.join("out/errors.jsonl")).expect("it is there");
    assert_eq!(failures.matches("\"no-place\"").count(), 2, "{failures}");
}

#[test]
fn rows_of_an_earlier_run_do_not_stay_beside_those_of_this_one() {
    let folder = folder("apart-parts");
    for at in 0..7 {
        write(&folder, &format!("in/{at}.txt"), page("蓝天"));
    }
    let parts = |args: &[&str]| {
        good(&folder, &[&["in", "--out-dir", "out", "-f", "jsonl", "--shard-size"], args].concat());
        let mut names = names(&folder.join("out"));
        names.retain(|name| name.starts_with("part-"));
        names.len()
    };
    assert_eq!(parts(&["2"]), 4);
    write(&folder, "out/part-9.jsonl", "not ours");
    assert_eq!(parts(&["4"]), 2 + 1);
    fs::remove_file(folder.join("in/6.txt")).expect("it is there");
    fs::remove_file(folder.join("in/5.txt")).expect("it is there");
    fs::remove_file(folder.join("in/4.txt")).expect("it is there");
    assert_eq!(parts(&["4", "--resume"]), 1 + 1);
}

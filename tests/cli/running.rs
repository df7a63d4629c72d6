//! How a run goes: threads, progress, the summary, the configuration file.

use super::{PAGE, archive, folder, good, page, run, stderr, tree, write};
use std::fs;

#[test]
fn any_number_of_threads_writes_the_same_bytes() {
    let folder = folder("threads");
    for number in 0..40 {
        write(&folder, &format!("in/p{number:02}.txt"), page("青山绿水").repeat(number % 7 + 1));
    }
    fs::copy(PAGE, folder.join("in/long.txt")).expect("copied");
    write(&folder, "in/p05.txt", [0; 64]);
    for args in [
        &["in"][..],
        &["in", "--rows", "articles"],
        &["in", "--format", "markdown"],
        &["in", "--format", "parquet"],
    ] {
        let with = |threads: &str| {
            let output = run(&folder, &[args, &["--threads", threads]].concat());
            assert_eq!(output.status.code(), Some(1), "one source is no text");
            (output.stdout, output.stderr)
        };
        assert_eq!(with("1"), with("4"), "{args:?}");
    }
    for threads in ["1", "4"] {
        run(&folder, &["in", "--out-dir", threads, "--threads", threads, "-q"]);
    }
    assert_eq!(tree(&folder.join("1")), tree(&folder.join("4")));
}

#[test]
fn a_summary_stands_at_the_end() {
    let folder = folder("summary");
    fs::copy(PAGE, folder.join("p1.txt")).expect("copied");
    write(&folder, "p2.txt", [0; 64]);
    let output = run(&folder, &["p1.txt", "p2.txt", "missing.txt", "--out-dir", "out"]);
    let told = stderr(&output);
    assert!(told.contains("tearsheet: 1 documents, 6 articles, 2 failures; 0.0 MB"), "{told}");
    assert!(told.contains("tearsheet: repairs: letterspace "), "{told}");
    let quiet = run(&folder, &["p1.txt", "--out-dir", "out", "--quiet"]);
    assert_eq!(stderr(&quiet), "");
    write(&folder, "odd.txt", "“天气\u{e000}晴。\n");
    let output = run(&folder, &["odd.txt", "--output", "odd.json"]);
    let told = stderr(&output);
    assert!(told.contains("diagnostics: private-use 1"), "{told}");
}

#[test]
fn options_come_from_a_file_and_the_command_line_is_first() {
    let folder = archive("config");
    write(
        &folder,
        "tearsheet.toml",
        "format = \"text\"\nexclude = [\"1951\"]\nmax-size = \"10K\"\nlanguage = \"zh-Hans\"\n",
    );
    let text = good(&folder, &["in"]);
    assert!(text.starts_with("青山产业园今日开园\n\n") && !text.contains("蓝天"), "{text}");
    let json = good(&folder, &["in/1950/p1.txt", "--format", "json"]);
    assert!(json.starts_with('{'));
    assert!(stderr(&run(&folder, &[PAGE])).contains("--max-size"));
    write(&folder, "other.toml", "format = \"markdown\"\n");
    assert!(good(&folder, &["in", "--config", "other.toml"]).contains("# 蓝天"));

    for (text, reason) in [
        ("format = \"text\"\n\nfromat = 1\n", "tearsheet.toml: line 3: unknown field `fromat`"),
        ("threads = \"many\"\n", "tearsheet.toml: line 1: "),
        ("encoding = \"klingon\"\n", "unknown encoding"),
        ("a = \n", "tearsheet.toml: line 1: "),
    ] {
        write(&folder, "tearsheet.toml", text);
        let output = run(&folder, &["in"]);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains(reason), "{}", stderr(&output));
    }
    let output = run(&folder, &["in", "--config", "no.toml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("no.toml: cannot be read"), "{}", stderr(&output));
}

#[test]
fn a_dry_run_says_what_would_be_done_and_does_nothing() {
    let folder = archive("dry");
    let told = good(&folder, &["in", "--out-dir", "out", "--dry-run"]);
    assert_eq!(
        told,
        "in/1950/p1.txt\tout/1950/p1.txt.json\nin/1950/p2.txt\tout/1950/p2.txt.json\n\
         in/1951/p1.txt\tout/1951/p1.txt.json\n"
    );
    assert!(!folder.join("out").exists());

    good(&folder, &["in", "--out-dir", "out"]);
    let before = tree(&folder.join("out"));
    let again = run(&folder, &["in", "--out-dir", "out", "--resume", "-n"]);
    assert!(again.stdout.is_empty());
    assert!(stderr(&again).contains("0 documents would be made"), "{}", stderr(&again));
    assert!(stderr(&again).contains("3 were finished before"), "{}", stderr(&again));
    assert_eq!(tree(&folder.join("out")), before);

    let shards =
        good(&folder, &["in", "--out-dir", "rows", "--format", "jsonl", "--shard-size", "2", "-n"]);
    assert!(shards.ends_with("in/1951/p1.txt\trows/part-000001.jsonl\n"), "{shards}");
    assert!(good(&folder, &["in/1950/p1.txt", "-n"]).ends_with("\t-\n"));
    write(&folder, "file", "text");
    for wrong in [&["nowhere", "-n"][..], &["in", "--out-dir", "file", "-n"]] {
        assert_eq!(run(&folder, wrong).status.code(), Some(2), "{wrong:?}");
    }
}

//! A run that is killed is resumed as if nothing had been.

use super::{PAGE, archive, folder, good, names, page, program, run, stderr, tree, write};
use std::fs;
use std::process::Stdio;
use std::time::Duration;

/// Kills the program at moments that differ from run to run, resumes it to its end, and compares with a run
/// that nobody disturbed.
fn killed_and_resumed(name: &str, more: &[&str]) {
    let folder = folder(name);
    let long = fs::read(PAGE).expect("the fixture is there");
    for number in 0..60 {
        let bytes = if number % 4 == 0 { long.clone() } else { page("青山").into_bytes() };
        write(&folder, &format!("in/{}/p{number:02}.txt", number / 10), bytes);
    }
    write(&folder, "in/3/bad.txt", [0; 64]);
    let undisturbed = run(&folder, &[&["in", "--out-dir", "whole", "-q"], more].concat());
    assert_eq!(undisturbed.status.code(), Some(1));
    let args = [&["in", "--out-dir", "out", "-q", "--resume", "--threads", "2"], more].concat();
    let mut random = std::process::id() | 1;
    for _ in 0..12 {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let mut child =
            program(&folder).args(&args).stderr(Stdio::null()).spawn().expect("the program runs");
        std::thread::sleep(Duration::from_millis(u64::from(random >> 24)));
        // On Unix this is SIGKILL. It may have ended by itself.
        let _ = child.kill();
        child.wait().expect("the program ends");
    }
    let last = run(&folder, &args);
    assert_eq!(last.status.code(), Some(1), "{}", stderr(&last));
    assert_eq!(tree(&folder.join("out")), tree(&folder.join("whole")));
    let own = fs::read_dir(folder.join("out/.tearsheet")).expect("there").count();
    assert_eq!(own, 1, "nothing unfinished is left");
}

#[test]
fn documents_after_a_kill_are_those_of_an_undisturbed_run() {
    killed_and_resumed("kill-json", &[]);
}

#[test]
fn parquet_after_a_kill_is_that_of_an_undisturbed_run() {
    killed_and_resumed("kill-parquet", &["--format", "parquet", "--shard-size", "7"]);
}

#[test]
fn what_is_finished_is_skipped_and_what_changed_is_made_again() {
    let folder = archive("skip");
    let args = ["in", "--out-dir", "out", "--resume"];
    good(&folder, &args);
    let again = stderr(&run(&folder, &args));
    assert!(again.contains("0 documents") && again.contains("3 documents were finished before"));

    write(&folder, "in/1950/p1.txt", page("新城"));
    fs::remove_file(folder.join("out/1950/p2.txt.json")).expect("removed");
    fs::write(folder.join("out/1951/p1.txt.json"), "{").expect("torn");
    write(&folder, "in/1952/p1.txt", page("春风"));
    let told = stderr(&run(&folder, &args));
    assert!(told.contains("tearsheet: 4 documents"), "{told}");
    good(&folder, &["in", "--out-dir", "whole"]);
    assert_eq!(tree(&folder.join("out")), tree(&folder.join("whole")));
}

#[test]
fn other_options_do_not_mix_with_what_is_finished() {
    let folder = archive("mix");
    good(&folder, &["in", "--out-dir", "out"]);
    let output = run(&folder, &["in", "--out-dir", "out", "--resume", "--language", "en"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("other options"), "{}", stderr(&output));
    // These say nothing of the bytes.
    let others = ["--threads", "3", "--max-size", "1G", "--quiet"];
    let told = run(&folder, &[&["in", "--out-dir", "out", "--resume"], &others[..]].concat());
    assert_eq!((told.status.code(), stderr(&told).as_str()), (Some(0), ""));
}

#[test]
fn a_record_that_is_cut_anywhere_serves() {
    let folder = archive("cut");
    let args = ["in", "--out-dir", "out", "--resume", "-q"];
    good(&folder, &args);
    let whole = tree(&folder.join("out"));
    let record = folder.join("out/.tearsheet/manifest.jsonl");
    let bytes = fs::read(&record).expect("there");
    for end in (0..bytes.len()).step_by(17) {
        fs::write(&record, &bytes[..end]).expect("cut");
        good(&folder, &args);
        assert_eq!(tree(&folder.join("out")), whole);
        assert_eq!(fs::read(&record).expect("there"), bytes, "cut at {end}");
    }
    assert_eq!(names(&folder.join("out")).len(), 4);
}

//! The built program, run as a user runs it.

mod apart;
mod basics;
mod commands;
mod failing;
mod input;
mod output;
mod resume;
mod running;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/zh/wuhai.txt");
const OTHER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/zh/briefs.txt");

/// The program, to be run in `folder`.
fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tearsheet"));
    command.current_dir(folder);
    command
}

/// Runs the program in `folder`.
fn run(folder: &Path, args: &[&str]) -> Output {
    program(folder).args(args).output().expect("the program runs")
}

/// Runs the program where there is nothing.
fn tearsheet(args: &[&str]) -> Output {
    run(&std::env::temp_dir(), args)
}

/// Runs the program in `folder`, and fails the test if it fails.
fn good(folder: &Path, args: &[&str]) -> String {
    let output = run(folder, args);
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", stderr(&output));
    stdout(&output)
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("standard output is UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("standard error is UTF-8")
}

/// An empty folder of the test's own.
fn folder(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("tearsheet-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a folder can be made");
    path
}

/// Writes a file and the folders that it lies in.
fn write(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a name in a folder")).expect("a folder can be made");
    fs::write(path, bytes).expect("a file can be written");
}

/// The files of a folder by their relative paths, without what the program keeps for itself.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut out = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(inner) = open.pop() {
        for entry in fs::read_dir(&inner).expect("a folder can be read") {
            let path = entry.expect("a folder can be read").path();
            if path.is_dir() {
                if !path.ends_with(".tearsheet") {
                    open.push(path);
                }
                continue;
            }
            let name = path.strip_prefix(folder).expect("within").to_string_lossy().into_owned();
            out.insert(name, fs::read(&path).expect("a file can be read"));
        }
    }
    out
}

/// The names of the files in a folder.
fn names(folder: &Path) -> Vec<String> {
    tree(folder).into_keys().collect()
}

/// A short page whose one headline holds `word`.
fn page(word: &str) -> String {
    format!(
        "{word}产业园今日开园\n本报记者 梁若川\n\n　　{word}产业园昨天上午开园，首批二十\n家企业入驻，园区占地三百亩。\n"
    )
}

/// An archive of a few short pages.
fn archive(name: &str) -> PathBuf {
    let folder = folder(name);
    for (path, word) in [
        ("in/1950/p1.txt", "青山"),
        ("in/1950/p2.txt", "绿水"),
        ("in/1951/p1.txt", "蓝天"),
        ("in/1951/notes.md", "白云"),
    ] {
        write(&folder, path, page(word));
    }
    folder
}

//! What comes out: a folder, lines, rows, Parquet, Markdown, plain text.

use super::{PAGE, archive, folder, good, names, page, run, stderr, tree, write};
use arrow_array::cast::AsArray;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::basic::Compression;
use serde_json::{Value, json};
use std::fs::{self, File};
use std::io::Read;

#[test]
fn one_document_a_file_at_its_relative_path() {
    let folder = archive("folder");
    good(&folder, &["in", "--out-dir", "out"]);
    let out = tree(&folder.join("out"));
    let expected = ["1950/p1.txt.json", "1950/p2.txt.json", "1951/p1.txt.json", "errors.jsonl"];
    assert_eq!(out.keys().collect::<Vec<_>>(), expected);
    let alone = good(&folder, &["in/1950/p1.txt"]);
    assert_eq!(out["1950/p1.txt.json"], alone.as_bytes(), "the same bytes as on standard output");
    assert!(out["errors.jsonl"].is_empty());
}

#[test]
fn rows_are_flat_and_the_same_in_jsonl_and_parquet() {
    let folder = archive("rows");
    let lines = good(&folder, &["in", "--rows", "articles"]);
    let rows: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(rows.len(), 3);
    let expected = json!({
        "id": "in/1950/p1.txt#a1", "source": "in/1950/p1.txt", "pages": [1], "language": "zh-Hans",
        "kind": "story", "kicker": null, "headline": "青山产业园今日开园", "subheadline": null,
        "authors": ["梁若川"], "date": null, "place": null, "headings": [],
        "text": "青山产业园昨天上午开园，首批二十家企业入驻，园区占地三百亩。",
        "confidence": rows[0]["confidence"],
    });
    assert_eq!(rows[0], expected);

    good(&folder, &["in", "--output", "articles.parquet"]);
    let file = File::open(folder.join("articles.parquet")).expect("written");
    let builder = ParquetRecordBatchReaderBuilder::try_new(file).expect("Parquet");
    let group = builder.metadata().row_group(0);
    assert!(matches!(group.column(0).compression(), Compression::ZSTD(_)));
    let mut count = 0;
    for batch in builder.build().expect("a reader") {
        let batch = batch.expect("rows");
        let text = |name: &str, row: usize| {
            batch.column_by_name(name).expect(name).as_string::<i32>().value(row).to_owned()
        };
        let authors = batch.column_by_name("authors").expect("authors").as_list::<i32>();
        for row in 0..batch.num_rows() {
            assert_eq!(text("id", row), rows[count]["id"]);
            assert_eq!(text("text", row), rows[count]["text"]);
            assert_eq!(text("headline", row), rows[count]["headline"]);
            assert_eq!(authors.value(row).as_string::<i32>().value(0), "梁若川");
            count += 1;
        }
        let names: Vec<_> = batch.schema().fields().iter().map(|f| f.name().clone()).collect();
        assert_eq!(names.len(), rows[0].as_object().expect("a row").len());
        assert!(names.iter().all(|name| rows[0].get(name).is_some()));
    }
    assert_eq!(count, 3);
}

#[test]
fn rows_in_a_folder_are_files_of_so_many_documents() {
    let folder = archive("shards");
    for (format, ending) in [("jsonl", "jsonl"), ("parquet", "parquet")] {
        let args = ["in", "--out-dir", format, "--format", format, "--shard-size", "2"];
        good(&folder, &args);
        let out = names(&folder.join(format));
        let parts = [0, 1].map(|part| format!("part-{part:06}.{ending}"));
        assert_eq!(out, ["errors.jsonl", parts[0].as_str(), parts[1].as_str()]);
    }
    let out = tree(&folder.join("jsonl"));
    let whole = [out["part-000000.jsonl"].clone(), out["part-000001.jsonl"].clone()].concat();
    assert_eq!(whole, good(&folder, &["in"]).as_bytes());
}

/// What a packed file holds.
fn unpacked(packed: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    match packed {
        [0x1f, 0x8b, ..] => {
            flate2::read::MultiGzDecoder::new(packed).read_to_end(&mut out).expect("gzip");
        }
        _ => out = zstd::decode_all(packed).expect("zstd"),
    }
    out
}

#[test]
fn what_is_written_can_be_packed() {
    let folder = archive("packed");
    let plain = good(&folder, &["in"]);
    for name in ["all.jsonl.gz", "all.JSONL.zst"] {
        good(&folder, &["in", "--output", name]);
        let packed = fs::read(folder.join(name)).expect("written");
        assert!(packed.len() < plain.len());
        assert_eq!(unpacked(&packed), plain.as_bytes(), "{name}");
    }
    let args = ["in", "--out-dir", "rows", "-f", "jsonl", "--pack", "zstd", "--resume"];
    good(&folder, &args);
    let rows = tree(&folder.join("rows"));
    assert_eq!(unpacked(&rows["part-000000.jsonl.zst"]), plain.as_bytes());
    let again = run(&folder, &args);
    assert!(stderr(&again).contains("3 documents were finished before"), "{}", stderr(&again));
    good(&folder, &["in", "--out-dir", "rows", "-f", "jsonl"]);
    assert_eq!(names(&folder.join("rows")), ["errors.jsonl", "part-000000.jsonl"]);
    write(&folder, "tearsheet.toml", "pack = \"zstd\"\n");
    good(&folder, &["in", "--out-dir", "told"]);
    assert!(folder.join("told/1950/p1.txt.json.zst").exists());
    good(&folder, &["in", "--out-dir", "plain", "--pack", "none"]);
    assert!(folder.join("plain/1950/p1.txt.json").exists());
    assert_eq!(good(&folder, &["in"]), plain);
    good(&folder, &["in", "--output", "all.jsonl.gz"]);
    fs::remove_file(folder.join("tearsheet.toml")).expect("written");
    good(&folder, &["in", "--out-dir", "files", "--pack", "gzip"]);
    let files = tree(&folder.join("files"));
    let alone = good(&folder, &["in/1950/p1.txt"]);
    assert_eq!(unpacked(&files["1950/p1.txt.json.gz"]), alone.as_bytes());
    let piped = run(&folder, &["in/1950/p1.txt", "--pack", "gzip"]);
    assert_eq!(unpacked(&piped.stdout), alone.as_bytes());
}

#[test]
fn markdown_and_text_are_for_reading() {
    let folder = folder("reading");
    write(&folder, "p.txt", page("青山"));
    let markdown = good(&folder, &["p.txt", "--format", "markdown"]);
    assert!(markdown.starts_with("# 青山产业园今日开园\n\n*本报记者 梁若川*\n\n"), "{markdown}");
    let text = good(&folder, &["p.txt", "--format", "text"]);
    assert!(text.starts_with("青山产业园今日开园\n\n本报记者 梁若川\n\n青山产业园昨天"), "{text}");
    good(&folder, &["p.txt", "--output", "p.md"]);
    assert_eq!(fs::read_to_string(folder.join("p.md")).expect("written"), markdown);
    assert!(good(&folder, &[PAGE, "--format", "markdown"]).contains("\n## "), "with headings");
}

#[test]
fn what_does_not_go_together_is_said() {
    let folder = archive("together");
    for (args, reason) in [
        (&["in", "--resume"][..], "--out-dir"),
        (&["in", "--format", "markdown", "--rows", "articles"], "--rows"),
        (&["in", "--format", "parquet", "--rows", "documents"], "--rows"),
        (&["in", "--threads", "0"], "--threads"),
        (&["in", "--threads", "100000"], "--threads must be from 1 to 1024"),
        (&["in", "--out-dir", "o", "--output", "f"], "--out"),
        (&["in", "--output", "articles.csv"], "no format has names that end in .csv"),
        (&["in", "--output", "a.csv.gz"], "no format has names that end in .csv"),
        (
            &["in", "--output", "a.csv", "--rows", "articles"],
            "no format has names that end in .csv",
        ),
        (&["in", "--out-dir", "o", "-f", "parquet", "--pack", "gzip"], "Parquet is packed within"),
        (&["in", "--output", "a.parquet.gz", "--pack", "none"], "Parquet is packed within"),
        (&["in", "--output", "a.jsonl.gz", "--pack", "zstd"], "--pack is not what"),
        (&["in", "--output", "a.jsonl", "--pack", "zstd"], "--pack is not what"),
        (&["in", "-0"], "--files-from"),
    ] {
        let output = run(&folder, args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(stderr(&output).contains(reason), "{}", stderr(&output));
    }
}

#[test]
fn nothing_is_written_outside_the_folder() {
    let folder = folder("outside");
    write(&folder, "a/p.txt", page("青山"));
    fs::create_dir_all(folder.join("work/deep")).expect("made");
    let absolute = folder.join("a/p.txt");
    let work = folder.join("work/deep");
    for source in ["../../a/p.txt", absolute.to_str().expect("UTF-8")] {
        good(&work, &[source, "--out-dir", "out", "-q"]);
    }
    let out = names(&folder);
    assert!(
        out.iter().all(|name| name.starts_with("work/deep/out/") || name == "a/p.txt"),
        "{out:?}"
    );
    assert!(out.contains(&"work/deep/out/a/p.txt.json".to_owned()), "{out:?}");
}

#[test]
#[cfg(unix)]
fn a_symbolic_link_leads_nowhere() {
    use std::os::unix::fs::symlink;
    let folder = archive("links");
    fs::create_dir_all(folder.join("out")).expect("made");
    fs::create_dir_all(folder.join("elsewhere")).expect("made");
    symlink(folder.join("elsewhere"), folder.join("out/1950")).expect("linked");
    let output = run(&folder, &["in", "--out-dir", "out", "-q"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("1950"), "{}", stderr(&output));
    assert!(names(&folder.join("elsewhere")).is_empty());
    // A link in the place of a file is replaced, and so is one in the place of the errors.
    let out = folder.join("other");
    fs::create_dir_all(out.join("1950")).expect("made");
    write(&folder, "kept", "kept");
    symlink(folder.join("kept"), out.join("1950/p1.txt.json")).expect("linked");
    symlink(folder.join("kept"), out.join("errors.jsonl")).expect("linked");
    good(&folder, &["in", "--out-dir", "other", "-q"]);
    assert_eq!(fs::read(folder.join("kept")).expect("there"), b"kept");
}

#[test]
fn documents_are_no_sources() {
    let folder = archive("within");
    for _ in 0..2 {
        let args = ["in", "--out-dir", "in/out", "--format", "text", "-q"];
        good(&folder, &args);
        let out = names(&folder.join("in/out"));
        assert_eq!(out, ["1950/p1.txt.txt", "1950/p2.txt.txt", "1951/p1.txt.txt", "errors.jsonl"]);
    }
    good(&folder, &["in/1950", "--out-dir", "in/1950", "-q"]);
    assert!(folder.join("in/1950/p1.txt.json").exists(), "documents may stand beside sources");
}

#[test]
fn two_sources_for_one_place_are_told() {
    let folder = archive("meet");
    let output = run(&folder, &["in/1950", "in/1951", "--out-dir", "out", "-q"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("in/1951/p1.txt: the document of another source is p1.txt.json")
    );
    let kept = fs::read_to_string(folder.join("out/p1.txt.json")).expect("written");
    assert!(kept.contains("in/1950/p1.txt"), "the first stays");
}

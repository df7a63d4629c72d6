//! What goes in: folders, lists, encodings, packed files, lines and rows, issues.

use super::{PAGE, archive, folder, good, names, page, run, stderr, tree, write};
use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray};
use parquet::arrow::ArrowWriter;
use serde_json::{Value, json};
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;

fn documents(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn sources(text: &str) -> Vec<String> {
    let name = |document: Value| document["source"]["name"].as_str().expect("a name").to_owned();
    documents(text).into_iter().map(name).collect()
}

#[test]
fn a_folder_stands_for_the_texts_in_it_in_order() {
    let folder = archive("walk");
    let all = ["in/1950/p1.txt", "in/1950/p2.txt", "in/1951/p1.txt"];
    assert_eq!(sources(&good(&folder, &["in"])), all);
    assert_eq!(sources(&good(&folder, &["in", "--exclude", "1950"])), all[2..]);
    assert_eq!(sources(&good(&folder, &["in", "--exclude", "p1.*"])), all[1..2]);
    assert_eq!(sources(&good(&folder, &["in", "--include", "*.md"])), ["in/1951/notes.md"]);
    write(&folder, "old/P1.TXT", page("青山"));
    assert_eq!(sources(&good(&folder, &["old"])), ["old/P1.TXT"]);
    assert_eq!(sources(&good(&folder, &["in", "--include", "1950/*.txt"])), all[..2]);
}

#[test]
fn hidden_and_ignored_files_are_left_out_unless_told() {
    let folder = archive("ignore");
    write(&folder, "in/.gitignore", "1951/\n");
    write(&folder, "in/1950/.ignore", "p2.txt\n");
    write(&folder, "in/.draft.txt", page("草稿"));
    assert_eq!(sources(&good(&folder, &["in"])), ["in/1950/p1.txt"]);
    assert_eq!(sources(&good(&folder, &["in", "--no-ignore"])).len(), 3);
    assert_eq!(sources(&good(&folder, &["in", "--hidden"])), ["in/.draft.txt", "in/1950/p1.txt"]);
}

#[test]
fn a_list_names_sources() {
    let folder = archive("list");
    write(&folder, "list", "in/1951/p1.txt\r\n\nin/1950/p2.txt\n");
    let listed = ["in/1951/p1.txt", "in/1950/p2.txt"];
    assert_eq!(sources(&good(&folder, &["--files-from", "list"])), listed);
    write(&folder, "in/two\nlines.txt", page("紫霞"));
    write(&folder, "list0", "in/two\nlines.txt\0in/1950/p2.txt\0");
    let found = sources(&good(&folder, &["--files-from", "list0", "-0"]));
    assert_eq!(found, ["in/two\nlines.txt", "in/1950/p2.txt"]);
    let output = run(&folder, &["--files-from", "list0"]);
    assert!(stderr(&output).contains("give -0"), "{}", stderr(&output));
    let output = run(&folder, &["--files-from", "list0", "-0", "-o", "in/1950/p2.txt"]);
    assert!(stderr(&output).contains("is one of the sources"), "{}", stderr(&output));
    let mut child = super::program(&folder)
        .args(["--files-from", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program runs");
    child
        .stdin
        .take()
        .expect("a pipe")
        .write_all(b"in/1951/p1.txt\nin/1950/p2.txt\n")
        .expect("read");
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(sources(&super::stdout(&output)), listed);
}

#[test]
fn wrong_globs_and_empty_folders_are_told() {
    let folder = folder("globs");
    let output = run(&folder, &[".", "--include", "{a"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("{a"), "{}", stderr(&output));
    let output = run(&folder, &["."]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("no source was found"), "{}", stderr(&output));
}

#[test]
fn a_pattern_that_no_path_matches_is_told() {
    let folder = archive("no-issue");
    let output = run(&folder, &["in", "--group-by", r"(?<issue>\d{8})_(?<page>\d+)"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("no path matches"), "{}", stderr(&output));
    let rows = ["in", "--out-dir", "rows", "-f", "jsonl", "--shard-size", "1"];
    good(&folder, &rows);
    let before = tree(&folder.join("rows"));
    let refused = [&rows[..], &["--group-by", r"(?<issue>\d{8})_(?<page>\d+)"]].concat();
    assert_eq!(run(&folder, &refused).status.code(), Some(2));
    assert_eq!(tree(&folder.join("rows")), before, "a refused run leaves what is there");
}

#[test]
fn documents_without_text_are_told() {
    let folder = archive("blank");
    write(&folder, "in/blank.txt", " \n\n");
    let output = run(&folder, &["in", "--output", "all.jsonl"]);
    assert!(stderr(&output).contains("; 1 without text"), "{}", stderr(&output));
}

#[test]
fn encodings_are_told_or_named_and_recorded() {
    let folder = folder("encodings");
    let page = fs::read_to_string(PAGE).expect("the fixture is there");
    let (gbk, ..) = encoding_rs::GBK.encode(&page);
    write(&folder, "gbk.txt", &gbk);
    let utf16: Vec<u8> = page.encode_utf16().flat_map(u16::to_le_bytes).collect();
    write(&folder, "utf16.txt", utf16);
    write(&folder, "utf8.txt", &page);
    let found = documents(&good(&folder, &["gbk.txt", "utf16.txt", "utf8.txt"]));
    let told: Vec<&Value> = found.iter().map(|document| &document["source"]["encoding"]).collect();
    assert_eq!(told, ["GBK", "UTF-16LE", "UTF-8"]);
    assert_eq!(found[0]["source"]["certainty"], 0.95);
    assert_eq!(found[2]["source"].get("certainty"), None);
    assert!(found.iter().all(|document| document["articles"] == found[2]["articles"]));

    let big5 = encoding_rs::BIG5.encode("天氣晴朗，氣溫十度。").0.into_owned();
    write(&folder, "short.txt", big5);
    let named = good(&folder, &["short.txt", "--encoding", "big5", "--format", "text"]);
    assert_eq!(named, "天氣晴朗，氣溫十度。\n");
    write(&folder, "scan.txt", "%PDF-1.7\n1 0 obj\n");
    let output = run(&folder, &["scan.txt", "--encoding", "utf-8"]);
    assert_eq!(output.status.code(), Some(2), "no name makes a PDF a text");
    let output = run(&folder, &["short.txt", "--encoding", "klingon"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("klingon"), "{}", stderr(&output));
}

#[test]
fn packed_files_are_read_as_they_are() {
    let folder = folder("packed");
    let page = page("青山");
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(page.as_bytes()).expect("packed");
    let mut bzip2 = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::fast());
    bzip2.write_all(page.as_bytes()).expect("packed");
    let mut xz = liblzma::write::XzEncoder::new(Vec::new(), 1);
    xz.write_all(page.as_bytes()).expect("packed");
    write(&folder, "in/a.txt.gz", gzip.finish().expect("packed"));
    write(&folder, "in/b.txt.zst", zstd::encode_all(page.as_bytes(), 1).expect("packed"));
    write(&folder, "in/c.txt.bz2", bzip2.finish().expect("packed"));
    write(&folder, "in/d.txt.xz", xz.finish().expect("packed"));
    let found = documents(&good(&folder, &["in"]));
    assert_eq!(found.len(), 4);
    for document in &found {
        assert_eq!(document["articles"][0]["headline"]["text"], "青山产业园今日开园");
        assert_eq!(document["source"]["bytes"], page.len());
    }
    let whole = fs::read(folder.join("in/a.txt.gz")).expect("there");
    write(&folder, "torn.txt.gz", &whole[..whole.len() / 2]);
    let output = run(&folder, &["torn.txt.gz"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("cannot be unpacked"), "{}", stderr(&output));
}

#[test]
fn what_unpacks_to_more_than_the_limit_is_refused() {
    let folder = folder("bomb");
    write(&folder, "bomb.txt.zst", zstd::encode_all(&vec![b'a'; 1 << 22][..], 1).expect("packed"));
    let output = run(&folder, &["bomb.txt.zst", "--max-size", "1M"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("--max-size"), "{}", stderr(&output));
}

#[test]
fn lines_of_json_are_texts() {
    let folder = folder("jsonl");
    let lines = [
        json!({ "id": "x1", "text": page("青山"), "more": [1, 2] }).to_string(),
        String::new(),
        json!({ "id": 7, "text": page("绿水") }).to_string(),
        json!({ "text": page("蓝天") }).to_string(),
        json!({ "id": "x4" }).to_string(),
        "{".to_owned(),
    ];
    write(&folder, "pages.jsonl", lines.join("\n"));
    let output = run(&folder, &["--jsonl-in", "pages.jsonl"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(sources(&super::stdout(&output)), ["x1", "7", "pages.jsonl:4"]);
    let told = stderr(&output);
    assert!(told.contains("pages.jsonl:5: has no column \"text\""), "{told}");
    assert!(told.contains("pages.jsonl:6: is no JSON object"), "{told}");

    write(&folder, "other.jsonl", json!({ "url": "u", "body": page("青山") }).to_string());
    let columns = ["--text-column", "body", "--id-column", "url"];
    let text = good(&folder, &[&["--jsonl-in", "other.jsonl"], &columns[..]].concat());
    assert_eq!(sources(&text), ["u"]);
    let output = run(&folder, &["pages.jsonl"]);
    assert_eq!(output.status.code(), Some(2), "it is no page");
    assert!(stderr(&output).contains("--jsonl-in"), "{}", stderr(&output));
    write(&folder, "marked.jsonl", format!("\u{feff}{}", lines[0]));
    assert_eq!(sources(&good(&folder, &["--jsonl-in", "marked.jsonl"])), ["x1"]);
    // As a filter in a pipeline, in and out.
    let mut child = super::program(&folder)
        .args(["--jsonl-in", "-", "--rows", "articles"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program runs");
    child.stdin.take().expect("a pipe").write_all(lines[0].as_bytes()).expect("read");
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(documents(&super::stdout(&output))[0]["id"], "x1#a1");
}

fn write_parquet(path: &Path, texts: [Option<String>; 2]) {
    let ids: ArrayRef = Arc::new(Int64Array::from(vec![10, 20]));
    let texts: ArrayRef = Arc::new(StringArray::from(texts.to_vec()));
    let batch = RecordBatch::try_from_iter([("id", ids), ("text", texts)]).expect("a batch");
    let file = File::create(path).expect("a file");
    let mut writer = ArrowWriter::try_new(file, batch.schema(), None).expect("a writer");
    writer.write(&batch).expect("written");
    writer.close().expect("written");
}

#[test]
fn rows_of_parquet_are_texts() {
    let folder = folder("parquet-in");
    write_parquet(&folder.join("pages.parquet"), [Some(page("青山")), None]);
    let output = run(&folder, &["--parquet-in", "pages.parquet"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert_eq!(sources(&super::stdout(&output)), ["10"]);
    assert!(stderr(&output).contains("pages.parquet:2: the column \"text\" holds no text"));
    let output = run(&folder, &["--parquet-in", "pages.parquet", "--text-column", "body"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("has no column \"body\""), "{}", stderr(&output));
    write(&folder, "torn.parquet", "PAR1 and no more");
    let output = run(&folder, &["--parquet-in", "torn.parquet"]);
    assert!(stderr(&output).contains("cannot be read as Parquet"), "{}", stderr(&output));
}

#[test]
fn parquet_that_unpacks_to_more_than_the_limit_is_not_unpacked() {
    let folder = folder("parquet-large");
    let large = Some("市政府昨日召开会议。\n".repeat(1 << 17));
    write_parquet(&folder.join("large.parquet"), [large.clone(), large.clone()]);
    let output = run(&folder, &["--parquet-in", "large.parquet", "--max-size", "1M"]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(
        stderr(&output).contains("large.parquet: row group 0 unpacks to"),
        "{}",
        stderr(&output)
    );
    assert!(stderr(&output).contains("--max-size"), "{}", stderr(&output));
    // One large text among small ones is refused by itself.
    write_parquet(&folder.join("one.parquet"), [large, Some(page("青山"))]);
    let output = run(&folder, &["--parquet-in", "one.parquet", "--max-size", "2M"]);
    assert_eq!(sources(&super::stdout(&output)), ["20"], "{}", stderr(&output));
}

const FIRST: &str = "\
岚川晚报 2024年5月20日 第一版

老渡口迎来新码头
本报记者 贺兰

　　清晨的柳荫渡口，第一班轮渡鸣
响了汽笛。新码头昨天启用，候船室
从80平方米扩大到600平方米，渡船
也换成了电动船，一次能载120人。
　　渡口有一百四十年的历史。老船
工说，从前过江全靠摇橹，遇上大风
天，一等就是三天。 （下转第三版）
";
const THIRD: &str = "\
岚川晚报 2024年5月20日 第三版

老渡口迎来新码头

　　（上接第一版）如今，渡口两岸
修起了步道，每隔百米就有一块石碑，
刻着老地名和老故事。傍晚时分，来
散步的人比过江的人还多。
　　“船不能停。”市交通局负责人
表示，桥再多，渡口也要留着，它是
这座城市的记忆。
";

#[test]
fn the_pages_of_an_issue_are_one_document() {
    let folder = folder("issue");
    write(&folder, "in/20240520_03.txt", THIRD);
    write(&folder, "in/20240520_01.txt", FIRST);
    write(&folder, "in/20240521_01.txt", page("青山"));
    let pattern = r"(?<issue>\d{8})_(?<page>\d+)";
    let found = documents(&good(&folder, &["in", "--group-by", pattern]));
    assert_eq!(found.len(), 2);
    let issue = &found[0];
    assert_eq!(issue["source"]["name"], "20240520");
    let parts = issue["source"]["parts"].as_array().expect("parts");
    assert_eq!((&parts[0]["name"], &parts[1]["number"]), (&json!("in/20240520_01.txt"), &json!(3)));
    let start = parts[1]["source"][0].as_u64().expect("a place") as usize;
    assert_eq!(start, FIRST.len() + 1);
    let articles = issue["articles"].as_array().expect("articles");
    assert_eq!(articles.len(), 1, "the two halves are one article");
    assert_eq!(articles[0]["pages"], json!([1, 2]));
    assert_eq!(articles[0]["continued_on"]["page"], "第三版");
    assert_eq!(articles[0]["continued_from"]["page"], "第一版");
    assert_eq!(articles[0]["body"].as_array().map(Vec::len), Some(4));

    good(&folder, &["in", "--group-by", pattern, "--out-dir", "out", "-q"]);
    assert_eq!(names(&folder.join("out")), ["20240520.json", "20240521.json", "errors.jsonl"]);
    let most = (FIRST.len() + THIRD.len() - 1).to_string();
    let output = run(&folder, &["in", "--group-by", pattern, "--max-size", &most]);
    assert_eq!(output.status.code(), Some(1), "all pages together are too large");
    assert!(stderr(&output).contains("20240520_03.txt"), "{}", stderr(&output));
    let output = run(&folder, &["in", "--group-by", r"(?<issue>\d{8})"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("(?<page>"), "{}", stderr(&output));
}

#[test]
fn the_pages_of_an_issue_may_be_one_file_with_form_feeds() {
    let folder = folder("feeds");
    write(&folder, "issue.txt", format!("{FIRST}\u{c}{THIRD}"));
    let found: Value = serde_json::from_str(&good(&folder, &["issue.txt"])).expect("JSON");
    assert_eq!(found["articles"].as_array().map(Vec::len), Some(1), "joined by their folios");
}

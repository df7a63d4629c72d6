//! An archive converted by the built program: wall time, MB/s and peak memory, by files and threads.
//!
//! `cargo bench --features cli --bench batch` converts 20,000 and 40,000 generated pages on one thread and on two, and
//! takes some minutes; `-- COUNT…` others; `-- --test` a few, for a test. Peak memory is read from `/proc`, on Linux.

#[path = "../tests/promise/fixtures.rs"]
mod fixtures;

use fixtures::{Fixture, fixtures};
use std::fs;
use std::io::{self, Write, stdout};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// So many pages stand in a folder, as those of a year do.
const FOLDER: usize = 500;
const COUNTS: [usize; 2] = [20_000, 40_000];

fn main() -> io::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let mut counts: Vec<usize> = args.iter().filter_map(|arg| arg.parse().ok()).collect();
    if args.iter().any(|arg| arg == "--test") {
        counts = vec![40];
    } else if counts.is_empty() {
        counts = COUNTS.to_vec();
    }
    let root = std::env::temp_dir().join(format!("tearsheet-batch-{}", std::process::id()));
    let mut out = stdout();
    writeln!(
        out,
        "{:>8} {:>8} {:>8} {:>8} {:>8} {:>10}",
        "files", "MB", "threads", "s", "MB/s", "peak MB"
    )?;
    for count in counts {
        let bytes = generate(&root.join("in"), count)? as f64 / 1e6;
        for threads in ["1", "2"] {
            let begun = Instant::now();
            let mut child = Command::new(env!("CARGO_BIN_EXE_tearsheet"))
                .args(["in", "--out-dir", "out", "--quiet", "--threads", threads])
                .current_dir(&root)
                .stderr(Stdio::inherit())
                .spawn()?;
            let peak = peak(&mut child)?;
            let seconds = begun.elapsed().as_secs_f64();
            let speed = bytes / seconds;
            writeln!(
                out,
                "{count:>8} {bytes:>8.1} {threads:>8} {seconds:>8.1} {speed:>8.2} {peak:>10.1}"
            )?;
            fs::remove_dir_all(root.join("out"))?;
        }
        fs::remove_dir_all(root.join("in"))?;
    }
    fs::remove_dir_all(root)
}

/// Writes `count` pages, the fixtures in turn, each with a line of its own. Gives their bytes.
fn generate(folder: &Path, count: usize) -> io::Result<usize> {
    let fixtures: Vec<Fixture> = fixtures();
    let mut bytes = 0;
    for number in 0..count {
        let inner = folder.join(format!("{:04}", number / FOLDER));
        fs::create_dir_all(&inner)?;
        let mut page = fixtures[number % fixtures.len()].bytes.clone();
        page.extend(format!("\n\n第{number}号\n").bytes());
        bytes += page.len();
        fs::write(inner.join(format!("p{:03}.txt", number % FOLDER)), page)?;
    }
    Ok(bytes)
}

/// Waits for the end of the program; gives the most memory that it held, in MB.
fn peak(child: &mut Child) -> io::Result<f64> {
    let mut peak = 0.0;
    loop {
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let held = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
        peak = held.map_or(peak, |kilobytes| kilobytes * 1024.0 / 1e6);
        if let Some(status) = child.try_wait()? {
            return if status.success() {
                Ok(peak)
            } else {
                Err(io::Error::other(status.to_string()))
            };
        }
        sleep(Duration::from_millis(20));
    }
}

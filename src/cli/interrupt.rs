//! Ctrl-C and requests to end: the first ends the run after what is begun, the second at once.

use super::Status;
use super::terminal::complain;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};

static ASKED: AtomicBool = AtomicBool::new(false);

/// Whether the run was asked to end.
pub(super) fn asked() -> bool {
    ASKED.load(Ordering::Relaxed)
}

/// Listens from now on.
pub(super) fn listen() -> io::Result<()> {
    let asked = || {
        if ASKED.swap(true, Ordering::Relaxed) {
            std::process::exit(Status::Interrupted as i32);
        }
        complain("stopping", "finishing what is begun; once more to stop at once");
    };
    ctrlc::set_handler(asked).map_err(io::Error::other)
}

//! Files of so many documents each, in a folder: a run over them can be stopped and resumed.

use super::super::options::Packing;
use super::super::plan::{Plan, Shape};
use super::file::Whole;
use super::folder::Folder;
use super::{Rendered, Stream};
use std::io;
use std::path::{Path, PathBuf};

/// The file that a document goes to.
#[derive(Clone, Debug)]
pub(in super::super) struct Shard {
    pub(in super::super) output: PathBuf,
    /// Whether the document is the last in it.
    pub(in super::super) last: bool,
    /// What the whole file is made of.
    pub(in super::super) stamp: Option<u64>,
}

impl Shard {
    /// The name of the file with the number `index`.
    pub(in super::super) fn output(index: usize, ending: &str) -> PathBuf {
        format!("part-{index:06}.{ending}").into()
    }
}

/// A folder of such files.
pub(in super::super) struct Shards {
    folder: Folder,
    shape: Shape,
    packing: Packing,
    /// How their names end.
    ending: String,
    open: Option<Stream<Whole>>,
    /// Whether all sources of the open file could be read.
    sound: bool,
}

impl Shards {
    pub(in super::super) fn new(folder: Folder, plan: &Plan) -> Self {
        let Plan { shape, packing, .. } = *plan;
        Self { folder, shape, packing, ending: plan.ending(), open: None, sound: true }
    }

    /// Takes away the files that an earlier run made beyond the first `parts`, or packed otherwise: their documents stand in these, or their
    /// sources are gone.
    pub(in super::super) fn finish(self, parts: usize) -> io::Result<()> {
        self.folder.remove(|name| {
            let (number, ending) = name.strip_prefix("part-")?.split_once('.')?;
            let number: usize = number.parse().ok()?;
            let ours = Path::new(name) == Shard::output(number, ending)
                && self.shape.endings().any(|other| other == ending);
            (ours && (number >= parts || ending != self.ending)).then_some(())
        })
    }

    /// Adds a document, or none where its source failed. The file is recorded as finished only if none did,
    /// so that a resumed run tries them again.
    pub(in super::super) fn put(
        &mut self,
        shard: &Shard,
        document: Option<Rendered>,
        sound: bool,
    ) -> io::Result<()> {
        let mut stream = match self.open.take() {
            Some(stream) => stream,
            None => Stream::new(self.folder.begin(&shard.output)?, self.shape, self.packing)?,
        };
        self.sound &= sound;
        if let Some(document) = document {
            stream.put(document)?;
        }
        if !shard.last {
            self.open = Some(stream);
            return Ok(());
        }
        stream.end()?.name()?;
        let stamp = shard.stamp.filter(|_| self.sound);
        self.sound = true;
        let bytes = self.folder.size(&shard.output)?;
        self.folder.record(&shard.output, bytes, stamp)
    }
}

//! The bytes of a file, unpacked where they are packed: told by how they begin, not by the file's name.

use super::super::failure::{self, Failure};
use bzip2::read::MultiBzDecoder;
use flate2::bufread::MultiGzDecoder;
use liblzma::bufread::XzDecoder;
use std::io::{self, BufRead, BufReader, Cursor, Read};

/// What a bzip2 file begins with: a size between, and the mark of a block.
const BZIP2: (&[u8], &[u8]) = (b"BZh", b"1AY&SY");

/// What is in a file, unpacked as it is read.
pub(super) fn unpacked(mut file: Box<dyn Read>) -> io::Result<Box<dyn BufRead>> {
    let mut start = Vec::with_capacity(10);
    file.by_ref().take(10).read_to_end(&mut start)?;
    let kind = start.clone();
    let whole = BufReader::with_capacity(1 << 16, Cursor::new(start).chain(file));
    Ok(match kind.as_slice() {
        [0x1f, 0x8b, ..] => Box::new(BufReader::new(MultiGzDecoder::new(whole))),
        [0x28, 0xb5, 0x2f, 0xfd, ..] => {
            Box::new(BufReader::new(zstd::stream::read::Decoder::with_buffer(whole)?))
        }
        [0xfd, b'7', b'z', b'X', b'Z', 0, ..] => {
            Box::new(BufReader::new(XzDecoder::new_multi_decoder(whole)))
        }
        [mark @ .., _, _, _, _, _, _, _] if mark == BZIP2.0 && kind.ends_with(BZIP2.1) => {
            Box::new(BufReader::new(MultiBzDecoder::new(whole)))
        }
        _ => Box::new(whole),
    })
}

/// All bytes of a file, unpacked.
pub(super) fn read(file: Box<dyn Read>, limit: usize) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let most = (limit as u64).saturating_add(1);
    unpacked(file)?.take(most).read_to_end(&mut bytes)?;
    if bytes.len() > limit {
        return Err(failure::too_large());
    }
    Ok(bytes)
}

//! Control bytes, of which a text has few.

use super::{BinaryKind, PIECE, Unreadable};

/// How many control bytes there are.
#[derive(Clone, Copy, Default)]
pub struct Controls {
    /// Zero bytes.
    pub nul: usize,
    /// All below the space but tab, line ends, vertical tab and form feed, which are text.
    pub all: usize,
}

/// The control bytes among `bytes`.
pub fn count(bytes: &[u8]) -> Controls {
    bytes.chunks(PIECE).map(count_piece).fold(Controls::default(), |sum, piece| Controls {
        nul: sum.nul + piece.nul,
        all: sum.all + piece.all,
    })
}

#[inline(never)]
fn count_piece(bytes: &[u8]) -> Controls {
    let mut sum = Controls::default();
    // As many bytes as a byte counts, so that sixteen of them are looked at at once.
    for part in bytes.chunks(255) {
        let (mut nul, mut all) = (0_u8, 0_u8);
        for byte in part {
            nul += u8::from(*byte == 0);
            all += u8::from((*byte < 0x20) & !((*byte >= 0x09) & (*byte <= 0x0D)));
        }
        sum.nul += usize::from(nul);
        sum.all += usize::from(all);
    }
    sum
}

/// Why `bytes` hold too many of them for a text. A few are let pass: some programs leave a NUL or two behind.
pub fn too_many(bytes: &[u8]) -> Option<Unreadable> {
    let most = 8 + bytes.len() / 50;
    let Controls { nul, all } = count(bytes);
    if nul > most {
        return Some(Unreadable::Binary(BinaryKind::Other));
    }
    (all > most).then_some(Unreadable::Noise)
}

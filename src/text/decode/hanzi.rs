//! GB18030 and Big5 told apart by how often the usual characters of each come up.
//!
//! Both write a hanzi as two bytes of nearly the same ranges. But each has its some 4,000 usual hanzi in a level of
//! their own, which makes up nearly all of a text that is in that encoding, and half or less of one that is not;
//! and the punctuation marks stand at other places.

use crate::text::encoding::Encoding;

/// The encoding of the two that fits; `None` where neither does well enough.
pub fn by_frequency(sample: &[u8]) -> Option<Encoding> {
    let (gb18030, big5) = (score(sample, gb18030), score(sample, big5));
    let (encoding, best) =
        if gb18030 >= big5 { (Encoding::Gb18030, gb18030) } else { (Encoding::Big5, big5) };
    (best >= LEAST).then_some(encoding)
}

/// Points of a hundred. Random bytes with the high bit set come to 45, a text of rare characters to 65.
const LEAST: i64 = 60;

/// What stands at the head of some bytes, read as one encoding.
enum Reading {
    /// A hanzi of the usual level, or one of the common marks.
    Usual,
    /// A valid pair that is rarer.
    Rare,
    /// Four bytes for one character; GB18030 has them.
    Four,
    /// Bytes that mean nothing in the encoding.
    Broken,
}

/// Points of a hundred for each character beyond ASCII.
fn score(sample: &[u8], reading: fn(&[u8]) -> Reading) -> i64 {
    let (mut points, mut count, mut at) = (0, 0, 0);
    while at + 1 < sample.len() {
        if sample[at].is_ascii() {
            at += 1;
            continue;
        }
        count += 1;
        let (value, length) = match reading(&sample[at..]) {
            Reading::Usual => (100, 2),
            Reading::Rare => (30, 2),
            Reading::Four => (30, 4),
            Reading::Broken => (-200, 1),
        };
        points += value;
        at += length;
    }
    if count == 0 { 0 } else { points / count }
}

fn gb18030(bytes: &[u8]) -> Reading {
    match *bytes {
        // ， 。 、 ： ； （ ） “ ” ％ －
        [0xA3, 0xAC | 0xBA | 0xBB | 0xA8 | 0xA9 | 0xA5 | 0xAD, ..]
        | [0xA1, 0xA2 | 0xA3 | 0xA1 | 0xB0 | 0xB1, ..] => Reading::Usual,
        [0xB0..=0xD7, 0xA1..=0xFE, ..] => Reading::Usual,
        [0x81..=0xFE, 0x40..=0x7E | 0x80..=0xFE, ..] => Reading::Rare,
        [0x81..=0xFE, 0x30..=0x39, 0x81..=0xFE, 0x30..=0x39, ..] => Reading::Four,
        _ => Reading::Broken,
    }
}

fn big5(bytes: &[u8]) -> Reading {
    match *bytes {
        // 　 ， 、 。 ： ； （ ） 「 」 ％
        [0xA1, 0x40..=0x43 | 0x46 | 0x47 | 0x5D | 0x5E | 0x75 | 0x76, ..] | [0xA2, 0x48, ..] => {
            Reading::Usual
        }
        [0xA4..=0xC5, 0x40..=0x7E | 0xA1..=0xFE, ..] | [0xC6, 0x40..=0x7E, ..] => Reading::Usual,
        [0x81..=0xFE, 0x40..=0x7E | 0xA1..=0xFE, ..] => Reading::Rare,
        _ => Reading::Broken,
    }
}

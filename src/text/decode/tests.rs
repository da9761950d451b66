use super::{BinaryKind, Decoded, Unreadable, decode, native};
use crate::text::encoding::Encoding;

/// A table and a sentence of a house that does not exist.
const SIMPLIFIED: &str = "云岫证券研究所\t行业周报\n代码\t名称\t现价\n900001.SZ\t青岚光电\t12.35\n\
    本周板块下跌，成交额较前一周减少；我们维持“推荐”评级。风险提示：需求不及预期、汇率波动（－5.17％）。\n";
const TRADITIONAL: &str = "雲岫證券研究所\t行業週報\n代碼\t名稱\t現價\n9001.TW\t青嵐光電\t12.35\n\
    本週類股下跌，成交額較前一週減少；我們維持「買進」評等。風險提示：需求不如預期、匯率波動（－5.17％）。\n";

fn read(bytes: &[u8]) -> Result<Decoded, Unreadable> {
    decode("周报.txt", bytes, None, &native)
}

fn encoded(encoding: Encoding, text: &str) -> Vec<u8> {
    match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        Encoding::Gb18030 => encoding_rs::GB18030.encode(text).0.into_owned(),
        Encoding::Big5 => encoding_rs::BIG5.encode(text).0.into_owned(),
    }
}

/// `text` in `encoding`, behind `mark`, is read as itself.
#[track_caller]
fn check_text(mark: &[u8], encoding: Encoding, text: &str, guessed: bool) {
    let bytes = [mark, &encoded(encoding, text)].concat();
    let decoded = read(&bytes).unwrap();
    assert_eq!((decoded.source.encoding(), decoded.guessed), (encoding, guessed));
    assert_eq!(decoded.source.text(), text);
    assert_eq!((decoded.broken_characters, decoded.nul_characters), (0, 0));
    assert_eq!(decoded.source.byte_count(), bytes.len());
}

#[track_caller]
fn check_refused(bytes: &[u8], expected: Unreadable) {
    assert_eq!(read(bytes).map(|decoded| decoded.source.encoding()), Err(expected));
}

/// Bytes that repeat on no machine's patience but are the same on each.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    };
    (0..length).map(|_| next()).collect()
}

#[test]
fn every_encoding_is_recognized() {
    check_text(b"", Encoding::Utf8, SIMPLIFIED, false);
    check_text(b"\xEF\xBB\xBF", Encoding::Utf8, SIMPLIFIED, false);
    check_text(b"\xFF\xFE", Encoding::Utf16Le, SIMPLIFIED, false);
    check_text(b"\xFE\xFF", Encoding::Utf16Be, SIMPLIFIED, false);
    check_text(b"", Encoding::Utf16Le, SIMPLIFIED, true);
    check_text(b"", Encoding::Utf16Be, SIMPLIFIED, true);
    check_text(b"", Encoding::Gb18030, SIMPLIFIED, true);
    check_text(b"\x84\x31\x95\x33", Encoding::Gb18030, SIMPLIFIED, true);
    check_text(b"", Encoding::Big5, TRADITIONAL, true);
    check_text(b"", Encoding::Gb18030, TRADITIONAL, true);
    // A character beyond the first plane: two units of UTF-16, four bytes of GB18030.
    check_text(b"", Encoding::Gb18030, "𠮷野证券维持买入评级", true);
    check_text(b"\xFF\xFE", Encoding::Utf16Le, "𠮷野证券", false);
}

#[test]
fn short_texts_are_recognized() {
    check_text(b"", Encoding::Gb18030, "增持", true);
    check_text(b"", Encoding::Gb18030, "评级：买入", true);
    check_text(b"", Encoding::Big5, "買進", true);
    check_text(b"", Encoding::Big5, "評等：買進", true);
    check_text(b"", Encoding::Utf16Le, "PE 12.3\n", true);
    check_text(b"", Encoding::Utf8, "a", false);
}

#[test]
fn hanzi_far_behind_decide() {
    let text = "0.15\t-0.38\n".repeat(60_000) + SIMPLIFIED;
    check_text(b"", Encoding::Gb18030, &text, true);
}

#[test]
fn long_texts_are_read_whole() {
    let text = SIMPLIFIED.repeat(2_000);
    for encoding in [Encoding::Utf8, Encoding::Gb18030, Encoding::Utf16Be] {
        let decoded = read(&encoded(encoding, &text)).unwrap();
        assert!(decoded.source.text() == text, "{encoding:?}");
        let lines: Vec<&str> = decoded.source.lines().map(|line| decoded.source.slice(line)).collect();
        assert!(lines.iter().copied().eq(text.split('\n')), "{encoding:?}");
    }
    let decoded = decode("a.txt", &[text.as_bytes(), b"\xFF"].concat(), None, &native).unwrap();
    assert_eq!((decoded.source.text().len(), decoded.broken_characters), (text.len() + 3, 1));
}

#[test]
fn a_chosen_encoding_is_obeyed() {
    let bytes = encoded(Encoding::Big5, TRADITIONAL);
    for chosen in Encoding::ALL {
        let decoded = decode("a.txt", &bytes, Some(chosen), &native).unwrap();
        assert_eq!((decoded.source.encoding(), decoded.guessed), (chosen, false));
        assert_eq!(decoded.source.text() == TRADITIONAL, chosen == Encoding::Big5);
    }
}

#[test]
fn broken_places_are_counted() {
    let mut bytes = SIMPLIFIED.as_bytes().to_vec();
    bytes[1] = b'?';
    bytes.push(0xE4);
    let decoded = read(&bytes).unwrap();
    assert_eq!((decoded.source.encoding(), decoded.guessed), (Encoding::Utf8, true));
    assert_eq!(decoded.broken_characters, 3);
    assert!(decoded.source.text().starts_with("\u{FFFD}?\u{FFFD}岫证券"));

    // Western accents: nothing to guess an encoding by, and all but them can be read.
    let decoded = read(b"Caf\xE9 Holdings, price target 12.35, rating Buy, and the rest of it.").unwrap();
    assert_eq!((decoded.source.encoding(), decoded.broken_characters), (Encoding::Utf8, 1));

    let mut bytes = encoded(Encoding::Gb18030, SIMPLIFIED);
    bytes.push(0xFF);
    assert_eq!(read(&bytes).unwrap().broken_characters, 1);
    let bytes = [b"\xFF\xFE".to_vec(), encoded(Encoding::Utf16Le, "买入"), vec![b'!']].concat();
    assert_eq!(read(&bytes).unwrap().source.text(), "买入\u{FFFD}");
}

#[test]
fn a_few_nul_characters_are_kept() {
    for text in ["现价\x0012.35\0", "rating\0buy, lower case letters all the way down to here"] {
        let decoded = read(text.as_bytes()).unwrap();
        assert_eq!(decoded.source.text(), text);
        assert_eq!(decoded.nul_characters, text.matches('\0').count());
    }
    check_refused(&[0; 4096], Unreadable::Binary(BinaryKind::Other));
    check_refused(&b"ab\0\0\0c".repeat(100), Unreadable::Binary(BinaryKind::Other));
}

#[test]
fn nothing_is_no_text() {
    check_refused(b"", Unreadable::Empty);
    check_refused(b"\xEF\xBB\xBF", Unreadable::Empty);
    check_refused(b"\xFF\xFE", Unreadable::Empty);
    check_refused(b" \t\r\n\n", Unreadable::Blank);
    check_refused("\u{FEFF}\u{3000}\u{A0}\u{200B}\n".as_bytes(), Unreadable::Blank);
    check_refused(b"\xFF\xFE \0\n\0", Unreadable::Blank);
}

#[test]
fn other_files_are_told_by_their_heads() {
    let cases: &[(&[u8], BinaryKind)] = &[
        (b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj", BinaryKind::Pdf),
        (b"\xB0\xC5junk\n%PDF-1.4\n%\xE2\xE3\xCF\xD3\n", BinaryKind::Pdf),
        (b"PK\x03\x04\x14\0\0\0\x08\0\x21\0a.txt", BinaryKind::Zip),
        (b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0[Content_Types].xml", BinaryKind::Office),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", BinaryKind::Office),
        (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", BinaryKind::Image),
        (b"\xFF\xD8\xFF\xE0\0\x10JFIF\0", BinaryKind::Image),
        (b"RIFF\x24\0\0\0WEBPVP8 ", BinaryKind::Image),
        (b"\0\0\0\x18ftypheic\0\0\0\0", BinaryKind::Image),
        (b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xFF\xFF\0\0", BinaryKind::Program),
        (b"\x7FELF\x02\x01\x01\0", BinaryKind::Program),
        (b"ID3\x04\0\0\0\0\0\x21", BinaryKind::Other),
    ];
    for (bytes, kind) in cases {
        check_refused(bytes, Unreadable::Binary(*kind));
    }
    // The same letters begin words, and a report may tell of PDFs.
    for text in ["MZ Holdings", "BM: 买入", "PK赛", "BZh", "见附件：%PDF-1.4 格式"] {
        check_text(b"", Encoding::Utf8, text, false);
    }
}

#[test]
fn noise_is_no_text() {
    check_refused(&noise(50_000), Unreadable::Noise);
    let high: Vec<u8> = noise(50_000).into_iter().map(|byte| byte | 0x80).collect();
    check_refused(&high, Unreadable::Noise);
    let visible: Vec<u8> = noise(50_000).into_iter().map(|byte| byte.max(0x20)).collect();
    check_refused(&visible, Unreadable::Noise);
    let bytes: Vec<u8> = [&SIMPLIFIED.as_bytes()[..20], &noise(400_000)].concat();
    check_refused(&bytes, Unreadable::Noise);
}

use proptest::{
    collection::vec,
    prelude::{Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest},
    sample::select,
};

use super::{decode, native};
use crate::text::encoding::Encoding;

/// Bytes as files have them: any, high ones alone, mostly zero, marks and heads before them.
fn file() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop_oneof![any::<u8>(), 0x80..=0xFE_u8, 0x20..0x7F_u8, Just(0)];
    let head = select(vec![
        &b""[..],
        b"\xEF\xBB\xBF",
        b"\xFF\xFE",
        b"\xFE\xFF",
        b"\x84\x31\x95\x33",
        b"PK",
        b"%PDF-",
    ]);
    (head, vec(byte, 0..300)).prop_map(|(head, bytes)| [head, &bytes].concat())
}

/// Hanzi of the usual level as two bytes each.
fn hanzi(lead: std::ops::Range<u8>, trail: impl Strategy<Value = u8>) -> impl Strategy<Value = Vec<u8>> {
    vec((lead, trail), 20..200)
        .prop_map(|pairs| pairs.into_iter().flat_map(|(lead, trail)| [lead, trail]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_file_is_decoded_or_refused(bytes in file(), chosen in select(vec![0, 1, 2, 3, 4, 5])) {
        let chosen = Encoding::ALL.get(chosen).copied();
        if let Ok(decoded) = decode("a", &bytes, chosen, &native) {
            prop_assert_eq!(decoded.source.byte_count(), bytes.len());
            prop_assert!(!decoded.source.text().trim().is_empty());
            prop_assert!(chosen.is_none_or(|chosen| chosen == decoded.source.encoding()));
        }
    }

    #[test]
    fn any_text_is_read_as_itself(text in "\\PC{0,300}[\u{4E00}-\u{9FFF}]") {
        let decoded = decode("a", text.as_bytes(), None, &native);
        prop_assert!(decoded.is_ok_and(|decoded| decoded.source.text() == text && !decoded.guessed));
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let decoded = decode("a", &units, Some(Encoding::Utf16Le), &native);
        prop_assert!(decoded.is_ok_and(|decoded| decoded.source.text() == text));
    }

    #[test]
    fn usual_hanzi_of_gb18030_are_told(bytes in hanzi(0xB0..0xD7, 0xA1..=0xFE_u8)) {
        let encoding = decode("a", &bytes, None, &native).map(|decoded| decoded.source.encoding());
        prop_assert_eq!(encoding, Ok(Encoding::Gb18030));
    }

    #[test]
    fn usual_hanzi_of_big5_are_told(bytes in hanzi(0xA4..0xC6, prop_oneof![0x40..=0x7E_u8, 0xA1..=0xFE_u8])) {
        let encoding = decode("a", &bytes, None, &native).map(|decoded| decoded.source.encoding());
        prop_assert_eq!(encoding, Ok(Encoding::Big5));
    }
}

use miniz_oxide::{deflate::compress_to_vec, inflate::decompress_to_vec_with_limit};
use proptest::prelude::{any, prop_assert_eq, proptest};

use super::{
    Allowance, ArchiveProblem, MOST_ENTRIES, MOST_RATIO, Packed, PackedFile, Packing, Unpacking, Writing,
    files, is_archive,
};
use crate::text::decode::native;

/// An archive of these files, deflated.
fn archive(contents: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writing = Writing::default();
    let mut archive = Vec::new();
    for (path, bytes) in contents {
        let deflated = compress_to_vec(bytes, 6);
        archive.extend(writing.add(Packed { path, bytes, deflated: Some(&deflated) }).unwrap());
    }
    archive.extend(writing.finish());
    archive
}

/// Unpacks in pieces of 1,000 bytes, as a stream does.
fn unpacked(archive: &[u8], file: &PackedFile, allowance: &mut Allowance) -> Result<Vec<u8>, ArchiveProblem> {
    let packed = &archive[file.place.clone()];
    let bytes = match file.packing {
        Packing::Stored => packed.to_vec(),
        Packing::Deflated => {
            decompress_to_vec_with_limit(packed, 1 << 28).map_err(|_| ArchiveProblem::Broken)?
        }
    };
    let mut unpacking = Unpacking::of(file);
    for piece in bytes.chunks(1_000) {
        unpacking.take(piece, allowance)?;
    }
    unpacking.finish()
}

type Contents = Vec<(String, Result<Vec<u8>, ArchiveProblem>)>;

fn contents(archive: &[u8]) -> Result<Contents, ArchiveProblem> {
    let mut allowance = Allowance::of(archive.len());
    let listed = files(archive, &native)?;
    Ok(listed
        .into_iter()
        .map(|(name, file)| (name, file.and_then(|file| unpacked(archive, &file, &mut allowance))))
        .collect())
}

#[test]
fn files_come_out_as_they_went_in() {
    let bytes = archive(&[("周报/一.txt", "买入".as_bytes()), ("empty.txt", b""), ("folder/", b"")]);
    assert!(is_archive(&bytes));
    let expected = vec![("一.txt".to_owned(), Ok("买入".into())), ("empty.txt".to_owned(), Ok(Vec::new()))];
    assert_eq!(contents(&bytes).unwrap(), expected);
}

#[test]
fn names_lose_their_folders_and_what_systems_add_is_left_out() {
    let names =
        ["../../etc/passwd", "..\\up.txt", "/root.txt", "__MACOSX/._a.txt", "a/.DS_Store", "a/Thumbs.db"];
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (*name, b"x".as_slice())).collect();
    let found: Vec<_> = contents(&archive(&files)).unwrap().into_iter().map(|(name, _)| name).collect();
    assert_eq!(found, ["passwd", "up.txt", "root.txt"]);
}

/// The archive with its one name put into other bytes of the same length, and not said to be UTF-8.
fn renamed(archive: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let mut bytes = archive.to_vec();
    for start in 0..bytes.len() - from.len() {
        if bytes[start..].starts_with(from) {
            bytes[start..start + to.len()].copy_from_slice(to);
        }
        let flags = match &bytes[start..start + 4] {
            b"PK\x03\x04" => start + 6,
            b"PK\x01\x02" => start + 8,
            _ => continue,
        };
        bytes[flags..flags + 2].copy_from_slice(&[0, 0]);
    }
    bytes
}

#[test]
fn names_in_gbk_are_read() {
    let gbk = encoding_rs::GBK.encode("研报周刊").0.into_owned();
    let bytes = renamed(&archive(&[("nameinGB", b"x")]), b"nameinGB", &gbk);
    assert_eq!(contents(&bytes).unwrap()[0].0, "研报周刊");
}

#[test]
fn an_archive_of_blanks_is_stopped_at_its_ratio() {
    let bomb = archive(&[("bomb.txt", &vec![b' '; 4_000_000]), ("report.txt", b"text")]);
    assert!(bomb.len() < 8_000);
    let found = contents(&bomb).unwrap();
    assert_eq!(found[0].1, Err(ArchiveProblem::TooLarge));
    // A small one does no harm.
    assert_eq!(contents(&archive(&[("blank.txt", &[b' '; 40_000])])).unwrap()[0].1, Ok(vec![b' '; 40_000]));
}

#[test]
fn an_archive_of_many_bombs_is_stopped_as_a_whole() {
    // Each file alone is within its ratio; all together they are not, since they share their bytes.
    let mut allowance = Allowance::of(1_000);
    let file = PackedFile { place: 0..1_000, packing: Packing::Stored, size: 150_000, checksum: 0 };
    assert_eq!(Unpacking::of(&file).take(&[0; 150_000], &mut allowance), Ok(()));
    assert_eq!(Unpacking::of(&file).take(&[0; 150_000], &mut allowance), Err(ArchiveProblem::TooLarge));
    assert_eq!(Allowance::of(usize::MAX).0, super::MOST_UNPACKED);
    assert_eq!(Allowance::of(1_000_000).0, 1_000_000 * MOST_RATIO);
}

#[test]
fn too_many_entries_are_refused() {
    let names: Vec<String> = (0..=MOST_ENTRIES).map(|number| format!("{number}.txt")).collect();
    let mut writing = Writing::default();
    let mut bytes = Vec::new();
    for path in &names {
        bytes.extend(writing.add(Packed { path, bytes: b"", deflated: None }).unwrap());
    }
    bytes.extend(writing.finish());
    assert_eq!(files(&bytes, &native), Err(ArchiveProblem::TooMany));
}

#[test]
fn what_is_locked_packed_otherwise_or_broken_is_said() {
    let whole = archive(&[("a.txt", "买入 增持 ".repeat(50).as_bytes())]);
    let with = |local: usize, directory: usize, value: u8| {
        let mut bytes = whole.clone();
        let start = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
        bytes[local] = value;
        bytes[start + directory] = value;
        contents(&bytes).map(|mut contents| contents.remove(0).1)
    };
    assert_eq!(with(6, 8, 1), Ok(Err(ArchiveProblem::Locked)));
    assert_eq!(with(8, 10, 14), Ok(Err(ArchiveProblem::Method)));
    // The checksum, then the size.
    assert_eq!(with(14, 16, 0x55), Ok(Err(ArchiveProblem::Broken)));
    assert_eq!(with(22, 24, 0x55), Ok(Err(ArchiveProblem::Broken)));
    assert_eq!(contents(&whole[..whole.len() - 30]), Err(ArchiveProblem::Broken));
    assert_eq!(contents(b"PK\x03\x04 and no more"), Err(ArchiveProblem::Broken));
}

proptest! {
    #[test]
    fn any_files_come_back(contents_in in proptest::collection::vec(any::<Vec<u8>>(), 0..8)) {
        let paths: Vec<String> = (0..contents_in.len()).map(|number| format!("f/{number}")).collect();
        let files: Vec<(&str, &[u8])> =
            paths.iter().map(String::as_str).zip(contents_in.iter().map(Vec::as_slice)).collect();
        let out: Vec<_> = contents(&archive(&files)).unwrap().into_iter().map(|(_, bytes)| bytes.unwrap()).collect();
        prop_assert_eq!(out, contents_in);
    }

    #[test]
    fn no_bytes_panic(mut bytes: Vec<u8>, cut in 0_usize..200, flip in 0_usize..200) {
        let _ = contents(&bytes);
        bytes = archive(&[("a/b.txt", &bytes), ("c.txt", b"text")]);
        let place = flip % bytes.len();
        bytes[place] ^= 0x41;
        let _ = contents(&bytes);
        bytes.truncate(bytes.len().saturating_sub(cut));
        let _ = contents(&bytes);
    }
}

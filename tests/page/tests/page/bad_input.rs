//! Files that are no reports: each gets a message with its name, and the others go on.

use std::path::{Path, PathBuf};

use encoding_rs::{BIG5, Encoding, GB18030};
use page_tests::browser::Kind;
use page_tests::page::{Page, invented_report};
use page_tests::wait::until;
use tempfile::TempDir;
use xtask::command::{read_text, write};

const REPORT: &str = "chengjiang-robotics-weekly.txt";

struct Files(TempDir);

impl Files {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join(name);
        write(&path, content).unwrap();
        path
    }
}

/// Bytes that nothing is printed in, by a generator that is the same on every machine.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    (0..length)
        .map(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 32) as u8
        })
        .collect()
}

#[tokio::test]
async fn what_is_no_text_is_refused_by_name_and_the_rest_is_opened() {
    let files = Files::new();
    let folder = files.0.path().join("a folder");
    std::fs::create_dir(&folder).unwrap();
    let refused = [
        (files.file("empty.txt", ""), "文件是空的"),
        (files.file("blank.txt", " \t\r\n\u{3000}\n"), "只有空白"),
        (
            files.file("picture.png", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &noise(4000)].concat()),
            "图片",
        ),
        (
            files.file(
                "program.exe",
                [b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff".as_slice(), &noise(4000)].concat(),
            ),
            "程序",
        ),
        (
            files.file("archive.zip", [b"PK\x03\x04\x14\0\0\0\x08\0".as_slice(), &noise(4000)].concat()),
            "已损坏",
        ),
        (
            files.file("report.pdf", [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".as_slice(), &noise(4000)].concat()),
            "PDF",
        ),
        (files.file("noise.txt", noise(50_000_000)), "不是文字"),
        (folder, "没有文件"),
    ];
    let page = Page::open(Kind::Chromium).await;
    let mut paths: Vec<PathBuf> = refused.iter().map(|(path, _)| path.clone()).collect();
    paths.insert(3, invented_report(REPORT));
    page.drop_files(&paths).await;
    page.has_reports(1).await;
    let messages = until("every bad file has its message", async || {
        let messages = page.browser.texts(".refusals li").await;
        (messages.len() == refused.len()).then_some(messages)
    })
    .await;
    for (path, reason) in &refused {
        let name = path.file_name().unwrap().to_str().unwrap();
        let message = messages.iter().find(|message| message.starts_with(name));
        assert!(message.is_some_and(|message| message.contains(reason)), "{name}: {messages:?}");
    }
    page.has_behaved().await;
}

#[tokio::test]
async fn odd_texts_are_opened_and_nothing_breaks() {
    let files = Files::new();
    let report = read_text(&invented_report(REPORT)).unwrap();
    let paths = [
        files.file("one long line.txt", "某公司 600000.SH 涨幅 12.5% ".repeat(600_000)),
        files.file("nul.txt", report.replace("澄江", "澄\0江")),
        files.file("broken.txt", [report.as_bytes(), b"\xff\xfe\xfa\n"].concat()),
    ];
    assert!(std::fs::metadata(&paths[0]).unwrap().len() > 19_000_000);
    let page = Page::open(Kind::Chromium).await;
    page.drop_files(&paths).await;
    page.has_reports(3).await;
    page.has_behaved().await;
}

async fn is_decoded(page: &Page, files: &Files, name: &str, bytes: Vec<u8>, encoding: &str, word: &str) {
    page.drop_files(&[files.file(name, bytes)]).await;
    let chosen = format!("[data-encoding='{encoding}'][aria-pressed=true]");
    until(&format!("{name} is shown in {encoding}"), async || {
        for entry in page.browser.find_all(".library-open").await {
            entry.click().await.ok()?;
            let is_this = page.browser.text(".masthead-file .file-name").await == name;
            if is_this && !page.browser.find_all(&chosen).await.is_empty() {
                return page.browser.body_text().await.contains(word).then_some(());
            }
        }
        None
    })
    .await;
}

fn encoded(path: &Path, encoding: &'static Encoding) -> Vec<u8> {
    encoding.encode(&read_text(path).unwrap()).0.into_owned()
}

#[tokio::test]
async fn other_encodings_are_guessed_and_can_be_chosen_again() {
    let files = Files::new();
    let page = Page::open(Kind::Chromium).await;
    let (simplified, traditional) =
        (invented_report(REPORT), invented_report("haiqing-hk-property-services.txt"));
    let utf16: Vec<u8> = "\u{feff}"
        .encode_utf16()
        .chain(read_text(&simplified).unwrap().encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    is_decoded(&page, &files, "gb.txt", encoded(&simplified, GB18030), "gb18030", "衡汐传动").await;
    is_decoded(&page, &files, "big5.txt", encoded(&traditional, BIG5), "big5", "晴巒服務").await;
    is_decoded(&page, &files, "wide.txt", utf16, "utf-16le", "衡汐传动").await;

    // Another encoding makes other words of the same bytes, and the first makes the first ones again.
    page.browser.click("[data-encoding=gb18030]").await;
    page.browser.find("[data-encoding=gb18030][aria-pressed=true]").await;
    assert!(!page.browser.body_text().await.contains("衡汐传动"));
    page.browser.click("[data-encoding=utf-16le]").await;
    page.browser.sees("衡汐传动").await;
    page.has_behaved().await;
}

#[tokio::test]
async fn markup_in_a_report_is_text() {
    let files = Files::new();
    let text = "海屿证券\n\n代码\t名称\t涨跌幅\n600001.SH\t<script>document.title='taken'</script>\t1.5%\n\
                600002.SH\t<img src=x onerror=\"document.title='taken'\">\t-2.5%\n";
    let page = Page::open(Kind::Chromium).await;
    page.drop_files(&[files.file("markup.txt", text)]).await;
    page.has_reports(1).await;
    page.browser.click(".placed").await;
    page.browser.find("#source-text").await;
    page.browser.sees("<img src=x").await;
    assert!(page.browser.find_all("#app script, #app img").await.is_empty());
    assert_ne!(page.browser.client.title().await.unwrap(), "taken");
    page.has_behaved().await;
}

//! The library: hundreds of reports come in, are listed, marked and found.

use std::io::Write as _;
use std::path::Path;

use fantoccini::key::Key;
use page_tests::browser::{Browser, Kind};
use page_tests::collection::write_reports;
use page_tests::edition::single_file_address;
use page_tests::page::{Page, invented_report};
use page_tests::wait::until;
use serde_json::json;
use xtask::command::write;

const WEEKLY: &str = "chengjiang-robotics-weekly.txt";

/// Types into the search box.
pub async fn search(browser: &Browser, words: &str) {
    let set = "const box = document.getElementById('library-search'); box.value = arguments[0]; \
               box.dispatchEvent(new InputEvent('input', { bubbles: true }));";
    browser.find("#library-search").await;
    browser.script(set, vec![json!(words)]).await;
}

#[tokio::test]
async fn a_folder_of_hundreds_is_read_kept_and_found_again() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("周报");
    std::fs::create_dir(&inner).unwrap();
    let _ = write_reports(folder.path(), 240, 0);
    std::fs::copy(invented_report(WEEKLY), inner.join("一份.txt")).unwrap();
    write(&inner.join(".DS_Store"), "x").unwrap();
    let page = Page::open(Kind::Chromium).await;
    page.drop_files(&[folder.path()]).await;
    page.has_reports(241).await;
    page.has_kept(241).await;
    assert!(page.browser.find_all(".library-entry").await.len() < 40, "what is not seen is not in the page");
    assert!(page.browser.find_all(".refusals").await.is_empty());

    search(&page.browser, "No.00123").await;
    let hit = until("the text is found", async || {
        let hits = page.browser.texts(".library-hit").await;
        (hits.len() == 1).then(|| hits[0].clone())
    })
    .await;
    assert_eq!(hit, "编号 No.00123");
    page.browser.click(".library-hit").await;
    page.browser.sees("00123").await;
    assert!(page.browser.text("#source-mark").await.starts_with("No."));

    // After a reload the list is there at once, and the texts are read for the search.
    page.reload().await;
    page.has_reports(241).await;
    search(&page.browser, "No.00077").await;
    until("the text is found again", async || {
        (page.browser.texts(".library-hit").await == ["编号 No.00077"]).then_some(())
    })
    .await;
    page.has_behaved().await;
}

#[tokio::test]
async fn a_table_that_is_pasted_from_a_page_keeps_its_cells() {
    let page = Page::open(Kind::Chromium).await;
    let paste = "const data = new DataTransfer(); \
        data.setData('text/plain', '代码\\n名称\\n600001.SH\\n甲乙'); \
        data.setData('text/html', '<!--StartFragment--><p>海屿证券</p><table><tr><th>代码<th>名称<th>涨跌幅<tr><td>600001.SH<td>甲乙<td>1.5%</table>'); \
        document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData: data }));";
    page.browser.script(paste, vec![]).await;
    page.has_reports(1).await;
    assert_eq!(page.browser.texts("#table-0 tbody td:nth-child(2)").await, ["甲乙"]);
    page.has_behaved().await;
}

#[tokio::test]
async fn stopping_keeps_what_was_read() {
    let folder = tempfile::tempdir().unwrap();
    let paths = write_reports(folder.path(), 900, 30_000);
    let page = Page::open(Kind::Chromium).await;
    page.drop_files(&paths).await;
    page.browser.click(".message.progress button").await;
    until("it has stopped", async || {
        page.browser.find_all(".message.progress").await.is_empty().then_some(())
    })
    .await;
    let count = page.count().await;
    assert!((1..900).contains(&count), "{count} of 900");
    page.has_kept(count).await;
    page.reload().await;
    page.has_reports(count).await;
}

#[tokio::test]
async fn marks_stay_over_a_reload_and_narrow_the_list() {
    let page = Page::with_reports(Kind::Chromium, &[WEEKLY, "nanlu-company-initiation.txt"]).await;
    let browser = &page.browser;
    page.has_kept(2).await;
    browser.click(".library-star").await;
    browser.find(".library-star.is-starred").await;
    browser.click(".library-head .text-button").await;
    browser.click(".library-open").await;
    browser.click("#label-box").await;
    browser.type_text("要看").await;
    browser.press(Key::Enter).await;
    browser.find(".library-entry .label").await;
    // What is changed is kept a moment later.
    until("the label is kept", async || (browser.promise(LABELED).await == 1).then_some(())).await;
    page.reload().await;
    page.has_reports(2).await;
    assert_eq!(browser.texts(".library-entry .label").await, ["要看"]);
    browser.click(".library-filters summary").await;
    let choose = "const select = document.querySelector('[aria-label=标签]'); select.value = '要看'; \
                  select.dispatchEvent(new Event('change', { bubbles: true }));";
    browser.script(choose, vec![]).await;
    browser.find(".chip").await;
    assert_eq!(browser.texts(".library-count").await, ["1 / 2 份"]);
    browser.click(".chip").await;
    page.has_reports(2).await;
    page.has_behaved().await;
}

const LABELED: &str = "new Promise((done, fail) => { \
    const opening = indexedDB.open('yanjing'); \
    opening.onsuccess = () => { \
        const asking = opening.result.transaction('lines').objectStore('lines').getAll(); \
        asking.onsuccess = () => { opening.result.close(); done(asking.result.filter((line) => line.includes('要看')).length); }; \
        asking.onerror = () => fail(asking.error); \
    }; })";

/// Writes an archive with Python's `zipfile`, which is none of ours.
fn archive(path: &Path, script: &str) {
    let script = format!(
        "import io, sys, zipfile\nz = zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED)\n{script}\nz.close()\n"
    );
    let mut python = std::process::Command::new("python3")
        .arg("-")
        .arg(path)
        .stdin(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    python.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
    assert!(python.wait().unwrap().success());
}

const TEXT: &str =
    "'海屿证券\\n\\n代码\\t名称\\t涨跌幅\\n600001.SH\\t甲乙\\t1.5%%\\n600002.SH\\t丙丁\\t-2.5%%\\n%s\\n'";

#[tokio::test]
async fn archives_are_unpacked_and_bombs_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let good = folder.path().join("一周.zip");
    archive(
        &good,
        &format!(
            "class Name(zipfile.ZipInfo):\n  def _encodeFilenameFlags(self):\n    return self.filename.encode('gbk'), 0\n\
             z.writestr(Name('研报/周报甲.txt'), {TEXT} % 1, zipfile.ZIP_DEFLATED)\n\
             z.writestr('../../up.txt', {TEXT} % 2)\n\
             inner = io.BytesIO()\ni = zipfile.ZipFile(inner, 'w')\ni.writestr('inner.txt', {TEXT} % 3)\n\
             deep = io.BytesIO()\nd = zipfile.ZipFile(deep, 'w')\nd.writestr('deep.txt', {TEXT} % 4)\nd.close()\n\
             i.writestr('third.zip', deep.getvalue())\ni.close()\nz.writestr('second.zip', inner.getvalue())"
        ),
    );
    let bomb = folder.path().join("bomb.zip");
    archive(
        &bomb,
        &format!("z.writestr('bomb.txt', b' ' * 300_000_000)\nz.writestr('beside.txt', {TEXT} % 5)"),
    );
    let page = Page::open(Kind::Chromium).await;
    page.drop_files(&[good, bomb]).await;
    // 周报甲, up, inner, beside.
    page.has_reports(4).await;
    let refused = until("what is not unpacked is named", async || {
        let refused = page.browser.texts(".refusals li").await;
        (refused.len() == 2).then_some(refused)
    })
    .await;
    assert!(
        refused.iter().any(|line| line.starts_with("bomb.txt") && line.contains("解压后")),
        "{refused:?}"
    );
    assert!(refused.iter().any(|line| line.starts_with("third.zip") && line.contains("三层")), "{refused:?}");
    search(&page.browser, "周报甲.txt").await;
    until("the name in GBK is read", async || {
        (page.browser.texts(".library-count").await == ["1 / 4 份"]).then_some(())
    })
    .await;
    page.has_behaved().await;
}

#[tokio::test]
async fn a_link_leads_to_its_report_and_place_after_a_reload() {
    let page = Page::with_reports(Kind::Chromium, &[WEEKLY, "nanlu-company-initiation.txt"]).await;
    let browser = &page.browser;
    page.has_kept(2).await;
    browser.click("#table-0 tbody td:nth-child(3)").await;
    let mark = browser.text("#source-mark").await;
    let address = until("the address names the place", async || {
        let address = browser.script("return location.href", vec![]).await.as_str()?.to_owned();
        address.contains("&place=").then_some(address)
    })
    .await;
    browser.open("about:blank").await;
    browser.open(&address).await;
    assert_eq!(browser.text("#source-mark").await, mark);
    page.has_behaved().await;
}

#[tokio::test]
async fn the_single_file_reads_hundreds_in_workers_and_keeps_them() {
    let folder = tempfile::tempdir().unwrap();
    let paths = write_reports(folder.path(), 120, 0);
    let browser = Browser::start(Kind::Chromium).await;
    browser.open(&single_file_address()).await;
    browser.has_mark("library-restored").await;
    browser.drop_files(&paths).await;
    browser.find("#library[data-count='120']").await;
    search(&browser, "No.00099").await;
    until("the text is found", async || {
        (browser.texts(".library-hit").await == ["编号 No.00099"]).then_some(())
    })
    .await;
    assert_eq!(browser.complaints().await, Vec::<String>::new());
}

//! The library: hundreds of reports come in, are kept, found, and go out again.

use std::io::Write as _;
use std::path::Path;

use fantoccini::key::Key;
use page_tests::browser::{Browser, Kind};
use page_tests::collection::write_reports;
use page_tests::edition::{serve_site, single_file_address};
use page_tests::page::{Page, invented_report};
use page_tests::wait::until;
use serde_json::json;
use xtask::command::write;

const WEEKLY: &str = "chengjiang-robotics-weekly.txt";

/// Types into the search box.
async fn search(browser: &Browser, words: &str) {
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

/// Every kept file with its key and whether a line stands beside it.
const KEPT: &str = "new Promise((done, fail) => { \
    const opening = indexedDB.open('yanjing'); \
    opening.onerror = () => fail(opening.error); \
    opening.onsuccess = () => { \
        const reading = opening.result.transaction(['files', 'lines']); \
        const files = reading.objectStore('files').getAll(); \
        const lines = reading.objectStore('lines').getAllKeys(); \
        reading.oncomplete = () => { \
            opening.result.close(); \
            done([files.result.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]), lines.result.length]); \
        }; \
    }; })";

/// How often the browser is killed; `YANJING_KILLS=30` asks for more.
fn kills() -> usize {
    std::env::var("YANJING_KILLS").ok().and_then(|count| count.parse().ok()).unwrap_or(3)
}

#[tokio::test]
async fn killing_the_browser_loses_no_file_that_was_kept_and_breaks_none() {
    let folder = tempfile::tempdir().unwrap();
    let paths = write_reports(folder.path(), 500, 0);
    for round in 0..kills() {
        let Page { browser, server } = Page::open(Kind::Chromium).await;
        browser.drop_files(&paths).await;
        let least = 20 + round * 400 / kills();
        let said = until("some are kept", async || {
            let kept = browser.promise(KEPT).await[1].as_u64()?;
            (kept as usize >= least).then_some(kept as usize)
        })
        .await;
        let profile = browser.kill();
        let browser = Browser::start_in(Kind::Chromium, profile).await;
        browser.open(&server.address()).await;
        browser.has_mark("library-restored").await;
        let kept = browser.promise(KEPT).await;
        let (files, lines) = (kept[0].as_array().unwrap(), kept[1].as_u64().unwrap() as usize);
        assert_eq!(files.len(), lines, "a file has its line, or neither is there");
        assert!(lines >= said, "{said} were kept before, {lines} are now");
        for file in files {
            let path = folder.path().join(file[0].as_str().unwrap());
            assert_eq!(file[1], json!(std::fs::read_to_string(&path).unwrap()), "{}", path.display());
        }
        let page = Page { browser, server };
        page.has_reports(lines).await;
        // The rest comes in as if nothing had happened.
        page.drop_files(&paths).await;
        page.has_reports(500).await;
    }
}

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

/// What a click on the page's own links saved, as it goes to the browser's downloads.
const CATCH: &str = "window.saved = null; const make = URL.createObjectURL; \
    URL.createObjectURL = (blob) => { window.saved = blob; return make.call(URL, blob); };";

#[tokio::test]
async fn a_backup_brings_every_byte_and_mark_back() {
    let folder = tempfile::tempdir().unwrap();
    let paths = write_reports(folder.path(), 40, 0);
    let page = Page::open(Kind::Chromium).await;
    page.drop_files(&paths).await;
    page.has_reports(40).await;
    page.has_kept(40).await;
    page.browser.click(".library-star").await;
    page.browser.find(".library-star.is-starred").await;
    page.browser.script(CATCH, vec![]).await;
    page.browser.click(".backup-button").await;
    let encoded = until("the backup is saved", async || {
        let bytes = "window.saved ? saved.arrayBuffer().then((bytes) => btoa(new Uint8Array(bytes).reduce( \
            (text, byte) => text + String.fromCharCode(byte), ''))) : Promise.resolve(null)";
        page.browser.promise(bytes).await.as_str().map(str::to_owned)
    })
    .await;
    let backup = folder.path().join("backup.zip");
    let decode = "import base64, sys; open(sys.argv[1], 'wb').write(base64.b64decode(sys.stdin.read()))";
    let mut python = std::process::Command::new("python3")
        .args(["-c", decode])
        .arg(&backup)
        .stdin(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    python.stdin.take().unwrap().write_all(encoded.as_bytes()).unwrap();
    assert!(python.wait().unwrap().success());

    let before = page.browser.promise(KEPT).await;
    let wipe = "new Promise((done, fail) => { const deleting = indexedDB.deleteDatabase('yanjing'); \
        deleting.onsuccess = () => done(1); deleting.onerror = () => fail(deleting.error); })";
    assert_eq!(page.browser.promise(wipe).await, 1);
    page.reload().await;
    assert_eq!(page.count().await, 0);
    page.drop_files(&[backup]).await;
    page.has_reports(40).await;
    page.has_kept(40).await;
    assert_eq!(page.browser.promise(KEPT).await, before);
    page.browser.find(".library-star.is-starred").await;
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
async fn a_full_disk_is_said_and_what_was_kept_stays() {
    let server = serve_site("/");
    let browser = Browser::start(Kind::Chromium).await;
    // Before anything is kept: the browser remembers for half a minute how much room there was.
    browser.open(&(server.address() + "icon.svg")).await;
    let quota = json!({ "origin": server.address().trim_end_matches('/'), "quotaSize": 4_000_000 });
    browser.developer_command("Storage.overrideQuotaForOrigin", quota).await;
    browser.open(&server.address()).await;
    let page = Page { browser, server };
    page.is_usable().await;
    page.drop_files(&[invented_report(WEEKLY)]).await;
    page.has_reports(1).await;
    page.has_kept(1).await;
    let folder = tempfile::tempdir().unwrap();
    let paths = write_reports(folder.path(), 160, 60_000);
    page.drop_files(&paths).await;
    page.has_reports(161).await;
    page.browser.sees("配额已满").await;
    page.reload().await;
    assert!((1..161).contains(&page.count().await));
    search(&page.browser, "衡汐传动").await;
    page.browser.click(".library-hit").await;
    page.browser.find("#source-mark").await;
}

#[tokio::test]
async fn a_library_that_is_blocked_is_said_so_and_work_goes_on() {
    let page = Page::open(Kind::Chromium).await;
    let block = json!({ "source": "Object.defineProperty(window, 'indexedDB', { get() { throw new Error('blocked'); } })" });
    page.browser.developer_command("Page.addScriptToEvaluateOnNewDocument", block).await;
    page.reload().await;
    let folder = tempfile::tempdir().unwrap();
    let paths = write_reports(folder.path(), 30, 0);
    page.drop_files(&paths).await;
    page.has_reports(30).await;
    page.browser.sees("浏览器不允许保存").await;
    search(&page.browser, "No.00021").await;
    page.browser.click(".library-hit").await;
    assert!(page.browser.text("#source-mark").await.starts_with("No."));
}

#[tokio::test]
async fn two_windows_see_each_others_changes() {
    let page = Page::open(Kind::Chromium).await;
    let client = &page.browser.client;
    let first = client.window().await.unwrap();
    let second = client.new_window(true).await.unwrap().handle;
    client.switch_to_window(second.clone()).await.unwrap();
    page.reload().await;
    let folder = tempfile::tempdir().unwrap();
    let paths = write_reports(folder.path(), 60, 0);
    page.drop_files(&paths[..40]).await;
    client.switch_to_window(first).await.unwrap();
    page.drop_files(&paths[20..]).await;
    page.has_reports(60).await;
    page.has_kept(60).await;
    page.browser.click(".library-remove").await;
    page.has_reports(59).await;
    client.switch_to_window(second).await.unwrap();
    page.has_reports(59).await;
    page.browser.click(".removed-button").await;
    page.browser.click(".library-restore").await;
    page.has_reports(60).await;
}

#[tokio::test]
async fn a_library_of_the_first_version_is_taken_over_whole() {
    let page = Page::open(Kind::Chromium).await;
    let text = std::fs::read_to_string(invented_report(WEEKLY)).unwrap();
    // As version 1 wrote it: one store, no lines.
    let write = "new Promise((done, fail) => { \
        const deleting = indexedDB.deleteDatabase('yanjing'); \
        deleting.onerror = fail; \
        deleting.onsuccess = () => { \
            const opening = indexedDB.open('yanjing', 1); \
            opening.onupgradeneeded = () => opening.result.createObjectStore('files'); \
            opening.onsuccess = () => { \
                const database = opening.result; \
                const writing = database.transaction('files', 'readwrite'); \
                writing.objectStore('files').put({ name: '旧的.txt', bytes: new TextEncoder().encode(window.text), encoding: null, openedAt: 1700000000000 }, \
                    '0123456789abcdef0123456789abcdef'); \
                writing.oncomplete = () => { database.close(); done(1); }; \
            }; \
        }; })";
    page.browser.script("window.text = arguments[0]", vec![json!(text)]).await;
    assert_eq!(page.browser.promise(write).await, 1);
    page.reload().await;
    page.has_reports(1).await;
    page.browser.sees("衡汐传动").await;
    until("its summary is made and kept", async || {
        (page.browser.texts(".library-title").await != ["旧的.txt"]).then_some(())
    })
    .await;
    page.has_behaved().await;
}

#[tokio::test]
async fn a_newer_library_is_left_alone() {
    let page = Page::with_reports(Kind::Chromium, &[WEEKLY]).await;
    page.has_kept(1).await;
    let raise = "new Promise((done, fail) => { \
        const opening = indexedDB.open('yanjing', 99); \
        opening.onerror = () => fail(opening.error); \
        opening.onsuccess = () => { opening.result.close(); done(1); }; })";
    assert_eq!(page.browser.promise(raise).await, 1);
    page.browser.sees("已被删除或接管").await;
    page.reload().await;
    page.browser.sees("更新版本").await;
    page.drop_files(&[invented_report("nanlu-company-initiation.txt")]).await;
    page.has_reports(1).await;
    page.has_kept(1).await;
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

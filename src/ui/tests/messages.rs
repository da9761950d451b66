use super::{bare, in_english, page, screen, weekly};
use crate::view::{
    keeping::{Keeping, KeepingTrouble, Share},
    refusal::{Refusal, RefusalReason},
    state::{Action, Announcement, Progress, State},
};

fn refusal(name: &str, reason: RefusalReason) -> Refusal {
    Refusal { name: name.to_owned(), reason }
}

#[test]
fn each_refusal_names_its_file_and_its_reason() {
    let refusals =
        vec![refusal("空.txt", RefusalReason::Empty), refusal("<b>周报</b>.pdf", RefusalReason::Pdf)];
    let page = page(&in_english(State { refusals, ..State::default() }));
    let alert = page.one("[role=alert]");
    assert_eq!(alert.texts("strong"), ["2 files could not be opened", "空.txt", "<b>周报</b>.pdf"]);
    let lines = alert.texts("li");
    assert_eq!(lines[0], "空.txt The file is empty.");
    assert!(lines[1].starts_with("<b>周报</b>.pdf This is a PDF, which cannot be read yet."), "{}", lines[1]);
    assert_eq!(alert.texts("button"), ["Dismiss"]);
}

#[test]
fn every_reason_has_words_of_its_own_in_both_languages() {
    use RefusalReason::{
        Archive, Binary, Blank, BrokenArchive, Empty, Failed, Folder, Locked, Nested, NotPacked, Office,
        PackedOtherwise, Pdf, Picture, Program, TooLarge, TooManyEntries,
    };
    let of_files = [Empty, Blank, Pdf, Archive, Picture, Program, Office, Binary, Folder, Failed];
    let of_archives = [BrokenArchive, TooManyEntries, TooLarge, Locked, PackedOtherwise, Nested, NotPacked];
    let reasons = of_files.into_iter().chain(of_archives);
    let refusals: Vec<_> = reasons.map(|reason| refusal("", reason)).collect();
    let state = State { refusals, ..State::default() };
    let mut lines =
        [page(&state).texts(".refusals li"), page(&in_english(state)).texts(".refusals li")].concat();
    assert_eq!(lines.len(), 34);
    lines.sort();
    lines.dedup();
    assert_eq!(lines.len(), 34);
}

#[test]
fn progress_says_how_far_and_a_quiet_page_has_no_message() {
    let reading = State {
        progress: Some(Progress { done: 12, total: 300, ..Progress::default() }),
        ..State::default()
    };
    let busy = page(&reading);
    let bar = busy.one("progress");
    assert_eq!(bar.attribute("aria-label"), "正在读取 12 / 300");
    assert_eq!((bar.attribute("value"), bar.attribute("max")), ("12", "300"));
    assert!(page(&State::default()).all(".message").is_empty());
}

#[test]
fn trouble_with_the_library_is_said_at_once_and_files_can_be_tried_again() {
    let full = State { keeping: Keeping::Trouble(KeepingTrouble::Full), ..screen([weekly()]) };
    assert!(page(&full).one(".keeping-trouble").text().starts_with("磁盘或浏览器配额已满"));
    let failed = State { refusals: vec![refusal("锁.txt", RefusalReason::Failed)], ..State::default() };
    assert_eq!(page(&failed).texts(".refusals button"), ["重试", "知道了"]);
    let several = screen([weekly(), bare("b.txt")])
        .apply(Action::Remove(vec!["robots.txt".into(), "b.txt".into()], 1.0));
    assert_eq!(page(&several).one(".toast span").text(), "已移除 2 份研报");
}

#[test]
fn removing_can_be_undone() {
    let page = page(&screen([bare("robots.txt")]).apply(Action::Remove(vec!["robots.txt".into()], 1.0)));
    assert_eq!(page.one(".toast span").text(), "已移除《robots.txt》");
    assert_eq!(page.texts(".toast button"), ["撤销"]);
    assert_eq!(page.one("#announcer").text(), "已移除《robots.txt》");
}

#[test]
fn the_status_line_counts_reports_diagnostics_and_no_requests() {
    let open = State { keeping: Keeping::Kept, ..screen([weekly()]) };
    let count = open.diagnostic_count();
    let line = |state: State| page(&in_english(state)).one(".status-line").texts("span");
    let diagnostics = if count == 1 { "1 diagnostic".to_owned() } else { format!("{count} diagnostics") };
    assert_eq!(
        line(open.clone()),
        ["1 report", &diagnostics, "", "Kept on this machine", "0 outside requests"]
    );
    let share = Some(Share { used: 2.4e6, most: 1e10, is_persistent: true });
    assert_eq!(line(State { share, ..open.clone() })[3], "Kept on this machine · 2.4 MB / 10 GB");
    let lost = line(State { keeping: Keeping::Trouble(KeepingTrouble::Unavailable), ..open });
    assert_eq!(lost[3], "The browser keeps nothing; reopen after a reload");
    assert_eq!(line(State::default()), ["0 reports", "0 diagnostics", "", "0 outside requests"]);
}

#[test]
fn equal_announcements_differ_in_text() {
    let said = |count| {
        let announcement = Some((count, Announcement::Opened(2)));
        page(&State { announcement, ..State::default() }).one("#announcer").text()
    };
    assert_eq!(said(0), "已打开 2 份研报");
    assert_eq!(said(1).trim_end(), said(0));
    assert_ne!(said(1), said(0));
}

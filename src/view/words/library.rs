//! Words of the library with something in them.

use crate::{
    library::{record::REMOVED_DAYS, summary::ReportKind},
    view::{
        catalog::{facet::Facet, listing::Sorting},
        keeping::{Keeping, KeepingTrouble, Share},
        settings::Language,
        state::Progress,
    },
};

use Language::{Chinese, English};

/// `最近删除 (3)`.
#[must_use]
pub fn removed_count(language: Language, count: usize) -> String {
    match language {
        Chinese => format!("最近删除 ({count})"),
        English => format!("Removed ({count})"),
    }
}

/// How long what was removed is kept.
#[must_use]
pub fn removed_hint(language: Language) -> String {
    match language {
        Chinese => format!("移除的研报保留 {REMOVED_DAYS} 天，之后彻底删除。"),
        English => format!("Removed reports are kept for {REMOVED_DAYS} days, then deleted."),
    }
}

/// `还可恢复 12 天`.
#[must_use]
pub fn days_left(language: Language, days: u32) -> String {
    match language {
        Chinese => format!("还可恢复 {days} 天"),
        English => format!("{days} days left"),
    }
}

/// `已移除 12 份研报`; of one its title is said.
#[must_use]
pub fn removed_many(language: Language, count: usize) -> String {
    match language {
        Chinese => format!("已移除 {count} 份研报"),
        English => format!("Removed {count} reports"),
    }
}

/// What shows the scales of all reports again.
#[must_use]
pub fn compare_all(language: Language) -> &'static str {
    match language {
        Chinese => "对比全部研报",
        English => "Compare all reports",
    }
}

/// What opens the chosen reports together.
#[must_use]
pub fn compare_chosen(language: Language) -> &'static str {
    match language {
        Chinese => "对比评级",
        English => "Compare ratings",
    }
}

/// What saves all tables of the chosen reports, or their documents.
#[must_use]
pub fn export_tables(language: Language, is_workbook: bool) -> &'static str {
    match (language, is_workbook) {
        (Chinese, true) => "导出 XLSX",
        (Chinese, false) => "导出 JSON",
        (English, true) => "Export XLSX",
        (English, false) => "Export JSON",
    }
}

/// `已选 12`.
#[must_use]
pub fn chosen_count(language: Language, count: usize) -> String {
    match language {
        Chinese => format!("已选 {count}"),
        English => format!("{count} chosen"),
    }
}

/// `12 / 2000 份`.
#[must_use]
pub fn listed_count(language: Language, listed: usize, all: usize) -> String {
    match language {
        Chinese => format!("{listed} / {all} 份"),
        English => format!("{listed} of {all}"),
    }
}

/// `取消筛选 澄江证券`.
#[must_use]
pub fn without_filter(language: Language, value: &str) -> String {
    match language {
        Chinese => format!("取消筛选 {value}"),
        English => format!("No longer only {value}"),
    }
}

/// The name of an order.
#[must_use]
pub fn sorting(language: Language, sorting: Sorting) -> &'static str {
    match (language, sorting) {
        (Chinese, Sorting::Date) => "按日期",
        (Chinese, Sorting::Broker) => "按券商",
        (Chinese, Sorting::Industry) => "按行业",
        (Chinese, Sorting::Rating) => "按评级",
        (Chinese, Sorting::Title) => "按标题",
        (Chinese, Sorting::Opened) => "按打开时间",
        (English, Sorting::Date) => "By date",
        (English, Sorting::Broker) => "By house",
        (English, Sorting::Industry) => "By industry",
        (English, Sorting::Rating) => "By rating",
        (English, Sorting::Title) => "By title",
        (English, Sorting::Opened) => "By time opened",
    }
}

/// The name of a field that the list is narrowed by.
#[must_use]
pub fn facet(language: Language, facet: Facet) -> &'static str {
    match (language, facet) {
        (Chinese, Facet::Broker) => "券商",
        (Chinese, Facet::Industry) => "行业",
        (Chinese, Facet::Month) => "月份",
        (Chinese, Facet::Rating) => "评级",
        (Chinese, Facet::Kind) => "类别",
        (Chinese, Facet::Label) => "标签",
        (Chinese, Facet::Star) => "星标",
        (English, Facet::Broker) => "House",
        (English, Facet::Industry) => "Industry",
        (English, Facet::Month) => "Month",
        (English, Facet::Rating) => "Rating",
        (English, Facet::Kind) => "Kind",
        (English, Facet::Label) => "Label",
        (English, Facet::Star) => "Star",
    }
}

/// The name of what a report is about.
#[must_use]
pub fn report_kind(language: Language, kind: ReportKind) -> &'static str {
    match (language, kind) {
        (Chinese, ReportKind::Company) => "公司",
        (Chinese, ReportKind::Industry) => "行业",
        (Chinese, ReportKind::Other) => "其他",
        (English, ReportKind::Company) => "Company",
        (English, ReportKind::Industry) => "Industry",
        (English, ReportKind::Other) => "Other",
    }
}

/// Whether the library outlives a reload, and why not.
#[must_use]
pub fn keeping(language: Language, keeping: Keeping) -> &'static str {
    use KeepingTrouble as T;
    let words = language.words();
    match (language, keeping) {
        (_, Keeping::Opening) => "",
        (_, Keeping::Kept) => words.kept,
        (_, Keeping::Trouble(T::Unavailable)) => words.not_kept,
        (Chinese, Keeping::Trouble(T::Newer)) => {
            "研报库由更新版本的研镜写成，这一版不去动它；请重新载入以更新。现在打开的只在内存里。"
        }
        (Chinese, Keeping::Trouble(T::Held)) => {
            "另一个窗口还开着旧版研镜，占用了研报库；请关闭它再重新载入。现在打开的只在内存里。"
        }
        (Chinese, Keeping::Trouble(T::Lost)) => {
            "浏览器里的研报库已被删除或接管；这里打开的还在内存里，重新载入后重建。"
        }
        (Chinese, Keeping::Trouble(T::Full)) => {
            "磁盘或浏览器配额已满，新打开的没有保存；已保存的不受影响。可先备份，再移除一些。"
        }
        (Chinese, Keeping::Trouble(T::Failed)) => {
            "浏览器未能写入研报库，新打开的只在内存里；已保存的不受影响。"
        }
        (English, Keeping::Trouble(T::Newer)) => {
            "A newer version wrote this library; this one leaves it alone. Reload to update. What you open now is in memory only."
        }
        (English, Keeping::Trouble(T::Held)) => {
            "Another window with an older version holds the library. Close it and reload. What you open now is in memory only."
        }
        (English, Keeping::Trouble(T::Lost)) => {
            "The library was deleted or taken over. What is open here is still in memory; a reload begins anew."
        }
        (English, Keeping::Trouble(T::Full)) => {
            "The disk or the browser's quota is full: what you open now is not kept. What was kept is safe. Back up, then remove some."
        }
        (English, Keeping::Trouble(T::Failed)) => {
            "The browser could not write to the library: what you open now is in memory only. What was kept is safe."
        }
    }
}

/// `23 MB / 2.1 GB`: what the page keeps of what it may.
#[must_use]
pub fn share(share: Share) -> String {
    format!("{} / {}", bytes(share.used), bytes(share.most))
}

/// `23 MB`, `2.1 GB`: a thousand to the next unit, one decimal below ten.
#[must_use]
pub fn bytes(count: f64) -> String {
    let (mut count, mut unit) = (count / 1e3, "kB");
    for next in ["MB", "GB", "TB"] {
        if count >= 999.5 {
            (count, unit) = (count / 1e3, next);
        }
    }
    let tenths = (count * 10.0).round() as u64;
    if tenths >= 100 || tenths.is_multiple_of(10) {
        format!("{} {unit}", (count.round()) as u64)
    } else {
        format!("{}.{} {unit}", tenths / 10, tenths % 10)
    }
}

/// `正在读取 12 / 300 · 3.4 MB · 还需 4 秒`.
#[must_use]
pub fn progress(language: Language, progress: &Progress) -> String {
    let mut said = super::phrases::reading(language, progress.done, progress.total);
    if progress.bytes > 0.0 {
        said = format!("{said} · {}", bytes(progress.bytes));
    }
    match (language, progress.seconds_left) {
        (_, None) => said,
        (Chinese, Some(seconds)) => format!("{said} · 还需 {seconds} 秒"),
        (English, Some(seconds)) => format!("{said} · {seconds} s left"),
    }
}

#[cfg(test)]
mod tests {
    use super::{bytes, progress};
    use crate::view::{settings::Language, state::Progress};

    #[test]
    fn bytes_are_said_shortly() {
        let said = [0.0, 1_200.0, 23_400_000.0, 999_400.0, 999_600.0, 2_140_000_000.0].map(bytes);
        assert_eq!(said, ["0 kB", "1.2 kB", "23 MB", "999 kB", "1 MB", "2.1 GB"]);
    }

    #[test]
    fn progress_says_what_is_known() {
        let mut reading = Progress { done: 12, total: 300, ..Progress::default() };
        assert_eq!(progress(Language::Chinese, &reading), "正在读取 12 / 300");
        reading.bytes = 3_400_000.0;
        reading.seconds_left = Some(4);
        assert_eq!(progress(Language::Chinese, &reading), "正在读取 12 / 300 · 3.4 MB · 还需 4 秒");
        assert_eq!(progress(Language::English, &reading), "Reading 12 / 300 · 3.4 MB · 4 s left");
    }
}

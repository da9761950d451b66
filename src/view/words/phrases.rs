//! Words with something in them.

use crate::{
    model::{
        diagnostic::DiagnosticKind,
        masthead::AnalystRole,
        rating_scale::{Horizon, Relation, ReturnBasis, ReturnRange, ScaleSubject},
    },
    view::{decimal::decimal, refusal::RefusalReason, settings::Language},
};

use Language::{Chinese, English};

/// `3 份研报`, `3 reports`.
#[must_use]
pub fn report_count(language: Language, count: usize) -> String {
    match language {
        Chinese => format!("{count} 份研报"),
        English => format!("{count} report{}", plural(count)),
    }
}

/// `3 张表`, `3 tables`.
#[must_use]
pub fn table_count(language: Language, count: usize) -> String {
    match language {
        Chinese => format!("{count} 张表"),
        English => format!("{count} table{}", plural(count)),
    }
}

/// `2 套评级`, `2 scales`.
#[must_use]
pub fn scale_count(language: Language, count: usize) -> String {
    match language {
        Chinese => format!("{count} 套评级"),
        English => format!("{count} scale{}", plural(count)),
    }
}

/// `9 只荐股`, `9 picks`.
#[must_use]
pub fn pick_count(language: Language, count: usize) -> String {
    match language {
        Chinese => format!("{count} 只荐股"),
        English => format!("{count} pick{}", plural(count)),
    }
}

/// `4 条提示`, `4 diagnostics`.
#[must_use]
pub fn diagnostic_count(language: Language, count: usize) -> String {
    match language {
        Chinese => format!("{count} 条提示"),
        English => format!("{count} diagnostic{}", plural(count)),
    }
}

/// `0 次对外请求`, `0 outside requests`.
#[must_use]
pub fn request_count(language: Language, count: usize) -> String {
    match language {
        Chinese => format!("{count} 次对外请求"),
        English => format!("{count} outside request{}", plural(count)),
    }
}

/// `5 家`, `5 houses`.
#[must_use]
pub fn house_count(language: Language, count: usize) -> String {
    match language {
        Chinese => format!("{count} 家"),
        English => format!("{count} house{}", plural(count)),
    }
}

/// `33 行 × 8 列`, `33 rows × 8 columns`.
#[must_use]
pub fn table_size(language: Language, rows: usize, columns: usize) -> String {
    match language {
        Chinese => format!("{rows} 行 × {columns} 列"),
        English => format!("{rows} row{} × {columns} column{}", plural(rows), plural(columns)),
    }
}

/// `12 / 33 行`, `12 of 33 rows`.
#[must_use]
pub fn shown_of(language: Language, shown: usize, total: usize) -> String {
    match language {
        Chinese => format!("{shown} / {total} 行"),
        English => format!("{shown} of {total} row{}", plural(total)),
    }
}

/// `正在读取 12 / 300`.
#[must_use]
pub fn reading(language: Language, done: usize, total: usize) -> String {
    match language {
        Chinese => format!("正在读取 {done} / {total}"),
        English => format!("Reading {done} / {total}"),
    }
}

/// `第 12 行`, `line 12`; lines count from 1.
#[must_use]
pub fn line_number(language: Language, line: usize) -> String {
    match language {
        Chinese => format!("第 {line} 行"),
        English => format!("line {line}"),
    }
}

/// `共 9 处`, `9 places`.
#[must_use]
pub fn places(language: Language, count: usize) -> String {
    match language {
        Chinese => format!("共 {count} 处"),
        English => format!("{count} places"),
    }
}

/// `已移除《…》`.
#[must_use]
pub fn removed(language: Language, title: &str) -> String {
    match language {
        Chinese => format!("已移除《{title}》"),
        English => format!("Removed “{title}”"),
    }
}

/// `已恢复《…》`.
#[must_use]
pub fn restored(language: Language, title: &str) -> String {
    match language {
        Chinese => format!("已恢复《{title}》"),
        English => format!("Restored “{title}”"),
    }
}

/// `已打开 5 份研报`.
#[must_use]
pub fn opened(language: Language, count: usize) -> String {
    match language {
        Chinese => format!("已打开 {count} 份研报"),
        English => format!("Opened {count} report{}", plural(count)),
    }
}

/// `2 个文件未能打开`.
#[must_use]
pub fn refused(language: Language, count: usize) -> String {
    match language {
        Chinese => format!("{count} 个文件未能打开"),
        English => format!("{count} file{} could not be opened", plural(count)),
    }
}

/// `按 本年 降序，再按 名称 升序`: the keys with whether each descends; `按原序排列` where there are none.
#[must_use]
pub fn ordered_by(language: Language, keys: &[(String, bool)]) -> String {
    let words = language.words();
    if keys.is_empty() {
        return match language {
            Chinese => "按原序排列".to_owned(),
            English => "As printed".to_owned(),
        };
    }
    let parts: Vec<String> = keys
        .iter()
        .map(|(name, descends)| {
            let direction = if *descends { words.descending } else { words.ascending };
            match language {
                Chinese => format!("按 {name} {direction}"),
                English => format!("by {name} {direction}"),
            }
        })
        .collect();
    match language {
        Chinese => parts.join("，再"),
        English => format!("Sorted {}", parts.join(", then ")),
    }
}

/// Why a file could not be opened.
#[must_use]
pub fn refusal(language: Language, reason: RefusalReason) -> &'static str {
    use RefusalReason as R;
    match (language, reason) {
        (Chinese, R::Empty) => "文件是空的。",
        (Chinese, R::Blank) => "文件里只有空白。",
        (Chinese, R::Pdf) => {
            "这是 PDF，暂不能直接读取。请先导出文本（例如 pdftotext -layout），或复制全文后粘贴。"
        }
        (Chinese, R::Archive) => "这是 ZIP 以外的压缩包，暂不能读取。请解压后拖入里面的文件。",
        (Chinese, R::BrokenArchive) => "压缩包不完整、已损坏，或里面没有文件。",
        (Chinese, R::TooManyEntries) => "压缩包里超过 20,000 个文件，没有读取。",
        (Chinese, R::TooLarge) => "解压后会膨胀到异常的大小，已停止，不再读取。",
        (Chinese, R::Locked) => "有密码，读不了。请先解压。",
        (Chinese, R::PackedOtherwise) => "用了少见的压缩方式，读不了。请先解压。",
        (Chinese, R::NotPacked) => "备份没有写成：有文件取不出来，或总量超过 4 GB。",
        (Chinese, R::Nested) => "压缩包套了三层以上，没有读取。请先解压一层。",
        (Chinese, R::Picture) => "这是图片，没有可读的文字。",
        (Chinese, R::Program) => "这是程序文件，不是研报。",
        (Chinese, R::Office) => "这是 Office 文件，暂不能读取。请另存为文本，或复制全文后粘贴。",
        (Chinese, R::Binary) => "文件内容不是文字。",
        (Chinese, R::Folder) => "这个文件夹里没有文件，或浏览器无法读取它。",
        (Chinese, R::Failed) => "浏览器无法读取这个文件，它可能已被移动或没有权限。",
        (English, R::Empty) => "The file is empty.",
        (English, R::Blank) => "The file holds nothing but white space.",
        (English, R::Pdf) => {
            "This is a PDF, which cannot be read yet. Export its text (for example with pdftotext -layout) or copy and paste it."
        }
        (English, R::Archive) => {
            "This is an archive other than ZIP, which cannot be read yet. Unpack it and drop the files in it."
        }
        (English, R::BrokenArchive) => "The archive is cut, damaged, or holds no files.",
        (English, R::TooManyEntries) => "The archive has more than 20,000 files and was not read.",
        (English, R::TooLarge) => "It would unpack to an abnormal size; unpacking was stopped.",
        (English, R::Locked) => "It is locked by a password. Unpack it first.",
        (English, R::PackedOtherwise) => "It is packed in a rare way. Unpack it first.",
        (English, R::NotPacked) => {
            "The backup was not written: a file could not be had, or all are more than 4 GB."
        }
        (English, R::Nested) => "Archives stand three deep in each other here. Unpack the outer one first.",
        (English, R::Picture) => "This is a picture; there is no text in it.",
        (English, R::Program) => "This is a program, not a report.",
        (English, R::Office) => {
            "This is an Office file, which cannot be read yet. Save it as text or copy and paste it."
        }
        (English, R::Binary) => "The file's content is no text.",
        (English, R::Folder) => "This folder holds no files, or the browser cannot read it.",
        (English, R::Failed) => "The browser could not read this file; it may have moved or be locked.",
    }
}

/// What a diagnostic says.
#[must_use]
pub fn diagnostic(language: Language, kind: DiagnosticKind) -> &'static str {
    use DiagnosticKind as D;
    match (language, kind) {
        (Chinese, D::UnevenRow) => "有的行比表头多出格，按原样显示",
        (Chinese, D::UnreadScale) => "这段评级说明无法分清各档，只显示原文",
        (Chinese, D::UnreadBand) => "这一档的条件里读不出数字或方向",
        (Chinese, D::DateAsOf) => "文中未印发布日期，日期取自数据截至日",
        (Chinese, D::PageFurniture) => "页眉、页脚、页码一类，读取时放在一边",
        (Chinese, D::JoinedOverLines) => "跨行的文字已接上",
        (Chinese, D::JoinedOverPages) => "跨页的表已接成一张",
        (Chinese, D::Reassembled) => "原文一格一行，行列由内容推得",
        (Chinese, D::BrokenCharacters) => "有字节不是有效字符，显示为 �",
        (Chinese, D::NulCharacters) => "文本里有 NUL 字符",
        (English, D::UnevenRow) => "A row has more cells than the header; shown as it is",
        (English, D::UnreadScale) => {
            "The grades of this section could not be told apart; the text is shown as it is"
        }
        (English, D::UnreadBand) => "This grade's condition gives neither numbers nor a direction",
        (English, D::DateAsOf) => "No publication date is printed; the date is that of the figures",
        (English, D::PageFurniture) => "Running titles, footers and page numbers, set aside while reading",
        (English, D::JoinedOverLines) => "Words broken over lines were joined",
        (English, D::JoinedOverPages) => "Goes on over a page break; put together",
        (English, D::Reassembled) => {
            "Printed one cell a line; rows and columns follow from what the lines hold"
        }
        (English, D::BrokenCharacters) => "Some bytes are no characters and show as �",
        (English, D::NulCharacters) => "The text holds NUL characters",
    }
}

/// The name of what a scale grades.
#[must_use]
pub fn scale_subject(language: Language, subject: ScaleSubject) -> &'static str {
    let words = language.words();
    match subject {
        ScaleSubject::Company => words.subject_company,
        ScaleSubject::Industry => words.subject_industry,
        ScaleSubject::CompanyAndIndustry => words.subject_both,
        ScaleSubject::Risk => words.subject_risk,
        ScaleSubject::LongTerm => words.subject_long_term,
        ScaleSubject::Market => words.subject_market,
        ScaleSubject::ConvertibleBond => words.subject_convertible_bond,
    }
}

/// The name of a basis.
#[must_use]
pub fn basis(language: Language, basis: Option<ReturnBasis>) -> &'static str {
    let words = language.words();
    match basis {
        Some(ReturnBasis::Relative) => words.relative,
        Some(ReturnBasis::Absolute) => words.absolute,
        None => words.basis_unknown,
    }
}

/// The name of a direction.
#[must_use]
pub fn relation(language: Language, relation: Relation) -> &'static str {
    let words = language.words();
    match relation {
        Relation::Outperform => words.outperform,
        Relation::InLine => words.in_line,
        Relation::Underperform => words.underperform,
        Relation::NotRated => words.not_rated,
    }
}

/// The name of a role.
#[must_use]
pub fn analyst_role(language: Language, role: AnalystRole) -> &'static str {
    let words = language.words();
    match role {
        AnalystRole::Analyst => words.analyst,
        AnalystRole::Contact => words.contact,
        AnalystRole::Assistant => words.assistant,
    }
}

/// `6 个月`, `6–12 months`.
#[must_use]
pub fn horizon(language: Language, horizon: Horizon) -> String {
    let Horizon { least_months, most_months } = horizon;
    let months = if least_months == most_months {
        least_months.to_string()
    } else {
        format!("{least_months}–{most_months}")
    };
    match language {
        Chinese => format!("{months} 个月"),
        English => format!("{months} months"),
    }
}

/// `≥ 20%`, `5% ~ 20%`, `≤ −5%`: the normal form of a range, a real minus sign before negative numbers.
#[must_use]
pub fn return_range(range: &ReturnRange) -> String {
    match (range.low, range.high) {
        (Some(low), Some(high)) => format!("{} ~ {}", percent(low), percent(high)),
        (Some(low), None) => format!("{} {}", if range.low_inclusive { "≥" } else { ">" }, percent(low)),
        (None, Some(high)) => format!("{} {}", if range.high_inclusive { "≤" } else { "<" }, percent(high)),
        (None, None) => String::new(),
    }
}

/// `−5%`; as many decimals as the number has.
#[must_use]
pub fn percent(number: f64) -> String {
    format!("{}%", signed(number))
}

/// `−5`, with a real minus sign; as many decimals as the number has.
#[must_use]
pub fn signed(number: f64) -> String {
    decimal(number, 4).replace('-', "−")
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

#[cfg(test)]
mod tests;

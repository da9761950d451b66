//! What columns and tables are for: by the words of their headers, and by what stands under them.

use super::{
    period::{is_span_of_months, leading_period},
    sheet::{Class, class},
};
use crate::{
    model::{
        code::security_code,
        table::{Column, ColumnKind, TableKind},
        value::{Missing, day, is_month, number, range},
    },
    text::{
        find::{find_from, holds_any},
        width::narrowed,
    },
};

/// Words of headers, in the order in which they are asked: 涨跌 before 价, 增速 before 收入.
const HEADERS: &[(ColumnKind, &[&str])] = &[
    (ColumnKind::TargetPrice, &["目标价", "目標價", "合理价", "target price", "price target", "tp"]),
    (ColumnKind::EvEbitda, &["ev/ebitda", "企业价值倍数"]),
    (
        ColumnKind::DividendYield,
        &["股息率", "股息收益率", "分红收益率", "股息", "dividend yield", "div yield", "yield"],
    ),
    (ColumnKind::Peg, &["peg"]),
    (ColumnKind::Change, &["涨跌", "涨幅", "跌幅", "漲跌", "区间收益", "change", "return", "ytd", "chg"]),
    (
        ColumnKind::Growth,
        &["同比", "环比", "增速", "增长率", "增长", "複合增速", "cagr", "yoy", "qoq", "growth", "+/-"],
    ),
    (ColumnKind::Roe, &["roe", "净资产收益率"]),
    (ColumnKind::Pe, &["pe", "p/e", "市盈率", "per"]),
    (ColumnKind::Pb, &["pb", "p/b", "市净率", "市賬率", "市帳率", "pbr"]),
    (ColumnKind::Ps, &["ps", "p/s", "市销率"]),
    (ColumnKind::Eps, &["eps", "每股收益", "每股盈利", "每股净利"]),
    (ColumnKind::MarketCap, &["市值", "market cap", "mkt cap", "mktcap"]),
    (ColumnKind::NetProfit, &["净利润", "归母净利", "净利", "純利", "淨利", "net profit", "net income"]),
    (ColumnKind::Revenue, &["营业收入", "营业总收入", "营收", "營業額", "收入", "revenue", "sales"]),
    (
        ColumnKind::Price,
        &[
            "股价",
            "股價",
            "收盘价",
            "收盤價",
            "现价",
            "現價",
            "最新价",
            "價格",
            "收市价",
            "收市價",
            "收盘",
            "price",
            "close",
        ],
    ),
];

const CODES: &[&str] = &["代码", "代碼", "代号", "代號", "code", "ticker", "symbol"];
const NAMES: &[&str] =
    &["公司", "股票", "证券", "證券", "简称", "簡稱", "个股", "标的", "名称", "company", "name", "stock"];
const COMPANIES: &[&str] = &["公司", "股票", "证券", "證券", "简称", "簡稱", "个股", "company", "stock"];
const RATINGS: &[&str] = &["评级", "評級", "投资建议", "rating"];

/// Words of grades, as far as telling what a table is for needs; what they mean is never taken from here.
const GRADES: &[&str] = &[
    "买入",
    "增持",
    "持有",
    "中性",
    "减持",
    "卖出",
    "推荐",
    "强烈推荐",
    "谨慎推荐",
    "审慎推荐",
    "强推",
    "谨慎增持",
    "审慎增持",
    "回避",
    "强于大市",
    "跟随大市",
    "同步大市",
    "弱于大市",
    "优于大市",
    "落后大市",
    "领先大市",
    "看好",
    "看淡",
    "看多",
    "看平",
    "看空",
    "超配",
    "标配",
    "低配",
    "无评级",
    "未评级",
    "暂停评级",
    "强烈买入",
    "观望",
    "跑赢行业",
    "跑输行业",
    "跑赢大市",
    "跑输大市",
    "优于大盘",
    "领先",
    "同步",
    "落后",
    "增配",
    "减配",
    "沽出",
    "沽售",
    "無評級",
    "未評級",
    "優於大市",
    "買入",
    "賣出",
    "減持",
    "buy",
    "hold",
    "sell",
    "outperform",
    "neutral",
    "underperform",
    "overweight",
    "underweight",
    "equal-weight",
    "reduce",
    "add",
    "accumulate",
    "not rated",
    "strong buy",
    "market perform",
    "market-perform",
    "positive",
    "negative",
    "cautious",
];

/// Words of the conditions of grades.
const CONDITIONS: &[&str] = &[
    "涨幅",
    "跌幅",
    "涨跌幅",
    "指数",
    "大市",
    "基准",
    "回报",
    "收益",
    "跑赢",
    "跑输",
    "优于",
    "弱于",
    "强于",
    "基本面",
    "表现",
    "％",
    "%",
    "outperform",
    "return",
    "benchmark",
    "index",
];

/// Whether `text`, white space aside, is a word that houses grade with.
pub fn is_grade(text: &str) -> bool {
    if text.len() > 40 {
        return false;
    }
    if text.is_ascii() {
        let word = text.trim();
        return !word.is_empty() && GRADES.iter().any(|grade| grade.eq_ignore_ascii_case(word));
    }
    // The third byte tells most words apart without a comparison.
    let is = |word: &str| {
        let third = word.as_bytes().get(2);
        GRADES
            .iter()
            .any(|grade| grade.len() == word.len() && grade.as_bytes().get(2) == third && *grade == word)
    };
    if text.contains(char::is_whitespace) {
        is(&text.chars().filter(|c| !c.is_whitespace()).collect::<String>())
    } else {
        is(text)
    }
}

/// How many of a column's cells are what.
#[derive(Default)]
struct Census {
    filled: usize,
    codes: usize,
    numbers: usize,
    ranges: usize,
    days: usize,
    grades: usize,
}

impl Census {
    fn of(cells: &[&str]) -> Self {
        let mut census = Self::default();
        for text in cells {
            match class(text) {
                Class::Blank => continue,
                Class::Words | Class::Sentence => census.grades += usize::from(is_grade(text)),
                Class::Code => {
                    census.codes += 1;
                    census.numbers += usize::from(number(&narrowed(text)).is_some());
                }
                Class::Period => {
                    let narrow = narrowed(text);
                    census.days += usize::from(day(&narrow).is_some());
                    // A month is no number, though `2022.07` is printed like one.
                    census.numbers += usize::from(!is_month(&narrow) && number(&narrow).is_some());
                }
                Class::Figure => {
                    let narrow = narrowed(text);
                    if Missing::of(&narrow).is_some() {
                        continue;
                    }
                    if number(&narrow).is_some() {
                        census.numbers += 1;
                    } else {
                        census.ranges += 1;
                    }
                }
            }
            census.filled += 1;
        }
        census
    }

    /// Whether at least half of the cells that hold something are such.
    fn most(&self, count: usize) -> bool {
        count > 0 && count * 2 >= self.filled
    }
}

/// The kind of the column under `path` with these cells.
pub fn column_kind(path: &[String], cells: &[&str]) -> ColumnKind {
    let census = Census::of(cells);
    let words: Vec<String> = path.iter().map(|words| narrowed(words).to_ascii_lowercase()).collect();
    let says = |list: &[&str]| words.iter().any(|words| list.iter().any(|word| has_word(words, word)));
    let printed_exchange =
        || cells.iter().filter(|text| security_code(text).is_some_and(|code| !code.derived)).count();
    if census.most(census.codes) && (says(CODES) || printed_exchange() * 2 >= census.filled) {
        return ColumnKind::SecurityCode;
    }
    if census.most(census.days) {
        return ColumnKind::Date;
    }
    if census.most(census.numbers + census.ranges) {
        if census.ranges > 0 && census.ranges * 2 >= census.numbers {
            return ColumnKind::Range;
        }
        let named = words.iter().rev().find_map(|words| numeric_kind(words));
        // Under a span of months reports print how prices changed in it.
        let months = path.last().is_some_and(|words| is_span_of_months(words));
        return named.unwrap_or(if months { ColumnKind::Change } else { ColumnKind::Number });
    }
    if census.filled == 0 {
        let named = words.iter().rev().find_map(|words| numeric_kind(words));
        let period = path.iter().any(|words| leading_period(&narrowed(words)).is_some());
        return named.unwrap_or(if period { ColumnKind::Number } else { ColumnKind::Text });
    }
    if census.most(census.grades) || (says(RATINGS) && census.grades > 0) {
        return ColumnKind::Rating;
    }
    if says(NAMES) && !says(&["说明", "简介", "公告", "业务"]) {
        return ColumnKind::SecurityName;
    }
    ColumnKind::Text
}

fn numeric_kind(words: &str) -> Option<ColumnKind> {
    HEADERS.iter().find(|(_, list)| list.iter().any(|word| has_word(words, word))).map(|(kind, _)| *kind)
}

/// Whether `words` hold `word`; one of letters only where no further letter stands beside it.
fn has_word(words: &str, word: &str) -> bool {
    let letters = word.is_ascii();
    let is_letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    let mut from = 0;
    while let Some(at) = find_from(words, word, from) {
        let bytes = words.as_bytes();
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        if !letters || (!is_letter(before) && !is_letter(bytes.get(at + word.len()))) {
            return true;
        }
        from = at + 1;
    }
    false
}

/// What a table with these columns is for; `cell` gives the text of row and column.
pub fn table_kind<'a>(
    columns: &mut [Column],
    rows: usize,
    cell: impl Fn(usize, usize) -> &'a str,
) -> TableKind {
    if is_ratings(columns.len(), rows, &cell) {
        for column in columns.iter_mut().filter(|column| column.kind == ColumnKind::SecurityName) {
            column.kind = ColumnKind::Text;
        }
        return TableKind::Ratings;
    }
    let has = |columns: &[Column], kind| columns.iter().any(|column| column.kind == kind);
    if has(columns, ColumnKind::SecurityCode) {
        return TableKind::Stocks;
    }
    let figures = columns.iter().any(|column| column.kind.is_numeric() && column.kind != ColumnKind::Number);
    let company = |column: &Column| {
        let words = column.path.join(" ").to_ascii_lowercase();
        column.kind == ColumnKind::SecurityName && COMPANIES.iter().any(|word| has_word(&words, word))
    };
    let columns_with_figures = columns.iter().filter(|column| column.kind.is_numeric()).count();
    if columns.iter().any(company) && (figures || columns_with_figures >= 1) {
        return TableKind::Stocks;
    }
    for column in
        columns.iter_mut().filter(|column| column.kind == ColumnKind::SecurityName && !company(column))
    {
        column.kind = ColumnKind::Text;
    }
    TableKind::Other
}

/// Whether at least two rows hold a grade and, in another cell, its condition.
fn is_ratings<'a>(columns: usize, rows: usize, cell: &impl Fn(usize, usize) -> &'a str) -> bool {
    let defines = |row: usize| {
        let grade = (0..columns).find(|column| is_grade(cell(row, *column)));
        grade.is_some_and(|grade| {
            (0..columns).filter(|column| *column != grade).any(|column| {
                let text = cell(row, column);
                let words = class(text) != Class::Figure || range(&narrowed(text)).is_some();
                words && holds_any(text, CONDITIONS) && !is_grade(text)
            })
        })
    };
    let looked_at = rows.min(40);
    let defined = (0..looked_at).filter(|row| defines(*row)).count();
    defined >= 2 && defined * 2 >= looked_at
}

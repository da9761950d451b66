//! What columns and tables are for: by the words of their headers, and by what stands under them.

use super::{
    period::{is_span_of_months, leading_period},
    sheet::{Class, class},
};
use crate::{
    model::{
        code::is_security_code_with_exchange,
        table::{Column, ColumnKind, TableKind},
        value::{day, is_month, number},
    },
    text::{
        width::narrowed,
        words::{Words, words},
    },
};

/// Words of headers. Those of numbers come first, in the order in which they are asked: 涨跌 before 价, 增速 before 收入.
static HEADERS: &Words = words![any case:
    0 => ["目标价", "目標價", "合理价", "target price", "price target", "tp"],
    1 => ["ev/ebitda", "企业价值倍数"],
    2 => ["股息率", "股息收益率", "分红收益率", "股息", "dividend yield", "div yield", "yield"],
    3 => ["peg"],
    4 => ["涨跌", "涨幅", "跌幅", "漲跌", "区间收益", "change", "return", "ytd", "chg"],
    5 => ["同比", "环比", "增速", "增长率", "增长", "複合增速", "cagr", "yoy", "qoq", "growth", "+/-"],
    6 => ["roe", "净资产收益率"],
    7 => ["pe", "p/e", "市盈率", "per"],
    8 => ["pb", "p/b", "市净率", "市賬率", "市帳率", "pbr"],
    9 => ["ps", "p/s", "市销率"],
    10 => ["eps", "每股收益", "每股盈利", "每股净利"],
    11 => ["市值", "market cap", "mkt cap", "mktcap"],
    12 => ["净利润", "归母净利", "净利", "純利", "淨利", "net profit", "net income"],
    13 => ["营业收入", "营业总收入", "营收", "營業額", "收入", "revenue", "sales"],
    14 => ["股价", "股價", "收盘价", "收盤價", "现价", "現價", "最新价", "價格", "收市价", "收市價", "收盘", "price", "close"],
    CODE => ["代码", "代碼", "代号", "代號", "code", "ticker", "symbol"],
    RATING => ["评级", "評級", "投资建议", "rating"],
    NAME => ["标的", "名称", "name"],
    COMPANY => ["公司", "股票", "证券", "證券", "简称", "簡稱", "个股", "company", "stock"],
    TEXT => ["说明", "简介", "公告", "业务"],
];
const CODE: u8 = 32;
const RATING: u8 = 33;
const NAME: u8 = 34;
const COMPANY: u8 = 35;
/// What words about companies are rather than their names.
const TEXT: u8 = 36;

/// The kinds of numbers that the first words of [`HEADERS`] mean.
const NUMBERS: [ColumnKind; 15] = [
    ColumnKind::TargetPrice,
    ColumnKind::EvEbitda,
    ColumnKind::DividendYield,
    ColumnKind::Peg,
    ColumnKind::Change,
    ColumnKind::Growth,
    ColumnKind::Roe,
    ColumnKind::Pe,
    ColumnKind::Pb,
    ColumnKind::Ps,
    ColumnKind::Eps,
    ColumnKind::MarketCap,
    ColumnKind::NetProfit,
    ColumnKind::Revenue,
    ColumnKind::Price,
];

/// Words of grades, as far as telling what a table is for needs; what they mean is never taken from here.
static GRADES: &Words = words![any case:
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
static CONDITIONS: &Words = words![
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
    // Most cells are numbers.
    if matches!(text.as_bytes().first(), None | Some(b'0'..=b'9' | b'-' | b'+')) {
        return false;
    }
    if text.len() > 40 || !GRADES.may_stand_at(text.trim_start(), 0) {
        return false;
    }
    let is = |word: &str| GRADES.whole(word).is_some();
    if !text.is_ascii() && text.contains(char::is_whitespace) {
        return is(&text.chars().filter(|c| !c.is_whitespace()).collect::<String>());
    }
    is(text.trim())
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
                Class::Number => census.numbers += 1,
                Class::Range => census.ranges += 1,
                Class::Missing => continue,
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

/// What the words of a header say.
#[derive(Clone, Copy, Default)]
struct Said {
    /// By meaning, as bits.
    meanings: u64,
    /// The kind of number.
    number: Option<ColumnKind>,
}

impl Said {
    fn by(words: &str) -> Self {
        let words = narrowed(words);
        let is_letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
        let bytes = words.as_bytes();
        let (mut meanings, mut from) = (0_u64, 0);
        while let Some(hit) = HEADERS.next(&words, from) {
            from = words.ceil_char_boundary(hit.start + 1);
            // A word of letters stands alone.
            let letters = words[hit.start..hit.end].is_ascii();
            let before = hit.start.checked_sub(1).and_then(|before| bytes.get(before));
            if !letters || (!is_letter(before) && !is_letter(bytes.get(hit.end))) {
                meanings |= 1 << hit.meaning;
            }
        }
        let number = NUMBERS.get(meanings.trailing_zeros() as usize).copied();
        Self { meanings, number }
    }

    fn says(self, meaning: u8) -> bool {
        self.meanings >> meaning & 1 == 1
    }

    fn says_name(self) -> bool {
        self.says(NAME) || self.says(COMPANY)
    }
}

/// Whether the words of a label are told of figures that are stated for several periods, as prices and market values are not.
pub fn heads_figures(words: &str) -> bool {
    let one = [ColumnKind::Price, ColumnKind::TargetPrice, ColumnKind::MarketCap];
    Said::by(words).number.is_some_and(|kind| !one.contains(&kind))
}

/// The kind of the column under `path` with these cells.
pub fn column_kind(path: &[String], cells: &[&str]) -> ColumnKind {
    let census = Census::of(cells);
    // The lower words say what the numbers are, all of them what else it is.
    let said = path.iter().map(|words| Said::by(words)).reduce(|above, under| Said {
        meanings: above.meanings | under.meanings,
        number: under.number.or(above.number),
    });
    let said = said.unwrap_or_default();
    let printed_exchange = || cells.iter().filter(|text| is_security_code_with_exchange(text)).count();
    if census.most(census.codes) && (said.says(CODE) || printed_exchange() * 2 >= census.filled) {
        return ColumnKind::SecurityCode;
    }
    if census.most(census.days) {
        return ColumnKind::Date;
    }
    if census.most(census.numbers + census.ranges) {
        if census.ranges > 0 && census.ranges * 2 >= census.numbers {
            return ColumnKind::Range;
        }
        // Under a span of months reports print how prices changed in it.
        let months = path.last().is_some_and(|words| is_span_of_months(words));
        return said.number.unwrap_or(if months { ColumnKind::Change } else { ColumnKind::Number });
    }
    if census.filled == 0 {
        let period = path.iter().any(|words| leading_period(&narrowed(words)).is_some());
        return said.number.unwrap_or(if period { ColumnKind::Number } else { ColumnKind::Text });
    }
    if census.most(census.grades) || (said.says(RATING) && census.grades > 0) {
        return ColumnKind::Rating;
    }
    if said.says_name() && !said.says(TEXT) { ColumnKind::SecurityName } else { ColumnKind::Text }
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
        column.kind == ColumnKind::SecurityName && Said::by(&column.path.join(" ")).says(COMPANY)
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
                CONDITIONS.stand_in(text)
                    && !is_grade(text)
                    && !matches!(class(text), Class::Number | Class::Missing)
            })
        })
    };
    let looked_at = rows.min(40);
    if looked_at < 2 {
        return false;
    }
    // Fewer than so many rows may define nothing; most tables have more at their top.
    let mut spare = looked_at - looked_at.div_ceil(2).max(2) + 1;
    (0..looked_at).all(|row| {
        spare -= usize::from(!defines(row));
        spare > 0
    })
}

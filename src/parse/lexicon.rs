//! Words of the trade, as reports of many houses print them; no house is named here. All are in the folded form of
//! [`Folded`](super::folded::Folded): simplified characters, half width.

use crate::text::words::{Words, words};

/// What a grade word is by itself. What it means is said by its condition alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GradeKind {
    /// A grade.
    Grade,
    /// A grade whose words speak of a market or an index, and so are given to industries more often than to shares.
    Market,
    /// No grade is given.
    NotRated,
}

const GRADE: u8 = 0;
const MARKET: u8 = 1;
const NOT_RATED: u8 = 2;

impl GradeKind {
    fn of_meaning(meaning: u8) -> Self {
        match meaning {
            GRADE => Self::Grade,
            MARKET => Self::Market,
            _ => Self::NotRated,
        }
    }
}

/// The grade word that `text` begins with, and its length in bytes. The longest word wins.
#[must_use]
pub fn grade_word(text: &str) -> Option<(GradeKind, usize)> {
    if text.as_bytes().first()?.is_ascii() {
        return english_grade_word(text);
    }
    let word = GRADES.begin(text)?;
    Some((GradeKind::of_meaning(word.meaning), word.end))
}

/// Grade words in Chinese.
pub static GRADES: &Words = words![
    GRADE => [
        "买入", "买进", "增加持股", "增持", "中性", "中立", "减持", "卖出", "沽出", "沽售", "推荐",
        "谨慎推荐", "谨慎增持", "谨慎买入", "谨慎减持", "谨慎看好", "审慎推荐", "审慎增持", "审慎买入",
        "强烈推荐", "强力推荐", "强烈买入", "强力买入", "强力买进", "强烈卖出", "强烈增持", "强推",
        "确信买入", "降低持股", "回避", "规避", "观望", "持有", "区间操作", "收集", "吸纳", "逢低买入",
        "逢低买进", "逢高减持",
    ],
    MARKET => [
        "增配", "中配", "减配", "减码", "加码", "谨慎", "强于大市", "强于大势", "强于行业", "强于大盘", "优于大市",
        "优于大势", "优于大盘", "优异", "超配", "超强大市", "超越大市", "领先大市", "领先大势", "领先",
        "同步大市", "同步大势", "同步大盘", "同步", "大市同步", "标配", "平配", "均配", "低配", "落后大市",
        "落后大势", "落后大盘", "落后", "弱于大市", "弱于大势", "弱于大盘", "弱于行业", "逊于大市", "逊于大盘", "看好",
        "看淡", "看多", "看平", "看空", "跑赢行业", "跑输行业", "跑赢大市", "跑输大市", "跑赢大盘",
        "跑输大盘", "跟随大市", "跟随大盘", "有吸引力", "正面", "负面", "积极", "消极",
    ],
    NOT_RATED => [
        "无投资评级", "无评级", "无评等", "未予评级", "未有评级", "未给予评级", "未评级", "未评等", "未覆盖",
        "暂停评级", "暂无评级", "暂不评级", "暂停评等", "不评级", "不予评级", "没有评级", "受限制",
    ],
];

/// Grade words in English; lower case, words apart by one space or hyphen.
pub static ENGLISH_GRADES: &Words = words![
    GRADE => [
        "conviction buy", "strong buy", "speculative buy", "trading buy", "long term buy", "buy",
        "accumulate", "add", "neutral", "hold", "reduce", "strong sell", "trading sell", "take profit",
        "fully valued", "sell", "avoid",
    ],
    MARKET => [
        "sector outperform", "market outperform", "industry outperform", "outperformer", "outperform",
        "superperform", "o pf", "overweight", "positive", "attractive", "bullish", "market performer",
        "market perform", "marketperform", "market weight", "marketweight", "sector perform",
        "sector weight", "peer perform", "perform", "equal weight", "equalweight", "in line", "inline",
        "market underperform", "sector underperform", "industry underperform", "underperformer",
        "underperform", "u pf", "underweight", "negative", "cautious", "bearish",
    ],
    NOT_RATED => [
        "not rated", "non rated", "rating suspended", "suspended", "restricted", "no rating", "not covered",
    ],
];

/// More bytes than the longest English grade word has.
const LONGEST_ENGLISH: usize = 24;

/// The capitalised English grade word that `text` begins with, ended by something that is no letter.
fn english_grade_word(text: &str) -> Option<(GradeKind, usize)> {
    let printed = text.as_bytes();
    let first = printed.first().filter(|first| first.is_ascii_uppercase())?.to_ascii_lowercase();
    // Two letters tell most other words.
    let second = printed.get(1)?.to_ascii_lowercase();
    if second != b'-' && !ENGLISH_GRADES.one_begins_with(&[first, second]) {
        return None;
    }
    let mut small = [0; LONGEST_ENGLISH];
    for (letter, byte) in small.iter_mut().zip(printed).take_while(|(_, byte)| byte.is_ascii()) {
        *letter = if *byte == b'-' { b' ' } else { byte.to_ascii_lowercase() };
    }
    let word = ENGLISH_GRADES.begin(std::str::from_utf8(&small).ok()?)?;
    let ended = !printed.get(word.end).is_some_and(u8::is_ascii_alphanumeric);
    ended.then_some((GradeKind::of_meaning(word.meaning), word.end))
}

/// Indexes by name, without 指数 behind them.
pub static INDEX_NAMES: &Words = words![
    "沪深300",
    "中证全指",
    "中证1000",
    "中证2000",
    "中证500",
    "中证800",
    "中证A500",
    "中证A50",
    "中证转债",
    "上证综合",
    "上证综指",
    "上证50",
    "上证180",
    "上证指数",
    "上证A股",
    "深证成份",
    "深证成指",
    "深证综指",
    "深证100",
    "创业板综",
    "创业板指数",
    "创业板指",
    "中小板指",
    "科创综指",
    "科创50",
    "北证50",
    "三板成份",
    "三板成指",
    "三板做市",
    "中信标普可转债",
    "万得全A",
    "海通综指",
    "恒生中国企业",
    "恒生综合",
    "恒生国企",
    "恒生科技",
    "恒生国企指数",
    "恒生",
    "国企指数",
    "MSCI中国A股",
    "MSCI中国",
    "摩根士丹利中国A股",
    "摩根士丹利中国",
    "标普美国中概股50",
    "标准普尔500",
    "标普500",
    "纳斯达克综合",
    "纳斯达克100",
    "纳斯达克",
    "道琼斯工业平均",
    "道琼斯工业",
    "道琼斯",
    "台湾加权",
    "日经225",
    "东证",
    "韩国综合股价",
    "韩国有价证券",
    "韩国KOSPI",
    "科斯达克",
    "海峡时报",
    "富时100",
    "德国DAX",
    "DAX",
    "Hang Seng Composite Index",
    "Hang Seng Index",
    "MSCI China Index",
    "MSCI World Index",
    "MSCI China",
    "S&P 500",
    "S&P500",
    "CSI 300",
    "CSI300",
    "TOPIX",
    "KOSPI",
    "TAIEX",
    "Nifty100",
    "Nifty 100",
    "SP500",
];

/// Names of indexes whose digits are no limit of a range; the meaning of each is how many digits it has.
pub static INDEX_DIGITS: &Words = words![
    2 => [
        "上证50", "科创50", "北证50",
    ],
    3 => [
        "沪深300", "中证500", "中证800", "标普500", "普尔500", "日经225", "富时100", "纳斯达克100",
        "S&P 500", "S&P500", "CSI 300", "CSI300", "SP500",
    ],
    4 => [
        "中证1000", "中证2000",
    ],
];

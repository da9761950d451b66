//! Words of the trade, as reports of many houses print them; no house is named here. All are in the folded form of
//! [`Folded`](super::folded::Folded): simplified characters, half width.

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

/// The grade word that `text` begins with, and its length in bytes. The longest word wins.
#[must_use]
pub fn grade_word(text: &str) -> Option<(GradeKind, usize)> {
    let first = text.chars().next()?;
    if first.is_ascii() {
        return english_grade_word(text);
    }
    let (kind, word) = words_beginning_with(first).iter().find(|(_, word)| text.starts_with(word))?;
    Some((*kind, word.len()))
}

/// The grade words that begin with `first`, longer ones before their beginnings.
#[must_use]
pub fn words_beginning_with(first: char) -> &'static [(GradeKind, &'static str)] {
    use GradeKind::{Grade, Market, NotRated};
    match first {
        '买' => &[(Grade, "买入"), (Grade, "买进")],
        '增' => &[(Grade, "增加持股"), (Grade, "增持"), (Market, "增配")],
        '中' => &[(Grade, "中性"), (Grade, "中立"), (Market, "中配")],
        '减' => &[(Grade, "减持"), (Market, "减配"), (Market, "减码")],
        '加' => &[(Market, "加码")],
        '卖' => &[(Grade, "卖出")],
        '沽' => &[(Grade, "沽出"), (Grade, "沽售")],
        '推' => &[(Grade, "推荐")],
        '谨' => &[
            (Grade, "谨慎推荐"),
            (Grade, "谨慎增持"),
            (Grade, "谨慎买入"),
            (Grade, "谨慎减持"),
            (Grade, "谨慎看好"),
            (Market, "谨慎"),
        ],
        '审' => &[(Grade, "审慎推荐"), (Grade, "审慎增持"), (Grade, "审慎买入")],
        '强' => &[
            (Grade, "强烈推荐"),
            (Grade, "强力推荐"),
            (Grade, "强烈买入"),
            (Grade, "强力买入"),
            (Grade, "强力买进"),
            (Grade, "强烈卖出"),
            (Grade, "强烈增持"),
            (Grade, "强推"),
            (Market, "强于大市"),
            (Market, "强于大势"),
            (Market, "强于行业"),
        ],
        '确' => &[(Grade, "确信买入")],
        '优' => &[(Market, "优于大市"), (Market, "优于大势"), (Market, "优于大盘"), (Market, "优异")],
        '超' => &[(Market, "超配"), (Market, "超强大市"), (Market, "超越大市")],
        '领' => &[(Market, "领先大市"), (Market, "领先大势"), (Market, "领先")],
        '同' => &[(Market, "同步大市"), (Market, "同步大势"), (Market, "同步大盘"), (Market, "同步")],
        '大' => &[(Market, "大市同步")],
        '标' => &[(Market, "标配")],
        '平' => &[(Market, "平配")],
        '均' => &[(Market, "均配")],
        '低' => &[(Market, "低配")],
        '降' => &[(Grade, "降低持股")],
        '落' => &[(Market, "落后大市"), (Market, "落后大势"), (Market, "落后大盘"), (Market, "落后")],
        '弱' => &[(Market, "弱于大市"), (Market, "弱于大势"), (Market, "弱于行业")],
        '逊' => &[(Market, "逊于大市"), (Market, "逊于大盘")],
        '看' => &[(Market, "看好"), (Market, "看淡"), (Market, "看多"), (Market, "看平"), (Market, "看空")],
        '回' => &[(Grade, "回避")],
        '规' => &[(Grade, "规避")],
        '观' => &[(Grade, "观望")],
        '持' => &[(Grade, "持有")],
        '区' => &[(Grade, "区间操作")],
        '收' => &[(Grade, "收集")],
        '吸' => &[(Grade, "吸纳")],
        '逢' => &[(Grade, "逢低买入"), (Grade, "逢低买进"), (Grade, "逢高减持")],
        '跑' => &[
            (Market, "跑赢行业"),
            (Market, "跑输行业"),
            (Market, "跑赢大市"),
            (Market, "跑输大市"),
            (Market, "跑赢大盘"),
            (Market, "跑输大盘"),
        ],
        '跟' => &[(Market, "跟随大市"), (Market, "跟随大盘")],
        '有' => &[(Market, "有吸引力")],
        '正' => &[(Market, "正面")],
        '负' => &[(Market, "负面")],
        '积' => &[(Market, "积极")],
        '消' => &[(Market, "消极")],
        '无' => &[(NotRated, "无投资评级"), (NotRated, "无评级"), (NotRated, "无评等")],
        '未' => &[
            (NotRated, "未予评级"),
            (NotRated, "未有评级"),
            (NotRated, "未给予评级"),
            (NotRated, "未评级"),
            (NotRated, "未评等"),
            (NotRated, "未覆盖"),
        ],
        '暂' => {
            &[(NotRated, "暂停评级"), (NotRated, "暂无评级"), (NotRated, "暂不评级"), (NotRated, "暂停评等")]
        }
        '不' => &[(NotRated, "不评级"), (NotRated, "不予评级")],
        '没' => &[(NotRated, "没有评级")],
        '受' => &[(NotRated, "受限制")],
        _ => &[],
    }
}

/// Grade words in English; lower case, words apart by one space or hyphen.
const ENGLISH: [(GradeKind, &str); 58] = [
    (GradeKind::Grade, "conviction buy"),
    (GradeKind::Grade, "strong buy"),
    (GradeKind::Grade, "speculative buy"),
    (GradeKind::Grade, "trading buy"),
    (GradeKind::Grade, "long term buy"),
    (GradeKind::Grade, "buy"),
    (GradeKind::Grade, "accumulate"),
    (GradeKind::Grade, "add"),
    (GradeKind::Market, "sector outperform"),
    (GradeKind::Market, "market outperform"),
    (GradeKind::Market, "industry outperform"),
    (GradeKind::Market, "outperformer"),
    (GradeKind::Market, "outperform"),
    (GradeKind::Market, "superperform"),
    (GradeKind::Market, "o pf"),
    (GradeKind::Market, "overweight"),
    (GradeKind::Market, "positive"),
    (GradeKind::Market, "attractive"),
    (GradeKind::Market, "bullish"),
    (GradeKind::Grade, "neutral"),
    (GradeKind::Grade, "hold"),
    (GradeKind::Market, "market performer"),
    (GradeKind::Market, "market perform"),
    (GradeKind::Market, "marketperform"),
    (GradeKind::Market, "market weight"),
    (GradeKind::Market, "marketweight"),
    (GradeKind::Market, "sector perform"),
    (GradeKind::Market, "sector weight"),
    (GradeKind::Market, "peer perform"),
    (GradeKind::Market, "perform"),
    (GradeKind::Market, "equal weight"),
    (GradeKind::Market, "equalweight"),
    (GradeKind::Market, "in line"),
    (GradeKind::Market, "inline"),
    (GradeKind::Market, "market underperform"),
    (GradeKind::Market, "sector underperform"),
    (GradeKind::Market, "industry underperform"),
    (GradeKind::Market, "underperformer"),
    (GradeKind::Market, "underperform"),
    (GradeKind::Market, "u pf"),
    (GradeKind::Market, "underweight"),
    (GradeKind::Market, "negative"),
    (GradeKind::Market, "cautious"),
    (GradeKind::Market, "bearish"),
    (GradeKind::Grade, "reduce"),
    (GradeKind::Grade, "strong sell"),
    (GradeKind::Grade, "trading sell"),
    (GradeKind::Grade, "take profit"),
    (GradeKind::Grade, "fully valued"),
    (GradeKind::Grade, "sell"),
    (GradeKind::Grade, "avoid"),
    (GradeKind::NotRated, "not rated"),
    (GradeKind::NotRated, "non rated"),
    (GradeKind::NotRated, "rating suspended"),
    (GradeKind::NotRated, "suspended"),
    (GradeKind::NotRated, "restricted"),
    (GradeKind::NotRated, "no rating"),
    (GradeKind::NotRated, "not covered"),
];

/// The capitalised English grade word that `text` begins with, ended by something that is no letter.
fn english_grade_word(text: &str) -> Option<(GradeKind, usize)> {
    let bytes = text.as_bytes();
    let first = bytes.first()?;
    if !first.is_ascii_uppercase() {
        return None;
    }
    let first = first.to_ascii_lowercase();
    ENGLISH.iter().filter(|(_, word)| word.as_bytes()[0] == first).find_map(|(kind, word)| {
        let length = word.len();
        let same = bytes.get(..length)?.iter().zip(word.bytes()).all(|(printed, letter)| {
            let printed = printed.to_ascii_lowercase();
            printed == letter || (letter == b' ' && printed == b'-')
        });
        let ended = !bytes.get(length).is_some_and(u8::is_ascii_alphanumeric);
        (same && ended).then_some((*kind, length))
    })
}

/// Indexes by name, without 指数 behind them; a longer name before its beginning. The flag says that 综合, 国企 and the
/// like may follow as part of the name.
pub const INDEX_NAMES: [&str; 78] = [
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

/// Digits that belong to an index's name and are no limit of a range, with the word before them.
pub const INDEX_DIGITS: [&str; 18] = [
    "沪深300",
    "中证500",
    "中证800",
    "中证1000",
    "中证2000",
    "标普500",
    "普尔500",
    "上证50",
    "科创50",
    "北证50",
    "日经225",
    "富时100",
    "纳斯达克100",
    "S&P 500",
    "S&P500",
    "CSI 300",
    "CSI300",
    "SP500",
];

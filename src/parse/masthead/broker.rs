//! Whose report it is: the house that the disclaimer, the sources and the first lines name most.

use std::ops::Range;

use super::anchors::{COMPANY, ENGLISH, LIMITED_COMPANY, SECURITIES, SECURITIES_TRADITIONAL, parts};
use crate::{
    model::fact::Fact,
    parse::folded::simplified,
    text::{
        span::Span,
        words::{Hit, Words, words},
    },
};

/// A name and how much speaks for it.
struct Candidate {
    name: String,
    weight: usize,
    span: Span,
}

/// The house by its short name.
#[must_use]
pub fn broker(text: &str, anchors: &[Hit]) -> Option<Fact<String>> {
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut take = |name: &str, weight: usize, span: Span| {
        if weight == 0 {
            return;
        }
        let name: String = name.chars().map(simplified).collect::<String>();
        match candidates.iter_mut().find(|candidate| candidate.name == name) {
            Some(candidate) => candidate.weight += weight.min(12),
            None => candidates.push(Candidate { name, weight, span }),
        }
    };
    // What stands in the middle of a long text names many houses.
    let [head, _, tail] = parts(text, anchors);
    let of = |meaning: u8| head.iter().chain(tail).filter(move |hit| hit.meaning == meaning).take(MOST);
    for hit in of(SECURITIES).chain(of(SECURITIES_TRADITIONAL)) {
        if let Some((start, weight)) = house_before(text, hit) {
            take(&text[start..hit.end], weight, Span::new(start, hit.end));
        }
    }
    for hit in of(COMPANY).chain(of(LIMITED_COMPANY)) {
        if let Some(name) = abbreviation(text, hit.start) {
            take(&text[name.clone()], 10, Span::new(name.start, name.end));
        }
    }
    for hit in of(ENGLISH) {
        if let Some((start, weight)) = english_house(text, hit) {
            take(&text[start..hit.end], weight, Span::new(start, hit.end));
        }
    }
    // A longer name that ends with a shorter one is the shorter with words before it.
    let best = candidates
        .iter()
        .enumerate()
        .max_by_key(|(index, candidate)| (candidate.weight, usize::MAX - index))
        .map(|(_, best)| best)?;
    let printed = text.get(best.span.range()).unwrap_or_default();
    (best.weight >= 2).then(|| Fact::new(printed.split_whitespace().collect::<Vec<_>>().join(" "), best.span))
}

/// So many anchors of a kind are looked at; a text with more is noise.
const MOST: usize = 2000;

/// Words that stand before a house's name in sentences.
static LEADS: &Words = words![
    "报告",
    "符合",
    "本报告版权属于",
    "本报告版权归",
    "版权归",
    "本报告仅供",
    "仅供",
    "本报告由",
    "本报告是",
    "本公司",
    "所有权归",
    "归属于",
    "属于",
    "来源于",
    "来源",
    "资料来源",
    "数据来源",
    "敬请参阅",
    "敬请关注",
    "欢迎访问",
    "未经",
    "根据",
    "通过",
    "联系",
    "关于",
    "注明",
    "出处为",
    "投资者对",
    "投资者应联系",
    "以及",
    "并由",
    "或者",
    "以下简称",
    "简称",
    "作者",
    "由",
    "归",
    "向",
    "经",
    "与",
    "和",
    "及",
    "或",
    "为",
    "在",
    "对",
    "据",
    "是",
    "请",
    "于",
    "的",
    "从",
];

/// Names before 证券 that are no house's.
static NO_HOUSES: &Words = words![
    "不同",
    "中国",
    "相关",
    "有价",
    "上市",
    "所述",
    "任何",
    "该等",
    "其他",
    "其它",
    "上海",
    "深圳",
    "北京",
    "香港",
    "境内",
    "境外",
    "国债",
    "此类",
    "涉及",
    "提及",
    "目标",
    "标的",
    "类",
    "各",
    "及其",
    "公司",
    "买卖",
    "投资",
    "衍生",
    "同期",
    "所指",
    "监督",
    "资产支持",
];

/// What follows 证券 where it ends no house's name.
static NO_AFTER: &Words = words![
    "交易所",
    "市场",
    "分析师",
    "研究报告",
    "投资咨询",
    "业协会",
    "业务",
    "法",
    "监督",
    "监管",
    "指数",
    "日报",
    "时报",
    "报社",
    "从业",
    "头寸",
    "代码",
    "简称",
    "的",
    "买卖",
    "估值",
    "化",
    "价格",
    "标的",
    "投资者",
    "发行",
    "登记",
    "经纪",
    "之星",
    "期货",
    "投资基金",
    "部",
    "品种",
];

/// How a house goes on to name its company.
static FORMAL: &Words = words!["股份有限", "有限", "（香港）有限", "（国际）有限", "(香港)有限", "国际有限"];

/// Where the name before the 证券 of `hit` begins, and how much the words around it speak for it.
fn house_before(text: &str, hit: &Hit) -> Option<(usize, usize)> {
    let (at, after) = (hit.start, &text[hit.end..]);
    if NO_AFTER.begin(after).is_some() {
        return None;
    }
    let window = text.ceil_char_boundary(at.saturating_sub(30));
    let chinese = |character: &char| matches!(character, '\u{4e00}'..='\u{9fff}');
    let run = text[window..at].chars().rev().take_while(chinese).take(10).map(char::len_utf8).sum::<usize>();
    let mut name = &text[at - run..at];
    let mut bounded = run < 27;
    for _ in 0..4 {
        let Some(lead) = last_lead(name) else { break };
        if name[lead..].chars().nth(1).is_none() {
            break;
        }
        name = &name[lead..];
        bounded = true;
    }
    // Text without white space prints a day or a price before the name: 7日衡汐证券, 36.5元衡汐证券.
    let counted = text[..at - name.len()].ends_with(|last: char| last.is_ascii_digit());
    if counted
        && let Some(rest) = name.strip_prefix(['日', '元']).filter(|rest| rest.chars().nth(1).is_some())
    {
        (name, bounded) = (rest, true);
    }
    let start = at - name.len();
    let formal = FORMAL.begin(after).is_some();
    let alone = stands_alone(text, start, hit.end);
    // 上海证券 is a house where it calls itself a company, 上海证券交易所 never is.
    if !(2..=6).contains(&name.chars().count())
        || !bounded
        || (NO_HOUSES.whole(name).is_some() && !formal && !alone)
    {
        return None;
    }
    static DEPARTMENTS: &Words = words!["研究", "研发", "经济", "國際", "国际"];
    let weight = if formal {
        let near = after.char_indices().nth(24).map_or(after, |(end, _)| &after[..end]);
        if near.contains("简称") { 12 } else { 5 }
    } else if DEPARTMENTS.begin(after).is_some() {
        3
    } else if alone {
        6
    } else {
        1
    };
    Some((start, weight))
}

/// Where the last of [`LEADS`] in `name` ends.
fn last_lead(name: &str) -> Option<usize> {
    name.char_indices().filter_map(|(at, _)| LEADS.at(name, at)).map(|hit| hit.end).max()
}

fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].trim_end_matches([' ', '#', '*']);
    let after = text[end..].trim_start_matches([' ', '*', '\r']);
    (before.is_empty() || before.ends_with('\n'))
        && (after.is_empty() || after.starts_with('\n') || after.starts_with("研究所"))
}

/// What a company calls itself that is no name.
static OWN: &Words =
    words!["公司", "本公司", "我公司", "标的公司", "本行", "我司", "集团", "发行人", "上市公司", "交易对方",];

/// What a house calls itself in its disclaimer, behind the 有限公司 at byte `at`: …有限公司（以下简称“…”）.
fn abbreviation(text: &str, at: usize) -> Option<Range<usize>> {
    let within = |start: usize, length: usize| &text[start..text.floor_char_boundary(start + length)];
    let rest = within(at, 64);
    let open = rest.find(['“', '"', '「']).filter(|open| *open <= 60)?;
    let before = &rest[..open];
    if !before.contains("简称") && !before.contains("簡稱") {
        return None;
    }
    let start = at + open + rest[open..].chars().next().map_or(1, char::len_utf8);
    let inside = within(start, 34);
    let length = inside.find(['”', '"', '」']).filter(|length| *length <= 30)?;
    let name = &inside[..length];
    static HOUSES: &Words = words!["证券", "證券", "中金公司", "国际", "资本"];
    let securities =
        HOUSES.end(name).is_some() || (name.ends_with("公司") && text[..at].ends_with("金融股份"));
    (OWN.whole(name).is_none() && before.len() < 40 && securities).then_some(start..start + length)
}

/// Words with a capital before Securities that are no name's part.
static GENERIC: &Words = words![
    "The",
    "These",
    "Exchange",
    "Such",
    "Any",
    "Other",
    "Restricted",
    "Covered",
    "By",
    "Source:",
    "This",
    "US",
    "Hong",
    "Kong",
    "Chinese",
];

/// Where the English name before the word of `hit` begins, capitalised words of it, and how much speaks for it.
fn english_house(text: &str, hit: &Hit) -> Option<(usize, usize)> {
    let mut start = hit.start;
    for before in text[..hit.start].trim_end_matches(' ').rsplit(' ').take(4) {
        let capital = before.rsplit('\n').next().unwrap_or(before);
        let name = capital.starts_with(|first: char| first.is_ascii_uppercase())
            && capital.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'&' | b'.' | b'-'));
        if !name || GENERIC.whole(capital).is_some() {
            break;
        }
        start = capital.as_ptr() as usize - text.as_ptr() as usize;
        if capital.len() < before.len() {
            break;
        }
    }
    // Asia Pacific Equity Research is a rubric.
    static REGIONS: &Words = words![
        "Asia",
        "Pacific",
        "Asia-Pacific",
        "Global",
        "China",
        "Company",
        "Hong",
        "Kong",
        "Europe",
        "Japan",
        "Asian",
        "Americas",
    ];
    let rubric = text[hit.start..hit.end].ends_with("Research");
    if rubric && text[start..hit.start].split_whitespace().all(|word| REGIONS.whole(word).is_some()) {
        return None;
    }
    static OTHERS: &Words =
        words![" and Futures", " Act", " Exchange", " Commission", " & ", " Regulat", " Law"];
    let after = &text[hit.end..];
    if start == hit.start || OTHERS.begin(after).is_some() {
        return None;
    }
    static FORMAL: &Words = words!["Co", "Limited", "Ltd"];
    let weight = if stands_alone(text, start, hit.end) {
        6
    } else if FORMAL.begin(after.trim_start()).is_some() {
        4
    } else {
        1
    };
    Some((start, weight))
}

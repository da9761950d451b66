//! Whose report it is: the house that the disclaimer, the sources and the first lines name most.

use crate::{model::fact::Fact, parse::folded::simplified, text::span::Span};

/// A name and how much speaks for it.
struct Candidate {
    name: String,
    weight: usize,
    span: Span,
}

/// So many bytes of the beginning and of the end are read.
const HEAD: usize = 60_000;
const TAIL: usize = 60_000;

fn border(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The house by its short name.
#[must_use]
pub fn broker(text: &str) -> Option<Fact<String>> {
    // The first pages and the disclaimer at the end; what stands between names many houses.
    let (head, tail) = (border(text, HEAD), border(text, text.len().saturating_sub(TAIL)));
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
    let parts = if head < tail { [0..head, tail..text.len()] } else { [0..text.len(), 0..0] };
    for (part, word) in parts.iter().flat_map(|part| [(part, "证券"), (part, "證券")]) {
        for (at, _) in text[part.clone()].match_indices(word).map(|(at, word)| (part.start + at, word)) {
            if let Some((start, weight)) = house_before(text, at, word.len()) {
                let end = at + word.len();
                take(&text[start..end], weight, Span::new(start, end));
            }
        }
    }
    for part in parts {
        for (at, quoted) in abbreviations(&text[part.clone()]) {
            take(quoted, 10, Span::new(part.start + at, part.start + at + quoted.len()));
        }
        for (range, weight) in english_houses(&text[part.clone()]) {
            take(
                &text[part.clone()][range.clone()],
                weight,
                Span::new(part.start + range.start, part.start + range.end),
            );
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

/// Words that stand before a house's name in sentences.
const LEADS: [&str; 50] = [
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
const NO_HOUSES: [&str; 32] = [
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

/// Where the name before 证券 at byte `at` begins, and how much the words around it speak for it.
fn house_before(text: &str, at: usize, length: usize) -> Option<(usize, usize)> {
    let window = (at.saturating_sub(30)..=at).find(|start| text.is_char_boundary(*start))?;
    let chinese = |character: &char| matches!(character, '\u{4e00}'..='\u{9fff}');
    let run = text[window..at].chars().rev().take_while(chinese).take(10).map(char::len_utf8).sum::<usize>();
    let mut name = &text[at - run..at];
    let mut bounded = run < 27;
    for _ in 0..4 {
        if let Some((place, lead)) = LEADS
            .iter()
            .filter(|lead| name.contains(**lead))
            .filter_map(|lead| Some((name.rfind(lead)?, lead)))
            .max_by_key(|(place, lead)| place + lead.len())
        {
            let rest = &name[place + lead.len()..];
            if rest.chars().count() >= 2 {
                name = rest;
                bounded = true;
                continue;
            }
        }
        break;
    }
    let count = name.chars().count();
    let after = &text[at + length..];
    let place = NO_HOUSES.contains(&name);
    let formal = ["股份有限", "有限", "（香港）有限", "（国际）有限", "(香港)有限", "国际有限"]
        .iter()
        .any(|word| after.starts_with(word));
    // 上海证券 is a house where it calls itself a company, 上海证券交易所 never is.
    if !(2..=6).contains(&count)
        || !bounded
        || (place && !formal && !stands_alone(text, at - name.len(), at + length))
    {
        return None;
    }
    const NO_AFTER: [&str; 34] = [
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
        "时报",
    ];
    if NO_AFTER.iter().any(|word| after.starts_with(word)) {
        return None;
    }
    let weight = if formal {
        if after.chars().take(24).collect::<String>().contains("简称") { 12 } else { 5 }
    } else if after.starts_with("研究")
        || after.starts_with("研发")
        || after.starts_with("经济")
        || after.starts_with("國際")
        || after.starts_with("国际")
    {
        3
    } else if stands_alone(text, at - name.len(), at + length) {
        6
    } else {
        1
    };
    Some((at - name.len(), weight))
}

fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].trim_end_matches([' ', '#', '*']);
    let after = text[end..].trim_start_matches([' ', '*', '\r']);
    (before.is_empty() || before.ends_with('\n'))
        && (after.is_empty() || after.starts_with('\n') || after.starts_with("研究所"))
}

/// What a house calls itself in its disclaimer: …有限公司（以下简称“…”）.
fn abbreviations(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("有限公司").chain(text.match_indices("有限责任公司")).take(400)
    {
        let rest = &text[at..];
        let Some(open) = rest.find(['“', '"', '「']).filter(|open| *open <= 60) else { continue };
        if !rest[..open].contains("简称") && !rest[..open].contains("簡稱") {
            continue;
        }
        let start = at + open + rest[open..].chars().next().map_or(1, char::len_utf8);
        let Some(length) = text[start..].find(['”', '"', '」']).filter(|length| *length <= 30) else {
            continue;
        };
        let name = &text[start..start + length];
        let own = [
            "公司",
            "本公司",
            "我公司",
            "标的公司",
            "本行",
            "我司",
            "集团",
            "发行人",
            "上市公司",
            "交易对方",
        ]
        .contains(&name);
        let formal = rest[..open].len() < 40;
        let securities = ["证券", "證券", "中金公司", "国际", "资本"].iter().any(|word| name.ends_with(word))
            || (name.ends_with("公司") && text[..at].ends_with("金融股份"));
        if !own && formal && securities {
            found.push((start, name));
        }
    }
    found
}

/// Houses with an English name: capitalised words before Securities, Research and the like.
fn english_houses(text: &str) -> Vec<(std::ops::Range<usize>, usize)> {
    let mut found = Vec::new();
    for word in ["Securities", "Equity Research", "Capital Markets", "Investment Research"] {
        for (at, _) in text.match_indices(word).take(400) {
            let mut start = at;
            for before in text[..at].trim_end_matches(' ').rsplit(' ').take(4) {
                let capital = before.rsplit('\n').next().unwrap_or(before);
                let name = capital.starts_with(|first: char| first.is_ascii_uppercase())
                    && capital
                        .bytes()
                        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'&' | b'.' | b'-'));
                let generic = [
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
                ]
                .contains(&capital);
                if !name || generic {
                    break;
                }
                start = capital.as_ptr() as usize - text.as_ptr() as usize;
                if capital.len() < before.len() {
                    break;
                }
            }
            let end = at + word.len();
            let after = &text[end..];
            let other = [" and Futures", " Act", " Exchange", " Commission", " & ", " Regulat", " Law"]
                .iter()
                .any(|word| after.starts_with(word));
            if start < at && !other {
                let formal = after.trim_start().starts_with("Co")
                    || after.trim_start().starts_with("Limited")
                    || after.trim_start().starts_with("Ltd");
                found.push((
                    start..end,
                    if stands_alone(text, start, end) {
                        6
                    } else if formal {
                        4
                    } else {
                        1
                    },
                ));
            }
        }
    }
    found
}

//! The main line of a report, told by its place and shape: not a rubric, a field, a name or a sentence.

use super::{
    date::{first_date, leading_date},
    pieces::Piece,
    rating::is_coded_rating,
};
use crate::{
    model::{code::is_security_code_with_exchange, fact::Fact},
    parse::{folded::Folded, lexicon::grade_word},
    text::{
        markup::without_tags,
        span::Span,
        words::{Words, words},
    },
};

/// The title as one line.
#[must_use]
pub fn title(text: &str, pieces: &[Piece], broker: Option<&Fact<String>>) -> Option<Fact<String>> {
    let broker = broker.map(|broker| Folded::of_range(&broker.value, 0..broker.value.len()).text);
    let heads: Vec<&Piece> = pieces.iter().take(70).filter(|piece| !piece.related).collect();
    let mut best: Option<(i32, usize)> = None;
    for (index, piece) in heads.iter().enumerate() {
        let Some(mut score) = shape(piece, broker.as_deref()) else { continue };
        let next = heads.get(index + 1);
        let previous = index.checked_sub(1).map(|previous| heads[previous]);
        // A subtitle of dashes stands right behind the title; the rubric stands near.
        let subtitle = heads[index + 1..].iter().take(4).position(|next| is_subtitle(next));
        score += match subtitle {
            Some(0) => 6,
            Some(_) => 2,
            None => 0,
        };
        score += if piece.heading { 3 } else { 0 };
        score += if next.is_some_and(|next| is_rubric(next) && next.line > piece.line) { 2 } else { 0 };
        score += if next.is_some_and(|next| begins_body(next.words)) { 3 } else { 0 };
        score += if previous.is_some_and(|previous| is_rubric(previous) || names_security(previous)) {
            1
        } else {
            0
        };
        // 公司点评报告 | 资讯科技业: what stands in the rubric's line is a part of it.
        let beside = |other: &&Piece| other.line == piece.line && is_rubric(other);
        score -= if previous.as_ref().is_some_and(beside) || next.copied().as_ref().is_some_and(beside) {
            4
        } else {
            0
        };
        score -= (index / 8) as i32;
        if best.is_none_or(|(most, _)| score > most) {
            best = Some((score, index));
        }
    }
    let (score, index) = best?;
    (score >= 2).then(|| whole_title(text, &heads, index))
}

/// The title with the lines that it is broken over: up to a subtitle that follows.
fn whole_title(text: &str, heads: &[&Piece], index: usize) -> Fact<String> {
    let index = first_line(heads, index);
    let piece = heads[index];
    let mut parts = vec![piece];
    let subtitle = heads[index + 1..].iter().take(5).position(|next| is_subtitle(next));
    let column = column_of(text, piece.span.start as usize);
    // A heading that ends with a comma goes on in the next heading.
    let broken = piece.heading
        && piece.words.ends_with([',', '、'])
        && heads.get(index + 1).is_some_and(|next| next.heading && shape(next, None).is_some());
    for next in heads[index + 1..].iter().take(subtitle.unwrap_or(usize::from(broken))) {
        let near = column_of(text, next.span.start as usize).abs_diff(column) <= 40;
        let goes_on = next.alone || near;
        let field = next.words.contains(['@', ':'])
            || first_date(next.words).is_some()
            || grade_word(next.words).is_some()
            || is_rubric(next);
        if goes_on && !field && next.line > piece.line && next.count <= 30 {
            parts.push(next);
        }
    }
    let words: Vec<String> = parts.iter().map(|part| printed(text, part.span)).collect();
    let span = parts.iter().map(|part| part.span).reduce(Span::to).unwrap_or(piece.span);
    let joined = words.iter().fold(String::new(), |mut joined, part| {
        let latin = joined.ends_with(|last: char| last.is_ascii_alphanumeric())
            && part.starts_with(|first: char| first.is_ascii_alphanumeric());
        if latin {
            joined.push(' ');
        }
        joined + part
    });
    Fact::new(joined, span)
}

/// The first line of a title whose last is at `index`: a line right before it that ends with a comma belongs to it.
fn first_line(heads: &[&Piece], index: usize) -> usize {
    let goes_on = |before: usize| {
        let piece = heads[before];
        piece.alone && piece.line + 1 == heads[before + 1].line && piece.words.ends_with([',', '、', ':'])
    };
    let goes =
        index.checked_sub(1).filter(|before| goes_on(*before) && shape(heads[*before], None).is_some());
    goes.unwrap_or(index)
}

fn printed(text: &str, span: Span) -> String {
    let printed = without_tags(text.get(span.range()).unwrap_or_default());
    // A mark of the template's, [Table_Title], is no word of the title.
    let mark = printed.strip_prefix("[Table_").and_then(|mark| mark.split_once(']'));
    let printed = mark.map_or(&*printed, |(_, behind)| behind);
    printed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How many columns of the screen stand before byte `at` in its line.
pub fn column_of(text: &str, at: usize) -> usize {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    text[start..at].chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum()
}

fn is_subtitle(piece: &Piece) -> bool {
    let dashes = piece.words.starts_with('—')
        || (piece.words.starts_with('-')
            && !piece.words[1..].starts_with(|next: char| next.is_ascii_digit()));
    dashes && piece.count <= 60 && leading_date(piece.words.trim_start_matches(['—', '-'])).is_none()
}

/// 计算机周报, 证券研究报告-季报点评, 公司深度: a line that says what kind of report it is.
fn is_rubric(piece: &Piece) -> bool {
    piece.count <= if piece.words.is_ascii() { 40 } else { 22 }
        && (KINDS.end(piece.words).is_some() || RUBRICS.begin(piece.words).is_some())
        && !piece.words.contains(',')
}

/// Words that such a line begins with, the industry behind them.
static RUBRICS: &Words = words![
    "Company Report",
    "Company report",
    "Company Update",
    "Company Note",
    "Equity Research",
    "Sector Report",
    "Sector Update",
    "Industry Report",
    "Initiating Coverage",
];

/// Words that end such a line.
static KINDS: &Words = words![
    "周报",
    "月报",
    "日报",
    "报告",
    "点评",
    "深度",
    "专题",
    "研究",
    "周观点",
    "跟踪",
    "双周报",
    "快报",
    "简报",
    "季报",
    "年报",
    "快评",
    "动态",
    "策略",
    "晨报",
    "周评",
    "Weekly",
    "Report",
    "Research",
    "Update",
    "Note",
    "Initiation",
    "公司首次覆盖",
];

/// The heading over the first paragraph.
fn begins_body(words: &str) -> bool {
    static HEADINGS: &Words = words![
        "投资要点",
        "核心观点",
        "投资摘要",
        "摘要",
        "事件",
        "要点",
        "Key points",
        "Key takeaways",
        "Investment summary",
    ];
    HEADINGS.whole(words.trim_end_matches(':')).is_some()
}

/// A line that is a company's name with its code.
fn names_security(piece: &Piece) -> bool {
    let words = piece.words;
    let coded = || words.rsplit_once(' ').is_some_and(|(_, code)| is_security_code_with_exchange(code));
    // The industry may stand behind the code.
    let industry = |behind: &str| !behind.contains([',', ':', '-', '—']) && behind.chars().count() <= 12;
    let bracketed = words.contains('(')
        && words.rsplit_once(')').is_some_and(|(_, behind)| industry(behind))
        && words.bytes().filter(u8::is_ascii_digit).count() >= 4;
    let longest = if words.is_ascii() { 48 } else { 30 };
    piece.count <= 48 && ((bracketed && piece.count <= longest) || (piece.count <= 40 && coded()))
}

/// How much the shape of a piece speaks for a title; `None` where it is none.
fn shape(piece: &Piece, broker: Option<&str>) -> Option<i32> {
    let (words, count) = (piece.words, piece.count);
    if count > 120 {
        return None;
    }
    // U+4E00 to U+9FFF by their first bytes.
    let chinese = words.bytes().filter(|byte| matches!(byte, 0xe5..=0xe9)).count()
        + words.as_bytes().windows(2).filter(|pair| matches!(pair, [0xe4, 0xb8..=0xbf])).count();
    let latin_words = words.split(' ').count();
    let long_enough = chinese >= 5 || (chinese == 0 && latin_words >= 3);
    if !long_enough || count > if chinese > 0 { 64 } else { 120 } || is_subtitle(piece) {
        return None;
    }
    let stops = FIELDS.begin(words).is_some() || STOPS.stand_in(words);
    // A sentence that goes on in the next line ends with a comma, and so does no title of this length.
    let ends = words.ends_with([':', '、'])
        || is_coded_rating(words)
        || is_given_rating(words, count)
        || words.contains('。')
        || (words.contains(';') && (chinese > 0 || words.matches(';').count() > 1))
        || (chinese == 0 && words.ends_with('.'))
        || (count >= 34 && words.ends_with(','));
    let numbered =
        words.starts_with(|first: char| first.is_ascii_digit()) && words[1..].starts_with(['.', '、', ')']);
    let named =
        broker.is_some_and(|broker| words.starts_with(broker) && count <= broker.chars().count() + 14);
    let field = words.split_once(':').is_some_and(|(label, rest)| {
        LABELS.whole(label.trim()).is_some() || label.chars().count() <= 1 || is_amount(rest)
    });
    if stops
        || ends
        || numbered
        || named
        || field
        || first_date(words).is_some_and(|(_, range)| range.len() * 2 > words.len())
    {
        return None;
    }
    let listed =
        ["➢", "•", "-"].iter().any(|mark| words.starts_with(mark)) || words.starts_with(['"', '[', '(']);
    let mut score = 4;
    score += if words.contains([',', '、', '!', '?']) && chinese > 0 { 2 } else { 0 };
    score -= if listed { 4 } else { 0 };
    score -= if is_rubric(piece) { 5 } else { 0 };
    score -= if names_security(piece) { 5 } else { 0 };
    score -= if count < 9 && chinese > 0 { 2 } else { 0 };
    score -= if words.contains("一年") && words.contains("走势")
        || words.contains("比较") && words.contains("指数")
    {
        6
    } else {
        0
    };
    score -= if words.is_ascii() && first_date(words).is_some() { 4 } else { 0 };
    score -= if words.bytes().all(|byte| !byte.is_ascii_lowercase()) && chinese == 0 { 4 } else { 0 };
    Some(score)
}

/// Whether `words` are a number with its unit, as behind the label of a field.
fn is_amount(words: &str) -> bool {
    let unit =
        words.trim().trim_start_matches(|first: char| first.is_ascii_digit() || matches!(first, '.' | ','));
    unit.len() < words.trim().len() && unit.chars().count() <= 3
}

/// 同步大市-A(维持): whether `words`, of `count` characters, are a grade and what became of it.
fn is_given_rating(words: &str, count: usize) -> bool {
    static GIVEN: &Words = words!["维持", "首次", "上调", "下调"];
    let rest = grade_word(words).map_or("", |(_, length)| &words[length..]);
    count <= 16 && rest.starts_with(['(', ' ', '/', '|', '-']) && GIVEN.stand_in(rest)
}

/// What stands before the colon of a field.
static LABELS: &Words = words![
    "行业",
    "所属行业",
    "子行业",
    "日期",
    "时间",
    "作者",
    "股价",
    "当前价",
    "现价",
    "昨收盘",
    "收盘",
    "前次评级",
    "上次评级",
    "代码",
    "股票代码",
    "地址",
    "传真",
    "邮编",
    "证书",
    "风险提示",
    "Sector",
    "Industry",
    "Price",
    "Date",
];

/// What a field, a heading or a footer begins with.
static FIELDS: &Words = words![
    "投资要点",
    "核心观点",
    "相关报告",
    "相关研究",
    "证券研究报告",
    "分析师",
    "研究员",
    "联系人",
    "研究助理",
    "电话",
    "邮箱",
    "执业",
    "登记",
    "日期",
    "报告日期",
    "发布日期",
    "报告发布日期",
    "评级",
    "投资评级",
    "资料来源",
    "来源:",
    "数据来源",
    "图表",
    "市场数据",
    "基础数据",
    "基本数据",
    "最近一年",
    "近一年",
    "一年内",
    "行业相对",
    "个股相对",
    "股价走势",
    "走势",
    "相对表现",
    "请阅读",
    "请务必",
    "免责",
    "目标价",
    "收盘价",
    "总股本",
    "市值",
    "团队成员",
    "盈利预测",
    "财务",
    "Email",
    "E-mail",
    "Tel",
    "SAC",
    "http",
    "www.",
];

/// What stands in no title.
static STOPS: &Words = words![
    "@",
    "证券研究报告",
    "(亿元)",
    "(百万元)",
    "(万元)",
    "(元)",
    "编号",
    "www.",
    "声明",
    "price target",
    "month target",
    "Price Target",
    "target price",
    "Target Price",
    "Target price",
    "Price target"
];

//! Where grade words stand as the labels of bands.

use std::ops::Range;

use crate::{
    parse::{
        folded::{Folded, Gap, simplified_bytes},
        lexicon::{GRADES, GradeKind, grade_word},
    },
    text::words::{Words, character_length, words},
};

/// What a label is by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelKind {
    /// A grade word of the lexicon.
    Word(GradeKind),
    /// `A`, `B`, `C` of a risk or long-term scale.
    Letter,
    /// `1` to `5`.
    Digit,
    /// A short word that no lexicon knows, by its place and separator.
    Other,
}

/// A grade word at a place where a band's label stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// What it is.
    pub kind: LabelKind,
    /// The word in the folded text.
    pub range: Range<usize>,
    /// Where its numbering, quote or bracket begins, which belongs to no condition.
    pub start: usize,
    /// Where its condition begins, behind gloss and separators.
    pub condition: usize,
    /// Whether a separator, a cell border or a line end stands behind it.
    pub separated: bool,
    /// Whether it stands behind 为, as in 30%以上为买入评级.
    pub named_last: bool,
}

/// The grade word at byte `at` of the folded text and its length. Its characters may be a space apart, not a line.
#[must_use]
pub fn grade_at(folded: &Folded, at: usize) -> Option<(GradeKind, usize)> {
    let (kind, length) = grade_word(folded.text.get(at..)?)?;
    let whole = (at + 1..at + length).all(|inside| folded.gap(inside) <= Gap::Border);
    whole.then_some((kind, length))
}

/// The labels in the folded text, in order.
#[must_use]
pub fn labels(folded: &Folded) -> Vec<Label> {
    let text = folded.text.as_str();
    let mut found: Vec<Label> = Vec::new();
    let mut at = 0;
    while let Some(length) = text.as_bytes().get(at).map(|first| character_length(*first)) {
        let label = if may_begin(folded, at) { label_at(folded, at) } else { None };
        if let Some(label) = label.filter(|label| !compares(folded, label, found.last())) {
            // What stands between label and condition is its gloss and no label of its own.
            at = label.range.end.max(label.condition);
            found.push(label);
        } else {
            at += length;
        }
    }
    found
}

/// Whether a label may begin at byte `at`: told by the first character and by what stands before it, for nearly no
/// character begins one.
fn may_begin(folded: &Folded, at: usize) -> bool {
    match folded.text.as_bytes()[at] {
        b'A'..=b'Z' | b'1'..=b'5' => true,
        // The lead bytes of the characters U+4E00 to U+9FFF.
        0xe4..=0xe9 => {
            begins_clause(folded, at)
                || (GRADES.may_stand_at(&folded.text, at)
                    && (folded.gap(at) == Gap::Space || may_precede(&folded.text.as_bytes()[..at])))
        }
        _ => false,
    }
}

/// Whether a label may follow `before` with nothing between the two: no Chinese character stands right before one,
/// unless a condition or a heading ends with it.
#[must_use]
pub fn may_precede(before: &[u8]) -> bool {
    match before {
        [.., first @ 0xe4..=0xe9, second, third] => {
            BEFORE.may_end(&simplified_bytes([*first, *second, *third]))
        }
        _ => true,
    }
}

fn begins_clause(folded: &Folded, at: usize) -> bool {
    // The comma of lists takes the last three bytes.
    folded.gap(at) >= Gap::Border
        || matches!(folded.text.as_bytes()[..at], [.., b';' | b'"' | b'.'] | [.., 0xe3, 0x80, 0x81])
}

/// Whether a word that can grade and can compare (同步, Outperform) compares here: inside a sentence, or at the beginning
/// of the condition of the grade before it.
fn compares(folded: &Folded, label: &Label, before: Option<&Label>) -> bool {
    let at = label.range.start;
    let word = &folded.text[label.range.clone()];
    let inside = |last: char| last.is_alphanumeric() || last == '%';
    let verb = matches!(word, "同步" | "领先" | "落后");
    if verb && folded.gap(at) < Gap::Border && folded.text[..at].ends_with(inside) {
        return true;
    }
    // 预期表现跑赢大市指标: the end of a condition, whose words are a grade elsewhere.
    let rest = &folded.text[label.range.end..];
    let ends = folded.gap(label.range.end) >= Gap::Line
        || rest.starts_with([';', '。'])
        || rest.starts_with("指标")
        || rest.starts_with("指数")
        // 股价表现强于大盘15%以上
        || rest.starts_with(|next: char| next.is_ascii_digit() || matches!(next, '±' | '-'));
    if label.kind == LabelKind::Word(GradeKind::Market)
        && folded.gap(at) == Gap::None
        && folded.text[..at].ends_with("表现")
        && ends
        && before.is_some_and(|before| before.condition < at && at < before.condition + 120)
    {
        return true;
    }
    if label.kind == LabelKind::Word(GradeKind::Market)
        && let Some(before) = before.filter(|before| before.condition == at)
        && before.kind == LabelKind::Word(GradeKind::Grade)
    {
        // 减持-落后5%至15%, and 回避 beside 弱于大盘 in a row of its own.
        let marked = folded.gap(at) < Gap::Border && at > before.range.end;
        let alone = folded.gap(at) == Gap::Border
            && folded.gap(before.range.start) >= Gap::Line
            && folded.gap(label.range.end) >= Gap::Line;
        if !word.is_ascii() && (marked || alone) {
            return true;
        }
    }
    let rest = folded.text[label.range.end..].trim_start();
    static PERFORM: &Words = words![any case: "perform"];
    PERFORM.end(word).is_some()
        && before.is_some_and(|before| before.condition == at)
        && rest.starts_with(|next: char| next.is_ascii_lowercase())
}

fn label_at(folded: &Folded, at: usize) -> Option<Label> {
    let text = folded.text.as_str();
    let first = text[at..].chars().next()?;
    if let Some((kind, length)) = grade_at(folded, at) {
        let label = word_label(folded, at, kind, length);
        // 积极配置： begins with a grade word and is another.
        return label.or_else(|| if first.is_ascii() { None } else { other_label(folded, at) });
    }
    if matches!(first, 'A'..='E' | '1'..='5') {
        return sign_label(folded, at, first);
    }
    if matches!(first, '\u{4e00}'..='\u{9fa5}') {
        return other_label(folded, at);
    }
    None
}

fn word_label(folded: &Folded, at: usize, kind: GradeKind, length: usize) -> Option<Label> {
    let text = folded.text.as_str();
    let end = at + length + qualifier_length(&text[at + length..]);
    let before = &text[..at];
    // 增持（维持） is a rating that is given, and defines none.
    static GIVEN: &Words =
        words!["(维持", "(首次", "(上调", "(下调", "(调高", "(调低", "(Maintain", "(maintain"];
    if GIVEN.at(text, end).is_some() {
        return None;
    }
    let said = BEFORE.end(before.trim_end_matches(['"', '(', '['])).map_or(0, |word| word.meaning);
    let named_last = said & NAMING != 0;
    if !named_last && said & ENDING == 0 && !is_apart(folded, at) {
        return None;
    }
    let (condition, separated) = match condition_start(folded, end) {
        Some(start) => start,
        // 为减持。 ends the sentence whose condition stands before it.
        None if named_last => (end, false),
        None => return None,
    };
    let start = start_of_numbering(text, at);
    let label =
        Label { kind: LabelKind::Word(kind), range: at..end, start, condition, separated, named_last };
    let follows =
        separated || named_last || begins_condition(&text[condition..]) || grade_at(folded, end).is_some();
    follows.then_some(label)
}

/// The length of what makes two grades of one word: 持有-超越同业:.
fn qualifier_length(rest: &str) -> usize {
    let Some(words) = rest.strip_prefix('-') else { return 0 };
    let length: usize = words
        .chars()
        .take_while(|character| matches!(character, '\u{4e00}'..='\u{9fa5}'))
        .take(7)
        .map(char::len_utf8)
        .sum();
    let whole = (2 * 3..=6 * 3).contains(&length) && words[length..].starts_with(':');
    if whole { 1 + length } else { 0 }
}

/// 为 and the like name the grade behind its condition.
const NAMING: u8 = 1;
/// A condition or a heading ends, so that a label may begin.
const ENDING: u8 = 2;
/// What may stand right before a label.
static BEFORE: &Words = words![
    NAMING => [
        "以上为", "以下为", "之间为", "%为", "%的为", "的为", "则为", "股为", "股票为", "者为", "评级为", "给予", "定为",
        "定义为",
    ],
    ENDING => [
        "以上", "以下", "之间", "波动", "持平", "指数", "市场", "大盘", "基准", "左右", "收益", "大市", "评级", "说明",
        "标准", "体系", "定义", "级别", "如下", "类别", "描述", "建议", "水平", "表现", "备注", "观点", "评级分为",
        "以内", "相当", "一致", "评等", "分类", "rating", "ratings", "definition",
    ],
];

/// Whether white space, a mark or a number stands before `at`.
fn is_apart(folded: &Folded, at: usize) -> bool {
    let Some(last) = folded.text[..at].chars().next_back() else { return true };
    folded.gap(at) >= Gap::Space || ";。:,.!?)]}%\"/—-·>|、(=".contains(last) || last.is_ascii_digit()
}

/// Where the numbering and quotes before a label begin.
fn start_of_numbering(text: &str, at: usize) -> usize {
    let before = text[..at].trim_end_matches(['"', '(', '[']);
    let unnumbered = before.trim_end_matches(['.', '、', ')', '(']);
    let digits = unnumbered.trim_end_matches(|character: char| character.is_ascii_digit());
    if unnumbered.len() < before.len()
        && digits.len() < unnumbered.len()
        && unnumbered.len() - digits.len() <= 2
    {
        digits.trim_end_matches('(').len()
    } else {
        before.len()
    }
}

/// Where the condition behind a label that ends at `end` begins, and whether something separates the two; `None` where
/// the word stands in a sentence.
fn condition_start(folded: &Folded, end: usize) -> Option<(usize, bool)> {
    let text = folded.text.as_str();
    let mut at = end;
    let mut separated = folded.gap(at) >= Gap::Border;
    let mut colon = false;
    let mut marked = false;
    for _ in 0..8 {
        let rest = &text[at..];
        let Some(next) = rest.chars().next() else { return Some((at, true)) };
        if next == ' ' {
            at += 1;
        } else if let Some(gloss) = gloss_length(folded, at) {
            at += gloss;
        } else if rest.starts_with("评级") || rest.starts_with("评等") || rest.starts_with("级:") {
            at += if rest.starts_with("级:") { "级".len() } else { "评级".len() };
        } else if next == '"' {
            at += 1;
            separated = true;
        } else if matches!(next, ':' | '=' | '—' | '(' | '[' | ',') || (next == '-' && !digit_follows(rest))
        {
            let minus = next == '—' && colon && digit_follows(rest);
            if minus {
                break;
            }
            colon |= next == ':';
            marked |= matches!(next, ':' | '=' | '—' | '-');
            separated = true;
            at += next.len_utf8();
        } else {
            break;
        }
        separated |= folded.gap(at) >= Gap::Border;
    }
    let rest = &text[at..];
    static SENTENCE: &Words = words!["的", "、", "和", "或", "与", "至", "下调", "上调", "》", "。", "/"];
    let sentence = SENTENCE.begin(rest).is_some();
    // 中性：与大盘同步 is no sentence about 中性.
    (!sentence || marked || folded.gap(at) >= Gap::Border)
        .then_some((at, separated || folded.gap(at) >= Gap::Space))
}

fn digit_follows(rest: &str) -> bool {
    rest.chars().nth(1).is_some_and(|next| next.is_ascii_digit())
}

/// The length of the same grade in another language behind a label: `(Buy)`, `Buy`, 买入.
fn gloss_length(folded: &Folded, at: usize) -> Option<usize> {
    let text = folded.text.as_str();
    let rest = &text[at..];
    if let Some(inside) = rest.strip_prefix('(') {
        let close = inside.bytes().take(40).position(|byte| byte == b')')?;
        let words = &inside[..close];
        let condition = super::condition::condition(words).is_read() && grade_word(words).is_none();
        let short = words.chars().count() <= 22 && !words.contains('%');
        return (short && !condition && !words.is_empty()).then_some(close + 2);
    }
    let before_ascii =
        text[..at].trim_end_matches(['"', ' ']).ends_with(|last: char| last.is_ascii_alphabetic());
    let (_, length) = grade_at(folded, at)?;
    let gloss_ascii = rest.as_bytes()[0].is_ascii();
    (gloss_ascii != before_ascii && folded.gap(at) <= Gap::Border).then_some(length)
}

/// Whether `rest` begins as a condition begins, where nothing else separates it from the grade.
fn begins_condition(rest: &str) -> bool {
    static STARTS: &Words = words![
        "预期",
        "预计",
        "预测",
        "未来",
        "相对",
        "股价",
        "个股",
        "行业",
        "公司",
        "分析师",
        "分析员",
        "是指",
        "指",
        "投资",
        "报告",
        "以",
        "表示",
        "超越",
        "强于",
        "弱于",
        "领先",
        "落后",
        "跑赢",
        "跑输",
        "优于",
        "我们",
        "由于",
        "因",
        "在",
        "该",
        "证券",
        "其",
        "涨幅",
        "跌幅",
        "上涨",
        "下跌",
        "明显",
        "基本",
        "介于",
        "与",
        "股票",
        "对于",
        "于",
        "低于",
        "高于",
        "同期",
        "The",
        "Stock",
        "Expected",
        "Describes",
        "Total",
        "FSR",
        "Relative",
        "We",
        "A ",
        "Return",
        "Potential",
        "Industry",
        "Sector",
        "Analyst",
        ">",
        "<",
        "≥",
        "≤",
        "±",
        "+",
        "-",
        "0",
        "1",
        "2",
        "3",
        "5",
    ];
    STARTS.begin(rest).is_some()
}

/// A letter or a digit as a label: alone in quotes, or at the beginning of a line or cell and separated.
fn sign_label(folded: &Folded, at: usize, sign: char) -> Option<Label> {
    let text = folded.text.as_str();
    let end = at + 1;
    let rest = &text[end..];
    let quoted = text[..at].ends_with('"') && rest.starts_with('"');
    let begins = folded.gap(at) >= Gap::Border || text[..at].ends_with([';', '。', ':']);
    let separated = quoted
        || rest.starts_with([':', '—', '=', '-'])
        || (sign.is_ascii_alphabetic() && folded.gap(end) >= Gap::Border);
    if !(quoted || begins) || !separated || (rest.starts_with('-') && digit_follows(rest)) {
        return None;
    }
    let condition = end + rest.len() - rest.trim_start_matches([':', '—', '=', '-', '"', ',']).len();
    if grade_at(folded, condition).is_some() {
        return None;
    }
    let kind = if sign.is_ascii_digit() { LabelKind::Digit } else { LabelKind::Letter };
    Some(Label {
        kind,
        range: at..end,
        start: at - usize::from(quoted),
        condition,
        separated,
        named_last: false,
    })
}

/// A short word at the beginning of a line, cell or clause, ended by a colon or dashes.
fn other_label(folded: &Folded, at: usize) -> Option<Label> {
    let text = folded.text.as_str();
    if !begins_clause(folded, at) {
        return None;
    }
    let mut end = at;
    for (count, character) in text[at..].chars().enumerate() {
        if matches!(character, ':' | '—') {
            break;
        }
        if count >= 6
            || !matches!(character, '\u{4e00}'..='\u{9fa5}')
            || (end > at && folded.gap(end) >= Gap::Border)
        {
            return None;
        }
        end += character.len_utf8();
    }
    static OTHERS: &Words = words![
        "编号", "证书", "执业", "电话", "邮箱", "来源", "数据", "图表", "评级", "评等", "说明", "标准",
        "市场", "指数", "注", "其中", "提示", "定义", "基准", "报告", "日期", "声明", "建议", "行业", "公司",
        "股票", "区间", "时间", "体系", "具体",
    ];
    let word = text.get(at..end)?;
    if word.chars().count() < 2 || OTHERS.stand_in(word) {
        return None;
    }
    let (condition, separated) = condition_start(folded, end)?;
    Some(Label {
        kind: LabelKind::Other,
        range: at..end,
        start: start_of_numbering(text, at),
        condition,
        separated,
        named_last: false,
    })
}

//! Where grade words stand as the labels of bands.

mod behind;
mod unlisted;

use std::ops::Range;

use super::lists::{CLAUSE, GRADE};
pub use behind::begins_condition;
use behind::condition_start;
use unlisted::{other_label, other_label_may_end, sign_label};

use crate::{
    parse::{
        folded::{Folded, Gap, simplified_bytes},
        lexicon::{GradeKind, grade_word},
        survey::{Beginnings, beginnings},
    },
    text::words::{Words, words},
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
    let widest = (at + 1..at + length).map(|inside| folded.gap(inside)).max()?;
    let whole = widest <= Gap::Border || (widest == Gap::Line && goes_over_a_line(folded, at, length));
    whole.then_some((kind, length))
}

/// Whether the word at byte `at` may be broken over two lines: between the end of a clause and a separator of its own, or
/// between 为 and 评级.
fn goes_over_a_line(folded: &Folded, at: usize, length: usize) -> bool {
    let (before, behind) = (&folded.text[..at], &folded.text[at + length..]);
    folded.gap(at) <= Gap::Space
        && (before.ends_with([';', '。']) && behind.starts_with([':', '(', '—'])
            || before.ends_with('为') && behind.starts_with("评级"))
}

/// The labels in the folded text, in order.
#[must_use]
pub fn labels(folded: &Folded) -> Vec<Label> {
    let bytes = folded.text.as_bytes();
    let beginnings = beginnings();
    let mut found: Vec<Label> = Vec::new();
    let mut from = 0;
    for at in places(folded) {
        if at < from {
            continue;
        }
        // In the middle of a word or a number none begins.
        let may_begin = match bytes[at] {
            0xe4..=0xe9 => may_begin(folded, at, beginnings),
            b'A'..=b'Z' => folded.gap(at) > Gap::None || !bytes[at - 1].is_ascii_uppercase(),
            b'1'..=b'5' => folded.gap(at) > Gap::None || !bytes[at - 1].is_ascii_alphanumeric(),
            _ => false,
        };
        let label = if may_begin { label_at(folded, at) } else { None };
        if let Some(label) = label.filter(|label| !compares(folded, label, found.last())) {
            // What stands between label and condition is its gloss and no label of its own.
            from = label.range.end.max(label.condition);
            found.push(label);
        }
    }
    found
}

/// The places where labels may begin, in order: those of grade words, the beginnings of clauses, and what stands behind
/// a border.
fn places(folded: &Folded) -> Vec<usize> {
    let text = folded.text.as_str();
    let mut places = Vec::with_capacity(text.len() / 16);
    let mut bordered =
        folded.gap_places().filter(|(_, gap)| *gap >= Gap::Border).map(|(at, _)| at).peekable();
    for (at, lists) in folded.word_places(GRADE | CLAUSE, 0..folded.text.len()) {
        while let Some(before) = bordered.next_if(|before| *before <= at) {
            places.push(before);
            if is_bulleted(folded, before + 1) {
                places.push(before + 1);
            }
        }
        if lists & GRADE != 0 && places.last() != Some(&at) {
            places.push(at);
        }
        let behind = text.ceil_char_boundary(at + 1);
        if lists & CLAUSE != 0 && behind < text.len() {
            places.push(behind);
        }
    }
    places.extend(bordered.filter(|at| *at < text.len()));
    places
}

/// Whether a label may begin with the Chinese character at byte `at`: told by its first two characters and by what
/// stands before it, for nearly no character begins one.
#[inline]
fn may_begin(folded: &Folded, at: usize, beginnings: &Beginnings) -> bool {
    let (gap, (before, behind)) = (folded.gap(at), folded.text.as_bytes().split_at(at));
    if beginnings.of_grade(behind) {
        // Behind a Chinese character, that is nearly everywhere, few words stand as a label.
        return gap >= Gap::Space
            || !matches!(before, [.., 0xe4..=0xe9, _, _])
            || may_precede(before)
            || is_ended(behind);
    }
    // A word that no list knows is short and has its colon or dashes behind it.
    (gap >= Gap::Border || begins_clause(folded, at)) && other_label_may_end(behind)
}

/// Whether the word of Chinese characters that `text` begins with has a colon or dashes behind it.
fn is_ended(text: &[u8]) -> bool {
    let mut rest = text;
    while let [0xe4..=0xe9, _, _, behind @ ..] = rest {
        if text.len() - rest.len() > 5 * 3 {
            return false;
        }
        rest = behind;
    }
    matches!(rest, [b':', ..] | [0xe2, 0x80, 0x94, ..])
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

/// Whether a dash that opens an entry of a list stands right before byte `at`.
fn is_bulleted(folded: &Folded, at: usize) -> bool {
    folded.text.as_bytes().get(at - 1) == Some(&b'-') && folded.gap(at - 1) >= Gap::Line
}

fn begins_clause(folded: &Folded, at: usize) -> bool {
    // The comma of lists takes the last three bytes.
    folded.gap(at) >= Gap::Border
        || (at > 0 && is_bulleted(folded, at))
        || matches!(folded.text.as_bytes()[..at], [.., b';' | b'"' | b'.'] | [.., 0xe3, 0x80, 0x81])
}

/// Whether a word that can grade and can compare (同步, Outperform) compares here: inside a sentence, or at the beginning
/// of the condition of the grade before it.
fn compares(folded: &Folded, label: &Label, before: Option<&Label>) -> bool {
    let at = label.range.start;
    let word = &folded.text[label.range.clone()];
    let inside = |last: char| last.is_alphanumeric() || last == '%';
    let verb = matches!(word, "同步" | "领先" | "落后");
    // 看淡（落后基准指数）
    if verb && before.is_some_and(|before| &folded.text[before.range.end..at] == "(") {
        return true;
    }
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
    // In text without white space a grade with its colon follows upon any word.
    let hanzi = kind == GradeKind::NotRated || !text.as_bytes()[at].is_ascii();
    let ended = hanzi && text[end..].starts_with([':', '—']);
    if !named_last && said & ENDING == 0 && !ended && !is_apart(folded, at) {
        return None;
    }
    // Classified as a Buy; assigned a Sell: words of a sentence that has its conditions elsewhere.
    if before.ends_with(" a ") || before.ends_with(" as ") {
        return None;
    }
    // 买入、增持、减持 behind 评级体系: are a list, behind which the first of them is defined.
    if before.ends_with('、') && grade_at(folded, end).is_some() && folded.gap(end) < Gap::Border {
        return None;
    }
    let stop = usize::from(is_ended_by_stop(folded, at, end));
    let (condition, separated) = match condition_start(folded, end + stop) {
        Some((start, separated)) => (start, separated || stop > 0),
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

/// Buy. The stock's: whether a full stop parts the grade of one language at the beginning of a line from its condition.
fn is_ended_by_stop(folded: &Folded, at: usize, end: usize) -> bool {
    folded.gap(at) >= Gap::Line
        && folded.text.as_bytes()[at].is_ascii()
        && folded.text[end..].starts_with('.')
        && folded.gap(end + 1) >= Gap::Space
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
        "以内", "相当", "一致", "涨跌幅", "评等", "分类", "良好", "理想", "稳定", "向好", "向淡", "同步", "中性", "减持",
        "rating", "ratings", "definition", "Ratings", "Rating",
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
    // In text without white space a row's number stands behind the limit of the row above: >20%2增持.
    if let [.., b'%', b'1'..=b'9'] = before.as_bytes() {
        return before.len() - 1;
    }
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

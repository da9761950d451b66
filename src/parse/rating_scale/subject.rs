//! What a scale's grades are given to, by the words of the conditions and by category labels.

use super::lists::CATEGORY;
use crate::{
    model::rating_scale::ScaleSubject,
    parse::folded::{Folded, Gap},
    text::words::{Words, words},
};

const COMPANY: u8 = 0;
const INDUSTRY: u8 = 1;
const COMPANY_AND_INDUSTRY: u8 = 2;
const BOND: u8 = 3;
const LONG_TERM: u8 = 4;
const RISK: u8 = 5;
const MARKET: u8 = 6;
/// Words that name what returns are counted against, in which 证券 and 行业 are no subject.
const NO_SUBJECT: u8 = 7;

fn subject_of_meaning(meaning: u8) -> ScaleSubject {
    match meaning {
        INDUSTRY => ScaleSubject::Industry,
        COMPANY_AND_INDUSTRY => ScaleSubject::CompanyAndIndustry,
        BOND => ScaleSubject::ConvertibleBond,
        LONG_TERM => ScaleSubject::LongTerm,
        RISK => ScaleSubject::Risk,
        MARKET => ScaleSubject::Market,
        _ => ScaleSubject::Company,
    }
}

static SUBJECTS: &Words = words![any case:
    COMPANY => [
        "股价", "个股", "公司", "该股", "股票", "证券", "标的", "总回报", "stock", "share", "company", "companies",
        "security", "securities", "equity", "上市公司", "the issuer",
    ],
    INDUSTRY => ["行业", "板块", "产业", "sector", "industry", "industries", "stocks in the sector"],
    BOND => ["可转债", "转债", "convertible"],
    NO_SUBJECT => [
        "相关证券市场代表性指数", "相关证券市场基准指数", "相关证券市场", "证券市场", "所属行业", "相关行业", "同行业",
        "coverage universe", "relevant industry", "relevant sector", "the sector's", "its sector",
    ],
];

/// Whether a word for a subject stands in a condition.
#[must_use]
pub fn names_subject(text: &str) -> bool {
    SUBJECTS.stand_in(text)
}

/// The subject that the words of a condition name first; `None` where they name none.
#[must_use]
pub fn subject_of_condition(text: &str) -> Option<ScaleSubject> {
    static COMPARED: &Words =
        words!["相对", "相对于", "强于", "弱于", "超越", "领先", "落后", "跑赢", "跑输", "优于", "于", "与",];
    let mut first = None;
    let mut from = 0;
    while let Some(word) = SUBJECTS.next(text, from) {
        if word.meaning == NO_SUBJECT {
            from = word.end;
            continue;
        }
        // 公司 stands in 上市公司, too, and a comparison with the one is none with the other.
        from = word.start + 1;
        if text[word.start..].starts_with("行业") && names_company(&text[..word.start], &text[word.end..]) {
            return Some(ScaleSubject::CompanyAndIndustry);
        }
        if first.is_none() && COMPARED.end(&text[..word.start]).is_none() {
            first = Some(subject_of_meaning(word.meaning));
        }
    }
    first
}

/// Whether 行业 between `before` and `behind` is named together with companies, as in 股价或行业.
fn names_company(before: &str, behind: &str) -> bool {
    static JOINING: &Words = words!["或", "/", "、", "和", "及", "(或"];
    static COMPANIES: &Words = words!["股价", "公司", "股票", "个股"];
    let named_before = JOINING.end(before).is_some_and(|and| COMPANIES.end(&before[..and.start]).is_some());
    named_before || JOINING.begin(behind).is_some_and(|and| COMPANIES.at(behind, and.end).is_some())
}

/// A category label, 股票评级 or 行业投资评级：, with its place in the folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Category {
    /// What it says.
    pub subject: ScaleSubject,
    /// First byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// Category labels with the subjects they name.
pub static CATEGORIES: &Words = words![
    COMPANY_AND_INDUSTRY => [
        "行业及公司", "行业和公司", "行业与公司", "公司及行业", "公司和行业", "公司与行业", "公司/行业",
        "行业/公司", "股票/行业", "股票及行业", "行业、公司", "公司、行业",
    ],
    LONG_TERM => [
        "公司长期", "长期竞争力", "长期",
    ],
    RISK => [
        "风险",
    ],
    BOND => [
        "可转换债券", "可转债", "转债",
    ],
    MARKET => [
        "市场指数", "大盘", "大市", "市场",
    ],
    INDUSTRY => [
        "行业指数", "行业股票", "行业", "板块", "产业", "Sector Rating", "Sector rating", "Industry Rating",
        "Industry rating", "Sector Recommendation", "Industry Recommendation", "Industry Investment Rating",
        "Sector Investment Rating", "Industry View", "Industry view", "Sector View", "SECTOR RATING",
        "INDUSTRY RATING", "Sectors",
    ],
    COMPANY => [
        "上市公司", "公司股票", "公司短期", "公司", "股票", "个股", "证券", "收益", "Stock Rating",
        "Stock rating", "Stock Recommendation", "STOCK RATING", "Company Rating", "Company rating",
        "Company Investment Rating", "COMPANY RATING", "Equity Rating", "Equity rating", "Share Rating",
        "Stocks",
    ],
];

/// The category labels in `range` of the folded text, in order: at the beginning of a line, a cell or a clause, or
/// right before a grade at `range.end`.
#[must_use]
pub fn categories(folded: &Folded, range: std::ops::Range<usize>) -> Vec<Category> {
    let mut found = Vec::new();
    let mut from = range.start;
    while let Some(category) = next_category(folded, from, range.end) {
        from = category.end;
        found.push(category);
    }
    found
}

/// The first category label between `from` and `end` of the folded text.
#[must_use]
pub fn next_category(folded: &Folded, from: usize, end: usize) -> Option<Category> {
    let text = &folded.text[..end];
    let mut from = from;
    while let Some(word) = folded.next_word(CATEGORIES, CATEGORY, from..text.len()) {
        let subject = subject_of_meaning(word.meaning);
        let end = end_of_category(folded, text, word.start..word.end, subject == ScaleSubject::Market);
        if let Some(end) = end {
            return Some(Category { subject, start: word.start, end });
        }
        from = word.start + 1;
    }
    None
}

/// The words that may follow in a category label, each once and in this order.
static PARTS: &Words = words![
    1 => ["的"],
    2 => ["短期"],
    3 => ["长期"],
    4 => ["投资"],
    5 => ["(股票)"],
    6 => ["量化"],
    7 => ["市场"],
    8 => ["指数"],
    9 => ["收益"],
];

/// What becomes of a rating that is given.
static GIVEN: &Words = words!["维持", "首次", "上调", "下调"];

/// Where the category label whose first word, the market's or another, stands at `word` ends; `None` where it is none.
fn end_of_category(
    folded: &Folded,
    text: &str,
    word: std::ops::Range<usize>,
    is_market: bool,
) -> Option<usize> {
    static NAMES: &Words = words!["评级", "评等", "投资建议", "建议"];
    // In text without white space a heading stands right before.
    static HEADINGS: &Words = words!["评级说明", "评级标准", "评级体系", "评级定义", "评级声明"];
    let (at, mut end) = (word.start, word.end);
    let english = text.as_bytes()[at].is_ascii();
    let mut last = 0;
    while let Some(part) = PARTS.at(text, end).filter(|part| part.meaning > last) {
        (end, last) = (part.end, part.meaning);
    }
    if let Some(name) = NAMES.at(text, end) {
        end = name.end;
    } else if !english {
        return None;
    }
    for part in ["s", "s:", "(AnalystDefinition)"] {
        end += if english && text[end..].starts_with(part) { part.len() } else { 0 };
    }
    end = end_of_addition(text, end);
    let before = text[..at].chars().next_back();
    let starts = folded.gap(at) >= Gap::Border
        || before.is_none_or(|before| {
            ";。:,.)\"!—0123456789、]->".contains(before) && !text[..at].ends_with("股票评级、")
        })
        || HEADINGS.end(&text[..at]).is_some()
        || (folded.gap(at) == Gap::Space && !before.is_some_and(|before| "和与及或的为".contains(before)));
    let after = text[end..].chars().next();
    // In text without white space a label stands right before the grade that it heads, or before what holds for its scale.
    let close = end == text.len()
        || super::grades::grade_at(folded, end).is_some()
        || FOLLOWERS.begin(&text[end..]).is_some();
    // Stocks for which: a word of a sentence.
    let runs_on = english && text[end..].trim_start().starts_with(|next: char| next.is_ascii_lowercase());
    let ends = close
        || (folded.gap(end) >= Gap::Space && !runs_on)
        || after.is_none_or(|after| ":;—-(。,\"".contains(after));
    let joined = before.is_some_and(|before| "和与及或、分为".contains(before));
    let marked =
        text[end..].starts_with(':') && !before.is_some_and(|before| "的持予该对本".contains(before));
    // 行业评级：增持（维持） is the rating of the report and heads nothing.
    let behind = folded.text[end..].trim_start_matches([':', ' ', '"', '—', '-', '|']);
    let rated = super::grades::grade_at(folded, folded.text.len() - behind.len())
        .map(|(_, length)| behind[length..].trim_start_matches(['(', ' ', '/', '-']))
        .is_some_and(|action| GIVEN.begin(action).is_some());
    if rated {
        return None;
    }
    // 衡汐国际环球市场投资评级: a house's name may end with the word.
    let close = close && !is_market;
    ((starts || close || marked) && ends && !joined).then_some(end)
}

/// What begins behind a category label in text without white space: a note, or the names of the columns below it.
static FOLLOWERS: &Words = words![
    "以报告",
    "报告发布",
    "报告日",
    "参考基准",
    "收益评级",
    "投资评级",
    "投资建议",
    "类别",
    "级别",
    "评级",
];

const AND: u8 = 32;
/// What may follow the name of a category, by its place in one round of them; three rounds are read.
static ADDITIONS: &Words = words![
    1 => ["的"],
    2 => ["量化"],
    3 => ["体系"],
    4 => ["标准"],
    5 => ["说明"],
    6 => ["定义"],
    7 => ["类别"],
    AND | 8 => ["、"],
    9 => ["级别"],
    10 => ["如下"],
    AND | 11 => ["及"],
    12 => ["系统"],
    AND | 13 => ["与"],
    14 => ["分类"],
    AND | 15 => ["和"],
];

/// Where the additions to a category label (评级标准, 评级体系说明) that begin at `end` end.
fn end_of_addition(text: &str, end: usize) -> usize {
    let mut end = end;
    let (mut round, mut last) = (0, 0);
    while let Some(part) = ADDITIONS.at(text, end) {
        let place = part.meaning & !AND;
        if part.meaning & AND != 0 && !text[part.end..].starts_with(['定', '标', '说', '级', '评']) {
            break;
        }
        if place <= last {
            round += 1;
            if round == 3 {
                break;
            }
        }
        (end, last) = (part.end, place);
    }
    end
}

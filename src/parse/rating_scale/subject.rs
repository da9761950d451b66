//! What a scale's grades are given to, by the words of the conditions and by category labels.

use crate::{
    model::rating_scale::ScaleSubject,
    parse::folded::{Folded, Gap},
};

const COMPANY: [&str; 17] = [
    "股价",
    "个股",
    "公司",
    "该股",
    "股票",
    "证券",
    "标的",
    "总回报",
    "stock",
    "share",
    "company",
    "companies",
    "security",
    "securities",
    "equity",
    "上市公司",
    "the issuer",
];
const INDUSTRY: [&str; 6] = ["行业", "板块", "产业", "sector", "industry", "industries"];
const BOND: [&str; 3] = ["可转债", "转债", "convertible"];
/// Words that name what returns are counted against, in which 证券 and 行业 are no subject.
const BENCHMARKS: [&str; 12] = [
    "相关证券市场代表性指数",
    "相关证券市场基准指数",
    "相关证券市场",
    "证券市场",
    "所属行业",
    "相关行业",
    "同行业",
    "coverage universe",
    "relevant industry",
    "relevant sector",
    "the sector's",
    "its sector",
];

/// The subject that the words of a condition name first; `None` where they name none.
#[must_use]
pub fn subject_of_condition(text: &str) -> Option<ScaleSubject> {
    let mut lower = text.to_ascii_lowercase();
    for phrase in BENCHMARKS {
        if lower.contains(phrase) {
            lower = lower.replace(phrase, &"·".repeat(phrase.chars().count()));
        }
    }
    let joined = ["或", "/", "、", "和", "及", "(或"].iter().any(|and| {
        ["股价", "公司", "股票", "个股"].iter().any(|company| {
            lower.contains(&format!("{company}{and}行业")) || lower.contains(&format!("行业{and}{company}"))
        })
    });
    if joined {
        return Some(ScaleSubject::CompanyAndIndustry);
    }
    let compared = |at: usize| {
        ["相对", "相对于", "强于", "弱于", "超越", "领先", "落后", "跑赢", "跑输", "优于", "于", "与"]
            .iter()
            .any(|word| lower[..at].ends_with(word))
    };
    let first = |words: &[&str]| {
        words
            .iter()
            .filter(|word| lower.contains(**word))
            .filter_map(|word| lower.match_indices(word).map(|(at, _)| at).find(|at| !compared(*at)))
            .min()
    };
    let found = [
        (first(&BOND), ScaleSubject::ConvertibleBond),
        (first(&INDUSTRY), ScaleSubject::Industry),
        (first(&COMPANY), ScaleSubject::Company),
    ];
    found
        .into_iter()
        .filter_map(|(at, subject)| Some((at?, subject)))
        .min_by_key(|(at, _)| *at)
        .map(|(_, subject)| subject)
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

/// Category labels with the subjects they name; longer ones before their parts.
const CATEGORIES: [(ScaleSubject, &str); 62] = [
    (ScaleSubject::CompanyAndIndustry, "行业及公司"),
    (ScaleSubject::CompanyAndIndustry, "行业和公司"),
    (ScaleSubject::CompanyAndIndustry, "行业与公司"),
    (ScaleSubject::CompanyAndIndustry, "公司及行业"),
    (ScaleSubject::CompanyAndIndustry, "公司和行业"),
    (ScaleSubject::CompanyAndIndustry, "公司与行业"),
    (ScaleSubject::CompanyAndIndustry, "公司/行业"),
    (ScaleSubject::CompanyAndIndustry, "行业/公司"),
    (ScaleSubject::CompanyAndIndustry, "股票/行业"),
    (ScaleSubject::CompanyAndIndustry, "股票及行业"),
    (ScaleSubject::CompanyAndIndustry, "行业、公司"),
    (ScaleSubject::CompanyAndIndustry, "公司、行业"),
    (ScaleSubject::LongTerm, "公司长期"),
    (ScaleSubject::LongTerm, "长期竞争力"),
    (ScaleSubject::LongTerm, "长期"),
    (ScaleSubject::Risk, "风险"),
    (ScaleSubject::ConvertibleBond, "可转换债券"),
    (ScaleSubject::ConvertibleBond, "可转债"),
    (ScaleSubject::ConvertibleBond, "转债"),
    (ScaleSubject::Market, "市场指数"),
    (ScaleSubject::Market, "大盘"),
    (ScaleSubject::Market, "大市"),
    (ScaleSubject::Market, "市场"),
    (ScaleSubject::Industry, "行业指数"),
    (ScaleSubject::Industry, "行业股票"),
    (ScaleSubject::Industry, "行业"),
    (ScaleSubject::Industry, "板块"),
    (ScaleSubject::Industry, "产业"),
    (ScaleSubject::Company, "上市公司"),
    (ScaleSubject::Company, "公司股票"),
    (ScaleSubject::Company, "公司短期"),
    (ScaleSubject::Company, "公司"),
    (ScaleSubject::Company, "股票"),
    (ScaleSubject::Company, "个股"),
    (ScaleSubject::Company, "证券"),
    (ScaleSubject::Company, "收益"),
    (ScaleSubject::Industry, "Sector Rating"),
    (ScaleSubject::Industry, "Sector rating"),
    (ScaleSubject::Industry, "Industry Rating"),
    (ScaleSubject::Industry, "Industry rating"),
    (ScaleSubject::Industry, "Sector Recommendation"),
    (ScaleSubject::Industry, "Industry Recommendation"),
    (ScaleSubject::Industry, "Industry Investment Rating"),
    (ScaleSubject::Industry, "Sector Investment Rating"),
    (ScaleSubject::Industry, "Industry View"),
    (ScaleSubject::Industry, "Industry view"),
    (ScaleSubject::Industry, "Sector View"),
    (ScaleSubject::Industry, "SECTOR RATING"),
    (ScaleSubject::Industry, "INDUSTRY RATING"),
    (ScaleSubject::Company, "Stock Rating"),
    (ScaleSubject::Company, "Stock rating"),
    (ScaleSubject::Company, "Stock Recommendation"),
    (ScaleSubject::Company, "STOCK RATING"),
    (ScaleSubject::Company, "Company Rating"),
    (ScaleSubject::Company, "Company rating"),
    (ScaleSubject::Company, "Company Investment Rating"),
    (ScaleSubject::Company, "COMPANY RATING"),
    (ScaleSubject::Company, "Equity Rating"),
    (ScaleSubject::Company, "Equity rating"),
    (ScaleSubject::Company, "Share Rating"),
    (ScaleSubject::Company, "Stocks"),
    (ScaleSubject::Industry, "Sectors"),
];

/// The category labels in `range` of the folded text, in order: at the beginning of a line, a cell or a clause, or
/// right before a grade at `range.end`.
#[must_use]
pub fn categories(folded: &Folded, range: std::ops::Range<usize>) -> Vec<Category> {
    let text = &folded.text[..range.end];
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let Some(character) = text[at..].chars().next() else { break };
        if let Some(category) = category_at(folded, text, at) {
            at = category.end;
            found.push(category);
        } else {
            at += character.len_utf8();
        }
    }
    found
}

/// Whether a category label begins with `character`. Every character is asked, and comparing all labels at each took a
/// third of all reading.
fn begins_category(character: char) -> bool {
    matches!(
        character,
        '行' | '公'
            | '股'
            | '长'
            | '风'
            | '可'
            | '转'
            | '市'
            | '大'
            | '板'
            | '产'
            | '上'
            | '个'
            | '证'
            | '收'
    ) || matches!(character, 'S' | 'I' | 'C' | 'E')
}

fn category_at(folded: &Folded, text: &str, at: usize) -> Option<Category> {
    let rest = &text[at..];
    if !rest.starts_with(begins_category) {
        return None;
    }
    let (subject, word) = CATEGORIES.iter().find(|(_, word)| rest.starts_with(word))?;
    let english = word.as_bytes()[0].is_ascii();
    let mut end = at + word.len();
    let mut named = english;
    for part in ["的", "短期", "长期", "投资", "(股票)", "量化", "市场", "指数", "收益"] {
        end += if text[end..].starts_with(part) { part.len() } else { 0 };
    }
    for part in ["评级", "评等", "投资建议", "建议"] {
        if text[end..].starts_with(part) {
            end += part.len();
            named = true;
            break;
        }
    }
    if !named {
        return None;
    }
    for part in ["s", "s:", "(AnalystDefinition)"] {
        end += if english && text[end..].starts_with(part) { part.len() } else { 0 };
    }
    for _ in 0..3 {
        for part in [
            "的", "量化", "体系", "标准", "说明", "定义", "类别", "、", "级别", "如下", "及", "系统", "与",
            "分类", "和",
        ] {
            let follows = text[end..].starts_with(part)
                && (part != "和" && part != "及" && part != "、" && part != "与"
                    || text[end + part.len()..].starts_with(['定', '标', '说', '级', '评']));
            end += if follows { part.len() } else { 0 };
        }
    }
    let before = text[..at].chars().next_back();
    let starts = folded.gap(at) >= Gap::Border
        || before.is_none_or(|before| {
            ";。:,.)\"!—0123456789、]->".contains(before) && !text[..at].ends_with("股票评级、")
        })
        || (folded.gap(at) == Gap::Space && !before.is_some_and(|before| "和与及或的为".contains(before)));
    let after = text[end..].chars().next();
    let ends = end == text.len()
        || folded.gap(end) >= Gap::Space
        || after.is_none_or(|after| ":;—-(。,\"".contains(after))
        || super::grades::grade_at(folded, end).is_some();
    // In text without white space a label stands right before the grade that it heads.
    let close = end == text.len() || super::grades::grade_at(folded, end).is_some();
    let joined = before.is_some_and(|before| "和与及或、分为".contains(before));
    ((starts || close) && ends && !joined).then_some(Category { subject: *subject, start: at, end })
}

#[cfg(test)]
mod tests {
    use super::{CATEGORIES, begins_category};

    #[test]
    fn every_category_may_begin() {
        for (_, word) in CATEGORIES {
            assert!(word.starts_with(begins_category), "{word}");
        }
    }
}

//! The rating that a report gives: a grade in a piece of its own, with what became of it.

mod unspaced;

use unspaced::inside;

use super::{
    lists::{GRADE, KIND},
    pieces::Piece,
};
use crate::{
    model::{
        code::{is_security_code, is_security_code_with_exchange},
        masthead::{RatedSubject, Rating, RatingAction, RatingChange},
    },
    parse::{
        folded::Folded,
        lexicon::{GradeKind, grade_word},
    },
    text::{
        span::Span,
        words::{Words, words},
    },
};

/// Words for what became of a rating.
static ACTIONS: &Words = words![
    RatingChange::Initiate => ["首次覆盖", "首次给予", "首次关注", "首次", "首予", "重新覆盖", "Initiated", "Initiate", "initiated", "Initiation"],
    RatingChange::Reiterate => ["维持不变", "维持", "重申", "不变", "Maintained", "maintained", "MAINTAIN", "Maintain", "maintain", "Reiterated", "Reiterate", "reiterated", "Unchanged", "unchanged", "Remains"],
    RatingChange::Upgrade => ["上调至", "上调", "调高", "调升", "升级", "Upgraded", "Upgrade", "upgraded"],
    RatingChange::Downgrade => ["下调至", "下调", "调低", "调降", "降级", "Downgraded", "Downgrade"],
];

/// What stands before a rating in its piece; the meaning tells whose rating it is.
static ANCHORS: &Words = words![
    INDUSTRY => ["行业投资评级", "行业评级", "板块评级", "Sector rating", "Sector Rating", "Industry rating"],
    COMPANY => ["公司投资评级", "公司评级", "股票投资评级", "股票评级", "个股评级", "Stock rating", "Stock Rating"],
    ANY => ["最新投资评级", "最新评级", "当前评级", "本次评级", "投资评级", "评级", "投资建议", "A股", "Recommendation", "Rating", "RATING", "rating", "评等", "12-month rating", "12-Month Rating"],
];

/// Whose rating it is, as the words before it say.
const ANY: u8 = 0;
const INDUSTRY: u8 = 1;
const COMPANY: u8 = 2;

/// The rating of the head.
#[must_use]
pub fn rating(text: &str, head: &Folded, pieces: &[Piece], subject: Option<RatedSubject>) -> Option<Rating> {
    let heads: Vec<&Piece> = pieces.iter().filter(|piece| !piece.related).collect();
    let subject = |stated: Option<RatedSubject>| stated.or(subject).unwrap_or(RatedSubject::Industry);
    // Nearly no piece holds a grade; of those that do, the ratings behind their codes and beside them.
    let graded: Vec<usize> = (0..heads.len()).filter(|index| heads[*index].may_hold(GRADE)).collect();
    let coded: Vec<usize> =
        graded.iter().copied().filter(|index| is_coded_rating(heads[*index].words)).collect();
    let beside: Vec<usize> =
        graded.iter().copied().filter(|index| *index < 120 && is_beside_code(&heads, *index)).collect();
    let mut plain: Option<Rating> = None;
    for index in graded {
        let piece = heads[index];
        let before =
            index.checked_sub(1).map(|before| heads[before]).filter(|before| piece.line <= before.line + 2);
        let heading = before
            .and_then(|before| anchor(before.words))
            .filter(|(_, rest)| rest.trim_matches([':', ' ']).is_empty());
        // A list of companies with their ratings gives none of the report.
        let is_coded = piece.count <= 60
            && coded.binary_search(&index).is_ok()
            && coded.iter().all(|other| heads[*other].line == piece.line);
        let coded = if is_coded {
            behind_code(piece.words).and_then(grade_behind)
        } else {
            let alone = beside.iter().all(|other| *other == index) && is_beside_code(&heads, index);
            alone.then_some(piece.words)
        };
        let Some(mut found) = in_piece(text, piece, heading.is_some(), coded) else { continue };
        let next = heads.get(index + 1).filter(|next| next.line <= piece.line + 2);
        if found.action.is_none() {
            // 强于大市 and 维持 over two lines, 推荐 | 维持, and the action first.
            let beside = next.and_then(|next| whole_action(next)).map(|action| (action, heads[index + 1]));
            let beside = beside.or_else(|| Some((whole_action(before?)?, before?)));
            let beside = beside.or_else(|| change_below(&heads[index + 1..]));
            if let Some((action, place)) = beside {
                found.action = Some(action);
                found.span = found.span.to(place.span);
            }
        }
        let stated = found.stated.or(heading.as_ref().and_then(|(subject, _)| *subject));
        let given = found.action.is_some() || found.anchored || heading.is_some();
        let placed = || piece.alone || is_by_code(&heads, index);
        if !given && (index >= 24 || plain.is_some() || !placed() || ends_row(&heads[..index])) {
            continue;
        }
        let label = piece.printed(text, found.label);
        let rating = Rating { subject: subject(stated), label, action: found.action, span: found.span };
        if given {
            // 买入 in a line of its own and 板块评级：强于大市 below: the report is on the company.
            return match plain {
                Some(own) if stated == Some(RatedSubject::Industry) => {
                    Some(Rating { subject: RatedSubject::Company, ..own })
                }
                _ => Some(rating),
            };
        }
        plain = Some(rating);
    }
    plain.or_else(|| with_action_inside(text, head, subject(None))).or_else(|| {
        // Text without white space: what stands before the first sentence.
        let piece = heads.iter().take(6).find(|piece| piece.count > 200)?;
        let words = piece.words.split('。').next()?;
        inside(words).map(|found| {
            let span = piece.place(found.words);
            let label = piece.printed(text, found.label);
            Rating { subject: subject(found.stated), label, action: found.action, span }
        })
    })
}

/// Whether the last two of `heads` are figures, as the cells before a rating are in a table that is printed one cell a
/// line.
fn ends_row(heads: &[&Piece]) -> bool {
    let is_figure =
        |piece: &&Piece| piece.words.bytes().all(|byte| byte.is_ascii_digit() || b".,-%()".contains(&byte));
    matches!(heads, [.., one, other] if is_figure(one) && is_figure(other))
}

/// What stands behind the code that `words` begin with, or that stands in brackets behind a name: 9999 HK Outperform.
fn behind_code(words: &str) -> Option<&str> {
    if let Some((name, rest)) = words.split_once('(') {
        let (code, rest) = rest.split_once(')')?;
        return (name.chars().count() <= 24 && is_security_code(code.trim())).then_some(rest);
    }
    let (number, rest) = words.split_once(' ')?;
    let (market, rest) = rest.split_once(' ')?;
    let code = &words[..number.len() + 1 + market.len()];
    is_security_code_with_exchange(code).then_some(rest)
}

/// Whether the piece at `index` is a grade and a code alone, or a price, stands before it in its line.
fn is_beside_code(heads: &[&Piece], index: usize) -> bool {
    let Some(before) = index.checked_sub(1).map(|before| heads[before]) else { return false };
    let words = heads[index].words;
    before.line == heads[index].line
        && before.count <= 12
        && grade_word(words).is_some_and(|(_, length)| length == words.len())
}

/// Whether the piece at `index` stands beside a security's name and code, or begins the line below one that begins with a
/// code: what else stands in its line is another column's.
fn is_by_code(heads: &[&Piece], index: usize) -> bool {
    let coded =
        |piece: &Piece| is_security_code_with_exchange(piece.words) || behind_code(piece.words) == Some("");
    let line = heads[index].line;
    let beside = heads[..index].iter().rev().take_while(|piece| piece.line == line).count();
    let above = heads[..index - beside].iter().rev();
    match above.clone().next() {
        _ if beside > 0 => coded(heads[index - 1]),
        Some(last) => {
            let first = above.take_while(|piece| piece.line == last.line).last();
            last.line + 2 >= line && first.is_some_and(|first| coded(first))
        }
        None => false,
    }
}

/// Kinds of reports, by whose rating they give.
pub static KINDS: &Words = words![
    INDUSTRY => ["行业周报", "行业点评", "行业研究", "行业报告", "行业深度", "行业动态", "行业月报", "行业日报", "行业专题", "行业策略", "行业跟踪", "行业投资策略"],
    COMPANY => ["公司研究", "公司点评", "公司深度", "公司报告", "公司评级", "公司跟踪", "公司动态", "首次覆盖", "季报点评", "年报点评", "公司简评", "公司快评", "公司信息"],
];

/// Whose rating the head gives, by what it says that the report is.
#[must_use]
pub fn subject(pieces: &[Piece]) -> Option<RatedSubject> {
    let short = pieces.iter().take(60).filter(|piece| piece.count <= 60 && !piece.related);
    // 行业评级 is said of a report where a field begins with it; a definition says it of two kinds of ratings.
    let field = |piece: &Piece| if piece.words.starts_with("行业评级") { INDUSTRY } else { 0 };
    let found = short.fold(0, |found, piece| found | piece.meanings(KINDS, KIND) | field(piece));
    match found {
        0 => None,
        COMPANY => Some(RatedSubject::Company),
        _ => Some(RatedSubject::Industry),
    }
}

struct Found<'a> {
    stated: Option<RatedSubject>,
    anchored: bool,
    label: &'a str,
    action: Option<RatingAction>,
    span: Span,
}

fn anchor(words: &str) -> Option<(Option<RatedSubject>, &str)> {
    let hit = ANCHORS.begin(words)?;
    let subject = match hit.meaning {
        INDUSTRY => Some(RatedSubject::Industry),
        COMPANY => Some(RatedSubject::Company),
        _ => None,
    };
    Some((subject, &words[hit.end..]))
}

fn action_at(words: &str) -> Option<(RatingAction, &str)> {
    let hit = ACTIONS.begin(words)?;
    const CHANGES: [RatingChange; 4] =
        [RatingChange::Initiate, RatingChange::Reiterate, RatingChange::Upgrade, RatingChange::Downgrade];
    let kind = CHANGES.into_iter().find(|change| *change as u8 == hit.meaning)?;
    let (word, rest) = words.split_at(hit.end);
    Some((RatingAction { kind, printed: word.trim_end_matches('至').to_owned() }, rest))
}

/// 评级变动：维持, which may stand a few fields below, also as two cells.
fn change_below<'a>(heads: &[&'a Piece<'a>]) -> Option<(RatingAction, &'a Piece<'a>)> {
    let at = heads.iter().take(6).position(|field| field.words.starts_with("评级变"))?;
    heads[at..].iter().take(2).find_map(|field| Some((whole_action(field)?, *field)))
}

/// The action that a piece is, whole.
fn whole_action(piece: &Piece) -> Option<RatingAction> {
    let bare = piece.words.trim_matches(['(', ')', ':', ' ', '[', ']']);
    // 评级变动：维持
    let bare = bare.strip_prefix("评级变动").or(bare.strip_prefix("评级变化")).unwrap_or(bare);
    let (action, rest) = action_at(bare.trim_start_matches([':', ' ']))?;
    matches!(rest, "" | "评级" | "投资评级" | " rating").then_some(action)
}

/// Whether `words` are a code with its rating, 9999 HK Outperform.
pub fn is_coded_rating(words: &str) -> bool {
    behind_code(words).and_then(grade_behind).is_some()
}

/// `rest` without what separates it from a code before it, if it begins with a grade.
fn grade_behind(rest: &str) -> Option<&str> {
    let rest = rest.trim_start_matches([':', ' ', '-', '—', '/', ',']);
    grade_word(rest).map(|_| rest)
}

/// The grade behind a price and a dash.
fn behind_price(words: &str) -> Option<&str> {
    let (price, grade) = words.split_once('-')?;
    let price = price.trim_end();
    let digits = price.trim_start_matches(|first: char| first.is_ascii_alphabetic() || "$¥ ".contains(first));
    let number = digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    let whole = grade_word(grade.trim()).is_some_and(|(_, length)| length == grade.trim().len());
    (price.len() - digits.len() <= 4 && digits.contains('.') && number && whole).then(|| grade.trim())
}

/// The rating that a piece is, whole but for brackets and its label, or what stands behind its code.
fn in_piece<'a>(text: &str, piece: &'a Piece, headed: bool, coded: Option<&'a str>) -> Option<Found<'a>> {
    let words = coded.unwrap_or(piece.words).trim_start_matches(['(', '[']);
    // HK98.05 - BUY: the price stands before it.
    let priced = behind_price(words);
    let (coded, words) = (coded.or(priced), priced.unwrap_or(words));
    static BEFORE: &Words =
        words!["前次", "上次", "原评级", "此前", "前评级", "Previous", "previous", "Prior"];
    if BEFORE.begin(words).is_some() {
        return None;
    }
    let anchored = anchor(words);
    let (stated, rest) = anchored.unwrap_or((None, words));
    let separators = [':', ' ', '"', '(', ')', '-', '—', '/', ',', '[', ']', '·', '|'];
    let rest = rest.trim_start_matches(separators);
    // 食品饮料 推荐 维持评级: the industry stands before its rating.
    let mut rest = if anchored.is_none() { behind_industry(rest, headed).unwrap_or(rest) } else { rest };
    let mut action = None;
    let action_first = action_at(rest);
    if let Some((first, after)) = action_first.clone() {
        action = Some(first);
        rest = after.trim_start_matches("评级").trim_start_matches("投资").trim_start_matches(separators);
        rest = rest.strip_prefix("at ").or(rest.strip_prefix("to ")).unwrap_or(rest);
    }
    let (kind, length) = grade_word(rest)?;
    if kind == GradeKind::NotRated && anchored.is_none() {
        return None;
    }
    let mut label_end = length;
    // 买入-A joins the grade with a letter of the risk scale.
    let letter = rest[length..].strip_prefix('-').and_then(|letter| letter.chars().next());
    if letter.is_some_and(|letter| matches!(letter, 'A' | 'B' | 'C'))
        && !rest[length + 2..].starts_with(|next: char| next.is_ascii_alphanumeric())
    {
        label_end = length + 2;
    }
    let label = &rest[..label_end];
    let mut after = rest[label_end..].trim_start_matches(separators);
    after = after.strip_prefix("评级").unwrap_or(after).trim_start_matches(separators);
    if action.is_none()
        && let Some((found, behind)) = action_at(after)
    {
        action = Some(found);
        after = behind.trim_start_matches("评级").trim_start_matches(separators);
    } else if action.is_some() && matches!(after, "rating" | "评级") {
        after = "";
    }
    // 维持优于大市 Maintain OUTPERFORM says both in two languages.
    let gloss = action.as_ref().and_then(|_| Some(action_at(after)?.1.trim_start_matches(separators)));
    if let Some(gloss) = gloss.filter(|gloss| grade_word(gloss).is_some()) {
        after = gloss;
    }
    let other = grade_word(after).map_or(after, |(_, gloss)| after[gloss..].trim_start_matches(separators));
    static FIELDS: &Words = words!["H股", "目标价", "前次", "上次", "股票代码", "当前"];
    let ended = other.is_empty() || FIELDS.begin(other).is_some();
    let bracketed = action.is_some() && rest[label_end..].starts_with('(') && piece.count <= 24;
    if !(ended || bracketed) {
        return None;
    }
    let action = action.map(|action| RatingAction {
        printed: printed_label(text, piece.span, &action.printed).unwrap_or(action.printed),
        ..action
    });
    let span = if (anchored.is_some() || coded.is_some()) && action_first.is_none() {
        piece.place(&rest[..rest.len() - after.len()])
    } else {
        piece.span
    };
    Some(Found { stated, anchored: anchored.is_some() || coded.is_some(), label, action, span })
}

/// A grade with its action at the end of `words`, behind two to eight characters that name an industry; alone it is one
/// below a heading that says so.
fn behind_industry(words: &str, headed: bool) -> Option<&str> {
    if words.chars().count() > 18 || grade_word(words).is_some() || action_at(words).is_some() {
        return None;
    }
    words.char_indices().skip(2).take(7).find_map(|(at, _)| {
        let rest = &words[at..];
        let (_, length) = grade_word(rest)?;
        let after = rest[length..].trim_start_matches(['(', ' ', '/', '-']);
        let behind = match action_at(after) {
            Some((_, behind)) => behind,
            None if headed => after,
            None => return None,
        };
        let named = words[..at].chars().all(|character| matches!(character, '\u{4e00}'..='\u{9fff}'));
        static VERBS: &Words = words!["给予", "维持", "上调", "下调", "我们", "首次"];
        (named && !VERBS.stand_in(&words[..at]) && matches!(behind, "" | ")" | "评级" | "评级)"))
            .then_some(rest)
    })
}

/// The label as printed: the folded word looked up in the piece, so that traditional characters stay.
fn printed_label(text: &str, span: Span, label: &str) -> Option<String> {
    let folded = Folded::of_range(text, span.range());
    let at = folded.text.find(label)?;
    let place = folded.span(at..at + label.len());
    let printed = text.get(place.range())?;
    Some(if printed.is_ascii() { printed.to_owned() } else { printed.split_whitespace().collect() })
}

/// A grade without white space around it stands in so many bytes from the beginning.
const FIRST: u32 = 9_000;

/// A grade with its action in brackets, in text without white space around it.
fn with_action_inside(text: &str, head: &Folded, subject: RatedSubject) -> Option<Rating> {
    let words = &head.text[..head.position(FIRST)];
    for (open, _) in words.match_indices('(') {
        let Some((action, rest)) = action_at(&words[open + 1..]) else { continue };
        if !(rest.starts_with(')') || rest.starts_with("评级)")) {
            continue;
        }
        let start = words[..open]
            .char_indices()
            .rev()
            .take(5)
            .map(|(at, _)| at)
            .filter(|at| grade_word(&words[*at..]).is_some_and(|(_, length)| at + length == open))
            .last();
        if let Some(start) = start {
            let end = words[open..].find(')').map_or(open, |close| open + close + 1);
            let span = head.span(start..end);
            let label = printed_label(text, span, &words[start..open])?;
            return Some(Rating { subject, label, action: Some(action), span });
        }
    }
    None
}

//! The day of a report: printed as its date, or the latest day that its own figures are stated for.

mod forms;

pub use forms::{first_date, leading_date};

use super::{
    anchors::{AS_OF, PRICED},
    lists::DATE,
    pieces::Piece,
};
use crate::{
    model::{
        date::Date,
        masthead::{DateBasis, ReportDate},
    },
    parse::folded::Folded,
    text::{
        span::Span,
        words::{Hit, Words, words},
    },
};

/// The date of the report.
#[must_use]
pub fn report_date(text: &str, anchors: &[Hit], pieces: &[Piece]) -> Option<ReportDate> {
    published(pieces).or_else(|| as_of(text, anchors))
}

/// What stands before the date of a report.
static LABELS: &Words = words![
    "报告日期",
    "发布日期",
    "报告发布日期",
    "发布时间",
    "报告时间",
    "出版日期",
    "研究日期",
    "撰写日期",
    "报告发布日",
    "日期",
    "时间",
    "Publication date",
    "Published",
    "Date",
    "DATE",
    "Report date",
    "发布于",
];

/// The same inside a line, and the words that open it.
pub static INSIDE: &Words = words!["报告日期:", "发布日期:", "报告日期", "发布日期"];

/// Words that begin what a report says.
static BODIES: &Words = words!["事件", "要点", "核心观点", "摘要", "投资建议", "市场数据", "基础数据"];

/// Fields of a table of prices.
static PRICES: &Words = words!["当前股价", "收盘价", "股价", "最新股价", "最新收盘价", "当前价"];

/// What says that a date is none of the report's.
static STATED: &Words = words!["截至", "截止", "股价", "收盘", "市场数据", "基础数据", "(", "—", "\""];

/// The day that `part` of `piece` says.
fn place(piece: &Piece, date: Date, part: &str) -> ReportDate {
    ReportDate { date, basis: DateBasis::Published, span: piece.place(part) }
}

fn published(pieces: &[Piece]) -> Option<ReportDate> {
    let fact = |piece: &Piece, date: Date| {
        let part = first_date(piece.words).map_or("", |(_, range)| &piece.words[range]);
        place(piece, date, part)
    };
    let own = |words: &str| {
        let (date, end) = leading_date(words)?;
        let rest = words[end..].trim_start_matches(['(', ' ', ',']);
        let weekday =
            rest.is_empty() || rest.starts_with("星期") || rest.starts_with("周") || rest.starts_with(')');
        (weekday && words.len() <= end + 16).then_some(date)
    };
    let mut of_prices = None;
    for (index, piece) in pieces.iter().enumerate().filter(|(_, piece)| !piece.related) {
        let Some(label) = LABELS.begin(piece.words) else { continue };
        let rest = piece.words[label.end..].trim_start_matches([':', ' ', '-', '(']);
        let behind = pieces[index + 1..].iter();
        let found = leading_date(rest).map(|(date, _)| fact(piece, date)).or_else(|| {
            let next = behind.clone().take(2).find_map(|next| Some((next, own(next.words)?)));
            next.filter(|_| rest.is_empty()).map(|(next, date)| fact(next, date))
        });
        // 日期 at the head of a table of prices is the day of these.
        let bare = label.end - label.start <= 6 && label.start == 0;
        if bare && behind.clone().take(6).any(|next| PRICES.begin(next.words).is_some()) {
            of_prices = of_prices.or(found);
        } else if found.is_some() {
            return found;
        }
    }
    // A label inside a line that also holds other fields, or in text without white space.
    let labelled = pieces.first().is_some_and(|piece| piece.head_may_hold(DATE));
    let inside = pieces.iter().filter(|piece| labelled && !piece.related).find_map(|piece| {
        let label = piece.first_word(INSIDE, DATE)?;
        let (date, range) = first_date(&piece.words[label.end..])?;
        (range.start <= 3).then(|| fact(piece, date))
    });
    let alone = || {
        let mut heads = pieces.iter().take(60).filter(|piece| !piece.related);
        heads.find_map(|piece| Some(fact(piece, own(piece.words)?)))
    };
    let rubric = || {
        pieces.iter().take(14).filter(|piece| !piece.related && piece.count <= 64).find_map(|piece| {
            let (date, range) = first_date(piece.words)?;
            // In the line of who signs it may stand behind the number.
            if piece.count > 32 && !ends_with_license(piece.words[..range.start].trim_end()) {
                return None;
            }
            let rest = &piece.words[range.end..];
            let span_of_days = rest.starts_with(['-', '~', '—', '至']);
            let ended = range.start == 0 || rest.is_empty();
            // A bracket that is closed before the day is a code's.
            let before = piece.words[..range.start].rsplit(')').next().unwrap_or_default();
            let stated = STATED.stand_in(before) || STATED.begin(rest).is_some();
            (ended && !span_of_days && !stated).then(|| fact(piece, date))
        })
    };
    inside.or_else(alone).or(of_prices).or_else(rubric).or_else(|| unspaced(pieces))
}

/// Whether `words` end with a licence number: a letter and thirteen digits.
fn ends_with_license(words: &str) -> bool {
    let bytes = words.as_bytes();
    let digits = bytes.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    digits == 13 && bytes.get(bytes.len().wrapping_sub(14)).is_some_and(u8::is_ascii_uppercase)
}

/// In text without white space: a day before the first sentence, none of those that figures are stated for.
fn unspaced(pieces: &[Piece]) -> Option<ReportDate> {
    let line = pieces.iter().take(12).filter(|piece| piece.line == 0).map(|piece| piece.count);
    // Bars may part the one line.
    let first = pieces.first().filter(|_| line.sum::<usize>() > 200);
    let long = pieces.iter().take(6).find(|piece| piece.count > 200);
    first.into_iter().chain(long).find_map(|piece| {
        let end = piece.words.find("。").unwrap_or(if piece.count > 200 { 0 } else { piece.words.len() });
        let head = BODIES.first(&piece.words[..end]).map_or(end, |body| body.start);
        let mut from = 0;
        for _ in 0..4 {
            let (date, range) = first_date(&piece.words[from..head])?;
            let (start, end) = (from + range.start, from + range.end);
            let near = piece.words.floor_char_boundary(start.saturating_sub(18));
            let stated = STATED.stand_in(&piece.words[near..start])
                || piece.words[end..].starts_with([')', '-', '~', '—', '至', ',']);
            if !stated {
                return Some(place(piece, date, &piece.words[start..end]));
            }
            from = end;
        }
        None
    })
}

/// So many of these words are looked at; a text with more is noise.
const MOST_AS_OF: usize = 10_000;

/// The latest day that figures are stated for: 截至…, a price date.
fn as_of(text: &str, anchors: &[Hit]) -> Option<ReportDate> {
    let mut latest: Option<ReportDate> = None;
    let mut take = |date: Date, span: Span| {
        if latest.as_ref().is_none_or(|latest| latest.date < date) {
            latest = Some(ReportDate { date, basis: DateBasis::AsOf, span });
        }
    };
    let stated = anchors.iter().copied().filter(|hit| hit.meaning >= AS_OF);
    // Of places with the same day the first of the first word counts.
    let hits: Vec<Hit> = stated.take(MOST_AS_OF).collect();
    for hit in (AS_OF..PRICED).flat_map(|meaning| hits.iter().filter(move |hit| hit.meaning == meaning)) {
        let folded = window(text, hit.end, 60);
        if let Some((date, range)) = first_date(&folded.text)
            && range.start <= 24
        {
            take(date, folded.span(range));
        }
    }
    for hit in (PRICED..PRICED + 5).flat_map(|meaning| hits.iter().filter(move |hit| hit.meaning == meaning))
    {
        let folded = Folded::of_range(text, text.ceil_char_boundary(hit.start.saturating_sub(16))..hit.start);
        if let Some((date, range)) = first_date(&folded.text)
            && range.end == folded.text.len()
        {
            take(date, folded.span(range));
        }
        let folded = window(text, hit.end, 24);
        if let Some((date, range)) = first_date(&folded.text)
            && folded.text[..range.start].chars().all(|character| matches!(character, '(' | ':' | '/'))
        {
            take(date, folded.span(range));
        }
    }
    latest
}

fn window(text: &str, start: usize, length: usize) -> Folded {
    Folded::of_range(text, start..text.floor_char_boundary(start + length))
}

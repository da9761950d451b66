//! Where the condition of one grade ends.

use std::ops::Range;

use super::{Condition, REACH, condition};
use crate::{
    parse::{
        folded::{Folded, Gap},
        rating_scale::subject::{Category, next_category},
    },
    text::words::{Words, words},
};

/// The text of a condition from `start`, ended by the next label at the latest, and what it says.
pub fn segment(folded: &Folded, start: usize, next: usize) -> (Range<usize>, Condition) {
    let text = &folded.text;
    let mut end = next.min(start + REACH);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    // 介于10%与 公司评级 20%之间: a label beside the middle grades stands inside a condition of two lines.
    let whole =
        |category: &Category| !text[start..category.start.max(start)].ends_with(['与', '至', '和', '~', '-']);
    if let Some(category) = next_category(folded, start, end).filter(whole) {
        // What stands before the label in its line, a house's name, goes with it.
        let before = if folded.gap(category.start) >= Gap::Line { start } else { category.start.max(start) };
        let line = text[start..before]
            .char_indices()
            .map(|(at, _)| start + at)
            .rfind(|at| *at > start && folded.gap(*at) >= Gap::Line);
        let read_before = line.filter(|line| condition(&text[start..*line]).is_read());
        end = read_before.unwrap_or(category.start.max(start));
    }
    end = beside(folded, start..end).unwrap_or(end);
    let (read, read_to) = (condition(&text[start..end]), end);
    let (bytes, is_read) = (text.as_bytes(), read.is_read());
    // A page's other matter begins behind a blank line.
    end = folded.paragraph_in(start + 13..end).unwrap_or(end);
    if !is_read {
        let stop = bytes[start..end].iter().position(|byte| *byte == b';');
        end = stop.map_or(end, |stop| start + stop + 1);
    }
    for place in if is_read { start + read.end..end } else { end..end } {
        // Nothing ends inside a character.
        if bytes[place] & 0xc0 == 0x80 {
            continue;
        }
        let gap = folded.gap(place);
        let line_end = gap >= Gap::Line
            && (next >= start + REACH || place - start > 300 || next == text.len())
            && !goes_on(bytes, place);
        let border = gap == Gap::Border && place > start;
        if line_end || border || (gap >= Gap::Line && begins_another_matter(&text[place..])) {
            end = place;
            break;
        }
        let stop = match bytes[place] {
            b';' => 1,
            // In text without white space the note follows right behind.
            0xe4..=0xe9 if GLUED.begin(&text[place..]).is_some() => {
                end = unnumbered(&text[start..place]) + start;
                break;
            }
            // The full stop, by the first of its bytes.
            0xe3 if bytes[place..].starts_with("。".as_bytes()) => "。".len(),
            b'.' if folded.gap(place + 1) >= Gap::Space => {
                usize::from(!bytes[..place].last().is_some_and(u8::is_ascii_digit))
            }
            _ => 0,
        };
        if stop > 0 {
            end = place + stop;
            break;
        }
    }
    // What stands alone in the next line and is only a number belongs to the next grade.
    let mut line = end;
    while line > start + 1 && (bytes[line - 1].is_ascii_digit() || bytes[line - 1] == b'.') {
        line -= 1;
        if folded.gap(line) >= Gap::Line {
            end = line;
            break;
        }
    }
    end = start + text[start..end].trim_end().len();
    let holds = end == read_to || (read.settled && start + read.end <= end);
    (start..end, if holds { read } else { condition(&text[start..end]) })
}

/// Where the cell behind a condition's begins with a comparison of its own: `≥ 10%`, and beside it the share of all, `≤ 70%`.
fn beside(folded: &Folded, range: Range<usize>) -> Option<usize> {
    let bytes = folded.text.as_bytes();
    (range.start + 1..range.end).find(|at| {
        matches!(bytes[*at], b'<' | b'>' | 0xe2)
            && folded.gap(*at) >= Gap::Border
            && matches!(bytes[*at..], [b'<' | b'>', ..] | [_, 0x89, 0xa4 | 0xa5, ..])
            && condition(&folded.text[range.start..*at]).range.is_some()
    })
}

/// Whether an English sentence, or the words behind a limit, go on in the line that begins at byte `at`.
fn goes_on(text: &[u8], at: usize) -> bool {
    static REST: &Words = words!["以上", "以下", "以内", "之间", "及以", "左右"];
    let (before, behind) = (&text[..at], &text[at..]);
    if behind.first().is_some_and(|first| matches!(first, 0xe4..=0xe9)) {
        // 10%以 and 上 in the next line.
        let broken = |first: &str, second: &str| {
            before.ends_with(first.as_bytes()) && behind.starts_with(second.as_bytes())
        };
        let pairs = [("以", "上"), ("以", "下"), ("以", "内"), ("之", "间"), ("左", "右"), ("指", "数")];
        let rest = behind.first_chunk::<6>().and_then(|six| std::str::from_utf8(six).ok());
        return pairs.iter().any(|(first, second)| broken(first, second))
            || (before.ends_with(b"%") && rest.is_some_and(|rest| REST.begin(rest).is_some()));
    }
    matches!(text[..at], [.., b'a'..=b'z' | b',', b' '] | [.., b'a'..=b'z' | b','])
        && text[at].is_ascii_lowercase()
}

/// What begins another matter right behind a condition.
static GLUED: &Words = words![
    "备注",
    "以报告",
    "评级标准",
    "投资建议的评级标准",
    "相关证券市场代表性指数说明",
    "相关证券市场基准指数说明",
    "分析师声明",
    "分析师承诺",
    "免责声明",
    "重要声明",
    "法律声明",
    "特别声明",
];

/// The length of `text` without the number at its end that the heading behind it has: `2.`, and `2` of a table's rows.
fn unnumbered(text: &str) -> usize {
    let bare = text.trim_end_matches(['.', '、']);
    let rest = bare.trim_end_matches(|last: char| last.is_ascii_digit());
    if bare.len() < text.len() && bare.len() - rest.len() == 1 { rest.len() } else { text.len() }
}

/// 2. 投资建议的评级标准 and 基准指数说明, in lines of their own, begin another matter.
pub fn begins_another_matter(line: &str) -> bool {
    static MATTERS: &Words = words!["市场基准", "基准指数", "备注", "注:", "说明:"];
    matches!(line.as_bytes(), [b'0'..=b'9', b'.', ..] | [b'0'..=b'9', 0xe3, 0x80, 0x81, ..])
        || MATTERS.begin(line).is_some()
}

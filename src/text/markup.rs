//! Text inside Markdown and HTML: tags, entities, escapes and the few formulas that converters write, undone.

use std::borrow::Cow;

use super::{
    find::find_from,
    words::{Words, words},
};

/// Named entities that reports hold.
const ENTITIES: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("nbsp", " "),
    ("quot", "\""),
    ("apos", "'"),
    ("ge", "≥"),
    ("le", "≤"),
    ("plusmn", "±"),
    ("mdash", "—"),
    ("ndash", "–"),
    ("hellip", "…"),
    ("middot", "·"),
    ("yen", "¥"),
    ("times", "×"),
    ("permil", "‰"),
    ("sim", "~"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("ensp", " "),
    ("emsp", " "),
    ("minus", "−"),
    ("euro", "€"),
    ("pound", "£"),
    ("bull", "•"),
    ("deg", "°"),
];

/// Commands of formulas and the signs that they print.
const COMMANDS: &[(&str, &str)] = &[
    ("geqslant", "≥"),
    ("leqslant", "≤"),
    ("geq", "≥"),
    ("leq", "≤"),
    ("ge", "≥"),
    ("le", "≤"),
    ("pm", "±"),
    ("sim", "~"),
    ("times", "×"),
    ("mathrm", ""),
    ("text", ""),
    ("mathbf", ""),
    ("thicksim", "~"),
    ("approx", "≈"),
    ("cdot", "·"),
    ("to", "→"),
    ("rightarrow", "→"),
    ("uparrow", "↑"),
    ("downarrow", "↓"),
    ("quad", " "),
    ("left", ""),
    ("right", ""),
];

/// `raw` as a reader sees it: without tags, with entities, backslash escapes, bold marks and simple formulas undone,
/// white space at line breaks joined. Borrowed where nothing is to be done.
#[must_use]
pub fn plain(raw: &str) -> Cow<'_, str> {
    let trimmed = raw.trim();
    if !trimmed.bytes().any(|byte| matches!(byte, b'<' | b'&' | b'\\' | b'$' | b'\n' | b'\r' | b'*')) {
        return Cow::Borrowed(trimmed);
    }
    let formulas = trimmed.matches('$').count() >= 2 && !trimmed.contains("$ $");
    let mut text = String::with_capacity(trimmed.len());
    let mut rest = trimmed;
    let mut in_formula = false;
    while let Some(next) = rest.chars().next() {
        let (length, written) = match next {
            '<' => match tag_length(rest) {
                Some(length) => {
                    if is_break(&rest[..length]) {
                        text.push('\n');
                    }
                    (length, "")
                }
                None => (1, "<"),
            },
            '&' => match entity(rest) {
                Some((character, length)) => {
                    text.push(character);
                    (length, "")
                }
                None => (1, "&"),
            },
            '\\' => escape(rest),
            '$' if formulas && (in_formula || is_formula(&rest[1..])) => {
                in_formula = !in_formula;
                (1, "")
            }
            '{' | '}' if in_formula => (1, ""),
            // 22. 1 \mathrm { x }: blanks between figures and signs print nothing.
            ' ' if in_formula && is_figure(&text, rest) => (1, ""),
            '*' if rest.starts_with("**") => (2, ""),
            _ => (next.len_utf8(), &rest[..next.len_utf8()]),
        };
        text.push_str(written);
        rest = &rest[length..];
    }
    Cow::Owned(joined(&text))
}

/// `text` without the tags in it; those that break a line are a line end.
#[must_use]
pub fn without_tags(text: &str) -> Cow<'_, str> {
    if !text.as_bytes().contains(&b'<') {
        return Cow::Borrowed(text);
    }
    let mut seen = String::with_capacity(text.len());
    between_tags(text, &mut |_, part, broken| {
        if broken {
            seen.push('\n');
        }
        seen.push_str(part);
    });
    Cow::Owned(seen)
}

/// Calls `take` with each part of `text` between tags: where it begins, what it is, and whether a tag that breaks the
/// line stands between it and the part before.
pub fn between_tags<'a>(text: &'a str, take: &mut dyn FnMut(usize, &'a str, bool)) {
    let (mut start, mut at, mut broken) = (0, 0, false);
    while let Some(open) = find_from(text, "<", at) {
        let Some(length) = tag_length(&text[open..]) else {
            at = open + 1;
            continue;
        };
        if open > start {
            take(start, &text[start..open], broken);
            broken = false;
        }
        broken |= is_break(&text[open..open + length]);
        (start, at) = (open + length, open + length);
    }
    if start < text.len() {
        take(start, &text[start..], broken);
    }
}

/// The lines of `text` as one: without a blank between two wide characters, with one elsewhere.
#[must_use]
pub fn joined(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for part in text.split(['\n', '\r']).map(str::trim).filter(|part| !part.is_empty()) {
        let wide = |c: Option<char>| c.is_some_and(|c| c as u32 >= 0x2e80);
        let glued = wide(line.chars().next_back()) && wide(part.chars().next());
        if !line.is_empty() && !glued {
            line.push(' ');
        }
        line.push_str(part);
    }
    line
}

/// The length of the tag that `text` begins with; `None` where its `<` begins none, as in `<-10%`.
#[must_use]
pub fn tag_length(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('<')?;
    let named = inner.strip_prefix('/').unwrap_or(inner).starts_with(|c: char| c.is_ascii_alphabetic())
        || inner.starts_with("!--");
    if !named {
        return None;
    }
    // A tag of more bytes than this is none.
    let reach = inner.as_bytes().iter().take(400).position(|byte| *byte == b'>')?;
    (!inner.as_bytes()[..reach].contains(&b'<')).then_some(reach + 2)
}

/// Whether `tag` begins or ends a line.
fn is_break(tag: &str) -> bool {
    static BLOCKS: &Words = words![any case:
        "br", "p", "div", "li", "ul", "ol", "tr", "td", "th", "table", "h1", "h2", "h3", "h4", "title",
    ];
    let name = tag.trim_start_matches(['<', '/']);
    BLOCKS
        .begin(name)
        .is_some_and(|block| !name.as_bytes().get(block.end).is_some_and(u8::is_ascii_alphanumeric))
}

fn entity(text: &str) -> Option<(char, usize)> {
    let inner = text.strip_prefix('&')?;
    let end = inner.bytes().take(10).position(|byte| byte == b';')?;
    let name = &inner[..end];
    let character = if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
            None => number.parse().ok()?,
        };
        char::from_u32(code).filter(|c| !c.is_control())?
    } else {
        ENTITIES.iter().find(|(known, _)| *known == name)?.1.chars().next()?
    };
    Some((if character == '\u{a0}' { ' ' } else { character }, end + 2))
}

/// The backslash at the beginning of `text`: how long what it escapes is, and what that prints.
fn escape(text: &str) -> (usize, &str) {
    let rest = &text[1..];
    if let Some((command, sign)) = COMMANDS.iter().find(|(command, _)| {
        rest.strip_prefix(command).is_some_and(|after| !after.starts_with(|c: char| c.is_ascii_alphabetic()))
    }) {
        return (1 + command.len(), sign);
    }
    match rest.chars().next() {
        Some(next) if next.is_ascii_punctuation() => (2, &rest[..1]),
        _ => (1, "\\"),
    }
}

/// Whether a figure or a sign stands before the blanks that `rest` begins with and another behind them.
fn is_figure(before: &str, rest: &str) -> bool {
    let part = |byte: u8| byte.is_ascii_digit() || b".,%+-~".contains(&byte);
    let next = rest.trim_start_matches([' ', '{', '}']).bytes().next();
    before.bytes().next_back().is_some_and(part)
        && next.is_none_or(|next| part(next) || matches!(next, b'\\' | b'$' | b'x'))
}

/// Whether what follows a `$` is a formula: figures and commands up to the next `$`, not an amount of money and words.
fn is_formula(text: &str) -> bool {
    let Some(end) = text.bytes().take(80).position(|byte| byte == b'$') else { return false };
    let inner = &text[..end];
    !inner.is_empty() && inner.chars().all(|c| c.is_ascii() && c != '\n')
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[track_caller]
    fn check(raw: &str, expected: &str) {
        assert_eq!(plain(raw), expected, "{raw}");
    }

    #[test]
    fn markup_is_undone() {
        check(" 12.5 ", "12.5");
        check("5%\\~15\\%", "5%~15%");
        check("\\$12.50", "$12.50");
        check("营业<br/>收入", "营业收入");
        check("Net<br>profit", "Net profit");
        check("<b>A&amp;B</b>&nbsp;", "A&B");
        check("**合计**", "合计");
        check("&#8722;5&#x25;", "−5%");
        check("$\\pm 5\\%$", "± 5%");
        check("$-10\\%$ 至 $10\\%$", "-10% 至 10%");
        check("$ 2 2 . 1 \\mathrm { x } $", "22.1x");
        check("$- 5 . 1 7 \\%$", "-5.17%");
        check("<-10%", "<-10%");
        check("> 20% & < 30%", "> 20% & < 30%");
        check("HK$5.0", "HK$5.0");
        check("US$5 与 US$6", "US$5 与 US$6");
    }
}

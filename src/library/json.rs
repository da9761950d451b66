//! The little JSON that a backup's list of files needs, without the 30 kB of a general one in the page.

/// A value. Numbers are whole, as all in the list of a backup are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true`, `false`.
    Flag(bool),
    /// A whole number that is not negative.
    Number(u64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, its members as they stand.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The member of that name; `None` where there is none, or this is no object.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else { return None };
        members.iter().find(|(member, _)| member == name).map(|(_, value)| value)
    }

    /// The string that it is.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The number that it is.
    #[must_use]
    pub fn number(&self) -> Option<u64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    /// The items of the array that it is; none where it is something else.
    #[must_use]
    pub fn items(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    /// The value that `text` is, whole. `None` for anything else, and for numbers and depths that no list has.
    #[must_use]
    pub fn parsed(text: &str) -> Option<Self> {
        let mut reading = Reading { text, at: 0 };
        let value = reading.value(DEEPEST)?;
        reading.skip_blanks();
        (reading.at == text.len()).then_some(value)
    }
}

/// `text` as a JSON string, with its quotes.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\0'..='\u{1f}' => {
                quoted.push_str("\\u00");
                quoted.extend(
                    [16, 1].map(|place| char::from_digit(character as u32 / place % 16, 16).unwrap_or('0')),
                );
            }
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}

/// How deep values may stand in each other.
const DEEPEST: usize = 8;

struct Reading<'a> {
    text: &'a str,
    at: usize,
}

impl Reading<'_> {
    fn skip_blanks(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        self.at += rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count();
    }

    /// Whether `word` comes next; then it is behind.
    fn takes(&mut self, word: &str) -> bool {
        self.skip_blanks();
        let is_next = self.text[self.at..].starts_with(word);
        if is_next {
            self.at += word.len();
        }
        is_next
    }

    fn value(&mut self, depth: usize) -> Option<Json> {
        let depth = depth.checked_sub(1)?;
        if self.takes("{") {
            let mut members = Vec::new();
            while !self.takes("}") {
                if !members.is_empty() && !self.takes(",") {
                    return None;
                }
                let name = self.takes("\"").then(|| self.string()).flatten()?;
                if !self.takes(":") {
                    return None;
                }
                members.push((name, self.value(depth)?));
            }
            return Some(Json::Object(members));
        }
        if self.takes("[") {
            let mut items = Vec::new();
            while !self.takes("]") {
                if !items.is_empty() && !self.takes(",") {
                    return None;
                }
                items.push(self.value(depth)?);
            }
            return Some(Json::List(items));
        }
        if self.takes("\"") {
            return self.string().map(Json::Text);
        }
        let words = [("null", Json::Null), ("true", Json::Flag(true)), ("false", Json::Flag(false))];
        if let Some((_, value)) = words.into_iter().find(|(word, _)| self.takes(word)) {
            return Some(value);
        }
        let rest = &self.text[self.at..];
        let digits = &rest[..rest.bytes().take_while(u8::is_ascii_digit).count()];
        self.at += digits.len();
        digits.parse().ok().map(Json::Number)
    }

    /// A string whose first quote is behind.
    fn string(&mut self) -> Option<String> {
        let mut text = String::new();
        loop {
            let rest = &self.text[self.at..];
            let plain = rest.find(['"', '\\'])?;
            text.push_str(&rest[..plain]);
            self.at += plain + 1;
            if rest[plain..].starts_with('"') {
                return Some(text);
            }
            let escape = self.text[self.at..].chars().next()?;
            self.at += escape.len_utf8();
            text.push(match escape {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\u{8}',
                'f' => '\u{c}',
                'u' => self.escaped()?,
                '"' | '\\' | '/' => escape,
                _ => return None,
            });
        }
    }

    /// The character of the four hexadecimal digits that come next, and of four more where they are half of a pair.
    fn escaped(&mut self) -> Option<char> {
        let first = self.four()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first);
        }
        let is_pair = self.text[self.at..].starts_with("\\u");
        self.at += 2 * usize::from(is_pair);
        let second = is_pair.then(|| self.four()).flatten()?.checked_sub(0xdc00)?;
        char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + second)
    }

    fn four(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::{Json, quoted};

    #[test]
    fn values_are_read() {
        let read =
            Json::parsed(" {\"a\": [1, null, true, {\"b\": \"\\u4e70\\ud83d\\ude00\\n\"}], \"c\": false} ")
                .unwrap();
        let items = read.member("a").unwrap().items();
        assert_eq!((items[0].number(), &items[1], &items[2]), (Some(1), &Json::Null, &Json::Flag(true)));
        assert_eq!(items[3].member("b").and_then(Json::text), Some("买😀\n"));
        assert_eq!(read.member("c"), Some(&Json::Flag(false)));
        assert_eq!(read.member("d"), None);
    }

    #[test]
    fn what_is_no_json_is_none() {
        for text in [
            "",
            "{",
            "[1,]",
            "[1 2]",
            "{\"a\" 1}",
            "\"\\ud83d\"",
            "\"\\x\"",
            "1.5",
            "-1",
            "nul",
            "1 1",
            "[[[[[[[[[]]]]]]]]]",
        ] {
            assert_eq!(Json::parsed(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_string_comes_back(text in any::<String>()) {
            prop_assert_eq!(Json::parsed(&quoted(&text)), Some(Json::Text(text)));
        }

        #[test]
        fn no_text_panics(text in "[\\[\\]{}:,\"\\\\utfn0-9a买]{0,40}") {
            let _ = Json::parsed(&text);
        }
    }
}

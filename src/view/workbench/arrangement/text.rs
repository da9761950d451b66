//! The text form of an arrangement: what storage keeps and a link's hash carries, `s=hgxx&f=3,L,5,&g=2`.

use super::{Arrangement, Condition, Filter, Look, Rates, UnitForm};
use crate::{
    model::value::{Currency, day},
    text::hash,
};

/// Written before what stands for a text that is not written itself.
const TOKEN: char = '~';

/// What stands for `text` in a link: it tells the same text again and does not say it.
#[must_use]
pub fn token(text: &str) -> String {
    format!("{TOKEN}{}", &hash::key(text.as_bytes())[24..])
}

/// Whether `chosen`, a text or what stands for one, is `text`.
#[must_use]
pub fn means(chosen: &str, text: &str) -> bool {
    chosen == text || chosen.starts_with(TOKEN) && chosen == token(text)
}

impl Arrangement {
    /// The text form; empty for the default.
    #[must_use]
    pub fn text(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        let mut part = |key: &str, fields: &[String]| {
            let fields: Vec<String> = fields.iter().map(|field| escaped(field)).collect();
            parts.push(format!("{key}={}", fields.join(",")));
        };
        let numbers = |numbers: &[u32]| numbers.iter().map(u32::to_string).collect::<Vec<_>>();
        if !self.search.is_empty() {
            part("s", std::slice::from_ref(&self.search));
        }
        for Filter { column, condition } in &self.filters {
            let mut fields = vec![column.to_string()];
            fields.extend(condition_fields(condition));
            part("f", &fields);
        }
        for (key, columns) in [("c", &self.sequence), ("h", &self.hidden)] {
            if !columns.is_empty() {
                part(key, &numbers(columns));
            }
        }
        for (column, width) in &self.widths {
            part("w", &numbers(&[*column, *width]));
        }
        if let Some(pinned) = &self.pinned {
            part("p", &numbers(pinned));
        }
        if let Some(group) = self.group {
            part("g", &numbers(&[group]));
        }
        for label in &self.collapsed {
            part("x", std::slice::from_ref(label));
        }
        for (column, look) in &self.looks {
            let name = match look {
                Look::Heat => "heat",
                Look::Bar => "bar",
                Look::Line => "line",
            };
            part("l", &[column.to_string(), name.to_owned()]);
        }
        match self.unit_form {
            UnitForm::Printed => {}
            UnitForm::TenThousand => part("u", &["w".to_owned()]),
            UnitForm::HundredMillion => part("u", &["y".to_owned()]),
        }
        if let Some(into) = self.rates.into {
            part("r", &[into.code().to_owned()]);
        }
        for (currency, worth) in &self.rates.worth {
            part("e", &[currency.code().to_owned(), worth.to_string()]);
        }
        parts.join("&")
    }

    /// The arrangement of a text form; what is none of it is passed over, since links are typed and cut by people.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        let mut found = Self::default();
        for (key, rest) in text.split('&').filter_map(|part| part.split_once('=')) {
            let fields: Vec<String> = rest.split(',').map(unescaped).collect();
            found.take(key, &fields);
        }
        found
    }

    /// The arrangement as a link carries it: what is printed in the report is not said in it.
    #[must_use]
    pub fn discreet(&self) -> Self {
        let mut discreet = self.clone();
        for filter in &mut discreet.filters {
            if let Condition::OneOf(texts) = &mut filter.condition {
                texts.iter_mut().for_each(|text| *text = token(text));
            }
        }
        discreet.collapsed.iter_mut().for_each(|label| *label = token(label));
        discreet
    }

    fn take(&mut self, key: &str, fields: &[String]) {
        let numbers = || fields.iter().filter_map(|field| field.parse().ok()).collect::<Vec<u32>>();
        let first = fields.first().map(String::as_str).unwrap_or_default();
        let second = fields.get(1).map(String::as_str).unwrap_or_default();
        match key {
            "s" => first.clone_into(&mut self.search),
            "f" => {
                let condition = fields.get(1..).and_then(condition);
                if let (Ok(column), Some(condition)) = (first.parse(), condition) {
                    *self = std::mem::take(self).filtered(column, Some(condition));
                }
            }
            "c" => self.sequence = numbers(),
            "h" => self.hidden = numbers(),
            "w" => {
                if let [column, width] = numbers()[..] {
                    self.widths.push((column, width));
                }
            }
            "p" => self.pinned = Some(numbers()),
            "g" => self.group = first.parse().ok(),
            "x" => self.collapsed.push(first.to_owned()),
            "l" => {
                let look = match second {
                    "heat" => Some(Look::Heat),
                    "bar" => Some(Look::Bar),
                    "line" => Some(Look::Line),
                    _ => None,
                };
                if let (Ok(column), Some(look)) = (first.parse(), look) {
                    self.looks.push((column, look));
                }
            }
            "u" => {
                self.unit_form = match first {
                    "w" => UnitForm::TenThousand,
                    "y" => UnitForm::HundredMillion,
                    _ => UnitForm::Printed,
                }
            }
            "r" => self.rates.into = currency_of_code(first),
            "e" => take_rate(&mut self.rates, first, second),
            _ => {}
        }
    }
}

/// Every currency.
pub const CURRENCIES: [Currency; 8] = [
    Currency::Cny,
    Currency::Hkd,
    Currency::Usd,
    Currency::Twd,
    Currency::Jpy,
    Currency::Krw,
    Currency::Eur,
    Currency::Gbp,
];

/// The currency of that code of ISO 4217.
#[must_use]
pub fn currency_of_code(code: &str) -> Option<Currency> {
    CURRENCIES.into_iter().find(|currency| currency.code() == code)
}

fn take_rate(rates: &mut Rates, code: &str, worth: &str) {
    let worth = worth.parse().ok().filter(|worth: &f64| worth.is_finite() && *worth > 0.0);
    if let (Some(currency), Some(worth)) = (currency_of_code(code), worth) {
        rates.worth.push((currency, worth));
    }
}

fn condition_fields(condition: &Condition) -> Vec<String> {
    let ends = |name: &str, low: Option<String>, high: Option<String>| {
        vec![name.to_owned(), low.unwrap_or_default(), high.unwrap_or_default()]
    };
    match condition {
        Condition::Limits(low, high) => {
            ends("L", low.map(|low| low.to_string()), high.map(|high| high.to_string()))
        }
        Condition::Days(from, to) => {
            ends("D", from.map(|day| day.to_string()), to.map(|day| day.to_string()))
        }
        Condition::Contains(words) => vec!["T".to_owned(), words.clone()],
        Condition::OneOf(texts) => {
            std::iter::once("O").map(str::to_owned).chain(texts.iter().cloned()).collect()
        }
        Condition::Blank => vec!["B".to_owned()],
        Condition::Filled => vec!["N".to_owned()],
    }
}

fn condition(fields: &[String]) -> Option<Condition> {
    let field = |place: usize| fields.get(place).map(String::as_str).unwrap_or_default();
    let limit = |place| field(place).parse().ok().filter(|limit: &f64| limit.is_finite());
    Some(match field(0) {
        "L" => Condition::Limits(limit(1), limit(2)),
        "D" => Condition::Days(day(field(1)), day(field(2))),
        "T" => Condition::Contains(field(1).to_owned()),
        "O" => Condition::OneOf(fields[1..].to_vec()),
        "B" => Condition::Blank,
        "N" => Condition::Filled,
        _ => return None,
    })
}

/// With everything but letters, digits and a few signs of ASCII as `%` and two hexadecimal digits a byte, as in URLs.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}

fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let code = behind.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        let code = code.filter(|_| *first == b'%').and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { &behind[2..] } else { behind };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert_eq, proptest};

    use super::{escaped, means, unescaped};
    use crate::view::workbench::arrangement::Arrangement;

    /// Checks that a text form is read and written again.
    #[track_caller]
    fn check(text: &str) {
        assert_eq!(Arrangement::of_text(text).text(), text);
    }

    #[test]
    fn each_choice_has_its_text() {
        check("");
        check(
            "s=hgxx&f=3,L,5,&f=4,L,,-0.5&f=0,D,2024-01-05,&f=1,T,%E8%A1%A1%2C&f=2,O,%E4%B9%B0%E5%85%A5,&f=5,B&f=6,N",
        );
        check(
            "c=1,0,2&h=4&w=2,120&w=3,80&p=&g=0&x=%E9%80%9A%E4%BF%A1&l=3,heat&l=4,bar&l=5,line&u=y&r=CNY&e=HKD,0.91",
        );
    }

    #[test]
    fn what_is_no_choice_is_passed_over() {
        let found = Arrangement::of_text("q=1&f=x,L,1,2&f=1,Z&e=HKD,-1&e=ABC,2&l=1,blink&&=&c=1,x");
        assert_eq!(found.text(), "c=1");
    }

    #[test]
    fn a_link_does_not_say_what_the_report_prints() {
        let arrangement = Arrangement::of_text("f=2,O,%E4%B9%B0%E5%85%A5&x=%E9%80%9A%E4%BF%A1");
        let link = arrangement.discreet().text();
        assert!(!link.contains('%') && link.starts_with("f=2,O,~"), "{link}");
        let opened = Arrangement::of_text(&link);
        assert!(means(&opened.collapsed[0], "通信") && !means(&opened.collapsed[0], "电子"));
    }

    proptest! {
        #[test]
        fn any_text_is_escaped(text in "\\PC{0,12}") {
            prop_assert_eq!(unescaped(&escaped(&text)), text);
        }

        #[test]
        fn any_text_is_read(text in "[a-z0-9=&,.%~LDTOBN-]{0,30}") {
            let once = Arrangement::of_text(&text).text();
            prop_assert_eq!(Arrangement::of_text(&once).text(), once);
        }
    }
}

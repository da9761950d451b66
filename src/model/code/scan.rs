//! A code as printed, in whatever house's form, to its canonical form.

use std::borrow::Cow;

use super::{Exchange, SecurityCode};
use crate::text::width::narrowed;

/// The security code that `text` is, whole; `None` for anything else, index codes (`000300.SH`, `399001.SZ`) among it.
///
/// `600552.SH`, `0020.HK`, `NVDA.O` (terminals), `600552.SS`, `NVDA.OQ` (Reuters), `981 HK`, `2330 TT`, `600601 CH`
/// (Bloomberg), `sh600000`, and the bare numbers `600552`, `00700`, whose exchange follows from the ranges that the
/// exchanges give out; such a code is marked as derived.
#[must_use]
pub fn security_code(text: &str) -> Option<SecurityCode> {
    let text = as_long_as_codes(text)?;
    let Found { ticker, exchange, derived } = found(text.trim())?;
    let ticker = if exchange == Exchange::HongKong { format!("{ticker:0>4}") } else { ticker.to_owned() };
    Some(SecurityCode { ticker, exchange, derived })
}

/// Whether `text`, whole, is a security code.
#[must_use]
pub fn is_security_code(text: &str) -> bool {
    as_long_as_codes(text).is_some_and(|text| found(text.trim()).is_some())
}

/// Whether `text`, whole, is a security code with its exchange.
#[must_use]
pub fn is_security_code_with_exchange(text: &str) -> bool {
    as_long_as_codes(text).is_some_and(|text| found(text.trim()).is_some_and(|code| !code.derived))
}

/// A code, its ticker not yet written out.
struct Found<'a> {
    /// As it is printed, in Hong Kong without the zeros before it.
    ticker: &'a str,
    exchange: Exchange,
    derived: bool,
}

/// `text` in half width; `None` where it is longer than any code.
fn as_long_as_codes(text: &str) -> Option<Cow<'_, str>> {
    let text = text.trim();
    // Nothing longer is one, even in full width.
    if text.len() > 48 { None } else { Some(narrowed(text)) }
}

fn found(text: &str) -> Option<Found<'_>> {
    if text.len() < 3 || text.len() > 16 || !text.is_ascii() {
        return None;
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return bare(text);
    }
    let apart = text.rsplit_once('.').or_else(|| text.rsplit_once(' '));
    if let Some((ticker, suffix)) = apart {
        let ticker = ticker.trim();
        return suffixed(ticker, suffix).or_else(|| prefixed(ticker, suffix));
    }
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    prefixed(&text[..letters], &text[letters..])
}

/// The exchanges that a suffix can mean; a Bloomberg `CH` leaves the exchange to the number.
fn suffixed<'a>(ticker: &'a str, suffix: &str) -> Option<Found<'a>> {
    let digits = !ticker.is_empty() && ticker.bytes().all(|byte| byte.is_ascii_digit());
    // Small letters behind a number alone; no suffix is longer.
    let mut letters = [0; 3];
    for (letter, byte) in letters.get_mut(..suffix.len())?.iter_mut().zip(suffix.bytes()) {
        *letter = if digits { byte.to_ascii_uppercase() } else { byte };
    }
    let exchange = match &letters {
        b"SH\0" | b"SS\0" | b"CG\0" => Exchange::Shanghai,
        b"SZ\0" | b"CS\0" => Exchange::Shenzhen,
        b"BJ\0" => Exchange::Beijing,
        b"HK\0" => Exchange::HongKong,
        b"O\0\0" | b"OQ\0" | b"UW\0" | b"UQ\0" => Exchange::Nasdaq,
        b"N\0\0" | b"UN\0" => Exchange::NewYork,
        b"A\0\0" => Exchange::NyseAmerican,
        b"US\0" => Exchange::UnitedStates,
        b"KS\0" => Exchange::Korea,
        b"KQ\0" => Exchange::Kosdaq,
        b"TW\0" | b"TT\0" => Exchange::Taiwan,
        b"TWO" => Exchange::Taipei,
        b"T\0\0" | b"JP\0" | b"JT\0" => Exchange::Tokyo,
        b"CH\0" | b"C1\0" | b"C2\0" if digits && ticker.len() == 6 => return bare(ticker),
        _ => return None,
    };
    listed(ticker, digits, exchange)
}

/// `sh600000`, `HK00700`, `SZ.000001`, `US.AAPL`.
fn prefixed<'a>(prefix: &str, ticker: &'a str) -> Option<Found<'a>> {
    let [one, other] = prefix.as_bytes() else { return None };
    let exchange = match [one.to_ascii_uppercase(), other.to_ascii_uppercase()] {
        [b'S', b'H'] => Exchange::Shanghai,
        [b'S', b'Z'] => Exchange::Shenzhen,
        [b'B', b'J'] => Exchange::Beijing,
        [b'H', b'K'] => Exchange::HongKong,
        _ => return None,
    };
    let digits = !ticker.is_empty() && ticker.bytes().all(|byte| byte.is_ascii_digit());
    let whole = if exchange == Exchange::HongKong { ticker.len() >= 4 } else { ticker.len() == 6 };
    if digits && whole { listed(ticker, digits, exchange) } else { None }
}

/// The code of `ticker` at `exchange`, where the exchange gives out such tickers to securities.
fn listed(ticker: &str, digits: bool, exchange: Exchange) -> Option<Found<'_>> {
    let six = digits && ticker.len() == 6;
    let code = |ticker| Found { ticker, exchange, derived: false };
    let is_listed = match exchange {
        Exchange::Shanghai => six && !ticker.starts_with("000") && !ticker.starts_with("95"),
        Exchange::Shenzhen => six && !["399", "98", "97"].iter().any(|index| ticker.starts_with(index)),
        Exchange::Beijing => six && !ticker.starts_with("899"),
        Exchange::HongKong => {
            let number = ticker.trim_start_matches('0');
            return (digits && ticker.len() <= 5 && !number.is_empty()).then(|| code(number));
        }
        Exchange::Korea | Exchange::Kosdaq => six,
        Exchange::Taiwan | Exchange::Taipei => digits && (4..=6).contains(&ticker.len()),
        Exchange::Tokyo => {
            let middle = |ticker: &[u8]| ticker[1..3].iter().all(u8::is_ascii_alphanumeric);
            ticker.len() == 4 && ticker.as_bytes()[0].is_ascii_digit() && middle(ticker.as_bytes())
        }
        Exchange::Nasdaq | Exchange::NewYork | Exchange::NyseAmerican | Exchange::UnitedStates => {
            american(ticker)
        }
    };
    is_listed.then(|| code(ticker))
}

/// One to five capitals, then perhaps a class of shares (`BRK.B`, `BRK_B`).
fn american(ticker: &str) -> bool {
    let (name, class) = ticker.split_once(['.', '_', '-', '/']).unwrap_or((ticker, "A"));
    let capitals = |text: &str| text.bytes().all(|byte| byte.is_ascii_uppercase());
    (1..=5).contains(&name.len()) && capitals(name) && (1..=2).contains(&class.len()) && capitals(class)
}

/// A number alone, by the ranges of the exchanges; `000300` is the index, which no share bears.
fn bare(number: &str) -> Option<Found<'_>> {
    let derived = |ticker, exchange| Some(Found { ticker, exchange, derived: true });
    match number.len() {
        5 if number.starts_with('0') && number != "00000" => {
            derived(number.trim_start_matches('0'), Exchange::HongKong)
        }
        6 if number != "000300" => {
            let exchange = match &number[..3] {
                "600" | "601" | "603" | "605" | "688" | "689" | "900" => Exchange::Shanghai,
                "000" | "001" | "002" | "003" | "300" | "301" | "302" | "200" => Exchange::Shenzhen,
                "920" => Exchange::Beijing,
                "430" | "831" | "832" | "833" | "834" | "835" | "836" | "837" | "838" | "839" | "870"
                | "871" | "872" | "873" => Exchange::Beijing,
                _ => return None,
            };
            derived(number, exchange)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_security_code, is_security_code_with_exchange, security_code};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let code = security_code(text);
        assert_eq!(is_security_code(text), code.is_some(), "{text}");
        let printed = code.as_ref().is_some_and(|code| !code.derived);
        assert_eq!(is_security_code_with_exchange(text), printed, "{text}");
        let found = code.map(|code| format!("{code}{}", if code.derived { " derived" } else { "" }));
        assert_eq!(found.as_deref().unwrap_or("none"), expected, "{text}");
    }

    #[test]
    fn terminals_and_agencies() {
        check("600552.SH", "600552.SH");
        check("600552.ss", "600552.SH");
        check("000977.SZ", "000977.SZ");
        check("920002.BJ", "920002.BJ");
        check("0020.HK", "0020.HK");
        check("00700.HK", "0700.HK");
        check("20.HK", "0020.HK");
        check("80700.HK", "80700.HK");
        check("GOOGL.O", "GOOGL.O");
        check("TSM.N", "TSM.N");
        check("BRK.B.N", "BRK.B.N");
        check("AAPL.US", "AAPL.US");
        check("000660.KS", "000660.KS");
        check("2330.TW", "2330.TW");
        check("6488.TWO", "6488.TWO");
        check("285A.T", "285A.T");
        check("６００５５２．ＳＨ", "600552.SH");
    }

    #[test]
    fn other_houses_forms() {
        check("981 HK", "0981.HK");
        check("2330 TT", "2330.TW");
        check("600601 CH", "600601.SH derived");
        check("NVDA US", "NVDA.US");
        check("sh600000", "600000.SH");
        check("HK00700", "0700.HK");
        check("SZ.000001", "000001.SZ");
    }

    #[test]
    fn bare_numbers() {
        check("600552", "600552.SH derived");
        check("301270", "301270.SZ derived");
        check("920002", "920002.BJ derived");
        check("00700", "0700.HK derived");
        check("12345", "none");
        check("123456", "none");
        check("2330", "none");
    }

    #[test]
    fn indexes_and_other_numbers() {
        check("000300.SH", "none");
        check("399001.SZ", "none");
        check("899050.BJ", "none");
        check("000300", "none");
        check("1.5", "none");
        check("2024.12.31", "none");
        check("HSI.HI", "none");
        check("12.HK3", "none");
        check("人民币", "none");
    }
}

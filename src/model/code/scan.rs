//! A code as printed, in whatever house's form, to its canonical form.

use super::{Exchange, SecurityCode};
use crate::text::width::narrowed;

/// The security code that `text` is, whole; `None` for anything else, index codes (`000300.SH`, `399001.SZ`) among it.
///
/// `600552.SH`, `0020.HK`, `NVDA.O` (terminals), `600552.SS`, `NVDA.OQ` (Reuters), `981 HK`, `2330 TT`, `600601 CH`
/// (Bloomberg), `sh600000`, and the bare numbers `600552`, `00700`, whose exchange follows from the ranges that the
/// exchanges give out; such a code is marked as derived.
#[must_use]
pub fn security_code(text: &str) -> Option<SecurityCode> {
    let text = text.trim();
    // Nothing longer is one, even in full width.
    if text.len() > 48 {
        return None;
    }
    let text = narrowed(text);
    let text = text.trim();
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
fn suffixed(ticker: &str, suffix: &str) -> Option<SecurityCode> {
    let digits = !ticker.is_empty() && ticker.bytes().all(|byte| byte.is_ascii_digit());
    // Small letters behind a number alone; no suffix is longer.
    let mut letters = [0; 3];
    for (letter, byte) in letters.get_mut(..suffix.len())?.iter_mut().zip(suffix.bytes()) {
        *letter = if digits { byte.to_ascii_uppercase() } else { byte };
    }
    let exchange = match std::str::from_utf8(&letters[..suffix.len()]).ok()? {
        "SH" | "SS" | "CG" => Exchange::Shanghai,
        "SZ" | "CS" => Exchange::Shenzhen,
        "BJ" => Exchange::Beijing,
        "HK" => Exchange::HongKong,
        "O" | "OQ" | "UW" | "UQ" => Exchange::Nasdaq,
        "N" | "UN" => Exchange::NewYork,
        "A" => Exchange::NyseAmerican,
        "US" => Exchange::UnitedStates,
        "KS" => Exchange::Korea,
        "KQ" => Exchange::Kosdaq,
        "TW" | "TT" => Exchange::Taiwan,
        "TWO" => Exchange::Taipei,
        "T" | "JP" | "JT" => Exchange::Tokyo,
        "CH" | "C1" | "C2" if digits && ticker.len() == 6 => return bare(ticker),
        _ => return None,
    };
    listed(ticker, digits, exchange)
}

/// `sh600000`, `HK00700`, `SZ.000001`, `US.AAPL`.
fn prefixed(prefix: &str, ticker: &str) -> Option<SecurityCode> {
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
fn listed(ticker: &str, digits: bool, exchange: Exchange) -> Option<SecurityCode> {
    let six = digits && ticker.len() == 6;
    let printed = |ticker: &str| Some(SecurityCode { ticker: ticker.to_owned(), exchange, derived: false });
    match exchange {
        Exchange::Shanghai if six && !ticker.starts_with("000") && !ticker.starts_with("95") => {
            printed(ticker)
        }
        Exchange::Shenzhen if six && !["399", "98", "97"].iter().any(|index| ticker.starts_with(index)) => {
            printed(ticker)
        }
        Exchange::Beijing if six && !ticker.starts_with("899") => printed(ticker),
        Exchange::HongKong if digits && ticker.len() <= 5 => {
            let number = ticker.trim_start_matches('0');
            if number.is_empty() { None } else { printed(&format!("{number:0>4}")) }
        }
        Exchange::Korea | Exchange::Kosdaq if six => printed(ticker),
        Exchange::Taiwan | Exchange::Taipei if digits && (4..=6).contains(&ticker.len()) => printed(ticker),
        Exchange::Tokyo if ticker.len() == 4 && ticker.starts_with(|c: char| c.is_ascii_digit()) => {
            let middle = ticker.as_bytes()[1..3].iter().all(u8::is_ascii_alphanumeric);
            if middle { printed(ticker) } else { None }
        }
        Exchange::Nasdaq | Exchange::NewYork | Exchange::NyseAmerican | Exchange::UnitedStates => {
            american(ticker).then(|| printed(ticker)).flatten()
        }
        _ => None,
    }
}

/// One to five capitals, then perhaps a class of shares (`BRK.B`, `BRK_B`).
fn american(ticker: &str) -> bool {
    let (name, class) = ticker.split_once(['.', '_', '-', '/']).unwrap_or((ticker, "A"));
    let capitals = |text: &str| text.bytes().all(|byte| byte.is_ascii_uppercase());
    (1..=5).contains(&name.len()) && capitals(name) && (1..=2).contains(&class.len()) && capitals(class)
}

/// A number alone, by the ranges of the exchanges; `000300` is the index, which no share bears.
fn bare(number: &str) -> Option<SecurityCode> {
    let derived = |ticker: String, exchange| Some(SecurityCode { ticker, exchange, derived: true });
    match number.len() {
        5 if number.starts_with('0') && !number.starts_with("0000") => {
            derived(format!("{:0>4}", number.trim_start_matches('0')), Exchange::HongKong)
        }
        5 if number.starts_with("0000") && number != "00000" => {
            derived(number[1..].to_owned(), Exchange::HongKong)
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
            derived(number.to_owned(), exchange)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::security_code;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let code = security_code(text);
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

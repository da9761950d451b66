//! Numbers in digits, for limits and positions. The standard formatting of floating-point numbers costs the page 8 kB.

/// `number` in digits with at most `places` decimals, rounded, without closing zeros; magnitudes below 10¹² are exact.
#[must_use]
pub fn decimal(number: f64, places: u32) -> String {
    let scale = 10_u64.pow(places);
    let scaled = (number.abs() * scale as f64).round() as u64;
    let sign = if number < 0.0 && scaled > 0 { "-" } else { "" };
    let whole = format!("{sign}{}", scaled / scale);
    let rest = scaled % scale;
    if rest == 0 {
        return whole;
    }
    let digits = format!("{rest:0width$}", width = places as usize);
    format!("{whole}.{}", digits.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[track_caller]
    fn check(number: f64, places: u32, expected: &str) {
        assert_eq!(decimal(number, places), expected);
    }

    #[test]
    fn numbers_are_written_as_they_would_be_printed() {
        check(0.0, 3, "0");
        check(-5.0, 3, "-5");
        check(12.5, 3, "12.5");
        check(0.05, 4, "0.05");
        check(33.333_333, 3, "33.333");
        check(-0.000_1, 3, "0");
        check(99.999_9, 3, "100");
        check(1_390.0, 4, "1390");
    }
}

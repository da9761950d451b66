//! Decimal numbers as they are printed.

/// The powers of ten that a double holds exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
];

/// The largest whole number up to which a double holds all.
const MOST: u64 = 1 << f64::MANTISSA_DIGITS;

/// The number that `digits` print: digits with at most one point; commas and spaces between them are passed over.
/// `None` where something else stands there, and for whole numbers beyond those that a double tells apart (some 15
/// digits). Decimals beyond those, which programs print and nobody measures, change the last bit at most and are cut.
///
/// The standard library's parser gives the same numbers and brings 12 kB of tables for those that no report prints.
/// Here both the digits and the power of ten are exact, so one division rounds once, as it must (Clinger's fast path).
#[must_use]
pub fn decimal(digits: &str) -> Option<f64> {
    let (mut mantissa, mut decimals, mut has_digit, mut has_point, mut is_full) =
        (0_u64, 0, false, false, false);
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                has_digit = true;
                let next = mantissa * 10 + u64::from(byte - b'0');
                is_full |= next > MOST || decimals + 1 == POWERS.len();
                if !is_full {
                    mantissa = next;
                    decimals += usize::from(has_point);
                } else if !has_point {
                    return None;
                }
            }
            b'.' if !has_point => has_point = true,
            b',' | b' ' => {}
            _ => return None,
        }
    }
    has_digit.then(|| mantissa as f64 / POWERS[decimals])
}

#[cfg(test)]
mod tests {
    use proptest::{prelude::prop_assert_eq, proptest};

    use super::decimal;

    #[track_caller]
    fn check(digits: &str, expected: Option<f64>) {
        assert_eq!(decimal(digits), expected, "{digits}");
    }

    #[test]
    fn printed_numbers_are_read() {
        check("12.35", Some(12.35));
        check("33,079", Some(33079.0));
        check(".5", Some(0.5));
        check("0.10", Some(0.1));
        check("7.", Some(7.0));
        check("9007199254740992", Some(9_007_199_254_740_992.0));
        check("0.30000000000000004", Some(0.3));
        check("0.00000000000000000000000001", Some(0.0));
    }

    #[test]
    fn anything_else_is_none() {
        for digits in ["", ".", ",", "1.2.3", "-1", "1e5", "１", "9007199254740993"] {
            check(digits, None);
        }
    }

    proptest! {
        #[test]
        fn numbers_are_those_of_the_standard_library(digits in "[0-9]{0,9}[0-9]\\.[0-9]{1,5}") {
            prop_assert_eq!(decimal(&digits), digits.parse().ok());
        }
    }
}

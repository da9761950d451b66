//! The common axis of several scales, in signed percent of expected return.

use crate::model::rating_scale::ReturnRange;

/// A stretch of signed percent that shows the limits of several scales, 0, and room for open ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// The left end.
    pub low: f64,
    /// The right end.
    pub high: f64,
    /// Where marks stand, ascending; 0 is always one of them.
    pub ticks: Vec<f64>,
}

impl Axis {
    /// The axis for the limits of `ranges`, with a step of room at both ends; `None` where they have no limit.
    #[must_use]
    pub fn of(ranges: impl IntoIterator<Item = ReturnRange>) -> Option<Self> {
        let mut limits: Vec<f64> =
            ranges.into_iter().flat_map(|range| [range.low, range.high]).flatten().collect();
        if limits.is_empty() {
            return None;
        }
        limits.push(0.0);
        let least = limits.iter().copied().fold(f64::INFINITY, f64::min);
        let greatest = limits.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let step = step(greatest - least);
        let low = ((least / step).floor() - 1.0) * step;
        let high = ((greatest / step).ceil() + 1.0) * step;
        let count = ((high - low) / step).round() as i64;
        let ticks = (0..=count).map(|tick| low + tick as f64 * step).collect();
        Some(Self { low, high, ticks })
    }

    /// Where `value` stands, 0 at the left end and 1 at the right; values beyond an end stand at the end.
    #[must_use]
    pub fn position(&self, value: f64) -> f64 {
        ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }
}

/// The distance of marks for limits that lie `width` apart: 5 or 10, for scales beyond the usual ones so much that a
/// dozen marks suffice.
fn step(width: f64) -> f64 {
    [5.0, 10.0, 20.0, 50.0]
        .into_iter()
        .find(|step| width / step <= 10.0)
        .unwrap_or((width / 1000.0).ceil() * 100.0)
}

#[cfg(test)]
mod tests {
    use super::Axis;
    use crate::model::rating_scale::ReturnRange;

    /// Checks the marks of the axis for `limits`.
    #[track_caller]
    fn check(limits: &[(Option<f64>, Option<f64>)], ticks: &[f64]) {
        let axis = Axis::of(limits.iter().map(|&(low, high)| ReturnRange {
            low,
            high,
            low_inclusive: false,
            high_inclusive: false,
        }))
        .unwrap();
        assert_eq!(axis.ticks, ticks);
        assert_eq!((Some(&axis.low), Some(&axis.high)), (ticks.first(), ticks.last()));
    }

    #[test]
    fn marks_at_fives_or_tens_with_zero_and_room() {
        check(
            &[(Some(15.0), None), (Some(-5.0), Some(5.0)), (None, Some(-5.0))],
            &[-10.0, -5.0, 0.0, 5.0, 10.0, 15.0, 20.0],
        );
        check(
            &[(Some(20.0), None), (None, Some(-40.0))],
            &[-50.0, -40.0, -30.0, -20.0, -10.0, 0.0, 10.0, 20.0, 30.0],
        );
        check(&[(Some(10.0), Some(12.0))], &[-5.0, 0.0, 5.0, 10.0, 15.0, 20.0]);
        check(&[(None, Some(-3.0))], &[-10.0, -5.0, 0.0, 5.0]);
    }

    #[test]
    fn wide_scales_have_few_marks() {
        let wide =
            ReturnRange { low: Some(-900.0), high: Some(4_000.0), low_inclusive: true, high_inclusive: true };
        let axis = Axis::of([wide]).unwrap();
        assert!(axis.ticks.len() < 15 && axis.ticks.contains(&0.0), "{:?}", axis.ticks);
    }

    #[test]
    fn no_limits_no_axis() {
        assert_eq!(Axis::of([]), None);
        assert_eq!(
            Axis::of([ReturnRange { low: None, high: None, low_inclusive: false, high_inclusive: false }]),
            None
        );
    }

    #[test]
    fn positions_run_from_end_to_end() {
        let axis = Axis { low: -10.0, high: 30.0, ticks: Vec::new() };
        let places = [-10.0, 0.0, 30.0, 99.0, f64::NEG_INFINITY].map(|value| axis.position(value));
        assert_eq!(places, [0.0, 0.25, 1.0, 1.0, 0.0]);
    }
}

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

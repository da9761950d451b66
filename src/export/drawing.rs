//! Pictures as shapes, drawn alike on the screen, into SVG and into pixels.

/// A picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// Its width, in CSS pixels.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// What it is called: the table's caption.
    pub title: String,
    /// The shapes, the lowest first.
    pub shapes: Vec<Shape>,
    /// What is drawn of each row, in the order in which the arrow keys go through it.
    pub marks: Vec<Mark>,
}

/// A row in a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its name and figures in words, `衡汐传动: 12.3%`.
    pub words: String,
}

/// How a shape is filled or drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Text and axes.
    Text,
    /// Text beside what is said, thin lines.
    Quiet,
    /// Light text on a dark ground.
    Light,
    /// Lines of the grid.
    Grid,
    /// A figure without direction.
    Plain,
    /// A rise, the number of its shade from 1 to 5.
    Rise(u8),
    /// A fall, the number of its shade from 1 to 5.
    Fall(u8),
    /// A change of nothing, or one that is not known.
    Flat,
    /// The ground of the picture.
    Ground,
}

/// Where a text stands to its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// A shape. `mark` is the place among [`Drawing::marks`] of the row that it is drawn for.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Box {
        /// Left, top, width, height.
        place: (f64, f64, f64, f64),
        /// Its color.
        ink: Ink,
        /// Its row.
        mark: Option<usize>,
    },
    /// A thin line.
    Line {
        /// From.
        from: (f64, f64),
        /// To.
        to: (f64, f64),
        /// Its color.
        ink: Ink,
    },
    /// A filled circle.
    Dot {
        /// Its middle.
        middle: (f64, f64),
        /// Its radius.
        radius: f64,
        /// Its color.
        ink: Ink,
        /// Its row.
        mark: Option<usize>,
    },
    /// A line of text.
    Text {
        /// Where it stands, on its base line.
        at: (f64, f64),
        /// The text.
        text: String,
        /// Its size.
        size: f64,
        /// Where it stands to its place.
        anchor: Anchor,
        /// Its color.
        ink: Ink,
    },
}

/// What of a table a picture does not show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Rows beyond those that have room, and those that have no place in such a picture.
    pub rows: bool,
    /// Figures in another currency than the first.
    pub currencies: bool,
}

impl Drawing {
    /// Puts a line of text down.
    pub fn write(&mut self, at: (f64, f64), text: impl Into<String>, size: f64, anchor: Anchor, ink: Ink) {
        self.shapes.push(Shape::Text { at, text: text.into(), size, anchor, ink });
    }

    /// Draws a line.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), ink: Ink) {
        self.shapes.push(Shape::Line { from, to, ink });
    }

    /// Adds a row; its place among the marks.
    pub fn mark(&mut self, words: String) -> usize {
        self.marks.push(Mark { words });
        self.marks.len() - 1
    }
}

/// The colors of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Whether the ground is dark.
    pub is_dark: bool,
    /// How rise and fall are colored.
    pub changes: Changes,
}

/// How rise and fall are colored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changes {
    /// Red up, green down.
    RedUp,
    /// Green up, red down.
    GreenUp,
    /// Blue up, orange down.
    ColorBlind,
    /// Grey both; signs and words say it.
    Plain,
}

const RED: [&str; 5] = ["#f4c9c4", "#e99f97", "#dc7168", "#c8453d", "#a62a24"];
const GREEN: [&str; 5] = ["#c3e3d0", "#93cbaa", "#5fae83", "#338f60", "#196f44"];
const BLUE: [&str; 5] = ["#c7dbf0", "#97bde2", "#629bd0", "#3679b7", "#1d5a94"];
const ORANGE: [&str; 5] = ["#f8dcb8", "#f0bd7f", "#e39b47", "#c87a1f", "#9c5b0e"];
const GREY: [&str; 5] = ["#dcdfe3", "#bfc4ca", "#9aa1a9", "#767e87", "#565e67"];

impl Palette {
    /// The color of `ink`, `#rrggbb`.
    #[must_use]
    pub fn color(self, ink: Ink) -> &'static str {
        let (rise, fall) = match self.changes {
            Changes::RedUp => (RED, GREEN),
            Changes::GreenUp => (GREEN, RED),
            Changes::ColorBlind => (BLUE, ORANGE),
            Changes::Plain => (GREY, GREY),
        };
        let shade = |shades: [&'static str; 5], shade: u8| shades[usize::from(shade.clamp(1, 5)) - 1];
        match (ink, self.is_dark) {
            (Ink::Text, false) => "#1b1f23",
            (Ink::Text, true) => "#e6e8ea",
            (Ink::Quiet, false) => "#57606a",
            (Ink::Quiet, true) => "#a3abb3",
            (Ink::Light, _) => "#ffffff",
            (Ink::Grid, false) => "#dfe3e7",
            (Ink::Grid, true) => "#3a4047",
            (Ink::Plain, false) => "#3a6ea5",
            (Ink::Plain, true) => "#6ea3da",
            (Ink::Rise(number), _) => shade(rise, number),
            (Ink::Fall(number), _) => shade(fall, number),
            (Ink::Flat, false) => "#d4d8dc",
            (Ink::Flat, true) => "#4c535a",
            (Ink::Ground, false) => "#ffffff",
            (Ink::Ground, true) => "#191c1f",
        }
    }
}

/// The ink of a change, against the greatest in the picture; and that of text on it.
#[must_use]
pub fn change_ink(change: Option<f64>, most: f64) -> (Ink, Ink) {
    let Some(change) = change.filter(|change| *change != 0.0 && most > 0.0) else {
        return (Ink::Flat, Ink::Text);
    };
    let shade = (change.abs() / most * 5.0).ceil().clamp(1.0, 5.0) as u8;
    let text = if shade >= 4 { Ink::Light } else { Ink::Text };
    (if change > 0.0 { Ink::Rise(shade) } else { Ink::Fall(shade) }, text)
}

/// `text` cut to about `width` pixels at that size, a dot triple behind where it is cut; empty where nothing fits.
#[must_use]
pub fn fitted(text: &str, size: f64, width: f64) -> String {
    let wide = |character: char| if character.is_ascii() { size * 0.56 } else { size };
    let whole: f64 = text.chars().map(wide).sum();
    if whole <= width {
        return text.to_owned();
    }
    let mut left = width - size * 0.6;
    let kept: String = text
        .chars()
        .take_while(|character| {
            left -= wide(*character);
            left >= 0.0
        })
        .collect();
    if kept.is_empty() { kept } else { format!("{kept}…") }
}

#[cfg(test)]
mod tests {
    use super::{Ink, change_ink, fitted};

    #[test]
    fn changes_have_shades() {
        assert_eq!(change_ink(Some(10.0), 10.0), (Ink::Rise(5), Ink::Light));
        assert_eq!(change_ink(Some(-1.0), 10.0), (Ink::Fall(1), Ink::Text));
        assert_eq!(change_ink(Some(0.0), 10.0), (Ink::Flat, Ink::Text));
        assert_eq!(change_ink(None, 10.0), (Ink::Flat, Ink::Text));
    }

    #[test]
    fn long_names_are_cut() {
        assert_eq!(fitted("衡汐传动", 12.0, 48.0), "衡汐传动");
        assert_eq!(fitted("衡汐传动", 12.0, 40.0), "衡汐…");
        assert_eq!(fitted("衡汐传动", 12.0, 10.0), "");
    }
}

//! A drawing as a file of SVG.

use super::{
    clipboard::escaped,
    drawing::{Anchor, Drawing, Palette, Shape},
};
use crate::view::decimal::decimal;

/// The fonts of all pictures.
pub const FONTS: &str = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/// The file.
#[must_use]
pub fn svg(drawing: &Drawing, palette: Palette) -> String {
    let number = |number: f64| decimal(number, 2);
    let (width, height) = (number(drawing.width), number(drawing.height));
    let title = escaped(&drawing.title);
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         role=\"img\" font-family=\"{FONTS}\"><title>{title}</title>\n"
    );
    let named = |mark: &Option<usize>| {
        let mark = mark.and_then(|mark| drawing.marks.get(mark));
        mark.map(|mark| format!("<title>{}</title>", escaped(&mark.words))).unwrap_or_default()
    };
    for shape in &drawing.shapes {
        text.push_str(&match shape {
            Shape::Box { place: (x, y, width, height), ink, mark } => format!(
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\">{}</rect>\n",
                number(*x),
                number(*y),
                number(*width),
                number(*height),
                palette.color(*ink),
                named(mark)
            ),
            Shape::Line { from, to, ink } => format!(
                "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\"/>\n",
                number(from.0),
                number(from.1),
                number(to.0),
                number(to.1),
                palette.color(*ink)
            ),
            Shape::Dot { middle, radius, ink, mark } => format!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\">{}</circle>\n",
                number(middle.0),
                number(middle.1),
                number(*radius),
                palette.color(*ink),
                named(mark)
            ),
            Shape::Text { at, text, size, anchor, ink } => format!(
                "<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"{}\" fill=\"{}\">{}</text>\n",
                number(at.0),
                number(at.1),
                number(*size),
                anchor.name(),
                palette.color(*ink),
                escaped(text)
            ),
        });
    }
    text.push_str("</svg>\n");
    text
}

impl Anchor {
    /// As SVG says it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::svg;
    use crate::{
        export::{
            drawing::{Changes, Palette},
            ranking::ranking,
            sheet::{Sheet, sample},
        },
        view::{grid::projection::Projection, workbench::index::TableIndex},
    };

    #[test]
    fn a_picture_says_what_it_shows_and_where_it_comes_from() {
        let sample = sample::sample();
        let projection = Projection::printed(&sample.table, Rc::new(vec![0, 1, 2]));
        let sheet = Sheet::printed(&sample.table, &sample.origin, &projection);
        let (drawing, _) = ranking(&sheet, &mut TableIndex::default(), 2).unwrap();
        let file = svg(&drawing, Palette { is_dark: false, changes: Changes::RedUp });
        for part in [
            "<title>图表 1：组合 &lt;一览&gt;</title>",
            "涨跌幅 · 北辰证券 · 2024-01-05</text>",
            "北辰证券研究所 · 北辰证券 · 《周报》 · 2024-01-05</text>",
            "<title>衡汐传动: -5.17%</title></rect>",
        ] {
            assert!(file.contains(part), "{part} in {file}");
        }
        assert!(!file.contains("<一览"), "what is printed is no markup");
    }
}

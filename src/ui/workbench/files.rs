//! What leaves the page: the clipboard, files. All is written in slices of time, and can be cancelled.

use std::{cell::Cell, ops::Range, rc::Rc};

use super::{bench::Bench, workbook};
use crate::{
    browser::{
        page,
        saving::{self, Pixels},
        workers::{self, Worker},
    },
    export::{
        clipboard::Copying,
        drawing::{Drawing, Palette, Shape},
        file::{Format, Writing},
        origin::Origin,
        sheet::Sheet,
        svg::{FONTS, svg},
    },
    view::{
        grid::projection::Projection,
        workbench::{arranging::Wardrobe, index::TableIndex},
    },
};

/// Packing a workbook of more rows would keep the page from painting: a worker does that.
const LONG: usize = 1_000;

/// How many rows are written between two looks at the clock.
pub const RUN: usize = 200;

/// The longest that writing may keep the page from painting, in milliseconds.
const SLICE: f64 = 12.0;

/// Which rows and columns of a table are meant, held while the table may be arranged anew.
pub struct Taken {
    bench: Bench,
    projection: Rc<Projection>,
    wardrobe: Rc<Wardrobe>,
    index: TableIndex,
    origin: Origin,
}

impl Taken {
    /// The table as shown, or all of it as printed.
    #[must_use]
    pub fn of(bench: &Bench, is_shown: bool) -> Self {
        let (projection, wardrobe) = if is_shown {
            (bench.shown.projection.clone(), bench.shown.wardrobe.clone())
        } else {
            let rows = (0..bench.table().row_count() as u32).collect();
            (Rc::new(Projection::printed(bench.table(), Rc::new(rows))), Rc::default())
        };
        let origin = Origin::of(&bench.desk.report);
        Self { bench: bench.clone(), projection, wardrobe, index: TableIndex::default(), origin }
    }

    /// What is exported.
    #[must_use]
    pub fn sheet(&self) -> Sheet<'_> {
        Sheet::shown(self.bench.table(), &self.origin, &self.projection, &self.wardrobe, &self.index)
    }
}

/// How far something is, and whether it is to end.
pub struct Course {
    /// Told how many rows of how many are done, between slices.
    pub on_progress: Box<dyn Fn(usize, usize)>,
    /// Set to end it.
    pub is_cancelled: Rc<Cell<bool>>,
}

impl Course {
    /// Lets the page paint where a slice of time is over; whether to go on.
    pub async fn go_on(&self, slice_start: &mut f64, done: usize, total: usize) -> bool {
        if page::now_milliseconds() - *slice_start > SLICE {
            (self.on_progress)(done, total);
            page::painted().await;
            *slice_start = page::now_milliseconds();
        }
        !self.is_cancelled.get()
    }
}

/// Copies the cells at these positions of rows and columns; `None` where it was cancelled, else whether the browser let
/// it.
pub async fn copy(
    taken: &Taken,
    (rows, columns): (Range<usize>, Range<usize>),
    has_headers: bool,
    has_source: bool,
    course: &Course,
) -> Option<bool> {
    let sheet = taken.sheet();
    let rows = rows.start..rows.end.min(sheet.row_count());
    let mut copying = Copying::begin(&sheet, columns, has_headers);
    let mut slice_start = page::now_milliseconds();
    for start in rows.clone().step_by(RUN) {
        copying.take(&sheet, start..(start + RUN).min(rows.end));
        if !course.go_on(&mut slice_start, start - rows.start, rows.len()).await {
            return None;
        }
    }
    let copied = copying.finish(&sheet, has_source);
    Some(page::copy_table(&copied.text, &copied.html).await)
}

/// Saves a file; `None` where it was cancelled, else whether it could be saved.
pub async fn save(taken: &Taken, format: Format, course: &Course) -> Option<bool> {
    let sheet = taken.sheet();
    if format == Format::Xlsx
        && sheet.row_count() > LONG
        && let Some(clerk) = Worker::start(&workers::program().await).await
    {
        let file = workbook::packed(&sheet, taken.bench.words(), &clerk, course).await?;
        let name = file_name(&sheet, format.ending());
        return Some(file.is_some_and(|file| saving::save(&name, format.media(), &file)));
    }
    let mut writing = Writing::begin(&sheet, format, taken.bench.words());
    let mut slice_start = page::now_milliseconds();
    while !writing.write_on(&sheet, RUN) {
        if !course.go_on(&mut slice_start, writing.done(), sheet.row_count()).await {
            return None;
        }
    }
    let file = writing.finish(&sheet);
    let name = file_name(&sheet, format.ending());
    Some(file.is_some_and(|file| saving::save(&name, format.media(), &file)))
}

/// A file's name of caption and date, without what systems refuse in names.
#[must_use]
pub fn file_name(sheet: &Sheet<'_>, ending: &str) -> String {
    const LONGEST: usize = 60;
    let parts = [Some(sheet.caption()).filter(|caption| !caption.is_empty()), sheet.origin.date.clone()];
    let name = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let is_refused = |character: char| character.is_control() || "\\/:*?\"<>|".contains(character);
    let name: String =
        name.chars().map(|character| if is_refused(character) { ' ' } else { character }).collect();
    let name: String = name.trim().chars().take(LONGEST).collect();
    format!("{}.{ending}", if name.is_empty() { "yanjing" } else { name.trim() })
}

/// Saves a picture as SVG; whether it could.
pub fn save_svg(drawing: &Drawing, palette: Palette, name: &str) -> bool {
    saving::save(name, "image/svg+xml", svg(drawing, palette).as_bytes())
}

/// Saves a picture as PNG, two pixels for each; whether it could.
pub async fn save_png(drawing: &Drawing, palette: Palette, name: &str) -> bool {
    let Some(pixels) = Pixels::new(drawing.width, drawing.height, 2.0) else { return false };
    for shape in &drawing.shapes {
        match shape {
            Shape::Box { place, ink, .. } => pixels.rectangle(*place, palette.color(*ink)),
            Shape::Line { from, to, ink } => pixels.line(*from, *to, palette.color(*ink)),
            Shape::Dot { middle, radius, ink, .. } => pixels.dot(*middle, *radius, palette.color(*ink)),
            Shape::Text { at, text, size, anchor, ink } => {
                pixels.text(*at, text, &format!("{size}px {FONTS}"), anchor.name(), palette.color(*ink));
            }
        }
    }
    pixels.save(name).await
}

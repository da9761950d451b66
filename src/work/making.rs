//! Files that are made at one desk, one at a time: of many reports, one after the other, or of the marks of a workbook.

use std::cell::RefCell;

use crate::{
    browser::decoding,
    export::{
        book,
        collection::{Collection, named},
        marks::{Written, put_all},
    },
    library::reading::read,
    text::{decode::Unreadable, encoding::Encoding},
};

/// The file that a desk makes.
#[derive(Default)]
pub struct Making(RefCell<Option<Made>>);

/// What a file is made of.
enum Made {
    Reports(Box<dyn Collection>),
    Marks(Box<dyn Written>),
}

impl Making {
    /// Begins a file of reports, of that ending and with its own words in the language of that tag; what was begun before
    /// is gone.
    pub fn begin_collection(&self, ending: &str, language: &str) {
        self.0.replace(named(ending, language).map(Made::Reports));
    }

    /// Begins a workbook of marks; what was begun before is gone.
    pub fn begin_workbook(&self) {
        self.0.replace(Some(Made::Marks(book::begin())));
    }

    /// Reads a report and adds it; `encoding` is the label of the one that its reader chose, empty where none was.
    ///
    /// # Errors
    ///
    /// The bytes are no text.
    pub fn add(&self, name: &str, bytes: &[u8], encoding: &str) -> Result<(), Unreadable> {
        let report = read(name, bytes, Encoding::from_label(encoding), &decoding::decode)?;
        if let Some(Made::Reports(collection)) = &mut *self.0.borrow_mut() {
            collection.add(&report);
        }
        Ok(())
    }

    /// Makes the marks of `text` in the workbook; see [`MarkText`](crate::export::marks::MarkText).
    pub fn put(&self, text: &str) {
        if let Some(Made::Marks(workbook)) = &mut *self.0.borrow_mut() {
            put_all(text, workbook.as_mut());
        }
    }

    /// The file; `None` where none was begun, or what is in it does not fit.
    #[must_use]
    pub fn finish(&self) -> Option<Vec<u8>> {
        match self.0.take()? {
            Made::Reports(collection) => collection.finish(),
            Made::Marks(workbook) => workbook.finish(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader as _, Xlsx};

    use super::Making;
    use crate::{
        export::marks::{Mark, MarkText, Paper as _},
        text::decode::Unreadable,
    };

    #[test]
    fn reports_are_read_and_put_into_the_file_that_was_begun() {
        let making = Making::default();
        assert_eq!(making.finish(), None);
        making.begin_collection("jsonl", "zh-CN");
        assert_eq!(making.add("甲.txt", "澄江证券\n".as_bytes(), ""), Ok(()));
        assert_eq!(making.add("空.txt", b" ", ""), Err(Unreadable::Blank));
        assert_eq!(making.add("乙.txt", "南麓证券\n".as_bytes(), "utf-8"), Ok(()));
        let lines = String::from_utf8(making.finish().unwrap()).unwrap();
        assert_eq!(lines.lines().count(), 2);
        assert!(lines.contains("甲.txt") && lines.contains("乙.txt"));
        assert_eq!(making.finish(), None);
    }

    #[test]
    fn marks_in_several_texts_are_one_workbook() {
        let making = Making::default();
        making.begin_workbook();
        for (row, text) in ["000977", "=1"].into_iter().enumerate() {
            let mut marks = MarkText::default();
            if row == 0 {
                marks.put(Mark::Sheet("表"));
            }
            let row = row as u32;
            marks.put(Mark::Text { row, column: 0, text, is_bold: false });
            marks.put(Mark::Number { row, column: 1, number: 0.5, format: "0%", is_bold: row > 0 });
            making.put(&marks.0);
        }
        // A report is none of its marks.
        assert_eq!(making.add("甲.txt", "澄江证券\n".as_bytes(), ""), Ok(()));
        let file = making.finish().unwrap();
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(file)).unwrap();
        let range = book.worksheet_range("表").unwrap();
        let cell = |row, column| range.get_value((row, column)).cloned();
        assert_eq!(cell(0, 0), Some(Data::String("000977".to_owned())));
        assert_eq!(cell(1, 0), Some(Data::String("=1".to_owned())));
        assert_eq!((cell(0, 1), cell(1, 1)), (Some(Data::Float(0.5)), Some(Data::Float(0.5))));
        assert_eq!(making.finish(), None);
    }
}

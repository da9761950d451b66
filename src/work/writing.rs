//! A workbook written at a desk, of marks that come as text.

use std::cell::RefCell;

use crate::export::{
    book,
    marks::{Written, put_all},
};

/// The workbook that a desk writes.
#[derive(Default)]
pub struct Writing(RefCell<Option<Box<dyn Written>>>);

impl Writing {
    /// Begins one; what was begun before is gone.
    pub fn begin(&self) {
        self.0.replace(Some(book::begin()));
    }

    /// Makes the marks of `text` in it; see [`MarkText`](crate::export::marks::MarkText).
    pub fn put(&self, text: &str) {
        if let Some(book) = &mut *self.0.borrow_mut() {
            put_all(text, book.as_mut());
        }
    }

    /// The file; `None` where none was begun, or what is in it does not fit.
    #[must_use]
    pub fn finish(&self) -> Option<Vec<u8>> {
        self.0.take()?.finish()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader as _, Xlsx};

    use super::Writing;
    use crate::export::marks::{Mark, MarkText, Paper as _};

    #[test]
    fn marks_in_several_texts_are_one_workbook() {
        let writing = Writing::default();
        assert_eq!(writing.finish(), None);
        writing.begin();
        for (row, text) in ["000977", "=1"].into_iter().enumerate() {
            let mut marks = MarkText::default();
            if row == 0 {
                marks.put(Mark::Sheet("表"));
            }
            let row = row as u32;
            marks.put(Mark::Text { row, column: 0, text, is_bold: false });
            marks.put(Mark::Number { row, column: 1, number: 0.5, format: "0%", is_bold: row > 0 });
            writing.put(&marks.0);
        }
        let file = writing.finish().unwrap();
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(file)).unwrap();
        let range = book.worksheet_range("表").unwrap();
        let cell = |row, column| range.get_value((row, column)).cloned();
        assert_eq!(cell(0, 0), Some(Data::String("000977".to_owned())));
        assert_eq!(cell(1, 0), Some(Data::String("=1".to_owned())));
        assert_eq!((cell(0, 1), cell(1, 1)), (Some(Data::Float(0.5)), Some(Data::Float(0.5))));
        assert_eq!(writing.finish(), None);
    }
}

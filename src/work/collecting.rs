//! Many reports put into one file, one after the other, at one desk.

use std::cell::RefCell;

use crate::{
    browser::decoding,
    export::collection::{Collection, named},
    library::reading::read,
    text::{decode::Unreadable, encoding::Encoding},
};

/// The file that a desk writes.
#[derive(Default)]
pub struct Collecting(RefCell<Option<Box<dyn Collection>>>);

impl Collecting {
    /// Begins a file of that ending, with its own words in the language of that tag; one that was begun before is gone.
    pub fn begin(&self, ending: &str, language: &str) {
        self.0.replace(named(ending, language));
    }

    /// Reads a report and adds it; `encoding` is the label of the one that its reader chose, empty where none was.
    ///
    /// # Errors
    ///
    /// The bytes are no text.
    pub fn add(&self, name: &str, bytes: &[u8], encoding: &str) -> Result<(), Unreadable> {
        let report = read(name, bytes, Encoding::from_label(encoding), &decoding::decode)?;
        if let Some(collection) = &mut *self.0.borrow_mut() {
            collection.add(&report);
        }
        Ok(())
    }

    /// The file; `None` where none was begun, or what is in it does not fit.
    #[must_use]
    pub fn finish(&self) -> Option<Vec<u8>> {
        self.0.take()?.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::Collecting;
    use crate::text::decode::Unreadable;

    #[test]
    fn reports_are_read_and_put_into_the_file_that_was_begun() {
        let collecting = Collecting::default();
        assert_eq!(collecting.finish(), None);
        collecting.begin("jsonl", "zh-CN");
        assert_eq!(collecting.add("甲.txt", "澄江证券\n".as_bytes(), ""), Ok(()));
        assert_eq!(collecting.add("空.txt", b" ", ""), Err(Unreadable::Blank));
        assert_eq!(collecting.add("乙.txt", "南麓证券\n".as_bytes(), "utf-8"), Ok(()));
        let lines = String::from_utf8(collecting.finish().unwrap()).unwrap();
        assert_eq!(lines.lines().count(), 2);
        assert!(lines.contains("甲.txt") && lines.contains("乙.txt"));
        assert_eq!(collecting.finish(), None);
    }
}

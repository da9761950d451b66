//! Values behind each other in bytes: what crosses between the page and the modules that are loaded later, which share no
//! memory. Both are of one build, so there is no version.

/// Puts values behind each other.
#[derive(Default)]
pub struct Packing(Vec<u8>);

impl Packing {
    /// A number below 2³².
    pub fn number(&mut self, number: usize) {
        self.0.extend((number as u32).to_le_bytes());
    }

    /// A number with fraction.
    pub fn real(&mut self, number: f64) {
        self.0.extend(number.to_le_bytes());
    }

    /// A text of less than 4 GB.
    pub fn text(&mut self, text: &str) {
        self.number(text.len());
        self.0.extend(text.as_bytes());
    }

    /// A text, or none; an empty text is none.
    pub fn optional(&mut self, text: Option<&str>) {
        self.text(text.unwrap_or_default());
    }

    /// Texts.
    pub fn texts(&mut self, texts: &[String]) {
        self.number(texts.len());
        texts.iter().for_each(|text| self.text(text));
    }

    /// Everything that was put in.
    #[must_use]
    pub fn bytes(self) -> Vec<u8> {
        self.0
    }
}

/// Takes the values out again in their order. What is cut short gives zeros and empty texts.
pub struct Unpacking<'a>(&'a [u8]);

impl<'a> Unpacking<'a> {
    /// The values that `bytes` hold.
    #[must_use]
    pub fn of(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    fn take(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at(count.min(self.0.len()));
        self.0 = rest;
        taken
    }

    /// The next number.
    pub fn number(&mut self) -> usize {
        self.take(4).try_into().map_or(0, |bytes| u32::from_le_bytes(bytes) as usize)
    }

    /// The next number with fraction.
    pub fn real(&mut self) -> f64 {
        self.take(8).try_into().map_or(0.0, f64::from_le_bytes)
    }

    /// The next text.
    pub fn text(&mut self) -> String {
        let length = self.number();
        String::from_utf8_lossy(self.take(length)).into_owned()
    }

    /// The next text; `None` where it is empty.
    pub fn optional(&mut self) -> Option<String> {
        Some(self.text()).filter(|text| !text.is_empty())
    }

    /// The next texts.
    pub fn texts(&mut self) -> Vec<String> {
        self.many(Self::text)
    }

    /// A number, and as many of what `one` takes out.
    pub fn many<T>(&mut self, mut one: impl FnMut(&mut Self) -> T) -> Vec<T> {
        // Each takes a byte at least: a count that was cut or made up reserves no more than there is.
        let count = self.number().min(self.0.len());
        (0..count).map(|_| one(self)).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::any, prop_assert_eq, proptest};

    use super::{Packing, Unpacking};

    #[test]
    fn values_come_out_as_they_went_in() {
        let mut packing = Packing::default();
        packing.number(7);
        packing.text("买入");
        packing.optional(None);
        packing.real(-8.61);
        packing.texts(&["a".to_owned(), String::new()]);
        let bytes = packing.bytes();
        let mut unpacking = Unpacking::of(&bytes);
        assert_eq!(
            (unpacking.number(), unpacking.text(), unpacking.optional()),
            (7, "买入".to_owned(), None)
        );
        assert_eq!((unpacking.real(), unpacking.texts()), (-8.61, vec!["a".to_owned(), String::new()]));
        assert_eq!((unpacking.number(), unpacking.text()), (0, String::new()), "past the end");
    }

    proptest! {
        #[test]
        fn any_bytes_are_taken_apart(bytes in vec(any::<u8>(), 0..40)) {
            let mut unpacking = Unpacking::of(&bytes);
            let texts = unpacking.texts();
            prop_assert_eq!(texts.len() <= bytes.len(), true);
        }
    }
}

//! One file to all that the library wants of it: its key, its summary, its text.

use std::rc::Rc;

use super::summary::{Summary, summary};
use crate::{
    model::report::Report,
    parse,
    text::{
        decode::{LegacyDecoder, Unreadable, decode},
        encoding::Encoding,
    },
};

/// A file that was read for the library. The report itself is read again when it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indexed {
    /// What is known of it.
    pub summary: Summary,
    /// Its decoded text.
    pub text: String,
}

/// Reads a file whole.
///
/// # Errors
///
/// The bytes are no text, see [`Unreadable`].
pub fn read(
    name: &str,
    bytes: &[u8],
    chosen: Option<Encoding>,
    legacy: LegacyDecoder<'_>,
) -> Result<Report, Unreadable> {
    Ok(parse::decoded(decode(name, bytes, chosen, legacy)?))
}

/// Reads a file for the library.
///
/// # Errors
///
/// The bytes are no text, see [`Unreadable`].
pub fn indexed(
    name: &str,
    bytes: &[u8],
    chosen: Option<Encoding>,
    legacy: LegacyDecoder<'_>,
) -> Result<Indexed, Unreadable> {
    let report = read(name, bytes, chosen, legacy)?;
    let (summary, source) = (summary(&report), report.source.clone());
    // Nobody else holds its text then.
    drop(report);
    let text =
        Rc::try_unwrap(source).map_or_else(|shared| shared.text().to_owned(), |source| source.into_text());
    Ok(Indexed { summary, text })
}

#[cfg(test)]
mod tests {
    use super::indexed;
    use crate::text::decode::{Unreadable, native};

    #[test]
    fn a_file_gives_its_text_and_its_summary() {
        let text = "澄江证券\n\n代码\t名称\t涨跌幅\n688901.SH\t衡汐传动\t1.5%\n688902.SH\t衡汐电气\t-2.5%\n";
        let bytes = encoding_rs::GBK.encode(text).0;
        let found = indexed("周报.txt", &bytes, None, &native).unwrap();
        assert_eq!(found.text, text);
        assert_eq!((found.summary.broker.as_deref(), found.summary.tables), (Some("澄江证券"), 1));
        assert_eq!(indexed("a.txt", b" \n", None, &native), Err(Unreadable::Blank));
    }
}

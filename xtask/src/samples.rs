//! The samples as one text: the page asks for it when a reader wants them.

use crate::command::{Outcome, project, read_text};

/// Its name in the site.
pub const NAME: &str = "samples.txt";

/// The reports of `fixtures/reports` that are samples, the one that is shown first at the front.
const SAMPLES: [&str; 4] = [
    "chengjiang-robotics-weekly.txt",
    "nanlu-company-initiation.txt",
    "yanshan-semiconductor-weekly.txt",
    "haiqing-hk-property-services.txt",
];

/// All samples, each behind a record separator and its name.
pub fn text() -> Outcome<String> {
    let mut text = String::new();
    for name in SAMPLES {
        let sample = read_text(&project().join("fixtures/reports").join(name))?;
        text.push_str(&format!("\u{1e}{name}\n{sample}"));
    }
    Ok(text)
}

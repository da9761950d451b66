//! What the library knows of a report without reading its file again: the masthead, the codes, what was found. It is
//! derived from the file, so it is kept under the version of the readers and made anew when that changes.

use crate::model::{
    date::Date,
    masthead::{DateBasis, RatedSubject},
    report::Report,
};

/// The version of the readers: a hash of the sources that a summary follows from, taken when the program is compiled.
pub const READER: &str = env!("YANJING_READER");

/// What a report is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReportKind {
    /// One company.
    Company,
    /// An industry.
    Industry,
    /// Neither is printed: the market, a strategy, or a text that is no report.
    #[default]
    Other,
}

/// The security of a report on one company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummarySecurity {
    /// The code in its canonical form, `000977.SZ`.
    pub code: String,
    /// The name printed with it; empty where there is none.
    pub name: String,
}

/// A report in a few words, each as the report prints it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// What it is about.
    pub kind: ReportKind,
    /// Its title.
    pub title: Option<String>,
    /// The house.
    pub broker: Option<String>,
    /// The industry.
    pub industry: Option<String>,
    /// The day, and what it is the day of.
    pub date: Option<(Date, DateBasis)>,
    /// The rating it gives.
    pub rating: Option<String>,
    /// The security of a report on one company.
    pub security: Option<SummarySecurity>,
    /// Who signs it, in print order.
    pub analysts: Vec<String>,
    /// The securities in running text: name and canonical code, each once.
    pub securities: Vec<String>,
    /// How many tables it has.
    pub tables: usize,
    /// How many rating scales.
    pub scales: usize,
    /// How many recommended companies.
    pub picks: usize,
    /// How many findings a reader should look at.
    pub diagnostics: usize,
}

/// The most securities that are named in a summary.
const MOST_SECURITIES: usize = 60;

/// The summary of a report.
#[must_use]
pub fn summary(report: &Report) -> Summary {
    let masthead = &report.masthead;
    let subject = masthead.rating.as_ref().map(|rating| rating.subject);
    let kind = match subject {
        _ if masthead.security.is_some() => ReportKind::Company,
        Some(RatedSubject::Company) => ReportKind::Company,
        Some(RatedSubject::Industry) => ReportKind::Industry,
        None if masthead.industry.is_some() => ReportKind::Industry,
        None => ReportKind::Other,
    };
    let mut securities: Vec<String> = Vec::new();
    for mention in &report.mentions {
        let name = mention.name.as_deref().unwrap_or_default();
        let named = [name, " ", &mention.code.to_string()].concat();
        if securities.len() < MOST_SECURITIES && !securities.contains(&named) {
            securities.push(named);
        }
    }
    Summary {
        kind,
        title: masthead.title.as_ref().map(|title| title.value.clone()),
        broker: masthead.broker.as_ref().map(|broker| broker.value.clone()),
        industry: masthead.industry.as_ref().map(|industry| industry.value.clone()),
        date: masthead.date.as_ref().map(|date| (date.date, date.basis)),
        rating: masthead.rating.as_ref().map(|rating| rating.label.clone()),
        security: masthead.security.as_ref().map(|security| SummarySecurity {
            code: security.code.to_string(),
            name: security.name.clone().unwrap_or_default(),
        }),
        analysts: masthead.analysts.iter().map(|analyst| analyst.name.clone()).collect(),
        securities,
        tables: report.tables.len(),
        scales: report.rating_scales.len(),
        picks: report.picks.iter().map(|picks| picks.names.len()).sum(),
        diagnostics: report.diagnostics.len(),
    }
}

/// Between fields, and between the items of a list; control characters that a title does not hold.
const FIELD: char = '\u{1f}';
const ITEM: char = '\u{1e}';

impl Summary {
    /// The summary as one line of text, in which it is kept and crosses between threads.
    #[must_use]
    pub fn encoded(&self) -> String {
        let date = self.date.map(|(date, basis)| {
            let mark = if basis == DateBasis::Published { "p" } else { "a" };
            [mark, &date.to_string()].concat()
        });
        let security =
            self.security.as_ref().map(|security| list(&[security.code.clone(), security.name.clone()]));
        let kind = match self.kind {
            ReportKind::Company => "c",
            ReportKind::Industry => "i",
            ReportKind::Other => "o",
        };
        let counts = [self.tables, self.scales, self.picks, self.diagnostics].map(|count| count.to_string());
        let optional = |field: &Option<String>| field.as_deref().map(clean).unwrap_or_default();
        [
            kind.to_owned(),
            optional(&self.title),
            optional(&self.broker),
            optional(&self.industry),
            date.unwrap_or_default(),
            optional(&self.rating),
            security.unwrap_or_default(),
            list(&self.analysts),
            list(&self.securities),
            list(&counts),
        ]
        .join("\u{1f}")
    }

    /// The summary that [`encoded`](Self::encoded) wrote; `None` for any other text.
    #[must_use]
    pub fn decoded(line: &str) -> Option<Self> {
        let fields: Vec<&str> = line.split(FIELD).collect();
        let [kind, title, broker, industry, date, rating, security, analysts, securities, counts] =
            fields[..]
        else {
            return None;
        };
        let optional = |field: &str| (!field.is_empty()).then(|| field.to_owned());
        let mut counts = counts.split(ITEM).map(|count| count.parse().ok());
        let mut count = || counts.next().flatten();
        Some(Self {
            kind: match kind {
                "c" => ReportKind::Company,
                "i" => ReportKind::Industry,
                "o" => ReportKind::Other,
                _ => return None,
            },
            title: optional(title),
            broker: optional(broker),
            industry: optional(industry),
            date: day(date),
            rating: optional(rating),
            security: security
                .split_once(ITEM)
                .map(|(code, name)| SummarySecurity { code: code.to_owned(), name: name.to_owned() }),
            analysts: items(analysts),
            securities: items(securities),
            tables: count()?,
            scales: count()?,
            picks: count()?,
            diagnostics: count()?,
        })
    }

    /// All that is searched beside the text.
    #[must_use]
    pub fn fields<'a>(&'a self, file_name: &'a str) -> Vec<&'a str> {
        let security = self.security.as_ref();
        let fields = [
            Some(file_name),
            self.title.as_deref(),
            self.broker.as_deref(),
            self.industry.as_deref(),
            self.rating.as_deref(),
            security.map(|security| security.code.as_str()),
            security.map(|security| security.name.as_str()),
        ];
        let lists = self.analysts.iter().chain(&self.securities).map(String::as_str);
        fields.into_iter().flatten().chain(lists).collect()
    }
}

fn clean(text: impl AsRef<str>) -> String {
    text.as_ref().chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn list(items: &[String]) -> String {
    items.iter().map(clean).collect::<Vec<_>>().join("\u{1e}")
}

fn items(list: &str) -> Vec<String> {
    list.split(ITEM).filter(|item| !item.is_empty()).map(str::to_owned).collect()
}

fn day(field: &str) -> Option<(Date, DateBasis)> {
    let basis = match field.as_bytes().first()? {
        b'p' => DateBasis::Published,
        b'a' => DateBasis::AsOf,
        _ => return None,
    };
    let mut numbers = field.get(1..)?.split('-').map(|number| number.parse::<u16>().ok());
    let (year, month, day) = (numbers.next()??, numbers.next()??, numbers.next()??);
    Some((Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?, basis))
}

#[cfg(test)]
mod tests;

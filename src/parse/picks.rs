//! The named lists of recommended companies, told by their form: a theme, its companies, and words that recommend.

mod clauses;
mod names;
mod verb;

use std::{ops::Range, rc::Rc};

use super::{
    block::LineKind,
    passage::{PICKS, Passage, entry_number, printed, stripped},
};
use crate::{
    model::{
        diagnostic::{Diagnostic, DiagnosticKind, Severity},
        fact::Fact,
        pick::Picks,
        table::{ColumnKind, TableBlock},
    },
    text::{
        source::Source,
        words::{Words, words},
    },
};
use clauses::{ClauseMarks, clauses};
use names::{Names, names};

/// A clause longer than this many bytes is no list of companies.
const LONGEST_CLAUSE: usize = 4_000;

/// The column beside the text has at most so many passages.
const PATIENCE: usize = 40;

/// A report has no more lists; a text with more is noise.
const MOST_LISTS: usize = 300;

/// So many words that recommend are tried in a clause.
const MOST_VERBS: usize = 8;

/// A theme is no longer than this many characters.
const LONGEST_THEME: usize = 24;

/// So many colons may stand before a list (`投资建议：建议关注：（1）算力：…`).
const DEEPEST: usize = 4;

/// The lists of recommended companies found so far, each once, and what the next clause stands under. A theme alone is
/// no list, nor are words that recommend alone.
#[derive(Default)]
pub struct Reader<'a> {
    /// The report's tables, whose names of securities are companies for certain.
    tables: &'a [Rc<TableBlock>],
    picks: Vec<Picks>,
    /// The words under which the clauses stand, and whether they are a noun.
    verb: Option<(Fact<String>, bool)>,
    /// Where the lists under these words begin.
    group: usize,
    /// How many more passages may stand between the words in a line of their own and the first list: a column beside
    /// them is printed there.
    patience: usize,
}

impl<'a> Reader<'a> {
    /// A reader of a report with these tables.
    #[must_use]
    pub fn new(tables: &'a [Rc<TableBlock>]) -> Self {
        Self { tables, ..Self::default() }
    }

    /// The lists, when all passages are read; names that were put together over lines go to `diagnostics`.
    #[must_use]
    pub fn lists(mut self, source: &Source, diagnostics: &mut Vec<Diagnostic>) -> Vec<Picks> {
        self.end_group();
        let names = self.picks.iter().flat_map(|picks| &picks.names);
        let joined = names.filter(|name| source.slice(name.span).contains('\n'));
        diagnostics.extend(joined.map(|name| Diagnostic {
            severity: Severity::Note,
            kind: DiagnosticKind::JoinedOverLines,
            span: name.span,
        }));
        self.picks
    }

    /// Reads the next passage.
    pub fn read(&mut self, passage: &Passage) {
        let is_text = matches!(passage.kind, LineKind::Prose | LineKind::Item | LineKind::Heading(_));
        if passage.after_grid || !is_text {
            self.end_group();
        }
        if !is_text || (self.verb.is_none() && !passage.has(PICKS)) {
            self.end_group();
            return;
        }
        let text = passage.text.as_ref();
        let whole = stripped(text, 0..text.len(), &['：', ':', '【', '】']);
        let number = entry_number(&text[whole.clone()]);
        let title = stripped(text, whole.start + number..whole.end, &[]);
        if title.len() < 90
            && let Some((range, noun)) = verb::announcement(&text[title.clone()])
            && (range.end == title.len() || text.ends_with(['：', ':']))
        {
            self.begin_group(passage, title.start + range.start..title.start + range.end, noun);
            self.patience = PATIENCE;
            return;
        }
        if let LineKind::Heading(_) = passage.kind
            && !text.contains(['：', ':'])
        {
            if self.patience == 0 {
                self.end_group();
            }
            return;
        }
        self.patience = self.patience.saturating_sub(1);
        for clause in clauses(text) {
            let waits = self.patience > 0 && !text.contains('。');
            if !self.clause(passage, clause, 0) && !waits {
                self.end_group();
            }
        }
    }

    fn begin_group(&mut self, passage: &Passage, verb: Range<usize>, noun: bool) {
        self.end_group();
        self.verb = Some((Fact::new(printed(&passage.text[verb.clone()]), passage.span(verb)), noun));
    }

    /// A single name is a list only beside lists of several.
    fn end_group(&mut self) {
        if self.picks[self.group..].iter().all(|picks| picks.names.len() < 2) {
            self.picks.truncate(self.group);
        }
        self.group = self.picks.len();
        self.verb = None;
        self.patience = 0;
    }

    /// Reads one clause; whether it has lists or announces them.
    fn clause(&mut self, passage: &Passage, clause: Range<usize>, depth: usize) -> bool {
        let text = passage.text.as_ref();
        let clause = stripped(text, clause, &['，', ',', '、']);
        if clause.is_empty() {
            return true;
        }
        if clause.len() > LONGEST_CLAUSE || depth > DEEPEST {
            return false;
        }
        let number = entry_number(&text[clause.clone()]);
        let clause = stripped(text, clause.start + number..clause.end, &[]);
        let marks = ClauseMarks::of(text, &clause);
        if let Some(Range { start, end }) = marks.colon {
            let (head, rest) = (clause.start..start, end..clause.end);
            if let Some((range, noun)) = verb::announcement(&text[head.clone()]) {
                let verb = head.start + range.start..head.start + range.end;
                return self.announced(passage, head, (verb, noun), rest, depth);
            }
            let Some(theme) = theme(text, head) else { return false };
            return match names(text, rest.clone()) {
                Some(list) => {
                    (self.patience == 0 || list.ranges.len() > 1)
                        && self.verb.is_some()
                        && self.push(passage, theme, list, rest.end)
                }
                None => self.behind_verb(passage, theme, rest),
            };
        }
        (marks.bracket && self.bracketed(passage, clause.clone())) || {
            let Some(comma) = marks.comma else { return false };
            static FIELDS: &Words = words!["方面", "领域", "領域", "板块", "板塊", "环节", "環節"];
            let head = clause.start..comma.start;
            let themed = number > 0 || FIELDS.end(text[head.clone()].trim_end()).is_some();
            let theme = if themed { theme(text, head) } else { None };
            theme.is_some_and(|theme| self.behind_verb(passage, theme, comma.end..clause.end))
        }
    }

    /// Reads what stands behind a colon whose head recommends: a list, or further clauses.
    fn announced(
        &mut self,
        passage: &Passage,
        head: Range<usize>,
        (verb, noun): (Range<usize>, bool),
        rest: Range<usize>,
        depth: usize,
    ) -> bool {
        let text = passage.text.as_ref();
        let before = theme(text, head.start..verb.start);
        self.begin_group(passage, verb.clone(), noun);
        if text[rest.clone()].trim_matches(['*', ' ']).is_empty() {
            return true;
        }
        match names(text, rest.clone()) {
            Some(list) => {
                // Without a theme the words themselves must name companies, or codes must, or the report's tables.
                let certain = noun || list.bracketed || self.are_listed(text, &list.ranges);
                let companies = certain && list.ranges.len() > 1;
                let theme = before.or_else(|| companies.then_some(verb));
                theme.is_some_and(|theme| self.push(passage, theme, list, rest.end))
            }
            None => self.clause(passage, rest, depth + 1),
        }
    }

    /// Whether the report's tables hold at least half of the names, two or more, as names of securities.
    fn are_listed(&self, text: &str, names: &[Range<usize>]) -> bool {
        let columns = || {
            self.tables.iter().flat_map(|table| {
                let of_names = |column: &usize| table.columns[*column].kind == ColumnKind::SecurityName;
                (0..table.columns.len()).filter(of_names).map(move |column| (table, column))
            })
        };
        let is_listed = |name: &&Range<usize>| {
            let name = printed(&text[(*name).clone()]);
            columns().any(|(table, column)| {
                (0..table.row_count()).any(|row| table.cell(row, column).text.trim() == name)
            })
        };
        let listed = names.iter().filter(is_listed).count();
        listed >= 2 && listed * 2 >= names.len()
    }

    /// Reads the list behind the last words that recommend in `range`: 国产算力，在…背景下，推荐甲、乙.
    fn behind_verb(&mut self, passage: &Passage, theme: Range<usize>, range: Range<usize>) -> bool {
        let text = passage.text.as_ref();
        let mut from = range.start;
        for _ in 0..MOST_VERBS {
            let (found, noun) = match verb::recommendation(&text[from..range.end]) {
                Some(found) => found,
                None => break,
            };
            let verb = from + found.start..from + found.end;
            from = verb.end;
            let rest = stripped(text, verb.end..range.end, &['：', ':']);
            let Some(list) = names(text, rest.clone()) else { continue };
            let outer =
                self.verb.replace((Fact::new(printed(&text[verb.clone()]), passage.span(verb)), noun));
            let read = self.push(passage, theme, list, range.end);
            self.verb = outer.or_else(|| self.verb.take());
            return read;
        }
        false
    }

    /// Reads themes with their companies in brackets: AI 算力（甲、乙）、AI 应用（丙、丁）.
    fn bracketed(&mut self, passage: &Passage, clause: Range<usize>) -> bool {
        let text = passage.text.as_ref();
        let mut at = clause.start;
        let mut read = false;
        while let Some(open) = text[at..clause.end].find(['（', '(']).map(|open| at + open) {
            let inner = open + text[open..].chars().next().map_or(0, char::len_utf8);
            let Some(close) = text[inner..clause.end].find(['）', ')']).map(|close| inner + close) else {
                break;
            };
            let mut head = at..open;
            if let Some((found, noun)) = verb::recommendation(&text[head.clone()]) {
                let verb = head.start + found.start..head.start + found.end;
                head.start = verb.end;
                self.begin_group(passage, verb, noun);
            }
            if let Some(comma) = text[head.clone()].rfind(['，', ',']) {
                head.start += comma + text[head.start + comma..].chars().next().map_or(0, char::len_utf8);
            }
            let head = stripped(text, head, &['、', '和', '及', '：', ':']);
            let list = names(text, inner..close).filter(|list| list.end == close && self.verb.is_some());
            if let (Some(theme), Some(list)) = (theme(text, head), list.filter(|list| list.ranges.len() > 1))
            {
                read |= self.push(passage, theme, list, close);
            }
            at = close + text[close..].chars().next().map_or(0, char::len_utf8);
        }
        read
    }

    /// Keeps a list with its theme and goes on behind it, up to `end`.
    fn push(&mut self, passage: &Passage, theme: Range<usize>, list: Names, end: usize) -> bool {
        let text = passage.text.as_ref();
        let fact = |range: Range<usize>| Fact::new(printed(&text[range.clone()]), passage.span(range));
        let theme_fact = fact(theme.clone());
        let names: Vec<_> = list.ranges.into_iter().map(fact).collect();
        let single = names.iter().all(|name| name.value.chars().nth(2).is_none());
        if names.len() == 1 && single {
            return false;
        }
        let span = names.iter().fold(theme_fact.span, |span, name| span.to(name.span));
        let new =
            Picks { theme: theme_fact, verb: self.verb.as_ref().map(|(verb, _)| verb.clone()), names, span };
        self.patience = 0;
        if self.picks.len() < MOST_LISTS && !self.picks.iter().any(|picks| is_same(picks, &new)) {
            self.picks.push(new);
        }
        let rest = stripped(text, list.end..end, &['，', ',', '。', '.']);
        if entry_number(&text[rest.clone()]) > 0 {
            self.clause(passage, rest, 0);
        } else if verb::recommendation(&text[rest.clone()]).is_some_and(|(found, _)| found.start == 0) {
            self.behind_verb(passage, theme, rest);
        }
        true
    }
}

/// Whether two lists say the same, white space aside.
fn is_same(one: &Picks, other: &Picks) -> bool {
    let is_letter = |c: &char| !c.is_whitespace();
    let same = |one: &Fact<String>, other: &Fact<String>| {
        one.value.chars().filter(is_letter).eq(other.value.chars().filter(is_letter))
    };
    one.names.len() == other.names.len()
        && same(&one.theme, &other.theme)
        && one.names.iter().zip(&other.names).all(|(one, other)| same(one, other))
}

/// The theme that `range` is, whole; `None` for a sentence.
fn theme(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let mut range = stripped(text, range, &['【', '】', '“', '”', '"', '，', ',']);
    for word in ["方面", "我们", "我們"] {
        if text[range.clone()].ends_with(word) {
            range = stripped(text, range.start..range.end - word.len(), &['，', ',']);
        }
    }
    let words = &text[range.clone()];
    let marks = ['，', ',', '。', '；', ';', '：', ':', '(', '（', '）', ')', '@', '|', '\n'];
    static OTHERS: &Words = words![
        "风险",
        "風險",
        "来源",
        "來源",
        "分析师",
        "分析員",
        "联系人",
        "日期",
        "电话",
        "邮箱",
        "评级",
        "評級",
    ];
    let fits = !words.is_empty() && words.chars().nth(LONGEST_THEME).is_none() && !words.contains(marks);
    (fits && !OTHERS.stand_in(words)).then_some(range)
}

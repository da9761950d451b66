//! Who signs a report: names behind their role or before their licence, with what stands next to them.

mod around;
mod behind;
mod contacts;

use std::ops::Range;

use super::lists::ROLE;
use contacts::{LICENSE, emails, license_from, licenses, phones};

use crate::{
    model::masthead::{Analyst, AnalystRole},
    parse::folded::{Folded, Gap},
    text::words::{Hit, Words, words},
};

/// What stands before a name.
pub static ROLES: &Words = words![
    AnalystRole::Assistant => ["研究助理", "证券分析师助理", "分析师助理", "助理分析师", "助理研究员", "Research Assistant", "Associate"],
    AnalystRole::Contact => ["报告联系人", "联系人", "Contact"],
    AnalystRole::Analyst => ["首席证券分析师", "首席行业分析师", "首席分析师", "资深分析师", "高级分析师", "联席首席分析师", "证券分析师", "行业分析师", "分析师", "分析员", "首席研究员", "证券研究员", "研究员", "报告作者", "Lead Analyst", "Research Analyst", "Analyst"],
];

/// Words that stand behind a name, or that look like one.
static NO_NAMES: &Words = words![
    "声明", "承诺", "简介", "介绍", "保证", "具有", "编号", "登记", "预测", "资格", "执业", "电话", "邮箱",
    "证书", "信息", "团队", "所有", "及其", "本人", "证券", "研究", "核心", "投资", "相关", "行业", "公司",
    "地址", "日期", "评级", "助理", "联系", "分析", "覆盖", "撰写", "预计", "认为", "传真", "姓名", "微信",
    "手机", "市场", "表现", "走势", "数据", "基本", "指数", "股价", "聲明", "简历", "观点", "名单", "一览",
];

/// The words that follow a name without white space.
static AFTER_NAMES: &Words = words![
    "执业",
    "登记",
    "电话",
    "邮箱",
    "资格",
    "联系",
    "研究助理",
    "分析师",
    "证书",
    "证券",
    "手机",
    "传真",
    "编号",
    "中央编",
    "首席",
    "行业",
    "电邮",
    "博士",
    "先生",
    "女士",
];

/// A person before what stands around the name is shared out.
struct Person {
    role: AnalystRole,
    name: Range<usize>,
}

/// The people of the head, in print order, each once.
#[must_use]
pub fn analysts(text: &str, folded: &Folded) -> Vec<Analyst> {
    let people = people(text, folded);
    let mut found: Vec<Analyst> = Vec::new();
    let mut waiting: Vec<usize> = Vec::new();
    for (index, person) in people.iter().enumerate() {
        let end = people.get(index + 1).map_or(folded.text.len(), |next| next.name.start);
        let zone = zone(folded, person.name.end, end);
        let licenses = licenses(&folded.text[zone.clone()]);
        let emails = emails(&folded.text[zone.clone()]);
        let phones = phones(&folded.text[zone]);
        let span = folded.span(person.name.clone());
        let printed = text.get(span.range()).unwrap_or_default();
        let name: String = if person.name.is_empty() {
            String::new()
        } else if printed.is_ascii() {
            printed.to_owned()
        } else {
            printed.split_whitespace().collect()
        };
        if !name.is_empty() && found.iter().any(|earlier| earlier.name == name) {
            continue;
        }
        let analyst = |license: Option<String>, email: Option<String>, phone: Option<String>| Analyst {
            name: name.clone(),
            license,
            role: person.role,
            email,
            phone,
            span,
        };
        let first = |items: &[String]| items.first().cloned();
        found.push(analyst(first(&licenses), first(&emails), first(&phones)));
        // Names side by side, their licences and addresses side by side below: 分析师 甲 分析师 乙, S…1 S…2.
        waiting.push(found.len() - 1);
        if licenses.len() >= 2 && licenses.len() == waiting.len() {
            for (place, person) in waiting.iter().enumerate() {
                found[*person].license = licenses.get(place).cloned();
                // One address for two people is the first's or the second's, and nothing says whose.
                let shared =
                    |items: &[String]| items.get(place).filter(|_| items.len() == waiting.len()).cloned();
                (found[*person].email, found[*person].phone) = (shared(&emails), shared(&phones));
            }
        }
        if !licenses.is_empty() || !emails.is_empty() {
            waiting.clear();
        }
    }
    found.retain(|analyst| !analyst.name.is_empty());
    found
}

/// What belongs to the name that ends at `start`: up to the next name, and not far.
fn zone(folded: &Folded, start: usize, end: usize) -> Range<usize> {
    start..folded.text.floor_char_boundary(end.min(start + 900)).max(start)
}

fn people(source: &str, folded: &Folded) -> Vec<Person> {
    let text = folded.text.as_str();
    let mut found: Vec<Person> = Vec::new();
    let next_role = |from: usize| folded.next_word(ROLES, ROLE, from..text.len());
    let (mut at, mut role_hit, mut next_license) = (0, next_role(0), license_from(text, 0));
    loop {
        if role_hit.is_some_and(|hit| hit.start < at) {
            role_hit = next_role(at);
        }
        if next_license.is_some_and(|license| license < at) {
            next_license = license_from(text, at);
        }
        let before_license = |hit: &Hit| next_license.is_none_or(|license| hit.start < license);
        if let Some(hit) = role_hit.filter(before_license) {
            let follows = found.last().is_some_and(|person| person.name.end == hit.start);
            let begins = follows || text[hit.end..].starts_with(':') || may_begin(folded, hit.start);
            let Some(role) = role(hit.meaning).filter(|_| begins) else {
                at = text.ceil_char_boundary(hit.start + 1);
                continue;
            };
            // 衡某（联系人）, and 衡某 联系人 in a line of its own: the name stands before its role.
            let bracketed = text[..hit.start].ends_with('(') && text[hit.end..].starts_with(')');
            let behind = folded.gap(hit.start) >= Gap::Space && folded.gap(hit.end) >= Gap::Line;
            let named = (bracketed || behind)
                .then(|| name_before(folded, hit.start))
                .flatten()
                .filter(|name| bracketed || folded.gap(name.start) >= Gap::Line);
            at = hit.end;
            match named.filter(|name| !found.iter().any(|person| person.name == *name)) {
                Some(name) => found.push(Person { role, name }),
                // Somebody whose name cannot be told from the words before it, as the numbers behind are counted.
                None if bracketed => found.push(Person { role, name: hit.start..hit.start }),
                None => {
                    let before = found.len();
                    at = names(folded, &hit, role, &mut found);
                    // Another column's words stand beside the role, and the name below it.
                    let apart =
                        found.len() == before && (Gap::Border..Gap::Line).contains(&folded.gap(hit.end));
                    let below = if apart { around::name_below(source, folded, &hit) } else { None };
                    found.extend(below.map(|name| Person { role, name }));
                }
            }
            continue;
        }
        let Some(license) = next_license else {
            return if found.is_empty() { addressed(folded) } else { found };
        };
        let name = name_before(folded, license).or_else(|| around::name_above(source, folded, license));
        if let Some(name) = name.filter(|name| !found.iter().any(|person| person.name == *name)) {
            // A contact has no number of his own as a rule; who has one signs.
            let near = found
                .last()
                .filter(|person| person.name.end + 1200 > license && person.role != AnalystRole::Contact);
            let role = behind::role(&text[name.end..license]).or(near.map(|person| person.role));
            let role = role.unwrap_or(AnalystRole::Analyst);
            let row = side_by_side(folded, &name, license);
            let new = row.into_iter().filter(|name| !found.iter().any(|person| person.name == *name));
            let new: Vec<Person> = new.map(|name| Person { role, name }).collect();
            found.extend(new);
            found.push(Person { role, name });
        }
        at = license + LICENSE;
    }
}

/// The people of a head that names neither roles nor licences, each with an address close behind: Latin names whose letters it
/// has, and Chinese ones that nothing else stands beside.
fn addressed(folded: &Folded) -> Vec<Person> {
    let text = folded.text.as_str();
    let mut found: Vec<Person> = Vec::new();
    for (at, _) in text.match_indices('@').take(SIGNING) {
        let local =
            text[..at].bytes().rev().take_while(|byte| !matches!(byte, b' ' | b':' | b',' | b'(' | b'/'));
        let local: Vec<u8> =
            local.filter(u8::is_ascii_alphabetic).map(|letter| letter.to_ascii_lowercase()).collect();
        let local: String = local.into_iter().rev().map(char::from).collect();
        let before = text[..at].char_indices().rev().map(|(at, _)| at).take(REACH);
        let name = before
            .filter(|start| folded.gap(*start) >= Gap::Border)
            .filter_map(|start| name_at(folded, start))
            .find(|name| {
                if !text.as_bytes()[name.start].is_ascii() {
                    return is_own_name(folded, name);
                }
                let mut words = text[name.clone()].split([' ', '-', '.']).filter(|word| word.len() > 1);
                words.all(|word| local.contains(&word.to_ascii_lowercase()))
            });
        if let Some(name) = name.filter(|name| !found.iter().any(|person| person.name == *name)) {
            found.push(Person { role: AnalystRole::Analyst, name });
        }
    }
    found
}

/// Whether the Chinese characters at `name` are a person's: a frequent family name first, and nothing but 博士, CFA and the like
/// behind them in their line or column.
fn is_own_name(folded: &Folded, name: &Range<usize>) -> bool {
    let words = &folded.text[name.clone()];
    let behind = folded.text[name.end..].trim_start_matches([',', ' ', '(']);
    let titled = ["CFA", "CPA", "Ph.D", "PhD", "博士"].iter().any(|title| behind.starts_with(title));
    let known = words.chars().next().is_some_and(|first| FAMILY_NAMES.contains(first));
    known && words.chars().count() <= 3 && (titled || folded.gap(name.end) >= Gap::Border)
}

/// Six of seven people in China have one of these.
const FAMILY_NAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚\
    卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

/// No more people sign a report.
const SIGNING: usize = 16;

/// So many characters before an address its owner's name may begin.
const REACH: usize = 160;

fn role(meaning: u8) -> Option<AnalystRole> {
    let roles = [AnalystRole::Analyst, AnalystRole::Assistant, AnalystRole::Contact];
    roles.into_iter().find(|role| *role as u8 == meaning)
}

fn may_begin(folded: &Folded, at: usize) -> bool {
    let before = folded.text[..at].chars().next_back();
    let ascii = folded.text[at..].starts_with(|first: char| first.is_ascii());
    folded.gap(at) >= Gap::Space
        || before.is_none_or(|before| !before.is_alphanumeric() || (!ascii && before.is_ascii()))
}

/// The names behind the role `hit`, of which there may be several.
fn names(folded: &Folded, hit: &Hit, role: AnalystRole, found: &mut Vec<Person>) -> usize {
    let text = folded.text.as_str();
    let (role_start, mut at) = (hit.start, hit.end);
    let marked = text[at..].starts_with([':', '|', '-'])
        || folded.gap(at) >= Gap::Space
        || text[at..].starts_with("(s)")
        || text[at..].starts_with("s:");
    // 联系人衡某 in a line of its own.
    let begins =
        folded.text[..at].char_indices().rev().take(8).any(|(start, _)| folded.gap(start) >= Gap::Line);
    let lined = |name: &Range<usize>| begins && folded.gap(name.end) >= Gap::Line;
    at = text.len()
        - text[at..]
            .trim_start_matches("(s)")
            .trim_start_matches("s:")
            .trim_start_matches([':', '|', ' ', '-', '"'])
            .len();
    for _ in 0..8 {
        let Some(name) = name_at(folded, at) else { break };
        // In text without white space any word may follow a name: 分析师：衡汐为.
        let unspaced = folded.gap(role_start) == Gap::None
            && folded.text[..role_start].ends_with(|last: char| last >= '\u{4e00}')
            && folded.gap(name.end) == Gap::None;
        if unspaced && !ends_name(&text[name.end..]) {
            break;
        }
        let bound = marked || lined(&name) || license_soon(text, name.end);
        if !bound {
            break;
        }
        at = name.end;
        found.push(Person { role, name });
        let rest = &text[at..];
        let Some(separator) = rest.chars().next().filter(|next| matches!(next, '、' | '/' | ',')) else {
            break;
        };
        at += separator.len_utf8();
    }
    at
}

/// Whether what stands behind a name is none of it: a word for what belongs to people, a letter, a mark or a telephone.
fn ends_name(behind: &str) -> bool {
    let dialled = matches!(
        behind.as_bytes(),
        [b'0', b'1'..=b'9', b'0'..=b'9', ..] | [b'1', b'3'..=b'9', b'0'..=b'9', ..]
    );
    dialled
        || AFTER_NAMES.begin(behind).is_some()
        || behind.starts_with(|first: char| first.is_ascii_alphabetic() || "(/,、;+".contains(first))
}

fn license_soon(text: &str, at: usize) -> bool {
    !licenses(&text[at..text.floor_char_boundary(at + 60)]).is_empty()
}

/// The name that begins at `at`: two to four Chinese characters, or Latin words with capitals.
fn name_at(folded: &Folded, at: usize) -> Option<Range<usize>> {
    let text = &folded.text;
    let first = text[at..].chars().next()?;
    if first.is_ascii_uppercase() {
        return latin_name(folded, at);
    }
    let mut end = at;
    let mut count = 0;
    for character in text[at..].chars() {
        let inner_gap = folded.gap(end);
        let stops = !matches!(character, '\u{4e00}'..='\u{9fff}' | '·')
            || (count >= 2 && inner_gap >= Gap::Space)
            || (count == 1 && inner_gap >= Gap::Line)
            || (count >= 2 && AFTER_NAMES.at(text, end).is_some());
        if stops || count == 5 {
            break;
        }
        end += character.len_utf8();
        count += 1;
    }
    let name = &text[at..end];
    let is_name = (2..=4).contains(&count) && !NO_NAMES.stand_in(name) && AFTER_NAMES.begin(name).is_none();
    is_name.then_some(at..end)
}

fn latin_name(folded: &Folded, at: usize) -> Option<Range<usize>> {
    let text = &folded.text;
    let mut end = at;
    let mut words = 0;
    for word in text[at..].split_inclusive([' ', '-']).take(4) {
        let bare = word.trim_end_matches(|character: char| !character.is_ascii_alphabetic());
        let letters = word.bytes().take_while(|byte| byte.is_ascii_alphabetic() || *byte == b'.').count();
        let inside = at + (word.as_ptr() as usize - text[at..].as_ptr() as usize);
        if letters == 0
            || !word.starts_with(|first: char| first.is_ascii_uppercase())
            || (words > 0 && folded.gap(inside) >= Gap::Border)
        {
            break;
        }
        if ["Tel", "Email", "Phone", "CFA", "PhD", "SAC", "SFC", "CE", "AC", "Analyst"].contains(&bare) {
            break;
        }
        end = inside + letters;
        words += 1;
        if letters < word.trim_end_matches([' ', '-']).len() {
            break;
        }
    }
    let name = text[at..end].trim_end_matches('.');
    (words >= 2 && name.len() <= 40).then_some(at..at + name.len())
}

/// The names in the line of `last` before it, where as many licences follow: 衡某 汐某 潮某 above S…1 S…2 S…3.
fn side_by_side(folded: &Folded, last: &Range<usize>, license: usize) -> Vec<Range<usize>> {
    let mut names: Vec<Range<usize>> = Vec::new();
    let mut start = last.start;
    while (Gap::Space..Gap::Line).contains(&folded.gap(start)) {
        let word = folded.text[..start].char_indices().rev().take(5).map(|(at, _)| at);
        let Some(begin) = word.into_iter().find(|at| folded.gap(*at) >= Gap::Space) else { break };
        let Some(name) = name_at(folded, begin).filter(|name| name.end == start) else { break };
        start = name.start;
        names.insert(0, name);
    }
    let licenses = licenses(&folded.text[license..folded.text.floor_char_boundary(license + 240)]);
    if !names.is_empty() && licenses.len() == names.len() + 1 { names } else { Vec::new() }
}

/// The name that stands before a licence number, across the words for it.
fn name_before(folded: &Folded, license: usize) -> Option<Range<usize>> {
    let end = behind::name_end(folded, license);
    let start = folded.text[..end]
        .char_indices()
        .rev()
        .take_while(|(_, character)| matches!(character, '\u{4e00}'..='\u{9fff}'))
        .take(5)
        .map(|(at, _)| at)
        .last()?;
    // The name begins behind white space or a mark; behind a comma only right before the number, for the last words of
    // another column's sentence may stand before the label.
    let beside = folded.text[end..license].chars().all(|between| !between.is_alphanumeric());
    let begin = (start..end).rev().filter(|at| folded.text.is_char_boundary(*at)).find(|at| {
        let before = folded.text[..*at].chars().next_back();
        folded.gap(*at) >= Gap::Space && folded.text[*at..end].chars().count() >= 2
            || before
                .is_none_or(|before| matches!(before, ':' | ')' | '、' | '/') || (beside && before == ','))
    })?;
    let name = name_at(folded, begin)?;
    (name.end == end).then_some(name)
}

//! Single characters, tags, entities and escapes, as [`Folded`](super::Folded) takes them.

use super::Gap;
use crate::text::words::{Words, words};

/// The character that `character` is compared as; `None` for one that shows nothing.
pub fn folded_character(character: char) -> Option<char> {
    Some(match character {
        '\u{ff0d}' | '\u{2212}' | '\u{2010}'..='\u{2013}' | '\u{fe63}' => '-',
        '\u{2014}' | '\u{2015}' | '\u{2500}' => '—',
        '\u{301c}' | '\u{223c}' | '\u{ff5e}' | '\u{2053}' => '~',
        '\u{ff01}'..='\u{ff5d}' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' | '\'' | '《' | '》' => '"',
        '【' | '〔' => '[',
        '】' | '〕' => ']',
        '≧' | '⩾' => '≥',
        '≦' | '⩽' => '≤',
        '﹪' => '%',
        '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' | '\u{0}'..='\u{8}' | '\u{e}'..='\u{1f}' => {
            return None;
        }
        _ if character >= '\u{4e00}' => simplified(character),
        _ => character,
    })
}

/// Whether `character` is a bullet or a mark of Markdown and no word's part.
pub fn is_mark(character: char) -> bool {
    matches!(
        character,
        '*' | '`'
            | '$'
            | '{'
            | '}'
            | '#'
            | '•'
            | '●'
            | '○'
            | '■'
            | '□'
            | '◆'
            | '◇'
            | '▪'
            | '▫'
            | '⚫'
            | '➢'
            | '➤'
            | '❑'
            | '❖'
            | '►'
            | '▶'
            | '◼'
            | '\u{e000}'..='\u{f8ff}'
    )
}

/// Whether the Chinese character of these bytes is compared as it is printed, as nearly all are.
#[inline]
pub fn is_plain_hanzi(character: [u8; 3]) -> bool {
    !may_be_traditional(character[1], character[2]) || simplified_bytes(character) == character
}

/// What a character begins with that is compared as it is printed: its bytes, 1 for a plain one of ASCII and 3 for a
/// Chinese one (U+4000 to U+9FFF), 0 for anything else. No plain ones are white space and controls, marks of Markdown, tags,
/// entities, escapes, borders and the quote.
pub static PLAIN: [u8; 256] = {
    let mut plain = [0; 256];
    let mut byte = b' ' + 1;
    while byte < 0x80 {
        plain[byte as usize] = 1;
        byte += 1;
    }
    let marks = b"*`$#<&\\[|'{}";
    let mut index = 0;
    while index < marks.len() {
        plain[marks[index] as usize] = 0;
        index += 1;
    }
    let mut byte = 0xe4;
    while byte <= 0xe9 {
        plain[byte] = 3;
        byte += 1;
    }
    plain
};

/// The length of the HTML tag that `rest` begins with and the gap it makes.
pub fn tag(rest: &str) -> Option<(usize, Gap)> {
    let bytes = rest.as_bytes();
    let name_start = if bytes.get(1) == Some(&b'/') { 2 } else { 1 };
    match bytes[name_start..] {
        // Nearly all tags of a table.
        [b't', b'd' | b'h', b'>', ..] => return Some((name_start + 3, Gap::Border)),
        [b't', b'r', b'>', ..] => return Some((name_start + 3, Gap::Line)),
        [first, ..] if first.is_ascii_alphabetic() => {}
        _ => return None,
    }
    let end = bytes.iter().take(400).position(|byte| *byte == b'>')?;
    let name_end = bytes[name_start..].iter().position(|byte| !byte.is_ascii_alphanumeric())? + name_start;
    let name = TAGS.at(rest, name_start).filter(|name| name.end == name_end);
    let gap = match name.map(|name| name.meaning) {
        Some(LINE) => Gap::Line,
        Some(BORDER) => Gap::Border,
        Some(SPACE) => Gap::Space,
        _ => Gap::None,
    };
    Some((end + 1, gap))
}

const LINE: u8 = 1;
const BORDER: u8 = 2;
const SPACE: u8 = 3;
/// The tags that separate what stands around them.
static TAGS: &Words = words![any case:
    LINE => ["tr", "p", "div", "table", "li", "ul", "h1", "h2", "h3", "h4"],
    BORDER => ["td", "th"],
    SPACE => ["br"],
];

/// The character that the HTML entity at the beginning of `rest` means, and its length.
pub fn entity(rest: &str) -> Option<(char, usize)> {
    [
        ("&lt;", '<'),
        ("&gt;", '>'),
        ("&le;", '≤'),
        ("&ge;", '≥'),
        ("&amp;", '&'),
        ("&nbsp;", ' '),
        ("&#160;", ' '),
        ("&plusmn;", '±'),
        ("&quot;", '"'),
        ("&#37;", '%'),
    ]
    .into_iter()
    .find(|(name, _)| rest.starts_with(name))
    .map(|(name, meant)| (meant, name.len()))
}

/// The commands of formulas by the characters that they print.
static COMMANDS: &Words = words![
    0 => ["sim", "thicksim", "thickapprox"],
    1 => ["pm"],
    2 => ["geq", "geqslant", "ge", "geqq"],
    3 => ["leq", "leqslant", "le", "leqq"],
    4 => ["gt"],
    5 => ["lt"],
];
const MEANT: [char; 6] = ['~', '±', '≥', '≤', '>', '<'];

/// What the escape or formula command at the beginning of `rest` means, and its length; a backslash before a mark
/// means the mark.
pub fn command(rest: &str) -> Option<(Option<char>, usize)> {
    let escaped = rest.as_bytes().get(1)?;
    if escaped.is_ascii_alphabetic() {
        let letters = rest.bytes().skip(1).take_while(u8::is_ascii_alphabetic).count();
        // Commands of fonts and spaces print nothing.
        let meant = COMMANDS.begin(&rest[1..]).filter(|command| command.end == letters);
        return Some((meant.map(|command| MEANT[usize::from(command.meaning)]), 1 + letters));
    }
    match escaped {
        b'~' | b'%' | b'-' | b'+' | b'<' | b'>' | b'(' | b')' | b'.' => Some((Some(*escaped as char), 2)),
        b'$' | b'*' | b'_' | b'#' | b'[' | b']' => Some((None, 2)),
        _ => Some((None, 1)),
    }
}

/// The simplified form of a traditional character that stands in words about ratings and those who give them; any
/// other character itself.
pub fn simplified(character: char) -> char {
    let (word, bit) = place_in_filter(character);
    if FILTER[word] & bit == 0 {
        return character;
    }
    let index = TRADITIONAL.partition_point(|(traditional, _)| *traditional < character);
    match TRADITIONAL.get(index) {
        Some((traditional, simplified)) if *traditional == character => *simplified,
        _ => character,
    }
}

/// What [`simplified`] says of a Chinese character, by its three bytes.
#[inline]
pub fn simplified_bytes(character: [u8; 3]) -> [u8; 3] {
    let [first, second, third] = character;
    if !may_be_traditional(second, third) {
        return character;
    }
    let mut meant = character;
    let printed = u32::from(first & 15) << 12 | u32::from(second & 63) << 6 | u32::from(third & 63);
    let printed = char::from_u32(printed);
    if let Some(simple) = printed.map(simplified).filter(|simple| simple.len_utf8() == 3) {
        simple.encode_utf8(&mut meant);
    }
    meant
}

/// The traditional characters that are folded, by the three bytes of each: the simplified form, then the traditional one.
pub fn traditional_forms() -> impl Iterator<Item = ([u8; 3], [u8; 3])> {
    TRADITIONAL.iter().map(|(traditional, simple)| {
        let (mut from, mut to) = ([0; 3], [0; 3]);
        traditional.encode_utf8(&mut from);
        simple.encode_utf8(&mut to);
        (to, from)
    })
}

/// Whether a traditional character ends with these two bytes.
#[inline]
fn may_be_traditional(second: u8, third: u8) -> bool {
    FILTER[usize::from(second & 63)] >> (third & 63) & 1 != 0
}

/// Where `character` is noted in [`FILTER`]: a word of it and a bit of that.
const fn place_in_filter(character: char) -> (usize, u64) {
    let place = character as usize % 4096;
    (place / 64, 1 << (place % 64))
}

/// The last bits of all traditional characters: nineteen of twenty others are told here, without looking for them.
const FILTER: [u64; 64] = {
    let mut filter = [0; 64];
    let mut index = 0;
    while index < TRADITIONAL.len() {
        let (word, bit) = place_in_filter(TRADITIONAL[index].0);
        filter[word] |= bit;
        index += 1;
    }
    filter
};

/// Sorted by the traditional character.
#[rustfmt::skip]
const TRADITIONAL: [(char, char); 215] = [
    ('並', '并'), ('佈', '布'), ('來', '来'), ('個', '个'), ('們', '们'), ('備', '备'), ('價', '价'),
    ('億', '亿'), ('優', '优'), ('內', '内'), ('則', '则'), ('創', '创'), ('劃', '划'), ('動', '动'),
    ('務', '务'), ('勢', '势'), ('匯', '汇'), ('區', '区'), ('員', '员'), ('單', '单'), ('國', '国'),
    ('圍', '围'), ('團', '团'), ('執', '执'), ('報', '报'), ('場', '场'), ('壓', '压'), ('實', '实'),
    ('審', '审'), ('寬', '宽'), ('對', '对'), ('導', '导'), ('屆', '届'), ('屬', '属'), ('師', '师'),
    ('幣', '币'), ('幹', '干'), ('幾', '几'), ('廣', '广'), ('強', '强'), ('後', '后'), ('從', '从'),
    ('徵', '征'), ('應', '应'), ('懷', '怀'), ('戰', '战'), ('損', '损'), ('擊', '击'), ('擔', '担'),
    ('據', '据'), ('擴', '扩'), ('數', '数'), ('斷', '断'), ('於', '于'), ('時', '时'), ('暫', '暂'),
    ('會', '会'), ('東', '东'), ('條', '条'), ('業', '业'), ('極', '极'), ('榮', '荣'), ('構', '构'),
    ('樂', '乐'), ('標', '标'), ('樣', '样'), ('機', '机'), ('權', '权'), ('歐', '欧'), ('歷', '历'),
    ('沒', '没'), ('淨', '净'), ('減', '减'), ('測', '测'), ('準', '准'), ('滬', '沪'), ('漲', '涨'),
    ('潛', '潜'), ('濟', '济'), ('灣', '湾'), ('為', '为'), ('無', '无'), ('爾', '尔'), ('獲', '获'),
    ('現', '现'), ('環', '环'), ('瓊', '琼'), ('產', '产'), ('異', '异'), ('當', '当'), ('發', '发'),
    ('盤', '盘'), ('碩', '硕'), ('確', '确'), ('碼', '码'), ('種', '种'), ('稱', '称'), ('積', '积'),
    ('穩', '稳'), ('筆', '笔'), ('節', '节'), ('範', '范'), ('簡', '简'), ('約', '约'), ('納', '纳'),
    ('紐', '纽'), ('級', '级'), ('絡', '络'), ('給', '给'), ('綜', '综'), ('維', '维'), ('緊', '紧'),
    ('編', '编'), ('緩', '缓'), ('總', '总'), ('績', '绩'), ('羅', '罗'), ('義', '义'), ('聯', '联'),
    ('聽', '听'), ('臺', '台'), ('與', '与'), ('興', '兴'), ('舊', '旧'), ('華', '华'), ('萬', '万'),
    ('蓋', '盖'), ('藥', '药'), ('處', '处'), ('號', '号'), ('術', '术'), ('補', '补'), ('裝', '装'),
    ('規', '规'), ('覽', '览'), ('觀', '观'), ('訂', '订'), ('計', '计'), ('証', '证'), ('評', '评'),
    ('話', '话'), ('該', '该'), ('詳', '详'), ('認', '认'), ('誤', '误'), ('說', '说'), ('調', '调'),
    ('請', '请'), ('謹', '谨'), ('證', '证'), ('變', '变'), ('讓', '让'), ('負', '负'), ('財', '财'),
    ('貨', '货'), ('買', '买'), ('資', '资'), ('賣', '卖'), ('賴', '赖'), ('賺', '赚'), ('購', '购'),
    ('贏', '赢'), ('較', '较'), ('輕', '轻'), ('輸', '输'), ('轉', '转'), ('這', '这'), ('週', '周'),
    ('進', '进'), ('運', '运'), ('過', '过'), ('達', '达'), ('遜', '逊'), ('遠', '远'), ('還', '还'),
    ('邊', '边'), ('鄭', '郑'), ('醫', '医'), ('銀', '银'), ('銷', '销'), ('錢', '钱'), ('鐵', '铁'),
    ('長', '长'), ('開', '开'), ('間', '间'), ('閱', '阅'), ('關', '关'), ('陳', '陈'), ('陸', '陆'),
    ('際', '际'), ('隨', '随'), ('險', '险'), ('雖', '虽'), ('雙', '双'), ('離', '离'), ('電', '电'),
    ('靜', '静'), ('韓', '韩'), ('頁', '页'), ('預', '预'), ('領', '领'), ('題', '题'), ('額', '额'),
    ('類', '类'), ('顧', '顾'), ('風', '风'), ('飲', '饮'), ('馬', '马'), ('驗', '验'), ('體', '体'),
    ('鬆', '松'), ('黃', '黄'), ('點', '点'), ('齊', '齐'), ('龍', '龙'),
];

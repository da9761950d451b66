//! The industry that a report is on, where its head says so.

use super::pieces::Piece;
use crate::{
    model::fact::Fact,
    text::words::{Words, words},
};

/// Industries as exchanges and index houses name them, and what reports shorten them to.
static INDUSTRIES: &Words = words![
    "计算机",
    "电子",
    "通信",
    "传媒",
    "半导体",
    "机械设备",
    "机械",
    "电力设备",
    "电力设备与新能源",
    "电力设备及新能源",
    "电新",
    "新能源",
    "医药生物",
    "医药",
    "生物医药",
    "医疗器械",
    "食品饮料",
    "白酒",
    "家用电器",
    "家电",
    "轻工制造",
    "纺织服饰",
    "纺织服装",
    "商贸零售",
    "商业贸易",
    "零售",
    "社会服务",
    "农林牧渔",
    "农业",
    "汽车",
    "乘用车",
    "汽车零部件",
    "房地产",
    "地产",
    "建筑材料",
    "建材",
    "建筑装饰",
    "建筑",
    "钢铁",
    "有色金属",
    "有色",
    "煤炭",
    "石油石化",
    "石化",
    "石油天然气",
    "基础化工",
    "化工",
    "公用事业",
    "电力",
    "环保",
    "交通运输",
    "物流",
    "航空",
    "航运",
    "国防军工",
    "军工",
    "银行",
    "非银金融",
    "非银行金融",
    "证券",
    "保险",
    "多元金融",
    "美容护理",
    "综合",
    "互联网",
    "人工智能",
    "软件",
    "消费电子",
    "光伏",
    "储能",
    "风电",
    "锂电",
    "机器人",
    "仪器仪表",
    "旅游",
    "教育",
    "海外科技",
    "新材料",
    "电子元器件",
    "电子化学品",
    "信息技术",
    "信息服务",
    "餐饮旅游",
    "资讯科技业",
    "电气设备",
    "工程机械",
    "可选消费",
    "必选消费",
    "宠物",
    "医疗服务",
    "创新药",
    "元件",
];

/// The industry of the head.
#[must_use]
pub fn industry(text: &str, pieces: &[Piece]) -> Option<Fact<String>> {
    let heads = || pieces.iter().take(80).filter(|piece| !piece.related);
    labelled(text, pieces)
        .or_else(|| heads().take(12).find_map(|piece| whole(text, piece)))
        .or_else(|| heads().take(30).find_map(|piece| in_rubric(text, piece)))
}

/// 行业： 计算机.
fn labelled(text: &str, pieces: &[Piece]) -> Option<Fact<String>> {
    pieces.iter().take(120).filter(|piece| !piece.related).enumerate().find_map(|(index, piece)| {
        static LABELS: &Words = words!["所属行业", "行业名称", "行业", "Sector", "Industry"];
        let name = piece.words[LABELS.begin(piece.words)?.end..].strip_prefix(':')?;
        let short = |name: &str| (2..=30).contains(&name.chars().count()) && !name.contains(['。', ',', '%']);
        if short(name) {
            return Some(Fact::new(piece.printed(text, name), piece.place(name)));
        }
        let next = pieces
            .get(index + 1)
            .filter(|next| name.is_empty() && short(next.words) && next.line <= piece.line + 2)?;
        Some(Fact::new(next.printed(text, next.words), next.span))
    })
}

/// A piece that is an industry's name.
fn whole(text: &str, piece: &Piece) -> Option<Fact<String>> {
    let words = piece.words.trim_end_matches("行业");
    // 证 券 over 研 究: the rubric, set apart.
    if words == "证券" && piece.span.range().len() > words.len() {
        return None;
    }
    // 维持跑赢行业 is a rating.
    if words.ends_with(['赢', '输', '于']) {
        return None;
    }
    let known = INDUSTRIES.whole(words).is_some()
        || (piece.words.ends_with("行业")
            && (2..=8).contains(&words.chars().count())
            && !words.contains(['和', '与', '的']));
    (known && !words.is_empty()).then(|| Fact::new(piece.printed(text, words), piece.place(words)))
}

/// What parts the words of a rubric.
const BORDERS: [char; 8] = ['|', '-', '(', ')', '"', '—', '/', '·'];

/// 计算机行业周报, — 食品饮料行业点评报告, 计算机周报.
fn in_rubric(text: &str, piece: &Piece) -> Option<Fact<String>> {
    let words = piece.words.trim_start_matches(['—', '-', '"']);
    if words.chars().count() > 40 || words.contains([',', '。', ':']) {
        return None;
    }
    let before = |mark: &str| {
        let at = words.find(mark)?;
        let name = words[..at].rsplit(BORDERS).next()?;
        Some(name).filter(|name| (2..=10).contains(&name.chars().count()) && !name.contains(['的', '本']))
    };
    static RUBRICS: &Words = words![
        "周报", "月报", "日报", "点评", "报告", "专题", "研究", "跟踪", "动态", "策略", "深度", "快报",
        "简报", "快评",
    ];
    let of_industry = before("行业").filter(|_| RUBRICS.stand_in(words));
    // 证券研究报告·行业点评报告·医药生物
    let of_part = || {
        let named = |part: &&str| INDUSTRIES.whole(part).is_some();
        words
            .split(BORDERS)
            .next_back()
            .filter(named)
            .filter(|part| part.len() < words.len() && RUBRICS.stand_in(words))
    };
    let of_rubric = || {
        let name = &words[..RUBRICS.end(words)?.start];
        INDUSTRIES.whole(name).is_some().then_some(name)
    };
    let name = of_industry.or_else(of_rubric).or_else(of_part)?;
    Some(Fact::new(piece.printed(text, name), piece.place(name)))
}

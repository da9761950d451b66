//! A collection of invented reports as people keep them: any number of them, all different, in the forms in which reports
//! come. The same number is the same text on every machine, so that what is measured of it can be compared.

use std::fmt::Write as _;

const HOUSES: [&str; 12] = [
    "澄江证券",
    "南麓证券",
    "海屿证券",
    "北栈证券",
    "青岚证券",
    "云汀证券",
    "禾川证券",
    "临渡证券",
    "松陵证券",
    "望溪证券",
    "长汀证券",
    "石门证券",
];
const INDUSTRIES: [&str; 8] =
    ["机械设备", "电子", "医药生物", "电力设备", "计算机", "食品饮料", "基础化工", "有色金属"];
const FIRST: [&str; 12] = ["衡", "澜", "启", "瑞", "鼎", "泰", "恒", "锐", "卓", "明", "宏", "远"];
const SECOND: [&str; 10] = ["汐", "川", "岳", "石", "宁", "航", "微", "晟", "图", "林"];
const LAST: [&str; 8] = ["传动", "科技", "材料", "股份", "医疗", "电气", "软件", "化学"];
const ANALYSTS: [&str; 8] = ["甄若谷", "闻一苇", "乔望舒", "简明川", "钟离清", "宿白川", "卫知秋", "苗青野"];
const RATINGS: [&str; 4] = ["买入", "增持", "中性", "减持"];
const SENTENCES: [&str; 12] = [
    "本周板块整体上行，成交额较上周放大，资金向具备订单能见度的环节集中。",
    "我们认为行业景气度仍处于爬坡阶段，供给端扩产节奏明显慢于需求增长。",
    "从渠道反馈看，经销商库存已降至两年低位，补库需求有望在下一季度体现。",
    "海外收入占比继续提升，汇率波动对利润率的影响可控。",
    "公司新产品验证顺利，预计年内小批量出货，对应单机价值量提升约三成。",
    "原材料价格回落带动毛利率修复，费用率保持平稳。",
    "政策层面对设备更新的支持细则陆续落地，地方配套资金到位情况好于预期。",
    "估值角度看，板块市盈率处于近五年三成分位，具备安全边际。",
    "龙头企业资本开支计划未见下调，中游设备环节订单确认节奏有保障。",
    "我们下调了本年度的出货假设，同时上调了单价假设，盈利预测基本不变。",
    "需要跟踪的是下游招标进度，若延后则收入确认将集中在四季度。",
    "管理层在交流中重申全年目标，并表示现金流将优先用于研发投入。",
];

/// How tables are printed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Tabs,
    Pipes,
    Html,
    Aligned,
    Single,
}

const FORMS: [Form; 5] = [Form::Tabs, Form::Pipes, Form::Html, Form::Aligned, Form::Single];

/// Numbers that look like chance, the same at every run.
struct Chance(u64);

impl Chance {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % below
    }

    fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.next(list.len())]
    }
}

/// The file name of the report of that number.
#[must_use]
pub fn name(number: usize) -> String {
    let form = FORMS[number % FORMS.len()];
    format!("report-{number:05}.{}", if matches!(form, Form::Pipes | Form::Html) { "md" } else { "txt" })
}

/// The text of the report of that number: 4 to 19 kB, half of it tables; a line `编号 No.00123` tells it from all others.
#[must_use]
pub fn report(number: usize) -> String {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15 ^ (number as u64 + 1).wrapping_mul(0xd134_2543_de82_ef95));
    let form = FORMS[number % FORMS.len()];
    let is_company = number.is_multiple_of(3);
    let (house, industry) = (chance.of(&HOUSES), chance.of(&INDUSTRIES));
    let mut text = String::with_capacity(20_000);
    head(&mut text, &mut chance, house, industry, is_company);
    let _ = writeln!(text, "编号 No.{number:05}\n");
    for section in ["一、核心观点", "二、行情回顾", "三、盈利预测与估值", "四、行业动态"]
    {
        let _ = writeln!(text, "{section}\n");
        for _ in 0..1 + chance.next(4) {
            prose(&mut text, &mut chance);
        }
        let rows = 4 + chance.next(28);
        table(&mut text, &mut chance, form, rows);
    }
    let _ = writeln!(text, "五、风险提示\n\n原材料价格大幅波动；下游需求不及预期；行业竞争加剧。\n");
    scale(&mut text, form, chance.next(3));
    text
}

fn security(chance: &mut Chance) -> (String, String) {
    let name = [chance.of(&FIRST), chance.of(&SECOND), chance.of(&LAST)].concat();
    let (code, exchange) = if chance.next(2) == 0 {
        (600_000 + chance.next(3_900), "SH")
    } else {
        (300_000 + chance.next(1_200), "SZ")
    };
    (format!("{code}.{exchange}"), name)
}

fn head(text: &mut String, chance: &mut Chance, house: &str, industry: &str, is_company: bool) {
    let (year, month, day) = (2024 + chance.next(3), 1 + chance.next(12), 1 + chance.next(28));
    let analyst = chance.of(&ANALYSTS);
    if is_company {
        let (code, name) = security(chance);
        let rating = chance.of(&RATINGS);
        let _ = writeln!(
            text,
            "{house}\n公司研究 | {industry}\n\n{name}（{code}）：订单饱满，盈利能力持续修复\n"
        );
        let _ = writeln!(text, "投资评级：{rating}（维持）");
    } else {
        let _ =
            writeln!(text, "{house}\n行业周报 | {industry}\n\n{industry}行业周报：景气延续，关注订单兑现\n");
    }
    let license = 1_000_000 + chance.next(8_000_000);
    let _ = writeln!(
        text,
        "报告日期：{year}年{month}月{day}日\n分析师：{analyst}  执业证书编号：S{:04}52{license:07}",
        1_000 + chance.next(900)
    );
}

fn prose(text: &mut String, chance: &mut Chance) {
    for _ in 0..3 + chance.next(5) {
        text.push_str(chance.of(&SENTENCES));
    }
    let (code, name) = security(chance);
    let _ = writeln!(text, "建议关注{name}（{code}），本周涨跌幅为{}。\n", percent(chance));
}

fn percent(chance: &mut Chance) -> String {
    let figure = chance.next(2_000) as f64 / 100.0 - 10.0;
    format!("{figure:.2}%")
}

const HEADERS: [&str; 7] = ["代码", "名称", "收盘价", "涨跌幅", "EPS", "PE", "评级"];

fn cells(chance: &mut Chance) -> [String; 7] {
    let (code, name) = security(chance);
    let price = 3.0 + chance.next(20_000) as f64 / 100.0;
    let earnings = 0.05 + chance.next(600) as f64 / 100.0;
    [
        code,
        name,
        format!("{price:.2}"),
        percent(chance),
        format!("{earnings:.2}"),
        format!("{:.1}", price / earnings),
        chance.of(&RATINGS).to_owned(),
    ]
}

fn table(text: &mut String, chance: &mut Chance, form: Form, rows: usize) {
    let _ = writeln!(text, "表{}：重点公司估值\n", 1 + chance.next(9));
    let header = HEADERS.map(str::to_owned);
    if form == Form::Html {
        text.push_str("<table>\n");
    }
    row(text, form, &header);
    if form == Form::Pipes {
        text.push_str("| --- | --- | ---: | ---: | ---: | ---: | --- |\n");
    }
    for _ in 0..rows {
        row(text, form, &cells(chance));
    }
    text.push_str(if form == Form::Html { "</table>\n\n" } else { "\n" });
}

fn row(text: &mut String, form: Form, cells: &[String; 7]) {
    match form {
        Form::Tabs => text.push_str(&cells.join("\t")),
        Form::Pipes => {
            let _ = write!(text, "| {} |", cells.join(" | "));
        }
        Form::Html => {
            let _ = write!(text, "<tr><td>{}</td></tr>", cells.join("</td><td>"));
        }
        Form::Aligned => {
            for cell in cells {
                let width: usize = cell.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
                text.push_str(cell);
                text.push_str(&" ".repeat(14_usize.saturating_sub(width)));
            }
        }
        Form::Single => text.push_str(&cells.join("\n")),
    }
    text.push('\n');
}

/// What the ratings mean, as a table or in a sentence.
fn scale(text: &mut String, form: Form, variant: usize) {
    let bounds = [15, 20, 25][variant];
    let _ = writeln!(text, "投资评级说明\n");
    if form == Form::Tabs {
        let _ = writeln!(
            text,
            "评级\t说明\n买入\t未来6个月内相对沪深300指数涨幅{bounds}%以上\n增持\t未来6个月内相对沪深300指数涨幅5%～{bounds}%\n\
             中性\t未来6个月内相对沪深300指数涨幅-5%～5%\n减持\t未来6个月内相对沪深300指数跌幅5%以上"
        );
    } else {
        let _ = writeln!(
            text,
            "买入：未来6个月内公司股价相对沪深300指数涨幅在{bounds}%以上；增持：涨幅介于5%与{bounds}%之间；\
             中性：涨幅介于-5%与5%之间；减持：跌幅在5%以上。"
        );
    }
}

//! A long table of invented securities, in the shape of the tables of reports: fifteen columns with tabs between them,
//! 110 bytes a row, the same for every run.

use std::fmt::Write as _;

const HEADER: &str = "代码\t名称\t板块\t评级\t收盘价\t总市值（亿元）\t本周涨跌幅\t本月涨跌幅\t本年涨跌幅\t2025E EPS\t2026E EPS\t\
                      2025E PE\t2026E PE\tROE\t目标价\n";

/// Characters of invented names: the first two of a name, and its last two.
const FIRST: &str = "澄衡岚沐栖砺泓棠朔云北南东西青白金玉石江河海湖山川林森松竹梅兰菊荷莲星月日光辉明亮华夏春秋冬风雪雨雷\
                     电火水木土天地人和平安康宁泰盛昌隆兴旺发达富贵荣重庆长行乐";
const LAST: &str = "传动股份精工机电感子智能科技材料源生物医药通信半导体光学软件网络控集团实业力重航空";
const SECTORS: [&str; 8] = ["减速器", "丝杠", "电机", "传感器", "整机", "控制器", "轴承", "材料"];
const RATINGS: [&str; 6] = ["买入", "增持", "中性", "减持", "推荐", "未评级"];

/// A row of pseudo-random numbers (xorshift).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[(self.next() % list.len() as u64) as usize]
    }

    /// A number of two decimals from `low` on and below `high`.
    fn between(&mut self, low: i64, high: i64) -> f64 {
        (low * 100 + (self.next() % ((high - low) * 100) as u64) as i64) as f64 / 100.0
    }
}

/// The code in row `row`, counted from 0.
#[must_use]
pub fn code(row: usize) -> String {
    let (first, exchange) = if row.is_multiple_of(2) { (0, "SZ") } else { (600_000, "SH") };
    format!("{:06}.{exchange}", first + row % 400_000)
}

/// The table with so many rows.
#[must_use]
pub fn table(rows: usize) -> String {
    let (first, last): (Vec<char>, Vec<char>) = (FIRST.chars().collect(), LAST.chars().collect());
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    let mut text = String::with_capacity(rows * 112 + 256);
    text.push_str(HEADER);
    for row in 0..rows {
        text.push_str(&code(row));
        text.push('\t');
        for list in [&first, &first, &last, &last] {
            text.push(*numbers.pick(list));
        }
        let words = (*numbers.pick(&SECTORS), *numbers.pick(&RATINGS));
        let price = numbers.between(2, 300);
        let value = with_separators(numbers.between(10, 9_000));
        // Writing into a text never fails.
        let _ = write!(text, "\t{}\t{}\t{price:.2}\t{value}", words.0, words.1);
        for (low, high) in [(-10, 10), (-30, 30), (-60, 160)] {
            let _ = write!(text, "\t{:.2}%", numbers.between(low, high));
        }
        match row % 37 {
            0 => text.push_str("\t-\t"),
            _ => {
                let _ = write!(text, "\t{:.2}\t{:.2}", numbers.between(-1, 9), numbers.between(-1, 12));
            }
        }
        let _ = writeln!(
            text,
            "\t{:.2}\t{:.2}\t{:.2}%\t{:.2}",
            numbers.between(5, 120),
            numbers.between(5, 90),
            numbers.between(-5, 35),
            numbers.between(2, 400)
        );
    }
    text
}

/// A number with one decimal and commas before each three digits.
fn with_separators(number: f64) -> String {
    let text = format!("{number:.1}");
    match text.len() {
        6.. => format!("{},{}", &text[..text.len() - 5], &text[text.len() - 5..]),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::{code, table};

    #[test]
    fn a_row_a_line_of_fifteen_cells() {
        let text = table(100);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 101);
        assert!(lines.iter().all(|line| line.split('\t').count() == 15), "{}", lines[1]);
        assert!(lines[38].starts_with(&code(37)));
        assert!((100..120).contains(&(text.len() / 100)), "{}", text.len());
    }
}

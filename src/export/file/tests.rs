//! Every file is read back and compared with the table.

use std::{io::Cursor, rc::Rc};

use calamine::{Data, Reader as _, Xlsx};
use proptest::{collection::vec, prop_assert_eq, proptest};

use super::{Format, Writing};
use crate::{
    export::{
        origin::Origin,
        sheet::{
            Content, Sheet, content,
            sample::{self, Sample},
        },
    },
    model::{sample as tables, table::ColumnKind},
    view::{document, grid::projection::Projection, settings::Language, workbench::words},
};

fn written(sample: &Sample, order: &[u32], format: Format) -> Vec<u8> {
    let projection = Projection::printed(&sample.table, Rc::new(order.to_vec()));
    let sheet = Sheet::printed(&sample.table, &sample.origin, &projection);
    let mut writing = Writing::begin(&sheet, format, words::of(Language::Chinese));
    while !writing.write_on(&sheet, 2) {}
    writing.finish(&sheet).unwrap()
}

fn printed(sample: &Sample, row: usize) -> Vec<String> {
    (0..sample.table.columns.len()).map(|column| sample.table.cell(row, column).text.into_owned()).collect()
}

fn csv_rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn csv_reads_back() {
    let sample = sample::sample();
    let file = written(&sample, &[2, 0, 1, 3], Format::Csv { has_mark: true, is_guarded: false });
    assert!(file.starts_with(&[0xef, 0xbb, 0xbf]));
    let rows = csv_rows(&file);
    assert_eq!(rows[0], ["代码", "名称", "涨跌幅", "市值", "PE 2023E", "注"]);
    assert_eq!(rows[1..], [2, 0, 1, 3].map(|row| printed(&sample, row)));
    let guarded = csv_rows(&written(&sample, &[0], Format::Csv { has_mark: false, is_guarded: true }));
    assert_eq!((guarded[1][2].as_str(), guarded[1][5].as_str()), ("-5.17%", "'=SUM(A1)"));
}

#[test]
fn a_workbook_reads_back_typed() {
    let sample = sample::sample();
    let file = written(&sample, &[0, 1, 2, 3], Format::Xlsx);
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(file)).unwrap();
    assert_eq!(workbook.sheet_names(), ["表", "评级定义与来源"]);
    let range = workbook.worksheet_range("表").unwrap();
    // Two header rows: PE stands over 2023E.
    let cell = |row: u32, column: u32| range.get_value((row, column)).cloned().unwrap_or(Data::Empty);
    assert_eq!((cell(0, 4), cell(1, 4)), (Data::String("PE".to_owned()), Data::String("2023E".to_owned())));
    for row in 0..4_usize {
        for (column, text) in printed(&sample, row).into_iter().enumerate() {
            let expected = match content(&text, sample.table.columns[column].kind) {
                Content::Number(number, _) => Data::Float(number),
                Content::Text => Data::String(text),
                Content::Blank => Data::Empty,
            };
            assert_eq!(cell(row as u32 + 2, column as u32), expected, "{row} {column}");
        }
    }
    let second = workbook.worksheet_range("评级定义与来源").unwrap();
    let texts: Vec<String> = second.cells().map(|(_, _, data)| data.to_string()).collect();
    for text in ["北辰证券", "2024-01-05", "北辰证券研究所", "买入", "涨幅 15% 以上", "沪深300指数"]
    {
        assert!(texts.iter().any(|found| found == text), "{text} in {texts:?}");
    }
}

#[test]
fn markdown_holds_the_rows() {
    let file = String::from_utf8(written(&sample::sample(), &[0, 1], Format::Markdown)).unwrap();
    let lines: Vec<&str> = file.lines().collect();
    assert_eq!(lines[0], "**图表 1：组合 <一览>**");
    assert_eq!(lines[3], "| --- | --- | ---: | ---: | ---: | --- |");
    assert_eq!(lines[5], "| 0700.HK | 岚桥控股 | (8.61) | 1.5 | - | \"引\"\\|号,与 逗号 |");
    assert_eq!(lines.last(), Some(&"北辰证券研究所 · 北辰证券 · 《周报》 · 2024-01-05"));
}

#[test]
fn codes_stand_a_line_each_as_watch_lists_take_them() {
    let file = String::from_utf8(written(&sample::sample(), &[0, 1, 2, 3], Format::Codes)).unwrap();
    assert_eq!(file, "000977\r\n00700\r\n688901\r\n");
}

#[test]
fn json_is_the_table_of_the_report_document() {
    let sample = sample::sample();
    let file = written(&sample, &[0, 1, 2, 3], Format::Json);
    let found: serde_json::Value = serde_json::from_slice(&file).unwrap();
    let expected = serde_json::to_value(document::table(&sample.table)).unwrap();
    assert_eq!(found, expected);
}

proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(32))]

    /// Whatever stands in the cells, CSV and workbook give it back.
    #[test]
    fn any_cells_read_back(rows in vec(("[^\\t\\n\\r\\p{Cc}§Σ ][^\\t\\n\\r\\p{Cc}]{0,6}", "[-0-9.,%x()亿=+@]{0,7}"), 1..6)) {
        let text: String = rows.iter().map(|(one, other)| format!("{one}\t{other}\n")).collect();
        let kinds = [ColumnKind::Text, ColumnKind::Change];
        let sample = Sample { table: tables::table(&kinds, &format!("甲\t乙\n{text}")), origin: Origin::default() };
        let order: Vec<u32> = (0..sample.table.row_count() as u32).collect();
        let csv = csv_rows(&written(&sample, &order, Format::Csv { has_mark: true, is_guarded: false }));
        let file = written(&sample, &order, Format::Xlsx);
        let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(file)).unwrap();
        let range = workbook.worksheet_range("表").unwrap();
        for row in 0..sample.table.row_count() {
            let texts = printed(&sample, row);
            prop_assert_eq!(&csv[row + 1], &texts);
            for (column, text) in texts.into_iter().enumerate() {
                let found = range.get_value((row as u32 + 1, column as u32)).cloned().unwrap_or(Data::Empty);
                let expected = match content(&text, kinds[column]) {
                    Content::Number(number, _) => Data::Float(number),
                    Content::Text => Data::String(text),
                    Content::Blank => Data::Empty,
                };
                prop_assert_eq!(found, expected);
            }
        }
    }
}

//! What goes to the module and back is the same.

use super::{Answer, KINDS, Parcel, Wrapping, dress_of_bytes, dress_to_bytes};
use crate::{
    insight::sample as reports,
    model::{
        rating_scale::ScaleSubject,
        sample,
        table::{CellPlace, TableBlock},
    },
    view::workbench::{
        dressing::CellDress,
        projection::{Group, Projection, ShownColumn, ShownRow},
    },
};

fn sent(table: &TableBlock) -> Parcel {
    let scale = reports::scale(ScaleSubject::Company, None, "增持:5..15 买入:15..");
    let report = reports::report(Some("北辰证券"), &[&scale]);
    let mut wrapping = Wrapping::begin(&report, table);
    while !wrapping.wrap_on(table, 2) {}
    Parcel::of_bytes(&wrapping.bytes(table))
}

#[test]
fn a_table_arrives_as_it_was_sent() {
    let rows = "\t1\t二".repeat(KINDS.len() / 3);
    let header: String = (0..KINDS.len()).map(|column| format!("上/列{column}[亿元]\t")).collect();
    let mut table = sample::table(&KINDS, &format!("{}\n§a{rows}\n{rows}\nΣb{rows}\n", header.trim_end()));
    table.texts.insert(3, "another text".to_owned());
    table.cells[5] = CellPlace::inherited(table.cells[2].span());
    let parcel = sent(&table);
    assert_eq!(parcel.table.columns.len(), KINDS.len());
    for (sent, arrived) in table.columns.iter().zip(&parcel.table.columns) {
        assert_eq!((&sent.path, sent.kind, &sent.unit), (&arrived.path, arrived.kind, &arrived.unit));
    }
    assert_eq!(parcel.table.row_roles, table.row_roles);
    for row in 0..table.row_count() {
        for column in 0..table.columns.len() {
            let (sent, arrived) = (table.cell(row, column), parcel.table.cell(row, column));
            assert_eq!((sent.text, sent.inherited), (arrived.text, arrived.inherited));
            assert_eq!(sent.span.range(), parcel.place(arrived.span));
        }
    }
    assert_eq!(parcel.origin.broker.as_deref(), Some("北辰证券"));
    let labels: Vec<&str> = parcel.origin.definitions.iter().map(|grade| grade.label.as_str()).collect();
    assert_eq!(labels, ["买入", "增持"], "from best to worst");
}

#[test]
fn a_table_without_rows_arrives() {
    let parcel = sent(&sample::table(&KINDS[..1], "代码\n"));
    assert_eq!((parcel.table.row_count(), parcel.table.columns.len()), (0, 1));
}

#[test]
fn an_answer_arrives_as_it_was_given() {
    let columns = vec![
        ShownColumn { column: 3, width: Some(0), is_pinned: true },
        ShownColumn { column: 0, width: None, is_pinned: false },
    ];
    let group =
        Group { label: "电子".to_owned(), count: 2, is_collapsed: true, cells: vec!["a\nb".to_owned()] };
    let projection = Projection {
        columns,
        notes: vec!["亿".to_owned()],
        groups: vec![group],
        passing: 2,
        total: 7,
        ..Projection::default()
    }
    .with_rows([ShownRow::Group(0), ShownRow::Printed(5)]);
    let chips = vec![("搜索 “a”".to_owned(), "g=1".to_owned())];
    let answer = Answer {
        projection,
        chips,
        searched: "hg".to_owned(),
        is_dressed: true,
        remembered: "h=1".to_owned(),
    };
    assert_eq!(Answer::of_bytes(&answer.bytes()), answer);
    assert_eq!(Answer::of_bytes(&[]), Answer::default());
}

#[test]
fn a_dress_arrives_as_it_was_given() {
    let cells = vec![
        CellDress { text: Some("3亿".to_owned()), class: "bar part-3".to_owned(), hits: vec![0..1, 1..4] },
        CellDress::default(),
    ];
    assert_eq!(dress_of_bytes(&dress_to_bytes(&cells)), cells);
}

//! What is remembered of a table's arrangement for the next table of its shape.

use yew::{hook, use_effect_with, use_mut_ref};

use super::bench::Bench;
use crate::{
    browser::{page, settings},
    model::table::TableBlock,
    text::hash,
    view::{
        state::{Action, Arranged},
        workbench::link::{of_text, text},
    },
};

/// How long a table must stand before who does not see is told how many rows pass, in milliseconds: not at every key.
const PAUSE: u32 = 500;

/// The name under which the arrangement of tables of this shape is kept: a hash of headers and kinds of the columns.
#[must_use]
pub fn shape(table: &TableBlock) -> String {
    let mut shape = String::new();
    for column in &table.columns {
        column.path.iter().for_each(|part| shape.push_str(part));
        shape.push(char::from(b'a' + column.kind as u8));
    }
    hash::key(shape.as_bytes())
}

fn setting(table: &TableBlock) -> String {
    let mut name = shape(table);
    name.insert_str(0, "table.");
    name
}

/// Arranges a table that nothing was chosen for as the last one of its shape was, and remembers each later choice.
#[hook]
pub fn use_memory(bench: &Bench) {
    let (at_first, later) = (bench.clone(), bench.clone());
    use_effect_with((), move |()| {
        let Bench { report, index, dispatch, desk, .. } = at_first;
        let kept = settings::get(&setting(&desk.table)).filter(|kept| !kept.is_empty());
        let Some(kept) = kept else { return };
        let (order_by, arrangement) = of_text(&kept, desk.table.columns.len());
        let arranged = Arranged { order_by, choices: arrangement.text().into() };
        dispatch.emit(Action::Remember { report, table: index, arranged });
    });
    let is_first = use_mut_ref(|| true);
    let remembered = text(&bench.order_by, &bench.shown.arrangement.remembered());
    use_effect_with(remembered, move |remembered| {
        if !is_first.replace(false) {
            settings::set(&setting(&later.desk.table), remembered);
        }
    });
}

/// Tells who does not see how many rows pass, once the number stands.
#[hook]
pub fn use_counting(bench: &Bench) {
    let counted = (bench.shown.projection.passing, bench.shown.projection.total);
    let (dispatch, is_first) = (bench.dispatch.clone(), use_mut_ref(|| true));
    use_effect_with(counted, move |(passing, total)| {
        let (passing, total) = (*passing as usize, *total as usize);
        let timer = (!is_first.replace(false))
            .then(|| page::after(PAUSE, move || dispatch.emit(Action::Counted(passing, total))));
        move || drop(timer)
    });
}

#[cfg(test)]
mod tests {
    use super::shape;
    use crate::model::{sample, table::ColumnKind};

    #[test]
    fn headers_and_kinds_make_the_shape_and_rows_do_not() {
        let table = |kind, text: &str| shape(&sample::table(&[kind, ColumnKind::Pe], text));
        let first = table(ColumnKind::SecurityName, "名称\tPE\n衡汐\t3\n");
        assert_eq!(first, table(ColumnKind::SecurityName, "名称\tPE\n澄江\t4\n岚桥\t5\n"));
        assert_ne!(first, table(ColumnKind::Text, "名称\tPE\n衡汐\t3\n"));
        assert_ne!(first, table(ColumnKind::SecurityName, "名称\tPB\n衡汐\t3\n"));
    }
}

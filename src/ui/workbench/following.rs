//! Links to views: making them, and following the one in the page's address.

use yew::{hook, platform::spawn_local, use_effect_with, use_mut_ref};

use super::{bench::Bench, memory::shape};
use crate::{
    browser::page,
    view::{
        state::{Action, Arranged},
        workbench::link::{followed, link},
    },
};

/// The address of the table as it is shown.
#[must_use]
pub fn address(bench: &Bench) -> String {
    let link = link(&shape(bench.table()), &bench.order_by, &bench.shown.arrangement);
    format!("{}#{link}", page::address())
}

/// Arranges the table as the page's address says, where it means this table, now and whenever the address changes. The
/// address is the page's own again then, so that what the reader chooses afterwards stays.
#[hook]
pub fn use_links(bench: &Bench) {
    let latest = use_mut_ref(|| bench.clone());
    latest.replace(bench.clone());
    use_effect_with((), move |()| {
        let follow = move |hash: String| {
            let bench = latest.borrow().clone();
            let table = bench.table();
            let Some((order_by, arrangement)) = followed(&hash, &shape(table), table.columns.len()) else {
                return;
            };
            page::replace_hash("");
            spawn_local(async move {
                bench.desk.prepare().await;
                let arranged = Arranged { order_by, choices: arrangement.text().into() };
                let Bench { report, index, dispatch, .. } = bench;
                dispatch.emit(Action::Follow { report, table: index, arranged });
            });
        };
        follow(page::hash());
        let listener = page::on_hash(follow);
        move || drop(listener)
    });
}

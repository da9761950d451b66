//! Which functions of a program go to the later part, and through which places of the table the first part calls them.

use std::collections::{BTreeMap, BTreeSet};

use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, Module, TableId,
    ir::{Value, Visitor, dfs_in_order},
};

use crate::command::Outcome;

/// How a program is parted.
pub struct Parting {
    /// The functions of the later part.
    pub later: BTreeSet<FunctionId>,
    /// The functions of the first part, imported ones too, that the later part calls.
    pub shared: BTreeSet<FunctionId>,
    /// The functions of the later part that the first calls, and their places in the table.
    pub entries: BTreeMap<FunctionId, u64>,
    /// What stands at each place of the table, in both parts together.
    pub slots: BTreeMap<u64, FunctionId>,
    /// How many places the table has.
    pub places: u64,
}

impl Parting {
    /// Parts `module` by the names of its functions; see the module above for what the lists say.
    pub fn of(module: &Module, table: TableId, later: &[&str], entries: &[&str]) -> Outcome<Self> {
        let calls = calls(module);
        let names: BTreeMap<FunctionId, String> =
            module.funcs.iter().map(|function| (function.id(), plain_name(function))).collect();
        let is_named = |function: &FunctionId, of: &[&str]| {
            names.get(function).is_some_and(|name| of.iter().any(|part| name.contains(part)))
        };
        let mut slots = slots(module, table)?;
        // The first part: what is exported, what stands in the table and is not named, and whatever these call.
        let mut waiting: Vec<FunctionId> = Vec::new();
        waiting.extend(module.start);
        waiting.extend(module.exports.iter().filter_map(|export| match export.item {
            ExportItem::Function(function) => Some(function),
            _ => None,
        }));
        waiting.extend(slots.values().filter(|function| !is_named(function, later)));
        let (mut first, mut found) = (BTreeSet::new(), BTreeSet::new());
        while let Some(function) = waiting.pop() {
            if !first.insert(function) {
                continue;
            }
            for called in calls.get(&function).into_iter().flatten() {
                if is_named(called, entries) {
                    found.insert(*called);
                } else {
                    waiting.push(*called);
                }
            }
        }
        found.retain(|function| !first.contains(function));
        // The later part: what is named and stands in the table, the entries, and what these call and the first does not.
        let mut waiting: Vec<FunctionId> = slots.values().chain(&found).copied().collect();
        let (mut later, mut shared) = (BTreeSet::new(), BTreeSet::new());
        waiting.retain(|function| !first.contains(function));
        while let Some(function) = waiting.pop() {
            if !later.insert(function) {
                continue;
            }
            for called in calls.get(&function).into_iter().flatten() {
                let is_imported = matches!(module.funcs.get(*called).kind, FunctionKind::Import(_));
                if is_imported || first.contains(called) {
                    shared.insert(*called);
                } else {
                    waiting.push(*called);
                }
            }
        }
        let mut places = module.tables.get(table).initial;
        let mut entries = BTreeMap::new();
        for function in found {
            let known = slots.iter().find(|(_, at)| **at == function).map(|(slot, _)| *slot);
            let slot = known.unwrap_or_else(|| {
                places += 1;
                places - 1
            });
            slots.insert(slot, function);
            entries.insert(function, slot);
        }
        Ok(Self { later, shared, entries, slots, places })
    }

    /// Whether `function` goes to the later part.
    pub fn is_later(&self, function: FunctionId) -> bool {
        self.later.contains(&function)
    }
}

/// What each function calls.
fn calls(module: &Module) -> BTreeMap<FunctionId, BTreeSet<FunctionId>> {
    struct Called(BTreeSet<FunctionId>);
    impl<'a> Visitor<'a> for Called {
        fn visit_function_id(&mut self, function: &FunctionId) {
            self.0.insert(*function);
        }
    }
    let of = |function: &walrus::LocalFunction| {
        let mut called = Called(BTreeSet::new());
        dfs_in_order(&mut called, function, function.entry_block());
        called.0
    };
    module.funcs.iter_local().map(|(id, function)| (id, of(function))).collect()
}

/// What stands in the table of functions.
fn slots(module: &Module, table: TableId) -> Outcome<BTreeMap<u64, FunctionId>> {
    let mut slots = BTreeMap::new();
    for element in module.elements.iter() {
        let ElementKind::Active { table: filled, offset: ConstExpr::Value(Value::I32(start)) } =
            &element.kind
        else {
            return Err("the table of functions is filled in a way that is not known".to_owned());
        };
        if *filled != table {
            return Err("a second table of functions".to_owned());
        }
        let ElementItems::Functions(functions) = &element.items else {
            return Err("the table of functions holds more than functions".to_owned());
        };
        slots.extend((*start as u64..).zip(functions.iter().copied()));
    }
    Ok(slots)
}

/// The name of a function without the numbers that tell crates of one name apart: `yanjing[0123456789abcdef]::parse::report`.
pub fn plain_name(function: &walrus::Function) -> String {
    let mut pieces = function.name.as_deref().unwrap_or_default().split('[');
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match piece.split_once(']') {
            Some((number, rest))
                if number.len() >= 15 && number.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
            {
                plain.push_str(rest);
            }
            _ => {
                plain.push('[');
                plain.push_str(piece);
            }
        }
    }
    plain
}

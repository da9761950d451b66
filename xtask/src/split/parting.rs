//! Which functions of a program go to the later part, and through which places of the table the first part calls them.

use std::collections::{BTreeMap, BTreeSet};

use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, Module, TableId,
    ir::{self, Value, Visitor, dfs_in_order},
};

use super::data::ConstantId;
use super::links::{Links, Named, plain_name};
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
    /// The constants that the later part alone names.
    pub later_constants: BTreeSet<ConstantId>,
}

impl Parting {
    /// Parts `module` by the names of its functions; see the module above for what the lists say.
    pub fn of(
        module: &Module,
        table: TableId,
        links: &Links,
        later: &[&str],
        entries: &[&str],
    ) -> Outcome<Self> {
        let said = said(module);
        let names: BTreeMap<FunctionId, String> = module
            .funcs
            .iter()
            .map(|function| (function.id(), plain_name(function.name.as_deref().unwrap_or_default())))
            .collect();
        let is_named = |function: &FunctionId, of: &[&str]| {
            names.get(function).is_some_and(|name| of.iter().any(|part| name.contains(part)))
        };
        let unknown =
            module.funcs.iter_local().filter(|(id, _)| !links.of_functions.contains_key(&names[id]));
        // wasm-bindgen's own go between the program and its imports, and name nothing.
        let unknown = unknown.filter(|(id, _)| !names[id].ends_with(" externref shim")).count();
        if unknown * 50 > names.len() {
            return Err(format!(
                "the linker does not know {unknown} of the program's {} functions",
                names.len()
            ));
        }
        let mut slots = slots(module, table)?;
        let reach = |mut reached: Reached,
                     ends: &dyn Fn(&FunctionId) -> bool,
                     is_late: &dyn Fn(&FunctionId) -> bool| {
            while let Some(next) = reached.waiting.pop() {
                match next {
                    Thing::Function(function) => {
                        if !reached.functions.insert(function) {
                            continue;
                        }
                        let Some(said) = said.get(&function) else { continue };
                        for called in &said.called {
                            if ends(called) {
                                reached.ended.insert(*called);
                            } else {
                                reached.waiting.push(Thing::Function(*called));
                            }
                        }
                        let named = links.of_functions.get(&names[&function]);
                        reached.add(named.unwrap_or(&said.guessed), &slots, links, is_late);
                    }
                    Thing::Constant(constant) => {
                        if !reached.constants.insert(constant) {
                            continue;
                        }
                        reached.add(&links.of_constants[constant], &slots, links, is_late);
                    }
                }
            }
            reached
        };
        let exported = module.exports.iter().filter_map(|export| match export.item {
            ExportItem::Function(function) => Some(function),
            _ => None,
        });
        let start = exported.chain(module.start).map(Thing::Function).collect();
        let first = reach(
            Reached { waiting: start, ..Reached::default() },
            &|function| is_named(function, entries),
            &|function| is_named(function, later),
        );
        let found: BTreeSet<_> = first.ended.difference(&first.functions).copied().collect();
        // The later part: the entries, what the first part knows by an address and leaves out, and what these need.
        let left_out = slots.values().filter(|function| is_named(function, later)).chain(&found);
        let start = left_out.copied().map(Thing::Function).collect();
        let all = reach(Reached { waiting: start, ..Reached::default() }, &|_| false, &|_| false);
        let is_imported =
            |function: &FunctionId| matches!(module.funcs.get(*function).kind, FunctionKind::Import(_));
        let later: BTreeSet<_> = all
            .functions
            .difference(&first.functions)
            .filter(|function| !is_imported(function))
            .copied()
            .collect();
        let called = later.iter().filter_map(|function| said.get(function)).flat_map(|said| &said.called);
        let shared = called.filter(|called| !later.contains(called)).copied().collect();
        let later_constants = all.constants.difference(&first.constants).copied().collect();
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
        // What neither part needs is called by nobody.
        slots.retain(|_, function| later.contains(function) || first.functions.contains(function));
        Ok(Self { later, shared, entries, slots, places, later_constants })
    }

    /// Whether `function` goes to the later part.
    pub fn is_later(&self, function: FunctionId) -> bool {
        self.later.contains(&function)
    }
}

/// A function or a constant.
enum Thing {
    Function(FunctionId),
    Constant(ConstantId),
}

/// What was reached, and what is to be looked at.
#[derive(Default)]
struct Reached {
    functions: BTreeSet<FunctionId>,
    constants: BTreeSet<ConstantId>,
    /// Functions at which the way ended.
    ended: BTreeSet<FunctionId>,
    waiting: Vec<Thing>,
}

impl Reached {
    /// Goes on to what is `named`.
    fn add(
        &mut self,
        named: &Named,
        slots: &BTreeMap<u64, FunctionId>,
        links: &Links,
        is_late: &dyn Fn(&FunctionId) -> bool,
    ) {
        let functions =
            named.slots.iter().filter_map(|slot| slots.get(slot)).filter(|function| !is_late(function));
        self.waiting.extend(functions.map(|function| Thing::Function(*function)));
        let constants = named.addresses.iter().filter_map(|address| links.constant_at(*address));
        self.waiting.extend(constants.map(Thing::Constant));
    }
}

/// What a function says.
#[derive(Default)]
struct Said {
    called: BTreeSet<FunctionId>,
    /// For a function that the linker does not know, which wasm-bindgen made: each number may be an address or a place in
    /// the table of functions.
    guessed: Named,
}

impl Said {
    fn guess(&mut self, number: u32) {
        self.guessed.addresses.insert(number);
        self.guessed.slots.insert(u64::from(number));
    }
}

impl<'a> Visitor<'a> for Said {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.called.insert(*function);
    }

    fn visit_const(&mut self, instruction: &ir::Const) {
        if let Value::I32(value) = instruction.value {
            self.guess(value as u32);
        }
    }

    fn visit_load(&mut self, instruction: &ir::Load) {
        self.guess(instruction.arg.offset as u32);
    }

    fn visit_store(&mut self, instruction: &ir::Store) {
        self.guess(instruction.arg.offset as u32);
    }

    fn visit_load_simd(&mut self, instruction: &ir::LoadSimd) {
        self.guess(instruction.arg.offset as u32);
    }
}

/// What each function says.
fn said(module: &Module) -> BTreeMap<FunctionId, Said> {
    let of = |function: &walrus::LocalFunction| {
        let mut said = Said::default();
        dfs_in_order(&mut said, function, function.entry_block());
        said
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

//! The built program in two parts: what a dropped report needs first, and what the page loads once that is painted. Both
//! are one program with one memory: a function is moved, what it does and how it is called stays.
//!
//! The first part is what is exported, what that calls, and the constants and functions by address that those name; the
//! names of [`ENTRIES`] end its calls, those of [`LATER`] its functions by address (a component, once it is made, is known
//! by addresses alone). All else comes later, its constants too. What the first part calls there goes through the table
//! of functions, whose places the second part fills when it is loaded.

mod data;
mod links;
mod names;
mod parting;

use std::collections::BTreeSet;

use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, GlobalKind, ImportKind,
    ImportedFunction, Module, ModuleConfig, TableId,
    ir::{CallIndirect, Const, Instr, InstrSeq, Value, VisitorMut, dfs_pre_order_mut},
};

use crate::command::Outcome;
use links::Links;
use parting::Parting;

/// Paths of the modules whose functions are loaded later although the first part knows their addresses, as they stand in
/// the names of functions.
const LATER: &[&str] = &[
    "crc32fast::",
    "flate2::",
    "rust_xlsxwriter::",
    "yanjing::export::",
    "yanjing::insight::rating_comparison",
    "yanjing::library::backup::",
    "yanjing::ui::comparison",
    "yanjing::ui::definition::",
    "yanjing::ui::diagnostics::",
    "yanjing::ui::exporting::",
    "yanjing::ui::finding::",
    "yanjing::ui::importing::",
    "yanjing::ui::unseen::",
    "yanjing::ui::library::",
    "yanjing::ui::linking::",
    "yanjing::ui::number_line::",
    "yanjing::ui::paste_box::",
    "yanjing::ui::scale_card::",
    "yanjing::ui::source_pane::",
    "yanjing::ui::style::",
    "yanjing::ui::workbench::bench::",
    "yanjing::ui::workbench::desk::Desk>::",
    "yanjing::ui::workbench::fields::",
    "yanjing::ui::workbench::following::",
    "yanjing::ui::workbench::files::",
    "yanjing::ui::workbench::help::",
    "yanjing::ui::workbench::initials::",
    "yanjing::ui::workbench::memory::",
    "yanjing::ui::workbench::panel::PanelFrame",
    "yanjing::ui::workbench::panels::",
    "yanjing::ui::workbench::tools::",
    "yanjing::ui::workbench::workbook::",
    "yanjing::work::archives::",
    "yanjing::work::backup::",
    "yanjing::work::making::",
    "yanjing::work::serving::answer",
    "<zip::",
    "(zip::",
    "zlib_rs::",
];

/// Functions of the later part, or beginnings of their names, that the first part calls. It must have asked before
/// whether the later part is here.
const ENTRIES: &[&str] = &[
    "yanjing::ui::comparison::Comparison",
    "yanjing::ui::definition::DefinitionPopover",
    "yanjing::ui::diagnostics::diagnostics",
    "yanjing::ui::diagnostics::table_diagnostics",
    "yanjing::ui::exporting::back_up",
    "yanjing::ui::exporting::collect",
    "yanjing::ui::importing::import",
    "yanjing::ui::unseen::Unseen",
    "yanjing::ui::library::Library",
    "yanjing::ui::paste_box::PasteBox",
    "yanjing::ui::scale_card::scale_cards",
    "yanjing::ui::source_pane::SourcePane",
    "<yanjing::ui::table_input::Input>::double_clicked",
    "<yanjing::ui::table_input::Input>::key",
    "<yanjing::ui::table_input::Input>::over",
    "<yanjing::ui::table_input::Input>::pressed",
    "<yanjing::view::catalog::Catalog>::choose",
    "yanjing::ui::workbench::help::Help",
    "<yanjing::ui::workbench::bench::Bench>::choose",
    "<yanjing::ui::workbench::desk::Desk>::arrange",
    "<yanjing::ui::workbench::desk::Desk>::edited",
    "yanjing::ui::workbench::panel::PanelFrame",
    "yanjing::ui::workbench::panels::exports::copy_cells",
    "yanjing::ui::workbench::tools::Tools",
    "yanjing::work::serving::answer",
];

/// Under which name the later part asks for what it shares with the first.
const SHARED: &str = "f";

/// The two parts.
pub struct Parts {
    /// Loaded at the start.
    pub first: Vec<u8>,
    /// Loaded when it is asked for; its one module of imports is `f`, the exports of the first part.
    pub later: Vec<u8>,
    /// The JavaScript side of both, with the names by which it and the parts call each other.
    pub script: String,
}

/// Parts `program`, which has names; `script` is its JavaScript side, `linked` the program as the linker wrote it.
pub fn split(program: &[u8], script: &str, linked: &[u8]) -> Outcome<Parts> {
    let links = Links::of(linked)?;
    data::check(&parsed(program)?, &links)?;
    split_by(program, script, &links, LATER, ENTRIES)
}

fn split_by(program: &[u8], script: &str, links: &Links, later: &[&str], entries: &[&str]) -> Outcome<Parts> {
    let mut first = parsed(program)?;
    let mut second = parsed(program)?;
    let table = first.tables.main_function_table().map_err(|error| error.to_string())?;
    let table = table.ok_or("the program has no table of functions")?;
    let parting = Parting::of(&first, table, links, later, entries)?;
    let runs = data::runs(links, &parting.later_constants);
    let script = names::renamed(script, &names::shorten(&mut first));
    let shared = keep_first(&mut first, table, &parting)?;
    data::keep(&mut first, &runs, false)?;
    data::keep(&mut second, &runs, true)?;
    // The two were read from the same bytes: what stands at a place in one stands there in the other.
    keep_later(&mut second, &shared, &parting)?;
    Ok(Parts { first: first.emit_wasm(), later: second.emit_wasm(), script })
}

fn parsed(program: &[u8]) -> Outcome<Module> {
    let parsed = ModuleConfig::new().generate_producers_section(false).parse(program);
    let mut module = parsed.map_err(|error| format!("{error:#}"))?;
    // What the linker said is true of its own file alone.
    for section in ["linking", "reloc.CODE", "reloc.DATA"] {
        module.customs.remove_raw(section);
    }
    Ok(module)
}

/// Functions of the first part that the second calls, by place, and their names among the exports.
struct Shared(BTreeSet<usize>);

impl Shared {
    fn name(index: usize) -> String {
        format!("{index}")
    }
}

/// Leaves the first part in `module`, which exports what the second needs.
fn keep_first(module: &mut Module, table: TableId, parting: &Parting) -> Outcome<Shared> {
    let mut calls = ThroughTable { table, parting, types: Default::default() };
    for entry in parting.entries.keys() {
        calls.types.insert(*entry, module.funcs.get(*entry).ty());
    }
    for (id, function) in module.funcs.iter_local_mut() {
        if !parting.is_later(id) {
            let entry = function.entry_block();
            dfs_pre_order_mut(&mut calls, function, entry);
        }
    }
    let segments: Vec<_> = module.elements.iter().map(walrus::Element::id).collect();
    for id in segments {
        module.elements.delete(id);
    }
    let staying = parting.slots.iter().filter(|(_, function)| !parting.is_later(**function));
    fill(module, table, staying.map(|(slot, function)| (*slot, *function)));
    let places = module.tables.get_mut(table);
    places.initial = parting.places;
    places.maximum = places.maximum.map(|maximum| maximum.max(parting.places));
    for function in &parting.later {
        module.funcs.delete(*function);
    }
    let shared = Shared(parting.shared.iter().map(|function| function.index()).collect());
    for function in &parting.shared {
        module.exports.add(&Shared::name(function.index()), *function);
    }
    let (memories, tables): (Vec<_>, Vec<_>) = (
        module.memories.iter().map(walrus::Memory::id).collect(),
        module.tables.iter().map(walrus::Table::id).collect(),
    );
    let globals: Vec<_> = module.globals.iter().map(walrus::Global::id).collect();
    for (index, id) in memories.into_iter().enumerate() {
        module.exports.add(&format!("_m{index}"), ExportItem::Memory(id));
    }
    for (index, id) in tables.into_iter().enumerate() {
        module.exports.add(&format!("_t{index}"), ExportItem::Table(id));
    }
    for (index, id) in globals.into_iter().enumerate() {
        module.exports.add(&format!("_g{index}"), ExportItem::Global(id));
    }
    Ok(shared)
}

/// Leaves the second part in `module`: it imports all else.
fn keep_later(module: &mut Module, shared: &Shared, parting: &Parting) -> Outcome {
    let later: BTreeSet<usize> = parting.later.iter().map(|function| function.index()).collect();
    module.start = None;
    let exports: Vec<_> = module.exports.iter().map(walrus::Export::id).collect();
    for id in exports {
        module.exports.delete(id);
    }
    let segments: Vec<_> = module.elements.iter().map(walrus::Element::id).collect();
    for id in segments {
        module.elements.delete(id);
    }
    let imports: Vec<_> = module.imports.iter().map(walrus::Import::id).collect();
    for id in imports {
        module.imports.delete(id);
    }
    let functions: Vec<FunctionId> = module.funcs.iter().map(walrus::Function::id).collect();
    let of_index = |index: usize| functions.iter().copied().find(|function| function.index() == index);
    for function in &functions {
        if later.contains(&function.index()) {
            continue;
        }
        if shared.0.contains(&function.index()) {
            let name = Shared::name(function.index());
            let import = module.imports.add(SHARED, &name, ImportKind::Function(*function));
            let ty = module.funcs.get(*function).ty();
            module.funcs.get_mut(*function).kind = FunctionKind::Import(ImportedFunction { import, ty });
        } else {
            module.funcs.delete(*function);
        }
    }
    let memories: Vec<_> = module.memories.iter().map(walrus::Memory::id).collect();
    for (index, id) in memories.into_iter().enumerate() {
        let import = module.imports.add(SHARED, &format!("_m{index}"), ImportKind::Memory(id));
        let memory = module.memories.get_mut(id);
        memory.import = Some(import);
    }
    let tables: Vec<_> = module.tables.iter().map(walrus::Table::id).collect();
    let main = module.tables.main_function_table().map_err(|error| error.to_string())?;
    for (index, id) in tables.into_iter().enumerate() {
        let import = module.imports.add(SHARED, &format!("_t{index}"), ImportKind::Table(id));
        let table = module.tables.get_mut(id);
        table.import = Some(import);
        table.elem_segments.clear();
        if main == Some(id) {
            table.initial = parting.places;
            table.maximum = table.maximum.map(|maximum| maximum.max(parting.places));
        }
    }
    let globals: Vec<_> = module.globals.iter().map(walrus::Global::id).collect();
    for (index, id) in globals.into_iter().enumerate() {
        let import = module.imports.add(SHARED, &format!("_g{index}"), ImportKind::Global(id));
        module.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
    let moved = parting.slots.iter().filter(|(_, function)| parting.is_later(**function));
    let moved: Vec<_> =
        moved.filter_map(|(slot, function)| Some((*slot, of_index(function.index())?))).collect();
    fill(module, main.ok_or("the program has no table of functions")?, moved.into_iter());
    walrus::passes::gc::run(module);
    Ok(())
}

/// Writes functions to their places in the table, those that follow each other in one segment.
fn fill(module: &mut Module, table: TableId, functions: impl Iterator<Item = (u64, FunctionId)>) {
    let mut runs: Vec<(u64, Vec<FunctionId>)> = Vec::new();
    for (place, function) in functions {
        match runs.last_mut() {
            Some((start, run)) if *start + run.len() as u64 == place => run.push(function),
            _ => runs.push((place, vec![function])),
        }
    }
    module.tables.get_mut(table).elem_segments.clear();
    for (start, run) in runs {
        let offset = ConstExpr::Value(Value::I32(start as i32));
        let id = module.elements.add(ElementKind::Active { table, offset }, ElementItems::Functions(run));
        module.tables.get_mut(table).elem_segments.insert(id);
    }
}

/// Puts calls through the table in the place of calls to entries.
struct ThroughTable<'a> {
    table: TableId,
    parting: &'a Parting,
    types: std::collections::BTreeMap<FunctionId, walrus::TypeId>,
}

impl VisitorMut for ThroughTable<'_> {
    fn start_instr_seq_mut(&mut self, sequence: &mut InstrSeq) {
        let mut at = 0;
        while at < sequence.instrs.len() {
            if let Instr::Call(call) = &sequence.instrs[at].0
                && let Some(place) = self.parting.entries.get(&call.func)
            {
                let (place, ty) = (*place, self.types[&call.func]);
                let location = sequence.instrs[at].1;
                sequence.instrs[at].0 = Instr::CallIndirect(CallIndirect { ty, table: self.table });
                let place = Instr::Const(Const { value: Value::I32(place as i32) });
                sequence.instrs.insert(at, (place, location));
                at += 1;
            }
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::links::{Links, Named};
    use super::{parsed, split_by};

    /// What the linker says: `helper` names the function at place 1, nobody else any.
    fn links() -> Links {
        let names = ["open", "own", "page::chart::Chart::draw", "svg", "core::drop<page::chart::Chart>"];
        let mut of_functions: std::collections::BTreeMap<_, _> =
            names.map(|name| (name.to_owned(), Named::default())).into();
        of_functions.insert("helper".to_owned(), Named { slots: [1].into(), ..Named::default() });
        Links { of_functions, ..Links::default() }
    }

    /// `open` is exported and calls `helper` and, through its entry, what is drawn later; `own`, which the first part knows by its place, and `drop`, which it does not,
    /// stand in the table.
    const PROGRAM: &str = r#"(module
        (import "wbg" "__wbg_log_0123456789abcdef" (func $log (param i32)))
        (memory (export "memory") 1)
        (table 3 3 funcref)
        (elem (i32.const 1) func $own $drop)
        (data (i32.const 16) "words")
        (func $open (export "page_open") (param i32)
            local.get 0 call $helper
            local.get 0 call $"page[0123456789abcdef]::chart::Chart::draw")
        (func $helper (param i32) i32.const 1 drop local.get 0 call $log)
        (func $own)
        (func $drop (@name "core::drop<page[0123456789abcdef]::chart::Chart>"))
        (func $"page[0123456789abcdef]::chart::Chart::draw" (param i32) local.get 0 call $helper local.get 0 call $svg)
        (func $svg (param i32) local.get 0 call $log))"#;

    #[test]
    fn what_only_an_entry_needs_comes_later() {
        let script = "wasm.page_open(1); const imports = { __wbg_log_0123456789abcdef: log };";
        let parts = split_by(
            &wat::parse_str(PROGRAM).unwrap(),
            script,
            &links(),
            &["page::chart::"],
            &["Chart::draw"],
        )
        .unwrap();
        let names = |bytes: &[u8]| {
            let module = parsed(bytes).unwrap();
            let mut names: Vec<_> =
                module.funcs.iter_local().filter_map(|(id, _)| module.funcs.get(id).name.clone()).collect();
            names.sort();
            names.join(" ")
        };
        assert_eq!(names(&parts.first), "helper open own");
        assert_eq!(
            names(&parts.later),
            "core::drop<page[0123456789abcdef]::chart::Chart> page[0123456789abcdef]::chart::Chart::draw svg"
        );
        // The names that both sides know are as short in the script as in the program.
        assert_eq!(parts.script, "wasm.$b(1); const imports = { $a: log };");
        let first = parsed(&parts.first).unwrap();
        assert!(first.exports.iter().any(|export| export.name == "$b"));
        // Its memory is filled once, and the table has room for the entry.
        let later = parsed(&parts.later).unwrap();
        assert_eq!((first.data.iter().count(), later.data.iter().count()), (1, 0));
        assert_eq!(first.tables.iter().next().unwrap().initial, 4);
        let asked: Vec<_> = later.imports.iter().map(|import| import.name.as_str()).collect();
        assert!(
            later.imports.iter().all(|import| first.exports.iter().any(|export| export.name == import.name)),
            "{asked:?}"
        );
    }

    #[test]
    fn a_call_past_the_entries_keeps_its_function_in_the_first_part() {
        let parts =
            split_by(&wat::parse_str(PROGRAM).unwrap(), "", &links(), &["page::chart::"], &[]).unwrap();
        let first = parsed(&parts.first).unwrap();
        assert!(first.funcs.iter().any(|function| function.name.as_deref() == Some("svg")));
    }
}

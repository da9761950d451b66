//! Which constants and which functions by address each function and each constant names, as the linker says it
//! (`--emit-relocs`): numbers alone would not tell an address from a sum.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use wasmparser::{
    BinaryReader, CustomSectionReader, DataKind, KnownCustom, Linking, Name, Operator, Parser, Payload,
    RelocationType, SymbolInfo, TypeRef,
};

use crate::command::Outcome;

/// What a function or a constant names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Named {
    /// Where the constants stand that it names, in memory.
    pub addresses: BTreeSet<u32>,
    /// Places in the table of functions.
    pub slots: BTreeSet<u64>,
}

/// What a linked program says of itself.
#[derive(Default)]
pub struct Links {
    /// Where its constants stand in memory, in order, none over another: those that share bytes are several, cut where
    /// one of them begins or ends.
    pub constants: Vec<Range<u32>>,
    /// What functions name, by their [names](plain_name); those of one name together.
    pub of_functions: BTreeMap<String, Named>,
    /// What each constant names.
    pub of_constants: Vec<Named>,
}

/// A name of the linker in a file, and where it stands.
struct Link {
    kind: RelocationType,
    /// Where in the file.
    at: usize,
    symbol: u32,
}

/// A linked program as it is read, by places in its file.
#[derive(Default)]
struct Linked<'a> {
    imported: u32,
    bodies: Vec<Range<usize>>,
    /// Where each segment stands in the file, and where its first byte goes in memory.
    segments: Vec<(Range<usize>, u32)>,
    names: BTreeMap<u32, &'a str>,
    /// Where the symbols that are constants stand in memory.
    symbols: Vec<Option<Range<u32>>>,
    links: Vec<Link>,
}

impl Links {
    /// Reads the linker's file.
    pub fn of(program: &[u8]) -> Outcome<Self> {
        let linked = Linked::of(program).map_err(|error| format!("the linked program: {error}"))?;
        let mut links = Self { constants: linked.constants(), ..Self::default() };
        links.of_constants.resize(links.constants.len(), Named::default());
        for link in &linked.links {
            let named = match linked.function_at(link.at) {
                Some(name) => links.of_functions.entry(plain_name(&demangled(name))).or_default(),
                None => {
                    let constant = linked.address_of(link.at).and_then(|address| links.constant_at(address));
                    let Some(constant) = constant else { continue };
                    &mut links.of_constants[constant]
                }
            };
            if let Some(slot) = slot(program, link) {
                named.slots.insert(slot);
            } else if let Some(Some(constant)) = linked.symbols.get(link.symbol as usize) {
                let first = links.constants.partition_point(|piece| piece.start < constant.start);
                let pieces = links.constants[first..].iter().take_while(|piece| piece.end <= constant.end);
                named.addresses.extend(pieces.map(|piece| piece.start));
            }
        }
        for name in linked.names.values() {
            links.of_functions.entry(plain_name(&demangled(name))).or_default();
        }
        Ok(links)
    }

    /// The constant that holds this byte of memory.
    pub fn constant_at(&self, address: u32) -> Option<usize> {
        let place = self.constants.partition_point(|constant| constant.end <= address);
        self.constants.get(place).filter(|constant| constant.contains(&address)).map(|_| place)
    }
}

impl<'a> Linked<'a> {
    fn of(program: &'a [u8]) -> Result<Self, wasmparser::BinaryReaderError> {
        let mut linked = Self::default();
        // The places in the file at which sections begin, by their number.
        let mut sections = Vec::new();
        let mut customs = Vec::new();
        for payload in Parser::new(0).parse_all(program) {
            let payload = payload?;
            if let Some((_, range)) = payload.as_section() {
                sections.push(range.start);
            }
            match payload {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        linked.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => linked.bodies.push(body.range()),
                Payload::DataSection(segments) => {
                    for segment in segments {
                        let segment = segment?;
                        let start = start(&segment.kind)?;
                        let end = segment.range.end;
                        linked.segments.push((end - segment.data.len()..end, start));
                    }
                }
                Payload::CustomSection(custom) => customs.push(custom),
                _ => {}
            }
        }
        // Symbols first: links are named by them.
        customs.sort_by_key(|custom| custom.name().starts_with("reloc."));
        for custom in &customs {
            linked.add(custom, &sections)?;
        }
        Ok(linked)
    }

    fn add(
        &mut self,
        custom: &CustomSectionReader<'a>,
        sections: &[usize],
    ) -> Result<(), wasmparser::BinaryReaderError> {
        match custom.as_known() {
            KnownCustom::Name(names) => {
                for name in names {
                    if let Name::Function(functions) = name? {
                        for function in functions {
                            let function = function?;
                            self.names.insert(function.index, function.name);
                        }
                    }
                }
            }
            KnownCustom::Linking(linking) => {
                for subsection in linking.subsections() {
                    if let Linking::SymbolTable(symbols) = subsection? {
                        for symbol in symbols {
                            let place = self.place(&symbol?);
                            self.symbols.push(place);
                        }
                    }
                }
            }
            KnownCustom::Reloc(relocations) => {
                let start = sections.get(relocations.section_index() as usize).copied().unwrap_or_default();
                for link in relocations.entries() {
                    let link = link?;
                    self.links.push(Link {
                        kind: link.ty,
                        at: start + link.offset as usize,
                        symbol: link.index,
                    });
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Where a symbol stands in memory, if it is a constant.
    fn place(&self, symbol: &SymbolInfo) -> Option<Range<u32>> {
        let SymbolInfo::Data { symbol: Some(symbol), .. } = symbol else { return None };
        let (_, base) = self.segments.get(symbol.index as usize)?;
        let start = base + symbol.offset;
        Some(start..start + symbol.size)
    }

    /// All constants. A word that ends as another does shares its bytes, however long the other is.
    fn constants(&self) -> Vec<Range<u32>> {
        let mut borders: BTreeMap<u32, i32> = BTreeMap::new();
        for symbol in self.symbols.iter().flatten().filter(|symbol| !symbol.is_empty()) {
            *borders.entry(symbol.start).or_default() += 1;
            *borders.entry(symbol.end).or_default() -= 1;
        }
        let mut constants = Vec::new();
        let (mut start, mut over) = (0, 0);
        for (border, change) in borders {
            if over > 0 {
                constants.push(start..border);
            }
            start = border;
            over += change;
        }
        constants
    }

    /// The name of the function whose code stands there.
    fn function_at(&self, at: usize) -> Option<&'a str> {
        let place = self.bodies.partition_point(|body| body.end <= at);
        self.bodies.get(place).filter(|body| body.contains(&at))?;
        self.names.get(&(self.imported + place as u32)).copied()
    }

    /// Where the byte of the file goes in memory.
    fn address_of(&self, at: usize) -> Option<u32> {
        let (segment, base) = self.segments.iter().find(|(segment, _)| segment.contains(&at))?;
        Some(base + (at - segment.start) as u32)
    }
}

/// The place in the table of functions that is written where a link stands, if it is one.
fn slot(program: &[u8], link: &Link) -> Option<u64> {
    match link.kind {
        RelocationType::TableIndexI32 => {
            program.get(link.at..)?.first_chunk().map(|word| u64::from(u32::from_le_bytes(*word)))
        }
        RelocationType::TableIndexSleb => {
            let written = BinaryReader::new(program.get(link.at..)?, link.at).read_var_i32().ok()?;
            u64::try_from(written).ok()
        }
        _ => None,
    }
}

fn start(kind: &DataKind) -> Result<u32, wasmparser::BinaryReaderError> {
    let DataKind::Active { offset_expr, .. } = kind else { return Ok(0) };
    match offset_expr.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value as u32),
        _ => Ok(0),
    }
}

/// A name as wasm-bindgen writes it.
fn demangled(name: &str) -> String {
    rustc_demangle::demangle(name).to_string()
}

/// The name of a function without the numbers that tell crates of one name apart, and those by which wasm-bindgen tells
/// functions of one name apart: `yanjing[0123456789abcdef]::parse::report[2]` is `yanjing::parse::report`.
pub fn plain_name(name: &str) -> String {
    let mut pieces = name.split('[');
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match piece.split_once(']') {
            Some((number, rest))
                if (number.len() >= 15 && number.bytes().all(|byte| byte.is_ascii_hexdigit()))
                    || (rest.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())) =>
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

#[cfg(test)]
mod tests {
    use super::{Linked, plain_name};

    #[test]
    fn numbers_of_crates_and_copies_are_no_part_of_a_name() {
        let plain = ["a[0123456789abcdef]::b::<[u8; 4]>[2]", "<[u8]>::c", "d"].map(plain_name);
        assert_eq!(plain, ["a::b::<[u8; 4]>", "<[u8]>::c", "d"]);
    }

    #[test]
    fn constants_that_share_bytes_are_cut() {
        let symbols = vec![Some(0..8), None, Some(4..8), Some(8..9), Some(12..14), Some(12..12)];
        assert_eq!(Linked { symbols, ..Linked::default() }.constants(), [0..4, 4..8, 8..9, 12..14]);
    }
}

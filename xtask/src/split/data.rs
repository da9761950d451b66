//! Which bytes of a program's memory only its later part looks at.
//!
//! The linker's map says where each constant stands. What is an address in code or in a constant is told by its size alone, so
//! each number that may be one counts as one: too much stays with the first part, never too little.

use std::collections::BTreeSet;
use std::ops::Range;

use walrus::{ConstExpr, Data, DataKind, Module, ir::Value};

use crate::command::Outcome;

/// How far before a constant an address may be named from which it is reached: the code names a table where it would begin
/// if its first place were that of a byte 0.
const NEAR: u32 = 256;

/// The fewest bytes that are worth a segment of their own.
const LEAST: u32 = 64;

/// The constants of a program, in the order of their addresses, and its memory as it is filled.
pub struct Memory {
    constants: Vec<Range<u32>>,
    segments: Vec<(u32, Vec<u8>)>,
}

/// A constant, by its place among all.
pub type ConstantId = usize;

impl Memory {
    /// The memory of `module` with the constants that its linker's `map` lists.
    pub fn of(module: &Module, map: &str) -> Outcome<Self> {
        let segments: Vec<_> =
            module.data.iter().map(|data| Ok((start(data)?, data.value.clone()))).collect::<Outcome<_>>()?;
        let memory = Self { constants: constants(map), segments };
        let listed: usize = memory.constants.iter().map(ExactSizeIterator::len).sum();
        let filled: usize = memory.segments.iter().map(|(_, bytes)| bytes.len()).sum();
        // Between constants there are gaps to align them.
        if listed * 10 < filled * 9 {
            return Err(format!(
                "the linker's map lists {listed} bytes of constants, the program has {filled}"
            ));
        }
        Ok(memory)
    }

    /// The constants that code may mean by a number.
    pub fn named_by_code(&self, number: u32) -> Range<ConstantId> {
        self.touched(number..number.saturating_add(NEAR + 1))
    }

    /// The constants that a word in memory may point to: to a place in them, or to their end.
    pub fn named_by_word(&self, word: u32) -> Range<ConstantId> {
        self.touched(word.saturating_sub(1)..word.saturating_add(1))
    }

    /// The constants that hold a byte of `range`.
    fn touched(&self, range: Range<u32>) -> Range<ConstantId> {
        let first = self.constants.partition_point(|constant| constant.end <= range.start);
        let last = self.constants.partition_point(|constant| constant.start < range.end);
        first..last.max(first)
    }

    /// All words of a constant, any of which may be an address.
    pub fn words(&self, id: ConstantId) -> Vec<u32> {
        let constant = &self.constants[id];
        let holds =
            |(start, bytes): &&(u32, Vec<u8>)| (*start..start + bytes.len() as u32).contains(&constant.start);
        let Some((start, bytes)) = self.segments.iter().find(holds) else { return Vec::new() };
        let first = constant.start.next_multiple_of(4);
        (first..constant.end.saturating_sub(3))
            .step_by(4)
            .filter_map(|at| {
                bytes.get((at - start) as usize..)?.first_chunk().map(|word| u32::from_le_bytes(*word))
            })
            .collect()
    }

    /// The runs of bytes, by address, that these constants fill.
    pub fn runs(&self, ids: &BTreeSet<ConstantId>) -> Vec<Range<u32>> {
        let mut runs: Vec<Range<u32>> = Vec::new();
        for id in ids {
            let constant = self.constants[*id].clone();
            match runs.last_mut() {
                // Between two of them there are zeros at the most.
                Some(run) if self.touched(run.end..constant.start).is_empty() => run.end = constant.end,
                _ => runs.push(constant),
            }
        }
        runs.retain(|run| run.len() as u32 >= LEAST);
        runs
    }
}

/// The constants that a linker's map lists.
fn constants(map: &str) -> Vec<Range<u32>> {
    let mut constants: Vec<Range<u32>> = map
        .lines()
        .filter_map(|line| {
            let mut fields = line.split_whitespace();
            let (address, _, size, name) = (fields.next()?, fields.next()?, fields.next()?, fields.next()?);
            let (_, section) = name.split_once(":(")?;
            if !section.starts_with(".rodata") && !section.starts_with(".data") {
                return None;
            }
            let (start, size) = (u32::from_str_radix(address, 16).ok()?, u32::from_str_radix(size, 16).ok()?);
            (size > 0).then(|| start..start + size)
        })
        .collect();
    constants.sort_by_key(|constant| constant.start);
    constants
}

fn start(data: &Data) -> Outcome<u32> {
    match &data.kind {
        DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } => Ok(*start as u32),
        _ => Err("the memory is filled in a way that is not known".to_owned()),
    }
}

/// Leaves of the memory of `module` what stands in `runs`, or all else.
pub fn keep(module: &mut Module, runs: &[Range<u32>], inside: bool) -> Outcome {
    let segments: Vec<_> = module.data.iter().map(Data::id).collect();
    for id in segments {
        let data = module.data.get(id);
        let (segment_start, value, kind) = (start(data)?, data.value.clone(), &data.kind);
        let DataKind::Active { memory, .. } = kind else { continue };
        let memory = *memory;
        module.data.delete(id);
        module.memories.get_mut(memory).data_segments.remove(&id);
        let whole = segment_start..segment_start + value.len() as u32;
        for kept in pieces(&whole, runs, inside) {
            let bytes = &value[(kept.start - whole.start) as usize..(kept.end - whole.start) as usize];
            let offset = ConstExpr::Value(Value::I32(kept.start as i32));
            let id = module.data.add(DataKind::Active { memory, offset }, bytes.to_vec());
            module.memories.get_mut(memory).data_segments.insert(id);
        }
    }
    Ok(())
}

/// The pieces of `whole` that stand in `runs`, which are in order, or those that do not.
fn pieces(whole: &Range<u32>, runs: &[Range<u32>], inside: bool) -> Vec<Range<u32>> {
    let (mut pieces, mut at) = (Vec::new(), whole.start);
    for run in runs {
        let run = run.start.clamp(at, whole.end)..run.end.clamp(at, whole.end);
        pieces.push(if inside { run.clone() } else { at..run.start });
        at = run.end;
    }
    if !inside {
        pieces.push(at..whole.end);
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::{Memory, pieces};

    #[test]
    fn the_map_lists_constants() {
        let map = "    Addr      Off     Size Out     In      Symbol\n       -      a22      259 DATA\n  100000      a23      24c .rodata\n\
            \x20 100020      b5a       10         page.o:(.rodata..Lanon.1)\n  100020      b5a       10                 .Lanon.1\n\
            \x20 100000      a2c       20         <internal>:(.rodata)\n  100040      b5a       10         page.o:(.bss.a)\n";
        let memory = Memory { constants: super::constants(map), segments: vec![(0x10_0000, vec![1; 0x30])] };
        assert_eq!(memory.constants, [0x10_0000..0x10_0020, 0x10_0020..0x10_0030]);
        assert_eq!(memory.touched(0x10_001f..0x10_0021), 0..2);
        assert!(memory.touched(0x10_0030..0x10_0040).is_empty());
        // A table that is named where it would begin for a byte 0.
        assert_eq!(memory.named_by_code(0x10_0020 - 0x61), 0..2);
        assert_eq!(memory.words(1), [0x0101_0101; 4]);
    }

    #[test]
    fn memory_is_cut_at_the_runs() {
        let runs = [5..8, 10..14, 30..40];
        assert_eq!(pieces(&(0..12), &runs, true), [5..8, 10..12]);
        assert_eq!(pieces(&(0..12), &runs, false), [0..5, 8..10]);
        assert_eq!(
            pieces(&(12..40), &runs, false),
            [14..30, 40..40].into_iter().filter(|piece| !piece.is_empty()).collect::<Vec<_>>()
        );
    }
}

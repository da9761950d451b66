//! Which bytes of a program's memory only its later part looks at.

use std::collections::BTreeSet;
use std::ops::Range;

use walrus::{ConstExpr, Data, DataKind, Module, ir::Value};

use super::links::Links;
use crate::command::Outcome;

/// The fewest bytes that are worth a segment of their own.
const LEAST: u32 = 64;

/// A constant, by its place among all.
pub type ConstantId = usize;

/// Says so where the linker's file does not list the constants of `module`.
pub fn check(module: &Module, links: &Links) -> Outcome {
    let listed: usize = links.constants.iter().map(ExactSizeIterator::len).sum();
    let filled: usize = module.data.iter().map(|data| data.value.len()).sum();
    // Between constants there are gaps to align them.
    if listed * 10 < filled * 9 {
        return Err(format!("the linked program lists {listed} bytes of constants, the page has {filled}"));
    }
    Ok(())
}

/// The runs of bytes, by address, that these constants fill.
pub fn runs(links: &Links, ids: &BTreeSet<ConstantId>) -> Vec<Range<u32>> {
    let mut runs: Vec<Range<u32>> = Vec::new();
    let mut last = None;
    for id in ids {
        let constant = links.constants[*id].clone();
        match runs.last_mut() {
            // Between two that follow each other there are zeros at the most.
            Some(run) if last.is_some_and(|last| last + 1 == *id) => run.end = constant.end,
            _ => runs.push(constant),
        }
        last = Some(*id);
    }
    runs.retain(|run| run.len() as u32 >= LEAST);
    runs
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
    use super::{Links, pieces, runs};

    #[test]
    fn constants_that_follow_each_other_are_one_run() {
        let links = Links { constants: vec![0..40, 44..80, 80..200, 200..300, 300..310], ..Links::default() };
        assert_eq!(runs(&links, &[0, 1, 3, 4].into()), [0..80, 200..310]);
        // What is short stays where it is.
        assert!(runs(&links, &[4].into()).is_empty());
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

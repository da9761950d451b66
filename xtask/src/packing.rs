//! The program taken apart for its way: the codes of all instructions after each other, then all their locals, all their
//! addresses, and so on. So ordered, brotli makes it a seventh smaller; `assets/unpacking.js` puts it together again in
//! some milliseconds, byte for byte, and agrees with this.
//!
//! In front stand numbers (LEB128, as in the program): its length, and the length of each stream. A code of an access to
//! memory whose alignment is not the natural one is moved up; one that is natural is not written. A constant is written into
//! a stream of those that the same code follows. The lengths of functions are not written.
//!
//! A local is written as its rank among those of its function, the last used before the others (`Recent`), reads apart from
//! writes, which makes 1.8 kB. Every code has one bit turned (`TURNED`), so that the most frequent one, which reads a
//! local, is 0: brotli takes a file with so many of them for numbers and not for text, and judges a byte by how large the
//! two before it are. That makes 3.8 kB.

use std::io::Write as _;
use std::process::Stdio;

use wasmparser::{Parser, Payload};

use crate::command::{Outcome, command};

/// The streams, in their order; behind the last one stand 255 more of constants.
#[derive(Clone, Copy)]
enum Stream {
    /// What stands before the first function's code.
    Before,
    /// What stands behind the last one's.
    Behind,
    /// The instructions.
    Codes,
    /// Which locals functions have.
    Declared,
    /// The ranks of locals that are read.
    Read,
    /// The ranks of locals that are written.
    Written,
    Alignment,
    /// How far behind an address is read.
    Loaded,
    /// How far behind an address is written.
    Stored,
    Block,
    Branch,
    Call,
    /// The types of functions that are called by address.
    Type,
    Other,
    Long,
    Float,
    /// Constants before the code 0.
    Constant,
}

const STREAMS: usize = Stream::Constant as usize + 256;

/// The natural alignments of the accesses to memory, from the code 0x28 on.
const ALIGNMENTS: &[u8; 23] =
    b"\x02\x03\x02\x03\0\0\x01\x01\0\0\x01\x01\x02\x02\x02\x03\x02\x03\0\x01\0\x01\x02";
const FIRST_ACCESS: u8 = 0x28;
/// What is added to the code of an access with another alignment.
const MOVED: u8 = 0xe0 - FIRST_ACCESS;

/// The bit of each code that is written the other way round.
const TURNED: u8 = 0x20;

/// The packed form of `program`.
///
/// # Errors
///
/// Where the program holds what no stream is meant for.
pub fn packed(program: &[u8]) -> Outcome<Vec<u8>> {
    let mut streams = vec![Vec::new(); STREAMS];
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(program) {
        if let Payload::CodeSectionEntry(body) = payload.map_err(|error| error.to_string())? {
            bodies.push(body.range());
        }
    }
    let (Some(first), Some(last)) = (bodies.first(), bodies.last()) else {
        return Err("the program has no code".to_owned());
    };
    // The first body's length stands before it, and is not written.
    let start = first.start - length_of(first.len());
    streams[Stream::Before as usize] = program[..start].to_vec();
    streams[Stream::Behind as usize] = program[last.end..].to_vec();
    if streams[Stream::Behind as usize].len() < 4 {
        return Err("behind the program's code there is no room to unpack it".to_owned());
    }
    for body in &bodies {
        take_apart(&program[body.clone()], &mut streams)?;
    }
    let mut packed = Vec::with_capacity(program.len());
    write(&mut packed, program.len());
    for stream in &streams {
        write(&mut packed, stream.len());
    }
    packed.extend(streams.concat());
    Ok(packed)
}

/// A function's code, as it is read.
struct Body<'a> {
    bytes: &'a [u8],
    at: usize,
    streams: &'a mut [Vec<u8>],
    recent: Recent,
}

/// A function's locals, the last used before the others; at first in the order of their numbers, as far as one was used.
#[derive(Default)]
struct Recent(Vec<u64>);

impl Recent {
    /// The rank of `local`, which moves to the place `to` if it stands behind it.
    fn rank(&mut self, local: u64, to: usize) -> usize {
        self.0.extend(self.0.len() as u64..=local);
        let rank = self.0.iter().take_while(|other| **other != local).count();
        self.0[rank.min(to)..=rank].rotate_right(1);
        rank
    }
}

impl Body<'_> {
    fn byte(&mut self) -> Outcome<u8> {
        let byte = self.bytes.get(self.at).copied().ok_or("a function's code ends within an instruction")?;
        self.at += 1;
        Ok(byte)
    }

    /// Copies so many bytes into a stream.
    fn copy_bytes(&mut self, count: usize, stream: Stream) -> Outcome {
        for _ in 0..count {
            let byte = self.byte()?;
            self.streams[stream as usize].push(byte);
        }
        Ok(())
    }

    /// Reads a number, as it is written and what it is.
    fn number(&mut self) -> Outcome<(std::ops::Range<usize>, u64)> {
        let (start, mut sum, mut shift) = (self.at, 0, 0);
        loop {
            let byte = self.byte()?;
            sum |= u64::from(byte & 127) << shift;
            shift += 7;
            if byte < 128 {
                return Ok((start..self.at, sum));
            }
        }
    }

    /// Copies a number into a stream, and says what it is.
    fn copy(&mut self, stream: usize) -> Outcome<u64> {
        let (place, number) = self.number()?;
        self.streams[stream].extend_from_slice(&self.bytes[place]);
        Ok(number)
    }

    fn code(&mut self, code: u8) {
        self.streams[Stream::Codes as usize].push(code ^ TURNED);
    }

    /// Writes the rank of a local. One that is written comes second: what was read before it is as a rule read again.
    fn local(&mut self, stream: Stream, to: usize) -> Outcome {
        let (_, local) = self.number()?;
        write(&mut self.streams[stream as usize], self.recent.rank(local, to));
        Ok(())
    }
}

fn take_apart(bytes: &[u8], streams: &mut [Vec<u8>]) -> Outcome {
    let mut body = Body { bytes, at: 0, streams, recent: Recent::default() };
    let declared = body.copy(Stream::Declared as usize)?;
    for _ in 0..declared {
        body.copy(Stream::Declared as usize)?;
        body.copy_bytes(1, Stream::Declared)?;
    }
    while body.at < bytes.len() {
        let code = body.byte()?;
        if (0x28..=0x3e).contains(&code) {
            access(&mut body, code)?;
            continue;
        }
        body.code(code);
        let to: &[Stream] = match code {
            0x00 | 0x01 | 0x05 | 0x0b | 0x0f | 0x1a | 0x1b | 0x45..=0xc4 | 0xd1 => &[],
            0x02..=0x04 => &[Stream::Block],
            0x0c | 0x0d => &[Stream::Branch],
            0x0e => {
                let count = body.copy(Stream::Branch as usize)?;
                for _ in 0..=count {
                    body.copy(Stream::Branch as usize)?;
                }
                &[]
            }
            0x10 => &[Stream::Call],
            0x11 => &[Stream::Type, Stream::Other],
            0x20 => {
                body.local(Stream::Read, 0)?;
                &[]
            }
            0x21 | 0x22 => {
                body.local(Stream::Written, 1)?;
                &[]
            }
            0x23..=0x26 | 0x3f | 0x40 | 0xd0 => &[Stream::Other],
            0x41 => {
                let (place, _) = body.number()?;
                let following = *bytes.get(body.at).ok_or("a constant ends a function")?;
                let following = moved(following, bytes.get(body.at + 1).copied());
                let stream = Stream::Constant as usize + usize::from(following ^ TURNED);
                body.streams[stream].extend_from_slice(&bytes[place]);
                &[]
            }
            0x42 => &[Stream::Long],
            0x43 | 0x44 => {
                body.copy_bytes(if code == 0x43 { 4 } else { 8 }, Stream::Float)?;
                &[]
            }
            0xfc => {
                let kind = body.byte()?;
                body.streams[Stream::Codes as usize].push(kind);
                match kind {
                    0..=7 => &[],
                    8 | 10 | 12 | 14 => &[Stream::Other, Stream::Other],
                    9 | 11 | 13 | 15..=17 => &[Stream::Other],
                    _ => return Err(format!("no stream is meant for the instruction fc {kind:x}")),
                }
            }
            _ => return Err(format!("no stream is meant for the instruction {code:x}")),
        };
        for stream in to {
            body.copy(*stream as usize)?;
        }
    }
    Ok(())
}

fn access(body: &mut Body, code: u8) -> Outcome {
    let written = moved(code, body.bytes.get(body.at).copied());
    body.code(written);
    if written == code {
        body.byte()?;
    } else {
        body.copy(Stream::Alignment as usize)?;
    }
    body.copy(if code < 0x36 { Stream::Loaded } else { Stream::Stored } as usize)?;
    Ok(())
}

/// The code as it is written: that of an access moved up where `alignment`, which follows it, is not the natural one.
fn moved(code: u8, alignment: Option<u8>) -> u8 {
    let natural = code.checked_sub(FIRST_ACCESS).and_then(|place| ALIGNMENTS.get(usize::from(place)));
    if natural.is_some() && natural.copied() != alignment { code + MOVED } else { code }
}

/// How many bytes a number takes.
fn length_of(number: usize) -> usize {
    let mut written = Vec::new();
    write(&mut written, number);
    written.len()
}

fn write(to: &mut Vec<u8>, mut number: usize) {
    while number > 127 {
        to.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    to.push(number as u8);
}

/// Fails unless `script`, the page's own way of unpacking, makes `program` of `packed`.
pub fn check(script: &str, packed: &[u8], program: &[u8]) -> Outcome {
    let script = format!(
        "{script};const bytes=[];process.stdin.on(\"data\",(part)=>bytes.push(part))\
         .on(\"end\",()=>process.stdout.write(unpacked(new Uint8Array(Buffer.concat(bytes)))))"
    );
    let failure = |error: std::io::Error| format!("node: {error}");
    let mut node = command("node")
        .args(["-e", &script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(failure)?;
    // Taken, so that it is closed behind the bytes and the script begins.
    if let Some(mut input) = node.stdin.take() {
        input.write_all(packed).map_err(failure)?;
    }
    let output = node.wait_with_output().map_err(failure)?;
    if output.stdout != program {
        return Err("the program does not come out of its packed form as it went in".to_owned());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Recent, check, moved, packed};
    use crate::command::{project, read_text};

    const PROGRAM: &str = r#"(module
        (type $t (func (param i32)))
        (memory 1) (table 2 funcref) (global $g (mut i32) (i32.const 5))
        (elem (i32.const 0) func $a $b)
        (func $a (param i32) (local i32 i64 f64)
            (i32.store offset=300 (local.get 0) (i32.load align=1 (i32.add (local.get 1) (i32.const -1048576))))
            (local.set 2 (i64.const -77777777777)) (local.set 3 (f64.const 1.5))
            (block (loop (br_if 1 (local.get 0)) (br_table 0 1 0 (local.tee 1 (i32.const 300)))))
            (if (global.get $g) (then (call $b (i32.const 7))) (else (nop)))
            (call_indirect (type $t) (i32.const 1) (i32.const 0))
            (memory.copy (i32.const 0) (i32.const 1) (i32.const 2))
            (drop (i32.trunc_sat_f64_s (local.get 3))) (drop (f32.const 2.5)) (drop (memory.grow (i32.const 1))))
        (func $b (param i32) (i64.store16 align=1 (local.get 0) (i64.const 3)))
        (data (i32.const 16) "words of this program"))"#;

    #[test]
    fn the_page_makes_the_same_program_of_it() {
        let program = wat::parse_str(PROGRAM).unwrap();
        let script = read_text(&project().join("assets/unpacking.js")).unwrap();
        let packed = packed(&program).unwrap();
        check(&script, &packed, &program).unwrap();
        let mut broken = packed.clone();
        *broken.last_mut().unwrap() ^= 1;
        assert!(check(&script, &broken, &program).is_err());
    }

    #[test]
    fn what_no_stream_is_meant_for_is_said() {
        let program =
            wat::parse_str("(module (func (result v128) v128.const i64x2 0 0) (memory 1) (data \"abcd\"))");
        assert_eq!(packed(&program.unwrap()).unwrap_err(), "no stream is meant for the instruction fd");
    }

    #[test]
    fn a_local_is_ranked_by_its_last_use() {
        let mut recent = Recent::default();
        let ranks = [(2, 0), (0, 0), (2, 1), (5, 1), (2, 0), (5, 0), (0, 0)]
            .map(|(local, to)| recent.rank(local, to));
        assert_eq!((ranks, recent.0), ([2, 1, 1, 5, 2, 2, 2], vec![0, 5, 2, 1, 3, 4]));
    }

    #[test]
    fn an_unusual_alignment_moves_its_code() {
        assert_eq!((moved(0x28, Some(2)), moved(0x28, Some(0)), moved(0x20, Some(0))), (0x28, 0xe0, 0x20));
    }
}

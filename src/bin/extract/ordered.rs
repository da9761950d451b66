//! Many workers, one order: lines are made on all cores and printed in the order of their names.

use std::{
    collections::BTreeMap,
    io::{self, Write},
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
};

/// So many files may be read ahead of the first that is not printed yet, for each worker: enough that one long file
/// leaves no core idle, few enough that memory stays bounded.
const AHEAD: usize = 16;
/// A worker's stack is as large as a program's first one.
const STACK: usize = 8 << 20;

/// The names that wait, and how many were taken.
struct Waiting<Names> {
    names: Names,
    taken: usize,
}

/// The lines that wait for those before them.
struct Printing<Output> {
    output: Output,
    ready: BTreeMap<usize, Vec<u8>>,
    printed: usize,
    all_read: bool,
    failure: Option<io::Error>,
}

/// Prints `line(name)` and a line end for each name, in their order, each as soon as it and all before it are ready;
/// `line` also says whether the file could be read, and the answer is whether all could. It ends early where nothing
/// can be written.
pub fn print_all<Name, Names: Iterator<Item = Name> + Send>(
    names: Names,
    workers: usize,
    output: impl Write + Send,
    line: impl Fn(Name) -> (Vec<u8>, bool) + Sync,
) -> io::Result<bool> {
    let waiting = Mutex::new(Waiting { names, taken: 0 });
    let printing =
        Mutex::new(Printing { output, ready: BTreeMap::new(), printed: 0, all_read: true, failure: None });
    let advanced = Condvar::new();
    let work = || {
        loop {
            let (index, name) = {
                let mut waiting = locked(&waiting);
                let mut state = locked(&printing);
                while state.failure.is_none() && waiting.taken >= state.printed + workers * AHEAD {
                    state = advanced.wait(state).unwrap_or_else(PoisonError::into_inner);
                }
                if state.failure.is_some() {
                    return;
                }
                drop(state);
                let Some(name) = waiting.names.next() else { return };
                waiting.taken += 1;
                (waiting.taken - 1, name)
            };
            let (text, read) = line(name);
            let mut state = locked(&printing);
            state.all_read &= read;
            state.ready.insert(index, text);
            print_ready(&mut state);
            advanced.notify_all();
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..workers {
            // A thread that the system refuses is one worker fewer.
            let _worker = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        }
        work();
    });
    let state = printing.into_inner().unwrap_or_else(PoisonError::into_inner);
    state.failure.map_or(Ok(state.all_read), Err)
}

/// Prints the lines whose turn it is.
fn print_ready<Output: Write>(state: &mut Printing<Output>) {
    while state.failure.is_none()
        && let Some(mut text) = state.ready.remove(&state.printed)
    {
        text.push(b'\n');
        let written = state.output.write_all(&text).and_then(|()| state.output.flush());
        state.failure = written.err();
        state.printed += 1;
    }
}

fn locked<Guarded>(mutex: &Mutex<Guarded>) -> MutexGuard<'_, Guarded> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

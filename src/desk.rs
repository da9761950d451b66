//! The program of a worker: a desk at which files are read, kept and searched, compiled for speed. The page asks for it when
//! the first worker is wanted; where it cannot have it, its workers run the page's own program.

#[cfg(target_arch = "wasm32")]
fn main() {
    yanjing::work::serving::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use std::io::Write as _;
    // Nothing better can be done where standard error is closed.
    let _ = writeln!(std::io::stderr(), "the program of the page's workers: cargo xtask serve");
    std::process::ExitCode::FAILURE
}

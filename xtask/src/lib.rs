//! The project's commands: what they install, build, check and measure. The page tests use the server of this crate.
//! It knows the page's files, and nothing of reports.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "commands talk to the person who runs them")]

pub mod bench;
pub mod checks;
pub mod command;
pub mod content_policy;
pub mod desk;
pub mod initials;
pub mod markup;
pub mod minify;
pub mod packing;
pub mod peers;
pub mod samples;
pub mod server;
pub mod service_worker;
pub mod single_file;
pub mod site;
pub mod size;
pub mod split;
pub mod tools;
pub mod trunk;

use command::Outcome;

/// Builds both editions: `dist/site/` and `dist/yanjing.html`.
pub fn dist() -> Outcome {
    println!("Building the page and the program of its workers (the first time takes about five minutes).");
    let desk = std::thread::spawn(desk::build);
    let parts = trunk::build()?;
    let desk = desk.join().map_err(|_| "the program of the workers could not be built")??;
    site::write_site(&parts, &desk, &site::folder())?;
    single_file::write_single_file(&parts)?;
    println!("dist/site/ and dist/yanjing.html are written.");
    Ok(())
}

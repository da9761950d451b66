//! The project's commands, as `cargo xtask COMMAND`.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "commands talk to the person who runs them")]

use std::process::ExitCode;

use xtask::command::{Outcome, command, run};
use xtask::server::Server;
use xtask::{bench, checks, site, tools};

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  serve [--open] [--port N]   builds the page and serves it on this machine; --open shows it in the browser
  test                        runs every check: style, native tests, gold, sizes, the page in real browsers
  bench [--peers]             measures size and speed and prints a table; --peers that of a long table beside other grids
  dist                        builds dist/site/ and dist/yanjing.html

Each installs what it needs and lacks, and says so.";

const DEFAULT_PORT: u16 = 8123;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        ["serve", options @ ..] => serve(options),
        ["bench"] => bench::run(),
        ["bench", "--peers"] => bench::run_peers(),
        ["test"] => checks::run_all(),
        ["dist"] => tools::prepare_build().and_then(|()| xtask::dist()),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn serve(options: &[&str]) -> Outcome {
    let (mut open, mut port) = (false, None);
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match *option {
            "--open" => open = true,
            "--port" => {
                let number = options.next().and_then(|number| number.parse().ok());
                port = Some(number.ok_or("--port needs a number")?);
            }
            _ => return Err(USAGE.to_owned()),
        }
    }
    tools::prepare_build()?;
    xtask::dist()?;
    let server = match port {
        Some(port) => Server::start(&site::folder(), "/", port)?,
        // The usual port may be taken by another run of this command; any free one does as well.
        None => Server::start(&site::folder(), "/", DEFAULT_PORT)
            .or_else(|_| Server::start(&site::folder(), "/", 0))?,
    };
    println!("研镜 Yanjing is at {} (end with Ctrl+C)", server.address());
    if open {
        run(command("xdg-open").arg(server.address()))?;
    }
    server.wait();
    Ok(())
}

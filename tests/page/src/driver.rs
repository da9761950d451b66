//! The programs that drive the browsers: one for each browser, on a free port, ended with it.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::process::{Child, Stdio};
use std::time::Duration;

use xtask::command::command;

/// A running `chromedriver` or `geckodriver`.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts the program on a port that it chooses itself, and returns when it listens.
    #[must_use]
    pub fn start(program: &str) -> Self {
        // A port that it found free may be another's when it takes it; then it ends, and finds another one.
        const TRIES: usize = 3;
        let started = (0..TRIES).find_map(|_| Self::try_start(program));
        started.unwrap_or_else(|| panic!("{program} ended before it listened, {TRIES} times"))
    }

    fn try_start(program: &str) -> Option<Self> {
        let mut process = command(program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{program} is missing, cargo xtask test installs it: {error}"));
        let mut lines = BufReader::new(process.stdout.take().expect("the output is piped")).lines();
        let port = lines.by_ref().find_map(|line| announced_port(&line.expect("the driver writes text")));
        let Some(port) = port else {
            // It has ended; this takes it off the list of processes.
            let _ = process.wait();
            return None;
        };
        // A driver whose output nobody takes would stop some day.
        std::thread::spawn(move || lines.for_each(drop));
        Some(Self { process, port })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Its process.
    #[must_use]
    pub fn process(&self) -> u32 {
        self.process.id()
    }

    /// Ends a session and with it its browser; for a test that fails as for one that passes.
    pub fn end_session(&self, session: &str) {
        let Ok(mut connection) = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)) else { return };
        let _ = connection.set_read_timeout(Some(Duration::from_secs(10)));
        let request =
            format!("DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
        if connection.write_all(request.as_bytes()).is_ok() {
            // The first bytes of the answer say that the browser is gone.
            let _ = connection.read(&mut [0; 64]);
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The port in "ChromeDriver was started successfully on port 41357." or "… Listening on 127.0.0.1:41357".
fn announced_port(line: &str) -> Option<u16> {
    let (_, rest) =
        line.split_once("successfully on port ").or_else(|| line.split_once("Listening on 127.0.0.1:"))?;
    rest.trim_end_matches('.').trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::announced_port;

    #[test]
    fn both_drivers_announce_their_port() {
        assert_eq!(announced_port("ChromeDriver was started successfully on port 41357."), Some(41357));
        assert_eq!(
            announced_port("1700000000000\tgeckodriver\tINFO\tListening on 127.0.0.1:4444"),
            Some(4444)
        );
        assert_eq!(announced_port("Starting ChromeDriver 156.0.8078.79 on port 0"), None);
    }
}

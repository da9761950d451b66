//! A static server for this machine alone: one folder, GET only, every answer marked to be asked for again. It notes
//! what it was asked for, so that tests can say which requests a page made.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::command::Outcome;

/// The longest head of a request that is read.
const HEAD_LIMIT: usize = 16 * 1024;
/// How long a connection that a browser opened in advance may stay silent.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running server; it ends when dropped, and its port is free again.
pub struct Server {
    address: SocketAddr,
    prefix: String,
    shared: Arc<Shared>,
    accepting: Option<JoinHandle<()>>,
}

struct Shared {
    folder: PathBuf,
    prefix: String,
    requests: Mutex<Vec<String>>,
    ended: AtomicBool,
}

impl Server {
    /// Serves `folder` under the path `prefix` (`/` or `/some/path/`) on this port, 0 for any that is free.
    pub fn start(folder: &Path, prefix: &str, port: u16) -> Outcome<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .map_err(|error| format!("port {port}: {error}"))?;
        let address = listener.local_addr().map_err(|error| error.to_string())?;
        let shared = Arc::new(Shared {
            folder: folder.to_owned(),
            prefix: prefix.to_owned(),
            requests: Mutex::default(),
            ended: AtomicBool::new(false),
        });
        let accepting = {
            let shared = Arc::clone(&shared);
            std::thread::spawn(move || accept(&listener, &shared))
        };
        Ok(Self { address, prefix: prefix.to_owned(), shared, accepting: Some(accepting) })
    }

    /// The page's address. Browsers take `localhost` for a safe place, which a service worker needs.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://localhost:{}{}", self.address.port(), self.prefix)
    }

    /// The port that is listened on.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The paths asked for so far, in order.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.shared.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Serves until the program is ended from outside.
    pub fn wait(mut self) {
        if let Some(accepting) = self.accepting.take() {
            let _ = accepting.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.ended.store(true, Ordering::SeqCst);
        // One more connection wakes the thread that waits for connections.
        let _ = TcpStream::connect(self.address);
        if let Some(accepting) = self.accepting.take() {
            let _ = accepting.join();
        }
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for connection in listener.incoming() {
        if shared.ended.load(Ordering::SeqCst) {
            return;
        }
        if let Ok(connection) = connection {
            let shared = Arc::clone(shared);
            // A connection that breaks off concerns nobody but its browser.
            std::thread::spawn(move || answer(connection, &shared));
        }
    }
}

/// Answers one request and closes, so that no connection outlives the server.
fn answer(mut connection: TcpStream, shared: &Shared) -> std::io::Result<()> {
    connection.set_read_timeout(Some(PATIENCE))?;
    let Some(request) = read_request(&mut connection)? else { return Ok(()) };
    if shared.ended.load(Ordering::SeqCst) {
        return Ok(());
    }
    let response = match &request {
        Request::Get(path) => {
            shared.requests.lock().unwrap_or_else(PoisonError::into_inner).push(path.clone());
            local_path(path, &shared.prefix)
                .and_then(|name| {
                    let path = shared.folder.join(&name);
                    Some((media_type(&name), std::fs::read(path).ok()?))
                })
                .map_or_else(
                    || response("404 Not Found", "text/plain", b"not here"),
                    |(media, content)| response("200 OK", media, &content),
                )
        }
        Request::Other => response("405 Method Not Allowed", "text/plain", b"GET only"),
    };
    connection.write_all(&response)
}

enum Request {
    Get(String),
    Other,
}

/// The request's path; `None` where the browser closed a connection that it had opened in advance.
fn read_request(connection: &mut TcpStream) -> std::io::Result<Option<Request>> {
    let mut head = Vec::new();
    let mut piece = [0; 2048];
    while head.len() < HEAD_LIMIT {
        let length = connection.read(&mut piece)?;
        if length == 0 {
            return Ok(None);
        }
        head.extend_from_slice(&piece[..length]);
        let mut headers = [httparse::EMPTY_HEADER; 64];
        let mut request = httparse::Request::new(&mut headers);
        match request.parse(&head) {
            Ok(httparse::Status::Partial) => {}
            Ok(httparse::Status::Complete(_)) if request.method == Some("GET") => {
                return Ok(request.path.map(|path| Request::Get(path.to_owned())));
            }
            Ok(httparse::Status::Complete(_)) | Err(_) => break,
        }
    }
    Ok(Some(Request::Other))
}

/// The file's path inside the folder; `None` where it would lead out of it, or is not below the prefix.
fn local_path(path: &str, prefix: &str) -> Option<String> {
    let path = path.split(['?', '#']).next()?.strip_prefix(prefix)?;
    let inside = path.split('/').all(|part| !part.starts_with('.') && !part.contains(['\\', '%', ':']));
    let name =
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    (inside && !name.starts_with('/')).then_some(name)
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn response(status: &str, media_type: &str, content: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        content.len()
    );
    [head.as_bytes(), content].concat()
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::TcpStream;

    use super::{Server, local_path};

    fn ask(port: u16, request: &str) -> String {
        let mut connection = TcpStream::connect(("127.0.0.1", port)).unwrap();
        connection.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn a_file_is_served_with_its_type_and_the_request_is_noted() {
        let server = Server::start(env!("CARGO_MANIFEST_DIR").as_ref(), "/deep/", 0).unwrap();
        let answer = ask(server.port(), "GET /deep/npm/package.json?x HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.contains("\"binaryen\""), "{answer}");
        assert!(answer.contains("\r\nCache-Control: no-cache\r\n"), "{answer}");
        let missing = ask(server.port(), "GET /elsewhere HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assert!(missing.starts_with("HTTP/1.1 404 "), "{missing}");
        let posted = ask(server.port(), "POST /deep/ HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assert!(posted.starts_with("HTTP/1.1 405 "), "{posted}");
        assert_eq!(server.requests(), ["/deep/npm/package.json?x", "/elsewhere"]);
    }

    #[test]
    fn a_dropped_server_is_gone() {
        let server = Server::start(env!("CARGO_MANIFEST_DIR").as_ref(), "/", 0).unwrap();
        let port = server.port();
        drop(server);
        assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
    }

    #[test]
    fn no_path_leads_out_of_the_folder() {
        assert_eq!(local_path("/", "/").as_deref(), Some("index.html"));
        assert_eq!(local_path("/a/b.js?c#d", "/a/").as_deref(), Some("b.js"));
        for path in ["/../x", "/a/../../x", "//etc/passwd", "/.git/config", "/%2e%2e/x", "/..\\x", "/c:/x"] {
            assert_eq!(local_path(path, "/"), None, "{path}");
        }
        assert_eq!(local_path("/b", "/a/"), None);
    }
}

//! The page, served to the browser of this machine and to nobody else.

use std::borrow::Cow;
use std::io::{self, Read as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::time::Duration;

use flate2::read::GzDecoder;
use oxhttp::model::header::{ACCEPT_ENCODING, CONTENT_ENCODING, HOST, HeaderValue};
use oxhttp::model::{Body, Method, Request, Response, StatusCode};
use oxhttp::{ListeningServer, Server};

/// A file of the page as it lies in the program.
#[derive(Debug, Clone, Copy)]
enum Stored {
    /// As it is.
    Plain(&'static [u8]),
    /// With gzip, which every browser takes.
    Packed(&'static [u8]),
}

mod files {
    include!(concat!(env!("OUT_DIR"), "/page_files.rs"));
}

/// What the page may do: nothing but its own files. The same as in its `<meta>`, and what only a header can say.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; \
    connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// With every answer: those of `web/headers.json`, which `xtask/open.mjs` compares, and that nothing is kept.
const HEADERS: [(&str, &str); 9] = [
    ("content-security-policy", POLICY),
    ("cache-control", "no-store"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()"),
    ("x-frame-options", "DENY"),
    ("x-robots-tag", "noindex"),
];

/// Whether the page was built into this program.
pub(crate) const IS_BUILT_IN: bool = files::IS_BUILT_IN;

/// A page that is being served.
pub(crate) struct Served {
    /// What to open in a browser.
    pub(crate) address: String,
    server: ListeningServer,
}

impl Served {
    /// Waits until the program is ended.
    pub(crate) fn wait(self) -> io::Result<()> {
        self.server.join()
    }
}

/// Begins to serve on the loopback interface, under a path that nobody can guess.
pub(crate) fn serve(token: &str) -> io::Result<Served> {
    // The server does not say which port it was given: one that is free a moment before.
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
    let place = Place { host: format!("127.0.0.1:{port}"), root: format!("/{token}/") };
    let address = format!("http://{}{}", place.host, place.root);
    let server = Server::new(move |request| place.answer(request))
        .with_global_timeout(Duration::from_secs(30))
        .with_max_concurrent_connections(64)
        .bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
        .spawn()?;
    Ok(Served { address, server })
}

struct Place {
    host: String,
    root: String,
}

impl Place {
    fn answer(&self, request: &Request<Body>) -> Response<Body> {
        let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
        // Another name for this machine is a page elsewhere that reaches for it (DNS rebinding).
        if host != Some(&self.host) {
            return response(StatusCode::MISDIRECTED_REQUEST, "text/plain; charset=utf-8", Body::empty());
        }
        if request.method() != Method::GET && request.method() != Method::HEAD {
            return response(StatusCode::METHOD_NOT_ALLOWED, "text/plain; charset=utf-8", Body::empty());
        }
        let path = request.uri().path();
        let found = path.strip_prefix(&self.root).and_then(|name| file(name));
        let Some((name, stored)) = found else {
            return response(StatusCode::NOT_FOUND, "text/plain; charset=utf-8", Body::empty());
        };
        let (bytes, packed) = match stored {
            Stored::Plain(bytes) => (Cow::Borrowed(bytes), false),
            Stored::Packed(bytes) if takes_gzip(request) => (Cow::Borrowed(bytes), true),
            Stored::Packed(bytes) => match unpacked(bytes) {
                Ok(bytes) => (Cow::Owned(bytes), false),
                Err(_) => {
                    return response(StatusCode::INTERNAL_SERVER_ERROR, "text/plain; charset=utf-8", Body::empty());
                }
            },
        };
        let body = if request.method() == Method::HEAD { Body::empty() } else { Body::from(bytes) };
        let mut response = response(StatusCode::OK, content_type(name), body);
        if packed {
            response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        response
    }
}

fn takes_gzip(request: &Request<Body>) -> bool {
    let accepted =
        request.headers().get(ACCEPT_ENCODING).and_then(|accepted| accepted.to_str().ok()).unwrap_or_default();
    accepted.split(',').any(|encoding| encoding.trim() == "gzip")
}

fn unpacked(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut whole = Vec::new();
    GzDecoder::new(bytes).read_to_end(&mut whole)?;
    Ok(whole)
}

/// A folder stands for its `index.html`, and `esci` for `esci.html`.
fn file(path: &str) -> Option<(&'static str, Stored)> {
    let names = match path {
        "" => ["index.html".to_owned(), String::new()],
        path if path.ends_with('/') => [format!("{path}index.html"), String::new()],
        path => [path.to_owned(), format!("{path}.html")],
    };
    let is_wanted = |(name, _): &(&str, &[u8])| names.iter().any(|wanted| wanted == name);
    let plain = files::PLAIN.iter().copied().find(is_wanted).map(|(name, bytes)| (name, Stored::Plain(bytes)));
    plain.or_else(|| files::PACKED.iter().copied().find(is_wanted).map(|(name, bytes)| (name, Stored::Packed(bytes))))
}

fn response(status: StatusCode, content_type: &'static str, body: Body) -> Response<Body> {
    let mut builder = Response::builder().status(status).header("content-type", content_type);
    for (name, value) in HEADERS {
        builder = builder.header(name, value);
    }
    builder.body(body).unwrap_or_else(|_| Response::new(Body::empty()))
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "txt" | "SHA256SUMS" | "minisig" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(method: Method, host: &str, path: &str) -> Response<Body> {
        let place = Place { host: "127.0.0.1:4000".to_owned(), root: "/secret/".to_owned() };
        let request = Request::builder().method(method).uri(path).header(HOST, host).body(Body::empty()).unwrap();
        place.answer(&request)
    }

    #[test]
    fn only_this_machine_under_the_secret_path_is_answered() {
        for (method, host, path, status) in [
            (Method::GET, "evil.example", "/secret/", 421),
            (Method::GET, "localhost:4000", "/secret/", 421),
            (Method::POST, "127.0.0.1:4000", "/secret/", 405),
            (Method::GET, "127.0.0.1:4000", "/", 404),
            (Method::GET, "127.0.0.1:4000", "/secre/", 404),
            (Method::GET, "127.0.0.1:4000", "/secret/../secret/nothing", 404),
            (Method::GET, "127.0.0.1:4000", "/secret/", if IS_BUILT_IN { 200 } else { 404 }),
        ] {
            let answer = ask(method, host, path);
            assert_eq!(answer.status().as_u16(), status, "{host} {path}");
            assert_eq!(answer.headers().get("x-content-type-options").unwrap(), "nosniff");
            assert_eq!(answer.headers().get("cache-control").unwrap(), "no-store");
            assert!(answer.headers().get("content-security-policy").unwrap().to_str().unwrap().contains("'none'"));
        }
    }

    #[test]
    fn what_a_browser_refuses_under_another_type_has_its_own() {
        for (name, expected) in [
            ("assets/index-abc.js", "text/javascript; charset=utf-8"),
            ("assets/argine_wasm_bg-abc.wasm", "application/wasm"),
            ("index.html", "text/html; charset=utf-8"),
            ("app.webmanifest", "application/manifest+json"),
            ("unknown", "application/octet-stream"),
        ] {
            assert_eq!(content_type(name), expected);
        }
    }
}

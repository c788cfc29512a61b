//! A time-stamp authority of the test's own: certificates and answers by `openssl`, HTTP on the loopback by a thread.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::JoinHandle;

use tempfile::TempDir;

/// The folder of an authority: a root, and several certificates for stamping under it.
pub(crate) struct LocalAuthority {
    folder: TempDir,
}

/// Which certificate and configuration answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Signer {
    /// ECDSA on P-256, as it should be.
    Good,
    /// RSA with 2048 bits, under an intermediate authority, signing with SHA-512.
    Rsa,
    /// Its certificate is not valid now.
    Expired,
    /// Its certificate is for something else besides.
    WrongPurpose,
    /// Names its certificate by SHA-1.
    Sha1,
}

impl Signer {
    const ALL: [Self; 5] = [Self::Good, Self::Rsa, Self::Expired, Self::WrongPurpose, Self::Sha1];

    const fn name(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Rsa => "rsa",
            Self::Expired => "expired",
            Self::WrongPurpose => "purpose",
            Self::Sha1 => "sha1",
        }
    }
}

/// Whether openssl can be used; says so where it cannot, and fails where it must be there.
pub(crate) fn openssl_is_there() -> bool {
    let there = Command::new("openssl").arg("version").output().is_ok_and(|output| output.status.success());
    if !there {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "openssl is missing");
        println!("SKIPPED: openssl is not installed, no authority can be made");
    }
    there
}

impl LocalAuthority {
    pub(crate) fn new() -> Self {
        let authority = Self { folder: tempfile::tempdir().expect("a folder") };
        let at = authority.folder.path();
        let authorities = "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n";
        fs::write(at.join("authority.ext"), authorities).expect("written");
        fs::write(at.join("stamp.ext"), "extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n")
            .expect("written");
        fs::write(at.join("purpose.ext"), "extendedKeyUsage=critical,timeStamping,emailProtection\n").expect("written");
        let ec = "openssl ecparam -name prime256v1 -genkey -noout -out";
        authority.run(&format!("{ec} root.key && openssl req -x509 -new -key root.key -sha256 -days 3650 -subj '/CN=Radice di prova' -out root.pem"));
        authority.run(&format!("{ec} middle.key && openssl req -new -key middle.key -subj '/CN=Intermedia di prova' -out middle.csr && openssl x509 -req -in middle.csr -CA root.pem -CAkey root.key -set_serial 2 -days 3650 -extfile authority.ext -out middle.pem"));
        for (number, signer) in Signer::ALL.into_iter().enumerate() {
            let name = signer.name();
            let key = if signer == Signer::Rsa { "openssl genrsa -out" } else { ec };
            let (issuer, days, extensions) = match signer {
                Signer::Rsa => ("middle", 3650, "stamp"),
                Signer::Expired => ("root", -1, "stamp"),
                Signer::WrongPurpose => ("root", 3650, "purpose"),
                _ => ("root", 3650, "stamp"),
            };
            authority.run(&format!("{key} {name}.key && openssl req -new -key {name}.key -subj '/CN=Marche di prova {name}' -out {name}.csr && openssl x509 -req -in {name}.csr -CA {issuer}.pem -CAkey {issuer}.key -set_serial {} -days {days} -extfile {extensions}.ext -out {name}.pem", number + 10));
            let (digest, certificate_digest) = match signer {
                Signer::Rsa => ("sha512", "sha256"),
                Signer::Sha1 => ("sha256", "sha1"),
                _ => ("sha256", "sha256"),
            };
            let configuration = format!(
                "[tsa]\ndefault_tsa = it\n[it]\nserial = {name}.serial\ncrypto_device = builtin\nsigner_cert = {name}.pem\nsigner_key = {name}.key\ncerts = {issuer}.pem\nsigner_digest = {digest}\ndefault_policy = 1.2.3.4.1\ndigests = sha1, sha256, sha384, sha512\naccuracy = secs:1\nclock_precision_digits = 3\nordering = yes\ntsa_name = yes\ness_cert_id_chain = no\ness_cert_id_alg = {certificate_digest}\n"
            );
            fs::write(at.join(format!("{name}.cnf")), configuration).expect("written");
            fs::write(at.join(format!("{name}.serial")), "01\n").expect("written");
        }
        authority
    }

    /// The certificates that people trust.
    pub(crate) fn roots(&self) -> PathBuf {
        self.folder.path().join("root.pem")
    }

    pub(crate) fn roots_pem(&self) -> String {
        fs::read_to_string(self.roots()).expect("there")
    }

    /// The answer to a request, as `openssl ts` gives it.
    pub(crate) fn answer(&self, signer: Signer, request: &[u8]) -> Vec<u8> {
        let at = self.folder.path();
        let name = signer.name();
        fs::write(at.join("request.tsq"), request).expect("written");
        // openssl looks at the purpose of the certificate before it signs.
        self.run(&format!("openssl ts -reply -config {name}.cnf -queryfile request.tsq -out answer.tsr"));
        fs::read(at.join("answer.tsr")).expect("there")
    }

    /// A request of openssl's own making over `file`.
    pub(crate) fn request_of_openssl(&self, file: &Path, digest: &str) -> Vec<u8> {
        let request = self.folder.path().join("own.tsq");
        let made = Command::new("openssl")
            .args(["ts", "-query", "-cert", digest, "-data"])
            .arg(file)
            .arg("-out")
            .arg(&request)
            .output();
        assert!(made.expect("openssl").status.success());
        fs::read(request).expect("there")
    }

    fn run(&self, command: &str) {
        let output =
            Command::new("sh").args(["-c", command]).current_dir(self.folder.path()).output().expect("a shell");
        assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

/// Serves one request on the loopback: what was posted goes to `answer`, whose words are the whole HTTP answer.
pub(crate) fn serve(answer: impl FnOnce(Vec<u8>) -> Vec<u8> + Send + 'static) -> (String, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}/tsr", listener.local_addr().expect("an address"));
    let thread = std::thread::spawn(move || {
        let (stream, _) = listener.accept().expect("a visitor");
        let mut reader = BufReader::new(stream.try_clone().expect("a stream"));
        let (mut head, mut length) = (String::new(), 0);
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).expect("a line");
            if line.trim().is_empty() {
                break;
            }
            if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().expect("a number");
            }
            head.push_str(&line);
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).expect("a body");
        let mut stream: TcpStream = stream;
        // A visitor that has heard enough may be gone.
        drop(stream.write_all(&answer(body)));
        head
    });
    (address, thread)
}

/// A good HTTP answer with `body`.
pub(crate) fn ok(body: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/timestamp-reply\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

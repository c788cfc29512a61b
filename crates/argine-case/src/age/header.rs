//! The lines before the payload: who can open it, and a code that ties them together.

use std::io::{self, Read};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use chacha20poly1305::aead::Aead as _;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit as _};
use hmac::Mac as _;
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroizing;

use super::keys::{Identity, Passphrase, Recipient, WorkFactor};
use super::{Closing, FileKey, Opening, changed, derive, random};

const FIRST_LINE: &str = "age-encryption.org/v1";
const END: &str = "---";
const X25519: &str = "X25519";
const X25519_PURPOSE: &[u8] = b"age-encryption.org/v1/X25519";
const SCRYPT: &str = "scrypt";
const SCRYPT_PURPOSE: &[u8] = b"age-encryption.org/v1/scrypt";
const COLUMNS: usize = 64;
/// A header larger than this is not ours: room for hundreds of recipients.
const LARGEST: usize = 64 * 1024;

/// One way of opening a file.
struct Stanza {
    words: Vec<String>,
    body: Vec<u8>,
}

pub(super) struct Header(Vec<Stanza>);

impl Header {
    pub(super) fn seal(file_key: &FileKey, closing: &Closing<'_>) -> io::Result<Self> {
        let stanzas = match closing {
            Closing::Passphrase(passphrase, factor) => vec![for_passphrase(file_key, passphrase, *factor)?],
            Closing::Recipients(recipients) => {
                recipients.iter().map(|recipient| for_recipient(file_key, *recipient)).collect::<io::Result<_>>()?
            }
        };
        Ok(Self(stanzas))
    }

    /// The bytes of the header, its code included.
    pub(super) fn render(&self, file_key: &FileKey) -> io::Result<Vec<u8>> {
        let mut text = format!("{FIRST_LINE}\n");
        for stanza in &self.0 {
            text.push_str("-> ");
            text.push_str(&stanza.words.join(" "));
            text.push('\n');
            let body = BASE64.encode(&stanza.body);
            let mut rest = body.as_str();
            // The last line of a body is shorter than the others, empty if need be.
            while let Some((line, after)) = rest.split_at_checked(COLUMNS) {
                text.extend([line, "\n"]);
                rest = after;
            }
            text.extend([rest, "\n"]);
        }
        text.push_str(END);
        let code = code(file_key, text.as_bytes())?.finalize().into_bytes();
        text.extend([" ", &BASE64.encode(code), "\n"]);
        Ok(text.into_bytes())
    }

    /// Reads up to the end of the header, byte by byte, so that the payload stays with the reader.
    pub(super) fn read(reader: &mut impl Read) -> io::Result<(Self, Vec<u8>)> {
        let mut bytes = Vec::new();
        let mut lines = Vec::new();
        let mut begin = 0;
        let mut one = [0];
        for _ in 0..LARGEST {
            reader.read_exact(&mut one).map_err(|error| match error.kind() {
                io::ErrorKind::UnexpectedEof => changed(),
                _ => error,
            })?;
            let [byte] = one;
            bytes.push(byte);
            if byte != b'\n' {
                continue;
            }
            let line =
                bytes.get(begin..bytes.len() - 1).and_then(|line| str::from_utf8(line).ok()).ok_or_else(changed)?;
            begin = bytes.len();
            if lines.is_empty() && line != FIRST_LINE {
                return Err(changed());
            }
            if line.starts_with(END) {
                return Ok((Self(stanzas(lines.get(1..).unwrap_or_default())?), bytes));
            }
            lines.push(line.to_owned());
        }
        Err(changed())
    }

    /// The file key, if `opening` opens one of the stanzas, and the header is as it was written.
    pub(super) fn open(&self, bytes: &[u8], opening: Opening<'_>) -> io::Result<FileKey> {
        if self.0.len() > 1 && self.0.iter().any(|stanza| stanza.is(SCRYPT)) {
            return Err(changed());
        }
        let denied = || io::Error::new(io::ErrorKind::PermissionDenied, "another key is needed");
        let mut found = None;
        for stanza in &self.0 {
            let opened = match opening {
                Opening::Passphrase(passphrase) if stanza.is(SCRYPT) => stanza.open_with_passphrase(passphrase)?,
                Opening::Identity(identity) if stanza.is(X25519) => stanza.open_with_identity(identity)?,
                _ => None,
            };
            if opened.is_some() {
                found = opened;
                break;
            }
        }
        let file_key = found.ok_or_else(denied)?;
        let text = str::from_utf8(bytes).map_err(|_| changed())?;
        let (before, last) = text.trim_end_matches('\n').rsplit_once('\n').ok_or_else(changed)?;
        let given = last.strip_prefix("--- ").and_then(|code| BASE64.decode(code).ok()).ok_or_else(changed)?;
        code(&file_key, format!("{before}\n{END}").as_bytes())?.verify_slice(&given).map_err(|_| changed())?;
        Ok(file_key)
    }
}

impl Stanza {
    fn is(&self, kind: &str) -> bool {
        self.words.first().is_some_and(|word| word == kind)
    }

    fn open_with_passphrase(&self, passphrase: &Passphrase) -> io::Result<Option<FileKey>> {
        let [_, salt, factor] = self.words.as_slice() else { return Err(changed()) };
        let salt: [u8; 16] = BASE64.decode(salt).ok().and_then(|salt| salt.try_into().ok()).ok_or_else(changed)?;
        let factor = WorkFactor::parse(factor).ok_or_else(changed)?;
        unwrap(&stretch(passphrase, &salt, factor)?, &self.body)
    }

    fn open_with_identity(&self, identity: &Identity) -> io::Result<Option<FileKey>> {
        let [_, share] = self.words.as_slice() else { return Err(changed()) };
        let share: [u8; 32] = BASE64.decode(share).ok().and_then(|share| share.try_into().ok()).ok_or_else(changed)?;
        let shared = identity.secret().diffie_hellman(&PublicKey::from(share));
        if !shared.was_contributory() {
            return Err(changed());
        }
        let salt = [share, *identity.recipient().as_bytes()].concat();
        unwrap(&derive(shared.as_bytes(), &salt, X25519_PURPOSE)?, &self.body)
    }
}

fn for_passphrase(file_key: &FileKey, passphrase: &Passphrase, factor: WorkFactor) -> io::Result<Stanza> {
    let salt = random::<16>()?;
    let body = wrap(&stretch(passphrase, &salt, factor)?, file_key)?;
    let words = vec![SCRYPT.to_owned(), BASE64.encode(salt.as_slice()), factor.log_n().to_string()];
    Ok(Stanza { words, body })
}

fn for_recipient(file_key: &FileKey, recipient: Recipient) -> io::Result<Stanza> {
    let secret = StaticSecret::from(*random::<32>()?);
    let share = PublicKey::from(&secret).to_bytes();
    let shared = secret.diffie_hellman(&PublicKey::from(*recipient.as_bytes()));
    // A key of low order would make the shared secret known to everybody.
    if !shared.was_contributory() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "the key of a recipient is weak"));
    }
    let salt = [share, *recipient.as_bytes()].concat();
    let body = wrap(&derive(shared.as_bytes(), &salt, X25519_PURPOSE)?, file_key)?;
    Ok(Stanza { words: vec![X25519.to_owned(), BASE64.encode(share)], body })
}

fn stretch(passphrase: &Passphrase, salt: &[u8; 16], factor: WorkFactor) -> io::Result<Zeroizing<[u8; 32]>> {
    let salt = [SCRYPT_PURPOSE, salt.as_slice()].concat();
    let parameters = scrypt::Params::new(factor.log_n(), 8, 1).map_err(|_| changed())?;
    let mut key = Zeroizing::new([0; 32]);
    scrypt::scrypt(passphrase.as_str().as_bytes(), &salt, &parameters, key.as_mut_slice()).map_err(|_| changed())?;
    Ok(key)
}

fn wrap(key: &Zeroizing<[u8; 32]>, file_key: &FileKey) -> io::Result<Vec<u8>> {
    // Each wrapping key is used once: the nonce may be constant.
    ChaCha20Poly1305::new((&**key).into()).encrypt(&[0; 12].into(), file_key.as_slice()).map_err(|_| changed())
}

fn unwrap(key: &Zeroizing<[u8; 32]>, body: &[u8]) -> io::Result<Option<FileKey>> {
    if body.len() != 32 {
        return Err(changed());
    }
    let opened = ChaCha20Poly1305::new((&**key).into()).decrypt(&[0; 12].into(), body).ok().map(Zeroizing::new);
    Ok(opened.and_then(|opened| opened.as_slice().try_into().ok()).map(Zeroizing::new))
}

fn code(file_key: &FileKey, header: &[u8]) -> io::Result<hmac::Hmac<sha2::Sha256>> {
    let key = derive(file_key.as_slice(), &[], b"header")?;
    let mut code =
        <hmac::Hmac<sha2::Sha256> as hmac::KeyInit>::new_from_slice(key.as_slice()).map_err(|_| changed())?;
    code.update(header);
    Ok(code)
}

fn stanzas(lines: &[String]) -> io::Result<Vec<Stanza>> {
    let mut stanzas = Vec::new();
    let mut lines = lines.iter();
    while let Some(line) = lines.next() {
        let words: Vec<String> = line.strip_prefix("-> ").ok_or_else(changed)?.split(' ').map(str::to_owned).collect();
        if words.iter().any(|word| word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_graphic())) {
            return Err(changed());
        }
        let mut body = String::new();
        loop {
            let line = lines.next().filter(|line| line.len() <= COLUMNS).ok_or_else(changed)?;
            body.push_str(line);
            if line.len() < COLUMNS {
                break;
            }
        }
        stanzas.push(Stanza { words, body: BASE64.decode(body).map_err(|_| changed())? });
    }
    Ok(stanzas)
}

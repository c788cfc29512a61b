//! Encryption at rest: age-encryption.org/v1, with passphrases (scrypt) and X25519 keys.
//!
//! Only the format is written here, which is small and frozen; every primitive is a library's (ChaCha20-Poly1305, HKDF,
//! HMAC, scrypt, X25519, Bech32). The tests let the `age` program read what is written here and the other way round.
//! The published library for this format was looked at first: it brings a hundred crates, second versions of most of
//! the primitives among them, for translations, plugins and key types that a case does not use.

mod header;
mod keys;
mod stream;
#[cfg(test)]
mod tests;

use std::io::{self, Read, Write};

use zeroize::Zeroizing;

pub use keys::{Identity, InvalidKey, Passphrase, Recipient, WorkFactor};
pub use stream::{Decryptor, Encryptor};

use header::Header;

/// What opens a file, and for whom it is closed: sixteen random bytes.
type FileKey = Zeroizing<[u8; 16]>;

/// Whom a file is encrypted for. A passphrase stands alone: the format forbids mixing it with keys.
#[derive(Debug)]
pub enum Closing<'a> {
    /// Who has the words.
    Passphrase(&'a Passphrase, WorkFactor),
    /// Who has one of the keys.
    Recipients(&'a [Recipient]),
}

/// What is tried to open a file.
#[derive(Debug, Clone, Copy)]
pub enum Opening<'a> {
    /// The words.
    Passphrase(&'a Passphrase),
    /// A key.
    Identity(&'a Identity),
}

/// Begins an encrypted file: what is written to the answer goes to `writer`, encrypted.
///
/// # Errors
/// What the writer says, or that the system gives no random bytes.
pub fn encrypt<W: Write>(mut writer: W, closing: &Closing<'_>) -> io::Result<Encryptor<W>> {
    let file_key: FileKey = random()?;
    let header = Header::seal(&file_key, closing)?;
    writer.write_all(&header.render(&file_key)?)?;
    let nonce: Zeroizing<[u8; 16]> = random()?;
    writer.write_all(nonce.as_slice())?;
    Ok(Encryptor::new(writer, &payload_key(&file_key, &nonce)?))
}

/// Opens an encrypted file. `InvalidData`: it is none, or it was changed; `PermissionDenied`: another key is needed.
///
/// # Errors
/// These, and what the reader says.
pub fn decrypt<R: Read>(mut reader: R, opening: Opening<'_>) -> io::Result<Decryptor<R>> {
    let (header, bytes) = Header::read(&mut reader)?;
    let file_key = header.open(&bytes, opening)?;
    let mut nonce = [0; 16];
    reader.read_exact(&mut nonce)?;
    Ok(Decryptor::new(reader, &payload_key(&file_key, &nonce)?))
}

/// Random bytes of the system.
///
/// # Errors
/// When it gives none.
pub fn random<const N: usize>() -> io::Result<Zeroizing<[u8; N]>> {
    let mut bytes = Zeroizing::new([0; N]);
    getrandom::fill(bytes.as_mut_slice()).map_err(|_| io::Error::other("the system gives no random bytes"))?;
    Ok(bytes)
}

fn payload_key(file_key: &FileKey, nonce: &[u8; 16]) -> io::Result<Zeroizing<[u8; 32]>> {
    derive(file_key.as_slice(), nonce, b"payload")
}

/// HKDF with SHA-256 (RFC 5869).
fn derive(secret: &[u8], salt: &[u8], purpose: &[u8]) -> io::Result<Zeroizing<[u8; 32]>> {
    let mut key = Zeroizing::new([0; 32]);
    let expanded = hkdf::Hkdf::<sha2::Sha256>::new(Some(salt), secret).expand(purpose, key.as_mut_slice());
    expanded.map_err(|_| changed())?;
    Ok(key)
}

fn changed() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "the encrypted file was changed")
}

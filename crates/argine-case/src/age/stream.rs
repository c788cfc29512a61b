//! The payload: chunks of 64 KiB, each under ChaCha20-Poly1305, numbered, the last one marked.

use std::io::{self, Read, Write};

use chacha20poly1305::aead::AeadInOut as _;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit as _, Nonce};
use zeroize::{Zeroize as _, Zeroizing};

use super::changed;

const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;

#[derive(Clone, Copy)]
enum Place {
    Middle,
    Last,
}

struct Cipher {
    cipher: ChaCha20Poly1305,
    next: u64,
}

impl Cipher {
    fn new(key: &Zeroizing<[u8; 32]>) -> Self {
        Self { cipher: ChaCha20Poly1305::new((&**key).into()), next: 0 }
    }

    /// Eleven bytes of a counter, one that marks the last chunk.
    fn nonce(&mut self, place: Place) -> io::Result<Nonce> {
        let mut nonce = [0; 12];
        for (byte, value) in nonce.iter_mut().skip(3).zip(self.next.to_be_bytes()) {
            *byte = value;
        }
        if let (Some(mark), Place::Last) = (nonce.last_mut(), place) {
            *mark = 1;
        }
        self.next = self.next.checked_add(1).ok_or_else(changed)?;
        Ok(nonce.into())
    }
}

/// Encrypts what is written to it. Without [`Self::finish`] the file is cut, and is recognised as such.
pub struct Encryptor<W: Write> {
    writer: W,
    cipher: Cipher,
    chunk: Vec<u8>,
}

impl<W: Write> Encryptor<W> {
    pub(super) fn new(writer: W, key: &Zeroizing<[u8; 32]>) -> Self {
        Self { writer, cipher: Cipher::new(key), chunk: Vec::with_capacity(CHUNK + TAG) }
    }

    /// Writes the last chunk.
    ///
    /// # Errors
    /// What the writer says.
    pub fn finish(mut self) -> io::Result<W> {
        self.flush_chunk(Place::Last)?;
        Ok(self.writer)
    }

    fn flush_chunk(&mut self, place: Place) -> io::Result<()> {
        let nonce = self.cipher.nonce(place)?;
        self.cipher.cipher.encrypt_in_place(&nonce, b"", &mut self.chunk).map_err(|_| changed())?;
        self.writer.write_all(&self.chunk)?;
        self.chunk.clear();
        Ok(())
    }
}

impl<W: Write> Write for Encryptor<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.is_empty() {
            return Ok(0);
        }
        // Only now is it known that the full chunk is not the last.
        if self.chunk.len() == CHUNK {
            self.flush_chunk(Place::Middle)?;
        }
        let taken = bytes.get(..bytes.len().min(CHUNK - self.chunk.len())).unwrap_or_default();
        self.chunk.extend_from_slice(taken);
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// Gives the words of an encrypted file. No byte of a chunk that was changed is ever given; a file that was cut is told
/// at its end, so what came before must not be acted on until then.
pub struct Decryptor<R: Read> {
    reader: R,
    cipher: Cipher,
    chunk: Vec<u8>,
    given: usize,
    /// The first byte of the next chunk: only it tells that a chunk is not the last.
    ahead: Option<u8>,
    ended: bool,
}

impl<R: Read> Decryptor<R> {
    pub(super) fn new(reader: R, key: &Zeroizing<[u8; 32]>) -> Self {
        let chunk = Vec::with_capacity(CHUNK + TAG + 1);
        Self { reader, cipher: Cipher::new(key), chunk, given: 0, ahead: None, ended: false }
    }

    fn next_chunk(&mut self) -> io::Result<()> {
        let first = self.cipher.next == 0;
        self.chunk.zeroize();
        self.chunk.extend(self.ahead.take());
        let wanted = (CHUNK + TAG + 1 - self.chunk.len()) as u64;
        self.reader.by_ref().take(wanted).read_to_end(&mut self.chunk)?;
        if self.chunk.len() > CHUNK + TAG {
            self.ahead = self.chunk.pop();
        }
        let place = if self.ahead.is_some() { Place::Middle } else { Place::Last };
        let nonce = self.cipher.nonce(place)?;
        self.cipher.cipher.decrypt_in_place(&nonce, b"", &mut self.chunk).map_err(|_| changed())?;
        if self.chunk.is_empty() && !first {
            return Err(changed());
        }
        self.given = 0;
        self.ended = self.ahead.is_none();
        Ok(())
    }
}

impl<R: Read> Read for Decryptor<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.given == self.chunk.len() {
            if self.ended {
                return Ok(0);
            }
            if let Err(error) = self.next_chunk() {
                // Nothing of a broken chunk is left to give, now or later.
                self.chunk.clear();
                self.given = 0;
                return Err(error);
            }
        }
        let left = self.chunk.get(self.given..).unwrap_or_default();
        let given = left.len().min(buffer.len());
        for (to, from) in buffer.iter_mut().zip(left) {
            *to = *from;
        }
        self.given += given;
        Ok(given)
    }
}

impl<R: Read> Drop for Decryptor<R> {
    fn drop(&mut self) {
        self.chunk.zeroize();
    }
}

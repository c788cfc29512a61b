//! The key of a locked case under a passphrase, and how to open the case without Argine.

use std::io::{self, Read, Write};

use zeroize::Zeroizing;

use crate::age::{Closing, Identity, Opening, Passphrase, WorkFactor, decrypt, encrypt};

/// The name of the wrapped key in the folder of a locked case.
pub const KEY: &str = "identity.age";
/// How to open it without Argine, Italian and English.
pub const PAGES: [&str; 2] = ["LEGGIMI-apri.txt", "README-open.txt"];

/// The command with which anybody who has the passphrase opens a vault; the pages print it and tests run it.
pub const OPEN_COMMAND: &str = "age -d -i identity.age case.tar.age | tar -x";
/// The same with the key of the recovery sheet, or of a second recipient, in the file `key.txt`.
pub const RECOVERY_COMMAND: &str = "age -d -i key.txt case.tar.age | tar -x";

/// Writes `identity` under a passphrase, and gives the writer back.
///
/// # Errors
/// What the writer says, or that the system gives no random bytes.
pub fn wrap_key<W: Write>(
    writer: W,
    identity: &Identity,
    passphrase: &Passphrase,
    factor: WorkFactor,
) -> io::Result<W> {
    let mut encryptor = encrypt(writer, &Closing::Passphrase(passphrase, factor))?;
    encryptor.write_all(identity.expose().as_bytes())?;
    encryptor.write_all(b"\n")?;
    encryptor.finish()
}

/// Reads a wrapped key.
///
/// # Errors
/// `PermissionDenied`: the passphrase is another one; `InvalidData`: it was changed.
pub fn unwrap_key(wrapped: impl Read, passphrase: &Passphrase) -> io::Result<Identity> {
    let mut text = Zeroizing::new(String::new());
    decrypt(wrapped, Opening::Passphrase(passphrase))?.read_to_string(&mut text)?;
    text.parse().map_err(|_| io::ErrorKind::InvalidData.into())
}

/// Ids of the catalogue messages that [`vault_page`] asks for.
pub const VAULT_PAGE_MESSAGES: [&str; 5] =
    ["vault-page-title", "vault-page-what", "vault-page-passphrase", "vault-page-key", "vault-page-warning"];

/// Composes the page in a locked case that tells how to open it without Argine.
pub fn vault_page(message: impl Fn(&str) -> String) -> String {
    let [title, what, passphrase, key, warning] = VAULT_PAGE_MESSAGES.map(message);
    format!("{title}\n\n{what}\n\n{passphrase}\n\n    {OPEN_COMMAND}\n\n{key}\n\n    {RECOVERY_COMMAND}\n\n{warning}\n")
}

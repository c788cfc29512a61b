use std::io::{self, Write as _};
use std::path::Path;

use argine_model::Sha256;
use argine_seal::SigningKey;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use zeroize::Zeroizing;

use crate::{VaultError, disk};

/// The name of the file that holds the key, in the folder that the door gives.
pub const KEY_FILE: &str = "device-key";

const FIRST_LINE: &str = "argine device key 1: secret, it seals the cases of this device";
const LIMIT: u64 = 1024;
const CHECK_LENGTH: usize = 4;

/// The key of this device, made at first use.
///
/// Only the owner of the account may read the file (mode 0600). Two processes that start together end up with one
/// key. The file is two lines: what it is, and in base64 the 32 bytes of the seed with the first 4 of their SHA-256.
///
/// # Errors
/// [`VaultError::KeyExposed`] when others may read it, [`VaultError::KeyDamaged`] when it is not what was written
/// (it is never replaced: a new key would look like tampering in old cases), or what the disk says.
pub fn device_key(folder: &Path) -> Result<SigningKey, VaultError> {
    let path = folder.join(KEY_FILE);
    if !disk::exists(&path) {
        create(folder, &path)?;
    }
    load(&path)
}

fn load(path: &Path) -> Result<SigningKey, VaultError> {
    let damaged = || VaultError::KeyDamaged(path.to_owned());
    // A link is not the file that we wrote: who placed it chose where the key lies.
    if !disk::is_plain_file(path) {
        return Err(damaged());
    }
    let file = disk::open(path).map_err(|source| VaultError::io(path, source))?;
    let metadata = file.metadata().map_err(|source| VaultError::io(path, source))?;
    if is_exposed(&metadata) {
        return Err(VaultError::KeyExposed(path.to_owned()));
    }
    drop(file);
    let bytes = Zeroizing::new(disk::read(path, LIMIT).map_err(|_| damaged())?);
    let text = str::from_utf8(&bytes).map_err(|_| damaged())?;
    let body = text.strip_prefix(FIRST_LINE).and_then(|rest| rest.strip_prefix('\n')).ok_or_else(damaged)?;
    let decoded = Zeroizing::new(BASE64.decode(body.trim_end()).map_err(|_| damaged())?);
    let (seed, check) = decoded.split_first_chunk::<32>().ok_or_else(damaged)?;
    if *check != check_of(seed) {
        return Err(damaged());
    }
    Ok(SigningKey::from_seed(&Zeroizing::new(*seed)))
}

fn create(folder: &Path, path: &Path) -> Result<(), VaultError> {
    let at = |source| VaultError::io(path, source);
    disk::create_folders(folder)?;
    let mut seed = Zeroizing::new([0_u8; 32]);
    getrandom::fill(seed.as_mut_slice()).map_err(|_| VaultError::NoRandomness)?;
    let body = Zeroizing::new([seed.as_slice(), &check_of(&seed)].concat());
    let text = Zeroizing::new(format!("{FIRST_LINE}\n{}\n", *Zeroizing::new(BASE64.encode(&*body))));
    // Mode 0600 from its first moment; it takes its name only when it is whole.
    let mut file = tempfile::Builder::new().prefix(".device-key").tempfile_in(folder).map_err(at)?;
    file.write_all(text.as_bytes()).and_then(|()| file.as_file().sync_all()).map_err(at)?;
    match file.persist_noclobber(path) {
        Ok(_) => disk::sync_folder(folder),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(at(error.error)),
    }
}

fn check_of(seed: &[u8; 32]) -> [u8; CHECK_LENGTH] {
    Sha256::of(seed).as_bytes().first_chunk().copied().unwrap_or_default()
}

#[cfg(unix)]
fn is_exposed(metadata: &std::fs::Metadata) -> bool {
    std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o077 != 0
}

#[cfg(not(unix))]
fn is_exposed(_: &std::fs::Metadata) -> bool {
    false
}

//! Addresses of crypto-currency wallets, by their own check digits.

use argine_model::{Grade, IndicatorKind, Sha256, Validity};
use sha3::{Digest, Keccak256};

use crate::context::Cue;
use crate::find::{Found, Lens, invalid, valid};
use crate::text::{ascii, at, before, plain, run_end, slice, stands_at, word_at, work};

/// The shortest address of those we know (Bitcoin, base58).
pub(crate) const SHORTEST: usize = 25;

/// Judges the run `start..end` of letters and digits.
pub(crate) fn at_run(lens: &Lens<'_>, start: usize, end: usize) -> Option<Found> {
    let bytes = lens.bytes();
    let run = plain(bytes, start, end);
    let coin = coin_near(lens, start);
    let make = |variety: &'static str, value: String, validity: Validity, grade: Grade, start: usize, end: usize| {
        Some(Found { kind: IndicatorKind::Crypto, variety, value, validity, grade, start, end })
    };
    // A run that begins in a file name or a longer token of another sort is no address: addresses have letters and digits only,
    // glued to such signs they are parts of something else, unless named.
    if matches!(before(bytes, start), b'_' | b'-' | b'=') && coin.is_none() {
        return None;
    }
    if run.starts_with("0x") || run.starts_with("0X") {
        let (variety, value, validity, grade) = ethereum(run, coin)?;
        return make(variety, value, validity, grade, start, end);
    }
    for (prefix, variety) in [("bc1", "btc"), ("ltc1", "ltc"), ("tb1", "btc_testnet")] {
        // BIP-173: mixed case is refused; such a run may still be base58.
        if stands_at(bytes, start, prefix.as_bytes()) && (14..=90).contains(&run.len()) && is_one_case(run) {
            let lower = run.to_ascii_lowercase();
            return match bech32::segwit::decode(run) {
                Ok(_) => make(variety, lower, valid("bech32"), Grade::A, start, end),
                Err(_) if coin.is_some() && (26..=90).contains(&run.len()) => {
                    make(variety, lower, invalid("bech32"), Grade::C, start, end)
                }
                Err(_) => None,
            };
        }
    }
    if (25..=36).contains(&run.len())
        && let Some(variety) = base58check(run)
    {
        // Exchanges share one address on this chain: whose money it is the tag says.
        let (value, end) = match (variety, destination_tag(bytes, end)) {
            ("xrp", Some((tag, tag_end))) => (format!("{run}?dt={tag}"), tag_end),
            _ => (run.to_owned(), end),
        };
        return make(variety, value, valid("base58check"), Grade::A, start, end);
    }
    if matches!(run.len(), 95 | 106) && run.starts_with(['4', '8']) {
        if monero(run) {
            return make("xmr", run.to_owned(), valid("monero_checksum"), Grade::A, start, end);
        }
        let named = coin.is_some();
        return named.then(|| make("xmr", run.to_owned(), invalid("monero_checksum"), Grade::C, start, end)).flatten();
    }
    if (44..=48).contains(&(token_end(bytes, start) - start))
        && let Some((value, end)) = toncoin(bytes, start)
    {
        return make("ton", value, valid("crc_16"), Grade::A, start, end);
    }
    if (32..=44).contains(&run.len())
        && coin == Some("sol")
        && bs58::decode(run).into_vec().is_ok_and(|key| key.len() == 32)
    {
        return make("sol", run.to_owned(), Validity::NoCheck, Grade::B, start, end);
    }
    // A wallet named by the words around, whose check fails: mistyped, cut, or invented.
    let alphabet = run.bytes().all(|byte| byte.is_ascii_alphanumeric() && !matches!(byte, b'0' | b'O' | b'I' | b'l'));
    let mixed = run.bytes().any(|byte| byte.is_ascii_digit()) && run.bytes().any(|byte| byte.is_ascii_alphabetic());
    if !alphabet || !mixed || !(26..=35).contains(&run.len()) {
        return None;
    }
    let variety = match (coin?, at(run.as_bytes(), 0)) {
        ("btc" | "", b'1' | b'3') => "btc",
        ("ltc" | "", b'L' | b'M') => "ltc",
        ("tron", b'T') if run.len() == 34 => "tron",
        _ => return None,
    };
    if lens.said_to_be_other(start) {
        return None;
    }
    make(variety, run.to_owned(), invalid("base58check"), Grade::C, start, end)
}

/// "tag 12345", "destination tag: 12345", "?dt=12345" behind an address of the XRP ledger: the number (32 bits) and its end.
fn destination_tag(bytes: &[u8], from: usize) -> Option<(u32, usize)> {
    let mut index = from;
    let mut named = false;
    for _ in 0..5 {
        while matches!(at(bytes, index), b' ' | b',' | b';' | b':' | b'?' | b'=' | b'-' | b'(' | b'\n' | b'#' | b'.')
            && index < from + 40
        {
            index += 1;
        }
        let (word, end) = word_at(bytes, index);
        match word.bytes() {
            b"tag" | b"dt" | b"destinationtag" | b"memo" | b"etichetta" | b"etiqueta" => named = true,
            b"destination" | b"destinazione" | b"di" | b"de" | b"is" | b"e" | b"con" | b"with" | b"avec" | b"il"
            | b"the" => {}
            _ => break,
        }
        index = end;
    }
    let mut end = index;
    while at(bytes, end).is_ascii_digit() {
        end += 1;
    }
    let tag = plain(bytes, index, end).parse().ok()?;
    (named && !at(bytes, end).is_ascii_alphabetic()).then_some((tag, end))
}

fn is_one_case(run: &str) -> bool {
    !run.bytes().any(|byte| byte.is_ascii_lowercase()) || !run.bytes().any(|byte| byte.is_ascii_uppercase())
}

fn coin_near(lens: &Lens<'_>, start: usize) -> Option<&'static str> {
    let near = lens.context.nearest_before(start, 48, |cue| match cue {
        Cue::Coin(coin) => Some(coin),
        _ => None,
    });
    near.map(|(coin, _)| coin)
}

fn token_end(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    while at(bytes, end).is_ascii_alphanumeric() || matches!(at(bytes, end), b'-' | b'_') {
        if end - start > 60 {
            break;
        }
        end += 1;
    }
    end
}

/// `0x` and forty hexadecimal digits; where cases are mixed they are a checksum (EIP-55). The value has the EIP-55 form.
fn ethereum(run: &str, coin: Option<&str>) -> Option<(&'static str, String, Validity, Grade)> {
    let digits = run.get(2..)?;
    if digits.len() != 40 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    work(1_500);
    let lower = digits.to_ascii_lowercase();
    let hash = Keccak256::digest(lower.as_bytes());
    let nibbles = hash.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let normal: String = lower
        .chars()
        .zip(nibbles)
        .map(|(digit, nibble)| if nibble > 7 { digit.to_ascii_uppercase() } else { digit })
        .collect();
    let one_case = digits == lower || digits == digits.to_ascii_uppercase();
    let (validity, grade) = match (digits == normal, one_case) {
        (true, false) => (valid("eip_55"), Grade::A),
        (_, true) => (Validity::NoCheck, Grade::B),
        (false, false) if coin.is_some() => (invalid("eip_55"), Grade::B),
        (false, false) => (invalid("eip_55"), Grade::C),
    };
    // Tether on Ethereum and others share the form: the chain is what is sure.
    Some(("eth", format!("0x{normal}"), validity, grade))
}

/// The chain of an address whose four check bytes hold (double SHA-256), by its version byte.
pub(crate) fn base58check(run: &str) -> Option<&'static str> {
    let payload = |alphabet: &bs58::Alphabet| {
        let mut buffer = [0_u8; 40];
        let length = bs58::decode(run).with_alphabet(alphabet).onto(&mut buffer).ok()?;
        work(1_500);
        let (payload, check) = buffer.get(..length)?.split_last_chunk::<4>()?;
        let digest = Sha256::of(Sha256::of(payload).as_bytes());
        let holds = digest.as_bytes().starts_with(check);
        holds.then(|| (payload.len(), at(&buffer, 0), at(&buffer, 1)))
    };
    match payload(bs58::Alphabet::BITCOIN) {
        Some((21, 0x00 | 0x05, _)) => return Some("btc"),
        Some((21, 0x30 | 0x32, _)) => return Some("ltc"),
        Some((21, 0x41, _)) => return Some("tron"),
        Some((21, 0x1E | 0x16, _)) => return Some("doge"),
        Some((21, 0x4C | 0x10, _)) => return Some("dash"),
        Some((22, 0x1C, 0xB8 | 0xBD)) => return Some("zec"),
        _ => {}
    }
    // Addresses of that ledger all begin with an "r": no other run is hashed twice.
    (run.starts_with('r') && matches!(payload(bs58::Alphabet::RIPPLE), Some((21, 0x00, _)))).then_some("xrp")
}

/// A Monero address: blocks of eight bytes in base58, four check bytes of Keccak-256.
fn monero(run: &str) -> bool {
    const WIDTHS: [usize; 12] = [0, 0, 1, 2, 0, 3, 4, 5, 0, 6, 7, 8];
    let mut decoded = Vec::with_capacity(80);
    for block in run.as_bytes().chunks(11) {
        let width = WIDTHS.get(block.len()).copied().unwrap_or(0);
        let mut value = 0_u128;
        for byte in block {
            let Some(digit) = BASE58.iter().position(|letter| letter == byte) else { return false };
            value = value * 58 + digit as u128;
        }
        if width == 0 || (width < 16 && value >> (8 * width) != 0) {
            return false;
        }
        decoded.extend_from_slice(slice(&value.to_be_bytes(), 16 - width, 16));
    }
    let Some((body, check)) = decoded.split_last_chunk::<4>().map(|(body, check)| (body, check.as_slice())) else {
        return false;
    };
    let network = at(body, 0);
    matches!(network, 18 | 19 | 42) && slice(Keccak256::digest(body).as_slice(), 0, 4) == check
}

const BASE58: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// A TON address in its friendly form: 36 bytes in base64url, the last two CRC-16/XMODEM (TEP-2).
fn toncoin(bytes: &[u8], start: usize) -> Option<(String, usize)> {
    let end = token_end(bytes, start);
    let token = slice(bytes, start, end);
    if token.len() != 48 || !matches!(token, [b'E' | b'U' | b'k' | b'0', b'Q', ..]) || run_end(bytes, end) != end {
        return None;
    }
    let mut decoded = Vec::with_capacity(36);
    for four in token.chunks(4) {
        let mut value = 0_u32;
        for byte in four {
            let digit = match byte {
                b'A'..=b'Z' => byte - b'A',
                b'a'..=b'z' => byte - b'a' + 26,
                b'0'..=b'9' => byte - b'0' + 52,
                b'-' => 62,
                _ => 63,
            };
            value = value << 6 | u32::from(digit);
        }
        decoded.extend_from_slice(slice(&value.to_be_bytes(), 1, 4));
    }
    let (body, check) = decoded.split_last_chunk::<2>()?;
    let crc = body.iter().fold(0_u16, |crc, byte| {
        (0..8).fold(crc ^ u16::from(*byte) << 8, |crc, _| if crc & 0x8000 == 0 { crc << 1 } else { crc << 1 ^ 0x1021 })
    });
    (crc.to_be_bytes() == *check).then(|| (ascii(bytes, start, end), end))
}

//! Addresses of crypto-currency wallets, by their own check digits.

use argine_model::{Grade, IndicatorKind, Sha256, Validity};
use sha3::{Digest, Keccak256};

use crate::context::Cue;
use crate::find::{Found, Lens, invalid, valid};
use crate::text::{ascii, at, before, is_word, plain, run_end, slice, stands_at, word_at, work};

/// The shortest address of those we know (Bitcoin, base58).
pub(crate) const SHORTEST: usize = 25;

/// Judges the run `start..end` of letters and digits.
pub(crate) fn at_run(lens: &Lens<'_>, start: usize, end: usize) -> Option<Found> {
    let bytes = lens.bytes();
    let short = end - start < SHORTEST;
    if short && !(opens_piece(bytes, start) && matches!(at(bytes, end), b' ' | b'\n')) {
        return None;
    }
    let coin = coin_near(lens, start);
    if let Some((variety, end)) = broken(lens, start, end, coin) {
        let value =
            slice(bytes, start, end).iter().filter(|byte| is_word(**byte)).map(|byte| char::from(*byte)).collect();
        return Some(Found {
            kind: IndicatorKind::Crypto,
            variety,
            value,
            validity: valid("base58check"),
            grade: Grade::A,
            start,
            end,
        });
    }
    if short {
        return None;
    }
    let run = plain(bytes, start, end);
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
    if run.len() == 42
        && let Some(value) = cash_address(run)
    {
        return make("bch", value, valid("cashaddr"), Grade::A, start, end);
    }
    if stands_at(bytes, start, b"addr1") && is_one_case(run) && bech32::decode(run).is_ok() {
        return make("ada", run.to_ascii_lowercase(), valid("bech32"), Grade::A, start, end);
    }
    if run.len() == 56 && stellar(run) {
        return make("xlm", run.to_owned(), valid("crc_16"), Grade::A, start, end);
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

/// The shortest piece of an address that somebody broke, its last one left out.
pub(crate) const SHORTEST_PIECE: usize = 3;

/// What the addresses in base58 begin with that we know.
pub(crate) fn opens_piece(bytes: &[u8], start: usize) -> bool {
    matches!(at(bytes, start), b'1' | b'3' | b'L' | b'M' | b'T' | b'D' | b'X' | b'r' | b't')
}

/// An address in base58 that the end of a line breaks, or that stands in groups behind the name of a coin.
fn broken(lens: &Lens<'_>, start: usize, end: usize, coin: Option<&str>) -> Option<(&'static str, usize)> {
    if !opens_piece(lens.bytes(), start) || end - start > 34 {
        return None;
    }
    match at(lens.bytes(), end) {
        b'\n' => over_a_line(lens.bytes(), start, end),
        b' ' if coin.is_some() => in_groups(lens, start, end),
        _ => None,
    }
}

/// Two pieces with the end of a line between. Addresses mix letters and digits; one below the other they are not pieces of
/// each other.
fn over_a_line(bytes: &[u8], start: usize, end: usize) -> Option<(&'static str, usize)> {
    let first = plain(bytes, start, end);
    let mixed = first.bytes().any(|byte| byte.is_ascii_digit()) && first.bytes().any(|byte| byte.is_ascii_alphabetic());
    let last = run_end(bytes, end + 1);
    let closed = matches!(at(bytes, last), 0 | b'\n' | b'\r' | b' ' | b'.' | b',');
    let length = last - start - 1;
    if first.len() < 8 || !mixed || !closed || !(26..=36).contains(&length) || follows_piece(bytes, start) {
        return None;
    }
    let text = [first, plain(bytes, end + 1, last)].concat();
    base58check(&text).map(|variety| (variety, last))
}

/// Groups of one length, the last one shorter perhaps; hashed once, where they end.
fn in_groups(lens: &Lens<'_>, start: usize, end: usize) -> Option<(&'static str, usize)> {
    let bytes = lens.bytes();
    let size = end - start;
    let named = lens.context.nearest_before(start, 3, |cue| matches!(cue, Cue::Coin(_)).then_some(())).is_some();
    let beside = before(bytes, start) == b' ' && start > size + 1 && !is_word(at(bytes, start - size - 2)) && !named;
    // A group like the ones behind: the address did not begin here.
    if beside && slice(bytes, start - size - 1, start - 1).iter().all(|byte| is_word(*byte)) || size < SHORTEST_PIECE {
        return None;
    }
    let mut text = plain(bytes, start, end).to_owned();
    let mut last = end;
    while at(bytes, last) == b' ' && text.len() < 36 {
        let next = run_end(bytes, last + 1);
        let piece = plain(bytes, last + 1, next);
        let coin = lens.context.between(last + 2, next).iter().any(|hit| matches!(hit.cue, Cue::Coin(_)));
        if piece.is_empty() || piece.len() > size || coin || text.len() + piece.len() > 36 {
            break;
        }
        text.push_str(piece);
        last = next;
        if piece.len() < size {
            break;
        }
    }
    let sound = (26..=36).contains(&text.len()) && last > end;
    sound.then(|| base58check(&text)).flatten().map(|variety| (variety, last))
}

/// Whether the line before ends with letters and digits that may be a piece too.
fn follows_piece(bytes: &[u8], start: usize) -> bool {
    let end = start.saturating_sub(1);
    let mut from = end;
    while is_word(before(bytes, from)) && end - from < 40 {
        from -= 1;
    }
    before(bytes, start) == b'\n' && end - from >= 8 && slice(bytes, from, end).iter().any(u8::is_ascii_digit)
}

/// A Bitcoin Cash address with its five-bit check code (`CashAddr`), with its prefix.
fn cash_address(run: &str) -> Option<String> {
    const LETTERS: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    const STEPS: [u64; 5] = [0x98_f2bc_8e61, 0x79_b76d_99e2, 0xf3_3e5f_b3c4, 0xae_2eab_e2a8, 0x1e_4f43_e470];
    if !is_one_case(run) || !matches!(at(run.as_bytes(), 0), b'q' | b'p' | b'Q' | b'P') {
        return None;
    }
    let lower = run.to_ascii_lowercase();
    let prefix = b"bitcoincash".iter().map(|byte| Some(u64::from(byte & 31))).chain([Some(0)]);
    let body = lower.bytes().map(|byte| LETTERS.iter().position(|letter| *letter == byte).map(|place| place as u64));
    let mut sum = 1_u64;
    for value in prefix.chain(body) {
        let top = sum >> 35;
        sum = (sum & 0x07_ffff_ffff) << 5 ^ value?;
        for (bit, step) in STEPS.iter().enumerate() {
            if top >> bit & 1 == 1 {
                sum ^= step;
            }
        }
    }
    (sum == 1).then(|| format!("bitcoincash:{lower}"))
}

/// An account of the Stellar ledger: base32 of a version, a key and CRC-16/XMODEM (SEP-23).
fn stellar(run: &str) -> bool {
    let mut decoded: Vec<u8> = Vec::with_capacity(35);
    let (mut held, mut bits) = (0_u32, 0);
    for byte in run.bytes() {
        let digit = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'2'..=b'7' => byte - b'2' + 26,
            _ => return false,
        };
        held = held << 5 & 0xFFFF | u32::from(digit);
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            decoded.push(u8::try_from(held >> bits & 0xFF).unwrap_or(0));
        }
    }
    let Some((body, check)) = decoded.split_last_chunk::<2>() else { return false };
    at(body, 0) == 6 << 3 && crc_16(body).to_le_bytes() == *check
}

/// CRC-16/XMODEM.
fn crc_16(body: &[u8]) -> u16 {
    body.iter().fold(0_u16, |crc, byte| {
        (0..8).fold(crc ^ u16::from(*byte) << 8, |crc, _| if crc & 0x8000 == 0 { crc << 1 } else { crc << 1 ^ 0x1021 })
    })
}

/// The address or transaction that a page of a chain's explorer is about: a part of the path or the query.
pub(crate) fn in_link(text: &[u8], start: usize) -> Vec<Found> {
    let mut finds = Vec::new();
    let mut from = 0;
    // The host tells nothing.
    let mut transaction = false;
    for part in text.split(|byte| matches!(byte, b'/' | b'?' | b'=' | b'&' | b'#')) {
        let place = start + from;
        from += part.len() + 1;
        let part = core::str::from_utf8(part).unwrap_or("");
        if matches!(part, "tx" | "transaction" | "transactions" | "tid") {
            transaction = true;
        }
        if part.len() < SHORTEST || !part.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            continue;
        }
        let hex = part.strip_prefix("0x").unwrap_or(part);
        let found = if hex.len() == 64 && transaction && hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            Some(("transaction", part.to_ascii_lowercase(), Validity::NoCheck, Grade::B))
        } else if part.starts_with("0x") {
            ethereum(part, None).filter(|found| found.3 != Grade::C)
        } else if is_one_case(part) && bech32::segwit::decode(part).is_ok() {
            let variety = if part.starts_with("ltc") { "ltc" } else { "btc" };
            Some((variety, part.to_ascii_lowercase(), valid("bech32"), Grade::A))
        } else if (26..=36).contains(&part.len()) {
            base58check(part).map(|variety| (variety, part.to_owned(), valid("base58check"), Grade::A))
        } else {
            None
        };
        finds.extend(found.map(|(variety, value, validity, grade)| Found {
            kind: IndicatorKind::Crypto,
            variety,
            value,
            validity,
            grade,
            start: place,
            end: place + part.len(),
        }));
    }
    finds
}

fn is_one_case(run: &str) -> bool {
    !run.bytes().any(|byte| byte.is_ascii_lowercase()) || !run.bytes().any(|byte| byte.is_ascii_uppercase())
}

fn coin_near(lens: &Lens<'_>, start: usize) -> Option<&'static str> {
    let near = lens.context.nearest_before(start, 48, |cue| match cue {
        Cue::Coin(coin) if !coin.is_empty() => Some(coin),
        _ => None,
    });
    // "My SOL wallet": the coin's own name before the word for all of them.
    let near = near.or_else(|| {
        lens.context.nearest_before(start, 48, |cue| match cue {
            Cue::Coin(coin) => Some(coin),
            _ => None,
        })
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
    (crc_16(body).to_be_bytes() == *check).then(|| (ascii(bytes, start, end), end))
}

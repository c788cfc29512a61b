//! Invented chat with planted traces and near misses, and the truth about them.
//!
//! A second hand beside the generator that the figures in `docs/benchmarks.md` name first: other sentences, no line heads,
//! emoji and invisible characters glued to values, values spelled out and broken up, and other near misses.

use argine_model::Sha256;
use sha3::{Digest as _, Keccak256};

/// A text and what is planted in it.
pub(crate) struct Made {
    pub(crate) text: String,
    pub(crate) truth: Vec<Truth>,
}

/// One planted trace.
pub(crate) struct Truth {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: &'static str,
    pub(crate) value: String,
}

/// Text of at least `bytes` bytes.
pub(crate) fn text(bytes: usize, seed: u64) -> Made {
    let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut made = Made { text: String::with_capacity(bytes + 256), truth: Vec::new() };
    while made.text.len() < bytes {
        match chance.below(10) {
            0..=4 => made.text.push_str(chance.pick(SMALL_TALK)),
            5 | 6 => near_miss(&mut made, &mut chance),
            _ => plant(&mut made, &mut chance),
        }
        made.text.push_str(chance.pick(&["\n", "\n", "\n", " 😂\n", "…\n", " !!\n"]));
    }
    made
}

/// Numbers that look thrown, the same for the same seed (xorshift).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        let place = usize::try_from(self.below(from.len() as u64)).unwrap_or(0);
        from.get(place).copied().unwrap_or("")
    }

    fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b'0' + u8::try_from(self.below(10)).unwrap_or(0))).collect()
    }

    fn drawn_from(&mut self, alphabet: &str, count: usize) -> String {
        let letters: Vec<char> = alphabet.chars().collect();
        (0..count).filter_map(|_| letters.get(usize::try_from(self.below(letters.len() as u64)).unwrap_or(0))).collect()
    }

    fn bytes<const N: usize>(&mut self) -> [u8; N] {
        core::array::from_fn(|_| u8::try_from(self.below(256)).unwrap_or(0))
    }
}

const SMALL_TALK: &[&str] = &[
    "ma ieri sei poi andata in palestra?",
    "no guarda, oggi piove e resto in casa con il gatto",
    "what did you have for dinner, i am starving",
    "lol my brother said the same thing",
    "on se capte ce week-end ou pas",
    "j'ai raté le bus et il fait un froid de canard",
    "vale, mañana te cuento lo de mi hermana",
    "qué fuerte, no me lo esperaba",
    "ich bin gleich zu hause, dann reden wir",
    "boa noite, dorme bem",
    "ti prego rispondi, sono preoccupata",
    "hahaha ok ok come vuoi tu",
    "hai visto che bel tramonto, ti mando una foto dopo",
    "I'm at work until late, talk later",
    "quel film était nul franchement",
    "la profe nos puso otro examen",
];

const FIRST: &[&str] =
    &["Bruno", "Carla", "Denise", "Emil", "Fanta", "Gloria", "Hassan", "Irene", "Joël", "Kofi", "Lucía", "Mamadou"];
const LAST: &[&str] =
    &["Abara", "Bellini", "Camara", "Delorme", "Esposto", "Ferrante", "Gómez", "Hakimi", "Ilunga", "Jansen"];
const ENDINGS: &[&str] = &["example.com", "gmail.com", "yahoo.fr", "libero.it", "posteo.de", "correo.example.es"];

fn user(chance: &mut Chance) -> String {
    let name = chance.pick(&["luna", "kevin", "mia", "ari", "sole", "noemi", "zoe", "teo"]);
    let join = chance.pick(&["_", ".", "__"]);
    format!("{name}{join}{}{}", chance.pick(&["real", "off", "xo", "vip", "bb"]), chance.digits(3))
}

/// Puts a sentence around a value: `{}` is where it stands.
fn say(made: &mut Made, kind: &'static str, sentence: &str, raw: &str, value: String) {
    let (before, after) = sentence.split_once("{}").unwrap_or((sentence, ""));
    made.text.push_str(before);
    let start = made.text.len();
    made.text.push_str(raw);
    made.truth.push(Truth { start, end: made.text.len(), kind, value });
    made.text.push_str(after);
}

fn grouped(text: &str, size: usize, sign: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    letters.chunks(size).map(|chunk| chunk.iter().collect::<String>()).collect::<Vec<_>>().join(sign)
}

fn plant(made: &mut Made, chance: &mut Chance) {
    match chance.below(20) {
        0 => {
            let value = iban(chance);
            let raw = match chance.below(4) {
                0 => grouped(&value, 4, " "),
                1 => grouped(&value, 4, "-"),
                2 => value.to_lowercase(),
                _ => value.clone(),
            };
            let sentence = chance.pick(&[
                "coordinate: {} ok?",
                "the account is {}",
                "{}",
                "versa qui 👉{} grazie",
                "compte {} svp",
            ]);
            say(made, "iban", sentence, &raw, value);
        }
        1 => {
            let value = card(chance);
            let raw = if chance.below(2) == 0 { grouped(&value, 4, " ") } else { grouped(&value, 4, "-") };
            let sentence = chance.pick(&[
                "la mia carta: {}",
                "fai una ricarica su {} dal tabaccaio",
                "card number {}",
                "carte bancaire {}",
            ]);
            say(made, "card", sentence, &raw, value);
        }
        2 => {
            let value = tax_code(chance);
            let raw = if chance.below(2) == 0 { value.to_lowercase() } else { value.clone() };
            say(made, "codice_fiscale", chance.pick(&["serve anche il cf: {}", "C.F. {}", "({})"]), &raw, value);
        }
        3 => {
            let value = base58check(if chance.below(2) == 0 { 0 } else { 5 }, chance);
            say(made, "btc", chance.pick(&["wallet: {}", "₿ {}", "pay here ->{}<-", "{}"]), &value, value.clone());
        }
        4 => {
            let program: [u8; 20] = chance.bytes();
            let value = bech32::segwit::encode_v0(bech32::hrp::BC, &program).unwrap_or_default();
            let raw = if chance.below(3) == 0 { value.to_uppercase() } else { value.clone() };
            say(made, "btc", chance.pick(&["{} only btc", "adresse: {}.", "«{}»"]), &raw, value);
        }
        5 => {
            let value = ethereum(chance);
            say(made, "eth", chance.pick(&["eth {} please", "portafoglio {}", "{}"]), &value, value.clone());
        }
        6 => {
            let value = base58check(0x41, chance);
            say(made, "tron", chance.pick(&["tether a {}", "trx:{}", "{}"]), &value, value.clone());
        }
        7 => phone(made, chance),
        8 => mail(made, chance),
        9 => {
            let name = user(chance);
            let (sentence, raw) = match chance.below(4) {
                0 => ("seguimi, sono @{}", format!("@{name}")),
                1 => ("telegram: {}", name.clone()),
                2 => ("{} on snap", format!("@{name}")),
                _ => ("mi trovi come {}😘 su insta", format!("@{name}")),
            };
            say(made, "handle", &sentence.replace("@{}", "{}"), &raw, format!("@{name}"));
        }
        10 => link(made, chance),
        11 => {
            let name = user(chance).replace(['_', '.'], "");
            say(
                made,
                "paypal_me",
                chance.pick(&["{} grazie", "con paypal: {}"]),
                &format!("paypal.me/{name}"),
                format!("paypal.me/{name}"),
            );
        }
        12 => transfer(made, chance),
        13 => {
            let code = chance.drawn_from("BCDFGHJKLMNPQRSTVWXZ23456789", 16);
            let code = format!("{code}7").split_off(1);
            say(
                made,
                "gift_card",
                chance.pick(&["google play {}", "voucher: {}", "carta regalo amazon {}"]),
                &code,
                code.clone(),
            );
        }
        14 | 15 => amount(made, chance),
        16 => limit(made, chance),
        17 => {
            let name = format!("{} {}", chance.pick(FIRST), chance.pick(LAST));
            let sentence = chance.pick(&[
                "intestato a {}, mi raccomando",
                "receiver: {}",
                "au nom de {}.",
                "beneficiario {} (mia cugina)",
            ]);
            say(made, "name", sentence, &name, name.clone());
        }
        18 => reference(made, chance),
        _ => {
            let part = |chance: &mut Chance| 1 + chance.below(254);
            let value = format!("{}.{}.{}.{}", part(chance), part(chance), part(chance), part(chance));
            say(
                made,
                "ip",
                chance.pick(&["collegato da {}", "ip {} , ti ho trovato", "from {} at night"]),
                &value,
                value.clone(),
            );
        }
    }
}

fn phone(made: &mut Made, chance: &mut Chance) {
    // Ranges that are handed out: Italy 33x/34x, France 06, Spain 6x, Ivory Coast 07, Morocco 06, Philippines 917.
    let (value, raw) = match chance.below(6) {
        0 => {
            let tail = chance.digits(7);
            let head = chance.pick(&["333", "347", "328", "339"]);
            (format!("+39{head}{tail}"), format!("+39 {head} {tail}"))
        }
        1 => {
            let tail = chance.digits(6);
            let pairs = grouped(&tail, 2, " ");
            (format!("+3361{}{tail}", 2), format!("+33 6 12 {pairs}"))
        }
        2 => {
            let tail = chance.digits(6);
            (format!("+34612{tail}"), format!("0034 612 {}", grouped(&tail, 3, " ")))
        }
        3 => {
            let tail = chance.digits(8);
            (format!("+22507{tail}"), format!("+225 07 {}", grouped(&tail, 2, " ")))
        }
        4 => {
            let tail = chance.digits(7);
            (
                format!("+63917{tail}"),
                format!("(+63) 917-{}-{}", tail.get(..3).unwrap_or(""), tail.get(3..).unwrap_or("")),
            )
        }
        _ => {
            let tail = chance.digits(7);
            (format!("+39347{tail}"), format!("347.{}.{}", tail.get(..3).unwrap_or(""), tail.get(3..).unwrap_or("")))
        }
    };
    // The bracket before the plus belongs to no number.
    let (lead, raw) = raw.strip_prefix('(').map_or(("", raw.as_str()), |rest| ("(", rest));
    let sentence =
        chance.pick(&["chiamami al @{} dai", "tel: @{}", "my whatsapp is @{}", "numero @{} ⏰"]).replace('@', lead);
    say(made, "phone", &sentence, raw, value);
}

fn mail(made: &mut Made, chance: &mut Chance) {
    let local = user(chance).replace("__", "_");
    let host = chance.pick(ENDINGS);
    let value = format!("{local}@{host}");
    let spelled = host.replace('.', " punto ");
    let raw = match chance.below(5) {
        0 => format!("{local} chiocciola {spelled}"),
        1 => format!("{local}(at){host}"),
        2 => format!("{local} [at] {}", host.replace('.', " [dot] ")),
        _ => value.clone(),
    };
    say(made, "email", chance.pick(&["scrivi a {}", "contact: {};", "mail {} ✉"]), &raw, value);
}

fn link(made: &mut Made, chance: &mut Chance) {
    let host = format!(
        "{}{}.{}",
        chance.pick(&["foto-", "private", "clip-"]),
        chance.digits(2),
        chance.pick(&["com", "top", "site", "net"])
    );
    let path = chance.drawn_from("abcdefghkmnpqrs23456789", 9);
    if chance.below(3) == 0 {
        let value = format!("https://{host}/{path}");
        say(made, "defanged", "non aprire {}", &format!("hxxps[://]{}/{path}", host.replace('.', "[.]")), value);
    } else {
        let raw = chance.pick(&["https://", "http://www.", "www.", ""]).to_owned() + &host + "/" + &path;
        say(made, "url", chance.pick(&["qui: {}", "({})", "dai un occhio {}, è tutto online"]), &raw, raw.clone());
    }
}

fn transfer(made: &mut Made, chance: &mut Chance) {
    match chance.below(3) {
        0 => {
            let value = chance.digits(10);
            let raw = if chance.below(2) == 0 { grouped(&value, 5, " ") } else { value.clone() };
            say(
                made,
                "mtcn",
                chance.pick(&["western union, codice {}", "the MTCN number is {}", "WU {}"]),
                &raw,
                value,
            );
        }
        1 => {
            let value = chance.digits(8);
            say(
                made,
                "moneygram_ref",
                chance.pick(&["money gram ref. {}", "ritira con moneygram {}"]),
                &value,
                value.clone(),
            );
        }
        _ => {
            let value = chance.digits(11);
            say(made, "ria_pin", chance.pick(&["Ria money transfer pin {}", "codice ria: {}"]), &value, value.clone());
        }
    }
}

fn amount(made: &mut Made, chance: &mut Chance) {
    let forms = [
        ("mi devi {}", "duecento euro", "200 EUR"),
        ("transfer {} tonight", "$1,250.50", "1250.5 USD"),
        ("{} et c'est fini", "3 500 €", "3500 EUR"),
        ("sono {} in tutto", "15 euro e 50", "15.5 EUR"),
        ("bastano {}", "2,5k euro", "2500 EUR"),
        ("quiero {}", "setecientos euros", "700 EUR"),
        ("il faut {}", "75.000 fcfa", "75000 XOF"),
        ("just {}", "eighty dollars", "80 USD"),
        ("{} in bitcoin", "£400", "400 GBP"),
        ("euh {}", "mille euros", "1000 EUR"),
        ("prezzo {}", "mille e cinque euro", "1500 EUR"),
        ("servono {}", "0,03 btc", "0.03 BTC"),
    ];
    let place = usize::try_from(chance.below(forms.len() as u64)).unwrap_or(0);
    if let Some((sentence, raw, value)) = forms.get(place) {
        say(made, "amount", sentence, raw, (*value).to_owned());
    }
}

fn limit(made: &mut Made, chance: &mut Chance) {
    let forms = [
        ("{} e poi vedi", "hai un'ora", "3600s"),
        ("{}, paga", "entro venti minuti", "1200s"),
        ("{} to send the money", "you have 45 minutes", "2700s"),
        ("{} sinon je publie", "tu as 3 heures", "10800s"),
        ("{} o lo suben todos", "tienes media hora", "1800s"),
        ("{} altrimenti pubblico", "ti lascio 2 giorni", "172800s"),
        ("{} then everyone sees it", "within 90 minutes", "5400s"),
    ];
    let place = usize::try_from(chance.below(forms.len() as u64)).unwrap_or(0);
    if let Some((sentence, raw, value)) = forms.get(place) {
        say(made, "deadline", sentence, raw, (*value).to_owned());
    }
}

fn reference(made: &mut Made, chance: &mut Chance) {
    match chance.below(4) {
        0 => {
            let value = format!(
                "{}{}{}",
                chance.drawn_from("BCDFGHKLMNP", 4),
                chance.pick(&["IT", "FR", "LT", "DE"]),
                chance.drawn_from("ABCM2345", 2)
            );
            say(made, "bic", chance.pick(&["bic {}", "swift: {}", "BIC/SWIFT {} per estero"]), &value, value.clone());
        }
        1 => {
            let body = 100_000_000 + chance.below(899_999_999);
            let value = format!("{body}{:02}", body % 93);
            say(made, "cro", chance.pick(&["cro {}", "bonifico fatto, numero CRO {}"]), &value, value.clone());
        }
        2 => {
            let value = chance.drawn_from("0123456789abcdef", 64);
            say(made, "transaction", chance.pick(&["txid {}", "tx hash: {}"]), &value, value.clone());
        }
        _ => {
            let value = format!(
                "{}7{}",
                chance.drawn_from("ABCDEFGHJKLMNPRSTUVWXY", 9),
                chance.drawn_from("ABCDEFGHJKLMN0123456789", 7)
            );
            say(
                made,
                "paypal_transaction",
                chance.pick(&["paypal id {}", "ricevuta paypal n. {}"]),
                &value,
                value.clone(),
            );
        }
    }
}

/// What looks like a trace and is none.
fn near_miss(made: &mut Made, chance: &mut Chance) {
    let wrong = match chance.below(16) {
        0 => format!("biglietto n. {}", card(chance)),
        1 => format!("tracking {}", chance.digits(14)),
        2 => format!("ci vediamo il {}.{}.2026", 1 + chance.below(28), 1 + chance.below(12)),
        3 => format!("costa {},{}0 al chilo", chance.below(30), 1 + chance.below(9)),
        4 => format!("firmware {}.{}.{}", chance.below(9), chance.below(99), chance.below(9)),
        5 => {
            let mut iban = iban(chance);
            let last = if iban.pop() == Some('0') { '1' } else { '0' };
            iban.push(last);
            format!("matricola {iban}")
        }
        6 => {
            let mut address = base58check(0, chance);
            address.pop();
            format!("file {address}.jpg")
        }
        7 => format!("checksum {}", chance.drawn_from("0123456789abcdef", 40)),
        8 => format!("partita finita {}-{}", chance.below(9), chance.below(9)),
        9 => format!("pratica {}/{}", chance.digits(7), chance.digits(4)),
        10 => "arrivo tra 10 minuti, butta la pasta".to_owned(),
        11 => format!("EAN {}", chance.digits(13)),
        12 => format!("siamo in {} alla festa", 20 + chance.below(80)),
        13 => "ok.allora ci sentiamo.ciao".to_owned(),
        14 => format!("seriale {}", chance.drawn_from("ABCDEFGH0123456789", 16)),
        _ => format!("IMEI {}", chance.digits(15)),
    };
    made.text.push_str(&wrong);
}

fn iban(chance: &mut Chance) -> String {
    let (country, body) = match chance.below(4) {
        0 | 1 => {
            let rest = format!("{}{}", chance.digits(10), chance.digits(12));
            ("IT", format!("{}{rest}", control_letter(&rest)))
        }
        2 => ("LT", chance.digits(16)),
        _ => ("DE", chance.digits(18)),
    };
    let number: String = format!("{body}{country}00")
        .chars()
        .filter_map(|letter| letter.to_digit(36))
        .map(|value| value.to_string())
        .collect();
    let rest = number.bytes().fold(0_u32, |rest, digit| (rest * 10 + u32::from(digit - b'0')) % 97);
    format!("{country}{:02}{body}", 98 - rest)
}

const ODD: [u32; 36] = [
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10,
    22, 25, 24, 23,
];

/// The letter of the Italian BBAN and of the codice fiscale.
fn control_letter(text: &str) -> char {
    let weights = text.chars().filter_map(|letter| letter.to_digit(36)).enumerate().map(|(place, value)| {
        let even = if value >= 10 { value - 10 } else { value };
        if place % 2 == 0 { ODD.get(usize::try_from(value).unwrap_or(0)).copied().unwrap_or(0) } else { even }
    });
    char::from(b'A' + u8::try_from(weights.sum::<u32>() % 26).unwrap_or(0))
}

fn tax_code(chance: &mut Chance) -> String {
    let body = format!(
        "{}{}{}{:02}{}{}",
        chance.drawn_from("BCDFGLMNPRSTV", 6),
        chance.digits(2),
        chance.drawn_from("ABCDEHLMPRST", 1),
        1 + chance.below(28) + 40 * chance.below(2),
        chance.drawn_from("ABCDEFGHL", 1),
        chance.digits(3)
    );
    let letter = control_letter(&body);
    format!("{body}{letter}")
}

fn card(chance: &mut Chance) -> String {
    let body = format!("{}{}", chance.pick(&["4023", "5333", "4111", "5412"]), chance.digits(11));
    let sum: u32 = body
        .chars()
        .rev()
        .filter_map(|digit| digit.to_digit(10))
        .enumerate()
        .map(|(place, digit)| {
            if place % 2 == 1 {
                digit
            } else if digit > 4 {
                digit * 2 - 9
            } else {
                digit * 2
            }
        })
        .sum();
    format!("{body}{}", (10 - sum % 10) % 10)
}

fn base58check(version: u8, chance: &mut Chance) -> String {
    let hash: [u8; 20] = chance.bytes();
    let mut payload = vec![version];
    payload.extend_from_slice(&hash);
    let check = Sha256::of(Sha256::of(&payload).as_bytes());
    payload.extend(check.as_bytes().iter().take(4));
    bs58::encode(payload).into_string()
}

fn ethereum(chance: &mut Chance) -> String {
    let digits = chance.drawn_from("0123456789abcdef", 40);
    let hash = Keccak256::digest(digits.as_bytes());
    let nibbles = hash.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let mixed: String = digits
        .chars()
        .zip(nibbles)
        .map(|(digit, nibble)| if nibble > 7 { digit.to_ascii_uppercase() } else { digit })
        .collect();
    format!("0x{mixed}")
}

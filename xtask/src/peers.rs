//! Argine beside the readers that others use, on the same file, on the same machine, in the same run: what they cost and what they
//! lose. Prints the tables of `docs/benchmarks.md`.

use std::collections::VecDeque;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::run::{command, root, run};

/// Messages of the chat that costs are measured on, and of the one that is compared with the truth.
const MANY: u32 = 1_000_000;
const COMPARED: u32 = 100_000;

/// A program that reads a chat.
struct Peer {
    name: &'static str,
    /// Program and arguments before the chat, from the folder of the peers.
    start: [&'static str; 2],
    /// Fewer messages, for a peer that would take many minutes; the cost is given for each message.
    is_slow: bool,
}

const PYTHON_PACKAGES: [&str; 2] = ["whatstk==0.9.1", "chat-miner==0.6.0"];
const NODE_PACKAGE: &str = "whatsapp-chat-parser@4.0.2";
const PEERS: &[Peer] = &[
    Peer { name: "Argine", start: ["argine", "--quiet"], is_slow: false },
    Peer { name: "whatsapp-chat-parser 4.0.2", start: ["node", "read_whatsapp_chat_parser.mjs"], is_slow: false },
    Peer { name: "whatstk 0.9.1", start: ["bin/python", "read_whatstk.py"], is_slow: false },
    Peer { name: "chat-miner 0.6.0", start: ["bin/python", "read_chat_miner.py"], is_slow: true },
];

/// Measures all readers on a chat made here, or on `chat` with its `truth` (one line of JSON a message: `kind`, `sender`, `ts`,
/// `body`).
#[expect(clippy::print_stdout, reason = "automation talks to whoever runs it")]
pub(crate) fn compare(chat: Option<(PathBuf, PathBuf)>) -> Result<()> {
    let folder = root().join("target/peers");
    install(&folder)?;
    let (many, some) = (folder.join("many.txt"), folder.join("some.txt"));
    let truth = folder.join("truth.ndjson");
    write_chat(MANY, &many, &folder.join("many.ndjson"))?;
    write_chat(COMPARED, &some, &truth)?;
    let (some, truth) = chat.unwrap_or((some, truth));

    println!("| reader | messages | CPU (s) | messages/s | peak memory / file | Argine is faster |");
    println!("|---|---|---|---|---|---|");
    let mut own_rate = None;
    for peer in PEERS {
        let (file, messages) = if peer.is_slow { (&some, lines(&truth)?) } else { (&many, MANY) };
        let cost = measured(&folder, peer, file, None)?;
        let rate = f64::from(messages) / cost.cpu;
        let size = f64::from(u32::try_from(file.metadata()?.len() / 1024).unwrap_or(u32::MAX));
        let times = *own_rate.get_or_insert(rate) / rate;
        println!(
            "| {} | {messages} | {:.2} | {rate:.0} | {:.1} | {times:.1} × |",
            peer.name,
            cost.cpu,
            f64::from(cost.peak_kibibytes) / size,
        );
    }
    println!();
    println!("| reader | lines of the app lost | messages lost | bodies altered | wrong times |");
    println!("|---|---|---|---|---|");
    // chat-miner hands out its messages newest first and joined in its own way: nothing follows them line by line.
    for peer in PEERS.iter().filter(|peer| !peer.name.starts_with("chat-miner")) {
        let out = folder.join("read.ndjson");
        measured(&folder, peer, &some, Some(&out))?;
        let Losses { system, messages, bodies, times } = losses(&truth, &out)?;
        println!("| {} | {system} | {messages} | {bodies} | {times} |", peer.name);
    }
    Ok(())
}

/// A virtual environment, the package of Node and the example program of `argine-chat`, under `target/peers`.
fn install(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder).context("target/peers cannot be made")?;
    if !folder.join("bin/python").exists() {
        run("making a virtual environment", command("python3").args(["-m", "venv"]).arg(folder))?;
    }
    let python = folder.join("bin/python").to_string_lossy().into_owned();
    let mut pip = command(&python);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]).args(PYTHON_PACKAGES);
    run("installing the peers from PyPI", &mut pip)?;
    let mut npm = command("npm");
    npm.args(["install", "--silent", "--no-audit", "--no-fund", "--prefix"]).arg(folder).arg(NODE_PACKAGE);
    run("installing the peer from npm", &mut npm)?;
    let mut cargo = command("cargo");
    cargo.args(["build", "--release", "--quiet", "-p", "argine-chat", "--example", "count"]);
    run("building the reader", &mut cargo)
}

struct Cost {
    cpu: f64,
    peak_kibibytes: u32,
}

/// Runs a reader on a chat; where `out` is given it writes what it read there.
fn measured(folder: &Path, peer: &Peer, chat: &Path, out: Option<&Path>) -> Result<Cost> {
    let scripts = root().join("xtask/peers");
    let mut measure = command(&folder.join("bin/python").to_string_lossy());
    measure.current_dir(folder).env("TZ", "UTC").arg(scripts.join("measure.py"));
    let [program, script] = peer.start;
    if program == "argine" {
        measure.arg(crate::run::target()?.join("release/examples/count")).arg(chat);
        measure.args(out.map(|out| format!("--messages={}", out.display())));
    } else {
        let program = if program.contains('/') { folder.join(program) } else { PathBuf::from(program) };
        measure.arg(program).arg(scripts.join(script)).arg(chat).args(out);
    }
    let output = measure.output().with_context(|| format!("{} does not start", peer.name))?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        bail!("{} failed: {said}{}", peer.name, String::from_utf8_lossy(&output.stderr));
    }
    let cost: Value = serde_json::from_str(said.lines().last().unwrap_or_default()).context("no cost was measured")?;
    let number = |key: &str| cost.get(key).and_then(Value::as_f64).with_context(|| format!("{key} was not measured"));
    let peak = cost.get("peak").and_then(Value::as_u64).and_then(|peak| u32::try_from(peak).ok());
    Ok(Cost { cpu: number("cpu")?, peak_kibibytes: peak.context("peak was not measured")? })
}

fn lines(path: &Path) -> Result<u32> {
    u32::try_from(open(path)?.lines().count()).context("too many lines")
}

#[expect(clippy::disallowed_methods, reason = "automation reads what it wrote")]
fn open(path: &Path) -> Result<BufReader<std::fs::File>> {
    Ok(BufReader::new(std::fs::File::open(path).with_context(|| format!("{} cannot be read", path.display()))?))
}

/// What a reader made of messages whose truth is known.
#[derive(Default)]
struct Losses {
    system: u32,
    messages: u32,
    bodies: u32,
    times: u32,
}

struct Record {
    kind: String,
    sender: Option<String>,
    time: String,
    body: String,
}

impl Record {
    fn read(line: &str) -> Result<Self> {
        let value: Value = serde_json::from_str(line).context("a line is not JSON")?;
        let text = |key: &str| value.get(key).and_then(Value::as_str).map(ToOwned::to_owned);
        let time: String = text("ts").unwrap_or_default().chars().take(19).collect();
        let body = text("body").unwrap_or_default();
        Ok(Self { kind: text("kind").unwrap_or_default(), sender: text("sender"), time, body })
    }

    /// The first letters of the body: what even a reader that changes spaces, marks and signs keeps.
    fn letters(&self) -> String {
        self.body.chars().filter(|character| character.is_alphanumeric()).take(8).collect()
    }
}

/// Follows the truth line by line; what was read may leave lines out, never turn them round.
fn losses(truth: &Path, read: &Path) -> Result<Losses> {
    /// How far ahead a message is looked for before it counts as lost.
    const AHEAD: usize = 40;
    let mut lines = open(read)?.lines();
    let mut ahead: VecDeque<Record> = VecDeque::new();
    let mut losses = Losses::default();
    for line in open(truth)?.lines() {
        let truth = Record::read(&line?)?;
        while ahead.len() < AHEAD {
            let Some(line) = lines.next() else { break };
            ahead.push_back(Record::read(&line?)?);
        }
        // A line of the app stands behind a mark on iOS, and some readers put a name before it.
        let of_app = truth.kind == "system";
        let same_body = |read: &Record| {
            read.body == truth.body || (of_app && read.body.trim_start_matches('\u{200E}') == truth.body)
        };
        let same_sender = |read: &Record| of_app || read.sender == truth.sender;
        let exact = |read: &Record| same_sender(read) && same_body(read) && read.time == truth.time;
        let wrong_time = |read: &Record| same_sender(read) && same_body(read) && truth.body.len() > 20;
        let letters = truth.letters();
        let altered = |read: &Record| same_sender(read) && read.time == truth.time && read.letters() == letters;
        if let Some(place) = ahead.iter().position(exact) {
            ahead.drain(..=place);
        } else if let Some(place) = ahead.iter().position(altered) {
            losses.bodies += 1;
            ahead.drain(..=place);
        } else if let Some(place) = ahead.iter().position(wrong_time) {
            losses.times += 1;
            ahead.drain(..=place);
        } else if of_app {
            losses.system += 1;
        } else {
            losses.messages += 1;
        }
    }
    Ok(losses)
}

const LINES_OF_THE_APP: &[&str] = &[
    "Hai bloccato questo contatto. Tocca per sbloccare.",
    "Chiara ✨ ha cambiato numero di telefono. Tocca per inviare un messaggio.",
    "Hai attivato i messaggi effimeri. I nuovi messaggi scompariranno da questa chat 7 giorni dopo l'invio.",
    "Il tuo codice di sicurezza con Chiara ✨ è cambiato. Tocca per saperne di più.",
];

/// An invented chat (Italian, Android) with what readers lose: lines of the app, empty bodies, lines within bodies, marks; and the
/// truth about it.
#[expect(clippy::disallowed_methods, reason = "automation writes below target")]
fn write_chat(messages: u32, chat: &Path, truth: &Path) -> Result<()> {
    use std::fmt::Write as _;
    let mut random = crate::export::Random::new(11);
    let (mut text, mut lines) = (String::new(), String::new());
    let mut minute = 0_u64;
    for _ in 0..messages {
        minute += random.below(4);
        let (day, clock) = (minute / 1440, minute % 1440);
        let (year, month, day) = (2019 + day / 336, day / 28 % 12 + 1, day % 28 + 1);
        let (hour, minute) = (clock / 60, clock % 60);
        let sender = random.one_of(&["Marco Bellandi", "Chiara ✨"]);
        let mut body = String::new();
        let draw = random.below(1000);
        let kind = match draw {
            0..4 => "system",
            4..30 => "media",
            30..36 => "deleted",
            36..39 => "empty",
            _ => "text",
        };
        match draw {
            0..4 => body.push_str(random.one_of(LINES_OF_THE_APP)),
            4..26 => body.push_str("<Media omessi>"),
            26..30 => body.push_str("\u{200E}IMG-20190101-WA0001.jpg (file allegato)"),
            30..36 => body.push_str("Questo messaggio è stato eliminato"),
            36..39 => {}
            _ => crate::export::words(&mut body, &mut random),
        }
        match draw {
            39..60 => body.push_str(" - nota: ½ ora ﬁno alle 12:30"),
            60..100 => {
                body.push_str("\n\n");
                crate::export::words(&mut body, &mut random);
            }
            100..110 => body.push_str(" <Questo messaggio è stato modificato>"),
            _ => {}
        }
        let name = if kind == "system" { String::new() } else { format!("{sender}: ") };
        let _ = writeln!(text, "{day:02}/{month:02}/{:02}, {hour:02}:{minute:02} - {name}{body}", year % 100);
        let time = format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:00");
        let sender = (kind != "system").then_some(sender);
        let _ = writeln!(lines, "{}", serde_json::json!({ "kind": kind, "sender": sender, "ts": time, "body": body }));
    }
    std::fs::write(chat, text).with_context(|| format!("{} cannot be written", chat.display()))?;
    std::fs::write(truth, lines).with_context(|| format!("{} cannot be written", truth.display()))
}

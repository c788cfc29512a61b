//! What teaches the learned layer: sentences and phrases by what they say, and the entries of annotated conversations.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use argine_model::{ConversationKind, Kind, Message};
use argine_recognise::Recogniser;

use super::phrases::{self, POOLED};
use super::{space, truths};
use crate::annotated::Annotated;

/// So many sentences, at most, of one line of sayings.
const SENTENCES: usize = 16;
/// What one sentence of a line counts against an annotated entry.
const WEIGHT: f32 = 0.5;
/// So many innocent conversations are made of phrases.
const PHRASE_TALKS: usize = 2000;
/// So many innocent conversations are made for each of their lines.
const TALKS: usize = 3;
/// So many mails are made for each of their lines.
const MAILS: usize = 4;
/// Of at most so many lines.
const MAIL_LINES: usize = 24;
/// The code of another fraud.
const FRAUD: &str = "scm";

const CODES: [(&str, &str); 61] = [
    ("con", "stage.contact"),
    ("gro", "stage.grooming"),
    ("app", "stage.app_move"),
    ("int", "stage.intimacy_request"),
    ("cap", "stage.capture"),
    ("thr", "stage.threat"),
    ("neg", "stage.negotiation"),
    ("pay", "stage.payment"),
    ("rep", "stage.repeat_demand"),
    ("ctl", "stage.control"),
    ("pub", "stage.publication"),
    ("lb", "tactic.love_bombing"),
    ("ex", "tactic.exchange_bait"),
    ("cl", "tactic.contact_list_proof"),
    ("mp", "tactic.material_proof"),
    ("cd", "tactic.countdown"),
    ("sr", "tactic.sick_relative"),
    ("fa", "tactic.fake_authority"),
    ("ac", "tactic.false_accusation"),
    ("tp", "tactic.third_party_theft"),
    ("pd", "tactic.price_drop"),
    ("pr", "tactic.price_raise"),
    ("ins", "tactic.instalments"),
    ("gd", "tactic.greeting_duty"),
    ("nt", "tactic.night_pressure"),
    ("cf", "tactic.call_flood"),
    ("gc", "tactic.group_creation"),
    ("sp", "tactic.scheduled_publication"),
    ("wb", "tactic.web_publication"),
    ("fam", "tactic.family_threat"),
    ("emp", "tactic.work_school_threat"),
    ("fp", "tactic.false_promise"),
    ("iso", "tactic.isolation"),
    ("nb", "tactic.block_threat"),
    ("sg", "tactic.suicide_goading"),
    ("rr", "tactic.reputation_ruin"),
    ("pg", "tactic.payment_guidance"),
    ("rd", "tactic.receipt_demand"),
    ("sx", "tactic.sexual_demand"),
    ("cr", "tactic.coerced_return"),
    ("dx", "tactic.doxxing"),
    ("df", "tactic.deepfake"),
    ("im", "tactic.impersonation"),
    ("uf", "tactic.upfront_fee"),
    ("hk", "tactic.device_hack_claim"),
    ("lev", "say.leverage"),
    ("dis", "say.disclose"),
    ("mon", "say.money"),
    ("rel", "say.relational"),
    ("ple", "say.plea"),
    ("cant", "say.cannot_pay"),
    ("paid", "say.paid"),
    ("sh", "say.self_harm"),
    ("age", "say.own_age"),
    ("sto", "say.story"),
    ("hel", "say.helper"),
    ("scm", "say.scam"),
    ("rec", "say.recovery"),
    ("jok", "say.joke"),
    ("rea", "say.reaction"),
    ("-", ""),
];

/// A text by its windows of features, with what it says: yes, no, or not known.
pub(super) struct Example {
    pub(super) windows: Vec<Vec<u32>>,
    pub(super) says: Vec<Option<bool>>,
    pub(super) weight: f32,
}

/// Which lines of innocent talk teach the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quiet {
    /// Every second one; of the others innocent conversations are made, which the table has then never seen.
    Half,
    /// All.
    All,
}

/// What sentences and entries teach, read once.
pub(super) struct Lessons {
    places: BTreeMap<String, usize>,
    half: Vec<Example>,
    rest: Vec<Example>,
}

impl Lessons {
    pub(super) fn read(recogniser: &Recogniser) -> Self {
        let places: BTreeMap<String, usize> = recogniser.sayings().iter().cloned().zip(0..).collect();
        let mut half = sentences(recogniser, &places, Quiet::Half);
        let mut rest = sentences(recogniser, &places, Quiet::All);
        for (at, (family, text)) in phrases::read().into_iter().enumerate() {
            let says = phrases::says(&family, &places, &CODES);
            let example = Example { windows: recogniser.features(&text), says, weight: WEIGHT };
            if phrases::is_kept_for_talks(at, &family) { rest.push(example) } else { half.push(example) }
        }
        Self { places, half, rest }
    }

    pub(super) fn of(&self, recogniser: &Recogniser, one: &Annotated) -> Vec<Example> {
        entries(recogniser, one, &self.places)
    }
}

/// Fits the learned layer on the sayings and on the entries of conversations.
pub(super) fn fit(lessons: &Lessons, teachers: &[&[Example]], quiet: Quiet) -> Vec<u8> {
    let mut examples: Vec<&Example> = lessons.half.iter().collect();
    if quiet == Quiet::All {
        examples.extend(&lessons.rest);
    }
    examples.extend(teachers.iter().copied().flatten());
    space::fit(&examples, lessons.places.len()).encode()
}

/// Numbers that look drawn by lot, the same every time.
pub(super) struct Chance(pub(super) u64);

impl Chance {
    /// Whether a lot of which one in so many wins is drawn.
    pub(super) fn is_drawn(&mut self, lots: u64) -> bool {
        self.below(usize::try_from(lots).unwrap()) == 0
    }

    /// Puts places into another order.
    pub(super) fn shuffle(&mut self, order: &mut [usize]) {
        for at in (1..order.len()).rev() {
            order.swap(at, self.below(at + 1));
        }
    }

    /// A fraction of one.
    #[expect(clippy::cast_precision_loss, reason = "a million different ones are enough")]
    pub(super) fn fraction(&mut self) -> f64 {
        self.below(1 << 20) as f64 / f64::from(1 << 20)
    }

    /// A number below a count.
    pub(super) fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % count
    }
}

fn sentences(recogniser: &Recogniser, places: &BTreeMap<String, usize>, quiet: Quiet) -> Vec<Example> {
    let threats =
        ["cd", "nb", "iso", "rr", "sx", "cr", "rep", "pg", "neg", "rd", "ctl", "hk", "fa", "lev", "rel", "cl", "dx"];
    let mut examples = Vec::new();
    for (_, text) in files() {
        for (at, line) in text.lines().filter(|line| line.contains(" | ")).enumerate() {
            let (codes, sentence) = line.split_once(" | ").unwrap();
            if (quiet == Quiet::All) != (["-", FRAUD].contains(&codes) && at % 2 == 1) {
                continue;
            }
            let mut says = vec![Some(false); places.len()];
            for code in codes.split_whitespace() {
                let (_, label) = CODES.iter().find(|(one, _)| *one == code).unwrap_or_else(|| panic!("{line}"));
                if let Some(at) = places.get(*label) {
                    says[*at] = Some(true);
                }
                // Whether pressure is also a threat depends on what else is said.
                if threats.contains(&code) && says[places["stage.threat"]] == Some(false) {
                    says[places["stage.threat"]] = None;
                }
            }
            if codes == FRAUD {
                says[places["say.of_scam"]] = Some(true);
            } else if codes != "-" {
                for label in POOLED {
                    says[places[label]] = None;
                }
            }
            for text in spread(sentence) {
                let windows = recogniser.features(&text);
                examples.push(Example { windows, says: says.clone(), weight: WEIGHT });
            }
        }
    }
    examples
}

/// The files of sayings, by name.
fn files() -> Vec<(PathBuf, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/sayings");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|one| one == "txt")).collect();
    files.sort();
    files.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

/// A conversation put together from lines.
pub(super) struct Talk {
    /// What it is: innocent, or another fraud.
    pub(super) kind: Kind,
    /// A talk of two, or a mail.
    pub(super) form: ConversationKind,
    /// Its entries.
    pub(super) lines: Vec<String>,
}

/// Conversations put together from the innocent lines, and from those of other frauds, that do not teach under [`Quiet::Half`].
pub(super) fn talks() -> Vec<Talk> {
    let mut chance = Chance(0x1234_5678_9abc_def1);
    let mut talks = Vec::new();
    for (path, text) in files() {
        let is_mail = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("mail_"));
        let form = if is_mail { ConversationKind::Mail } else { ConversationKind::Direct };
        let lines = text.lines().filter(|line| line.contains(" | ")).enumerate();
        let kept: Vec<(&str, &str)> =
            lines.filter(|(at, _)| at % 2 == 1).filter_map(|(_, line)| line.split_once(" | ")).collect();
        let of = |code: &str| -> Vec<Vec<String>> {
            kept.iter().filter(|(codes, _)| *codes == code).map(|(_, line)| spread(line)).collect()
        };
        let (quiet, frauds) = (of("-"), of(FRAUD));
        if !quiet.is_empty() {
            for _ in 0..quiet.len() * if is_mail { MAILS } else { TALKS } {
                let count = if is_mail { 1 + chance.below(MAIL_LINES) } else { 6 + chance.below(14) };
                let from = chance.below(quiet.len());
                let lines = (0..count).map(|_| drawn(&quiet, from, is_mail, &mut chance)).collect();
                talks.push(Talk { kind: Kind::Benign, form, lines });
            }
        }
        let each = if is_mail { MAILS } else { TALKS };
        for at in 0..frauds.len() * each {
            let at = at / each;
            // The fraud itself, among what mails say anyway.
            let around = if quiet.is_empty() { 0 } else { chance.below(if is_mail { MAIL_LINES } else { 6 }) };
            let mut lines: Vec<String> =
                (0..around).map(|_| drawn(&quiet, at * quiet.len() / frauds.len(), is_mail, &mut chance)).collect();
            for more in 0..=chance.below(if is_mail { 5 } else { 2 }) {
                let place = chance.below(lines.len() + 1);
                lines.insert(place, drawn(&frauds, at + more, true, &mut chance));
            }
            talks.push(Talk { kind: Kind::OtherScam, form, lines });
        }
    }
    let lines = phrases::read();
    let kept = lines.iter().enumerate().filter(|(at, (family, _))| phrases::is_kept_for_talks(*at, family));
    let kept: Vec<&str> = kept.map(|(_, (_, text))| text.as_str()).collect();
    for _ in 0..PHRASE_TALKS {
        // Neighbours share a language.
        let from = chance.below(kept.len());
        let lines =
            (0..4 + chance.below(10)).map(|_| kept[(from + chance.below(60)) % kept.len()].to_owned()).collect();
        talks.push(Talk { kind: Kind::Benign, form: ConversationKind::Direct, lines });
    }
    talks
}

/// One of the sentences of one of the lines: of any, or of one shortly after a place, where neighbours share a language.
fn drawn(lines: &[Vec<String>], from: usize, is_near: bool, chance: &mut Chance) -> String {
    let at = if is_near { (from + chance.below(12.min(lines.len()))) % lines.len() } else { chance.below(lines.len()) };
    let line = &lines[at];
    line[chance.below(line.len())].clone()
}

/// The sentences of a line: one choice of every `{…}`, evenly spread where there are too many.
fn spread(line: &str) -> Vec<String> {
    let mut parts: Vec<Vec<&str>> = Vec::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('{') {
        let (choices, after) = after.split_once('}').unwrap_or_else(|| panic!("{line}"));
        parts.push(vec![before]);
        parts.push(choices.split(',').collect());
        rest = after;
    }
    parts.push(vec![rest]);
    let all: usize = parts.iter().map(Vec::len).product();
    let count = all.min(SENTENCES);
    (0..count)
        .map(|at| {
            let mut number = if all > SENTENCES { at * all / count + at * 7 % (all / count).max(1) } else { at };
            parts
                .iter()
                .map(|choices| {
                    let choice = choices[number % choices.len()];
                    number /= choices.len();
                    choice
                })
                .collect()
        })
        .collect()
}

fn entries(recogniser: &Recogniser, one: &Annotated, places: &BTreeMap<String, usize>) -> Vec<Example> {
    let labels: BTreeMap<usize, &str> = places.iter().map(|(label, at)| (*at, label.as_str())).collect();
    let messages = one.conversation.messages.iter().filter(|message| !message.words().is_empty());
    let read = |message: &Message| Example {
        windows: recogniser.features(message.words()),
        says: labels.values().map(|label| truths::says(one, message, label)).collect(),
        weight: 1.0,
    };
    messages.map(read).collect()
}

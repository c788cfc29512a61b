//! `argine match`: what was found beside what is private, on this device. It says how near they are and by which way;
//! never that they are the same, and a person confirms before anything is used.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use argine_knowledge::{Argument, Catalogue};
use argine_media::evidence::{Evidence, Way};
use argine_media::exchange::{Change, Import, Listed, Refusal, Signal};
use argine_media::matching::{Found, PrivateSet};
use argine_media::registration::{query, register};
use argine_media::screen::Gate;
use argine_model::AgeClass;
use indicatif::ProgressBar;
use serde_json::{Value, json};

use crate::Outcome;
use crate::arguments::MatchArguments;
use crate::input;
use crate::media::{Content, Material, MediaFile};
use crate::problem::Problem;
use crate::screen::{self, Lines, Page};

/// Compares each query with the set.
pub(crate) fn run(arguments: &MatchArguments, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let age = AgeClass::from(arguments.age);
    let progress = ProgressBar::new_spinner();
    progress.enable_steady_tick(Duration::from_millis(120));
    let mut comparison = Comparison::of(arguments, age, &progress)?;
    let mut lines = Lines::new();
    let mut page = Page::default();
    if arguments.json {
        lines.write(&comparison.about().to_string())?;
    } else {
        comparison.show_about(&mut page, catalogue);
    }
    let mut any = false;
    for input in &arguments.queries {
        for path in input::paths(input)? {
            progress.set_message(screen::quote(&path.display().to_string(), 60));
            for query in queries(Material::open(&path, input, age)?) {
                let answer = comparison.answer(query);
                any |= !answer.matches.is_empty();
                if arguments.json {
                    lines.write(&answer.json(&comparison, catalogue).to_string())?;
                } else {
                    answer.show(&mut page, &comparison, catalogue);
                }
            }
        }
    }
    progress.finish_and_clear();
    if arguments.json {
        lines.finish()?;
    } else {
        page.gap();
        for id in if any { &["media-confirm-first", "media-error-basis"][..] } else { &["line-match-none-means"] } {
            page.hanging(0, "", &catalogue.text(id));
        }
        screen::show(&page);
    }
    Ok(if comparison.unread { Outcome::DoneWithUnreadInput } else { Outcome::Done })
}

/// The private side, with the names of its items.
struct Comparison {
    set: PrivateSet,
    names: Vec<String>,
    gate: Gate,
    shut: usize,
    withdrawn: usize,
    refused: BTreeMap<Refusal, u32>,
    /// Files of the set of which no picture came, with the sentence that says why.
    unread_files: Vec<(String, &'static str)>,
    unread: bool,
}

impl Comparison {
    fn of(arguments: &MatchArguments, age: AgeClass, progress: &ProgressBar) -> Result<Self, Problem> {
        let mut comparison = Self {
            set: PrivateSet::default(),
            names: Vec::new(),
            gate: Gate::default(),
            shut: 0,
            withdrawn: 0,
            refused: BTreeMap::new(),
            unread_files: Vec::new(),
            unread: false,
        };
        for path in input::paths(&arguments.against)? {
            progress.set_message(screen::quote(&path.display().to_string(), 60));
            match Material::open(&path, &arguments.against, age)? {
                Material::Media(file) => comparison.add_file(file),
                Material::Listed(name, listed) => comparison.add_listed(&name, listed),
            }
        }
        comparison.set.prepare();
        if let Some(list) = &arguments.harmless {
            comparison.add_harmless(list, age)?;
        }
        Ok(comparison)
    }

    fn add_file(&mut self, file: MediaFile) {
        let id = self.set.add_file(file.sha256, file.md5);
        match file.content {
            Content::Shut => self.shut += 1,
            Content::Picture { picture, .. } => self.set.add_picture(id, &register(&picture.picture, picture.turn)),
            Content::Video(video) => self.set.add_video(id, video.video),
            Content::Unread(why) => {
                self.unread = true;
                self.unread_files.push((file.name.clone(), why));
            }
        }
        self.names.push(file.name);
    }

    fn add_listed(&mut self, name: &str, listed: Listed) {
        match listed {
            Listed::Frames(video) => {
                self.set.add_frames(video);
                self.names.push(name.to_owned());
            }
            Listed::Signals(import) => {
                for signal in self.taken(import) {
                    self.set.add_signal(signal);
                    self.names.push(format!("{name}: {}", masked(&signal)));
                }
            }
        }
    }

    /// What a list still asks for; what was withdrawn and what was refused is counted.
    fn taken(&mut self, import: Import) -> Vec<Signal> {
        for (refusal, count) in import.refused {
            *self.refused.entry(refusal).or_default() += count;
            self.unread = true;
        }
        let (kept, gone): (Vec<_>, Vec<_>) = import.changes.into_iter().partition(|(_, change)| *change == Change::Add);
        self.withdrawn += gone.len();
        kept.into_iter().map(|(signal, _)| signal).collect()
    }

    fn add_harmless(&mut self, list: &Path, age: AgeClass) -> Result<(), Problem> {
        for path in input::paths(list)? {
            if let Material::Listed(_, Listed::Signals(import)) = Material::open(&path, list, age)? {
                for signal in self.taken(import) {
                    if let Signal::Pdq(hash) = signal {
                        self.gate.add_negative(hash);
                    }
                }
            }
        }
        Ok(())
    }

    fn about(&self) -> Value {
        let refused: BTreeMap<_, _> = self.refused.iter().map(|(refusal, count)| (refusal.id(), count)).collect();
        let unread: Vec<_> = self.unread_files.iter().map(|(file, why)| json!({ "file": file, "why": why })).collect();
        json!({ "against": {
            "items": self.set.items(), "fingerprints": self.set.fingerprints(), "shut": self.shut,
            "withdrawn": self.withdrawn, "refused": refused, "unread": unread,
        } })
    }

    fn show_about(&self, page: &mut Page, catalogue: Catalogue) {
        let number = |count: usize| Argument::Number(i64::try_from(count).unwrap_or(i64::MAX));
        let arguments = [("items", number(self.set.items())), ("count", number(self.set.fingerprints()))];
        page.hanging(0, "", &catalogue.format("line-match-against", &arguments));
        if self.shut > 0 {
            page.hanging(0, "", &catalogue.format("line-match-shut", &[("count", number(self.shut))]));
        }
        if self.withdrawn > 0 {
            page.hanging(0, "", &catalogue.format("line-match-withdrawn", &[("count", number(self.withdrawn))]));
        }
        for (refusal, count) in &self.refused {
            let arguments =
                [("count", Argument::Number((*count).into())), ("why", Argument::Text(catalogue.text(refusal.id())))];
            page.hanging(2, "! ", &catalogue.format("line-match-refused", &arguments));
        }
        for (file, why) in &self.unread_files {
            page.hanging(2, "! ", &format!("{}: {}", screen::quote(file, 60), catalogue.text(why)));
        }
    }

    fn answer(&mut self, query: Asked) -> Answer {
        let mut found = query.found;
        found.on_negative_list = found.forms().iter().any(|form| self.gate.is_negative(&form.hash));
        self.unread |= matches!(query.state, State::Unread(_));
        let matches = self.set.matches(&found, &query.decoder);
        let matches = matches
            .into_iter()
            .map(|(id, evidence)| (self.names.get(id.0).cloned().unwrap_or_default(), evidence))
            .collect();
        Answer { name: query.name, found, state: query.state, matches }
    }
}

/// One thing to look for.
struct Asked {
    name: String,
    found: Found,
    decoder: String,
    state: State,
}

#[derive(Clone, Copy)]
enum State {
    Compared,
    /// By its digests alone.
    Shut,
    Unread(&'static str),
}

fn queries(material: Material) -> Vec<Asked> {
    match material {
        Material::Media(file) => {
            let mut found = Found { sha256: Some(file.sha256), md5: Some(file.md5), ..Found::default() };
            let (decoder, state) = match file.content {
                Content::Shut => (String::new(), State::Shut),
                Content::Unread(why) => (String::new(), State::Unread(why)),
                Content::Picture { picture, decoder } => {
                    let upright = picture.picture.view().turned(picture.turn);
                    found.picture = Some(query(upright.view()));
                    (decoder, State::Compared)
                }
                Content::Video(video) => {
                    found.video = Some(video.video);
                    (video.decoder, State::Compared)
                }
            };
            vec![Asked { name: file.name, found, decoder, state }]
        }
        Material::Listed(name, Listed::Frames(video)) => {
            let found = Found { video: Some(video), ..Found::default() };
            vec![Asked { decoder: name.clone(), name, found, state: State::Compared }]
        }
        Material::Listed(name, Listed::Signals(import)) => {
            let wanted = import.changes.into_iter().filter(|(_, change)| *change == Change::Add);
            wanted
                .map(|(signal, _)| Asked {
                    name: format!("{name}: {}", masked(&signal)),
                    found: Found::of_signal(signal),
                    decoder: name.clone(),
                    state: State::Compared,
                })
                .collect()
        }
    }
}

/// The first digits: a whole fingerprint of an intimate picture is itself intimate.
fn masked(signal: &Signal) -> String {
    match signal {
        Signal::Pdq(hash) => format!("PDQ {hash}"),
        Signal::VideoMd5(md5) => format!("MD5 {}…", md5.expose().chars().take(8).collect::<String>()),
    }
}

struct Answer {
    name: String,
    found: Found,
    state: State,
    /// With the name of the private item.
    matches: Vec<(String, Evidence)>,
}

impl Answer {
    fn json(&self, comparison: &Comparison, catalogue: Catalogue) -> Value {
        let state = match self.state {
            State::Compared => "compared",
            State::Shut => "digests_only",
            State::Unread(_) => "unread",
        };
        let matches: Vec<_> = self
            .matches
            .iter()
            .map(|(name, evidence)| {
                json!({
                    "against": name, "evidence": evidence, "sentence": catalogue.text(evidence.band.id()),
                    "ways": ways(evidence, catalogue), "confirmation_required": true,
                    "list": comparison.set.fingerprints(),
                })
            })
            .collect();
        let why = if let State::Unread(why) = self.state { Some(why) } else { None };
        json!({ "query": self.name, "sha256": self.found.sha256, "state": state, "why": why, "matches": matches })
    }

    fn show(&self, page: &mut Page, comparison: &Comparison, catalogue: Catalogue) {
        page.heading(&screen::quote(&self.name, 80));
        match self.state {
            State::Compared => {}
            State::Shut => page.hanging(2, "", &catalogue.text("line-match-query-shut")),
            State::Unread(why) => page.hanging(2, "! ", &catalogue.text(why)),
        }
        // Of what could not be read nothing can be said, not even that it does not match.
        if self.matches.is_empty() && !matches!(self.state, State::Unread(_)) {
            page.hanging(2, "", &catalogue.text("media-band-none"));
        }
        for (name, evidence) in &self.matches {
            let against = ("file", Argument::Text(screen::quote(name, 80)));
            let sentence = ("band", Argument::Text(catalogue.text(evidence.band.id())));
            page.strong(2, "", &catalogue.format("line-match-band", &[sentence, against]));
            if let Some(distance) = evidence.distance {
                let number = |value: u32| Argument::Number(value.into());
                let unknown = || Argument::Text(catalogue.text("line-match-quality-unknown"));
                let quality = |value: Option<u8>| value.map_or_else(unknown, |value| number(value.into()));
                let arguments = [
                    ("distance", number(distance)),
                    ("private", quality(evidence.quality.0)),
                    ("found", quality(evidence.quality.1)),
                    ("print", Argument::Text(evidence.found_hash.clone().unwrap_or_else(|| "–".to_owned()))),
                ];
                let id = if evidence.video.is_some() { "line-match-distance-video" } else { "line-match-distance" };
                page.hanging(4, "", &catalogue.format(id, &arguments));
            } else {
                let method = ("method", Argument::Text(evidence.method.to_owned()));
                page.hanging(4, "", &catalogue.format("line-match-digest", &[method]));
            }
            let ways = ways(evidence, catalogue);
            if !ways.is_empty() {
                page.hanging(4, "", &ways.join(" "));
            }
            for stretch in evidence.video.iter().flat_map(|video| &video.stretches).take(12) {
                let time = |at: u64| Argument::Text(format!("{}:{:02}", at / 60_000, at / 1_000 % 60));
                let arguments = [
                    ("start", time(stretch.found.0)),
                    ("end", time(stretch.found.1)),
                    ("own-start", time(stretch.private.0)),
                    ("own-end", time(stretch.private.1)),
                ];
                page.hanging(4, "• ", &catalogue.format("line-match-stretch", &arguments));
            }
            if evidence.on_negative_list {
                page.hanging(4, "! ", &catalogue.text("media-screening-negative"));
            }
            if evidence.band == argine_media::evidence::Band::ToCheck {
                let count = i64::try_from(comparison.set.fingerprints()).unwrap_or(i64::MAX);
                page.hanging(4, "", &catalogue.format("line-match-list", &[("count", Argument::Number(count))]));
            }
        }
    }
}

fn ways(evidence: &Evidence, catalogue: Catalogue) -> Vec<String> {
    let number = |value: u32| Argument::Number(value.into());
    let say = |way: &Way| catalogue.format(way.id, &[("a", number(way.numbers.0)), ("b", number(way.numbers.1))]);
    evidence.way.iter().map(say).collect()
}

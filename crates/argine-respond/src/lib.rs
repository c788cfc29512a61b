//! The pipeline: what a person hands over becomes a [`CaseFile`].
//!
//! [`respond`] is the one function that every door calls. It reads the files, assesses every conversation, makes the
//! plan for the most urgent one, and says which originals a case may hold. The order is the path of the data:
//! import → recognise → plan; sealing and papers start from the value that it returns.
//!
//! It does not open files, write cases, ask for the time or talk to anybody: the clock, the age and the country are
//! given, and the same values give the same case file on every door.

use core::fmt;

use argine_chat::{Handed, Limits, ReadOptions};
use argine_knowledge::Knowledge;
use argine_model::{
    AcquisitionLevel, AgeClass, Conversation, ConversationKind, Custodian, DateOrder, Exhibit, ExhibitId, MediaClass,
    OriginalHandling, Plan, Platform, Reading, Sha256, SourceState, Stage,
};
use argine_plan::Situation;
use argine_recognise::{Recogniser, Recognition};
use argine_screenshots::OcrEngine;
use jiff::{Zoned, civil};

mod bundle;
mod contents;
mod fingerprints;
mod first_contact;
mod originals;
mod redact;
mod screens;

pub use argine_screenshots::ShowsNobodyUndressed;
pub use bundle::{BundleError, signed_knowledge, trusted_keys};
pub use contents::{CASE_FILE, Content, MissingFile, contents, tool, verification_pages};
pub use fingerprints::{MediaFingerprint, MediaState, fingerprints};
pub use first_contact::{NoProfile, first_contact};
pub use originals::{MediaConsent, Original, originals};
pub use redact::{LeftOut, Placeholders, redacted};

/// The name and version of the case file as JSON (`data/derived/case-file.json`).
pub const CASE_FILE_SCHEMA: &str = "argine.case-file/1";

/// Everything Argine has to say about what was handed over.
///
/// It is also a file of the case, so that papers can be made later from what was read then, whatever a later version
/// would read.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct CaseFile {
    /// Clock of the case, given by the door.
    pub opened: Zoned,
    /// Age of the affected person: as given, or [`AgeClass::Minor`] where the person's own words say so.
    pub age: AgeClass,
    /// Where the person is: ISO 3166-1 alpha-2, lower case.
    pub country: String,
    /// Who handed it over.
    pub custodian: Custodian,
    /// The files as handed over.
    pub exhibits: Vec<Exhibit>,
    /// What was read, conversations included.
    pub reading: Reading,
    /// What is happening in each conversation, in the order of `reading.conversations`.
    pub recognitions: Vec<Recognition>,
    /// Place of the most urgent conversation; none where no conversation was read.
    pub main: Option<usize>,
    /// What to do.
    pub plan: Plan,
}

impl CaseFile {
    /// The most urgent conversation and what is happening in it.
    pub fn main(&self) -> Option<(&Conversation, &Recognition)> {
        let main = self.main?;
        Some((self.reading.conversations.get(main)?, self.recognitions.get(main)?))
    }

    /// Whether something that was handed over remained unread (exit code 3 of the command line).
    pub fn has_unread_input(&self) -> bool {
        self.reading.findings.iter().any(|finding| finding.code.is_unread())
    }
}

/// How to respond: everything that is not in the files.
#[derive(Debug, Clone)]
pub struct Circumstances {
    /// Clock of the case, in the zone of the person.
    pub now: Zoned,
    /// Age of the affected person.
    pub age: AgeClass,
    /// Where the person is: ISO 3166-1 alpha-2, lower case.
    pub country: String,
    /// Who hands the files over.
    pub custodian: Custodian,
    /// Whether an adult asked for media to be copied into the case.
    pub media: MediaConsent,
    /// What the person said about the order of dates.
    pub date_order: Option<DateOrder>,
    /// How the person is called in the chats, where they said it.
    pub owner: Option<String>,
    /// What the person said about pictures of the screen.
    pub screens: Screens,
    /// What a hostile file may cost.
    pub limits: Limits,
}

/// A country as people write it, as ISO 3166-1 alpha-2 in lower case; none where it is no code.
pub fn country_code(typed: &str) -> Option<String> {
    let code = match typed.to_ascii_lowercase().as_str() {
        // What people there write; ISO 3166-1 knows the state by another code.
        "uk" => "gb".to_owned(),
        code => code.to_owned(),
    };
    (code.len() == 2 && code.bytes().all(|letter| letter.is_ascii_lowercase())).then_some(code)
}

/// What the person said about pictures of the screen, and how to call those who write on them.
#[derive(Debug, Clone, Default)]
pub struct Screens {
    /// The word that nobody in them is undressed; without it they are not opened.
    pub consent: Option<ShowsNobodyUndressed>,
    /// How to call the person, whose bubbles are on the right.
    pub owner_name: String,
    /// How to call the other one, where no name is on the screen.
    pub other_name: String,
}

impl Circumstances {
    /// What the readers need to know.
    pub fn read_options(&self) -> ReadOptions {
        ReadOptions {
            limits: self.limits,
            date_order: self.date_order,
            zone: self.now.time_zone().clone(),
            owner: self.owner.clone(),
        }
    }
}

/// What the engines need, loaded once and used for many cases.
pub struct Engines {
    /// The packs.
    pub knowledge: Knowledge,
    /// The rules.
    pub recogniser: Recogniser,
    /// What reads words in pictures, where the door has it.
    pub reader: Option<Box<dyn OcrEngine>>,
}

impl fmt::Debug for Engines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reader = self.reader.as_ref().map(|reader| (reader.name(), reader.version()));
        f.debug_struct("Engines").field("reader", &reader).finish_non_exhaustive()
    }
}

/// The engines could not be loaded: the binary itself is damaged, or a pack was replaced by a broken one.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EnginesError {
    /// The packs.
    #[error("the knowledge packs cannot be used")]
    Knowledge(#[from] argine_knowledge::KnowledgeError),
    /// The rules.
    #[error("the recognition rules cannot be used")]
    Rules(#[from] argine_recognise::RulesError),
}

impl Engines {
    /// The packs and rules that are part of the program.
    ///
    /// # Errors
    /// When one of them is malformed.
    pub fn embedded() -> Result<Self, EnginesError> {
        Ok(Self { knowledge: Knowledge::embedded()?, recogniser: Recogniser::embedded()?, reader: None })
    }
}

/// How far [`respond`] has come, for doors that show progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Files are being hashed, unpacked and read.
    Reading,
    /// Pictures of the screen are being read: each takes a second or more.
    ReadingScreens {
        /// Pictures read.
        done: usize,
        /// Pictures handed over.
        of: usize,
    },
    /// Conversations are being assessed: how many are done, how many there are.
    Recognising {
        /// Conversations assessed.
        done: usize,
        /// Conversations read.
        of: usize,
    },
    /// The plan is being made.
    Planning,
    /// Pictures are being fingerprinted.
    Fingerprinting {
        /// Pictures done.
        done: usize,
        /// Pictures handed over.
        of: usize,
    },
}

/// Reads `files`, assesses what they hold and makes the plan. `files[i]` becomes exhibit `i + 1`.
///
/// Never fails: what could not be read is in [`CaseFile::reading`].
pub fn respond(
    files: &[Handed<'_>],
    circumstances: &Circumstances,
    engines: &Engines,
    mut progress: impl FnMut(Progress),
) -> CaseFile {
    progress(Progress::Reading);
    let reading = read(files, circumstances, engines.reader.as_deref(), &mut progress);

    let of = reading.conversations.len();
    let recognitions: Vec<_> = (reading.conversations.iter().enumerate())
        .map(|(done, conversation)| {
            progress(Progress::Recognising { done, of });
            engines.recogniser.assess(conversation, circumstances.age)
        })
        .collect();
    let main = most_urgent(&recognitions);
    let age = effective_age(circumstances.age, &recognitions);
    let exhibits = exhibits(files, &reading, age, circumstances);

    progress(Progress::Planning);
    // Where no conversation was read there is nothing to assess: the plan then rests on age and country alone.
    let nothing = engines.recogniser.assess(&no_conversation(), circumstances.age).assessment;
    let plan = argine_plan::plan(
        &engines.knowledge,
        &Situation {
            assessment: main.and_then(|main| recognitions.get(main)).map_or(&nothing, |found| &found.assessment),
            platforms: &platforms(&reading, &recognitions, main),
            age,
            country: &circumstances.country,
            learned_on: learned_on(&reading, &recognitions, main),
            now: &circumstances.now,
        },
    );
    CaseFile {
        opened: circumstances.now.clone(),
        age,
        country: circumstances.country.clone(),
        custodian: circumstances.custodian,
        exhibits,
        reading,
        recognitions,
        main,
        plan,
    }
}

/// Reads `files`, pictures of the screen included where the person allowed it and there is an engine; nothing is assessed.
pub fn read(
    files: &[Handed<'_>],
    circumstances: &Circumstances,
    reader: Option<&dyn OcrEngine>,
    progress: &mut dyn FnMut(Progress),
) -> Reading {
    let mut reading = argine_chat::read(files, &circumstances.read_options());
    screens::add(&mut reading, files, circumstances, reader, progress);
    reading
}

fn no_conversation() -> Conversation {
    Conversation {
        id: String::new(),
        platform: Platform::Unknown,
        kind: ConversationKind::Direct,
        title: None,
        participants: Vec::new(),
        owner: None,
        messages: Vec::new(),
    }
}

/// Signs of self-harm come first, then urgency, then probability, then the order in which things were handed over.
fn most_urgent(recognitions: &[Recognition]) -> Option<usize> {
    let rank = |recognition: &Recognition| {
        let assessment = &recognition.assessment;
        (assessment.flags.self_harm.value, assessment.urgency.level, assessment.alert.raised)
    };
    (0..recognitions.len()).reduce(|best, next| {
        let (Some(a), Some(b)) = (recognitions.get(best), recognitions.get(next)) else { return best };
        let more_probable = b.assessment.sextortion_probability > a.assessment.sextortion_probability;
        match rank(b).cmp(&rank(a)) {
            core::cmp::Ordering::Greater => next,
            core::cmp::Ordering::Equal if more_probable => next,
            _ => best,
        }
    })
}

/// The person's own words outweigh what was typed at the door: access to images of a minor is a crime for everybody.
fn effective_age(given: AgeClass, recognitions: &[Recognition]) -> AgeClass {
    let says_minor = recognitions.iter().any(|recognition| recognition.assessment.flags.minor_victim.value);
    if says_minor { AgeClass::Minor } else { given }
}

/// Where it happens: the most urgent conversation first, then every other that raised the alarm.
fn platforms(reading: &Reading, recognitions: &[Recognition], main: Option<usize>) -> Vec<Platform> {
    let alarmed = (0..recognitions.len())
        .filter(|place| recognitions.get(*place).is_some_and(|recognition| recognition.assessment.alert.raised));
    let mut platforms = Vec::new();
    for place in main.into_iter().chain(alarmed) {
        if let Some(conversation) = reading.conversations.get(place)
            && !platforms.contains(&conversation.platform)
        {
            platforms.push(conversation.platform);
        }
    }
    platforms
}

/// The day of the first threat: terms for a complaint run from the day the person learned of the fact (c.p. 124).
fn learned_on(reading: &Reading, recognitions: &[Recognition], main: Option<usize>) -> Option<civil::Date> {
    let main = main?;
    let assessment = &recognitions.get(main)?.assessment;
    let first = (assessment.stages.iter())
        .filter(|found| matches!(found.stage, Stage::Threat | Stage::Publication | Stage::Control))
        .map(|found| found.first_index)
        .min()
        .or(assessment.alert.first_index)?;
    let message = reading.conversations.get(main)?.messages.get(first as usize)?;
    Some(message.time?.civil.date())
}

fn exhibits(files: &[Handed<'_>], reading: &Reading, age: AgeClass, circumstances: &Circumstances) -> Vec<Exhibit> {
    (files.iter().zip(1..))
        .map(|(file, number)| {
            let id = ExhibitId(number);
            let class = argine_chat::classify(file.bytes);
            let members = (reading.members.iter())
                .filter(|(exhibit, _)| *exhibit == id)
                .flat_map(|(_, members)| members.iter().cloned())
                .collect::<Vec<_>>();
            let mut exhibit = Exhibit {
                id,
                name: file.name.to_owned(),
                sha256: digest(reading, id, file),
                size: file.bytes.len() as u64,
                class,
                acquisition: acquisition(reading, id, class),
                custodian: circumstances.custodian,
                handling: OriginalHandling::HashOnly,
                members,
            };
            exhibit.handling = originals::handling(&exhibit, age, circumstances.media);
            exhibit
        })
        .collect()
}

/// The reader has hashed the file already: hashing a large archive twice would double the wait.
fn digest(reading: &Reading, id: ExhibitId, file: &Handed<'_>) -> Sha256 {
    (reading.sources.iter())
        .find(|source| source.exhibit == id && source.path.len() == 1)
        .and_then(|source| source.sha256)
        .unwrap_or_else(|| Sha256::of(file.bytes))
}

fn acquisition(reading: &Reading, id: ExhibitId, class: MediaClass) -> AcquisitionLevel {
    let exported = reading
        .sources
        .iter()
        .filter(|source| source.exhibit == id)
        .any(|source| matches!(&source.state, SourceState::Read { format, .. } if format != "plain_text" && format != "screenshot"));
    match class {
        _ if exported => AcquisitionLevel::AppExport,
        MediaClass::Image => AcquisitionLevel::Screenshot,
        _ => AcquisitionLevel::Unknown,
    }
}

#[cfg(test)]
mod tests;

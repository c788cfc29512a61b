//! `argine respond`: the main job.

use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::time::Duration;

use argine_knowledge::{Argument, Catalogue, Knowledge};
use argine_model::{Action, Custodian, Exhibit, ExhibitId, Language, OriginalHandling, Sha256};
use argine_plan::PlanProgress;
use argine_report::Programme;
use argine_respond::{
    CaseFile, Circumstances, Engines, MediaConsent, MediaFingerprint, MediaState, Progress, fingerprints, originals,
    respond,
};
use argine_seal::{Acquisition, CaseId, ClockSource, Tool, VerificationPages, verification_page};
use argine_vault::{CaseHeader, CaseWriter, Lock, SealedCase, device_key};
use indicatif::ProgressBar;

use super::with_conversation;
use crate::Outcome;
use crate::arguments::RespondArguments;
use crate::circumstances::circumstances;
use crate::input::{self, InputFile};
use crate::packs;
use crate::problem::Problem;
use crate::questions;
use crate::reader;
use crate::screen::{self, Page};

/// Above this many bytes of input the person is shown that something is going on.
const WORTH_A_PROGRESS_LINE: usize = 8 << 20;

/// Reads, recognises, plans, shows; then seals the originals and writes the papers.
pub(crate) fn run(arguments: &RespondArguments, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let media = if arguments.with_media { MediaConsent::Copy } else { MediaConsent::HashOnly };
    let mut circumstances = circumstances(&arguments.about, arguments.from.into(), media, catalogue)?;
    let mut engines = Engines::embedded().map_err(Problem::defect)?;
    packs::replace(&mut engines.knowledge, &arguments.about.packs)?;
    engines.reader = reader::of(&circumstances);
    // Asked before the work, so that nobody waits in front of a prompt.
    let lock = arguments.encrypt.then(|| super::case::new_lock(&arguments.lock, catalogue)).transpose()?;
    let files = input::open(&arguments.inputs)?;
    let handed: Vec<_> = files.iter().map(InputFile::handed).collect();
    let progress = progress_line(&files);
    let case = respond(&handed, &circumstances, &engines, |at| {
        if let (Some(line), Progress::Recognising { done, of }) = (&progress, at) {
            line.set_message(format!("{done}/{of}"));
        }
    });
    if let Some(line) = &progress {
        line.finish_and_clear();
    }
    let case = if !arguments.json && questions::ask(&case, &mut circumstances, catalogue) {
        engines.reader = reader::of(&circumstances);
        respond(&handed, &circumstances, &engines, |_| ())
    } else {
        case
    };
    let case = with_conversation(case, catalogue)?;
    let target = target(arguments, &case, catalogue.language());
    if target.exists() {
        return Err(Problem::OutExists(target));
    }

    // What to do comes before the papers: it is on the screen while they are made.
    if !arguments.json {
        screen::show(&answer(&case, catalogue));
    }
    let prints = fingerprints(&handed, &case, &circumstances.limits, |_| ());
    let beside = beside(&case, &prints, &engines.knowledge, catalogue.language())?;
    let sealed =
        write_case(&case, &beside, &files, &circumstances, arguments, (&target, lock.as_ref()), catalogue.language())?;
    if arguments.json {
        let (_, recognition) = case.main().ok_or_else(|| Problem::defect(anyhow::anyhow!("no conversation")))?;
        let json = serde_json::json!({
            "case": sealed.path, "root_sha256": sealed.root, "assessment": recognition.assessment, "plan": case.plan,
            "next": screen::next_ids(&case.plan),
            "findings": case.reading.findings, "fingerprints": prints,
        });
        super::assess::write_line(&json.to_string())?;
    } else {
        let page =
            if arguments.encrypt { locked(&sealed, catalogue) } else { written(&case, &prints, &sealed, catalogue) };
        screen::show(&page);
    }
    Ok(Outcome::of_reading(&case.reading))
}

/// Everything a person should read now.
fn answer(case: &CaseFile, catalogue: Catalogue) -> Page {
    let mut page = Page::default();
    screen::read_summary(&mut page, case.exhibits.len(), &case.reading, catalogue);
    // Where a life may be at risk, who answers comes before what is happening.
    if case.plan.crisis {
        screen::next(&mut page, &case.plan, &PlanProgress::default(), catalogue);
        screen::helplines(&mut page, &case.plan.helplines, catalogue);
    }
    if let Some((conversation, recognition)) = case.main() {
        screen::happening(&mut page, conversation, &recognition.assessment, catalogue);
        others(&mut page, case, catalogue);
        if !case.plan.crisis {
            screen::next(&mut page, &case.plan, &PlanProgress::default(), catalogue);
        }
        screen::dos(&mut page, &case.plan, catalogue);
        screen::never(&mut page, &case.plan.never, catalogue);
        if !case.plan.crisis {
            screen::helplines(&mut page, &case.plan.helplines, catalogue);
        }
        screen::traces(&mut page, &recognition.indicators, catalogue);
    }
    screen::unread(&mut page, &case.reading, catalogue);
    page
}

/// Names the other conversations that raised the alarm, so that none is overlooked.
fn others(page: &mut Page, case: &CaseFile, catalogue: Catalogue) {
    let names: Vec<String> = (case.recognitions.iter().zip(&case.reading.conversations).enumerate())
        .filter(|(place, (recognition, _))| Some(*place) != case.main && recognition.assessment.alert.raised)
        .map(|(_, (_, conversation))| screen::quote(conversation.title.as_deref().unwrap_or(&conversation.id), 60))
        .collect();
    if !names.is_empty() {
        let count = Argument::Number(i64::try_from(names.len()).unwrap_or(i64::MAX));
        let names = Argument::Text(names.join(", "));
        page.hanging(2, "! ", &catalogue.format("line-other-conversations", &[("count", count), ("names", names)]));
    }
}

/// Where the case is and what is in it.
fn written(case: &CaseFile, prints: &[MediaFingerprint], sealed: &SealedCase, catalogue: Catalogue) -> Page {
    let mut page = Page::default();
    let text = |name: &'static str, value: &Path| (name, Argument::Text(value.display().to_string()));
    page.gap();
    page.heading(&catalogue.text("heading-case"));
    page.strong(2, "", &catalogue.format("line-case-written", &[text("case", &sealed.path)]));
    let papers = sealed.path.join("data/derived/denuncia-querela.pdf");
    page.hanging(2, "", &catalogue.format("line-case-dossier", &[text("file", &papers)]));
    let how = sealed.path.join(match catalogue.language() {
        Language::It => argine_seal::names::PAGE_ITALIAN,
        Language::En => argine_seal::names::PAGE_ENGLISH,
    });
    page.hanging(2, "", &catalogue.format("line-case-verify", &[text("file", &how)]));
    page.hanging(2, "", &catalogue.format("line-case-check", &[text("case", &sealed.path)]));
    let root = Argument::Text(sealed.root.to_string());
    page.hanging(2, "", &catalogue.format("line-case-root", &[("root", root)]));
    let hash_only = case.exhibits.iter().filter(|exhibit| exhibit.handling == OriginalHandling::HashOnly).count();
    if hash_only > 0 {
        let count = Argument::Number(i64::try_from(hash_only).unwrap_or(i64::MAX));
        page.hanging(2, "", &catalogue.format("line-case-hash-only", &[("count", count)]));
    }
    let taken = prints.iter().filter(|print| matches!(print.state, MediaState::Fingerprinted { .. })).count();
    if taken > 0 {
        let count = Argument::Number(i64::try_from(taken).unwrap_or(i64::MAX));
        page.hanging(2, "", &catalogue.format("line-fingerprints", &[("count", count)]));
    }
    for programme in programmes(case) {
        let paper = sealed.path.join("data/derived").join(format!("handoff-{}.txt", programme.id()));
        page.hanging(2, "", &catalogue.format("line-handoff-paper", &[text("file", &paper)]));
    }
    page.hanging(2, "", &catalogue.format("line-case-plan", &[text("case", &sealed.path)]));
    page.faint(2, "", &catalogue.text("line-case-stamp"));
    page
}

/// The programmes whose sheets belong to this case: where the plan says to have the images blocked.
fn programmes(case: &CaseFile) -> &'static [Programme] {
    let blocks = case.plan.steps.iter().any(|step| step.action == Action::TakedownHash);
    if blocks { Programme::of_age(case.age) } else { &[] }
}

/// What stands beside the papers: the fingerprints, cut to their first digits, and the sheets of the programmes.
fn beside(
    case: &CaseFile,
    prints: &[MediaFingerprint],
    knowledge: &Knowledge,
    language: Language,
) -> Result<Vec<(String, Vec<u8>)>, Problem> {
    let mut beside = Vec::new();
    if !prints.is_empty() {
        let bytes = serde_json::to_vec_pretty(prints).map_err(Problem::defect)?;
        beside.push(("fingerprints.json".to_owned(), bytes));
    }
    beside.extend(programmes(case).iter().map(|programme| {
        let sheet = argine_report::handoff(*programme, None, knowledge, &case.opened, language);
        (format!("handoff-{}.txt", programme.id()), sheet.into_bytes())
    }));
    Ok(beside)
}

/// Where the locked case is, and how its papers come out of it.
fn locked(sealed: &SealedCase, catalogue: Catalogue) -> Page {
    let mut page = Page::default();
    let case = Argument::Text(sealed.path.display().to_string());
    page.gap();
    page.heading(&catalogue.text("heading-case"));
    page.strong(2, "", &catalogue.format("line-case-locked", &[("case", case)]));
    let root = Argument::Text(sealed.root.to_string());
    page.hanging(2, "", &catalogue.format("line-case-root", &[("root", root)]));
    page.faint(2, "", &catalogue.text("line-case-stamp"));
    page
}

/// Writes the case: it appears complete at `target`, locked where there is a lock, or not at all.
fn write_case(
    case: &CaseFile,
    beside: &[(String, Vec<u8>)],
    files: &[InputFile],
    circumstances: &Circumstances,
    arguments: &RespondArguments,
    (target, lock): (&Path, Option<&Lock>),
    language: Language,
) -> Result<SealedCase, Problem> {
    let key = device_key(&key_folder(arguments.key_folder.as_deref())?).map_err(Problem::Vault)?;
    let time = case.opened.timestamp();
    let header = CaseHeader {
        case: case_id(case).map_err(Problem::defect)?,
        tool: tool().map_err(Problem::defect)?,
        by: case.custodian,
        age: case.age,
        pages: pages(),
    };
    let mut writer = match lock {
        Some(lock) => CaseWriter::begin_locked(target, header, lock),
        None => CaseWriter::begin(target, header),
    }
    .map_err(Problem::Vault)?;
    let acquisition = Acquisition {
        time,
        clock: if arguments.about.at.is_some() { ClockSource::Stated } else { ClockSource::Device },
        tool: tool().map_err(Problem::defect)?,
        participant: Some(case.custodian == Custodian::AffectedPerson),
        source: None,
    };
    for exhibit in &case.exhibits {
        let file = file_of(files, exhibit.id)?;
        match exhibit.handling {
            OriginalHandling::Copied => {
                writer.add_original(exhibit, Cursor::new(&file.bytes), acquisition.clone()).map_err(Problem::Vault)?;
            }
            OriginalHandling::HashOnly => {
                writer.add_digest_only(exhibit, acquisition.clone()).map_err(Problem::Vault)?;
            }
        }
    }
    for original in originals(&case.exhibits, &case.reading).iter().filter(|original| !original.member.is_empty()) {
        let file = file_of(files, original.exhibit)?;
        let bytes = argine_chat::member_bytes(&file.bytes, &original.member, original.sha256, &circumstances.limits);
        let bytes = bytes.ok_or_else(|| Problem::defect(anyhow::anyhow!("a member that was read is not there")))?;
        writer.add_member(original.exhibit, &original.member, &bytes, time).map_err(Problem::Vault)?;
    }
    let all: Vec<ExhibitId> = case.exhibits.iter().map(|exhibit| exhibit.id).collect();
    for (name, bytes) in papers(case, language)? {
        writer.add_derived(name, &bytes, &all, time).map_err(Problem::Vault)?;
    }
    for (name, bytes) in beside {
        writer.add_derived(name, bytes, &all, time).map_err(Problem::Vault)?;
    }
    writer.seal(time, &key).map_err(Problem::Vault)
}

/// What is made from the originals: data for other programs, the transcript, the papers. The complaint is filed in
/// Italian; who works in another language gets a courtesy translation beside it.
fn papers(case: &CaseFile, language: Language) -> Result<Vec<(&'static str, Vec<u8>)>, Problem> {
    let (_, recognition) = case.main().ok_or_else(|| Problem::defect(anyhow::anyhow!("no conversation")))?;
    let json = |value: &serde_json::Value| serde_json::to_vec_pretty(value).map_err(Problem::defect);
    let assessments: Vec<_> = case.recognitions.iter().map(|recognition| &recognition.assessment).collect();
    let pdf = |language| argine_report::denuncia(case, language).map_err(Problem::defect);
    let mut papers = vec![
        (super::report::CASE_FILE, serde_json::to_vec(case).map_err(Problem::defect)?),
        ("assessment.json", serde_json::to_vec_pretty(&recognition.assessment).map_err(Problem::defect)?),
        ("indicators.json", json(&serde_json::json!(recognition.indicators))?),
        ("plan.json", json(&serde_json::json!(case.plan))?),
        (
            "reading.json",
            json(&serde_json::json!({
                "sources": case.reading.sources, "members": case.reading.members, "findings": case.reading.findings,
            }))?,
        ),
        ("transcript.txt", argine_report::transcript(case, Language::It).into_bytes()),
        ("denuncia-querela.pdf", pdf(Language::It)?),
    ];
    if language != Language::It {
        papers.push(("denuncia-querela-translation.pdf", pdf(language)?));
    }
    if assessments.len() > 1 {
        papers.push(("assessments.json", json(&serde_json::json!(assessments))?));
    }
    Ok(papers)
}

fn file_of(files: &[InputFile], id: ExhibitId) -> Result<&InputFile, Problem> {
    let place = (id.0 as usize).checked_sub(1);
    let file = place.and_then(|place| files.get(place));
    file.ok_or_else(|| Problem::defect(anyhow::anyhow!("exhibit {id} was never handed over")))
}

/// How to verify a case without Argine.
pub(super) fn pages() -> VerificationPages {
    let page = |language| {
        let catalogue = Catalogue::new(language);
        verification_page(|message| catalogue.text(message))
    };
    VerificationPages { italian: page(Language::It), english: page(Language::En) }
}

pub(crate) fn tool() -> Result<Tool, argine_seal::InvalidTool> {
    concat!("argine ", env!("CARGO_PKG_VERSION")).parse()
}

/// The same files on the same day are the same case.
fn case_id(case: &CaseFile) -> Result<CaseId, argine_seal::InvalidCaseId> {
    format!("ARG-{}-{}", case.opened.strftime("%Y%m%d"), fingerprint(&case.exhibits)).parse()
}

fn fingerprint(exhibits: &[Exhibit]) -> String {
    let digests: Vec<_> = exhibits.iter().map(|exhibit| exhibit.sha256).collect();
    let whole = Sha256::of_parts(digests.iter().map(|digest| digest.as_bytes().as_slice()));
    whole.to_string().chars().take(8).collect::<String>().to_ascii_uppercase()
}

fn target(arguments: &RespondArguments, case: &CaseFile, language: Language) -> PathBuf {
    arguments.out.clone().unwrap_or_else(|| {
        let word = match language {
            Language::It => "caso",
            Language::En => "case",
        };
        format!("{word}-{}-{}", case.opened.strftime("%Y-%m-%d"), fingerprint(&case.exhibits)).into()
    })
}

/// Where this device's key lies: as given, else where programs of this system keep their data.
#[expect(clippy::disallowed_methods, reason = "where a system keeps data is told by its environment")]
pub(crate) fn key_folder(given: Option<&Path>) -> Result<PathBuf, Problem> {
    if let Some(folder) = given {
        return Ok(folder.to_owned());
    }
    let data = std::env::var("XDG_DATA_HOME").ok().filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let local = std::env::var("LOCALAPPDATA").ok().map(PathBuf::from);
    let home = std::env::var("HOME").ok().map(|home| Path::new(&home).join(".local/share"));
    let base = data.or(local).or(home).ok_or(Problem::NoKeyFolder)?;
    Ok(base.join("argine"))
}

fn progress_line(files: &[InputFile]) -> Option<ProgressBar> {
    let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
    (bytes > WORTH_A_PROGRESS_LINE).then(|| {
        let line = ProgressBar::new_spinner();
        line.enable_steady_tick(Duration::from_millis(120));
        line
    })
}

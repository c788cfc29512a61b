//! `argine respond`: the main job.

use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::time::Duration;

use argine_chat::Handed;
use argine_knowledge::{Argument, Catalogue};
use argine_model::{Custodian, ExhibitId, Language, OriginalHandling};
use argine_plan::PlanProgress;
use argine_report::{CasePaper, case_papers, programmes};
use argine_respond::{
    CaseFile, Circumstances, Content, Engines, MediaConsent, MediaFingerprint, MediaState, Progress, contents,
    fingerprints, respond, tool, verification_pages,
};
use argine_seal::{Acquisition, ClockSource};
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
    let papers = case_papers(&case, &prints, &engines.knowledge, catalogue.language(), |language| {
        Ok(("pdf", argine_report::denuncia(&case, language)?))
    })
    .map_err(Problem::defect)?;
    let sealed = write_case(&case, &papers, &handed, &circumstances, arguments, (&target, lock.as_ref()))?;
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
    papers: &[CasePaper],
    files: &[Handed<'_>],
    circumstances: &Circumstances,
    arguments: &RespondArguments,
    (target, lock): (&Path, Option<&Lock>),
) -> Result<SealedCase, Problem> {
    let key = device_key(&key_folder(arguments.key_folder.as_deref())?).map_err(Problem::Vault)?;
    let time = case.opened.timestamp();
    let tool = tool().map_err(Problem::defect)?;
    let header = CaseHeader {
        case: case.id().map_err(Problem::defect)?,
        tool: tool.clone(),
        by: case.custodian,
        age: case.age,
        pages: verification_pages(),
    };
    let mut writer = match lock {
        Some(lock) => CaseWriter::begin_locked(target, header, lock),
        None => CaseWriter::begin(target, header),
    }
    .map_err(Problem::Vault)?;
    let acquisition = Acquisition {
        time,
        clock: if arguments.about.at.is_some() { ClockSource::Stated } else { ClockSource::Device },
        tool,
        participant: Some(case.custodian == Custodian::AffectedPerson),
        source: None,
    };
    contents(case, files, &circumstances.limits, |content| {
        match content {
            Content::Original(exhibit, bytes) => {
                writer.add_original(exhibit, Cursor::new(bytes), acquisition.clone()).map(drop)
            }
            Content::DigestOnly(exhibit) => writer.add_digest_only(exhibit, acquisition.clone()),
            Content::Member { exhibit, member, bytes } => writer.add_member(exhibit, &member, &bytes, time).map(drop),
        }
        .map_err(Problem::Vault)
    })?;
    let all: Vec<ExhibitId> = case.exhibits.iter().map(|exhibit| exhibit.id).collect();
    for paper in papers {
        writer.add_derived(&paper.name, &paper.bytes, &all, time).map_err(Problem::Vault)?;
    }
    writer.seal(time, &key).map_err(Problem::Vault)
}

fn target(arguments: &RespondArguments, case: &CaseFile, language: Language) -> PathBuf {
    arguments.out.clone().unwrap_or_else(|| case.folder_name(language).into())
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

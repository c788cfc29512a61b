//! `argine plan`: the plan of a case, what was done of it, and what comes next.

use argine_knowledge::{CaseFact, Catalogue};
use argine_model::{Custodian, ExhibitId, Plan, PlanDates, StepState};
use argine_plan::{
    Exposure, PlanProgress, Request, SelfHarmAnswer, WarnDecision, exposure, next_steps, plan_now, warn_or_not,
};
use argine_respond::{CaseFile, tool};
use argine_seal::{ItemRecord, names};
use argine_vault::{Case, device_key};
use jiff::{Zoned, civil};

use super::assess::write_line;
use super::respond::key_folder;
use crate::arguments::{PlanArguments, Say, SelfHarm};
use crate::circumstances::{clock, zone};
use crate::input;
use crate::problem::Problem;
use crate::screen::{self, Page};
use crate::{Outcome, packs};

/// What was done of the plan lies beside it, one file a change: nothing that was sealed is written over.
const PROGRESS: &str = "plan-progress";

/// Shows the plan of a case; with ticks, answers or days it first adds them under a new seal.
pub(crate) fn run(arguments: &PlanArguments, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let knowledge = packs::load(&arguments.packs)?;
    let now = clock(arguments.at.as_deref(), &zone(&arguments.zone)?)?;
    let case = super::case::open(&arguments.case, catalogue)?;
    let made: Plan = derived(&case, "plan.json")?;
    let items = case.items().map_err(Problem::Vault)?;
    let (number, mut progress) = last_progress(&case, items.records())?;
    let before = progress.clone();
    // Marks go by the plan as it was shown: its order is that of the marks so far.
    let shown = plan_now(&knowledge, &made, &progress, &now).map_err(Problem::defect)?;
    add(arguments, &shown, &mut progress, &now)?;
    if progress != before {
        let exhibits: Vec<ExhibitId> = (items.records().iter())
            .filter_map(
                |record| if let ItemRecord::Original { exhibit, .. } = record { Some(exhibit.id) } else { None },
            )
            .collect();
        save(&case, arguments, number + 1, &progress, &exhibits, &now)?;
    }
    let plan = plan_now(&knowledge, &made, &progress, &now).map_err(Problem::defect)?;
    let contacts = if arguments.contacts.is_empty() { None } else { Some(contacts(&case, arguments, &plan, &now)?) };
    if arguments.json {
        let next: Vec<&str> =
            next_steps(&plan, &progress).into_iter().map(|step| step.verified.record.as_str()).collect();
        let mut json = serde_json::json!({ "plan": plan, "next": next, "progress": progress });
        if let (Some((exposure, decision)), Some(object)) = (&contacts, json.as_object_mut()) {
            object.insert("exposure".to_owned(), serde_json::json!(exposure));
            object.insert("warn".to_owned(), serde_json::json!(decision));
        }
        write_line(&json.to_string())?;
        return Ok(Outcome::Done);
    }
    screen::show(&page(arguments, &plan, &progress, contacts.as_ref(), catalogue));
    Ok(Outcome::Done)
}

fn page(
    arguments: &PlanArguments,
    plan: &Plan,
    progress: &PlanProgress,
    contacts: Option<&(Exposure, WarnDecision)>,
    catalogue: Catalogue,
) -> Page {
    let mut page = Page::default();
    if let Some((exposure, decision)) = contacts {
        screen::contacts(&mut page, exposure, decision, progress, catalogue);
        return page;
    }
    let on_hold = plan.crisis && progress.self_harm != Some(SelfHarmAnswer::No);
    if !arguments.all {
        screen::next(&mut page, plan, progress, catalogue);
        if on_hold {
            screen::helplines(&mut page, &plan.helplines, catalogue);
        } else {
            screen::outline(&mut page, plan, catalogue);
        }
        return page;
    }
    screen::steps(&mut page, plan, catalogue);
    screen::dos(&mut page, plan, catalogue);
    screen::never(&mut page, &plan.never, catalogue);
    screen::helplines(&mut page, &plan.helplines, catalogue);
    screen::clocks(&mut page, plan, catalogue);
    screen::offences(&mut page, plan, catalogue);
    screen::routes(&mut page, plan, catalogue);
    page
}

/// Puts what was typed into the progress.
fn add(arguments: &PlanArguments, plan: &Plan, progress: &mut PlanProgress, now: &Zoned) -> Result<(), Problem> {
    let time = now.timestamp();
    let marks = [
        (&arguments.done, StepState::Done),
        (&arguments.skip, StepState::Skipped),
        (&arguments.later, StepState::Later),
        (&arguments.reopen, StepState::Open),
    ];
    for (steps, state) in marks {
        for step in steps {
            let unknown = |_| Problem::Refused { sentence: "problem-plan-step", value: step.clone() };
            progress.mark(plan, step, state, time).map_err(unknown)?;
        }
    }
    for contact in &arguments.warned {
        progress.mark_contact(contact, StepState::Done, time);
    }
    for said in &arguments.say {
        progress.say(fact(*said));
    }
    if let Some(answer) = arguments.self_harm {
        progress.self_harm = Some(match answer {
            SelfHarm::Yes => SelfHarmAnswer::Yes,
            SelfHarm::No => SelfHarmAnswer::No,
            SelfHarm::Unsure => SelfHarmAnswer::Unsure,
        });
    }
    let dates = &mut progress.dates;
    let PlanDates { learned_on, notice_sent, notice_time, published_on, paid_on, decision_received } = dates;
    for (typed, place) in [
        (&arguments.learned_on, learned_on),
        (&arguments.published_on, published_on),
        (&arguments.paid_on, paid_on),
        (&arguments.decision_received, decision_received),
    ] {
        if let Some(typed) = typed {
            *place = Some(typed.parse().map_err(|_| unclear_date(typed))?);
        }
    }
    if let Some(typed) = &arguments.notice_sent {
        // `2026-11-21` is a day, `2026-11-21T10:15` a moment.
        if typed.contains('T') {
            let moment: civil::DateTime = typed.parse().map_err(|_| unclear_date(typed))?;
            (*notice_sent, *notice_time) = (Some(moment.date()), Some(moment.time()));
        } else {
            (*notice_sent, *notice_time) = (Some(typed.parse().map_err(|_| unclear_date(typed))?), None);
        }
    }
    Ok(())
}

fn unclear_date(typed: &str) -> Problem {
    Problem::Refused { sentence: "problem-plan-date", value: typed.to_owned() }
}

const fn fact(said: Say) -> CaseFact {
    match said {
        Say::Adult => CaseFact::Adult,
        Say::Minor => CaseFact::Minor,
        Say::Under14 => CaseFact::Under14,
        Say::GuardianRisk => CaseFact::GuardianRisk,
        Say::KnownPerson => CaseFact::KnownPerson,
        Say::PhysicalDanger => CaseFact::PhysicalDanger,
        Say::Paid => CaseFact::Paid,
        Say::Published => CaseFact::Published,
        Say::Hacked => CaseFact::Hacked,
        Say::Deepfake => CaseFact::Deepfake,
        Say::BlockedAlready => CaseFact::BlockedAlready,
    }
}

/// Seals the new state: a small file beside the plan, and its line in the chain of custody.
fn save(
    case: &Case,
    arguments: &PlanArguments,
    number: u32,
    progress: &PlanProgress,
    exhibits: &[ExhibitId],
    now: &Zoned,
) -> Result<(), Problem> {
    let key = device_key(&key_folder(arguments.key_folder.as_deref())?).map_err(Problem::Vault)?;
    let tool = tool().map_err(Problem::defect)?;
    let mut editor = case.edit(tool, Custodian::AffectedPerson).map_err(Problem::Vault)?;
    let bytes = serde_json::to_vec_pretty(progress).map_err(Problem::defect)?;
    let name = format!("{PROGRESS}/{number:04}.json");
    editor.add_derived(&name, &bytes, exhibits, now.timestamp()).map_err(Problem::Vault)?;
    editor.seal(now.timestamp(), &key).map_err(Problem::Vault)?;
    Ok(())
}

/// The last state that was saved, with its number; none saved: 0 and nothing marked.
fn last_progress(case: &Case, records: &[ItemRecord]) -> Result<(u32, PlanProgress), Problem> {
    let prefix = format!("{}/{PROGRESS}/", names::DERIVED);
    let number = |record: &ItemRecord| {
        let ItemRecord::Derived { path, .. } = record else { return None };
        path.as_str().strip_prefix(&prefix)?.strip_suffix(".json")?.parse::<u32>().ok()
    };
    let Some(last) = records.iter().filter_map(number).max() else { return Ok((0, PlanProgress::default())) };
    Ok((last, derived(case, &format!("{PROGRESS}/{last:04}.json"))?))
}

/// A file that Argine made, read from the case.
fn derived<T: serde::de::DeserializeOwned>(case: &Case, name: &str) -> Result<T, Problem> {
    let unreadable = || {
        let file = case.path().join(names::DERIVED).join(name).display().to_string();
        Problem::Refused { sentence: "problem-plan-unreadable", value: file }
    };
    let path = format!("{}/{name}", names::DERIVED).parse().map_err(Problem::defect)?;
    let bytes = case.read(&path).map_err(|error| match error {
        argine_vault::VaultError::NoSuchFile(_) => unreadable(),
        other => Problem::Vault(other),
    })?;
    serde_json::from_slice(&bytes).map_err(|_| unreadable())
}

/// Who may be reached, from the lists that were named and the chat of the case, and whether to warn them.
fn contacts(
    case: &Case,
    arguments: &PlanArguments,
    plan: &Plan,
    now: &Zoned,
) -> Result<(Exposure, WarnDecision), Problem> {
    let options = argine_chat::ReadOptions { zone: now.time_zone().clone(), ..argine_chat::ReadOptions::default() };
    let files = input::open(&arguments.contacts)?;
    let handed: Vec<_> = files.iter().map(input::InputFile::handed).collect();
    let lists = argine_chat::read(&handed, &options);
    if lists.contacts.is_empty() {
        let named = arguments.contacts.iter().map(|path| path.display().to_string()).collect::<Vec<_>>();
        return Err(Problem::Refused { sentence: "problem-plan-contacts", value: named.join(", ") });
    }
    let file: CaseFile = derived(case, argine_respond::CASE_FILE)?;
    let chat = file.main().map(|(conversation, _)| conversation);
    let exposure = exposure(&lists.contacts, chat);
    let request = Request::of_plan(plan, now).map_err(Problem::defect)?;
    let named = exposure.counts().get(&argine_plan::Closeness::Named).copied().unwrap_or_default();
    let decision = warn_or_not(&request.facts, plan.basis.dates.learned_on, now.date(), named);
    Ok((exposure, decision))
}

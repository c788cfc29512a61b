//! A plan that lives: ticks, answers, days; contacts and who could notice; lines at odd hours.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use argine_knowledge::{CaseFact, Fact, Facts, Knowledge, Record};
use argine_model::{
    Action, ByteSpan, ClockState, Contact, Conversation, ConversationKind, Kind, Location, Message, Opening,
    OwnerGuess, Participant, ParticipantIndex, Plan, Platform, Relation, SourceIndex, StepState,
};
use argine_plan::{
    Closeness, PlanProgress, Request, SelfHarmAnswer, WarnAdvice, exposure, next_steps, plan_from, warn_or_not,
    with_progress,
};
use jiff::{Timestamp, Zoned};
use proptest::prelude::*;

fn knowledge() -> &'static Knowledge {
    static PACKS: std::sync::OnceLock<Knowledge> = std::sync::OnceLock::new();
    PACKS.get_or_init(|| Knowledge::embedded().unwrap())
}

fn now() -> Zoned {
    "2026-11-21T22:00:00+01:00[Europe/Rome]".parse().unwrap()
}

fn facts(named: &[CaseFact]) -> Facts {
    let mut facts = Facts::new();
    facts.insert(Fact::Kind(Kind::FinancialGang), []);
    for fact in named {
        facts.insert(*fact, [40]);
    }
    facts
}

const GANG: &[CaseFact] = &[CaseFact::Adult, CaseFact::MoneyDemand, CaseFact::Threatened, CaseFact::PublicationRisk];

fn plan(named: &[CaseFact]) -> Plan {
    plan_from(knowledge(), &Request::new(facts(named), "it", &now()))
}

fn actions(plan: &Plan) -> Vec<Action> {
    plan.steps.iter().map(|step| step.action).collect()
}

fn time() -> Timestamp {
    now().timestamp()
}

#[test]
fn marks_are_by_place_by_name_and_by_part() {
    let plan = plan(GANG);
    let mut progress = PlanProgress::default();
    progress.mark(&plan, "1", StepState::Done, time()).unwrap();
    progress.mark(&plan, "it.step.hash_adult", StepState::Later, time()).unwrap();
    progress.mark(&plan, "2.1", StepState::Done, time()).unwrap();
    for unknown in ["0", "99", "2.0", "2.99", "it.step.none", "", "x"] {
        assert!(progress.mark(&plan, unknown, StepState::Done, time()).is_err(), "{unknown}");
    }
    let after = with_progress(&plan, &progress);
    let state = |action| after.steps.iter().find(|step| step.action == action).unwrap().state;
    assert_eq!(state(Action::StopPayment), StepState::Done);
    assert_eq!(state(Action::TakedownHash), StepState::Later);
    assert_eq!(after.steps[0].action, Action::PreserveEvidence, "what can be done now comes first");
    assert!(after.steps[0].how[0].done && !after.steps[0].how[1].done);
    assert_eq!(after.steps.last().unwrap().action, Action::StopPayment, "what is done stays, at the end");
    progress.mark(&after, "it.step.hash_adult", StepState::Open, time()).unwrap();
    progress.mark(&after, "it.step.stop_all", StepState::Open, time()).unwrap();
    progress.mark(&after, "1.1", StepState::Open, time()).unwrap();
    assert_eq!(with_progress(&plan, &progress), plan, "every mark can be taken back");
}

#[test]
fn a_step_whose_parts_are_all_ticked_is_done() {
    let plan = plan(GANG);
    let mut progress = PlanProgress::default();
    for part in 1..=plan.steps[0].how.len() {
        progress.mark(&plan, &format!("1.{part}"), StepState::Done, time()).unwrap();
    }
    let after = with_progress(&plan, &progress);
    assert_eq!(after.steps.last().unwrap().action, plan.steps[0].action);
}

#[test]
fn blocking_waits_for_the_evidence_that_was_put_off() {
    let plan = plan(GANG);
    let mut progress = PlanProgress::default();
    progress.mark(&plan, "it.step.evidence_adult", StepState::Later, time()).unwrap();
    let after = actions(&with_progress(&plan, &progress));
    let place = |action| after.iter().position(|found| *found == action).unwrap();
    let last_free = place(Action::ReportPolice);
    for waiting in [Action::PreserveEvidence, Action::ReportPlatform, Action::SecureThenBlock] {
        assert!(place(waiting) > last_free, "{waiting:?} in {after:?}");
    }
    assert!(place(Action::PreserveEvidence) < place(Action::SecureThenBlock), "save, report, then block");
    assert!(place(Action::ReportPlatform) < place(Action::SecureThenBlock));
}

#[test]
fn three_things_at_a_time_and_one_while_a_life_is_at_risk() {
    let calm = plan(GANG);
    let mut progress = PlanProgress::default();
    assert_eq!(next_steps(&calm, &progress).len(), 3);
    let crisis = plan(&[GANG, &[CaseFact::Crisis]].concat());
    assert_eq!(next_steps(&crisis, &progress).len(), 1);
    for (answer, shown) in [(SelfHarmAnswer::Unsure, 1), (SelfHarmAnswer::Yes, 1), (SelfHarmAnswer::No, 3)] {
        progress.self_harm = Some(answer);
        let next = next_steps(&crisis, &progress);
        assert_eq!((next.len(), next[0].action), (shown, Action::CrisisLine), "{answer:?}");
    }
    // Ticking who answers does not move it away while the signs are there.
    progress.self_harm = None;
    progress.mark(&crisis, "1", StepState::Done, time()).unwrap();
    assert_eq!(with_progress(&crisis, &progress).steps[0].action, Action::CrisisLine);
    // Whatever was put off comes back when nothing else is left.
    let mut all = PlanProgress::default();
    for step in &calm.steps {
        all.mark(&calm, &step.verified.record, StepState::Later, time()).unwrap();
    }
    assert_eq!(next_steps(&with_progress(&calm, &all), &all).len(), 3);
}

#[test]
fn what_the_person_says_makes_another_plan() {
    let made = plan(GANG);
    let moment = now();
    let again = |progress: &PlanProgress| {
        let mut request = Request::of_plan(&made, &moment).unwrap();
        progress.add_to(&mut request);
        plan_from(knowledge(), &request)
    };
    assert_eq!(again(&PlanProgress::default()), made, "nothing said: the same plan");
    let mut paid = PlanProgress::default();
    paid.say(CaseFact::Paid);
    assert_eq!(again(&paid).steps[0].action, Action::BankRecall);
    let mut young = PlanProgress::default();
    young.say(CaseFact::Under14);
    let young = again(&young);
    assert!(young.basis.facts.iter().any(|fact| fact.fact == "minor"));
    assert!(!young.basis.facts.iter().any(|fact| fact.fact == "adult"));
    assert!(young.steps.iter().any(|step| step.verified.record == "it.step.police_under_14"));
    let mut afraid = PlanProgress::default();
    afraid.self_harm = Some(SelfHarmAnswer::Unsure);
    assert!(again(&afraid).crisis, "not sure counts as yes");

    let minor = plan(&[CaseFact::Minor, CaseFact::Threatened, CaseFact::MoneyDemand]);
    let mut request = Request::of_plan(&minor, &moment).unwrap();
    request.say(CaseFact::Adult);
    assert!(request.facts.has(CaseFact::Minor) && !request.facts.has(CaseFact::Adult), "their own words outweigh");
}

#[test]
fn progress_survives_being_written() {
    let plan = plan(GANG);
    let mut progress = PlanProgress::default();
    progress.mark(&plan, "1", StepState::Skipped, time()).unwrap();
    progress.mark_contact("anna.bianchi", StepState::Done, time());
    progress.say(CaseFact::BlockedAlready);
    progress.dates.learned_on = Some("2026-11-20".parse().unwrap());
    let text = serde_json::to_string(&progress).unwrap();
    let back: PlanProgress = serde_json::from_str(&text).unwrap();
    assert_eq!(back, progress);
    assert!(back.is_warned("anna.bianchi") && !back.is_warned("bruno"));
    assert!(serde_json::from_str::<PlanProgress>("{\"surprise\":1}").is_err());
}

#[test]
fn terms_ask_for_their_start_and_end_to_the_minute() {
    let mut request = Request::new(facts(&[GANG, &[CaseFact::Published]].concat()), "it", NOW.get_or_init(now));
    let clock = |plan: &Plan, id: &str| plan.clocks.iter().find(|clock| clock.verified.record == id).unwrap().clone();
    let open = plan_from(knowledge(), &request);
    let unstarted = clock(&open, "it.t.garante48");
    assert_eq!((unstarted.runs_from.as_str(), unstarted.starts, unstarted.ends), ("notice_sent", None, None));
    request.dates.notice_sent = Some("2026-10-24".parse().unwrap());
    request.dates.notice_time = Some("10:00".parse().unwrap());
    let sent = clock(&plan_from(knowledge(), &request), "it.t.garante48");
    // The clocks go back in that night: 48 hours end at nine.
    assert_eq!(sent.ends_at, Some("2026-10-26T09:00".parse().unwrap()));
    assert_eq!(sent.state, ClockState::AskLawyer, "they are late: the text says what to do");
    assert!(sent.text.it.contains("Scrivi di nuovo"), "{}", sent.text.it);
    request.dates.notice_sent = Some("2026-11-20".parse().unwrap());
    request.dates.notice_time = Some("22:01".parse().unwrap());
    assert_eq!(clock(&plan_from(knowledge(), &request), "it.t.garante48").state, ClockState::Open);
}

static NOW: std::sync::OnceLock<Zoned> = std::sync::OnceLock::new();

#[test]
fn lines_answer_by_their_own_clock() {
    let table = [
        // 988 and 112 answer always; Telefono Amico from 9 to 24; 3018 from 9 to 23; the British helpline on weekdays.
        ("us.988", "us", "2026-11-21T03:00:00-05:00[America/New_York]", Opening::Always),
        ("it.telefonoamico", "it", "2026-11-21T08:59:00+01:00[Europe/Rome]", Opening::ClosedNow),
        ("it.telefonoamico", "it", "2026-11-21T09:00:00+01:00[Europe/Rome]", Opening::OpenNow),
        ("it.telefonoamico", "it", "2026-11-21T23:59:00+01:00[Europe/Rome]", Opening::OpenNow),
        ("it.telefonoamico", "it", "2026-11-22T00:00:00+01:00[Europe/Rome]", Opening::ClosedNow),
        // The person's clock may be elsewhere: the line's own counts.
        ("it.telefonoamico", "it", "2026-11-21T18:30:00-05:00[America/New_York]", Opening::ClosedNow),
        ("it.telefonoamico", "it", "2026-11-21T17:30:00-05:00[America/New_York]", Opening::OpenNow),
        // The night in which the clocks change.
        ("it.telefonoamico", "it", "2026-03-29T07:30:00+00:00[UTC]", Opening::OpenNow),
        ("it.telefonoamico", "it", "2026-03-28T07:30:00+00:00[UTC]", Opening::ClosedNow),
        ("fr.3018", "fr", "2026-11-21T22:59:00+01:00[Europe/Paris]", Opening::OpenNow),
        ("fr.3018", "fr", "2026-11-21T23:00:00+01:00[Europe/Paris]", Opening::ClosedNow),
        ("gb.rph", "gb", "2026-11-20T15:59:00+00:00[Europe/London]", Opening::OpenNow),
        ("gb.rph", "gb", "2026-11-20T16:00:00+00:00[Europe/London]", Opening::ClosedNow),
        ("gb.rph", "gb", "2026-11-21T11:00:00+00:00[Europe/London]", Opening::ClosedNow),
        ("gb.rph", "gb", "2026-07-01T09:30:00+00:00[UTC]", Opening::OpenNow),
        ("de.116111", "de", "2026-11-21T03:00:00+01:00[Europe/Berlin]", Opening::Unknown),
    ];
    for (id, country, moment, expected) in table {
        let line = knowledge().helplines().iter().find(|line| line.id() == id).unwrap();
        assert_eq!(line.opening_at(&moment.parse().unwrap()), expected, "{id} at {moment}");
        assert!(line.is_for(country));
    }
}

fn location() -> Location {
    Location { source: SourceIndex(0), span: ByteSpan::new(0, 1), line: None }
}

fn contact(name: &str, handle: Option<&str>, relation: Relation) -> Contact {
    Contact {
        platform: Platform::Instagram,
        relation,
        name: name.to_owned(),
        handle: handle.map(ToOwned::to_owned),
        url: None,
        phones: vec![],
        emails: vec![],
        since: None,
        location: location(),
    }
}

fn chat(said: &[(u32, &str)]) -> Conversation {
    let message = |(index, (sender, text)): (u32, &(u32, &str))| Message {
        index,
        sender: Some(ParticipantIndex(*sender)),
        ..Message::new(location(), (*text).to_owned())
    };
    Conversation {
        id: "chat".to_owned(),
        platform: Platform::Instagram,
        kind: ConversationKind::Direct,
        title: None,
        participants: ["Marta Riva", "Kevin Stone"]
            .map(|name| Participant { name: name.to_owned(), native_id: None })
            .to_vec(),
        owner: Some(OwnerGuess { participant: ParticipantIndex(0), basis: "asked".to_owned() }),
        messages: (0..).zip(said).map(message).collect(),
    }
}

#[test]
fn those_whom_the_other_side_names_are_nearest() {
    let lists = [
        contact("Anna Bianchi", Some("anna.bianchi_92"), Relation::Follower),
        contact("Anna Bianchi", Some("anna.bianchi_92"), Relation::Following),
        contact("Bruno Neri", Some("brunoneri"), Relation::CloseFriend),
        contact("Carla Verdi", Some("carlaverdi"), Relation::Following),
        contact("Dario Gallo", None, Relation::AddressBook),
        contact("Elena Costa", Some("elena"), Relation::Blocked),
        contact("Kevin Stone", Some("kevin.stone"), Relation::Follower),
        contact("Fabio", None, Relation::AddressBook),
    ];
    let talk = chat(&[
        (1, "ho la tua lista: carla verdi, @brunoneri. e la tua famiglia"),
        (0, "lascia stare Dario Gallo"),
        (1, "Carla, Verdi e Bianchi; fabio"),
        (1, "scrivo a Carla Verdi."),
    ]);
    let found = exposure(&lists, Some(&talk));
    let shown: Vec<(&str, Closeness, &[u32])> =
        found.contacts.iter().map(|one| (one.name.as_str(), one.closeness, one.named_in.as_slice())).collect();
    let expected: [(&str, Closeness, &[u32]); 5] = [
        ("Bruno Neri", Closeness::Named, &[0]),
        // "Carla, Verdi" stands together too: a list may be written so.
        ("Carla Verdi", Closeness::Named, &[0, 2, 3]),
        ("Anna Bianchi", Closeness::Mutual, &[]),
        ("Dario Gallo", Closeness::AddressBook, &[]),
        ("Fabio", Closeness::AddressBook, &[]),
    ];
    assert_eq!(shown, expected);
    assert_eq!(found.sentinels(2).len(), 2);
    assert_eq!(found.sentinels(99).len(), 5);
    assert_eq!(found.counts().get(&Closeness::Named), Some(&2));
    assert_eq!(exposure(&[], Some(&talk)).contacts, []);
}

#[test]
fn a_warning_needs_a_real_spread() {
    use CaseFact::{ContactsThreatened, Deadline24h, GroupCreated, KnownPerson, PublicationClaimed, Published};
    let today = "2026-11-21".parse().unwrap();
    let decide =
        |named: &[CaseFact], names| warn_or_not(&facts(named), Some("2026-11-20".parse().unwrap()), today, names);
    assert_eq!(decide(&[], 0).advice, WarnAdvice::OnePerson);
    assert_eq!(decide(&[ContactsThreatened], 3).advice, WarnAdvice::Circle);
    assert_eq!(decide(&[ContactsThreatened, Deadline24h], 0).advice, WarnAdvice::Circle);
    assert_eq!(decide(&[PublicationClaimed], 0).advice, WarnAdvice::Circle, "a claim is no spread");
    assert_eq!(decide(&[ContactsThreatened, KnownPerson], 0).advice, WarnAdvice::OnePerson);
    assert_eq!(decide(&[GroupCreated], 0).advice, WarnAdvice::Circle, "it may only be announced");
    assert_eq!(decide(&[Published], 0).advice, WarnAdvice::WhoMayHaveReceived);
    let published = decide(&[Published], 0);
    assert_eq!(
        (published.factors[0].id.as_str(), published.factors[0].messages.as_slice()),
        ("published", [40].as_slice())
    );
    assert_eq!(published.score, published.factors.iter().map(|factor| factor.weight).sum::<i32>());
    let quiet = warn_or_not(&facts(&[ContactsThreatened]), Some("2026-11-07".parse().unwrap()), today, 1);
    assert!(quiet.factors.iter().any(|factor| factor.id == "quiet_for_long"));
    assert_eq!(quiet.advice, WarnAdvice::OnePerson);
    let mut bluff = Facts::new();
    bluff.insert(Fact::Kind(Kind::SpamBluff), []);
    bluff.insert(Published, []);
    assert_eq!(warn_or_not(&bluff, None, today, 5).advice, WarnAdvice::Nobody);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever was ticked, in whatever order: nothing is lost, nothing stands twice, and who answers stays first.
    #[test]
    fn ticks_lose_nothing(marks in prop::collection::vec((0_usize..20, 0_usize..4), 0..30), crisis in any::<bool>()) {
        let named = if crisis { [GANG, &[CaseFact::Crisis]].concat() } else { GANG.to_vec() };
        let plan = plan(&named);
        let mut progress = PlanProgress::default();
        let mut now = plan.clone();
        for (step, state) in marks {
            let state = [StepState::Open, StepState::Done, StepState::Skipped, StepState::Later][state];
            let Some(step) = now.steps.get(step) else { continue };
            progress.mark(&now, &step.order.to_string(), state, time()).unwrap();
            now = with_progress(&plan, &progress);
        }
        let mut one = actions(&plan);
        let mut other = actions(&now);
        prop_assert!(now.steps.iter().zip(1..).all(|(step, order)| step.order == order));
        if crisis { prop_assert_eq!(now.steps[0].action, Action::CrisisLine); }
        // What can be done now stands before what is done.
        let after_done = now.steps.iter().skip_while(|step| !matches!(step.state, StepState::Done | StepState::Skipped) || (crisis && step.order == 1));
        prop_assert!(after_done.skip(1).all(|step| step.state != StepState::Open));
        one.sort_unstable();
        other.sort_unstable();
        prop_assert_eq!(one, other);
        prop_assert!(next_steps(&now, &progress).len() <= 3);
    }
}

use argine_knowledge::{CaseFact, Catalogue, Fact, Knowledge, Record, lint};
use argine_model::{
    ASSESSMENT_SCHEMA, Action, ActionAdvice, AgeClass, Alert, Assessment, ClockState, Deadline, Engine, Evidence,
    FlagFinding, Flags, IndicatorEntry, IndicatorKind, Kind, KindFinding, Language, MoneyMention, Opening, Plan,
    Platform, Proof, ProofFinding, Publication, PublicationFlag, Role, Roles, Stage, StageFinding, Tactic,
    TacticFinding, Urgency, UrgencyFinding,
};
use jiff::Zoned;
use proptest::prelude::*;

use crate::{Situation, case_facts, plan};

fn knowledge() -> &'static Knowledge {
    static PACKS: std::sync::OnceLock<Knowledge> = std::sync::OnceLock::new();
    PACKS.get_or_init(|| Knowledge::embedded().unwrap_or_else(|error| panic!("{error}")))
}

fn at(index: u32) -> Vec<Evidence> {
    vec![Evidence { index, start: None, end: None, rule: "test".to_owned(), why: None, counter: false }]
}

fn assessment(kind: Kind) -> Assessment {
    Assessment {
        schema: ASSESSMENT_SCHEMA.to_owned(),
        conversation_id: "case".to_owned(),
        engine: Engine { version: "0".to_owned(), rules_sha256: String::new(), model_sha256: None, plugins: vec![] },
        languages: vec![],
        messages_total: 100,
        roles: Roles::default(),
        kind: KindFinding { label: kind, p: 0.9, alternatives: vec![] },
        sextortion_probability: 0.9,
        alert: Alert { raised: true, first_index: Some(10) },
        flags: Flags {
            minor_victim: FlagFinding::default(),
            self_harm: FlagFinding::default(),
            physical_danger: FlagFinding::default(),
            publication: PublicationFlag { status: Publication::None, first_index: None, evidence: vec![] },
        },
        proofs: vec![],
        stages: vec![],
        current_stage: None,
        tactics: vec![],
        indicators: vec![],
        demands: vec![],
        payments: vec![],
        deadlines: vec![],
        urgency: UrgencyFinding { level: Urgency::HIGH, reasons: vec![] },
        actions: vec![],
        not_done: vec![],
    }
}

/// A case under construction.
#[derive(Debug, Clone)]
struct Story {
    assessment: Assessment,
    platforms: Vec<Platform>,
    age: AgeClass,
    country: &'static str,
    learned_on: Option<&'static str>,
    now: &'static str,
}

impl Story {
    fn new(kind: Kind) -> Self {
        Self {
            assessment: assessment(kind),
            platforms: vec![Platform::Whatsapp],
            age: AgeClass::Adult,
            country: "it",
            learned_on: Some("2026-11-20"),
            now: "2026-11-21T22:00:00+01:00[Europe/Rome]",
        }
    }

    /// A stranger threatens to publish and wants 500 euro.
    fn gang() -> Self {
        Self::new(Kind::FinancialGang).threat().demand()
    }

    fn threat(mut self) -> Self {
        self.assessment.proofs.push(ProofFinding { proof: Proof::Threat, evidence: at(40) });
        self.publication(Publication::Threatened)
    }

    fn demand(mut self) -> Self {
        self.assessment.demands.push(MoneyMention {
            index: 64,
            amount: 500.0,
            currency: "EUR".to_owned(),
            currency_inferred: false,
        });
        self
    }

    fn paid(mut self) -> Self {
        self.assessment.payments.push(MoneyMention {
            index: 70,
            amount: 200.0,
            currency: "EUR".to_owned(),
            currency_inferred: false,
        });
        self
    }

    fn indicator(mut self, kind: IndicatorKind, value: &str) -> Self {
        let role = Role::Perpetrator;
        let entry = IndicatorEntry { kind, value: value.to_owned(), role, valid: None, indices: vec![66] };
        self.assessment.indicators.push(entry);
        self
    }

    fn publication(mut self, status: Publication) -> Self {
        self.assessment.flags.publication = PublicationFlag { status, first_index: Some(41), evidence: at(41) };
        self
    }

    fn tactic(mut self, tactic: Tactic) -> Self {
        self.assessment.tactics.push(TacticFinding { tactic, p: 0.9, evidence: at(50) });
        self
    }

    fn crisis(mut self) -> Self {
        self.assessment.flags.self_harm = FlagFinding { value: true, first_index: Some(90), evidence: at(90) };
        self
    }

    fn minor(mut self) -> Self {
        self.assessment.flags.minor_victim = FlagFinding { value: true, first_index: Some(5), evidence: at(5) };
        self
    }

    fn age(mut self, age: AgeClass) -> Self {
        self.age = age;
        self
    }

    fn on(mut self, platform: Platform) -> Self {
        self.platforms = vec![platform];
        self
    }

    fn advised(mut self, actions: &[Action]) -> Self {
        for (action, priority) in actions.iter().zip(1..) {
            self.assessment.actions.push(ActionAdvice {
                action: *action,
                priority,
                because: vec!["countdown".to_owned()],
            });
        }
        self
    }

    fn with_situation<T>(&self, use_it: impl FnOnce(&Situation<'_>) -> T) -> T {
        let now: Zoned = self.now.parse().unwrap();
        use_it(&Situation {
            assessment: &self.assessment,
            platforms: &self.platforms,
            age: self.age,
            country: self.country,
            learned_on: self.learned_on.map(|day| day.parse().unwrap()),
            now: &now,
        })
    }

    fn plan(&self) -> Plan {
        self.with_situation(|situation| plan(knowledge(), situation))
    }

    fn facts(&self) -> Vec<String> {
        self.with_situation(|situation| case_facts(situation).iter().map(|(fact, _)| fact.to_string()).collect())
    }
}

fn steps(plan: &Plan) -> Vec<&str> {
    plan.steps.iter().map(|step| step.verified.record.strip_prefix("it.step.").unwrap_or("")).collect()
}

fn articles(plan: &Plan) -> Vec<&str> {
    plan.offences.iter().map(|offence| offence.verified.record.strip_prefix("it.cp.").unwrap_or("")).collect()
}

fn clocks(plan: &Plan) -> Vec<&str> {
    plan.clocks.iter().map(|clock| clock.verified.record.as_str()).collect()
}

#[test]
fn first_steps_fit_the_case() {
    use Action::{StopContact, SupportFriend, VerifyProfile};
    let table: Vec<(&str, Story, &[&str])> = vec![
        ("gang, adult", Story::gang(), &["stop_all", "evidence_adult", "hash_adult"]),
        (
            "gang, age unknown",
            Story::gang().age(AgeClass::MinorPossible),
            &["stop_all", "evidence_no_media", "tell_someone"],
        ),
        ("gang, minor", Story::gang().minor(), &["stop_all", "tell_adult", "evidence_no_media"]),
        ("gang, crisis", Story::gang().crisis(), &["crisis_adult", "stop_all", "evidence_adult"]),
        ("gang, crisis, minor", Story::gang().minor().crisis(), &["crisis_young", "stop_all", "tell_adult"]),
        (
            "gang, just paid by transfer",
            Story::gang().paid().indicator(IndicatorKind::Iban, "IT60X0542811101000000123456"),
            &["recall_bank", "stop_paying_again", "evidence_adult"],
        ),
        (
            "gang, paid in crypto",
            Story::gang().paid().indicator(IndicatorKind::Crypto, "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"),
            &["recall_crypto", "stop_paying_again", "evidence_adult"],
        ),
        (
            "gang, paid by Western Union",
            Story::gang().paid().indicator(IndicatorKind::Mtcn, "1234567890"),
            &["recall_transfer", "stop_paying_again", "evidence_adult"],
        ),
        (
            "gang, published",
            Story::gang().publication(Publication::Done),
            &["stop_all", "evidence_adult", "takedown_adult"],
        ),
        ("known ex", Story::new(Kind::KnownEx).threat(), &["stop_complying", "evidence_known", "police_known"]),
        (
            "sexual demand, minor",
            Story::new(Kind::SexualDemand).threat().minor(),
            &["stop_complying", "tell_adult", "evidence_no_media"],
        ),
        (
            "bluffing mail",
            Story::new(Kind::SpamBluff).demand().tactic(Tactic::DeviceHackClaim).on(Platform::Email),
            &["no_payment_bluff", "evidence_mail", "password_bluff"],
        ),
        (
            "false police",
            Story::new(Kind::FakeAuthority).demand(),
            &["verify_authority", "stop_scam", "evidence_adult"],
        ),
        (
            "deletion for sale",
            Story::new(Kind::RecoveryScam).demand(),
            &["stop_scam", "recovery_ignore", "evidence_adult"],
        ),
        ("lure", Story::new(Kind::Lure), &["stop_contact_lure", "check_profile", "report_general"]),
        ("a friend confides", Story::new(Kind::Disclosure).advised(&[SupportFriend]), &["support_adult"]),
        (
            "ransom without images",
            Story::new(Kind::OtherScam).demand(),
            &["stop_scam", "evidence_adult", "police_scam"],
        ),
        ("nothing", Story::new(Kind::Benign), &[]),
        (
            "nothing, but a doubt",
            Story::new(Kind::Benign).advised(&[VerifyProfile, StopContact]),
            &["no_signs", "stop_contact_doubt"],
        ),
        ("nothing, but crisis", Story::new(Kind::Benign).crisis(), &["crisis_adult"]),
    ];
    for (name, story, expected) in table {
        let plan = story.plan();
        let first: Vec<&str> = steps(&plan).into_iter().take(3).collect();
        assert_eq!(first, expected, "{name}: {:?}", steps(&plan));
        assert_eq!(
            plan.steps.iter().map(|step| step.order).collect::<Vec<_>>(),
            (1..).take(plan.steps.len()).collect::<Vec<_>>()
        );
    }
}

#[test]
fn offences_fit_the_facts() {
    let table: Vec<(&str, Story, &[&str])> = vec![
        ("gang", Story::gang(), &["629.1", "612"]),
        ("gang, minor", Story::gang().minor(), &["629.1", "629.2", "600ter", "600quater", "612"]),
        ("gang, published", Story::gang().publication(Publication::Done), &["629.1", "612ter", "612"]),
        (
            "gang, false images out",
            Story::gang().tactic(Tactic::Deepfake).publication(Publication::Done),
            &["629.1", "612quater", "612"],
        ),
        ("gang, intrusion", Story::gang().tactic(Tactic::DeviceHackClaim), &["629.1", "629.3", "615ter", "612"]),
        ("sexual demand", Story::new(Kind::SexualDemand).threat(), &["609bis", "610", "612"]),
        (
            "known ex, nights",
            Story::new(Kind::KnownEx).threat().tactic(Tactic::NightPressure),
            &["610", "612bis", "612"],
        ),
        ("false police", Story::new(Kind::FakeAuthority).demand(), &["629.56", "494", "640"]),
        ("bluff", Story::new(Kind::SpamBluff).demand().threat().tactic(Tactic::DeviceHackClaim), &["629.56"]),
        ("deletion for sale", Story::new(Kind::RecoveryScam).demand(), &["640"]),
        ("nothing", Story::new(Kind::Benign), &[]),
        ("lure", Story::new(Kind::Lure), &[]),
        ("elsewhere", Story { country: "xx", ..Story::gang() }, &[]),
    ];
    for (name, story, expected) in table {
        assert_eq!(articles(&story.plan()), expected, "{name}");
    }
}

#[test]
fn extortion_makes_the_linked_offence_ex_officio() {
    let prosecution = |plan: &Plan, id: &str| {
        let found = plan.offences.iter().find(|offence| offence.verified.record == id).unwrap();
        let connected = found.because.iter().find(|because| because.fact == "connected").map(|b| b.messages.clone());
        (found.prosecution.clone(), found.complaint_months, connected)
    };
    let linked = Story::gang().publication(Publication::Done).plan();
    assert_eq!(prosecution(&linked, "it.cp.612ter"), ("ex_officio".to_owned(), Some(6), Some(vec![40, 64])));
    let alone = Story::new(Kind::KnownEx).publication(Publication::Done).plan();
    assert_eq!(prosecution(&alone, "it.cp.612ter"), ("complaint".to_owned(), Some(6), None));
    let false_images = Story::gang().tactic(Tactic::Deepfake).publication(Publication::Done).plan();
    assert_eq!(prosecution(&false_images, "it.cp.612quater").0, "ex_officio");
    // A threat by itself is never carried along.
    assert_eq!(prosecution(&linked, "it.cp.612").0, "complaint");
}

#[test]
fn the_shortest_term_stands_first_and_is_never_over() {
    let plan = Story::gang().publication(Publication::Done).plan();
    let first = &plan.clocks[0];
    assert_eq!(first.verified.record, "ev.t.logs");
    let complaint = plan.clocks.iter().find(|clock| clock.verified.record == "it.t.querela3").unwrap();
    // 2026-11-20 and three months: Saturday 2027-02-20; the Friday before.
    assert_eq!(complaint.ends, Some("2027-02-20".parse().unwrap()));
    assert_eq!(complaint.safe_by, Some("2027-02-19".parse().unwrap()));
    assert_eq!(complaint.state, ClockState::Open);
    let six = plan.clocks.iter().position(|clock| clock.verified.record == "it.t.querela6").unwrap();
    let three = plan.clocks.iter().position(|clock| clock.verified.record == "it.t.querela3").unwrap();
    assert!(three < six);

    let late = Story { now: "2027-02-20T00:30:00+01:00[Europe/Rome]", ..Story::gang() }.plan();
    let complaint = late.clocks.iter().find(|clock| clock.verified.record == "it.t.querela3").unwrap();
    assert_eq!(complaint.state, ClockState::AskLawyer);
    let just = Story { now: "2027-02-19T22:59:00+00:00[UTC]", ..Story::gang() }.plan();
    assert_eq!(
        just.clocks.iter().find(|clock| clock.verified.record == "it.t.querela3").unwrap().state,
        ClockState::Open
    );

    let unknown = Story { learned_on: None, ..Story::gang() }.plan();
    assert!(unknown.clocks.iter().all(|clock| clock.ends.is_none() && clock.state == ClockState::Open));
    assert!(clocks(&unknown).contains(&"it.t.garante48"));
}

#[test]
fn helplines_begin_with_the_emergency_number_and_who_answers_now() {
    let ids = |story: &Story| -> Vec<String> {
        story.plan().helplines.iter().map(|line| line.verified.record.clone()).collect()
    };
    let open = Story::gang().crisis();
    assert_eq!(ids(&open)[..2], ["it.112", "it.telefonoamico"]);
    let night = Story { now: "2026-11-22T03:00:00+01:00[Europe/Rome]", ..Story::gang().crisis().age(AgeClass::Minor) };
    let plan = night.plan();
    assert_eq!(ids(&night)[..3], ["it.112", "it.19696", "it.114"]);
    let amico = plan.helplines.iter().find(|line| line.verified.record == "it.telefonoamico").unwrap();
    assert_eq!(amico.opening, Opening::ClosedNow);
    assert_eq!(ids(&Story::new(Kind::KnownEx).threat())[..2], ["it.112", "it.1522"]);
    assert_eq!(ids(&Story::new(Kind::Benign)), ["it.112"]);
    assert_eq!(ids(&Story { country: "fr", ..Story::gang() })[0], "fr.112");
    assert_eq!(ids(&Story { country: "xx", ..Story::gang() })[0], "any.emergency");
    assert!(!ids(&Story::gang()).contains(&"it.114".to_owned()), "an adult is not sent to the children's line");
}

#[test]
fn routes_and_settings_are_those_of_the_case() {
    let story = Story::gang()
        .indicator(IndicatorKind::Handle, "instagram:giulia.rossi.fake")
        .indicator(IndicatorKind::Url, "https://t.me/joinchat/invented");
    let plan = story.plan();
    let routes: Vec<&str> = plan.routes.iter().map(|route| route.verified.record.as_str()).collect();
    assert_eq!(routes, ["it.route.whatsapp", "it.route.instagram", "it.route.telegram"]);
    let privacy = plan.steps.iter().find(|step| step.action == Action::LockPrivacy).unwrap();
    let named = |name: &str| privacy.how.iter().filter(|sub| sub.text.en.starts_with(name)).count();
    assert!(named("WhatsApp: ") > 2 && named("Instagram: ") > 2 && named("TikTok: ") == 0);
    let published = Story::gang().publication(Publication::Done).plan();
    assert!(published.routes.iter().any(|route| route.verified.record == "it.route.google_search"));
}

#[test]
fn facts_carry_their_messages() {
    let story = Story::gang().tactic(Tactic::FamilyThreat);
    story.with_situation(|situation| {
        let facts = case_facts(situation);
        assert_eq!(facts.messages(&Fact::from(CaseFact::MoneyDemand)), [64]);
        assert_eq!(facts.messages(&Fact::from(CaseFact::Threatened)), [40, 41, 50]);
        assert_eq!(facts.messages(&Fact::from(CaseFact::ContactsThreatened)), [50]);
    });
    let plan = story.plan();
    let stop = &plan.steps[0];
    let why: Vec<&str> = stop.because.iter().map(|because| because.fact.as_str()).collect();
    assert_eq!(why, ["money_demand", "threatened", "kind-financial_gang"]);
    let extortion = &plan.offences[0];
    let reasons: Vec<(&str, &[u32])> =
        extortion.because.iter().map(|because| (because.fact.as_str(), because.messages.as_slice())).collect();
    assert_eq!(reasons, [("money_demand", [64].as_slice()), ("threatened", [40, 41, 50].as_slice())]);
}

#[test]
fn facts_are_read_from_the_assessment() {
    let has = |story: Story, fact: &str| story.facts().iter().any(|found| found == fact);
    let limit = |due: &str| {
        let mut story = Story::gang();
        story.assessment.deadlines.push(Deadline { index: 60, due: due.to_owned(), relative: true });
        story
    };
    assert!(has(limit("2026-11-22T21:59"), "deadline_24h"));
    assert!(has(limit("2026-11-21T10:00"), "deadline_24h"));
    assert!(!has(limit("2026-11-22T22:01"), "deadline_24h"));
    assert!(!has(limit("2024-02-07T23:17"), "deadline_24h"));
    assert!(!has(limit("domani"), "deadline_24h"));

    assert!(
        !has(Story::gang().indicator(IndicatorKind::Iban, "IT60X0542811101000000123456"), "paid_with:sepa"),
        "not paid"
    );
    assert!(has(Story::gang().paid(), "paid_with:other"));
    let card = |value: &str| Story::gang().paid().indicator(IndicatorKind::Card, value);
    assert!(has(card("4023600000000000"), "paid_with:postepay"));
    assert!(has(card("4111111111111111"), "paid_with:card"));
    let beside = card("4111111111111111").indicator(IndicatorKind::Account, "RSSMRA80A01H501U");
    assert!(has(beside, "paid_with:postepay"));
    assert!(has(
        Story::gang().paid().indicator(IndicatorKind::Iban, "IT60X3608105138000000000000"),
        "paid_with:postepay"
    ));
    assert!(has(
        Story::gang().paid().indicator(IndicatorKind::Url, "https://www.paypal.com/paypalme/nobody"),
        "paid_with:paypal"
    ));
    assert!(!has(Story::gang().paid().indicator(IndicatorKind::Url, "https://notpaypal.com/x"), "paid_with:paypal"));

    assert!(has(Story::gang().age(AgeClass::Adult).minor(), "minor"));
    assert!(!has(Story::gang().age(AgeClass::Adult).minor(), "adult"));
    assert!(has(Story::gang().tactic(Tactic::DeviceHackClaim), "hacked"));
    assert!(!has(Story::new(Kind::SpamBluff).tactic(Tactic::DeviceHackClaim), "hacked"));
    assert!(has(Story::gang().on(Platform::Email), "single_mail"));
    let mut counter = Story::gang().tactic(Tactic::Deepfake);
    counter.assessment.tactics[0].evidence[0].counter = true;
    assert!(counter.with_situation(|s| case_facts(s).messages(&Fact::from(CaseFact::Deepfake)).is_empty()));
    let mut call = Story::gang();
    let mut evidence = at(30);
    evidence[0].rule = "video_call_recorded".to_owned();
    call.assessment.stages.push(StageFinding { stage: Stage::Capture, first_index: 30, p: 0.9, evidence });
    assert!(has(call, "recorded_call"));
}

#[test]
fn advice_is_never_lost() {
    for action in Action::ALL {
        for kind in Kind::ALL {
            let plan = Story::new(*kind).advised(&[*action]).plan();
            assert!(plan.steps.iter().any(|step| step.action == *action), "{kind:?} {action:?}");
        }
    }
}

#[test]
fn every_reason_has_words_in_both_languages() {
    let mut story = Story::gang().paid().crisis().advised(Action::ALL);
    for tactic in Tactic::ALL {
        story = story.tactic(*tactic);
    }
    for platform in [Platform::Telegram, Platform::Instagram, Platform::Messenger, Platform::Email, Platform::Unknown] {
        story.platforms.push(platform);
    }
    let mut reasons: Vec<_> = story.plan().steps.into_iter().flat_map(|step| step.because).collect();
    reasons.extend(story.plan().offences.into_iter().flat_map(|offence| offence.because));
    story.with_situation(|situation| {
        let facts = case_facts(situation);
        reasons.extend(
            facts
                .iter()
                .map(|(fact, messages)| argine_model::Because { fact: fact.because_id(), messages: messages.to_vec() }),
        );
    });
    for language in Language::ALL {
        let catalogue = Catalogue::new(language);
        for reason in &reasons {
            let words = catalogue.because(reason);
            assert!(!words.contains('{'), "{language}: {words}");
        }
    }
}

#[test]
fn what_is_shown_has_a_source_and_a_date() {
    let plan = Story::gang().paid().minor().crisis().publication(Publication::Done).plan();
    let shown: Vec<_> = plan
        .steps
        .iter()
        .map(|step| &step.verified)
        .chain(plan.never.iter().map(|rule| &rule.verified))
        .chain(plan.offences.iter().map(|offence| &offence.verified))
        .chain(plan.clocks.iter().map(|clock| &clock.verified))
        .chain(plan.helplines.iter().map(|line| &line.verified))
        .chain(plan.routes.iter().map(|route| &route.verified))
        .collect();
    assert!(shown.len() > 40);
    for verified in shown {
        assert!(!verified.sources.is_empty() && !verified.stale, "{}", verified.record);
    }
    let later = Story { now: "2028-01-01T12:00:00+01:00[Europe/Rome]", ..Story::gang() }.plan();
    assert!(later.steps.iter().all(|step| step.verified.stale), "old facts are marked, never hidden");
}

#[test]
fn the_same_case_gives_the_same_bytes() {
    let story = || Story::gang().paid().indicator(IndicatorKind::Iban, "IT60X0542811101000000123456").crisis();
    let one = serde_json::to_vec_pretty(&story().plan()).unwrap();
    assert_eq!(one, serde_json::to_vec_pretty(&story().plan()).unwrap());
    let back: Plan = serde_json::from_slice(&one).unwrap();
    assert_eq!(back, story().plan());
}

#[test]
fn the_packs_that_plans_are_made_of_have_no_finding() {
    assert_eq!(lint(knowledge()), []);
}

/// A case of any kind with any flags, moves, publication, age and country.
fn any_story() -> impl Strategy<Value = Story> {
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    let state =
        prop::sample::select(vec![Publication::None, Publication::Threatened, Publication::Claimed, Publication::Done]);
    let age = prop::sample::select(vec![AgeClass::Adult, AgeClass::MinorPossible, AgeClass::Minor]);
    let platform =
        prop::sample::select(vec![Platform::Whatsapp, Platform::Telegram, Platform::Email, Platform::Unknown]);
    let actions = prop::collection::vec(prop::sample::select(Action::ALL), 0..6);
    let tactics = prop::collection::vec(prop::sample::select(Tactic::ALL), 0..6);
    (
        prop::sample::select(Kind::ALL),
        flags,
        state,
        age,
        platform,
        actions,
        tactics,
        prop::sample::select(vec!["it", "fr", "xx"]),
    )
        .prop_map(
            |(kind, (crisis, minor, danger, demand, paid), state, age, platform, actions, tactics, country)| {
                let mut story = Story::new(kind).publication(state).age(age).on(platform).advised(&actions);
                story.country = country;
                for tactic in tactics {
                    story = story.tactic(tactic);
                }
                if crisis {
                    story = story.crisis();
                }
                if minor {
                    story = story.minor();
                }
                if demand {
                    story = story.demand();
                }
                if paid {
                    story = story.paid();
                }
                if danger {
                    story.assessment.flags.physical_danger =
                        FlagFinding { value: true, first_index: Some(1), evidence: at(1) };
                }
                story
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn self_harm_stands_before_everything(story in any_story()) {
        let story = story.crisis();
        let plan = story.plan();
        prop_assert!(plan.crisis);
        prop_assert_eq!(plan.steps[0].action, Action::CrisisLine);
        prop_assert!(plan.steps[0].because.iter().any(|because| because.fact == "crisis"));
        prop_assert!(matches!(plan.helplines[0].verified.record.as_str(), "it.112" | "fr.112" | "any.emergency"));
    }

    #[test]
    fn crisis_takes_nothing_away(story in any_story()) {
        prop_assume!(!story.assessment.flags.self_harm.value);
        let before: Vec<Action> = story.plan().steps.iter().map(|step| step.action).filter(|a| *a != Action::CrisisLine).collect();
        let after: Vec<Action> = story.crisis().plan().steps.iter().map(|step| step.action).skip(1).collect();
        prop_assert_eq!(before, after);
    }

    #[test]
    fn every_plan_keeps_the_rules(story in any_story()) {
        let plan = story.plan();
        let mut actions: Vec<Action> = plan.steps.iter().map(|step| step.action).collect();
        for advice in &story.assessment.actions { prop_assert!(actions.contains(&advice.action)); }
        let count = actions.len();
        actions.sort_unstable();
        actions.dedup();
        prop_assert_eq!(actions.len(), count, "one step for each action");
        prop_assert!(plan.offences.iter().all(|offence| !offence.article.contains("528")));
        let hacked = story.facts().iter().any(|fact| fact == "hacked");
        prop_assert!(hacked || plan.offences.iter().all(|offence| offence.verified.record != "it.cp.629.3"));
        for clock in &plan.clocks {
            prop_assert!(clock.safe_by.is_none_or(|safe| clock.ends.is_some_and(|ends| safe < ends)));
        }
        let ids: Vec<&str> = plan.helplines.iter().map(|line| line.verified.record.as_str())
            .chain(plan.routes.iter().map(|route| route.verified.record.as_str())).collect();
        for step in &plan.steps {
            for help in &step.helps { prop_assert!(ids.contains(&help.as_str())); }
        }
    }

    #[test]
    fn one_record_fits_each_action(story in any_story()) {
        story.with_situation(|situation| {
            let facts = case_facts(situation);
            for action in Action::ALL {
                let fitting = knowledge().steps().iter()
                    .filter(|step| step.action == *action && step.is_for(story.country) && step.applies(&facts).is_some()).count();
                prop_assert_eq!(fitting, 1, "{:?}", action);
            }
            Ok(())
        })?;
    }
}

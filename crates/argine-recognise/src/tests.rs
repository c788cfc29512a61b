use argine_model::{
    AgeClass, ByteSpan, Conversation, ConversationKind, ConversationTime, Kind, Location, Message, MessageFlags,
    MessageKind, OwnerGuess, Participant, ParticipantIndex, Platform, Proof, Publication, SourceIndex, Stage, Tactic,
    TimeBasis, TimePrecision, Urgency,
};
use proptest::prelude::*;

use crate::Recogniser;
use crate::fold::Folded;
use crate::lexicon::Memory;

fn recogniser() -> &'static Recogniser {
    static RECOGNISER: std::sync::OnceLock<Recogniser> = std::sync::OnceLock::new();
    RECOGNISER.get_or_init(|| Recogniser::embedded().unwrap())
}

/// A conversation from lines `O words` and `V words`, one minute apart; V is the owner where `owned`.
pub(crate) fn conversation(kind: ConversationKind, owned: bool, lines: &[&str]) -> Conversation {
    let name = |name: &str| Participant { name: name.to_owned(), native_id: None };
    let start = jiff::civil::date(2025, 3, 4).at(20, 0, 0, 0);
    let messages = lines
        .iter()
        .zip(0_u32..)
        .map(|(line, index)| Message {
            index,
            location: Location { source: SourceIndex(0), span: ByteSpan::new(0, 0), line: None },
            kind: MessageKind::Text,
            sender: Some(ParticipantIndex(u32::from(line.starts_with('V')))),
            time: Some(ConversationTime {
                civil: start + jiff::SignedDuration::from_mins(i64::from(index)),
                precision: TimePrecision::Minute,
                basis: TimeBasis::DeviceClock,
                instant: None,
            }),
            text: line[2..].to_owned(),
            repaired: None,
            caption: None,
            attachments: Vec::new(),
            call: None,
            flags: MessageFlags::default(),
            details: None,
        })
        .collect();
    Conversation {
        id: "test".to_owned(),
        platform: Platform::Whatsapp,
        kind,
        title: None,
        participants: vec![name("Altra Persona"), name("Persona Colpita")],
        owner: owned.then(|| OwnerGuess { participant: ParticipantIndex(1), basis: "asked".to_owned() }),
        messages,
    }
}

fn rules_in(text: &str) -> Vec<String> {
    let recogniser = recogniser();
    let (mut folded, mut memory, mut atoms) = (Folded::default(), Memory::default(), Vec::new());
    folded.fold(text);
    recogniser.lexicon.find(&mut folded, &mut memory, &mut atoms);
    let (mut seen, mut matches) = (Vec::new(), Vec::new());
    recogniser.frames.find(&atoms, folded.question, &mut seen, &mut matches);
    matches.iter().map(|found| recogniser.rule(found.rule).unwrap().id.clone()).collect()
}

#[test]
fn a_chat_that_begins_with_material_a_threat_and_a_demand_rings() {
    let kind = |lines: &[&str]| {
        let found =
            recogniser().assess(&conversation(ConversationKind::Direct, true, lines), AgeClass::Adult).assessment;
        found.alert.raised.then_some(found.kind.label)
    };
    for lines in [
        &["O ho il tuo video, paga 200 euro o lo pubblico", "V quale video?", "O lo sai. hai un'ora", "V ok aspetta"][..],
        &["O I have your video. Pay me $200 or I send it to your followers", "V please don't"],
    ] {
        assert_eq!(kind(lines), Some(Kind::FinancialGang), "{lines:?}");
    }
    for lines in [
        &["O mi dai i 20 euro della pizza?", "V stasera"][..],
        &["O paga la pizza o pubblico il video dove balli ahahah", "V ahahah non oseresti", "O 20 euro ahah"],
        &["O devi pagare 300 euro entro venerdi o andiamo per avvocati", "V ok capito"],
    ] {
        assert_eq!(kind(lines), None, "{lines:?}");
    }
}

#[test]
fn a_sum_beside_a_plain_threat_rings_in_two_lines() {
    let rings = |line: &str, answer: &str| {
        let lines = [format!("O {line}"), format!("V {answer}")];
        recogniser()
            .assess(
                &conversation(ConversationKind::Direct, true, &lines.each_ref().map(String::as_str)),
                AgeClass::Adult,
            )
            .assessment
            .alert
            .raised
    };
    for line in [
        "manda 300 euro o lo vede tua madre",
        "300 o la foto va a tua moglie",
        "500 by tonight or your boss gets the video",
        "schick 300 oder deine Mutter sieht das Video",
        "manda 500 no pix ou tua mãe vai ver",
        "paga 250 o se lo mando a tus amigos",
        "o mi dai 100 euro o faccio girare tutto",
    ] {
        assert!(rings(line, "chi sei?"), "{line}");
    }
    for line in [
        "mi devi 20 euro, entro stasera che esco",
        "mandami 300 euro o la mamma si arrabbia",
        "send me 40 for the tickets or I give yours to Tom",
        "schick mir die 15 Euro oder du zahlst nächstes Mal",
        "paga los 20 de la cena o le digo a tu novia que no invitas",
        "500 entro venerdì per il viaggio, chi non paga resta a casa",
        "pay the deposit by tonight or we lose the house",
        "o mi paghi le ore o vado dal sindacato",
        "mancano due quote da 40 euro, entro stasera o salta il campo",
        "pay 1.99 within 24 hours or the parcel goes back",
    ] {
        assert!(!rings(line, "chi sei?"), "{line}");
        assert!(!rings(line, "ok dopo"), "{line}");
    }
}

const GANG: &[&str] = &[
    "O ciao, ho visto il tuo profilo, posso conoscerti?",
    "V ciao, va bene",
    "O scrivimi su telegram",
    "V ok",
    "O ti ho registrato, ho il tuo video",
    "O se non paghi mando tutto ai tuoi contatti e a tua madre",
    "V ti prego no",
    "O voglio 500 euro, hai 20 minuti",
    "V non ho tutti questi soldi",
    "O allora 300 euro, ricarica questa postepay",
    "V ho fatto la ricarica da 300 euro",
    "O servono altri 200 euro",
];

#[test]
fn every_rule_holds_its_examples() {
    let mut failures = Vec::new();
    for rule in &recogniser().rules {
        for text in &rule.positive {
            if !rules_in(text).contains(&rule.id) {
                failures.push(format!("{} misses {text:?}: {:?}", rule.id, rules_in(text)));
            }
        }
        for text in &rule.negative {
            if rules_in(text).contains(&rule.id) {
                failures.push(format!("{} takes {text:?}", rule.id));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_frame_has_examples_of_both_sorts_and_ids_are_unique() {
    let rules = &recogniser().rules;
    let mut ids: Vec<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), rules.len());
    // Sayings are learned from lines of `tests/data/sayings`, which are their examples.
    for rule in rules.iter().filter(|rule| !rule.id.starts_with("evt.") && !rule.id.starts_with("say.")) {
        assert!(!rule.positive.is_empty() && !rule.negative.is_empty(), "{}", rule.id);
    }
}

#[test]
fn every_stage_tactic_and_proof_has_a_rule() {
    let gives = |name: &str| recogniser().labels.find(name).is_some();
    for stage in Stage::ALL {
        assert!(gives(&format!("stage.{}", stage.id())), "{}", stage.id());
    }
    // Two tactics are read from the sums alone.
    for tactic in Tactic::ALL.iter().filter(|tactic| !matches!(tactic, Tactic::PriceDrop | Tactic::PriceRaise)) {
        assert!(gives(&format!("tactic.{}", tactic.id())), "{}", tactic.id());
    }
    let weights = &recogniser().weights;
    let mut kinds = Vec::new();
    weights.kinds(weights.kind_sums().at(0), &mut kinds);
    for kind in Kind::ALL {
        assert!(kinds.iter().any(|(known, _)| known == kind), "{}", kind.id());
    }
}

#[test]
fn every_reason_is_in_both_catalogues() {
    let pages = [
        include_str!("../../../knowledge/messages/it/recognition.ftl"),
        include_str!("../../../knowledge/messages/en/recognition.ftl"),
    ];
    let mut wanted: Vec<String> = recogniser().rules.iter().filter_map(|rule| rule.why.clone()).collect();
    let dashed = |prefix: &str, id: &str| format!("{prefix}-{}", id.replace('_', "-"));
    wanted.extend(
        Kind::ALL.iter().flat_map(|kind| [dashed("kind", kind.id()), dashed("kind", kind.id()) + "-explained"]),
    );
    wanted.extend(Stage::ALL.iter().map(|stage| dashed("stage", stage.id())));
    wanted.extend(
        Tactic::ALL.iter().flat_map(|one| [dashed("tactic", one.id()), dashed("tactic", one.id()) + "-explained"]),
    );
    wanted.extend(recogniser().urgency.iter().map(|row| dashed("reason", &row.id)));
    wanted.extend(argine_model::Action::ALL.iter().map(|action| dashed("action", action.id())));
    for page in pages {
        for id in &wanted {
            assert!(page.lines().any(|line| line.starts_with(&format!("{id} = "))), "{id}");
        }
    }
}

#[test]
fn blackmail_for_money_is_recognised_whoever_handed_it_over() {
    for owned in [true, false] {
        let found = recogniser().assess(&conversation(ConversationKind::Direct, owned, GANG), AgeClass::MinorPossible);
        let assessment = found.assessment;
        assert_eq!(assessment.kind.label, Kind::FinancialGang);
        // A lure may be heard before the threat; an alarm that must be borne out may come one entry after it.
        assert!(assessment.alert.first_index.is_some_and(|at| at <= 6), "{:?}", assessment.alert);
        assert_eq!(assessment.roles.suspected.as_deref(), Some("Altra Persona"));
        assert_eq!(assessment.urgency.level, Urgency::EXTREME);
        assert_eq!(assessment.proofs.len(), Proof::ALL.len());
        assert_eq!(assessment.flags.publication.status, Publication::Threatened);
        for stage in [Stage::Threat, Stage::Negotiation, Stage::Payment, Stage::RepeatDemand] {
            assert!(assessment.stages.iter().any(|finding| finding.stage == stage), "{stage:?}");
        }
        for tactic in [Tactic::Countdown, Tactic::FamilyThreat, Tactic::PaymentGuidance] {
            assert!(assessment.tactics.iter().any(|finding| finding.tactic == tactic), "{tactic:?}");
        }
    }
}

#[track_caller]
fn check_kind(lines: &[&str], kind: Kind) {
    let found = recogniser().assess(&conversation(ConversationKind::Direct, true, lines), AgeClass::MinorPossible);
    assert_eq!(found.assessment.kind.label, kind, "{:#?}", found.assessment.proofs);
    assert_eq!(found.assessment.alert.raised, kind.is_sextortion());
}

#[test]
fn jokes_debts_and_news_raise_no_alarm() {
    check_kind(
        &["O ho il video di te al karaoke ahahah", "O paga o lo mando a tua madre 😂", "V scemo ahah"],
        Kind::Benign,
    );
    check_kind(&["O manca l'affitto di maggio, 450 euro", "O se non paga scrivo all'avvocato"], Kind::Benign);
    check_kind(
        &["O ho letto un articolo sulla sextortion", "V sì, se non paghi mandano il video a tutti, che schifo"],
        Kind::Benign,
    );
    check_kind(&["V se non mi ridai il libro mando tutto a tua mamma", "O ahah va bene"], Kind::Benign);
}

#[test]
fn own_age_counts_and_the_other_sides_claim_does_not() {
    let mut lines = GANG.to_vec();
    lines.push("O lei ha 16 anni, sei un pedofilo");
    let assess = |lines: &[&str]| {
        recogniser().assess(&conversation(ConversationKind::Direct, true, lines), AgeClass::MinorPossible).assessment
    };
    assert!(!assess(&lines).flags.minor_victim.value);
    lines.push("V ho 15 anni ti prego");
    assert!(assess(&lines).flags.minor_victim.value);
}

#[test]
fn a_currency_that_an_entry_does_not_name_is_marked_as_inferred() {
    let lines = [
        "O i recorded the whole call, your face and everything",
        "O you send me 350 by midnight or all your followers get the clip",
        "V please i can do 80 quid",
        "O pay me £350 now or i post it",
    ];
    let assessment =
        recogniser().assess(&conversation(ConversationKind::Direct, true, &lines), AgeClass::Adult).assessment;
    let demands: Vec<_> = (assessment.demands.iter())
        .map(|one| (one.index, one.amount, one.currency.as_str(), one.currency_inferred))
        .collect();
    assert_eq!(demands, [(1, 350.0, "GBP", true), (3, 350.0, "GBP", false)]);
}

#[test]
fn self_harm_is_heard_in_any_conversation() {
    for words in ["V non ce la faccio più", "V la faccio finita", "V i want to kill myself", "V ya no quiero vivir"] {
        let found = recogniser().assess(&conversation(ConversationKind::Direct, true, &[words]), AgeClass::Adult);
        assert!(found.assessment.flags.self_harm.value, "{words}");
        assert_eq!(found.assessment.urgency.level, Urgency::EXTREME);
        assert_eq!(found.assessment.actions[0].action, argine_model::Action::CrisisLine);
    }
    let found =
        recogniser().assess(&conversation(ConversationKind::Direct, true, &["V muoio dal ridere"]), AgeClass::Adult);
    assert!(!found.assessment.flags.self_harm.value);
}

#[test]
fn who_is_blackmailed_needs_to_say_it_only_faintly() {
    let words = "V sono stanca, se domani non mi sveglio è meglio per tutti";
    let lines: Vec<&str> = GANG.iter().copied().chain([words]).collect();
    let found = recogniser().assess(&conversation(ConversationKind::Direct, true, &lines), AgeClass::Adult).assessment;
    assert_eq!(found.flags.self_harm.first_index, Some(12));
    assert_eq!(found.actions[0].action, argine_model::Action::CrisisLine);
    // What the other side says of itself is no sign of whoever is affected.
    let lines: Vec<&str> = GANG.iter().copied().chain(["O non ce la faccio più ad aspettare"]).collect();
    let found = recogniser().assess(&conversation(ConversationKind::Direct, true, &lines), AgeClass::Adult).assessment;
    assert!(!found.flags.self_harm.value);
}

#[test]
fn a_bluff_by_mail_is_a_bluff() {
    let lines = [
        "O Your account was hacked",
        "O I installed malware on your device and recorded you with your webcam while you visited adult websites.",
        "O Send 900 dollars in bitcoin to this wallet within 48 hours or I will send the video to all your contacts.",
    ];
    let found = recogniser().assess(&conversation(ConversationKind::Mail, false, &lines), AgeClass::Adult);
    assert_eq!(found.assessment.kind.label, Kind::SpamBluff);
}

#[test]
fn a_mail_that_claims_material_threatens_and_asks_for_money_is_a_bluff_in_other_words_too() {
    for lines in [
        [
            "O Bad news",
            "O Hello, some months ago I got access to your devices and installed a trojan. I have recorded a video of you while you watched \
             adult sites, and I have all your contacts. Transfer $950 in bitcoin within 48 hours. If you do not pay I will send the video to \
             all of them.",
        ],
        [
            "O Votre vidéo",
            "O J'ai piraté votre ordinateur et activé la webcam pendant que vous regardiez des vidéos pour adultes. Versez 900 euros en \
             bitcoin sous 48 heures, sinon j'envoie la vidéo à tous vos contacts.",
        ],
    ] {
        let found = recogniser().assess(&conversation(ConversationKind::Mail, false, &lines), AgeClass::Adult);
        assert_eq!(found.assessment.kind.label, Kind::SpamBluff, "{lines:?}");
    }
    let play = [
        "O Video of the school play",
        "O Dear parents, I have the video of the play and the list of contacts. Please pay 10 euro by Friday and I will send it to all of you.",
    ];
    let found = recogniser().assess(&conversation(ConversationKind::Mail, false, &play), AgeClass::Adult);
    assert_eq!(found.assessment.kind.label, Kind::Benign);
}

/// The texts of `tests/data/pasted`: what each is, and what it is read as, without names or times.
fn pasted() -> Vec<(Kind, Kind)> {
    let texts = [
        include_str!("../tests/data/pasted/it.txt"),
        include_str!("../tests/data/pasted/en.txt"),
        include_str!("../tests/data/pasted/other.txt"),
    ];
    let read = |line: &str| {
        let (kind, text) = line.split_once(" | ").unwrap();
        let lines: Vec<String> = text.split('⏎').map(|line| format!("O {line}")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let mut words = conversation(ConversationKind::Direct, false, &lines);
        words.participants.clear();
        for message in &mut words.messages {
            (message.sender, message.time) = (None, None);
        }
        (Kind::from_id(kind).unwrap(), recogniser().assess(&words, AgeClass::Adult).assessment.kind.label)
    };
    texts.iter().flat_map(|text| text.lines()).map(read).collect()
}

#[test]
fn what_somebody_tells_or_pastes_is_heard() {
    let texts = pasted();
    let share = |of: fn(Kind) -> bool, read: fn(Kind) -> bool| {
        let all = texts.iter().filter(|(kind, _)| of(*kind));
        let heard = all.clone().filter(|(_, found)| read(*found)).count();
        (heard, all.count())
    };
    let told = share(|kind| kind == Kind::Disclosure, |found| found != Kind::Benign);
    let pressed = share(Kind::is_sextortion, |found| found != Kind::Benign);
    let innocent = share(|kind| kind == Kind::Benign, |found| found == Kind::Benign);
    // Floors below what was measured: 18 of 24, 18 of 28, 50 of 51.
    assert!(told.0 * 4 >= told.1 * 3, "told {told:?}");
    assert!(pressed.0 * 2 >= pressed.1, "pressed {pressed:?}");
    assert!(innocent.0 * 20 >= innocent.1 * 19, "innocent {innocent:?}");
}

#[test]
fn a_word_without_end_is_read_to_its_end() {
    for times in [100, 5_000, 300_000] {
        let line = format!("O {}", "vergogna".repeat(times));
        let lines = [&line, "V che cosa scrivi?"];
        let found = recogniser().assess(&conversation(ConversationKind::Direct, true, &lines), AgeClass::Adult);
        assert_eq!(found.assessment.messages_total, 2);
    }
}

#[test]
fn disguises_do_not_hide_a_threat() {
    for threat in [
        "O s\u{200b}e n\u{200b}on p\u{200b}aghi m\u{200b}ando t\u{200b}utto ai tuoi contatti",
        "O se non paghi mаndо tuttо ai tuoi соntatti",
        "O se non p4gh1 m4nd0 tutt0 ai tu01 c0nt4tt1",
        "O SE NON PAGHI MANDO TUTTO AI TUOI CONTATTI",
        "O se non paghi m a n d o tutto ai tuoi contatti",
        "O se non paghi madno tutto ai tuoi conttati",
    ] {
        assert!(
            rules_in(&threat[2..]).iter().any(|id| id == "thr.send_audience"),
            "{threat}: {:?}",
            rules_in(&threat[2..])
        );
    }
}

#[test]
fn the_json_follows_the_format() {
    let schema: serde_json::Value = serde_json::from_str(include_str!("../../../docs/assessment.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for lines in [GANG, &["V ciao"][..], &[][..]] {
        let found = recogniser().assess(&conversation(ConversationKind::Direct, true, lines), AgeClass::MinorPossible);
        let json = serde_json::to_value(&found.assessment).unwrap();
        if let Err(error) = validator.validate(&json) {
            panic!("{error}");
        }
    }
}

#[test]
fn spans_quote_the_original() {
    let conversation = conversation(ConversationKind::Direct, true, GANG);
    let found = recogniser().assess(&conversation, AgeClass::Adult);
    for evidence in found.assessment.tactics.iter().flat_map(|finding| &finding.evidence) {
        if let (Some(start), Some(end)) = (evidence.start, evidence.end) {
            let words = conversation.messages[evidence.index as usize].words();
            assert!(words.get(start as usize..end as usize).is_some_and(|quote| !quote.trim().is_empty()));
        }
    }
}

fn any_line() -> impl Strategy<Value = String> {
    let said = prop::sample::select(vec![
        "ciao",
        "ahahah",
        "scherzo",
        "ho il tuo video",
        "ti ho registrato",
        "se non paghi mando tutto a tua madre",
        "voglio 500 euro",
        "non ho soldi",
        "ho pagato 200 euro",
        "servono altri 100 euro",
        "hai 10 minuti",
        "ti prego cancella il video",
        "stavamo insieme",
        "torna con me",
        "mandami altre foto",
        "sei sola? accendi la cam",
        "ho visto il tuo profilo",
        "ho 15 anni",
        "non ce la faccio più",
        "ammazzati",
        "non pagare",
        "mi stanno ricattando",
    ]);
    (prop::bool::ANY, said).prop_map(|(owner, said)| format!("{} {said}", if owner { 'V' } else { 'O' }))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_comes_later_never_moves_an_alarm(lines in prop::collection::vec(any_line(), 0..25), cut in 0_usize..25, owned: bool) {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let cut = cut.min(lines.len());
        let alarm = |lines: &[&str]| {
            recogniser().assess(&conversation(ConversationKind::Direct, owned, lines), AgeClass::Adult).assessment.alert.first_index
        };
        let whole = alarm(&lines).filter(|at| (*at as usize) < cut);
        prop_assert_eq!(whole, alarm(&lines[..cut]));
    }

    #[test]
    fn any_text_is_assessed_the_same_twice(words in prop::collection::vec("\\PC{0,60}", 0..8)) {
        let lines: Vec<String> = words.iter().map(|words| format!("O {words}")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let conversation = conversation(ConversationKind::Direct, true, &lines);
        prop_assert_eq!(recogniser().assess(&conversation, AgeClass::Adult), recogniser().assess(&conversation, AgeClass::Adult));
    }
}

//! Invented cases, built by hand: nobody in them exists.

use argine_model::{
    AcquisitionLevel, AgeClass, Alert, Assessment, Attachment, AttachmentStatus, Because, ByteSpan, Call, CallOutcome,
    Conversation, ConversationKind, ConversationTime, Custodian, Deadline, Engine, Evidence, Exhibit, ExhibitId,
    Finding, FindingCode, FlagFinding, Flags, Gap, GapReason, Grade, Indicator, IndicatorKind, Kind, KindFinding,
    Localised, Location, MediaClass, Member, Mention, Message, MessageKind, MoneyMention, Offence, OriginalHandling,
    OwnerGuess, Participant, ParticipantIndex, Plan, Platform, Proof, ProofFinding, Publication, PublicationFlag,
    Reading, Role, Roles, Sha256, Source, SourceDocument, SourceIndex, SourceState, Stage, StageFinding, Tactic,
    TacticFinding, Tier, TimeBasis, TimePrecision, Urgency, UrgencyFinding, Validity, Verified,
};
use argine_recognise::Recognition;
use argine_respond::CaseFile;
use jiff::{ToSpan as _, civil, tz::TimeZone};

const OWNER: u32 = 0;
const OTHER: u32 = 1;

/// The conversation of the ordinary case: who writes, minutes since the line before, words.
const SCRIPT: &[(u32, i64, &str)] = &[
    (OTHER, 0, "Ciao! Ho visto il tuo profilo, sei simpatico 😊"),
    (OWNER, 4, "Ciao, grazie. Ci conosciamo?"),
    (OTHER, 2, "Non ancora… ma mi piacerebbe. Mi chiamo Giulia, sono di Pescara ma vivo a Lione"),
    (OWNER, 12, "Piacere. Che fai a Lione?"),
    (OTHER, 1, "Studio moda. Sei fidanzato?"),
    (OWNER, 30, "No, al momento no"),
    (OTHER, 2, "Neanche io ❤️ passiamo su WhatsApp? Qui non ricevo le notifiche"),
    (OWNER, 5, "Va bene"),
    (OTHER, 60, "Sei da solo in casa? Facciamo una videochiamata"),
    (OTHER, 1, "CALL"),
    (OTHER, 25, "Ho registrato tutto il video, si vede bene la tua faccia"),
    (OWNER, 1, "Cosa? Non è possibile"),
    (OTHER, 1, "MEDIA"),
    (OTHER, 0, "Ho la lista dei tuoi amici e di tua sorella. Se non paghi 1.500 euro lo mando a tutti"),
    (OWNER, 3, "Ti prego non farlo"),
    (OTHER, 1, "Hai 30 minuti. Il tempo scorre\n30:00\n29:59"),
    (OWNER, 4, "Non ho tutti quei soldi"),
    (
        OTHER,
        2,
        "Allora 500 subito sull'IBAN IT60X0542811101000000123456 intestato a KOFFI B. oppure ricarica 4023 6009 1234 5677",
    ),
    (OTHER, 1, "Mandami lo screenshot della ricevuta"),
    (OWNER, 15, "Ho fatto il bonifico di 300 euro, è tutto quello che ho. Ora cancella"),
    (
        OTHER,
        3,
        "Non basta. Ancora 700 entro stasera alle 22:00 o pubblico su https://video-scandali.example/caricamenti/utente/7f3a9c2e1b5d8f60/anteprima?chiave=9a8b7c6d5e4f3a2b1c0d",
    ),
    (OTHER, 200, "Se mi blocchi lo mando a tua madre e al tuo lavoro 😈"),
    (OWNER, 2, "Non ti rispondo più"),
    (OTHER, 400, "DELETED"),
];

pub(crate) fn digest(seed: &str) -> Sha256 {
    Sha256::of(seed.as_bytes())
}

fn message(index: u32, sender: Option<u32>, time: civil::DateTime, text: &str) -> Message {
    let mut message = Message {
        index,
        kind: if sender.is_some() { MessageKind::Text } else { MessageKind::System },
        sender: sender.map(ParticipantIndex),
        time: Some(ConversationTime {
            civil: time,
            precision: TimePrecision::Minute,
            basis: TimeBasis::DeviceClock,
            instant: None,
        }),
        ..Message::new(
            Location {
                source: SourceIndex(0),
                span: ByteSpan::new(u64::from(index) * 100, u64::from(index) * 100 + 100),
                line: Some(index + 1),
            },
            text.to_owned(),
        )
    };
    match text {
        "CALL" => {
            message.kind = MessageKind::Call;
            "Videochiamata, 24 min".clone_into(&mut message.text);
            message.call = Some(Call { video: true, outcome: CallOutcome::Answered, seconds: Some(1440) });
        }
        "MEDIA" => {
            message.kind = MessageKind::Media;
            "\u{200E}VID-20261118-WA0003.mp4 (file allegato)".clone_into(&mut message.text);
            message.attachments.push(Attachment {
                name: Some("VID-20261118-WA0003.mp4".to_owned()),
                class: MediaClass::Video,
                status: AttachmentStatus::Present,
                sha256: Some(digest("video")),
            });
        }
        "DELETED" => message.kind = MessageKind::Deleted,
        _ => {}
    }
    message
}

pub(crate) fn conversation(script: &[(u32, i64, &str)]) -> Conversation {
    let mut time = civil::datetime(2026, 11, 18, 20, 41, 0, 0);
    let mut messages = vec![message(
        0,
        None,
        time,
        "I messaggi e le chiamate sono crittografati end-to-end. Solo le persone in questa chat possono leggerli.",
    )];
    for (sender, minutes, text) in script {
        time = time.checked_add(minutes.minutes()).unwrap();
        messages.push(message(u32::try_from(messages.len()).unwrap(), Some(*sender), time, text));
    }
    Conversation {
        id: "Chat WhatsApp con Giulia Sole".to_owned(),
        platform: Platform::Whatsapp,
        kind: ConversationKind::Direct,
        title: Some("Giulia Sole".to_owned()),
        participants: vec![
            Participant { name: "Marco Velli".to_owned(), native_id: None },
            Participant { name: "Giulia Sole".to_owned(), native_id: Some("+33 7 00 00 00 00".to_owned()) },
        ],
        owner: Some(OwnerGuess { participant: ParticipantIndex(OWNER), basis: "file_name".to_owned() }),
        messages,
    }
}

fn evidence(indices: &[u32]) -> Vec<Evidence> {
    (indices.iter())
        .map(|&index| Evidence {
            index,
            start: None,
            end: None,
            rule: "synthetic".to_owned(),
            why: None,
            counter: false,
        })
        .collect()
}

pub(crate) fn assessment(conversation: &Conversation) -> Assessment {
    let stage =
        |stage, indices: &[u32]| StageFinding { stage, first_index: indices[0], p: 0.9, evidence: evidence(indices) };
    let tactic = |tactic, indices: &[u32]| TacticFinding { tactic, p: 0.9, evidence: evidence(indices) };
    let proof = |proof, indices: &[u32]| ProofFinding { proof, evidence: evidence(indices) };
    let money = |index, amount, currency: &str| MoneyMention {
        index,
        amount,
        currency: currency.to_owned(),
        currency_inferred: false,
    };
    Assessment {
        schema: argine_model::ASSESSMENT_SCHEMA.to_owned(),
        conversation_id: conversation.id.clone(),
        engine: Engine {
            version: "0.1.0".to_owned(),
            rules_sha256: digest("r").to_string(),
            model_sha256: None,
            plugins: vec![],
        },
        languages: vec![],
        messages_total: u32::try_from(conversation.messages.len()).unwrap(),
        roles: Roles { owner: "Marco Velli".to_owned(), suspected: Some("Giulia Sole".to_owned()) },
        kind: KindFinding { label: Kind::FinancialGang, p: 0.97, alternatives: vec![] },
        sextortion_probability: 0.99,
        alert: Alert { raised: true, first_index: Some(14) },
        flags: Flags {
            minor_victim: FlagFinding::default(),
            self_harm: FlagFinding::default(),
            physical_danger: FlagFinding::default(),
            publication: PublicationFlag {
                status: Publication::Threatened,
                first_index: Some(14),
                evidence: evidence(&[14, 21, 22]),
            },
        },
        proofs: vec![
            proof(Proof::Leverage, &[11, 13]),
            proof(Proof::Threat, &[14, 16, 21, 22]),
            proof(Proof::Demand, &[14, 18, 21]),
        ],
        stages: vec![
            stage(Stage::Contact, &[1]),
            stage(Stage::AppMove, &[7]),
            stage(Stage::Capture, &[10, 11]),
            stage(Stage::Threat, &[14]),
            stage(Stage::Payment, &[20]),
            stage(Stage::RepeatDemand, &[21]),
        ],
        current_stage: Some(Stage::RepeatDemand),
        tactics: vec![
            tactic(Tactic::MaterialProof, &[11, 13]),
            tactic(Tactic::ContactListProof, &[14]),
            tactic(Tactic::Countdown, &[16]),
            tactic(Tactic::PriceDrop, &[18]),
            tactic(Tactic::PaymentGuidance, &[18]),
            tactic(Tactic::ReceiptDemand, &[19]),
            tactic(Tactic::WebPublication, &[21]),
            tactic(Tactic::BlockThreat, &[22]),
            tactic(Tactic::FamilyThreat, &[22]),
            tactic(Tactic::WorkSchoolThreat, &[22]),
        ],
        indicators: vec![],
        demands: vec![money(14, 1500.0, "EUR"), money(18, 500.0, "EUR"), money(21, 700.0, "EUR")],
        payments: vec![money(20, 300.0, "EUR")],
        deadlines: vec![
            Deadline { index: 16, due: "2026-11-18T23:36".to_owned(), relative: true },
            Deadline { index: 21, due: "2026-11-18T22:00".to_owned(), relative: false },
        ],
        urgency: UrgencyFinding { level: Urgency::EXTREME, reasons: vec!["deadline_within_24h".to_owned()] },
        actions: vec![],
        not_done: vec!["omitted_media:1".to_owned()],
    }
}

pub(crate) fn indicator(kind: IndicatorKind, value: &str, raw: &str, validity: Validity, message: u32) -> Indicator {
    Indicator {
        kind,
        variety: String::new(),
        value: value.to_owned(),
        raw: raw.to_owned(),
        validity,
        grade: Grade::A,
        role: Role::Perpetrator,
        role_basis: "written_by_perpetrator".to_owned(),
        mentions: vec![Mention { message, start: 0, end: 1 }],
        reading: Vec::new(),
        listed: Vec::new(),
    }
}

fn indicators() -> Vec<Indicator> {
    let valid = |check: &str| Validity::Valid(check.to_owned());
    let mut bitcoin = indicator(
        IndicatorKind::Crypto,
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        valid("bech32"),
        18,
    );
    "btc".clone_into(&mut bitcoin.variety);
    vec![
        indicator(
            IndicatorKind::Iban,
            "IT60X0542811101000000123456",
            "IT60 X054 2811 1010 0000 0123 456",
            valid("mod_97"),
            18,
        ),
        indicator(
            IndicatorKind::Card,
            "4023600912345677",
            "4023 6009 1234 5677",
            Validity::Invalid("luhn".to_owned()),
            18,
        ),
        bitcoin,
        indicator(IndicatorKind::Phone, "+33700000000", "+33 7 00 00 00 00", valid("numbering_plan"), 7),
        indicator(IndicatorKind::Name, "KOFFI B.", "KOFFI B.", Validity::NoCheck, 18),
        indicator(
            IndicatorKind::Url,
            "https://video-scandali.example/caricamenti/utente/7f3a9c2e1b5d8f60/anteprima?chiave=9a8b7c6d5e4f3a2b1c0d",
            "",
            Validity::NoCheck,
            21,
        ),
    ]
}

fn localised(it: &str, en: &str) -> Localised {
    Localised { it: it.to_owned(), en: en.to_owned() }
}

fn verified(tier: Tier, stale: bool) -> Verified {
    Verified {
        record: "it.cp".to_owned(),
        sources: vec![Source {
            title: "Agenda Digitale".to_owned(),
            url: (tier != Tier::K).then(|| {
                "https://agendadigitale.example/sicurezza/estorsione-telematica-luci-e-molte-ombre-del-nuovo-reato"
                    .to_owned()
            }),
            tier,
            seen_on: civil::date(2026, 11, 21),
        }],
        checked_on: civil::date(2026, 11, 21),
        stale,
        to_be_confirmed: tier == Tier::K,
    }
}

pub(crate) fn offences() -> Vec<Offence> {
    let because = |fact: &str, messages: &[u32]| Because { fact: fact.to_owned(), messages: messages.to_vec() };
    vec![
        Offence {
            article: "art. 629, comma 1, c.p.".to_owned(),
            title: localised("Estorsione", "Extortion"),
            text: localised(
                "Chi minaccia per ottenere denaro. Conta anche il tentativo (art. 56 c.p.): non serve che sia stato pagato.",
                "Threatening in order to obtain money. An attempt counts too (art. 56): nothing needs to have been paid.",
            ),
            prosecution: "ex_officio".to_owned(),
            complaint_months: None,
            because: vec![because("money_demand", &[14, 18, 21]), because("threat", &[14, 16, 21, 22])],
            verified: verified(Tier::S, false),
        },
        Offence {
            article: "art. 617-septies c.p.".to_owned(),
            title: localised(
                "Diffusione di riprese e registrazioni fraudolente",
                "Dissemination of fraudulent recordings",
            ),
            text: localised(
                "Diffondere, per danneggiare la reputazione, registrazioni fatte di nascosto di conversazioni a cui si partecipa.",
                "Spreading, to harm somebody's reputation, recordings made secretly of conversations one takes part in.",
            ),
            prosecution: "complaint".to_owned(),
            complaint_months: Some(3),
            because: vec![because("recorded_call", &[11]), because("age_known", &[])],
            verified: verified(Tier::K, true),
        },
    ]
}

fn plan() -> Plan {
    Plan {
        knowledge_version: "2026.11.21".to_owned(),
        country: "it".to_owned(),
        kind: Kind::FinancialGang,
        crisis: false,
        steps: vec![],
        never: vec![],
        offences: offences(),
        clocks: vec![],
        helplines: vec![],
        routes: vec![],
        path: None,
        basis: argine_model::PlanBasis::default(),
    }
}

pub(crate) fn exhibit(number: u32, name: &str, class: MediaClass, members: Vec<Member>) -> Exhibit {
    Exhibit {
        id: ExhibitId(number),
        name: name.to_owned(),
        sha256: digest(name),
        size: 48_213,
        class,
        acquisition: AcquisitionLevel::AppExport,
        custodian: Custodian::AffectedPerson,
        handling: if class == MediaClass::Text { OriginalHandling::Copied } else { OriginalHandling::HashOnly },
        members,
    }
}

pub(crate) fn source(size: u64) -> SourceDocument {
    SourceDocument {
        index: SourceIndex(0),
        exhibit: ExhibitId(1),
        path: vec!["Chat WhatsApp con Giulia Sole.zip".to_owned(), "_chat.txt".to_owned()],
        sha256: Some(digest("chat")),
        size,
        class: MediaClass::Text,
        state: SourceState::Read { format: "whatsapp_text".to_owned(), covered: size, gaps: vec![], date_order: None },
    }
}

/// The ordinary case: a zip with a chat and a video, age unknown.
pub(crate) fn ordinary() -> CaseFile {
    let conversation = conversation(SCRIPT);
    let assessment = assessment(&conversation);
    let members = vec![
        Member {
            path: vec!["_chat.txt".to_owned()],
            size: 3_120,
            sha256: Some(digest("chat")),
            class: MediaClass::Text,
        },
        Member {
            path: vec!["VID-20261118-WA0003.mp4".to_owned()],
            size: 41_003_220,
            sha256: Some(digest("video")),
            class: MediaClass::Video,
        },
    ];
    let mut document = source(3_120);
    document.state = SourceState::Read {
        format: "whatsapp_text".to_owned(),
        covered: 3_060,
        gaps: vec![Gap { span: ByteSpan::new(0, 60), reason: GapReason::Unreadable, line: Some(3), lines: Some(1) }],
        date_order: None,
    };
    CaseFile {
        opened: civil::datetime(2026, 11, 21, 18, 5, 0, 0).to_zoned(TimeZone::get("Europe/Rome").unwrap()).unwrap(),
        age: AgeClass::MinorPossible,
        country: "it".to_owned(),
        custodian: Custodian::AffectedPerson,
        exhibits: vec![exhibit(1, "Chat WhatsApp con Giulia Sole.zip", MediaClass::Archive, members)],
        reading: Reading {
            sources: vec![document],
            conversations: vec![conversation],
            findings: vec![Finding {
                code: FindingCode::MediaListed,
                source: Some(SourceIndex(0)),
                line: None,
                count: 1,
                detail: String::new(),
            }],
            members: vec![],
            contacts: vec![],
            logins: vec![],
        },
        recognitions: vec![Recognition { assessment, indicators: indicators() }],
        main: Some(0),
        plan: plan(),
    }
}

/// Files from which nothing was read.
pub(crate) fn without_conversation() -> CaseFile {
    let mut case = ordinary();
    case.reading.conversations.clear();
    case.recognitions.clear();
    case.main = None;
    case.plan.offences.clear();
    case.exhibits = vec![exhibit(1, "schermata.png", MediaClass::Image, vec![])];
    case
}

/// The ordinary case with these words in place of every name, text and value.
pub(crate) fn with_words(words: &[String]) -> CaseFile {
    let mut case = ordinary();
    let mut next = words.iter().cycle().cloned();
    let mut word = || next.next().unwrap_or_default();
    for conversation in &mut case.reading.conversations {
        conversation.title = Some(word());
        for person in &mut conversation.participants {
            person.name = word();
            person.native_id = Some(word());
        }
        for message in &mut conversation.messages {
            message.kind = MessageKind::Text;
            message.text = word();
            message.attachments.push(Attachment {
                name: Some(word()),
                class: MediaClass::Unknown,
                status: AttachmentStatus::Missing,
                sha256: None,
            });
        }
    }
    for found in case.recognitions.iter_mut().flat_map(|recognition| &mut recognition.indicators) {
        found.value = word();
        found.raw = word();
    }
    for exhibit in &mut case.exhibits {
        exhibit.name = word();
        for member in &mut exhibit.members {
            member.path = vec![word(), word()];
        }
    }
    for finding in &mut case.reading.findings {
        finding.detail = word();
    }
    case
}

/// A case of `messages` messages, of which `cited` carry something, with long words and many files.
pub(crate) fn large(messages: usize, cited: usize) -> CaseFile {
    let mut case = ordinary();
    let texts: Vec<String> = (0..messages)
        .map(|number| {
            format!(
                "{} numero {number}, paga 100 euro o pubblico tutto. {}",
                SCRIPT[number % 20].2,
                "Parola ".repeat(number % 40)
            )
        })
        .collect();
    let script: Vec<(u32, i64, &str)> =
        texts.iter().enumerate().map(|(number, text)| (u32::try_from(number % 2).unwrap(), 1, text.as_str())).collect();
    case.reading.conversations = vec![conversation(&script)];
    let step = (messages / cited.max(1)).max(1);
    let indices: Vec<u32> = (0..cited).map(|n| u32::try_from(1 + n * step).unwrap()).collect();
    let assessment = &mut case.recognitions[0].assessment;
    assessment.messages_total = u32::try_from(messages).unwrap();
    for tactic in &mut assessment.tactics {
        tactic.evidence = evidence(&indices);
    }
    assessment.demands = (indices.iter())
        .map(|&index| MoneyMention { index, amount: 100.0, currency: "EUR".to_owned(), currency_inferred: false })
        .collect();
    let members = |count: u32| {
        (0..count)
            .map(|n| Member {
                path: vec![format!("IMG-20261118-WA{n:04}.jpg")],
                size: 120_000,
                sha256: Some(digest(&n.to_string())),
                class: MediaClass::Image,
            })
            .collect()
    };
    case.exhibits =
        (1..=6).map(|n| exhibit(n, &format!("esportazione-{n}.zip"), MediaClass::Archive, members(400))).collect();
    case.recognitions[0].indicators = (0..90)
        .map(|n| {
            indicator(
                IndicatorKind::Iban,
                &format!("IT60X05428111010000{n:08}"),
                "",
                Validity::Invalid("mod_97".to_owned()),
                5,
            )
        })
        .collect();
    case
}

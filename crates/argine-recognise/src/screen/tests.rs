use std::collections::BTreeSet;

use argine_model::Language;
use proptest::prelude::*;
use serde::Deserialize;

use super::profile::APPROACHES;
use super::{Field, FirstMessage, Likelihood, Profile, Screener, Screening, Side, Speaks, Value, Verdict};
use crate::Recogniser;
use crate::fold::Folded;
use crate::lexicon::Memory;

fn screener() -> &'static Screener {
    static SCREENER: std::sync::OnceLock<Screener> = std::sync::OnceLock::new();
    SCREENER.get_or_init(|| Screener::embedded().unwrap_or_else(|error| panic!("{error}")))
}

fn recogniser() -> &'static Recogniser {
    static RECOGNISER: std::sync::OnceLock<Recogniser> = std::sync::OnceLock::new();
    RECOGNISER.get_or_init(|| Recogniser::embedded().unwrap())
}

fn json(text: &str) -> Profile {
    serde_json::from_str(text).unwrap()
}

fn screen(profile: &Profile) -> Screening {
    screener().screen(recogniser(), profile)
}

fn frames_in(text: &str) -> Vec<String> {
    let screener = screener();
    let (mut folded, mut memory, mut atoms) = (Folded::default(), Memory::default(), Vec::new());
    folded.fold(text);
    screener.lexicon.find(&mut folded, &mut memory, &mut atoms);
    let (mut seen, mut matches) = (Vec::new(), Vec::new());
    screener.frames.find(&atoms, folded.question, &mut seen, &mut matches);
    matches.iter().map(|found| screener.rules[usize::from(found.rule)].id.clone()).collect()
}

#[test]
fn every_frame_finds_its_examples_and_leaves_the_others() {
    let mut wrong = Vec::new();
    for rule in &screener().rules {
        assert!(!rule.positive.is_empty() && !rule.negative.is_empty(), "{} has no examples", rule.id);
        for (examples, wanted) in [(&rule.positive, true), (&rule.negative, false)] {
            for example in examples {
                if frames_in(example).contains(&rule.id) != wanted {
                    wrong.push(format!("{} {wanted}: {example}", rule.id));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_sign_of_a_profile_finds_its_examples_and_leaves_the_others() {
    for sign in screener().signs.iter().filter(|sign| !sign.when.is_empty()) {
        assert!(!sign.positive.is_empty() && !sign.negative.is_empty(), "{} has no examples", sign.id);
        for (examples, wanted) in [(&sign.positive, true), (&sign.negative, false)] {
            for example in examples {
                assert!(example.not_understood().is_empty(), "{}: {example:?}", sign.id);
                let found = screen(example).reasons.iter().any(|reason| reason.sign == sign.id);
                assert_eq!(found, wanted, "{}: {example:?}", sign.id);
            }
        }
    }
}

#[test]
fn every_sign_can_be_found_and_said() {
    let mut given: BTreeSet<&str> = (0..screener().labels.len())
        .map(|at| screener().labels.name(crate::labels::Label(u16::try_from(at).unwrap())))
        .collect();
    given.extend(
        (0..recogniser().labels.len())
            .map(|at| recogniser().labels.name(crate::labels::Label(u16::try_from(at).unwrap()))),
    );
    for sign in &screener().signs {
        assert!(sign.when.is_empty() != sign.labels.is_empty(), "{} rests on one thing", sign.id);
        for label in &sign.labels {
            assert!(given.contains(label.as_str()), "{}: no frame gives {label}", sign.id);
        }
        for language in Language::ALL {
            assert!(argine_knowledge::Catalogue::new(language).has(&sign.why), "{} in {language}", sign.why);
        }
    }
    let fields: BTreeSet<&str> = screener().words.field.iter().map(|named| named.id.as_str()).collect();
    assert_eq!(fields, Field::ALL.iter().map(|field| field.id()).collect());
    let approaches: BTreeSet<&str> = screener().words.approach.iter().map(|named| named.id.as_str()).collect();
    assert_eq!(approaches, APPROACHES.into_iter().collect());
}

#[test]
fn a_profile_is_read_from_json_and_nothing_is_dropped() {
    let profile = json(
        r#"{"schema": "argine.profile/1", "followers": "1.2k", "following": 300, "verified": false, "bio": null,
            "how_they_came": "stranger", "posts": -3, "shoe_size": 44, "messages": [{"side": "other", "text": "ciao"}]}"#,
    );
    assert_eq!(profile.number(Field::Followers), Some(1200.0));
    assert_eq!(profile.get(Field::Verified), Some(&Value::YesNo(false)));
    assert_eq!(profile.messages().len(), 1);
    let places: Vec<&str> = profile.not_understood().iter().map(|one| one.place.as_str()).collect();
    assert_eq!(places, ["posts", "shoe_size"]);
    assert_eq!(json(r#"{"how_they_came": "by pigeon"}"#).not_understood().len(), 1);
}

#[test]
fn a_profile_is_read_as_people_type_it() {
    let typed = "Piattaforma: Instagram\nNome: Giulia\nfollower: 1,2k\nsegue: 4.100\netà del profilo: 3 settimane\n\
                 amici in comune: 2\nverificato: no\ncome: mi ha aggiunto lei\ncolore preferito: blu\n\n\
                 lei: ciao\nche fai?\n[21:04] io: niente\nGiulia: passami whatsapp\n";
    let profile = screener().typed(typed);
    let number = |field| profile.number(field);
    assert_eq!(number(Field::Followers), Some(1200.0));
    assert_eq!(number(Field::Following), Some(4100.0));
    assert_eq!(number(Field::AccountAgeDays), Some(21.0));
    assert_eq!(profile.get(Field::Verified), Some(&Value::YesNo(false)));
    assert_eq!(profile.get(Field::HowTheyCame), Some(&Value::Text("stranger".to_owned())));
    let sides: Vec<Side> = profile.messages().iter().map(|message| message.side).collect();
    assert_eq!(sides, [Side::Other, Side::Owner, Side::Other]);
    assert_eq!((profile.messages()[0].text.as_str(), profile.messages()[1].time.as_str()), ("ciao\nche fai?", "21:04"));
    assert_eq!(profile.not_understood().len(), 1, "{:?}", profile.not_understood());
}

#[test]
fn numbers_are_read_as_they_are_written() {
    for (typed, expected) in [
        ("12", Some(12.0)),
        ("1.200", Some(1200.0)),
        ("1,234,567", Some(1_234_567.0)),
        ("1,2k", Some(1200.0)),
        ("48 mila", Some(48000.0)),
        ("2M", Some(2_000_000.0)),
        ("circa 300", Some(300.0)),
        ("pochi", None),
        ("", None),
    ] {
        assert_eq!(super::profile::count(typed), expected, "{typed}");
    }
}

#[test]
fn words_without_any_label_are_the_other_side() {
    let profile = screener().typed("ciao bello, sei solo in casa?\nhai la webcam?");
    assert_eq!(profile.messages().len(), 2);
    assert!(profile.messages().iter().all(|message| message.side == Side::Other));
}

#[test]
fn little_told_is_unsure() {
    for text in
        ["{}", r#"{"platform": "instagram"}"#, r#"{"name": "Anna", "messages": [{"side": "other", "text": "ciao"}]}"#]
    {
        let found = screen(&json(text));
        assert_eq!((found.verdict, found.likelihood), (Verdict::Unsure, Likelihood::Open), "{text}");
    }
}

#[test]
fn one_topic_alone_is_no_lure() {
    let found = screen(&json(
        r#"{"messages": [{"side": "other", "text": "fammi vedere il viso, sei solo in casa? accendi la webcam"}]}"#,
    ));
    let topics: BTreeSet<&str> = found.reasons.iter().map(|reason| reason.why.as_str()).collect();
    assert!(found.reasons.iter().all(|reason| reason.speaks == Speaks::ForLure), "{topics:?}");
    assert!(found.verdict != Verdict::Real);
}

#[test]
fn what_the_person_who_asks_wrote_is_no_sign() {
    let words = "sei solo in casa? fammi vedere il viso, prima io poi tu, passami whatsapp";
    let by = |side| Profile {
        messages: vec![FirstMessage { side, time: String::new(), text: words.to_owned() }],
        ..Profile::default()
    };
    assert_eq!(screen(&by(Side::Other)).verdict, Verdict::Lure);
    assert!(screen(&by(Side::Owner)).reasons.is_empty());
}

#[test]
fn every_reason_cites_what_it_rests_on() {
    for hand in [FIRST, SECOND] {
        for case in cases(hand) {
            let found = screen(&case.profile());
            assert!(found.reasons.iter().all(|reason| !reason.rests_on.is_empty()), "{}", case.id);
            assert!(found.not_understood.is_empty(), "{}: {:?}", case.id, found.not_understood);
        }
    }
}

const FIRST: &str = include_str!("../../tests/data/profiles/first-hand.toml");
const SECOND: &str = include_str!("../../tests/data/profiles/second-hand.toml");

#[derive(Deserialize)]
struct Cases {
    profile: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    id: String,
    label: String,
    language: String,
    profile: toml::Table,
    talk: Vec<String>,
}

impl Case {
    fn profile(&self) -> Profile {
        let mut profile: Profile = toml::Value::Table(self.profile.clone()).try_into().unwrap();
        profile.messages.extend(self.talk.iter().map(|line| FirstMessage {
            side: if line.starts_with('O') { Side::Other } else { Side::Owner },
            time: String::new(),
            text: line[2..].to_owned(),
        }));
        profile
    }
}

fn cases(text: &str) -> Vec<Case> {
    toml::from_str::<Cases>(text).unwrap().profile
}

/// Lures called lures, lures called real, real people called lures, real people called real.
fn figures(hand: &str) -> [usize; 4] {
    let mut figures = [0; 4];
    for case in cases(hand) {
        let found = screen(&case.profile());
        let slot = match (case.label.as_str(), found.verdict) {
            ("lure", Verdict::Lure) => 0,
            ("lure", Verdict::Real) => 1,
            ("real", Verdict::Lure) => 2,
            ("real", Verdict::Real) => 3,
            ("open", Verdict::Unsure) | ("lure" | "real", _) => continue,
            (label, verdict) => panic!("{} is {label}, not {verdict:?}", case.id),
        };
        figures[slot] += 1;
    }
    figures
}

#[test]
fn the_figures_are_those_of_the_documentation() {
    for case in cases(FIRST) {
        let found = screen(&case.profile());
        println!("{} {} {} {:?} {}", case.id, case.language, case.label, found.verdict, found.points);
    }
    // Of 18 lures and 16 real people each; who is neither is unsure. `docs/recognition.md` says the same.
    assert_eq!((figures(FIRST), figures(SECOND)), ([18, 0, 0, 16], [18, 0, 0, 13]));
}

#[test]
fn a_chat_is_looked_at_up_to_the_first_intimate_request() {
    let lines = ["ciao", "come va?", "facciamo una foto nuda a testa?", "altro", "ancora"];
    let told: Vec<FirstMessage> = (lines.iter())
        .map(|line| FirstMessage { side: Side::Other, time: String::new(), text: (*line).to_owned() })
        .collect();
    let mut conversation = super::conversation(&told);
    conversation.platform = argine_model::Platform::Instagram;
    let profile = screener().first_contact(&conversation);
    assert_eq!((profile.messages().len(), profile.left_out()), (3, 2));
    assert_eq!(profile.get(Field::Platform), Some(&Value::Text("instagram".to_owned())));
    let found = screen(&profile);
    assert_eq!((found.messages, found.messages_used), (5, 3));
    let call = argine_model::Call { video: true, outcome: argine_model::CallOutcome::Answered, seconds: Some(60) };
    conversation.messages[2] =
        argine_model::Message { call: Some(call), text: String::new(), ..conversation.messages[2].clone() };
    let profile = screener().first_contact(&conversation);
    assert_eq!((profile.messages().len(), profile.left_out()), (2, 2), "what follows a video call is left alone");
}

#[test]
fn a_threat_in_the_first_messages_is_said() {
    let told = |text: &str| FirstMessage { side: Side::Other, time: String::new(), text: text.to_owned() };
    let profile = Profile {
        messages: vec![
            told("ho registrato la videochiamata, ho il tuo video"),
            told("se non paghi 500 euro entro un'ora mando tutto ai tuoi contatti e a tua madre"),
        ],
        ..Profile::default()
    };
    let found = screen(&profile);
    assert!(found.threat);
    assert!(found.reasons.iter().any(|reason| reason.sign == "said.threat"));
    let lures = cases(FIRST).into_iter().filter(|case| case.label == "lure");
    let threatened: Vec<String> = lures.filter(|case| screen(&case.profile()).threat).map(|case| case.id).collect();
    assert!(threatened.is_empty(), "a lure threatens nobody yet: {threatened:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_a_profile_and_no_line_is_lost(text in "[a-z:\\[\\] 0-9.,\u{e0}\u{202e}\n]{0,300}") {
        let profile = screener().typed(&text);
        let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
        let kept: usize = profile.messages().iter().map(|message| message.text.lines().count().max(1)).sum();
        prop_assert!(profile.fields() + profile.not_understood().len() + kept >= lines.min(1));
        let found = screen(&profile);
        prop_assert!(found.verdict != Verdict::Real || found.reasons.iter().any(|reason| reason.points < 0.0));
    }

    #[test]
    fn another_sign_of_a_lure_never_speaks_for_a_real_person(at in 0_usize..36) {
        let case = &cases(FIRST)[at];
        let before = screen(&case.profile());
        let mut profile = case.profile();
        profile.messages.push(FirstMessage {
            side: Side::Other,
            time: String::new(),
            text: "giura che resta fra noi, fammi vedere il viso".to_owned(),
        });
        prop_assert!(screen(&profile).points >= before.points);
    }
}

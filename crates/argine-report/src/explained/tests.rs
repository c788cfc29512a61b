use argine_knowledge::Knowledge;
use argine_model::{AgeClass, Conversation, Language, Tactic, Urgency};
use argine_recognise::{Recogniser, Recognition};
use jiff::civil::date;

use super::{SecondOpinion, explained, marked, safe};
use crate::explained::notes::{Note, Sort};

fn recogniser() -> &'static Recogniser {
    static RECOGNISER: std::sync::OnceLock<Recogniser> = std::sync::OnceLock::new();
    RECOGNISER.get_or_init(|| Recogniser::embedded().unwrap())
}

const STORY: &[&str] = &[
    "Rosa: ciao, ho visto il tuo profilo, posso conoscerti?",
    "Leo: ciao, va bene",
    "Rosa: scrivimi su telegram",
    "Rosa: ti ho registrato, ho il tuo video",
    "Rosa: se non paghi mando tutto ai tuoi contatti e a tua madre <script>alert(1)</script>",
    "Leo: ti prego no",
    "Rosa: voglio 500 euro, hai 20 minuti, IBAN IT60X0542811101000000123456",
];

/// What people write on any day.
const ORDINARY: &[&str] = &[
    "oggi fa caldo",
    "ieri siamo andati al mare",
    "hai sentito Marta?",
    "sì, mi ha chiamato stamattina",
    "il gatto dorme",
    "che si mangia stasera?",
    "pasta al forno",
    "buonissima",
    "il treno è in ritardo",
    "a dopo",
];

/// The story, after so many ordinary messages.
fn chat(ordinary: usize) -> Conversation {
    let line = |(at, said): (usize, String)| {
        format!("{:02}/03/25, {:02}:{:02} - {said}\n", 1 + at / 720 % 28, 9 + at / 60 % 12, at % 60)
    };
    let idle = (0..ordinary)
        .map(|at| format!("{}: {}", if at % 2 == 0 { "Rosa" } else { "Leo" }, ORDINARY[at % ORDINARY.len()]));
    let said = idle.chain(STORY.iter().map(|said| (*said).to_owned()));
    let text: String = (0..).zip(said).map(line).collect();
    let file = argine_chat::Handed { name: "Chat WhatsApp con Rosa.txt", bytes: text.as_bytes() };
    argine_chat::read(&[file], &argine_chat::ReadOptions::default()).conversations.remove(0)
}

fn assessed(conversation: &Conversation) -> Recognition {
    recogniser().assess(conversation, AgeClass::Adult)
}

fn page(conversation: &Conversation, opinion: Option<&SecondOpinion>, language: Language) -> String {
    let knowledge = Knowledge::embedded().unwrap();
    explained(conversation, &assessed(conversation), opinion, &knowledge, date(2026, 11, 22), language)
}

#[test]
fn every_cited_message_has_its_note_and_what_is_hostile_is_escaped() {
    let conversation = chat(0);
    let recognition = assessed(&conversation);
    assert!(recognition.assessment.alert.raised, "the story is one");
    for language in Language::ALL {
        let html = page(&conversation, None, language);
        assert!(!html.contains("<script"), "words are data");
        assert!(
            !html.contains('{') || html.matches('{').count() == super::LOOK.matches('{').count(),
            "a sentence lacks"
        );
        for shown in recognition.assessment.proofs.iter().flat_map(|found| &found.evidence) {
            let entry = html.split(&format!("id=\"m{}\"", shown.index)).nth(1).unwrap();
            let entry = entry.split("<div class=\"said\">").nth(1).unwrap();
            assert!(entry.split("</ul>").next().unwrap().contains("class=\"note"), "message {}", shown.index);
        }
        assert!(html.contains("Content-Security-Policy") && html.contains("default-src 'none'"));
        for absent in ["<img", "<video", "src=", "http://", "@import", "url("] {
            assert!(!html.contains(absent), "{absent} in the page");
        }
    }
    assert!(page(&conversation, None, Language::It).contains("Che cosa succede di solito dopo"));
    assert_eq!(page(&conversation, None, Language::It), page(&conversation, None, Language::It));
}

#[test]
fn what_no_finding_is_near_to_is_folded_with_its_count_and_nothing_is_lost() {
    let conversation = chat(300);
    let html = page(&conversation, None, Language::En);
    assert!(html.contains("messages without signs"), "{}", &html[..2000.min(html.len())]);
    for message in &conversation.messages {
        assert_eq!(html.matches(&format!("id=\"m{}\"", message.index)).count(), 1, "message {}", message.index);
    }
}

#[test]
fn a_second_opinion_stands_apart_with_its_origin() {
    let conversation = chat(0);
    let opinion = SecondOpinion {
        model: "small <model>".to_owned(),
        prompt_sha256: "0123456789abcdef0123".to_owned(),
        urgency: Urgency::EXTREME,
        claims: vec![("tactic-countdown".to_owned(), vec![6])],
        dropped: 2,
    };
    let with = page(&conversation, Some(&opinion), Language::En);
    let without = page(&conversation, None, Language::En);
    for expected in ["Second opinion", "small &lt;model&gt;", "0123456789abcdef", "2 claims dropped"] {
        assert!(with.contains(expected), "{expected}");
    }
    assert!(!without.contains("Second opinion"));
    let notes = |html: &str| html.matches("class=\"note proof\"").count();
    assert_eq!(notes(&with), notes(&without), "no finding is removed");
}

#[test]
fn signs_beyond_the_margin_are_counted() {
    let claims = Tactic::ALL.iter().map(|tactic| (format!("tactic-{}", tactic.id().replace('_', "-")), vec![1]));
    let opinion = |count| SecondOpinion {
        model: String::new(),
        prompt_sha256: String::new(),
        urgency: Urgency::EXTREME,
        claims: claims.clone().take(count).collect(),
        dropped: 0,
    };
    // The answer of the person affected has no signs of its own.
    for (count, more) in [(12, None), (13, Some("And one more sign.")), (20, Some("And 8 more signs."))] {
        let html = page(&chat(0), Some(&opinion(count)), Language::En);
        assert_eq!(html.contains("And "), more.is_some(), "{count}");
        assert!(more.is_none_or(|more| html.contains(more)), "{count}");
    }
}

#[test]
fn marks_follow_the_words_and_never_cut_a_letter() {
    let note = |spans: &[(u32, u32)]| Note {
        sort: Sort::Tactic,
        name: String::new(),
        why: String::new(),
        spans: spans.to_vec(),
        hurts: false,
    };
    for (words, spans, expected) in [
        ("uno due tre", &[(4, 7)][..], "uno <mark>due</mark> tre"),
        ("uno due tre", &[(0, 7), (4, 11)], "<mark>uno due</mark><mark> tre</mark>"),
        ("è così", &[(1, 3)], "è così"),
        ("abc", &[(2, 9)], "abc"),
        ("a<b", &[(0, 3)], "<mark>a&lt;b</mark>"),
        ("", &[(0, 0)], ""),
    ] {
        assert_eq!(marked(words, &[note(spans)]), expected, "{words} {spans:?}");
    }
    assert_eq!(safe("a\u{202e}b"), "a[U+202E]b");
}

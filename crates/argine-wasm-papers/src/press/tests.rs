use argine_report::paper;

use super::*;

const NOW: &str = "2026-11-22T03:10:00+01:00[Europe/Rome]";

/// A case of one threat: enough for every paper.
fn case() -> CaseFile {
    let circumstances = argine_respond::Circumstances {
        now: NOW.parse().unwrap(),
        age: argine_model::AgeClass::Adult,
        country: "it".to_owned(),
        custodian: argine_model::Custodian::AffectedPerson,
        media: argine_respond::MediaConsent::HashOnly,
        date_order: None,
        owner: None,
        screens: argine_respond::Screens { consent: None, owner_name: String::new(), other_name: String::new() },
        limits: argine_chat::Limits::default(),
    };
    let engines = argine_respond::Engines::embedded().unwrap();
    let chat = "12/11/26, 23:41 - Giada: paga 300 € o lo mando a tua madre 😈\n";
    let handed = argine_chat::Handed { name: "_chat.txt", bytes: chat.as_bytes() };
    argine_respond::respond(&[handed], &circumstances, &engines, |_| ())
}

#[test]
fn the_paper_is_that_of_the_program_and_the_complaint_is_italian() {
    let case = case();
    let file = serde_json::to_vec(&case).unwrap();
    let english = Press::new(Language::En);
    let statement = r#"{"person": {"name": "Bellandi Marco"}}"#;
    let said: Statement = serde_json::from_str(statement).unwrap();
    let complaint = english.paper(&file, "complaint", statement).unwrap();
    assert_eq!(complaint, paper(&case, &said, PaperKind::Complaint, Format::Pdf, Language::It).unwrap());
    let receipt = english.paper(&file, "receipt", "{}").unwrap();
    assert_eq!(receipt, paper(&case, &Statement::default(), PaperKind::Receipt, Format::Pdf, Language::En).unwrap());
}

#[test]
fn what_is_not_understood_is_refused_in_a_sentence_without_words_of_the_case() {
    let press = Press::new(Language::It);
    let file = serde_json::to_vec(&case()).unwrap();
    let unknown_fact = r#"{"facts": [{"id": "demand-999", "says": "", "answer": "no"}]}"#;
    let secret = r#"{"opened": "parola segreta"}"#;
    for (refused, expected) in [
        (press.paper(&file, "poem", "{}"), "(paper)"),
        (press.paper(&file, "complaint", "["), "(statement 1:1)"),
        (press.paper(&file, "complaint", unknown_fact), "demand-999"),
        (press.paper(secret.as_bytes(), "complaint", "{}"), "(case file 1:"),
        (press.paper(b"", "complaint", "{}"), "(case file 1:0)"),
        (press.paper(&vec![b' '; 64_000_001], "complaint", "{}"), "64 MB"),
        (press.notice("eu.notice.none", "{}", NOW), "(regime)"),
        (press.notice("eu.notice.dsa16", "{}", "ieri"), "("),
        (press.notice("eu.notice.dsa16", "{}", NOW), "missing"),
    ] {
        let sentence = refused.unwrap_err().sentence(press.catalogue());
        assert!(sentence.contains(expected) && !sentence.contains("segreta"), "{sentence}");
    }
}

#[test]
fn a_whole_notice_is_printed() {
    let fields = r#"{"urls": "https://example.org/a/1", "reasons": "Sono io, non ho dato il consenso.", "nonconsent": "true",
        "reporter_name": "Marco Bellandi", "reporter_mail": "marco@example.org", "good_faith": "true",
        "signature": "Marco Bellandi", "identity_document": "true"}"#;
    let made = Press::new(Language::It).notice("eu.notice.dsa16", fields, NOW).unwrap();
    assert!(made.starts_with(b"%PDF-1.7"));
}

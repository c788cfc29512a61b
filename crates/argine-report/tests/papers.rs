//! Every paper in every format: complete, printable whatever the words, the same bytes twice; and the person's word
//! over the program's.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop at once")]

#[path = "support/mod.rs"]
mod support;

use std::io::Read as _;

use argine_knowledge::Catalogue;
use argine_model::{Kind, Language};
use argine_report::{Format, PaperKind, PaymentMade, Statement, StatementError, form, inferred_facts, paper};
use argine_respond::CaseFile;
use proptest::prelude::*;

fn made(case: &CaseFile, statement: &Statement, kind: PaperKind, format: Format, language: Language) -> Vec<u8> {
    paper(case, statement, kind, format, language).unwrap()
}

fn text(case: &CaseFile, statement: &Statement, kind: PaperKind) -> String {
    String::from_utf8(made(case, statement, kind, Format::Text, Language::It)).unwrap()
}

fn answered(case: &CaseFile, answers: &[(&str, &str)]) -> Statement {
    let mut form = form(case, Catalogue::new(Language::It));
    for (id, answer) in answers {
        let at = form.find(&format!("id = \"{id}\"\n")).unwrap_or_else(|| panic!("{id} is in the form:\n{form}"));
        let end = at + form[at..].find("answer = \"\"").unwrap();
        form.replace_range(end..end + "answer = \"\"".len(), &format!("answer = \"{answer}\""));
    }
    Statement::read(&form, case, Catalogue::new(Language::It)).unwrap()
}

#[test]
fn every_paper_comes_out_in_every_format_twice_the_same() {
    for case in [support::ordinary(), support::without_conversation()] {
        for kind in PaperKind::ALL {
            for format in Format::ALL {
                for language in Language::ALL {
                    let [first, second] = [(); 2].map(|()| made(&case, &Statement::default(), kind, format, language));
                    assert_eq!(first, second, "{kind:?} {format:?} {language}");
                    let start: &[u8] = match format {
                        Format::Pdf => b"%PDF-",
                        Format::Odt => b"PK",
                        Format::Html => b"<!doctype html>",
                        Format::Text => b"",
                    };
                    assert!(first.starts_with(start) && first.len() > 200, "{kind:?} {format:?}");
                }
            }
        }
    }
}

#[test]
fn nothing_is_left_of_placeholders() {
    for language in Language::ALL {
        for kind in PaperKind::ALL {
            let case = support::large(300, 60);
            let bytes = made(&case, &Statement::default(), kind, Format::Text, language);
            let text = String::from_utf8(bytes).unwrap();
            for sign in ["{paper", "{report", "{statement", "%p", "paper-", "[$"] {
                let rest = text.split(sign).nth(1).map(|rest| rest.chars().take(60).collect::<String>());
                assert!(rest.is_none(), "{language} {kind:?}: {sign}{}", rest.unwrap());
            }
        }
    }
}

#[test]
fn papers_hold_what_an_office_looks_for() {
    let case = support::ordinary();
    let statement = Statement::default();
    for (kind, expected) in [
        (PaperKind::Timeline, &["Se non paghi 1.500 euro", "conto alla rovescia", "0001"][..]),
        (PaperKind::Exhibits, &["VID-20261118-WA0003.mp4", "sha256sum -c manifest-sha256.txt"]),
        (PaperKind::Payments, &["1.500 EUR", "300 EUR", "IT60X0542811101000000123456", "Numero dell'operazione"]),
        (PaperKind::Indicators, &["bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "non regge", "+33700000000"]),
        (PaperKind::Preservation, &["Giulia Sole (+33 7 00 00 00 00)", "indirizzo IP", "Convenzione di Budapest"]),
        (PaperKind::Receipt, &["Chat WhatsApp con Giulia Sole.zip", "Firma di chi riceve"]),
        (PaperKind::Complaint, &["chiede la punizione dei colpevoli", "art. 629, comma 1, c.p.", "600-quater"]),
    ] {
        let text = text(&case, &statement, kind);
        for words in expected {
            assert!(text.contains(words), "{kind:?}: {words}\n{text}");
        }
    }
    let digest = support::digest("Chat WhatsApp con Giulia Sole.zip").to_string();
    for kind in [PaperKind::Exhibits, PaperKind::Receipt, PaperKind::Complaint] {
        assert!(text(&case, &statement, kind).contains(&digest), "{kind:?}");
    }
}

#[test]
fn an_untouched_form_says_nothing() {
    let case = support::ordinary();
    for language in Language::ALL {
        let words = Catalogue::new(language);
        let statement = Statement::read(&form(&case, words), &case, words).unwrap();
        let facts = core::mem::take(&mut statement.clone().facts);
        assert_eq!(facts.len(), inferred_facts(&case, words).len());
        assert_eq!(Statement { facts: vec![], ..statement }, Statement::default());
    }
}

#[test]
fn the_word_of_the_person_stands_over_the_programs() {
    let case = support::ordinary();
    let open = text(&case, &Statement::default(), PaperKind::Payments);
    assert!(open.contains("300 EUR") && open.contains("700 EUR"));

    let statement = answered(&case, &[("payment-20", "no"), ("demand-21", "erano 750 euro"), ("demand-14", "sì")]);
    let ledger = text(&case, &statement, PaperKind::Payments);
    assert!(!ledger.contains("300 EUR"), "a rejected payment is gone:\n{ledger}");
    assert!(!ledger.contains("700 EUR"), "what was corrected is not printed as we had read it");
    assert!(ledger.contains("1.500 EUR"));
    let complaint = text(&case, &statement, PaperKind::Complaint);
    assert!(complaint.contains("Precisa: erano 750 euro"));
    assert!(complaint.contains("confermato"));
    assert!(complaint.contains("Un fatto ricavato dal programma non è stato confermato"));
    assert!(complaint.contains("☐ sì  ☐ no (da confermare)"), "what is open is marked");
}

#[test]
fn blanks_are_filled_in_the_complaint() {
    let case = support::ordinary();
    let mut statement = Statement::default();
    statement.person.name = "Velli Marco".to_owned();
    statement.circumstances.place = "Pescara".to_owned();
    statement.witnesses.push("Anna Velli, sorella".to_owned());
    statement.payments.push(PaymentMade {
        amount: "300 euro".to_owned(),
        reference: "TRN 0000112233445566778899001122IT".to_owned(),
        ..PaymentMade::default()
    });
    let complaint = text(&case, &statement, PaperKind::Complaint);
    assert!(complaint.contains("Cognome e nome: Velli Marco"));
    assert!(complaint.contains("Anna Velli, sorella"));
    assert!(text(&case, &statement, PaperKind::Payments).contains("TRN 0000112233445566778899001122IT"));
    let plain = made(&case, &Statement::default(), PaperKind::Complaint, Format::Pdf, Language::It);
    let filled = made(&case, &statement, PaperKind::Complaint, Format::Pdf, Language::It);
    assert_ne!(plain, filled);
}

#[test]
fn a_known_person_is_accused_by_name() {
    let mut case = support::ordinary();
    assert!(text(&case, &Statement::default(), PaperKind::Complaint).contains("contro ignoti"));
    case.recognitions[0].assessment.kind.label = Kind::KnownEx;
    let complaint = text(&case, &Statement::default(), PaperKind::Complaint);
    assert!(!complaint.contains("contro ignoti") && complaint.contains("Rapporto con la persona offesa"));
}

#[test]
fn a_wrong_form_is_refused_with_its_place() {
    let case = support::ordinary();
    let words = Catalogue::new(Language::It);
    let check = |form: &str, expected: &str| {
        let error = Statement::read(form, &case, words).unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
    };
    check("[person]\nname = \"A\"\nnane = \"B\"\n", "line 3");
    check("[person]\nname = A\n", "line 2");
    check("[[facts]]\nid = \"demand-999\"\nanswer = \"no\"\n", "demand-999");
    let twice = "[[facts]]\nid = \"demand-14\"\n[[facts]]\nid = \"demand-14\"\n";
    assert!(matches!(Statement::read(twice, &case, words), Err(StatementError::AnsweredTwice(_))));
}

#[test]
fn an_office_opens_the_document() {
    let bytes = made(&support::ordinary(), &Statement::default(), PaperKind::Complaint, Format::Odt, Language::It);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    assert_eq!(archive.by_index(0).unwrap().name().unwrap(), "mimetype");
    let mut content = String::new();
    archive.by_name("content.xml").unwrap().read_to_string(&mut content).unwrap();
    assert!(content.contains("chiede la punizione dei colpevoli"));
}

#[test]
fn words_of_others_are_never_markup() {
    let hostile = "<script>alert(1)</script> & \"x\" ]]> #set $y$ \u{1} \u{FFFF}\nPersona: falso".to_owned();
    let case = support::with_words(std::slice::from_ref(&hostile));
    let html = made(&case, &Statement::default(), PaperKind::Timeline, Format::Html, Language::It);
    let html = String::from_utf8(html).unwrap();
    assert!(!html.contains("<script>") && html.contains("&lt;script&gt;"));
    let text = text(&case, &Statement::default(), PaperKind::Timeline);
    assert!(!text.contains("\nPersona: falso"), "a quoted line cannot pass for ours");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Whatever is written in a chat, every paper comes out and the document stays well-formed XML.
    #[test]
    fn any_words_print(words in proptest::collection::vec(any::<String>(), 1..8)) {
        let case = support::with_words(&words);
        for kind in PaperKind::ALL {
            prop_assert!(!made(&case, &Statement::default(), kind, Format::Pdf, Language::It).is_empty());
        }
        let odt = made(&case, &Statement::default(), PaperKind::Timeline, Format::Odt, Language::It);
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(odt)).unwrap();
        let mut content = String::new();
        archive.by_name("content.xml").unwrap().read_to_string(&mut content).unwrap();
        let mut reader = quick_xml::Reader::from_str(&content);
        while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
    }

    /// A form with any words in it reads back to the same words.
    #[test]
    fn any_form_reads_back(name in any::<String>()) {
        let mut statement = Statement::default();
        statement.person.name = name;
        let case = support::ordinary();
        let form = format!("[person]\nname = {}\n", serde_json::Value::String(statement.person.name.clone()).to_string().replace('\u{7F}', "\\u007F"));
        prop_assert_eq!(Statement::read(&form, &case, Catalogue::new(Language::It)).unwrap(), statement);
    }
}

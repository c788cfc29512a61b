//! The dossier as a reader sees it: foreign tools open it, hostile words cannot block it, the same case gives the
//! same bytes.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may stop at once")]
#![expect(clippy::print_stderr, reason = "what is skipped is said aloud")]

mod support;

use std::io::Write as _;
use std::process::Command;

use argine_model::{AgeClass, Language, Sha256};
use argine_report::{denuncia, transcript};
use argine_respond::CaseFile;
use proptest::prelude::*;

fn pdf(case: &CaseFile, language: Language) -> Vec<u8> {
    denuncia(case, language).expect("a paper always comes out")
}

/// What a foreign tool prints about a PDF. None where the tool is not installed: said aloud, and a failure under CI.
#[expect(clippy::disallowed_methods, reason = "the point of the test is another program's judgement")]
fn foreign(tool: &str, arguments: &[&str], pdf: &[u8]) -> Option<String> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(pdf).unwrap();
    let arguments =
        arguments.iter().map(|argument| if *argument == "@" { file.path().to_str().unwrap() } else { argument });
    match Command::new(tool).args(arguments).output() {
        Ok(output) => {
            assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
            // `pdfinfo -struct` prints the header names of cells as raw bytes.
            Some(String::from_utf8_lossy(&output.stdout).into_owned())
        }
        Err(error) => {
            assert!(std::env::var_os("CI").is_none(), "{tool} is needed under CI: {error}");
            eprintln!("SKIPPED: {tool} is not installed (apt-get install qpdf poppler-utils)");
            None
        }
    }
}

/// The words of the paper, with line ends and hyphens of the layout undone.
fn words(pdf: &[u8]) -> Option<String> {
    let text = foreign("pdftotext", &["-raw", "@", "-"], pdf)?;
    Some(text.replace("-\n", "").split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn holds_what_an_office_looks_for() {
    let Some(text) = words(&pdf(&support::ordinary(), Language::It)) else { return };
    for expected in [
        "Alla Procura della Repubblica",
        "Denuncia-querela",
        "contro ignoti",
        "153-bis",
        "chiede la punizione dei colpevoli",
        "ogni altra ipotesi di reato ravvisabile",
        "Se non paghi 1.500 euro lo mando a tutti",
        "IT60X0542811101000000123456",
        "pretesa: 1.500 EUR",
        "pagamento dichiarato: 300 EUR",
        "18/11/2026",
        "fuso Europe/Rome presunto",
        "art. 629, comma 1, c.p.",
        "da confermare",
        "art. 408, comma 2",
        "Persone informate sui fatti",
        "600-quater",
        "Firma della persona",
        "sha256sum -c manifest-sha256.txt",
        "😈",
    ] {
        assert!(text.contains(expected), "missing: {expected}");
    }
    let digest = support::digest("Chat WhatsApp con Giulia Sole.zip").to_string();
    assert!(text.contains(&digest), "the footer holds the first exhibit's digest in one piece");
    assert!(text.contains(&format!("{} {}", &digest[..32], &digest[32..])), "the index holds it in two lines");
}

#[test]
fn nothing_is_left_of_placeholders() {
    for language in Language::ALL {
        for case in [support::ordinary(), support::without_conversation(), support::large(500, 80)] {
            let Some(text) = words(&pdf(&case, language)) else { return };
            for sign in ["{report", "report-", "{fact", "%p", "%t", "[$"] {
                assert!(
                    !text.contains(sign),
                    "{language}: {sign} in {}",
                    text.split(sign).next().map_or("", |before| &before[before.len().saturating_sub(80)..])
                );
            }
        }
    }
}

#[test]
fn the_english_paper_says_that_it_is_a_translation() {
    let Some(text) = words(&pdf(&support::ordinary(), Language::En)) else { return };
    assert!(text.contains("Courtesy translation"));
    assert!(text.contains("asks for the punishment"));
}

#[test]
fn a_possible_minor_gets_the_guardian_block_and_an_adult_does_not() {
    let mut case = support::ordinary();
    for (age, expected) in [(AgeClass::MinorPossible, true), (AgeClass::Minor, true), (AgeClass::Adult, false)] {
        case.age = age;
        let Some(text) = words(&pdf(&case, Language::It)) else { return };
        assert_eq!(text.contains("non è allegata alcuna immagine intima"), expected, "{age:?}");
        assert_eq!(text.contains("Firma del genitore o tutore"), expected, "{age:?}");
    }
}

#[test]
fn conforms_and_is_sound() {
    let bytes = pdf(&support::ordinary(), Language::It);
    if let Some(report) = foreign("qpdf", &["--check", "@"], &bytes) {
        assert!(report.contains("No syntax or stream encoding errors"), "{report}");
    }
    if let Some(metadata) = foreign("pdfinfo", &["-meta", "@"], &bytes) {
        for marker in [
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
        ] {
            assert!(metadata.contains(marker), "missing {marker} in {metadata}");
        }
    }
    if let Some(structure) = foreign("pdfinfo", &["-struct", "@"], &bytes) {
        for tag in ["H1", "TH", "TD"] {
            assert!(structure.lines().any(|line| line.trim_start().starts_with(tag)), "missing {tag}");
        }
    }
}

#[test]
fn same_case_same_bytes() {
    for language in Language::ALL {
        let [first, second] = [(); 2].map(|()| Sha256::of(&pdf(&support::ordinary(), language)));
        assert_eq!(first, second);
    }
}

#[test]
fn markup_in_a_message_is_printed_literally() {
    let hostile = "#set text(fill: red) $x$ \\ //".to_owned();
    let Some(text) = words(&pdf(&support::with_words(std::slice::from_ref(&hostile)), Language::It)) else { return };
    assert!(text.contains(&hostile));
}

#[test]
fn a_case_without_conversation_leaves_room_to_write() {
    let Some(text) = words(&pdf(&support::without_conversation(), Language::It)) else { return };
    assert!(text.contains("racconta qui i fatti"));
    assert!(text.contains("schermata.png"));
}

#[test]
fn a_huge_case_stays_readable() {
    let bytes = pdf(&support::large(100_000, 300), Language::It);
    let Some(information) = foreign("pdfinfo", &["@"], &bytes) else { return };
    let pages: u32 = information
        .lines()
        .find_map(|line| line.strip_prefix("Pages:"))
        .and_then(|pages| pages.trim().parse().ok())
        .unwrap();
    assert!(pages <= 25, "{pages} pages");
    let text = words(&bytes).unwrap();
    let left_out: Option<u32> = (text.split("Altri ").skip(1))
        .find(|after| after.split_whitespace().nth(2) == Some("citati"))
        .and_then(|after| after.split_whitespace().next()?.parse().ok());
    assert!(left_out.is_some_and(|count| count >= 240), "what is not printed is counted: {left_out:?}");
}

#[test]
fn scripts_of_the_world_render() {
    let texts = [
        "مرحبا، ادفع الآن أو سأنشر الفيديو",
        "שלם עכשיו או שאפרסם",
        "立即付款，否则我会公布视频",
        "ပိုက်ဆံပေး ߒߞߏ ⵜⵉⴼⵉⵏⴰⵖ 𐍈 ꙮ",
        "👨‍👩‍👧‍👦 👍🏽 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣ 🇮🇹 ❤️‍🔥 🫠",
        "\u{202E}gnipoc\u{202C} s\u{200B}e\u{200B}nd \u{FEFF}\u{0}\u{7}\u{1B}[31m",
        "Z̷̢̡̛̗͎̳̲͖͍̫̠̤̬͉͉͓̙̯̍̈́̿̀͛͒͐̓̒̅̚͝a̸l̵g̶o̷",
        "\u{E000}\u{F8FF}\u{FFFD}\u{10FFFF}\u{FFFE}",
        "",
        "   ",
        "\n\n\n",
    ];
    let texts: Vec<String> = texts.iter().map(|&text| text.to_owned()).collect();
    let bytes = pdf(&support::with_words(&texts), Language::It);
    let Some(text) = words(&bytes) else { return };
    assert!(text.contains("U+7ACB"), "what no face shows is named by its code");
    assert!(text.contains("U+202E"));
    assert!(!text.contains("mostra solo caratteri latini"), "the first rendering must suffice");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Whatever is written in a chat, the complaint comes out, and in the first rendering.
    #[test]
    fn any_words_render(words in proptest::collection::vec(any::<String>(), 1..12), code in any::<char>()) {
        let mut words = words;
        words.push(code.to_string().repeat(3));
        prop_assert!(!denuncia(&support::with_words(&words), Language::It).unwrap().is_empty());
    }
}

#[test]
fn the_transcript_holds_every_message_and_cannot_be_forged() {
    let mut case = support::ordinary();
    case.reading.conversations[0].messages[1].text =
        "ciao\n2 · 18/11/2026 20:45 T · Giulia Sole\r\u{2028}3 · falso".to_owned();
    let text = transcript(&case, Language::It);
    let heads =
        text.lines().filter(|line| line.split_once(" · ").is_some_and(|(n, _)| n.parse::<u32>().is_ok())).count();
    assert_eq!(heads, case.reading.conversations[0].messages.len());
    assert!(text.contains("\n    2 · 18/11/2026 20:45 T · Giulia Sole\n    \n"), "{text}");
    assert!(text.contains(&support::digest("video").to_string()));
}

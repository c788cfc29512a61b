/// The pages in the case that tell how to verify it without Argine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerificationPages {
    /// `LEGGIMI-verifica.txt`.
    pub italian: String,
    /// `README-verify.txt`.
    pub english: String,
}

/// The commands that the pages print, one per step, for a GNU system; `1` is the number of the seal.
///
/// Tests run them from here, so that what people read is what was tried.
pub const COMMANDS: [&str; 7] = [
    "sha256sum -c manifest-sha256.txt",
    "sha256sum -c tagmanifest-sha256.txt",
    "(cut -c67- manifest-sha256.txt tagmanifest-sha256.txt; find . ! -type d ! -path './seal/*' ! -path ./tagmanifest-sha256.txt -printf '%P\\n') | sort | uniq -u",
    "grep tagmanifest-sha256.txt seal/1/root.txt | sha256sum -c",
    "openssl pkeyutl -verify -pubin -inkey seal/1/key.pem -rawin -in seal/1/root.txt -sigfile seal/1/root.sig",
    "minisign -Vm seal/1/root.txt -x seal/1/root.minisig -p seal/1/key.pub",
    "bagit.py --validate .",
];

/// The command for each time-stamp; `roots.pem` holds the roots that the person who verifies trusts.
pub const STAMP_COMMAND: &str =
    "openssl ts -verify -data seal/1/root.txt -in seal/1/stamp-1.tsr -untrusted seal/1/stamp-1.pem -CAfile roots.pem";

/// Ids of the catalogue messages before the commands, after them, and those of each command with its answer.
pub const PAGE_MESSAGES: [&str; 22] = [
    "seal-page-title",
    "seal-page-what",
    "seal-page-proves",
    "seal-page-does-not-prove",
    "seal-page-commands",
    "seal-page-step-1",
    "seal-page-answer-1",
    "seal-page-step-2",
    "seal-page-answer-2",
    "seal-page-step-3",
    "seal-page-answer-3",
    "seal-page-step-4",
    "seal-page-answer-4",
    "seal-page-step-5",
    "seal-page-answer-5",
    "seal-page-also",
    "seal-page-answer-6",
    "seal-page-answer-7",
    "seal-page-stamp",
    "seal-page-answer-8",
    "seal-page-more-seals",
    "seal-page-failed",
];

/// Composes a page from the sentences of one language; `message` answers for each of [`PAGE_MESSAGES`].
///
/// Five numbered steps need only coreutils and openssl; two more commands are for who has the tools.
pub fn verification_page(message: impl Fn(&str) -> String) -> String {
    let [payload, tags, closed_world, root, signature, minisign, bagit] = COMMANDS;
    let mut page = message("seal-page-title");
    page.push('\n');
    for id in ["seal-page-what", "seal-page-proves", "seal-page-does-not-prove", "seal-page-commands"] {
        paragraph(&mut page, &message(id));
    }
    for (number, command) in (1..).zip([payload, tags, closed_world, root, signature]) {
        paragraph(&mut page, &format!("{number}. {}", message(&format!("seal-page-step-{number}"))));
        answer(&mut page, command, &message(&format!("seal-page-answer-{number}")));
    }
    paragraph(&mut page, &message("seal-page-also"));
    for (number, command) in [(6, minisign), (7, bagit)] {
        answer(&mut page, command, &message(&format!("seal-page-answer-{number}")));
    }
    paragraph(&mut page, &message("seal-page-stamp"));
    answer(&mut page, STAMP_COMMAND, &message("seal-page-answer-8"));
    for id in ["seal-page-more-seals", "seal-page-failed"] {
        paragraph(&mut page, &message(id));
    }
    page
}

fn paragraph(page: &mut String, text: &str) {
    page.push('\n');
    page.push_str(text);
    page.push('\n');
}

fn answer(page: &mut String, command: &str, answer: &str) {
    page.push_str("\n    ");
    page.push_str(command);
    page.push_str("\n\n   ");
    page.push_str(answer);
    page.push('\n');
}

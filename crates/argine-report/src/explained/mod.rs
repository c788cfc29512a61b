//! The conversation as one HTML page, with the findings in its margin: what carries which claim, and what speaks against.
//!
//! One file, no script, nothing fetched, no picture: media are named, never shown. What no finding is near to is folded away
//! with its count, so that a conversation of ten thousand messages stays light. Nothing hangs on colour: every note begins
//! with a word that says what it is.

mod notes;

use core::fmt::Write as _;
use std::collections::BTreeMap;

use argine_knowledge::{Argument, Catalogue, Knowledge, Record as _};
use argine_model::{Assessment, Conversation, Language, Message, ParticipantIndex, Proof, Urgency};
use argine_recognise::Recognition;
use jiff::civil::Date;

use crate::dossier::{attachment, stand_in};
use crate::format;
use crate::paper::escaped;
use notes::{Note, Notes};

/// Entries so near to one with a note stay open, for the context.
const NEAR: usize = 2;
/// Fewer entries than this are not worth folding.
const FOLD: usize = 4;

/// What a model on this machine made of it: shown apart, never mixed with the findings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecondOpinion {
    /// The model's name.
    pub model: String,
    /// SHA-256 of what it was asked.
    pub prompt_sha256: String,
    /// How urgent it calls it.
    pub urgency: Urgency,
    /// Ids of sentences of the catalogue, each with the messages that the model cites.
    pub claims: Vec<(String, Vec<u32>)>,
    /// Claims dropped for want of proof.
    pub dropped: usize,
}

/// The page, for the person who handed the conversation over. The same values give the same bytes.
///
/// `today` is the day that the facts' freshness is looked at from.
pub fn explained(
    conversation: &Conversation,
    recognition: &Recognition,
    opinion: Option<&SecondOpinion>,
    knowledge: &Knowledge,
    today: Date,
    language: Language,
) -> String {
    let words = Catalogue::new(language);
    let assessment = &recognition.assessment;
    let notes = Notes::of(recognition, opinion, words, language);
    let suspect = assessment.roles.suspected.as_deref().and_then(|name| conversation.named(name));
    let page = Page { conversation, assessment, notes, suspect, words, language };
    let size: usize = conversation.messages.iter().map(|message| message.view().len() + 160).sum();
    let mut out = String::with_capacity(size + 16_384);
    page.head(&mut out);
    page.summary(&mut out);
    page.outlook(&mut out, knowledge, today);
    if let Some(opinion) = opinion {
        page.opinion(&mut out, opinion);
    }
    page.legend(&mut out);
    page.messages(&mut out);
    page.foot(&mut out);
    out
}

struct Page<'a> {
    conversation: &'a Conversation,
    assessment: &'a Assessment,
    notes: Notes,
    suspect: Option<ParticipantIndex>,
    words: Catalogue,
    language: Language,
}

const LOOK: &str = include_str!("look.css");

impl Page<'_> {
    fn text(&self, id: &str) -> String {
        escaped(&self.words.text(id))
    }

    fn head(&self, out: &mut String) {
        let title = self.text("explained-title");
        let _ = write!(
            out,
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
             <title>{title}</title>\n<style>{LOOK}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n",
            self.language.code()
        );
        if let Some(name) = &self.conversation.title {
            let _ = writeln!(out, "<p class=\"chat\"><bdi>{}</bdi></p>", safe(name));
        }
        let _ = writeln!(out, "<p class=\"quiet\">{}</p>\n</header>\n<main>", self.text("explained-private"));
    }

    fn summary(&self, out: &mut String) {
        let assessment = self.assessment;
        let _ =
            writeln!(out, "<section aria-labelledby=\"what\">\n<h2 id=\"what\">{}</h2>", self.text("explained-what"));
        self.flags(out);
        let kind = assessment.kind.label.id().replace('_', "-");
        let _ = writeln!(
            out,
            "<p class=\"kind\">{}</p>\n<p>{}</p>",
            self.text(&format!("kind-{kind}")),
            self.text(&format!("kind-{kind}-explained"))
        );
        if let Some(share) = assessment.unread_words() {
            let sentence = self.words.format("line-unread-language", &[("share", Argument::Number(share.into()))]);
            let _ = writeln!(out, "<p>{}</p>", escaped(&sentence));
        }
        out.push_str("<dl>\n");
        if let Some(stage) = assessment.current_stage {
            let stage = self.text(&format!("stage-{}", stage.id().replace('_', "-")));
            let _ = writeln!(out, "<div><dt>{}</dt><dd>{stage}</dd></div>", self.text("explained-stage"));
        }
        let level = assessment.urgency.level.level();
        let reasons = assessment
            .urgency
            .reasons
            .iter()
            .map(|reason| self.words.text(&format!("reason-{}", reason.replace('_', "-"))));
        let reasons = reasons.collect::<Vec<_>>().join("; ");
        let reasons = if reasons.is_empty() { reasons } else { escaped(&format!(" ({reasons})")) };
        let _ = writeln!(
            out,
            "<div><dt>{}</dt><dd>{}{reasons}</dd></div>",
            self.text("explained-urgency"),
            self.text(&format!("urgency-{level}"))
        );
        out.push_str("</dl>\n");
        if assessment.kind.label.is_sextortion() || !assessment.proofs.is_empty() {
            self.proofs(out);
        }
        out.push_str("</section>\n");
    }

    fn flags(&self, out: &mut String) {
        let flags = &self.assessment.flags;
        for (name, flag) in [
            ("self-harm", &flags.self_harm),
            ("minor", &flags.minor_victim),
            ("physical-danger", &flags.physical_danger),
        ] {
            if flag.value {
                let links = self.links(flag.evidence.iter().map(|shown| shown.index));
                let _ = writeln!(out, "<p class=\"first\">{} {links}</p>", self.text(&format!("flag-{name}")));
            }
        }
    }

    fn proofs(&self, out: &mut String) {
        let _ = writeln!(out, "<h3>{}</h3>\n<ul>", self.text("explained-proofs"));
        for proof in Proof::ALL {
            let name = self.text(&format!("proof-{}", proof.id()));
            let found = self.assessment.proofs.iter().find(|found| found.proof == *proof);
            let found = match found {
                Some(found) => {
                    let carrying = found.evidence.iter().filter(|shown| !shown.counter).map(|shown| shown.index);
                    format!("{} {}", self.text("explained-proof-found"), self.links(carrying))
                }
                None => self.text("explained-proof-not-found"),
            };
            let _ = writeln!(out, "<li>{name}: {found}</li>");
        }
        out.push_str("</ul>\n");
    }

    /// Links to messages, each once, in order.
    fn links(&self, numbers: impl Iterator<Item = u32>) -> String {
        let mut numbers: Vec<u32> = numbers.collect();
        numbers.sort_unstable();
        numbers.dedup();
        let label = self.text("explained-message");
        let links =
            numbers.iter().map(|number| format!("<a href=\"#m{number}\" aria-label=\"{label} {number}\">{number}</a>"));
        links.collect::<Vec<_>>().join(" ")
    }

    fn outlook(&self, out: &mut String, knowledge: &Knowledge, today: Date) {
        let Some(record) = knowledge.outlook(self.assessment.kind.label, self.assessment.current_stage) else { return };
        let sources: Vec<&str> = record.sources().iter().map(|source| source.title.as_str()).collect();
        let checked = format::date(record.checked_on(), self.language);
        let arguments = [("sources", Argument::Text(sources.join(" · "))), ("checked", Argument::Text(checked))];
        let mut source = self.words.format("explained-source", &arguments);
        let verified = record.verified(today);
        for (holds, sentence) in
            [(verified.stale, "explained-stale"), (verified.to_be_confirmed, "explained-to-be-confirmed")]
        {
            if holds {
                source.push(' ');
                source.push_str(&self.words.text(sentence));
            }
        }
        let _ = writeln!(
            out,
            "<section class=\"next\" aria-labelledby=\"next\">\n<h2 id=\"next\">{}</h2>\n<p>{}</p>\n<p class=\"quiet\">{}</p>\n</section>",
            self.text("explained-next"),
            escaped(record.text().in_language(self.language)),
            escaped(&source)
        );
    }

    fn opinion(&self, out: &mut String, opinion: &SecondOpinion) {
        let _ = writeln!(
            out,
            "<section class=\"opinion\" aria-labelledby=\"opinion\">\n<h2 id=\"opinion\">{}</h2>\n<p>{}</p>",
            self.text("opinion-heading"),
            self.text("opinion-explained")
        );
        let urgency = self.words.text(&format!("urgency-{}", opinion.urgency.level()));
        let _ = writeln!(
            out,
            "<p>{}</p>",
            escaped(&self.words.format("opinion-urgency", &[("urgency", Argument::Text(urgency))]))
        );
        if opinion.claims.is_empty() {
            let _ = writeln!(out, "<p>{}</p>", self.text("opinion-nothing"));
        } else {
            out.push_str("<ul>\n");
            for (sentence, messages) in &opinion.claims {
                let _ = writeln!(out, "<li>{}: {}</li>", self.text(sentence), self.links(messages.iter().copied()));
            }
            out.push_str("</ul>\n");
        }
        let arguments = [
            ("model", Argument::Text(opinion.model.clone())),
            ("hash", Argument::Text(opinion.prompt_sha256.get(..16).unwrap_or_default().to_owned())),
            ("dropped", Argument::from(opinion.dropped)),
        ];
        let _ = writeln!(
            out,
            "<p class=\"quiet\">{}</p>\n</section>",
            escaped(&self.words.format("opinion-origin", &arguments))
        );
    }

    fn legend(&self, out: &mut String) {
        let _ = writeln!(
            out,
            "<section aria-labelledby=\"legend\">\n<h2 id=\"legend\">{}</h2>\n<ul class=\"legend\">",
            self.text("explained-legend")
        );
        for sort in self.notes.sorts() {
            let _ = writeln!(
                out,
                "<li><span class=\"note {0}\"><b>{1}</b></span> {2}</li>",
                sort.id(),
                self.text(&format!("explained-sort-{}", sort.id())),
                self.text(&format!("explained-sort-{}-means", sort.id()))
            );
        }
        let _ = writeln!(
            out,
            "<li><mark>{}</mark> {}</li>\n</ul>\n</section>",
            self.text("explained-mark"),
            self.text("explained-mark-means")
        );
    }

    fn messages(&self, out: &mut String) {
        let _ = writeln!(
            out,
            "<section aria-labelledby=\"chat\">\n<h2 id=\"chat\">{}</h2>\n<ol class=\"talk\">",
            self.text("explained-conversation")
        );
        let messages = &self.conversation.messages;
        let open = self.open();
        let mut at = 0;
        while at < messages.len() {
            let far = open.get(at..).unwrap_or_default().iter().take_while(|open| !**open).count();
            if far >= FOLD {
                self.folded(out, messages.get(at..at + far).unwrap_or_default());
                at += far;
            } else {
                for message in messages.iter().skip(at).take(far.max(1)) {
                    self.message(out, message);
                }
                at += far.max(1);
            }
        }
        out.push_str("</ol>\n</section>\n");
    }

    /// Which entries stay open: those with a note and those near them; all of a short conversation's first and last.
    fn open(&self) -> Vec<bool> {
        let count = self.conversation.messages.len();
        let mut open = vec![false; count];
        for index in self.notes.places() {
            let from = (index as usize).saturating_sub(NEAR);
            for slot in open.iter_mut().take(index as usize + NEAR + 1).skip(from) {
                *slot = true;
            }
        }
        open
    }

    /// Entries that no finding is near to: closed, with their count, one line each.
    fn folded(&self, out: &mut String, messages: &[Message]) {
        let (Some(first), Some(last)) = (messages.first(), messages.last()) else { return };
        let day = |message: &Message| message.time.map(|time| format::date(time.civil.date(), self.language));
        let arguments = [
            ("count", Argument::from(messages.len())),
            ("first", Argument::from(first.index)),
            ("last", Argument::from(last.index)),
        ];
        let mut summary = self.words.format("explained-folded", &arguments);
        if let (Some(from), Some(to)) = (day(first), day(last)) {
            let _ = if from == to { write!(summary, " · {from}") } else { write!(summary, " · {from} – {to}") };
        }
        let _ = write!(out, "<li class=\"far\"><details><summary>{}</summary>", escaped(&summary));
        for message in messages {
            let _ = write!(out, "<p id=\"m{}\">{} ", message.index, message.index);
            if let Some(time) = &message.time {
                out.push_str(&format::date_time(time.civil, time.precision, self.language));
            }
            let _ = write!(out, " <b><bdi>{}</bdi></b> <bdi>", safe(self.sender(message)));
            let written = message.words();
            if written.is_empty() {
                out.push_str(&safe(&self.stand_in(message)));
            } else {
                out.push_str(&safe(written));
            }
            out.push_str("</bdi></p>");
        }
        out.push_str("</details></li>\n");
    }

    fn sender<'m>(&'m self, message: &Message) -> &'m str {
        self.conversation.sender_name(message).unwrap_or_default()
    }

    fn stand_in(&self, message: &Message) -> String {
        let mut lines: Vec<String> = Vec::new();
        if message.attachments.is_empty() || message.call.is_some() {
            lines.push(stand_in(self.words, message));
        }
        lines.extend(message.attachments.iter().map(|file| attachment(self.words, file)));
        lines.retain(|line| !line.is_empty());
        lines.join(" · ")
    }

    fn message(&self, out: &mut String, message: &Message) {
        let by_suspect = message.sender.is_some() && message.sender == self.suspect;
        let (class, side) = match message.sender {
            None => ("app", "explained-side-app"),
            Some(_) if by_suspect => ("other", "explained-side-other"),
            Some(_) if self.suspect.is_some() && self.conversation.participants.len() == 2 => {
                ("person", "explained-side-person")
            }
            Some(_) => ("person", ""),
        };
        let _ = write!(
            out,
            "<li class=\"{class}\" id=\"m{0}\"><div class=\"said\"><p class=\"who\"><b>{0}</b> ",
            message.index
        );
        if let Some(time) = &message.time {
            let _ = write!(
                out,
                "<time datetime=\"{}\">{}</time> ",
                time.civil.strftime("%Y-%m-%dT%H:%M"),
                format::date_time(time.civil, time.precision, self.language)
            );
        }
        if !self.sender(message).is_empty() {
            let _ = write!(out, "<b><bdi>{}</bdi></b> ", safe(self.sender(message)));
        }
        if !side.is_empty() {
            let _ = write!(out, "<span class=\"side\">{}</span>", self.text(side));
        }
        out.push_str("</p>");
        let notes = self.notes.at(message.index);
        let hurts = notes.iter().any(|note| note.hurts);
        if hurts {
            let _ = write!(out, "<details class=\"hurts\"><summary>{}</summary>", self.text("explained-hurts"));
        }
        if !message.words().is_empty() {
            let _ = write!(out, "<blockquote dir=\"auto\">{}</blockquote>", marked(message.words(), notes));
        }
        if hurts {
            out.push_str("</details>");
        }
        let beside = if message.words().is_empty() || !message.attachments.is_empty() {
            self.stand_in(message)
        } else {
            String::new()
        };
        if !beside.is_empty() {
            let _ = write!(out, "<p class=\"media\"><bdi>{}</bdi></p>", safe(&beside));
        }
        out.push_str("</div>");
        if !notes.is_empty() {
            out.push_str("<ul class=\"margin\">");
            for note in notes {
                let sort = note.sort.id();
                let _ = write!(
                    out,
                    "<li class=\"note {sort}\"><b>{}</b> {}",
                    self.text(&format!("explained-sort-{sort}")),
                    escaped(&note.name)
                );
                if !note.why.is_empty() {
                    let _ = write!(out, "<span class=\"why\">{}</span>", escaped(&note.why));
                }
                out.push_str("</li>");
            }
            let left_out = self.notes.left_out(message.index);
            if left_out > 0 {
                let more = self.words.format("explained-more-notes", &[("count", Argument::from(left_out))]);
                let _ = write!(out, "<li class=\"note\">{}</li>", escaped(&more));
            }
            out.push_str("</ul>");
        }
        out.push_str("</li>\n");
    }

    fn foot(&self, out: &mut String) {
        let arguments = [
            ("version", Argument::Text(self.assessment.engine.version.clone())),
            ("rules", Argument::Text(self.assessment.engine.rules_sha256.get(..16).unwrap_or_default().to_owned())),
        ];
        let _ = write!(
            out,
            "</main>\n<footer>\n<p>{}</p>\n<p class=\"quiet\">{}</p>\n</footer>\n</body>\n</html>\n",
            self.text("explained-no-verdict"),
            escaped(&self.words.format("explained-engine", &arguments))
        );
    }
}

/// The words with the parts that carry a finding marked.
fn marked(words: &str, notes: &[Note]) -> String {
    let mut spans: BTreeMap<usize, usize> = BTreeMap::new();
    for (start, end) in notes.iter().flat_map(|note| &note.spans) {
        let (start, end) = (*start as usize, *end as usize);
        if start < end && words.get(start..end).is_some() {
            let known = spans.entry(start).or_insert(end);
            *known = end.max(*known);
        }
    }
    let mut out = String::with_capacity(words.len() + 64);
    let mut done = 0;
    for (start, end) in spans {
        let start = start.max(done);
        if end <= start {
            continue;
        }
        out.push_str(&safe(words.get(done..start).unwrap_or_default()));
        let _ = write!(out, "<mark>{}</mark>", safe(words.get(start..end).unwrap_or_default()));
        done = end;
    }
    out.push_str(&safe(words.get(done..).unwrap_or_default()));
    out
}

/// Somebody else's words: escaped, and signs that turn the direction of a page or cannot be seen named by their code.
fn safe(text: &str) -> String {
    let is_unseen = |sign: char| {
        (sign.is_control() && sign != '\n')
            || matches!(sign, '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    if !text.chars().any(is_unseen) {
        return escaped(text);
    }
    let mut shown = String::with_capacity(text.len());
    for sign in text.chars() {
        if is_unseen(sign) {
            let _ = write!(shown, "[U+{:04X}]", u32::from(sign));
        } else {
            shown.push(sign);
        }
    }
    escaped(&shown)
}

#[cfg(test)]
mod tests;

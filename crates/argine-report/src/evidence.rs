//! The index of the evidence and what could not be read, as data for the template.

use argine_knowledge::Argument;
use argine_model::{Custodian, Exhibit, MediaClass, OriginalHandling, SourceState};
use serde_json::{Value, json};

use crate::dossier::Writer;
use crate::text::{Measure, Piece};

/// Exhibits and members printed; the rest is counted and stands in the full transcript.
const EXHIBITS: usize = 30;
const MEMBERS: usize = 6;
const MEMBERS_IN_ALL: usize = 40;
const UNREAD: usize = 40;

pub(crate) fn class_id(class: MediaClass) -> &'static str {
    match class {
        MediaClass::Text => "report-class-text",
        MediaClass::Image => "report-class-image",
        MediaClass::Video => "report-class-video",
        MediaClass::Audio => "report-class-audio",
        MediaClass::Document => "report-class-document",
        MediaClass::Archive => "report-class-archive",
        MediaClass::Unknown => "report-class-unknown",
    }
}

pub(crate) const fn custodian_id(custodian: Custodian) -> &'static str {
    match custodian {
        Custodian::AffectedPerson => "affected_person",
        Custodian::Guardian => "guardian",
        Custodian::Representative => "representative",
    }
}

impl Writer<'_> {
    pub(crate) fn exhibits(&self) -> Vec<Value> {
        let mut room = MEMBERS_IN_ALL;
        (self.case.exhibits.iter().take(EXHIBITS)).map(|exhibit| self.exhibit(exhibit, &mut room)).collect()
    }

    /// The sentence about exhibits that are not printed.
    pub(crate) fn exhibits_more(&self) -> Option<String> {
        let more = self.case.exhibits.len().saturating_sub(EXHIBITS);
        (more > 0).then(|| self.count("report-evidence-more", more))
    }

    /// How it was acquired and where the original is, in one sentence.
    pub(crate) fn how(&self, exhibit: &Exhibit) -> String {
        use argine_model::AcquisitionLevel::{AppExport, Backup, Screenshot, Unknown};
        let acquired = self.words.text(match exhibit.acquisition {
            Screenshot => "report-acquired-screenshot",
            AppExport => "report-acquired-app_export",
            Backup => "report-acquired-backup",
            Unknown => "report-acquired-unknown",
        });
        let holder = self.words.text(&format!("report-holder-{}", custodian_id(exhibit.custodian)));
        let holds_text = exhibit.members.iter().any(|member| member.class == MediaClass::Text);
        let handling = self.words.text(match exhibit.handling {
            OriginalHandling::Copied => "report-handling-copied",
            OriginalHandling::HashOnly if holds_text => "report-handling-text-only",
            OriginalHandling::HashOnly => "report-handling-hash_only",
        });
        format!("{acquired}; {holder}; {handling}.")
    }

    fn exhibit(&self, exhibit: &Exhibit, room: &mut usize) -> Value {
        let files = exhibit.members.len();
        let listed: Vec<_> = exhibit
            .members
            .iter()
            .take(MEMBERS.min(*room))
            .map(|member| {
                json!({
                    "name": self.print(&member.path.join(" / "), Measure::NAME),
                    "class": self.words.text(class_id(member.class)),
                    "size": member.size,
                    "sha256": member.sha256,
                })
            })
            .collect();
        *room -= listed.len();
        let more = files - listed.len();
        json!({
            "id": exhibit.id.to_string(),
            "name": self.print(&exhibit.name, Measure::NAME),
            "sha256": exhibit.sha256,
            "size": exhibit.size,
            "how": self.how(exhibit),
            "members": (files > 0).then(|| self.count("report-members", files)),
            "listed": listed,
            "members-more": (more > 0).then(|| self.count("report-members-more", more)),
        })
    }

    /// What was not read: findings of the reading, bytes lost, media listed and not read.
    pub(crate) fn unread(&self) -> Vec<Vec<Piece>> {
        let reading = &self.case.reading;
        let mut items: Vec<String> = reading.findings.iter().map(|finding| self.finding(finding)).collect();
        for source in &reading.sources {
            let SourceState::Read { gaps, .. } = &source.state else { continue };
            let lost: Vec<_> = gaps.iter().filter(|gap| gap.reason.is_loss()).collect();
            let Some(first) = lost.first() else { continue };
            let bytes: u64 = lost.iter().map(|gap| gap.span.len()).sum();
            let mut item = self.words.format(
                "report-annex-b-loss",
                &[
                    ("path", Argument::Text(source.path.join(" / "))),
                    ("bytes", Argument::Text(bytes.to_string())),
                    ("count", Argument::Number(i64::try_from(lost.len()).unwrap_or(i64::MAX))),
                ],
            );
            if let Some(line) = first.line {
                let line = self.words.format("report-annex-b-line", &[("line", Argument::Text(line.to_string()))]);
                item = format!("{item} ({line})");
            }
            items.push(item);
        }
        let listed = reading.sources.iter().filter(|source| matches!(source.state, SourceState::Listed)).count();
        if listed > 0 {
            items.push(self.count("report-annex-b-listed", listed));
        }
        let more = items.len().saturating_sub(UNREAD);
        items.truncate(UNREAD);
        if more > 0 {
            items.push(self.count("report-annex-b-more", more));
        }
        items.iter().map(|item| self.print(item, Measure::quotation(400))).collect()
    }

    /// A finding in the words of a paper: what, where, how many; advice to the person is on other pages.
    fn finding(&self, finding: &argine_model::Finding) -> String {
        let source = finding.source.and_then(|index| self.case.reading.sources.get(index.0 as usize));
        let file = source.map_or_else(|| "—".to_owned(), |source| source.path.join(" / "));
        let arguments = [
            ("file", Argument::Text(file)),
            ("count", Argument::Number(finding.count.into())),
            ("detail", Argument::Text(finding.detail.clone())),
        ];
        let id = format!("report-finding-{}", finding.code.id().replace('_', "-"));
        let text = self.words.format(&id, &arguments);
        match finding.line {
            Some(line) => {
                let line = self.words.format("report-annex-b-line", &[("line", Argument::Text(line.to_string()))]);
                format!("{text} ({line})")
            }
            None => text,
        }
    }
}

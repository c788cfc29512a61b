//! What the page gets, as JSON. Names are the model's own.

use std::collections::BTreeMap;

use argine_knowledge::{Argument, Catalogue, Knowledge, Record as _};
use argine_model::{
    AgeClass, AttachmentStatus, Conversation, ConversationKind, Custodian, Exhibit, Finding, Localised, MediaClass,
    Message, MessageKind, Plan, Platform, Reading, SourceDocument, Verified,
};
use argine_plan::{PlanProgress, WarnDecision, next_steps};
use argine_recognise::Recognition;
use argine_respond::CaseFile;
use jiff::{Zoned, civil};
use serde::Serialize;

use crate::evidence::cited;

/// A case without its messages: a chat may have a hundred thousand of them.
#[derive(Debug, Serialize)]
pub(crate) struct CaseView<'a> {
    opened: &'a Zoned,
    age: AgeClass,
    country: &'a str,
    custodian: Custodian,
    exhibits: &'a [Exhibit],
    sources: &'a [SourceDocument],
    findings: Vec<FindingView<'a>>,
    has_unread_input: bool,
    conversations: Vec<ConversationView<'a>>,
    recognitions: &'a [Recognition],
    main: Option<usize>,
    plan: PlanView<'a>,
    /// What usually comes next in the main conversation, where the packs say it.
    outlook: Option<OutlookView<'a>>,
    /// Every message that a claim cites, by [`MessageView::id`].
    quotes: BTreeMap<String, MessageView<'a>>,
}

impl<'a> CaseView<'a> {
    pub(crate) fn of(case: &'a CaseFile, plan: PlanView<'a>, knowledge: &'a Knowledge, catalogue: Catalogue) -> Self {
        let reading = &case.reading;
        let mut quotes = BTreeMap::new();
        for (place, (conversation, recognition)) in reading.conversations.iter().zip(&case.recognitions).enumerate() {
            let plan = (case.main == Some(place)).then_some(plan.plan.as_ref());
            for index in cited(recognition, plan) {
                if let Some(message) = conversation.messages.get(index as usize) {
                    let view = MessageView::of(place, conversation, message);
                    quotes.insert(view.id.clone(), view);
                }
            }
        }
        Self {
            opened: &case.opened,
            age: case.age,
            country: &case.country,
            custodian: case.custodian,
            exhibits: &case.exhibits,
            sources: &reading.sources,
            findings: reading.findings.iter().map(|finding| FindingView::of(finding, reading, catalogue)).collect(),
            has_unread_input: case.has_unread_input(),
            conversations: reading.conversations.iter().map(ConversationView::of).collect(),
            recognitions: &case.recognitions,
            main: case.main,
            plan,
            outlook: OutlookView::of(case, knowledge),
            quotes,
        }
    }
}

/// What usually comes next, as the packs tell it.
#[derive(Debug, Serialize)]
struct OutlookView<'a> {
    title: &'a Localised,
    text: &'a Localised,
    verified: Verified,
}

impl<'a> OutlookView<'a> {
    fn of(case: &CaseFile, knowledge: &'a Knowledge) -> Option<Self> {
        let found = &case.recognitions.get(case.main?)?.assessment;
        let record = knowledge.outlook(found.kind.label, found.current_stage)?;
        Some(Self { title: record.title(), text: record.text(), verified: record.verified(case.opened.date()) })
    }
}

/// What a person must know about the reading, with its sentence.
#[derive(Debug, Serialize)]
pub(crate) struct FindingView<'a> {
    #[serde(flatten)]
    finding: &'a Finding,
    unread: bool,
    text: String,
}

impl<'a> FindingView<'a> {
    fn of(finding: &'a Finding, reading: &Reading, catalogue: Catalogue) -> Self {
        let source = finding.source.and_then(|index| reading.sources.get(index.0 as usize));
        let file = source.map(|source| source.path.join(" › ")).unwrap_or_default();
        let text = catalogue.format(
            &format!("finding-{}", finding.code.id().replace('_', "-")),
            &[
                ("file", Argument::Text(file)),
                ("line", Argument::Number(finding.line.unwrap_or_default().into())),
                ("count", Argument::Number(finding.count.into())),
                ("detail", Argument::Text(finding.detail.clone())),
            ],
        );
        Self { finding, unread: finding.code.is_unread(), text }
    }
}

#[derive(Debug, Serialize)]
struct ConversationView<'a> {
    id: &'a str,
    title: Option<&'a str>,
    platform: Platform,
    kind: ConversationKind,
    participants: Vec<&'a str>,
    /// Place of the person among the participants.
    owner: Option<u32>,
    messages: usize,
}

impl<'a> ConversationView<'a> {
    fn of(conversation: &'a Conversation) -> Self {
        Self {
            id: &conversation.id,
            title: conversation.title.as_deref(),
            platform: conversation.platform,
            kind: conversation.kind,
            participants: conversation.participants.iter().map(|participant| participant.name.as_str()).collect(),
            owner: conversation.owner.as_ref().map(|owner| owner.participant.0),
            messages: conversation.messages.len(),
        }
    }
}

/// One entry of a conversation.
#[derive(Debug, Serialize)]
pub(crate) struct MessageView<'a> {
    /// `0/14`: conversation and place.
    pub(crate) id: String,
    conversation: usize,
    place: u32,
    sender: Option<&'a str>,
    /// Whether the person wrote it.
    own: bool,
    /// On the clock on the wall, where the source has a time.
    time: Option<civil::DateTime>,
    /// For words what spans of evidence count bytes of; else what the app left.
    text: &'a str,
    kind: MessageKind,
    flags: Vec<&'static str>,
    attachments: Vec<AttachmentView<'a>>,
}

#[derive(Debug, Serialize)]
struct AttachmentView<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    class: MediaClass,
    status: AttachmentStatus,
}

impl<'a> MessageView<'a> {
    pub(crate) fn of(place: usize, conversation: &'a Conversation, message: &'a Message) -> Self {
        let owner = conversation.owner.as_ref().map(|owner| owner.participant);
        let words = message.words();
        let marks = &message.flags;
        let flags = [
            (marks.edited, "edited"),
            (marks.forwarded, "forwarded"),
            (marks.screenshot_notice, "screenshot_notice"),
            (marks.embedded_header, "embedded_header"),
            (marks.group_created, "group_created"),
            (marks.contact_blocked, "contact_blocked"),
            (marks.timer_changed, "timer_changed"),
            (marks.number_changed, "number_changed"),
        ];
        Self {
            id: format!("{place}/{}", message.index),
            conversation: place,
            place: message.index,
            sender: conversation.sender_name(message),
            own: message.sender.is_some() && message.sender == owner,
            time: message.time.map(|time| time.civil),
            text: if words.is_empty() { &message.text } else { words },
            kind: message.kind,
            flags: flags.into_iter().filter(|(set, _)| *set).map(|(_, name)| name).collect(),
            attachments: (message.attachments.iter())
                .map(|attachment| AttachmentView {
                    name: attachment.name.as_deref(),
                    class: attachment.class,
                    status: attachment.status,
                })
                .collect(),
        }
    }
}

/// A plan with what was done of it.
#[derive(Debug, Serialize)]
pub(crate) struct PlanView<'a> {
    pub(crate) plan: std::borrow::Cow<'a, Plan>,
    /// Records of the steps to show now.
    next: Vec<String>,
    progress: PlanProgress,
    /// Whether to tell contacts beforehand; without a list of them.
    warn: WarnDecision,
}

impl<'a> PlanView<'a> {
    pub(crate) fn of(plan: std::borrow::Cow<'a, Plan>, progress: PlanProgress, warn: WarnDecision) -> Self {
        let next = next_steps(&plan, &progress).into_iter().map(|step| step.verified.record.clone()).collect();
        Self { plan, next, progress, warn }
    }
}

//! The vocabulary of Argine.
//!
//! What every room says to the next one: [`Exhibit`]s as handed over, [`Conversation`]s read from them,
//! [`Indicator`]s found in them, the [`Assessment`] of what is happening and the [`Plan`] of what to do.
//!
//! This crate holds types and their invariants, nothing else. It does not read formats, does not judge,
//! does not know about files, clocks or the network, and holds no bytes of media: content is named by its
//! [`Sha256`]. Words are the field's own; `DESIGN` and `ARCHITECTURE.md` explain them.

mod assessment;
mod conversation;
mod digest;
mod exhibit;
mod indicator;
mod language;
mod plan;
mod reading;
mod span;

pub use assessment::{
    ASSESSMENT_SCHEMA, Action, ActionAdvice, Alert, Assessment, Deadline, Engine, Evidence, FlagFinding, Flags,
    IndicatorEntry, Kind, KindFinding, LanguageShare, MoneyMention, Proof, ProofFinding, Publication, PublicationFlag,
    Roles, Stage, StageFinding, Tactic, TacticFinding, Urgency, UrgencyFinding,
};
pub use conversation::{
    Attachment, AttachmentStatus, Call, CallOutcome, Conversation, ConversationKind, ConversationTime, Entity, Message,
    MessageDetails, MessageFlags, MessageKind, OtherReading, OwnerGuess, Participant, ParticipantIndex, PixelArea,
    Platform, Reaction, ReadWord, TimeBasis, TimeInterval, TimePrecision,
};
pub use digest::{ParseSha256Error, Sha256};
pub use exhibit::{AcquisitionLevel, AgeClass, Custodian, Exhibit, ExhibitId, MediaClass, Member, OriginalHandling};
pub use indicator::{Grade, Indicator, IndicatorKind, Listing, Mention, Role, Validity};
pub use language::{Language, Localised};
pub use plan::{
    Because, Clock, ClockState, Helpline, NeverRule, Offence, Opening, Plan, PlanBasis, PlanDates, PlanFact, PlanPath,
    Route, Source, Step, StepState, SubStep, Tier, Verified,
};
pub use reading::{
    Contact, DateOrder, DateOrderFinding, Finding, FindingCode, Gap, GapReason, Login, Reading, Relation,
    SourceDocument, SourceState,
};
pub use span::{ByteSpan, Location, SourceIndex};

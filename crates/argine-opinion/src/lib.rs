//! A second opinion: what a language model on this machine makes of a conversation.
//!
//! Off unless a person asks for it. [`Endpoint`] accepts this machine only; [`Prompt`] numbers and fences the messages;
//! [`ask`] sends one request; [`Opinion`] is what survives the checks: claims of the vocabulary, each with messages that
//! exist. No word that the model wrote is kept: a conversation is hostile input, and a model can be talked into
//! anything, so sentences come from the catalogue and claims without proof are dropped and counted.
//!
//! It does **not** change an assessment: it removes no finding and can only raise urgency ([`Opinion::urgency_with`]). It
//! follows no redirection, asks no proxy, looks up no name, sends no media and knows no other address.

mod answer;
mod client;
mod endpoint;
mod prompt;

pub use answer::{Claim, Dropped, OPINION_SCHEMA, Opinion, OpinionFinding, answer_schema};
pub use client::{LARGEST_ANSWER, OpinionError, PATIENCE, ask};
pub use endpoint::{Endpoint, EndpointRefused};
pub use prompt::{Prompt, prompt};

//! First contact: is this profile real? What the person tells of it, and its first messages as they were copied or typed.

use argine_chat::Handed;
use argine_recognise::{Profile, Screener};
use argine_respond::first_contact;

use crate::request::{Said, json};
use crate::session::to_json;
use crate::{Refusal, Session};

impl Session {
    /// Weighs a profile (`argine.profile/1`) and its first messages: `argine.screening/1`. `messages` is text: the beginning
    /// of a chat as an app copies it, lines that say who wrote (`lei: …`), or what the other person wrote alone. It
    /// touches no open case.
    ///
    /// # Errors
    /// When the profile or the circumstances are not understood, or the text is too long.
    pub fn screen(&self, profile: &str, messages: &str, circumstances: &str) -> Result<String, Refusal> {
        let told: Profile = json(profile)?;
        let circumstances = json::<Said>(circumstances)?.circumstances(self.catalogue())?;
        let screener = Screener::embedded().map_err(Refusal::defect)?;
        let profile = if messages.trim().is_empty() {
            told
        } else {
            let copied = Handed { name: "", bytes: messages.as_bytes() };
            told.joined(first_contact(copied, &circumstances, &screener).map_err(Refusal::request)?)
        };
        to_json(&screener.screen(self.recogniser(), &profile))
    }
}

//! Labels: the names of everything that rules can say.
//!
//! `stage.…`, `tactic.…` and `proof.…` are the vocabulary of the format; `flag.…` and `publication.…` its flags;
//! `sign.…` and `counter.…` are the rules' own, and only weigh.

use std::collections::BTreeMap;

use argine_model::{Proof, Publication, Stage, Tactic};

/// A name, as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Label(pub(crate) u16);

/// Every name in use.
#[derive(Debug, Default)]
pub(crate) struct Labels {
    names: Vec<String>,
    places: BTreeMap<String, Label>,
}

impl Labels {
    /// The number of a name, new where it was not yet in use.
    ///
    /// # Errors
    /// When a name claims to be of the vocabulary and is not.
    pub(crate) fn intern(&mut self, name: &str) -> Result<Label, String> {
        if let Some(label) = self.places.get(name) {
            return Ok(*label);
        }
        let known = match name.split_once('.') {
            Some(("stage", id)) => Stage::from_id(id).is_some(),
            Some(("tactic", id)) => Tactic::from_id(id).is_some(),
            Some(("proof", id)) => Proof::from_id(id).is_some(),
            Some(("publication", id)) => Publication::from_id(id).is_some(),
            Some(("flag", id)) => matches!(id, "minor_victim" | "self_harm" | "physical_danger"),
            Some(("sign" | "counter" | "meta", id)) => !id.is_empty(),
            _ => false,
        };
        if !known {
            return Err(format!("{name} is not a label"));
        }
        let label = Label(u16::try_from(self.names.len()).map_err(|_| "too many labels".to_owned())?);
        self.names.push(name.to_owned());
        self.places.insert(name.to_owned(), label);
        Ok(label)
    }

    /// The number of a name in use.
    pub(crate) fn find(&self, name: &str) -> Option<Label> {
        self.places.get(name).copied()
    }

    /// The name of a number.
    pub(crate) fn name(&self, label: Label) -> &str {
        self.names.get(usize::from(label.0)).map_or("", String::as_str)
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }
}

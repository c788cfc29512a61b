use std::collections::BTreeMap;

use argine_model::{Participant, ParticipantIndex};

/// Who takes part, in order of appearance.
#[derive(Default)]
pub(super) struct People {
    pub(super) participants: Vec<Participant>,
    /// Places by id, or by name where old exports have no ids.
    places: BTreeMap<String, usize>,
    /// The two who wrote last: in most chats there are no others.
    recent: [usize; 2],
}

impl People {
    /// The participant by id, or by name where there is no id.
    pub(super) fn of(&mut self, name: Option<&str>, id: Option<&str>) -> Option<ParticipantIndex> {
        let key = id.or(name)?;
        let is_known = |place: &usize| {
            self.participants.get(*place).is_some_and(|person| match &person.native_id {
                Some(own) => id == Some(own.as_str()),
                None => id.is_none() && person.name == key,
            })
        };
        let place = if let Some(place) = self.recent.iter().copied().find(is_known) {
            place
        } else {
            let place = self.places.get(key).copied().unwrap_or_else(|| {
                self.places.insert(key.to_owned(), self.participants.len());
                self.participants
                    .push(Participant { name: name.unwrap_or(key).to_owned(), native_id: id.map(ToOwned::to_owned) });
                self.participants.len() - 1
            });
            self.recent = [place, self.recent[0]];
            place
        };
        // The name of a deleted account is null in some messages and still there in others.
        if let (Some(name), Some(person)) = (name, self.participants.get_mut(place))
            && person.native_id.as_deref() == Some(person.name.as_str())
            && person.name != name
        {
            name.clone_into(&mut person.name);
        }
        u32::try_from(place).ok().map(ParticipantIndex)
    }
}

//! Dutch: what the app writes by itself.

use argine_model::MediaClass::{Audio, Document, Image, Unknown, Video};

use super::Effect::{ContactBlocked, Group, GroupCreated, NamesOther, None as Nothing};
use super::Meaning::{Call, Deleted, DeletedByYou, Missed, Omitted, OmittedContact, Unsupported};
use super::Words;

pub(super) static DUTCH: Words = Words {
    day_first: true,
    bodies: &[
        ("<media weggelaten>", Omitted(Unknown)),
        ("afbeelding weggelaten", Omitted(Image)),
        ("video weggelaten", Omitted(Video)),
        ("audio weggelaten", Omitted(Audio)),
        ("sticker weggelaten", Omitted(Image)),
        ("gif weggelaten", Omitted(Image)),
        ("document weggelaten", Omitted(Document)),
        ("contactkaart weggelaten", OmittedContact),
        ("dit bericht is verwijderd", Deleted),
        ("je hebt dit bericht verwijderd", DeletedByYou),
        ("u hebt dit bericht verwijderd", DeletedByYou),
        ("gemiste spraakoproep", Missed { video: false }),
        ("gemiste oproep", Missed { video: false }),
        ("gemiste video-oproep", Missed { video: true }),
        ("spraakoproep", Call { video: false }),
        ("video-oproep", Call { video: true }),
        ("wachten op dit bericht. dit kan even duren", Unsupported),
    ],
    starts: &[
        ("berichten en oproepen zijn end-to-end", Nothing),
        ("berichten en gesprekken zijn end-to-end", Nothing),
        ("je beveiligingscode voor ", NamesOther),
        ("je beveiligingscode met ", NamesOther),
        ("je hebt dit contact geblokkeerd", ContactBlocked),
        ("je hebt deze contactpersoon geblokkeerd", ContactBlocked),
        ("je hebt de groep", GroupCreated),
        ("je hebt dit contact gedeblokkeerd", Nothing),
    ],
    inside: &[
        (" heeft de groep", GroupCreated),
        (" heeft je toegevoegd", Group),
        (" toegevoegd", Group),
        (" heeft de groep verlaten", Group),
        (" is van telefoonnummer veranderd", NamesOther),
    ],
    edited: &["<dit bericht is bewerkt>"],
    attached: &["(bestand bijgevoegd)"],
    attached_tag: &["bijgevoegd"],
    unanswered: &["geen antwoord", "onbeantwoord"],
    declined: &["geweigerd", "bezet"],
    poll: &["peiling", "poll"],
    place: &["locatie"],
};

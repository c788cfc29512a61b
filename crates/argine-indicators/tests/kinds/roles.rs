//! Whose a trace is, and why.

use argine_indicators::{Part, scan};
use argine_model::{Conversation, ConversationKind, ParticipantIndex};

use crate::{OTHER, OWNER, conversation, table};

/// Who speaks, then the role of each trace, its reason and its part, of a line "owner: …" or "other: …".
fn roles(line: &str) -> Vec<String> {
    let (who, text) = line.split_once(": ").unwrap();
    let speaker = if who == "owner" { OWNER } else { OTHER };
    let traces = scan(&conversation(&[(speaker, text)]), Some(OWNER), Some(OTHER));
    traces
        .indicators
        .iter()
        .map(|found| format!("{:?} {} {:?}", found.role, found.role_basis, Part::of(found)))
        .collect()
}

#[test]
fn who_wrote_it_and_what_the_words_say() {
    table(
        roles,
        &[
            ("other: scrivimi a luna@gmail.com", "Perpetrator written_by_perpetrator Perpetrator"),
            ("other: il mio numero è +39 347 1234567", "Perpetrator offered_as_own Perpetrator"),
            ("other: my telegram is @luna_rossi99", "Perpetrator offered_as_own Perpetrator"),
            ("other: mon numéro c'est +33 6 12 34 56 78", "Perpetrator offered_as_own Perpetrator"),
            ("other: mi numero es +34 612 34 56 78", "Perpetrator offered_as_own Perpetrator"),
            ("other: manda i soldi a IT33I0760103200001234567890", "Perpetrator payment_destination Conduit"),
            ("other: send the money to GB29NWBK60161331926819", "Perpetrator payment_destination Conduit"),
            (
                "other: paga qui paypal.me/lunaprova",
                "Perpetrator payment_destination Conduit | Perpetrator payment_destination Perpetrator",
            ),
            ("other: envoie sur FR1420041010050500013M02606", "Perpetrator payment_destination Conduit"),
            ("other: send it to 1PMTSz6vxw4omE6o2gnfJ5E7Ja1fmWSKSz", "Perpetrator payment_destination Perpetrator"),
            ("other: ricarica la postepay 4023 6012 3456 7899", "Perpetrator payment_destination Conduit"),
            ("other: IT33I0760103200001234567890", "Perpetrator written_by_perpetrator Conduit"),
            ("other: ho il tuo numero +39 347 1234567", "Victim said_to_be_yours AffectedPerson"),
            ("other: so che la tua mail è luna@gmail.com", "Victim said_to_be_yours AffectedPerson"),
            ("other: is this your instagram @luna_rossi99", "Victim said_to_be_yours AffectedPerson"),
            ("other: i will send it to your mother luna@gmail.com", "Victim said_to_be_yours AffectedPerson"),
            ("other: c'est ton numéro +33 6 12 34 56 78", "Victim said_to_be_yours AffectedPerson"),
            ("owner: la mia mail è luna@gmail.com", "Victim written_by_owner AffectedPerson"),
            ("owner: my iban is IT33I0760103200001234567890", "Victim written_by_owner AffectedPerson"),
            ("owner: +39 347 1234567", "Victim written_by_owner AffectedPerson"),
            ("owner: è questo il tuo iban? IT33I0760103200001234567890", "Perpetrator said_to_be_theirs Conduit"),
            ("owner: is your number +39 347 1234567", "Perpetrator said_to_be_theirs Perpetrator"),
            ("owner: ho fatto il bonifico su IT33I0760103200001234567890", "Perpetrator payment_destination Conduit"),
            ("owner: ho ricaricato la carta 4023 6012 3456 7899", "Perpetrator payment_destination Conduit"),
            (
                "owner: i sent the btc to 1PMTSz6vxw4omE6o2gnfJ5E7Ja1fmWSKSz",
                "Perpetrator payment_destination Perpetrator",
            ),
            ("owner: mando a IT33I0760103200001234567890?", "Perpetrator payment_destination Conduit"),
            ("owner: ho mandato il mio numero +39 347 1234567", "Victim written_by_owner AffectedPerson"),
            ("owner: ho chiamato il 02 2327 2327, tel 0223272327", "Neutral service_list Service"),
            ("other: https://help.instagram.com/123", "Neutral service_list Service"),
            ("owner: vado su https://stopncii.org", "Neutral service_list Service"),
        ],
    );
}

#[test]
fn where_nobody_knows_who_speaks_nobody_is_accused() {
    let role = |talk: &Conversation, owner: Option<ParticipantIndex>, suspect: Option<ParticipantIndex>| {
        scan(talk, owner, suspect).indicators.first().map(|found| found.role_basis.clone())
    };
    let mut talk = conversation(&[(OTHER, "scrivimi a luna@gmail.com")]);
    assert_eq!(role(&talk, None, None).as_deref(), Some("no_context"));
    assert_eq!(role(&talk, Some(OWNER), None).as_deref(), Some("written_by_perpetrator"));
    assert_eq!(role(&talk, None, Some(OTHER)).as_deref(), Some("written_by_perpetrator"));
    assert_eq!(role(&talk, Some(OTHER), None).as_deref(), Some("written_by_owner"));
    talk.kind = ConversationKind::Group;
    assert_eq!(role(&talk, Some(OWNER), None).as_deref(), Some("written_by_third_party"));
    assert_eq!(role(&talk, Some(OWNER), Some(ParticipantIndex(2))).as_deref(), Some("written_by_third_party"));
}

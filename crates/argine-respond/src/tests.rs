use super::*;

use argine_model::Member;

fn exhibit(name: &str, class: MediaClass, members: &[Member]) -> Exhibit {
    Exhibit {
        id: ExhibitId(1),
        name: name.to_owned(),
        sha256: Sha256::of(b""),
        size: 0,
        class,
        acquisition: AcquisitionLevel::Unknown,
        custodian: Custodian::AffectedPerson,
        handling: OriginalHandling::HashOnly,
        members: members.to_vec(),
    }
}

#[test]
fn media_are_copied_only_for_an_adult_who_asked() {
    let picture = |class| Member { path: vec!["a".to_owned()], size: 1, sha256: None, class };
    let check = |class, members: &[Member], age, consent, expected| {
        let handling = originals::handling(&exhibit("chat", class, members), age, consent);
        assert_eq!(handling, expected, "{class:?} {age:?} {consent:?}");
    };
    let words = [picture(MediaClass::Text)];
    let mixed = [picture(MediaClass::Text), picture(MediaClass::Image)];
    for age in [AgeClass::Adult, AgeClass::MinorPossible, AgeClass::Minor] {
        for consent in [MediaConsent::HashOnly, MediaConsent::Copy] {
            check(MediaClass::Text, &[], age, consent, OriginalHandling::Copied);
            check(MediaClass::Archive, &words, age, consent, OriginalHandling::Copied);
            let asked_by_an_adult = age == AgeClass::Adult && consent == MediaConsent::Copy;
            let media = if asked_by_an_adult { OriginalHandling::Copied } else { OriginalHandling::HashOnly };
            for class in [MediaClass::Image, MediaClass::Video, MediaClass::Document, MediaClass::Unknown] {
                check(class, &[], age, consent, media);
            }
            check(MediaClass::Archive, &mixed, age, consent, media);
            // A mail with a picture attached is text that carries media.
            check(MediaClass::Text, &mixed, age, consent, media);
            // An archive that could not be listed may hold anything.
            check(MediaClass::Archive, &[], age, consent, media);
        }
    }
}

#[test]
fn a_name_that_says_picture_is_believed() {
    let member = |name: &str| Member {
        path: vec!["messages/photos".to_owned(), name.to_owned()],
        size: 1,
        sha256: None,
        class: MediaClass::Text,
    };
    let check = |name, members: &[Member], class, expected| {
        let handling = originals::handling(&exhibit(name, class, members), AgeClass::MinorPossible, MediaConsent::Copy);
        assert_eq!(handling, expected, "{name}");
    };
    check("foto.JPG", &[], MediaClass::Text, OriginalHandling::HashOnly);
    check("chat.zip", &[member("1.jpg")], MediaClass::Archive, OriginalHandling::HashOnly);
    check("chat.zip", &[member("message_1.json")], MediaClass::Archive, OriginalHandling::Copied);
    check("chat.txt", &[], MediaClass::Text, OriginalHandling::Copied);
}

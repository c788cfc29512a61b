//! Other languages: the few words that stand in place of a message.

use argine_model::MediaClass::{Image, Unknown};

use super::Effect::None as Nothing;
use super::Meaning::{Deleted, DeletedByYou, Omitted};
use super::Words;

/// The few words of other languages that stand in place of a message.
pub(super) static OTHERS: Words = Words {
    day_first: true,
    bodies: &[
        // sv, da, nb, fi
        ("<media har utelämnats>", Omitted(Unknown)),
        ("<medier udeladt>", Omitted(Unknown)),
        ("<uten vedlegg>", Omitted(Unknown)),
        ("<media jätettiin pois>", Omitted(Unknown)),
        ("bild utelämnad", Omitted(Image)),
        ("kuva jätetty pois", Omitted(Image)),
        ("det här meddelandet raderades", Deleted),
        ("du raderade det här meddelandet", DeletedByYou),
        ("tämä viesti poistettiin", Deleted),
        ("poistit tämän viestin", DeletedByYou),
        // pl, ro, tr, ru, ar
        ("<pominięto multimedia>", Omitted(Unknown)),
        ("<fișierele media au fost omise>", Omitted(Unknown)),
        ("<medya dahil edilmedi>", Omitted(Unknown)),
        ("<без медиафайлов>", Omitted(Unknown)),
        ("<تم استبعاد الوسائط>", Omitted(Unknown)),
        ("<تم استثناء الوسائط>", Omitted(Unknown)),
        ("usunięto tę wiadomość", Deleted),
        ("acest mesaj a fost șters", Deleted),
        ("bu mesaj silindi", Deleted),
        ("данное сообщение удалено", Deleted),
        ("تم حذف هذه الرسالة", Deleted),
    ],
    starts: &[
        ("meddelanden och samtal är krypterade", Nothing),
        ("viestit ja puhelut ovat", Nothing),
        ("wiadomości i połączenia", Nothing),
        ("mesajele și apelurile sunt", Nothing),
        ("mesajlar ve aramalar uçtan uca", Nothing),
        ("сообщения и звонки защищены", Nothing),
        ("الرسائل والمكالمات مشفرة", Nothing),
        ("الرسائل والمكالمات مشفّرة", Nothing),
    ],
    inside: &[],
    edited: &[],
    attached: &[
        "(bifogad fil)",
        "(fil bifogad)",
        "(tiedosto liitetty)",
        "(plik dołączony)",
        "(fișier atașat)",
        "(dosya ekli)",
        "(файл добавлен)",
        "(الملف مرفق)",
    ],
    attached_tag: &["bifogad", "liite", "załącznik", "atașat", "eklenen", "прикреплено", "مرفق"],
    unanswered: &[],
    declined: &[],
    poll: &["omröstning", "ankieta", "sondaj", "anket"],
    place: &["plats", "sijainti", "lokalizacja"],
};

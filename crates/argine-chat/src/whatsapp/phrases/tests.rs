use std::collections::BTreeSet;

use argine_model::MessageKind;

use super::super::body::{PhraseBook, fold, seconds_said};
use super::Effect::{self, ContactBlocked, Group, GroupCreated, NumberChanged, TimerChanged};
use super::{LANGUAGES, Words};

#[test]
fn tables_are_folded_and_say_nothing_twice() {
    let lists: &[fn(&Words) -> &'static [&'static str]] = &[
        |words| words.edited,
        |words| words.attached,
        |words| words.attached_tag,
        |words| words.unanswered,
        |words| words.declined,
        |words| words.poll,
        |words| words.place,
        |words| words.view_once,
        |words| words.call_at,
        |words| words.titles,
        |words| words.titles_behind,
    ];
    for language in LANGUAGES {
        let bodies = language.bodies.iter().map(|(phrase, _)| *phrase);
        let lines = language.starts.iter().chain(language.inside).map(|(phrase, _)| *phrase);
        for phrase in bodies.chain(lines).chain(lists.iter().flat_map(|list| list(language).iter().copied())) {
            assert_eq!(fold(phrase), phrase, "phrases are kept folded");
        }
        for table in [language.starts, language.inside] {
            let mut seen = BTreeSet::new();
            for (phrase, _) in table {
                assert!(seen.insert(phrase), "{phrase:?} stands twice");
            }
        }
    }
}

#[test]
fn lines_of_the_app_in_every_language() {
    let cases: &[(&str, Effect)] = &[
        ("Hai bloccato questo contatto. Tocca per sbloccare.", ContactBlocked),
        ("Hai sbloccato questo contatto.", Effect::None),
        ("Il tuo codice di sicurezza con Lia è cambiato. Tocca per saperne di più.", NumberChanged),
        ("Lia ha cambiato numero di telefono. Tocca per inviare un messaggio.", NumberChanged),
        ("Lia ha disattivato i messaggi effimeri.", TimerChanged),
        ("Lia usa un timer predefinito per i messaggi effimeri nelle nuove chat.", TimerChanged),
        ("Lia ha creato il gruppo “Gita”", GroupCreated),
        ("Lia è uscita dal gruppo", Group),
        ("You blocked this contact. Tap to unblock.", ContactBlocked),
        ("You turned off disappearing messages.", TimerChanged),
        ("Your security code with Kim changed. Tap to learn more.", NumberChanged),
        ("Kim created group “Trip”", GroupCreated),
        ("Vous avez bloqué ce contact. Appuyez pour le débloquer.", ContactBlocked),
        ("Léo a activé les messages éphémères.", TimerChanged),
        ("Votre code de sécurité avec Léo a changé.", NumberChanged),
        ("Léo a créé le groupe « Vacances »", GroupCreated),
        ("Bloqueaste a este contacto. Toca para desbloquearlo.", ContactBlocked),
        ("Ana desactivó los mensajes temporales.", TimerChanged),
        ("Ana cambió su número de teléfono.", NumberChanged),
        ("Ana creó el grupo \"Viaje\"", GroupCreated),
        ("Du hast diesen Kontakt blockiert. Tippe zum Freigeben.", ContactBlocked),
        ("Uwe hat selbstlöschende Nachrichten aktiviert.", TimerChanged),
        ("Deine Sicherheitsnummer mit Uwe hat sich geändert.", NumberChanged),
        ("Uwe hat die Gruppe „Reise“ erstellt", GroupCreated),
        ("Você bloqueou este contato. Toque para desbloquear.", ContactBlocked),
        ("Rui desativou as mensagens temporárias.", TimerChanged),
        ("Rui mudou de número. Toque para enviar uma mensagem.", NumberChanged),
        ("Je hebt dit contact geblokkeerd. Tik om te deblokkeren.", ContactBlocked),
        ("Jan heeft zelfverwijderende berichten ingeschakeld.", TimerChanged),
        ("Je beveiligingscode met Jan is gewijzigd.", NumberChanged),
        ("Jan heeft de groep \"Reis\" gemaakt", GroupCreated),
        ("Jan heeft de groep verlaten", Group),
        ("Du blockerade den här kontakten. Tryck för att ta bort blockeringen.", ContactBlocked),
        ("Siv slog på försvinnande meddelanden.", TimerChanged),
        ("Din säkerhetskod med Siv har ändrats.", NumberChanged),
        ("Siv skapade gruppen ”Resa”", GroupCreated),
        ("Estit tämän yhteystiedon.", ContactBlocked),
        ("Aino otti käyttöön katoavat viestit.", TimerChanged),
        ("Aino vaihtoi puhelinnumeronsa.", NumberChanged),
        ("Aino loi ryhmän ”Matka”", GroupCreated),
        ("لقد حظرت جهة الاتصال هذه. انقر لإلغاء الحظر.", ContactBlocked),
        ("قام علي بتشغيل الرسائل ذاتية الاختفاء.", TimerChanged),
        ("تغيّر رمز الأمان الخاص بك مع علي.", NumberChanged),
        ("علي أنشأ المجموعة \"رحلة\"", GroupCreated),
        ("この連絡先をブロックしました。", ContactBlocked),
        ("健が消えるメッセージをオンにしました。", TimerChanged),
        ("健とのセキュリティコードが変更されました。", NumberChanged),
        ("健がグループ「旅行」を作成しました", GroupCreated),
        ("Вы заблокировали этот контакт.", ContactBlocked),
        ("Оля включила исчезающие сообщения.", TimerChanged),
        ("Оля создал(а) группу «Поездка»", GroupCreated),
        ("Bu kişiyi engellediniz.", ContactBlocked),
        ("Can telefon numarasını değiştirdi.", NumberChanged),
        ("Zablokowano ten kontakt.", ContactBlocked),
        ("Ewa zmieniła numer telefonu.", NumberChanged),
        ("Ai blocat acest contact.", ContactBlocked),
    ];
    for (line, effect) in cases {
        let found = PhraseBook::shared().app_line(line).map(|line| line.effect);
        assert_eq!(found, Some(*effect), "{line}");
    }
    for words in ["ciao", "domani alle 9 al solito posto", "ok, kiitos", "はい", "نعم"] {
        assert_eq!(PhraseBook::shared().app_line(words), None, "{words}");
    }
}

#[test]
fn bodies_of_every_language() {
    use MessageKind::{Call, Contact, Deleted, Location, Media, Poll, ViewOnce};
    let cases: &[(&str, MessageKind)] = &[
        ("<Media weggelaten>", Media),
        ("\u{200E}afbeelding weggelaten", Media),
        ("IMG-20240113-WA0002.jpg (bestand bijgevoegd)", Media),
        ("\u{200E}<bijgevoegd: 00000012-PHOTO-2024-01-13-15-05-06.jpg>", Media),
        ("Dit bericht is verwijderd.", Deleted),
        ("\u{200E}Gemiste video-oproep om 21:05", Call),
        ("\u{200E}Spraakoproep, 2 min.", Call),
        ("\u{200E}PEILING:\nEten?\n\u{200E}OPTIE: ja (1 stem)\n\u{200E}OPTIE: nee (0 stemmen)", Poll),
        ("\u{200E}Locatie: https://maps.google.com/?q=52.1,4.3", Location),
        ("<Media har utelämnats>", Media),
        ("\u{200E}bild utelämnad", Media),
        ("\u{200E}<bifogad: 00000012-VIDEO-2024-01-13-15-05-06.mp4>", Media),
        ("Det här meddelandet raderades.", Deleted),
        ("\u{200E}Missat röstsamtal kl. 21:05", Call),
        ("\u{200E}Videosamtal, 1 tim 5 min", Call),
        ("<Media jätettiin pois>", Media),
        ("\u{200E}kuva jätetty pois", Media),
        ("\u{200E}yhteystietokortti jätetty pois", Contact),
        ("Tämä viesti poistettiin.", Deleted),
        ("\u{200E}Vastaamaton videopuhelu klo 21.05", Call),
        ("<تم استبعاد الوسائط>", Media),
        ("IMG-20240113-WA0002.jpg (الملف مرفق)", Media),
        ("تم حذف هذه الرسالة", Deleted),
        ("مكالمة فيديو فائتة", Call),
        ("\u{200E}مكالمة صوتية، ٢ دقائق", Call),
        ("<メディアは含まれていません>", Media),
        ("\u{200E}画像は除外されました", Media),
        ("\u{200E}<添付: 00000012-PHOTO-2024-01-13-15-05-06.jpg>", Media),
        ("このメッセージは削除されました。", Deleted),
        ("\u{200E}ビデオ通話、6分", Call),
        ("\u{200E}<1回限り表示の写真>", ViewOnce),
        ("<Без медиафайлов>", Media),
        ("Данное сообщение удалено", Deleted),
        ("Пропущенный видеозвонок в 21:05", Call),
        ("<Medya dahil edilmedi>", Media),
        ("Bu mesaj silindi", Deleted),
        ("<pominięto multimedia>", Media),
        ("<Fișierele media au fost omise>", Media),
    ];
    for (body, kind) in cases {
        assert_eq!(PhraseBook::shared().body(body).kind, Some(*kind), "{body}");
    }
    let edited = [
        "ja <Dit bericht is bewerkt>",
        "ja <Detta meddelande redigerades>",
        "はい \u{200E}<このメッセージは編集されました>",
    ];
    for body in edited {
        assert!(PhraseBook::shared().body(body).edited, "{body}");
    }
}

#[test]
fn durations_in_sentences() {
    let cases: &[(&str, Option<u32>)] = &[
        ("I nuovi messaggi scompariranno da questa chat 24 ore dopo l'invio.", Some(86_400)),
        ("New messages will disappear from this chat 7 days after they're sent.", Some(604_800)),
        ("Les nouveaux messages disparaîtront 90 jours après leur envoi.", Some(7_776_000)),
        ("新しいメッセージは送信から24時間後に消えます。", Some(86_400)),
        ("ستختفي الرسائل الجديدة بعد ٧ أيام من إرسالها.", Some(604_800)),
        ("Uudet viestit katoavat 7 päivän kuluttua.", Some(604_800)),
        ("Hai disattivato i messaggi effimeri.", None),
        ("Il gruppo 3 ha 12 amici", None),
    ];
    for (line, seconds) in cases {
        assert_eq!(seconds_said(line), *seconds, "{line}");
    }
}

//! Lines that Meta's apps write where a message would stand, in the languages of the app that we know.

/// What the app says with such a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// Something was sent that is not in the words.
    Attachment,
    MissedCall,
    Call,
    Reaction,
    Unsent,
    GroupCreated,
    Screenshot,
    Timer,
    /// People who join, leave, are added, name the chat.
    Other,
}

/// Beginnings of lines, after the name of who did it where the line begins with a name. `…` stands for anything.
const LINES: &[(Line, &[&str])] = &[
    (
        Line::Attachment,
        &[
            "ha inviato un allegato",
            "ha condiviso ",
            "hai inviato un allegato",
            "ha inviato una foto",
            "ha inviato un video",
            "ha inviato un messaggio vocale",
            "ha inviato una GIF",
            "ha inviato un adesivo",
            "sent an attachment",
            "sent a photo",
            "sent a video",
            "sent a voice message",
            "sent a GIF",
            "sent a sticker",
            "sent a link",
            "shared a ",
            "You sent an attachment",
            "a envoyé une pièce jointe",
            "a envoyé une photo",
            "a envoyé une vidéo",
            "a partagé ",
            "envió un archivo adjunto",
            "ha enviado un archivo adjunto",
            "envió una foto",
            "envió un video",
            "hat einen Anhang gesendet",
            "hat ein Foto gesendet",
            "hat ein Video gesendet",
            "enviou um anexo",
            "enviou uma foto",
            "enviou um vídeo",
        ],
    ),
    (
        Line::MissedCall,
        &[
            "Hai perso una chiamata",
            "Hai perso una videochiamata",
            "Hai perso una videochat",
            "ha perso la tua chiamata",
            "ha perso una tua chiamata",
            "ha perso la tua videochat",
            "ha perso la tua videochiamata",
            "Chiamata persa",
            "Videochiamata persa",
            "Videochat persa",
            "You missed a call",
            "You missed a video c",
            "You missed an audio call",
            "You missed a voice call",
            "missed your call",
            "missed your video c",
            "missed your audio call",
            "Missed call",
            "Missed video c",
            "Missed audio call",
            "Missed voice call",
            "Vous avez manqué un appel",
            "Vous avez manqué une discussion vidéo",
            "a manqué votre appel",
            "Appel manqué",
            "Appel vidéo manqué",
            "Perdiste una llamada",
            "Perdiste una videollamada",
            "Tienes una llamada perdida",
            "Llamada perdida",
            "Videollamada perdida",
            "perdió tu llamada",
            "perdió tu videollamada",
            "Du hast einen Anruf",
            "Du hast einen Videoanruf",
            "Du hast einen Videochat",
            "hat deinen Anruf verpasst",
            "hat deinen Videochat verpasst",
            "Verpasster Anruf",
            "Verpasster Videoanruf",
            "Verpasster Videochat",
            "Você perdeu uma chamada",
            "Você perdeu uma ligação",
            "Não atendeste uma chamada",
            "perdeu sua chamada",
            "perdeu sua ligação",
            "Chamada perdida",
            "Chamada de vídeo perdida",
            "Ligação perdida",
        ],
    ),
    (
        Line::Call,
        &[
            "ti ha chiamato",
            "Hai chiamato ",
            "ha avviato una chiamata",
            "ha avviato una videochat",
            "ha avviato una videochiamata",
            "ha iniziato una videochat",
            "ha iniziato una chiamata",
            "Chiamata terminata",
            "Videochat terminata",
            "La videochat è terminata",
            "La videochiamata è terminata",
            "La chiamata è terminata",
            "called you",
            "You called ",
            "started a call",
            "started a video c",
            "started an audio call",
            "Video chat ended",
            "The video chat ended",
            "The video call ended",
            "Call ended",
            "The call ended",
            "Audio call ended",
            "vous a appelé",
            "Vous avez appelé ",
            "a démarré un appel",
            "a lancé un appel",
            "a démarré une discussion vidéo",
            "te llamó",
            "Llamaste a ",
            "inició una llamada",
            "inició una videollamada",
            "inició un videochat",
            "hat dich angerufen",
            "Du hast angerufen",
            "hat einen Videochat gestartet",
            "hat einen Anruf gestartet",
            "ligou para você",
            "Você ligou para ",
            "iniciou uma chamada",
            "iniciou um bate-papo por vídeo",
        ],
    ),
    (
        Line::Reaction,
        &[
            "Ha reagito con ",
            "Ha reagito ",
            "Ha messo Mi piace a un messaggio",
            "Ha messo \"Mi piace\" a un messaggio",
            "Ha messo mi piace a un messaggio",
            "Reacted ",
            "Liked a message",
            "A réagi ",
            "A aimé un message",
            "Reaccionó ",
            "Ha reaccionado ",
            "Le gustó un mensaje",
            "Indicó que le gusta un mensaje",
            "Hat mit …reagiert",
            "Hat eine Nachricht mit",
            "Gefällt eine Nachricht",
            "Reagiu ",
            "Curtiu uma mensagem",
        ],
    ),
    (
        Line::Unsent,
        &[
            "ha annullato l'invio di un messaggio",
            "ha annullato l\u{2019}invio di un messaggio",
            "Hai annullato l'invio di un messaggio",
            "ha rimosso un messaggio",
            "unsent a message",
            "You unsent a message",
            "removed a message",
            "a annulé l'envoi d'un message",
            "a annulé l\u{2019}envoi d\u{2019}un message",
            "a supprimé un message",
            "anuló el envío de un mensaje",
            "canceló el envío de un mensaje",
            "eliminó un mensaje",
            "hat eine Nachricht zurückgerufen",
            "hat eine Nachricht entfernt",
            "cancelou o envio de uma mensagem",
            "anulou o envio de uma mensagem",
        ],
    ),
    (
        Line::GroupCreated,
        &[
            "ha creato il gruppo",
            "ha creato questo gruppo",
            "Hai creato il gruppo",
            "created the group",
            "created this group",
            "created a group",
            "You created the group",
            "a créé le groupe",
            "creó el grupo",
            "hat die Gruppe erstellt",
            "criou o grupo",
        ],
    ),
    (
        Line::Screenshot,
        &[
            "ha fatto uno screenshot",
            "ha acquisito uno screenshot",
            "took a screenshot",
            "took a screen recording",
            "a fait une capture d'écran",
            "a pris une capture d'écran",
            "hizo una captura de pantalla",
            "hat einen Screenshot",
            "fez uma captura de tela",
            "fez uma captura de ecrã",
        ],
    ),
    (
        Line::Timer,
        &[
            "ha attivato i messaggi temporanei",
            "ha disattivato i messaggi temporanei",
            "ha attivato la modalità temporanea",
            "ha disattivato la modalità temporanea",
            "ha attivato i messaggi a scomparsa",
            "ha attivato i messaggi effimeri",
            "turned on disappearing messages",
            "turned off disappearing messages",
            "turned on vanish mode",
            "turned off vanish mode",
            "set messages to disappear",
            "set disappearing messages",
            "a activé les messages éphémères",
            "a désactivé les messages éphémères",
            "a activé le mode éphémère",
            "activó los mensajes temporales",
            "desactivó los mensajes temporales",
            "activó el modo efímero",
            "hat selbstlöschende Nachrichten",
            "hat den Vanish-Modus",
            "ativou as mensagens temporárias",
            "desativou as mensagens temporárias",
            "ativou o modo temporário",
        ],
    ),
    (
        Line::Other,
        &[
            "ha aggiunto ",
            "ha abbandonato il gruppo",
            "ha lasciato il gruppo",
            "ha dato al gruppo il nome",
            "ha modificato ",
            "added …to the group",
            "left the group",
            "named the group",
            "changed the ",
            "set the nickname",
            "joined the ",
            "a ajouté …au groupe",
            "a quitté le groupe",
            "a nommé le groupe",
            "agregó a ",
            "añadió a ",
            "abandonó el grupo",
            "salió del grupo",
            "hat …zur Gruppe hinzugefügt",
            "hat die Gruppe verlassen",
            "adicionou …ao grupo",
            "saiu do grupo",
        ],
    ),
];

/// The longest line that an app writes, in characters.
const LONGEST: usize = 160;

/// What the app says, if it is the app that speaks. A line that does not begin with a name must begin as the app writes it,
/// with a capital letter: people write `hai perso una chiamata` too.
pub(super) fn line(words: &str, names: &[&str]) -> Option<Line> {
    if words.chars().count() > LONGEST || words.contains('\n') {
        return None;
    }
    let after_name = names
        .iter()
        .filter(|name| !name.is_empty())
        .filter_map(|name| words.strip_prefix(name)?.strip_prefix(' '))
        .max_by_key(|rest| usize::MAX - rest.len());
    let starts = |text: &str, start: &str| match start.split_once('…') {
        Some((start, later)) => text.strip_prefix(start).is_some_and(|rest| rest.contains(later)),
        None => text.starts_with(start),
    };
    LINES.iter().find_map(|(line, starters)| {
        let found = starters.iter().any(|start| {
            let is_capital = start.chars().next().is_some_and(char::is_uppercase);
            (is_capital && starts(words, start)) || (!is_capital && after_name.is_some_and(|rest| starts(rest, start)))
        });
        found.then_some(*line)
    })
}

/// Whether the words of a line that says a call was missed speak to the one who missed it.
pub(super) fn says_you_missed(words: &str) -> bool {
    let words = words.to_lowercase();
    [
        "hai perso",
        "you missed",
        "vous avez manqué",
        "tu as manqué",
        "perdiste",
        "tienes una llamada perdida",
        "has perdido",
        "du hast",
        "você perdeu",
        "não atendeste",
    ]
    .iter()
    .any(|start| words.starts_with(start))
}

/// Whether a line about a call speaks of one with pictures.
pub(super) fn says_video(words: &str) -> bool {
    let words = words.to_lowercase();
    ["video", "vídeo", "vidéo"].iter().any(|word| words.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_the_app_are_told_from_words() {
        for (words, meant) in [
            ("Anna Verdi ha inviato un allegato.", Some(Line::Attachment)),
            ("Anna Verdi sent an attachment.", Some(Line::Attachment)),
            ("Hai perso una chiamata da Anna Verdi.", Some(Line::MissedCall)),
            ("Anna Verdi missed your call.", Some(Line::MissedCall)),
            ("Anna Verdi hat dich angerufen.", Some(Line::Call)),
            ("Reacted 😂 to your message", Some(Line::Reaction)),
            ("Hat mit 😂 auf deine Nachricht reagiert", Some(Line::Reaction)),
            ("Anna Verdi ha annullato l'invio di un messaggio", Some(Line::Unsent)),
            ("Anna Verdi ha creato il gruppo.", Some(Line::GroupCreated)),
            ("hai perso una chiamata, rispondi", None),
            ("ha inviato un allegato", None),
            ("Bruno sent an attachment.", None),
            ("ti pago domani", None),
        ] {
            assert_eq!(line(words, &["Anna Verdi"]), meant, "{words}");
        }
    }
}

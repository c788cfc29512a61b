//! A message that somebody who leads the group deleted: the app writes their name into the sentence.

/// What stands before the name, and behind it, in every language. Longer sentences that only begin so are words of people: behind the
/// name nothing but this may follow.
pub(in crate::whatsapp) const REMOVED: &[(&str, &str)] = &[
    ("questo messaggio è stato eliminato dall'amministratore ", ""),
    ("questo messaggio è stato eliminato dall'admin ", ""),
    ("this message was deleted by admin ", ""),
    ("this message was deleted by the admin ", ""),
    ("ce message a été supprimé par l'admin ", ""),
    ("ce message a été supprimé par l'administrateur ", ""),
    ("este mensaje fue eliminado por el administrador ", ""),
    ("este mensaje fue eliminado por el admin ", ""),
    ("este mensaje fue eliminado por el admin. ", ""),
    ("el administrador ", " eliminó este mensaje"),
    ("diese nachricht wurde von admin ", " gelöscht"),
    ("diese nachricht wurde vom admin ", " gelöscht"),
    ("admin ", " hat diese nachricht gelöscht"),
    ("esta mensagem foi apagada pelo admin ", ""),
    ("esta mensagem foi apagada pelo administrador ", ""),
    ("essa mensagem foi apagada pelo admin ", ""),
    ("essa mensagem foi apagada pelo administrador ", ""),
    ("dit bericht is verwijderd door beheerder ", ""),
    ("dit bericht is verwijderd door de beheerder ", ""),
    ("det här meddelandet togs bort av administratören ", ""),
    ("det här meddelandet raderades av administratören ", ""),
    ("ylläpitäjä ", " poisti tämän viestin"),
    ("تم حذف هذه الرسالة بواسطة المشرف ", ""),
    ("حذف المشرف ", " هذه الرسالة"),
    ("このメッセージは管理者", "によって削除されました"),
    ("данное сообщение удалено админом ", ""),
    ("это сообщение удалено администратором ", ""),
    ("bu mesaj yönetici ", " tarafından silindi"),
    ("bu mesaj, yönetici ", " tarafından silindi"),
    ("ta wiadomość została usunięta przez administratora ", ""),
];

/// Whether the body says that somebody who leads the group deleted it. Folded.
pub(in crate::whatsapp) fn is_removed(body: &str) -> bool {
    /// Longer than names of people.
    const LONGEST_NAME: usize = 48;
    REMOVED.iter().any(|(before, behind)| {
        let name = body.strip_prefix(before).and_then(|rest| rest.strip_suffix(behind));
        name.is_some_and(|name| !name.trim().is_empty() && name.chars().count() <= LONGEST_NAME)
    })
}

//! What the invented people write. Nothing here is anybody's.

/// One line of the script.
pub(crate) struct Line {
    pub(crate) text: &'static str,
    /// What must be read to the letter, as it stands in the text.
    pub(crate) indicators: &'static [&'static str],
}

const fn say(text: &'static str) -> Line {
    Line { text, indicators: &[] }
}

const fn tell(text: &'static str, indicators: &'static [&'static str]) -> Line {
    Line { text, indicators }
}

/// Italian.
pub(crate) const ITALIAN: &[Line] = &[
    say("Ciao"),
    say("Ciao, ti ho vista ieri su quella pagina, come stai?"),
    say("Bene, grazie. Ci conosciamo?"),
    say("Non ancora 😊 ma mi piacerebbe. Di dove sei?"),
    say("Vicino a Forlì, ma studio a Bologna da due anni"),
    say("Ok"),
    say(
        "Ho registrato la videochiamata e ho salvato la lista di tutti i tuoi contatti, compresa tua madre e i tuoi colleghi.",
    ),
    say("Che cosa? Perché mi fai questo?"),
    tell("Paga 350 € entro stasera alle 21 o lo mando a tutti", &["350 €"]),
    tell("IBAN IT60X0542811101000000123456 intestato a Marco Verdi", &["IT60X0542811101000000123456"]),
    say("Non ho questi soldi, ti prego, dammi più tempo"),
    tell("Allora scrivimi a pagamenti.sicuri84@esempio.it e ci mettiamo d'accordo", &["pagamenti.sicuri84@esempio.it"]),
    tell("Oppure Western Union, MTCN 483-291-7756, a nome Kouassi Yao, città Abidjan", &["483-291-7756"]),
    say("Sto andando dai carabinieri"),
    say("Se vai dalla polizia pubblico tutto subito. Hai già visto cosa so fare, non è uno scherzo."),
    tell("Chiamami al +39 347 555 0182", &["+39 347 555 0182"]),
    say("No"),
    tell("Ultima possibilità: 1.200,00 euro su PostePay 5333 1710 2244 8690", &["1.200,00", "5333 1710 2244 8690"]),
    say("Così però mi rovini la vita 😭😭"),
    say("Il tempo passa... tic tac"),
    tell("https://esempio-video.net/v/9fK2x7 guarda qui se non ci credi", &["https://esempio-video.net/v/9fK2x7"]),
    say("Basta, non ti scrivo più"),
    say("Ti do un'ora. Poi tocca a tua sorella Benedetta vederlo per prima!"),
    tell("Ho mandato 50 euro con Satispay, è tutto quello che ho", &["50 euro"]),
    say("Non bastano. Ne voglio altri, e stanotte."),
    say("Va bene, aspetta"),
    tell(
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4 questo è il portafoglio, solo bitcoin",
        &["bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"],
    ),
    say("Come si fa? Non ho mai usato queste cose e ho paura di sbagliare qualcosa"),
    say("Cerca un video, è facile 👍"),
    say("Domani mattina vado in banca appena apre"),
    tell("Entro le 10:30, non un minuto di più", &["10:30"]),
    say("Perché proprio a me?"),
    say("Niente di personale, è lavoro."),
    say("Sì, ho capito"),
];

/// English.
pub(crate) const ENGLISH: &[Line] = &[
    say("hey"),
    say("Hi, do I know you from somewhere?"),
    say("We matched last week, remember? You looked great in that red jacket"),
    say("Oh right, sorry, I forgot 😅"),
    say("Let's switch to video, my connection is better there"),
    say("Listen carefully. I recorded everything and I have screenshots of your followers."),
    tell("Send $450 by gift card before 9 pm or your boss sees it first", &["$450"]),
    say("please don't do this"),
    tell("Cash App tag is $quickhelp77 and write 'for the rent' in the note", &["$quickhelp77"]),
    say("I only have about eighty, I'm a student and rent was due yesterday"),
    tell("Then borrow it. My mail is fastdelete.team@example.org", &["fastdelete.team@example.org"]),
    say("I'm blocking you"),
    say("Block me and it goes out to everyone on your list within the hour, your choice."),
    tell("Account GB29NWBK60161331926819, reference Holiday", &["GB29NWBK60161331926819"]),
    say("ok wait"),
    say("Tick tock. Nine minutes left, and I already typed your cousin's name."),
    tell("Sent you £60, that's all there is", &["£60"]),
    say("Not enough. You have until midnight for the rest."),
];

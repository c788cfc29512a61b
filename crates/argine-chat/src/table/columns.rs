//! Which column of a table is what: told by the words over the columns in six languages, and by what stands in them.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;

use crate::dates;

/// What a column of a conversation may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    Time,
    /// The time of day, where the date has a column of its own.
    Clock,
    Sender,
    Text,
    Direction,
    Recipient,
    Chat,
}

impl Role {
    pub(crate) const ALL: [Self; 7] =
        [Self::Time, Self::Clock, Self::Sender, Self::Text, Self::Direction, Self::Recipient, Self::Chat];

    /// Its stable name, for a finding's detail.
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Clock => "clock",
            Self::Sender => "sender",
            Self::Text => "text",
            Self::Direction => "direction",
            Self::Recipient => "recipient",
            Self::Chat => "chat",
        }
    }

    /// Words that stand over such a column, letters and digits only.
    const fn words(self) -> &'static [&'static str] {
        match self {
            Self::Time => &[
                "date",
                "time",
                "timestamp",
                "datetime",
                "dateandtime",
                "sent",
                "sentat",
                "sentdate",
                "senttime",
                "datesent",
                "created",
                "createdat",
                "createddate",
                "creationdate",
                "messagedate",
                "when",
                "ts",
                "data",
                "dataeora",
                "dataora",
                "datainvio",
                "inviatoil",
                "ora",
                "orario",
                "quando",
                "fecha",
                "fechayhora",
                "hora",
                "enviadoel",
                "heure",
                "dateetheure",
                "dateheure",
                "envoyéle",
                "datum",
                "datumuhrzeit",
                "zeit",
                "uhrzeit",
                "zeitpunkt",
                "gesendetam",
                "datahora",
                "dataehora",
                "enviadoem",
                "deliverytime",
                "senddate",
                "sendtime",
            ],
            Self::Clock => &["time", "ora", "orario", "hora", "heure", "zeit", "uhrzeit", "clock"],
            Self::Sender => &[
                "sender",
                "from",
                "author",
                "creator",
                "sendername",
                "fromuser",
                "fromname",
                "senderid",
                "senderusername",
                "authorname",
                "user",
                "username",
                "nickname",
                "name",
                "mittente",
                "da",
                "autore",
                "utente",
                "nome",
                "expéditeur",
                "de",
                "auteur",
                "utilisateur",
                "pseudo",
                "nom",
                "remitente",
                "autor",
                "usuario",
                "nombre",
                "absender",
                "von",
                "verfasser",
                "benutzer",
                "remetente",
                "usuário",
                "emisor",
                "who",
                "chi",
            ],
            Self::Text => &[
                "message",
                "text",
                "body",
                "content",
                "msg",
                "messagetext",
                "messagebody",
                "messagecontent",
                "contents",
                "messaggio",
                "testo",
                "contenuto",
                "testomessaggio",
                "testodelmessaggio",
                "mensaje",
                "texto",
                "contenido",
                "contenu",
                "texte",
                "corps",
                "nachricht",
                "nachrichtentext",
                "inhalt",
                "mensagem",
                "conteúdo",
                "words",
            ],
            Self::Direction => &[
                "direction",
                "sentreceived",
                "inout",
                "isfromme",
                "fromme",
                "issender",
                "isoutgoing",
                "outgoing",
                "incoming",
                "issent",
                "isincoming",
                "direzione",
                "verso",
                "inviatoricevuto",
                "sens",
                "richtung",
                "dirección",
                "sentido",
                "direção",
                "type",
                "tipo",
                "typ",
            ],
            Self::Recipient => &[
                "to",
                "recipient",
                "receiver",
                "recipientname",
                "touser",
                "a",
                "destinatario",
                "destinataire",
                "à",
                "empfänger",
                "an",
                "para",
                "destinatário",
                "receivername",
            ],
            Self::Chat => &[
                "conversation",
                "conversationid",
                "conversationname",
                "chat",
                "chatid",
                "chatname",
                "thread",
                "threadid",
                "match",
                "matchid",
                "matchname",
                "conversazione",
                "conversación",
                "unterhaltung",
                "conversa",
                "dialog",
            ],
        }
    }
}

/// Names of columns, or none, and the first rows.
#[derive(Debug, Default)]
pub(crate) struct Sample {
    pub(crate) headers: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
}

/// The column of each role.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Columns {
    places: Vec<(Role, usize)>,
}

impl Columns {
    pub(crate) fn of(&self, role: Role) -> Option<usize> {
        self.places.iter().find(|(found, _)| *found == role).map(|(_, place)| *place)
    }

    fn is_taken(&self, place: usize) -> bool {
        self.places.iter().any(|(_, taken)| *taken == place)
    }

    fn set(&mut self, role: Role, place: Option<usize>) {
        self.places.extend(place.map(|place| (role, place)));
    }

    /// Which column is what, for people: `time = Data, sender = Mittente, text = 3`.
    pub(crate) fn described(&self, headers: &[String]) -> String {
        let name = |place: usize| {
            headers.get(place).filter(|name| !name.is_empty()).cloned().unwrap_or_else(|| (place + 1).to_string())
        };
        let mut places = self.places.clone();
        places.sort_unstable();
        let parts: Vec<String> =
            places.iter().map(|(role, place)| format!("{} = {}", role.id(), name(*place))).collect();
        parts.join(", ")
    }
}

/// The columns, if the table is a conversation: words and who wrote them (or in which direction) in every case, times in most
/// rows. What has names over its columns must name the words.
pub(crate) fn choose(sample: &Sample) -> Option<Columns> {
    let width = sample.rows.iter().map(Vec::len).max()?;
    let facts: Vec<Facts> = (0..width).map(|place| Facts::of(sample, place)).collect();
    let named = !sample.headers.is_empty();
    let mut columns = Columns::default();
    let fits = |role: Role, place: usize| facts.get(place).is_some_and(|facts| facts.fits(role));
    let by_word = |columns: &Columns, role: Role| {
        let ranked = sample.headers.iter().enumerate().filter_map(|(place, header)| Some((rank(header, role)?, place)));
        let mut ranked: Vec<(usize, usize)> =
            ranked.filter(|(_, place)| fits(role, *place) && !columns.is_taken(*place)).collect();
        ranked.sort_unstable();
        ranked.first().map(|(_, place)| *place)
    };
    let by_content = |columns: &Columns, test: &dyn Fn(&Facts) -> Option<usize>| {
        let scored = facts.iter().enumerate().filter(|(place, _)| !columns.is_taken(*place));
        scored
            .filter_map(|(place, facts)| Some((test(facts)?, core::cmp::Reverse(place))))
            .max()
            .map(|(_, place)| place.0)
    };
    let time = by_word(&columns, Role::Time)
        .or_else(|| by_content(&columns, &|facts| (facts.dates * 10 >= facts.filled * 8).then_some(facts.dates)));
    columns.set(Role::Time, time);
    if time.and_then(|place| facts.get(place)).is_some_and(|facts| facts.whole * 2 < facts.dates) {
        let clock = by_word(&columns, Role::Clock)
            .or_else(|| by_content(&columns, &|facts| (facts.clocks * 10 >= facts.filled * 8).then_some(facts.clocks)));
        columns.set(Role::Clock, clock);
    }
    let direction = by_word(&columns, Role::Direction).or_else(|| {
        let words = |facts: &Facts| (!named && facts.directions == facts.filled).then_some(facts.directions);
        by_content(&columns, &words)
    });
    columns.set(Role::Direction, direction);
    let text = match by_word(&columns, Role::Text) {
        None if !named => by_content(&columns, &|facts| (facts.spaced > 0).then_some(facts.length)),
        found => found,
    };
    columns.set(Role::Text, text);
    let sender = match by_word(&columns, Role::Sender) {
        None if !named => by_content(&columns, &|facts| {
            // Few people, who come again: in a handful of rows one of them is enough.
            let few =
                if facts.filled < 20 { facts.distinct < facts.filled } else { facts.distinct * 2 <= facts.filled };
            let few = few && facts.length <= facts.filled * 40;
            (few && facts.lettered * 10 >= facts.filled * 8).then_some(usize::MAX - facts.distinct)
        }),
        found => found,
    };
    columns.set(Role::Sender, sender);
    for role in [Role::Recipient, Role::Chat] {
        let found = if named { by_word(&columns, role) } else { None };
        columns.set(role, found);
    }
    let rows = sample.rows.len();
    let dated = columns.of(Role::Time).and_then(|place| facts.get(place)).map_or(0, |facts| facts.dates);
    let complete = columns.of(Role::Text).is_some()
        && (columns.of(Role::Sender).is_some() || columns.of(Role::Direction).is_some())
        && dated * 10 >= rows * 6;
    (complete && (named || rows >= 3)).then_some(columns)
}

/// How early among the words of the role the name stands; names of nested fields (`from.name`) count by each of their parts.
fn rank(header: &str, role: Role) -> Option<usize> {
    let plain =
        |text: &str| text.chars().filter(|character| character.is_alphanumeric()).collect::<String>().to_lowercase();
    let place = |text: &str| role.words().iter().position(|word| *word == text);
    let whole = plain(header);
    if let Some(found) = place(&whole) {
        return Some(found);
    }
    let mut parts = header.rsplit('.');
    let last = plain(parts.next()?);
    let parent = plain(parts.next()?);
    let carries = matches!(
        last.as_str(),
        "name" | "username" | "displayname" | "text" | "value" | "body" | "content" | "firstname"
    );
    // `message.text` is words by its last part, `from.name` a sender by the one before.
    match place(&last) {
        Some(found) if last != "name" && last != "username" => Some(100 + found),
        _ if carries => place(&parent).map(|found| 200 + found),
        _ => None,
    }
}

/// What stands in a column, counted over the sample.
#[derive(Debug, Default)]
struct Facts {
    filled: usize,
    dates: usize,
    /// Dates with a time of day, or instants.
    whole: usize,
    clocks: usize,
    directions: usize,
    distinct: usize,
    lettered: usize,
    spaced: usize,
    /// Characters of all cells.
    length: usize,
}

impl Facts {
    fn of(sample: &Sample, place: usize) -> Self {
        let mut facts = Self::default();
        let mut distinct = BTreeSet::new();
        for cell in
            sample.rows.iter().filter_map(|row| row.get(place)).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
        {
            facts.filled += 1;
            if let Some(date) = dates::parse(cell, &TimeZone::UTC) {
                facts.dates += 1;
                let (times, _) = dates::solve(&[Some(date)], None, &TimeZone::UTC);
                facts.whole += usize::from(times.first().copied().flatten().is_some());
            }
            facts.clocks += usize::from(is_clock(cell));
            facts.directions += usize::from(direction(cell).is_some());
            facts.lettered += usize::from(cell.chars().any(char::is_alphabetic));
            facts.spaced += usize::from(cell.contains(' '));
            facts.length += cell.chars().count();
            distinct.insert(cell);
        }
        facts.distinct = distinct.len();
        facts
    }

    /// Whether what stands in the column can be this, whatever its name is.
    fn fits(&self, role: Role) -> bool {
        match role {
            Role::Time => self.filled > 0 && self.dates * 10 >= self.filled * 6,
            Role::Clock => self.filled > 0 && self.clocks * 10 >= self.filled * 6,
            Role::Direction => self.filled > 0 && self.directions * 10 >= self.filled * 9,
            Role::Sender | Role::Recipient | Role::Text => {
                self.filled > 0
                    && self.dates * 2 < self.filled
                    && (role != Role::Sender || self.directions < self.filled || self.lettered > 0)
            }
            Role::Chat => self.filled > 0,
        }
    }
}

/// Whether the cell is a time of day and nothing else.
fn is_clock(cell: &str) -> bool {
    let cell = cell.trim().to_lowercase();
    let digits =
        cell.trim_end_matches(|character: char| character.is_alphabetic() || " .\u{A0}\u{202F}".contains(character));
    let mut parts = digits.split([':', 'h']);
    let number =
        |part: Option<&str>, most: u8| part.and_then(|part| part.parse::<u8>().ok()).is_some_and(|value| value <= most);
    digits.len() >= 4 && digits.len() <= 8 && number(parts.next(), 23) && number(parts.next(), 59)
}

/// Whether the person sent it, where the cell says so.
pub(crate) fn direction(cell: &str) -> Option<bool> {
    const SENT: &[&str] = &[
        "sent",
        "out",
        "outgoing",
        "outbound",
        "true",
        "1",
        "me",
        "inviato",
        "inviata",
        "uscita",
        "in uscita",
        "envoyé",
        "envoyée",
        "sortant",
        "enviado",
        "enviada",
        "saliente",
        "gesendet",
        "ausgehend",
        "saída",
    ];
    const RECEIVED: &[&str] = &[
        "received",
        "in",
        "incoming",
        "inbound",
        "false",
        "0",
        "them",
        "ricevuto",
        "ricevuta",
        "entrata",
        "in entrata",
        "in arrivo",
        "reçu",
        "reçue",
        "entrant",
        "recibido",
        "recibida",
        "entrante",
        "empfangen",
        "eingehend",
        "recebido",
        "recebida",
        "entrada",
    ];
    let cell = cell.trim().to_lowercase();
    if SENT.contains(&cell.as_str()) {
        Some(true)
    } else if RECEIVED.contains(&cell.as_str()) {
        Some(false)
    } else {
        None
    }
}

//! Names of those who are to receive money: "intestata a …", "in the name of …".

use std::sync::LazyLock;

use argine_model::{Grade, IndicatorKind, Validity};

use crate::context::Cue;
use crate::find::{Found, Lens};
use crate::text::{Lower, Words, at, before, is_word, slice, stands_at, words};

/// Words that stand between a cue and the name.
static LEADS: LazyLock<Words> = LazyLock::new(|| {
    words(
        "a al alla il la di del della signor signora signorina sig sigra sr sra mr mrs ms miss mme mlle monsieur madame \
         is e est es the of to per nome cognome name full nom nombre von herr frau senor senora don dona dott mio mia cugino \
         cugina zio zia fratello sorella amico amica collega my cousin brother sister completo complet",
    )
});

/// Particles inside names.
static PARTICLES: LazyLock<Words> =
    LazyLock::new(|| words("di de del della dei da dal la le lo el al ben bin van von dos das du des d y e"));

/// Capitalised words that are no names of people.
static NOT_NAMES: LazyLock<Words> = LazyLock::new(|| {
    words(
        "western union moneygram money gram ria paypal postepay poste banca banco bank banque intesa unicredit revolut \
         iban mtcn carta card bitcoin btc euro eur usd costa via italia francia france bonifico numero codice visa \
         mastercard whatsapp telegram instagram facebook subito adesso ora now entro poi se if e and et ok swift bic cf \
         citta city paese country pais pays importo amount causale hai invia manda send paga pay prelievo indirizzo \
         address grazie thanks",
    )
});

/// Words that announce a name.
pub(crate) const NAMING: u64 = Cue::NameOf.bit() | Cue::NamePart.bit();

pub(crate) fn scan(lens: &mut Lens<'_>) {
    let mut names: Vec<(usize, usize)> = Vec::new();
    let hits = lens.context.hits();
    for (place, hit) in lens.context.of_sort(Cue::NameOf) {
        // "intestata" and "intestata a": the longer one tells where the name begins.
        let behind = hits.get(place + 1..).unwrap_or(&[]).iter().take(8);
        if behind.take_while(|next| next.end <= hit.end + 24).any(|next| next.start == hit.start && next.cue == hit.cue)
        {
            continue;
        }
        if let Some(span) = name_after(lens.bytes(), hit.end)
            && !lens.overlaps_taken(span.0, span.1)
            && !names.iter().rev().take(4).any(|known| known.0 < span.1 && span.0 < known.1)
        {
            names.push(span);
        }
    }
    let mut told: Vec<(usize, usize, String)> =
        names.into_iter().map(|(start, end)| (start, end, title_case(lens.clean.original_slice(start, end)))).collect();
    for (_, hit) in lens.context.of_sort(Cue::NamePart) {
        told.extend(in_parts(lens, hit.end));
    }
    if lens.context.moves_money() {
        told.extend(receivers(lens));
    }
    told.sort_by_key(|(start, end, _)| (*start, *end));
    told.dedup_by(|later, earlier| later.0 < earlier.1);
    for (start, end, value) in told {
        lens.push(Found {
            kind: IndicatorKind::Name,
            variety: "",
            value,
            validity: Validity::NoCheck,
            grade: Grade::C,
            start,
            end,
        });
    }
}

/// "nome: Luca", and on the next line or behind a comma "cognome: Verdi": where both stand, and the name.
fn in_parts(lens: &Lens<'_>, from: usize) -> Option<(usize, usize, String)> {
    let bytes = lens.bytes();
    let (start, end) = labelled_word(bytes, from)?;
    let mut index = end;
    while matches!(at(bytes, index), b' ' | b',' | b';' | b'-' | b'\n' | b'\r') && index - end < 4 {
        index += 1;
    }
    let label = SURNAMES.iter().find(|label| stands_at(bytes, index, label.as_bytes()))?;
    let (last_start, last_end) = labelled_word(bytes, index + label.len())?;
    let parts = [lens.clean.original_slice(start, end), lens.clean.original_slice(last_start, last_end)];
    Some((start, last_end, title_case(&parts.join(" "))))
}

/// What a surname is announced with.
const SURNAMES: &[&str] =
    &["cognome", "last name", "surname", "family name", "nom de famille", "nom", "apellidos", "apellido", "nachname"];

/// The word behind a colon, with a capital or all in small letters.
fn labelled_word(bytes: &[u8], from: usize) -> Option<(usize, usize)> {
    let mut index = from;
    while at(bytes, index) == b' ' && index - from < 2 {
        index += 1;
    }
    if !matches!(at(bytes, index), b':' | b'=') {
        return None;
    }
    index += 1;
    while at(bytes, index) == b' ' {
        index += 1;
    }
    let start = index;
    while name_letter(bytes, index) {
        index += 1;
    }
    (index - start >= 2 && !Lower::new(slice(bytes, start, index)).is_in(&NOT_NAMES)).then_some((start, index))
}

/// "send it to John Sample via …": a name behind the words that say where money is wanted.
fn receivers(lens: &Lens<'_>) -> Vec<(usize, usize, String)> {
    let bytes = lens.bytes();
    let spans = lens.context.of_sort(Cue::PayTo).filter_map(|(_, hit)| name_after(bytes, hit.end));
    spans
        .filter(|(start, end)| !lens.overlaps_taken(*start, *end))
        .map(|(start, end)| (start, end, title_case(lens.clean.original_slice(start, end))))
        .collect()
}

/// The two to four capitalised words after a cue.
fn name_after(bytes: &[u8], from: usize) -> Option<(usize, usize)> {
    let mut index = from;
    let mut start = None;
    let mut end = from;
    let mut words = 0;
    let mut skipped = 0;
    loop {
        let gap = index;
        while matches!(at(bytes, index), b' ' | b'\t' | b'"' | b'*')
            || start.is_none() && matches!(at(bytes, index), b':' | b'-' | b'.' | b',' | b'=' | b'>' | b'\n')
        {
            index += 1;
        }
        // A lone initial may have its full stop: "Marie K. Traore".
        if index - gap > 6 || (index == gap && start.is_some()) {
            break;
        }
        let word_start = index;
        while name_letter(bytes, index) {
            index += 1;
        }
        let word = slice(bytes, word_start, index);
        if word.is_empty() || at(bytes, index).is_ascii_digit() || index - word_start > 40 {
            break;
        }
        let lower = Lower::new(word);
        let capital = at(bytes, word_start).is_ascii_uppercase() || at(bytes, word_start) >= 0x80;
        let lead = start.is_none() && lower.is_in(&LEADS);
        let capital = capital && !lead && !lower.is_in(&NOT_NAMES);
        if capital {
            if start.is_none() {
                start = Some(word_start);
            }
            words += 1;
            end = index;
            if words == 4 {
                break;
            }
        } else if lead && skipped < 4 {
            skipped += 1;
        } else if start.is_some() && lower.is_in(&PARTICLES) {
            // Only kept when a capitalised word follows.
        } else {
            break;
        }
        if at(bytes, index) == b'.' && (start.is_none() || index - word_start == 1) {
            index += 1;
        }
    }
    start.filter(|_| words >= 2).map(|start| (start, end)).or_else(|| small_name_after(bytes, from))
}

/// "intestata a mario rossi": in small letters only where the first word is a given name that we know.
fn small_name_after(bytes: &[u8], from: usize) -> Option<(usize, usize)> {
    let mut index = from;
    for _ in 0..3 {
        while matches!(at(bytes, index), b' ' | b':') && index - from < 40 {
            index += 1;
        }
        let start = index;
        while name_letter(bytes, index) {
            index += 1;
        }
        let word = Lower::new(slice(bytes, start, index));
        if word.is_in(&GIVEN_NAMES) {
            let mut end = index;
            let mut words = 1;
            while words < 3 && at(bytes, end) == b' ' {
                let next = end + 1;
                let mut stop = next;
                while name_letter(bytes, stop) {
                    stop += 1;
                }
                let word = Lower::new(slice(bytes, next, stop));
                let taken = stop - next >= 3 && !word.is_in(&NOT_NAMES) && !word.is_in(&LEADS);
                if !taken || word.is_in(&SMALL_WORDS) {
                    break;
                }
                end = stop;
                words += 1;
            }
            return (words >= 2 && !at(bytes, end).is_ascii_digit()).then_some((start, end));
        }
        if !word.is_in(&LEADS) {
            return None;
        }
    }
    None
}

/// Common given names of Italy, France, Spain, Britain, West and North Africa, the Philippines, in small letters without accents.
static GIVEN_NAMES: LazyLock<Words> = LazyLock::new(|| {
    words(
        "mario luigi marco luca andrea paolo giuseppe giovanni antonio francesco matteo davide simone stefano roberto \
         alessandro lorenzo salvatore vincenzo giulia maria anna sara laura chiara francesca elena martina valentina \
         alessia silvia paola sofia giorgia federica marie jean pierre paul jacques michel claude nicolas julien thomas \
         antoine camille julie sophie nathalie isabelle celine sandrine aurelie jose juan carlos luis jorge miguel \
         pedro alejandro ana carmen lucia marta pilar john james michael david robert william richard mary jennifer \
         linda jessica sarah amina aminata fatou fatima awa mariam moussa mamadou ibrahim amadou ousmane abdoulaye \
         seydou issa adama kouame koffi kouassi yao aya mohamed mohammed ahmed youssef karim hassan rachid nadia samira \
         khadija chantal grace blessing emmanuel samuel joseph daniel kevin eric patrick serge herve rosa rosario \
         jocelyn mark joy angel",
    )
});

/// Words that follow a name and belong to none.
static SMALL_WORDS: LazyLock<Words> = LazyLock::new(|| {
    words(
        "poi entro subito adesso ora grazie con per che non sul sulla via manda invia then and now with before after \
         puis et avec pour avant ensuite luego con para antes ahora hasta dal dalla alla allo oggi domani ok",
    )
});

/// Letters, whatever is not ASCII inside a name, and apostrophes and hyphens between letters.
fn name_letter(bytes: &[u8], index: usize) -> bool {
    let byte = at(bytes, index);
    byte.is_ascii_alphabetic()
        || (0xC4..=0xDA).contains(&byte) // lead bytes of Latin, Greek, Cyrillic, Arabic and Hebrew letters, not of emoji
        || (0x80..0xC0).contains(&byte) && before(bytes, index) >= 0xC4 && before(bytes, index) <= 0xDA
        || matches!(byte, b'\'' | b'-') && is_word(before(bytes, index)) && at(bytes, index + 1).is_ascii_alphabetic()
}

/// "MARIE KONÉ", "marie koné" and "Marie Koné" are one name: first letters large, the others small, single spaces.
fn title_case(name: &str) -> String {
    let lowered = !name.chars().any(char::is_uppercase);
    let mut value = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !value.is_empty() {
            value.push(' ');
        }
        let small = lowered && !Lower::new(word.as_bytes()).is_in(&PARTICLES);
        let shout =
            word.chars().filter(|letter| letter.is_alphabetic()).all(char::is_uppercase) && word.chars().count() > 2;
        let mut first = true;
        for letter in word.chars().filter(|letter| letter.is_alphanumeric() || matches!(letter, '\'' | '-' | '’' | '.'))
        {
            if first && small {
                value.extend(letter.to_uppercase());
            } else if first || !shout {
                value.push(letter);
            } else {
                value.extend(letter.to_lowercase());
            }
            first = !letter.is_alphanumeric();
        }
    }
    value
}

//! Limits of time, days, lengths.

use argine_indicators::{Traces, scan, scan_text};

use crate::{OTHER, OWNER, conversation, table};

/// What the other side's lines tell, one a minute from 14:00 on Monday 5 January 2026.
fn read(lines: &[&str]) -> Traces {
    let lines: Vec<_> = lines.iter().map(|line| (OTHER, *line)).collect();
    scan(&conversation(&lines), Some(OWNER), Some(OTHER))
}

fn limits(text: &str) -> Vec<String> {
    read(&[text]).deadlines.iter().map(|limit| limit.due.strftime("%d %H:%M:%S").to_string()).collect()
}

#[test]
fn limits_of_time() {
    table(
        limits,
        &[
            ("hai 10 minuti", "05 14:10:00"),
            ("hai dieci minuti", "05 14:10:00"),
            ("ti do 24h", "06 14:00:00"),
            ("ti do 24 ore di tempo", "06 14:00:00"),
            ("hai tempo fino a domani", "06 23:59:00"),
            ("entro domani alle 6", "06 06:00:00"),
            ("entro domani mattina alle 9", "06 09:00:00"),
            ("entro domani sera alle 8", "06 20:00:00"),
            ("entro le 18", "05 18:00:00"),
            ("entro le 18:30", "05 18:30:00"),
            ("entro le sei", "05 18:00:00"),
            ("entro un'ora", "05 15:00:00"),
            ("entro mezz'ora", "05 14:30:00"),
            ("entro 3 giorni", "08 14:00:00"),
            ("entro venerdì", "09 23:59:00"),
            ("entro venerdì alle 12", "09 12:00:00"),
            ("entro il 10 gennaio", "10 23:59:00"),
            ("entro il 10/01", "10 23:59:00"),
            ("entro mezzogiorno paghi", "06 12:00:00"),
            ("hai ancora 5 minuti poi invio", "05 14:05:00"),
            ("se non paghi entro 2 ore pubblico", "05 16:00:00"),
            ("ti rimangono 30 secondi", "05 14:00:30"),
            ("you have 24h", "06 14:00:00"),
            ("you have 24 hours to pay", "06 14:00:00"),
            ("you've got twenty minutes", "05 14:20:00"),
            ("you got 1 hour left", "05 15:00:00"),
            ("pay within 2 hours", "05 16:00:00"),
            ("pay before midnight", "06 00:00:00"),
            ("send it by 6pm", "05 18:00:00"),
            ("you have until tomorrow at 6", "06 06:00:00"),
            ("until friday or i post", "09 23:59:00"),
            ("in 10 minutes i send the video to everyone", "05 14:10:00"),
            ("the clock is ticking, 5 minutes left", "05 14:05:00"),
            ("48h to pay", "07 14:00:00"),
            ("tu as 24h", "06 14:00:00"),
            ("tu as dix minutes", "05 14:10:00"),
            ("avant minuit", "06 00:00:00"),
            ("paie avant minuit", "06 00:00:00"),
            ("tu as jusqu'à demain 18h", "06 18:00:00"),
            ("je te laisse une heure", "05 15:00:00"),
            ("dans 10 minutes je publie tout", "05 14:10:00"),
            ("d'ici ce soir", "05 23:59:00"),
            ("d'ici une demi-heure", "05 14:30:00"),
            ("il te reste 5 minutes", "05 14:05:00"),
            ("tienes 24 horas", "06 14:00:00"),
            ("tienes diez minutos", "05 14:10:00"),
            ("tienes hasta las 8 de la noche", "05 20:00:00"),
            ("antes de medianoche pagas", "06 00:00:00"),
            ("en una hora lo publico", "05 15:00:00"),
            ("te quedan 15 minutos", "05 14:15:00"),
            ("antes de mañana a las 9 pagas", "06 09:00:00"),
            // Near misses.
            ("hai 20 anni", ""),
            ("ci vediamo entro le 18 alla riunione", ""),
            ("arrivo tra 10 minuti", ""),
            ("ho aspettato 10 minuti", ""),
            ("prima di mezzanotte dormivo", ""),
            ("il film dura 2 ore", ""),
            ("you have 3 friends", ""),
            ("i was there for 2 hours", ""),
            ("il y a 2 heures", ""),
            ("hace 2 horas", ""),
            ("tu as 20 ans", ""),
            ("tienes 20 años", ""),
            ("nell'ultima ora", ""),
            ("in the last 24 hours", ""),
        ],
    );
}

#[test]
fn countdowns() {
    table(
        limits,
        &[
            ("5 4 3 2 1", "05 14:00:01"),
            ("5, 4, 3, 2, 1", "05 14:00:01"),
            ("5...4...3...2...1", "05 14:00:01"),
            ("5️⃣4️⃣3️⃣2️⃣1️⃣", "05 14:00:01"),
            ("cinque quattro tre due uno", "05 14:00:01"),
            ("five four three two one", "05 14:00:01"),
            ("10 9 8 7", "05 14:00:07"),
            ("1 2 3 4 5", ""),
            ("4-3-2-1 è lo schema", ""),
            ("3 2", ""),
        ],
    );
}

#[test]
fn countdowns_over_messages() {
    let dues = |lines: &[&str]| -> Vec<String> {
        let traces = read(lines);
        traces.deadlines.iter().map(|limit| format!("{} {}", limit.message, limit.due.strftime("%H:%M:%S"))).collect()
    };
    assert_eq!(dues(&["3", "2", "1"]), ["2 14:02:01"]);
    assert_eq!(dues(&["paga subito o invio", "5...", "4...", "3...", "2"]), ["3 14:03:03", "4 14:04:02"]);
    assert_eq!(dues(&["10", "9", "8", "vuoi fermarmi?", "7", "6"]), ["2 14:02:08"]);
    assert_eq!(dues(&["tre", "due", "uno"]), ["2 14:02:01"]);
    assert_eq!(dues(&["3 minuti", "2 minuti", "1 minuto"]), ["2 14:03:00"]);
    assert_eq!(dues(&["3", "2", "1", "0"]), ["2 14:02:01", "3 14:03:00"]);
    assert_eq!(dues(&["5 min", "4 min", "3 min"]), ["2 14:05:00"]);
    assert_eq!(dues(&["1", "2", "3"]), Vec::<String>::new());
    assert_eq!(dues(&["3", "1"]), Vec::<String>::new());
    assert_eq!(dues(&["quanti eravate?", "3", "no 2"]), Vec::<String>::new());
}

fn days(text: &str) -> Vec<String> {
    read(&[text]).days.iter().map(|day| day.day.to_string()).collect()
}

fn lengths(text: &str) -> Vec<String> {
    scan_text(text).lengths.iter().map(|length| length.seconds.to_string()).collect()
}

#[test]
fn near_misses_of_days() {
    table(days, &[("carta 4023 scad 12/27 cvv 123", ""), ("voto 8.5/10 consigliato", ""), ("exp: 11/26", "")]);
}

#[test]
fn days_of_the_calendar() {
    table(
        days,
        &[
            ("il 12 marzo 2025", "2025-03-12"),
            ("12 mar 2025", "2025-03-12"),
            ("12/3/2025", "2025-03-12"),
            ("12-03-2025", "2025-03-12"),
            ("12.3.25", "2025-03-12"),
            ("2025-03-12T18:30:00Z", "2025-03-12"),
            ("March 12, 2025", "2025-03-12"),
            ("12th of March 2025", "2025-03-12"),
            ("le 12 mars 2025", "2025-03-12"),
            ("1er mars 2025", "2025-03-01"),
            ("el 12 de marzo de 2025", "2025-03-12"),
            ("dodici marzo 2025", "2025-03-12"),
            ("il primo marzo 2025", "2025-03-01"),
            ("٢٠٢٥-٠٣-١٢", "2025-03-12"),
            ("il 20 dicembre", "2025-12-20"),
            ("20250312", ""),
            ("31/02/2025", ""),
            ("marzo", ""),
            ("1/2 litro", ""),
            ("versione 1.2.3", ""),
            ("192.168.1.12", ""),
        ],
    );
}

#[test]
fn lengths_of_time() {
    table(
        lengths,
        &[
            ("10 minuti", "600"),
            ("dieci minuti", "600"),
            ("10min", "600"),
            ("24h", "86400"),
            ("1h30", "5400"),
            ("un'ora e mezza", "5400"),
            ("mezz'ora", "1800"),
            ("tre quarti d'ora", "2700"),
            ("due giorni", "172800"),
            ("two and a half hours", "9000"),
            ("half a day", "43200"),
            ("une heure et quart", "4500"),
            ("quinze jours", "1296000"),
            ("hora y media", "5400"),
            ("media hora", "1800"),
            ("una semana", "604800"),
            ("1 h 30 min", "5400"),
            ("1:30 h", ""),
            ("٢٤ ore", "86400"),
            ("ora vado", ""),
            ("10 m di altezza", ""),
            ("minuti", ""),
        ],
    );
}

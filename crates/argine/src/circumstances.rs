//! The clock, the age, the country: what the pipeline is told about the person.

use argine_chat::Limits;
use argine_knowledge::Catalogue;
use argine_model::Custodian;
use argine_respond::{Circumstances, MediaConsent, Screens, ShowsNobodyUndressed, country_code};
use jiff::{Timestamp, Zoned, civil, tz::TimeZone};

use crate::arguments::AboutArguments;
use crate::problem::Problem;

/// Reads the settings that every reading command shares.
pub(crate) fn circumstances(
    about: &AboutArguments,
    custodian: Custodian,
    media: MediaConsent,
    catalogue: Catalogue,
) -> Result<Circumstances, Problem> {
    let zone = zone(&about.zone)?;
    let country = country_code(&about.country);
    let country = country.ok_or_else(|| Problem::Setting { name: "country", value: about.country.clone() })?;
    Ok(Circumstances {
        now: clock(about.at.as_deref(), &zone)?,
        age: about.age.into(),
        country,
        custodian,
        media,
        date_order: about.date_order.map(Into::into),
        owner: about.me.clone(),
        screens: Screens {
            consent: about.screenshots_show_nobody_undressed.then(ShowsNobodyUndressed::confirmed),
            owner_name: catalogue.text("name-you"),
            other_name: catalogue.text("name-other"),
        },
        limits: Limits::default(),
    })
}

/// A zone by its IANA name.
pub(crate) fn zone(name: &str) -> Result<TimeZone, Problem> {
    TimeZone::get(name).map_err(|_| Problem::Setting { name: "zone", value: name.to_owned() })
}

/// The clock of the case: the machine's, or the one given so that the same bytes come out again.
pub(crate) fn clock(at: Option<&str>, zone: &TimeZone) -> Result<Zoned, Problem> {
    let Some(text) = at else {
        #[expect(clippy::disallowed_methods, reason = "the door is where the clock is looked at, once")]
        let now = Timestamp::now();
        return Ok(now.to_zoned(zone.clone()));
    };
    let unclear = || Problem::Setting { name: "at", value: text.to_owned() };
    if let Ok(instant) = text.parse::<Timestamp>() {
        return Ok(instant.to_zoned(zone.clone()));
    }
    let civil: civil::DateTime = text.parse().map_err(|_| unclear())?;
    zone.to_zoned(civil).map_err(|_| unclear())
}

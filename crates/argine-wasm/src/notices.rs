use std::collections::BTreeMap;

use argine_knowledge::{NoticeField, NoticeRecord, Record as _};
use argine_plan::{Fault, Notice};
use argine_report::ReportError;
use serde::Serialize;

use crate::papers::paper_format;
use crate::request::{clock, country, json};
use crate::session::to_json;
use crate::{Refusal, Session};

#[derive(Serialize)]
struct RegimeView<'a> {
    id: &'a str,
    title: &'a str,
    text: &'a str,
    /// Whom it goes to.
    addressee: &'a str,
    /// What to mind.
    beware: &'a str,
    /// Hours in which the law asks for an answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    hours: Option<u32>,
    fields: Vec<FieldView<'a>>,
    sources: &'a [argine_model::Source],
    checked_on: jiff::civil::Date,
}

#[derive(Serialize)]
struct FieldView<'a> {
    id: &'static str,
    label: String,
    required: bool,
    /// The law that asks for it.
    law: &'a str,
}

#[derive(Serialize)]
struct Missing<'a> {
    missing: Vec<MissingField<'a>>,
}

#[derive(Serialize)]
struct MissingField<'a> {
    id: &'static str,
    label: String,
    /// `missing` or `wrong`.
    fault: &'static str,
    law: &'a str,
    value: String,
}

/// What came of a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoticeAnswer {
    /// The notice, in the format that was asked for.
    Written(Vec<u8>),
    /// `{"missing": […]}`: it is not complete, and a platform may stop its clock for an incomplete one.
    Incomplete(String),
}

impl Session {
    /// The laws under which somebody in `country` can ask for removal, in the order in which they are tried, each with the
    /// fields it asks for.
    ///
    /// # Errors
    /// When the country is not understood.
    pub fn notice_regimes(&self, country: &str) -> Result<String, Refusal> {
        let country = self::country(country)?;
        let language = self.language();
        let regimes = Notice::regimes(self.knowledge(), &country);
        let views: Vec<_> = (regimes.into_iter())
            .map(|regime| RegimeView {
                id: regime.id(),
                title: regime.title().in_language(language),
                text: regime.text().in_language(language),
                addressee: regime.addressee.in_language(language),
                beware: regime.beware.in_language(language),
                hours: regime.hours,
                fields: (regime.fields.iter())
                    .map(|asked| FieldView {
                        id: asked.field.id(),
                        label: self.label(asked.field),
                        required: true,
                        law: &asked.law,
                    })
                    .collect(),
                sources: regime.sources(),
                checked_on: regime.checked_on(),
            })
            .collect();
        to_json(&views)
    }

    /// A notice for one regime. `fields` are what was typed, by the ids of [`Self::notice_regimes`]: addresses one a line,
    /// statements as `true`; besides `locator`, `mandate`, `minor`, `signature_date`.
    ///
    /// # Errors
    /// When the regime, the format, the fields or the clock are not understood.
    pub fn notice(&self, regime: &str, fields: &str, format: &str, now: &str) -> Result<NoticeAnswer, Refusal> {
        let record =
            Notice::regime(self.knowledge(), regime).ok_or_else(|| Refusal::Request(format!("regime `{regime}`")))?;
        let now = clock(now)?;
        let notice = Notice::of_fields(&json::<BTreeMap<String, String>>(fields)?, &now);
        match argine_report::notice(&notice, record, &now, paper_format(format)?, self.language()) {
            Ok(bytes) => Ok(NoticeAnswer::Written(bytes)),
            Err(ReportError::Incomplete(_)) => Ok(NoticeAnswer::Incomplete(self.missing(&notice, record)?)),
            Err(error) => Err(error.into()),
        }
    }

    fn missing(&self, notice: &Notice, record: &NoticeRecord) -> Result<String, Refusal> {
        let missing = (notice.faults(record).into_iter())
            .map(|fault| MissingField {
                id: fault.field.id(),
                label: self.label(fault.field),
                fault: match fault.fault {
                    Fault::Missing => "missing",
                    Fault::Wrong => "wrong",
                },
                law: fault.law,
                value: fault.value,
            })
            .collect();
        to_json(&Missing { missing })
    }

    fn label(&self, field: NoticeField) -> String {
        self.catalogue().text(&format!("notice-field-{}", field.id()))
    }
}

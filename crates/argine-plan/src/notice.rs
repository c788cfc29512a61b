//! Notices that ask for removal: what they hold, and what is still missing for each law.

use std::collections::BTreeMap;

use argine_knowledge::{Knowledge, NoticeField, NoticeRecord, RequiredField};
use jiff::Zoned;
use serde::{Deserialize, Serialize};

/// The name and version of the notice format.
pub const NOTICE_SCHEMA: &str = "argine.notice/1";

/// One notice for every law: the superset of the fields of DSA art. 16(2), TAKE IT DOWN Act s. 3, OSA s. 10(3A), the
/// Garante's form and GDPR art. 17. It has no place for media, and there is none on purpose: addresses and words
/// identify what is to go.
///
/// Unknown fields are refused. Nobody sends it: a person copies it into a form, or into a mail of their own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[expect(clippy::struct_excessive_bools, reason = "statements that a person makes one by one, not states")]
pub struct Notice {
    /// Exact addresses, one each.
    pub urls: Vec<String>,
    /// How to find it on the page, where the address is not enough.
    pub locator: String,
    /// The services concerned, where nothing is published yet.
    pub platforms: Vec<String>,
    /// Why it is unlawful, in the person's words.
    pub reasons: String,
    /// The person shown did not consent: a statement, true only if they said so.
    pub nonconsent: bool,
    /// Who reports.
    pub reporter: Reporter,
    /// The person shown is, or was in the image, under 18.
    pub minor: bool,
    /// The reporter believes in good faith that what is said is accurate and complete.
    pub good_faith: bool,
    /// The typed signature.
    pub signature: Signature,
    /// Whether a copy of an identity document is ready for the platform's own form. The document is never in here.
    pub identity_document_ready: bool,
}

/// Who reports.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Reporter {
    /// Surname and name.
    pub name: String,
    /// Mail address.
    pub mail: String,
    /// `self`, `guardian`, `lawyer`, `organisation`.
    pub capacity: String,
    /// What gives the right to act for another person: a mandate, parenthood.
    pub mandate: String,
}

/// A typed signature.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Signature {
    /// The name as signed.
    pub name: String,
    /// The day.
    pub date: String,
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// Nothing is there.
    Missing,
    /// It is there and cannot be right: an address that is none, a mandate that is needed and not named.
    Wrong,
}

/// A field that keeps a notice from being complete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeFault<'a> {
    /// Which field.
    pub field: NoticeField,
    /// What is wrong.
    pub fault: Fault,
    /// The law that asks for it.
    pub law: &'a str,
    /// The value, where it is wrong.
    pub value: String,
}

/// The capacities in which somebody reports.
const CAPACITIES: [&str; 4] = ["self", "guardian", "lawyer", "organisation"];

impl Notice {
    /// What keeps the notice from being complete for this regime: where a field is missing, a platform may stop its
    /// clock. Empty where it can go.
    pub fn faults<'a>(&self, regime: &'a NoticeRecord) -> Vec<NoticeFault<'a>> {
        let asked = regime.fields.iter().filter(|required| !(required.not_for_minors && self.minor));
        asked.flat_map(|required| self.faults_of(required)).collect()
    }

    fn faults_of<'a>(&self, required: &'a RequiredField) -> Vec<NoticeFault<'a>> {
        let RequiredField { field, law, .. } = required;
        let fault = |fault, value: &str| NoticeFault { field: *field, fault, law, value: value.to_owned() };
        let filled = |value: &str| -> Vec<NoticeFault<'a>> {
            if value.trim().is_empty() { vec![fault(Fault::Missing, "")] } else { Vec::new() }
        };
        match field {
            NoticeField::Urls if self.urls.is_empty() => vec![fault(Fault::Missing, "")],
            NoticeField::Urls => {
                self.urls.iter().filter(|url| !is_exact(url)).map(|url| fault(Fault::Wrong, url)).collect()
            }
            NoticeField::Reasons => filled(&self.reasons),
            NoticeField::Nonconsent => filled(if self.nonconsent { "x" } else { "" }),
            NoticeField::GoodFaith => filled(if self.good_faith { "x" } else { "" }),
            NoticeField::IdentityDocument => filled(if self.identity_document_ready { "x" } else { "" }),
            NoticeField::ReporterName => filled(&self.reporter.name),
            NoticeField::ReporterMail if self.reporter.mail.trim().is_empty() => vec![fault(Fault::Missing, "")],
            NoticeField::ReporterMail if !is_mail(&self.reporter.mail) => {
                vec![fault(Fault::Wrong, &self.reporter.mail)]
            }
            NoticeField::Signature => {
                let signed = !self.signature.name.trim().is_empty() && !self.signature.date.trim().is_empty();
                filled(if signed { "x" } else { "" })
            }
            NoticeField::Capacity => {
                let capacity = self.reporter.capacity.trim();
                let known = CAPACITIES.contains(&capacity);
                // Who acts for another must say what gives the right to.
                let mandated = capacity == "self" || !self.reporter.mandate.trim().is_empty();
                match (capacity.is_empty(), known && mandated) {
                    (true, _) => vec![fault(Fault::Missing, "")],
                    (false, false) => vec![fault(Fault::Wrong, capacity)],
                    (false, true) => Vec::new(),
                }
            }
            NoticeField::Platforms if self.platforms.is_empty() && self.urls.is_empty() => {
                vec![fault(Fault::Missing, "")]
            }
            NoticeField::ReporterMail | NoticeField::Platforms => Vec::new(),
        }
    }

    /// What was typed into a form, by the ids of the fields ([`NoticeField::id`]): addresses one a line, statements as `true`;
    /// besides `locator`, `mandate`, `minor`, `signature_date`. Without a day it is signed today, without a capacity by the person.
    pub fn of_fields(fields: &BTreeMap<String, String>, now: &Zoned) -> Self {
        let text = |id: &str| fields.get(id).map(|value| value.trim().to_owned()).unwrap_or_default();
        let or =
            |id: &str, other: &str| Some(text(id)).filter(|text| !text.is_empty()).unwrap_or_else(|| other.to_owned());
        let said = |id: &str| text(id) == "true";
        let lines =
            |id: &str| text(id).lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
        Self {
            urls: lines("urls"),
            locator: text("locator"),
            platforms: lines("platforms"),
            reasons: text("reasons"),
            nonconsent: said("nonconsent"),
            reporter: Reporter {
                name: text("reporter_name"),
                mail: text("reporter_mail"),
                capacity: or("capacity", "self"),
                mandate: text("mandate"),
            },
            minor: said("minor"),
            good_faith: said("good_faith"),
            signature: Signature { name: text("signature"), date: or("signature_date", &now.date().to_string()) },
            identity_document_ready: said("identity_document"),
        }
    }

    /// The regime of this id; warnings about hosts are none.
    pub fn regime<'a>(knowledge: &'a Knowledge, id: &str) -> Option<&'a NoticeRecord> {
        use argine_knowledge::Record as _;
        knowledge.notices().iter().find(|record| record.id() == id && record.hosts.is_empty())
    }

    /// Regimes that hold for somebody in `country`, in the order in which they are tried.
    pub fn regimes<'a>(knowledge: &'a Knowledge, country: &str) -> Vec<&'a NoticeRecord> {
        use argine_knowledge::Record as _;
        let mut regimes: Vec<&NoticeRecord> =
            (knowledge.notices().iter()).filter(|record| record.hosts.is_empty() && record.is_for(country)).collect();
        regimes.sort_by_key(|record| record.rank);
        regimes
    }

    /// Warnings about the hosts of its addresses: a route that would tell the uploader who complains, a form that is
    /// not for everybody.
    pub fn warnings<'a>(&self, knowledge: &'a Knowledge) -> Vec<&'a NoticeRecord> {
        let hosts: Vec<String> = self.urls.iter().filter_map(|url| host(url)).collect();
        let concerned = |record: &&NoticeRecord| {
            record.hosts.iter().any(|known| {
                hosts
                    .iter()
                    .any(|host| host == known || host.strip_suffix(known).is_some_and(|rest| rest.ends_with('.')))
            })
        };
        knowledge.notices().iter().filter(concerned).collect()
    }
}

/// An address with scheme, host and something that names the page; spaces and defanged forms (`hxxp`, `[.]`) are not
/// one: a platform must be able to open it.
fn is_exact(url: &str) -> bool {
    let url = url.trim();
    let Some(host) = host(url) else { return false };
    !url.contains(char::is_whitespace) && host.contains('.') && !host.contains(['[', ']']) && !host.starts_with('.')
}

fn host(url: &str) -> Option<String> {
    let url = url.trim();
    let (scheme, rest) = url.split_once("://")?;
    if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
        return None;
    }
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?;
    (!host.is_empty()).then(|| host.to_ascii_lowercase())
}

fn is_mail(mail: &str) -> bool {
    let mail = mail.trim();
    mail.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && !host.contains('@')
    }) && !mail.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use argine_knowledge::Record as _;

    use super::*;

    fn complete() -> Notice {
        Notice {
            urls: vec!["https://pagina.example/p/123".to_owned()],
            platforms: vec!["Instagram".to_owned()],
            reasons: "È un mio video intimo, pubblicato senza il mio consenso.".to_owned(),
            nonconsent: true,
            reporter: Reporter {
                name: "Velli Marco".to_owned(),
                mail: "marco@posta.example".to_owned(),
                capacity: "self".to_owned(),
                mandate: String::new(),
            },
            good_faith: true,
            signature: Signature { name: "Marco Velli".to_owned(), date: "2026-11-22".to_owned() },
            ..Notice::default()
        }
    }

    fn knowledge() -> Knowledge {
        Knowledge::embedded().unwrap()
    }

    fn missing(notice: &Notice, id: &str) -> Vec<(NoticeField, Fault)> {
        let knowledge = knowledge();
        let regime = knowledge.notices().iter().find(|record| record.id() == id).unwrap();
        notice.faults(regime).iter().map(|fault| (fault.field, fault.fault)).collect()
    }

    #[test]
    fn a_complete_notice_serves_every_regime_and_an_empty_one_none() {
        let knowledge = knowledge();
        let regimes = Notice::regimes(&knowledge, "it");
        assert!(regimes.len() >= 6);
        for regime in regimes {
            assert_eq!(complete().faults(regime), [], "{}", regime.id());
            let faults = Notice::default().faults(regime);
            assert_eq!(faults.len(), regime.fields.len(), "{}", regime.id());
            assert!(faults.iter().all(|fault| !fault.law.is_empty()));
        }
    }

    #[test]
    fn each_field_is_missed_by_itself() {
        let check = |change: fn(&mut Notice), id: &str, expected: &[(NoticeField, Fault)]| {
            let mut notice = complete();
            change(&mut notice);
            assert_eq!(missing(&notice, id), expected);
        };
        let dsa = "eu.notice.dsa16";
        check(|n| n.urls.clear(), dsa, &[(NoticeField::Urls, Fault::Missing)]);
        check(|n| n.urls = vec!["hxxps://a.example/x".to_owned()], dsa, &[(NoticeField::Urls, Fault::Wrong)]);
        check(|n| n.urls = vec!["https://a[.]example/x".to_owned()], dsa, &[(NoticeField::Urls, Fault::Wrong)]);
        check(|n| n.reasons = "  ".to_owned(), dsa, &[(NoticeField::Reasons, Fault::Missing)]);
        check(|n| n.good_faith = false, dsa, &[(NoticeField::GoodFaith, Fault::Missing)]);
        check(|n| n.reporter.mail = "marco".to_owned(), dsa, &[(NoticeField::ReporterMail, Fault::Wrong)]);
        let tida = "us.notice.tida3";
        check(|n| n.signature.date.clear(), tida, &[(NoticeField::Signature, Fault::Missing)]);
        check(|n| n.nonconsent = false, tida, &[(NoticeField::Nonconsent, Fault::Missing)]);
        check(|n| n.reporter.capacity = "lawyer".to_owned(), tida, &[(NoticeField::Capacity, Fault::Wrong)]);
    }

    #[test]
    fn who_reports_a_minors_image_may_stay_unnamed() {
        let mut notice = complete();
        notice.reporter = Reporter::default();
        assert_eq!(missing(&notice, "eu.notice.dsa16").len(), 2);
        notice.minor = true;
        assert_eq!(missing(&notice, "eu.notice.dsa16"), []);
    }

    #[test]
    fn a_trap_is_told_for_its_own_host_only() {
        let knowledge = knowledge();
        let check = |url: &str, expected: &[&str]| {
            let notice = Notice { urls: vec![url.to_owned()], ..Notice::default() };
            let found: Vec<&str> = notice.warnings(&knowledge).iter().map(|record| record.id()).collect();
            assert_eq!(found, expected, "{url}");
        };
        check("https://vimeo.com/123", &["any.notice.vimeo"]);
        check("https://player.vimeo.com/video/1", &["any.notice.vimeo"]);
        check("https://notvimeo.com/123", &[]);
        check("https://vimeo.com.example/1", &[]);
        check("https://M.YouTube.com/watch?v=1", &["any.notice.youtube"]);
        check("nonsense", &[]);
    }
}

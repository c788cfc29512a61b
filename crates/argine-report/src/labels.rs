//! The labels of the templates: sentences of the catalogue that need no argument.

/// Labels that the template reads, without `report-`.
pub(crate) const LABELS: &[&str] = &[
    "title",
    "subtitle",
    "document-title",
    "courtesy",
    "recipient",
    "recipient-or",
    "case-number",
    "fill-note",
    "person-heading",
    "person-name",
    "person-born",
    "person-tax",
    "person-residence",
    "person-phone",
    "person-mail",
    "person-document",
    "person-lawyer",
    "age-choice",
    "age-adult",
    "age-minor",
    "guardian-heading",
    "guardian-heading-minor",
    "guardian-note",
    "guardian-name",
    "guardian-born",
    "guardian-capacity",
    "custodian-affected_person",
    "custodian-guardian",
    "custodian-representative",
    "domicile-heading",
    "domicile",
    "domicile-mail",
    "against-heading",
    "against",
    "against-known",
    "accused-name",
    "accused-relation",
    "accused-address",
    "indicator-type",
    "indicator-value",
    "indicator-check",
    "indicator-messages",
    "indicator-none",
    "indicator-written",
    "indicator-note",
    "facts-heading",
    "facts-unknown",
    "facts-number",
    "time-heading",
    "summary-kind",
    "proofs-heading",
    "proof-absent",
    "chronology-heading",
    "column-number",
    "column-time",
    "column-sender",
    "column-fact",
    "column-text",
    "cut-note",
    "money-heading",
    "money-message",
    "money-none",
    "money-confirm",
    "money-stated",
    "answers-heading",
    "answers-intro",
    "answers-fact",
    "answers-answer",
    "others-heading",
    "others-flagged",
    "own-heading",
    "own-empty",
    "own-add",
    "offences-heading",
    "offences-intro",
    "offences-none",
    "offence-because",
    "source",
    "stale",
    "confirm",
    "said",
    "place-heading",
    "place-where",
    "place-known",
    "will-heading",
    "will",
    "evidence-heading",
    "evidence-intro",
    "evidence-intro-guardian",
    "evidence-number",
    "evidence-file",
    "evidence-size",
    "evidence-how",
    "evidence-none",
    "evidence-other",
    "member-unhashed",
    "originals-heading",
    "originals",
    "originals-device",
    "minor-heading",
    "minor-text",
    "minor-description",
    "possible-text",
    "requests-heading",
    "requests-intro",
    "persons-heading",
    "persons-intro",
    "receipt-heading",
    "receipt",
    "receipt-space",
    "sign-place",
    "sign-person",
    "sign-guardian",
    "attachments-list",
    "annex-a",
    "annex-a-intro",
    "annex-a-empty",
    "strict-note",
    "annex-b",
    "annex-b-intro",
    "annex-b-nothing",
    "annex-c",
    "annex-c-intro",
    "annex-d",
    "annex-d-intro",
    "annex-d-norm",
    "annex-d-use",
    "annex-d-source",
    "footer-first",
    "footer-none",
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use argine_knowledge::Catalogue;
    use argine_model::Language;

    use super::*;

    /// Labels that a template reads by name: `t.some-label`.
    fn read_by(template: &str) -> BTreeSet<&str> {
        template
            .split("t.")
            .zip(template.split("t.").skip(1))
            .filter(|(before, _)| {
                !before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.' || c == '_')
            })
            .filter_map(|(_, after)| after.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).next())
            .filter(|label| !label.is_empty() && *label != "at" && *label != "typ")
            .chain(fields_of(template))
            .collect()
    }

    /// Blanks that a template names: `field("some-label")`, or a list of them that a loop goes through.
    fn fields_of(template: &str) -> impl Iterator<Item = &str> {
        let lines = template.lines().filter(|line| line.contains("field("));
        lines.flat_map(|line| line.split('"').skip(1).step_by(2)).filter(|label| !label.is_empty())
    }

    #[test]
    fn template_and_labels_agree() {
        let given: BTreeSet<&str> = LABELS.iter().copied().collect();
        let read = read_by(include_str!("../templates/denuncia.typ"));
        let missing: Vec<_> = read.difference(&given).collect();
        assert!(missing.is_empty(), "read and not given: {missing:?}");
        // The custodian's sentence is chosen by name: `t.at("custodian-" + …)`.
        let idle: Vec<_> = given.difference(&read).filter(|label| !label.starts_with("custodian-")).collect();
        assert!(idle.is_empty(), "given and not read: {idle:?}");
    }

    #[test]
    fn every_sentence_is_in_both_languages() {
        let ids = include_str!("../../../knowledge/messages/it/report.ftl")
            .lines()
            .filter_map(|line| line.split_once(" =").map(|(id, _)| id))
            .filter(|id| id.starts_with("report-"));
        for id in ids {
            for language in Language::ALL {
                let text = Catalogue::new(language).text(id);
                assert_ne!(text, format!("{{{id}}}"), "{language}");
            }
        }
    }
}

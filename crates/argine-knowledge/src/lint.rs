mod cases;

use core::fmt;
use std::collections::{BTreeMap, BTreeSet};

use argine_model::{Action, Language, Tier};
use fluent_syntax::ast;

use crate::catalogue::bundle;
use crate::embedded::PAGES;
use crate::{Confidence, Fact, HelpRole, Knowledge, Record};

/// A rule that a pack or a page breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the sentence of each is in its finding")]
pub enum LintRule {
    NoSource,
    SourceWithoutAddress,
    EmptyText,
    Dates,
    Confidence,
    UnknownHelp,
    ActionWithoutStep,
    Emergency,
    UnknownZone,
    Decriminalised,
    UnknownCountry,
    Wording,
    PageMistake,
    MissingSentence,
    OtherVariables,
    FactWithoutWords,
    HardToRead,
    Unreachable,
    CountryCore,
    WithoutIntrusion,
}

/// Something that must be put right before the packs are shipped.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LintFinding {
    /// The record, the sentence (`it/plan.ftl#fact-paid`) or the page.
    pub place: String,
    /// Which rule.
    pub rule: LintRule,
    /// What is wrong and what to do, for the person who keeps the packs.
    pub problem: String,
}

impl fmt::Display for LintFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.problem)
    }
}

/// Checks the packs and every page of the catalogue. No finding: they may be shipped.
pub fn lint(knowledge: &Knowledge) -> Vec<LintFinding> {
    let mut findings = Vec::new();
    for record in knowledge.records() {
        check_record(knowledge, record, &mut findings);
    }
    check_steps(knowledge, &mut findings);
    check_helplines(knowledge, &mut findings);
    check_statutes(knowledge, &mut findings);
    cases::check(knowledge, &mut findings);
    check_pages(knowledge, &mut findings);
    findings.sort();
    findings
}

fn finding(place: impl Into<String>, rule: LintRule, problem: impl Into<String>) -> LintFinding {
    LintFinding { place: place.into(), rule, problem: problem.into() }
}

fn check_record(knowledge: &Knowledge, record: &dyn Record, findings: &mut Vec<LintFinding>) {
    let mut add = |rule, problem: String| findings.push(finding(record.id(), rule, problem));
    if record.sources().is_empty() {
        add(LintRule::NoSource, "has no source: add one, of tier K where nobody has checked it".to_owned());
    }
    for source in record.sources() {
        if source.tier != Tier::K && source.url.as_deref().unwrap_or_default().is_empty() {
            add(LintRule::SourceWithoutAddress, format!("source `{}` has no url", source.title));
        }
        if source.seen_on > record.checked_on() {
            add(LintRule::Dates, format!("source `{}` was seen after checked_on", source.title));
        }
    }
    if record.review_by() <= record.checked_on() {
        add(LintRule::Dates, "review_by is not after checked_on".to_owned());
    }
    if record.to_be_confirmed() && record.confidence() == Confidence::H {
        add(LintRule::Confidence, "rests on a source of tier K: confidence is at most M".to_owned());
    }
    if !(record.country() == "any"
        || (record.country().len() == 2 && record.country().bytes().all(|b| b.is_ascii_lowercase())))
    {
        add(LintRule::UnknownCountry, "country is two lower-case letters, or any".to_owned());
    }
    for (field, text) in record.texts() {
        for language in Language::ALL {
            let words = text.in_language(language);
            if words.trim().is_empty() {
                add(LintRule::EmptyText, format!("{field} is empty in {language}"));
            }
            for problem in wording(knowledge, language, words) {
                add(LintRule::Wording, format!("{field} ({language}): {problem}"));
            }
        }
    }
}

fn check_steps(knowledge: &Knowledge, findings: &mut Vec<LintFinding>) {
    for action in Action::ALL {
        if !knowledge.steps().iter().any(|step| step.action == *action) {
            findings.push(finding(action.id(), LintRule::ActionWithoutStep, "no step carries out this action"));
        }
    }
    let helps: BTreeSet<&str> =
        knowledge.helplines().iter().map(Record::id).chain(knowledge.routes().iter().map(Record::id)).collect();
    for step in knowledge.steps() {
        for help in step.helps.iter().filter(|help| !helps.contains(help.as_str())) {
            findings.push(finding(
                step.id(),
                LintRule::UnknownHelp,
                format!("helps names `{help}`: no helpline or route has this id"),
            ));
        }
        if step.how.is_empty() {
            findings.push(finding(step.id(), LintRule::EmptyText, "how is empty"));
        }
    }
}

fn check_helplines(knowledge: &Knowledge, findings: &mut Vec<LintFinding>) {
    let countries: BTreeSet<&str> = knowledge.helplines().iter().map(Record::country).collect();
    for country in countries {
        let emergency = knowledge.helplines().iter().filter(|line| line.country() == country && line.is_emergency());
        if emergency.count() != 1 {
            findings.push(finding(
                country,
                LintRule::Emergency,
                "a country has exactly one helpline of rank 0: the emergency number",
            ));
        }
    }
    for line in knowledge.helplines() {
        if jiff::tz::TimeZone::get(&line.zone).is_err() {
            findings.push(finding(line.id(), LintRule::UnknownZone, format!("there is no zone `{}`", line.zone)));
        }
        if line.serves.is_empty() {
            findings.push(finding(line.id(), LintRule::EmptyText, "serves is empty: say whom it serves"));
        }
        // A report or a removal may be asked for in a place that its text names; somebody who listens has a number.
        let named_in_words = matches!(line.role, HelpRole::Police | HelpRole::Removal | HelpRole::Authority);
        if line.phone.is_none() && line.url.is_none() && !named_in_words {
            findings.push(finding(line.id(), LintRule::EmptyText, "has neither phone nor url"));
        }
        if line.is_emergency() != (line.role == HelpRole::Emergency) {
            findings.push(finding(line.id(), LintRule::Emergency, "rank 0 is the emergency number, and nothing else"));
        }
    }
}

/// Art. 528 c.p. is no offence any more (d.lgs. 8/2016): it must never stand in a complaint.
fn check_statutes(knowledge: &Knowledge, findings: &mut Vec<LintFinding>) {
    for statute in knowledge.statutes().iter().filter(|statute| statute.article.contains("528")) {
        findings.push(finding(statute.id(), LintRule::Decriminalised, "art. 528 c.p. is decriminalised: remove it"));
    }
}

/// What the wording rules forbid in a text: blame, promises, labels, alarm.
fn wording(knowledge: &Knowledge, language: Language, text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let mut problems = Vec::new();
    for rule in &knowledge.wording().forbidden {
        if rule.language != "any" && rule.language != language.code() {
            continue;
        }
        let (word, open) = rule.word.strip_suffix('*').map_or((rule.word.as_str(), false), |word| (word, true));
        if holds_word(&lower, word, open) {
            problems.push(format!("`{}`: {}", rule.word, rule.reason));
        }
    }
    problems
}

fn holds_word(text: &str, word: &str, open_end: bool) -> bool {
    let symbol = !word.chars().any(char::is_alphanumeric);
    text.match_indices(word).any(|(start, found)| {
        let before = text.get(..start).and_then(|part| part.chars().next_back());
        let after = text.get(start + found.len()..).and_then(|part| part.chars().next());
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        symbol || (edge(before) && (open_end || edge(after)))
    })
}

fn check_pages(knowledge: &Knowledge, findings: &mut Vec<LintFinding>) {
    let mut sentences: BTreeMap<Language, BTreeMap<String, Sentence>> = BTreeMap::new();
    for language in Language::ALL {
        for (page, problem) in &bundle(language).1 {
            findings.push(finding(page, LintRule::PageMistake, problem));
        }
        let of_language = sentences.entry(language).or_default();
        for &(_, page, text) in PAGES.iter().filter(|(group, ..)| *group == language.code()) {
            for (id, sentence) in read_page(page, text) {
                let place = format!("{page}#{id}");
                for problem in wording(knowledge, language, &sentence.words) {
                    findings.push(finding(&place, LintRule::Wording, problem));
                }
                of_language.insert(id, sentence);
            }
        }
    }
    let (Some(italian), Some(english)) = (sentences.get(&Language::It), sentences.get(&Language::En)) else { return };
    for (id, sentence) in italian {
        match english.get(id) {
            None => findings.push(missing(id, sentence, Language::En)),
            Some(other) if other.variables != sentence.variables => findings.push(finding(
                format!("{}#{id}", sentence.page),
                LintRule::OtherVariables,
                format!("Italian uses {:?}, English {:?}", sentence.variables, other.variables),
            )),
            Some(_) => {}
        }
    }
    for (id, sentence) in english.iter().filter(|(id, _)| !italian.contains_key(*id)) {
        findings.push(missing(id, sentence, Language::It));
    }
    check_facts(knowledge, italian, findings);
}

fn missing(id: &str, sentence: &Sentence, language: Language) -> LintFinding {
    finding(format!("{}#{id}", sentence.page), LintRule::MissingSentence, format!("is missing in {language}"))
}

/// Every fact that an expression names can become a reason that a person reads.
fn check_facts(knowledge: &Knowledge, italian: &BTreeMap<String, Sentence>, findings: &mut Vec<LintFinding>) {
    let expressions = knowledge.records().filter_map(|record| record.applies_if());
    let needs = knowledge.needs().iter();
    let named: BTreeSet<&Fact> = expressions
        .chain(needs.clone().map(|need| &need.applies_if))
        .flat_map(crate::Expression::facts)
        .chain(needs.flat_map(|need| &need.because))
        .collect();
    for fact in named {
        let id = format!("fact-{}", fact.because_id().replace('_', "-"));
        if !italian.contains_key(&id) {
            findings.push(finding(
                id,
                LintRule::FactWithoutWords,
                format!("the fact `{fact}` has no words in plan.ftl"),
            ));
        }
    }
}

struct Sentence {
    page: String,
    words: String,
    variables: BTreeSet<String>,
}

fn read_page(page: &str, text: &str) -> Vec<(String, Sentence)> {
    let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(resource, _)| resource);
    let mut sentences = Vec::new();
    for entry in &resource.body {
        let (id, value, attributes) = match entry {
            ast::Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref(), &message.attributes),
            ast::Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            _ => continue,
        };
        let mut sentence = Sentence { page: page.to_owned(), words: String::new(), variables: BTreeSet::new() };
        for pattern in value.into_iter().chain(attributes.iter().map(|attribute| &attribute.value)) {
            walk_pattern(pattern, &mut sentence);
        }
        sentences.push((id, sentence));
    }
    sentences
}

fn walk_pattern(pattern: &ast::Pattern<&str>, sentence: &mut Sentence) {
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => sentence.words.push_str(value),
            ast::PatternElement::Placeable { expression } => {
                sentence.words.push('\u{fffc}');
                walk_expression(expression, sentence);
            }
        }
    }
}

fn walk_expression(expression: &ast::Expression<&str>, sentence: &mut Sentence) {
    match expression {
        ast::Expression::Inline(inline) => walk_inline(inline, sentence),
        ast::Expression::Select { selector, variants } => {
            walk_inline(selector, sentence);
            for variant in variants {
                sentence.words.push(' ');
                walk_pattern(&variant.value, sentence);
            }
        }
    }
}

fn walk_inline(inline: &ast::InlineExpression<&str>, sentence: &mut Sentence) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            sentence.variables.insert(id.name.to_owned());
        }
        // What a reference needs is part of what the sentence needs, by name: both languages refer to the same ones.
        ast::InlineExpression::MessageReference { id, .. } => {
            sentence.variables.insert(format!("{{{}}}", id.name));
        }
        ast::InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                walk_inline(argument, sentence);
            }
        }
        ast::InlineExpression::Placeable { expression } => walk_expression(expression, sentence),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_packs_have_no_finding() {
        let knowledge = Knowledge::embedded().unwrap_or_else(|error| panic!("{error}"));
        let findings: Vec<String> = lint(&knowledge).iter().map(ToString::to_string).collect();
        assert!(findings.is_empty(), "{} findings:\n{}", findings.len(), findings.join("\n"));
    }

    #[test]
    fn words_are_found_whole() {
        let table = [
            ("la vittima è", "vittima", false, true),
            ("le vittime sono", "vittima", false, false),
            ("sei stato ingenuo.", "ingenu*", true, true),
            ("ingegnoso", "ingenu*", true, false),
            ("fermati!", "!", false, true),
            ("disingenuo", "ingenu*", true, false),
        ];
        for (text, word, open, expected) in table {
            assert_eq!(holds_word(text, word.trim_end_matches('*'), open), expected, "{text}");
        }
    }

    #[test]
    fn a_bad_record_is_named() {
        let pack = r#"
[[record]]
id = "it.bad"
country = "Italy"
title = { it = "Vittima", en = "Calm down!" }
text = { it = "Le foto spariranno.", en = " " }
source = [{ title = "Fonte", tier = "K", seen_on = "2026-12-01" }, { title = "Altra", tier = "P", seen_on = "2026-01-01" }]
checked_on = "2026-11-21"
review_by = "2026-11-21"
confidence = "H"
legal_review = "pending"
article = "art. 528 c.p."
prosecution = "complaint"
connected_ex_officio = false
rank = 1
"#;
        let file = crate::PackFile { kind: "statutes", name: "statutes/it.toml", text: pack };
        let version = "version = \"2026.11.21\"\ndate = \"2026-11-21\"";
        let knowledge = Knowledge::from_files(
            crate::PackHead { version, wording: crate::embedded::WORDING, actions: "", situations: "" },
            &[file],
        )
        .unwrap();
        let rules: BTreeSet<LintRule> = lint(&knowledge)
            .into_iter()
            .filter(|finding| finding.place == "it.bad")
            .map(|finding| finding.rule)
            .collect();
        let expected = [
            LintRule::SourceWithoutAddress,
            LintRule::EmptyText,
            LintRule::Dates,
            LintRule::Confidence,
            LintRule::Decriminalised,
            LintRule::UnknownCountry,
            LintRule::Wording,
        ];
        assert_eq!(rules, BTreeSet::from(expected));
    }

    #[test]
    fn pages_are_compared_by_their_variables() {
        let page = "one = Text { $a } { two }\ntwo = { $n ->\n    [one] { $b }\n   *[other] many { NUMBER($c) }\n }\n-brand = Argine\n";
        let found: Vec<(String, Vec<String>)> = read_page("page", page)
            .into_iter()
            .map(|(id, sentence)| (id, sentence.variables.into_iter().collect()))
            .collect();
        let names = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(found[0], ("one".to_owned(), names(&["a", "{two}"])));
        assert_eq!(found[1], ("two".to_owned(), names(&["b", "c", "n"])));
        assert_eq!(found[2].0, "-brand");
    }
}

//! From a judgement to the format: stages, tactics, proofs, flags, sums, urgency, actions.

use core::cell::LazyCell;
use core::ops::RangeInclusive;
use std::collections::{BTreeMap, BTreeSet};

use argine_indicators::{Traces, named_time, scan};
use argine_model::{
    ASSESSMENT_SCHEMA, Action, ActionAdvice, AgeClass, Alert, Assessment, Conversation, Deadline, Engine, Evidence,
    FlagFinding, Flags, IndicatorEntry, Kind, KindFinding, Message, MoneyMention, ParticipantIndex, Proof,
    ProofFinding, Publication, PublicationFlag, Roles, Stage, StageFinding, Tactic, TacticFinding, Urgency,
    UrgencyFinding,
};

use jiff::SignedDuration;

use crate::ages::Young;
use crate::evaluate::{Contribution, Judgement};
use crate::events::minutes;
use crate::labels::Label;
use crate::observe::{Reading, Unread};
use crate::weights::Move;
use crate::{Recogniser, Recognition};

/// So many suppositions about who the other side is, at most: in a group those who first said something that counts.
const SUPPOSITIONS: usize = 8;
/// Seconds of a limit of which nothing but its length is said.
const LIMITS: RangeInclusive<i64> = 60..=14 * 86_400;
/// The probability of a stage from which an entry shows it plainly.
const PLAIN: f64 = 0.5;
/// The probabilities from which an entry that names a sum asks for it,
const ASKED: f64 = 0.4;
/// and tells that it was paid.
const PAID: f64 = 0.3;
/// So many entries before an alarm, and as many behind it, are asked for the age of who is threatened.
const NEAR: u32 = 1_000;
/// How many times as much is a price that rises, not another sum.
const RISES: RangeInclusive<f64> = 1.2..=5.0;
/// A finding cites at most so many entries.
const CITED: usize = 12;

impl Recogniser {
    pub(crate) fn assess_conversation(&self, conversation: &Conversation, age: AgeClass) -> Recognition {
        let reading = self.observe(conversation);
        let judgement = self.most_suspicious(conversation, &reading);
        let suspicious = judgement.alert.is_some();
        let kind = judgement.kinds.first().map_or(Kind::Benign, |(kind, _)| *kind);
        let suspected = if suspicious || kind == Kind::OtherScam { judgement.suspect } else { None };
        let owner = conversation.owner.as_ref().map(|owner| owner.participant).or_else(|| {
            let other = (0_u32..).zip(&reading.written).filter(|(at, _)| Some(*at) != suspected);
            let most = other.max_by_key(|(at, count)| (**count, core::cmp::Reverse(*at)))?;
            suspected.map(|_| ParticipantIndex(most.0))
        });
        let traces = scan(conversation, owner, suspected.map(ParticipantIndex));
        let mut moves =
            if suspicious || kind == Kind::OtherScam { self.moves(&reading, judgement.suspect) } else { Vec::new() };
        // Another fraud asks for sums too; stages and tactics are of blackmail.
        moves.retain(|one| suspicious || self.labels.name(one.label).starts_with("sign."));
        let mut findings = Findings {
            recogniser: self,
            conversation,
            judgement: &judgement,
            traces: &traces,
            kind,
            marks: BTreeMap::new(),
            suspected,
            language: reading.tally.shares().into_iter().next().map(|share| share.lang),
            moves,
        };
        findings.assemble(&reading, owner, age)
    }

    /// Judges once for everybody who may be the other side, and keeps the gravest result.
    fn most_suspicious(&self, conversation: &Conversation, reading: &Reading) -> Judgement {
        let owner = conversation.owner.as_ref().map(|owner| owner.participant.0);
        let mut candidates: Vec<Option<u32>> = Vec::new();
        // Whoever showed anything, in order: what is cut off at the end never changes who stands at the beginning.
        for entry in reading.cues.entries() {
            let candidate = entry.speaker;
            if candidate.is_some() && candidate != owner && !candidates.contains(&candidate) {
                candidates.push(candidate);
                if candidates.len() == SUPPOSITIONS {
                    break;
                }
            }
        }
        if candidates.is_empty() {
            let other = (0_u32..).zip(&conversation.participants).map(|(at, _)| at).find(|at| Some(*at) != owner);
            candidates.push(other);
        }
        let mut best: Option<Judgement> = None;
        for candidate in candidates {
            let judgement = self.judge(conversation, reading, candidate);
            let graver = best.as_ref().is_none_or(|best| {
                (judgement.alert.is_some(), judgement.probability) > (best.alert.is_some(), best.probability)
            });
            // The alarm is the first that any supposition raised.
            let earliest = best.as_ref().and_then(|best| best.alert).into_iter().chain(judgement.alert).min();
            if graver {
                best = Some(judgement);
            }
            if let Some(best) = &mut best
                && best.alert.is_some()
            {
                best.alert = earliest;
            }
        }
        best.unwrap_or_else(|| self.judge(conversation, reading, None))
    }
}

struct Findings<'a> {
    recogniser: &'a Recogniser,
    conversation: &'a Conversation,
    judgement: &'a Judgement,
    traces: &'a Traces,
    kind: Kind,
    /// Labels that follow from sums and deadlines.
    marks: BTreeMap<&'static str, bool>,
    suspected: Option<u32>,
    /// The language of most of it.
    language: Option<String>,
    moves: Vec<Move>,
}

impl Findings<'_> {
    fn assemble(&mut self, reading: &Reading, owner: Option<ParticipantIndex>, age: AgeClass) -> Recognition {
        let raised = self.judgement.alert.is_some();
        let (demands, payments) = self.money();
        let deadlines = self.deadlines();
        let mut tactics = if raised { self.tactics() } else { Vec::new() };
        self.price_moves(&demands, &payments, &mut tactics);
        tactics.sort_by_key(|finding| (finding.evidence.first().map(|first| first.index), finding.tactic));
        let stages = if raised { self.stages() } else { Vec::new() };
        let current_stage = self.current_stage(&stages);
        let flags = self.flags(raised);
        self.marks.insert("meta.paid", !payments.is_empty());
        for (name, value) in [
            // An age that was typed counts for urgency and actions, but is no finding in the words.
            ("flag.minor_victim", flags.minor_victim.value || age == AgeClass::Minor),
            ("flag.self_harm", flags.self_harm.value),
            ("flag.physical_danger", flags.physical_danger.value),
            ("publication.done", flags.publication.status == Publication::Done),
            ("publication.claimed", flags.publication.status == Publication::Claimed),
            ("publication.threatened", flags.publication.status == Publication::Threatened),
        ] {
            self.marks.insert(name, value);
        }
        let urgency = self.urgency();
        let actions = self.actions();
        let name = |at: Option<ParticipantIndex>| {
            at.and_then(|at| self.conversation.participant(at)).map(|participant| participant.name.clone())
        };
        let kinds = &self.judgement.kinds;
        let p = kinds.first().map_or(1.0, |(_, p)| *p);
        let indicators: Vec<IndicatorEntry> = self
            .traces
            .indicators
            .iter()
            .map(|indicator| {
                let mut indices: Vec<u32> = indicator.mentions.iter().map(|mention| mention.message).collect();
                indices.dedup();
                IndicatorEntry {
                    kind: indicator.kind,
                    value: indicator.value.clone(),
                    role: indicator.role,
                    valid: indicator.validity.holds(),
                    indices,
                }
            })
            .collect();
        let assessment = Assessment {
            schema: ASSESSMENT_SCHEMA.to_owned(),
            conversation_id: self.conversation.id.clone(),
            engine: Engine {
                version: env!("CARGO_PKG_VERSION").to_owned(),
                rules_sha256: self.recogniser.digest.clone(),
                model_sha256: None,
                plugins: Vec::new(),
            },
            languages: reading.tally.shares(),
            messages_total: u32::try_from(self.conversation.messages.len()).unwrap_or(u32::MAX),
            roles: Roles {
                owner: name(owner).unwrap_or_default(),
                suspected: name(self.suspected.map(ParticipantIndex)),
            },
            kind: KindFinding {
                label: self.kind,
                p: rounded(p),
                alternatives: if p < 0.5 {
                    kinds.iter().skip(1).take(2).map(|(kind, p)| (*kind, rounded(*p))).collect()
                } else {
                    Vec::new()
                },
            },
            sextortion_probability: rounded(self.judgement.probability),
            alert: Alert { raised, first_index: self.judgement.alert },
            flags,
            proofs: self.proofs(),
            stages,
            current_stage,
            tactics,
            indicators,
            demands,
            payments,
            deadlines,
            urgency,
            actions,
            not_done: not_done(reading.unread, reading.tally.unsupported()),
        };
        Recognition { assessment, indicators: self.traces.indicators.clone() }
    }

    fn value(&self, name: &str) -> f64 {
        self.recogniser.labels.find(name).map_or(0.0, |label| self.judgement.value(label))
    }

    fn is_present(&self, name: &str) -> bool {
        self.marks.get(name).copied().unwrap_or_else(|| self.value(name) >= 0.5)
    }

    fn cite(&self, contribution: &Contribution) -> Option<Evidence> {
        let rule = self.recogniser.rule(contribution.observation.rule)?;
        let span = contribution.observation.span;
        Some(Evidence {
            index: contribution.observation.message,
            start: span.map(|span| span.0),
            end: span.map(|span| span.1),
            rule: rule.id.clone(),
            why: rule.why.clone(),
            counter: rule.gives.iter().any(|label| self.recogniser.is_counter(*label)),
        })
    }

    /// The entries behind a label in order, then jokes and other guards near them.
    fn evidence(&self, label: Label) -> Vec<Evidence> {
        let mut behind: Vec<&Contribution> = self.judgement.behind(self.recogniser, label).collect();
        behind.retain(|contribution| contribution.weight >= 0.2);
        behind.sort_by_key(|contribution| contribution.observation.message);
        let mut evidence: Vec<Evidence> = Vec::new();
        for cited in behind.iter().filter_map(|contribution| self.cite(contribution)) {
            if evidence.last().is_none_or(|last| last.index != cited.index) && evidence.len() < CITED {
                evidence.push(cited);
            }
        }
        evidence
    }

    fn counters(&self, near: &[Evidence]) -> Vec<Evidence> {
        self.judgement
            .contributions
            .iter()
            .filter_map(|contribution| self.cite(contribution))
            .filter(|cited| cited.counter && near.iter().any(|one| one.index.abs_diff(cited.index) <= 5))
            .take(3)
            .collect()
    }

    fn proofs(&self) -> Vec<ProofFinding> {
        let found = |proof: &Proof| {
            let label = self.recogniser.labels.find(&format!("proof.{}", proof.id()))?;
            if self.judgement.value(label) < 0.4 {
                return None;
            }
            let mut evidence = self.evidence(label);
            if evidence.is_empty() {
                return None;
            }
            evidence.extend(self.counters(&evidence));
            Some(ProofFinding { proof: *proof, evidence })
        };
        Proof::ALL.iter().filter_map(found).collect()
    }

    fn stages(&self) -> Vec<StageFinding> {
        let mut stages: Vec<StageFinding> = Stage::ALL
            .iter()
            .filter_map(|stage| {
                let (p, mut evidence) = self.moved(&format!("stage.{}", stage.id()));
                let label = self.recogniser.labels.find(&format!("stage.{}", stage.id()))?;
                // A stage begins where it is first shown plainly, not where it might be foreseen.
                let is_plain = |one: &&Move| one.label == label && rounded(one.p) >= p.min(PLAIN);
                let first_index = self.moves.iter().find(is_plain)?.message;
                evidence.retain(|one| one.index >= first_index);
                Some(StageFinding { stage: *stage, first_index, p, evidence })
            })
            .collect();
        stages.sort_by_key(|finding| (finding.first_index, finding.stage));
        stages
    }

    /// Where the blackmail stands at the end: the stage last shown; of what one entry shows the surest.
    fn current_stage(&self, stages: &[StageFinding]) -> Option<Stage> {
        let last = |stage: Stage| {
            let label = self.recogniser.labels.find(&format!("stage.{}", stage.id()))?;
            self.moves.iter().rfind(|one| one.label == label)
        };
        let shown = stages.iter().filter_map(|finding| Some((finding.stage, last(finding.stage)?)));
        let later = |(_, left): &(Stage, &Move), (_, right): &(Stage, &Move)| {
            left.message.cmp(&right.message).then(left.p.total_cmp(&right.p))
        };
        shown.max_by(later).map(|(stage, _)| stage)
    }

    fn tactics(&self) -> Vec<TacticFinding> {
        Tactic::ALL
            .iter()
            .filter_map(|tactic| {
                let (p, evidence) = self.moved(&format!("tactic.{}", tactic.id()));
                (!evidence.is_empty()).then_some(TacticFinding { tactic: *tactic, p, evidence })
            })
            .collect()
    }

    /// The entries that show a stage or tactic, by the fitted weights.
    fn seen(&self, name: &str) -> impl Iterator<Item = u32> + '_ {
        let label = self.recogniser.labels.find(name);
        self.moves.iter().filter(move |one| Some(one.label) == label).map(|one| one.message)
    }

    /// The same, at least with this probability.
    fn seen_from(&self, name: &str, p: f64) -> BTreeSet<u32> {
        let label = self.recogniser.labels.find(name);
        self.moves.iter().filter(|one| Some(one.label) == label && one.p >= p).map(|one| one.message).collect()
    }

    /// The probability of a stage or tactic, and the entries that show it.
    fn moved(&self, name: &str) -> (f64, Vec<Evidence>) {
        let Some(label) = self.recogniser.labels.find(name) else { return (0.0, Vec::new()) };
        let why =
            self.recogniser.rules.iter().find(|rule| rule.gives.contains(&label)).and_then(|rule| rule.why.clone());
        let seen = || self.moves.iter().filter(|one| one.label == label);
        let p = seen().map(|one| one.p).fold(0.0, f64::max);
        let evidence = seen().take(CITED).map(|one| Evidence {
            index: one.message,
            start: one.span.map(|span| span.0),
            end: one.span.map(|span| span.1),
            rule: format!("fit.{name}"),
            why: why.clone(),
            counter: false,
        });
        (rounded(p), evidence.collect())
    }

    /// Falling or rising demands.
    fn price_moves(&self, demands: &[MoneyMention], payments: &[MoneyMention], tactics: &mut Vec<TacticFinding>) {
        if self.judgement.alert.is_none() {
            return;
        }
        for (tactic, rule, falls) in
            [(Tactic::PriceDrop, "evt.price_drop", true), (Tactic::PriceRaise, "evt.price_raise", false)]
        {
            let moves = demands.iter().enumerate().filter_map(|(at, after)| {
                let earlier = || demands.iter().take(at).filter(|one| one.currency == after.currency);
                let before = earlier().next_back().filter(|before| after.index > before.index)?;
                // Half now and half on Friday are two sums, and neither is a new price.
                let is_alone = |entry: u32| demands.iter().filter(|one| one.index == entry).count() == 1;
                let rises = || {
                    RISES.contains(&(after.amount / before.amount))
                        && earlier().all(|one| one.amount < after.amount)
                        && is_alone(before.index)
                        && is_alone(after.index)
                };
                let moved = if falls { after.amount < before.amount } else { rises() };
                // After a payment another sum is a new demand.
                let since = before.index..after.index;
                let settled = payments.iter().any(|paid| since.contains(&paid.index))
                    || self.entries("stage.payment").iter().any(|at| since.contains(at));
                (moved && !settled).then_some(after.index)
            });
            let evidence: Vec<Evidence> = moves
                .map(|index| Evidence {
                    index,
                    start: None,
                    end: None,
                    rule: rule.to_owned(),
                    why: Some(if falls { "why-price-drop" } else { "why-price-raise" }.to_owned()),
                    counter: false,
                })
                .take(CITED)
                .collect();
            if evidence.is_empty() {
                continue;
            }
            match tactics.iter_mut().find(|finding| finding.tactic == tactic) {
                Some(finding) => {
                    finding.evidence.extend(evidence);
                    finding.evidence.sort_by_key(|one| one.index);
                    finding.evidence.dedup_by_key(|one| one.index);
                }
                None => tactics.push(TacticFinding { tactic, p: 0.8, evidence }),
            }
        }
    }

    fn speaker(&self, message: u32) -> Option<u32> {
        self.conversation.messages.get(message as usize)?.sender.map(|sender| sender.0)
    }

    fn is_other(&self, message: u32) -> bool {
        self.speaker(message).is_none_or(|speaker| Some(speaker) == self.suspected)
            || self.conversation.kind == argine_model::ConversationKind::Mail
    }

    /// The entries at which a label was found.
    fn entries(&self, name: &str) -> Vec<u32> {
        let Some(label) = self.recogniser.labels.find(name) else { return Vec::new() };
        let mut entries: Vec<u32> = self
            .judgement
            .behind(self.recogniser, label)
            .filter(|contribution| contribution.weight >= 0.2)
            .map(|contribution| contribution.observation.message)
            .collect();
        entries.sort_unstable();
        entries.dedup();
        entries
    }

    /// Sums asked by the other side, and sums that the person says they paid.
    fn money(&self) -> (Vec<MoneyMention>, Vec<MoneyMention>) {
        let (mut demands, mut payments) = (Vec::new(), Vec::new());
        let asked = self.seen_from("sign.sum_demanded", ASKED);
        let paid = self.seen_from("sign.sum_paid", PAID);
        let is_sought = |entry: u32| if self.is_other(entry) { &asked } else { &paid }.contains(&entry);
        let usual = LazyCell::new(|| {
            let named = self.traces.amounts.iter().map(|amount| amount.currency.as_str());
            self.recogniser.sum_words.usual_currency(self.conversation, named, self.language.as_deref())
        });
        for sum in self.recogniser.sums(self.conversation, self.traces, is_sought) {
            let currency_inferred = sum.currency.is_empty();
            let currency = if currency_inferred { *usual } else { sum.currency }.to_owned();
            let mention = MoneyMention { index: sum.message, amount: sum.value, currency, currency_inferred };
            if self.is_other(sum.message) { demands.push(mention) } else { payments.push(mention) }
        }
        payments.dedup_by(|right, left| right.index == left.index && right.amount.total_cmp(&left.amount).is_eq());
        (demands, payments)
    }

    fn deadlines(&mut self) -> Vec<Deadline> {
        if self.judgement.alert.is_none() {
            return Vec::new();
        }
        let set: BTreeSet<u32> = self.seen("sign.limit_set").collect();
        let mut soon = self.value("sign.same_day") >= 0.5;
        let mut deadlines = Vec::new();
        for due in self.traces.deadlines.iter().filter(|due| set.contains(&due.message) && self.is_other(due.message)) {
            let said = self.conversation.messages.get(due.message as usize).and_then(|message| message.time);
            soon |= said.is_some_and(|said| minutes(due.due) - minutes(said.civil) <= 24 * 60);
            deadlines.push(Deadline {
                index: due.message,
                due: due.due.strftime("%Y-%m-%dT%H:%M").to_string(),
                relative: due.relative,
            });
        }
        // What sets a limit without the usual words of one: "at eight we close the file".
        let limited: BTreeSet<u32> = deadlines.iter().map(|deadline| deadline.index).collect();
        let ahead = self.traces.lengths.iter().filter(|length| {
            let words = self.conversation.messages.get(length.message as usize).map_or("", Message::words);
            LIMITS.contains(&length.seconds) && !is_past(words, length.end as usize)
        });
        let lengths: BTreeMap<u32, i64> = ahead.rev().map(|length| (length.message, length.seconds)).collect();
        let told: BTreeSet<u32> = set.into_iter().chain(self.seen("tactic.countdown")).collect();
        for message in told.difference(&limited).copied() {
            let Some(entry) = self.conversation.messages.get(message as usize) else { continue };
            let Some(said) = entry.time.filter(|_| self.is_other(message)) else { continue };
            let length = lengths.get(&message).map(|seconds| SignedDuration::from_secs(*seconds));
            let after = length.and_then(|length| said.civil.checked_add(length).ok());
            let Some(due) = named_time(entry.words(), said.civil).or(after) else { continue };
            soon |= minutes(due) - minutes(said.civil) <= 24 * 60;
            deadlines.push(Deadline {
                index: message,
                due: due.strftime("%Y-%m-%dT%H:%M").to_string(),
                relative: after == Some(due),
            });
        }
        deadlines.sort_by_key(|deadline| deadline.index);
        self.marks.insert("meta.deadline_24h", soon);
        deadlines
    }

    fn flag(&self, name: &str, keep: impl Fn(&Evidence) -> bool) -> FlagFinding {
        self.flag_of_any(&[name], keep)
    }

    /// A flag that any of these labels raises.
    fn flag_of_any(&self, names: &[&str], keep: impl Fn(&Evidence) -> bool) -> FlagFinding {
        let labels = names.iter().filter_map(|name| self.recogniser.labels.find(name));
        let shown = labels.filter(|label| self.judgement.value(*label) >= 0.5);
        let mut evidence: Vec<Evidence> = shown.flat_map(|label| self.evidence(label)).filter(keep).collect();
        evidence.sort_by_key(|one| one.index);
        evidence.dedup_by_key(|one| one.index);
        FlagFinding { value: !evidence.is_empty(), first_index: evidence.first().map(|first| first.index), evidence }
    }

    fn flags(&self, raised: bool) -> Flags {
        let owner = self.conversation.owner.as_ref().map(|owner| owner.participant.0);
        let affected = |evidence: &Evidence| {
            let speaker = self.speaker(evidence.index);
            if raised || self.kind == Kind::OtherScam { speaker.is_none() || speaker != self.suspected } else { true }
        };
        // Where nobody threatens, only the person's own age counts, or that of who confides.
        let own = |evidence: &Evidence| {
            affected(evidence)
                && (raised || self.kind == Kind::Disclosure || owner.is_none() || self.speaker(evidence.index) == owner)
        };
        // Kept even where somebody typed "adult": what is at stake is a child's picture.
        // Who is blackmailed, or tells of it, despairs more often than others: a faint sign is enough there.
        let despair: &[&str] = if raised || self.kind == Kind::Disclosure {
            &["flag.self_harm", "sign.despair"]
        } else {
            &["flag.self_harm"]
        };
        let minor_victim = self.minor(own, !raised && self.kind == Kind::Disclosure);
        let physical_danger = if raised { self.flag("flag.physical_danger", |_| true) } else { FlagFinding::default() };
        let publication = if raised { self.publication() } else { None };
        Flags {
            minor_victim,
            self_harm: self.flag_of_any(despair, affected),
            physical_danger,
            publication: publication.unwrap_or(PublicationFlag {
                status: Publication::None,
                first_index: None,
                evidence: Vec::new(),
            }),
        }
    }

    /// Whether the affected person is a child: by rules, else by the year at school; of a child told of only where nobody threatens,
    /// because whom somebody blackmails may have one.
    fn minor(&self, is_own: impl Fn(&Evidence) -> bool, tells: bool) -> FlagFinding {
        let found = self.flag("flag.minor_victim", &is_own);
        if found.value {
            return found;
        }
        if !(tells || self.judgement.alert.is_some()) {
            return found;
        }
        let first = self.judgement.alert.unwrap_or(0).saturating_sub(NEAR);
        let near = self.conversation.messages.iter().skip(first as usize).take(2 * NEAR as usize);
        let told = self.recogniser.ages.told(near.map(|message| (message.index, message.words())));
        let told = told.filter_map(|(index, told)| {
            let rule = match told.who {
                Young::Writer => "age.own_school",
                Young::Child => "age.child",
            };
            let evidence = Evidence {
                index,
                start: Some(told.start),
                end: Some(told.end),
                rule: rule.to_owned(),
                why: Some("why-minor".to_owned()),
                counter: false,
            };
            (is_own(&evidence) && (tells || told.who == Young::Writer)).then_some(evidence)
        });
        let evidence: Vec<Evidence> = told.take(CITED).collect();
        FlagFinding { value: !evidence.is_empty(), first_index: evidence.first().map(|first| first.index), evidence }
    }

    /// What is known of publication: by rules first; then by the entries that show it, where the word of whoever is
    /// affected, or of a third person, confirms what the other side alone only claims.
    fn publication(&self) -> Option<PublicationFlag> {
        let by_rule = |status: Publication| {
            let found = self.flag(&format!("publication.{}", status.id()), |_| true);
            found.value.then_some(PublicationFlag { status, first_index: found.first_index, evidence: found.evidence })
        };
        let by_moves = |name: &str, status: Publication| {
            let (_, evidence) = self.moved(name);
            let first_index = Some(evidence.first()?.index);
            Some(PublicationFlag { status, first_index, evidence })
        };
        let shown = || {
            let status = if self.seen("stage.publication").all(|entry| self.is_other(entry)) {
                Publication::Claimed
            } else {
                Publication::Done
            };
            by_moves("stage.publication", status)
        };
        by_rule(Publication::Done)
            .or_else(shown)
            .or_else(|| by_rule(Publication::Claimed))
            .or_else(|| by_rule(Publication::Threatened))
            .or_else(|| by_moves("stage.threat", Publication::Threatened))
    }

    fn urgency(&self) -> UrgencyFinding {
        let present = |name: &str| self.is_present(name);
        let rows: Vec<_> =
            self.recogniser.urgency.iter().filter(|row| row.when.reasons(self.kind, &present).is_some()).collect();
        let highest = rows.iter().map(|row| row.level).max().unwrap_or(0);
        UrgencyFinding {
            level: Urgency::try_from(highest).unwrap_or(Urgency::EXTREME),
            reasons: rows.iter().filter(|row| row.level == highest).map(|row| row.id.clone()).collect(),
        }
    }

    fn actions(&self) -> Vec<ActionAdvice> {
        let present = |name: &str| self.is_present(name);
        let mut rows: Vec<(u32, Action, Vec<String>)> = self
            .recogniser
            .actions
            .iter()
            .filter_map(|row| Some((row.rank, row.action, row.when.reasons(self.kind, &present)?)))
            .collect();
        rows.sort_by_key(|(rank, action, _)| (*rank, *action));
        let mut actions: Vec<ActionAdvice> = Vec::new();
        for (_, action, because) in rows {
            let Some(advice) = actions.iter_mut().find(|advice| advice.action == action) else {
                let priority = u32::try_from(actions.len()).unwrap_or(0) + 1;
                actions.push(ActionAdvice { action, priority, because });
                continue;
            };
            for reason in because {
                if !advice.because.contains(&reason) {
                    advice.because.push(reason);
                }
            }
        }
        actions
    }
}

/// Whether a length of time is told of what was: "due minuti fa", "dieci minuti di ritardo".
fn is_past(words: &str, end: usize) -> bool {
    let mut behind =
        words.get(end..).unwrap_or("").split(|sign: char| !sign.is_alphabetic()).filter(|word| !word.is_empty());
    match behind.next().unwrap_or("") {
        "fa" | "ago" | "atrás" | "atras" | "late" | "her" | "zu" => true,
        "di" | "de" => behind.next().is_some_and(|word| ["ritardo", "retard", "retraso", "atraso"].contains(&word)),
        _ => false,
    }
}

/// To a thousandth: weights are not more exact than that, and every machine prints the same.
fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

fn not_done(unread: Unread, unsupported: f64) -> Vec<String> {
    let counts = [
        ("omitted_media", unread.media),
        ("voice_notes", unread.voice),
        ("deleted_messages", unread.deleted),
        ("unsupported_entries", unread.unsupported),
    ];
    let mut list: Vec<String> =
        counts.into_iter().filter(|(_, count)| *count > 0).map(|(id, count)| format!("{id}:{count}")).collect();
    if unsupported >= 0.2 {
        list.push(format!("unsupported_language:{:.0}", unsupported * 100.0));
    }
    list
}

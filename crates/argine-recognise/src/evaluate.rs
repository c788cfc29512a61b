//! The forward judgement: observations, one after the other, under the supposition that one participant is the
//! other side. What is decided at entry *t* rests on entries `0..=t`.

use std::collections::VecDeque;

use argine_model::{Conversation, ConversationKind, Kind, Message};

use crate::Recogniser;
use crate::cues::{Fading, Side, Trail};
use crate::families::Near;
use crate::forest::Pool;
use crate::frames::Says;
use crate::labels::Label;
use crate::observe::{Observation, Reading};
use crate::weights::probability;

/// Laughter or "just kidding" speaks against what was said so many entries before.
const JOKE_REACH: u32 = 5;
/// Among people who laugh together the alarm waits for so many entries.
const PATIENCE: u32 = 3;
/// A rule that needs a context waits so many entries for it.
const CONTEXT_REACH: u32 = 8;
/// A chat that begins with an ultimatum does so in its first entries.
const FIRST: u32 = 2;
/// An ultimatum is one line: so many bytes at most.
const ONE_LINE: usize = 160;
/// A context counts from this value of its label.
const CONTEXT: f64 = 0.3;

/// A rule that counts, for a supposition.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Contribution {
    /// What was observed.
    pub(crate) observation: Observation,
    /// What remains of the rule's weight, after guards.
    pub(crate) weight: f64,
}

/// The judgement under one supposition.
#[derive(Debug, Clone)]
pub(crate) struct Judgement {
    /// The participant supposed to be the other side.
    pub(crate) suspect: Option<u32>,
    /// What counted, in order.
    pub(crate) contributions: Vec<Contribution>,
    /// Sums of weights by label.
    pub(crate) values: Vec<f64>,
    /// Kinds with their probabilities, most probable first.
    pub(crate) kinds: Vec<(Kind, f64)>,
    /// Probability of sextortion or what leads to it.
    pub(crate) probability: f64,
    /// Where the alarm was raised.
    pub(crate) alert: Option<u32>,
}

impl Judgement {
    /// The value of a label, from 0 to 1.
    pub(crate) fn value(&self, label: Label) -> f64 {
        self.values.get(usize::from(label.0)).copied().unwrap_or(0.0).clamp(0.0, 1.0)
    }

    /// The observations behind a label, strongest rules and jokes alike.
    pub(crate) fn behind<'a>(
        &'a self,
        recogniser: &'a Recogniser,
        label: Label,
    ) -> impl Iterator<Item = &'a Contribution> {
        self.contributions.iter().filter(move |contribution| {
            recogniser.rule(contribution.observation.rule).is_some_and(|rule| rule.gives.contains(&label))
        })
    }
}

impl Recogniser {
    /// Judges a reading, supposing that `suspect` is the other side.
    pub(crate) fn judge(&self, conversation: &Conversation, reading: &Reading, suspect: Option<u32>) -> Judgement {
        let mut state = State {
            recogniser: self,
            suspect,
            owner: conversation.owner.as_ref().map(|owner| owner.participant.0),
            kind: conversation.kind,
            is_nameless: conversation.kind != ConversationKind::Mail && conversation.participants.is_empty(),
            waiting: VecDeque::new(),
            seen: vec![None; self.labels.len()],
            appeared: suspect.is_none(),
            pending: None,
            jokes: Vec::new(),
            laughed: None,
            trail: Trail::default(),
            sums: self.weights.kind_sums(),
            pool: Pool::new(self.learned.labels.len(), conversation.kind == ConversationKind::Mail),
            shown: None,
            ultimatum: false,
            raised: 0.0,
            kinds: Vec::new(),
            peak: Vec::new(),
            judgement: Judgement {
                suspect,
                contributions: Vec::new(),
                values: vec![0.0; self.labels.len()],
                kinds: Vec::new(),
                probability: 0.0,
                alert: None,
            },
        };
        let is_mail = state.is_mail();
        if is_mail {
            state.set(self.known.mail, 1.0);
        }
        let last = conversation.messages.last().map_or(0, |message| message.index);
        let (mut near, mut together) = (Near::default(), Vec::new());
        let mut heard = reading.heard.entries().peekable();
        let mut raised = reading.raised.iter().copied().peekable();
        let mut observed = reading.observations.chunk_by(|left, right| left.message == right.message).peekable();
        for entry in reading.cues.entries() {
            let message = entry.message;
            state.expire(message);
            if reading.third_speaker.is_some_and(|third| third <= message) {
                state.set(self.known.group, 1.0);
            }
            let group = observed.next_if(|group| group.first().is_some_and(|first| first.message == message));
            state.step(message, group.unwrap_or_default());
            let side = if state.is_mail() { Side::Other } else { Self::side(entry.speaker, suspect) };
            state.appeared |= state.is_mail() || entry.speaker.is_none() || entry.speaker == suspect;
            state.sums.at(message);
            self.together(&reading.cues, *entry, side, &mut near, &mut together);
            for cue in reading.cues.of(*entry, side).map(|(cue, _)| cue).chain(together.drain(..)) {
                let growth = state.trail.add(cue, message);
                self.weights.grow_kinds(&mut state.sums, cue, growth);
            }
            while let Some((entry, said)) = heard.next_if(|(entry, _)| entry.message <= message) {
                let side = if state.is_mail() { Side::Other } else { Self::side(entry.speaker, suspect) };
                state.pool.add(side, said);
            }
            state.ultimatum |= side == Side::Other && state.is_ultimatum(conversation, message, reading);
            // Of mails most are another fraud, in whatever language.
            while let Some((_, more)) = raised.next_if(|(since, _)| *since <= message && !is_mail) {
                state.raised = more;
            }
            state.consider(message);
        }
        state.expire(last + 1);
        let telling = if state.is_typed() { self.alarm.telling } else { 1.0 };
        let odds = |kind: Kind| if kind == Kind::Disclosure { telling } else { 1.0 };
        let mut peak = core::mem::take(&mut state.peak);
        self.weights.mend_kinds(state.pool.features(), odds, &mut peak);
        let mut judgement = state.judgement;
        conclude(&mut judgement, peak);
        judgement
    }
}

/// The kinds at the peak, consistent with the alarm that was or was not raised: what was said later never takes an
/// alarm back.
fn conclude(judgement: &mut Judgement, mut kinds: Vec<(Kind, f64)>) {
    kinds.sort_by(|left, right| right.1.total_cmp(&left.1).then(left.0.cmp(&right.0)));
    let raised = judgement.alert.is_some();
    if let Some(first) = kinds.iter().position(|(kind, _)| kind.is_sextortion() == raised) {
        let leading = kinds.remove(first);
        kinds.insert(0, leading);
    }
    judgement.kinds = kinds;
}

/// The probability of blackmail or what leads to it.
fn blackmail(kinds: &[(Kind, f64)]) -> f64 {
    kinds.iter().filter(|(kind, _)| kind.is_sextortion()).map(|(_, p)| p).sum()
}

/// What two probabilities say together: the odds of the first, times the root of those of the second.
fn joined(first: f64, second: f64) -> f64 {
    let odds = |p: f64| p.max(1e-9) / (1.0 - p).max(1e-9);
    let both = odds(first) * odds(second).sqrt();
    both / (1.0 + both)
}

/// Log odds below which the first of two probabilities leaves [`joined`] below a wanted one; a little lower, whatever the rounding.
fn least_of_interest(wanted: f64, second: f64) -> f64 {
    let log_odds = |p: f64| (p.max(1e-9) / (1.0 - p).max(1e-9)).ln();
    log_odds(wanted) - log_odds(second) / 2.0 - 0.01
}

/// The probability of an innocent conversation.
fn innocent(kinds: &[(Kind, f64)]) -> f64 {
    kinds.iter().find(|(kind, _)| *kind == Kind::Benign).map_or(1.0, |(_, p)| *p)
}

struct State<'a> {
    recogniser: &'a Recogniser,
    suspect: Option<u32>,
    owner: Option<u32>,
    kind: ConversationKind,
    /// Whether nobody's name is known: words that were typed or pasted.
    is_nameless: bool,
    /// Observations whose context is not there yet.
    waiting: VecDeque<Observation>,
    /// Last entry of each label.
    seen: Vec<Option<u32>>,
    /// Whether the side under suspicion has shown anything: before that nobody could suspect it.
    appeared: bool,
    /// Since when the alarm waits.
    pending: Option<u32>,
    /// Entries with laughter of the affected side, or with "just kidding", and what remains of what was said before.
    jokes: Vec<(u32, f64)>,
    /// The last entry with anybody's laughter.
    laughed: Option<u32>,
    /// What the fitted weights read.
    trail: Trail,
    /// What they read it as.
    sums: Fading,
    /// What was said so far, for the trees.
    pool: Pool,
    /// What entries show, reckoned where it is asked for.
    shown: Option<Vec<(u32, f64)>>,
    /// Whether the chat begins with a sum beside what is plainly a threat.
    ultimatum: bool,
    /// By how many log odds more the trees are raised, for the languages spoken so far.
    raised: f64,
    /// The kinds at this entry.
    kinds: Vec<(Kind, f64)>,
    /// The kinds when least spoke for an innocent conversation, before an alarm or since.
    peak: Vec<(Kind, f64)>,
    judgement: Judgement,
}

impl State<'_> {
    fn is_mail(&self) -> bool {
        self.kind == ConversationKind::Mail
    }

    /// Whether it is words that somebody typed or pasted, and no mail.
    fn is_typed(&self) -> bool {
        self.is_nameless && !self.is_mail()
    }

    fn set(&mut self, label: Label, value: f64) {
        if let Some(slot) = self.judgement.values.get_mut(usize::from(label.0)) {
            *slot = value;
        }
    }

    fn add(&mut self, labels: &[Label], weight: f64) {
        for label in labels {
            if let Some(slot) = self.judgement.values.get_mut(usize::from(label.0)) {
                *slot += weight;
            }
        }
    }

    /// Whether the rule's side is the speaker's.
    fn is_said_by(&self, says: Says, speaker: Option<u32>) -> bool {
        match (says, speaker) {
            (Says::Any, _) | (_, None) if !self.is_mail() || says == Says::Any => true,
            (Says::Other, _) if self.is_mail() => true,
            (Says::Owner, _) if self.is_mail() => false,
            (Says::Owner, speaker) => self.suspect != speaker,
            (_, speaker) => self.suspect == speaker,
        }
    }

    fn has_context(&self, observation: &Observation) -> bool {
        let Some(rule) = self.recogniser.rule(observation.rule) else { return false };
        rule.when.is_empty()
            || rule.when.iter().any(|label| {
                self.seen
                    .get(usize::from(label.0))
                    .copied()
                    .flatten()
                    .filter(|_| self.judgement.value(*label) >= CONTEXT)
                    .is_some_and(|at| {
                        (!rule.after || at <= observation.message)
                            && rule.within.is_none_or(|within| observation.message.abs_diff(at) <= within)
                    })
            })
    }

    fn step(&mut self, message: u32, group: &[Observation]) {
        while self.waiting.front().is_some_and(|first| first.message + CONTEXT_REACH < message) {
            self.waiting.pop_front();
        }
        for observation in group {
            let Some(rule) = self.recogniser.rule(observation.rule) else { continue };
            if self.is_said_by(rule.says, observation.speaker) {
                self.waiting.push_back(*observation);
            }
        }
        // What one rule gives may be the context of another.
        for _ in 0..3 {
            let mut again = false;
            for _ in 0..self.waiting.len() {
                let Some(observation) = self.waiting.pop_front() else { break };
                if self.has_context(&observation) {
                    self.accept(observation);
                    again = true;
                } else {
                    self.waiting.push_back(observation);
                }
            }
            if !again {
                break;
            }
        }
    }

    fn accept(&mut self, observation: Observation) {
        let recogniser = self.recogniser;
        let Some(rule) = recogniser.rule(observation.rule) else { return };
        let known = &recogniser.known;
        let mut weight = rule.weight;
        if rule.gives.contains(&known.joke) {
            self.discount(observation.message, 0.15);
        } else if rule.gives.contains(&known.laughter) && self.speaker_is_owner(observation.speaker) {
            self.discount(observation.message, 0.45);
        }
        if rule.gives.contains(&known.joke) || rule.gives.contains(&known.laughter) {
            self.laughed = Some(observation.message);
        }
        for (at, factor) in self.jokes.iter().rev().take_while(|(at, _)| *at + JOKE_REACH >= observation.message) {
            // Laughter in the same message; earlier laughter is of something else.
            if *at == observation.message {
                weight *= factor;
            }
        }
        for label in &rule.gives {
            if let Some(slot) = self.seen.get_mut(usize::from(label.0)) {
                *slot = Some(observation.message.max(slot.unwrap_or(0)));
            }
        }
        self.add(&rule.gives, weight);
        self.judgement.contributions.push(Contribution { observation, weight });
    }

    fn speaker_is_owner(&self, speaker: Option<u32>) -> bool {
        self.suspect.is_some() && speaker.is_some() && speaker != self.suspect
            || self.owner.is_some() && speaker == self.owner
    }

    /// Takes weight from what was said shortly before.
    fn discount(&mut self, message: u32, factor: f64) {
        self.jokes.push((message, factor));
        let recogniser = self.recogniser;
        let mut taken: Vec<(u16, f64)> = Vec::new();
        for contribution in self.judgement.contributions.iter_mut().rev() {
            if contribution.observation.message + JOKE_REACH < message {
                break;
            }
            // Nobody's joke makes anybody older.
            let gives = recogniser.rule(contribution.observation.rule).map(|rule| rule.gives.as_slice());
            if gives.is_some_and(|gives| gives.contains(&recogniser.known.minor)) {
                continue;
            }
            let lost = contribution.weight * (1.0 - factor);
            contribution.weight -= lost;
            taken.push((contribution.observation.rule, lost));
        }
        for (rule, lost) in taken {
            if let Some(rule) = recogniser.rule(rule)
                && !rule.gives.iter().any(|label| recogniser.is_counter(*label))
            {
                self.add(&rule.gives, -lost);
            }
        }
    }

    /// Raises the alarm, or lets it wait where people laugh together.
    fn consider(&mut self, message: u32) {
        if !self.appeared {
            return;
        }
        self.recogniser.weights.kinds(self.sums.at(message), &mut self.kinds);
        let is_pressed = self.expect(message);
        if innocent(&self.kinds) <= innocent(&self.peak) {
            self.peak.clone_from(&self.kinds);
        }
        let (alarm, weights) = (&self.recogniser.alarm, &self.recogniser.weights);
        let by_kinds = blackmail(&self.kinds);
        // Below what was found already, and below the alarm, it changes nothing how unlikely it is.
        let least = least_of_interest(self.judgement.probability.min(0.5), by_kinds) - alarm.raise_all - self.raised;
        let by_trees = weights.forest.log_odds_from(least, self.pool.features());
        let by_all = by_trees.map_or(0.0, |trees| joined(probability(trees + alarm.raise_all + self.raised), by_kinds));
        // What is plain in one line has nothing else to bear it out.
        let is_plain = is_pressed && alarm.rings(by_kinds, |label| self.judgement.value(label));
        let found = if is_plain { by_all.max(by_kinds) } else { by_all };
        self.judgement.probability = self.judgement.probability.max(found);
        if self.judgement.alert.is_some() {
            return;
        }
        if by_all < 0.5 && !is_plain {
            self.pending = None;
            return;
        }
        let laughing = self.laughed.is_some_and(|at| at + 10 >= message);
        if laughing {
            self.pending.get_or_insert(message);
        } else {
            self.pending = None;
            self.judgement.alert = Some(message);
        }
    }

    /// The entries that show a stage or tactic that ordinary talk has not, with the highest of its probabilities.
    fn shown(&mut self, reading: &Reading) -> &[(u32, f64)] {
        let (recogniser, suspect) = (self.recogniser, self.suspect);
        self.shown.get_or_insert_with(|| {
            let mut shown: Vec<(u32, f64)> = Vec::new();
            for one in recogniser.moves(reading, suspect).into_iter().filter(|one| !recogniser.alarm.is_mild(one.label))
            {
                match shown.last_mut() {
                    Some((entry, highest)) if *entry == one.message => *highest = highest.max(one.p),
                    _ => shown.push((one.message, one.p)),
                }
            }
            shown
        })
    }

    /// Whether an entry at the very beginning names a sum and is plainly a stage or tactic of blackmail: "300 or your mother sees it".
    fn is_ultimatum(&mut self, conversation: &Conversation, message: u32, reading: &Reading) -> bool {
        // Where nobody knows whose the chat is, a friend's answer would be taken for the other side's.
        if self.is_mail() || !(self.is_nameless || self.owner.is_some() && message < FIRST) {
            return false;
        }
        let enough = self.recogniser.alarm.ultimatum;
        let is_line = |entry: &&Message| entry.words().len() <= ONE_LINE;
        let line = conversation.messages.get(message as usize).filter(is_line);
        line.is_some_and(|entry| self.recogniser.names_sum(entry)) && {
            let shown = self.shown(reading);
            let place = shown.partition_point(|(entry, _)| *entry < message);
            shown.get(place).is_some_and(|(entry, p)| *entry == message && *p >= enough)
        }
    }

    /// The kinds, where more is expected than within a chat: of words without any name, of how a chat begins, of a whole mail. Says
    /// whether a threat stands beside a demand where nothing has to bear it out.
    fn expect(&mut self, message: u32) -> bool {
        let (known, alarm, is_mail) = (&self.recogniser.known, &self.recogniser.alarm, self.is_mail());
        let shown = |proofs: &[Label]| proofs.iter().all(|proof| alarm.is_shown(self.judgement.value(*proof)));
        // Who claims to have broken into a device claims material by it.
        let claims = shown(&[known.leverage]) || is_mail && shown(&[known.hack]);
        let holds_all = claims && shown(&[known.threat, known.demand]);
        let is_opening = !is_mail && (self.is_nameless || message < alarm.opening);
        let is_whole = is_opening && (self.ultimatum || holds_all);
        let is_pressed = is_whole || is_mail && holds_all || is_opening && shown(&[known.threat, known.demand]);
        let (telling, odds) = match (self.is_typed(), is_opening) {
            (true, _) => (alarm.telling, alarm.out_of_chat),
            (false, true) => (1.0, alarm.abrupt),
            (false, false) => (1.0, 1.0),
        };
        let factor = |kind: Kind| match kind {
            Kind::Disclosure => telling,
            Kind::SpamBluff if is_mail && holds_all => alarm.whole_mail,
            Kind::FinancialGang | Kind::KnownEx | Kind::SexualDemand if is_whole => odds.max(alarm.whole),
            _ if kind.is_sextortion() && is_pressed => odds,
            _ => 1.0,
        };
        let mut total = 0.0;
        for (kind, p) in &mut self.kinds {
            *p *= factor(*kind);
            total += *p;
        }
        for (_, p) in &mut self.kinds {
            *p /= total.max(f64::MIN_POSITIVE);
        }
        is_pressed
    }

    /// Raises an alarm that has waited long enough before `message`.
    fn expire(&mut self, message: u32) {
        if let Some(since) = self.pending
            && self.judgement.alert.is_none()
            && since + PATIENCE < message
        {
            self.judgement.alert = Some(since + PATIENCE);
            self.pending = None;
        }
    }
}

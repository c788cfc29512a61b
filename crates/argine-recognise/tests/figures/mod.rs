//! The figures by which the recogniser is measured.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use argine_model::{AgeClass, Assessment, Kind};
use argine_recognise::Recogniser;
use jiff::civil::DateTime;

use crate::annotated::{Annotated, Truth};

/// Hits, false finds, misses.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Count {
    /// Found and true.
    pub(crate) hits: u32,
    /// Found and not true.
    pub(crate) false_finds: u32,
    /// True and not found.
    pub(crate) misses: u32,
}

impl Count {
    /// The harmonic mean of precision and recall.
    pub(crate) fn f1(self) -> f64 {
        ratio(2 * self.hits, 2 * self.hits + self.false_finds + self.misses)
    }

    fn add(&mut self, found: bool, wanted: bool) {
        match (found, wanted) {
            (true, true) => self.hits += 1,
            (true, false) => self.false_finds += 1,
            (false, true) => self.misses += 1,
            (false, false) => {}
        }
    }
}

/// A part of a whole, zero of nothing.
pub(crate) fn ratio(part: u32, whole: u32) -> f64 {
    if whole == 0 { 0.0 } else { f64::from(part) / f64::from(whole) }
}

/// What was found and what is true.
pub(crate) type Judged<'a> = (&'a Truth, Assessment);

/// Assesses every conversation of a set; with `owner` known or not.
pub(crate) fn assess_all<'a>(recogniser: &Recogniser, set: &'a [Annotated], owner: Owner) -> Vec<Judged<'a>> {
    set.iter()
        .map(|one| {
            let mut conversation = one.conversation.clone();
            if owner == Owner::Unknown {
                conversation.owner = None;
            }
            (&one.truth, recogniser.assess(&conversation, AgeClass::MinorPossible).assessment)
        })
        .collect()
}

/// Whether the source says whose conversation it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// It does.
    Known,
    /// It does not.
    Unknown,
}

/// Figures over a set.
#[derive(Debug, Clone, Default)]
pub(crate) struct Figures {
    /// Conversations.
    pub(crate) conversations: u32,
    /// The alarm.
    pub(crate) alarm: Count,
    /// Conversations without blackmail.
    pub(crate) negatives: u32,
    /// Right kinds.
    pub(crate) kinds_right: u32,
    /// By kind.
    pub(crate) kinds: BTreeMap<Kind, Count>,
    /// Which kinds are taken for which.
    pub(crate) confused: BTreeMap<(Kind, Kind), u32>,
    /// Stages, by stage.
    pub(crate) stages: BTreeMap<String, Count>,
    /// First entries of stages found, within two entries.
    pub(crate) stage_first: u32,
    /// Conversations with the right stage at the end, of those with blackmail.
    pub(crate) current: u32,
    /// Entries between the first threat and the alarm.
    pub(crate) delays: Vec<u32>,
    /// Tactics, by tactic.
    pub(crate) tactics: BTreeMap<String, Count>,
    /// Tactics whose evidence is at most one entry from a true one.
    pub(crate) evidence: u32,
    /// True against found urgency.
    pub(crate) urgency: [[u32; 5]; 5],
    /// Sums demanded.
    pub(crate) demands: Count,
    /// Sums paid.
    pub(crate) payments: Count,
    /// Limits.
    pub(crate) deadlines: Count,
    /// Self-harm.
    pub(crate) self_harm: Count,
    /// Minors.
    pub(crate) minor: Count,
    /// Right states of publication among blackmail.
    pub(crate) publication: u32,
    /// Shared actions among the first three, thirds.
    pub(crate) actions: u32,
    /// Conversations with actions.
    pub(crate) with_actions: u32,
    /// Probability and truth.
    pub(crate) probabilities: Vec<(f64, bool)>,
}

impl Figures {
    /// Counts.
    pub(crate) fn of<'a, 'b: 'a>(judged: impl IntoIterator<Item = &'a Judged<'b>>) -> Self {
        let mut figures = Self::default();
        for (truth, found) in judged {
            figures.count(truth, found);
        }
        figures.delays.sort_unstable();
        figures
    }

    fn count(&mut self, truth: &Truth, found: &Assessment) {
        let wanted = truth.kind.is_sextortion();
        self.conversations += 1;
        self.negatives += u32::from(!wanted);
        self.alarm.add(found.alert.raised, wanted);
        self.kinds_right += u32::from(found.kind.label == truth.kind);
        for kind in Kind::ALL {
            self.kinds.entry(*kind).or_default().add(found.kind.label == *kind, truth.kind == *kind);
        }
        if found.kind.label != truth.kind {
            *self.confused.entry((truth.kind, found.kind.label)).or_default() += 1;
        }
        self.probabilities.push((found.sextortion_probability, wanted));
        self.count_stages(truth, found);
        self.count_tactics(truth, found);
        let level = usize::from(found.urgency.level.level());
        self.urgency[usize::from(truth.urgency)][level] += 1;
        self.self_harm.add(found.flags.self_harm.value, !truth.self_harm.is_empty());
        self.minor.add(found.flags.minor_victim.value, truth.minor);
        if wanted {
            self.publication += u32::from(found.flags.publication.status.id() == truth.publication);
            let demands: Vec<_> = found.demands.iter().map(|one| (one.currency.clone(), one.amount)).collect();
            let payments: Vec<_> = found.payments.iter().map(|one| (one.currency.clone(), one.amount)).collect();
            let near =
                |left: &(String, f64), right: &(String, f64)| left.0 == right.0 && (left.1 - right.1).abs() < 0.01;
            match_up(&mut self.demands, &truth.demands, &demands, near);
            match_up(&mut self.payments, &truth.payments, &payments, near);
            let due: Vec<DateTime> = found.deadlines.iter().filter_map(|one| one.due.parse().ok()).collect();
            match_up(&mut self.deadlines, &truth.deadlines, &due, |left, right| {
                left.duration_since(*right).as_secs().abs() <= 300
            });
        }
        if !truth.actions.is_empty() {
            self.with_actions += 1;
            let first: BTreeSet<&str> = found.actions.iter().take(3).map(|advice| advice.action.id()).collect();
            self.actions +=
                u32::try_from(truth.actions.iter().filter(|one| first.contains(one.as_str())).count()).unwrap();
        }
    }

    fn count_stages(&mut self, truth: &Truth, found: &Assessment) {
        let wanted = truth.kind.is_sextortion();
        let none = BTreeMap::new();
        let true_stages = if wanted { &truth.stages } else { &none };
        let names: BTreeSet<&str> =
            true_stages.keys().copied().chain(found.stages.iter().map(|one| one.stage.id())).collect();
        for name in names {
            let one = found.stages.iter().find(|one| one.stage.id() == name);
            let first = true_stages.get(name).and_then(|at| at.iter().min());
            self.stages.entry(name.to_owned()).or_default().add(one.is_some(), first.is_some());
            if let (Some(one), Some(first)) = (one, first) {
                self.stage_first += u32::from(one.first_index.abs_diff(*first) <= 2);
            }
        }
        if wanted {
            let current = found.current_stage.map(|stage| stage.id().to_owned());
            let pairs = [["threat", "negotiation"], ["control", "repeat_demand"]];
            let alike = |left: &str, right: &str| {
                left == right || pairs.iter().any(|pair| pair.contains(&left) && pair.contains(&right))
            };
            let right = current.is_some_and(|one| truth.current.as_ref().is_some_and(|wanted| alike(&one, wanted)));
            self.current += u32::from(right);
            let first = |names: &[&str]| {
                names.iter().filter_map(|name| truth.stages.get(name)).filter_map(|at| at.iter().min()).min().copied()
            };
            let onset = first(&["threat", "publication", "control"])
                .or_else(|| first(&["intimacy_request", "app_move"]))
                .unwrap_or(0);
            if let Some(alert) = found.alert.first_index {
                self.delays.push(alert.saturating_sub(onset));
            }
        }
    }

    fn count_tactics(&mut self, truth: &Truth, found: &Assessment) {
        let none = BTreeMap::new();
        let true_tactics = if truth.kind.is_sextortion() { &truth.tactics } else { &none };
        let names: BTreeSet<&str> =
            true_tactics.keys().copied().chain(found.tactics.iter().map(|one| one.tactic.id())).collect();
        for name in names {
            let one = found.tactics.iter().find(|one| one.tactic.id() == name);
            let entries = true_tactics.get(name);
            self.tactics.entry(name.to_owned()).or_default().add(one.is_some(), entries.is_some());
            if let (Some(one), Some(entries)) = (one, entries) {
                let near = |at: u32| entries.iter().any(|entry| entry.abs_diff(at) <= 1);
                self.evidence += u32::from(one.evidence.iter().any(|evidence| near(evidence.index)));
            }
        }
    }

    /// Positives among the conversations.
    pub(crate) fn positives(&self) -> u32 {
        self.conversations - self.negatives
    }

    /// Share of blackmail for which the alarm was raised.
    pub(crate) fn recall(&self) -> f64 {
        ratio(self.alarm.hits, self.positives())
    }

    /// Share of the rest for which it was raised.
    pub(crate) fn false_alarms(&self) -> f64 {
        ratio(self.alarm.false_finds, self.negatives)
    }

    /// Share of right kinds.
    pub(crate) fn accuracy(&self) -> f64 {
        ratio(self.kinds_right, self.conversations)
    }

    /// Mean F1 of the kinds that occur.
    pub(crate) fn kind_f1(&self) -> f64 {
        mean(self.kinds.values().filter(|count| count.hits + count.misses > 0).map(|count| count.f1()))
    }

    /// F1 over all stages.
    pub(crate) fn stage_f1(&self) -> f64 {
        total(&self.stages).f1()
    }

    /// F1 over all tactics.
    pub(crate) fn tactic_f1(&self) -> f64 {
        total(&self.tactics).f1()
    }

    /// Quadratic weighted kappa of urgency.
    pub(crate) fn urgency_kappa(&self) -> f64 {
        let rows: [u32; 5] = self.urgency.map(|row| row.iter().sum());
        let columns: [u32; 5] = core::array::from_fn(|column| self.urgency.iter().map(|row| row[column]).sum());
        let (mut seen, mut expected) = (0.0, 0.0);
        for (row, counts) in (0_u32..).zip(&self.urgency) {
            for (column, count) in (0_u32..).zip(counts) {
                let weight = f64::from(row.abs_diff(column).pow(2));
                seen += weight * f64::from(*count);
                expected += weight * f64::from(rows[row as usize]) * f64::from(columns[column as usize])
                    / f64::from(self.conversations.max(1));
            }
        }
        if expected == 0.0 { 0.0 } else { 1.0 - seen / expected }
    }

    /// Grave cases (3, 4) taken for slight ones (0, 1).
    pub(crate) fn severe_under_triage(&self) -> u32 {
        self.urgency[3..].iter().map(|row| row[0] + row[1]).sum()
    }

    /// Expected calibration error over ten bins.
    pub(crate) fn calibration_error(&self) -> f64 {
        let mut bins = [(0.0_f64, 0_u32, 0_u32); 10];
        for (probability, truth) in &self.probabilities {
            let bin = (0..9).find(|bin| *probability < f64::from(bin + 1) / 10.0).unwrap_or(9);
            let bin = &mut bins[usize::try_from(bin).unwrap()];
            *bin = (bin.0 + probability, bin.1 + u32::from(*truth), bin.2 + 1);
        }
        let gaps = bins.iter().map(|(sum, truths, _)| (sum - f64::from(*truths)).abs());
        gaps.sum::<f64>() / f64::from(self.conversations.max(1))
    }
}

fn total(counts: &BTreeMap<String, Count>) -> Count {
    counts.values().fold(Count::default(), |sum, count| Count {
        hits: sum.hits + count.hits,
        false_finds: sum.false_finds + count.false_finds,
        misses: sum.misses + count.misses,
    })
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0_u32), |(sum, count), value| (sum + value, count + 1));
    sum / f64::from(count.max(1))
}

fn match_up<T: Clone>(count: &mut Count, wanted: &[T], found: &[T], same: impl Fn(&T, &T) -> bool) {
    let mut left = wanted.to_vec();
    for one in found {
        if let Some(at) = left.iter().position(|other| same(other, one)) {
            left.swap_remove(at);
            count.hits += 1;
        } else {
            count.false_finds += 1;
        }
    }
    count.misses += u32::try_from(left.len()).unwrap();
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = |counts: &BTreeMap<String, Count>| {
            let one = |(name, count): (&String, &Count)| {
                format!("{name} {:.2} ({}/{}/{})", count.f1(), count.hits, count.false_finds, count.misses)
            };
            counts.iter().map(one).collect::<Vec<_>>().join(", ")
        };
        let stages = total(&self.stages);
        let tactics = total(&self.tactics);
        writeln!(
            f,
            "alarm      recall {:.3} ({}/{}), false alarms {:.3} ({}/{})",
            self.recall(),
            self.alarm.hits,
            self.positives(),
            self.false_alarms(),
            self.alarm.false_finds,
            self.negatives
        )?;
        let kinds = self.kinds.iter().filter(|(_, count)| count.hits + count.misses > 0);
        let kinds: Vec<String> = kinds.map(|(kind, count)| format!("{} {:.2}", kind.id(), count.f1())).collect();
        writeln!(
            f,
            "kind       accuracy {:.3}, macro-F1 {:.3}: {}",
            self.accuracy(),
            self.kind_f1(),
            kinds.join(", ")
        )?;
        let confused = self.confused.iter().filter(|(_, count)| **count > 1);
        let confused: Vec<String> =
            confused.map(|((from, to), count)| format!("{}→{} {count}", from.id(), to.id())).collect();
        writeln!(f, "           {}", confused.join(", "))?;
        writeln!(
            f,
            "stages     F1 {:.3}, first within 2 {:.3}, current {:.3}: {}",
            stages.f1(),
            ratio(self.stage_first, stages.hits + stages.misses),
            ratio(self.current, self.positives()),
            counts(&self.stages)
        )?;
        let delay = |share: usize| self.delays.get(self.delays.len() * share / 100).copied().unwrap_or(0);
        writeln!(f, "delay      median {}, 90 % {} entries", delay(50), delay(90))?;
        writeln!(
            f,
            "tactics    micro-F1 {:.3}, macro-F1 {:.3}, evidence {:.3}: {}",
            tactics.f1(),
            mean(self.tactics.values().map(|count| count.f1())),
            ratio(self.evidence, tactics.hits),
            counts(&self.tactics)
        )?;
        writeln!(
            f,
            "urgency    kappa {:.3}, severe under-triage {}",
            self.urgency_kappa(),
            self.severe_under_triage()
        )?;
        writeln!(
            f,
            "sums       demands {:.3}, payments {:.3}, limits {:.3}",
            self.demands.f1(),
            self.payments.f1(),
            self.deadlines.f1()
        )?;
        let flag = |count: &Count| format!("{}/{}/{}", count.hits, count.false_finds, count.misses);
        writeln!(
            f,
            "flags      self-harm {}, minor {} (hits/false/missed), publication {:.3}",
            flag(&self.self_harm),
            flag(&self.minor),
            ratio(self.publication, self.positives())
        )?;
        writeln!(
            f,
            "actions    overlap {:.3}; calibration error {:.3}",
            ratio(self.actions, 3 * self.with_actions),
            self.calibration_error()
        )
    }
}

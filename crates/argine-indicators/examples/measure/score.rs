//! Counts of hits, misses and false alarms per kind.

use std::collections::BTreeMap;

/// Counts of one kind.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Counts {
    pub(crate) hits: u32,
    pub(crate) missed: u32,
    pub(crate) false_alarms: u32,
}

/// Counts per kind, and the first failures in words.
#[derive(Debug, Default)]
pub(crate) struct Score {
    kinds: BTreeMap<String, Counts>,
    failures: Vec<String>,
}

/// How many failures of one kind are shown.
const SHOWN: u32 = 40;

impl Score {
    pub(crate) fn hit(&mut self, kind: &str) {
        self.kinds.entry(kind.to_owned()).or_default().hits += 1;
    }

    pub(crate) fn missed(&mut self, kind: &str, why: impl FnOnce() -> String) {
        let counts = self.kinds.entry(kind.to_owned()).or_default();
        counts.missed += 1;
        if counts.missed <= SHOWN {
            self.failures.push(format!("missed {kind}: {}", why()));
        }
    }

    pub(crate) fn false_alarm(&mut self, kind: &str, why: impl FnOnce() -> String) {
        let counts = self.kinds.entry(kind.to_owned()).or_default();
        counts.false_alarms += 1;
        if counts.false_alarms <= SHOWN {
            self.failures.push(format!("false {kind}: {}", why()));
        }
    }

    pub(crate) fn print(&self, title: &str) {
        println!("\n| {title} | planted | precision | recall |\n|---|---|---|---|");
        let mut all = Counts::default();
        for (kind, counts) in &self.kinds {
            row(kind, *counts);
            all.hits += counts.hits;
            all.missed += counts.missed;
            all.false_alarms += counts.false_alarms;
        }
        row("all", all);
        for failure in &self.failures {
            println!("  {failure}");
        }
    }
}

fn row(kind: &str, counts: Counts) {
    let share = |part: u32, whole: u32| if whole == 0 { 1.0 } else { f64::from(part) / f64::from(whole) };
    let planted = counts.hits + counts.missed;
    let precision = share(counts.hits, counts.hits + counts.false_alarms);
    println!("| {kind} | {planted} | {precision:.4} | {:.4} |", share(counts.hits, planted));
}

//! How long a plan takes: `cargo bench -p argine-plan`.
#![expect(clippy::unwrap_used, reason = "a bench stops where it cannot go on")]

use argine_knowledge::{CaseFact, Fact, Facts, Knowledge, PaidWith};
use argine_model::Kind;
use argine_plan::{PlanProgress, Request, plan_from, with_progress};
use divan::Bencher;
use jiff::Zoned;

fn main() {
    divan::main();
}

/// A case with nearly every fact, so that most records apply.
fn facts() -> Facts {
    let mut facts = Facts::new();
    facts.insert(Fact::Kind(Kind::FinancialGang), []);
    for fact in CaseFact::ALL {
        if !matches!(fact, CaseFact::Adult | CaseFact::AgeUnknown) {
            facts.insert(*fact, 0..40);
        }
    }
    for way in PaidWith::ALL {
        facts.insert(Fact::PaidWith(*way), [7]);
    }
    for platform in ["whatsapp", "instagram", "telegram", "tiktok", "snapchat", "messenger"] {
        facts.insert(Fact::Platform(platform.to_owned()), [1]);
    }
    facts
}

#[divan::bench]
fn plan_for_a_full_case(bencher: Bencher<'_, '_>) {
    let knowledge = Knowledge::embedded().unwrap();
    let now: Zoned = "2026-11-21T22:00:00+01:00[Europe/Rome]".parse().unwrap();
    let request = Request::new(facts(), "it", &now);
    bencher.bench_local(|| plan_from(&knowledge, &request));
}

#[divan::bench]
fn reorder_after_a_tick(bencher: Bencher<'_, '_>) {
    let knowledge = Knowledge::embedded().unwrap();
    let now: Zoned = "2026-11-21T22:00:00+01:00[Europe/Rome]".parse().unwrap();
    let plan = plan_from(&knowledge, &Request::new(facts(), "it", &now));
    let progress = PlanProgress::default();
    bencher.bench_local(|| with_progress(&plan, &progress));
}

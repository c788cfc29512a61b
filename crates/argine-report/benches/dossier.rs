//! How long the papers take.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench may stop at once")]

#[path = "../tests/support/mod.rs"]
#[expect(dead_code, reason = "shared with the tests, which use the rest")]
mod support;

use std::sync::atomic::{AtomicU32, Ordering};

use argine_model::Language;

fn main() {
    divan::main();
}

#[divan::bench]
fn ordinary_warm(bencher: divan::Bencher<'_, '_>) {
    let case = support::ordinary();
    bencher.bench(|| argine_report::denuncia(&case, Language::It));
}

/// A case not seen before in this process: fonts and templates are loaded, no layout is remembered.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn ordinary_other_words(bencher: divan::Bencher<'_, '_>) {
    let number = AtomicU32::new(0);
    bencher
        .with_inputs(|| {
            let case = number.fetch_add(1, Ordering::Relaxed);
            comemo::evict(0);
            let words: Vec<_> =
                (0..40).map(|word| format!("Caso {case}, frase {word}: paga entro stasera o pubblico")).collect();
            support::with_words(&words)
        })
        .bench_values(|case| argine_report::denuncia(&case, Language::It));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn hundred_thousand_messages(bencher: divan::Bencher<'_, '_>) {
    let case = support::large(100_000, 300);
    bencher.bench(|| argine_report::denuncia(&case, Language::It));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn transcript_of_hundred_thousand_messages(bencher: divan::Bencher<'_, '_>) {
    let case = support::large(100_000, 300);
    bencher.bench(|| argine_report::transcript(&case, Language::It));
}

//! The fitted tables are those of the data beside them: whoever changes a set, a stem or the fit runs the command again.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test's own reader of its own data")]

mod fingerprint;

const RECORD: &str = include_str!("../../../knowledge/recognition/fitted.toml");

#[test]
fn the_tables_are_fitted_on_what_is_in_the_tree() {
    let record: toml::Table = RECORD.parse().unwrap();
    let hands: Vec<&str> = record["hands"].as_array().unwrap().iter().map(|hand| hand.as_str().unwrap()).collect();
    assert!(!hands.iter().any(|hand| hand.contains("held-out")), "the held-out set is never fitted on");
    let command = format!("cargo run --release --example fit -p argine-recognise -- {}", hands.join(" "));
    assert_eq!(record["fingerprint"].as_str().unwrap(), fingerprint::of(&hands), "run: {command}");
}

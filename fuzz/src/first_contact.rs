//! The promises of `argine screen` on bytes from anywhere.

use std::sync::LazyLock;

use argine_recognise::{Profile, Recogniser, RestsOn, Screener};

/// The signs and the rules, read once.
static ENGINE: LazyLock<(Screener, Recogniser)> = LazyLock::new(|| {
    (Screener::embedded().expect("the signs in the binary"), Recogniser::embedded().expect("the rules in the binary"))
});

/// Weighs `bytes` as a profile in JSON and as typed lines.
///
/// # Panics
/// When a promise is broken.
pub fn screen(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (screener, _) = &*ENGINE;
    if let Ok(profile) = serde_json::from_slice(bytes) {
        weigh(&profile);
    }
    weigh(&screener.typed(&text));
}

fn weigh(profile: &Profile) {
    let (screener, recogniser) = &*ENGINE;
    let answer = screener.screen(recogniser, profile);
    assert!(answer.points.is_finite(), "points are a number");
    assert!(answer.messages_used <= answer.messages, "nothing is read that was not told");
    assert_eq!(answer.not_understood, profile.not_understood(), "what is not understood is told");
    for reason in &answer.reasons {
        assert!(!reason.rests_on.is_empty(), "every reason rests on something");
        for told in &reason.rests_on {
            if let RestsOn::Message { index, text } = told {
                assert_eq!(&profile.messages()[*index].text, text, "the words are the message's own");
            }
        }
    }
    assert_eq!(answer, screener.screen(recogniser, profile), "the same profile, the same answer");
}

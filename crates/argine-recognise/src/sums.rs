//! Sums of money, with a currency or without ("500 or everybody sees it", "done, 80").
//!
//! Sums with a currency come from `argine-indicators`. A number without one counts only if no limit, day, length or account is read from it,
//! if what follows is nothing that is counted otherwise (years, friends, videos: types `COUNTED` and `MEDIA`), and if what precedes
//! makes it no hour and no day of a month. Whether it is asked for, or paid, the fitted weights say of the whole entry.

use argine_indicators::{PlainNumber, Traces, plain_numbers};
use argine_model::{Conversation, Message};

use crate::Recogniser;
use crate::fold::Folded;
use crate::lexicon::Memory;

/// Smaller numbers are hours, days, pieces.
const SMALLEST: f64 = 20.0;
/// Larger ones in bare digits are telephones and codes,
const LARGEST: f64 = 100_000.0;
/// and larger ones altogether are nothing that anybody is asked for.
const LARGEST_WRITTEN: f64 = 100_000_000.0;
/// Four digits that are a year of this time.
const YEARS: core::ops::RangeInclusive<f64> = 2005.0..=2035.0;
/// Hours end before this,
const HOURS: f64 = 25.0;
/// and days of a month before this.
const DAYS: f64 = 32.0;
/// What stands before a day of the month.
const BEFORE_A_DAY: [&str; 16] =
    ["il", "al", "del", "giorno", "el", "dia", "le", "du", "au", "am", "vom", "zum", "on", "the", "o", "do"];
/// Types of what is counted and is not money, directly after the number.
const OTHERWISE: [&str; 2] = ["COUNTED", "MEDIA"];

/// A sum of money that an entry names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Sum<'a> {
    pub(crate) message: u32,
    pub(crate) value: f64,
    /// ISO 4217; empty where the entry names none.
    pub(crate) currency: &'a str,
}

impl Recogniser {
    /// The sums of the entries that are sought, entry by entry: in each those with a currency before the others.
    pub(crate) fn sums<'a>(
        &self,
        conversation: &Conversation,
        traces: &'a Traces,
        is_sought: impl Fn(u32) -> bool,
    ) -> Vec<Sum<'a>> {
        let mut taken: Vec<(u32, u32, u32)> = Vec::new();
        taken.extend(traces.amounts.iter().map(|one| (one.message, one.start, one.end)));
        taken.extend(traces.deadlines.iter().map(|one| (one.message, one.start, one.end)));
        taken.extend(traces.days.iter().map(|one| (one.message, one.start, one.end)));
        taken.extend(traces.lengths.iter().map(|one| (one.message, one.start, one.end)));
        let mentions = traces.indicators.iter().flat_map(|one| &one.mentions);
        taken.extend(mentions.map(|one| (one.message, one.start, one.end)));
        taken.sort_unstable();
        let mut named = traces.amounts.iter().peekable();
        let mut sums = Vec::new();
        for message in conversation.messages.iter().filter(|message| is_sought(message.index)) {
            let index = message.index;
            while let Some(amount) = named.next_if(|amount| amount.message <= index) {
                if amount.message < index {
                    continue;
                }
                sums.push(Sum { message: index, value: amount.value, currency: &amount.currency });
            }
            let first = taken.partition_point(|span| span.0 < index);
            let here = taken.get(first..).unwrap_or_default().iter().take_while(|span| span.0 == index);
            let free = |number: &PlainNumber| here.clone().all(|span| span.2 <= number.start || number.end <= span.1);
            let bare = self.bare_sums(message.words(), free);
            sums.extend(bare.into_iter().map(|value| Sum { message: index, value, currency: "" }));
        }
        sums
    }

    /// The entries that name a sum, in order.
    pub fn with_sums(&self, conversation: &Conversation) -> Vec<u32> {
        let traces = argine_indicators::scan(conversation, None, None);
        let mut entries: Vec<u32> = self.sums(conversation, &traces, |_| true).iter().map(|sum| sum.message).collect();
        entries.dedup();
        entries
    }

    /// Whether an entry names a sum.
    pub(crate) fn names_sum(&self, message: &Message) -> bool {
        let words = message.words();
        words.contains(['€', '$', '£']) || !self.bare_sums(words, |_| true).is_empty()
    }

    /// The sums without a currency, among the numbers that are free to be one.
    fn bare_sums(&self, text: &str, is_free: impl Fn(&PlainNumber) -> bool) -> Vec<f64> {
        let numbers = plain_numbers(text);
        if numbers.is_empty() {
            return Vec::new();
        }
        let (mut folded, mut memory, mut atoms) = (Folded::default(), Memory::default(), Vec::new());
        let mut sums = Vec::new();
        for number in numbers.iter().filter(|number| is_free(number)) {
            let (start, end) = (number.start as usize, number.end as usize);
            let written = text.get(start..end).unwrap_or_default();
            let after = text.get(end..).unwrap_or_default();
            let digits = written.bytes().all(|byte| byte.is_ascii_digit());
            let largest = if digits { LARGEST } else { LARGEST_WRITTEN };
            // "100 % de éxito"
            let is_share = after.trim_start().starts_with('%');
            let is_year = digits && written.len() == 4 && YEARS.contains(&number.value);
            if is_year || is_share || !(SMALLEST..=largest).contains(&number.value) {
                continue;
            }
            folded.fold(after.get(..after.floor_char_boundary(40)).unwrap_or_default());
            self.lexicon.find(&mut folded, &mut memory, &mut atoms);
            let next = folded.tokens.first().map_or("", |token| folded.word(token));
            let is_counted = self.sum_words.counts(next)
                || atoms.iter().any(|atom| {
                    atom.first == 0 && self.lexicon.name(atom.kind).is_some_and(|name| OTHERWISE.contains(&name))
                });
            folded.fold(text.get(..start).unwrap_or_default());
            self.lexicon.find(&mut folded, &mut memory, &mut atoms);
            let last = folded.tokens.len().checked_sub(1).and_then(|last| u32::try_from(last).ok());
            let is_hour = number.value < HOURS
                && atoms.iter().any(|atom| {
                    Some(atom.last) == last && self.lexicon.name(atom.kind).is_some_and(|name| name == "AT_HOUR")
                });
            let before = text.get(..start).unwrap_or_default().split_whitespace().next_back().unwrap_or_default();
            let is_day = number.value < DAYS && BEFORE_A_DAY.iter().any(|word| before.eq_ignore_ascii_case(word));
            if !is_counted && !is_hour && !is_day {
                sums.push(number.value);
            }
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    use crate::Recogniser;

    #[track_caller]
    fn check(text: &str, expected: &[f64]) {
        let recogniser = Recogniser::unfitted().unwrap();
        assert_eq!(recogniser.bare_sums(text, |_| true), expected, "{text}");
    }

    #[test]
    fn what_is_counted_is_no_sum() {
        check("200 oggi, 440 sabato", &[200.0, 440.0]);
        check("ho 412 membri e 300 amici, 20 foto", &[]);
        check("1.000 tomorrow morning", &[1000.0]);
        check("chiude alle 22, lo stipendio arriva il 27", &[]);
        check("born in 2009, 100 % sure", &[]);
        check("de 8 mil te lo dejo en 5", &[8000.0]);
        check("100 google play, altri 200 domani", &[100.0, 200.0]);
    }
}

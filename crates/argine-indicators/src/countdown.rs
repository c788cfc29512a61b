//! Countdowns over several messages: "3", "2", "1", each in a message of its own.

use argine_model::ParticipantIndex;

use crate::deadline;
use crate::numeral::{Lone, number_at};
use crate::text::{Clean, at, is_word, word_at};

/// The longest message that may be nothing but numbers.
const LONGEST: usize = 48;
/// How many numbers over several messages make a countdown.
const COUNTDOWN: usize = 3;
/// How many in one message.
const ALONE: usize = 4;

/// Numbers that one sender let fall by one from message to message.
#[derive(Default)]
pub(crate) struct Countdown {
    sender: Option<ParticipantIndex>,
    last: i64,
    numbers: usize,
    messages: usize,
}

/// What the last number of a countdown leaves; the span is bytes of the clean text.
pub(crate) struct Step {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) seconds: i64,
}

impl Countdown {
    /// Reads a message of `sender`; what it leaves when it is the third number or a later one.
    pub(crate) fn read(&mut self, clean: &Clean<'_>, sender: Option<ParticipantIndex>) -> Option<Step> {
        let Some(numbers) = numbers(clean) else {
            // What the other side says in between stops nobody.
            if sender == self.sender {
                self.numbers = 0;
            }
            return None;
        };
        let (Some(first), Some(last)) = (numbers.values.first(), numbers.values.last()) else { return None };
        let goes_on = self.numbers > 0 && self.sender == sender && *first == self.last - numbers.unit;
        if goes_on {
            self.numbers += numbers.values.len();
            self.messages += 1;
        } else {
            (self.sender, self.numbers, self.messages) = (sender, numbers.values.len(), 1);
        }
        self.last = *last;
        let enough = if self.messages >= 2 || numbers.pictures { COUNTDOWN } else { ALONE };
        (self.numbers >= enough).then_some(Step { start: numbers.start, end: numbers.end, seconds: *last })
    }
}

/// A message that is nothing but numbers, each one less than the one before; in seconds.
struct Numbers {
    values: Vec<i64>,
    /// Seconds that a number counts: 60 in "3 minuti".
    unit: i64,
    start: usize,
    end: usize,
    /// Digits that are pictures (keycaps): no sign stands between them.
    pictures: bool,
}

fn numbers(clean: &Clean<'_>) -> Option<Numbers> {
    let bytes = clean.bytes();
    if bytes.len() > LONGEST {
        return None;
    }
    let mut values: Vec<i64> = Vec::new();
    let (mut start, mut end, mut unit) = (None, 0, 1);
    let mut index = 0;
    while index < bytes.len() {
        if !is_word(at(bytes, index)) {
            // Emoji and dots may stand around; a sign that reckons may not.
            if matches!(at(bytes, index), b'+' | b'/' | b'%' | b'=' | b':' | b'$' | b'@') {
                return None;
            }
            index += 1;
            continue;
        }
        if let Some(keycaps) = pictures(clean, index) {
            let length = keycaps.len();
            values.extend(keycaps);
            return sound(values, 1, start.unwrap_or(index), index + length, true);
        }
        if let Some((seconds, length_end)) = deadline::length_at(bytes, index, true) {
            let (_, word_end) = word_at(bytes, length_end);
            let scale = if seconds % 3_600 == 0 {
                3_600
            } else if seconds % 60 == 0 {
                60
            } else {
                1
            };
            unit = if values.is_empty() { scale } else { return None };
            values.push(seconds);
            start.get_or_insert(index);
            end = length_end.max(word_end);
            index = end;
            continue;
        }
        let (value, number_end) = number_at(bytes, index, Lone::Fraction)?;
        if is_word(at(bytes, number_end)) || !(0.0..=60.0).contains(&value) || unit != 1 {
            return None;
        }
        values.push(deadline::whole(value));
        start.get_or_insert(index);
        end = number_end;
        index = number_end;
    }
    sound(values, unit, start?, end, false)
}

fn sound(values: Vec<i64>, unit: i64, start: usize, end: usize, pictures: bool) -> Option<Numbers> {
    let falls = values.windows(2).all(|pair| matches!(pair, [first, second] if *second == first - 1));
    (falls && !values.is_empty()).then_some(Numbers { values, unit, start, end, pictures })
}

/// Digits that stand for pictures of digits, at least two together.
fn pictures(clean: &Clean<'_>, index: usize) -> Option<Vec<i64>> {
    let bytes = clean.bytes();
    let digits: Vec<i64> = bytes
        .get(index..)?
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .map(|byte| i64::from(byte - b'0'))
        .collect();
    let (start, end) = clean.original_span(index, index + digits.len());
    (digits.len() >= 2 && end - start > 2 * digits.len()).then_some(digits)
}

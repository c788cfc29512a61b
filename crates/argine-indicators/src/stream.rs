//! The streaming face: any bytes in, traces out as they are met, nothing kept.

use argine_model::{Grade, Indicator, IndicatorKind, Mention, Platform, Role, Validity};
use memchr::memrchr;

use crate::deadline::When;
use crate::examine::{Examiner, Limits, Source};
use crate::moment::Calendar;
use crate::service;
use crate::text::Clean;

/// A text is read in pieces of about this size, cut at line ends, so that memory does not grow with it.
const PIECE: usize = 1 << 16;

/// One trace in a stream.
#[derive(Debug, Clone, PartialEq)]
pub struct Find<'a> {
    /// What it is.
    pub what: What,
    /// First byte in the stream.
    pub start: u64,
    /// One past the last byte.
    pub end: u64,
    /// As written.
    pub raw: &'a str,
}

impl Find<'_> {
    /// The find as a trace of one text: nobody's, save what is on the list of services; none for sums, limits, days and lengths.
    /// Its mention counts bytes up to 4 GiB; [`Find::start`] goes on.
    pub fn indicator(&self) -> Option<Indicator> {
        let What::Indicator { kind, variety, value, validity, grade } = &self.what else { return None };
        let offset = |place: u64| u32::try_from(place).unwrap_or(u32::MAX);
        let service = service::role_of(*kind, value);
        Some(Indicator {
            kind: *kind,
            variety: (*variety).to_owned(),
            value: value.clone(),
            raw: self.raw.to_owned(),
            validity: validity.clone(),
            grade: *grade,
            role: service.unwrap_or(Role::Unknown),
            role_basis: if service.is_some() { "service_list" } else { "no_context" }.to_owned(),
            mentions: vec![Mention { message: 0, start: offset(self.start), end: offset(self.end) }],
            reading: if self.raw.contains('\n') { vec!["joined_lines".to_owned()] } else { Vec::new() },
            listed: Vec::new(),
        })
    }
}

/// What a [`Find`] is.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// A number, an address, an account, a name.
    Indicator {
        /// What sort of trace.
        kind: IndicatorKind,
        /// Finer than the kind; empty where there is nothing finer.
        variety: &'static str,
        /// Normalised.
        value: String,
        /// Whether check digits hold.
        validity: Validity,
        /// How much it proves.
        grade: Grade,
    },
    /// A sum of money.
    Amount {
        /// Units of the currency.
        value: f64,
        /// ISO 4217 or a ticker; empty where the text names none.
        currency: &'static str,
    },
    /// A limit of time; with its length in seconds where it is given as one.
    Limit {
        /// Seconds from when it was written; none where a point in time is named.
        seconds: Option<i64>,
    },
    /// A day of the calendar.
    Day {
        /// None where the text leaves it out.
        year: Option<i16>,
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
        /// Day and month could be the other way round: the European order is given, never guessed to be sure.
        either_order: bool,
    },
    /// A length of time.
    Length {
        /// Months count 30 days, years 365.
        seconds: i64,
    },
}

/// Finds traces in a stream of any length, in memory that does not grow with it.
///
/// Values are looked for in pieces of some 64 KiB that end with a line: a value broken over two lines just there is not joined.
/// Bytes that are not UTF-8 are read as unknown characters; positions stay those of the stream.
///
/// ```
/// let mut scanner = argine_indicators::Scanner::default();
/// let mut kinds = Vec::new();
/// let mut see = |find: argine_indicators::Find<'_>| kinds.push((find.start, find.raw.to_owned()));
/// scanner.push(b"scrivi a luna@exam", &mut see);
/// scanner.push(b"ple.com oggi", &mut see);
/// scanner.finish(&mut see);
/// assert_eq!(kinds, [(9, "luna@example.com".to_owned())]);
/// ```
#[derive(Default)]
pub struct Scanner {
    examiner: Examiner,
    /// Bytes not yet looked at.
    rest: Vec<u8>,
    /// How many bytes went before them.
    base: u64,
}

impl Scanner {
    /// Takes the next bytes, cut anywhere, and tells `see` what the pieces hold that they complete.
    pub fn push(&mut self, bytes: &[u8], see: &mut dyn FnMut(Find<'_>)) {
        let mut bytes = bytes;
        // A piece that began with earlier bytes is put together; the others are read where they lie.
        while !self.rest.is_empty() {
            let mut piece = core::mem::take(&mut self.rest);
            let known = piece.len();
            let more = (PIECE + 1).saturating_sub(known).min(bytes.len());
            piece.extend_from_slice(bytes.get(..more).unwrap_or(&[]));
            if piece.len() <= PIECE {
                self.rest = piece;
                return;
            }
            let done = self.take(&piece, see);
            let used = if done < known {
                piece.drain(..done);
                more
            } else {
                piece.clear();
                done - known
            };
            bytes = bytes.get(used..).unwrap_or(&[]);
            self.rest = piece;
        }
        while bytes.len() > PIECE {
            let done = self.take(bytes, see);
            bytes = bytes.get(done..).unwrap_or(&[]);
        }
        self.rest.extend_from_slice(bytes);
    }

    /// Tells `see` what the last bytes hold.
    pub fn finish(mut self, see: &mut dyn FnMut(Find<'_>)) {
        let rest = core::mem::take(&mut self.rest);
        let mut done = 0;
        while let Some(bytes) = rest.get(done..)
            && !bytes.is_empty()
        {
            done += self.take(bytes, see);
        }
    }

    /// Reads the first piece of `bytes`; how long it is.
    fn take(&mut self, bytes: &[u8], see: &mut dyn FnMut(Find<'_>)) -> usize {
        let last = bytes.len() < PIECE;
        let bytes = bytes.get(..PIECE).unwrap_or(bytes);
        let piece = if last { bytes } else { line_cut(bytes) };
        // Bytes that are not UTF-8 are patched first, at the same length.
        if !self.read(piece, see) {
            let text = patched(piece);
            self.read(text.as_bytes(), see);
        }
        let size = piece.len().max(1);
        self.base += size as u64;
        size
    }

    /// Tells `see` what a piece holds; false where it is not UTF-8.
    fn read(&mut self, piece: &[u8], see: &mut dyn FnMut(Find<'_>)) -> bool {
        let Ok(text) = simdutf8::basic::from_utf8(piece) else { return false };
        let clean = Clean::new(text);
        self.examiner.forget();
        let examined = self.examiner.examine(&clean, Platform::Unknown, Limits::Sought, Source::Written);
        let base = self.base;
        let mut tell = |start: usize, end: usize, what: What| {
            let (start, end) = clean.original_span(start, end);
            see(Find {
                what,
                start: base + start as u64,
                end: base + end as u64,
                raw: text.get(start..end).unwrap_or(""),
            });
        };
        for found in examined.found {
            let (start, end) = (found.start, found.end);
            let what = What::Indicator {
                kind: found.kind,
                variety: found.variety,
                value: found.value,
                validity: found.validity,
                grade: found.grade,
            };
            tell(start, end, what);
        }
        for sum in examined.sums {
            tell(sum.start, sum.end, What::Amount { value: sum.value, currency: sum.currency });
        }
        for limit in examined.limits {
            let seconds = match limit.when {
                When::After(seconds) => Some(seconds),
                _ => None,
            };
            tell(limit.start, limit.end, What::Limit { seconds });
        }
        for found in examined.days {
            let Calendar { start, end, year, month, day, either_order } = found;
            tell(start, end, What::Day { year, month, day, either_order });
        }
        for length in examined.lengths {
            tell(length.start, length.end, What::Length { seconds: length.seconds });
        }
        true
    }
}

/// Text of the same length in which every byte that is no UTF-8 is a sign that belongs to nothing.
fn patched(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|_| '\u{1}'));
    }
    text
}

/// The size of the next piece of a text.
pub(crate) fn piece(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    bytes.get(..PIECE).map_or(rest.len(), |bytes| line_cut(bytes).len())
}

/// Up to the end of the last whole line; of the last whole word where a line is longer, of the last whole character where a word is.
fn line_cut(bytes: &[u8]) -> &[u8] {
    let cut = memrchr(b'\n', bytes).or_else(|| memrchr(b' ', bytes)).map_or_else(
        || {
            // At most three bytes of a character stand before its end.
            let whole = |size: &usize| bytes.get(*size).is_none_or(|byte| byte & 0xC0 != 0x80);
            (bytes.len().saturating_sub(3)..bytes.len())
                .rev()
                .find(whole)
                .filter(|size| *size > 0)
                .unwrap_or(bytes.len())
        },
        |place| place + 1,
    );
    bytes.get(..cut).unwrap_or(bytes)
}

//! One pass over the clean text: the words that say what a number or a name is, the runs of letters and digits that may begin a
//! value, and the signs that may join the parts of an address.

use crate::lexicon::{DIGIT, JOINS, LARGE, LEXICON, Lexicon, OPENS, SCALE, SMALL, WORD};
use crate::text::{at, is_word, work};
pub(crate) use crate::words::Cue;

/// A word found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hit {
    pub(crate) cue: Cue,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// How far before a codice fiscale the words may stand that name it.
const TAX_CODE_REACH: usize = 40;

/// The shortest address of a wallet.
const WALLET: usize = 25;

/// Letters and digits that stand together.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Run {
    pub(crate) start: usize,
    pub(crate) end: usize,
    marks: u8,
}

impl Run {
    /// Whether it has a digit.
    pub(crate) const fn has_digit(self) -> bool {
        self.marks & DIGIT != 0
    }

    /// Whether it has nothing but digits.
    pub(crate) const fn is_number(self) -> bool {
        self.marks & (SMALL | LARGE) == 0
    }

    /// Whether it is a word that begins no value.
    fn is_plain_word(self, bytes: &[u8]) -> bool {
        let length = self.end - self.start;
        if self.has_digit() || length >= WALLET {
            return false;
        }
        if length != 2 && self.marks & SMALL != 0 {
            return true;
        }
        let next = at(bytes, self.end);
        let opens_iban = length == 2 && matches!(next, b' ' | b'-') && at(bytes, self.end + 1).is_ascii_digit();
        let code = self.marks & SMALL == 0 && (length >= 10 || next == b'-');
        !(opens_iban || code)
    }
}

/// How a word begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opening {
    /// Where a word begins.
    Word,
    /// Glued to digits: only a currency may.
    Glued,
}

/// How many bytes share a place in the register of hits.
const BLOCK: usize = 64;

/// What one pass over a text finds.
#[derive(Default)]
pub(crate) struct Context {
    /// In order of their end.
    hits: Vec<Hit>,
    /// For each block of the text, the first hit that ends in it or behind it.
    register: Vec<u32>,
    runs: Vec<Run>,
    joins: Vec<usize>,
    ats: Vec<usize>,
    /// The sorts of cue among the hits.
    sorts: u64,
    digits: bool,
}

impl Context {
    /// Reads `bytes`, reusing the room of an earlier reading.
    pub(crate) fn read(&mut self, bytes: &[u8]) {
        self.hits.clear();
        self.runs.clear();
        self.joins.clear();
        self.ats.clear();
        self.sorts = 0;
        self.digits = false;
        let lexicon = &*LEXICON;
        let class = |byte: u8| lexicon.classes.get(usize::from(byte)).copied().unwrap_or(0);
        let mut start = 0;
        let mut tax_codes_until = 0;
        while let Some(byte) = bytes.get(start) {
            let first = class(*byte);
            if first & WORD == 0 {
                if first & (OPENS | JOINS) != 0 {
                    self.sign(lexicon, bytes, start, first);
                }
                start += 1;
                continue;
            }
            if first & OPENS != 0 && lexicon.may_open(bytes, start) {
                let known = self.hits.len();
                self.words_from(lexicon, bytes, start, Opening::Word);
                if self.hits.get(known..).is_some_and(|hits| hits.iter().any(|hit| hit.cue == Cue::TaxCode)) {
                    tax_codes_until = start + TAX_CODE_REACH;
                }
            }
            let mut marks = first;
            let mut end = start + 1;
            while let Some(byte) = bytes.get(end) {
                let next = class(*byte);
                if next & WORD == 0 {
                    break;
                }
                marks |= next;
                end += 1;
            }
            if marks & DIGIT != 0 {
                self.digits = true;
                if marks & (SMALL | LARGE) != 0 {
                    self.glued(lexicon, bytes, start, end);
                }
            }
            let run = Run { start, end, marks };
            if !run.is_plain_word(bytes) || start <= tax_codes_until && end - start <= 6 {
                self.runs.push(run);
            }
            start = end;
        }
        self.fill_register(bytes.len());
        work(8 * bytes.len());
    }

    /// A sign: some words begin with one ("€", "(at)"), and it may join the parts of an address.
    fn sign(&mut self, lexicon: &Lexicon, bytes: &[u8], place: usize, class: u8) {
        if class & OPENS != 0 {
            self.words_from(lexicon, bytes, place, Opening::Word);
        }
        if class & JOINS != 0 {
            let next = at(bytes, place + 1);
            match at(bytes, place) {
                b'@' => self.ats.push(place),
                // Most dots end a sentence, most colons part hours from minutes.
                b'.' if is_word(next) || next == b' ' && place > 0 && at(bytes, place - 1) == b' ' => {
                    self.joins.push(place);
                }
                b':' if matches!(next, b'/' | b'\\' | b']' | b':')
                    || next.is_ascii_hexdigit() && (2..6).any(|ahead| at(bytes, place + ahead) == b':') =>
                {
                    self.joins.push(place);
                }
                b'[' if matches!(next, b'.' | b':' | b'd' | b'D' | b'p' | b'P') => self.joins.push(place),
                _ => {}
            }
        }
    }

    /// Inside a run only a currency may begin, glued to its digits ("500euro", "1,5keuro").
    fn glued(&mut self, lexicon: &Lexicon, bytes: &[u8], start: usize, end: usize) {
        let class = |place: usize| lexicon.classes.get(usize::from(at(bytes, place))).copied().unwrap_or(0);
        let mut marks = 0;
        let mut here = class(start);
        for place in start + 1..end {
            let next = class(place);
            marks |= here;
            // Letters before would make it a part of something else ("…a0cad88…").
            let letters = marks & (SMALL | LARGE) != 0 && here & SCALE == 0;
            if here & (DIGIT | SCALE) != 0
                && !letters
                && next & (DIGIT | OPENS) == OPENS
                && (here & DIGIT != 0 || place >= 2 && at(bytes, place - 2).is_ascii_digit())
            {
                self.words_from(lexicon, bytes, place, Opening::Glued);
            }
            here = next;
        }
    }

    /// The words that begin at `start`.
    fn words_from(&mut self, lexicon: &Lexicon, bytes: &[u8], start: usize, opening: Opening) {
        lexicon.walk(bytes, start, |entry, end| {
            let cue = entry.cue;
            let closed = !is_word(at(bytes, end)) || !is_word(at(bytes, end - 1));
            let currency = matches!(cue, Cue::Currency(_));
            // "USD115": so may its digits be glued to a currency, and a day to its month.
            let open = entry.stem || (currency || matches!(cue, Cue::Month(_))) && at(bytes, end).is_ascii_digit();
            // "2DH2P…" between digits is a part of something else; "15euro50" is a price.
            let inside = opening == Opening::Glued && !closed && end - start <= 2;
            if (opening == Opening::Glued && !currency) || inside || !(closed || open) {
                return;
            }
            self.sorts |= cue.bit();
            let hit = Hit { cue, start, end };
            let later = self.hits.iter().rev().take_while(|known| known.end > end).count();
            if later == 0 {
                self.hits.push(hit);
            } else {
                self.hits.insert(self.hits.len() - later, hit);
            }
        });
    }

    fn fill_register(&mut self, length: usize) {
        self.register.clear();
        self.register.resize(length / BLOCK + 2, 0);
        let mut blocks = self.register.iter_mut().enumerate();
        let mut next = blocks.next();
        for (place, hit) in self.hits.iter().enumerate() {
            while let Some((block, _)) = next
                && block * BLOCK <= hit.end
            {
                if let Some((_, first)) = &mut next {
                    **first = u32::try_from(place).unwrap_or(u32::MAX);
                }
                next = blocks.next();
            }
        }
        let count = u32::try_from(self.hits.len()).unwrap_or(u32::MAX);
        for (_, first) in next.into_iter().chain(blocks) {
            *first = count;
        }
    }

    /// The first hit that ends at `end` or behind.
    fn first_ending(&self, end: usize) -> usize {
        let block = self.register.get(end / BLOCK).map_or(self.hits.len(), |first| *first as usize);
        let rest = self.hits.get(block..).unwrap_or(&[]);
        let skipped = rest.iter().take_while(|hit| hit.end < end).count();
        work(skipped);
        block + skipped
    }

    /// Runs of letters and digits that may begin a value, in order: most words may not.
    pub(crate) fn runs(&self) -> &[Run] {
        &self.runs
    }

    pub(crate) fn hits(&self) -> &[Hit] {
        &self.hits
    }

    /// Where dots, colons and brackets stand that may join the parts of an address.
    pub(crate) fn joins(&self) -> &[usize] {
        &self.joins
    }

    /// Where every `@` stands.
    pub(crate) fn ats(&self) -> &[usize] {
        &self.ats
    }

    /// Whether there is a digit.
    pub(crate) const fn has_digits(&self) -> bool {
        self.digits
    }

    /// Whether words say where money is wanted, and by which service or on what account.
    pub(crate) fn moves_money(&self) -> bool {
        self.has(Cue::PayTo)
            && [
                Cue::WesternUnion,
                Cue::MoneyGram,
                Cue::Ria,
                Cue::Sendwave,
                Cue::Remitly,
                Cue::TransferCode,
                Cue::Iban,
                Cue::Card,
            ]
            .iter()
            .any(|cue| self.has(*cue))
    }

    /// Whether words announce a telephone number.
    pub(crate) const fn calls(&self) -> bool {
        self.sorts & crate::phone::NAMING != 0
    }

    /// Whether any word of this sort is in the message.
    pub(crate) const fn has(&self, cue: Cue) -> bool {
        self.sorts & cue.bit() != 0
    }

    /// Words that end in `from..=to`.
    pub(crate) fn between(&self, from: usize, to: usize) -> &[Hit] {
        let rest = self.hits.get(self.first_ending(from)..).unwrap_or(&[]);
        let count = rest.iter().take_while(|hit| hit.end <= to).count();
        work(count);
        rest.get(..count).unwrap_or(&[])
    }

    /// The sorts of cue that end in `from..=to`, a bit each.
    pub(crate) fn sorts_between(&self, from: usize, to: usize) -> u64 {
        self.between(from, to).iter().fold(0, |sorts, hit| sorts | hit.cue.bit())
    }

    /// The nearest word before `start`, at most `reach` bytes away, that `choose` accepts.
    pub(crate) fn nearest_before<T>(
        &self,
        start: usize,
        reach: usize,
        choose: impl Fn(Cue) -> Option<T>,
    ) -> Option<(T, Hit)> {
        let found = self.between(start.saturating_sub(reach), start);
        found.iter().rev().find_map(|hit| choose(hit.cue).map(|value| (value, *hit)))
    }

    /// The nearest word that begins in `end..end + reach` and that `choose` accepts.
    pub(crate) fn nearest_after<T>(
        &self,
        end: usize,
        reach: usize,
        choose: impl Fn(Cue) -> Option<T>,
    ) -> Option<(T, Hit)> {
        let found = self.between(end + 1, end + reach + 16);
        found
            .iter()
            .filter(|hit| hit.start >= end && hit.start <= end + reach)
            .find_map(|hit| choose(hit.cue).map(|value| (value, *hit)))
    }

    pub(crate) fn any_within(&self, start: usize, end: usize, cue: Cue) -> bool {
        self.has(cue) && self.between(start, end).iter().any(|hit| hit.cue == cue)
    }
}

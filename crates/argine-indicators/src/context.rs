//! One pass over the clean text: the words that say what a number or a name is, the runs of letters and digits that may begin a
//! value, and the signs that may join the parts of an address.

use crate::deadline::FallingRows;
use crate::lexicon::{DIGIT, LARGE, LEXICON, Lexicon, OPENS, Place, SCALE, SMALL};
use crate::marks::{self, Marks};
use crate::number::Numbers;
use crate::sequence::Measure;
use crate::text::{at, is_word, run_end, slice, work};
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
    digits: bool,
    letters: bool,
    /// Of digits alone: the number that it begins.
    pub(crate) number: Measure,
}

impl Run {
    /// Digits alone, the first group of a number.
    pub(crate) const fn of_digits(start: usize, end: usize, number: Measure) -> Self {
        Self { start, end, digits: true, letters: false, number }
    }

    /// Whether it has a digit.
    pub(crate) const fn has_digit(self) -> bool {
        self.digits
    }

    /// Whether it has nothing but digits.
    pub(crate) const fn is_number(self) -> bool {
        !self.letters
    }

    /// The next group of the number that it begins.
    pub(crate) fn next_group(self, bytes: &[u8]) -> Option<Self> {
        if self.end >= self.number.end {
            return None;
        }
        let gap = slice(bytes, self.end, self.number.end).iter().take_while(|byte| !byte.is_ascii_digit()).count();
        let start = self.end + gap;
        Some(Self { start, end: run_end(bytes, start), number: self.number.rest(), ..self })
    }

    /// Whether it is a word that begins no value.
    fn is_plain_word(self, bytes: &[u8]) -> bool {
        let length = self.end - self.start;
        if self.digits || length >= WALLET {
            return false;
        }
        let small = slice(bytes, self.start, self.end).iter().any(u8::is_ascii_lowercase);
        if length != 2 && small {
            return true;
        }
        let next = at(bytes, self.end);
        let opens_iban = length == 2 && matches!(next, b' ' | b'-') && at(bytes, self.end + 1).is_ascii_digit();
        let code = !small && (length >= 10 || next == b'-');
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

fn is_number(run: &[u8]) -> bool {
    run.iter().all(u8::is_ascii_digit)
}

/// What one pass over a text finds.
#[derive(Default)]
pub(crate) struct Context {
    /// In order of their end.
    hits: Vec<Hit>,
    /// The sort of each of them, to be searched for one.
    sorts_of_hits: Vec<u8>,
    /// For each block of the text, the first hit that ends in it or behind it.
    register: Vec<u32>,
    runs: Vec<Run>,
    numbers: Numbers,
    joins: Vec<usize>,
    ats: Vec<usize>,
    /// The sorts of cue among the hits.
    sorts: u64,
    digits: bool,
    /// Where the words lose their reach that name a codice fiscale: short runs may be its pieces up to there.
    tax_codes_until: usize,
}

impl Context {
    /// Reads `bytes`, reusing the room of an earlier reading.
    pub(crate) fn read(&mut self, bytes: &[u8]) {
        self.hits.clear();
        self.sorts_of_hits.clear();
        self.runs.clear();
        self.numbers.clear();
        self.joins.clear();
        self.ats.clear();
        self.sorts = 0;
        self.digits = false;
        self.tax_codes_until = 0;
        let lexicon = &*LEXICON;
        let mut open = None;
        let (blocks, rest) = bytes.as_chunks::<{ marks::BLOCK }>();
        for (place, block) in blocks.iter().enumerate() {
            self.block(lexicon, bytes, place * marks::BLOCK, Marks::of(block), &mut open);
        }
        // Behind the last byte stands no letter: a run that is open ends there.
        self.block(lexicon, bytes, bytes.len() - rest.len(), Marks::of_rest(rest), &mut open);
        self.digits |= !self.numbers.is_empty();
        let runs = self.runs.len();
        self.numbers.read(bytes, &mut self.runs);
        if runs > 0 {
            self.runs.sort_by_key(|run| run.start);
        }
        self.fill_register(bytes.len());
        work(8 * bytes.len());
    }

    /// Reads the runs that end and the signs that stand in a block; `open`: the run that reaches into it, and then out of it.
    fn block(&mut self, lexicon: &Lexicon, bytes: &[u8], base: usize, marks: Marks, open: &mut Option<Run>) {
        let mut edges = marks.words ^ (marks.words << 1 | u64::from(open.is_some()));
        let letters = marks.words & !marks.digits;
        if let Some(run) = open {
            let inside = edges.wrapping_sub(1) & !edges;
            run.digits |= marks.digits & inside != 0;
            run.letters |= letters & inside != 0;
            if edges == 0 {
                return self.signs(lexicon, bytes, base, marks.signs);
            }
            run.end = base + edges.trailing_zeros() as usize;
            let run = *run;
            *open = None;
            edges &= edges - 1;
            if let Some(place) = lexicon.opened(bytes, run.start, run.end - run.start) {
                self.words_from(lexicon, bytes, run.start, place, Opening::Word);
            }
            self.keep(lexicon, bytes, run);
        }
        while edges != 0 {
            let first = edges.trailing_zeros();
            edges &= edges - 1;
            let behind = edges.trailing_zeros();
            // Up to the next edge, which is where the run ends; to the end of the block where there is none.
            let inside = (edges & edges.wrapping_neg()).wrapping_sub(1_u64.wrapping_shl(first));
            let (start, end) = (base.wrapping_add(first as usize), base.wrapping_add(behind as usize));
            let run = || Run {
                start,
                end,
                digits: marks.digits & inside != 0,
                letters: letters & inside != 0,
                number: Measure::NONE,
            };
            if edges == 0 {
                *open = Some(run());
                break;
            }
            edges &= edges - 1;
            if letters & inside == 0 {
                // No word of ours begins with a digit.
                self.numbers.push(start, end);
                continue;
            }
            let length = end.wrapping_sub(start);
            if let Some(place) = lexicon.opened(bytes, start, length) {
                self.words_from(lexicon, bytes, start, place, Opening::Word);
            }
            // Most words are small letters and begin no value: said before they are looked at.
            let small = bytes.get(end.wrapping_sub(1)).is_some_and(u8::is_ascii_lowercase);
            let long = length == 2 || length >= WALLET;
            if !small || long || marks.digits & inside != 0 || start <= self.tax_codes_until {
                self.keep(lexicon, bytes, run());
            }
        }
        self.signs(lexicon, bytes, base, marks.signs);
    }

    /// Keeps a run of letters and digits with which a value may begin.
    fn keep(&mut self, lexicon: &Lexicon, bytes: &[u8], run: Run) {
        if !run.letters {
            return self.numbers.push(run.start, run.end);
        }
        if run.digits {
            self.digits = true;
            self.glued(lexicon, bytes, run.start, run.end);
        } else if run.is_plain_word(bytes) && !(run.start <= self.tax_codes_until && run.end - run.start <= 6) {
            return;
        }
        self.runs.push(run);
    }

    /// The signs of a block.
    fn signs(&mut self, lexicon: &Lexicon, bytes: &[u8], base: usize, mut signs: u64) {
        while signs != 0 {
            self.sign(lexicon, bytes, base + signs.trailing_zeros() as usize);
            signs &= signs - 1;
        }
    }

    /// A sign: some words begin with one ("€", "(at)"), and it may join the parts of an address.
    fn sign(&mut self, lexicon: &Lexicon, bytes: &[u8], place: usize) {
        let next = at(bytes, place + 1);
        match at(bytes, place) {
            // Most dots end a sentence, most colons part hours from minutes.
            b'.' => {
                if is_word(next) || next == b' ' && place > 0 && at(bytes, place - 1) == b' ' {
                    self.joins.push(place);
                }
            }
            b':' => {
                if matches!(next, b'/' | b'\\' | b']' | b':')
                    || next.is_ascii_hexdigit() && (2..6).any(|ahead| at(bytes, place + ahead) == b':')
                {
                    self.joins.push(place);
                }
            }
            b'@' => self.ats.push(place),
            b'[' => {
                self.words_from(lexicon, bytes, place, Place::ROOT, Opening::Word);
                if matches!(next, b'.' | b':' | b'd' | b'D' | b'p' | b'P') {
                    self.joins.push(place);
                }
            }
            _ => self.words_from(lexicon, bytes, place, Place::ROOT, Opening::Word),
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
                self.words_from(lexicon, bytes, place, Place::ROOT, Opening::Glued);
            }
            here = next;
        }
    }

    /// The words that begin at `start`; `place`: where in the trie they stand together.
    #[inline(never)]
    fn words_from(&mut self, lexicon: &Lexicon, bytes: &[u8], start: usize, place: Place, opening: Opening) {
        lexicon.walk(bytes, start, place, |state, end| {
            let (entries, glueable) = lexicon.entries(state);
            let next = at(bytes, end);
            let closed = !is_word(next) || !is_word(at(bytes, end - 1));
            if !(closed || glueable) {
                return;
            }
            for entry in entries {
                let cue = entry.cue;
                // "USD115": so may its digits be glued to a currency, and a day to its month.
                let open = closed || entry.stem || entry.before_digits && next.is_ascii_digit();
                // "2DH2P…" and "161CHF5GA7…" are a part of something else; "15euro50" is a price.
                let price = || end - start > 2 && bytes.get(end..run_end(bytes, end)).is_some_and(is_number);
                let inside = opening == Opening::Glued && (!matches!(cue, Cue::Currency(_)) || !closed && !price());
                if open && !inside {
                    self.add(Hit { cue, start, end }, entry.sort);
                }
            }
        });
    }

    /// Keeps a hit, in order of their end: a sign is told behind the runs of its block.
    fn add(&mut self, hit: Hit, sort: u8) {
        self.sorts |= 1 << sort;
        if sort == Cue::TaxCode.sort() {
            self.tax_codes_until = self.tax_codes_until.max(hit.start + TAX_CODE_REACH);
        }
        if self.hits.last().is_none_or(|last| (last.end, last.start) <= (hit.end, hit.start)) {
            self.hits.push(hit);
            self.sorts_of_hits.push(sort);
            return;
        }
        let behind = |known: &&Hit| (known.end, known.start) > (hit.end, hit.start);
        let place = self.hits.len() - self.hits.iter().rev().take_while(behind).count();
        self.hits.insert(place, hit);
        self.sorts_of_hits.insert(place, sort);
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

    /// Numbers of which each is one less than the one before, in order.
    pub(crate) const fn falling_rows(&self) -> &FallingRows {
        &self.numbers.falling_rows
    }

    /// Where the runs begin, in order, that may be the first number of a day: up to four digits, a sign, a digit.
    pub(crate) fn dates(&self) -> &[usize] {
        &self.numbers.dates
    }

    pub(crate) fn hits(&self) -> &[Hit] {
        &self.hits
    }

    /// The hits of one sort, and their places among all.
    pub(crate) fn of_sort(&self, cue: Cue) -> impl Iterator<Item = (usize, &Hit)> {
        let sorts = if self.has(cue) { self.sorts_of_hits.as_slice() } else { &[] };
        work(sorts.len() / 16);
        memchr::memchr_iter(cue.sort(), sorts).filter_map(|place| Some((place, self.hits.get(place)?)))
    }

    /// The hits whose sort is among `sorts`, a bit each.
    pub(crate) fn of_sorts(&self, sorts: u64) -> impl Iterator<Item = &Hit> {
        let known = if self.sorts & sorts != 0 { self.sorts_of_hits.as_slice() } else { &[] };
        work(known.len() / 4);
        let places = known.iter().enumerate().filter(move |(_, sort)| sorts >> **sort & 1 != 0);
        places.filter_map(|(place, _)| self.hits.get(place))
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

    /// Whether words of any of these sorts are in the message, a bit each.
    pub(crate) const fn has_any(&self, sorts: u64) -> bool {
        self.sorts & sorts != 0
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

//! All literals in one sorted table, looked up from the beginning of each word.
//!
//! A stem can only begin where a word begins, so an automaton that may start anywhere would do needless work and
//! take five times as long to build as this: sorted literals, of which the first three letters leave few, narrowed byte by byte.

/// Letters, digits and the space, in the order of their bytes.
const SIGNS: usize = 37;
/// Places for three of them.
const TRIPLES: usize = SIGNS * SIGNS * SIGNS;

/// Sorted literals.
#[derive(Debug, Default)]
pub(crate) struct Stems {
    bytes: Vec<u8>,
    /// Where each literal ends.
    ends: Vec<u32>,
    /// For each three signs, where the literals begin that begin with them or come later; one more at the end.
    first: Vec<u32>,
    /// So many literals, at the beginning, have less than three bytes.
    short: usize,
}

impl Stems {
    /// The table of distinct literals of lower-case letters, digits and spaces, in the order of [`in_order`].
    pub(crate) fn build<'a>(literals: impl Iterator<Item = &'a str>) -> Self {
        let mut stems = Self { first: Vec::with_capacity(TRIPLES + 1), ..Self::default() };
        for (at, literal) in (0_u32..).zip(literals) {
            stems.bytes.extend_from_slice(literal.as_bytes());
            stems.ends.push(u32::try_from(stems.bytes.len()).unwrap_or(u32::MAX));
            match triple(literal.as_bytes()) {
                Some(triple) if stems.first.len() <= triple => stems.first.resize(triple + 1, at),
                Some(_) => {}
                None => stems.short += 1,
            }
        }
        stems.first.resize(TRIPLES + 1, u32::try_from(stems.ends.len()).unwrap_or(u32::MAX));
        stems
    }

    /// Every literal that `text` begins with: its place and its length.
    pub(crate) fn find(&self, text: &[u8], mut found: impl FnMut(usize, usize)) {
        for at in 0..self.short {
            let literal = self.literal(at);
            if text.starts_with(literal) {
                found(at, literal.len());
            }
        }
        let Some(triple) = triple(text) else { return };
        let at = |triple: usize| self.first.get(triple).copied().unwrap_or(0) as usize;
        let (mut low, mut high) = (at(triple), at(triple + 1));
        for depth in 3.. {
            if low >= high {
                return;
            }
            if self.literal(low).len() == depth {
                found(low, depth);
                low += 1;
            }
            let Some(next) = text.get(depth) else { return };
            let byte = |at: usize| self.literal(at).get(depth).copied();
            (low, high) = narrowed(low, high, *next, byte);
        }
    }

    fn literal(&self, at: usize) -> &[u8] {
        let from = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0) as usize;
        let to = self.ends.get(at).copied().unwrap_or(0) as usize;
        self.bytes.get(from..to).unwrap_or_default()
    }
}

/// What literals are ordered by: those of less than three bytes stand first, so that the others follow one another.
pub(crate) fn in_order(literal: &str) -> (bool, &str) {
    (literal.len() >= 3, literal)
}

/// Of a sorted range the part with that byte: by steps where it is short, by halving where it is long.
fn narrowed(low: usize, high: usize, wanted: u8, byte: impl Fn(usize) -> Option<u8>) -> (usize, usize) {
    let before = |limit: Option<u8>| {
        let (mut low, mut high) = (low, high);
        while high - low > 8 {
            let middle = usize::midpoint(low, high);
            if byte(middle) < limit { low = middle + 1 } else { high = middle }
        }
        while low < high && byte(low) < limit {
            low += 1;
        }
        low
    };
    (before(Some(wanted)), before(wanted.checked_add(1)))
}

/// The place of the first three bytes, where there are so many and all of them are signs of literals.
fn triple(bytes: &[u8]) -> Option<usize> {
    let sign = |byte: u8| match byte {
        b' ' => Some(0),
        b'0'..=b'9' => Some(usize::from(byte - b'0') + 1),
        b'a'..=b'z' => Some(usize::from(byte - b'a') + 11),
        _ => None,
    };
    let [first, second, third, ..] = bytes else { return None };
    Some((sign(*first)? * SIGNS + sign(*second)?) * SIGNS + sign(*third)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_literal_at_the_start() {
        let literals = ["h ", "x ", "mand", "mando ", "mando tutto ", "vid", "video "];
        let stems = Stems::build(literals.into_iter());
        let find = |text: &str| {
            let mut found = Vec::new();
            stems.find(text.as_bytes(), |at, length| found.push((at, length)));
            found
        };
        assert_eq!(find("mando tutto a te "), [(2, 4), (3, 6), (4, 12)]);
        assert_eq!(find("video "), [(5, 3), (6, 6)]);
        assert_eq!(find("h "), [(0, 2)]);
        assert_eq!(find("h mando "), [(0, 2)]);
        assert!(find("zzz").is_empty());
        assert!(find("été ").is_empty());
    }

    proptest::proptest! {
        #[test]
        fn finds_what_a_walk_over_all_literals_finds(
            literals in proptest::collection::btree_set("[ab]{1,4} ?|[ab] [ab]{1,3}", 1..60),
            text in "[ab]{1,4}( [ab]{1,4}){0,2} ",
        ) {
            let mut literals: Vec<&str> = literals.iter().map(String::as_str).collect();
            literals.sort_unstable_by_key(|literal| in_order(literal));
            let stems = Stems::build(literals.iter().copied());
            let mut found = Vec::new();
            stems.find(text.as_bytes(), |at, length| found.push((at, length)));
            found.sort_unstable();
            let all: Vec<(usize, usize)> = literals
                .iter()
                .enumerate()
                .filter(|(_, literal)| text.starts_with(**literal))
                .map(|(at, literal)| (at, literal.len()))
                .collect();
            proptest::prop_assert_eq!(found, all);
        }
    }
}

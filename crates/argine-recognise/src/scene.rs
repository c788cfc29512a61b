//! What an entry stands beside: what it says itself, what both sides said before it, and what the linear weights make of it.
//!
//! Which stage or tactic an entry shows often depends on what came before: "tomorrow then" is a greeting, a limit or the answer to a demand. Linear
//! weights add cues up; small trees over these features (see [`crate::forest`]) mend what they find likely.

use crate::forest::FLOOR;

/// One log odd of the linear weights in so many units.
const UNITS: f64 = 16.0;
/// Blocks of features with one number for each saying.
const BLOCKS: usize = 5;
/// Sides.
const SIDES: usize = 2;
/// Linear weights below this many units, or as many above nought, are all the same.
const FAR: f64 = 160.0;

/// What was said so far, as the trees for stages and tactics see it.
#[derive(Debug, Clone)]
pub struct Scene {
    sayings: usize,
    /// By side: the loudest that each saying was before.
    loudest: [Vec<i16>; SIDES],
    /// By side: the last entry with words.
    last: [Vec<i16>; SIDES],
    /// The highest log odds that the linear weights gave each stage and tactic before.
    likeliest: Vec<f64>,
    /// By side: how many entries with words there were.
    entries: [i16; SIDES],
    features: Vec<i16>,
}

impl Scene {
    /// Below these log odds of the linear weights nothing is mended.
    pub const LIKELY: f64 = -4.0;

    /// Nothing said yet, of so many sayings; so many stages and tactics are looked for.
    #[must_use]
    pub fn new(sayings: usize, moves: usize) -> Self {
        let silent = || [vec![FLOOR; sayings], vec![FLOOR; sayings]];
        Self {
            sayings,
            loudest: silent(),
            last: silent(),
            likeliest: vec![f64::NEG_INFINITY; moves],
            entries: [0; SIDES],
            features: Vec::new(),
        }
    }

    /// How many features there are.
    #[must_use]
    pub fn width(&self) -> usize {
        BLOCKS * self.sayings + 2 * self.likeliest.len() + 1 + SIDES
    }

    /// The features of the next entry: what it says, in units of 1/16 log odds by saying, and what the linear weights make of it.
    pub fn next(&mut self, by_owner: bool, said: &[(u8, i16)], likely: &[f64]) -> &[i16] {
        self.see(by_owner, said, likely);
        self.pass(by_owner, said, likely);
        &self.features
    }

    /// The features of the next entry, which is not passed yet.
    pub(crate) fn see(&mut self, by_owner: bool, said: &[(u8, i16)], likely: &[f64]) -> &[i16] {
        self.features.clear();
        self.features.resize(self.sayings, FLOOR);
        for (saying, units) in said {
            if let Some(slot) = self.features.get_mut(usize::from(*saying)) {
                *slot = *units;
            }
        }
        let [other, owner] = &self.loudest;
        let [other_last, owner_last] = &self.last;
        for block in [other, owner, other_last, owner_last] {
            self.features.extend_from_slice(block);
        }
        let units = |log_odds: &f64| crate::learned::whole((log_odds * UNITS).round().clamp(-FAR, FAR));
        self.features.extend(likely.iter().map(units));
        self.features.extend(self.likeliest.iter().map(|most| if most.is_finite() { units(most) } else { i16::MIN }));
        self.features.push(i16::from(by_owner));
        self.features.extend(self.entries);
        &self.features
    }

    /// Passes an entry: later ones stand beside it.
    pub(crate) fn pass(&mut self, by_owner: bool, said: &[(u8, i16)], likely: &[f64]) {
        for (most, now) in self.likeliest.iter_mut().zip(likely) {
            *most = most.max(*now);
        }
        let side = usize::from(by_owner);
        if !said.is_empty()
            && let (Some(loudest), Some(last), Some(entries)) =
                (self.loudest.get_mut(side), self.last.get_mut(side), self.entries.get_mut(side))
        {
            last.fill(FLOOR);
            for (saying, units) in said {
                let at = usize::from(*saying);
                if let (Some(loudest), Some(last)) = (loudest.get_mut(at), last.get_mut(at)) {
                    *loudest = (*loudest).max(*units);
                    *last = *units;
                }
            }
            *entries = entries.saturating_add(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_stands_beside_what_both_sides_said_before() {
        let mut scene = Scene::new(2, 1);
        assert_eq!(
            scene.next(false, &[(1, 20)], &[0.5]),
            [-48, 20, -48, -48, -48, -48, -48, -48, -48, -48, 8, i16::MIN, 0, 0, 0]
        );
        scene.next(false, &[(0, 5)], &[-30.0]);
        // An entry without words is none.
        scene.next(true, &[], &[-1.0]);
        let features = scene.next(true, &[(0, 7)], &[1.0]).to_vec();
        assert_eq!(features, [7, -48, 5, 20, -48, -48, 5, -48, -48, -48, 16, 8, 1, 2, 0]);
        assert_eq!(features.len(), scene.width());
    }
}

//! The chance that a trusted contact notices a group.

/// The chance, from 0 to 1, that at least one of `sentinels` trusted contacts is in a group of `group` people that the other
/// side picks at random among `contacts` (hypergeometric: 1 − C(contacts − sentinels, group) ÷ C(contacts, group)).
///
/// The other side aims at family and close friends, so contacts chosen there notice more often than this says.
///
/// ```
/// let chance = argine_plan::chance_of_noticing(200, 32, 10);
/// assert!((chance - 0.833).abs() < 0.001);
/// ```
pub fn chance_of_noticing(contacts: u32, group: u32, sentinels: u32) -> f64 {
    let group = group.min(contacts);
    let sentinels = sentinels.min(contacts);
    if group == 0 || sentinels == 0 {
        return 0.0;
    }
    // The same number with the two counts exchanged: the shorter product.
    let (draws, marked) = if sentinels < group { (sentinels, group) } else { (group, sentinels) };
    if marked.saturating_add(draws) > contacts {
        return 1.0;
    }
    let mut none = 1.0;
    for drawn in 0..draws {
        none *= f64::from(contacts - marked - drawn) / f64::from(contacts - drawn);
    }
    1.0 - none
}

/// The fewest sentinels with which the chance is at least `wanted`; all contacts where nothing less is enough.
pub fn sentinels_for(contacts: u32, group: u32, wanted: f64) -> u32 {
    (0..=contacts).find(|count| chance_of_noticing(contacts, group, *count) >= wanted).unwrap_or(contacts)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_table_of_the_research_comes_out() {
        let table = [
            (200, 32, [0.586, 0.833, 0.975, 1.0]),
            (500, 32, [0.283, 0.487, 0.741, 0.937]),
            (500, 100, [0.674, 0.895, 0.990, 1.0]),
            (1000, 250, [0.763, 0.945, 0.997, 1.0]),
        ];
        for (contacts, group, expected) in table {
            for (sentinels, expected) in [5, 10, 20, 40].into_iter().zip(expected) {
                let chance = chance_of_noticing(contacts, group, sentinels);
                assert!((chance - expected).abs() < 0.001, "{contacts} {group} {sentinels}: {chance}");
            }
        }
        assert_eq!(sentinels_for(200, 32, 0.8), 10);
        assert_eq!(sentinels_for(10, 0, 0.5), 10);
    }

    proptest! {
        #[test]
        fn a_chance_is_a_chance_and_grows(contacts in 0_u32..3000, group in 0_u32..3000, sentinels in 0_u32..3000) {
            let chance = chance_of_noticing(contacts, group, sentinels);
            prop_assert!((0.0..=1.0).contains(&chance));
            prop_assert!(chance <= chance_of_noticing(contacts, group, sentinels + 1) + 1e-12);
            prop_assert!(chance <= chance_of_noticing(contacts, group + 1, sentinels) + 1e-12);
        }
    }
}

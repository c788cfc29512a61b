//! Times do not go backwards down a screen: of two readings of a clock the one that fits is kept, and one that fits in no way
//! is dropped.

use jiff::civil;

use crate::sight::Item;

/// Settles the clocks of the bubbles; the second of each pair is another reading of the bubble's clock.
pub(crate) fn settle_clocks(items: &mut [(Item, Option<civil::Time>)]) {
    // A new day starts again at midnight.
    for segment in items.split_mut(|(item, _)| matches!(item, Item::Day { .. })) {
        let readings: Vec<Vec<civil::Time>> = segment.iter().map(|(item, second)| readings(item, *second)).collect();
        let kept = longest(&readings);
        for ((item, _), clock) in segment.iter_mut().zip(kept) {
            if let Item::Bubble(bubble) = item {
                bubble.clock = clock;
            }
        }
    }
}

fn readings(item: &Item, second: Option<civil::Time>) -> Vec<civil::Time> {
    let first = match item {
        Item::Bubble(bubble) => bubble.clock,
        _ => None,
    };
    let mut readings: Vec<civil::Time> = first.into_iter().chain(second).collect();
    readings.dedup();
    readings
}

/// The longest choice of readings, one at most for each place, that never goes back. Where choices are equally long, first
/// readings are preferred.
fn longest(readings: &[Vec<civil::Time>]) -> Vec<Option<civil::Time>> {
    /// A reading at its place, what the best choice ending in it is worth, and the one before it in that choice.
    struct Node {
        place: usize,
        time: civil::Time,
        worth: u32,
        before: Option<usize>,
    }
    let mut nodes: Vec<Node> = Vec::new();
    for (place, readings) in readings.iter().enumerate() {
        for (rank, time) in readings.iter().enumerate() {
            let before = nodes
                .iter()
                .enumerate()
                .filter(|(_, node)| node.place < place && node.time <= *time)
                .max_by_key(|(number, node)| (node.worth, usize::MAX - number))
                .map(|(number, node)| (number, node.worth));
            // One more place counts for more than all preferences together.
            let worth = before.map_or(0, |(_, worth)| worth) + 10_000 - u32::from(rank > 0);
            nodes.push(Node { place, time: *time, worth, before: before.map(|(number, _)| number) });
        }
    }
    let mut kept = vec![None; readings.len()];
    let mut at = nodes
        .iter()
        .enumerate()
        .max_by_key(|(number, node)| (node.worth, usize::MAX - number))
        .map(|(number, _)| number);
    while let Some(node) = at.and_then(|number| nodes.get(number)) {
        if let Some(place) = kept.get_mut(node.place) {
            *place = Some(node.time);
        }
        at = node.before;
    }
    kept
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;

    use super::*;

    #[test]
    fn the_reading_that_fits_is_kept() {
        let at = |hour, minute| time(hour, minute, 0, 0);
        let readings =
            vec![vec![at(14, 5)], vec![at(4, 7), at(14, 7)], vec![at(2, 11)], vec![], vec![at(14, 9), at(14, 8)]];
        assert_eq!(longest(&readings), [Some(at(14, 5)), Some(at(14, 7)), None, None, Some(at(14, 9))]);
    }
}

//! The space of the learned layer: points of features and directions of sayings, fitted together by logistic regression with the steps of `AdaGrad`;
//! a fifth of the features is left out at every step, so that no single word carries a saying alone.
//!
//! Afterwards the space is stretched and turned until an error of a point costs the same in every direction and the first dimensions hold most of what
//! is known (the transform of Karhunen and Loève): most numbers are then too small to be written, and the file is a fourth of what it would be.

use argine_recognise::{FittedSpace, share};

use super::sayings::{Chance, Example};

/// Several spaces are fitted, each with its own lots, and laid side by side: what one has learned by chance the others have not.
const SPACES: usize = 2;
/// Dimensions of each.
const EACH: usize = 48;
const DIMENSIONS: usize = SPACES * EACH;
const ROUNDS: usize = 7;
/// What is kept is the mean of the space after so many last rounds (Polyak and Juditsky, *Acceleration of stochastic approximation by averaging*, 1992):
/// chance moves it less, and its numbers are smaller to write.
const AVERAGED: usize = 4;
/// So many rounds more for the directions alone.
const AGAIN: usize = 3;
const STEP: f64 = 0.05;
const BIAS_STEP: f64 = 0.35;
/// Every saying begins as rare.
const BIAS: f64 = -4.5;
/// Below this a saying is far enough from being found.
const ENOUGH: f64 = -4.0;
/// Against long directions.
const PENALTY: f64 = 1e-4;
/// One in so many features is left out.
const LEFT_OUT: usize = 5;
/// What the others then count.
const MADE_UP: f64 = 1.25;
/// How long points and directions are at most, by dimension, before they have learned.
const BEGINNING: f64 = 0.3;
/// A feature that fewer examples have has no point.
const FEWEST: u32 = 2;
/// A number of a point below so many steps is left out,
const SLIGHT: f64 = 0.5;
/// and below so many more, divided by the root of the examples that have the feature: what is rarely met matters rarely.
const SLIGHT_IF_RARE: f64 = 0.5;
/// So many times dimensions are turned towards what the points have most of: then they move no more.
const TURNS: usize = 100;

type Numbers<const COUNT: usize> = [f64; COUNT];

/// Fits points and directions for so many sayings.
pub(super) fn fit(examples: &[&Example], sayings: usize) -> FittedSpace {
    let mut met = vec![0_u32; FittedSpace::PLACES];
    for example in examples {
        let mut places = example.windows.concat();
        places.sort_unstable();
        places.dedup();
        for place in places {
            met[place as usize] += 1;
        }
    }
    let mut whole = Space::empty(met.len(), sayings);
    let mut chance = Chance(0x2545_f491_4f6c_dd1d);
    for space in 0..SPACES {
        let mut learner: Learner<'_, EACH> = Learner::new(&met, sayings, &mut chance);
        learner.learn_all(examples, &mut chance);
        whole.add(learner.space, space * EACH);
    }
    whole.stretch();
    whole.turn();
    let points = whole.points_in_steps(&met);
    whole.points = points.iter().map(|steps| written(steps)).collect();
    // The directions make up for what the points have lost.
    let mut learner = Learner::of(&met, whole);
    learner.aim(examples, &mut chance);
    learner.space.fitted(points)
}

/// What sayings and features are in a space.
struct Space<const COUNT: usize> {
    points: Vec<Numbers<COUNT>>,
    directions: Vec<Numbers<COUNT>>,
    bias: Vec<f64>,
}

/// A space that learns.
struct Learner<'a, const COUNT: usize> {
    /// How many examples have each feature.
    met: &'a [u32],
    space: Space<COUNT>,
    /// Sums of squared slopes, by point.
    point_slopes: Vec<f64>,
    direction_slopes: Vec<Numbers<COUNT>>,
    bias_slopes: Vec<f64>,
}

impl<'a, const COUNT: usize> Learner<'a, COUNT> {
    fn new(met: &'a [u32], sayings: usize, chance: &mut Chance) -> Self {
        let mut drawn =
            |scale: f64| -> Numbers<COUNT> { std::array::from_fn(|_| (chance.fraction() * 2.0 - 1.0) * scale) };
        #[expect(clippy::cast_precision_loss, reason = "a small count")]
        let of_points = BEGINNING / COUNT as f64;
        let points = met.iter().map(|met| if *met >= FEWEST { drawn(of_points) } else { [0.0; COUNT] }).collect();
        let directions = (0..sayings).map(|_| drawn(BEGINNING)).collect();
        Self::of(met, Space { points, directions, bias: vec![BIAS; sayings] })
    }

    fn of(met: &'a [u32], space: Space<COUNT>) -> Self {
        let sayings = space.bias.len();
        Self {
            met,
            space,
            point_slopes: vec![1.0; met.len()],
            direction_slopes: vec![[1.0; COUNT]; sayings],
            bias_slopes: vec![1.0; sayings],
        }
    }

    /// Learns points and directions.
    fn learn_all(&mut self, examples: &[&Example], chance: &mut Chance) {
        let mut order: Vec<usize> = (0..examples.len()).collect();
        let mut mean = Space::empty(self.space.points.len(), self.space.bias.len());
        for round in 0..ROUNDS {
            chance.shuffle(&mut order);
            for at in &order {
                self.learn(examples[*at], chance);
            }
            if round + AVERAGED >= ROUNDS {
                mean.add_share(&self.space);
            }
        }
        self.space = mean;
    }

    /// Learns directions alone.
    fn aim(&mut self, examples: &[&Example], chance: &mut Chance) {
        let sum = |window: &Vec<u32>| {
            let mut sum = [0.0; COUNT];
            for place in window {
                add(&mut sum, &self.space.points[*place as usize], share(window.len()));
            }
            sum
        };
        let sums: Vec<Vec<Numbers<COUNT>>> =
            examples.iter().map(|example| example.windows.iter().map(sum).collect()).collect();
        let mut order: Vec<usize> = (0..examples.len()).collect();
        for _ in 0..AGAIN {
            chance.shuffle(&mut order);
            for at in &order {
                self.correct(examples[*at], &sums[*at]);
            }
        }
    }

    fn learn(&mut self, example: &Example, chance: &mut Chance) {
        let (mut kept, mut sums, mut shares) = (Vec::new(), Vec::new(), Vec::new());
        for window in &example.windows {
            // What is left out is made up for by the rest.
            let share = share(window.len()) * MADE_UP;
            let mut sum = [0.0; COUNT];
            let known = window.iter().map(|place| *place as usize).filter(|place| self.met[*place] >= FEWEST);
            let places: Vec<usize> = known.filter(|_| chance.below(LEFT_OUT) != 0).collect();
            for place in &places {
                add(&mut sum, &self.space.points[*place], share);
            }
            kept.push(places);
            sums.push(sum);
            shares.push(share);
        }
        let slopes = self.correct(example, &sums);
        for ((places, slope), share) in kept.iter().zip(&slopes).zip(shares) {
            let length = along(slope, slope) * share * share;
            for place in places {
                self.point_slopes[*place] += length;
                let step = -STEP * share / self.point_slopes[*place].sqrt();
                add(&mut self.space.points[*place], slope, step);
            }
        }
    }

    /// Corrects bias and directions by what is said of an example, whose windows have these sums of points; returns the slopes of the sums.
    fn correct(&mut self, example: &Example, sums: &[Numbers<COUNT>]) -> Vec<Numbers<COUNT>> {
        let mut slopes = vec![[0.0; COUNT]; sums.len()];
        for (saying, says) in example.says.iter().enumerate() {
            let Some(says) = *says else { continue };
            // The window that speaks loudest.
            let said = sums.iter().map(|sum| self.space.bias[saying] + along(sum, &self.space.directions[saying]));
            let Some((at, loud)) = said.enumerate().max_by(|left, right| left.1.total_cmp(&right.1)) else { continue };
            if !says && loud < ENOUGH {
                continue;
            }
            let wrong = (1.0 / (1.0 + (-loud).exp()) - f64::from(u8::from(says))) * f64::from(example.weight);
            self.bias_slopes[saying] += wrong * wrong;
            self.space.bias[saying] -= BIAS_STEP * wrong / self.bias_slopes[saying].sqrt();
            let (direction, squares) = (&mut self.space.directions[saying], &mut self.direction_slopes[saying]);
            add(&mut slopes[at], direction, wrong);
            for ((one, square), sum) in direction.iter_mut().zip(squares).zip(&sums[at]) {
                let slope = wrong * sum + PENALTY * *one;
                *square += slope * slope;
                *one -= STEP * slope / square.sqrt();
            }
        }
        slopes
    }
}

impl<const COUNT: usize> Space<COUNT> {
    fn empty(points: usize, sayings: usize) -> Self {
        Self { points: vec![[0.0; COUNT]; points], directions: vec![[0.0; COUNT]; sayings], bias: vec![0.0; sayings] }
    }

    /// Adds one of [`AVERAGED`] spaces to their mean.
    #[expect(clippy::cast_precision_loss, reason = "a small count")]
    fn add_share(&mut self, space: &Self) {
        let share = 1.0 / AVERAGED as f64;
        let points = self.points.iter_mut().zip(&space.points);
        for (mean, numbers) in points.chain(self.directions.iter_mut().zip(&space.directions)) {
            add(mean, numbers, share);
        }
        for (mean, bias) in self.bias.iter_mut().zip(&space.bias) {
            *mean += bias * share;
        }
    }
}

impl Space<DIMENSIONS> {
    /// Adds one of the spaces, its dimensions from a place on; each counts its share.
    #[expect(clippy::cast_precision_loss, reason = "a small count")]
    fn add(&mut self, part: Space<EACH>, from: usize) {
        let share = 1.0 / SPACES as f64;
        for (whole, part) in self.points.iter_mut().zip(part.points) {
            whole[from..from + EACH].copy_from_slice(&part);
        }
        for (whole, part) in self.directions.iter_mut().zip(part.directions) {
            whole[from..from + EACH].copy_from_slice(&part.map(|number| number * share));
        }
        for (whole, part) in self.bias.iter_mut().zip(part.bias) {
            *whole += part * share;
        }
    }

    /// Stretches the space until all directions together are as long in every dimension: by the factor of Cholesky of their mean product.
    #[expect(clippy::cast_precision_loss, reason = "a small count")]
    fn stretch(&mut self) {
        let share = 1.0 / self.directions.len() as f64;
        let mut factor = products(self.directions.iter().map(|direction| (direction, share)));
        for column in 0..DIMENSIONS {
            for row in 0..DIMENSIONS {
                let before = |at: usize, factor: &[Numbers<DIMENSIONS>]| -> f64 {
                    (0..column).map(|done| factor[at][done] * factor[column][done]).sum()
                };
                factor[row][column] = match row {
                    _ if row < column => 0.0,
                    _ if row == column => (factor[row][row] - before(row, &factor)).max(1e-9).sqrt(),
                    _ => (factor[row][column] - before(row, &factor)) / factor[column][column],
                };
            }
        }
        for point in &mut self.points {
            let old = *point;
            *point = std::array::from_fn(|at| (at..DIMENSIONS).map(|row| old[row] * factor[row][at]).sum());
        }
        for direction in &mut self.directions {
            for at in 0..DIMENSIONS {
                let before: f64 = (0..at).map(|done| factor[at][done] * direction[done]).sum();
                direction[at] = (direction[at] - before) / factor[at][at];
            }
        }
    }

    /// Turns the space until its dimensions are those in which the points lie furthest apart, in order.
    fn turn(&mut self) {
        let spread = products(self.points.iter().map(|point| (point, 1.0)));
        let mut dimensions: Vec<Numbers<DIMENSIONS>> =
            (0..DIMENSIONS).map(|one| std::array::from_fn(|at| f64::from(u8::from(at == one)))).collect();
        for _ in 0..TURNS {
            for one in 0..DIMENSIONS {
                let mut axis: Numbers<DIMENSIONS> = std::array::from_fn(|at| along(&spread[at], &dimensions[one]));
                for done in &dimensions[..one] {
                    let shared = along(&axis, done);
                    add(&mut axis, done, -shared);
                }
                let length = along(&axis, &axis).sqrt();
                // A dimension without anything keeps its place.
                if length > 1e-9 {
                    dimensions[one] = axis.map(|number| number / length);
                }
            }
        }
        for numbers in self.points.iter_mut().chain(&mut self.directions) {
            let old = *numbers;
            *numbers = std::array::from_fn(|at| along(&old, &dimensions[at]));
        }
    }

    /// The points as they are written; nothing where all is slight.
    fn points_in_steps(&self, met: &[u32]) -> Vec<Vec<i8>> {
        let point = |(point, met): (&Numbers<DIMENSIONS>, &u32)| -> Vec<i8> {
            let slight = SLIGHT + SLIGHT_IF_RARE / f64::from(*met).max(1.0).sqrt();
            let steps =
                point.map(FittedSpace::point_steps).map(|one| if one.abs() < slight { 0 } else { rounded(one) });
            if steps.iter().all(|one| *one == 0) { Vec::new() } else { steps.to_vec() }
        };
        self.points.iter().zip(met).map(point).collect()
    }

    fn fitted(&self, points: Vec<Vec<i8>>) -> FittedSpace {
        FittedSpace {
            bias: self.bias.iter().map(|bias| FittedSpace::units(*bias)).collect(),
            directions: self.directions.iter().map(|one| one.map(FittedSpace::direction_steps).to_vec()).collect(),
            points,
        }
    }
}

/// A point that was written in steps.
fn written(steps: &[i8]) -> Numbers<DIMENSIONS> {
    std::array::from_fn(|at| steps.get(at).map_or(0.0, |one| f64::from(*one) / FittedSpace::point_steps(1.0)))
}

/// The sum of the products of all pairs of numbers, each weighed.
fn products<'a, const COUNT: usize>(all: impl Iterator<Item = (&'a Numbers<COUNT>, f64)>) -> Vec<Numbers<COUNT>> {
    let mut products = vec![[0.0; COUNT]; COUNT];
    for (numbers, weight) in all {
        for (row, one) in products.iter_mut().zip(numbers) {
            add(row, numbers, one * weight);
        }
    }
    products
}

fn along<const COUNT: usize>(left: &Numbers<COUNT>, right: &Numbers<COUNT>) -> f64 {
    left.iter().zip(right).map(|(left, right)| left * right).sum()
}

fn add<const COUNT: usize>(to: &mut Numbers<COUNT>, what: &Numbers<COUNT>, times: f64) {
    for (to, what) in to.iter_mut().zip(what) {
        *to += what * times;
    }
}

#[expect(clippy::cast_possible_truncation, reason = "rounded and clamped")]
fn rounded(steps: f64) -> i8 {
    steps.round().clamp(-127.0, 127.0) as i8
}

//! Sets, amounts and rests that fill a time, within the ranges of the coaching rules: four fifths to five quarters of a dose, one
//! to four sets.

use super::option::Usable;
use super::order::MOST_EXERCISES;
use crate::domain::catalogue::{Measure, Sides};
use crate::domain::routine::READY;

/// The largest number of sets of an exercise.
pub(super) const MOST_SETS: usize = 4;
/// The usual rest in and after a warm-up, in seconds.
pub(super) const WARM_UP_REST: u32 = 15;
/// Percent of the prescribed dose.
const LEAST_DOSE: u16 = 80;
const MOST_DOSE: u16 = 125;
const DOSE_STEP: u16 = 5;
const REST_STEP: u32 = 5;
/// The shortest rest between sets, in seconds.
const LEAST_REST: u32 = 15;
/// Rests of a circuit: between its exercises and its rounds.
const IN_TURN: (u32, u32, u32) = (10, 20, 30);
const BETWEEN_ROUNDS: (u32, u32, u32) = (30, 45, 75);

/// An exercise with its dose.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dosed<'a> {
    pub(super) option: Usable<'a>,
    pub(super) sets: usize,
    /// Percent of the prescribed amounts.
    pub(super) percent: u16,
    pub(super) rest: u32,
    rests: (u32, u32),
}

impl<'a> Dosed<'a> {
    /// The same with a light dose.
    fn light(self) -> Self {
        Self { percent: LEAST_DOSE, ..self }
    }

    /// In sets, one after the other.
    fn straight(option: Usable<'a>) -> Self {
        let rest = u32::from(option.demand.dose.rest);
        let least = (rest / 2).next_multiple_of(REST_STEP).max(LEAST_REST).min(rest);
        Self { option, sets: 1, percent: 100, rest, rests: (least, rest.max(30) * 3 / 2) }
    }

    /// In a circuit; the exercise that ends a round is followed by the rest between rounds.
    fn in_turn(option: Usable<'a>, ends_round: bool) -> Self {
        let (least, rest, most) = if ends_round { BETWEEN_ROUNDS } else { IN_TURN };
        Self { option, sets: 1, percent: 100, rest, rests: (least, most) }
    }

    /// The amounts of its sets.
    pub(super) fn amounts(&self) -> impl Iterator<Item = u16> {
        let sets = self.option.demand.dose.sets;
        let nth = move |at: usize| sets.get(at).or(sets.last()).copied().unwrap_or(1);
        (0..self.sets).map(move |at| scaled(&self.option, nth(at), self.percent))
    }

    fn seconds(&self) -> u32 {
        self.amounts().map(|amount| self.option.set_seconds(amount) + self.rest).sum()
    }
}

/// An amount times `percent`: an even number where sides alternate, and holds in steps of five seconds where they are long.
pub(super) fn scaled(option: &Usable, amount: u16, percent: u16) -> u16 {
    if percent == 100 {
        return amount;
    }
    let exact = u32::from(amount) * u32::from(percent);
    let to = |step: u32| (exact + 50 * step) / (100 * step) * step;
    let whole = match (option.demand.dose.measure, option.demand.sides) {
        (Measure::Seconds, _) if exact >= 2000 => to(5),
        (_, Sides::Alternating) => to(2).max(2),
        _ => to(1),
    };
    u16::try_from(whole.max(1)).unwrap_or(amount)
}

/// The warm-up: a set of half the dose.
pub(super) fn half(option: &Usable) -> u16 {
    scaled(option, option.demand.dose.sets.first().copied().unwrap_or(1), 50)
}

/// The seconds of an exercise that warms up, with the rest after it.
pub(super) fn warm_up_seconds(option: &Usable) -> u32 {
    option.set_seconds(half(option)) + WARM_UP_REST
}

/// More seconds than a routine of `options` can take.
pub(super) fn longest(options: &[Usable]) -> u32 {
    let most = |option: &Usable| {
        let mut most = Dosed { sets: MOST_SETS, percent: MOST_DOSE, ..Dosed::straight(*option) };
        most.rest = most.rests.1;
        most.seconds()
    };
    let mut lengths: Vec<u32> = options.iter().map(most).collect();
    lengths.sort_unstable_by_key(|length| std::cmp::Reverse(*length));
    // With the warm-up, and a twelfth that may be missing.
    lengths.iter().take(MOST_EXERCISES).sum::<u32>() * 13 / 12 + 250
}

/// `order` in doses that fill `seconds` together with a warm-up of `warm_up` seconds; those for which `is_first` is true get
/// more sets first, and near a run those that are not light begin with the least dose. `None` if they cannot come within a twelfth.
pub(super) fn fitted<'a>(
    order: &[Usable<'a>],
    (circuit, is_near_run): (bool, bool),
    warm_up: u32,
    seconds: u32,
    is_first: &dyn Fn(&Usable) -> bool,
) -> Option<Vec<Dosed<'a>>> {
    let dosed = |(at, option): (usize, &Usable<'a>)| {
        let dosed = if circuit { Dosed::in_turn(*option, at + 1 == order.len()) } else { Dosed::straight(*option) };
        if is_near_run && !option.is_light() { dosed.light() } else { dosed }
    };
    let mut plan: Vec<Dosed> = order.iter().enumerate().map(dosed).collect();
    let mut turns: Vec<usize> = (0..order.len()).filter(|at| is_first(&order[*at])).collect();
    turns.extend((0..order.len()).filter(|at| !is_first(&order[*at])));
    more_sets(&mut plan, &turns, circuit, warm_up, seconds);
    descend(&mut plan, warm_up, seconds, |one, more| {
        let (least, most) = one.rests;
        let rest = if more { one.rest + REST_STEP } else { one.rest.saturating_sub(REST_STEP) };
        (least..=most).contains(&rest).then_some(Dosed { rest, ..*one })
    });
    descend(&mut plan, warm_up, seconds, |one, more| {
        let percent = if more { one.percent + DOSE_STEP } else { one.percent - DOSE_STEP };
        (LEAST_DOSE..=MOST_DOSE).contains(&percent).then_some(Dosed { percent, ..*one })
    });
    (total(&plan, warm_up).abs_diff(seconds) * 12 <= seconds).then_some(plan)
}

/// The seconds from Start to the end of the last set.
pub(super) fn total(plan: &[Dosed], warm_up: u32) -> u32 {
    let main: u32 = plan.iter().map(Dosed::seconds).sum();
    (READY.0 + warm_up + main).saturating_sub(plan.last().map_or(0, |last| last.rest))
}

/// Adds sets in turn while that comes nearer to the time; in a circuit whole rounds.
fn more_sets(plan: &mut [Dosed], turns: &[usize], circuit: bool, warm_up: u32, seconds: u32) {
    loop {
        let before = total(plan, warm_up).abs_diff(seconds);
        let fewest = plan.iter().map(|one| one.sets).min().unwrap_or(MOST_SETS);
        let next = turns.iter().copied().find(|at| plan[*at].sets == fewest);
        let Some(next) = next.filter(|_| fewest < MOST_SETS) else { return };
        let add = |plan: &mut [Dosed], more: bool| {
            for (at, one) in plan.iter_mut().enumerate().filter(|(at, _)| circuit || *at == next) {
                let _ = at;
                one.sets = if more { one.sets + 1 } else { one.sets - 1 };
            }
        };
        add(plan, true);
        if total(plan, warm_up).abs_diff(seconds) >= before {
            add(plan, false);
            return;
        }
    }
}

/// Changes one exercise after the other by a step while that comes nearer to the time.
fn descend<'a>(
    plan: &mut [Dosed<'a>],
    warm_up: u32,
    seconds: u32,
    step: impl Fn(&Dosed<'a>, bool) -> Option<Dosed<'a>>,
) {
    let mut stuck = 0;
    let mut at = 0;
    let mut now = total(plan, warm_up);
    while stuck < plan.len() {
        let before = plan[at];
        stuck += 1;
        if let Some(next) = step(&before, now < seconds).filter(|_| now != seconds) {
            plan[at] = next;
            let then = total(plan, warm_up);
            if then.abs_diff(seconds) < now.abs_diff(seconds) {
                (now, stuck) = (then, 0);
            } else {
                plan[at] = before;
            }
        }
        at = (at + 1) % plan.len();
    }
}

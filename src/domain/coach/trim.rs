//! A routine in less time: sets go first, then exercises that another one stands in for, then rests and amounts. Its jobs and both
//! sides stay, and so does the routine itself.

use super::coverage::jobs;
use crate::domain::catalogue::{Sides, training_facts};
use crate::domain::routine::{BlockKind, Item, Routine, estimate};
use crate::domain::units::{Amount, Seconds};

/// A routine that was made shorter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trimmed {
    /// The shorter routine, under the same id.
    pub routine: Routine,
    /// The number of sets that are left out of the exercises that stay.
    pub fewer_sets: usize,
    /// The exercises that are left out.
    pub left_out: Vec<String>,
    /// True if rests or amounts are smaller.
    pub is_tighter: bool,
    /// True if it takes no longer than asked for; false if this is the shortest form.
    pub fits: bool,
}

/// A block of as many rounds as fit is never shorter.
const LEAST_TIME: Seconds = Seconds(180);
/// Rests are cut to half, but not below this. Seconds.
const LEAST_REST: u32 = 15;

/// `routine` in `length`, or in its shortest form if that is longer.
#[must_use]
pub fn trim(routine: &Routine, length: Seconds) -> Trimmed {
    let fits = |routine: &Routine| estimate(routine) <= length;
    let mut shorter = routine.clone();
    while !fits(&shorter) && less_sets(&mut shorter) {}
    while !fits(&shorter) && less_time(&mut shorter) {}
    while !fits(&shorter) && less_exercises(&mut shorter) {}
    give_back(&mut shorter, routine, length);
    if !fits(&shorter) {
        shorter.items.iter_mut().for_each(|item| item.rest = item.rest.min(half(item.rest)));
        shorter.blocks.iter_mut().for_each(|block| block.rest = block.rest.min(half(block.rest)));
    }
    if !fits(&shorter) {
        shorter.items.iter_mut().for_each(less_in_each);
    }
    let shorter = shorter.settled();
    let kept = |item: &&Item| shorter.items.iter().any(|other| other.key == item.key);
    let planned: usize = routine.items.iter().filter(kept).map(|item| item.targets.len()).sum();
    let left: usize = shorter.items.iter().map(|item| item.targets.len()).sum();
    let is_tighter = shorter.items.iter().any(|item| {
        let before = routine.items.iter().find(|other| other.key == item.key);
        before.is_some_and(|before| item.rest < before.rest || item.targets.first() < before.targets.first())
    });
    let has_less_time = shorter.blocks.iter().any(|block| {
        let before = routine.blocks.iter().find(|other| other.key == block.key);
        before.is_some_and(|before| block.clock < before.clock)
    });
    Trimmed {
        fewer_sets: planned.saturating_sub(left),
        left_out: routine.items.iter().filter(|item| !kept(item)).map(Item::name).collect(),
        is_tighter: is_tighter || has_less_time,
        fits: fits(&shorter),
        routine: shorter,
    }
}

/// Takes a set from the exercise with the most, the last of them, or a round from a block with as many, of a flow to both sides one
/// to each; false if none has more than it needs.
fn less_sets(routine: &mut Routine) -> bool {
    let least = |item: &Item| if item.is_mirrored() { 2 } else { 1 };
    let spare = |item: &Item| if item.targets.len() > least(item) { item.targets.len() } else { 0 };
    let most = routine.items.iter().map(spare).max().unwrap_or_default();
    let Some(at) = routine.items.iter().rposition(|item| spare(item) == most).filter(|_| most > 0) else {
        return false;
    };
    set_sets(routine, at, most - least(&routine.items[at]));
    true
}

/// Takes a minute from the longest block of as many rounds as fit; false if none is longer than the least.
fn less_time(routine: &mut Routine) -> bool {
    let open = routine.blocks.iter_mut().filter(|block| block.kind == BlockKind::AsManyRounds);
    let Some(longest) = open.max_by_key(|block| block.clock).filter(|block| block.clock > LEAST_TIME) else {
        return false;
    };
    longest.clock = LEAST_TIME.max(Seconds(longest.clock.0.saturating_sub(60)));
    true
}

/// Gives an item this many sets; in a block that is trained in turn, all of its items.
fn set_sets(routine: &mut Routine, at: usize, sets: usize) {
    let key = routine.items[at].block;
    let in_turn = routine.blocks.iter_mut().find(|block| block.key == key && block.kind.is_in_turn());
    let all = in_turn.map(|block| block.rounds = u8::try_from(sets).unwrap_or(block.rounds)).is_some();
    for (other, item) in routine.items.iter_mut().enumerate() {
        if other == at || (all && item.block == key) {
            item.targets.truncate(sets);
        }
    }
}

/// Takes out the last exercise that another one stands in for: one that does all of its jobs, or, if it has none, works the same
/// area. The warm-up goes last. False if each one is needed.
fn less_exercises(routine: &mut Routine) -> bool {
    let is_warm_up =
        |item: &Item| routine.blocks.iter().any(|block| block.key == item.block && block.kind == BlockKind::WarmUp);
    let needless = |at: &usize| stands_in(routine, *at);
    let places: Vec<usize> = (0..routine.items.len()).rev().filter(needless).collect();
    let main = places.iter().find(|at| !is_warm_up(&routine.items[**at]));
    let Some(at) = main.or(places.first()).copied() else { return false };
    routine.items.remove(at);
    let is_used = |key: u32, items: &[Item]| items.iter().any(|item| item.block == key);
    let items = routine.items.clone();
    routine.blocks.retain(|block| is_used(block.key, &items));
    true
}

/// True if the other exercises do all that the one at this place does.
fn stands_in(routine: &Routine, at: usize) -> bool {
    let item = &routine.items[at];
    let others = || routine.items.iter().enumerate().filter(move |(other, _)| *other != at).map(|(_, item)| item);
    let own = jobs(item);
    if own.is_empty() {
        let area = |item: &Item| training_facts(&item.exercise, item.level).map(|facts| facts.area);
        return area(item).is_some() && others().any(|other| area(other) == area(item));
    }
    own.iter().all(|job| others().any(|other| jobs(other).contains(job)))
}

/// Puts sets back, first exercise first, as long as there is time.
fn give_back(shorter: &mut Routine, routine: &Routine, length: Seconds) {
    for at in 0..shorter.items.len() {
        let key = shorter.items[at].key;
        let Some(planned) = routine.items.iter().find(|item| item.key == key) else { continue };
        let is_in_turn =
            shorter.blocks.iter().any(|block| block.key == shorter.items[at].block && block.kind.is_in_turn());
        while !is_in_turn && shorter.items[at].targets.len() < planned.targets.len() {
            let mut more = shorter.clone();
            more.items[at].targets.push(planned.targets[shorter.items[at].targets.len()]);
            if estimate(&more) > length {
                break;
            }
            *shorter = more;
        }
    }
}

fn half(rest: Seconds) -> Seconds {
    Seconds((rest.0 / 2).next_multiple_of(5).max(LEAST_REST))
}

/// Four fifths of each amount: as many on both sides.
fn less_in_each(item: &mut Item) {
    let is_even = item.sides() == Sides::Alternating;
    for target in &mut item.targets {
        let less = (target.get() * 4 + 2) / 5;
        *target = Amount::clamped(if is_even { less.next_multiple_of(2).min(target.get()) } else { less });
    }
}

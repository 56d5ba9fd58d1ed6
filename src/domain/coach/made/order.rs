//! The order of exercises: no two neighbours of the same area, few changes of position. Exact, by dynamic programming over subsets.

use super::option::Usable;
use crate::domain::catalogue::{BodyPosition, Intensity};

/// The largest number of exercises in one part of a routine.
pub(super) const MOST_EXERCISES: usize = 9;

const NEVER: u32 = 1 << 20;
const CHANGE_OF_POSITION: u32 = 12;
/// The largest random part of a step's cost.
const NOISE: u32 = 6;

/// The cheapest order of `chosen`, as places in it; `None` if two neighbours would be of the same area. In a `circle`
/// the last and the first are neighbours too. `noise` is a random number of two places.
pub(super) fn best_order(chosen: &[Usable], circle: bool, noise: &dyn Fn(usize, usize) -> u32) -> Option<Vec<usize>> {
    let count = chosen.len();
    if count > MOST_EXERCISES || count == 0 {
        return None;
    }
    let full = (1_usize << count) - 1;
    // Each step is taken through many subsets: its cost is found once.
    let pairs = (0..count * count).map(|pair| (pair / count, pair % count));
    let step = |(one, next): (usize, usize)| step_cost(&chosen[one], &chosen[next]) + noise(one, next) % NOISE;
    let steps: Vec<u32> = pairs.map(step).collect();
    // The cheapest way through each subset to each last one. A circle may begin anywhere, so it begins with the first one given.
    let mut costs = vec![NEVER; (full + 1) * count];
    let mut before = vec![usize::MAX; (full + 1) * count];
    for start in 0..if circle { 1 } else { count } {
        costs[(1 << start) * count + start] = start_cost(&chosen[start]) + noise(start, start) % NOISE;
    }
    for set in 1..=full {
        for last in 0..count {
            let so_far = costs[set * count + last];
            if so_far >= NEVER {
                continue;
            }
            for next in (0..count).filter(|next| set & 1 << next == 0) {
                let cost = so_far + steps[last * count + next];
                let at = (set | 1 << next) * count + next;
                if cost < costs[at] {
                    costs[at] = cost;
                    before[at] = last;
                }
            }
        }
    }
    let closes = |last: usize| if circle && count > 1 { step_cost(&chosen[last], &chosen[0]) } else { 0 };
    let cost = |last: &usize| costs[full * count + last].saturating_add(closes(*last));
    let last = (0..count).min_by_key(cost).filter(|last| cost(last) < NEVER)?;
    let mut order = way(&before, count, full, last);
    if circle {
        let first = (0..count).min_by_key(|at| start_cost(&chosen[order[*at]]) + noise(order[*at], order[*at]) % NOISE);
        order.rotate_left(first.unwrap_or_default());
    }
    Some(order)
}

fn way(before: &[usize], count: usize, mut set: usize, mut last: usize) -> Vec<usize> {
    let mut order = vec![last];
    loop {
        let at = before[set * count + last];
        if at == usize::MAX {
            order.reverse();
            return order;
        }
        set &= !(1 << last);
        last = at;
        order.push(last);
    }
}

/// Demanding exercises come while the legs are fresh; those on the floor come later, as a warm-up is mostly done standing.
fn start_cost(first: &Usable) -> u32 {
    let late = if first.facts.position == BodyPosition::Standing { 0 } else { CHANGE_OF_POSITION / 2 };
    late + match first.facts.intensity {
        Intensity::Demanding => 0,
        Intensity::Moderate => 2,
        Intensity::Light => 4,
    }
}

fn step_cost(one: &Usable, next: &Usable) -> u32 {
    if one.facts.area == next.facts.area {
        return NEVER;
    }
    if one.facts.position == next.facts.position { 0 } else { CHANGE_OF_POSITION }
}

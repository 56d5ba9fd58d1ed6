//! Left and right compared.

use crate::domain::log::Performed;
use crate::domain::session::Side;
use std::cmp::Ordering;

/// The side with fewer reps or seconds in total, in the newest session of `log` that has both sides of `exercise`; `None` if
/// they were equal, or if there is none. `log` is newest first.
#[must_use]
pub fn weaker_side(log: &[Performed], exercise: &str) -> Option<Side> {
    let (left, right) = log.iter().map(|session| both_sides(session, exercise)).find(|(l, r)| *l > 0 && *r > 0)?;
    match left.cmp(&right) {
        Ordering::Less => Some(Side::Left),
        Ordering::Equal => None,
        Ordering::Greater => Some(Side::Right),
    }
}

/// The amounts of `exercise` added up, on the left and on the right.
fn both_sides(session: &Performed, exercise: &str) -> (u32, u32) {
    let on = |side: Side| {
        let sets = session.sets.iter().filter(|set| set.side == Some(side) && set.exercise == exercise);
        sets.map(|set| u32::from(set.done.get())).sum()
    };
    (on(Side::Left), on(Side::Right))
}

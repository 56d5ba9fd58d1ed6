//! The best set of an exercise at a level, and the difference between its sides.

use crate::domain::log::SetDone;
use crate::domain::session::Side;
use crate::domain::units::Amount;

/// One set of each exercise and level, in order.
#[must_use]
pub fn kinds<'a>(sets: &[&'a SetDone]) -> Vec<&'a SetDone> {
    let mut kinds: Vec<&SetDone> = Vec::new();
    for set in sets {
        if !kinds.iter().any(|kind| is_like(kind, set)) {
            kinds.push(set);
        }
    }
    kinds
}

/// The most repetitions or the longest hold among the sets like `kind`; `None` if there is none.
pub fn most<'a>(sets: impl Iterator<Item = &'a SetDone>, kind: &SetDone) -> Option<Amount> {
    sets.filter(|set| is_like(set, kind)).map(|set| set.done).max()
}

/// The difference between the sums of the left and the right side, of the sets like `kind`; `None` unless both sides have the
/// same number of sets, at least one.
pub fn sides_apart<'a>(sets: impl Iterator<Item = &'a SetDone>, kind: &SetDone) -> Option<u16> {
    let (mut right, mut left) = ((0, 0_u16), (0, 0_u16));
    for set in sets.filter(|set| is_like(set, kind)) {
        let (count, sum) = if set.side? == Side::Right { &mut right } else { &mut left };
        *count += 1;
        *sum = sum.saturating_add(set.done.get());
    }
    (right.0 > 0 && right.0 == left.0).then(|| right.1.abs_diff(left.1))
}

/// True if both are sets of one exercise at one level, counted in the same unit.
fn is_like(a: &SetDone, b: &SetDone) -> bool {
    a.exercise == b.exercise && a.level == b.level && a.measure == b.measure
}

//! Undo of a routine's deletion.

use super::Routine;

/// Puts a deleted routine back in its place: `order` has the ids at the time of the deletion. It comes after the nearest one
/// that was before it and is still there, else before the nearest one after it. One that is there already stays.
pub fn put_back(routines: &mut Vec<Routine>, routine: &Routine, order: &[String]) {
    if routines.iter().any(|other| other.id == routine.id) {
        return;
    }
    let stood = order.iter().position(|id| *id == routine.id).unwrap_or(order.len());
    let place = |id: &String| routines.iter().position(|other| other.id == *id);
    let before = order.iter().take(stood).rev().find_map(place).map(|at| at + 1);
    let behind = order.iter().skip(stood + 1).find_map(place);
    let at = before.or(behind).unwrap_or(routines.len());
    routines.insert(at, routine.clone());
}

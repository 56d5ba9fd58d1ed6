//! The stored shapes, frozen as shipped, and the conversion of values into them and back. Version 1.

mod exercises;
mod head;
mod letters;
mod logged;
mod position;
mod routines;
mod set;
mod settings;

pub(super) use exercises::{ExerciseV1, ExercisesV1};
pub(super) use head::HeadV1;
pub(super) use letters::{level_letter, level_of, measure_letter, measure_of, side_letter, side_of};
pub(super) use logged::LoggedV1;
pub(super) use position::PositionV1;
pub(super) use routines::RoutinesV2;
pub(super) use set::DoneV1;
pub(super) use settings::{SettingsV2, places_of, places_text};

use super::keep::StoredShape;
use serde::{Deserialize, Serialize};

/// The index of the keys that should exist.
#[derive(Serialize, Deserialize)]
pub(super) struct IndexV1 {
    pub(super) v: u32,
    pub(super) keys: Vec<String>,
}

impl StoredShape for DoneV1 {}
impl StoredShape for IndexV1 {}
impl StoredShape for LoggedV1 {}
impl StoredShape for PositionV1 {}

fn is_zero<N: Default + PartialEq>(number: &N) -> bool {
    *number == N::default()
}

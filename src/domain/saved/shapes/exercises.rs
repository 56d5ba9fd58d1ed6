//! The runner's own exercises as stored.

use super::is_zero;
use crate::domain::catalogue::{BodyPart, Kind, Kit, LoadPlace, Measure, OwnExercise, OwnPose, Sides};
use crate::domain::order::keep_first;
use crate::domain::saved::VERSION;
use crate::domain::saved::keep::StoredShape;
use crate::domain::units::{Amount, Seconds, Timestamp};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

#[derive(Serialize, Deserialize)]
pub(in crate::domain::saved) struct ExercisesV1 {
    v: u32,
    #[serde(deserialize_with = "whole_exercises")]
    exercises: Vec<ExerciseV1>,
}

/// One of them; the same in the data file.
#[derive(Serialize, Deserialize)]
pub(in crate::domain::saved) struct ExerciseV1 {
    id: String,
    name: String,
    kind: String,
    sides: String,
    measure: String,
    sets: u8,
    amount: u16,
    rest: u32,
    rep: u8,
    edited: i64,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    kit: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    weight: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    loads: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    cues: Vec<String>,
    /// Start and end, or nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    picture: Vec<String>,
    /// True if it is in no list any more.
    #[serde(default, skip_serializing_if = "is_zero")]
    gone: bool,
}

impl ExerciseV1 {
    /// The names of its fields.
    pub(in crate::domain::saved) const FIELDS: &[&str] = &[
        "id", "name", "kind", "sides", "measure", "sets", "amount", "rest", "rep", "edited", "kit", "weight", "loads",
        "cues", "picture", "gone",
    ];
}

impl StoredShape for ExercisesV1 {}

impl From<&OwnExercise> for ExerciseV1 {
    fn from(own: &OwnExercise) -> Self {
        Self {
            id: own.id.clone(),
            name: own.name.clone(),
            kind: own.kind.slug().to_owned(),
            sides: own.sides.slug().to_owned(),
            measure: own.measure.slug().to_owned(),
            sets: own.sets,
            amount: own.amount.get(),
            rest: own.rest.0,
            rep: own.rep,
            edited: own.edited.0,
            kit: own.kit.iter().map(|kit| kit.slug().to_owned()).collect(),
            weight: own.weight.map_or_else(String::new, |place| place.slug().to_owned()),
            loads: own.loads.iter().map(|part| part.slug().to_owned()).collect(),
            cues: own.cues.clone(),
            picture: own.picture.iter().flatten().map(OwnPose::code).collect(),
            gone: own.is_gone,
        }
    }
}

impl ExerciseV1 {
    /// The exercise; `None` if it has no name or no dose that this version knows.
    pub(in crate::domain::saved) fn own(self) -> Option<OwnExercise> {
        let picture = match self.picture.as_slice() {
            [start, end] => Some([OwnPose::from_code(start), OwnPose::from_code(end)]),
            _ => None,
        };
        let own = OwnExercise {
            kind: Kind::from_slug(&self.kind)?,
            sides: Sides::from_slug(&self.sides)?,
            measure: Measure::from_slug(&self.measure)?,
            sets: self.sets,
            amount: Amount::new(self.amount).ok()?,
            rest: Seconds(self.rest),
            rep: self.rep,
            kit: self.kit.iter().filter_map(|slug| Kit::from_slug(slug)).collect(),
            weight: LoadPlace::from_slug(&self.weight),
            loads: self.loads.iter().filter_map(|slug| BodyPart::from_slug(slug)).collect(),
            picture,
            edited: Timestamp(self.edited),
            is_gone: self.gone,
            id: self.id,
            name: self.name,
            cues: self.cues,
        };
        own.checked()
    }
}

impl From<&[OwnExercise]> for ExercisesV1 {
    fn from(exercises: &[OwnExercise]) -> Self {
        Self { v: VERSION, exercises: exercises.iter().map(ExerciseV1::from).collect() }
    }
}

impl From<ExercisesV1> for Vec<OwnExercise> {
    fn from(shape: ExercisesV1) -> Self {
        let mut exercises: Self = shape.exercises.into_iter().filter_map(ExerciseV1::own).collect();
        keep_first(&mut exercises, &|exercise| exercise.id.clone());
        exercises
    }
}

/// A value with an exercise that cannot be read is refused as a whole, and so kept verbatim.
fn whole_exercises<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<ExerciseV1>, D::Error> {
    let exercises = Vec::<ExerciseV1>::deserialize(from)?;
    let own = exercises.into_iter().map(|exercise| Some(ExerciseV1::from(&exercise.own()?)));
    own.collect::<Option<_>>().ok_or_else(|| D::Error::custom("an exercise that cannot be read"))
}

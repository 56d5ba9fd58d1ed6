//! The part that an exercise plays in a routine: its jobs for a runner, the position of the body, the effort. Coaching needs it,
//! the first load does not.

use super::{Area, BodyPosition, Intensity, Job, Level, Slug};

/// The part that a level of an exercise plays in a routine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrainingFacts {
    /// The main area: the one in which it is felt most.
    pub area: Area,
    /// The jobs that it does for a runner; none for general strength on both legs.
    pub jobs: &'static [Job],
    /// The position of the body.
    pub position: BodyPosition,
    /// The effort that its dose asks for.
    pub intensity: Intensity,
    /// True if the feet leave the ground.
    pub jumps: bool,
}

/// Written by the build script from `content/`.
static TRAINING: &[(Slug, [TrainingFacts; 3])] = include!(concat!(env!("OUT_DIR"), "/training.rs"));

/// The part that the exercise with this slug plays at `level`; `None` for one that this version does not know.
#[must_use]
pub fn training_facts(slug: &str, level: Level) -> Option<&'static TrainingFacts> {
    TRAINING.iter().find(|(other, _)| *other == slug).map(|(_, levels)| &levels[level as usize])
}

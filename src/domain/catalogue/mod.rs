//! Exercises: their type, levels, sentences and motions. Knows no routine, no log and no browser.
//!
//! Exercises are data: `content/` holds them, the build script packs it (tools/content), and `packed` unpacks it when an exercise
//! is first asked for. Names and numbers, which Today needs at once, are compiled in (`brief`). Those of the runner's own (`own`) are
//! found by the same functions.

mod advice;
mod brief;
mod demand;
mod exercise;
mod own;
mod packed;
mod search;
mod training;
mod variation;
mod watched;

pub use advice::{CORE, CoreAdvice, OrderAdvice, TypePurpose, order_advice, purpose};
pub(in crate::domain) use brief::is_slug;
pub use brief::{Brief, brief, briefs, limb, listed_brief};
pub use demand::{Beat, Demand, Dose, has_kit, lacking_kit};
pub use exercise::{Exercise, Levels, all, find};
pub use own::{
    MAX_CUE, MAX_CUES, MAX_OWN, MAX_OWN_NAME, MAX_OWN_REST, MAX_OWN_SETS, MAX_REP, NamedPose, OwnExercise, OwnForm,
    OwnPose, OwnProblem, OwnTask, UnitWords, define, define_received, forget_own, is_own, motion as own_motion,
    named_poses, own, own_exercises, own_id,
};
pub use packed::unpack;
pub use search::{Filter, SetWords, familiar_first, matches, search};
pub use training::{TrainingFacts, training_facts};
pub use variation::{Cue, Slip, Variation};
pub use watched::{Watched, watched};

pub use super::figure::Muscles;
pub(crate) use super::vocabulary::vocabulary;

pub use super::vocabulary::{
    Area, BandColor, BodyPart, BodyPosition, Goal, Intensity, Job, Kind, Kit, Level, LoadKind, LoadPlace, Measure,
    Muscle, SideName, Sides, Tag, Units,
};

/// The permanent slug of an exercise in links and stored data: lower-case words joined by hyphens, never reused.
pub type Slug = &'static str;

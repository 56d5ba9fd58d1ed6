//! Motions: key poses in time, and the poses between them.

mod blend;
mod camera_views;
mod cue_point;
mod key;
mod prop;
mod sampler;

pub use camera_views::CameraViews;
pub use cue_point::{CuePoint, GuideLine, Joint};
pub use key::{Easing, Key, key};
pub use prop::{BOSU_HEIGHT, BandEnd, Grip, Material, PILLOW_HEIGHT, Prop, Ring, WeightShape};
pub use sampler::MotionSampler;

use super::body::Muscles;
use super::pose::STAND;

/// The motion of an exercise, as `motion.toml` describes it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Motion {
    /// Seconds of the loop: for repetitions the sum of their tempo; for a hold 1.5 in, 4 held, 1.5 out.
    pub period: f32,
    /// The key poses in order of time.
    pub keys: &'static [Key],
    /// The views.
    pub views: CameraViews,
    /// True without shoes.
    pub barefoot: bool,
    /// Kit that is held, worn or stood on.
    pub props: &'static [Prop],
    /// The working muscles.
    pub muscles: Muscles,
    /// The moments of the still: the dashed start, and the pose that is shown.
    pub still: (f32, f32),
    /// The cue points, in the order of the cues.
    pub moments: &'static [CuePoint],
    /// Accessible description of the motion, in one sentence.
    pub words: &'static str,
}

/// Standing still.
pub const STILL: Motion = Motion {
    period: sampler::BREATH,
    keys: &[key(0.0, Easing::Hold, STAND)],
    views: CameraViews::Both,
    barefoot: false,
    props: &[],
    muscles: Muscles { primary: &[], secondary: &[] },
    still: (0.0, 0.0),
    moments: &[],
    words: "",
};

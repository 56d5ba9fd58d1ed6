//! A motion as it is shown: the view of each moment, the space that it needs, its still, and the marks of its cues.

mod marks;
mod stage;
mod still;

pub use marks::mirrored_words;
pub use stage::Stage;
pub use still::Still;

use super::body::Skeleton;
use super::camera::Camera;
use super::loft::{Figure, Look, Order, Shape, body_balls, prop_balls};
use super::motion::{Motion, MotionSampler};
use super::vector::{Vector, cosine};
use super::view::View;

/// Number of moments at which the extent of a motion is measured.
const LOOKS: u8 = 24;
/// Elevation from which somebody lying is seen from the front, in degrees: at eye level the feet hide the rest.
const FROM_ABOVE: f32 = 22.0;

/// A motion ready to be shown from any side.
#[derive(Clone, Debug)]
pub struct Scene {
    /// The motion.
    pub motion: &'static Motion,
    /// Its poses.
    pub sampler: MotionSampler,
    /// True if the figure lies all the time.
    lies: bool,
    /// True if a position is held.
    holds: bool,
    /// Everything that is seen at any time: centres and radii.
    balls: Vec<(Vector, f32)>,
}

impl Scene {
    /// The scene of `motion`.
    #[must_use]
    pub fn of(motion: &'static Motion) -> Self {
        let sampler = MotionSampler::of(motion);
        let (mut balls, mut lies, mut holds) = (Vec::new(), true, false);
        for look in 0..LOOKS {
            let time = motion.period * f32::from(look) / f32::from(LOOKS);
            let body = sampler.at(time);
            holds |= sampler.held(time).is_some();
            lies &= body.chest.up.y() < 0.5 && body.hips.y() < 0.4;
            body_balls(&body, &mut balls);
            prop_balls(&body, motion.props, time, &mut balls);
        }
        Self { motion, sampler, lies, holds, balls }
    }

    /// The view at `time`: the motion's own, or that from the azimuth which the runner chose.
    #[must_use]
    pub fn view(&self, time: f32, chosen: Option<f32>) -> View {
        let own = self.motion.views.at(time);
        chosen.map_or(own, |azimuth| self.from(azimuth))
    }

    /// The view from this azimuth: somebody lying is seen from above, but for the side.
    #[must_use]
    pub fn from(&self, azimuth: f32) -> View {
        let along = cosine(azimuth);
        View { azimuth, elevation: if self.lies { FROM_ABOVE * along * along } else { 0.0 } }
    }

    /// The shapes at `time`, far ones first; see [`Figure::shapes`].
    #[must_use]
    pub fn shapes(&self, body: &Skeleton, time: f32, camera: &Camera, order: &mut Order) -> Vec<Shape> {
        let Motion { barefoot, props, muscles, .. } = *self.motion;
        Figure::shapes(body, camera, Look { barefoot, props, muscles, time }, order)
    }
}

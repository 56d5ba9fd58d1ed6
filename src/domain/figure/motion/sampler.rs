//! The pose at any moment of a motion.
//!
//! Angles are interpolated, never joint positions, so no limb changes its length; planted feet and hands stay in
//! place by inverse kinematics; arms follow the trunk a moment later. A loop ends as it began.

use super::blend::{Keyframe, eased, mixed_arm, mixed_hold, mixed_leg, mixed_trunk};
use super::{Easing, Motion};
use crate::domain::figure::body::Skeleton;
use crate::domain::figure::pose::{Leg, Pose, Root};
use crate::domain::figure::vector::{cosine, sine};

/// Seconds by which arms lag behind the trunk.
const FOLLOWING: f32 = 0.07;
/// Seconds of one breath at ease.
pub(super) const BREATH: f32 = 3.8;
/// Movement of the chest in a breath, in degrees of the spine.
const BREATH_DEPTH: f32 = 0.7;
/// Sideways sway of the trunk on one leg, in degrees.
const SWAY: f32 = 1.2;

/// Samples a motion at any time.
#[derive(Clone, Debug)]
pub struct MotionSampler {
    period: f32,
    keyframes: Vec<Keyframe>,
}

impl MotionSampler {
    /// The sampler of `motion`.
    ///
    /// # Panics
    /// If the motion has no key.
    #[must_use]
    pub fn of(motion: &Motion) -> Self {
        assert!(!motion.keys.is_empty(), "a motion has a key");
        Self { period: motion.period, keyframes: motion.keys.iter().map(Keyframe::of).collect() }
    }

    /// Seconds of the loop.
    #[must_use]
    pub const fn period(&self) -> f32 {
        self.period
    }

    /// The body at `time`, in seconds; the loop repeats for ever, in both directions.
    #[must_use]
    pub fn at(&self, time: f32) -> Skeleton {
        let (trunk, limbs) = (self.between(time), self.between(time - FOLLOWING));
        let (from, to, share) = trunk;
        let mut pose = mixed_trunk(&from.pose, &to.pose, share);
        if from.easing == Easing::Hold {
            let held = (time - from.at).rem_euclid(self.period) / length(from.at, to.at, self.period);
            pose.spine -= BREATH_DEPTH * breath(held, length(from.at, to.at, self.period));
            if on_one_leg(&from.pose) {
                pose.side += SWAY * sway(held);
            }
        }
        pose.legs = [0, 1].map(|side| mixed_leg(from, to, share, side));
        pose.arms = [0, 1].map(|side| mixed_arm(limbs.0, limbs.1, limbs.2, side));
        Skeleton::held(&pose, mixed_hold(from, to, share))
    }

    /// The elapsed share of a held position at `time`, 0 … 1; `None` in motion, and if the whole motion is one position.
    #[must_use]
    pub fn held(&self, time: f32) -> Option<f32> {
        let (from, to, _) = self.between(time);
        let gone = (time - from.at).rem_euclid(self.period) / length(from.at, to.at, self.period);
        (from.easing == Easing::Hold && self.keyframes.len() > 1).then_some(gone)
    }

    /// The keys around `time`, and the elapsed share between them.
    fn between(&self, time: f32) -> (&Keyframe, &Keyframe, f32) {
        let time = time.rem_euclid(self.period);
        let next = self.keyframes.iter().position(|mark| mark.at > time).unwrap_or(0);
        let last = next.checked_sub(1).unwrap_or(self.keyframes.len() - 1);
        let (from, to) = (&self.keyframes[last], &self.keyframes[next]);
        let gone = (time - from.at).rem_euclid(self.period) / length(from.at, to.at, self.period);
        (from, to, eased(gone, from.easing, to.easing))
    }
}

/// Fill of the chest, 0 … 1, at this share of a hold of so many seconds. Only whole breaths, so that it ends as it
/// began.
fn breath(held: f32, seconds: f32) -> f32 {
    let breaths = (seconds / BREATH).round().max(1.0);
    0.5 - 0.5 * cosine(360.0 * breaths * held)
}

/// The small balance corrections on one leg, −1 … 1: zero at both ends of the hold.
fn sway(held: f32) -> f32 {
    let turn = 180.0 * held;
    sine(turn) * sine(turn) * (sine(6.0 * turn) + sine(10.0 * turn)) * 0.5
}

fn on_one_leg(pose: &Pose) -> bool {
    matches!(
        (pose.root, pose.legs),
        (Root::Balanced { .. }, [Leg::Planted(_), Leg::Free(_)] | [Leg::Free(_), Leg::Planted(_)])
    )
}

/// Seconds from one moment of the loop to the next; a whole loop if they are the same.
fn length(from: f32, to: f32, period: f32) -> f32 {
    let length = (to - from).rem_euclid(period);
    if length > 0.0 { length } else { period }
}

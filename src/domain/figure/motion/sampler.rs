//! The pose at any moment of a motion.
//!
//! Angles are interpolated, never joint positions, so no limb changes its length; planted feet and hands stay in
//! place by inverse kinematics; head and arms follow the trunk a moment later. A body in the air falls freely. A loop ends as
//! it began.

use super::blend::{Between, Keyframe, eased};
use super::{BOSU_HEIGHT, Easing, Motion, Prop};
use crate::domain::figure::body::{Hold, Skeleton, hold};
use crate::domain::figure::pose::{Arm, Leg, Pose, Root};
use crate::domain::figure::vector::{Vector, cosine, degrees, sine};

/// Seconds by which arms lag behind the trunk.
const FOLLOWING: f32 = 0.07;
/// Seconds by which the head lags behind the trunk.
const HEAD_FOLLOWING: f32 = 0.04;
/// Seconds of one breath at ease.
pub(super) const BREATH: f32 = 3.8;
/// Movement of the chest in a breath, in degrees of the spine.
const BREATH_DEPTH: f32 = 0.7;
/// Sideways sway of the trunk on one leg, in degrees.
const SWAY: f32 = 1.2;
/// Sideways corrections of the arms on one leg, in degrees.
const ARM_SWAY: f32 = 2.5;
/// Free fall, in standing heights of 1.75 m a second squared.
const GRAVITY: f32 = 9.81 / 1.75;
/// Seconds after a landing at which the hips have gone furthest too low.
const LANDING: f32 = 0.15;
/// Distance by which they are then too low.
const OVERSHOOT: f32 = 0.010;

/// Samples a motion at any time.
#[derive(Clone, Debug)]
pub struct MotionSampler {
    period: f32,
    keyframes: Vec<Keyframe>,
    /// The soft thing under the feet.
    surface: Option<Prop>,
    /// Speed over the ground.
    speed: Vector,
}

impl MotionSampler {
    /// The sampler of `motion`.
    ///
    /// # Panics
    /// If the motion has no key.
    #[must_use]
    pub fn of(motion: &Motion) -> Self {
        assert!(!motion.keys.is_empty(), "a motion has a key");
        let soft = |prop: &&Prop| matches!(prop, Prop::Bosu { .. } | Prop::Pillow { .. });
        let speed = motion.props.iter().find_map(|prop| match *prop {
            Prop::PassingGround { speed } => Some(speed),
            _ => None,
        });
        Self {
            period: motion.period,
            speed: speed.unwrap_or_default(),
            keyframes: motion.keys.iter().map(Keyframe::of).collect(),
            surface: motion.props.iter().find(soft).copied(),
        }
    }

    /// Seconds of the loop.
    #[must_use]
    pub const fn period(&self) -> f32 {
        self.period
    }

    /// The body at `time`, in seconds; the loop repeats for ever, in both directions.
    #[must_use]
    pub fn at(&self, time: f32) -> Skeleton {
        let (pose, now, arms) = self.pose(time);
        let mut body = Skeleton::held(&pose, self.hold(&now, time));
        for side in 0..2 {
            let shapes = [arms.from, arms.to].map(|key| key.pose.hands[side].shape);
            body.arms[side].shape = (shapes[0], shapes[1], arms.share);
        }
        body.breath = self.breath(time, &now);
        body
    }

    /// The pose at `time`, the way of the trunk to it and the way of the arms.
    fn pose(&self, time: f32) -> (Pose, Between<'_>, Between<'_>) {
        let (now, arms) = (self.between(time), self.between(time - FOLLOWING));
        let mut pose = now.trunk(&self.between(time - HEAD_FOLLOWING));
        for side in 0..2 {
            pose.legs[side] = now.leg(side);
            pose.arms[side] = (if is_placed(&now, side) { &now } else { &arms }).arm(side);
            pose.hands[side] = arms.hand(side);
        }
        if now.from.easing == Easing::Hold {
            self.live(&mut pose, &now);
        }
        self.give_way(&mut pose);
        (pose, now, arms)
    }

    /// The elapsed share of a held position at `time`, 0 … 1; `None` in motion, and if the whole motion is one position.
    #[must_use]
    pub fn held(&self, time: f32) -> Option<f32> {
        let now = self.between(time);
        (now.from.easing == Easing::Hold && self.keyframes.len() > 1).then_some(now.gone)
    }

    /// The time `seconds` after `time`. While the hold goes on, `holds`, a held position begins again at its end, where it is the same.
    #[must_use]
    pub fn after(&self, time: f32, seconds: f32, holds: bool) -> f32 {
        let now = self.between(time);
        let whole = length(now.from.at, now.to.at, self.period);
        let ends = now.from.easing == Easing::Hold && now.gone * whole + seconds >= whole;
        in_loop(time + seconds - if holds && ends { whole } else { 0.0 }, self.period)
    }

    /// Fill of the chest, −1 … 1: whole breaths in each hold, or in the loop of a motion without one.
    fn breath(&self, time: f32, now: &Between<'_>) -> f32 {
        let holds = self.keyframes.iter().any(|key| key.easing == Easing::Hold);
        let (gone, seconds) = match now.from.easing {
            Easing::Hold => (now.gone, length(now.from.at, now.to.at, self.period)),
            _ if holds => (0.0, self.period),
            _ => (time / self.period, self.period),
        };
        2.0 * breath(gone, seconds) - 1.0
    }

    /// Breath, and small corrections of the balance, in a hold.
    fn live(&self, pose: &mut Pose, now: &Between<'_>) {
        pose.spine -= BREATH_DEPTH * breath(now.gone, length(now.from.at, now.to.at, self.period));
        if on_one_leg(pose) {
            let sway = sway(now.gone);
            pose.side += SWAY * sway;
            for (side, arm) in pose.arms.iter_mut().enumerate() {
                if let Arm::Swing(reach) = arm {
                    reach.out -= ARM_SWAY * if side == 0 { sway } else { -sway };
                }
            }
        }
    }

    /// Lets feet on something soft go with it: half a ball tips with the body, a pillow is pressed in.
    fn give_way(&self, pose: &mut Pose) {
        let tip = Skeleton::tip(pose);
        for leg in &mut pose.legs {
            let (Leg::Planted(foot) | Leg::Stepping(foot, ..)) = leg else { continue };
            match self.surface {
                Some(Prop::Bosu { z, .. }) if foot.y > 0.5 * BOSU_HEIGHT => {
                    foot.tip = degrees(tip, 1.0);
                    foot.y -= tip * (foot.z - z);
                }
                Some(Prop::Pillow { .. }) => foot.tip = 2.0 * degrees(tip, 1.0),
                _ => {}
            }
        }
    }

    fn hold(&self, now: &Between<'_>, time: f32) -> Hold {
        if now.from.flies() || now.to.flies() {
            return Hold::Mass(self.flight(time));
        }
        match now.hold() {
            Hold::Over { hips, ground } => Hold::Over { hips: hips - self.sinking(time), ground },
            hold => hold,
        }
    }

    /// The centre of mass in free fall, between the last key before the flight and the first one after it.
    extern "C" fn flight(&self, time: f32) -> Vector {
        let mut to = self.next(time);
        let mut from = to + self.keyframes.len() - 1;
        for _ in &self.keyframes {
            from -= usize::from(from > 0 && self.key(from).flies());
            to += usize::from(self.key(to).flies());
        }
        let (from, to) = (self.key(from), self.key(to));
        let seconds = length(from.at, to.at, self.period);
        let gone = in_loop(time - from.at, self.period);
        let rise = 0.5 * GRAVITY * gone * (seconds - gone);
        self.mass(from).towards(self.mass(to), gone / seconds).raised(rise)
    }

    /// The centre of mass at a key. A body leaves the ground and lands with the arms of that moment.
    extern "C" fn mass(&self, key: &Keyframe) -> Vector {
        Skeleton::held(&self.pose(key.at).0, hold(&key.pose)).centre_of_mass()
    }

    /// Distance by which the hips are lower for a moment after a landing: most after `LANDING`, none after three times that.
    fn sinking(&self, time: f32) -> f32 {
        let mut sinking = 0.0;
        for at in 0..self.keyframes.len() {
            let key = self.key(at);
            if key.flies() || !self.key(at + self.keyframes.len() - 1).flies() {
                continue;
            }
            // It is over when the body leaves the ground again.
            let mut leaves = at;
            while !self.key(leaves + 1).flies() {
                leaves += 1;
            }
            let lasts = length(key.at, self.key(leaves).at, self.period).min(3.0 * LANDING);
            let since = in_loop(time - key.at, self.period) / lasts;
            if since < 1.0 {
                sinking += OVERSHOOT * 6.75 * since * (1.0 - since) * (1.0 - since);
            }
        }
        sinking
    }

    /// The key of this number; the loop repeats.
    fn key(&self, number: usize) -> &Keyframe {
        &self.keyframes[number % self.keyframes.len()]
    }

    /// The number of the first key after `time`.
    fn next(&self, time: f32) -> usize {
        let time = in_loop(time, self.period);
        self.keyframes.iter().position(|key| key.at > time).unwrap_or(0)
    }

    /// The way between the keys around `time`.
    fn between(&self, time: f32) -> Between<'_> {
        let next = self.next(time);
        let (from, to) = (self.key(next + self.keyframes.len() - 1), self.key(next));
        let seconds = length(from.at, to.at, self.period);
        let gone = in_loop(time - from.at, self.period) / seconds;
        Between { from, to, gone, share: eased(gone, from.easing, to.easing), way: self.speed * seconds }
    }
}

/// True for an arm that stays on a surface: it does not follow later.
fn is_placed(now: &Between<'_>, side: usize) -> bool {
    let on = |pose: &Pose| matches!(pose.arms[side], Arm::Palm(_) | Arm::Forearm(_));
    on(&now.from.pose) && on(&now.to.pose)
}

/// Fill of the chest, 0 … 1, at this share of a hold of so many seconds. Only whole breaths, so that it ends as it
/// began.
fn breath(held: f32, seconds: f32) -> f32 {
    let breaths = (seconds / BREATH).round_ties_even().max(1.0);
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

/// The same time in the first loop. `rem_euclid` would add code for a remainder without any rounding.
fn in_loop(time: f32, period: f32) -> f32 {
    time - period * (time / period).floor()
}

/// Seconds from one moment of the loop to the next; a whole loop if they are the same.
fn length(from: f32, to: f32, period: f32) -> f32 {
    let length = in_loop(to - from, period);
    if length > 0.0 { length } else { period }
}

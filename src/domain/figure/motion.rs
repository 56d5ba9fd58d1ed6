//! Motion: key poses in time, and the poses between them.
//!
//! Angles are interpolated, never joint positions, so no limb changes its length; planted feet and hands stay in
//! place by inverse kinematics; arms follow the trunk a moment later. A loop ends as it began.

use super::contour::View;
use super::muscle::Muscles;
use super::pose::{Arm, Foot, Hand, Leg, Pose, Reach, Root, Swing};
use super::prop::Prop;
use super::skeleton::{Hold, Skeleton, hold};
use super::vector::{Vector, cosine, sine, vector};

/// Seconds by which arms lag behind the trunk.
const FOLLOWING: f32 = 0.07;
/// Seconds of one breath at ease.
const BREATH: f32 = 3.8;
/// Movement of the chest in a breath, in degrees of the spine.
const BREATH_DEPTH: f32 = 0.7;
/// Sideways sway of the trunk on one leg, in degrees.
const SWAY: f32 = 1.2;

/// A key pose and its time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Key {
    /// Seconds from the start of the loop.
    pub at: f32,
    /// Its easing.
    pub easing: Easing,
    /// The pose.
    pub pose: Pose,
}

/// Easing of a key pose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Easing {
    /// Passed at speed.
    Flow,
    /// Comes to rest, and starts gently.
    Settle,
    /// Comes to rest, and starts with force.
    Drive,
    /// Rests until the next key, which has the same pose; breathing goes on.
    Hold,
}

/// A new key pose.
#[must_use]
pub const fn key(at: f32, easing: Easing, pose: Pose) -> Key {
    Key { at, easing, pose }
}

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
    /// The time and joint of each cue.
    pub moments: &'static [Moment],
    /// Accessible description of the motion, in one sentence.
    pub words: &'static str,
}

/// Standing still.
pub const STILL: Motion = Motion {
    period: BREATH,
    keys: &[key(0.0, Easing::Hold, super::pose::STAND)],
    views: CameraViews::Both,
    barefoot: false,
    props: &[],
    muscles: Muscles { primary: &[], secondary: &[] },
    still: (0.0, 0.0),
    moments: &[],
    words: "",
};

/// The views of a motion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CameraViews {
    /// One view.
    One(View),
    /// From the side, or from the front if the person asks for it.
    Both,
    /// One view after another, each with the second at which it begins.
    Cuts(&'static [(f32, View)]),
}

impl CameraViews {
    /// The view at `time`; `asked` is the view that the person asked for.
    #[must_use]
    pub fn view(self, time: f32, asked: View) -> View {
        match self {
            Self::One(view) => view,
            Self::Both => asked,
            Self::Cuts(cuts) => cuts.iter().rev().find(|(from, _)| *from <= time).map_or(View::Side, |(_, view)| *view),
        }
    }
}

/// The time at which a cue is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment {
    /// Index of the cue in the exercise.
    pub cue: usize,
    /// The second of the loop.
    pub at: f32,
    /// The joint that it is about.
    pub joint: Joint,
    /// The guide line to draw, if any.
    pub line: Option<Line>,
}

/// A joint or body part that a cue is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// The middle of the head.
    Head,
    /// The chest.
    Chest,
    /// The waist, belly and lower back.
    Waist,
    /// The hips.
    Hips,
    /// A knee: 0 right, 1 left.
    Knee(usize),
    /// A foot.
    Foot(usize),
    /// A hand.
    Hand(usize),
}

/// A guide line that shows the right position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// From the knee down over the second toe: 0 right, 1 left.
    KneeOverToe(usize),
    /// From the shoulders through the hips to the knee: 0 right, 1 left.
    ShoulderToKnee(usize),
    /// From the head along the back to the lifted foot: 0 right, 1 left.
    HeadToFoot(usize),
    /// Across the hips.
    AcrossHips,
}

/// Samples a motion at any time.
#[derive(Clone, Debug)]
pub struct MotionSampler {
    period: f32,
    keyframes: Vec<Keyframe>,
}

/// A key pose with all interpolated values.
#[derive(Clone, Copy, Debug)]
struct Keyframe {
    at: f32,
    easing: Easing,
    pose: Pose,
    hold: Hold,
    hips: Vector,
    swings: [Swing; 2],
    reaches: [Reach; 2],
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

impl Keyframe {
    fn of(key: &Key) -> Self {
        let body = Skeleton::of(&key.pose);
        Self {
            at: key.at,
            easing: key.easing,
            pose: key.pose,
            hold: hold(&key.pose),
            hips: body.hips,
            swings: [body.swing(0), body.swing(1)],
            reaches: [body.reach(0), body.reach(1)],
        }
    }
}

/// Minimum-jerk from rest to rest (Flash and Hogan 1985); a key with `Flow` has speed at its end.
fn eased(time: f32, from: Easing, to: Easing) -> f32 {
    let t = match from {
        // A push accelerates faster than it slows down.
        Easing::Drive => time * (1.35 - 0.35 * time),
        _ => time,
    };
    let (start, end) = (speed(from), speed(to));
    let (t3, t4, t5) = (t * t * t, t * t * t * t, t * t * t * t * t);
    let rest = 10.0 * t3 - 15.0 * t4 + 6.0 * t5;
    let leave = t - 6.0 * t3 + 8.0 * t4 - 3.0 * t5;
    let arrive = -4.0 * t3 + 7.0 * t4 - 3.0 * t5;
    rest + start * leave + end * arrive
}

/// The speed at a key, relative to an even motion.
const fn speed(easing: Easing) -> f32 {
    match easing {
        Easing::Flow => 1.0,
        Easing::Settle | Easing::Drive | Easing::Hold => 0.0,
    }
}

fn mix(from: f32, to: f32, share: f32) -> f32 {
    from + (to - from) * share
}

fn mixed_trunk(from: &Pose, to: &Pose, share: f32) -> Pose {
    Pose {
        lean: mix(from.lean, to.lean, share),
        tilt: mix(from.tilt, to.tilt, share),
        turn: mix(from.turn, to.turn, share),
        spine: mix(from.spine, to.spine, share),
        side: mix(from.side, to.side, share),
        nod: mix(from.nod, to.nod, share),
        ..*from
    }
}

fn mixed_hold(from: &Keyframe, to: &Keyframe, share: f32) -> Hold {
    match (from.hold, to.hold) {
        (Hold::Over { hips, ground }, Hold::Over { hips: other, ground: there }) => {
            Hold::Over { hips: mix(hips, other, share), ground: ground.towards(there, share) }
        }
        (Hold::Shoulders(one), Hold::Shoulders(other)) => Hold::Shoulders(one.towards(other, share)),
        _ => Hold::Hips(from.hips.towards(to.hips, share)),
    }
}

fn mixed_leg(from: &Keyframe, to: &Keyframe, share: f32, side: usize) -> Leg {
    match (from.pose.legs[side], to.pose.legs[side]) {
        (Leg::Planted(one), Leg::Planted(other)) => {
            let lifted = !trails(&from.pose, side) && !trails(&to.pose, side);
            Leg::Planted(stepped(&one, &other, share, lifted))
        }
        _ => Leg::Free(mixed_swing(&from.swings[side], &to.swings[side], share)),
    }
}

/// True if a foot on the ground bears no weight: it slides, as in tracing the floor.
fn trails(pose: &Pose, side: usize) -> bool {
    matches!(pose.root, Root::Balanced { right, .. } if if side == 0 { right <= 0.0 } else { right >= 1.0 })
}

/// A foot that stays, slides, or steps: a `lifted` one rises the more the farther it moves.
fn stepped(from: &Foot, to: &Foot, share: f32, lifted: bool) -> Foot {
    let way = vector(to.x - from.x, 0.0, to.z - from.z).length();
    let height = if lifted && way > 0.01 { 4.0 * share * (1.0 - share) } else { 0.0 };
    let lift = height * (0.012 + 0.10 * way);
    // A foot leaves the ground from the heel.
    let peel = height * (80.0 * way).min(34.0);
    Foot {
        x: mix(from.x, to.x, share),
        y: mix(from.y, to.y, share) + lift,
        z: mix(from.z, to.z, share),
        heel: mix(from.heel, to.heel, share) + peel,
        out: mix(from.out, to.out, share),
        knee: mix(from.knee, to.knee, share),
    }
}

fn mixed_swing(from: &Swing, to: &Swing, share: f32) -> Swing {
    Swing {
        hip: mix(from.hip, to.hip, share),
        out: mix(from.out, to.out, share),
        turn: mix(from.turn, to.turn, share),
        knee: mix(from.knee, to.knee, share),
        foot: mix(from.foot, to.foot, share),
    }
}

fn mixed_arm(from: &Keyframe, to: &Keyframe, share: f32, side: usize) -> Arm {
    if let (Arm::Hand(one), Arm::Hand(other)) = (from.pose.arms[side], to.pose.arms[side]) {
        return Arm::Hand(Hand { at: one.at.towards(other.at, share), elbow: mix(one.elbow, other.elbow, share) });
    }
    let (one, other) = (&from.reaches[side], &to.reaches[side]);
    Arm::Swing(Reach {
        raise: mix(one.raise, other.raise, share),
        out: mix(one.out, other.out, share),
        turn: mix(one.turn, other.turn, share),
        elbow: mix(one.elbow, other.elbow, share),
    })
}

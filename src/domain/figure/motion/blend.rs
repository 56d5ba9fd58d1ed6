//! A pose between two key poses.

use super::{Easing, Key};
use crate::domain::figure::body::proportions::TOES;
use crate::domain::figure::body::{Hold, Skeleton, arm_angles, arm_directions, hold};
use crate::domain::figure::pose::{Arm, Foot, Hand, HandAngles, Knee, Leg, Palm, Pose, Reach, Root, Swing};
use crate::domain::figure::vector::{Frame, Vector, mix, vector, within};

/// A foot or a hand that moves stays where it is for this share of the time, and is there after this one.
const SWING_WINDOW: [f32; 2] = [0.55, 0.90];

/// A key pose with all interpolated values.
#[derive(Clone, Copy, Debug)]
pub(super) struct Keyframe {
    pub(super) at: f32,
    pub(super) easing: Easing,
    pub(super) pose: Pose,
    pub(super) hold: Hold,
    pub(super) hips: Vector,
    pub(super) mass: Vector,
    pub(super) swings: [Swing; 2],
    pub(super) reaches: [Reach; 2],
    pub(super) hands: [HandAngles; 2],
    /// True in the air: nothing is on a surface.
    pub(super) flies: bool,
}

impl Keyframe {
    pub(super) fn of(key: &Key) -> Self {
        let body = Skeleton::of(&key.pose);
        let hand = |side: usize| HandAngles { shape: key.pose.hands[side].shape, ..body.wrist(side) };
        let is_free = key.pose.legs.iter().all(|leg| matches!(leg, Leg::Free(_)));
        Self {
            at: key.at,
            easing: key.easing,
            pose: key.pose,
            hold: hold(&key.pose),
            hips: body.hips,
            mass: Vector::default(),
            swings: [body.swing(0), body.swing(1)],
            reaches: [body.reach(0), body.reach(1)],
            hands: [hand(0), hand(1)],
            flies: is_free && matches!(key.pose.root, Root::Hips(_)),
        }
    }
}

/// The way between two key poses at a moment.
#[derive(Clone, Copy)]
pub(super) struct Between<'a> {
    pub(super) from: &'a Keyframe,
    pub(super) to: &'a Keyframe,
    /// The elapsed share of the time.
    pub(super) gone: f32,
    /// The share of the way.
    pub(super) share: f32,
}

/// Minimum-jerk from rest to rest (Flash and Hogan 1985); a key with `Flow` has speed at its end.
pub(super) fn eased(time: f32, from: Easing, to: Easing) -> f32 {
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

impl Between<'_> {
    fn mix(&self, of: fn(&Pose) -> f32) -> f32 {
        mix(of(&self.from.pose), of(&self.to.pose), self.share)
    }

    /// The pose without its limbs; `head` is the way of the head, which follows later.
    pub(super) fn trunk(&self, head: &Self) -> Pose {
        Pose {
            lean: self.mix(|pose| pose.lean),
            tilt: self.mix(|pose| pose.tilt),
            turn: self.mix(|pose| pose.turn),
            roll: self.mix(|pose| pose.roll),
            spine: self.mix(|pose| pose.spine),
            side: self.mix(|pose| pose.side),
            twist: self.mix(|pose| pose.twist),
            nod: head.mix(|pose| pose.nod),
            head_turn: head.mix(|pose| pose.head_turn),
            head_tilt: head.mix(|pose| pose.head_tilt),
            pillow: self.from.pose.pillow.zip(self.to.pose.pillow).map(|(from, to)| mix(from, to, self.share)),
            ..self.from.pose
        }
    }

    pub(super) fn hold(&self) -> Hold {
        let (from, to, share) = (self.from, self.to, self.share);
        match (from.hold, to.hold) {
            (Hold::Over { hips, ground }, Hold::Over { hips: other, ground: there }) => {
                Hold::Over { hips: mix(hips, other, share), ground: ground.towards(there, share) }
            }
            (Hold::Shoulders(one), Hold::Shoulders(other)) => Hold::Shoulders(one.towards(other, share)),
            (Hold::Rest(rest, one), Hold::Rest(other, there)) if rest == other => {
                Hold::Rest(rest, one.towards(there, share))
            }
            _ => Hold::Hips(from.hips.towards(to.hips, share)),
        }
    }

    pub(super) fn leg(&self, side: usize) -> Leg {
        let (from, to) = (self.from, self.to);
        let swing = from.swings[side].towards(&to.swings[side], self.share);
        let steps = !trails(&from.pose, side) && !trails(&to.pose, side);
        // A foot that carries weight leaves the ground late, and is back early.
        let (leaves, lands) = (self.window(SWING_WINDOW[0], 1.0), self.window(0.0, SWING_WINDOW[1]));
        match (from.pose.legs[side], to.pose.legs[side]) {
            (Leg::Planted(one), Leg::Planted(other)) => Leg::Planted(self.stepped(&one, &other, steps)),
            (Leg::Kneeling(one), Leg::Kneeling(other)) => Leg::Kneeling(mixed_knee(&one, &other, self.share)),
            (Leg::Planted(foot), Leg::Free(_)) if steps && !to.flies => Leg::Stepping(foot, to.swings[side], leaves),
            (Leg::Free(_), Leg::Planted(foot)) if steps && !from.flies => {
                Leg::Stepping(foot, from.swings[side], 1.0 - lands)
            }
            _ => Leg::Free(swing),
        }
    }

    /// The share of a movement that lasts from one share of the time to another.
    fn window(&self, from: f32, to: f32) -> f32 {
        eased(within((self.gone - from) / (to - from), 0.0, 1.0), Easing::Settle, Easing::Settle)
    }

    /// A foot that stays, slides, or steps: one that `steps` rises the more the farther it moves.
    fn stepped(&self, from: &Foot, to: &Foot, steps: bool) -> Foot {
        let moved = vector(to.x - from.x, 0.0, to.z - from.z);
        let way = moved.length();
        let steps = steps && way > 0.01;
        let share = if steps { self.window(SWING_WINDOW[0], SWING_WINDOW[1]) } else { self.share };
        let height = if steps { 4.0 * share * (1.0 - share) } else { 0.0 };
        // A foot that goes forward pushes off before it leaves the ground from the heel.
        let push = if steps { self.window(0.3, 0.62) * (1.0 - self.window(0.62, SWING_WINDOW[1])) } else { 0.0 };
        let peel = (80.0 * way).min(30.0) * within(moved.unit().x(), 0.0, 1.0);
        let heel = (mix(from.heel, to.heel, share) + push * peel).min(TOES.to - 1.0);
        // The toes bend on the ground, not in the air.
        let bent = 1.0 - 0.9 * height;
        Foot {
            x: mix(from.x, to.x, share),
            y: mix(from.y, to.y, share) + height * (0.012 + 0.10 * way),
            z: mix(from.z, to.z, share),
            heel,
            out: mix(from.out, to.out, share),
            knee: mix(from.knee, to.knee, share),
            toes: mix(-heel.max(0.0), mix(from.toes, to.toes, share), bent),
            tip: 0.0,
            is_lifted: steps && share > 0.0 && share < 1.0,
        }
    }

    pub(super) fn arm(&self, side: usize) -> Arm {
        let (from, to, share) = (self.from, self.to, self.share);
        match (from.pose.arms[side], to.pose.arms[side]) {
            (Arm::Hand(one), Arm::Hand(other)) if one.on == other.on => Arm::Hand(Hand {
                at: one.at.towards(other.at, share),
                elbow: mix(one.elbow, other.elbow, share),
                on: one.on,
            }),
            (Arm::Palm(one), Arm::Palm(other)) if one.is_on_wall == other.is_on_wall => {
                let way = (other.at - one.at).length();
                let there = if way > 0.01 { self.window(SWING_WINDOW[0], SWING_WINDOW[1]) } else { share };
                let lifted = Vector::UP * (4.0 * there * (1.0 - there) * (0.2 * way).min(0.06));
                Arm::Palm(Palm {
                    at: one.at.towards(other.at, there) + lifted,
                    elbow: mix(one.elbow, other.elbow, share),
                    out: mix(one.out, other.out, there),
                    ..one
                })
            }
            (Arm::Forearm(one), Arm::Forearm(other)) if one == other => Arm::Forearm(one),
            (Arm::Swing(one), Arm::Swing(other)) => Arm::Swing(Reach {
                raise: mix(one.raise, other.raise, share),
                out: mix(one.out, other.out, share),
                turn: mix(one.turn, other.turn, share),
                elbow: mix(one.elbow, other.elbow, share),
            }),
            _ => Arm::Swing(mixed_reach(&from.reaches[side], &to.reaches[side], share, side)),
        }
    }

    /// The angles of a hand; of one on a surface the pose has them.
    pub(super) fn hand(&self, side: usize) -> HandAngles {
        let (from, to) = (&self.from.hands[side], &self.to.hands[side]);
        HandAngles {
            roll: mix(from.roll, to.roll, self.share),
            wrist: mix(from.wrist, to.wrist, self.share),
            shape: from.shape,
            glide: mix(from.glide, to.glide, self.share),
            lift: mix(from.lift, to.lift, self.share),
        }
    }
}

/// True if a foot on the ground bears no weight: it slides, as in tracing the floor.
fn trails(pose: &Pose, side: usize) -> bool {
    matches!(pose.root, Root::Balanced { right, .. } if if side == 0 { right <= 0.0 } else { right >= 1.0 })
        && matches!(pose.legs[side], Leg::Planted(_))
}

fn mixed_knee(from: &Knee, to: &Knee, share: f32) -> Knee {
    Knee {
        at: from.at.towards(to.at, share),
        shin: mix(from.shin, to.shin, share),
        out: mix(from.out, to.out, share),
        foot: mix(from.foot, to.foot, share),
        toes: mix(from.toes, to.toes, share),
    }
}

/// An arm on the shortest way between two: by directions, because an arm at the side has no angle in front.
fn mixed_reach(from: &Reach, to: &Reach, share: f32, side: usize) -> Reach {
    let [one, other] = [from, to].map(|reach| arm_directions(reach, side));
    let upper = one[0].towards_direction(other[0], share);
    let front = one[1].towards(other[1], share).beside(upper).unit();
    arm_angles(&Frame::STANDING, [upper, front], mix(from.elbow, to.elbow, share), side)
}

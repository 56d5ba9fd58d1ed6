//! A pose between two key poses.

use super::{Easing, Key};
use crate::domain::figure::body::proportions::TOES;
use crate::domain::figure::body::{Hold, Skeleton, arm_angles, arm_directions, hold};
use crate::domain::figure::pose::{Arm, Foot, HandAngles, Leg, Pose, Reach, Root, blend};
use crate::domain::figure::vector::{Frame, Vector, mix, vector, within};

/// A foot or a hand that moves stays where it is for this share of the time, and is there after this one.
const SWING_WINDOW: [f32; 2] = [0.55, 0.90];

/// A key pose and its body.
#[derive(Clone, Debug)]
pub(super) struct Keyframe {
    pub(super) at: f32,
    pub(super) easing: Easing,
    pub(super) pose: Pose,
    pub(super) body: Skeleton,
}

impl Keyframe {
    pub(super) fn of(&Key { at, easing, pose }: &Key) -> Self {
        Self { at, easing, pose, body: Skeleton::of(&pose) }
    }

    /// True in the air: nothing is on a surface.
    pub(super) fn flies(&self) -> bool {
        matches!((self.pose.root, self.pose.legs), (Root::Hips(_), [Leg::Free(_), Leg::Free(_)]))
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
    /// The way of the figure over the ground from the one to the other.
    pub(super) way: Vector,
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
    /// The pose without its limbs; `head` is the way of the head, which follows later.
    pub(super) fn trunk(&self, head: &Self) -> Pose {
        let (mut pose, to, share) = (self.from.pose, &self.to.pose, self.share);
        blend(&mut pose.lean, to.lean, share);
        blend(&mut pose.tilt, to.tilt, share);
        blend(&mut pose.turn, to.turn, share);
        blend(&mut pose.roll, to.roll, share);
        blend(&mut pose.spine, to.spine, share);
        blend(&mut pose.side, to.side, share);
        blend(&mut pose.twist, to.twist, share);
        pose.pillow = pose.pillow.zip(to.pillow).map(|(from, to)| mix(from, to, share));
        let (from, to) = (&head.from.pose, &head.to.pose);
        pose.nod = mix(from.nod, to.nod, head.share);
        pose.head_turn = mix(from.head_turn, to.head_turn, head.share);
        pose.head_tilt = mix(from.head_tilt, to.head_tilt, head.share);
        pose
    }

    pub(super) fn hold(&self) -> Hold {
        let (from, to, share) = (self.from, self.to, self.share);
        match (hold(&from.pose), hold(&to.pose)) {
            (Hold::Over { hips, ground }, Hold::Over { hips: other, ground: there }) => {
                Hold::Over { hips: mix(hips, other, share), ground: ground.towards(there, share) }
            }
            (Hold::Shoulders(one), Hold::Shoulders(other)) => Hold::Shoulders(one.towards(other, share)),
            (Hold::Rest(rest, one), Hold::Rest(other, there)) if rest == other => {
                Hold::Rest(rest, one.towards(there, share))
            }
            _ => Hold::Hips(from.body.hips.towards(to.body.hips, share)),
        }
    }

    pub(super) fn leg(&self, side: usize) -> Leg {
        let (from, to) = (self.from, self.to);
        let steps = !trails(&from.pose, side) && !trails(&to.pose, side);
        // Both as they are on the ground, which passes.
        let (mut leg, target) = (from.pose.legs[side], passed(to.pose.legs[side], self.way));
        match (&mut leg, &target) {
            (Leg::Planted(foot), Leg::Planted(there)) => self.step(foot, there, steps),
            (Leg::Kneeling(knee), Leg::Kneeling(there)) => knee.blend(there, self.share),
            // A foot that carries weight leaves the ground late, and is back early.
            (Leg::Planted(foot), Leg::Free(_)) if steps && !to.flies() => {
                leg = Leg::Stepping(*foot, to.body.swing(side), self.window(SWING_WINDOW[0], 1.0));
            }
            (Leg::Free(_), Leg::Planted(foot)) if steps && !from.flies() => {
                leg = Leg::Stepping(*foot, from.body.swing(side), 1.0 - self.window(0.0, SWING_WINDOW[1]));
            }
            _ => {
                let mut swing = from.body.swing(side);
                swing.blend(&to.body.swing(side), self.share);
                leg = Leg::Free(swing);
            }
        }
        passed(leg, self.way * -self.gone)
    }

    /// The share of a movement that lasts from one share of the time to another.
    fn window(&self, from: f32, to: f32) -> f32 {
        eased(within((self.gone - from) / (to - from), 0.0, 1.0), Easing::Settle, Easing::Settle)
    }

    /// Moves a foot that stays, slides, or steps: one that `steps` rises the more the farther it moves.
    fn step(&self, foot: &mut Foot, to: &Foot, steps: bool) {
        let moved = vector(to.x - foot.x, 0.0, to.z - foot.z);
        let way = moved.length();
        let mut share = self.share;
        let (mut height, mut push) = (0.0, 0.0);
        if steps && way > 0.01 {
            share = self.window(SWING_WINDOW[0], SWING_WINDOW[1]);
            height = 4.0 * share * (1.0 - share);
            // A foot that goes forward pushes off before it leaves the ground from the heel.
            push = self.window(0.3, 0.62) * (1.0 - self.window(0.62, SWING_WINDOW[1]));
            foot.is_lifted = share > 0.0 && share < 1.0;
        }
        let peel = within(80.0 * way, 0.0, 30.0) * within(moved.unit().x(), 0.0, 1.0);
        // Onto a step it rises before it goes on, and down from one it goes on before it falls.
        let (soon, late) = (share * (2.0 - share), share * share);
        let (along, up) = match to.y - foot.y {
            rise if rise > 0.01 => (late, soon),
            fall if fall < -0.01 => (soon, late),
            _ => (share, share),
        };
        blend(&mut foot.x, to.x, along);
        blend(&mut foot.y, to.y, up);
        foot.y += height * (0.012 + 0.10 * way);
        blend(&mut foot.z, to.z, along);
        blend(&mut foot.heel, to.heel, share);
        foot.heel = (foot.heel + push * peel).min(TOES.to - 1.0);
        blend(&mut foot.out, to.out, share);
        blend(&mut foot.knee, to.knee, share);
        blend(&mut foot.toes, to.toes, share);
        // The toes bend on the ground, not in the air.
        foot.toes = mix(-foot.heel.max(0.0), foot.toes, 1.0 - 0.9 * height);
    }

    pub(super) fn arm(&self, side: usize) -> Arm {
        let (from, to, share) = (self.from, self.to, self.share);
        let mut arm = from.pose.arms[side];
        match (&mut arm, &to.pose.arms[side]) {
            (Arm::Hand(hand), Arm::Hand(there)) if hand.on == there.on => {
                hand.at = hand.at.towards(there.at, share);
                blend(&mut hand.elbow, there.elbow, share);
            }
            (Arm::Palm(palm), Arm::Palm(there)) if palm.is_on_wall == there.is_on_wall => {
                let way = (there.at - palm.at).length();
                let moved = if way > 0.01 { self.window(SWING_WINDOW[0], SWING_WINDOW[1]) } else { share };
                let lifted = 4.0 * moved * (1.0 - moved) * within(0.2 * way, 0.0, 0.06);
                palm.at = palm.at.towards(there.at, moved).raised(lifted);
                blend(&mut palm.elbow, there.elbow, share);
                blend(&mut palm.out, there.out, moved);
            }
            (Arm::Forearm(one), Arm::Forearm(other)) if one == other => {}
            (Arm::Swing(reach), Arm::Swing(there)) => {
                blend(&mut reach.raise, there.raise, share);
                blend(&mut reach.out, there.out, share);
                blend(&mut reach.turn, there.turn, share);
                blend(&mut reach.elbow, there.elbow, share);
            }
            _ => arm = Arm::Swing(mixed_reach([from, to].map(|key| key.body.reach(side)), share, side)),
        }
        arm
    }

    /// The angles of a hand; of one on a surface the pose has them.
    pub(super) fn hand(&self, side: usize) -> HandAngles {
        let (mut hand, to) = (self.from.body.wrist(side), self.to.body.wrist(side));
        blend(&mut hand.roll, to.roll, self.share);
        blend(&mut hand.wrist, to.wrist, self.share);
        blend(&mut hand.glide, to.glide, self.share);
        blend(&mut hand.lift, to.lift, self.share);
        hand
    }
}

/// A leg whose place on the ground has moved by so much.
fn passed(mut leg: Leg, by: Vector) -> Leg {
    match &mut leg {
        Leg::Planted(foot) | Leg::Stepping(foot, ..) => {
            foot.x += by.x();
            foot.z += by.z();
        }
        Leg::Kneeling(knee) => knee.at = knee.at + by,
        Leg::Free(_) => {}
    }
    leg
}

/// True if a foot on the ground bears no weight: it slides, as in tracing the floor.
fn trails(pose: &Pose, side: usize) -> bool {
    matches!(pose.root, Root::Balanced { right, .. } if if side == 0 { right <= 0.0 } else { right >= 1.0 })
        && matches!(pose.legs[side], Leg::Planted(_))
}

/// An arm on the shortest way between two: by directions, because an arm at the side has no angle in front.
fn mixed_reach([from, to]: [Reach; 2], share: f32, side: usize) -> Reach {
    let ([one, front], [other, there]) = (arm_directions(&from, side), arm_directions(&to, side));
    let upper = one.towards_direction(other, share);
    let front = front.towards(there, share).beside(upper).unit();
    arm_angles(&Frame::STANDING, [upper, front], mix(from.elbow, to.elbow, share), side)
}

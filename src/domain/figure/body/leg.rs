//! The joints of a leg, from angles or from the place of its foot or knee.

use super::inverse::{arc, bent};
use super::limb::directions;
use super::proportions::{ANKLE, ANKLE_LOADED, BALL, FOOT, HEEL, HIP_HALF, KNEE_RADIUS, SHANK, THIGH};
use super::{LegBones, sign};
use crate::domain::figure::pose::{Foot, Knee, Swing};
use crate::domain::figure::vector::{Frame, Vector, turned, vector, within};

pub(super) extern "C" fn hip_joint(hips: Vector, pelvis: &Frame, side: usize) -> Vector {
    hips + pelvis.right * (sign(side) * HIP_HALF)
}

pub(super) fn free_leg(hip: Vector, swing: &Swing, pelvis: &Frame, side: usize) -> LegBones {
    let [thigh, front] = directions(pelvis, [swing.hip, swing.out, swing.turn], side);
    let shank = turned(thigh, -front, swing.knee);
    let shin = turned(front, thigh, swing.knee);
    let knee = hip + thigh * THIGH;
    free_foot(LegBones { hip, knee, front, ..LegBones::default() }, [shank, shin], [swing.foot, swing.toes], 0.0)
}

/// The leg with ankle and foot: `shank` is the direction of the shank, `shin` that of its front. The toes bend at the ground.
fn free_foot(leg: LegBones, [shank, shin]: [Vector; 2], [foot, toes]: [f32; 2], ground: f32) -> LegBones {
    let ahead = turned(shin, -shank, foot);
    let down = turned(shank, shin, foot);
    let ankle = leg.knee + shank * SHANK;
    let sole = ankle + down * ANKLE;
    let ball = sole + ahead * BALL;
    let toe = ball + turned(ahead, -down, toes) * (FOOT - HEEL - BALL);
    let toe = vector(toe.x(), toe.y().max(ball.y().min(ground)), toe.z());
    LegBones { ankle, heel: sole - ahead * HEEL, ball, toe, ..leg }
}

/// The axes of the surface under a foot: its forward is the direction of the toes.
pub(super) fn surface(foot: &Foot, ground: &Frame, side: usize) -> Frame {
    ground.rolled(foot.tip).swivelled(foot.out * sign(side))
}

/// A planted foot without its leg. It turns about the ball, or about the heel if the ball is lifted.
pub(super) fn planted_foot(foot: &Foot, ground: &Frame, side: usize) -> LegBones {
    let Frame { forward: ahead, up, .. } = surface(foot, ground, side);
    let sole = vector(foot.x, foot.y, foot.z);
    let along = turned(ahead, -up, foot.heel);
    let ankle = turned(up, ahead, foot.heel) * ANKLE;
    let still = if foot.heel < 0.0 { -HEEL } else { BALL };
    let sole = sole + (ahead - along) * still;
    let ball = sole + along * BALL;
    let flat = if foot.heel < 0.0 { along } else { ahead };
    LegBones {
        ankle: sole + ankle,
        heel: sole - along * HEEL,
        ball,
        toe: ball + turned(flat, up, foot.toes) * (FOOT - HEEL - BALL),
        planted: !foot.is_lifted,
        steps: foot.is_lifted,
        ..LegBones::default()
    }
}

/// The leg on a planted foot; the heel rises as far as the ankle asks for.
pub(super) fn planted_leg(hip: Vector, foot: &Foot, [ground, pelvis]: [&Frame; 2], side: usize) -> LegBones {
    let axes = surface(foot, ground, side);
    // A leg that does not stand under the body bends to the front of the body.
    let lies = within(2.0 + 4.0 * (planted_foot(foot, ground, side).ankle - hip).unit().y(), 0.0, 1.0);
    let pole = turned(axes.forward, axes.right * sign(side), foot.knee).towards(pelvis.forward, lies);
    let mut foot = *foot;
    let mut tries = 0;
    let (leg, knee) = loop {
        let leg = planted_foot(&foot, ground, side);
        let knee = bent(hip, leg.ankle, THIGH, SHANK, pole);
        let over = arc((leg.heel - leg.ball).unit().dot((leg.ankle - knee).unit())) - ANKLE_LOADED.to;
        if over < 0.0 || tries == 8 {
            break (leg, knee);
        }
        foot.heel += over + 0.1;
        tries += 1;
    };
    // In the plane of the bent leg, on the side that it bends to.
    let front = pole.beside((leg.ankle - hip).unit()).beside((knee - hip).unit()).unit();
    LegBones { hip, knee, front, ..leg }
}

/// The knee that a leg stands on, and the direction of its shank.
pub(super) fn knee_and_shank(knee: &Knee, ground: &Frame, side: usize) -> [Vector; 2] {
    let back = turned(-ground.forward, ground.right * sign(side), knee.out);
    [knee.at.raised(KNEE_RADIUS), turned(back, Vector::UP, knee.shin)]
}

pub(super) fn kneeling_leg(hip: Vector, kneeling: &Knee, ground: &Frame, side: usize) -> LegBones {
    let [knee, shank] = knee_and_shank(kneeling, ground, side);
    let thigh = (knee - hip).unit();
    let [front, shin] = [thigh, shank].map(|bone| (thigh - shank).beside(bone).unit());
    let leg = LegBones { hip, knee, front, kneels: true, ..LegBones::default() };
    free_foot(leg, [shank, shin], [kneeling.foot, kneeling.toes], kneeling.at.y())
}

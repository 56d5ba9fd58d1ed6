//! The parts of the body that an exercise can load and a runner can say hurt. Knows no pain.

use super::vocabulary;

vocabulary! {
    /// A part of the body, as a runner says it. Each exercise says for each level which of them it loads, by these rules,
    /// generously: a part that is only doubtfully spared counts as loaded.
    BodyPart {
        /// Below the calf. Loaded by a stance on one leg, jumps, steps, a deep bend of the ankle under the body's weight,
        /// and a band that pulls at the foot.
        Foot = "foot", "Foot or ankle";
        /// Between ankle and knee, with the Achilles tendon. Loaded by heel raises, jumps, a stance on one leg, steps, a
        /// deep bend of the ankle under the body's weight, and toes pulled to the shin with the knee straight.
        LowerLeg = "lower-leg", "Calf, shin or Achilles";
        /// The knee, all round. Loaded by any bend under the body's weight, landings, a stance on one leg that moves or
        /// stands on soft ground, and a leg that straightens against weight or a band.
        Knee = "knee", "Knee";
        /// Front or back. Loaded by squats, lunges, hinges and bridges, and by a straight leg that is lowered and lifted.
        Thigh = "thigh", "Thigh";
        /// Outside or inside, with the glutes. Loaded by work against a band, a stance on one leg, lunges, bridges,
        /// hinges, deep bends, and legs held in the air.
        Hip = "hip", "Hip or groin";
        /// From neck to seat, the lower back above all. Loaded by hinges, a torso held at a slant, an arch that nothing
        /// supports, long levers, deep bends of the hip, landings, turns, and carried weights.
        Back = "back", "Back or lower back";
        /// From shoulder to fingers. Loaded by straps, weights, a dowel, a band in the hand, and arms held or moved
        /// overhead.
        Arm = "arm", "Shoulder, arm or hand";
        /// Anywhere else: no exercise is known to load it.
        Elsewhere = "elsewhere", "Elsewhere";
    }
}

impl BodyPart {
    /// True if there is a left and a right one.
    #[must_use]
    pub const fn has_sides(self) -> bool {
        !matches!(self, Self::Elsewhere)
    }
}

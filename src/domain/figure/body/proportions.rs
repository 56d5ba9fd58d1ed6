//! The body: lengths, breadths and masses of a standing adult, once for every exercise. 1 is the standing height.
//!
//! Lengths after Drillis and Contini (1966), masses after Dempster (1955), both as tabulated by Winter, *Biomechanics and
//! Motor Control of Human Movement*.

/// Height of the ankle joint over the sole.
pub const ANKLE: f32 = 0.039;
/// Knee to ankle.
pub const SHANK: f32 = 0.246;
/// Hip to knee.
pub const THIGH: f32 = 0.245;
/// Hip to shoulder.
pub const TRUNK: f32 = 0.288;
/// Shoulder to chin, upright.
pub const NECK: f32 = 0.052;
/// Shoulder to elbow.
pub const UPPER_ARM: f32 = 0.186;
/// Elbow to wrist.
pub const FOREARM: f32 = 0.146;
/// Wrist to the tip of a straight hand.
pub const HAND: f32 = 0.108;
/// Heel to toe.
pub const FOOT: f32 = 0.152;
/// From the ankle back to the heel, along the sole.
pub const HEEL: f32 = 0.040;
/// From the ankle forward to the hinge of the toes, along the sole.
pub const BALL: f32 = 0.072;
/// Half the distance between the hip joints.
pub const HIP_HALF: f32 = 0.052;
/// Half the distance between the shoulder joints; the deltoids reach to half of .259.
pub const SHOULDER_HALF: f32 = 0.103;
/// Height of the bend in the trunk: the share of the trunk below the waist.
pub const WAIST: f32 = 0.36;
/// Height of a knee joint over the surface that it kneels on.
pub const KNEE_RADIUS: f32 = 0.034;
/// Height of an elbow over the surface that its forearm lies on.
pub const ELBOW_RADIUS: f32 = 0.025;
/// Height of a wrist over the surface under its palm.
pub const PALM_HEIGHT: f32 = 0.016;
/// Height of a wrist over the surface under the knuckles of its fist.
pub const FIST: f32 = 0.062;
/// Degrees by which a forearm that lies on a surface falls toward the wrist.
pub const LYING: f32 = 2.3;
/// Position of the middle of the skull over the top of the neck: forward, up.
pub const SKULL: [f32; 2] = [0.009, 0.080];
/// Distance from there to the back of the head.
pub const SKULL_RADIUS: f32 = 0.062;

/// Mass of the trunk, as a share of the whole body's.
pub const TRUNK_MASS: f32 = 0.497;
/// Mass of head and neck.
pub const HEAD_MASS: f32 = 0.081;
/// Mass of one thigh.
pub const THIGH_MASS: f32 = 0.100;
/// Mass of one shank.
pub const SHANK_MASS: f32 = 0.0465;
/// Mass of one foot.
pub const FOOT_MASS: f32 = 0.0145;
/// Mass of one upper arm.
pub const UPPER_ARM_MASS: f32 = 0.028;
/// Mass of one forearm.
pub const FOREARM_MASS: f32 = 0.016;
/// Mass of one hand.
pub const HAND_MASS: f32 = 0.006;
/// Position of a limb's centre of mass, as a share of its length.
pub const LIMB_CENTRE: f32 = 0.433;

/// A range of motion, in degrees; 0 is the anatomical position.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The minimum.
    pub from: f32,
    /// The maximum.
    pub to: f32,
}

const fn range(from: f32, to: f32) -> Range {
    Range { from, to }
}

/// Hip: extension to flexion.
pub const HIP_FLEXION: Range = range(-30.0, 125.0);
/// Hip: adduction to abduction.
pub const HIP_ABDUCTION: Range = range(-25.0, 45.0);
/// Turn of the thigh: inward to outward.
pub const HIP_TURN: Range = range(-45.0, 50.0);
/// Knee flexion.
pub const KNEE: Range = range(0.0, 140.0);
/// Knee flexion under the weight of a body that kneels deep.
pub const KNEE_KNEELING: Range = range(0.0, 155.0);
/// Bend of the toes, up.
pub const TOES: Range = range(-35.0, 60.0);
/// Ankle of a free foot: plantarflexion to dorsiflexion.
pub const ANKLE_FREE: Range = range(-50.0, 20.0);
/// Ankle under weight.
pub const ANKLE_LOADED: Range = range(-50.0, 35.0);
/// Shoulder: extension to flexion.
pub const SHOULDER_FLEXION: Range = range(-60.0, 180.0);
/// Shoulder abduction.
pub const SHOULDER_ABDUCTION: Range = range(-45.0, 180.0);
/// Turn of the upper arm: outward to inward, from its shortest way up.
pub const SHOULDER_TURN: Range = range(-90.0, 90.0);
/// Shift of the shoulder blade back and forward, in thousandths of the standing height.
pub const BLADE_GLIDE: Range = range(-20.0, 30.0);
/// Shift of the shoulder blade down and up, in thousandths of the standing height.
pub const BLADE_LIFT: Range = range(-12.0, 30.0);
/// Elbow flexion.
pub const ELBOW: Range = range(0.0, 145.0);
/// Turn of the forearm: palm up to palm down.
pub const FOREARM_ROLL: Range = range(-85.0, 85.0);
/// Wrist: bent back to bent forward.
pub const WRIST: Range = range(-70.0, 75.0);
/// Neck: bent back to bent forward.
pub const NECK_BEND: Range = range(-60.0, 50.0);
/// Neck, turned to either side.
pub const NECK_TURN: Range = range(-70.0, 70.0);
/// Neck, tilted to either side.
pub const NECK_TILT: Range = range(-40.0, 40.0);
/// Trunk, turned to either side.
pub const TWIST: Range = range(-45.0, 45.0);
/// Trunk, bent to either side.
pub const SIDE_BEND: Range = range(-35.0, 35.0);
/// Lumbar spine: extension to flexion.
pub const SPINE: Range = range(-30.0, 75.0);

//! The moving figure: a person drawn from numbers. A pose gives angles, the skeleton gives joints, lofts along the bones give
//! shapes from any side. Knows no exercise, no clock and no browser.

// Functions that return a vector have C's calling convention, because Rust's own returns it in memory: with it, code is 1 % smaller and
// frames are faster. Small ones that are used all over are calls (`inline(never)`), which are a third as long as what they do: 2 % less.
// Only what is done thousands of times a frame is computed in place.
#![allow(improper_ctypes_definitions, reason = "no other language calls them")]

mod body;
mod camera;
mod four;
mod loft;
mod motion;
mod pen;
mod pose;
mod scene;
mod vector;
mod view;

pub use body::proportions::{
    ANKLE_FREE, ANKLE_LOADED, ELBOW, FOREARM, HIP_ABDUCTION, HIP_FLEXION, KNEE, Range, SHANK, SHOULDER_ABDUCTION,
    SHOULDER_FLEXION, SPINE, THIGH, UPPER_ARM,
};
pub use body::{ArmBones, ArmContact, Contact, ContactPart, JointAngle, LegBones, Muscle, Muscles, Skeleton};
pub use camera::Camera;
pub use loft::{
    Contour, Figure, FigurePart, Ink, Look, Order, Shape, Touch, best_azimuth, muscle_outline, part_outline,
};
pub use motion::{
    BOSU_HEIGHT, BandEnd, CameraViews, CuePoint, Easing, Grip, GuideLine, Joint, Key, Material, Motion, MotionSampler,
    PILLOW_HEIGHT, Prop, Ring, STILL, WeightShape, key,
};
pub use pen::PATH_SCALE;
pub use pose::{
    APART, AT_EASE, Arm, Foot, Forearm, Hand, HandAngles, HandRest, HandShape, Knee, LIE, Leg, Palm, Pose, Reach,
    RestingPart, Root, STAND, Swing, arm, flat, hand, planted, reach, swing,
};
pub use scene::{Scene, Stage, Still, mirrored_words};
pub use vector::{Frame, Vector, vector};
pub use view::{Aspect, Point, Stop, View, azimuth_of, whole_degrees, wrapped};

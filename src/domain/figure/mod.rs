//! The moving figure: a person drawn from numbers. A pose gives angles, the skeleton gives joints, the picture gives
//! outlines. Knows no exercise, no clock and no browser.

mod body;
mod camera;
mod drawing;
mod loft;
mod motion;
mod pose;
mod vector;
mod view;

pub use body::proportions::{
    ANKLE_FREE, ANKLE_LOADED, ELBOW, FOREARM, HIP_ABDUCTION, HIP_FLEXION, KNEE, Range, SHANK, SHOULDER_ABDUCTION,
    SHOULDER_FLEXION, SPINE, THIGH, UPPER_ARM,
};
pub use body::{ArmBones, ArmContact, Contact, ContactPart, JointAngle, LegBones, Muscle, Muscles, Skeleton};
pub use camera::Camera;
pub use drawing::{Dress, Layer, MuscleMark, Outline, PATH_SCALE, Paint, Path, Picture, Stage, Still, mirrored_words};
pub use loft::{Contour, Figure, Ink, Look, Order, Shape};
pub use motion::{
    BOSU_HEIGHT, CameraViews, CuePoint, Easing, GuideLine, Joint, Key, Motion, MotionSampler, PILLOW_HEIGHT, Prop,
    Ring, STILL, key,
};
pub use pose::{
    AT_EASE, Arm, Foot, Forearm, Hand, HandAngles, HandRest, HandShape, Knee, LIE, Leg, Palm, Pose, Reach, RestingPart,
    Root, STAND, Swing, arm, flat, hand, planted, reach, swing,
};
pub use vector::{Frame, Vector, vector};
pub use view::{Point, View};

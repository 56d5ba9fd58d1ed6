//! The moving figure: a person drawn from numbers. A pose gives angles, the skeleton gives joints, the picture gives
//! outlines. Knows no exercise, no clock and no browser.

mod body;
mod contour;
mod marks;
mod motion;
mod muscle;
mod pen;
mod picture;
mod pose;
mod prop;
mod props;
mod shadow;
mod skeleton;
mod stage;
mod still;
mod surface;
mod vector;

pub use body::{
    ANKLE_FREE, ANKLE_LOADED, ELBOW, FOREARM, HIP_ABDUCTION, HIP_FLEXION, KNEE, Range, SHANK, SHOULDER_ABDUCTION,
    SHOULDER_FLEXION, SPINE, THIGH, UPPER_ARM,
};
pub use contour::{Outline, Point, View};
pub use marks::MuscleMark;
pub use motion::{CameraViews, Easing, Joint, Key, Line, Moment, Motion, MotionSampler, STILL, key};
pub use muscle::{Muscle, Muscles};
pub use pen::PATH_SCALE;
pub use picture::{Dress, Layer, Paint, Path, Picture};
pub use pose::{Arm, Foot, Hand, LIE, Leg, Pose, Reach, Root, STAND, Swing, arm, flat, hand, planted, reach, swing};
pub use prop::{BOSU_HEIGHT, PILLOW_HEIGHT, Prop, Ring};
pub use skeleton::{ArmBones, LegBones, Skeleton};
pub use stage::{Stage, mirrored_words};
pub use still::Still;
pub use vector::{Frame, Vector, vector};

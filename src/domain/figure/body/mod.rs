//! The body: its proportions, its joints in a pose, its muscles.

mod angles;
mod arm;
mod bones;
mod contact;
mod inverse;
mod leg;
mod limb;
mod muscles;
pub(super) mod proportions;
mod skeleton;
mod support;
mod trunk;

pub use angles::JointAngle;
pub use bones::{ArmBones, ArmContact, LegBones};
pub use contact::{Contact, ContactPart};
pub use muscles::{Muscle, Muscles};
pub use skeleton::Skeleton;

pub(super) use bones::BodyPoint;
pub(super) use skeleton::{arm_angles, arm_directions, sign};
pub(super) use support::{Hold, hold};

//! The body: its proportions, its joints in a pose, its muscles.

mod arm;
mod bones;
mod inverse;
mod leg;
mod muscles;
pub(super) mod proportions;
mod skeleton;
mod support;

pub use bones::{ArmBones, LegBones};
pub use muscles::{Muscle, Muscles};
pub use skeleton::Skeleton;

pub(super) use skeleton::sign;
pub(super) use support::{Hold, hold};

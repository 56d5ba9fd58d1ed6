//! The contact shadow on the ground: the lower a part is, the more of it.

use super::outline::outline;
use super::section::{CrossSection, Loft};
use crate::domain::figure::body::Skeleton;
use crate::domain::figure::camera::Camera;
use crate::domain::figure::motion::Prop;
use crate::domain::figure::vector::{Vector, vector, within};
use crate::domain::figure::view::Point;

/// From this height over the ground on, a part casts no shadow.
const REACH: f32 = 0.30;
/// The flattest shadow, as a share of its length: at eye level it is still seen.
const FLATTEST: f32 = 0.22;

/// A part that casts a shadow: its ends, its half-width there, and how far a shadow reaches beyond it.
type Caster = (Vector, Vector, f32);

/// The shadows of what is near the ground, as closed lines.
pub(super) fn shadows(bones: &Skeleton, props: &[Prop], camera: &Camera) -> Vec<Vec<Point>> {
    let limbs = bones
        .legs
        .iter()
        .flat_map(|leg| [(leg.heel, leg.toe, 0.034), (leg.knee, leg.ankle, 0.036), (leg.hip, leg.knee, 0.055)]);
    let arms = bones.arms.iter().flat_map(|arm| [(arm.wrist, arm.tip, 0.026), (arm.elbow, arm.wrist, 0.026)]);
    let head = bones.neck + bones.head.up * 0.07;
    let trunk = [(bones.hips, bones.waist, 0.075), (bones.waist, bones.shoulders, 0.085), (head, head, 0.07)];
    let things = props.iter().filter_map(stood_on);
    limbs.chain(arms).chain(trunk).chain(things).flat_map(|caster| cast(caster, camera)).collect()
}

/// A prop that stands on the ground itself.
fn stood_on(prop: &Prop) -> Option<Caster> {
    let at = |x, z| vector(x, 0.0, z);
    match *prop {
        Prop::Bosu { x, z } => Some((at(x, z), at(x, z), 0.13)),
        Prop::Pillow { x, z } => Some((at(x - 0.08, z), at(x + 0.08, z), 0.10)),
        _ => None,
    }
}

fn cast((from, to, half): Caster, camera: &Camera) -> Vec<Vec<Point>> {
    let over = |at: Vector| (at.y() - half).max(0.0);
    let near = 1.0 - over(from).min(over(to)) / REACH;
    if near <= 0.1 {
        return Vec::new();
    }
    // A part that is higher at one end lies over the ground at the other.
    let slope = (from.y() - to.y()) / REACH;
    let (low, high) = (from.towards(to, within(slope, 0.0, 1.0)), to.towards(from, within(-slope, 0.0, 1.0)));
    let wide = (half + 0.012) * near;
    let flat = wide * camera.up.dot(Vector::FORWARD).hypot(camera.up.z()).max(FLATTEST) * near;
    let section = |(along, at): (f32, Vector)| CrossSection {
        along,
        centre: vector(at.x(), 0.0, at.z()),
        out: camera.right,
        front: camera.up,
        half: [wide, wide, flat, flat],
    };
    outline(&Loft([(0.0, low), (1.0, high)].map(section).to_vec()), camera)
}

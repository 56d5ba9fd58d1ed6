//! The three angles of a hip or shoulder joint, and the directions of the bone that hangs from it.

use super::inverse::{angle, arc};
use super::sign;
use crate::domain::figure::vector::{Frame, Vector, turned};

/// The directions of a thigh or an upper arm and of its front: swung forward, lifted outward, then turned outward about itself.
pub(super) fn directions(axes: &Frame, [swing, out, turn]: [f32; 3], side: usize) -> [Vector; 2] {
    let outward = axes.right * sign(side);
    let straight = turned(-axes.up, axes.forward, swing);
    let front = turned(axes.forward, axes.up, swing);
    [turned(straight, outward, out), turned(front, turned(outward, -straight, out), turn)]
}

/// The angles at which a bone and its front have these directions.
pub(super) fn angles(axes: &Frame, [bone, front]: [Vector; 2], side: usize) -> [f32; 3] {
    let swing = angle(bone, axes.forward, -axes.up);
    let out = arc(bone.dot(axes.right * sign(side)));
    let [unturned, outward] = [0.0, 90.0].map(|turn| directions(axes, [swing, out, turn], side)[1]);
    [swing, out, angle(front, outward, unturned)]
}

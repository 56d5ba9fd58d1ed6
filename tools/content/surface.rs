//! Contacts on surfaces: what a pose puts on a step, a chair or a wall must be on one.

use super::pose::{LENGTH, Pose, Support};
use super::prop::Block;

/// The greatest distance between a part of the body and the surface that it is on.
const NEAR: f32 = 0.003;
/// The distance by which a point may be beside a surface that holds a part of the body about it.
const BESIDE: f32 = 0.03;
/// A point that is farther inside of a block than this is in the way of it.
const INSIDE: f32 = 0.01;

/// The first fault of a pose among these blocks: a part that is on nothing, or in something. `leaves` is true next to a flight.
pub fn fault(pose: &Pose, blocks: &[(&'static str, Block)], leaves: bool) -> Option<String> {
    pose.supports()
        .iter()
        .filter(|support| !(leaves && support.is_foot))
        .find_map(|support| unsupported(support, blocks))
}

fn unsupported(support: &Support, blocks: &[(&'static str, Block)]) -> Option<String> {
    let Support { part, .. } = support;
    // Forward, up, to the right: the axis on which the surface is met.
    let (axis, from_above) = if support.is_on_wall { (0, support.ahead) } else { (1, true) };
    let found = support.points[0][axis];
    let over = |block: &Block, at: [f32; 3], room: f32| {
        [0, 1, 2]
            .into_iter()
            .filter(|other| *other != axis)
            .all(|other| at[other] > block.low[other] - room && at[other] < block.high[other] + room)
    };
    let face = |block: &Block| if support.is_on_wall && from_above { block.low[axis] } else { block.high[axis] };
    let near: Vec<_> =
        blocks.iter().filter(|(_, block)| support.points.iter().any(|at| over(block, *at, BESIDE))).collect();
    let fits = |block: &Block| {
        let off = found - face(block);
        off.abs() <= NEAR || (off < 0.0 && -off <= block.gives)
    };
    if near.iter().any(|(_, block)| fits(block)) {
        return None;
    }
    let is_on_floor = !support.is_on_wall && found.abs() <= NEAR;
    let in_way = |(_, block): &&(&str, Block)| {
        block.low[1] < NEAR
            && block.high[1] > INSIDE
            && block.gives == 0.0
            && support.points.iter().any(|at| over(block, *at, -INSIDE))
    };
    if is_on_floor {
        let (called, _) = blocks.iter().find(in_way)?;
        return Some(format!("{part} is on the floor, where the {called} is"));
    }
    let nearest =
        near.iter().min_by(|(_, one), (_, other)| (face(one) - found).abs().total_cmp(&(face(other) - found).abs()));
    let (way, at) = if support.is_on_wall { ("at", "forward") } else { ("on something", "up") };
    let told = format!("{part} is {way} {} {at}", rounded(found));
    Some(match nearest {
        Some((called, block)) => format!("{told}, and the {called} there is at {}", rounded(face(block))),
        None => format!("{told}, and no prop is there"),
    })
}

fn rounded(length: f32) -> f32 {
    (length * LENGTH).round() / LENGTH
}

//! The balance law: the centre of mass is over what carries the body, in every frame in which something does.

use super::{frames, motions};
use mainspring::domain::figure::{Contact, Vector};

/// Half the breadth of a foot, and about that of a hand or a knee.
const HALF_BREADTH: f32 = 0.0275;
/// A step is a fall that the foot catches: what carried shortly before, or will shortly after, counts too.
const STEP: f32 = 0.3;
/// Tolerance for the search for balance and for the breadth of a knee.
const NEARLY: f32 = 0.01;

/// The distance by which the centre of mass is outside of the area around `contacts`; negative inside.
pub fn outside(mass: Vector, contacts: &[Contact]) -> f32 {
    let around = |contact: &Contact| {
        [(1.0, 1.0), (1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0)]
            .map(|(x, z)| (contact.at.x() + 0.3 * HALF_BREADTH * x, contact.at.z() + HALF_BREADTH * z))
    };
    let edge = hull(contacts.iter().flat_map(around).collect());
    let off = |at: usize| {
        let ((ax, az), (bx, bz)) = (edge[at], edge[(at + 1) % edge.len()]);
        let (dx, dz) = (bx - ax, bz - az);
        -(dx * (mass.z() - az) - dz * (mass.x() - ax)) / (dx * dx + dz * dz).sqrt()
    };
    (0..edge.len()).map(off).fold(f32::MIN, f32::max)
}

/// The convex polygon around points, by Andrew's monotone chain.
fn hull(mut points: Vec<(f32, f32)>) -> Vec<(f32, f32)> {
    points.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
    points.dedup();
    let turns_left =
        |a: (f32, f32), b: (f32, f32), c: (f32, f32)| (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0) > 0.0;
    let chain = |points: &mut dyn Iterator<Item = (f32, f32)>| {
        let mut line: Vec<(f32, f32)> = Vec::new();
        for point in points {
            while line.len() > 1 && !turns_left(line[line.len() - 2], line[line.len() - 1], point) {
                line.pop();
            }
            line.push(point);
        }
        line.pop();
        line
    };
    [chain(&mut points.iter().copied()), chain(&mut points.iter().rev().copied())].concat()
}

#[test]
fn the_mass_is_over_what_carries_it_in_every_frame() {
    let mut broken = Vec::new();
    for (name, motion, _) in motions() {
        let frames = frames(motion);
        for (time, body) in frames.iter().filter(|(_, body)| !body.contacts().is_empty()) {
            let apart = |other: f32| (other - time).abs().min(motion.period - (other - time).abs());
            let near = frames.iter().filter(|(other, _)| apart(*other) <= STEP);
            let carrying: Vec<Contact> = near.flat_map(|(_, body)| body.contacts()).collect();
            let off = outside(body.centre_of_mass(), &carrying);
            if off > NEARLY {
                broken.push(format!("{name} at {time:.2} s: the mass is {off:.3} beside what carries it"));
            }
        }
    }
    assert!(broken.is_empty(), "{} times\n{}", broken.len(), broken[..broken.len().min(40)].join("\n"));
}

#[test]
fn a_mass_beside_its_feet_is_outside() {
    let foot = |x: f32, z: f32| Contact {
        part: mainspring::domain::figure::ContactPart::Sole,
        at: mainspring::domain::figure::vector(x, 0.0, z),
    };
    let feet = [foot(-0.04, 0.05), foot(0.11, 0.05), foot(-0.04, -0.05), foot(0.11, -0.05)];
    let at = |x: f32, z: f32| outside(mainspring::domain::figure::vector(x, 0.5, z), &feet);
    assert!(at(0.03, 0.0) < -0.05 && at(0.20, 0.0) > 0.07 && at(0.03, 0.12) > 0.04, "{}", at(0.2, 0.0));
}

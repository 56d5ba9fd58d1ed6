//! The figure from every side: no holes, no spikes, no jumps, and the same from both sides.

use super::motions;
use mainspring::domain::figure::{Camera, Figure, Look, MotionSampler, Order, Point, Prop, Scene, Skeleton, vector};

/// Degrees from one view to the next.
const STEP: u16 = 5;
/// Rows in which a silhouette is measured, over a standing height and a half.
const ROWS: u16 = 60;

/// Each motion in the pose that its still shows.
fn poses() -> Vec<(String, Skeleton)> {
    let of = |(name, motion, _): (String, &'static mainspring::domain::figure::Motion, _)| {
        let sampler = MotionSampler::of(motion);
        (name, sampler.at(motion.still.1))
    };
    motions().into_iter().map(of).collect()
}

fn azimuths() -> impl Iterator<Item = f32> {
    (0..360 / STEP).map(|step| f32::from(step * STEP))
}

/// The area of the silhouette, by the lengths of its rows; and the rectangle around it.
fn measured(lines: &[Vec<Point>]) -> (f32, [f32; 4]) {
    let mut area = 0.0;
    for row in 0..ROWS {
        let y = 1.5 * (f32::from(row) + 0.37) / f32::from(ROWS) - 0.25;
        let mut crossings: Vec<(f32, i32)> = Vec::new();
        for line in lines {
            for (from, to) in line.iter().zip(line.iter().cycle().skip(1)) {
                if (from.y > y) != (to.y > y) {
                    let x = from.x + (to.x - from.x) * (y - from.y) / (to.y - from.y);
                    crossings.push((x, if to.y > from.y { 1 } else { -1 }));
                }
            }
        }
        crossings.sort_by(|one, other| one.0.total_cmp(&other.0));
        let mut winding = 0;
        for pair in crossings.windows(2) {
            winding += pair[0].1;
            if winding != 0 {
                area += (pair[1].0 - pair[0].0) * 1.5 / f32::from(ROWS);
            }
        }
    }
    let all = || lines.iter().flatten();
    let edges = [
        all().map(|at| at.x).fold(f32::MAX, f32::min),
        all().map(|at| at.x).fold(f32::MIN, f32::max),
        all().map(|at| at.y).fold(f32::MAX, f32::min),
        all().map(|at| at.y).fold(f32::MIN, f32::max),
    ];
    (area, edges)
}

#[test]
fn no_view_has_a_hole_a_spike_or_a_jump() {
    let mut broken = Vec::new();
    for (name, body) in poses() {
        {
            let elevation = 12.0;
            let seen = |azimuth: f32| measured(&Figure::silhouette(&body, &Camera::at(azimuth, elevation)));
            let mut last = seen(-f32::from(STEP));
            for azimuth in azimuths() {
                let now = seen(azimuth);
                let change = (now.0 - last.0).abs();
                let moved = now.1.iter().zip(last.1).map(|(one, other)| (one - other).abs()).fold(0.0, f32::max);
                // A body that lies along the view is soon longer. A part at arm's length from the axis moves by .09 of the arm in 5 degrees.
                if !(change < 0.02 && moved < 0.1 && now.0 > 0.05) {
                    broken.push(format!(
                        "{name} from {azimuth}, {elevation}: area {} after {}, moved {moved}",
                        now.0, last.0
                    ));
                }
                last = now;
            }
        }
    }
    assert!(broken.is_empty(), "{} times\n{}", broken.len(), broken[..broken.len().min(30)].join("\n"));
}

/// The body with left and right exchanged.
fn mirrored(body: &Skeleton) -> Skeleton {
    let flip = |at: mainspring::domain::figure::Vector| vector(at.x(), at.y(), -at.z());
    let frame = |frame: mainspring::domain::figure::Frame| mainspring::domain::figure::Frame {
        forward: flip(frame.forward),
        up: flip(frame.up),
        right: flip(frame.right) * -1.0,
    };
    let mut other = *body;
    for side in [0, 1] {
        let (leg, arm) = (&body.legs[1 - side], &body.arms[1 - side]);
        let limb = &mut other.legs[side];
        *limb = *leg;
        for at in [
            &mut limb.hip,
            &mut limb.knee,
            &mut limb.ankle,
            &mut limb.heel,
            &mut limb.ball,
            &mut limb.toe,
            &mut limb.front,
        ] {
            *at = flip(*at);
        }
        let limb = &mut other.arms[side];
        *limb = *arm;
        for at in [&mut limb.shoulder, &mut limb.elbow, &mut limb.wrist, &mut limb.tip, &mut limb.front, &mut limb.palm]
        {
            *at = flip(*at);
        }
    }
    for at in [&mut other.hips, &mut other.waist, &mut other.shoulders, &mut other.neck] {
        *at = flip(*at);
    }
    (other.pelvis, other.chest, other.head) = (frame(body.pelvis), frame(body.chest), frame(body.head));
    other.loin = frame(body.loin);
    other
}

#[test]
fn from_the_other_side_the_mirrored_body_is_the_mirror_image() {
    for (name, body) in poses() {
        for azimuth in azimuths().step_by(3) {
            let one = measured(&Figure::silhouette(&body, &Camera::at(azimuth, 10.0)));
            let other = measured(&Figure::silhouette(&mirrored(&body), &Camera::at(-azimuth, 10.0)));
            let [left, right, low, high] = other.1;
            let edges = [-right, -left, low, high];
            let apart = one.1.iter().zip(edges).map(|(one, other)| (one - other).abs()).fold(0.0, f32::max);
            assert!((one.0 - other.0).abs() < 0.003 && apart < 0.002, "{name} from {azimuth}: {one:?} and {other:?}");
        }
    }
}

#[test]
fn no_path_is_missing_or_out_of_the_picture_from_any_side() {
    for (name, motion, _) in motions() {
        let body = MotionSampler::of(motion).at(motion.still.1);
        let look =
            Look { barefoot: motion.barefoot, props: motion.props, muscles: motion.muscles, time: motion.still.1 };
        for azimuth in azimuths().step_by(3) {
            let shapes = Figure::shapes(&body, &Camera::at(azimuth, 12.0), look, &mut Order::default());
            assert!((30..100).contains(&shapes.len()), "{name} from {azimuth}: {} paths", shapes.len());
            for shape in shapes {
                let path = shape.path.replace('-', " -");
                let numbers = path.split(|letter: char| !(letter.is_ascii_digit() || letter == '-'));
                let far = numbers.filter_map(|number| number.parse::<i32>().ok()).map(i32::abs).max();
                assert!(far.is_some_and(|far| far < 20_000), "{name} from {azimuth}: {:?} {far:?}", shape.ink);
            }
        }
    }
}

#[test]
fn a_trembling_finger_changes_no_order() {
    let mut changes = (0, 0);
    for (name, motion, _) in motions() {
        let body = MotionSampler::of(motion).at(motion.still.1);
        let look =
            Look { barefoot: motion.barefoot, props: motion.props, muscles: motion.muscles, time: motion.still.1 };
        let inks = |azimuth: f32, order: &mut Order| {
            let _ = Figure::shapes(&body, &Camera::at(azimuth, 0.0), look, order);
            order.clone()
        };
        for azimuth in azimuths().step_by(18) {
            let (mut order, there) = (Order::default(), azimuth + 0.5);
            let before = inks(azimuth, &mut order);
            let after = inks(there, &mut order);
            let back = inks(azimuth, &mut order);
            changes.0 += usize::from(before != after);
            // What has changed places stays so, though the view is the old one.
            assert_eq!(after, back, "{name} at {azimuth}");
            changes.1 += usize::from(inks(there, &mut Order::default()) != inks(azimuth, &mut Order::default()));
        }
    }
    assert!(changes.0 < changes.1, "half a degree changes {} orders, and would change {}", changes.0, changes.1);
}

/// The number of the pieces of a body; those of props come after it.
const BODY: u8 = 14;

/// The pieces of an order, from far to near.
fn pieces(order: &Order) -> Vec<String> {
    format!("{order:?}")
        .trim_start_matches("Order([")
        .trim_end_matches("])")
        .split(", ")
        .map(ToOwned::to_owned)
        .collect()
}

/// The number of pairs that have changed places.
fn exchanged(before: &[String], after: &[String]) -> usize {
    let place = |piece: &String| after.iter().position(|other| other == piece);
    let pairs = before.iter().enumerate().flat_map(|(at, one)| before[at + 1..].iter().map(move |other| (one, other)));
    pairs.filter(|(one, other)| place(one) > place(other)).count()
}

#[test]
fn moving_and_turning_in_small_steps_exchanges_few_pieces_at_once() {
    for (at, (name, motion, _)) in motions().into_iter().enumerate() {
        let scene = Scene::of(motion);
        let mut order = Order::default();
        // A rope passes everything twice a second; a block and what it changes places with are never on each other.
        let passes = |prop: &Prop| matches!(prop, Prop::JumpRope { .. } | Prop::Block { .. });
        let is_of_body = motion.props.iter().any(passes);
        let mut last: Option<Vec<String>> = None;
        for step in 0..24_u8 {
            // A fiftieth of a second, and a turn by a finger of 50 degrees a second.
            let time = motion.period * 0.1 * f32::from(u8::try_from(at % 10).unwrap()) + f32::from(step) * 0.02;
            let view = scene.from(f32::from(step) - 180.0 + 15.0 * f32::from(u8::try_from(at).unwrap()));
            let _ = scene.shapes(&scene.sampler.at(time), time, &view.camera(), &mut order);
            let mut now = pieces(&order);
            now.retain(|piece| !is_of_body || piece.parse::<u8>().unwrap() < BODY);
            if let Some(last) = last.filter(|last| last.len() == now.len()) {
                let count = exchanged(&last, &now);
                assert!(count <= 8, "{name} at {time} from {view:?}: {count} pairs change places\n{last:?}\n{now:?}");
            }
            last = Some(now);
        }
    }
}

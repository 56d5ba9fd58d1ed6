//! Kit in the picture.

use super::{is_inside, lines, looks, of_exercises, points_of, shapes};
use mainspring::domain::catalogue::{self, Kit, Level};
use mainspring::domain::figure::{BandEnd, Grip, Ink, Prop, Ring, Scene, Shape, Vector, View};
use rstest::rstest;

#[rstest]
#[case::a_loop_band(Kit::LoopBand, "LoopBand")]
#[case::a_long_band(Kit::LongBand, "LongBand")]
#[case::a_dowel(Kit::Dowel, "Dowel")]
#[case::a_kettlebell(Kit::Kettlebell, "Weight { shape: Kettlebell")]
#[case::straps(Kit::Straps, "Straps")]
fn who_needs_it_has_it(#[case] kit: Kit, #[case] prop: &str) {
    for (name, motion, variation) in of_exercises() {
        let shown = motion.props.iter().any(|shown| format!("{shown:?}").starts_with(prop));
        assert_eq!(shown, variation.kit.contains(&kit), "{name}");
    }
}

#[test]
fn who_stands_on_something_soft_is_seen_to() {
    for (name, motion, variation) in of_exercises() {
        let soft = |prop: &Prop| matches!(prop, Prop::Bosu { .. } | Prop::Pillow { .. });
        let needs = variation.kit.iter().any(|kit| matches!(kit, Kit::Bosu | Kit::SoftSurface));
        assert_eq!(motion.props.iter().any(soft), needs, "{name}");
    }
}

/// The first and the last place of a colour among the shapes.
fn places(shapes: &[Shape], ink: Ink) -> Option<(usize, usize)> {
    let first = shapes.iter().position(|shape| shape.ink == ink)?;
    Some((first, shapes.iter().rposition(|shape| shape.ink == ink)?))
}

#[rstest]
#[case::bent(Level::Hard)]
#[case::straight(Level::Harder)]
fn a_long_band_runs_behind_the_head_on_its_way_to_the_far_hand(#[case] level: Level) {
    let scene = Scene::of(catalogue::find("banded-dead-bug").unwrap().at(level).motion);
    for step in 0..=15_u8 {
        let time = 1.0 + f32::from(step) * 0.1;
        let body = scene.sampler.at(time);
        let shapes = shapes(&scene, time, View::SIDE);
        let (hair, _) = places(&shapes, Ink::Hair).unwrap();
        let left = |shapes: &[Shape]| points_of(shapes, &[Ink::Band]).iter().map(|at| at.x).fold(f32::MAX, f32::min);
        let (behind, before) = (left(&shapes[..hair]), left(&shapes[hair..]));
        assert!(behind < body.arms[1].wrist.x(), "it ends at {behind}, not in the hand");
        assert!(before > body.neck.x(), "at {time} it lies on the head, from {before}");
    }
}

#[test]
fn from_the_front_both_straps_end_under_the_hands() {
    let scene = Scene::of(catalogue::find("supported-pistol-squat").unwrap().levels.base.motion);
    for time in [0.0, 1.0, 2.0, 3.0] {
        let shapes = shapes(&scene, time, View::FRONT);
        let body = scene.sampler.at(time);
        let straps = places(&shapes, Ink::Band).unwrap().1;
        for arm in body.arms {
            let hand = View::FRONT.camera().point(arm.wrist.towards(arm.tip, 0.5));
            let covers =
                |shape: &Shape| shape.ink == Ink::Skin && lines(&shape.path).iter().any(|line| is_inside(line, hand));
            assert!(shapes[straps..].iter().any(covers), "a hand at {time} lies under its strap");
        }
    }
}

#[rstest]
#[case::from_behind(180.0)]
#[case::from_the_front(0.0)]
fn half_a_ball_tips_with_who_stands_on_it_and_stays_under_the_foot(#[case] azimuth: f32) {
    let scene = Scene::of(catalogue::find("single-leg-balance").unwrap().levels.harder.motion);
    let view = scene.from(azimuth);
    let camera = view.camera();
    let mut tips = Vec::new();
    for step in 0..140_u8 {
        let time = f32::from(step) * 0.05;
        let body = scene.sampler.at(time);
        let board = points_of(&shapes(&scene, time, view), &[Ink::Iron]);
        // The upper corners on the left and on the right.
        let corner =
            |turn: f32| *board.iter().max_by(|a, b| (a.x * turn + a.y).total_cmp(&(b.x * turn + b.y))).unwrap();
        let (left, right) = (corner(-1.0), corner(1.0));
        for at in [body.legs[0].heel, body.legs[0].toe].map(|at| camera.point(at)) {
            let height = left.y + (right.y - left.y) * (at.x - left.x) / (right.x - left.x);
            assert!((at.y - height).abs() <= 0.004, "{azimuth} at {time}: {} over {height}", at.y);
        }
        tips.push(right.y - left.y);
    }
    let (least, most) = tips.iter().fold((f32::MAX, f32::MIN), |(a, b), tip| (a.min(*tip), b.max(*tip)));
    assert!(least < -0.005 && most > 0.005, "{azimuth}: {least} … {most}");
}

#[test]
fn what_is_held_stays_in_the_hand_from_every_side() {
    for (name, scene, time, view) in looks(12) {
        let body = scene.sampler.at(time);
        let hand = |side: usize| body.arms[side].wrist.towards(body.arms[side].tip, 0.5);
        let held: Vec<(Ink, Vector)> = scene
            .motion
            .props
            .iter()
            .filter_map(|prop| match *prop {
                Prop::LongBand { ends: [BandEnd::Hand(side), _], .. } => Some((Ink::Band, hand(side))),
                Prop::Straps { .. } | Prop::JumpRope { .. } => Some((Ink::Band, hand(0))),
                Prop::Weight { grip, from, until, .. } if (from..until).contains(&time) => match grip {
                    Grip::Hand(side) | Grip::Swing(side) => Some((Ink::Iron, hand(side))),
                    Grip::Hands => Some((Ink::Iron, hand(0).towards(hand(1), 0.5))),
                    Grip::None => None,
                },
                _ => None,
            })
            .collect();
        let shapes = shapes(&scene, time, view);
        for (ink, grip) in held {
            let at = view.camera().point(grip);
            let near = points_of(&shapes, &[ink])
                .iter()
                .map(|point| (point.x - at.x).hypot(point.y - at.y))
                .fold(f32::MAX, f32::min);
            assert!(near < 0.03, "{name} at {time} from {view:?}: {ink:?} is {near} away");
        }
    }
}

#[test]
fn a_band_round_both_legs_is_on_both_from_every_side() {
    for (name, scene, time, view) in looks(12) {
        let rings = scene.motion.props.iter().filter_map(|prop| match prop {
            Prop::LoopBand(ring) => Some(*ring),
            _ => None,
        });
        let body = scene.sampler.at(time);
        let band = points_of(&shapes(&scene, time, view), &[Ink::Band, Ink::BandShade]);
        for ring in rings {
            for leg in body.legs {
                let on = match ring {
                    Ring::AboveKnees => leg.hip.towards(leg.knee, 0.86),
                    Ring::Ankles => leg.knee.towards(leg.ankle, 0.88),
                    Ring::Arches => leg.ankle.towards(leg.ball, 0.5),
                };
                let at = view.camera().point(on);
                let near = band.iter().map(|point| (point.x - at.x).hypot(point.y - at.y)).fold(f32::MAX, f32::min);
                assert!(near < 0.06, "{name} at {time} from {view:?}: {ring:?} is {near} away");
            }
        }
    }
}

#[test]
fn a_handle_is_seen_on_both_sides_of_the_hand_that_closes_on_it() {
    let scene = Scene::of(catalogue::find("supported-pistol-squat").unwrap().levels.base.motion);
    for time in [0.0, 1.5, 3.0] {
        let shapes = shapes(&scene, time, View::SIDE);
        let arm = scene.sampler.at(time).arms[0];
        let camera = View::SIDE.camera();
        let at = camera.point(arm.wrist.towards(arm.tip, 0.55));
        let bar = (arm.tip - arm.wrist).cross(arm.palm).unit();
        let (x, y) = (bar.dot(camera.right), bar.dot(camera.up));
        let along = |ink: Ink| {
            let near =
                points_of(&shapes, &[ink]).into_iter().filter(|point| (point.x - at.x).hypot(point.y - at.y) < 0.06);
            near.map(|point| (point.x - at.x) * x + (point.y - at.y) * y).collect::<Vec<_>>()
        };
        let handle = along(Ink::Iron);
        let (least, most) = handle.iter().fold((0.0_f32, 0.0_f32), |(a, b), at| (a.min(*at), b.max(*at)));
        let seen = 0.03 * x.hypot(y);
        assert!(least < -seen && most > seen, "at {time} from {least} to {most}, and {seen} is half a hand");
    }
}

#[test]
fn a_long_band_lies_on_the_leg_that_lies_on_the_floor() {
    let scene = Scene::of(catalogue::find("banded-dead-bug").unwrap().levels.harder.motion);
    let body = scene.sampler.at(2.0);
    let leg = body.legs.iter().min_by(|one, other| one.knee.y().total_cmp(&other.knee.y())).unwrap();
    let band = points_of(&shapes(&scene, 2.0, View::SIDE), &[Ink::Band]);
    let on_thigh: Vec<_> = band.iter().filter(|at| (leg.hip.x()..leg.knee.x()).contains(&at.x)).collect();
    assert!(on_thigh.len() > 2, "it is seen along the thigh: {on_thigh:?}");
    for at in on_thigh {
        let share = (at.x - leg.hip.x()) / (leg.knee.x() - leg.hip.x());
        let over = at.y - leg.hip.towards(leg.knee, share).y();
        assert!(over > 0.025, "at {share} of the thigh it lies {over} over the bone");
    }
}

#[rstest]
#[case::from_the_front(0.0, true)]
#[case::from_before_it(35.0, true)]
#[case::from_behind(180.0, false)]
fn a_wall_is_an_outline_for_who_looks_through_it(#[case] azimuth: f32, #[case] is_clear: bool) {
    let scene = Scene::of(catalogue::find("supported-pistol-squat").unwrap().levels.base.motion);
    let shapes = shapes(&scene, 0.0, scene.from(azimuth));
    assert_eq!(points_of(&shapes, &[Ink::Furniture]).is_empty(), is_clear);
    let top = points_of(&shapes, &[Ink::Inner]).iter().map(|at| at.y).fold(0.0, f32::max);
    assert_eq!(top > 0.97, is_clear, "its upper edge is at {top}");
}

//! Props and contacts of the samples: surfaces, order, hands, the rope, and the passing ground.

use super::{SAMPLES, far, frames, is_inside, lines, motions, off, points_of, shapes};
use mainspring::domain::catalogue::Level;
use mainspring::domain::figure::{
    Contact, ContactPart, Grip, Ink, Material, Motion, Point, Prop, Scene, Shape, Vector, View, WeightShape, vector,
};
use rstest::rstest;

fn sample(id: &str, level: Level) -> &'static Motion {
    SAMPLES.iter().find(|sample| sample.id == id).unwrap().at(level).motion
}

#[test]
fn every_prop_is_in_some_motion() {
    let shown: Vec<Prop> = motions().iter().flat_map(|(_, motion, _)| motion.props).copied().collect();
    let has = |what: &str, is_so: &dyn Fn(&Prop) -> bool| assert!(shown.iter().any(is_so), "no {what}");
    for shape in [WeightShape::Kettlebell, WeightShape::Dumbbell, WeightShape::Roll] {
        has(&format!("{shape:?}"), &|prop| matches!(prop, Prop::Weight { shape: found, .. } if *found == shape));
    }
    for grip in [Grip::Hand(0), Grip::Swing(0), Grip::Hands, Grip::None] {
        has(&format!("{grip:?}"), &|prop| matches!(prop, Prop::Weight { grip: found, .. } if *found == grip));
    }
    for material in [Material::Wood, Material::Pad, Material::Foam, Material::Wall] {
        has(
            &format!("{material:?}"),
            &|prop| matches!(prop, Prop::Block { material: found, .. } if *found == material),
        );
    }
    has("backpack", &|prop| matches!(prop, Prop::Backpack));
    has("rope", &|prop| matches!(prop, Prop::JumpRope { .. }));
    has("passing ground", &|prop| matches!(prop, Prop::PassingGround { .. }));
    let ends: Vec<String> = shown
        .iter()
        .filter_map(|prop| if let Prop::LongBand { ends, .. } = prop { Some(format!("{ends:?}")) } else { None })
        .collect();
    for end in ["Hand(0)", "Hand(1)", "Foot(0)", "Foot(1)", "Ankle(0)", "Feet", "Anchor"] {
        assert!(ends.iter().any(|ends| ends.contains(end)), "no band to {end}");
    }
}

/// True if a contact is on the floor, or on a face of something that stands there.
fn is_on_something(contact: &Contact, motion: &Motion) -> bool {
    const NEAR: f32 = 0.003;
    let at = contact.at;
    let on = |prop: &Prop| match *prop {
        Prop::Block { middle, half, .. } => {
            let off = at - middle;
            let beside = [off.x().abs() - half.x(), off.y().abs() - half.y(), off.z().abs() - half.z()];
            let room = match contact.part {
                // Its other end lies beside a rail.
                ContactPart::Palm => 0.1,
                ContactPart::Seat => 0.05,
                _ => 0.015,
            };
            // On the top, or on a face of what is as high.
            (beside[1].abs() <= NEAR && beside[0] < room && beside[2] < room)
                || (beside[0].abs() <= NEAR && beside[1] < 0.0 && beside[2] < room)
        }
        Prop::Bosu { .. } => (0.1..=0.16).contains(&at.y()),
        Prop::Pillow { .. } => (0.0..=0.04).contains(&at.y()),
        _ => false,
    };
    // What lies is soft.
    let lies = matches!(contact.part, ContactPart::Shoulders | ContactPart::Heel | ContactPart::Knee);
    at.y().abs() <= if lies { 0.012 } else { NEAR } || motion.props.iter().any(on)
}

#[test]
fn whatever_is_on_something_is_on_a_surface_in_every_frame() {
    let mut broken = Vec::new();
    for (name, motion, _) in motions().into_iter().filter(|(name, ..)| name.starts_with("sample")) {
        for (time, body) in frames(motion) {
            let off = body.contacts().into_iter().filter(|contact| !is_on_something(contact, motion));
            broken.extend(off.map(|contact| format!("{name} at {time:.2} s: {contact:?}")));
        }
    }
    assert!(broken.is_empty(), "{} times\n{}", broken.len(), broken[..broken.len().min(30)].join("\n"));
}

/// The shapes that cover a position in the picture, far ones first.
fn covering(shapes: &[Shape], view: View, at: Vector) -> impl Iterator<Item = &Shape> {
    let at = view.camera().point(at);
    shapes.iter().filter(move |shape| lines(&shape.path).iter().any(|line| line.len() > 4 && is_inside(line, at)))
}

fn is_block(ink: Ink) -> bool {
    matches!(ink, Ink::Furniture | Ink::Iron)
}

/// The nearer of two hides the other.
#[rstest]
#[case::a_step_before_the_feet("step-up", Level::Base, 0.0, 0.0, vector(0.28, 0.06, 0.05), true, 0.0)]
#[case::a_step_behind_the_feet("step-up", Level::Base, 0.0, 180.0, vector(0.01, 0.06, 0.05), false, 0.0)]
#[case::a_shoe_on_a_step("step-up", Level::Base, 3.2, 35.0, vector(0.27, 0.13, 0.05), false, 20.0)]
#[case::a_shoe_on_a_step_from_behind("step-up", Level::Base, 3.2, 145.0, vector(0.27, 0.13, 0.05), false, 20.0)]
#[case::a_chair_before_the_thighs("calf-raise", Level::Base, 0.0, 0.0, vector(0.309, 0.4, 0.05), true, 0.0)]
#[case::a_chair_behind_the_thighs("calf-raise", Level::Base, 0.0, 180.0, vector(0.0, 0.4, 0.05), false, 0.0)]
#[case::a_seat_under_the_hips("sitting", Level::Hard, 2.1, 35.0, vector(-0.22, 0.32, 0.0), false, 0.0)]
#[case::a_back_behind_the_trunk("sitting", Level::Hard, 2.1, 0.0, vector(-0.39, 0.4, 0.0), false, 0.0)]
#[case::a_back_before_the_trunk("sitting", Level::Hard, 2.1, 180.0, vector(-0.39, 0.4, 0.0), true, 0.0)]
#[case::a_wall_behind_the_back("wall-sit", Level::Base, 3.0, 0.0, vector(-0.1, 0.5, 0.0), false, 0.0)]
#[case::a_hand_on_a_bench("row", Level::Base, 0.0, 35.0, vector(0.35, 0.272, -0.09), false, 20.0)]
fn blocks_are_in_order_with_the_body(
    #[case] id: &str,
    #[case] level: Level,
    #[case] time: f32,
    #[case] azimuth: f32,
    #[case] at: Vector,
    #[case] block_is_before: bool,
    #[case] elevation: f32,
) {
    let scene = Scene::of(sample(id, level));
    for azimuth in [azimuth - 8.0, azimuth, azimuth + 8.0] {
        let view = View { azimuth, elevation };
        let shapes = shapes(&scene, time, view);
        let solid = |shape: &&Shape| !matches!(shape.ink, Ink::Shadow | Ink::Contour | Ink::Inner);
        let last = covering(&shapes, view, at).filter(solid).last().map(|shape| shape.ink);
        assert_eq!(last.map(is_block), Some(block_is_before), "from {azimuth}: {last:?}");
    }
}

#[test]
fn a_wall_does_not_hide_who_leans_on_it() {
    let scene = Scene::of(sample("wall-sit", Level::Base));
    let drawn = |azimuth: f32| shapes(&scene, 3.0, scene.from(azimuth)).iter().any(|shape| shape.ink == Ink::Furniture);
    assert!(drawn(0.0) && drawn(60.0) && !drawn(180.0) && !drawn(-145.0));
}

#[rstest]
#[case::a_kettlebell_in_one_hand("swing", Level::Hard, 2.0, &[90.0, 60.0, 0.0])]
#[case::a_kettlebell_before_the_chest("weights", Level::Base, 1.0, &[90.0, 60.0, 0.0])]
// From the front, one end of it lies before the hand.
#[case::dumbbells("weights", Level::Harder, 1.0, &[90.0, 75.0])]
fn a_hand_lies_before_its_handle(#[case] id: &str, #[case] level: Level, #[case] time: f32, #[case] azimuths: &[f32]) {
    let scene = Scene::of(sample(id, level));
    let body = scene.sampler.at(time);
    for azimuth in azimuths.iter().copied() {
        let view = scene.from(azimuth);
        let shapes = shapes(&scene, time, view);
        let arm = &body.arms[0];
        let near = covering(&shapes, view, arm.wrist.towards(arm.tip, 0.5)).filter(|shape| shape.ink != Ink::Contour);
        let inks: Vec<Ink> = near.map(|shape| shape.ink).filter(|ink| matches!(ink, Ink::Skin | Ink::Iron)).collect();
        assert_eq!(inks.last(), Some(&Ink::Skin), "from {azimuth}: {inks:?}");
    }
}

#[test]
fn a_hand_closes_on_a_handle_and_opens_over_a_fifth_of_a_second() {
    let scene = Scene::of(sample("swing", Level::Hard));
    let view = View::FRONT;
    // The length of the hand in the picture.
    let reach = |time: f32| {
        let arm = scene.sampler.at(time).arms[0];
        let [wrist, tip] = [arm.wrist, arm.tip].map(|at| view.camera().point(at));
        let ahead = |at: &&Point| (at.x - wrist.x) * (tip.x - wrist.x) + (at.y - wrist.y) * (tip.y - wrist.y);
        let is_of_hand = |at: &&Point| off(**at, wrist, tip) < 0.035 && ahead(at) > 0.0;
        let skin = points_of(&shapes(&scene, time, view), &[Ink::Skin]);
        let far = |at: &Point| (at.x - wrist.x).hypot(at.y - wrist.y);
        skin.iter().filter(is_of_hand).map(far).fold(0.0, f32::max)
    };
    for (open, between, closed) in [(0.78, 0.9, 1.0), (3.22, 3.1, 3.0)] {
        let [open, between, closed] = [open, between, closed].map(reach);
        assert!(open > between + 0.004 && between > closed + 0.004, "{open} {between} {closed}");
    }
}

#[test]
fn a_rope_goes_under_the_feet_and_over_the_head_and_stays_in_the_hands() {
    let scene = Scene::of(sample("rope-skipping", Level::Base));
    for (time, is_under) in [(0.1, true), (0.35, false), (0.6, true), (0.85, false)] {
        let body = scene.sampler.at(time);
        let rope = points_of(&shapes(&scene, time, View::FRONT), &[Ink::Band]);
        let (low, high) = rope.iter().fold((f32::MAX, f32::MIN), |(a, b), at| (a.min(at.y), b.max(at.y)));
        if is_under {
            let soles = body.legs.iter().map(|leg| leg.heel.y().min(leg.ball.y()).min(leg.toe.y()));
            let sole = soles.fold(f32::MAX, f32::min);
            assert!(low > -0.001 && low + 0.008 < sole, "the rope at {low}, the soles at {sole}");
        } else {
            let top = body.neck + body.head.up * 0.14;
            assert!(high > top.y() + 0.02, "the rope at {high}, the head at {}", top.y());
        }
    }
}

#[test]
fn feet_stand_on_the_passing_ground() {
    for (name, motion, _) in motions() {
        let speed = motion.props.iter().find_map(|prop| match *prop {
            Prop::PassingGround { speed } => Some(speed),
            _ => None,
        });
        let Some(speed) = speed else { continue };
        for pair in frames(motion).windows(2) {
            let (before, after) = (&pair[0], &pair[1]);
            for side in [0, 1] {
                let (was, is) = (&before.1.legs[side], &after.1.legs[side]);
                if was.planted && is.planted {
                    let passed = was.ball - speed * (after.0 - before.0);
                    assert!(far(passed, is.ball) < 0.001, "{name} at {}: {:?} {:?}", after.0, passed, is.ball);
                }
            }
        }
        let scene = Scene::of(motion);
        let marks = |time: f32| -> Vec<f32> {
            let view = scene.from(if speed.x() > 0.0 { 90.0 } else { 0.0 });
            let iron = shapes(&scene, time, view).into_iter().filter(|shape| shape.ink == Ink::Iron);
            let lines: Vec<Vec<Point>> = iron.flat_map(|shape| lines(&shape.path)).collect();
            let below = lines.iter().filter(|line| line.iter().all(|at| at.y < 0.0));
            let mut marks: Vec<f32> = below.map(|line| line[0].x.abs()).collect();
            marks.sort_by(f32::total_cmp);
            marks
        };
        let [one, other] = [0.3, 0.35].map(marks);
        let moved = speed.length() * 0.05;
        let is_moved = |at: &f32| other.iter().any(|to| ((at - to).abs() - moved).abs() < 0.002);
        assert!(!one.is_empty() && one.iter().take(4).all(is_moved), "{name}: {one:?} {other:?}");
    }
}

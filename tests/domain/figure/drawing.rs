//! Shapes and paths.

use super::{frames, lines, looks, motions, off, points_of, shapes};
use mainspring::domain::catalogue::{self, Level};
use mainspring::domain::figure::{
    ArmBones, CameraViews, Contour, Figure, Ink, LegBones, Motion, MotionSampler, Point, Scene, Shape, Skeleton, Stop,
    Vector, View, wrapped,
};
use rstest::rstest;
use std::collections::HashSet;

fn scene_of(id: &str) -> Scene {
    Scene::of(catalogue::find(id).unwrap().levels.base.motion)
}

#[test]
fn the_sole_of_a_foot_lifted_towards_the_viewer_is_seen_level() {
    let body = scene_of("single-leg-balance").sampler.at(3.5);
    let camera = View::FRONT.camera();
    let toe = camera.point(body.legs[1].toe);
    let is_of_foot = |line: &&Vec<Point>| line.iter().all(|at| (at.x - toe.x).hypot(at.y - toe.y) < 0.1);
    let foot: Vec<Point> = Figure::silhouette(&body, &camera).iter().filter(is_of_foot).flatten().copied().collect();
    let lowest = foot.iter().map(|at| at.y).fold(f32::MAX, f32::min);
    // The line between two points belongs to it.
    let next = foot.iter().skip(1);
    let sides = foot.iter().zip(next).filter(|(from, to)| (from.x - to.x).hypot(from.y - to.y) < 0.05);
    let on_line = |(from, to): (&Point, &Point)| {
        [0.0, 0.25, 0.5, 0.75, 1.0].map(|share| (from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share))
    };
    let sole = sides.flat_map(on_line).filter(|(_, y)| *y < lowest + 0.005).map(|(x, _)| x);
    let (left, right) = sole.fold((f32::MAX, f32::MIN), |(left, right), x| (left.min(x), right.max(x)));
    assert!(right - left > 0.02, "its lowest points are between {left} and {right}");
}

#[rstest]
#[case::pistol("supported-pistol-squat")]
#[case::lunge("lunge")]
fn a_limb_that_points_at_the_viewer_has_no_spikes(#[case] id: &str) {
    let motion = catalogue::find(id).unwrap().levels.base.motion;
    let camera = View::FRONT.camera();
    for (time, body) in frames(motion).into_iter().step_by(2) {
        let bones = bones(&body);
        let seen = bones.iter().map(|(from, to, reach)| (camera.point(*from), camera.point(*to), *reach));
        let seen: Vec<_> = seen.collect();
        for at in Figure::silhouette(&body, &camera).concat() {
            let is_near = |(from, to, reach): &(Point, Point, f32)| off(at, *from, *to) < *reach;
            assert!(seen.iter().any(is_near), "at {time} {at:?} is far from every bone");
        }
    }
}

/// The bones, and how far the body reaches from each.
fn bones(body: &Skeleton) -> Vec<(Vector, Vector, f32)> {
    let leg = |leg: &LegBones| [(leg.hip, leg.knee, 0.065), (leg.knee, leg.ankle, 0.048), (leg.heel, leg.toe, 0.062)];
    let arm =
        |arm: &ArmBones| [(arm.shoulder, arm.elbow, 0.058), (arm.elbow, arm.wrist, 0.035), (arm.wrist, arm.tip, 0.045)];
    let head = body.neck + body.head.up * 0.07;
    let trunk = [(body.hips, body.waist, 0.105), (body.waist, body.shoulders, 0.105), (body.shoulders, head, 0.08)];
    body.legs.iter().flat_map(leg).chain(body.arms.iter().flat_map(arm)).chain(trunk).collect()
}

#[test]
fn a_shadow_lies_under_what_is_near_the_ground_and_fades_in_the_air() {
    let scene = Scene::of(catalogue::find("deep-squat").unwrap().levels.harder.motion);
    for azimuth in [90.0, 35.0, 0.0] {
        let [standing, jumping] = [1.5, 2.7].map(|time| {
            let points = points_of(&shapes(&scene, time, scene.from(azimuth)), &[Ink::Shadow]);
            points.iter().map(|point| point.y).fold(0.0, f32::max)
        });
        assert!(standing > 0.008 && jumping < standing * 0.6, "{standing} {jumping} from {azimuth}");
    }
}

/// A line for each shape of some pictures: its look, then the edges and the area of its lines in thousandths of the standing height.
fn measures() -> Vec<(String, Vec<i32>)> {
    let seen = |(id, time, azimuth): (&str, f32, f32)| {
        let scene = scene_of(id);
        let measure = move |(at, shape): (usize, Shape)| {
            let (name, lines) = (format!("{id} {time} {azimuth} {at} {}", shape.classes()), lines(&shape.path));
            let all = || lines.iter().flatten();
            let next = |line: &[Point], at: usize| line[(at + 1) % line.len()];
            let twice: f32 = lines
                .iter()
                .flat_map(|line| line.iter().enumerate().map(|(at, a)| a.x * next(line, at).y - next(line, at).x * a.y))
                .sum();
            let edges = [
                all().map(|at| at.x).fold(f32::MAX, f32::min),
                all().map(|at| at.x).fold(f32::MIN, f32::max),
                all().map(|at| at.y).fold(f32::MAX, f32::min),
                all().map(|at| at.y).fold(f32::MIN, f32::max),
                twice * 5.0,
            ];
            #[allow(clippy::cast_possible_truncation, reason = "a picture is a few thousand units wide")]
            let edges = edges.map(|length| (length * 1000.0).round() as i32);
            (name, edges.to_vec())
        };
        shapes(&scene, time, scene.from(azimuth)).into_iter().enumerate().map(measure).collect::<Vec<_>>()
    };
    let pictures = [
        ("deep-squat", 0.0, 90.0),
        ("deep-squat", 2.0, 0.0),
        ("banded-glute-bridge", 2.0, 90.0),
        ("banded-glute-bridge", 2.0, -35.0),
        ("single-leg-deadlift", 2.0, 145.0),
    ];
    pictures.into_iter().flat_map(seen).collect()
}

/// A change of the body is seen here; looked at in `make figures` and wanted, it is taken over with
/// `ACCEPT=1 cargo test --no-default-features looked_at`.
#[test]
fn the_shapes_are_those_that_were_looked_at() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/domain/fixtures/figure/shapes.txt");
    let drawn = measures();
    if std::env::var_os("ACCEPT").is_some() {
        let words = |edges: &[i32]| edges.iter().map(i32::to_string).collect::<Vec<_>>().join(" ");
        let lines: Vec<String> = drawn.iter().map(|(name, edges)| format!("{name}: {}", words(edges))).collect();
        std::fs::write(file, lines.join("\n") + "\n").unwrap();
    }
    let kept = std::fs::read_to_string(file).unwrap();
    assert_eq!(kept.lines().count(), drawn.len());
    for (line, (name, edges)) in kept.lines().zip(&drawn) {
        let (kept_name, kept) = line.split_once(": ").unwrap();
        let kept: Vec<i32> = kept.split(' ').map(|number| number.parse().unwrap()).collect();
        // Arc tangents differ in their last digit from machine to machine, and with them which points are left out.
        let alike = kept.iter().zip(edges).all(|(one, other)| (one - other).abs() <= 2);
        assert!(kept_name == name && alike, "{name} was {kept:?} and is {edges:?}");
    }
}

#[test]
fn what_is_written_goes_through_the_points_of_every_outline_and_back_to_the_first() {
    for (name, scene, _, view) in looks(2) {
        let body = scene.sampler.at(scene.motion.still.0);
        let outlines = Figure::silhouette(&body, &view.camera());
        let written = lines(&scene.still(view).ghost);
        assert_eq!(written.len(), outlines.len(), "{name}");
        for (line, outline) in written.iter().zip(&outlines) {
            for at in outline {
                // A pixel of a figure that is 300 pixels tall.
                let far = line.windows(2).map(|pair| off(*at, pair[0], pair[1])).fold(f32::MAX, f32::min);
                assert!(far < 0.003, "{name} from {view:?}: {at:?} is {far} from the line");
            }
            let (first, last) = (line[0], line[line.len() - 1]);
            assert!((first.x - last.x).hypot(first.y - last.y) < 2e-4, "{name} from {view:?}: it is open");
        }
    }
}

#[test]
fn no_path_has_a_part_twice_and_no_part_has_two_contours() {
    // Right from the side, both legs may be the same line.
    for (name, scene, time, view) in looks(4).into_iter().filter(|(.., view)| view.stop() != Some(Stop::Side)) {
        let mut lined = HashSet::new();
        for shape in shapes(&scene, time, view).into_iter().filter(|shape| shape.ink != Ink::Shadow) {
            let mut painted = HashSet::new();
            let is_contour = matches!(shape.ink, Ink::Contour | Ink::Fine);
            for line in shape.path.split_inclusive('z').filter(|line| line.ends_with('z')) {
                let is_new = painted.insert(line.to_owned());
                assert!(is_new, "{name} at {time} from {view:?}: {:?} twice", shape.ink);
                let is_new = !(is_contour || shape.line != Contour::None) || lined.insert(line.to_owned());
                assert!(is_new, "{name} at {time} from {view:?}: {:?} has two contours", shape.ink);
            }
        }
    }
}

/// A lunge from the side, from the front and from the side again.
fn cut_lunge() -> &'static Motion {
    const CUTS: &[(f32, View)] = &[(0.0, View::SIDE), (3.0, View::FRONT), (6.0, View::SIDE)];
    let lunge = *catalogue::find("lunge").unwrap().levels.hard.motion;
    Box::leak(Box::new(Motion { views: CameraViews::Cuts(CUTS), ..lunge }))
}

#[test]
fn a_cut_changes_the_view_and_nothing_else_does() {
    let views = [1.0, 4.0, 7.0].map(|time| cut_lunge().views.at(time));
    assert_eq!(views, [View::SIDE, View::FRONT, View::SIDE]);
    assert_eq!(CameraViews::Both.at(1.0), View::SIDE);
    assert_eq!(CameraViews::One(View::FRONT).at(1.0), View::FRONT);
}

#[test]
fn a_chosen_view_holds_against_the_cuts_of_a_motion() {
    let scene = Scene::of(cut_lunge());
    for time in [1.0, 4.0, 7.0] {
        assert_eq!(scene.view(time, Some(145.0)), scene.from(145.0));
        assert_eq!(scene.view(time, None), scene.motion.views.at(time));
    }
}

#[test]
fn steps_to_all_sides_and_closed_eyes_are_seen_from_between_side_and_front() {
    for (exercise, level) in [("lunge", Level::Hard), ("single-leg-balance", Level::Hard)] {
        let motion = catalogue::find(exercise).unwrap().at(level).motion;
        for time in [0.0, 0.3, 0.6, 0.9] {
            assert_eq!(motion.views.at(time * motion.period).stop(), Some(Stop::FrontQuarter), "{exercise}");
        }
    }
}

#[test]
fn somebody_lying_is_seen_from_above_where_the_feet_would_hide_the_rest() {
    for (name, motion, _) in motions() {
        let scene = Scene::of(motion);
        let body = MotionSampler::of(motion).at(motion.still.1);
        let lies = body.chest.up.y() < 0.5 && body.hips.y() < 0.4;
        assert_eq!(scene.from(0.0).elevation > 15.0, lies, "{name}");
        assert!(scene.from(90.0).elevation.abs() < 0.1 && scene.from(-90.0).elevation.abs() < 0.1, "{name}");
    }
}

#[rstest]
#[case::other_stop(Stop::Front, 90.0, 0.0)]
#[case::on_the_same_side(Stop::FrontQuarter, -90.0, -35.0)]
#[case::the_other_side(Stop::Side, 90.0, -90.0)]
#[case::and_back(Stop::Side, -90.0, 90.0)]
#[case::the_back_has_no_other_side(Stop::Back, 180.0, 180.0)]
#[case::nor_has_the_front(Stop::Front, 0.0, 0.0)]
fn a_stop_is_reached_on_the_side_that_is_seen_and_then_on_the_other(
    #[case] stop: Stop,
    #[case] seen: f32,
    #[case] there: f32,
) {
    assert!(wrapped(stop.from(seen) - there).abs() < 0.1, "{}", stop.from(seen));
    assert_eq!(View { azimuth: there, elevation: 0.0 }.stop(), Some(stop));
}

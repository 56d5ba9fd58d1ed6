//! The laws of the figure, held at every frame of every motion: the body keeps its lengths and its limits, feet stay
//! where they stand, nothing goes through the ground, and nobody falls over.

mod balance;
mod contacts;
mod cues;
mod drawing;
mod laws;
#[path = "motions/load.rs"]
mod load;
mod muscles;
mod poses;
mod props;
mod samples;
mod skeleton;
mod stage;
mod still;
mod technique;
mod timing;
mod touch;
mod turning;

use crate::content::reader;
use mainspring::domain::catalogue::{self, Exercise, Level, Variation};
use mainspring::domain::figure::{Ink, Motion, MotionSampler, Order, Point, Scene, Shape, Skeleton, Vector, View};
use std::path::Path;
use std::sync::LazyLock;

/// Frames a second that the laws are held at.
const RATE: f32 = 30.0;

/// The motions of `figure/motions`, which show every prop and every contact.
static SAMPLES: LazyLock<Vec<Exercise>> = LazyLock::new(|| {
    load::samples(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap_or_else(|faults| panic!("{faults:?}"))
});

/// Every motion with its name: those of the exercises, and the samples.
fn motions() -> Vec<(String, &'static Motion, &'static Variation)> {
    let mut all = of_exercises();
    for sample in SAMPLES.iter() {
        for level in Level::ALL {
            let variation = sample.at(*level);
            // Of a sample with fewer than three motions, one stands for others.
            if all.iter().all(|(_, known, _)| *known != variation.motion) {
                all.push((format!("sample {} {}", sample.id, level.slug()), variation.motion, variation));
            }
        }
    }
    all
}

/// The motions of the exercises with their names.
fn of_exercises() -> Vec<(String, &'static Motion, &'static Variation)> {
    let of = |exercise: &'static catalogue::Exercise| {
        Level::ALL.iter().map(move |level| {
            let variation = exercise.at(*level);
            (format!("{} {}", exercise.id, level.slug()), variation.motion, variation)
        })
    };
    catalogue::all().iter().copied().flat_map(of).collect()
}

fn frames(motion: &Motion) -> Vec<(f32, Skeleton)> {
    let sampler = MotionSampler::of(motion);
    let mut time = 0.0;
    let mut frames = Vec::new();
    while time < motion.period {
        frames.push((time, sampler.at(time)));
        time += 1.0 / RATE;
    }
    frames
}

/// Fails with what `broken` says of each frame; the worst few lines are enough.
#[track_caller]
fn hold(law: impl Fn(&Motion, f32, &Skeleton) -> Vec<String>) {
    let mut broken = Vec::new();
    for (name, motion, _) in motions() {
        for (time, body) in frames(motion) {
            broken.extend(law(motion, time, &body).into_iter().map(|what| format!("{name} at {time:.2} s: {what}")));
        }
    }
    let shown = broken.iter().take(40).cloned().collect::<Vec<_>>().join("\n");
    assert!(broken.is_empty(), "{} times broken\n{shown}", broken.len());
}

fn far(from: Vector, to: Vector) -> f32 {
    (to - from).length()
}

/// Azimuths from which the figure is looked at, all round.
const AROUND: [f32; 8] = [90.0, 0.0, 35.0, 145.0, 180.0, -90.0, -40.0, -150.0];

/// Every motion at moments spread over its loop, each from another side than the one before: name, scene, time and view.
fn looks(moments: u8) -> Vec<(String, Scene, f32, View)> {
    let all = |(at, (name, motion, _)): (usize, (String, &'static Motion, _))| {
        let scene = Scene::of(motion);
        let look = move |moment: u8| {
            let time = motion.period * f32::from(moment) / f32::from(moments);
            let view = scene.from(AROUND[(at * 3 + usize::from(moment)) % AROUND.len()]);
            (name.clone(), scene.clone(), time, view)
        };
        (0..moments).map(look).collect::<Vec<_>>()
    };
    motions().into_iter().enumerate().flat_map(all).collect()
}

/// The shapes of a scene at this time from this view.
fn shapes(scene: &Scene, time: f32, view: View) -> Vec<Shape> {
    scene.shapes(&scene.sampler.at(time), time, &view.camera(), &mut Order::default())
}

/// The lines of a path, as points on its curves: their ends and their middles; a closed line comes back to its first point.
fn lines(path: &str) -> Vec<Vec<Point>> {
    let mut all = Vec::new();
    for part in path.split('M').skip(1) {
        let numbers = |text: &str| -> Vec<i32> {
            text.replace('-', " -").split_whitespace().map(|number| number.parse().unwrap()).collect()
        };
        let (start, rest) = part.trim_end_matches('z').split_once('q').unwrap();
        let (first, others) = rest.split_once('t').unwrap();
        let start = numbers(start);
        #[allow(clippy::cast_precision_loss, reason = "a picture is a few thousand units wide")]
        let point = |x: i32, y: i32| Point { x: x as f32 * 1e-4, y: y as f32 * -1e-4 };
        let [mut x, mut y] = [start[0], start[1]];
        let mut line = vec![point(x, y)];
        let first = numbers(first);
        let [mut control_x, mut control_y] = [x + first[0], y + first[1]];
        for by in first[2..].chunks(2).chain(numbers(others).chunks(2)) {
            let [from, control] = [point(x, y), point(control_x, control_y)];
            (x, y) = (x + by[0], y + by[1]);
            let to = point(x, y);
            line.push(Point {
                x: 0.25 * from.x + 0.5 * control.x + 0.25 * to.x,
                y: 0.25 * from.y + 0.5 * control.y + 0.25 * to.y,
            });
            line.push(to);
            [control_x, control_y] = [2 * x - control_x, 2 * y - control_y];
        }
        all.push(line);
    }
    all
}

/// The points of all shapes with one of these colours.
fn points_of(shapes: &[Shape], inks: &[Ink]) -> Vec<Point> {
    let found = shapes.iter().filter(|shape| inks.contains(&shape.ink));
    found.flat_map(|shape| lines(&shape.path).concat()).collect()
}

/// True if a point is inside a closed line (even-odd rule).
fn is_inside(line: &[Point], at: Point) -> bool {
    let pairs = line.iter().zip(line.iter().cycle().skip(1));
    let left = |(a, b): &(&Point, &Point)| {
        (a.y > at.y) != (b.y > at.y) && at.x < a.x + (b.x - a.x) * (at.y - a.y) / (b.y - a.y)
    };
    pairs.filter(left).count() % 2 == 1
}

/// The distance of a point from a line between two others.
fn off(at: Point, from: Point, to: Point) -> f32 {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let share = ((at.x - from.x) * dx + (at.y - from.y) * dy) / (dx * dx + dy * dy).max(1e-9);
    let share = share.clamp(0.0, 1.0);
    (at.x - from.x - dx * share).hypot(at.y - from.y - dy * share)
}

/// True if a point is on the body, or no farther beside it.
fn is_on(body: &[Vec<Point>], at: Point, beside: f32) -> bool {
    let is_near =
        |line: &Vec<Point>| line.iter().zip(line.iter().cycle().skip(1)).any(|(a, b)| off(at, *a, *b) < beside);
    body.iter().any(|line| is_inside(line, at) || is_near(line))
}

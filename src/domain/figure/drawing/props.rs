//! Drawing of props, each placed by the joints that hold it, so that it cannot be anywhere else.

use super::layer::Layer;
use super::outline::Outline;
use super::paint::Paint;
use super::painter::Painter;
use crate::domain::figure::body::{ArmBones, LegBones};
use crate::domain::figure::motion::{BOSU_HEIGHT, PILLOW_HEIGHT, Prop, Ring};
use crate::domain::figure::vector::{Vector, cosine, sine, vector};
use crate::domain::figure::view::{Point, View};

/// Length of a dowel.
const DOWEL: f32 = 0.69;
/// Height of a kettlebell.
const KETTLEBELL: f32 = 0.14;
/// Half the width of a BOSU.
const BOSU_HALF: f32 = 0.185;
/// Half the width of a pillow.
const PILLOW_HALF: f32 = 0.17;
/// Thickness of a loop band at rest, and its length at that thickness.
const LOOP: (f32, f32) = (0.024, 0.12);

/// The hands that are closed at `time`.
pub(super) fn fists(props: &[Prop], time: f32) -> [bool; 2] {
    let mut fists = [false; 2];
    for prop in props {
        match *prop {
            Prop::LongBand { hand, .. } => fists[hand] = true,
            Prop::Dowel | Prop::Straps { .. } => fists = [true; 2],
            Prop::Kettlebell { from, until, .. } if (from..until).contains(&time) => fists = [true; 2],
            _ => {}
        }
    }
    fists
}

/// Inserts `prop` in its place among `layers`.
pub(super) fn draw(painter: &Painter<'_>, prop: &Prop, time: f32, layers: &mut Vec<Layer>) {
    let before_near_arm = layers.len() - 1;
    match *prop {
        Prop::LoopBand(ring) => {
            layers.insert(before_near_arm, Layer::of(vec![(Paint::Band, loop_band(painter, ring))]));
        }
        Prop::LongBand { hand, foot, slack } => {
            let [behind, before] = long_band(painter, hand, foot, slack);
            layers.insert(before_near_arm, before);
            layers.insert(2, behind);
        }
        Prop::Dowel if painter.view == View::Side => layers.insert(2, dowel(painter)),
        Prop::Dowel => layers.insert(0, dowel(painter)),
        Prop::Kettlebell { x, from, until } => {
            let held = (from..until).contains(&time);
            let at = if held { grips(painter) } else { painter.point(vector(x, KETTLEBELL, 0.0)) };
            layers.insert(before_near_arm, kettlebell(at));
        }
        Prop::Straps { x, y } => {
            // From the front both arms count as near.
            let before_arms = before_near_arm - usize::from(painter.view == View::Front);
            layers.insert(before_arms, straps(painter, vector(x, y, 0.0)));
        }
        Prop::Bosu { x, z } => layers.insert(0, bosu(painter, painter.point(vector(x, 0.0, z)))),
        Prop::Pillow { x, z } => layers.insert(0, pillow(painter.point(vector(x, 0.0, z)))),
        Prop::EyesClosed => layers.push(closed_eyes(painter)),
    }
}

/// Position of a band on a limb: its middle, and from there to its edge.
type Girth = (Point, Point);

fn loop_band(painter: &Painter<'_>, ring: Ring) -> Outline {
    let [(one, edge), (other, other_edge)] = painter.body.legs.map(|leg| girth(painter, &leg, ring));
    let apart = one.distance(other);
    // Legs that cover each other count as one: the band crosses the near one.
    let along = if apart > 0.03 { Point { x: other.x - one.x, y: other.y - one.y } } else { edge };
    let on = |point: &Point| point.x * along.x + point.y * along.y;
    let edges = [
        one.moved(edge.x, edge.y),
        one.moved(-edge.x, -edge.y),
        other.moved(other_edge.x, other_edge.y),
        other.moved(-other_edge.x, -other_edge.y),
    ];
    let first = edges.iter().copied().min_by(|a, b| on(a).total_cmp(&on(b))).unwrap_or_default();
    let last = edges.iter().copied().max_by(|a, b| on(a).total_cmp(&on(b))).unwrap_or_default();
    let (thick, rest) = LOOP;
    let stretched = (rest / first.distance(last).max(rest)).sqrt();
    Outline::ribbon(&[first, last], (thick * stretched).max(0.013))
}

fn girth(painter: &Painter<'_>, leg: &LegBones, ring: Ring) -> Girth {
    let across = |from: Vector, to: Vector, share: f32, half: f32| {
        let (a, b) = (painter.point(from), painter.point(to));
        let length = a.distance(b).max(1e-4);
        let normal = Point { x: -(b.y - a.y) / length * half, y: (b.x - a.x) / length * half };
        (a.towards(b, share), normal)
    };
    match ring {
        Ring::AboveKnees => across(leg.hip, leg.knee, 0.84, 0.040),
        Ring::Ankles => across(leg.knee, leg.ankle, 0.90, 0.022),
        Ring::Arches => match painter.view {
            View::Side => {
                let sole = leg.heel.towards(leg.ball, 0.8);
                let over = (leg.ankle - leg.heel.towards(leg.ball, 0.36)).unit() * 0.021;
                (painter.point(sole + over), painter.point(over))
            }
            View::Front => (painter.point(leg.ankle.towards(leg.ball, 0.55)), Point { x: 0.029, y: 0.0 }),
        },
    }
}

/// From the hand to the shoulders it runs behind the head, from there to the foot in front of the body; the near arm hides
/// the joint between the two.
fn long_band(painter: &Painter<'_>, hand: usize, foot: usize, slack: f32) -> [Layer; 2] {
    let leg = &painter.body.legs[foot];
    let (arch, edge) = girth(painter, leg, Ring::Arches);
    let (from, to) = (painter.point(grip(&painter.body.arms[hand])), arch.moved(-edge.x, -edge.y));
    let length = from.distance(to);
    let sag = (slack * slack - length * length).max(0.0).sqrt() * 0.45;
    let mut line = if sag > 0.0 { hanging(from, to, sag) } else { taut(painter, from, to) };
    let width = if length > slack { (0.014 * slack / length).max(0.008) } else { 0.014 };
    let round = Outline::ribbon(&[arch.moved(edge.x, edge.y), arch.moved(-edge.x, -edge.y)], 0.018);
    let share = (painter.point(painter.body.shoulders).x - from.x) / (line[1].x - from.x);
    let mut behind = Vec::new();
    if (0.0..1.0).contains(&share) {
        line[0] = from.towards(line[1], share);
        behind.push((Paint::Band, Outline::ribbon(&[from, line[0]], width)));
    }
    [Layer::of(behind), Layer::of(vec![(Paint::Band, Outline::ribbon(&line, width)), (Paint::Band, round)])]
}

fn hanging(from: Point, to: Point, sag: f32) -> Vec<Point> {
    [0.0_f32, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1.0]
        .iter()
        .map(|share| from.towards(to, *share).moved(0.0, -4.0 * share * (1.0 - share) * sag))
        .collect()
}

/// Straight, but over the chest and the belly of a person lying under it.
fn taut(painter: &Painter<'_>, from: Point, to: Point) -> Vec<Point> {
    let lies = painter.body.pelvis.forward.y > 0.8;
    let mut line = vec![from];
    for over in [painter.trunk_point(0.76, 0.066), painter.trunk_point(0.40, 0.058)] {
        let share = (over.x - from.x) / (to.x - from.x);
        if lies && (0.0..1.0).contains(&share) && over.y > from.towards(to, share).y {
            line.push(over);
        }
    }
    line.push(to);
    line
}

/// Straight along sacrum and head, and so along the whole spine; half of it is behind the body.
fn dowel(painter: &Painter<'_>) -> Layer {
    let body = painter.body;
    let low = body.hips - body.pelvis.forward * 0.064;
    let high = body.neck + body.head.up * 0.07 - body.head.forward * 0.052;
    let along = (high - low).unit();
    let ends = [low - along * 0.08, low + along * (DOWEL - 0.08)].map(|end| painter.point(end));
    Layer::of(vec![(Paint::Band, Outline::ribbon(&ends, 0.017))])
}

/// A bell that hangs from `top`.
fn kettlebell(top: Point) -> Layer {
    let round = |degrees: f32, width: f32, height: f32, centre: Point| {
        centre.moved(cosine(degrees) * width, sine(degrees) * height)
    };
    let middle = top.moved(0.0, 0.054 - KETTLEBELL);
    let bell = (0_u8..12).map(|step| round(f32::from(step) * 30.0, 0.056, 0.054, middle)).collect();
    let bow = top.moved(0.0, -0.046);
    let handle: Vec<Point> = (0_u8..=8).map(|step| round(f32::from(step) * 22.5, 0.038, 0.042, bow)).collect();
    Layer::of(vec![(Paint::Iron, Outline::ribbon(&handle, 0.014)), (Paint::Iron, Outline::smooth(bell))])
}

fn straps(painter: &Painter<'_>, anchor: Vector) -> Layer {
    let plate = painter.point(anchor);
    let strap = |arm: &ArmBones| (Paint::Band, Outline::ribbon(&[painter.point(grip(arm)), plate], 0.009));
    let mut parts: Vec<_> = painter.body.arms.iter().map(strap).collect();
    if painter.view == View::Side {
        let wall = Point { x: plate.x + 0.012, y: 0.0 };
        parts.insert(0, (Paint::Furniture, Outline::ribbon(&[wall, wall.moved(0.0, plate.y + 0.22)], 0.02)));
    }
    parts.push((Paint::Iron, Outline::ribbon(&[plate.moved(0.0, -0.028), plate.moved(0.0, 0.028)], 0.018)));
    Layer::of(parts)
}

/// Flat side up: a board on a dome. It tips with the sway of the person on it, less under two feet than under one.
fn bosu(painter: &Painter<'_>, middle: Point) -> Layer {
    let [right, left] = painter.body.legs.map(|leg| leg.planted);
    let tip = painter.body.chest.up.z * if right && left { 0.5 } else { 2.0 };
    let top = middle.moved(0.0, BOSU_HEIGHT);
    let on = |(x, y): (f32, f32)| top.moved(x - y * tip, y + x * tip);
    let dome = [
        (-0.165, -0.02),
        (-0.14, -0.075),
        (-0.07, -0.123),
        (0.0, -0.13),
        (0.07, -0.123),
        (0.14, -0.075),
        (0.165, -0.02),
    ];
    let board = Outline::ribbon(&[on((-BOSU_HALF, -0.012)), on((BOSU_HALF, -0.012))], 0.024);
    Layer::of(vec![(Paint::Furniture, Outline::smooth(dome.map(on).to_vec())), (Paint::Iron, board)])
}

/// A pillow, pressed in under the foot.
fn pillow(middle: Point) -> Layer {
    let edge = [
        (-PILLOW_HALF, 0.022),
        (-0.13, 0.052),
        (-0.07, PILLOW_HEIGHT + 0.006),
        (0.07, PILLOW_HEIGHT + 0.006),
        (0.13, 0.052),
        (PILLOW_HALF, 0.022),
        (0.15, 0.003),
        (-0.15, 0.003),
    ];
    Layer::of(vec![(Paint::Furniture, Outline::smooth(edge.iter().map(|(x, y)| middle.moved(*x, *y)).collect()))])
}

fn closed_eyes(painter: &Painter<'_>) -> Layer {
    let lid = |across: f32, half: f32| {
        let line = [(-half, 0.074), (0.0, 0.070), (half, 0.074)];
        let line: Vec<Point> = line.iter().map(|(aside, up)| painter.head_point(across + aside, *up)).collect();
        (Paint::Hair, Outline::ribbon(&line, 0.004))
    };
    Layer::of(match painter.view {
        View::Side => vec![lid(0.051, 0.011)],
        View::Front => vec![lid(0.020, 0.010), lid(-0.020, 0.010)],
    })
}

/// The position of a closed hand's grip.
fn grip(arm: &ArmBones) -> Vector {
    arm.wrist.towards(arm.tip, 0.45)
}

/// The point between the hands.
fn grips(painter: &Painter<'_>) -> Point {
    let [right, left] = painter.body.arms.map(|arm| painter.point(grip(&arm)));
    right.towards(left, 0.5).moved(0.0, 0.008)
}

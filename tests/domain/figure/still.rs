//! Still pictures.

use super::{frames, motions};
use mainspring::domain::figure::{Joint, MotionSampler, Outline, Point, Stage, Still, View};

#[test]
fn a_still_shows_where_it_goes_and_everything_is_on_stage() {
    for (name, motion, _) in motions() {
        let sampler = MotionSampler::of(motion);
        for view in [View::Side, View::Front] {
            let still = Still::of(motion, &sampler, view);
            assert!(still.ghost.starts_with('M') && !still.picture.layers.is_empty(), "{name}");
            let stage = Stage::of(motion, &sampler, view);
            for (time, body) in frames(motion) {
                let (x, y) = body.mark(Joint::Head, motion.views.view(time, view));
                let inside = (stage.left..stage.left + stage.width).contains(&x)
                    && (stage.top..stage.top + stage.height).contains(&y);
                assert!(inside, "{name} at {time:.2} s from {view:?}: the head is at {x} {y}, off {stage:?}");
            }
        }
    }
}

/// The numbers of a path.
pub fn numbers(path: &str) -> Vec<f32> {
    path.split(|c: char| c.is_ascii_alphabetic() || c == ' ').filter_map(|word| word.parse().ok()).collect()
}

/// True if a point is inside a line through points (even-odd rule).
fn is_inside(outline: &Outline, (x, y): (f32, f32)) -> bool {
    let points = outline.points();
    let pairs = points.iter().zip(points.iter().cycle().skip(1));
    let left = |(a, b): &(&Point, &Point)| (a.y > y) != (b.y > y) && x < a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y);
    pairs.filter(left).count() % 2 == 1
}

#[test]
fn the_arrow_of_a_still_leads_past_the_body_and_stays_on_stage() {
    for (name, motion, _) in motions() {
        let sampler = MotionSampler::of(motion);
        for asked in [View::Side, View::Front] {
            let still = Still::of(motion, &sampler, asked);
            let stage = Stage::of(motion, &sampler, asked);
            let [x, y, via_x, via_y, to_x, to_y, ..] = numbers(&still.arrow)[..] else {
                assert!(name.contains("single-leg-balance"), "{name} goes somewhere");
                continue;
            };
            assert!((to_x - x).hypot(to_y - y) >= 100.0, "{name} {asked:?}: an arrow too short to be seen");
            let at = |share: f32| {
                let mix = |a: f32, b: f32, c: f32| {
                    a * (1.0 - share) * (1.0 - share) + 2.0 * b * share * (1.0 - share) + c * share * share
                };
                (mix(x, via_x, to_x), mix(y, via_y, to_y))
            };
            let way: Vec<(f32, f32)> = (0..=20_u8).map(|look| at(f32::from(look) / 20.0)).collect();
            for (x, y) in &way {
                let [left, top, width] = [stage.left, stage.top, stage.width].map(|side| i16::try_from(side).unwrap());
                let (left, right, top) = (f32::from(left), f32::from(left + width), f32::from(top));
                assert!((left..=right).contains(x) && (top..=0.0).contains(y), "{name} {asked:?}: {x} {y}");
            }
            let on_body = |&&(x, y): &&(f32, f32)| {
                still.picture.outlines().any(|outline| is_inside(outline, (x / 1000.0, -y / 1000.0)))
            };
            // Its head may lie on what it points at.
            let covered = way[..15].iter().filter(on_body).count();
            assert!(covered <= 4, "{name} {asked:?}: {covered} of 15 points of the arrow lie on the body");
        }
    }
}

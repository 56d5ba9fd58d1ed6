//! Still pictures.

use super::{AROUND, frames, is_inside, motions, of_exercises};
use mainspring::domain::figure::{CameraViews, Figure, Joint, Point, Scene};

#[test]
fn a_still_shows_where_it_goes_and_everything_is_on_stage() {
    for (name, motion, _) in motions() {
        let scene = Scene::of(motion);
        for azimuth in AROUND.into_iter().step_by(2) {
            let view = scene.from(azimuth);
            let still = scene.still(view);
            assert!(still.ghost.starts_with('M') && !still.shapes.is_empty(), "{name}");
            let stage = scene.stage(view);
            for (time, body) in frames(motion) {
                let (x, y) = body.mark(Joint::Head, &view.camera());
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

#[test]
fn the_arrow_of_a_still_leads_past_the_body_and_stays_on_stage() {
    for (name, motion, _) in of_exercises() {
        let scene = Scene::of(motion);
        let both = if matches!(motion.views, CameraViews::Both) { Some(scene.from(0.0)) } else { None };
        for view in [scene.view(motion.still.1, None)].into_iter().chain(both) {
            let still = scene.still(view);
            let stage = scene.stage(view);
            let [x, y, via_x, via_y, to_x, to_y, ..] = numbers(&still.arrow)[..] else {
                assert!(name.contains("single-leg-balance"), "{name} goes somewhere");
                continue;
            };
            assert!((to_x - x).hypot(to_y - y) >= 100.0, "{name} {view:?}: an arrow too short to be seen");
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
                assert!((left..=right).contains(x) && (top..=0.0).contains(y), "{name} {view:?}: {x} {y}");
            }
            let body = Figure::silhouette(&scene.sampler.at(motion.still.1), &view.camera());
            let on_body = |&&(x, y): &&(f32, f32)| {
                body.iter().any(|line| is_inside(line, Point { x: x / 1000.0, y: -y / 1000.0 }))
            };
            // Its head may lie on what it points at.
            let covered = way[..15].iter().filter(on_body).count();
            assert!(covered <= 4, "{name} {view:?}: {covered} of 15 points of the arrow lie on the body");
        }
    }
}

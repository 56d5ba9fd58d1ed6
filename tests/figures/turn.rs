//! Every motion from all sides.

use super::{Exercise, Level, STYLES, paths};
use mainspring::domain::figure::{Camera, Motion, Order, Scene};
use std::fmt::Write;

/// Azimuth and elevation of each column, and what it is called.
const VIEWS: [(f32, f32, &str); 7] = [
    (90.0, 0.0, "side"),
    (55.0, 0.0, "three-quarter"),
    (0.0, 0.0, "front"),
    (-35.0, 0.0, "other three-quarter"),
    (145.0, 0.0, "three-quarter back"),
    (180.0, 0.0, "back"),
    (55.0, 25.0, "from above"),
];

/// Two moments of each motion in every view.
pub fn page(exercises: &[(Vec<u8>, Exercise)], asked: &[String]) -> String {
    let mut sheet = String::new();
    for (_, exercise) in exercises.iter().filter(|(_, one)| asked.is_empty() || asked.iter().any(|id| id == one.id)) {
        for level in Level::ALL {
            let motion = exercise.at(*level).motion;
            for time in [motion.still.0, motion.still.1] {
                let _ = write!(sheet, "<section><h2>{} {level:?} {time} s</h2>", exercise.id);
                for (azimuth, elevation, name) in VIEWS {
                    sheet.push_str(&drawing(motion, time, &Camera::at(azimuth, elevation), name));
                }
                sheet.push_str("</section>");
            }
        }
    }
    format!("<!doctype html><meta charset=utf-8><style>{}{LAYOUT}</style><main>{sheet}</main>", STYLES.concat())
}

fn drawing(motion: &'static Motion, time: f32, camera: &Camera, name: &str) -> String {
    let scene = Scene::of(motion);
    let shapes = scene.shapes(&scene.sampler.at(time), time, camera, &mut Order::default());
    let (points, bytes) = shapes.iter().fold((0, 0), |(p, b), shape| (p + shape.points, b + shape.path.len()));
    format!(
        "<figure><svg class='figure' viewBox='-550 -1080 1100 1150'><path class='fig-ground' d='M-550 0H550'/>{}</svg>\
         <figcaption>{name} · {} paths, {points} points, {bytes} bytes</figcaption></figure>",
        paths(&shapes),
        shapes.len()
    )
}

const LAYOUT: &str = "body { margin: 0; font: 11px system-ui } main { padding: 8px; background: var(--surface); color-scheme: light }
section { display: flex; gap: 4px } h2 { writing-mode: vertical-rl; font-size: 11px; margin: 0 } figure { margin: 0 } svg.figure { width: 230px; height: 240px; overflow: visible }";

//! Every motion from all sides.

use super::{Exercise, Level, PATH_SCALE, STYLES};
use mainspring::domain::figure::{Camera, Contour, Figure, Look, Motion, MotionSampler, Order, Shape};
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

fn drawing(motion: &Motion, time: f32, camera: &Camera, name: &str) -> String {
    let body = MotionSampler::of(motion).at(time);
    let look = Look { barefoot: motion.barefoot, props: motion.props, muscles: motion.muscles, time };
    let shapes = Figure::shapes(&body, camera, look, &mut Order::default());
    let (points, bytes) = shapes.iter().fold((0, 0), |(p, b), shape| (p + shape.points, b + shape.path.len()));
    let paths: String = shapes
        .iter()
        .map(|Shape { ink, line, far, path, .. }| {
            format!(
                "<path class='{} {}' style='--far:{}' d='{path}'/>",
                ink.class(),
                match line {
                    Contour::None => "",
                    Contour::Fine => "lined-fine",
                    Contour::Full => "lined",
                },
                f32::from(*far) * 0.25
            )
        })
        .collect();
    format!(
        "<figure><svg class='figure' viewBox='-550 -1080 1100 1150'><path d='M-550 0H550' stroke='#ccc' stroke-width='3'/><g transform='{PATH_SCALE}'>{paths}</g></svg>\
         <figcaption>{name} · {} paths, {points} points, {bytes} bytes</figcaption></figure>",
        shapes.len()
    )
}

const LAYOUT: &str = "body { margin: 0; font: 11px system-ui } main { padding: 8px; background: #f7fbfc; color-scheme: light }
section { display: flex; gap: 4px } h2 { writing-mode: vertical-rl; font-size: 11px; margin: 0 } figure { margin: 0 } svg.figure { width: 230px; height: 240px; overflow: visible }
main { --skin-shade: #cda68c; --top-shade: #2f8280; --shorts-shade: #384f5b; --shoe-shade: #263339 }
.fig-contour { fill: #27353c; stroke: #27353c; stroke-width: 72; stroke-linejoin: round; translate: 5px 7px }
.fig-fine { fill: #27353c; stroke: #27353c; stroke-width: 42; stroke-linejoin: round }
.fig-inner, .fig-brow, .fig-mouth { fill: none; stroke: #27353c; stroke-width: 21; stroke-linecap: round; stroke-linejoin: round; opacity: .6 }
.fig-brow { stroke: #3a2c2d; stroke-width: 33; opacity: 1 } .fig-mouth { stroke: #8a4f45; opacity: 1 } .fig-eye { fill: #27353c }
.fig-skin { fill: color-mix(in srgb, #e6c8b2, #b8a79d calc(var(--far) * 100%)) } .fig-skin-shade { fill: color-mix(in srgb, #cda68c, #a48b7b calc(var(--far) * 100%)) }
.fig-top { fill: #43a09b } .fig-top-shade { fill: #2f8280 } .fig-shorts { fill: #47626f } .fig-shorts-shade { fill: #384f5b }
.fig-shoe { fill: #33444d } .fig-shoe-shade { fill: #263339 } .fig-sole { fill: #eef2f3 } .fig-hair { fill: #3a2c2d } .fig-prop { fill: #e0762f } .fig-prop-shade { fill: #b9571b } .fig-furniture { fill: #c3cacd } .fig-iron { fill: #5b666c } .fig-primary { fill: #cf4a3f; opacity: .8 } .fig-fibre { fill: none; stroke: #f0a79b; stroke-width: 18; opacity: .7 } .fig-keyline { fill: #cf4a3f; opacity: .28; stroke: none } .fig-secondary { fill: none; stroke: #cf4a3f; stroke-width: 20; opacity: .7 } .lined, .lined-fine { paint-order: stroke; stroke: #27353c; stroke-width: 72; stroke-linejoin: round } .lined-fine { stroke-width: 42 }";

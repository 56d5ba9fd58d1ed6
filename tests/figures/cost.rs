//! `figures --cost`: what one frame of each motion costs on this machine, without a browser: the body at the moment, its
//! picture, and the picture's paths. Knows nothing of how paths reach the screen.

use super::views;
use mainspring::domain::catalogue::{self, Level};
use mainspring::domain::figure::{Order, Scene, Shape};
use std::hint::black_box;
use std::time::Instant;

/// Frames of a loop: 60 a second for 4 seconds.
const FRAMES: u16 = 240;
/// The number of measurements of each loop; the median counts.
const PASSES: usize = 15;

/// One motion from one view, and what a frame of it cost in each pass.
struct Cost {
    what: String,
    scene: Scene,
    chosen: Option<f32>,
    order: Order,
    /// Paths and points of its largest frame.
    size: (usize, usize),
    passes: Vec<f64>,
}

/// Prints a line for each motion and view, the dearest first, then the middle one and the dearest.
pub(super) fn print() {
    let mut costs = motions();
    // In turns: what slows the machine for a while slows them all.
    for _ in 0..PASSES {
        costs.iter_mut().for_each(Cost::measure);
    }
    costs.sort_by(|one, other| other.micros().total_cmp(&one.micros()));
    for cost in &costs {
        println!("{:6.1} µs  {}: at most {} paths, {} points", cost.micros(), cost.what, cost.size.0, cost.size.1);
    }
    let (dearest, middle) = (&costs[0], &costs[costs.len() / 2]);
    println!("a frame: median {:.1} µs, dearest {:.1} µs ({})", middle.micros(), dearest.micros(), dearest.what);
}

fn motions() -> Vec<Cost> {
    let levels = catalogue::all().iter().flat_map(|exercise| Level::ALL.iter().map(move |level| (exercise, *level)));
    let costs = levels.flat_map(|(exercise, level)| {
        let motion = exercise.at(level).motion;
        views(motion).into_iter().map(move |(view, chosen)| Cost {
            what: format!("{}, {}, {view}", exercise.id, level.slug()),
            scene: Scene::of(motion),
            chosen,
            order: Order::default(),
            size: (0, 0),
            passes: Vec::with_capacity(PASSES),
        })
    });
    costs.collect()
}

impl Cost {
    /// Goes through one loop.
    fn measure(&mut self) {
        let began = Instant::now();
        for frame in 0..FRAMES {
            let time = self.scene.motion.period * f32::from(frame) / f32::from(FRAMES);
            let camera = self.scene.view(time, self.chosen).camera();
            let shapes = self.scene.shapes(&self.scene.sampler.at(time), time, &camera, &mut self.order);
            let points = shapes.iter().map(|shape| shape.points).sum();
            self.size = (self.size.0.max(shapes.len()), self.size.1.max(points));
            black_box::<Vec<Shape>>(shapes);
        }
        self.passes.push(began.elapsed().as_secs_f64() * 1e6 / f64::from(FRAMES));
    }

    /// Microseconds a frame: the middle pass.
    fn micros(&self) -> f64 {
        let mut passes = self.passes.clone();
        passes.sort_by(f64::total_cmp);
        passes[passes.len() / 2]
    }
}

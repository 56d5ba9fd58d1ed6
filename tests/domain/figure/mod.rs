//! The laws of the figure, held at every frame of every motion: the body keeps its lengths and its limits, feet stay
//! where they stand, nothing goes through the ground, and nobody falls over.

mod balance;
mod contacts;
mod cues;
mod drawing;
mod laws;
mod muscles;
mod poses;
mod props;
mod skeleton;
mod stage;
mod still;
mod technique;
mod timing;
mod turning;

use mainspring::domain::catalogue::{self, Level, Variation};
use mainspring::domain::figure::{Motion, MotionSampler, Skeleton, Vector};

/// Frames a second that the laws are held at.
const RATE: f32 = 30.0;

/// Every motion with its name.
fn motions() -> Vec<(String, &'static Motion, &'static Variation)> {
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

//! The picture of an own exercise: a motion between two poses of the catalogue's exercises.

use super::OwnExercise;
use crate::domain::catalogue::{Brief, Exercise, Level, Measure, all, briefs};
use crate::domain::figure::{CameraViews, Easing, Key, Motion, Prop, STILL, key};
use std::cell::OnceCell;

/// Seconds of the way into a hold, and of the way out of it.
const WAY: f32 = 1.5;
/// Seconds for which a hold is shown.
const HELD: f32 = 4.0;

/// A pose of an exercise of the catalogue at its base level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPose {
    /// The slug of the exercise.
    pub exercise: String,
    /// True for its main pose, false for its start.
    pub at_end: bool,
}

impl OwnPose {
    /// The pose with this code: the slug, and "+" for the main pose.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        let slug = code.strip_suffix('+');
        Self { exercise: slug.unwrap_or(code).to_owned(), at_end: slug.is_some() }
    }

    /// Its code in stored data.
    #[must_use]
    pub fn code(&self) -> String {
        self.exercise.clone() + if self.at_end { "+" } else { "" }
    }
}

/// A pose to choose from.
#[derive(Clone, Debug)]
pub struct NamedPose {
    /// The pose.
    pub pose: OwnPose,
    /// The exercise whose name it has.
    pub exercise: &'static Brief,
    /// The pose, held.
    pub motion: &'static Motion,
}

/// The poses to choose from, in the order of teaching: the start and the main pose of each exercise, equal ones once.
#[must_use]
pub fn named_poses() -> &'static [NamedPose] {
    thread_local! {
        static POSES: OnceCell<&'static [NamedPose]> = const { OnceCell::new() };
    }
    POSES.with(|poses| *poses.get_or_init(|| collect().leak()))
}

fn collect() -> Vec<NamedPose> {
    let mut found: Vec<NamedPose> = Vec::new();
    for (exercise, brief) in all().iter().zip(briefs()) {
        for at_end in [false, true] {
            let pose = OwnPose { exercise: brief.id.to_owned(), at_end };
            let held = still_of(exercise.at(Level::Base).motion, at_end);
            let is_new = |one: &NamedPose| (one.motion.keys, one.motion.props) != (held.keys, held.props);
            if found.iter().all(is_new) {
                found.push(NamedPose { pose, exercise: brief, motion: Box::leak(Box::new(held)) });
            }
        }
    }
    found
}

/// The motion of `own`, made anew: standing still without a picture, or with poses that this version does not know.
#[must_use]
pub fn motion(own: &OwnExercise) -> &'static Motion {
    let poses = own.picture.as_ref().and_then(|[start, end]| Some((still(start)?, still(end)?)));
    let Some((start, end)) = poses else { return &STILL };
    Box::leak(Box::new(between(&start, &end, own)))
}

/// The pose as a motion that holds it.
fn still(pose: &OwnPose) -> Option<Motion> {
    let exercise: &Exercise = all().iter().copied().find(|exercise| exercise.id == pose.exercise)?;
    Some(still_of(exercise.at(Level::Base).motion, pose.at_end))
}

fn still_of(motion: &'static Motion, at_end: bool) -> Motion {
    let at = if at_end { motion.still.1 } else { motion.still.0 };
    let off = |key: &Key| (key.at - at).abs();
    let nearest = motion.keys.iter().reduce(|best, key| if off(key) < off(best) { key } else { best });
    let keys = nearest.map_or(STILL.keys, |nearest| vec![key(0.0, Easing::Hold, nearest.pose)].leak());
    let views = CameraViews::One(motion.views.at(at));
    Motion { keys, views, barefoot: motion.barefoot, props: props(motion.props), ..STILL }
}

/// The things that stay in place or in the hands.
fn props(all: &'static [Prop]) -> &'static [Prop] {
    let kept = all.iter().filter_map(|prop| match *prop {
        Prop::JumpRope { .. } | Prop::PassingGround { .. } => None,
        Prop::Weight { shape, grip, at, .. } => Some(Prop::Weight { shape, grip, at, from: 0.0, until: f32::MAX }),
        other => Some(other),
    });
    kept.collect::<Vec<_>>().leak()
}

/// The way from `start` to `end` and back: of repetitions in their time, of a hold as the catalogue's are shown.
fn between(start: &Motion, end: &Motion, own: &OwnExercise) -> Motion {
    let pose = |of: &Motion| of.keys[0].pose;
    let mut all = end.props.to_vec();
    all.extend(start.props.iter().filter(|prop| !end.props.contains(prop)));
    let props = all.leak();
    if pose(start) == pose(end) {
        return Motion { props, ..*end };
    }
    let rep = f32::from(own.rep.max(2));
    let (period, keys) = match own.measure {
        Measure::Seconds | Measure::Breaths => (
            WAY + HELD + WAY,
            vec![
                key(0.0, Easing::Settle, pose(start)),
                key(WAY, Easing::Hold, pose(end)),
                key(WAY + HELD, Easing::Settle, pose(end)),
            ],
        ),
        Measure::Reps | Measure::Steps | Measure::Rounds => {
            (rep, vec![key(0.0, Easing::Settle, pose(start)), key(rep / 2.0, Easing::Settle, pose(end))])
        }
    };
    let still = (0.0, keys[1].at);
    Motion { period, keys: keys.leak(), props, still, ..*end }
}

//! The moving figure as a component: it plays a motion, shows a still to people who prefer less motion, and points at the place that
//! a cue speaks of.

mod canvas;
mod frames;

use super::element::{El, follow, svg};
use crate::domain::figure::{CuePoint, Motion, MotionSampler, PATH_SCALE, Picture, Stage, Still, View, mirrored_words};
use canvas::Canvas;
use frames::{Frames, VisibilityObserver};
use leptos::prelude::{Get, GetUntracked, RwSignal, window};
use std::cell::{Cell, OnceCell};
use std::rc::{Rc, Weak};

/// The longest step between two frames, in seconds: a page that slept continues where it was.
const LONGEST_STEP: f32 = 0.1;

/// True in a build without the figure, which `make sizes` compares to measure the figure's size.
pub const WEIGHED_WITHOUT: bool = cfg!(feature = "figureless");

/// Controls of a figure, as signals.
#[derive(Clone, Copy)]
pub struct Controls {
    /// True while it plays.
    pub playing: RwSignal<bool>,
    /// True for half the tempo.
    pub slow: RwSignal<bool>,
    /// True for the view from the front, in motions that have both views.
    pub front: RwSignal<bool>,
    /// True if the other side works: left and right are swapped.
    pub mirrored: RwSignal<bool>,
    /// The moment a cue points at; the figure goes there and stops.
    pub moment: RwSignal<Option<CuePoint>>,
}

impl Controls {
    /// Playing at its own tempo from the side; stopped for people who prefer less motion.
    #[must_use]
    pub fn new() -> Self {
        Self {
            playing: RwSignal::new(!wants_less_motion()),
            slow: RwSignal::new(false),
            front: RwSignal::new(false),
            mirrored: RwSignal::new(false),
            moment: RwSignal::new(None),
        }
    }
}

impl Default for Controls {
    fn default() -> Self {
        Self::new()
    }
}

/// True if the person's system asks for less motion.
fn wants_less_motion() -> bool {
    let asked = window().match_media("(prefers-reduced-motion: reduce)");
    asked.ok().flatten().is_some_and(|query| query.matches())
}

/// A motion that plays. `name` is the exercise; the motion's own accessible description follows.
#[must_use]
pub fn figure(name: &str, motion: &'static Motion, controls: Controls) -> El {
    if WEIGHED_WITHOUT {
        return svg("svg");
    }
    let playback = Rc::new_cyclic(|playback| Playback::of(motion, controls, playback.clone()));
    let root = frame().child(playback.ground.clone()).child(playback.stage.clone()).child(playback.ring.clone());
    playback.follow(&root, name.to_owned());
    root
}

/// The still of a motion: a dashed start, the end, and an arrow. For lists, and wherever nothing should move.
#[must_use]
pub fn still_figure(name: &str, motion: &'static Motion) -> El {
    if WEIGHED_WITHOUT {
        return svg("svg");
    }
    let sampler = MotionSampler::of(motion);
    let view = motion.views.view(motion.still.1, View::Side);
    let stage = svg("g");
    show_still(&stage, motion, &sampler, view);
    let root = frame().child(ground()).child(stage);
    set_frame(&root, Stage::of(motion, &sampler, view), name, motion.words);
    root
}

fn frame() -> El {
    svg("svg").class("figure").attr("preserveAspectRatio", "xMidYMax").attr("role", "img")
}

fn set_frame(root: &El, stage: Stage, name: &str, words: &str) {
    root.set("viewBox", &stage.view_box());
    root.set("aria-label", &[name, ". ", words].concat());
}

fn ground() -> El {
    svg("path").class("fig-ground").attr("d", "M-3000 0H3000")
}

fn show_still(stage: &El, motion: &Motion, sampler: &MotionSampler, view: View) {
    let still = Still::of(motion, sampler, view);
    stage.add(&svg("path").class("fig-ghost").attr("transform", PATH_SCALE).attr("d", &still.ghost));
    let body = svg("g");
    stage.add(&body);
    Canvas::in_group(body).show(&still.picture);
    stage.add(&svg("path").class("fig-arrow").attr("d", &still.arrow));
}

const fn asked(front: bool) -> View {
    if front { View::Front } else { View::Side }
}

/// The playback state of a motion.
struct Playback {
    motion: &'static Motion,
    sampler: MotionSampler,
    controls: Controls,
    ground: El,
    stage: El,
    still: El,
    moving: El,
    canvas: Canvas,
    pointer: El,
    guide: El,
    ring: El,
    /// Seconds into the loop.
    time: Cell<f32>,
    /// True while it is visible; otherwise nothing is painted.
    seen: Cell<bool>,
    /// The browser's clock at the last frame, in milliseconds; none while it stands, and before the first.
    last: Cell<Option<f64>>,
    /// True if a frame is requested.
    running: Cell<bool>,
    frames: Frames,
    sight: OnceCell<VisibilityObserver>,
    /// The empty share of the ring as it is shown, in percent; none in motion.
    ring_left: Cell<Option<i32>>,
}

impl Playback {
    fn of(motion: &'static Motion, controls: Controls, playback: Weak<Self>) -> Self {
        let step = move |now: f64| playback.upgrade().into_iter().for_each(|playback| playback.step(now));
        let part = |part: &'static str| svg("g").attr("data-figure", part);
        let (still, moving, body) = (part("still"), part("moving"), svg("g"));
        let (pointer, guide) = (
            svg("circle").class("fig-pointer").attr("data-figure", "pointer").attr("r", "62"),
            svg("path").class("fig-guide").attr("data-figure", "guide"),
        );
        let moving = moving.child(body.clone()).child(guide.clone()).child(pointer.clone());
        Self {
            motion,
            sampler: MotionSampler::of(motion),
            controls,
            ground: ground(),
            stage: svg("g").child(still.clone()).child(moving.clone()),
            still,
            moving,
            canvas: Canvas::in_group(body),
            pointer,
            guide,
            ring: svg("circle").class("fig-ring").attr("data-figure", "hold").attr("r", "46").attr("pathLength", "100"),
            time: Cell::new(0.0),
            seen: Cell::new(true),
            last: Cell::new(None),
            running: Cell::new(false),
            frames: Frames::new(step),
            sight: OnceCell::new(),
            ring_left: Cell::new(Some(-1)),
        }
    }

    /// Connects everything that changes to its signals.
    fn follow(self: &Rc<Self>, root: &El, name: String) {
        let (playback, shown) = (self.clone(), root.clone());
        follow(Box::new(move || playback.set_stage(&shown, &name)));
        let playback = self.clone();
        follow(Box::new(move || {
            if playback.controls.playing.get() {
                playback.play();
            }
        }));
        let playback = Rc::downgrade(self);
        let see = move |seen| playback.upgrade().into_iter().for_each(|playback: Rc<Self>| playback.see(seen));
        self.sight.get_or_init(|| VisibilityObserver::watch(root.element(), see));
        let playback = self.clone();
        follow(Box::new(move || playback.point(playback.controls.moment.get(), asked(playback.controls.front.get()))));
    }

    /// Sets the stage for the requested view and side, and paints the present moment.
    fn set_stage(&self, root: &El, name: &str) {
        let view = asked(self.controls.front.get());
        let mirrored = self.controls.mirrored.get();
        let (mut stage, mut words) = (Stage::of(self.motion, &self.sampler, view), self.motion.words.to_owned());
        if mirrored {
            (stage, words) = (stage.mirrored(), mirrored_words(&words));
        }
        set_frame(root, stage, name, &words);
        self.stage.set_present("transform", mirrored, "scale(-1 1)");
        let (x, y) = stage.corner();
        self.ring.set("cx", &x.to_string());
        self.ring.set("cy", &y.to_string());
        self.still.clear();
        show_still(&self.still, self.motion, &self.sampler, self.motion.views.view(self.motion.still.1, view));
        self.paint();
    }

    fn show_still(&self, still: bool) {
        self.still.set_present("display", !still, "none");
        self.moving.set_present("display", still, "none");
    }

    /// Goes to the moment of a cue and points at its place. Without one, points at nothing; people who prefer less
    /// motion then see the still.
    fn point(&self, moment: Option<CuePoint>, asked: View) {
        self.pointer.set_present("display", moment.is_none(), "none");
        self.guide.set_present("display", moment.is_none(), "none");
        let standing = !self.controls.playing.get_untracked();
        self.show_still(moment.is_none() && standing && wants_less_motion());
        let Some(moment) = moment else { return };
        self.time.set(moment.at);
        self.paint();
        let view = self.motion.views.view(moment.at, asked);
        let body = self.sampler.at(moment.at);
        let (x, y) = body.mark(moment.joint, view);
        self.pointer.set("cx", &x.to_string());
        self.pointer.set("cy", &y.to_string());
        self.guide.set("d", &moment.line.map(|line| body.guide(line, view)).unwrap_or_default());
    }

    fn play(&self) {
        self.show_still(false);
        self.run();
    }

    /// Called when it becomes visible, or leaves the screen.
    fn see(&self, seen: bool) {
        self.seen.set(seen);
        self.run();
    }

    /// Requests the next frame, if there is something to paint and none is requested.
    fn run(&self) {
        let wanted = self.seen.get() && self.controls.playing.try_get_untracked().unwrap_or(false);
        if !wanted {
            self.last.set(None);
        } else if !self.running.replace(true) {
            self.frames.next();
        }
    }

    fn step(&self, now: f64) {
        self.running.set(false);
        #[allow(clippy::cast_possible_truncation, reason = "a step is a fraction of a second")]
        let step = (now - self.last.replace(Some(now)).unwrap_or(now)) as f32 / 1000.0;
        self.run();
        if self.running.get() {
            let tempo = if self.controls.slow.get_untracked() { 0.5 } else { 1.0 };
            self.time.set((self.time.get() + step.min(LONGEST_STEP) * tempo).rem_euclid(self.motion.period));
            self.paint();
        }
    }

    fn paint(&self) {
        let time = self.time.get();
        let view = self.motion.views.view(time, asked(self.controls.front.get_untracked()));
        self.canvas.show(&Picture::of(self.motion, &self.sampler.at(time), view, time));
        let left = self.sampler.held(time).map(percent_left);
        if left != self.ring_left.replace(left) {
            self.ring.set_present("display", left.is_none(), "none");
            self.ring.set("stroke-dashoffset", &left.unwrap_or(100).to_string());
        }
    }
}

#[allow(clippy::cast_possible_truncation, reason = "a share of a hundred")]
fn percent_left(share: f32) -> i32 {
    (100.0 - 100.0 * share) as i32
}

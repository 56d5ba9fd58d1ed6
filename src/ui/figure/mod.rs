//! The moving figure as a part: it plays a motion, stands still for who asks for less motion, and points at what a cue
//! speaks of.

mod canvas;
mod frames;

use super::element::{El, follow, svg};
use crate::domain::figure::{Moment, Motion, PATH_SCALE, Picture, Reel, Stage, Still, View, mirrored_words};
use canvas::Canvas;
use frames::{Frames, Sight};
use leptos::prelude::{Get, GetUntracked, RwSignal, window};
use std::cell::{Cell, OnceCell};
use std::rc::{Rc, Weak};

/// The longest step between two frames, in seconds: a page that slept goes on where it was.
const LONGEST_STEP: f32 = 0.1;

/// Whether this is the app without its figure, by which the figure is weighed (`make sizes`).
pub const WEIGHED_WITHOUT: bool = cfg!(feature = "figureless");

/// How a figure is shown, as signals that its controls set.
#[derive(Clone, Copy)]
pub struct Controls {
    /// Whether it moves.
    pub playing: RwSignal<bool>,
    /// Whether at half its tempo.
    pub slow: RwSignal<bool>,
    /// Whether from the front, for motions that are shown from both sides.
    pub front: RwSignal<bool>,
    /// Whether the other side works: left is right.
    pub mirrored: RwSignal<bool>,
    /// The moment a cue points at; the figure goes there and stands.
    pub moment: RwSignal<Option<Moment>>,
}

impl Controls {
    /// Playing at its own tempo from the side; standing for who asks for less motion.
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

/// Whether the person asks the system for less motion.
fn wants_less_motion() -> bool {
    let asked = window().match_media("(prefers-reduced-motion: reduce)");
    asked.ok().flatten().is_some_and(|query| query.matches())
}

/// A motion that plays. `name` says what it is of; the motion's own sentence follows for who cannot see it.
#[must_use]
pub fn figure(name: &str, motion: &'static Motion, controls: Controls) -> El {
    if WEIGHED_WITHOUT {
        return svg("svg");
    }
    let film = Rc::new_cyclic(|film| Film::of(motion, controls, film.clone()));
    let root = frame().child(film.ground.clone()).child(film.stage.clone()).child(film.ring.clone());
    film.follow(&root, name.to_owned());
    root
}

/// The still of a motion: a dashed start, the end, and an arrow. For lists, and wherever nothing is to move.
#[must_use]
pub fn still_figure(name: &str, motion: &'static Motion) -> El {
    if WEIGHED_WITHOUT {
        return svg("svg");
    }
    let reel = Reel::of(motion);
    let view = motion.shots.view(motion.still.1, View::Side);
    let stage = svg("g");
    show_still(&stage, motion, &reel, view);
    let root = frame().child(ground()).child(stage);
    set_frame(&root, Stage::of(motion, &reel, view), name, motion.words);
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

fn show_still(stage: &El, motion: &Motion, reel: &Reel, view: View) {
    let still = Still::of(motion, reel, view);
    stage.add(&svg("path").class("fig-ghost").attr("transform", PATH_SCALE).attr("d", &still.ghost));
    let body = svg("g");
    stage.add(&body);
    Canvas::in_group(body).show(&still.picture);
    stage.add(&svg("path").class("fig-arrow").attr("d", &still.arrow));
}

const fn asked(front: bool) -> View {
    if front { View::Front } else { View::Side }
}

/// A motion on its way through time.
struct Film {
    motion: &'static Motion,
    reel: Reel,
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
    /// Whether it is on screen; out of sight nothing is painted.
    seen: Cell<bool>,
    /// The browser's clock at the last frame, in milliseconds; nothing while it stands, and before the first.
    last: Cell<Option<f64>>,
    /// Whether a frame is on its way.
    running: Cell<bool>,
    frames: Frames,
    sight: OnceCell<Sight>,
    /// How much of the ring is empty, in percent, as it is shown; nothing in motion.
    ring_left: Cell<Option<i32>>,
}

impl Film {
    fn of(motion: &'static Motion, controls: Controls, film: Weak<Self>) -> Self {
        let step = move |now: f64| film.upgrade().into_iter().for_each(|film| film.step(now));
        let part = |part: &'static str| svg("g").attr("data-figure", part);
        let (still, moving, body) = (part("still"), part("moving"), svg("g"));
        let (pointer, guide) = (
            svg("circle").class("fig-pointer").attr("data-figure", "pointer").attr("r", "62"),
            svg("path").class("fig-guide").attr("data-figure", "guide"),
        );
        let moving = moving.child(body.clone()).child(guide.clone()).child(pointer.clone());
        Self {
            motion,
            reel: Reel::of(motion),
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

    /// Ties everything that changes to its signals.
    fn follow(self: &Rc<Self>, root: &El, name: String) {
        let (film, shown) = (self.clone(), root.clone());
        follow(Box::new(move || film.set_stage(&shown, &name)));
        let film = self.clone();
        follow(Box::new(move || {
            if film.controls.playing.get() {
                film.play();
            }
        }));
        let film = Rc::downgrade(self);
        let see = move |seen| film.upgrade().into_iter().for_each(|film: Rc<Self>| film.see(seen));
        self.sight.get_or_init(|| Sight::watch(root.element(), see));
        let film = self.clone();
        follow(Box::new(move || film.point(film.controls.moment.get(), asked(film.controls.front.get()))));
    }

    /// Sets the stage for the view and the side asked for, and paints what stands there.
    fn set_stage(&self, root: &El, name: &str) {
        let view = asked(self.controls.front.get());
        let mirrored = self.controls.mirrored.get();
        let (mut stage, mut words) = (Stage::of(self.motion, &self.reel, view), self.motion.words.to_owned());
        if mirrored {
            (stage, words) = (stage.mirrored(), mirrored_words(&words));
        }
        set_frame(root, stage, name, &words);
        self.stage.set_present("transform", mirrored, "scale(-1 1)");
        let (x, y) = stage.corner();
        self.ring.set("cx", &x.to_string());
        self.ring.set("cy", &y.to_string());
        self.still.clear();
        show_still(&self.still, self.motion, &self.reel, self.motion.shots.view(self.motion.still.1, view));
        self.paint();
    }

    fn show_still(&self, still: bool) {
        self.still.set_present("display", !still, "none");
        self.moving.set_present("display", still, "none");
    }

    /// Goes to the moment of a cue and points at what it speaks of; without one, points at nothing, and who asks for less
    /// motion sees the still.
    fn point(&self, moment: Option<Moment>, asked: View) {
        self.pointer.set_present("display", moment.is_none(), "none");
        self.guide.set_present("display", moment.is_none(), "none");
        let standing = !self.controls.playing.get_untracked();
        self.show_still(moment.is_none() && standing && wants_less_motion());
        let Some(moment) = moment else { return };
        self.time.set(moment.at);
        self.paint();
        let view = self.motion.shots.view(moment.at, asked);
        let body = self.reel.at(moment.at);
        let (x, y) = body.mark(moment.joint, view);
        self.pointer.set("cx", &x.to_string());
        self.pointer.set("cy", &y.to_string());
        self.guide.set("d", &moment.line.map(|line| body.guide(line, view)).unwrap_or_default());
    }

    fn play(&self) {
        self.show_still(false);
        self.run();
    }

    /// Comes into sight, or leaves it.
    fn see(&self, seen: bool) {
        self.seen.set(seen);
        self.run();
    }

    /// Asks for the next frame, where there is something to paint and none is on its way.
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
        let view = self.motion.shots.view(time, asked(self.controls.front.get_untracked()));
        self.canvas.show(&Picture::of(self.motion, &self.reel.at(time), view, time));
        let left = self.reel.held(time).map(percent_left);
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

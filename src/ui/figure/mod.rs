//! The moving figure as a part: it plays a motion, stands still for who asks for less motion, and points at what a cue
//! speaks of.

mod canvas;

use super::element::{El, follow, svg};
use crate::domain::figure::{Moment, Motion, Picture, Reel, Stage, Still, View};
use canvas::Canvas;
use leptos::prelude::{Get, GetUntracked, IsDisposed, RwSignal, StoredValue, request_animation_frame, window};
use std::cell::Cell;
use std::rc::Rc;

/// The longest step between two frames, in seconds: a page that slept goes on where it was.
const LONGEST_STEP: f32 = 0.1;

/// In how many frames it is looked once whether the figure is on screen; out of sight nothing is painted.
const LOOK_AROUND: u32 = 20;

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
    let film = Rc::new(Film::of(motion, controls));
    let root = frame(name, motion).child(film.ground.clone()).child(film.stage.clone()).child(film.ring.clone());
    film.follow(&root);
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
    let root = frame(name, motion).child(ground()).child(stage);
    root.set("viewBox", &Stage::of(motion, &reel, view).view_box());
    root
}

fn frame(name: &str, motion: &Motion) -> El {
    svg("svg").class("figure").attr("role", "img").attr("aria-label", &format!("{name}. {}", motion.words))
}

fn ground() -> El {
    svg("path").class("fig-ground").attr("d", "M-3000 0H3000")
}

fn show_still(stage: &El, motion: &Motion, reel: &Reel, view: View) {
    let still = Still::of(motion, reel, view);
    stage.add(&svg("path").class("fig-ghost").attr("d", &still.ghost));
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
    /// How many frames there were.
    frame: Cell<u32>,
    /// Whether it is on screen, as far as was last looked.
    seen: Cell<bool>,
    /// The browser's clock at the last frame, in milliseconds; nothing while it stands.
    last: Cell<Option<f64>>,
    /// Ends with the view.
    alive: StoredValue<()>,
}

impl Film {
    fn of(motion: &'static Motion, controls: Controls) -> Self {
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
            time: Cell::new(motion.still.0),
            frame: Cell::new(0),
            seen: Cell::new(true),
            last: Cell::new(None),
            alive: StoredValue::new(()),
        }
    }

    /// Ties everything that changes to its signals.
    fn follow(self: &Rc<Self>, root: &El) {
        let (film, shown) = (self.clone(), root.clone());
        follow(Box::new(move || film.set_stage(&shown)));
        let film = self.clone();
        follow(Box::new(move || {
            film.stage.set("transform", if film.controls.mirrored.get() { "scale(-1 1)" } else { "" });
        }));
        let film = self.clone();
        follow(Box::new(move || {
            if film.controls.playing.get() {
                film.play();
            }
        }));
        let film = self.clone();
        follow(Box::new(move || film.point(film.controls.moment.get())));
    }

    /// Sets the stage for the view asked for, and paints what stands there.
    fn set_stage(&self, root: &El) {
        let view = asked(self.controls.front.get());
        let stage = Stage::of(self.motion, &self.reel, view);
        root.set("viewBox", &stage.view_box());
        self.ring.set("cx", &(stage.left + stage.width - 70).to_string());
        self.ring.set("cy", &(stage.top + 70).to_string());
        self.still.clear();
        show_still(&self.still, self.motion, &self.reel, self.motion.shots.view(self.motion.still.1, view));
        let untouched = !self.controls.playing.get_untracked()
            && self.last.get().is_none()
            && self.controls.moment.get_untracked().is_none();
        self.show_still(untouched && wants_less_motion());
        self.paint();
    }

    fn show_still(&self, still: bool) {
        self.still.set_present("display", !still, "none");
        self.moving.set_present("display", still, "none");
    }

    /// Goes to the moment of a cue and points at what it speaks of; without one, points at nothing.
    fn point(&self, moment: Option<Moment>) {
        self.pointer.set_present("display", moment.is_none(), "none");
        self.guide.set_present("display", moment.is_none(), "none");
        let Some(moment) = moment else { return };
        self.show_still(false);
        self.time.set(moment.at);
        self.paint();
        let view = self.motion.shots.view(moment.at, asked(self.controls.front.get_untracked()));
        let body = self.reel.at(moment.at);
        let (x, y) = body.mark(moment.joint, view);
        self.pointer.set("cx", &x.to_string());
        self.pointer.set("cy", &y.to_string());
        self.guide.set("d", &moment.line.map(|line| body.guide(line, view)).unwrap_or_default());
    }

    fn play(self: &Rc<Self>) {
        self.show_still(false);
        if self.last.get().is_none() {
            self.last.set(Some(now()));
            self.next_frame();
        }
    }

    fn next_frame(self: &Rc<Self>) {
        let film = self.clone();
        request_animation_frame(move || film.step());
    }

    fn step(self: &Rc<Self>) {
        if self.alive.is_disposed() || !self.controls.playing.get_untracked() {
            self.last.set(None);
            return;
        }
        let now = now();
        #[allow(clippy::cast_possible_truncation, reason = "a step is a fraction of a second")]
        let step = (now - self.last.get().unwrap_or(now)) as f32 / 1000.0;
        let tempo = if self.controls.slow.get_untracked() { 0.5 } else { 1.0 };
        self.last.set(Some(now));
        self.time.set((self.time.get() + step.min(LONGEST_STEP) * tempo).rem_euclid(self.motion.period));
        let frame = self.frame.get();
        self.frame.set(frame.wrapping_add(1));
        if frame.is_multiple_of(LOOK_AROUND) {
            self.seen.set(self.stage.is_on_screen());
        }
        if self.seen.get() {
            self.paint();
        }
        self.next_frame();
    }

    fn paint(&self) {
        let time = self.time.get();
        let view = self.motion.shots.view(time, asked(self.controls.front.get_untracked()));
        self.canvas.show(&Picture::of(self.motion, &self.reel.at(time), view, time));
        let held = self.reel.held(time);
        self.ring.set_present("display", held.is_none(), "none");
        if let Some(held) = held {
            self.ring.set("stroke-dashoffset", &percent_left(held).to_string());
        }
    }
}

#[allow(clippy::cast_possible_truncation, reason = "a share of a hundred")]
fn percent_left(share: f32) -> i32 {
    (100.0 - 100.0 * share) as i32
}

fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

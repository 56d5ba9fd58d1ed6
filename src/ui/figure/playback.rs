//! The playback of a motion: its time, the view it is seen from, and what is painted of it.

use super::canvas::Canvas;
use super::frames::{Frames, VisibilityObserver};
use super::still::StillPicture;
use super::turning::{self, HandTurn};
use super::{Controls, ground, set_name, wants_less_motion};
use crate::domain::figure::{CuePoint, Motion, Order, Scene, Skeleton, View, mirrored_words, wrapped};
use crate::ui::element::{El, follow, svg};
use leptos::prelude::{Get, GetUntracked, Set, untrack};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};

/// The longest step between two frames, in seconds: a page that slept continues where it was.
const LONGEST_STEP: f32 = 0.1;
/// Seconds of the turn from one view to another.
const TURN: f32 = 0.4;

/// The azimuth from which the figure is seen, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Azimuth {
    /// It stays so.
    At(f32),
    /// It turns from one to another; so many seconds of the turn are over.
    Turning { from: f32, to: f32, gone: f32 },
    /// It is held by a finger.
    Held(f32),
}

impl Azimuth {
    fn now(self) -> f32 {
        match self {
            Self::At(azimuth) | Self::Held(azimuth) => azimuth,
            Self::Turning { from, to, gone } => {
                let share = gone / TURN;
                wrapped(from + wrapped(to - from) * share * share * (3.0 - 2.0 * share))
            }
        }
    }

    fn after(self, seconds: f32) -> Self {
        match self {
            Self::Turning { to, gone, .. } if gone + seconds >= TURN => Self::At(to),
            Self::Turning { from, to, gone } => Self::Turning { from, to, gone: gone + seconds },
            other => other,
        }
    }
}

/// The playback state of a motion.
pub(super) struct Playback {
    name: String,
    scene: Scene,
    controls: Controls,
    /// Room for every view; none for a figure that is as large as each view allows.
    room: Option<(i32, i32)>,
    root: El,
    stage: El,
    still: El,
    still_picture: StillPicture,
    moving: El,
    canvas: Canvas,
    order: RefCell<Order>,
    pointer: El,
    guide: El,
    ring: El,
    less_motion: bool,
    /// Seconds into the loop.
    time: Cell<f32>,
    azimuth: Cell<Azimuth>,
    /// True while it is visible; otherwise nothing is painted.
    seen: Cell<bool>,
    /// True if the still is shown in place of the motion.
    stands_still: Cell<bool>,
    /// The browser's clock at the last frame, in milliseconds; none while it stands, and before the first.
    last: Cell<Option<f64>>,
    /// True if a frame is requested.
    running: Cell<bool>,
    /// True if something else than time has changed since the last frame.
    changed: Cell<bool>,
    frames: Frames,
    sight: OnceCell<VisibilityObserver>,
    /// The view and the side of the stage as it is shown.
    staged: Cell<Option<(View, bool)>>,
    /// The empty share of the ring as it is shown, in percent; none in motion.
    ring_left: Cell<Option<i32>>,
}

impl Playback {
    pub(super) fn of(root: El, name: &str, motion: &'static Motion, controls: Controls, tight: bool) -> Rc<Self> {
        let scene = Scene::of(motion);
        let part = |part: &'static str| svg("g").attr("data-figure", part);
        let (still, moving, body) = (part("still"), part("moving"), svg("g"));
        let (pointer, guide) = (
            svg("circle").class("fig-pointer").attr("data-figure", "pointer").attr("r", "62"),
            svg("path").class("fig-guide").attr("data-figure", "guide"),
        );
        let moving = moving.child(body.clone()).child(guide.clone()).child(pointer.clone());
        let stage = svg("g").child(still.clone()).child(moving.clone());
        let ring =
            svg("circle").class("fig-ring").attr("data-figure", "hold").attr("r", "46").attr("pathLength", "100");
        let root = root.child(ground()).child(stage.clone()).child(ring.clone());
        Rc::new_cyclic(|playback: &Weak<Self>| {
            let playback = playback.clone();
            let step = move |now: f64| playback.upgrade().into_iter().for_each(|playback| playback.step(now));
            Self {
                name: name.to_owned(),
                room: (!tight).then(|| scene.room()),
                azimuth: Cell::new(Azimuth::At(scene.view(0.0, controls.azimuth.get_untracked()).azimuth)),
                scene,
                controls,
                root,
                stage,
                still_picture: StillPicture::in_group(&still),
                still,
                moving,
                canvas: Canvas::in_group(body),
                order: RefCell::default(),
                pointer,
                guide,
                ring,
                less_motion: wants_less_motion(),
                time: Cell::new(0.0),
                seen: Cell::new(true),
                stands_still: Cell::new(false),
                last: Cell::new(None),
                running: Cell::new(false),
                changed: Cell::new(false),
                frames: Frames::new(step),
                sight: OnceCell::new(),
                staged: Cell::new(None),
                ring_left: Cell::new(Some(-1)),
            }
        })
    }

    /// Connects everything that changes to its signals.
    pub(super) fn follow(self: &Rc<Self>) {
        let playback = self.clone();
        follow(Box::new(move || {
            let (_, mirrored) = (playback.controls.azimuth.get(), playback.controls.mirrored.get());
            playback.stage.set_present("transform", mirrored, "scale(-1 1)");
            untrack(|| playback.aim());
            playback.paint();
            playback.paint_still();
        }));
        let playback = self.clone();
        follow(Box::new(move || {
            if playback.controls.playing.get() {
                playback.show_still(false);
                playback.run();
            }
        }));
        let playback = Rc::downgrade(self);
        let see = move |seen| {
            if let Some(playback) = playback.upgrade() {
                playback.seen.set(seen);
                playback.run();
            }
        };
        self.sight.get_or_init(|| VisibilityObserver::watch(self.root.element(), see));
        let playback = self.clone();
        follow(Box::new(move || playback.point(playback.controls.moment.get())));
        let playback = Rc::downgrade(self);
        turning::listen(self.root.clone(), move |turn| {
            if let Some(playback) = playback.upgrade() {
                playback.turn(turn);
            }
        });
    }

    /// Turns to the view that is chosen, or to the motion's own at this moment, and says from where it is seen.
    fn aim(&self) {
        let view = self.scene.view(self.time.get(), self.controls.azimuth.get_untracked());
        let (now, to) = (self.azimuth.get(), view.azimuth);
        let is_there = match now {
            Azimuth::At(azimuth) => is_same(azimuth, to),
            Azimuth::Turning { to: goal, .. } => is_same(goal, to),
            Azimuth::Held(_) => true,
        };
        if !is_there {
            let at_once = self.less_motion || self.staged.get().is_none();
            self.azimuth.set(if at_once {
                Azimuth::At(to)
            } else {
                Azimuth::Turning { from: now.now(), to, gone: 0.0 }
            });
            self.change();
        }
        self.controls.seen.set(to);
        let (motion, seen) = (self.scene.motion.words, Some(self.controls.seen_words()));
        if self.controls.mirrored.get_untracked() {
            set_name(&self.root, &self.name, &mirrored_words(motion), seen);
        } else {
            set_name(&self.root, &self.name, motion, seen);
        }
    }

    /// Follows a hand.
    fn turn(&self, turn: HandTurn) {
        let turned = |by: f32| {
            let by = if self.controls.mirrored.get_untracked() { -by } else { by };
            wrapped(self.azimuth.get().now() + by)
        };
        match turn {
            HandTurn::Dragged(by) => {
                self.azimuth.set(Azimuth::Held(turned(by)));
                self.change();
            }
            HandTurn::Dropped => {
                let there = self.azimuth.get().now();
                self.azimuth.set(Azimuth::At(there));
                self.controls.azimuth.set(Some(there));
            }
            HandTurn::Stepped(by) => {
                let goal = self.controls.seen.get_untracked();
                let by = if self.controls.mirrored.get_untracked() { -by } else { by };
                self.controls.azimuth.set(Some(wrapped(goal + by)));
            }
            HandTurn::Home => self.controls.azimuth.set(None),
        }
    }

    fn show_still(&self, still: bool) {
        self.stands_still.set(still);
        self.still.set_present("display", !still, "none");
        self.moving.set_present("display", still, "none");
    }

    /// Goes to the moment of a cue and points at its place. Without one, points at nothing; people who prefer less
    /// motion then see the still.
    fn point(&self, moment: Option<CuePoint>) {
        self.pointer.set_present("display", moment.is_none(), "none");
        self.guide.set_present("display", moment.is_none(), "none");
        let standing = !self.controls.playing.get_untracked();
        self.show_still(moment.is_none() && standing && self.less_motion);
        if let Some(moment) = moment {
            self.time.set(moment.at);
            untrack(|| self.aim());
            self.paint();
        }
    }

    /// Paints again in the next frame.
    fn change(&self) {
        self.changed.set(true);
        self.run();
    }

    /// Requests the next frame, if there is something to paint and none is requested.
    fn run(&self) {
        let plays = self.controls.playing.try_get_untracked().unwrap_or(false);
        let turns = matches!(self.azimuth.get(), Azimuth::Turning { .. });
        if !(self.seen.get() && (plays || turns || self.changed.get())) {
            self.last.set(None);
        } else if !self.running.replace(true) {
            self.frames.next();
        }
    }

    fn step(&self, now: f64) {
        self.running.set(false);
        #[allow(clippy::cast_possible_truncation, reason = "a step is a fraction of a second")]
        let step = (now - self.last.replace(Some(now)).unwrap_or(now)) as f32 / 1000.0;
        let Some(plays) = self.controls.playing.try_get_untracked() else { return };
        if !self.seen.get() {
            return self.run();
        }
        let step = step.min(LONGEST_STEP);
        if plays {
            let tempo = if self.controls.slow.get_untracked() { 0.5 } else { 1.0 };
            let holding = self.controls.holding.get_untracked();
            self.time.set(self.scene.sampler.after(self.time.get(), step * tempo, holding));
            if self.controls.azimuth.get_untracked().is_none() {
                self.cut();
            }
        }
        self.changed.set(false);
        self.azimuth.set(self.azimuth.get().after(step));
        self.run();
        if self.stands_still.get() {
            self.paint_still();
        } else {
            self.paint();
        }
    }

    /// Turns where the motion's own view changes.
    fn cut(&self) {
        let own = self.scene.view(self.time.get(), None).azimuth;
        if !is_same(self.controls.seen.get_untracked(), own) {
            self.aim();
        }
    }

    /// The present view: the motion's own one is as it says.
    fn view(&self) -> View {
        let azimuth = self.azimuth.get().now();
        let own = self.scene.view(self.time.get(), None);
        if is_same(own.azimuth, azimuth) { own } else { self.scene.from(azimuth) }
    }

    fn paint(&self) {
        let (time, view) = (self.time.get(), self.view());
        self.set_stage(view);
        let body = self.scene.sampler.at(time);
        let camera = view.camera();
        self.canvas.show(self.scene.shapes(&body, time, &camera, &mut self.order.borrow_mut()));
        self.mark(&body, view);
        let left = self.scene.sampler.held(time).map(percent_left);
        if left != self.ring_left.replace(left) {
            self.ring.set_present("display", left.is_none(), "none");
            self.ring.set("stroke-dashoffset", &left.unwrap_or(100).to_string());
        }
    }

    fn paint_still(&self) {
        let chosen = match self.azimuth.get() {
            Azimuth::Held(azimuth) => Some(azimuth),
            _ => self.controls.azimuth.get_untracked(),
        };
        let view = self.scene.view(self.scene.motion.still.1, chosen);
        if self.stands_still.get() {
            self.set_stage(view);
        }
        self.still_picture.show(self.scene.still(view));
    }

    /// Puts ring and line of the cue on the body.
    fn mark(&self, body: &Skeleton, view: View) {
        let Some(moment) = self.controls.moment.get_untracked() else { return };
        let camera = view.camera();
        let (x, y) = body.mark(moment.joint, &camera);
        self.pointer.set("cx", &x.to_string());
        self.pointer.set("cy", &y.to_string());
        self.guide.set("d", &moment.line.map(|line| body.guide(line, &camera)).unwrap_or_default());
    }

    /// Sets the area of the picture for this view.
    fn set_stage(&self, view: View) {
        let mirrored = self.controls.mirrored.get_untracked();
        if self.staged.replace(Some((view, mirrored))) == Some((view, mirrored)) {
            return;
        }
        let mut stage = self.scene.stage(view).within(self.room.unwrap_or_default());
        if mirrored {
            stage = stage.mirrored();
        }
        self.root.set("viewBox", &stage.view_box());
        let (x, y) = stage.corner();
        self.ring.set("cx", &x.to_string());
        self.ring.set("cy", &y.to_string());
    }
}

/// True for angles that no picture tells apart.
fn is_same(one: f32, other: f32) -> bool {
    (one - other).abs() < 0.01
}

#[allow(clippy::cast_possible_truncation, reason = "a share of a hundred")]
fn percent_left(share: f32) -> i32 {
    (100.0 - 100.0 * share) as i32
}

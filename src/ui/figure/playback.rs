//! The playback of a motion: its time, the view it is seen from, and what is painted of it.

use super::canvas::Canvas;
use super::frames::{Frames, VisibilityObserver};
use super::still::StillPicture;
use super::turning::{self, HandTurn};
use super::{ControlValues, Controls, FigureHighlight, ground, part, seen_words, set_name, wants_less_motion};
use crate::domain::figure::{
    CuePoint, Motion, Order, PATH_SCALE, Point, Scene, Skeleton, Stage, Touch, View, azimuth_of, best_azimuth,
    mirrored_words, muscle_outline, part_outline, whole_degrees, wrapped,
};
use crate::ui::element::{El, follow};
use leptos::prelude::{Set, untrack};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

/// The longest step between two frames, in seconds: a page that slept continues where it was.
const LONGEST_STEP: f32 = 0.1;
/// Distance at which a tap still finds a limb, in standing heights.
const NEAR: f32 = 0.012;
/// Seconds of the turn from one view to another.
const TURN: f32 = 0.4;

/// A turn of the figure from one azimuth to another, in degrees; so many seconds of it are over.
#[derive(Clone, Copy, Debug, PartialEq)]
struct ViewTurn {
    from: f32,
    to: f32,
    gone: f32,
}

impl ViewTurn {
    /// No turn: it is there.
    const fn at(azimuth: f32) -> Self {
        Self { from: azimuth, to: azimuth, gone: TURN }
    }

    fn is_over(self) -> bool {
        self.gone >= TURN
    }

    /// The present azimuth.
    fn now(self) -> f32 {
        if self.is_over() {
            return self.to;
        }
        let share = self.gone / TURN;
        wrapped(self.from + wrapped(self.to - self.from) * share * share * (3.0 - 2.0 * share))
    }
}

/// The playback state of a motion.
pub(super) struct Playback {
    name: String,
    scene: Scene,
    controls: Controls,
    values: Cell<ControlValues>,
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
    /// The outline of what is highlighted.
    lit: El,
    lit_outline: RefCell<Option<String>>,
    /// The place that a finger is on.
    pressed: Cell<Option<Touch>>,
    less_motion: bool,
    /// Seconds into the loop.
    time: Cell<f32>,
    /// The place of the cue that it points at.
    moment: Cell<Option<CuePoint>>,
    turn: Cell<ViewTurn>,
    /// True while a finger holds it.
    held: Cell<bool>,
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
    _sight: VisibilityObserver,
    /// The view and the side of the stage as it is shown.
    staged: Cell<Option<(View, bool)>>,
    /// The view of the still as it is shown.
    still_view: Cell<Option<View>>,
    /// The empty share of the ring as it is shown, in percent; none in motion.
    ring_left: Cell<Option<i32>>,
}

impl Playback {
    /// Plays `motion` in `root`, as the controls say.
    pub(super) fn start(root: &El, name: &str, motion: &'static Motion, controls: Controls, tight: bool) {
        let scene = Scene::of(motion);
        ground(root);
        let stage = part(root, "g", "class", "fig-stage");
        let still = part(&stage, "g", "data-figure", "still");
        let moving = part(&stage, "g", "data-figure", "moving");
        let values = untrack(|| controls.values());
        let playback = Rc::new_cyclic(|playback: &Weak<Self>| {
            let (stepped, sighted) = (playback.clone(), playback.clone());
            let step = move |now: f64| {
                if let Some(playback) = stepped.upgrade() {
                    playback.step(now);
                }
            };
            let see = move |seen| {
                if let Some(playback) = sighted.upgrade() {
                    playback.seen.set(seen);
                    playback.run();
                }
            };
            Self {
                name: name.to_owned(),
                room: (!tight).then(|| scene.room()),
                turn: Cell::new(ViewTurn::at(scene.view(0.0, values.azimuth()).azimuth)),
                scene,
                controls,
                values: Cell::new(values),
                still_picture: StillPicture::in_group(&still),
                canvas: Canvas::in_group(part(&moving, "g", "class", "fig-body")),
                guide: part(&moving, "path", "class", "fig-guide").attr("data-figure", "guide"),
                pointer: part(&moving, "circle", "class", "fig-pointer").attr("data-figure", "pointer").attr("r", "62"),
                ring: part(root, "circle", "class", "fig-ring")
                    .attr("data-figure", "hold")
                    .attr("r", "46")
                    .attr("pathLength", "100"),
                lit: part(&stage, "path", "class", "fig-touched").attr("transform", PATH_SCALE),
                lit_outline: RefCell::default(),
                pressed: Cell::new(None),
                root: root.clone(),
                stage,
                still,
                moving,
                order: RefCell::default(),
                less_motion: wants_less_motion(),
                time: Cell::new(0.0),
                moment: Cell::new(None),
                held: Cell::new(false),
                seen: Cell::new(true),
                stands_still: Cell::new(false),
                last: Cell::new(None),
                running: Cell::new(false),
                changed: Cell::new(false),
                frames: Frames::new(step),
                _sight: VisibilityObserver::watch(root.element(), see),
                staged: Cell::new(None),
                still_view: Cell::new(None),
                ring_left: Cell::new(Some(-1)),
            }
        });
        let turned = Rc::downgrade(&playback);
        turning::listen(
            root,
            Box::new(move |turn| {
                if let Some(playback) = turned.upgrade() {
                    playback.turn(turn);
                }
            }),
        );
        follow(Box::new(move || playback.take(controls.values())));
    }

    /// Takes over the values of the controls, and shows what they say. With a cue it goes to the moment of it and points at its
    /// place; without one, people who prefer less motion see the still while it does not play.
    fn take(&self, mut values: ControlValues) {
        if let Some(elapsed) = values.elapsed.take().filter(|_| values.plays() && !values.holding) {
            self.keep_time(elapsed);
        }
        // In the player they are set every second, mostly to what they are.
        let last = self.values.replace(values);
        if last == values && self.staged.get().is_some() {
            return;
        }
        if last.highlight != values.highlight {
            self.turn_to(values.highlight);
        }
        self.stage.set_present("transform", values.mirrored, "scale(-1 1)");
        let moments = self.scene.motion.moments;
        let moment = moments.iter().find(|moment| u32::try_from(moment.cue).ok() == values.cue).copied();
        self.moment.set(moment);
        self.pointer.set_present("display", moment.is_none(), "none");
        self.guide.set_present("display", moment.is_none(), "none");
        let still = moment.is_none() && !values.plays() && self.less_motion;
        self.stands_still.set(still);
        self.still.set_present("display", !still, "none");
        self.moving.set_present("display", still, "none");
        if let Some(moment) = moment {
            self.time.set(moment.at);
        }
        self.aim();
        self.paint();
        self.paint_still();
        self.run();
    }

    /// Goes to the moment of the loop after so many milliseconds, unless it is there or nearly so.
    #[allow(clippy::cast_precision_loss, reason = "a frame more or less after hours")]
    fn keep_time(&self, elapsed: u32) {
        let at = self.scene.sampler.after(0.0, elapsed as f32 * 0.001, false);
        if (at - self.time.get()).abs() > LONGEST_STEP {
            self.time.set(at);
        }
    }

    /// Turns to the view that is chosen, or to the motion's own at this moment, and says from where it is seen.
    fn aim(&self) {
        let values = self.values.get();
        let to = self.scene.view(self.time.get(), values.azimuth()).azimuth;
        let turn = self.turn.get();
        if !self.held.get() && !is_same(turn.to, to) {
            let at_once = self.less_motion || self.staged.get().is_none();
            self.turn.set(if at_once { ViewTurn::at(to) } else { ViewTurn { from: turn.now(), to, gone: 0.0 } });
            self.change();
        }
        let seen = whole_degrees(to);
        self.controls.seen.set(seen);
        let mut words = self.scene.motion.words.to_owned();
        if values.mirrored {
            words = mirrored_words(&words);
        }
        set_name(&self.root, &self.name, &words, Some(seen_words(seen, values.mirrored)));
    }

    /// Follows a hand.
    fn turn(&self, turn: HandTurn) {
        let now = self.turn.get();
        let sign = if self.values.get().mirrored { -1.0 } else { 1.0 };
        match turn {
            HandTurn::Pressed(x, y) => self.pressed.set(self.place(x, y)),
            // The second tap on it ends it, and a tap beside the body.
            HandTurn::Tapped if self.controls.touchable => {
                let touched = self.pressed.get().map(FigureHighlight::Touched);
                self.controls.highlight.set(touched.filter(|touched| self.values.get().highlight != Some(*touched)));
            }
            HandTurn::Tapped => {}
            HandTurn::Dragged(by) => {
                self.held.set(true);
                self.turn.set(ViewTurn::at(wrapped(now.now() + by * sign)));
                self.change();
            }
            HandTurn::Dropped => {
                let there = whole_degrees(now.to);
                self.held.set(false);
                self.turn.set(ViewTurn::at(azimuth_of(there)));
                self.controls.azimuth.set(Some(there));
            }
            HandTurn::Stepped(by) => self.controls.azimuth.set(Some(whole_degrees(wrapped(now.to + by * sign)))),
            HandTurn::Home => self.controls.azimuth.set(None),
        }
    }

    /// Turns to a muscle that was chosen elsewhere, and is hidden.
    fn turn_to(&self, highlight: Option<FigureHighlight>) {
        let Some(FigureHighlight::Chosen(muscle)) = highlight else { return };
        let (time, view) = self.shown();
        let best = best_azimuth(&self.scene.sampler.at(time), muscle, view.azimuth);
        if !is_same(best, view.azimuth) {
            self.controls.azimuth.set(Some(whole_degrees(best)));
        }
    }

    /// The muscle or the part of the body that is seen at a place of the screen.
    fn place(&self, x: f32, y: f32) -> Option<Touch> {
        let ((time, view), sign) = (self.shown(), if self.values.get().mirrored { -1.0 } else { 1.0 });
        let point = point_at(&self.root, self.stage_of(view), x, y);
        Touch::at(&self.scene.sampler.at(time), &view.camera(), Point { x: point.x * sign, ..point }, NEAR)
    }

    /// The moment and the view that are shown.
    fn shown(&self) -> (f32, View) {
        if self.stands_still.get() {
            return (self.scene.motion.still.1, self.still_view());
        }
        // The motion's own view is as it says.
        let (azimuth, own) = (self.turn.get().now(), self.own_view());
        (self.time.get(), if is_same(own.azimuth, azimuth) { own } else { self.scene.from(azimuth) })
    }

    fn still_view(&self) -> View {
        let held = self.held.get().then(|| self.turn.get().to);
        self.scene.view(self.scene.motion.still.1, held.or_else(|| self.values.get().azimuth()))
    }

    /// Outlines what is highlighted.
    fn light(&self, body: &Skeleton, view: View) {
        let camera = view.camera();
        let outline = self.values.get().highlight.map(|highlight| match highlight {
            FigureHighlight::Touched(Touch { muscle: None, part, side }) => {
                part_outline(body, &camera, &[part], [0, 1].map(|one| one == side))
            }
            FigureHighlight::Touched(Touch { muscle: Some(muscle), .. }) | FigureHighlight::Chosen(muscle) => {
                muscle_outline(body, &camera, muscle)
            }
        });
        // Few frames change it: a muscle is chosen now and then, and mostly none is.
        if *self.lit_outline.borrow() != outline {
            self.lit.set_present("d", outline.is_some(), outline.as_deref().unwrap_or_default());
            self.lit_outline.replace(outline);
        }
    }

    /// Paints again in the next frame.
    fn change(&self) {
        self.changed.set(true);
        self.run();
    }

    /// Requests the next frame, if there is something to paint and none is requested.
    fn run(&self) {
        let moves = self.values.get().plays() || self.changed.get() || !self.turn.get().is_over();
        if !(self.seen.get() && moves) {
            self.last.set(None);
        } else if !self.running.replace(true) {
            self.frames.next();
        }
    }

    fn step(&self, now: f64) {
        self.running.set(false);
        #[allow(clippy::cast_possible_truncation, reason = "a step is a fraction of a second")]
        let step = (now - self.last.replace(Some(now)).unwrap_or(now)) as f32 / 1000.0;
        if !self.seen.get() {
            return self.run();
        }
        let step = step.min(LONGEST_STEP);
        let values = self.values.get();
        if values.plays() {
            self.time.set(self.scene.sampler.after(self.time.get(), step * values.tempo, values.holding));
            // Where the motion's own view changes.
            if values.azimuth.is_none() && !is_same(self.turn.get().to, self.own_view().azimuth) {
                self.aim();
            }
        }
        self.changed.set(false);
        let turn = self.turn.get();
        self.turn.set(ViewTurn { gone: turn.gone + step, ..turn });
        self.run();
        if self.stands_still.get() {
            self.paint_still();
        } else {
            self.paint();
        }
    }

    /// The motion's own view at this moment.
    fn own_view(&self) -> View {
        self.scene.view(self.time.get(), None)
    }

    fn paint(&self) {
        let (time, view) = self.shown();
        self.set_stage(view);
        let body = self.scene.sampler.at(time);
        self.canvas.show(self.scene.shapes(&body, time, &view.camera(), &mut self.order.borrow_mut()));
        self.mark(&body, view);
        self.light(&body, view);
        let left = self.scene.sampler.held(time).map(percent_left);
        if left != self.ring_left.replace(left) {
            self.ring.set_present("display", left.is_none(), "none");
            self.ring.set("stroke-dashoffset", &left.unwrap_or(100).to_string());
        }
    }

    fn paint_still(&self) {
        let view = self.still_view();
        if self.stands_still.get() {
            self.set_stage(view);
            self.light(&self.scene.sampler.at(self.scene.motion.still.1), view);
        }
        if self.still_view.replace(Some(view)) != Some(view) {
            self.still_picture.show(self.scene.still(view));
        }
    }

    /// Puts ring and line of the cue on the body.
    fn mark(&self, body: &Skeleton, view: View) {
        let Some(moment) = self.moment.get() else { return };
        let camera = view.camera();
        set_centre(&self.pointer, body.mark(moment.joint, &camera));
        self.guide.set("d", &moment.line.map(|line| body.guide(line, &camera)).unwrap_or_default());
    }

    /// The area of the picture for this view.
    fn stage_of(&self, view: View) -> Stage {
        let stage = self.scene.stage(view).within(self.room.unwrap_or_default());
        if self.values.get().mirrored { stage.mirrored() } else { stage }
    }

    /// Sets the area of the picture for this view.
    fn set_stage(&self, view: View) {
        let mirrored = self.values.get().mirrored;
        if self.staged.replace(Some((view, mirrored))) == Some((view, mirrored)) {
            return;
        }
        let stage = self.stage_of(view);
        self.root.set("viewBox", &stage.view_box());
        set_centre(&self.ring, stage.corner());
    }
}

/// The point of the picture at a place of the screen: the picture is as large as `root` allows, in the middle of its lower edge.
#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "places on the screen")]
pub(super) fn point_at(root: &El, stage: Stage, x: f32, y: f32) -> Point {
    let frame = root.element().get_bounding_client_rect();
    let [left, bottom, width, height] =
        [frame.left(), frame.bottom(), frame.width(), frame.height()].map(|edge| edge as f32);
    let [from, top, wide, high] = [stage.left, stage.top, stage.width, stage.height].map(|edge| edge as f32);
    let scale = (width / wide).min(height / high);
    let across = from + wide * 0.5 + (x - left - width * 0.5) / scale;
    let down = top + high + (y - bottom) / scale;
    Point { x: across * 0.001, y: down * -0.001 }
}

fn set_centre(circle: &El, (x, y): (i32, i32)) {
    circle.set("cx", &x.to_string());
    circle.set("cy", &y.to_string());
}

/// True for angles that no picture tells apart.
fn is_same(one: f32, other: f32) -> bool {
    (one - other).abs() < 0.01
}

#[allow(clippy::cast_possible_truncation, reason = "a share of a hundred")]
fn percent_left(share: f32) -> i32 {
    (100.0 - 100.0 * share) as i32
}

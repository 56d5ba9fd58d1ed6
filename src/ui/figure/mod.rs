//! The moving figure as a component: it plays a motion, can be turned, shows a still to people who prefer less motion, and points at
//! the place that a cue speaks of.

mod canvas;
mod chart;
mod frames;
mod playback;
mod still;
mod stops;
mod turning;

use super::element::{Act, El, follow, svg};
use crate::domain::figure::{Aspect, Motion, Muscle, Scene, Touch, View, azimuth_of};
use crate::text::figure;
use leptos::prelude::{Get, GetUntracked, RwSignal, request_animation_frame, window};
use playback::Playback;
use std::cell::Cell;
use still::StillPicture;

pub use chart::{Parts, body_chart};
pub use stops::{stops, view_list};

/// True in a build without the figure, which `make sizes` compares to measure the figure's size.
pub const WEIGHED_WITHOUT: bool = cfg!(feature = "figureless");

/// A highlight of the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureHighlight {
    /// The muscle or the part of the body that was touched.
    Touched(Touch),
    /// A muscle that was chosen elsewhere; the figure turns to it if it is hidden.
    Chosen(Muscle),
}

/// Controls of a figure, as signals.
#[derive(Clone, Copy)]
pub struct Controls {
    /// True while it plays.
    pub playing: RwSignal<bool>,
    /// True for half the tempo.
    pub slow: RwSignal<bool>,
    /// True while a hold goes on: the figure stays in the position that it holds.
    pub holding: RwSignal<bool>,
    /// Milliseconds into the motion at this moment, if something else keeps its time: it is put right where it differs.
    pub elapsed: RwSignal<Option<u32>>,
    /// Thousandths of its own tempo at which it plays.
    pub pace: RwSignal<u32>,
    /// The azimuth from which the runner chose to see it, in whole degrees, for the side that the motion shows; none for the motion's own
    /// view.
    pub azimuth: RwSignal<Option<u32>>,
    /// The azimuth from which it is seen, or will be at the end of a turn, in whole degrees.
    pub seen: RwSignal<u32>,
    /// True if the other side works: left and right are swapped.
    pub mirrored: RwSignal<bool>,
    /// The number of the cue that it points at; the figure goes to its moment.
    pub cue: RwSignal<Option<u32>>,
    /// The muscle or the part of the body that is highlighted.
    pub highlight: RwSignal<Option<FigureHighlight>>,
    /// True if a tap highlights what it touches.
    pub touchable: bool,
}

/// The values of the controls.
#[derive(Clone, Copy, PartialEq)]
struct ControlValues {
    /// Seconds of the motion for each second: 0 while it stands.
    tempo: f32,
    holding: bool,
    elapsed: Option<u32>,
    azimuth: Option<u32>,
    mirrored: bool,
    cue: Option<u32>,
    highlight: Option<FigureHighlight>,
}

impl Controls {
    /// Playing at its own tempo in its own view; stopped for people who prefer less motion.
    #[must_use]
    pub fn new() -> Self {
        Self {
            playing: RwSignal::new(!wants_less_motion()),
            slow: RwSignal::new(false),
            holding: RwSignal::new(false),
            elapsed: RwSignal::new(None),
            pace: RwSignal::new(1000),
            azimuth: RwSignal::new(None),
            seen: RwSignal::new(90),
            mirrored: RwSignal::new(false),
            cue: RwSignal::new(None),
            highlight: RwSignal::new(None),
            touchable: false,
        }
    }

    /// Calls `turned` after each turn by the runner, with a sentence that says from where it is seen now.
    pub fn on_turn(self, turned: Act<&'static str>) {
        let is_open = Cell::new(false);
        follow(Box::new(move || {
            let _ = self.azimuth.get();
            if is_open.replace(true) {
                let turned = turned.clone();
                // The figure has taken it over by then.
                request_animation_frame(move || {
                    turned(seen_words(self.seen.get_untracked(), self.mirrored.get_untracked()));
                });
            }
        }));
    }

    /// Their present values; an effect that calls it follows all of them.
    fn values(self) -> ControlValues {
        #[allow(clippy::cast_precision_loss, reason = "thousandths of a tempo")]
        let tempo = self.pace.get() as f32 * if self.slow.get() { 0.0005 } else { 0.001 };
        ControlValues {
            tempo: if self.playing.get() { tempo } else { 0.0 },
            holding: self.holding.get(),
            elapsed: self.elapsed.get(),
            azimuth: self.azimuth.get(),
            mirrored: self.mirrored.get(),
            cue: self.cue.get(),
            highlight: self.highlight.get(),
        }
    }
}

impl ControlValues {
    const fn plays(self) -> bool {
        self.tempo > 0.0
    }

    /// The chosen azimuth.
    fn azimuth(self) -> Option<f32> {
        self.azimuth.map(azimuth_of)
    }
}

impl Default for Controls {
    fn default() -> Self {
        Self::new()
    }
}

/// A sentence that says from where it is seen.
fn seen_words(seen: u32, mirrored: bool) -> &'static str {
    figure::seen(aspect(seen, mirrored))
}

/// True if the person's system asks for less motion.
fn wants_less_motion() -> bool {
    let asked = window().match_media("(prefers-reduced-motion: reduce)");
    asked.ok().flatten().is_some_and(|query| query.matches())
}

/// A motion that plays and can be turned. `name` is the exercise; the motion's own accessible description follows. `tight` makes it as
/// large as each view allows; otherwise it has one size from every side.
#[must_use]
pub fn figure(name: &str, motion: &'static Motion, controls: Controls, tight: bool) -> El {
    if WEIGHED_WITHOUT {
        return svg("svg");
    }
    let root = frame().attr("tabindex", "0").attr("aria-description", figure::turn_keys());
    Playback::start(&root, name, motion, controls, tight);
    root
}

/// The still of a motion: a dashed start, the end, and an arrow. For lists, and wherever nothing should move.
#[must_use]
pub fn still_figure(name: &str, motion: &'static Motion) -> El {
    if WEIGHED_WITHOUT {
        return svg("svg");
    }
    let scene = Scene::of(motion);
    let view = scene.view(motion.still.1, None);
    let root = frame().attr("viewBox", &scene.stage(view).view_box());
    ground(&root);
    StillPicture::in_group(&part(&root, "g", "class", "fig-still")).show(scene.still(view));
    set_name(&root, name, motion.words, None);
    root
}

/// The side of the figure that faces the viewer; `azimuth` is that of the side which the motion shows.
fn aspect(azimuth: u32, mirrored: bool) -> Aspect {
    let azimuth = azimuth_of(azimuth);
    View { azimuth: if mirrored { -azimuth } else { azimuth }, elevation: 0.0 }.aspect()
}

fn frame() -> El {
    svg("svg").class("figure").attr("preserveAspectRatio", "xMidYMax").attr("role", "img")
}

fn set_name(root: &El, name: &str, words: &str, seen: Option<&str>) {
    root.set("aria-label", &[name, ". ", words, seen.map_or("", |_| " "), seen.unwrap_or_default()].concat());
}

/// A new element at the end of another one, with one attribute.
fn part(parent: &El, tag: &str, attribute: &str, value: &str) -> El {
    let part = svg(tag).attr(attribute, value);
    parent.add(&part);
    part
}

fn ground(root: &El) {
    part(root, "path", "class", "fig-ground").set("d", "M-3000 0H3000");
}

//! The player with a session in it: phase, digits, what to do, one large button. The same elements stay from phase to
//! phase, so that a finger or a keyboard focus never loses its place.

use super::frame;
use crate::domain::catalogue::{self, Sides};
use crate::domain::session::{Event, PhaseKind, Session, Side, Step, View};
use crate::domain::units::Amount;
use crate::state::App;
use crate::ui::{Act, Controls, El, Icon, button, el, figure, follow, icon, icon_live, phase_icon, stepper, title};
use leptos::prelude::{Get, GetUntracked, Memo, RwSignal, Set, With, WithUntracked, untrack};
use std::rc::Rc;

/// The session as the screen shows it. What is read of it changes every second: the page reads it in its leaves, and
/// makes nothing anew but what belongs to a step.
#[derive(Clone, Copy)]
struct Shown {
    app: App,
    view: Memo<View>,
    step: Memo<Step>,
    /// What the runner says she did in a step, where it is not what was asked.
    said: RwSignal<Option<(usize, Amount)>>,
}

impl Shown {
    /// `None` on the way out, when the session is gone already.
    fn of(app: App) -> Option<Self> {
        let first = app.session.get_untracked()?;
        let read = move |before: Option<Session>| app.session.get().or(before);
        let kept = Memo::new(move |before: Option<&Session>| read(before.cloned()).unwrap_or_else(|| first.clone()));
        let view = Memo::new(move |_| kept.with(|session| session.view(app.now.get())));
        let step = Memo::new(move |_| kept.with(|session| session.step().clone()));
        Some(Self { app, view, step, said: RwSignal::new(None) })
    }

    fn kind(self) -> PhaseKind {
        self.view.with(|view| view.kind)
    }

    fn paused(self) -> bool {
        self.view.with(|view| view.paused)
    }

    /// Whether a set of this kind is at work.
    fn works_at(self, kind: PhaseKind) -> bool {
        self.kind() == kind && !self.paused()
    }

    /// How much of the present set will be logged.
    fn amount(self) -> Amount {
        match self.said.get() {
            Some((at, amount)) if at == self.view.with(|view| view.step) => amount,
            _ => self.step.with(|step| step.target),
        }
    }

    /// What the large button does now.
    fn act(self) {
        let (view, amount) = (self.view.get_untracked(), untrack(|| self.amount()));
        self.app.say(match view.kind {
            _ if view.paused => Event::Resume,
            PhaseKind::Reps => Event::Done(view.step, amount),
            PhaseKind::Hold => Event::Pause,
            PhaseKind::Ready | PhaseKind::Switch | PhaseKind::Rest | PhaseKind::Wait | PhaseKind::Finished => {
                Event::Begin
            }
        });
    }

    fn toggle(self) {
        self.app.say(if untrack(|| self.paused()) { Event::Resume } else { Event::Pause });
    }

    /// Notes that she did one more or less than she said.
    fn correct(self, by: i16) {
        let step = self.view.with_untracked(|view| view.step);
        self.said.set(Some((step, untrack(|| self.amount()).stepped(by))));
    }

    /// Ends a hold before its time, with the seconds held.
    fn stop_hold(self) {
        let view = self.view.get_untracked();
        let held = Amount::clamped(u16::try_from(view.elapsed).unwrap_or(u16::MAX));
        self.app.say(Event::Done(view.step, held));
    }

    fn skip(self) {
        self.app.say(Event::Skip(self.view.get_untracked().step));
    }

    fn turn_sound(self) {
        self.app.set_sound(!self.app.settings.with_untracked(|settings| settings.sound));
    }

    /// The player's keys: space stands still or goes on, → is the large button, ← goes back, M mutes.
    fn key(self, key: &str) -> bool {
        match key {
            " " => self.toggle(),
            "ArrowRight" => self.act(),
            "ArrowLeft" => self.app.say(Event::Back),
            "m" | "M" => self.turn_sound(),
            _ => return false,
        }
        true
    }
}

/// `None` on the way out, when the session is gone already.
pub(super) fn screen() -> Option<El> {
    let shown = Shown::of(App::get())?;
    shown.app.on_keys(move |key| shown.key(key));
    let main = el("main")
        .class("player")
        .id("main")
        .attr("tabindex", "-1")
        .attr_live("data-phase", move || Some(shown.kind().slug().to_owned()))
        .attr_live("data-paused", move || Some(shown.paused().to_string()))
        .child(strip(shown))
        .child(line(shown))
        .child(frame::notices());
    let stage = el("div").class("player-stage").child(teacher(shown)).child(clock(shown)).child(task(shown));
    Some(main.child(stage).child(actions(shown)))
}

/// Exit, where one is, sound.
fn strip(shown: Shown) -> El {
    let app = shown.app;
    let leave = button("button quiet icon")
        .attr("aria-label", "Leave; what is done stays saved")
        .child(icon(Icon::Close))
        .on_click(move || app.leave());
    let place = move || {
        shown.view.with(|view| format!("{} of {} · {} min left", view.step + 1, view.steps, view.left.minutes()))
    };
    let saved = move || app.acknowledged.get();
    let acknowledged = el("span")
        .class("player-saved")
        .attr_live("data-saved", move || Some(saved().to_string()))
        .flag_live("hidden", move || saved() == 0)
        .child(icon(Icon::Check))
        .text_live(move || format!("{} saved", saved()));
    let on = move || app.settings.with(|settings| settings.sound);
    let sound = button("button quiet icon")
        .attr("aria-label", "Sound")
        .attr_live("aria-pressed", move || Some(on().to_string()))
        .child(icon_live(move || if on() { Icon::Sound } else { Icon::Mute }))
        .on_click(move || shown.turn_sound());
    let stands = el("p").class("player-place numbers").child(el("span").text_live(place)).child(acknowledged);
    el("header").class("player-strip").child(leave).child(stands).child(sound)
}

/// The line of all sets.
fn line(shown: Shown) -> El {
    el("progress")
        .class("player-line")
        .attr("aria-label", "Sets done")
        .attr_live("max", move || shown.view.with(|view| Some(view.steps.to_string())))
        .attr_live("value", move || shown.view.with(|view| Some(view.done.to_string())))
}

/// The figure does the set at work, or the next one during a rest, on the side it is for. It stands while the session
/// does.
fn teacher(shown: Shown) -> El {
    let controls = Controls::new();
    let less = !controls.playing.get_untracked();
    follow(Box::new(move || controls.playing.set(!less && !shown.paused())));
    follow(Box::new(move || controls.mirrored.set(shown.step.with(|step| step.side == Some(Side::Left)))));
    // Sets and sides of one exercise share their motion: the figure stays itself.
    let taught = Memo::new(move |_| shown.step.with(|step| (step.exercise.clone(), step.level)));
    let moving = move || {
        let (id, level) = taught.get();
        let exercise = catalogue::find(&id)?;
        Some(figure(exercise.name, exercise.at(level).motion, controls))
    };
    el("div").class("player-figure").live(moving)
}

/// The phase as a word and an icon, and the digits.
fn clock(shown: Shown) -> El {
    let word = move || if shown.paused() { "Paused" } else { shown.kind().words() }.to_owned();
    let sign = move || if shown.paused() { Icon::Pause } else { phase_icon(shown.kind()) };
    let phase = el("p").class("player-phase").child(icon_live(sign)).child(el("span").id("phase").text_live(word));
    let digits = el("p")
        .class("player-digits")
        .attr("role", "timer")
        .attr("aria-live", "off")
        .text_live(move || shown.view.with(|view| view.digits.to_string()));
    let unit = el("p")
        .class("player-unit")
        .text_live(move || shown.step.with(|step| unit_words(shown.kind(), step)))
        .child(el("span").class("player-sofar numbers").text_live(move || shown.view.with(so_far_words)));
    let run = el("progress")
        .class("player-run")
        .attr("max", "1000")
        .attr("aria-hidden", "true")
        .attr_live("value", move || shown.view.with(|view| Some(view.permille.to_string())));
    el("section").class("player-clock").attr("aria-label", "Clock").child(phase).child(digits).child(unit).child(run)
}

fn unit_words(kind: PhaseKind, step: &Step) -> String {
    let each = match step.variation().map(|v| v.sides) {
        Some(Sides::Alternating) => ", sides in turn",
        _ => "",
    };
    match kind {
        PhaseKind::Reps => format!("{}{each}", step.measure.word(step.target.get())),
        PhaseKind::Finished => "sets".to_owned(),
        _ => "seconds".to_owned(),
    }
}

/// "1:05 so far", where no clock ends the set.
fn so_far_words(view: &View) -> String {
    match view.kind {
        PhaseKind::Reps => format!("{}:{:02} so far", view.elapsed / 60, view.elapsed % 60),
        _ => String::new(),
    }
}

/// What to do, now or next: name, side, dose, cue.
fn task(shown: Shown) -> El {
    let step = shown.step;
    let side = move || step.with(|step| step.side.map(side));
    let tempo = move || step.with(tempo_words);
    let beats = el("p").class("player-tempo small soft").flag_live("hidden", move || tempo().is_empty());
    let how = el("details").class("player-how").child(el("summary").text("How to"));
    el("section")
        .class("player-task")
        .attr("aria-labelledby", "title")
        .child(el("p").class("eyebrow").text_live(move || shown.view.with(coming_words).to_owned()))
        .child(title().text_live(move || step.with(|step| step.name().to_owned())).live(side))
        .child(el("p").class("soft").text_live(move || step.with(level_words)))
        .child(el("p").class("player-dose numbers").text_live(move || step.with(dose_words)))
        .child(beats.text_live(tempo))
        .child(el("p").class("player-cue").text_live(move || step.with(cue_words)))
        .child(how.live(move || step.with(how_to)))
}

fn side(side: Side) -> El {
    el("span").class("player-side").attr("data-side", side.words()).text(side.words())
}

const fn coming_words(view: &View) -> &'static str {
    match view.kind {
        PhaseKind::Ready if view.step == 0 => "First",
        PhaseKind::Ready | PhaseKind::Rest => "Next",
        _ => "Now",
    }
}

fn level_words(step: &Step) -> String {
    format!("{} · {}", step.level.words(), step.variation().map_or("", |v| v.title))
}

fn dose_words(step: &Step) -> String {
    let amount = step.target.get();
    let set = if step.sets > 1 { format!("Set {} of {} · ", step.set, step.sets) } else { String::new() };
    format!("{set}{amount} {}", step.measure.word(amount))
}

/// "up 1 · hold 3 · down 2"; nothing for a plain hold.
fn tempo_words(step: &Step) -> String {
    let beats = step.variation().map_or(&[][..], |v| v.tempo);
    beats.iter().map(|beat| format!("{} {}", beat.word, beat.seconds)).collect::<Vec<_>>().join(" · ")
}

fn cue_words(step: &Step) -> String {
    step.variation().map_or("", |v| v.cue).to_owned()
}

fn how_to(step: &Step) -> Vec<El> {
    let Some(variation) = step.variation() else { return Vec::new() };
    let breathing = catalogue::find(&step.exercise).map_or("", |exercise| exercise.breathing);
    let lines = variation.start.iter().chain(variation.steps).map(|line| el("li").text(line));
    vec![el("ol").children(lines), el("p").text(breathing), el("p").text(variation.note)]
}

/// The large button, and the small ones of the phase.
fn actions(shown: Shown) -> El {
    let app = shown.app;
    let longer = |words: &str, by: i32| button("button").text(words).on_click(move || app.say(Event::Rest(by)));
    let resting = el("div")
        .class("player-extra")
        .flag_live("hidden", move || shown.kind() != PhaseKind::Rest)
        .child(longer("−10 s", -10))
        .child(longer("+20 s", 20));
    let did = move || format!("Did {}", shown.amount().get());
    let correct: Act<i16> = Rc::new(move |by| shown.correct(by));
    let counted = el("div")
        .class("player-extra")
        .flag_live("hidden", move || !shown.works_at(PhaseKind::Reps))
        .child(stepper("done in this set", did, &correct));
    let large = button("button primary main-action")
        .child(icon_live(move || shown.view.with(large_button).0))
        .child(el("span").text_live(move || shown.view.with(large_button).1.to_owned()))
        .on_click(move || shown.act());
    el("div").class("player-actions").child(resting).child(counted).child(large).child(small_buttons(shown))
}

/// Icon and words of the large button.
const fn large_button(view: &View) -> (Icon, &'static str) {
    match view.kind {
        _ if view.paused => (Icon::Play, "Resume"),
        PhaseKind::Reps => (Icon::Check, "Done"),
        PhaseKind::Hold => (Icon::Pause, "Pause"),
        PhaseKind::Rest => (Icon::Skip, "Start now"),
        _ => (Icon::Play, "Begin now"),
    }
}

fn small_buttons(shown: Shown) -> El {
    let app = shown.app;
    let small = |sign: El, words: El| button("button quiet").child(sign).child(words);
    let words = |words: &str| el("span").text(words);
    let back = small(icon(Icon::Back), words("Back"))
        .flag_live("disabled", move || shown.view.with(|view| view.step == 0))
        .on_click(move || app.say(Event::Back));
    let sign = icon_live(move || if shown.paused() { Icon::Play } else { Icon::Pause });
    let pause = small(sign, el("span").text_live(move || if shown.paused() { "Go on" } else { "Pause" }.to_owned()))
        .flag_live("hidden", move || shown.works_at(PhaseKind::Hold))
        .on_click(move || shown.toggle());
    let early = small(icon(Icon::Check), words("Done early"))
        .flag_live("hidden", move || !shown.works_at(PhaseKind::Hold))
        .on_click(move || shown.stop_hold());
    let skip = small(icon(Icon::Skip), words("Skip")).on_click(move || shown.skip());
    el("div").class("player-small").child(back).child(pause).child(early).child(skip)
}

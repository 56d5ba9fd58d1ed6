//! The player with a session in it: phase, digits, what to do, one large button. The same elements stay from phase to
//! phase, so that a finger or a keyboard focus never loses its place.

use super::frame;
use crate::domain::catalogue::{self, Sides};
use crate::domain::session::{Event, PhaseKind, Session, Step, View};
use crate::domain::units::Amount;
use crate::state::App;
use crate::ui::{Icon, Stepper, icon, phase_icon};
use leptos::prelude::*;

/// The parts of the session that the screen shows, each changing only when it does.
#[derive(Clone, Copy)]
struct Shown {
    app: App,
    view: Memo<View>,
    kind: Memo<PhaseKind>,
    paused: Memo<bool>,
    step: Memo<Step>,
    /// What the runner says she did in a step, where it is not what was asked.
    said: RwSignal<Option<(usize, Amount)>>,
    /// How much of the present set will be logged.
    amount: Memo<Amount>,
}

impl Shown {
    /// `None` on the way out, when the session is gone already.
    fn of(app: App) -> Option<Self> {
        let first = app.session.get_untracked()?;
        let read = move |before: Option<Session>| app.session.get().or(before);
        let kept = Memo::new(move |before: Option<&Session>| read(before.cloned()).unwrap_or_else(|| first.clone()));
        let view = Memo::new(move |_| kept.with(|session| session.view(app.now.get())));
        let step = Memo::new(move |_| kept.with(|session| session.step().clone()));
        let said = RwSignal::new(None);
        let asked = move || step.with(|step| step.target);
        let amount = Memo::new(move |_| match said.get() {
            Some((at, amount)) if at == view.with(|view| view.step) => amount,
            _ => asked(),
        });
        let kind = Memo::new(move |_| view.with(|view| view.kind));
        let paused = Memo::new(move |_| view.with(|view| view.paused));
        Some(Self { app, view, kind, paused, step, said, amount })
    }

    /// What the large button does now.
    fn act(self) {
        let (view, amount) = (self.view.get_untracked(), self.amount.get_untracked());
        self.app.say(match view.kind {
            _ if view.paused => Event::Resume,
            PhaseKind::Reps => Event::Done(view.step, amount),
            PhaseKind::Hold => Event::Pause,
            PhaseKind::Ready | PhaseKind::Switch | PhaseKind::Rest | PhaseKind::Finished => Event::Begin,
        });
    }

    fn toggle(self) {
        self.app.say(if self.paused.get_untracked() { Event::Resume } else { Event::Pause });
    }

    /// Notes that she did one more or less than she said.
    fn correct(self, by: i16) {
        let step = self.view.with_untracked(|view| view.step);
        self.said.set(Some((step, self.amount.get_untracked().stepped(by))));
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

    /// The player's keys: space stands still or goes on, → is the large button, ← goes back, M mutes.
    fn key(self, key: &str) -> bool {
        match key {
            " " => self.toggle(),
            "ArrowRight" => self.act(),
            "ArrowLeft" => self.app.say(Event::Back),
            "m" | "M" => self.app.set_sound(!self.app.settings.with_untracked(|s| s.sound)),
            _ => return false,
        }
        true
    }
}

pub(super) fn screen() -> impl IntoView {
    let Some(shown) = Shown::of(App::get()) else { return ().into_any() };
    shown.app.on_keys(move |key| shown.key(key));
    let phase = move || shown.kind.get().slug();
    view! {
        <main class="player" id="main" tabindex="-1" data-phase=phase data-paused=move || shown.paused.get().to_string()>
            {strip(shown)}
            {frame::notices()}
            <div class="player-stage">
                {clock(shown)}
                {task(shown)}
            </div>
            {actions(shown)}
        </main>
    }
    .into_any()
}

/// Exit, where one is, sound; and the line of all sets.
fn strip(shown: Shown) -> impl IntoView {
    let app = shown.app;
    let place = move || {
        let view = shown.view.get();
        format!("{} of {} · {} min left", view.step + 1, view.steps, view.left.minutes())
    };
    let sound = move || app.settings.with(|s| s.sound);
    let saved = move || app.acknowledged.get();
    view! {
        <header class="player-strip">
            <button type="button" class="button quiet icon" aria-label="Leave; what is done stays saved" on:click=move |_| app.leave()>
                {icon(Icon::Close)}
            </button>
            <p class="player-place numbers">
                <span>{place}</span>
                <span class="player-saved" data-saved=saved hidden=move || saved() == 0>
                    {icon(Icon::Check)}{move || format!("{} saved", saved())}
                </span>
            </p>
            <button
                type="button"
                class="button quiet icon"
                aria-label="Sound"
                aria-pressed=move || sound().to_string()
                on:click=move |_| app.set_sound(!app.settings.with_untracked(|s| s.sound))
            >
                {move || icon(if sound() { Icon::Sound } else { Icon::Mute })}
            </button>
        </header>
        <progress class="player-line" max=move || shown.view.get().steps value=move || shown.view.get().done aria-label="Sets done"></progress>
    }
}

/// The phase as a word and an icon, and the digits.
fn clock(shown: Shown) -> impl IntoView {
    let word = move || if shown.paused.get() { "Paused" } else { shown.kind.get().words() };
    let digits = move || shown.view.get().digits;
    let unit = move || shown.step.with(|step| unit_words(shown.kind.get(), step));
    let so_far = move || {
        let view = shown.view.get();
        (view.kind == PhaseKind::Reps).then(|| format!("{}:{:02} so far", view.elapsed / 60, view.elapsed % 60))
    };
    view! {
        <section class="player-clock" aria-label="Clock">
            <p class="player-phase">
                {move || icon(if shown.paused.get() { Icon::Pause } else { phase_icon(shown.kind.get()) })}
                <span id="phase">{word}</span>
            </p>
            <p class="player-digits" role="timer" aria-live="off">{digits}</p>
            <p class="player-unit">{unit}<span class="player-sofar numbers">{so_far}</span></p>
            <progress class="player-run" max="1000" value=move || shown.view.get().permille aria-hidden="true"></progress>
        </section>
    }
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

/// What to do, now or next: name, side, dose, cue.
fn task(shown: Shown) -> impl IntoView {
    let coming = move || match shown.kind.get() {
        PhaseKind::Rest => "Next",
        PhaseKind::Ready => "First",
        _ => "Now",
    };
    let coming = move || if shown.view.get().step > 0 && coming() == "First" { "Next" } else { coming() };
    let level = move || {
        shown.step.with(|step| format!("{} · {}", step.level.words(), step.variation().map_or("", |v| v.title)))
    };
    let dose = move || shown.step.with(dose_words);
    let cue = move || shown.step.with(|step| step.variation().map_or("", |v| v.cue));
    let tempo = move || shown.step.with(tempo_words);
    let side = move || {
        shown.step.with(|step| {
            step.side.map(|side| view! { <span class="player-side" data-side=side.words()>{side.words()}</span> })
        })
    };
    view! {
        <section class="player-task" aria-labelledby="title">
            <p class="eyebrow">{coming}</p>
            <h1 id="title" tabindex="-1">{move || shown.step.with(|step| step.name().to_owned())}{side}</h1>
            <p class="soft">{level}</p>
            <p class="player-dose numbers">{dose}</p>
            <p class="player-tempo small soft" hidden=move || tempo().is_empty()>{tempo}</p>
            <p class="player-cue">{cue}</p>
            <details class="player-how">
                <summary>"How to"</summary>
                {move || shown.step.with(how_to)}
            </details>
        </section>
    }
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

fn how_to(step: &Step) -> impl IntoView + use<> {
    let variation = step.variation()?;
    let breathing = catalogue::find(&step.exercise).map_or("", |exercise| exercise.breathing);
    let line = |text: &&'static str| view! { <li>{*text}</li> };
    Some(view! {
        <ol>{variation.start.iter().chain(variation.steps).map(line).collect_view()}</ol>
        <p>{breathing}</p>
        <p>{variation.note}</p>
    })
}

/// The large button, and the small ones of the phase.
fn actions(shown: Shown) -> impl IntoView {
    let app = shown.app;
    let words = move || match shown.kind.get() {
        _ if shown.paused.get() => (Icon::Play, "Resume"),
        PhaseKind::Reps => (Icon::Check, "Done"),
        PhaseKind::Hold => (Icon::Pause, "Pause"),
        PhaseKind::Rest => (Icon::Skip, "Start now"),
        _ => (Icon::Play, "Begin now"),
    };
    let resting = move || shown.kind.get() == PhaseKind::Rest;
    let counted = move || shown.kind.get() == PhaseKind::Reps && !shown.paused.get();
    let holding = move || shown.kind.get() == PhaseKind::Hold && !shown.paused.get();
    let did = Signal::derive(move || format!("Did {}", shown.amount.get().get()));
    let on_step = Callback::new(move |by: i16| shown.correct(by));
    view! {
        <div class="player-actions">
            <div class="player-extra" hidden=move || !resting()>
                <button type="button" class="button" on:click=move |_| app.say(Event::Rest(-10))>"−10 s"</button>
                <button type="button" class="button" on:click=move |_| app.say(Event::Rest(20))>"+20 s"</button>
            </div>
            <div class="player-extra" hidden=move || !counted()>
                <Stepper label="done in this set" words=did on_step=on_step />
            </div>
            <button type="button" class="button primary main-action" on:click=move |_| shown.act()>
                {move || icon(words().0)}
                <span>{move || words().1}</span>
            </button>
            <div class="player-small">
                <button type="button" class="button quiet" disabled=move || shown.view.get().step == 0 on:click=move |_| app.say(Event::Back)>
                    {icon(Icon::Back)}<span>"Back"</span>
                </button>
                <button type="button" class="button quiet" hidden=holding on:click=move |_| shown.toggle()>
                    {move || icon(if shown.paused.get() { Icon::Play } else { Icon::Pause })}
                    <span>{move || if shown.paused.get() { "Go on" } else { "Pause" }}</span>
                </button>
                <button type="button" class="button quiet" hidden=move || !holding() on:click=move |_| shown.stop_hold()>
                    {icon(Icon::Check)}<span>"Done early"</span>
                </button>
                <button type="button" class="button quiet" on:click=move |_| shown.skip()>{icon(Icon::Skip)}<span>"Skip"</span></button>
            </div>
        </div>
    }
}

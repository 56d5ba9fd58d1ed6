//! The player with a session in it: phase, digits, exercise, one large button. The elements stay the same from phase to phase,
//! so that a finger or a keyboard focus never loses its place.

mod actions;
mod adjust;
mod change;
mod clock;
mod how_to;
mod hurts;
mod load;
mod strip;
mod task;

use crate::domain::catalogue::{self, Level, LoadKind};
use crate::domain::figure::{azimuth_of, whole_degrees};
use crate::domain::message;
use crate::domain::session::{Event, PhaseKind, RepCount, RestKind, Session, SessionView, Side, Step};
use crate::domain::settings::Toggle;
use crate::domain::units::{Amount, Seconds, Timestamp};
use crate::pages::shell::notices;
use crate::state::{App, close_dialog, keep_focus};
use crate::text::{common, player, session};
use crate::ui::{Controls, El, Icon, WEIGHED_WITHOUT, button, el, figure, follow, icon, no_picture, view_list};
use leptos::prelude::{Get, GetUntracked, Memo, RwSignal, Set, With, WithUntracked, untrack};
use std::rc::Rc;

/// The id of the large button.
const LARGE: &str = "large";
const MINUTE: Seconds = Seconds(60);

/// The session on screen. It changes every second: the page reads it in its leaves, and builds again only what belongs to a
/// step.
#[derive(Clone, Copy)]
struct ShownSession {
    app: App,
    session: Memo<Session>,
    view: Memo<SessionView>,
    step: Memo<Step>,
    /// The moment at which the page was opened.
    opened: Timestamp,
    /// The kind of load that the exercise takes.
    load_kind: Memo<Option<LoadKind>>,
    /// The count of the set at work, where the runner wants it.
    count: Memo<Option<RepCount>>,
    /// The step that the runner has corrected, and by how many more or less.
    said: RwSignal<Option<(usize, i16)>>,
}

impl ShownSession {
    /// `None` while leaving, when the session is gone already.
    fn of(app: App) -> Option<Self> {
        let first = app.player.session.get_untracked()?;
        let read = move |before: Option<Session>| app.player.session.get().or(before);
        let session = Memo::new(move |before: Option<&Session>| read(before.cloned()).unwrap_or_else(|| first.clone()));
        let view = Memo::new(move |_| session.with(|session| session.view(app.player.now.get())));
        let step = Memo::new(move |_| session.with(|session| session.step().clone()));
        let load_kind = Memo::new(move |_| step.with(Step::load_kind));
        let counts = move || app.choices.settings.with(|settings| settings.count);
        let count = move || session.with(|session| session.count(app.player.now.get()));
        let count = Memo::new(move |_| counts().then(count).flatten());
        Some(Self { app, session, view, step, load_kind, count, opened: app.moment(), said: RwSignal::new(None) })
    }

    fn kind(self) -> PhaseKind {
        self.view.with(|view| view.kind)
    }

    fn paused(self) -> bool {
        self.view.with(|view| view.paused)
    }

    /// The kind of the present rest, in a session with blocks.
    fn rest(self) -> Option<RestKind> {
        self.session.with(Session::rest_kind)
    }

    /// True if a set of this kind is at work.
    fn works_at(self, kind: PhaseKind) -> bool {
        self.kind() == kind && !self.paused()
    }

    /// True if the time of the block is over during a set that the runner ends.
    fn is_time_up(self) -> bool {
        let is_up = |view: &SessionView| view.open.is_some_and(|(_, left)| left == Seconds(0));
        self.view.with(|view| view.kind == PhaseKind::Reps && is_up(view))
    }

    /// The amount that will be logged for the present set.
    fn amount(self) -> Amount {
        let counted = self.count.get().map(|count| Amount::clamped(count.done));
        let amount = counted.unwrap_or_else(|| self.step.with(|step| step.target));
        amount.stepped(self.more())
    }

    /// The runner's correction of the present set.
    fn more(self) -> i16 {
        let step = self.view.with(|view| view.step);
        self.said.get().filter(|(at, _)| *at == step).map_or(0, |(_, more)| more)
    }

    /// The big digits: of a set that is counted the repetitions left.
    fn digits(self) -> u32 {
        self.count.get().map_or_else(|| self.view.with(|view| view.digits), |count| count.left.into())
    }

    /// Time that has passed in a wait or a pause: "Rest ended 0:40 ago".
    fn while_away(self) -> Option<String> {
        let paused = self.paused();
        // Nothing moves in a pause: of a restored one, the age at that moment is shown.
        let now = if paused { self.opened } else { self.app.player.now.get() };
        let event = self.session.with(|session| message::while_away(session, session, now))?;
        let told = if paused { event.ago >= MINUTE } else { self.kind() == PhaseKind::Wait };
        told.then(|| session::while_away_words(event))
    }

    /// The action of the large button at the moment.
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

    /// Corrects the amount by one more or less.
    fn correct(self, by: i16) {
        let step = self.view.with_untracked(|view| view.step);
        self.said.set(Some((step, untrack(|| self.more()) + by)));
    }

    /// Logs the set that is waited for as done, with its target.
    fn done_already(self) {
        let (view, amount) = (self.view.get_untracked(), untrack(|| self.amount()));
        self.app.say(Event::Done(view.step, amount));
    }

    /// Changes to an easier level; announces it if there is none.
    fn ease(self) {
        match untrack(|| self.easier()) {
            Some(level) => self.app.say(Event::Level(level)),
            None if self.step.with_untracked(|step| step.level > Level::Base) => {
                self.app.notices.announce(player::easier_hurts());
            }
            None => self.app.notices.announce(player::no_easier()),
        }
    }

    /// An easier level that loads no sore part, if there is one.
    fn easier(self) -> Option<Level> {
        self.session.with(|session| session.easier(None))
    }

    /// Adds or removes one unit of the phase: a repetition, or a step of rest.
    fn more_or_less(self, by: i16) {
        match untrack(|| self.kind()) {
            PhaseKind::Rest => self.app.say(Event::REST_STEPS[usize::from(by > 0)].1),
            PhaseKind::Reps => self.correct(by),
            _ => {}
        }
    }

    /// True if this setting of the player is on.
    fn is_on(self, toggle: Toggle) -> bool {
        self.app.choices.settings.with(|settings| toggle.is_on(settings))
    }

    /// Ends a hold before its time, with the seconds held.
    fn stop_hold(self) {
        let view = self.view.get_untracked();
        let held = self.step.with_untracked(|step| step.held(view.elapsed));
        self.app.say(Event::Done(view.step, held));
    }

    fn skip(self) {
        self.app.say(Event::Skip(self.view.get_untracked().step));
    }

    fn turn_sound(self) {
        let sound = !self.app.choices.settings.with_untracked(|settings| settings.sound);
        self.app.set_sound(sound);
        self.app.notices.announce(if sound { player::sound_on() } else { player::sound_off() });
    }

    /// Goes on to the next phase: a hold is done before its time.
    fn onward(self) {
        if untrack(|| self.works_at(PhaseKind::Hold)) {
            self.stop_hold();
        } else {
            self.act();
        }
    }

    /// The player's keys, unless they are switched off: space pauses and resumes, → completes or begins, ← goes back, + and −
    /// correct, E makes it easier, H reports pain, M mutes.
    fn key(self, key: &str) -> bool {
        if !untrack(|| self.is_on(Toggle::Shortcuts)) {
            return false;
        }
        match key {
            " " => self.toggle(),
            "ArrowRight" => self.onward(),
            "ArrowLeft" => self.app.say(Event::Back),
            "+" | "=" => self.more_or_less(1),
            "-" => self.more_or_less(-1),
            "e" | "E" => self.ease(),
            "h" | "H" => hurts::open(self),
            "m" | "M" => self.turn_sound(),
            _ => return false,
        }
        true
    }
}

/// `None` while leaving, when the session is gone already.
pub(super) fn screen() -> Option<El> {
    let shown = ShownSession::of(App::get())?;
    shown.app.on_keys(move |key| shown.key(key));
    // The focused button may be missing in the next phase.
    follow(Box::new(move || {
        shown.view.with(|view| (view.kind, view.paused));
        keep_focus(LARGE);
    }));
    let main = el("main")
        .class("player")
        .id("main")
        .attr("tabindex", "-1")
        .attr_live("data-phase", move || Some(shown.kind().slug().to_owned()))
        .attr_live("data-rest", move || Some(shown.rest()?.slug().to_owned()))
        .attr_live("data-paused", move || Some(shown.paused().to_string()))
        .attr_live("data-big", move || Some(shown.is_on(Toggle::BigDigits).to_string()))
        .child(strip::strip(shown))
        .child(strip::line(shown))
        .child(notices().live(move || shown.app.is_silent().then(silent)));
    let stage = el("div").class("player-stage").live(move || (!shown.is_on(Toggle::BigDigits)).then(|| teacher(shown)));
    let stage = stage
        .child(clock::clock(shown))
        .child(clock::while_away(shown))
        .child(actions::rest_steps(shown))
        .child(adjust::adjust(shown));
    let stage = stage.child(adjust::asked(shown)).child(task::task(shown));
    let flash = el("div").class("player-flash").attr("aria-hidden", "true");
    let flash = flash.attr_live("data-flash", move || match shown.app.player.flash.get() {
        0 => None,
        count => Some(if count % 2 == 0 { "even" } else { "odd" }.to_owned()),
    });
    let main = main.child(flash);
    let main = main.child(stage).child(actions::actions(shown));
    Some(main.child(change::dialog(shown)).child(hurts::dialog(shown)).child(how_to::dialog(shown)))
}

/// A dialog over the player, with its heading and a button to close it. Once it is closed, the state of the session is announced.
fn dialog(shown: ShownSession, id: &'static str, class: &str, heading: impl Fn() -> String + 'static) -> El {
    let label = [id, "-title"].concat();
    let close = button("button quiet icon").attr("aria-label", common::close()).child(icon(Icon::Close));
    let close = close.on_click(move || close_dialog(id));
    let head = el("header").class("dialog-head").child(el("h2").id(&label).text_live(heading)).child(close);
    let dialog = el("dialog").id(id).class(class).attr("aria-labelledby", &label).child(head);
    dialog.on("close", move |_| shown.app.announce_state())
}

/// The warning that there is no sound, shown while that is so; screen readers are told once.
fn silent() -> El {
    el("div").class("notice").attr("data-notice", "silent").child(el("p").text(player::no_sound()))
}

/// The figure does the present set, or the next one during a rest, on its side. It stands while the session is paused.
fn teacher(shown: ShownSession) -> El {
    let controls = Controls::new();
    let less = !controls.playing.get_untracked();
    follow(Box::new(move || controls.playing.set(!less && !shown.paused())));
    follow(Box::new(move || {
        controls.holding.set(shown.kind() == PhaseKind::Hold && !shown.step.with(Step::is_interval));
    }));
    follow(Box::new(move || {
        let elapsed = |count: RepCount| u32::try_from(count.elapsed_ms).unwrap_or_default();
        let planned = shown.session.with(|session| session.own_time(shown.app.player.now.get()));
        let (elapsed, pace) = planned.map_or((shown.count.get().map(elapsed), 1000), |(ms, pace)| (Some(ms), pace));
        controls.elapsed.set(elapsed);
        controls.pace.set(pace);
    }));
    follow(Box::new(move || controls.mirrored.set(shown.step.with(|step| step.side == Some(Side::Left)))));
    if !WEIGHED_WITHOUT {
        controls.azimuth.set(shown.app.chosen_azimuth().map(|azimuth| whole_degrees(azimuth.into())));
        controls.on_turn(Rc::new(move |seen| {
            shown.app.notices.announce(seen);
            #[allow(clippy::cast_possible_truncation, reason = "an angle within a turn")]
            shown.app.choose_azimuth(controls.azimuth.get_untracked().map(|azimuth| azimuth_of(azimuth) as i16));
        }));
    }
    // Sets and sides of one exercise share their motion: the figure stays the same.
    let taught = Memo::new(move |_| shown.step.with(|step| (step.exercise.clone(), step.level)));
    let moving = move || {
        let (id, level) = taught.get();
        let exercise = catalogue::find(&id)?;
        if !exercise.has_picture() {
            return Some(no_picture(exercise));
        }
        Some(figure(exercise.name, exercise.at(level).motion, controls, true))
    };
    let stage = el("div").class("player-figure").live(moving);
    let bare = move || taught.with(|(id, _)| catalogue::find(id).is_some_and(|exercise| !exercise.has_picture()));
    if WEIGHED_WITHOUT { stage } else { stage.child(view_list(controls).flag_live("hidden", bare)) }
}

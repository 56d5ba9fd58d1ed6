//! The way into the lazy chunk of the program. The first load shows Today and nothing else; everything that trains, writes
//! or exports is fetched right after it, and from then on lies in the offline copy.

use super::keeping::ChangeSettings;
use super::load_failure::LoadFailure;
use super::store::Records;
use super::{App, Deleted, Tone};
use crate::browser::{clock, document};
use crate::domain::catalogue;
use crate::domain::coach::{self, Situation, Suggestion, WayBack, pain};
use crate::domain::name::{isolated, plain};
use crate::domain::place::Place;
use crate::domain::routine::Routine;
use leptos::prelude::{Get, GetUntracked, Set, Track, With, WithUntracked, untrack};
use leptos::task::spawn_local;
use std::time::Duration;

/// The reason is found in the page: see [`LoadFailure`].
#[cfg(feature = "web")]
type LoadError = wasm_split_helpers::SplitLoaderError;
#[cfg(not(feature = "web"))]
type LoadError = ();

/// After this long the runner is told that loading goes on.
const SLOW: Duration = Duration::from_secs(6);

/// How far the lazy chunk of the program has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// It is on its way, or about to be asked for.
    Loading,
    /// It is on its way for longer than usual.
    Slow,
    /// It is here.
    Loaded,
    /// It could not be loaded.
    Failed(LoadFailure),
}

/// Hears whether the lazy chunk could be loaded.
pub(super) type TellLoaded = Box<dyn FnOnce(bool)>;

/// A command of the lazy chunk.
pub(super) enum Command {
    /// Read everything that is stored but sessions.
    Read,
    /// Look for sessions in the journal's records.
    Replay(Records),
    /// Begin a session.
    Start(Routine),
    /// Go on with the open session.
    Resume,
    /// End the open session.
    End,
    /// Bring the open session up to the present moment.
    Advance,
    /// Pause the open session and let the screen sleep.
    Pause,
    /// Take the open session up again, on return to the page.
    Wake,
    /// See to the day and the store: the page is visible again.
    Shown,
    /// Write what waits: the page is hidden.
    Hidden,
    /// Follow the day from a new place.
    FollowDay,
    /// Read again what another tab changed: the value under a key, or all of them.
    Reread(Option<String>),
    /// Keep a change of the settings.
    KeepSettings(ChangeSettings),
    /// Bring back what was deleted.
    Undo(Deleted),
    /// Offer a backup as a file.
    Export,
    /// Take back the last restore.
    UndoRestore,
    /// Let the waiting version in.
    Update,
}

/// The lazy chunk, once it is loaded: its commands, and its answers to questions.
#[derive(Clone, Copy)]
pub(super) struct Lazy {
    pub(super) run: fn(App, Command),
    pub(super) way_back: fn(App, &Routine) -> Option<WayBack>,
    pub(super) suggest: fn(App) -> Suggestion,
    pub(super) isolate: fn(&str) -> String,
}

/// The lazy chunk: what is called from here alone is fetched later. Waited for where the build is split, there at once
/// where it is not.
#[cfg_attr(split, wasm_split_helpers::wasm_split(later, fallible))]
#[cfg_attr(not(split), allow(clippy::unnecessary_wraps, reason = "a split build can fail here"))]
fn lazy() -> Result<Lazy, LoadError> {
    Ok(Lazy { run, way_back: App::way_back_now, suggest: App::suggest_now, isolate: |name| plain(&isolated(name)) })
}

fn run(app: App, command: Command) {
    match command {
        Command::Read => app.read(),
        Command::Replay(records) => app.mend_and_replay(records),
        Command::Start(routine) => app.start_now(&routine),
        Command::Resume => app.resume_now(),
        Command::End => app.end_here(),
        Command::Advance => app.advance_to_now(),
        Command::Pause => app.pause_and_sleep(),
        Command::Wake => app.wake(),
        Command::Shown => app.on_visible(),
        Command::Hidden => app.on_hidden(),
        Command::FollowDay => app.update_day(),
        Command::Reread(key) => app.reread_changed(key.as_deref()),
        Command::KeepSettings(change) => app.keep_settings(change),
        Command::Undo(deleted) => app.undo_now(deleted),
        Command::Export => app.export_now(),
        Command::UndoRestore => app.undo_restore_now(),
        Command::Update => app.update_now(),
    }
}

impl App {
    /// Runs `command`: now if the lazy chunk is here, else as soon as it is. If it cannot be fetched, the runner is told,
    /// and the next call tries again.
    pub(super) fn later(self, command: Command) {
        self.fetch(move |_| self.run_if_loaded(command));
    }

    /// Runs `command` now; not where the lazy chunk is still to come.
    pub(super) fn run_if_loaded(self, command: Command) {
        if let Some(lazy) = self.world().lazy.get() {
            (lazy.run)(self, command);
        }
    }

    /// Fetches the lazy chunk, once, and has it read what is stored before anything can write it anew. Tells `then`
    /// whether it is here; if not, the runner has been told.
    pub fn fetch(self, then: impl FnOnce(bool) + 'static) {
        self.fetch_boxed(Box::new(then));
    }

    fn fetch_boxed(self, then: TellLoaded) {
        let world = self.world();
        if world.lazy.get().is_some() {
            return then(true);
        }
        world.fetching.borrow_mut().push(then);
        // Whoever else asks meanwhile waits for the same try.
        if world.fetching.borrow().len() > 1 {
            return;
        }
        spawn_local(async move {
            let loaded = self.load().await;
            for then in world.fetching.take() {
                then(loaded);
            }
            self.opening.set(false);
        });
    }

    #[cfg_attr(not(split), allow(clippy::unused_async, reason = "a split build waits here"))]
    async fn load(self) -> bool {
        self.chunk.set(Chunk::Loading);
        let _slow = clock::after(SLOW, move || {
            if self.chunk.get_untracked() == Chunk::Loading {
                self.chunk.set(Chunk::Slow);
            }
        });
        let lazy = lazy();
        #[cfg(split)]
        let lazy = lazy.await;
        let Ok(lazy) = lazy else {
            let failure = LoadFailure::parse(document::data("missing").as_deref());
            self.chunk.set(Chunk::Failed(failure));
            self.notices.tell(Tone::Trouble, failure.sentence(), failure.offer());
            return false;
        };
        if self.world().lazy.set(lazy).is_ok() {
            (lazy.run)(self, Command::Read);
            self.unread.set(false);
            self.chunk.set(Chunk::Loaded);
        }
        true
    }

    /// Loads the newest version of the program in the place of this one.
    pub fn renew(self) {
        document::dispatch("mainspring:renew");
    }

    /// Begins a session of `routine`, in answer to a tap, and goes to the player. A session open in this tab is ended
    /// first: what is done of it goes into the log. One in another tab is shown instead, to be taken over.
    pub fn start(self, routine: &Routine) {
        self.world().speaker.begin();
        self.opening.set(self.world().lazy.get().is_none());
        self.later(Command::Start(routine.clone()));
    }

    /// Begins a session of `routine` as [`App::start`] does; after a long break the player asks first how to go on, unless
    /// a session is open: she is back already.
    pub fn start_or_ask(self, routine: &Routine) {
        let known = catalogue::brief(&routine.id).is_some() || untrack(|| self.routine(&routine.id)).is_some();
        let is_back = self.session.with_untracked(Option::is_some);
        let asks = known && !is_back && untrack(|| self.way_back(routine)).is_some_and(|way| way.is_long);
        match routine.items.first() {
            Some(first) if asks => self.go(Place::play(&routine.id, first.level)),
            _ => self.start(routine),
        }
    }

    /// How to train `routine` today after a break; `None` where there was none that still counts. Follows the log.
    #[must_use]
    pub fn way_back(self, routine: &Routine) -> Option<WayBack> {
        // What was trained is read by the lazy chunk: without it there is nothing to come back from.
        let is_empty = self.log.with(Vec::is_empty);
        self.world().lazy.get().filter(|_| !is_empty).and_then(|lazy| (lazy.way_back)(self, routine))
    }

    fn way_back_now(self, routine: &Routine) -> Option<WayBack> {
        let kit = self.settings.with(|settings| settings.kit.clone());
        let way = self.log.with(|log| coach::way_back(log, self.today(), &kit, routine))?;
        // An easier level can load what a harder one does not.
        let lighter = self.sores.with(|sores| pain::trainable(&way.lighter, sores));
        (lighter.items.len() == way.lighter.items.len() || !lighter.items.is_empty())
            .then_some(WayBack { lighter, ..way })
    }

    /// Brings back what was deleted.
    pub fn undo(self, deleted: Deleted) {
        self.later(Command::Undo(deleted));
    }

    /// What to train next, and when. Follows the log, the routines, the settings and what hurts.
    #[must_use]
    pub fn suggestion(self) -> Suggestion {
        // What was trained is read by the lazy chunk: without it this is the first day.
        self.log.track();
        self.sores.track();
        self.world().lazy.get().map_or_else(|| coach::first_suggestion(self.today()), |lazy| (lazy.suggest)(self))
    }

    fn suggest_now(self) -> Suggestion {
        let (own, settings) = (self.routines.get(), self.settings.get());
        self.log.with(|newest_first| {
            coach::suggest(&Situation {
                own: &own,
                kit: &settings.kit,
                newest_first,
                has_older: self.log_goes_on.get(),
                today: self.today(),
                weekly_days: coach::weekly_days(settings.goal),
                is_out: &|exercise, level| self.is_out(exercise, level),
            })
        })
    }

    /// Goes on with the open session, in answer to a tap, and goes to the player.
    pub fn resume(self) {
        self.world().speaker.begin();
        self.later(Command::Resume);
    }

    /// Ends the open session where it is: what is done goes into the log.
    pub fn end(self) {
        self.later(Command::End);
    }

    /// Takes back the last restore of this visit.
    pub fn undo_restore(self) {
        self.later(Command::UndoRestore);
    }

    /// Offers everything the runner has as a file.
    pub fn export(self) {
        self.later(Command::Export);
    }

    /// Lets the waiting version in. It is never offered while a session is open.
    pub fn update(self) {
        self.later(Command::Update);
    }
}

//! The commands that come with the second part of the program. The first part shows Today and nothing else; the rest,
//! everything that trains, writes or exports, is fetched right after it, and from then on lies in the offline copy.

use super::journal::Records;
use super::keeping::ChangeSettings;
use super::load_failure::LoadFailure;
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
use wasm_split_helpers::SplitLoaderError;

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

/// The doors from the first part of the program into the second: what is called from nowhere else is fetched later.
#[derive(Clone, Copy)]
pub(super) struct Commands {
    pub(super) start: fn(App, &Routine),
    pub(super) way_back: fn(App, &Routine) -> Option<WayBack>,
    pub(super) suggest: fn(App) -> Suggestion,
    pub(super) resume: fn(App),
    pub(super) end: fn(App),
    pub(super) look: fn(App),
    pub(super) look_at_day: fn(App),
    pub(super) isolate: fn(&str) -> String,
    pub(super) stand_still: fn(App),
    pub(super) wake: fn(App),
    pub(super) replay: fn(App, Records),
    pub(super) seen: fn(App),
    pub(super) hidden: fn(App),
    pub(super) read: fn(App),
    pub(super) heard: fn(App, Option<&str>),
    pub(super) keep_settings: fn(App, ChangeSettings),
    pub(super) undo: fn(App, Deleted),
    pub(super) export: fn(App),
    pub(super) undo_restore: fn(App),
    pub(super) update: fn(App),
}

/// The doors; waited for where the build is split, there at once where it is not.
#[cfg_attr(split, wasm_split_helpers::wasm_split(later, fallible))]
#[cfg_attr(not(split), allow(clippy::unnecessary_wraps, reason = "a split build can fail here"))]
fn commands() -> Result<Commands, SplitLoaderError> {
    Ok(Commands {
        start: App::start_now,
        way_back: App::way_back_now,
        suggest: App::suggest_now,
        resume: App::resume_now,
        end: App::end_here,
        look: App::look,
        look_at_day: App::look_at_day,
        isolate: |name| plain(&isolated(name)),
        stand_still: App::stand_still,
        wake: App::wake,
        replay: App::mend_and_replay,
        seen: App::come_back,
        hidden: App::go_away,
        read: App::read,
        heard: App::heard,
        keep_settings: App::keep_settings,
        undo: App::undo_now,
        export: App::export_now,
        undo_restore: App::undo_restore_now,
        update: App::update_now,
    })
}

impl App {
    /// Does `act` with the commands: now if they are here, else as soon as they are. If they cannot be fetched, the
    /// runner is told, and the next call tries again.
    pub(super) fn later(self, act: impl FnOnce(&Commands) + 'static) {
        self.later_boxed(Box::new(act));
    }

    fn later_boxed(self, act: Box<dyn FnOnce(&Commands)>) {
        self.fetch(move |_| {
            self.world().commands.get().map(act);
        });
    }

    /// Fetches the lazy chunk, once, and has it read what is stored before anything can write it anew. Tells `then`
    /// whether it is here; if not, the runner has been told.
    pub fn fetch(self, then: impl FnOnce(bool) + 'static) {
        self.fetch_boxed(Box::new(then));
    }

    fn fetch_boxed(self, then: TellLoaded) {
        let world = self.world();
        if world.commands.get().is_some() {
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
        let commands = commands();
        #[cfg(split)]
        let commands = commands.await;
        let Ok(commands) = commands else {
            let failure = LoadFailure::parse(document::data("missing").as_deref());
            self.chunk.set(Chunk::Failed(failure));
            self.tell(Tone::Trouble, failure.sentence(), failure.offer());
            return false;
        };
        if self.world().commands.set(commands).is_ok() {
            (commands.read)(self);
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
        self.opening.set(self.world().commands.get().is_none());
        let routine = routine.clone();
        self.later(move |commands| (commands.start)(self, &routine));
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
        // What was trained is read by the second part: without it there is nothing to come back from.
        let is_empty = self.log.with(Vec::is_empty);
        self.world().commands.get().filter(|_| !is_empty).and_then(|commands| (commands.way_back)(self, routine))
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
        self.later(move |commands| (commands.undo)(self, deleted));
    }

    /// What to train next, and when. Follows the log, the routines, the settings and what hurts.
    #[must_use]
    pub fn suggestion(self) -> Suggestion {
        // What was trained is read by the second part: without it this is the first day.
        self.log.track();
        self.sores.track();
        self.world()
            .commands
            .get()
            .map_or_else(|| coach::first_suggestion(self.today()), |commands| (commands.suggest)(self))
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
        self.later(move |commands| (commands.resume)(self));
    }

    /// Ends the open session where it is: what is done goes into the log.
    pub fn end(self) {
        self.later(move |commands| (commands.end)(self));
    }

    /// Takes back the last restore of this visit.
    pub fn undo_restore(self) {
        self.later(move |commands| (commands.undo_restore)(self));
    }

    /// Offers everything the runner has as a file.
    pub fn export(self) {
        self.later(move |commands| (commands.export)(self));
    }

    /// Lets the waiting version in. It is never offered while a session is open.
    pub fn update(self) {
        self.later(move |commands| (commands.update)(self));
    }
}

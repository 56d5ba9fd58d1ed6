//! The start: what was kept is read, the journal is replayed, the page is mounted.

use super::disk::Disk;
use super::keeping::show_theme;
use super::{App, Offer, Tone, World, clock_now};
use crate::browser::audio::Speaker;
use crate::browser::clock::Alarm;
use crate::browser::{document, history, local_storage, panic, service_worker};
use crate::domain::log::Performed;
use crate::domain::place::Place;
use crate::domain::routine::Routine;
use crate::domain::saved::{self, Loaded, PREFIX};
use crate::domain::session::Session;
use crate::domain::settings::Settings;
use leptos::prelude::{GetUntracked, IntoView, RwSignal, Set, StoredValue, WithUntracked, mount_to, provide_context};
use leptos::task::spawn_local;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

/// Mounts `view` in the place of the static shell, with the app's state in its context, for ever.
pub fn mount<V: IntoView + 'static>(view: fn() -> V) {
    panic::install();
    panic::listen_for_break();
    let Some(place) = document::take_shell() else { return };
    let handle = mount_to(place, move || {
        let app = App::open();
        provide_context(app);
        app.listen();
        spawn_local(app.replay());
        view()
    });
    handle.forget();
}

impl App {
    /// The state as the store tells it.
    fn open() -> Self {
        let disk = Disk::open();
        let memory_only = disk.is_memory();
        let vanished = saved::missing(&disk);
        // Without an index nothing that vanishes later would be noticed; a refusal here is told by the next write.
        let _ = saved::rebuild_index(&disk);
        let settings = saved::load_settings(&disk);
        let routines = saved::load_routines(&disk);
        let world = World {
            disk,
            journal: RefCell::new(None),
            speaker: Speaker::default(),
            tick: OnceCell::new(),
            awake: RefCell::new(None),
            told_sleepy: Cell::new(false),
        };
        let app = Self {
            place: RwSignal::new(Self::place_of_address()),
            settings: RwSignal::new(Settings::default()),
            routines: RwSignal::new(Vec::new()),
            log: RwSignal::new(Vec::new()),
            log_goes_on: RwSignal::new(true),
            session: RwSignal::new(None),
            now: RwSignal::new(clock_now()),
            acknowledged: RwSignal::new(0),
            finished: RwSignal::new(None),
            notices: RwSignal::new(Vec::new()),
            status: RwSignal::new(String::new()),
            update_waiting: RwSignal::new(false),
            memory_only: RwSignal::new(memory_only),
            ready: RwSignal::new(false),
            world: StoredValue::new_local(Rc::new(world)),
        };
        app.take_kept(settings, routines);
        for gone in vanished {
            app.tell(Tone::Trouble, gone.sentence(), Offer::Export);
        }
        if memory_only {
            let text = "This browser does not let Mainspring store anything. You can train; download your data before you close the page.";
            app.tell(Tone::Trouble, text, Offer::Export);
        }
        app.read_more();
        document::set_title(&app.title(&app.place.get_untracked()));
        app
    }

    fn take_kept(self, settings: Loaded<Settings>, routines: Loaded<Vec<Routine>>) {
        self.report("Your settings", &settings);
        self.report("Your own routines", &routines);
        let settings = settings.whole().unwrap_or_default();
        show_theme(settings.theme);
        self.settings.set(settings);
        self.routines.set(routines.whole().unwrap_or_default());
    }

    /// Follows the address bar, links, other tabs, the page's visibility and new versions.
    fn listen(self) {
        self.world().tick.get_or_init(|| Alarm::new(move || self.look()));
        history::on_move(move || {
            let place = Self::place_of_address();
            if self.session.with_untracked(Option::is_some) && !matches!(place, Place::Play { .. }) && self.is_running()
            {
                self.say(crate::domain::session::Event::Pause);
            }
            self.arrive(place);
        });
        history::on_link(move |path, query, hash| self.go(Place::parse(path, query, hash)));
        local_storage::on_change(move |key| {
            if key.is_none_or(|key| key == format!("{PREFIX}settings") || key == format!("{PREFIX}routines")) {
                let disk = &self.world().disk;
                self.take_kept(saved::load_settings(disk), saved::load_routines(disk));
            }
        });
        document::on_visibility(move || {
            if document::is_visible() && self.is_running() {
                self.look();
                self.stay_awake();
            }
        });
        // Where nothing can be stored there is no offline copy either; in a sandboxed frame the mere question throws.
        if !self.memory_only.get_untracked() {
            spawn_local(service_worker::register(move || self.update_waiting.set(true)));
        }
    }

    /// Finds the session that was open and folds those that are over but not in the log yet.
    async fn replay(self) {
        let records = self.read_journal().await;
        let now = clock_now();
        let world = self.world();
        let logged = |performed: &Performed| {
            let month = saved::load_month(&world.disk, &saved::month_key(performed));
            month.whole().is_some_and(|sessions| sessions.iter().any(|p| p.id == performed.id))
        };
        let replay = saved::replay(&records, logged, now);
        for performed in &replay.fold {
            self.fold(performed);
        }
        for id in &replay.purge {
            self.forget(saved::session_prefix(id)).await;
        }
        if !replay.unreadable.is_empty() {
            let text = "A part of an open session could not be read. It is kept untouched; everything else is here.";
            self.tell(Tone::Trouble, text, Offer::Export);
        }
        match self.running(replay.running) {
            // Killed after the last set and before the log: the sets are all there, only the folding is not.
            Some(session) if session.is_finished() => self.fold_finished(&session),
            Some(session) => self.found(session.found_again(now)),
            // Killed after the log and before this: the plan of a session that is in the log already.
            None => {
                self.check(saved::clear_running(&world.disk));
            }
        }
        self.ready.set(true);
        document::set_data("ready", Some("true"));
    }

    fn fold_finished(self, session: &Session) {
        if let Some(performed) = Performed::of(session) {
            self.fold(&performed);
        }
        self.check(saved::clear_running(&self.world().disk));
    }

    /// The open session: its sets from the journal, its position from the store where that is further on.
    fn running(self, journalled: Option<Session>) -> Option<Session> {
        let disk = &self.world().disk;
        let kept = saved::load_running(disk);
        self.report("The plan of the open session", &kept);
        let mut session = match (journalled, kept.whole()) {
            (Some(journalled), _) => journalled,
            // Not in the journal: refused there, or over already and in the log.
            (None, Some(kept)) if !self.log.with_untracked(|log| log.iter().any(|p| p.id == kept.id)) => kept,
            (None, _) => return None,
        };
        let next = session.clone();
        let known = saved::load_position(disk, &mut session);
        let behind = session.done.iter().any(|done| done.step >= session.at) && !session.is_finished();
        if !known || behind {
            session = next.waiting(clock_now());
        }
        Some(session)
    }
}

//! A tab of the simulated device with the app open in it.

use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use leptos::prelude::{GetUntracked, Owner, WithUntracked};
use mainspring::browser::device::{self, device};
use mainspring::domain::routine::{Routine, ready_made};
use mainspring::domain::session::{Event, Phase, Session};
use mainspring::state::App;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Runs tasks in the tab that began them.
struct Tabs;

impl CustomExecutor for Tabs {
    fn spawn(&self, task: PinnedFuture<()>) {
        device::spawn(task);
    }

    fn spawn_local(&self, task: PinnedLocalFuture<()>) {
        device::spawn(task);
    }

    fn poll_local(&self) {
        device::settle();
    }
}

/// An open tab.
pub struct Tab {
    pub number: device::Tab,
    pub app: App,
    _owner: Owner,
}

impl Tab {
    /// Opens tab `number` at `href`, and waits until the app is ready.
    pub fn open_at(number: device::Tab, href: &str) -> Self {
        let tab = Self::begin(number, href);
        device::pass(10);
        assert!(tab.app.ready.get_untracked(), "the app is ready");
        // As the frame does before it shows a page that changes anything.
        tab.tap(|app| app.fetch(|loaded| assert!(loaded)));
        tab
    }

    /// Opens tab `number` at `href`.
    pub fn begin(number: device::Tab, href: &str) -> Self {
        // Set once a thread.
        let _ = Executor::init_local_custom_executor(Tabs);
        device().addresses.borrow_mut().insert(number, (vec![href.to_owned()], 0));
        let owner = Owner::new();
        let app = device::within(number, || {
            owner.with(|| {
                let app = App::open();
                app.begin(Rc::new(|| {}));
                app
            })
        });
        Self { number, app, _owner: owner }
    }

    /// Opens tab `number` on Today.
    pub fn open(number: device::Tab) -> Self {
        Self::open_at(number, "/")
    }

    /// Does `act` in this tab, as a tap would, and lets a moment pass.
    pub fn tap(&self, act: impl FnOnce(App)) {
        device::within(self.number, || act(self.app));
        device::pass(20);
    }

    /// Kills the tab, and opens another one on Today with what is stored.
    pub fn killed(self, number: device::Tab) -> Self {
        device::kill(self.number);
        Self::open(number)
    }

    /// The open session.
    pub fn session(&self) -> Option<Session> {
        self.app.player.session.get_untracked()
    }

    /// Starts the first ready-made routine.
    pub fn start(&self) -> Routine {
        let routine = ready_made().remove(0);
        self.tap(|app| app.start(&routine));
        routine
    }

    /// Begins the present set, however the session comes to it; none where it ends first.
    pub fn begin_set(&self) {
        for _ in 0..1_000 {
            match self.session() {
                Some(session) if !matches!(session.phase(), Phase::Work { .. }) => {
                    self.tap(|app| app.say(Event::Begin));
                    device::pass(1_000);
                }
                _ => return,
            }
        }
        panic!("no set begins");
    }

    /// Does the present set with its planned amount. No set is ended by a tap right after it began.
    pub fn end_set(&self) {
        device::pass(1_000);
        if let Some(session) = self.session() {
            let (step, target) = (session.at(), session.step().target);
            self.tap(|app| app.say(Event::Done(step, target)));
        }
    }

    /// Does a set.
    pub fn complete_set(&self) {
        self.begin_set();
        self.end_set();
    }

    /// The number of sets of the open session.
    pub fn sets(&self) -> usize {
        self.app.player.session.with_untracked(|session| session.as_ref().map_or(0, |session| session.done().len()))
    }

    /// The texts of the notices on screen.
    pub fn notices(&self) -> Vec<String> {
        self.app.notices.list.with_untracked(|list| list.iter().map(|notice| notice.text.clone()).collect())
    }
}

/// The journal's records.
pub fn journal() -> BTreeMap<String, String> {
    device().databases.borrow().get("mainspring").cloned().unwrap_or_default()
}

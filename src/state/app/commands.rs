//! The lazy chunk of the program: its entry point, and the code of each command.

use super::App;
use super::later::{Chunk, Command, Lazy};
use crate::browser::{clock, document};
use crate::domain::coach::{self, Situation, Suggestion, WayBack, pain};
use crate::domain::name::{isolated, plain};
use crate::domain::routine::Routine;
use crate::state::load_failure::LoadFailure;
use crate::state::notices::NoticeKind;
use leptos::prelude::{Get, GetUntracked, Set, With};
use leptos::task::spawn_local;
use std::time::Duration;

/// The reason is found by the page: see [`LoadFailure`].
#[cfg(feature = "web")]
type LoadError = wasm_split_helpers::SplitLoaderError;
#[cfg(not(feature = "web"))]
type LoadError = ();

/// Time after which the runner is told that loading goes on.
const SLOW: Duration = Duration::from_secs(6);

/// The entry into the lazy chunk: code called only from here is fetched later. Asynchronous if the build is split, else at
/// once.
#[cfg_attr(split, wasm_split_helpers::wasm_split(later, fallible))]
#[cfg_attr(not(split), allow(clippy::unnecessary_wraps, reason = "a split build can fail here"))]
fn lazy() -> Result<Lazy, LoadError> {
    Ok(Lazy { run, way_back, suggest, isolate: |name| plain(&isolated(name)) })
}

/// Fetches the lazy chunk, and calls the callbacks that wait for it.
pub(super) fn fetch(app: App) {
    spawn_local(async move {
        let loaded = load(app).await;
        app.fetched(loaded);
    });
}

#[cfg_attr(not(split), allow(clippy::unused_async, reason = "a split build waits here"))]
async fn load(app: App) -> bool {
    app.chunk.set(Chunk::Loading);
    let _slow = clock::after(SLOW, move || {
        if app.chunk.get_untracked() == Chunk::Loading {
            app.chunk.set(Chunk::Slow);
        }
    });
    let lazy = lazy();
    #[cfg(split)]
    let lazy = lazy.await;
    let Ok(lazy) = lazy else {
        let failure = LoadFailure::parse(document::data("missing").as_deref());
        app.chunk.set(Chunk::Failed(failure));
        app.notices.tell(NoticeKind::Trouble, failure.sentence(), failure.offer());
        return false;
    };
    if app.early().lazy.set(lazy).is_ok() {
        (lazy.run)(app, Command::Read);
        app.unread.set(false);
        app.chunk.set(Chunk::Loaded);
    }
    true
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
        Command::FollowDay => app.follow_day(),
        Command::Reread(key) => app.reread_changed(key.as_deref()),
        Command::KeepSettings(change) => app.keep_settings(change),
        Command::Undo(deleted) => app.undo_now(deleted),
        Command::Export => app.export_now(),
        Command::UndoRestore => app.undo_restore_now(),
        Command::Update => app.update_now(),
    }
}

fn way_back(app: App, routine: &Routine) -> Option<WayBack> {
    let kit = app.kit_at_hand();
    let way = app.log.sessions.with(|log| coach::way_back(log, app.today(), &kit, routine))?;
    // An easier level can load what a harder one does not.
    let lighter = app.pains.sores.with(|sores| pain::trainable(&way.lighter, sores));
    (lighter.items.len() == way.lighter.items.len() || !lighter.items.is_empty()).then_some(WayBack { lighter, ..way })
}

fn suggest(app: App) -> Suggestion {
    let (own, settings) = (app.choices.routines.get(), app.choices.settings.get());
    app.log.sessions.with(|newest_first| {
        coach::suggest(&Situation {
            own: &own,
            kit: &settings.kit,
            starred: &settings.starred,
            newest_first,
            has_older: app.log.goes_on.get(),
            today: app.today(),
            weekly_days: coach::weekly_days(settings.goal),
            is_out: &|exercise, level| app.pains.is_out(exercise, level),
        })
    })
}

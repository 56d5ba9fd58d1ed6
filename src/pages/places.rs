//! All pages but Today, in the lazy chunk. The only file that knows them all.

use super::shell::{LazyPages, Page, Pages, lost_page};
use super::{exercises, open_session, pain, plan, player, progress, routines, settings, today};
use crate::domain::catalogue;
use crate::domain::routine::Item;
use crate::state::App;
use crate::ui::{El, still_figure};
use leptos::prelude::{RwSignal, Set};
use leptos::task::spawn_local;
use wasm_split_helpers::SplitLoaderError;

/// Fetches the lazy chunk and puts its pages into `pages`; nothing if it cannot be fetched.
pub(super) fn load(pages: RwSignal<Option<Pages>>) {
    spawn_local(async move {
        let made = make();
        #[cfg(split)]
        let made = made.await;
        pages.set(made.ok());
    });
}

/// The entry into the lazy chunk: asynchronous if the build is split, else at once.
#[cfg_attr(split, wasm_split_helpers::wasm_split(later, fallible))]
#[cfg_attr(not(split), allow(clippy::unnecessary_wraps, reason = "a split build can fail here"))]
fn make() -> Result<Pages, SplitLoaderError> {
    Ok(Pages {
        show,
        still,
        restore_offer: settings::restore_offer,
        sores: pain::sores,
        tell_pain,
        resume: open_session::card,
        nothing_today: today::nothing_today,
        way_back: today::starts_back,
        left_out: today::left_out,
        last_session: today::last_session,
    })
}

fn show(lazy: LazyPages, page: Page) -> El {
    match page {
        Page::Today => today::page(lazy),
        Page::Exercises => exercises::list(),
        Page::Exercise(id) => exercises::exercise(&id),
        Page::Routines => routines::list(),
        Page::Routine(id) => routines::routine(id),
        Page::Shared(code) => routines::shared(&code),
        Page::Plan => plan::page(),
        Page::Progress => progress::page(lazy),
        Page::Session(id) => progress::session(&id),
        Page::Play(id) => player::page(id),
        Page::Settings => settings::page(),
        Page::Lost => lost_page(),
    }
}

/// The still of an exercise; nothing for one that this version does not know. The words beside it describe it.
fn still(item: &Item) -> Option<El> {
    let exercise = catalogue::find(&item.exercise)?;
    Some(still_figure(exercise.name, exercise.at(item.level).motion).attr("aria-hidden", "true"))
}

/// The button that opens the dialog for a pain, and the dialog.
fn tell_pain(app: App) -> [El; 2] {
    [pain::tell_button(), pain::dialog(app)]
}

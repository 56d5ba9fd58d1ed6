//! All pages but Today, in the lazy chunk. The only file that knows them all.

use super::shell::{LazyPages, Page, Pages, lost_page};
use super::{exercises, open_session, pain, plan, player, progress, routines, settings, today};
use crate::state::App;
use crate::ui::{El, still_of};
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
        still: still_of,
        restore_offer: settings::restore_offer,
        sores: pain::sores,
        tell_pain,
        resume: open_session::card,
        nothing_today: today::nothing_today,
        way_back: today::starts_back,
        remarks: today::remarks,
        last_session: today::last_session,
        made_chips: today::made_chips,
    })
}

fn show(lazy: LazyPages, page: Page) -> El {
    match page {
        Page::Today => today::page(lazy),
        Page::Exercises => exercises::list(),
        Page::Exercise(id) => exercises::exercise(&id),
        Page::OwnForm(query) => exercises::own_form(&query),
        Page::Routines => routines::list(),
        Page::Routine(id) => routines::routine(id),
        Page::Shared(code) => routines::shared(&code),
        Page::DoneSheet(code) => progress::received(&code),
        Page::Made => routines::made(),
        Page::Plan => plan::page(),
        Page::Progress => progress::page(lazy),
        Page::Session(id) => progress::session(&id),
        Page::Play(id) => player::page(id),
        Page::Settings => settings::page(),
        Page::Lost => lost_page(),
    }
}

/// The button that opens the dialog for a pain, and the dialog.
fn tell_pain(app: App) -> [El; 2] {
    [pain::tell_button(), pain::dialog(app)]
}

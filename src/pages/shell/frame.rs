//! The frame around every page: navigation, notices, the status line, and the choice of the page.

use super::lazy::{LazyPages, LoadPages};
use crate::domain::place::{Place, Section};
use crate::state::{self, App, Notice, NoticeKind, Offer};
use crate::text::{common, frame, options, place};
use crate::ui::{El, Icon, button, el, icon, link, set_base};
use leptos::prelude::{Get, GetUntracked, Memo, With};

/// The page in the frame. It is built again only if this changes, not with a filter, a level or a hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::pages) enum Page {
    Today,
    Exercises,
    Exercise(String),
    OwnForm(String),
    Routines,
    Routine(String),
    Shared(String),
    DoneSheet(String),
    Made,
    Plan,
    Progress,
    Session(String),
    Play(String),
    Settings,
    Lost,
}

impl From<Place> for Page {
    fn from(place: Place) -> Self {
        match place {
            Place::Today => Self::Today,
            Place::Exercises(_) => Self::Exercises,
            Place::Exercise { id, .. } => Self::Exercise(id),
            Place::OwnForm { query } => Self::OwnForm(query),
            Place::Routines => Self::Routines,
            Place::Routine { id } => Self::Routine(id),
            Place::Shared { code } => Self::Shared(code),
            Place::DoneSheet { code } => Self::DoneSheet(code),
            Place::Made { .. } => Self::Made,
            Place::Plan => Self::Plan,
            Place::Progress => Self::Progress,
            Place::Session { id } => Self::Session(id),
            Place::Play { id, .. } => Self::Play(id),
            Place::Settings => Self::Settings,
            Place::Unknown { .. } => Self::Lost,
        }
    }
}

/// Starts the app, and follows the address bar from then on. `today` is the view of Today, which is part of the first load;
/// `load` fetches all others.
pub(in crate::pages) fn start(today: fn(LazyPages) -> El, load: LoadPages) {
    set_base(state::base());
    state::begin(move |place| {
        let app = App::get();
        let page = Memo::new(move |_| Page::from(app.navigation.place.get()));
        let lazy = LazyPages::of(app, page, load);
        // The player fills the screen.
        let player = Memo::new(move |_| Some(page.get()).filter(|page| matches!(page, Page::Play(_))));
        let whole = move || match player.get() {
            Some(player) => vec![lazy.page(player)],
            None => vec![skip(), shell(page, lazy, today)],
        };
        let status =
            el("p").class("visually-hidden").attr("role", "status").text_live(move || app.notices.status.get());
        El::of(place).live(whole).child(status).stay();
    });
}

fn skip() -> El {
    button("skip button").text(frame::skip()).on_click(|| state::focus("main"))
}

fn shell(page: Memo<Page>, lazy: LazyPages, today: fn(LazyPages) -> El) -> El {
    let app = App::get();
    let body = move || match page.get() {
        // Before stored values are read, Today would show default settings in place of the runner's.
        Page::Today if !app.unread.get() => Some(today(lazy)),
        Page::Play(_) => None,
        page => Some(lazy.page(page)),
    };
    let main = el("main").id("main").class("shell-main").attr("tabindex", "-1");
    let main = main.child(notices()).live(body);
    let brand = link("/").class("brand").child(icon(Icon::Brand)).text(frame::brand());
    let settings = link("/settings").class("button quiet icon to-settings").attr("aria-label", options::title());
    el("div")
        .class("shell")
        .child(el("header").class("shell-bar").child(brand).child(settings.child(icon(Icon::Settings))))
        .child(navigation())
        .child(el("div").class("shell-page").child(main))
}

fn navigation() -> El {
    let app = App::get();
    let here = move || app.navigation.place.with(Place::section);
    let entry = |section: Section| {
        let current = move || (here() == Some(section)).then(|| "page".to_owned());
        let way = link(&section.place().href()).attr_live("aria-current", current);
        el("li")
            .class_if("only-rail", section == Section::Settings)
            .child(way.child(icon(section_icon(section))).text(place::section(section)))
    };
    let entries = el("ul").class("nav-list").children(Section::ALL.map(entry));
    el("nav").class("nav").attr("aria-label", frame::navigation()).child(entries)
}

const fn section_icon(section: Section) -> Icon {
    match section {
        Section::Today => Icon::Today,
        Section::Exercises => Icon::Exercises,
        Section::Routines => Icon::Routines,
        Section::Plan => Icon::Plan,
        Section::Progress => Icon::Progress,
        Section::Settings => Icon::Settings,
    }
}

/// The notices, newest last; the same on every page and in the player.
pub(in crate::pages) fn notices() -> El {
    let app = App::get();
    let update = move || (app.update_waiting.get() && app.player.session.with(Option::is_none)).then(|| update(app));
    let keys = move || app.notices.list.with(|notices| notices.iter().map(|notice| notice.id.to_string()).collect());
    let told = move |id: &str| {
        let notice = app.notices.list.get_untracked().into_iter().find(|notice| notice.id.to_string() == id);
        notice.map_or_else(|| el("div"), |notice| self::notice(app, notice))
    };
    el("div").class("notices").live(update).each(keys, told)
}

fn update(app: App) -> El {
    el("div")
        .class("notice")
        .attr("data-notice", "update")
        .child(el("p").text(frame::update()))
        .child(button("button").text(common::reload()).on_click(move || app.update()))
}

fn notice(app: App, notice: Notice) -> El {
    let Notice { id, tone, text, offer } = notice;
    let trouble = tone == NoticeKind::Trouble;
    let offer = match offer {
        Offer::Nothing => None,
        Offer::Export => {
            let export = button("button").child(icon(Icon::Download)).text(common::download_data());
            Some(export.on_click(move || app.export()))
        }
        Offer::Renew => Some(button("button").text(common::load_new()).on_click(move || app.renew())),
        Offer::Undo(deleted) => {
            let undo = button("button").child(icon(Icon::Undo)).text(common::undo());
            Some(undo.no_double_click().on_click(move || {
                app.undo(deleted.clone());
                app.notices.dismiss(id);
            }))
        }
        Offer::UndoRestore => {
            let undo = button("button").child(icon(Icon::Undo)).text(common::undo());
            Some(undo.no_double_click().on_click(move || {
                app.undo_restore();
                app.notices.dismiss(id);
            }))
        }
    };
    let close = button("button quiet icon").attr("aria-label", frame::dismiss()).child(icon(Icon::Close));
    el("div")
        .class("notice")
        .class_if("trouble", trouble)
        .attr_some("role", trouble.then_some("alert"))
        .attr("data-notice", if trouble { "trouble" } else { "plain" })
        .child(el("p").text(&text))
        .children(offer)
        .child(close.on_click(move || app.notices.dismiss(id)))
}

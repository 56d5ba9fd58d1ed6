//! The player's page while another tab plays the session: its position, and a button to take it over.

use crate::domain::session::{Session, SessionView};
use crate::pages::shell::notices;
use crate::state::App;
use crate::text::{count, player, session};
use crate::ui::{El, Icon, bdi, button, el, icon, icon_live, link, phase_icon, title};
use leptos::prelude::{Get, Memo, With, WithUntracked};

/// `None` while leaving, when the session is gone already.
pub(super) fn screen() -> Option<El> {
    let app = App::get();
    app.player.session.with_untracked(Option::is_some).then_some(())?;
    let away =
        link("/").class("button quiet icon").attr("aria-label", player::back_to_today()).child(icon(Icon::Close));
    let words = move || if app.player.is_left() { left_words(app) } else { player::in_other_tab().into() };
    let name_of_session = bdi().text_live(move || shown(app, |session| session.name().to_owned()));
    let stands = el("div")
        .class("player-offer stack")
        .child(notices())
        .child(el("p").class("eyebrow").child(name_of_session))
        .child(title().text_live(move || shown(app, |session| session.step().name().to_owned())))
        .child(el("p").class("lead").text_live(words))
        .child(clock(app));
    let large = move || if app.player.is_left() { player::go_on_here() } else { player::take_over() }.to_owned();
    let take = button("button primary main-action")
        .child(icon(Icon::Play))
        .child(el("span").text_live(large))
        .once()
        .on_click(move || app.take_over());
    let main = el("main")
        .class("player offer")
        .id("main")
        .attr("tabindex", "-1")
        .attr_live("data-phase", move || {
            Some(shown(app, |session| session.view(session.seen()).kind.slug().to_owned()))
        })
        .attr_live("data-watching", move || Some(if app.player.is_left() { "left" } else { "running" }.to_owned()))
        .child(el("header").class("player-strip").child(away))
        .child(stands);
    Some(main.child(el("div").class("player-actions").child(take)))
}

/// The phase, and its seconds by this tab's clock.
fn clock(app: App) -> El {
    let view =
        Memo::new(move |_| app.player.session.with(|session| Some(session.as_ref()?.view(app.player.now.get()))));
    let read = move |words: fn(&SessionView) -> String| view.with(|view| view.as_ref().map(words).unwrap_or_default());
    let sign = move || view.with(|view| view.as_ref().map_or(Icon::Pause, sign));
    let phase = el("p")
        .class("player-phase")
        .child(icon_live(sign))
        .child(el("span").attr("data-watched", "phase").text_live(move || read(phase_words)));
    let digits =
        el("p").attr("data-watched", "digits").attr("translate", "no").attr("role", "timer").attr("aria-live", "off");
    let place =
        el("p").class("soft numbers").text_live(move || read(|view| player::at(count(view.set), count(view.sets))));
    el("div")
        .class("watched")
        .child(phase)
        .child(digits.text_live(move || read(|view| view.digits.to_string())))
        .child(place)
}

const fn sign(view: &SessionView) -> Icon {
    if view.paused { Icon::Pause } else { phase_icon(view.kind) }
}

fn phase_words(view: &SessionView) -> String {
    if view.paused { player::paused() } else { session::phase(view.kind) }.to_owned()
}

fn left_words(app: App) -> String {
    shown(app, |session| player::left_at(count(session.set_number()), count(session.set_count())))
}

fn shown(app: App, words: fn(&Session) -> String) -> String {
    app.player.session.with(|session| session.as_ref().map(words).unwrap_or_default())
}

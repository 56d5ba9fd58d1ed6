//! Changes to an exercise in mid-session: another level, another exercise, the other side first, leaving it out; and the
//! player's settings.

use super::{ShownSession, load};
use crate::domain::catalogue::{self, Level};
use crate::domain::session::{Event, MOST_SWAPS, Session, Step, Substitute};
use crate::domain::settings::Toggle;
use crate::state::{App, close_dialog, has_silent_switch, open_dialog};
use crate::text::{player, session, settings, vocabulary};
use crate::ui::{El, button, el, tick};
use leptos::prelude::{Get, Memo, With, untrack};

const ID: &str = "change";
/// The settings that can be changed without leaving the session.
const SWITCHES: [Toggle; 6] =
    [Toggle::WaitForMe, Toggle::BigDigits, Toggle::Count, Toggle::Tempo, Toggle::Voice, Toggle::Pocket];

/// Opens the dialog; the clock goes on.
pub(super) fn open() {
    open_dialog(ID);
}

/// The dialog. Its options follow the present exercise.
pub(super) fn dialog(shown: ShownSession) -> El {
    let name = move || shown.step.with(|step| step.name().to_owned());
    // The session changes every second; the options change with the step, the plan, and the beginning of the first set.
    let plan = move || shown.session.with(|session| (session.revision(), session.flipped()));
    let offered = Memo::new(move |_| (shown.step.get(), plan()));
    let toggles = SWITCHES.into_iter().chain(has_silent_switch().then_some(Toggle::OnSilent));
    let switches = el("ul").class("ticks").children(toggles.map(|toggle| el("li").child(switch(shown, toggle))));
    super::dialog(shown, ID, "change", name)
        .child(el("div").live(move || load::way(shown)))
        .child(el("div").class("stack tight").live(move || {
            offered.with(|_| ());
            untrack(|| ways(shown))
        }))
        .child(switches)
}

fn shut() {
    close_dialog(ID);
}

fn ways(shown: ShownSession) -> Vec<El> {
    let mut ways = Vec::new();
    ways.extend(shown.easier().map(|level| to_level(shown, player::easier, level)));
    ways.extend(shown.session.with(Session::harder).map(|level| to_level(shown, player::harder, level)));
    ways.extend(flip(shown));
    ways.extend(swaps(shown).into_iter().map(|(exercise, level)| {
        swap(shown, (exercise, level), move || {
            shut();
            shown.app.say(Event::Swap(exercise, level));
        })
    }));
    ways.extend(shown.step.with(|step| catalogue::brief(&step.exercise)).map(|exercise| leave_out(shown, exercise.id)));
    ways
}

fn way(words: &str, act: impl Fn() + 'static) -> El {
    button("button way").text(words).once().on_click(move || {
        shut();
        act();
    })
}

fn to_level(shown: ShownSession, words: fn(&str) -> String, level: Level) -> El {
    let title = shown.step.with(|step| catalogue::find(&step.exercise).map_or("", |exercise| exercise.at(level).title));
    way(&words(title), move || shown.app.say(Event::Level(level)))
}

/// The choice of the side that begins, only before the first set has begun.
fn flip(shown: ShownSession) -> Option<El> {
    let first = shown.session.with(Session::flipped)?;
    let limb = session::side_within(first, shown.step.with(Step::limb));
    Some(way(&player::start_side(limb), move || shown.app.say(Event::Flip)))
}

fn leave_out(shown: ShownSession, exercise: &'static str) -> El {
    way(player::leave_out(), move || shown.app.say(Event::Drop(exercise)))
}

/// The exercises that can replace the present one, with the runner's kit and without loading a sore part.
fn swaps(shown: ShownSession) -> Vec<Substitute> {
    let kit = shown.app.choices.settings.with(|settings| settings.kit.clone());
    let mut swaps = shown.session.with(|session| session.swaps(&kit, None));
    swaps.truncate(MOST_SWAPS);
    swaps
}

/// A button that replaces the present exercise, with the new one's level if that is another.
pub(super) fn swap(shown: ShownSession, (exercise, level): Substitute, act: impl Fn() + 'static) -> El {
    let same = untrack(|| shown.step.with(|step| step.level == level));
    let words =
        if same { player::instead(exercise.name) } else { player::instead_at(exercise.name, vocabulary::level(level)) };
    button("button way").text(&words).once().on_click(act)
}

fn switch(shown: ShownSession, toggle: Toggle) -> El {
    tick(settings::toggle(toggle), move || shown.is_on(toggle), move |on| turn(shown.app, toggle, on))
}

fn turn(app: App, toggle: Toggle, on: bool) {
    app.switch(toggle, on);
    if toggle == Toggle::WaitForMe {
        app.say(Event::WaitForMe(on));
    }
}

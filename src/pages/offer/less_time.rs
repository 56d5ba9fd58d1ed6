//! A routine in less time than it takes: the choice of minutes, and what is left out then. The routine itself stays as it is.

use crate::domain::coach::trim;
use crate::domain::routine::{Routine, estimate};
use crate::domain::units::Seconds;
use crate::state::App;
use crate::text::{common, made, trim, units};
use crate::ui::{El, Icon, Live, Select, button, el, icon};
use leptos::prelude::{Get, RwSignal, Set, untrack};
use std::rc::Rc;

/// The choices of minutes.
const MINUTES: &[u32] = &[3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50];

/// `routine` in so many minutes; all of it if none are chosen.
pub(in crate::pages) fn in_minutes(routine: &Routine, minutes: Option<u32>) -> Routine {
    minutes.map_or_else(|| routine.clone(), |minutes| trim(routine, Seconds(minutes * 60)).routine)
}

/// The choice of minutes for `routine`, and what is left out. A routine that is short has none.
pub(in crate::pages) fn less_time(routine: Live<Routine>, minutes: RwSignal<Option<u32>>) -> El {
    let whole = routine.clone();
    let short = routine.clone();
    let options = move || {
        let length = estimate(&whole());
        let all = (String::new(), trim::all(&units::minutes_of(length)));
        let fewer = MINUTES.iter().filter(|minutes| *minutes * 60 < length.0);
        [all].into_iter().chain(fewer.map(|minutes| (minutes.to_string(), units::minutes(*minutes)))).collect()
    };
    let select = Select {
        label: trim::label(),
        id: "less-time",
        options: Rc::new(options),
        chosen: Rc::new(move || minutes.get().map_or_else(String::new, |minutes| minutes.to_string())),
        on_choose: Box::new(move |value| minutes.set(value.parse().ok())),
    };
    let told = move || {
        let told = minutes.get().map(|minutes| made::trimmed_words(&trim(&routine(), Seconds(minutes * 60))));
        told.unwrap_or_default().iter().map(|words| el("p").class("small soft").text(words)).collect::<Vec<_>>()
    };
    let told = el("div").attr("role", "status").attr("data-trimmed", "").live(told);
    el("section")
        .class("less-time")
        .flag_live("hidden", move || MINUTES.iter().all(|minutes| minutes * 60 >= estimate(&short()).0))
        .child(select.view())
        .child(told)
}

/// The same with a way to start the shorter routine.
pub(in crate::pages) fn less_time_start(app: App, routine: Live<Routine>) -> El {
    let (minutes, shown) = (RwSignal::new(None), routine.clone());
    let start = move || {
        minutes.get().map(|minutes| {
            let routine = routine.clone();
            let shorter = move || in_minutes(&untrack(|| routine()), Some(minutes));
            let start = button("button").child(icon(Icon::Play)).text(common::start());
            start.once().on_click(move || app.start_or_ask(&shorter()))
        })
    };
    less_time(shown, minutes).live(start)
}

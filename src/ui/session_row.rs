//! One finished session as a row that leads to it.

use super::icon::{Icon, icon};
use crate::domain::log::{Effort, Performed, short_month};
use crate::domain::place::Place;
use leptos::prelude::*;
use time::Date;

/// A row of a list of sessions.
#[component]
pub fn SessionRow(
    /// The session.
    session: Performed,
    /// The day on which it is looked at.
    today: Date,
) -> impl IntoView {
    let href = Place::Session { id: session.id.clone() }.href();
    let tile = session.day().map(|day| {
        view! { <span class="day-tile" aria-hidden="true"><b>{day.day()}</b>{short_month(day)}</span> }
    });
    let (when, sets, minutes) = (session.when_words(today), session.sets_words(), session.minutes_words());
    let id = row_id(&session.id);
    let effort = session.effort.map(|effort| view! { <span>{Effort::words(effort)}</span> });
    view! {
        <li data-session=session.id>
            <a href=href id=id>
                {tile}
                <span class="grow">
                    <span class="row-name">{session.name}</span>
                    <span class="facts numbers">
                        <span>{when}</span>
                        <span>{sets}</span>
                        <span>{minutes}</span>
                        {effort}
                    </span>
                </span>
                <span class="go">{icon(Icon::Forward)}</span>
            </a>
        </li>
    }
}

/// The id of a session's row in the page, to give it the focus.
#[must_use]
pub fn row_id(session: &str) -> String {
    format!("row-{session}")
}

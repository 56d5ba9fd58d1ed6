//! The days of a week, the trained ones marked.

use super::icon::{Icon, icon};
use crate::domain::log::DayMark;
use leptos::prelude::*;

/// Monday to Sunday in a row.
#[component]
pub fn WeekStrip(
    /// The seven days.
    #[prop(into)]
    days: Signal<Vec<DayMark>>,
) -> impl IntoView {
    view! { <ol class="week-strip" aria-label="This week">{move || days.get().into_iter().map(day).collect_view()}</ol> }
}

fn day(day: DayMark) -> impl IntoView {
    let mark = if day.trained { icon(Icon::Check) } else { day.number.into_any() };
    view! {
        <li class:trained=day.trained class:today=day.today aria-current=day.today.then_some("date")>
            <span aria-hidden="true">{day.letter}</span>
            <span class="day-mark" aria-hidden="true">{mark}</span>
            <span class="visually-hidden">{day.words}</span>
        </li>
    }
}

//! Minutes a week: as bars to look at, or as the table that says the same.

use super::choice::Segmented;
use crate::domain::log::Bar;
use leptos::prelude::*;

/// A chart of weeks, oldest first, with its table; the chart comes first and one tap turns it.
#[component]
pub fn WeekBars(
    /// The weeks.
    #[prop(into)]
    bars: Signal<Vec<Bar>>,
    /// What the chart says, in a sentence.
    #[prop(into)]
    sentence: Signal<String>,
) -> impl IntoView {
    let shown = RwSignal::new("chart");
    let body = move || match shown.get() {
        "chart" => chart(bars.get(), &sentence.get()).into_any(),
        _ => table(bars.get()).into_any(),
    };
    view! {
        <section class="card weeks" aria-labelledby="weeks">
            <div class="weeks-head">
                <h2 id="weeks">"Minutes a week"</h2>
                <Segmented
                    label="Show as"
                    name="weeks-as"
                    options=vec![("chart", "Chart"), ("table", "Table")]
                    chosen=shown
                    on_choose=Callback::new(move |value| shown.set(value))
                />
            </div>
            {body}
        </section>
    }
}

fn chart(bars: Vec<Bar>, sentence: &str) -> impl IntoView + use<> {
    let bar = |bar: Bar| {
        view! {
            <span class="week" class:now=bar.now data-week=bar.week.monday.to_string()>
                <span class="week-room">
                    <span class="week-bar" style:height=format!("{}%", bar.percent)>
                        <span class="week-value">{bar.value}</span>
                    </span>
                </span>
                <span class="week-month">{bar.month}</span>
            </span>
        }
    };
    view! {
        <div class="week-bars" role="img" aria-label=format!("Bars of minutes a week. {sentence}")>
            {bars.into_iter().map(bar).collect_view()}
        </div>
    }
}

fn table(bars: Vec<Bar>) -> impl IntoView {
    let row = |bar: Bar| {
        view! {
            <tr data-week=bar.week.monday.to_string()>
                <th scope="row">{bar.days}</th>
                <td>{bar.week.sessions}</td>
                <td>{bar.week.minutes}</td>
            </tr>
        }
    };
    view! {
        <table class="figures">
            <caption class="visually-hidden">"Sessions and minutes of each week, newest first"</caption>
            <thead>
                <tr><th scope="col">"Week"</th><th scope="col">"Sessions"</th><th scope="col">"Minutes"</th></tr>
            </thead>
            <tbody>{bars.into_iter().rev().map(row).collect_view()}</tbody>
        </table>
    }
}

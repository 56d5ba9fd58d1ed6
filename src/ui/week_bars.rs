//! Minutes per week: as a bar chart, or as a table with the same numbers.

use super::choice::Segmented;
use super::element::{El, el};
use crate::domain::progress::WeekBar;
use crate::text::{self, parts};
use leptos::prelude::{Get, RwSignal, Set};
use std::rc::Rc;

/// A chart of weeks, oldest first, with its table; the chart is shown first and one tap switches. The sentence is the
/// accessible description of the chart.
#[must_use]
pub fn week_bars(bars: impl Fn() -> Vec<WeekBar> + 'static, sentence: impl Fn() -> String + 'static) -> El {
    let as_table = RwSignal::new(false);
    let turn = Segmented {
        label: parts::weeks_as().to_owned(),
        name: "weeks-as".to_owned(),
        options: vec![("chart", parts::weeks_chart()), ("table", parts::weeks_table())],
        chosen: Rc::new(move || if as_table.get() { "table" } else { "chart" }),
        on_choose: Rc::new(move |shown| as_table.set(shown == "table")),
    };
    let head = el("div").class("weeks-head").child(el("h2").id("weeks").text(parts::weeks())).child(turn.view());
    let body = move || Some(if as_table.get() { table(&bars()) } else { chart(&bars(), &sentence()) });
    el("section").class("card weeks").attr("aria-labelledby", "weeks").child(head).live(body)
}

fn chart(bars: &[WeekBar], sentence: &str) -> El {
    el("div")
        .class("week-bars")
        .attr("role", "img")
        .attr("aria-label", &parts::weeks_bars(sentence))
        .children(bars.iter().map(week))
}

fn week(bar: &WeekBar) -> El {
    let height = format!("height: {}%", bar.percent);
    let value = el("span").class("week-value").text(&text::log::bar_value(bar));
    let column = el("span").class("week-bar").style(&height).child(value);
    el("span")
        .class("week")
        .class_if("now", bar.now)
        .attr("data-week", &bar.week.monday.to_string())
        .child(el("span").class("week-room").child(column))
        .child(el("span").class("week-month").text(text::log::bar_month(bar)))
}

fn table(bars: &[WeekBar]) -> El {
    let heading = |words: &str| el("th").attr("scope", "col").text(words);
    let headings =
        el("tr").children([parts::weeks_week(), parts::weeks_sessions(), parts::weeks_minutes()].map(heading));
    el("table")
        .class("figures")
        .child(el("caption").class("visually-hidden").text(parts::weeks_caption()))
        .child(el("thead").child(headings))
        .child(el("tbody").children(bars.iter().rev().map(row)))
}

fn row(bar: &WeekBar) -> El {
    el("tr")
        .attr("data-week", &bar.week.monday.to_string())
        .child(el("th").attr("scope", "row").text(&text::log::span_words(bar.week.monday)))
        .child(el("td").text(&bar.week.sessions.to_string()))
        .child(el("td").text(&bar.week.minutes.to_string()))
}

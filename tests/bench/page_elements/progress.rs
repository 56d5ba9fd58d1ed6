//! Minutes a week, as a chart or as a table, and the sessions.

use crate::page::{Icon, Model, facts, session_href, tile};
use crate::parts::{icon, segmented};
use mainspring::domain::log::Performed;
use mainspring::domain::progress::WeekBar;
use mainspring::text::log::{bar_month, bar_value, span_words};
use mainspring::ui::{Act, El, Live, el, name};
use std::rc::Rc;

/// The part.
pub fn page(model: Model) -> El {
    let ids = move || model.sessions();
    let row = move |id: &str| model.session(id).map_or_else(|| el("li"), |session| row(model, session));
    let sessions = el("section")
        .attr("aria-labelledby", "sessions")
        .child(el("h2").id("sessions").text("Sessions"))
        .child(el("ol").class("rows").attr("aria-labelledby", "sessions").each(ids, row));
    el("div")
        .class("stack progress")
        .child(el("p").class("lead say").text_live(move || model.sentence()))
        .child(weeks(model))
        .child(sessions)
}

fn weeks(model: Model) -> El {
    let chosen: Live<&'static str> = Rc::new(move || if model.as_table() { "table" } else { "chart" });
    let choose: Act<&'static str> = Rc::new(move |shown| model.show_table(shown == "table"));
    let turn = segmented("Show as", "weeks-as", &[("chart", "Chart"), ("table", "Table")], &chosen, &choose);
    let head = el("div").class("weeks-head").child(el("h2").id("weeks").text("Minutes a week")).child(turn);
    let body =
        move || Some(if model.as_table() { table(&model.bars()) } else { chart(&model.bars(), &model.sentence()) });
    el("section").class("card weeks").attr("aria-labelledby", "weeks").child(head).live(body)
}

fn chart(bars: &[WeekBar], sentence: &str) -> El {
    el("div")
        .class("week-bars")
        .attr("role", "img")
        .attr("aria-label", &format!("Bars of minutes a week. {sentence}"))
        .children(bars.iter().map(week))
}

fn week(bar: &WeekBar) -> El {
    let value = el("span").class("week-value").text(&bar_value(bar));
    let column = el("span").class("week-bar").style(&format!("height: {}%", bar.percent)).child(value);
    el("span")
        .class("week")
        .class_if("now", bar.now)
        .attr("data-week", &bar.week.monday.to_string())
        .child(el("span").class("week-room").child(column))
        .child(el("span").class("week-month").text(bar_month(bar)))
}

fn table(bars: &[WeekBar]) -> El {
    let heading = |words: &str| el("th").attr("scope", "col").text(words);
    let words = "Sessions and minutes of each week, newest first";
    el("table")
        .class("figures")
        .child(el("caption").class("visually-hidden").text(words))
        .child(el("thead").child(el("tr").children(["Week", "Sessions", "Minutes"].map(heading))))
        .child(el("tbody").children(bars.iter().rev().map(figures)))
}

fn figures(bar: &WeekBar) -> El {
    el("tr")
        .attr("data-week", &bar.week.monday.to_string())
        .child(el("th").attr("scope", "row").text(&span_words(bar.week.monday)))
        .child(el("td").text(&bar.week.sessions.to_string()))
        .child(el("td").text(&bar.week.minutes.to_string()))
}

fn row(model: Model, session: Performed) -> El {
    let (day, month) = tile(&session);
    let when = el("span").class("day-tile").attr("aria-hidden", "true").child(el("b").text(&day)).text(month);
    let told = facts(&session);
    let link = el("a").attr("href", &session_href(&session)).id(&format!("row-{}", session.id));
    let title = el("span").class("row-name").child(name(&session.name));
    let item = el("li").attr("data-session", &session.id);
    let facts = el("span")
        .class("facts numbers")
        .child(el("span").text_live(move || model.dated(&session)))
        .children(told.iter().map(|words| el("span").text(words)));
    let words = el("span").class("grow").child(title).child(facts);
    item.child(link.child(when).child(words).child(el("span").class("go").child(icon(Icon::Forward))))
}

//! The plan: this week and what is done, then the advice on order, days and the core, folded.

use crate::domain::catalogue::{CORE, Goal, order_advice};
use crate::domain::coach::weekly_days;
use crate::domain::name::isolated;
use crate::domain::place::Place;
use crate::domain::progress::{this_week, week_days};
use crate::pages::progress::row_of;
use crate::state::App;
use crate::text::{self, coach, goal, plan, today, vocabulary};
use crate::ui::{El, Icon, PageHead, el, icon, link, week_strip};
use leptos::prelude::With;

pub(super) fn page() -> El {
    let app = App::get();
    let advice = el("div").class("advice").child(order(app)).child(often(app)).child(core());
    let parts = el("div").class("stack plan").child(week(app)).child(advice);
    el("div").child(PageHead { title: plan::title(), ..PageHead::default() }.view()).child(parts)
}

/// Reads the goal reactively.
fn goal_now(app: App) -> Goal {
    app.choices.settings.with(|settings| settings.goal)
}

/// The week with its sessions, and the day of the next one.
fn week(app: App) -> El {
    let days = move || app.log.sessions.with(|log| week_days(log, app.today()));
    let rows = move || {
        let done = app.log.sessions.with(|log| this_week(log, app.today()).to_vec());
        (!done.is_empty()).then(|| el("ul").class("rows bare").children(done.into_iter().map(|done| row_of(app, done))))
    };
    let next = move || {
        let (routine, day) = app.suggestion().next?;
        let words = today::next(&text::log::next_day_words(day, app.today()), &isolated(routine.title()));
        Some(el("p").class("next-day").attr("data-next", &day.to_string()).text(&words))
    };
    el("section")
        .class("card often")
        .attr("aria-labelledby", "often")
        .child(el("h2").id("often").text(today::this_week()))
        .child(week_strip(days))
        .child(
            el("p").class("answer numbers").text_live(move || coach::weekly_words(&days(), weekly_days(goal_now(app)))),
        )
        .live(next)
        .live(rows)
}

/// A fold under its question, with the short answer beside it.
fn fold(id: &str, question: &str, answer: impl Fn() -> String + 'static) -> El {
    let summary = el("summary")
        .child(el("span").class("fold-head").text(question))
        .child(el("span").class("soft").text_live(answer));
    el("details").class("card fold").id(id).child(summary)
}

fn order(app: App) -> El {
    let headline = move || order_advice(goal_now(app)).headline.to_owned();
    let answers = move || Goal::ALL.iter().map(|goal| answer(*goal, *goal == goal_now(app))).collect::<Vec<_>>();
    let nuance = el("div")
        .class("nuance")
        .child(el("h3").text(today::when_it_changes()))
        .child(el("p").text_live(move || order_advice(goal_now(app)).nuance.to_owned()))
        .child(el("p").text(plan::bands()));
    let change = link(&Place::Settings.href()).class("more").text(plan::change_goal()).child(icon(Icon::Forward));
    fold("order", today::run_order(), headline)
        .child(el("ul").class("goal-answers").attr("aria-label", plan::by_goal()).live(answers))
        .child(nuance)
        .child(change)
}

/// The answer for a goal; the runner's own is marked.
fn answer(goal: Goal, is_mine: bool) -> El {
    let advice = order_advice(goal);
    let mine = is_mine.then(|| el("span").class("mine").child(icon(Icon::Check)).text(goal::label()));
    el("li")
        .attr_some("aria-current", is_mine.then_some("true"))
        .attr("data-goal", goal.slug())
        .child(el("p").class("eyebrow").child(el("span").text(vocabulary::goal(goal))).children(mine))
        .child(el("p").child(el("strong").text(advice.headline)))
        .child(el("p").class("soft").text(advice.reason))
}

fn often(app: App) -> El {
    let days = move || plan::days(text::count(weekly_days(goal_now(app))));
    fold("how-often", plan::how_often(), days)
        .child(el("p").text_live(move || coach::weekly_reason(goal_now(app)).to_owned()))
}

fn core() -> El {
    fold("core", CORE.headline, String::new).children(CORE.text.iter().map(|text| el("p").text(text)))
}

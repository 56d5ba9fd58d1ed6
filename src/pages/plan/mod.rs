//! The plan of a week with running and strength: the order, the number of days, and the reasons to train the core.

use crate::domain::catalogue::{CORE, Goal, order_advice};
use crate::domain::coach::weekly_days;
use crate::domain::progress::week_days;
use crate::domain::settings::Settings;
use crate::state::App;
use crate::text::{self, plan, today};
use crate::ui::{Act, El, Live, PageHead, el, goal_cards, week_strip};
use leptos::prelude::With;
use std::rc::Rc;

pub(super) fn page() -> El {
    let app = App::get();
    let parts = el("div").class("stack plan").child(order(app)).child(often(app)).child(core());
    el("div").child(PageHead { title: plan::title(), ..PageHead::default() }.view()).child(parts)
}

/// Reads the goal reactively.
fn goal(app: App) -> Goal {
    app.choices.settings.with(|settings| settings.goal)
}

fn order(app: App) -> El {
    let chosen: Live<Goal> = Rc::new(move || goal(app));
    let choose: Act<Goal> = Rc::new(move |goal| app.choose(move |settings| Settings { goal, ..settings }));
    let nuance = el("div")
        .class("nuance")
        .attr("aria-live", "polite")
        .child(el("h3").text(today::when_it_changes()))
        .child(el("p").text_live(move || order_advice(goal(app)).nuance.to_owned()));
    el("section")
        .attr("aria-labelledby", "order")
        .child(el("h2").id("order").text(today::run_order()))
        .child(el("p").class("soft").text(plan::choose()))
        .child(goal_cards(&chosen, &choose))
        .child(nuance)
}

fn often(app: App) -> El {
    let days = move || app.log.sessions.with(|log| week_days(log, app.today()));
    el("section")
        .class("card often")
        .attr("aria-labelledby", "often")
        .child(el("h2").id("often").text(plan::how_often()))
        .child(
            el("p")
                .class("answer numbers")
                .text_live(move || text::coach::weekly_words(&days(), weekly_days(goal(app)))),
        )
        .child(week_strip(days))
        .child(el("p").class("soft").text_live(move || text::coach::weekly_reason(goal(app)).to_owned()))
}

fn core() -> El {
    el("section")
        .class("core")
        .attr("aria-labelledby", "core")
        .child(el("h2").id("core").text(CORE.headline))
        .children(CORE.text.iter().map(|text| el("p").text(text)))
}

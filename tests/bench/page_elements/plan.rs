//! Strength and running: the goal, the order, how often, and why the core.

use crate::page::{Icon, Model};
use crate::parts::icon;
use mainspring::domain::catalogue::{CORE, Goal};
use mainspring::domain::progress::DayMark;
use mainspring::text;
use mainspring::text::dates::letter;
use mainspring::text::log::mark_words;
use mainspring::ui::{El, el};

/// The part.
pub fn page(model: Model) -> El {
    let head = el("header").class("page-head").child(el("h1").text("Strength and running"));
    let parts = el("div").class("stack plan").child(order(model)).child(often(model)).child(core());
    el("div").child(head).child(parts)
}

fn order(model: Model) -> El {
    let cards = el("div")
        .class("goal-cards")
        .attr("role", "radiogroup")
        .attr("aria-label", "My goal")
        .children(Goal::ALL.iter().map(|goal| goal_card(model, *goal)));
    let nuance = el("div")
        .class("nuance")
        .attr("aria-live", "polite")
        .child(el("h3").text("When the answer changes"))
        .child(el("p").text_live(move || model.nuance()));
    el("section")
        .attr("aria-labelledby", "order")
        .child(el("h2").id("order").text("Run before or after strength?"))
        .child(el("p").class("soft").text("It depends on what you train for. Choose your goal."))
        .child(cards)
        .child(nuance)
}

fn goal_card(model: Model, goal: Goal) -> El {
    let advice = Model::advice(goal);
    let (name, answer) = (format!("goal-{}", goal.slug()), format!("order-{}", goal.slug()));
    let input = el("input")
        .attr("type", "radio")
        .attr("name", "plan-goal")
        .attr("value", goal.slug())
        .attr("aria-labelledby", &name)
        .attr("aria-describedby", &answer)
        .prop_live("checked", move || model.goal() == goal)
        .on("change", move |_| model.choose(goal));
    let words = el("span")
        .class("goal-answer")
        .id(&answer)
        .child(el("strong").text(advice.headline))
        .text(" ")
        .child(el("span").class("soft").text(advice.reason));
    el("label")
        .class("goal-card")
        .attr("data-goal", goal.slug())
        .child(input)
        .child(el("span").class("goal-name").id(&name).text(text::vocabulary::goal(goal)))
        .child(words)
}

fn often(model: Model) -> El {
    let days = el("ol")
        .class("week-strip")
        .attr("aria-label", "This week")
        .live(move || model.days().iter().map(day).collect::<Vec<_>>());
    el("section")
        .class("card often")
        .attr("aria-labelledby", "often")
        .child(el("h2").id("often").text("How often?"))
        .child(el("p").class("answer numbers").text_live(move || model.often()))
        .child(days)
        .child(el("p").class("soft").text_live(move || model.reason()))
}

fn day(day: &DayMark) -> El {
    let mark = el("span").class("day-mark").attr("aria-hidden", "true");
    let mark = if day.trained { mark.child(icon(Icon::Check)) } else { mark.text(&day.day.day().to_string()) };
    el("li")
        .class_if("trained", day.trained)
        .class_if("today", day.is_today())
        .attr_some("aria-current", day.is_today().then_some("date"))
        .child(el("span").attr("aria-hidden", "true").text(letter(day.day)))
        .child(mark)
        .child(el("span").class("visually-hidden").text(&mark_words(day)))
}

fn core() -> El {
    el("section")
        .class("core")
        .attr("aria-labelledby", "core")
        .child(el("h2").id("core").text(CORE.headline))
        .children(CORE.text.iter().map(|text| el("p").text(text)))
}

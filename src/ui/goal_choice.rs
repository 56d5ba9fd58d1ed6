//! Choice of the training goal: as a row of three, or as three cards with advice.

use super::choice::Segmented;
use super::element::{Act, El, Live, el};
use crate::domain::catalogue::{Goal, order_advice};
use crate::text::{goal, vocabulary};
use std::rc::Rc;

/// The goal as one of three in a row. `name` is unique on the page.
#[must_use]
pub fn goal_choice(name: &str, chosen: impl Fn() -> Goal + 'static, on_choose: impl Fn(Goal) + 'static) -> El {
    let by_slug = move |slug| Goal::from_slug(slug).into_iter().for_each(&on_choose);
    let row = Segmented {
        label: goal::label().to_owned(),
        name: name.to_owned(),
        options: Goal::ALL.iter().map(|goal| (goal.slug(), goal::short(*goal))).collect(),
        chosen: Rc::new(move || chosen().slug()),
        on_choose: Rc::new(by_slug),
    };
    row.view()
}

/// The goals as cards, each with its advice to run before or after strength.
#[must_use]
pub fn goal_cards(chosen: &Live<Goal>, on_choose: &Act<Goal>) -> El {
    let card = |goal: &Goal| goal_card(*goal, chosen.clone(), on_choose.clone());
    el("div")
        .class("goal-cards")
        .attr("role", "radiogroup")
        .attr("aria-label", goal::label())
        .children(Goal::ALL.iter().map(card))
}

fn goal_card(goal: Goal, chosen: Live<Goal>, on_choose: Act<Goal>) -> El {
    let advice = order_advice(goal);
    let (name, answer) = (format!("goal-{}", goal.slug()), format!("order-{}", goal.slug()));
    let input = el("input")
        .attr("type", "radio")
        .attr("name", "plan-goal")
        .attr("value", goal.slug())
        .attr("aria-labelledby", &name)
        .attr("aria-describedby", &answer)
        .prop_live("checked", move || chosen() == goal)
        .on("change", move |_| on_choose(goal));
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
        .child(el("span").class("goal-name").id(&name).text(vocabulary::goal(goal)))
        .child(words)
}

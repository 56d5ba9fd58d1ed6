//! How much of something: typed, or changed a step at a time. A wrong entry is explained and changes nothing.

use super::element::{Act, El, Live, button, el, value_of};
use super::icon::{Icon, icon};
use crate::domain::units::{Amount, AmountOutOfRange};
use leptos::prelude::{Get, RwSignal, Set};
use std::rc::Rc;

/// A number between a less and a more button that can also be typed.
pub struct AmountField<'a> {
    /// What is counted: "Reps each side".
    pub label: Live<String>,
    /// Whose amount it is, for screen readers: "Deep squat".
    pub whose: &'a str,
    /// The id of the field, unique on the page.
    pub id: &'a str,
    /// The amount of every set; where they differ, each of them.
    pub amounts: Live<Vec<Amount>>,
    /// Another amount for every set was typed.
    pub on_amount: Box<dyn Fn(Amount)>,
    /// One step less (−1) or more (+1) for every set.
    pub on_step: Act<i16>,
}

impl AmountField<'_> {
    /// The field.
    #[must_use]
    pub fn view(self) -> El {
        let Self { label, whose, id, amounts, on_amount, on_step } = self;
        let wrong = RwSignal::new(false);
        let error_id = format!("{id}-error");
        let typed = move |text: &str| {
            let amount = parse(text);
            wrong.set(amount.is_err());
            amount.into_iter().for_each(&on_amount);
        };
        let on_step: Act<i16> = Rc::new(move |by| {
            wrong.set(false);
            on_step(by);
        });
        let error = {
            let amounts = amounts.clone();
            move || if wrong.get() { refusal(&amounts()) } else { String::new() }
        };
        let field = number_field(id, amounts)
            .attr("aria-describedby", &error_id)
            .attr_live("aria-invalid", move || wrong.get().then(|| "true".to_owned()))
            .on("change", move |event| typed(&value_of(&event)));
        let stepper = el("div")
            .class("stepper")
            .class_live("wrong", move || wrong.get())
            .child(step(-1, whose, &label, &on_step))
            .child(field)
            .child(step(1, whose, &label, &on_step));
        el("div")
            .class("field amount-field")
            .child(el("label").attr("for", id).text_live(move || label()))
            .child(stepper)
            .child(el("p").class("field-error").id(&error_id).attr("role", "alert").text_live(error))
    }
}

fn number_field(id: &str, amounts: Live<Vec<Amount>>) -> El {
    let placeholder = {
        let amounts = amounts.clone();
        move || Some(listed(&amounts()))
    };
    el("input")
        .class("amount numbers")
        .id(id)
        .attr("type", "number")
        .attr("inputmode", "numeric")
        .attr("min", "1")
        .attr("max", &Amount::MAX.to_string())
        .attr("step", "1")
        .attr("autocomplete", "off")
        .attr_live("placeholder", placeholder)
        .prop_live("value", move || same(&amounts()))
}

/// The button for one step less (−1) or more (+1).
fn step(by: i16, whose: &str, label: &Live<String>, on_step: &Act<i16>) -> El {
    let (verb, shown) = if by < 0 { ("Less", Icon::Minus) } else { ("More", Icon::Plus) };
    let (whose, label, on_step) = (whose.to_owned(), label.clone(), on_step.clone());
    let name = move || Some(format!("{verb}: {} of {whose}", label()));
    button("button icon").attr_live("aria-label", name).child(icon(shown)).on_click(move || on_step(by))
}

fn parse(text: &str) -> Result<Amount, AmountOutOfRange> {
    Amount::new(text.trim().parse().map_err(|_| AmountOutOfRange)?)
}

/// What a wrong entry should have been, and what holds in its place.
fn refusal(amounts: &[Amount]) -> String {
    format!("{AmountOutOfRange} Until then it stays at {}.", listed(amounts))
}

/// The amount that all sets share; empty where they differ.
fn same(amounts: &[Amount]) -> String {
    match amounts {
        [first, rest @ ..] if rest.iter().all(|other| other == first) => first.get().to_string(),
        _ => String::new(),
    }
}

/// "12", or "10, 8" where the sets differ.
fn listed(amounts: &[Amount]) -> String {
    let same = same(amounts);
    if same.is_empty() {
        amounts.iter().map(|amount| amount.get().to_string()).collect::<Vec<_>>().join(", ")
    } else {
        same
    }
}

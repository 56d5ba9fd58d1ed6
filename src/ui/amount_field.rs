//! Field for an amount: typed, or changed a step at a time. An amount is handed on while it is typed; an invalid text
//! changes nothing, stays in the field, and is explained.

use super::element::{Act, El, Live, button, el, follow, value_of};
use super::icon::{Icon, icon};
use super::said::said_live;
use super::typed::{show_value, typed};
use crate::domain::units::{Amount, AmountOutOfRange};
use crate::text::{amount, fill};
use leptos::prelude::{Get, GetUntracked, RwSignal, Set};
use std::cell::RefCell;
use std::rc::Rc;

/// A number between a less and a more button that can also be typed.
pub struct AmountField<'a> {
    /// The measured unit: "Reps each side".
    pub label: Live<String>,
    /// Name of the exercise, for screen readers: "Deep squat".
    pub whose: &'a str,
    /// The id of the field, unique on the page.
    pub id: &'a str,
    /// The amount of every set; each of them if they differ.
    pub amounts: Live<Vec<Amount>>,
    /// Called with a typed amount for every set.
    pub on_amount: Box<dyn Fn(Amount)>,
    /// Called with one step less (−1) or more (+1) for every set.
    pub on_step: Act<i16>,
    /// An invalid text typed before.
    pub unfinished: Option<String>,
    /// Called with an invalid text, or with nothing once the text is valid again.
    pub on_unfinished: Act<Option<String>>,
}

impl AmountField<'_> {
    /// The field.
    #[must_use]
    pub fn view(self) -> El {
        let Self { label, whose, id, amounts, on_amount, on_step, unfinished, on_unfinished } = self;
        let wrong = RwSignal::new(unfinished.is_some());
        let unfinished = RwSignal::new(unfinished);
        let set_unfinished = move |text: Option<String>| {
            if unfinished.get_untracked() != text {
                unfinished.set(text.clone());
                on_unfinished(text);
            }
        };
        let set_unfinished: Act<Option<String>> = Rc::new(set_unfinished);
        let hand_on = {
            let set_unfinished = set_unfinished.clone();
            move |text: String| match parse(&text) {
                Ok(amount) => {
                    wrong.set(false);
                    set_unfinished(None);
                    on_amount(amount);
                }
                Err(AmountOutOfRange) => set_unfinished(Some(text)),
            }
        };
        let on_step: Act<i16> = {
            let set_unfinished = set_unfinished.clone();
            Rc::new(move |by| {
                wrong.set(false);
                set_unfinished(None);
                on_step(by);
            })
        };
        let error = {
            let amounts = amounts.clone();
            move || if wrong.get() { refusal(&amounts()) } else { String::new() }
        };
        let error_id = format!("{id}-error");
        let field = number_field(id, amounts.clone())
            .attr("aria-describedby", &error_id)
            .attr_live("aria-invalid", move || wrong.get().then(|| "true".to_owned()));
        let (field, typed) = typed(field, Rc::new(hand_on));
        let shown = {
            let amounts = amounts.clone();
            move || unfinished.get().unwrap_or_else(|| same(&amounts()))
        };
        let field =
            show_value(field, &typed, shown).on("change", move |event| wrong.set(parse(&value_of(&event)).is_err()));
        // An amount set by an undo or by another tab replaces an invalid text.
        let last = RefCell::new(None);
        follow(Box::new(move || {
            let now = amounts();
            let before = last.replace(Some(now.clone()));
            if before.is_some_and(|before| before != now) && !typed.is_typing() {
                wrong.set(false);
                set_unfinished(None);
            }
        }));
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
            .child(said_live(el("p").class("field-error").id(&error_id).attr("role", "alert"), error))
    }
}

fn number_field(id: &str, amounts: Live<Vec<Amount>>) -> El {
    let placeholder = move || Some(listed(&amounts()));
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
}

/// The button for one step less (−1) or more (+1).
fn step(by: i16, whose: &str, label: &Live<String>, on_step: &Act<i16>) -> El {
    let (change, shown): (fn(&str) -> String, _) =
        if by < 0 { (amount::less, Icon::Minus) } else { (amount::more, Icon::Plus) };
    let (whose, label, on_step) = (whose.to_owned(), label.clone(), on_step.clone());
    let name = move || Some(change(&amount::of(&label(), &whose)));
    button("button icon").attr_live("aria-label", name).child(icon(shown)).on_click(move || on_step(by))
}

fn parse(text: &str) -> Result<Amount, AmountOutOfRange> {
    Amount::new(text.trim().parse().map_err(|_| AmountOutOfRange)?)
}

/// The error message: the expected range, and the amount that stays.
fn refusal(amounts: &[Amount]) -> String {
    fill(&[amount::out_of_range(), " ", &amount::stays(&listed(amounts))])
}

/// The amount that all sets share; empty where they differ.
fn same(amounts: &[Amount]) -> String {
    match amounts {
        [first, rest @ ..] if rest.iter().all(|other| other == first) => first.get().to_string(),
        _ => String::new(),
    }
}

/// "12", or "10, 8" if the sets differ.
fn listed(amounts: &[Amount]) -> String {
    let same = same(amounts);
    if same.is_empty() {
        amounts.iter().map(|amount| amount.get().to_string()).collect::<Vec<_>>().join(", ")
    } else {
        same
    }
}

//! The fields of the form that are typed, each with what is wrong in it.

use super::FormState;
use crate::domain::catalogue::{Measure, OwnForm, OwnProblem};
use crate::text::own;
use crate::ui::{El, el, said_live, value_of, while_typed};
use leptos::prelude::{GetUntracked, Set, With};
use std::rc::Rc;

/// The id of the field with this problem.
pub(super) const fn id_of(problem: OwnProblem) -> &'static str {
    match problem {
        OwnProblem::Name | OwnProblem::LongName => "own-name",
        OwnProblem::Sets => "own-sets-number",
        OwnProblem::Amount => "own-amount",
        OwnProblem::Rest => "own-rest",
        OwnProblem::Rep => "own-rep",
        OwnProblem::Cues | OwnProblem::LongCue => "own-cues",
    }
}

/// One problem of each typed field.
const FIELDS: [OwnProblem; 6] =
    [OwnProblem::Name, OwnProblem::Sets, OwnProblem::Amount, OwnProblem::Rest, OwnProblem::Rep, OwnProblem::Cues];

/// The name under which the text of a field is kept for a reload.
fn kept_name(problem: OwnProblem, state: FormState) -> String {
    [id_of(problem), " ", &state.task.get_untracked()].concat()
}

/// Forgets what was typed: the form is saved or given up.
pub(super) fn end(state: FormState) {
    state.is_over.set(true);
    for problem in FIELDS {
        state.app.keep_unfinished(&kept_name(problem, state), None);
    }
}

/// A typed field: the part of the form that it shows, and the place where it is written.
struct TypedField {
    field: El,
    problem: OwnProblem,
    read: fn(&OwnForm) -> &String,
    write: fn(&mut OwnForm) -> &mut String,
}

impl TypedField {
    /// The field under its label, with what is wrong in it below.
    fn view(self, state: FormState, label: El) -> El {
        let Self { field, problem, read, write } = self;
        let id = id_of(problem);
        let error_id = [id, "-error"].concat();
        let wrong = move || {
            let is_here = |other: &&OwnProblem| id_of(**other) == id;
            state.wrong.with(|wrong| wrong.iter().find(is_here).copied())
        };
        let field = field
            .class("input")
            .id(id)
            .attr("autocomplete", "off")
            .attr("aria-describedby", &error_id)
            .attr_live("aria-invalid", move || wrong().map(|_| "true".to_owned()))
            .prop_live("value", move || state.form.with(|form| read(form).clone()))
            .on("input", move |event| {
                let text = value_of(&event);
                state.edit(|form| *write(form) = text);
                // It is checked again when it is saved.
                state.forget(id);
            });
        let kept = kept_name(problem, state);
        if let Some(text) = state.app.unfinished(&kept) {
            state.edit(|form| *write(form) = text);
        }
        let keep = move |text: String| {
            if !state.is_over.try_get_untracked().unwrap_or(true) {
                state.app.keep_unfinished(&kept, Some(text));
            }
        };
        let field = while_typed(field, Rc::new(keep));
        let error = el("p").class("field-error").id(&error_id);
        let words = move || wrong().map_or_else(String::new, |problem| own::problem(problem).to_owned());
        el("div").class("field").child(label.attr("for", id)).child(field).child(said_live(error, words))
    }
}

impl FormState {
    /// Takes back what was wrong in a field.
    fn forget(self, id: &str) {
        let is_here = |problem: &OwnProblem| id_of(*problem) == id;
        if self.wrong.with(|wrong| wrong.iter().any(is_here)) {
            let kept = self.wrong.with(|wrong| wrong.iter().copied().filter(|other| !is_here(other)).collect());
            self.wrong.set(kept);
        }
    }
}

pub(super) fn name(state: FormState) -> El {
    let field = TypedField {
        field: el("input").attr("type", "text").attr("dir", "auto"),
        problem: OwnProblem::Name,
        read: |form| &form.exercise.name,
        write: |form| &mut form.exercise.name,
    };
    field.view(state, el("label").text(own::name()))
}

/// Sets, amount, rest, and the time of a repetition.
pub(super) fn numbers(state: FormState) -> El {
    let number = || el("input").attr("type", "text").attr("inputmode", "numeric");
    let sets = TypedField {
        field: number(),
        problem: OwnProblem::Sets,
        read: |form| &form.sets,
        write: |form| &mut form.sets,
    };
    let amount = TypedField {
        field: number(),
        problem: OwnProblem::Amount,
        read: |form| &form.amount,
        write: |form| &mut form.amount,
    };
    let rest = TypedField {
        field: number(),
        problem: OwnProblem::Rest,
        read: |form| &form.rest,
        write: |form| &mut form.rest,
    };
    let rep =
        TypedField { field: number(), problem: OwnProblem::Rep, read: |form| &form.rep, write: |form| &mut form.rep };
    let measure = move || state.form.with(|form| form.exercise.measure);
    let amount_label = move || {
        let sides = state.form.with(|form| form.exercise.sides);
        own::amount_label(measure(), sides).to_owned()
    };
    el("div")
        .class("own-numbers")
        .child(sets.view(state, el("label").text(own::sets())))
        .child(amount.view(state, el("label").text_live(amount_label)))
        .child(rest.view(state, el("label").text(own::rest())))
        .child(
            rep.view(state, el("label").text_live(move || own::rep(measure()).to_owned()))
                .flag_live("hidden", move || measure() == Measure::Seconds),
        )
}

pub(super) fn cues(state: FormState) -> El {
    let field = TypedField {
        field: el("textarea").attr("rows", "4").attr("dir", "auto"),
        problem: OwnProblem::Cues,
        read: |form| &form.cues,
        write: |form| &mut form.cues,
    };
    el("section")
        .class("card stack tight")
        .child(field.view(state, el("label").text(own::cues())))
        .child(el("p").class("soft small").text(own::cues_help()))
}

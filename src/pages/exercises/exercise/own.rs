//! The page of an own exercise: what there is of it, and the ways to edit and delete it.

use super::{ShownExercise, actions, figure, history, spec, stage, unit};
use crate::domain::catalogue::{self, OwnExercise, OwnTask};
use crate::domain::place::Place;
use crate::pages::exercises::own_form::missing;
use crate::pages::pain;
use crate::state::App;
use crate::text::{self, exercise, exercises, own, vocabulary};
use crate::ui::{Controls, El, Icon, PageHead, button, el, icon, link, name};
use leptos::prelude::With;

pub(super) fn page(app: App, id: &str) -> El {
    let id = id.to_owned();
    // Built again when it is edited, deleted or brought back, here or in another tab.
    el("div").live(move || {
        let kept = app.choices.exercises.with(|all| all.iter().find(|own| own.id == id).copied());
        Some(match (catalogue::own(&id), catalogue::find(&id), catalogue::brief(&id)) {
            (Some(own), Some(exercise), Some(brief)) => {
                known(ShownExercise { app, exercise, brief }, own, kept.is_some())
            }
            _ => missing(),
        })
    })
}

fn known(shown: ShownExercise, own: &'static OwnExercise, is_kept: bool) -> El {
    let ShownExercise { app, exercise, .. } = shown;
    let up = Place::Exercises(catalogue::Filter::default()).href();
    let head = PageHead { eyebrow: Some(own::eyebrow()), up: Some((&up, exercises::title())), ..PageHead::default() };
    let controls = Controls { touchable: true, ..Controls::new() };
    let is_mine = is_kept && !own.is_gone;
    let side = el("div")
        .class("exercise-side")
        .children(exercise.has_picture().then(|| stage::stage(shown, controls)))
        .live(move || pain::refusal(app, exercise.id, shown.level()))
        .child(actions::main(shown));
    let text = el("div")
        .class("exercise-text")
        .children((!is_mine).then(|| not_mine(app, own, is_kept)))
        .child(dose(shown))
        .child(spec(shown))
        .children(cues(own))
        .child(loads(own))
        .child(history::history(shown))
        .child(actions::add(shown))
        .children(is_mine.then(|| ways(app, own)))
        .child(pain::tell_button());
    el("article")
        .class("exercise own-exercise")
        .class_if("without-picture", !exercise.has_picture())
        .attr("data-exercise", exercise.id)
        .child(head.view_named(|| own.name.clone()))
        .child(el("p").class("lead").text(vocabulary::kind(own.kind)))
        .child(el("div").class("exercise-columns").child(side).child(text))
        .child(pain::dialog(app))
}

/// The way to take one into the lists that is deleted, or came in a link.
fn not_mine(app: App, own: &'static OwnExercise, is_kept: bool) -> El {
    let words = if is_kept { own::gone() } else { own::received() };
    let keep = button("button").child(icon(Icon::Plus)).text(own::keep()).once().on_click(move || {
        let _told = app.keep_exercise(own.clone());
    });
    el("div").class("callout own-not-mine").child(el("p").text(words)).child(keep)
}

fn dose(shown: ShownExercise) -> El {
    let variation = shown.exercise.at(catalogue::Level::Base);
    let figures = el("p")
        .class("dose-figure")
        .attr("data-dose", &figure(&variation.dose))
        .attr("aria-hidden", "true")
        .child(el("span").class("dose-number").text(&figure(&variation.dose)))
        .child(el("span").class("dose-unit").text(unit(&variation.dose)));
    el("section")
        .class("dose")
        .attr("aria-labelledby", "own-dose")
        .child(el("h2").id("own-dose").text(own::dose()))
        .child(figures)
        .child(el("p").class("dose-words").text(&text::dose::words(variation)))
}

fn cues(own: &OwnExercise) -> Option<El> {
    let cue = |cue: &String| el("li").child(name(cue));
    let list = || el("ol").class("steps").children(own.cues.iter().map(cue));
    (!own.cues.is_empty()).then(|| el("section").child(el("h2").text(exercise::cues())).child(list()))
}

/// The parts that it loads: what pain leaves it out for.
fn loads(own: &OwnExercise) -> El {
    let part = |part: &catalogue::BodyPart| el("li").text(vocabulary::part(*part));
    let section = el("section").child(el("h2").text(own::loads()));
    if own.loads.is_empty() {
        section.child(el("p").class("soft").text(own::no_loads()))
    } else {
        section.child(el("ul").class("tags").children(own.loads.iter().map(part)))
    }
}

fn ways(app: App, own: &'static OwnExercise) -> El {
    let edit = Place::OwnForm { query: OwnTask::Edit(own.id.clone()).to_query() }.href();
    let delete = button("button quiet").child(icon(Icon::Bin)).text(own::delete()).no_double_click();
    let delete = delete.on_click(move || {
        app.go_instead(Place::Exercises(catalogue::Filter::default()));
        app.delete_exercise(&own.id);
    });
    el("p").class("row").child(link(&edit).class("button").text(own::edit())).child(delete)
}

//! One exercise at one of its levels: dose, instructions, reasons, and the runner's history.

mod actions;
mod history;
mod own;
mod stage;
mod words;

use crate::domain::catalogue::{self, Beat, Brief, Dose, Exercise, Filter, Kit, Level, Variation};
use crate::domain::place::Place;
use crate::domain::settings::Units;
use crate::domain::units::Seconds;
use crate::pages::pain;
use crate::pages::shell::not_found_near;
use crate::state::App;
use crate::text::{self, common, exercise, vocabulary};
use crate::ui::{Controls, El, Icon, PageHead, Segmented, el, icon, link_live};
use leptos::prelude::{Set, With, WithUntracked};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

pub(in crate::pages) fn page(id: &str) -> El {
    match (catalogue::find(id), catalogue::brief(id)) {
        _ if catalogue::is_own(id) => own::page(App::get(), id),
        (Some(exercise), Some(brief)) => known(ShownExercise { app: App::get(), exercise, brief }),
        _ => unknown(id),
    }
}

/// The exercise on the page, at the level that the address names.
#[derive(Clone, Copy)]
struct ShownExercise {
    app: App,
    exercise: &'static Exercise,
    brief: &'static Brief,
}

impl ShownExercise {
    /// The level. Reads the address reactively.
    fn level(self) -> Level {
        self.app.navigation.place.with(level_of)
    }

    /// The level at this moment, for commands.
    fn level_now(self) -> Level {
        self.app.navigation.place.with_untracked(level_of)
    }

    /// The variation at the level. Reads the address reactively.
    fn variation(self) -> &'static Variation {
        self.exercise.at(self.level())
    }
}

fn level_of(place: &Place) -> Level {
    match place {
        Place::Exercise { level, .. } => *level,
        _ => Level::Base,
    }
}

fn known(shown: ShownExercise) -> El {
    let Exercise { id, name, kind, summary, .. } = shown.exercise;
    let up = Place::Exercises(Filter::default()).href();
    let head =
        PageHead { title: name, eyebrow: Some(vocabulary::kind(*kind)), up: Some((&up, text::exercises::title())) };
    let controls = Controls { touchable: true, ..Controls::new() };
    let side = el("div")
        .class("exercise-side")
        .child(stage::stage(shown, controls))
        .live(move || pain::refusal(shown.app, shown.exercise.id, shown.level()))
        .child(actions::main(shown));
    let show_cue = move |cue| stage::show_cue(shown, controls, cue);
    let is_shown = move |cue| stage::is_shown(controls, cue);
    let variation = move || shown.variation();
    let [why, muscles] = words::at_all_levels(shown.exercise, controls);
    let text = el("div")
        .class("exercise-text")
        .child(level_switch(shown))
        .live(move || words::how_to(variation()))
        .child(dose(shown))
        .child(spec(shown))
        .live(move || words::remarks(variation()))
        .child(words::cues(variation, show_cue, is_shown))
        .live(move || words::ways(shown.exercise, variation()))
        .child(why)
        .child(muscles)
        .child(history::history(shown))
        .child(actions::add(shown))
        .child(pain::tell_button());
    el("article")
        .on("keydown", move |event| {
            if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
                controls.highlight.set(None);
            }
        })
        .class("exercise")
        .attr("data-exercise", id)
        .attr_live("data-level", move || Some(shown.level().slug().to_owned()))
        .child(head.view())
        .child(el("p").class("lead").text(summary))
        .child(el("div").class("exercise-columns").child(side).child(text))
        .child(neighbours(shown))
        .child(pain::dialog(shown.app))
}

fn unknown(id: &str) -> El {
    let ways = [("/exercises", common::see_exercises()), ("/", common::to_today())];
    not_found_near(exercise::unknown(), &exercise::unknown_why(id), id, ways)
}

fn level_switch(shown: ShownExercise) -> El {
    let choose = move |slug: &'static str| {
        let Some(level) = Level::from_slug(slug) else { return };
        let ShownExercise { app, exercise, .. } = shown;
        let variation = exercise.at(level);
        app.notices.announce(exercise::said_level(
            &text::dose::words(variation),
            vocabulary::level(level),
            variation.title,
        ));
        app.turn(Place::Exercise { id: exercise.id.to_owned(), level });
    };
    let switch = Segmented {
        label: common::level().to_owned(),
        name: "level".to_owned(),
        options: Level::ALL.iter().map(|level| (level.slug(), vocabulary::level(*level))).collect(),
        chosen: Rc::new(move || shown.level().slug()),
        on_choose: Rc::new(choose),
    };
    let short = |slug: &str| Level::from_slug(slug).map_or("", |level| shown.exercise.at(level).short);
    // The dot is heard, and the line breaks there.
    let named = |slug: &'static str, words: &'static str| {
        let dot = el("span").class("visually-hidden").text(" · ");
        el("span").child(el("b").text(words)).child(dot).child(el("small").text(short(slug)))
    };
    switch.view_with(named).class("segmented level-switch")
}

/// The dose, in large figures.
fn dose(shown: ShownExercise) -> El {
    let dose = move || &shown.variation().dose;
    let figures = el("p")
        .class("dose-figure")
        .attr_live("data-dose", move || Some(figure(dose())))
        .attr("aria-hidden", "true")
        .child(el("span").class("dose-number").text_live(move || figure(dose())))
        .child(el("span").class("dose-unit").text_live(move || unit(dose()).to_owned()));
    el("section")
        .class("dose")
        .attr("aria-labelledby", "variation")
        .child(el("h2").id("variation").text_live(move || shown.variation().title.to_owned()))
        .child(figures)
        .child(el("p").class("dose-words").text_live(move || text::dose::words(shown.variation())))
}

/// The facts of the level: kit, rest, tempo.
fn spec(shown: ShownExercise) -> El {
    let fact = |name: &str, words: El| el("div").child(el("dt").text(name)).child(words);
    let units = move || shown.app.choices.settings.with(|settings| settings.units);
    let kit = el("dd").text_live(move || kit_words(shown.variation().kit, units()));
    let sides = el("dd").text_live(move || vocabulary::sides(shown.variation().sides).to_owned());
    let tempo = el("dd")
        .text_live(move || tempo_words(shown.variation().tempo))
        .live(move || tempo_strip(shown.variation().tempo));
    let rest = el("dd").text_live(move || rest_words(&shown.variation().dose));
    el("dl")
        .class("spec")
        .child(fact(common::kit(), kit))
        .child(fact(common::sides(), sides))
        .child(fact(exercise::tempo(), tempo))
        .child(fact(exercise::rest(), rest))
}

/// The amounts as figures: "3 × 10", "10 + 8", "30".
fn figure(dose: &Dose) -> String {
    match dose.sets {
        [] => String::new(),
        [one] => one.to_string(),
        [first, rest @ ..] if rest.iter().all(|other| other == first) => format!("{} × {first}", dose.sets.len()),
        sets => sets.iter().map(u16::to_string).collect::<Vec<_>>().join(" + "),
    }
}

fn unit(dose: &Dose) -> &'static str {
    text::units::word(dose.sets.last().copied().unwrap_or(1).into(), dose.measure)
}

/// The kit, with the weight to begin with if there is one.
fn kit_words(kit: &[Kit], units: Units) -> String {
    let weights = kit.iter().filter_map(|piece| text::settings::starting_words(*piece, units));
    std::iter::once(text::kit::fact(kit)).chain(weights).collect::<Vec<_>>().join(", ")
}

fn rest_words(dose: &Dose) -> String {
    let rest = text::units::spoken(Seconds(u32::from(dose.rest)));
    if dose.sets.len() > 1 { exercise::rest_between(&rest) } else { exercise::rest_afterwards(&rest) }
}

/// The parts of a repetition in words.
fn tempo_words(tempo: &[Beat]) -> String {
    if tempo.is_empty() {
        return exercise::hold_still().to_owned();
    }
    let beat = |beat: &Beat| format!("{} {}", beat.word, beat.seconds).trim_start().to_owned();
    exercise::beats(&tempo.iter().map(beat).collect::<Vec<_>>().join(" · "))
}

/// The parts of a repetition as a strip, each as wide as it lasts.
fn tempo_strip(tempo: &[Beat]) -> Option<El> {
    let part = |beat: &Beat| el("span").style(&format!("flex-grow: {}", beat.seconds));
    let strip = || el("span").class("tempo-strip").attr("aria-hidden", "true").children(tempo.iter().map(part));
    (tempo.len() > 1).then(strip)
}

/// Links to the exercises before and after, at the same level.
fn neighbours(shown: ShownExercise) -> El {
    let (before, after) = neighbours_of(shown.exercise);
    let way = |classes: &str, rel: &str, to: &'static Exercise| {
        link_live(move || Place::Exercise { id: to.id.to_owned(), level: shown.level() }.href())
            .class(classes)
            .attr("rel", rel)
    };
    let words = |which: &str, to: &Exercise| {
        el("span").child(el("span").class("small soft").text(which)).child(el("b").text(to.name))
    };
    let previous = |to| way("neighbour", "prev", to).child(icon(Icon::Back)).child(words(exercise::previous(), to));
    let next = |to| way("neighbour next", "next", to).child(words(exercise::next(), to)).child(icon(Icon::Forward));
    el("nav")
        .class("neighbours")
        .attr("aria-label", exercise::more())
        .children(before.map(previous))
        .children(after.map(next))
}

/// The exercises before and after in teaching order.
fn neighbours_of(exercise: &Exercise) -> (Option<&'static Exercise>, Option<&'static Exercise>) {
    let all = catalogue::all();
    let at = all.iter().position(|other| other.id == exercise.id).unwrap_or(0);
    (at.checked_sub(1).and_then(|before| all.get(before)).copied(), all.get(at + 1).copied())
}

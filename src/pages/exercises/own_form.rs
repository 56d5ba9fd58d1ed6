//! The form of an own exercise, new or to be edited.

mod fields;
mod poses;

use crate::domain::catalogue::{
    self, BodyPart, Kind, Kit, Level, LoadPlace, Measure, OwnExercise, OwnForm, OwnProblem, OwnTask, Sides,
};
use crate::domain::place::Place;
use crate::pages::shell::not_found;
use crate::state::{self, App};
use crate::text::{common, load, own, vocabulary};
use crate::ui::{El, Icon, PageHead, Segmented, Select, button, el, icon, link, tick};
use leptos::prelude::{GetUntracked, GetValue, RwSignal, Set, StoredValue, Update, With, untrack};
use std::rc::Rc;
use web_sys::Event;

/// The form on the page: its contents, and what was wrong when it was to be saved.
#[derive(Clone, Copy)]
struct FormState {
    app: App,
    form: RwSignal<OwnForm>,
    /// The exercise as it was when the form was opened.
    before: StoredValue<OwnExercise>,
    wrong: RwSignal<Vec<OwnProblem>>,
    /// The task as in the address: typed texts are kept under it for a reload.
    task: RwSignal<String>,
    /// True once the form is being saved, or given up: nothing typed is kept.
    is_over: RwSignal<bool>,
}

/// The units that can be chosen.
const MEASURES: [Measure; 3] = [Measure::Reps, Measure::Seconds, Measure::Steps];

/// The form for the task in `query`.
pub(in crate::pages) fn page(query: &str) -> El {
    let app = App::get();
    let (edited, words, routine) = match OwnTask::from_query(query) {
        OwnTask::Edit(id) => match catalogue::own(&id) {
            Some(own) => (Some(own), String::new(), String::new()),
            None => return missing(),
        },
        OwnTask::New { words, routine } => (None, words, routine),
    };
    let exercise = edited.map_or_else(|| app.new_exercise(&words, &own::UNITS), Clone::clone);
    let state = FormState {
        app,
        form: RwSignal::new(OwnForm::of(&exercise)),
        before: StoredValue::new(exercise),
        wrong: RwSignal::new(Vec::new()),
        task: RwSignal::new(query.to_owned()),
        is_over: RwSignal::new(false),
    };
    let back = match edited {
        Some(own) => Place::Exercise { id: own.id.clone(), level: Level::Base },
        None if !routine.is_empty() => Place::Routine { id: routine },
        None => Place::Exercises(catalogue::Filter::default()),
    };
    let title = if edited.is_some() { own::edit() } else { own::new() };
    let head = PageHead { title, eyebrow: Some(own::eyebrow()), ..PageHead::default() };
    let submit = {
        let back = back.clone();
        move |event: Event| {
            event.prevent_default();
            save(app, state, &back);
        }
    };
    let delete = edited.map(|own| {
        button("button quiet").child(icon(Icon::Bin)).text(own::delete()).no_double_click().on_click(move || {
            fields::end(state);
            app.go_instead(Place::Exercises(catalogue::Filter::default()));
            app.delete_exercise(&own.id);
        })
    });
    let ways = el("div")
        .class("row own-ways")
        .child(el("button").attr("type", "submit").class("button primary").text(own::save()).once())
        .child(link(&back.href()).class("button").text(own::cancel()).on("click", move |_| fields::end(state)));
    let form = el("form")
        .class("stack own-form")
        .attr("novalidate", "")
        .on("submit", submit)
        .child(basics(state))
        .child(dose(state))
        .child(body(state))
        .child(fields::cues(state))
        .child(poses::section(state))
        .child(ways);
    el("div").child(head.view()).child(form).children(delete)
}

/// The page of an own exercise that is not there.
pub(super) fn missing() -> El {
    let ways = [("/exercises", common::see_exercises()), ("/", common::to_today())];
    not_found(own::missing(), own::missing_why(), "row", ways)
}

/// Saves the form and goes on to `back`, with the exercise in it if that is a routine; or shows what is wrong. If the browser
/// does not take it, the form stays as it is.
fn save(app: App, state: FormState, back: &Place) {
    if state.is_over.get_untracked() {
        return;
    }
    let exercise = match state.form.with(OwnForm::read) {
        Ok(exercise) => exercise,
        Err(wrong) => {
            let first = wrong.first().map(|problem| fields::id_of(*problem));
            state.wrong.set(wrong);
            app.notices.announce(own::check());
            return first.into_iter().for_each(state::focus);
        }
    };
    state.is_over.set(true);
    let (id, back) = (exercise.id.clone(), back.clone());
    let is_told = app.keep_edited(exercise, state.before.get_value(), move |is_kept| match is_kept {
        _ if state.is_over.try_get_untracked().is_none() => {}
        false => state.is_over.set(false),
        true => {
            fields::end(state);
            leave(app, &id, back);
        }
    });
    if !is_told {
        state.is_over.set(false);
    }
}

/// Goes on to `back`, with the exercise in it if that is a routine, or to the page of the exercise.
fn leave(app: App, id: &str, back: Place) {
    let Place::Routine { id: routine } = &back else {
        return app.go_instead(Place::Exercise { id: id.to_owned(), level: Level::Base });
    };
    if let Some((routine, brief)) = untrack(|| app.routine(routine)).zip(catalogue::brief(id)) {
        let _same = app.put_into(&routine, brief, Level::Base);
    }
    app.go_instead(back);
}

impl FormState {
    /// Changes the form.
    fn edit(self, change: impl FnOnce(&mut OwnForm)) {
        self.form.update(change);
    }
}

/// A choice of one of a few values of the exercise.
fn choice<T: Copy + PartialEq + 'static>(
    (label, name): (&str, &str),
    options: &'static [T],
    slug: fn(T) -> &'static str,
    words: fn(T) -> &'static str,
    chosen: impl Fn() -> T + 'static,
    choose: impl Fn(T) + 'static,
) -> El {
    let row = Segmented {
        label: label.to_owned(),
        name: name.to_owned(),
        options: options.iter().map(|value| (slug(*value), words(*value))).collect(),
        chosen: Rc::new(move || slug(chosen())),
        on_choose: Rc::new(move |chosen| {
            options.iter().copied().filter(|value| slug(*value) == chosen).for_each(&choose);
        }),
    };
    el("div").class("field").child(el("span").class("legend").attr("aria-hidden", "true").text(label)).child(row.view())
}

fn basics(state: FormState) -> El {
    let FormState { form, .. } = state;
    let kind = choice(
        (own::kind(), "own-kind"),
        Kind::ALL,
        Kind::slug,
        vocabulary::kind,
        move || form.with(|form| form.exercise.kind),
        move |kind| state.edit(|form| form.exercise.kind = kind),
    );
    let sides = choice(
        (common::sides(), "own-sides"),
        Sides::ALL,
        Sides::slug,
        vocabulary::sides,
        move || form.with(|form| form.exercise.sides),
        move |sides| state.edit(|form| form.exercise.sides = sides),
    );
    el("section").class("card stack").child(fields::name(state)).child(kind).child(sides)
}

fn dose(state: FormState) -> El {
    let FormState { form, .. } = state;
    let measure = choice(
        (own::counted(), "own-measure"),
        &MEASURES,
        Measure::slug,
        own::measure,
        move || form.with(|form| form.exercise.measure),
        move |measure| state.edit(|form| form.exercise.measure = measure),
    );
    el("section")
        .class("card stack")
        .attr("aria-labelledby", "own-dose-title")
        .child(el("h2").id("own-dose-title").text(own::dose()))
        .child(measure)
        .child(fields::numbers(state))
}

/// Kit, weight, and the parts of the body that it loads.
fn body(state: FormState) -> El {
    let FormState { form, .. } = state;
    let piece = |kit: &'static Kit| {
        let ticked = move || form.with(|form| form.exercise.kit.contains(kit));
        let on_tick = move |on| state.edit(|form| set_in(&mut form.exercise.kit, Kit::ALL, *kit, on));
        el("li").child(tick(vocabulary::kit(*kit), ticked, on_tick))
    };
    let part = |part: &'static BodyPart| {
        let ticked = move || form.with(|form| form.exercise.loads.contains(part));
        let on_tick = move |on| state.edit(|form| set_in(&mut form.exercise.loads, BodyPart::ALL, *part, on));
        el("li").child(tick(vocabulary::part(*part), ticked, on_tick))
    };
    let weights = std::iter::once((String::new(), load::no_weight().to_owned()));
    let places = LoadPlace::ALL.iter().map(|place| (place.slug().to_owned(), load::place(*place).to_owned()));
    let options: Vec<(String, String)> = weights.chain(places).collect();
    let weight = Select {
        label: own::weight(),
        id: "own-weight",
        options: Rc::new(move || options.clone()),
        chosen: Rc::new(move || form.with(|form| form.exercise.weight.map_or("", LoadPlace::slug).to_owned())),
        on_choose: Box::new(move |slug| state.edit(|form| form.exercise.weight = LoadPlace::from_slug(&slug))),
    };
    let group = |id: &str, heading: &str, items: Vec<El>| {
        let list = el("ul").class("ticks").attr("aria-labelledby", id).children(items);
        el("div").child(el("h2").id(id).text(heading)).child(list)
    };
    let parts = BodyPart::ALL.iter().filter(|part| **part != BodyPart::Elsewhere).map(part).collect();
    el("section")
        .class("card stack")
        .child(group("own-kit", common::kit(), Kit::ALL.iter().map(piece).collect()))
        .child(weight.view())
        .child(group("own-loads", own::loads(), parts).child(el("p").class("soft small").text(own::loads_help())))
}

/// Puts a value into a list that is in the order of `all`, or takes it out.
fn set_in<T: Copy + PartialEq>(list: &mut Vec<T>, all: &[T], value: T, on: bool) {
    let was = std::mem::take(list);
    let is_in = |other: &T| if *other == value { on } else { was.contains(other) };
    list.extend(all.iter().copied().filter(is_in));
}

/// The form at this moment, for commands.
fn now(state: FormState) -> OwnForm {
    state.form.get_untracked()
}

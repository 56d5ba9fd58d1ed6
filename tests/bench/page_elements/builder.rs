//! A routine under construction: a list by keys, whose rows have controls.

use crate::page::{
    Icon, Model, Read, amount, amount_label, href, level, level_slug, rest, rest_words, sets, sets_label,
};
use crate::parts::{icon, of, segmented, stepper};
use leptos::prelude::{Get, RwSignal, Update};
use mainspring::domain::catalogue::Level;
use mainspring::domain::routine::Edit;
use mainspring::text;
use mainspring::ui::{Act, El, Live, button, el};
use std::rc::Rc;

/// The part.
pub fn page(model: Model) -> El {
    let keys = move || model.keys().iter().map(u32::to_string).collect();
    let row = move |key: &str| row(model, key.parse().unwrap_or(0));
    let undo =
        move || button("button").child(icon(Icon::Undo)).child(el("span").text("Undo")).on_click(move || model.undo());
    el("section")
        .class("build")
        .attr("aria-labelledby", "build")
        .child(el("h2").id("build").text_live(move || model.title()))
        .child(el("ol").class("build-rows").attr("aria-labelledby", "build").each(keys, row))
        .live(move || model.can_undo().then(undo))
}

fn row(model: Model, key: u32) -> El {
    let name = model.name_of(key);
    let open = RwSignal::new(false);
    let number = el("span")
        .class("build-number numbers")
        .attr("aria-hidden", "true")
        .text_live(move || (model.stands(key).0 + 1).to_string());
    el("li")
        .class("build-row")
        .class_live("open", move || open.get())
        .id(&format!("item-{key}"))
        .attr("tabindex", "-1")
        .attr("data-item", &key.to_string())
        .child(number)
        .child(head(model, key, &name))
        .child(opener(open, &name))
        .child(controls(model, key, &name))
        .child(moving(model, key, &name))
}

fn head(model: Model, key: u32, name: &str) -> El {
    let fact = |read: Read<String>| el("span").text_live(move || model.of(key, read));
    let link = el("a").attr_live("href", move || Some(model.of(key, href))).text(name);
    let facts =
        el("p").class("facts numbers").child(fact(text::routine::dose_words)).child(fact(level)).child(fact(rest));
    el("div").class("build-head").child(el("p").class("row-title").child(link)).child(facts)
}

fn opener(open: RwSignal<bool>, name: &str) -> El {
    button("button quiet build-open")
        .attr_live("aria-expanded", move || Some(open.get().to_string()))
        .text_live(move || if open.get() { "Close" } else { "Change" }.to_owned())
        .child(of(name))
        .on_click(move || open.update(|open| *open = !*open))
}

fn controls(model: Model, key: u32, name: &str) -> El {
    let of_key = |read: Read<String>| move || model.of(key, read);
    let on_sets: Act<i16> = Rc::new(move |by| model.step_sets(key, by));
    let on_amount: Act<i16> = Rc::new(move |by| model.edit(&Edit::StepAmount(key, by)));
    let on_rest: Act<i16> = Rc::new(move |by| model.step_rest(key, by));
    let steppers = el("div")
        .class("build-steppers")
        .child(field(of_key(sets_label), stepper(&format!("Sets of {name}"), of_key(sets), &on_sets)))
        .child(field(of_key(amount_label), stepper(&format!("Amount of {name}"), of_key(amount), &on_amount)))
        .child(field(
            || "Rest after a set".to_owned(),
            stepper(&format!("Rest of {name}"), of_key(rest_words), &on_rest),
        ));
    el("div").class("build-controls").child(levels(model, key, name)).child(steppers)
}

fn levels(model: Model, key: u32, name: &str) -> El {
    let options: Vec<_> = Level::ALL.iter().map(|level| (level.slug(), text::vocabulary::level(*level))).collect();
    let chosen: Live<&'static str> = Rc::new(move || model.of(key, level_slug));
    let choose: Act<&'static str> = Rc::new(move |slug| {
        if let Some(level) = Level::from_slug(slug) {
            model.edit(&Edit::Level(key, level));
        }
    });
    segmented(&format!("Level of {name}"), &format!("level-{key}"), &options, &chosen, &choose)
}

fn field(legend: impl Fn() -> String + 'static, stepper: El) -> El {
    let legend = el("span").class("legend").attr("aria-hidden", "true").text_live(legend);
    el("div").class("field").child(legend).child(stepper)
}

fn moving(model: Model, key: u32, name: &str) -> El {
    let way = |classes: &str, shown: Icon, words: &str| {
        button(classes).child(icon(shown)).child(el("span").class("build-word").text(words)).child(of(name))
    };
    let up = way("button quiet", Icon::Up, "Move up")
        .flag_live("disabled", move || model.stands(key).0 == 0)
        .on_click(move || model.edit(&Edit::Move(key, -1)));
    let down = way("button quiet", Icon::Down, "Move down")
        .flag_live("disabled", move || {
            let (at, of) = model.stands(key);
            at + 1 >= of
        })
        .on_click(move || model.edit(&Edit::Move(key, 1)));
    let remove = way("button quiet build-remove", Icon::Bin, "Remove").on_click(move || model.edit(&Edit::Remove(key)));
    el("div").class("build-moves").child(up).child(down).child(remove)
}

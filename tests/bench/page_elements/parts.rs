//! Parts that several pages use.

use crate::page::Icon;
use leptos::prelude::document;
use mainspring::ui::{Act, El, Live, button, el, name};
use wasm_bindgen::JsCast;

/// An icon that screen readers pass over.
pub fn icon(which: Icon) -> El {
    svg("svg")
        .class("i")
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .child(svg("path").attr("d", which.path()))
}

/// `ui` keeps its own to itself.
fn svg(tag: &str) -> El {
    let element = document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag);
    El::of(element.expect("the tag is a constant of ours").unchecked_into())
}

/// The name of what a button acts on, for those who cannot see where it stands.
pub fn of(title: &str) -> El {
    el("span").class("visually-hidden").text(" ").child(name(title))
}

/// One of a few, as radio buttons in a row.
pub fn segmented(
    label: &str,
    name: &str,
    options: &[(&'static str, &'static str)],
    chosen: &Live<&'static str>,
    on_choose: &Act<&'static str>,
) -> El {
    let option = |(value, words): (&'static str, &'static str)| {
        let (chosen, on_choose) = (chosen.clone(), on_choose.clone());
        let input = el("input")
            .attr("type", "radio")
            .attr("name", name)
            .attr("value", value)
            .prop_live("checked", move || chosen() == value)
            .on("change", move |_| on_choose(value));
        el("label").child(input).child(el("span").text(words))
    };
    el("div")
        .class("segmented")
        .attr("role", "radiogroup")
        .attr("aria-label", label)
        .children(options.iter().copied().map(option))
}

/// A number between a less and a more button.
pub fn stepper(label: &str, words: impl Fn() -> String + 'static, on_step: &Act<i16>) -> El {
    let step = |name: &str, by: i16, shown: Icon| {
        let on_step = on_step.clone();
        button("button icon")
            .attr("aria-label", &format!("{name}: {label}"))
            .child(icon(shown))
            .on_click(move || on_step(by))
    };
    el("div")
        .class("stepper")
        .attr("role", "group")
        .attr("aria-label", label)
        .child(step("Less", -1, Icon::Minus))
        .child(el("output").attr("aria-live", "polite").text_live(words))
        .child(step("More", 1, Icon::Plus))
}

//! Several exercises of a routine at once: to move, to rest, to remove.

use super::editor::Editor;
use crate::domain::routine::Block;
use crate::domain::units::Seconds;
use crate::text::{self, builder, common, units, vocabulary};
use crate::ui::{El, Icon, button, el, icon, stepped_rest, stepper};
use leptos::prelude::untrack;
use std::rc::Rc;

/// The id of the button that begins and ends it.
const WAY: &str = "select-several";

/// The button that lets several exercises be selected.
pub(super) fn way(editor: Editor) -> El {
    let way = button("button quiet build-several-way").id(WAY).child(icon(Icon::Check)).text(builder::select());
    way.flag_live("hidden", move || editor.with(|routine| routine.items.len() < 2) && !editor.selects())
        .attr_live("aria-pressed", move || Some(editor.selects().to_string()))
        .on_click(move || editor.select(!untrack(|| editor.selects())))
}

/// The actions on the selected exercises, always in view.
pub(super) fn bar(editor: Editor) -> El {
    let count = move || match editor.selected().len() {
        0 => builder::none_selected().to_owned(),
        selected => builder::selected(text::count(selected)),
    };
    let all = button("button quiet").text(builder::select_all()).on_click(move || editor.choose_all());
    let done = button("button primary").text(common::done()).on_click(move || {
        editor.select(false);
        crate::state::focus(WAY);
    });
    let head = el("div")
        .class("several-head")
        .child(el("p").class("grow numbers").attr("data-selected", "").text_live(count))
        .child(all)
        .child(done);
    let acts = el("div")
        .class("several-acts")
        .child(act(editor, Icon::Up, builder::up(), move || editor.shift_selected(-1)))
        .child(act(editor, Icon::Down, builder::down(), move || editor.shift_selected(1)))
        .child(rest(editor))
        .child(act(editor, Icon::Bin, builder::remove(), move || editor.remove_selected()).class("button icon danger"));
    el("div")
        .class("several")
        .attr("role", "group")
        .attr("aria-label", builder::several())
        .child(head)
        .child(acts)
        .live(move || into(editor, &editor.blocks()))
}

fn act(editor: Editor, shown: Icon, words: &str, on_click: impl Fn() + 'static) -> El {
    let act = button("button icon").child(icon(shown)).child(el("span").class("visually-hidden").text(words));
    act.flag_live("disabled", move || editor.selected().is_empty()).on_click(on_click)
}

/// The rest of the selected exercises.
fn rest(editor: Editor) -> El {
    let rests = move || -> Vec<Seconds> {
        editor.selected().into_iter().filter_map(|key| Some(editor.item(key)?.rest)).collect()
    };
    let words = move || match rests().as_slice() {
        [] => String::new(),
        [first, others @ ..] if others.iter().all(|other| other == first) => units::seconds(first.0),
        _ => builder::mixed().to_owned(),
    };
    let step = move |by| {
        if let Some(longest) = untrack(rests).into_iter().max() {
            editor.rest_selected(stepped_rest(longest, by));
        }
    };
    let stepper = stepper(builder::several_rest_of(), words, &(Rc::new(step) as _));
    let legend = el("span").class("legend").attr("aria-hidden", "true").text(builder::several_rest());
    el("div").class("several-rest").child(legend).child(stepper)
}

/// A button for each block that they can move into.
fn into(editor: Editor, blocks: &[Block]) -> Option<El> {
    let into = |block: &Block| {
        let (key, name) = (block.key, vocabulary::block(block.kind));
        let into = button("button").text(name).flag_live("disabled", move || editor.selected().is_empty());
        into.on_click(move || editor.put_selected(key, name))
    };
    let label = el("span").class("legend").text(builder::move_to());
    let group = el("div").class("several-into").attr("role", "group").attr("aria-label", builder::move_to());
    (blocks.len() > 1).then(|| group.child(label).children(blocks.iter().map(into)))
}

//! A routine on one sheet of paper: what is printed in place of its page. Made when the page is going to be printed.

use super::link_to;
use crate::domain::place::Place;
use crate::domain::routine::{Item, Routine, encode};
use crate::state;
use crate::text::{self, planned, routine as routines, share, units, vocabulary};
use crate::ui::{El, Live, block_facts, el, load_fact, name, note, own_cues, plan_facts, qr_code, still_of};
use leptos::prelude::untrack;

/// The sheet of `routine`; empty on screen.
pub(in crate::pages) fn printed(routine: Live<Routine>) -> El {
    let sheet = el("div").class("print-sheet");
    let filled = sheet.clone();
    state::before_print(move || {
        filled.clear();
        for part in parts(&untrack(|| routine())) {
            filled.add(&part);
        }
    });
    sheet
}

fn parts(routine: &Routine) -> [El; 3] {
    let known = routine.known();
    let fact = |words: &str| el("span").text(words);
    let facts = el("p")
        .class("facts")
        .child(fact(&routines::minutes(&known)))
        .child(fact(&text::log::sets_words(known.sets())))
        .child(fact(&text::kit::fact(&known.kit())));
    let code = qr_code(&link_to(&Place::Shared { code: encode(routine) }), share::qr_of());
    let code = code.map(|code| el("div").class("print-qr").child(code).child(el("p").text(share::print_scan())));
    let head = el("div").child(el("p").class("print-title").child(name(routine.title()))).child(facts);
    let head = head.children(note(&routine.note)).child(el("p").class("print-note").text(share::print_note()));
    [
        el("div").class("print-head").child(head).children(code),
        el("ol").class("print-rows").children(rows(routine)),
        el("p").class("print-foot").text(share::print_foot()),
    ]
}

/// The exercises, in blocks each after the heading.
fn rows(routine: &Routine) -> Vec<El> {
    let mut rows = Vec::new();
    for block in routine.parts() {
        if !routine.blocks.is_empty() {
            let head = el("div").child(el("b").text(vocabulary::block(block.kind)));
            rows.push(
                el("li").class("print-block").child(head.children(block_facts(block)).children(note(&block.note))),
            );
        }
        rows.extend(routine.items_of(block.key).map(row));
    }
    rows
}

fn row(item: &Item) -> El {
    let dose = el("span").text(&routines::dose_words(item));
    let rest = item.clock.is_none().then(|| el("span").text(&planned::rest(&units::spoken(item.rest))));
    let facts = el("span")
        .class("facts")
        .child(dose)
        .children(item.load.as_ref().map(load_fact))
        .children(plan_facts(item))
        .children(rest);
    let level = routines::level_title(item).map(|level| el("span").text(level));
    let words = el("div").child(el("b").text(&item.name())).children(level).child(facts);
    let words = words.children(own_cues(item)).children(note(&item.note));
    let boxes = el("span").class("print-boxes").children(item.targets.iter().map(|_| el("i")));
    el("li").children(still_of(item)).child(words).child(boxes)
}

//! A routine on one sheet of paper: what is printed in place of its page. Made when the page is going to be printed.

use super::link_to;
use crate::domain::place::Place;
use crate::domain::routine::{Block, Item, Routine, encode};
use crate::state;
use crate::text::{self, routine as routines, share, vocabulary};
use crate::ui::{
    El, Live, dose_facts, el, level_fact, listed, name, note, qr_code, rest_fact, still_of, with_block_words,
    with_item_words,
};
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
        el("ol").class("print-rows").children(listed(routine, &block_head, &row)),
        el("p").class("print-foot").text(share::print_foot()),
    ]
}

fn block_head(block: &Block) -> El {
    let head = el("div").child(el("b").text(vocabulary::block(block.kind)));
    el("li").class("print-block").child(with_block_words(head, block))
}

fn row(item: &Item) -> El {
    let facts = dose_facts(el("span").class("facts"), item).children(rest_fact(item));
    let words = el("div").child(el("b").text(&item.name())).children(level_fact(item)).child(facts);
    let boxes = el("span").class("print-boxes").children(item.targets.iter().map(|_| el("i")));
    el("li").children(still_of(item)).child(with_item_words(words, item)).child(boxes)
}

//! The page of an unknown address, and the message on any page whose subject is gone.

use crate::text::{common, lost};
use crate::ui::{El, PageHead, el, link};

pub(in crate::pages) fn page() -> El {
    let ways = [("/", common::to_today()), ("/exercises", common::see_exercises())];
    not_found(lost::title(), lost::why(), "row", ways)
}

/// The page of a missing thing: the possible reason, and two links in a row of the classes `row`, the likelier one first. A
/// link is its address and its words.
pub(in crate::pages) fn not_found(title: &str, why: &str, row: &str, ways: [(&str, &str); 2]) -> El {
    let [(first, first_words), (second, second_words)] = ways;
    let ways = el("p")
        .class(row)
        .child(link(first).class("button primary").text(first_words))
        .child(link(second).class("button").text(second_words));
    el("div")
        .class("stack")
        .child(PageHead { title, ..PageHead::default() }.view())
        .child(el("p").class("lead").text(why))
        .child(ways)
}

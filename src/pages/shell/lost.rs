//! The page of an unknown address, and the message on any page whose subject is gone.

use crate::domain::catalogue;
use crate::domain::place::{Place, Section};
use crate::state::App;
use crate::text::{common, lost, place};
use crate::ui::{El, Icon, PageHead, el, icon, link, still_figure};
use leptos::prelude::WithUntracked;

pub(in crate::pages) fn page() -> El {
    let ways = [("/", common::to_today()), ("/exercises", common::see_exercises())];
    let path = App::get().navigation.place.with_untracked(Place::href);
    not_found_near(lost::title(), lost::why(), &path, ways)
}

/// The page of a missing thing: the possible reason, and two links in a row of the classes `row`, the likelier one first. A
/// link is its address and its words.
pub(in crate::pages) fn not_found(title: &str, why: &str, row: &str, ways: [(&str, &str); 2]) -> El {
    let [(first, first_words), (second, second_words)] = ways;
    let ways = el("p")
        .class(row)
        .child(link(first).class("button primary").text(first_words))
        .child(link(second).class("button").text(second_words));
    missing(title, why).child(ways)
}

/// The same with the page that was most likely meant by `path`, where there is one.
pub(in crate::pages) fn not_found_near(title: &str, why: &str, path: &str, ways: [(&str, &str); 2]) -> El {
    let Some(near) = Place::nearest(path) else { return not_found(title, why, "row", ways) };
    let way = |(href, words): (&str, &str)| link(href).class("button").text(words);
    missing(title, why).child(nearest(&near)).child(el("p").class("row").children(ways.map(way)))
}

fn missing(title: &str, why: &str) -> El {
    let head = PageHead { title, ..PageHead::default() };
    el("div").class("stack lost").child(head.view()).child(el("p").class("lead").text(why))
}

fn nearest(place: &Place) -> El {
    let exercise = match place {
        Place::Exercise { id, .. } => catalogue::find(id),
        _ => None,
    };
    let name = exercise.map_or_else(|| section_name(place), |exercise| exercise.name);
    let still = exercise.map(|exercise| {
        let still = still_figure(exercise.name, exercise.levels.base.motion).attr("aria-hidden", "true");
        el("span").class("lost-still").child(still)
    });
    let words =
        el("span").class("grow").child(el("span").class("soft").text(lost::did_you_mean())).child(el("b").text(name));
    link(&place.href())
        .class("card lost-nearest")
        .attr("data-nearest", "")
        .children(still)
        .child(words)
        .child(icon(Icon::Forward))
}

fn section_name(of: &Place) -> &'static str {
    of.section().map_or("", |section: Section| place::section(section))
}

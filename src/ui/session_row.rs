//! Row of a finished session, a link to its page.

use super::element::{El, el, name};
use super::icon::{Icon, icon};
use super::link::link;
use crate::domain::log::Performed;
use crate::domain::place::Place;
use crate::text::{self, dates::short_month, parts};
use time::Date;

/// A row of a list of sessions. `dated` gives its date in words, which change with the present day ("Today").
#[must_use]
pub fn session_row(session: &Performed, dated: impl Fn() -> String + 'static) -> El {
    let fact = |words: &str| el("span").text(words);
    let facts = el("span")
        .class("facts numbers")
        .child(el("span").text_live(dated))
        .child(fact(&text::log::session_sets(session)))
        .child(fact(&text::log::session_minutes(session)))
        .children(session.effort.map(|effort| fact(text::log::effort(effort))))
        .children(session.note.as_ref().map(|_| fact(parts::has_note())));
    let words = el("span").class("grow").child(el("span").class("row-name").child(name(&session.name))).child(facts);
    let row = link(&Place::Session { id: session.id.clone() }.href())
        .id(&row_id(&session.id))
        .children(session.day().map(tile))
        .child(words)
        .child(el("span").class("go").child(icon(Icon::Forward)));
    el("li").attr("data-session", &session.id).child(row)
}

fn tile(day: Date) -> El {
    el("span")
        .class("day-tile")
        .attr("aria-hidden", "true")
        .child(el("b").text(&day.day().to_string()))
        .text(short_month(day))
}

/// The id of a session's row in the page, for the focus.
#[must_use]
pub fn row_id(session: &str) -> String {
    format!("row-{session}")
}

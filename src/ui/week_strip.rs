//! The days of a week, with the trained ones marked.

use super::element::{El, el};
use super::icon::{Icon, icon};
use crate::domain::progress::DayMark;
use crate::text::{self, today};

/// Monday to Sunday in a row.
#[must_use]
pub fn week_strip(days: impl Fn() -> Vec<DayMark> + 'static) -> El {
    el("ol")
        .class("week-strip")
        .attr("aria-label", today::this_week())
        .live(move || days().iter().map(day).collect::<Vec<_>>())
}

fn day(day: &DayMark) -> El {
    let mark = el("span").class("day-mark").attr("aria-hidden", "true");
    let mark = if day.trained { mark.child(icon(Icon::Check)) } else { mark.text(&text::number(day.day.day().into())) };
    el("li")
        .class_if("trained", day.trained)
        .class_if("today", day.is_today())
        .attr_some("aria-current", day.is_today().then_some("date"))
        .child(el("span").attr("aria-hidden", "true").text(text::dates::letter(day.day)))
        .child(mark)
        .child(el("span").class("visually-hidden").text(&text::log::mark_words(day)))
}

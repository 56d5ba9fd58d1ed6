//! The small picture of an exercise: the still of its motion, or the symbol of its type where it has none.

use super::element::{El, svg};
use super::figure::still_figure;
use super::kind_mark::path;
use crate::domain::catalogue::{Exercise, Level};
use crate::text::own;

/// The picture in a list, beside the words that describe it.
#[must_use]
pub fn picture(exercise: &'static Exercise, level: Level) -> El {
    let picture = if exercise.has_picture() {
        still_figure(exercise.name, exercise.at(level).motion)
    } else {
        no_picture(exercise)
    };
    picture.attr("aria-hidden", "true")
}

/// The symbol of the type in place of a figure, as large as that.
#[must_use]
pub fn no_picture(exercise: &Exercise) -> El {
    svg("svg")
        .class("figure no-picture")
        .attr("viewBox", "-12 -12 48 48")
        .attr("role", "img")
        .attr("aria-label", &own::no_picture(exercise.name))
        .child(svg("path").attr("d", path(exercise.kind)))
}

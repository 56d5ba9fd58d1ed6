//! The elements of a still picture: ghost, body and arrow.

use super::canvas::Canvas;
use super::part;
use crate::domain::figure::{PATH_SCALE, Still};
use crate::ui::element::El;

/// A still picture, the same elements from every side.
pub(super) struct StillPicture {
    ghost: El,
    body: Canvas,
    arrow: El,
}

impl StillPicture {
    /// An empty one, in `group`.
    pub(super) fn in_group(group: &El) -> Self {
        Self {
            ghost: part(group, "path", "class", "fig-ghost").attr("transform", PATH_SCALE),
            body: Canvas::in_group(part(group, "g", "class", "fig-body")),
            arrow: part(group, "path", "class", "fig-arrow"),
        }
    }

    pub(super) fn show(&self, still: Still) {
        self.ghost.set("d", &still.ghost);
        self.body.show(still.shapes);
        self.arrow.set("d", &still.arrow);
    }
}

//! The elements of a still picture: ghost, body and arrow.

use super::canvas::Canvas;
use crate::domain::figure::{PATH_SCALE, Still};
use crate::ui::element::{El, svg};

/// A still picture, the same elements from every side.
pub(super) struct StillPicture {
    ghost: El,
    body: Canvas,
    arrow: El,
}

impl StillPicture {
    /// An empty one, in `group`.
    pub(super) fn in_group(group: &El) -> Self {
        let (ghost, body, arrow) = (svg("path").class("fig-ghost"), svg("g"), svg("path").class("fig-arrow"));
        let ghost = ghost.attr("transform", PATH_SCALE);
        for part in [&ghost, &body, &arrow] {
            group.add(part);
        }
        Self { ghost, body: Canvas::in_group(body), arrow }
    }

    pub(super) fn show(&self, still: Still) {
        self.ghost.set("d", &still.ghost);
        self.body.show(still.shapes);
        self.arrow.set("d", &still.arrow);
    }
}

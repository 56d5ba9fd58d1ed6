//! The area of the picture that a scene needs.

use super::Scene;
use crate::domain::figure::view::{Point, View};

/// Room around the balls of a scene: the ring around a joint must fit in.
const MARGIN: f32 = 0.034;
/// The stage reaches at least this far below the ground, so that the ring around a foot is whole.
const BELOW: f32 = 0.0705;
/// Degrees between the views in which a scene is measured.
const STEP: u16 = 5;
/// Room for the ring of a hold and some air around it, and its place in the corner: the mirrored figure has it in the other one.
const RING: f32 = 0.070;
const CORNER: f32 = 0.070;
/// Half the breadth of an arrow's head.
const ARROW: f32 = 0.02;

/// A rectangle of the picture in thousandths of the standing height, down the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Its left edge.
    pub left: i32,
    /// Its upper edge.
    pub top: i32,
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
}

impl Stage {
    /// The same stage with left and right exchanged.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        Self { left: -(self.left + self.width), ..self }
    }

    /// The centre of the ring that shows the progress of a hold: in the upper right corner.
    #[must_use]
    pub const fn corner(self) -> (i32, i32) {
        (self.left + self.width - 70, self.top + 70)
    }

    /// At least as large, around the same middle of the ground.
    #[must_use]
    pub const fn within(self, (width, height): (i32, i32)) -> Self {
        let (width, height) = (
            if width > self.width { width } else { self.width },
            if height > self.height { height } else { self.height },
        );
        Self { left: self.left - (width - self.width) / 2, top: self.top + self.height - height, width, height }
    }

    /// As an SVG view box.
    #[must_use]
    pub fn view_box(&self) -> String {
        format!("{} {} {} {}", self.left, self.top, self.width, self.height)
    }
}

/// The edges of what is seen: left, right, bottom, top.
pub(super) type Edges = [f32; 4];

impl Scene {
    /// The area of the whole loop in this view, the ground included.
    #[must_use]
    pub fn stage(&self, view: View) -> Stage {
        stage(self.edges(view))
    }

    /// Width and height that are enough for every view, so that a figure that is turned keeps its size.
    #[must_use]
    pub fn room(&self) -> (i32, i32) {
        let mut room = (0, 0);
        for step in 0..360 / STEP {
            let stage = self.stage(self.from(f32::from(step * STEP)));
            room = (stage.width.max(room.0), stage.height.max(room.1));
        }
        room
    }

    /// The edges of the area for an arrow: within the stage, and not in the ground where that is a line.
    pub(super) fn clear(&self, view: View) -> Edges {
        let [left, right, bottom, top] = self.edges(view);
        let low = if view.elevation > 0.0 { bottom.min(-BELOW) + ARROW } else { 0.0 };
        [left + ARROW, right - ARROW, low, top - ARROW]
    }

    fn edges(&self, view: View) -> Edges {
        let camera = view.camera();
        let mut edges = [f32::MAX, f32::MIN, f32::MAX, 0.1];
        for (centre, radius) in &self.balls {
            let (at, room) = (camera.point(*centre), radius + MARGIN);
            widen(&mut edges[..2], at.x, room);
            widen(&mut edges[2..], at.y, room);
        }
        if self.holds {
            let ring = edges[3] - CORNER;
            for (centre, radius) in &self.balls {
                let at = camera.point(*centre);
                widen(&mut edges[..2], at.x, beside_ring(ring - at.y, *radius) + CORNER);
            }
        }
        edges
    }
}

/// Moves a lower and an upper edge so that `at` has so much room between them.
fn widen(edges: &mut [f32], at: f32, room: f32) {
    if let [low, high] = edges {
        *low = low.min(at - room);
        *high = high.max(at + room);
    }
}

/// The distance to the side at which the ring of a hold does not touch a ball that lies so far below it.
fn beside_ring(below: f32, radius: f32) -> f32 {
    let reach = radius + RING;
    (reach * reach - below * below).max(0.0).sqrt()
}

fn stage([left, right, bottom, top]: Edges) -> Stage {
    let (left, right) = (thousandths(left), thousandths(right));
    let (top, bottom) = (thousandths(-top), thousandths(-bottom).max(thousandths(BELOW)));
    Stage { left, top, width: right - left, height: bottom - top }
}

/// A path through points, each after its letter.
pub(super) fn path(points: &[(&str, Point)]) -> String {
    let mut path = String::new();
    for (letter, point) in points {
        path += letter;
        path += &pair(*point);
    }
    path
}

fn pair(point: Point) -> String {
    format!("{} {} ", thousandths(point.x), thousandths(-point.y))
}

#[allow(clippy::cast_possible_truncation, reason = "a picture is a few thousand units wide")]
#[inline(never)]
pub(super) fn thousandths(length: f32) -> i32 {
    (length * 1000.0).round_ties_even() as i32
}

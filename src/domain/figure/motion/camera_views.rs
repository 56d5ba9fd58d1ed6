//! The views in which a motion is shown of itself.

use crate::domain::figure::view::View;

/// The views of a motion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CameraViews {
    /// One view.
    One(View),
    /// From the side; the front tells as much.
    Both,
    /// One view after another, each with the second at which it begins.
    Cuts(&'static [(f32, View)]),
}

impl CameraViews {
    /// The view at `time`.
    #[must_use]
    pub fn at(self, time: f32) -> View {
        match self {
            Self::One(view) => view,
            Self::Both => View::SIDE,
            Self::Cuts(cuts) => cuts.iter().rev().find(|(from, _)| *from <= time).map_or(View::SIDE, |(_, view)| *view),
        }
    }
}

//! The views in which a motion is shown.

use crate::domain::figure::view::View;

/// The views of a motion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CameraViews {
    /// One view.
    One(View),
    /// From the side, or from the front if the person asks for it.
    Both,
    /// One view after another, each with the second at which it begins.
    Cuts(&'static [(f32, View)]),
}

impl CameraViews {
    /// The view at `time`; `asked` is the view that the person asked for.
    #[must_use]
    pub fn view(self, time: f32, asked: View) -> View {
        match self {
            Self::One(view) => view,
            Self::Both => asked,
            Self::Cuts(cuts) => cuts.iter().rev().find(|(from, _)| *from <= time).map_or(View::Side, |(_, view)| *view),
        }
    }
}

//! Layers of a picture.

use super::muscle_mark::MuscleMark;
use super::outline::Outline;
use super::paint::Paint;

/// Parts that are painted together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layer {
    /// Paints and outlines.
    pub parts: Vec<(Paint, Outline)>,
    /// The working muscles on it.
    pub marks: Vec<MuscleMark>,
}

impl Layer {
    /// A layer without muscles.
    pub(super) const fn of(parts: Vec<(Paint, Outline)>) -> Self {
        Self { parts, marks: Vec::new() }
    }
}

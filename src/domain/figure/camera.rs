//! The camera: the direction from which the figure is seen, and the picture that it makes.

use super::vector::{Vector, cosine, sine, vector};
use super::view::Point;

/// The direction of the light in the camera's own axes (right, up, toward the viewer): from the upper left, in front.
const LIGHT: [f32; 3] = [-0.62, 0.52, 0.58];

/// A camera far away, so that nothing is larger for being near.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The picture's right.
    pub right: Vector,
    /// The picture's top.
    pub up: Vector,
    /// From the figure toward the viewer.
    pub eye: Vector,
    /// From the figure toward the light.
    pub light: Vector,
}

impl Camera {
    /// A camera at these angles in degrees: azimuth 0 sees the figure's front, 90 its right side, 180 its back; elevation is
    /// the height over the horizon, from which it looks down.
    #[must_use]
    pub fn at(azimuth: f32, elevation: f32) -> Self {
        let level = vector(cosine(azimuth), 0.0, sine(azimuth));
        let right = vector(sine(azimuth), 0.0, -cosine(azimuth));
        let eye = level * cosine(elevation) + Vector::UP * sine(elevation);
        let up = Vector::UP * cosine(elevation) - level * sine(elevation);
        let light = (right * LIGHT[0] + up * LIGHT[1] + eye * LIGHT[2]).unit();
        Self { right, up, eye, light }
    }

    /// The picture point of a position.
    #[must_use]
    #[inline(never)]
    pub fn point(&self, at: Vector) -> Point {
        self.seen(at)
    }

    /// The same, computed in place: for what is done thousands of times a frame.
    #[inline]
    pub(super) fn seen(&self, at: Vector) -> Point {
        Point { x: at.product(self.right), y: at.product(self.up) }
    }

    /// The nearness to the viewer of a position.
    #[must_use]
    pub fn nearness(&self, at: Vector) -> f32 {
        at.dot(self.eye)
    }
}

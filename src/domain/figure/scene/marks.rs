//! The marks of a cue in the picture, and the description of the mirrored figure.

use super::stage::{path, thousandths};
use crate::domain::figure::body::{BodyPoint, Skeleton};
use crate::domain::figure::camera::Camera;
use crate::domain::figure::motion::{GuideLine, Joint};

impl Skeleton {
    /// The position of a joint in the picture, as the centre of a circle.
    #[must_use]
    pub fn mark(&self, joint: Joint, camera: &Camera) -> (i32, i32) {
        let at = match joint {
            Joint::Head => self.neck + self.head.up * 0.065,
            Joint::Chest => self.waist.towards(self.shoulders, 0.7),
            Joint::Waist => self.waist,
            Joint::Hips => self.hips,
            Joint::Knee(side) => self.point(BodyPoint::Knee, side),
            Joint::Foot(side) => self.point(BodyPoint::Heel, side).towards(self.point(BodyPoint::Toe, side), 0.5),
            Joint::Hand(side) => self.point(BodyPoint::Wrist, side),
        };
        let point = camera.point(at);
        (thousandths(point.x), thousandths(-point.y))
    }

    /// A guide line that shows the right position, as a path.
    #[must_use]
    pub fn guide(&self, line: GuideLine, camera: &Camera) -> String {
        let (from, to, before, beyond) = match line {
            GuideLine::KneeOverToe(side) => {
                let toe = self.point(BodyPoint::Toe, side).towards(self.point(BodyPoint::Ball, side), 0.5);
                (self.point(BodyPoint::Knee, side), toe, 0.1, 0.0)
            }
            GuideLine::ShoulderToKnee(side) => (self.shoulders, self.point(BodyPoint::Knee, side), 0.08, 0.08),
            GuideLine::HeadToFoot(side) => (self.neck, self.point(BodyPoint::Ankle, side), 0.08, 0.08),
            GuideLine::AcrossHips => (self.legs[0].hip, self.legs[1].hip, 0.8, 0.8),
        };
        let (from, to) = (camera.point(from), camera.point(to));
        path(&[("M", to.towards(from, 1.0 + before)), ("L", from.towards(to, 1.0 + beyond))])
    }
}

impl GuideLine {
    /// True if only the view from the front shows it.
    #[must_use]
    pub const fn is_frontal(self) -> bool {
        matches!(self, Self::KneeOverToe(_) | Self::AcrossHips)
    }
}

/// A motion's description for the other side: left and right swapped.
#[must_use]
pub fn mirrored_words(words: &str) -> String {
    let mut mirrored = Vec::with_capacity(words.len() + 8);
    // Bytes, because splitting them takes a third of the code.
    for word in words.as_bytes().split(|letter| *letter == b' ') {
        mirrored.extend_from_slice(match word {
            b"left" => b"right",
            b"right" => b"left",
            other => other,
        });
        mirrored.push(b' ');
    }
    mirrored.pop();
    String::from_utf8(mirrored).unwrap_or_default()
}

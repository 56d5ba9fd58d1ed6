//! The area of the picture that a motion needs, the position of a cue, and both for the mirrored figure.

use super::outline::Outline;
use super::picture::Picture;
use crate::domain::figure::body::Skeleton;
use crate::domain::figure::motion::{GuideLine, Joint, Motion, MotionSampler};
use crate::domain::figure::view::{Point, View};

/// Margin around a motion: the ring around a joint must fit in.
const MARGIN: f32 = 0.055;
/// The stage reaches at least this far below the ground, so that the ring around a foot is whole.
const BELOW: f32 = -0.043;
/// The stage of a hold reaches at least this far to either side, so that the ring of the hold does not touch the figure.
const BESIDE_HOLD: f32 = 0.3;
/// Number of moments at which the extent of a motion is measured.
const LOOKS: u8 = 24;

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
    /// The area of the whole loop, the ground included.
    #[must_use]
    pub fn of(motion: &Motion, sampler: &MotionSampler, asked: View) -> Self {
        let (mut low, mut high) = (Point { x: -0.1, y: BELOW }, Point { x: 0.1, y: 0.1 });
        for look in 0..LOOKS {
            let time = motion.period * f32::from(look) / f32::from(LOOKS);
            if sampler.held(time).is_some() {
                (low.x, high.x) = (low.x.min(-BESIDE_HOLD), high.x.max(BESIDE_HOLD));
            }
            let picture = Picture::of(motion, &sampler.at(time), motion.views.view(time, asked), time);
            for point in picture.outlines().flat_map(Outline::points) {
                (low, high) = (low.least(*point), high.most(*point));
            }
        }
        let (left, right) = (thousandths(low.x - MARGIN), thousandths(high.x + MARGIN));
        let (top, bottom) = (thousandths(-high.y - MARGIN), thousandths(-low.y + MARGIN * 0.5));
        Self { left, top, width: right - left, height: bottom - top }
    }

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

    /// As an SVG view box.
    #[must_use]
    pub fn view_box(&self) -> String {
        format!("{} {} {} {}", self.left, self.top, self.width, self.height)
    }
}

impl Skeleton {
    /// The position of a joint in the picture, as the centre of a circle.
    #[must_use]
    pub fn mark(&self, joint: Joint, view: View) -> (i32, i32) {
        let at = match joint {
            Joint::Head => self.neck + self.head.up * 0.065,
            Joint::Chest => self.waist.towards(self.shoulders, 0.7),
            Joint::Waist => self.waist,
            Joint::Hips => self.hips,
            Joint::Knee(side) => self.legs[side].knee,
            Joint::Foot(side) => self.legs[side].heel.towards(self.legs[side].toe, 0.5),
            Joint::Hand(side) => self.arms[side].wrist,
        };
        let point = view.point(at);
        (thousandths(point.x), thousandths(-point.y))
    }

    /// A guide line that shows the right position, as a path.
    #[must_use]
    pub fn guide(&self, line: GuideLine, view: View) -> String {
        let (from, to, before, beyond) = match line {
            GuideLine::KneeOverToe(side) => {
                (self.legs[side].knee, self.legs[side].toe.towards(self.legs[side].ball, 0.5), 0.1, 0.0)
            }
            GuideLine::ShoulderToKnee(side) => (self.shoulders, self.legs[side].knee, 0.08, 0.08),
            GuideLine::HeadToFoot(side) => (self.neck, self.legs[side].ankle, 0.08, 0.08),
            GuideLine::AcrossHips => (self.legs[0].hip, self.legs[1].hip, 0.8, 0.8),
        };
        let (from, to) = (view.point(from), view.point(to));
        format!("M{}L{}", pair(to.towards(from, 1.0 + before)), pair(from.towards(to, 1.0 + beyond)))
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
    words.split(" left ").map(|part| part.replace(" right ", " left ")).collect::<Vec<_>>().join(" right ")
}

pub(super) fn pair(point: Point) -> String {
    format!("{} {} ", thousandths(point.x), thousandths(-point.y))
}

#[allow(clippy::cast_possible_truncation, reason = "a picture is a few thousand units wide")]
fn thousandths(length: f32) -> i32 {
    (length * 1000.0).round() as i32
}

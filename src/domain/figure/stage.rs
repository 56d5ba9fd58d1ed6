//! What of the picture plane a motion takes up, its still, and where a cue points.

use super::contour::{Outline, Point, View};
use super::motion::{Joint, Line, Motion, Reel};
use super::picture::Picture;
use super::skeleton::Skeleton;
use super::vector::Vector;

/// Space left round a motion.
const MARGIN: f32 = 0.05;
/// In how many moments a motion is looked at to see how far it reaches.
const LOOKS: u8 = 24;

/// A rectangle of the picture plane in thousandths of the standing height, down the page.
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
    /// What the whole loop takes up, the ground included.
    #[must_use]
    pub fn of(motion: &Motion, reel: &Reel, asked: View) -> Self {
        let (mut low, mut high) = (Point { x: -0.1, y: -0.02 }, Point { x: 0.1, y: 0.1 });
        for look in 0..LOOKS {
            let time = motion.period * f32::from(look) / f32::from(LOOKS);
            let picture = Picture::of(motion, &reel.at(time), motion.shots.view(time, asked), time);
            for point in picture.outlines().flat_map(Outline::points) {
                low = Point { x: low.x.min(point.x), y: low.y.min(point.y) };
                high = Point { x: high.x.max(point.x), y: high.y.max(point.y) };
            }
        }
        let (left, right) = (thousandths(low.x - MARGIN), thousandths(high.x + MARGIN));
        let (top, bottom) = (thousandths(-high.y - MARGIN), thousandths(-low.y + MARGIN * 0.5));
        Self { left, top, width: right - left, height: bottom - top }
    }

    /// As an SVG view box.
    #[must_use]
    pub fn view_box(&self) -> String {
        format!("{} {} {} {}", self.left, self.top, self.width, self.height)
    }
}

/// The picture that stands for a motion: where it starts, dashed, where it goes, and an arrow between.
#[derive(Clone, Debug, PartialEq)]
pub struct Still {
    /// The start as one line.
    pub ghost: String,
    /// What is shown.
    pub picture: Picture,
    /// The arrow's path; empty where nothing goes anywhere.
    pub arrow: String,
}

impl Still {
    /// The still of `motion`, seen as asked.
    #[must_use]
    pub fn of(motion: &Motion, reel: &Reel, asked: View) -> Self {
        let (from, to) = motion.still;
        let view = motion.shots.view(to, asked);
        let (start, end) = (reel.at(from), reel.at(to));
        let ghost = Picture::of(motion, &start, view, from).silhouette();
        let picture = Picture::of(motion, &end, view, to);
        Self { ghost, picture, arrow: arrow(&start, &reel.at(midway(from, to)), &end, view) }
    }
}

fn midway(from: f32, to: f32) -> f32 {
    (from + to) * 0.5
}

/// The way of what goes farthest.
fn arrow(start: &Skeleton, middle: &Skeleton, end: &Skeleton, view: View) -> String {
    let places = |body: &Skeleton| -> [Vector; 6] {
        [body.hips, body.shoulders, body.legs[0].ankle, body.legs[1].ankle, body.arms[0].wrist, body.arms[1].wrist]
    };
    let way = |at: usize| {
        let (from, to) = (view.point(places(start)[at]), view.point(places(end)[at]));
        from.distance(to)
    };
    let Some(at) = (0..6).max_by(|a, b| way(*a).total_cmp(&way(*b))) else { return String::new() };
    if way(at) < 0.06 {
        return String::new();
    }
    let [from, through, to] = [start, middle, end].map(|body| view.point(places(body)[at]));
    // The control point of a quadratic Bézier through the middle.
    let control = Point { x: 2.0 * through.x - 0.5 * (from.x + to.x), y: 2.0 * through.y - 0.5 * (from.y + to.y) };
    let (dx, dy) = (to.x - control.x, to.y - control.y);
    let length = (dx * dx + dy * dy).sqrt().max(1e-4);
    let (dx, dy) = (dx / length * 0.035, dy / length * 0.035);
    let wing = |turn: f32| to.moved(-dx + turn * dy * 0.6, -dy - turn * dx * 0.6);
    format!("M{}Q{}{}M{}L{}L{}", pair(from), pair(control), pair(to), pair(wing(1.0)), pair(to), pair(wing(-1.0)))
}

impl Skeleton {
    /// Where a joint is in the picture, as the centre of a circle.
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

    /// A line that tells whether a position is right, as a path.
    #[must_use]
    pub fn guide(&self, line: Line, view: View) -> String {
        let (from, to, beyond) = match line {
            Line::KneeOverToe(side) => {
                (self.legs[side].knee, self.legs[side].toe.towards(self.legs[side].ball, 0.5), 0.1)
            }
            Line::ShoulderToKnee(side) => (self.shoulders, self.legs[side].knee, 0.08),
            Line::HeadToFoot(side) => (self.neck, self.legs[side].ankle, 0.08),
            Line::AcrossHips => (self.legs[0].hip, self.legs[1].hip, 0.8),
        };
        let (from, to) = (view.point(from), view.point(to));
        format!("M{}L{}", pair(to.towards(from, 1.0 + beyond)), pair(from.towards(to, 1.0 + beyond)))
    }
}

fn pair(point: Point) -> String {
    format!("{} {} ", thousandths(point.x), thousandths(-point.y))
}

#[allow(clippy::cast_possible_truncation, reason = "a picture is a few thousand units wide")]
fn thousandths(length: f32) -> i32 {
    (length * 1000.0).round() as i32
}

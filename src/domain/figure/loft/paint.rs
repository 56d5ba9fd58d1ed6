//! Shapes of the picture, in the order in which they are painted.

use crate::domain::figure::pen::Pen;
use crate::domain::figure::vector::within;
use crate::domain::figure::view::Point;

/// The colour of an area, or the kind of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The shadow on the ground.
    Shadow,
    /// The contour round the parts of a group, painted before them.
    Contour,
    /// A finer contour: ears, fingers.
    Fine,
    /// A line on the surface: a hem, a crease.
    Inner,
    /// A line as dark as hair: brows, lids, pupils.
    Brow,
    /// Skin, and its shaded side.
    Skin,
    /// Shaded skin.
    SkinShade,
    /// The sleeveless top.
    Top,
    /// The shaded top.
    TopShade,
    /// The shorts.
    Shorts,
    /// The shaded shorts.
    ShortsShade,
    /// A shoe.
    Shoe,
    /// A shaded shoe.
    ShoeShade,
    /// The sole of a shoe.
    Sole,
    /// Hair.
    Hair,
    /// Bands, straps and sticks.
    Band,
    /// The part of a band behind the limbs.
    BandShade,
    /// A surface to stand on, a wall.
    Furniture,
    /// A kettlebell.
    Iron,
    /// A muscle that does most of the work.
    Primary,
    /// Its fibres.
    Fibre,
    /// A muscle that helps: its edge.
    Secondary,
    /// Its fibres.
    SecondaryFibre,
}

impl Ink {
    /// Its class in the style sheet.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Shadow => "fig-shadow",
            Self::Contour => "fig-contour",
            Self::Fine => "fig-fine",
            Self::Inner => "fig-inner",
            Self::Brow => "fig-brow",
            Self::Skin => "fig-skin",
            Self::SkinShade => "fig-skin-shade",
            Self::Top => "fig-top",
            Self::TopShade => "fig-top-shade",
            Self::Shorts => "fig-shorts",
            Self::ShortsShade => "fig-shorts-shade",
            Self::Shoe => "fig-shoe",
            Self::ShoeShade => "fig-shoe-shade",
            Self::Sole => "fig-sole",
            Self::Hair => "fig-hair",
            Self::Band => "fig-prop",
            Self::BandShade => "fig-prop-shade",
            Self::Furniture => "fig-furniture",
            Self::Iron => "fig-iron",
            Self::Primary => "fig-primary",
            Self::Fibre => "fig-fibre",
            Self::Secondary => "fig-keyline",
            Self::SecondaryFibre => "fig-secondary",
        }
    }

    /// The shaded colour of an area.
    pub(super) const fn shaded(self) -> Self {
        match self {
            Self::Skin => Self::SkinShade,
            Self::Top => Self::TopShade,
            Self::Shorts => Self::ShortsShade,
            Self::Shoe => Self::ShoeShade,
            other => other,
        }
    }
}

/// The contour of an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contour {
    /// None.
    None,
    /// Ears, hair, the edges of the top.
    Fine,
    /// Everything else.
    Full,
}

/// A path of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Its colour.
    pub ink: Ink,
    /// Its contour, painted under it.
    pub line: Contour,
    /// Distance behind the trunk, in steps from 0 to 4.
    pub far: u8,
    /// Number of points.
    pub points: usize,
    /// The path data; see [`crate::domain::figure::PATH_SCALE`].
    pub path: String,
}

impl Shape {
    /// True if it has the colour and the contour of `other`.
    #[must_use]
    pub fn looks_as(&self, other: &Self) -> bool {
        (self.ink, self.line, self.far) == (other.ink, other.line, other.far)
    }

    /// Its classes in the style sheet.
    #[must_use]
    pub fn classes(&self) -> String {
        let line = match self.line {
            Contour::None => "",
            Contour::Fine => " fig-lined-fine",
            Contour::Full => " fig-lined",
        };
        let mut classes = String::from(self.ink.class());
        classes += line;
        if self.far > 0 {
            classes += " far-";
            classes.push(char::from(b'0' + self.far));
        }
        classes
    }
}

/// Colour, contour and distance of a shape.
pub(super) type ShapeLook = (Ink, Contour, u8);

/// Half the width of the widest line, and the height of the rows in which areas are told apart.
const ROOM: f32 = 0.004;
const ROW: f32 = 0.05;
/// The rows of a picture, and its lower edge. What lies beyond belongs to the first or the last one.
const ROWS: usize = 32;
const LOWEST: f32 = -0.3;

/// The extent of an area: from left to right in each row of the picture, from its lowest to its highest row.
#[derive(Clone, Copy, Debug)]
struct Extent {
    sides: [[f32; 2]; ROWS],
    low: usize,
    high: usize,
}

impl Extent {
    const NOTHING: Self = Self { sides: [[f32::MAX, f32::MIN]; ROWS], low: ROWS, high: 0 };

    /// Of a line through these points, and of what is inside if it is closed.
    fn of(points: &[Point], closed: bool) -> Self {
        let mut extent = Self::NOTHING;
        let rows = |point: Point| (row(point.y - ROOM), row(point.y + ROOM));
        let mut from = points[if closed { points.len() - 1 } else { 0 }];
        let (mut low, mut high) = rows(from);
        for &to in points {
            let (left, right) = if from.x < to.x { (from.x, to.x) } else { (to.x, from.x) };
            let (lowest, highest) = rows(to);
            extent.reach(low.min(lowest), high.max(highest), |_| [left - ROOM, right + ROOM]);
            (from, low, high) = (to, lowest, highest);
        }
        extent
    }

    /// Makes it reach from left to right in each of these rows.
    fn reach(&mut self, low: usize, high: usize, sides: impl Fn(usize) -> [f32; 2]) {
        for row in low..=high {
            let ([left, right], [from, to]) = (&mut self.sides[row], sides(row));
            if from < *left {
                *left = from;
            }
            if to > *right {
                *right = to;
            }
        }
        (self.low, self.high) = (self.low.min(low), self.high.max(high));
    }

    fn add(&mut self, other: &Self) {
        self.reach(other.low, other.high, |row| other.sides[row]);
    }

    fn meets(&self, other: &Self) -> bool {
        (self.low.max(other.low)..=self.high.min(other.high)).any(|row| {
            let ([left, right], [from, to]) = (self.sides[row], other.sides[row]);
            left < to && from < right
        })
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a row of the picture")]
fn row(y: f32) -> usize {
    within((y - LOWEST) * (1.0 / ROW), 0.0, ROWS as f32 - 1.0) as usize
}

/// A shape to which areas are added.
#[derive(Debug)]
struct OpenShape {
    look: ShapeLook,
    points: usize,
    pen: Pen,
    /// Of all of its areas, and of each.
    extent: Extent,
    areas: Vec<Extent>,
}

/// Collects shapes. Areas of one look become one shape, wherever nothing that lies between them is covered wrongly.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    open: Vec<OpenShape>,
}

impl Sheet {
    /// Paints areas, or open lines, with one contour round all of them.
    pub(super) fn add(&mut self, look: ShapeLook, closed: bool, lines: &mut [Vec<Point>]) {
        let mut shape = OpenShape { look, points: 0, pen: Pen::default(), extent: Extent::NOTHING, areas: Vec::new() };
        for line in lines {
            let extent = Extent::of(line, closed);
            shape.points += line.len();
            shape.extent.add(&extent);
            shape.areas.push(extent);
            if closed {
                turn_right(line);
            }
            shape.pen.curve(line, closed);
        }
        if shape.points == 0 {
            return;
        }
        match self.place(&shape, &mut (0..self.open.len()).rev()) {
            Some(at) => self.open[at].join(shape),
            None => self.open.push(shape),
        }
    }

    /// The first of these shapes that looks like `shape` and may as well be painted with it: nothing on the way there lies on it.
    fn place(&self, shape: &OpenShape, way: &mut dyn Iterator<Item = usize>) -> Option<usize> {
        for at in way {
            let meets = self.open[at].meets(shape);
            if self.open[at].goes_with(shape, meets) {
                return Some(at);
            }
            if meets {
                break;
            }
        }
        None
    }

    /// The shapes, far ones first.
    pub(super) fn shapes(mut self) -> Vec<Shape> {
        // Shapes that were painted too early to be joined with a later one.
        let mut at = 0;
        while at < self.open.len() {
            match self.place(&self.open[at], &mut (at + 1..self.open.len())) {
                Some(to) => {
                    let shape = self.open.remove(at);
                    self.open[to - 1].join(shape);
                }
                None => at += 1,
            }
        }
        let shape =
            |OpenShape { look: (ink, line, far), points, pen, .. }| Shape { ink, line, far, points, path: pen.path() };
        self.open.into_iter().map(shape).collect()
    }
}

impl OpenShape {
    fn meets(&self, other: &Self) -> bool {
        let touches = |area: &Extent| other.areas.iter().any(|one| one.meets(area));
        self.extent.meets(&other.extent) && self.areas.iter().any(touches)
    }

    /// True if both may be one shape. A contour shows where it lies on another part.
    fn goes_with(&self, other: &Self, meets: bool) -> bool {
        self.look == other.look && !(meets && self.look.1 != Contour::None)
    }

    /// Adds the areas of another shape.
    fn join(&mut self, other: Self) {
        self.points += other.points;
        self.pen.add(&other.pen);
        self.extent.add(&other.extent);
        self.areas.extend(other.areas);
    }
}

/// Turns a closed line into the direction of all others: parts of one path never cut each other out.
pub(super) fn turn_right(line: &mut [Point]) {
    if twice_the_area(line) < 0.0 {
        line.reverse();
    }
}

/// Twice the area in a closed line, below 0 if it runs clockwise.
pub(super) fn twice_the_area(line: &[Point]) -> f32 {
    let mut twice = 0.0;
    let mut from = line[line.len() - 1];
    for &to in line {
        twice += from.x * to.y - to.x * from.y;
        from = to;
    }
    twice
}

//! Shapes of the picture, in the order in which they are painted.

use crate::domain::figure::drawing::Pen;
use crate::domain::figure::view::Point;

/// The colour of an area, or the kind of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
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
pub enum Line {
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
    pub line: Line,
    /// How far it lies behind the trunk: 0 not at all, 4 as far as shows.
    pub far: u8,
    /// Number of points.
    pub points: usize,
    /// The path data; see [`super::super::PATH_SCALE`].
    pub path: String,
}

/// Collects shapes. What has the colour and the contour of the shape before is added to that.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    shapes: Vec<((Ink, Line, u8), usize, Pen)>,
}

impl Sheet {
    /// Paints areas, or closed contours.
    pub(super) fn areas(&mut self, ink: Ink, far: u8, areas: &[Vec<Point>]) {
        areas.iter().for_each(|area| self.add((ink, Line::None, far), area, true));
    }

    /// Paints areas with a contour round all of them.
    pub(super) fn lined(&mut self, ink: Ink, far: u8, is_fine: bool, areas: &[Vec<Point>]) {
        let line = if is_fine { Line::Fine } else { Line::Full };
        areas.iter().for_each(|area| self.add((ink, line, far), area, true));
    }

    /// Draws an open line.
    pub(super) fn line(&mut self, ink: Ink, far: u8, line: &[Point]) {
        self.add((ink, Line::None, far), line, false);
    }

    fn add(&mut self, kind: (Ink, Line, u8), points: &[Point], closed: bool) {
        if points.len() < 2 {
            return;
        }
        if self.shapes.last().is_none_or(|(other, ..)| *other != kind) {
            self.shapes.push((kind, 0, Pen::default()));
        }
        let Some((_, count, pen)) = self.shapes.last_mut() else { return };
        *count += points.len();
        let points = if closed { turned_right(points.to_vec()) } else { points.to_vec() };
        pen.curve(&points, closed);
    }

    pub(super) fn shapes(self) -> Vec<Shape> {
        let shape = |((ink, line, far), points, pen): ((Ink, Line, u8), usize, Pen)| Shape {
            ink,
            line,
            far,
            points,
            path: pen.path(),
        };
        self.shapes.into_iter().map(shape).collect()
    }
}

/// A closed line in the direction of all others: parts of one path never cut each other out.
pub(super) fn turned_right(mut line: Vec<Point>) -> Vec<Point> {
    if area(&line) < 0.0 {
        line.reverse();
    }
    line
}

/// Twice the area inside; negative for points in clockwise order.
fn area(line: &[Point]) -> f32 {
    let next = line.iter().cycle().skip(1);
    line.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum()
}

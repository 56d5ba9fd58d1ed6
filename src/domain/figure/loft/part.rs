//! A part of the figure that is painted as one: its contour, its colours, its shaded sides, its lines.

use super::muscles::Mark;
use super::outline::outline;
use super::paint::{Ink, Sheet};
use super::section::Loft;
use super::surface::{hem, line, shade};
use crate::domain::figure::camera::Camera;
use crate::domain::figure::view::Point;

/// The shaded side of a loft in its colour: between two positions, and over which shares of its length it begins and ends.
type Shade = (Loft, Ink, [f32; 2], [f32; 2]);

/// Lofts, areas and lines that are painted together.
#[derive(Default)]
pub(super) struct Part {
    /// Distance behind the trunk, in steps from 0 to 4.
    pub(super) far: u8,
    /// True for a finer contour.
    pub(super) is_fine: bool,
    /// Parts painted before it.
    pub(super) before: Vec<Part>,
    /// Lofts of which only the contour is painted.
    pub(super) edges: Vec<Loft>,
    /// Lofts with contour and colour. Those of the first colour come first.
    pub(super) lined: Vec<(Loft, Ink)>,
    /// Hair on the surface of the head, painted with the first of `lined`.
    pub(super) hair: Vec<Vec<Point>>,
    /// Lofts without a contour, in this order: what covers a seam.
    pub(super) fills: Vec<(Loft, Ink)>,
    /// Panels of the top, with a fine contour.
    pub(super) panels: Vec<Vec<Point>>,
    /// Strips of a band with a contour.
    pub(super) bands: Vec<Vec<Point>>,
    /// True for the strip of a band that lies behind the limbs.
    pub(super) is_behind: bool,
    /// Walls, without a contour.
    pub(super) walls: Vec<Vec<Point>>,
    pub(super) shades: Vec<Shade>,
    pub(super) marks: Vec<Mark>,
    pub(super) lines: Vec<(Ink, Vec<Point>)>,
    /// Parts painted after it.
    pub(super) after: Vec<Part>,
}

impl Part {
    /// Lofts of one colour.
    pub(super) fn of(lofts: &[&Loft], ink: Ink) -> Self {
        Self { lined: lofts.iter().map(|loft| ((*loft).clone(), ink)).collect(), ..Self::default() }
    }

    /// Adds a part that follows without a line between them.
    pub(super) fn add(&mut self, other: Self) {
        self.edges.extend(other.edges);
        self.lined.extend(other.lined);
        self.fills.extend(other.fills);
        self.shades.extend(other.shades);
        self.marks.extend(other.marks);
        self.lines.extend(other.lines);
        self.after.extend(other.after);
    }

    pub(super) fn shade_whole(&mut self, loft: &Loft, ink: Ink) {
        let range = [loft.0[0].along, loft.0[loft.0.len() - 1].along];
        self.shades.push((loft.clone(), ink, range, [0.0; 2]));
    }

    /// Adds a line on the surface of `loft`, where it faces the viewer by more than `least`.
    pub(super) fn crease(&mut self, camera: &Camera, loft: &Loft, places: &[[f32; 2]], least: f32, ink: Ink) {
        self.lines.extend(line(loft, camera, places, least).map(|line| (ink, line)));
    }

    pub(super) fn hem(&mut self, camera: &Camera, loft: &Loft, along: f32) {
        self.lines.push((Ink::Inner, hem(loft, camera, along)));
    }

    /// Paints it, and what comes before and after it.
    pub(super) fn paint(self, camera: &Camera, sheet: &mut Sheet) {
        self.before.into_iter().for_each(|part| part.paint(camera, sheet));
        let contour = if self.is_fine { Ink::Fine } else { Ink::Contour };
        for loft in &self.edges {
            sheet.areas(contour, 0, &outline(loft, camera));
        }
        let lined: Vec<_> = self.lined.iter().map(|(loft, ink)| (outline(loft, camera), *ink)).collect();
        if let Some((_, first)) = lined.first().map(|(areas, ink)| (areas, *ink)) {
            // The first colour, under all others, has its contour itself.
            for (areas, _) in lined.iter().filter(|(_, ink)| *ink != first) {
                sheet.areas(contour, 0, areas);
            }
            let own = lined.iter().filter(|(_, ink)| *ink == first).flat_map(|(areas, _)| areas);
            let own: Vec<Vec<Point>> = own.chain(&self.hair).cloned().collect();
            sheet.lined(first, self.far, self.is_fine, &own);
            for (areas, ink) in lined.iter().filter(|(_, ink)| *ink != first) {
                sheet.areas(*ink, self.far, areas);
            }
        }
        for (loft, ink) in &self.fills {
            sheet.areas(*ink, self.far, &outline(loft, camera));
        }
        sheet.lined(Ink::Top, self.far, true, &self.panels);
        for (loft, ink, range, fade) in &self.shades {
            sheet.areas(ink.shaded(), self.far, shade(loft, camera, *range, *fade).as_slice());
        }
        sheet.areas(Ink::Furniture, 0, &self.walls);
        sheet.lined(if self.is_behind { Ink::BandShade } else { Ink::Band }, 0, true, &self.bands);
        for mark in &self.marks {
            let ink = if mark.is_primary { Ink::Primary } else { Ink::Secondary };
            sheet.areas(ink, 0, &mark.areas);
        }
        for mark in self.marks {
            let ink = if mark.is_primary { Ink::Fibre } else { Ink::SecondaryFibre };
            mark.fibres.into_iter().for_each(|fibre| sheet.line(ink, 0, fibre));
        }
        for (ink, line) in self.lines {
            sheet.line(ink, 0, line);
        }
        self.after.into_iter().for_each(|part| part.paint(camera, sheet));
    }
}

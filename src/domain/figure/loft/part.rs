//! A part of the figure that is painted as one: its contour, its colours, its shaded sides, its lines.

use super::outline::outline;
use super::paint::{Contour, Ink, ShapeLook, Sheet};
use super::section::Loft;
use super::surface::Surface;
use crate::domain::figure::camera::Camera;
use crate::domain::figure::view::Point;

/// A layer of a part: what is in a lower one is painted before what is in a higher one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Layer {
    /// Contours of lofts whose colour comes later, and of every colour but the first.
    Contours,
    /// The first colour, with its contour.
    First,
    /// The other colours.
    Colours,
    /// Lofts without a contour: what covers a seam.
    Fills,
    /// Panels of the top.
    Panels,
    /// The sides away from the light.
    Shades,
    /// Bands.
    Bands,
    /// Working muscles.
    Muscles,
    /// Their fibres.
    Fibres,
    /// Lines on the surface.
    Lines,
}

const LAYERS: u8 = 10;

/// Lines or areas of one look in one layer.
struct PaintStep {
    layer: u8,
    look: ShapeLook,
    closed: bool,
    lines: Vec<Vec<Point>>,
}

/// Areas and lines that are painted together.
pub(super) struct Part<'a> {
    pub(super) camera: &'a Camera,
    /// The cord that it is a piece of; 0 if of none.
    pub(super) cord: usize,
    /// Distance behind the trunk, in steps from 0 to 4.
    far: u8,
    /// The lowest layer of what is being added.
    base: u8,
    /// Its contour.
    contour: Contour,
    /// Its first colour.
    first: Option<Ink>,
    steps: Vec<PaintStep>,
}

impl<'a> Part<'a> {
    pub(super) const fn new(camera: &'a Camera, far: u8) -> Self {
        Self { camera, cord: 0, far, base: 0, contour: Contour::Full, first: None, steps: Vec::new() }
    }

    /// A part of lofts of one colour.
    pub(super) fn of(camera: &'a Camera, lofts: &[&Loft], ink: Ink) -> Self {
        let mut part = Self::new(camera, 0);
        for loft in lofts {
            part.lined(loft, ink);
        }
        part
    }

    /// Adds a part that follows without a line between them.
    pub(super) fn add(&mut self, other: Self) {
        for step in other.steps {
            self.push(step);
        }
    }

    /// Adds a step. One contour runs round all of a layer that has one.
    fn push(&mut self, mut step: PaintStep) {
        for earlier in &mut self.steps {
            if earlier.layer == step.layer && step.look.1 != Contour::None {
                return earlier.lines.append(&mut step.lines);
            }
        }
        self.steps.push(step);
    }

    /// Begins the next group: everything added from now on is painted after all of it, with a contour of its own.
    pub(super) const fn go_on(&mut self, contour: Contour) {
        self.base += LAYERS;
        (self.contour, self.first) = (contour, None);
    }

    /// Adds closed lines with a look of their own.
    pub(super) fn areas(&mut self, layer: Layer, look: ShapeLook, lines: Vec<Vec<Point>>) {
        self.push(PaintStep { layer: self.base + layer as u8, look, closed: true, lines });
    }

    /// Adds an open line.
    pub(super) fn line(&mut self, layer: Layer, ink: Ink, line: Vec<Point>) {
        let look = (ink, Contour::None, 0);
        self.push(PaintStep { layer: self.base + layer as u8, look, closed: false, lines: vec![line] });
    }

    /// Adds the contour of a loft, whose colour comes later.
    pub(super) fn edge(&mut self, loft: &Loft) {
        self.contour(outline(loft, self.camera));
    }

    fn contour(&mut self, lines: Vec<Vec<Point>>) {
        let ink = if self.contour == Contour::Fine { Ink::Fine } else { Ink::Contour };
        self.areas(Layer::Contours, (ink, Contour::None, 0), lines);
    }

    /// Adds a loft with contour and colour. The first colour, under all others, has its contour itself.
    pub(super) fn lined(&mut self, loft: &Loft, ink: Ink) {
        let lines = outline(loft, self.camera);
        if *self.first.get_or_insert(ink) == ink {
            self.areas(Layer::First, (ink, self.contour, self.far), lines);
        } else {
            self.contour(lines.clone());
            self.areas(Layer::Colours, (ink, Contour::None, self.far), lines);
        }
    }

    /// Adds a loft without a contour.
    pub(super) fn fill(&mut self, loft: &Loft, ink: Ink) {
        self.areas(Layer::Fills, (ink, Contour::None, self.far), outline(loft, self.camera));
    }

    /// Adds the shaded side between two positions; `fade` is the share of its length over which it begins and ends.
    pub(super) fn shade(&mut self, surface: &Surface, ink: Ink, range: [f32; 2], fade: [f32; 2]) {
        if let Some(line) = surface.shade(range, fade) {
            self.areas(Layer::Shades, (ink.shaded(), Contour::None, self.far), vec![line]);
        }
    }

    /// Adds a line on a surface, where it faces the viewer by more than `least`.
    pub(super) fn crease(
        &mut self,
        surface: &Surface,
        places: &mut dyn Iterator<Item = [f32; 2]>,
        least: f32,
        ink: Ink,
    ) {
        if let Some(line) = surface.line(places, least) {
            self.line(Layer::Lines, ink, line);
        }
    }

    pub(super) fn hem(&mut self, surface: &Surface, along: f32) {
        self.line(Layer::Lines, Ink::Inner, surface.hem(along));
    }

    /// Paints it.
    pub(super) fn paint(mut self, sheet: &mut Sheet) {
        for layer in 0..=self.base + LAYERS {
            for step in self.steps.iter_mut().filter(|step| step.layer == layer) {
                let together = if step.look.1 == Contour::None { 1 } else { step.lines.len().max(1) };
                for lines in step.lines.chunks_mut(together) {
                    sheet.add(step.look, step.closed, lines);
                }
            }
        }
    }
}

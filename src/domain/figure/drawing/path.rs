//! The paths of a picture, as the page draws them.

use super::layer::Layer;
use super::muscle_mark::MuscleMark;
use super::outline::Outline;
use super::paint::Paint;
use super::pen::Pen;

/// A class of the style sheet, and a shape as SVG path data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// The class.
    pub class: &'static str,
    /// The shape; see [`super::PATH_SCALE`].
    pub shape: String,
}

impl Layer {
    /// Adds its paths to `paths`.
    pub(super) fn write(&self, paths: &mut Vec<Path>) {
        write_parts(&self.parts, paths);
        write_marks(&self.marks, paths);
    }
}

/// Each outline is written once; its bytes are used for the line around all of them as well.
fn write_parts(parts: &[(Paint, Outline)], paths: &mut Vec<Path>) {
    let mut pens: Vec<(Paint, Pen)> = Vec::new();
    let mut edge = Pen::default();
    for (paint, outline) in parts {
        let known = pens.iter().position(|(other, _)| other == paint);
        let at = known.unwrap_or_else(|| {
            pens.push((*paint, Pen::default()));
            pens.len() - 1
        });
        let pen = &mut pens[at].1;
        let from = pen.written().len();
        outline.write(pen);
        if at > 0 {
            edge.copy(&pen.written()[from..]);
        }
    }
    if pens.len() > 1 {
        paths.push(Path { class: "fig-edge", shape: edge.path() });
    }
    let class = |at: usize, paint: Paint| if at == 0 { paint.lined() } else { paint.class() };
    paths.extend(
        pens.into_iter().enumerate().map(|(at, (paint, pen))| Path { class: class(at, paint), shape: pen.path() }),
    );
}

/// Primary muscles are filled; secondary ones have a line around them and stripes.
fn write_marks(marks: &[MuscleMark], paths: &mut Vec<Path>) {
    let (mut filled, mut lined, mut striped) = (Pen::default(), Pen::default(), Pen::default());
    for mark in marks {
        mark.outline.write(if mark.primary { &mut filled } else { &mut lined });
        if !mark.primary {
            mark.hatch(&mut striped);
        }
    }
    let written = [("fig-keyline", lined), ("fig-secondary", striped), ("fig-primary", filled)];
    let written = written.into_iter().filter(|(_, pen)| !pen.written().is_empty());
    paths.extend(written.map(|(class, pen)| Path { class, shape: pen.path() }));
}

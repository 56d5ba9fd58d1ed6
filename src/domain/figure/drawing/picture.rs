//! The drawn body: its parts as outlines, in layers from far to near.
//!
//! A layer is painted in two passes, all its outlines first as one thick line and then all its parts without a line, so
//! that no seam shows at hip, knee or shoulder.

use super::layer::Layer;
use super::outline::Outline;
use super::painter::{Dress, Painter};
use super::path::Path;
use super::pen::Pen;
use super::{props, shadow};
use crate::domain::figure::body::Skeleton;
use crate::domain::figure::motion::Motion;
use crate::domain::figure::view::View;

/// Everything that is drawn at one moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// The contact shadow on the ground.
    pub shadow: Vec<Outline>,
    /// The layers, from far to near.
    pub layers: Vec<Layer>,
}

impl Picture {
    /// The picture of `body` at `time` of `motion`.
    #[must_use]
    pub fn of(motion: &Motion, body: &Skeleton, view: View, time: f32) -> Self {
        let fists = props::fists(motion.props, time);
        let dress = Dress { barefoot: motion.barefoot, fists };
        let painter = Painter { body, view, dress, muscles: &motion.muscles };
        let mut layers = painter.layers();
        for prop in motion.props {
            props::draw(&painter, prop, time, &mut layers);
        }
        Self { shadow: shadow::cast(body, view), layers }
    }

    /// The paths to paint, in order. A layer is one path for its line and one for each paint; the first paint, under
    /// all the others, has the line itself.
    #[must_use]
    pub fn paths(&self) -> Vec<Path> {
        let mut shadow = Pen::default();
        self.shadow.iter().for_each(|outline| outline.write(&mut shadow));
        let mut paths = vec![Path { class: "fig-shadow", shape: shadow.path() }];
        for layer in &self.layers {
            layer.write(&mut paths);
        }
        paths
    }

    /// The whole picture as one line: the dashed start of a still.
    #[must_use]
    pub fn silhouette(&self) -> String {
        let mut pen = Pen::default();
        self.outlines().for_each(|outline| outline.write(&mut pen));
        pen.path()
    }

    /// Every outline.
    pub fn outlines(&self) -> impl Iterator<Item = &Outline> {
        self.layers.iter().flat_map(|layer| layer.parts.iter().map(|(_, outline)| outline))
    }
}

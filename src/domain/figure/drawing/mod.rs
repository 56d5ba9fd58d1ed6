//! The drawing of a body: parts as outlines, outlines as SVG paths.

mod arm;
mod foot;
mod head;
mod layer;
mod leg;
mod muscle_mark;
mod muscle_patch;
mod outline;
mod paint;
mod painter;
mod path;
mod pen;
mod picture;
mod props;
mod shadow;
mod stage;
mod still;
mod surface;
mod trunk;

pub use layer::Layer;
pub use muscle_mark::MuscleMark;
pub use outline::Outline;
pub use paint::Paint;
pub use painter::Dress;
pub use path::Path;
pub use pen::PATH_SCALE;
pub(in crate::domain::figure) use pen::Pen;
pub use picture::Picture;
pub use stage::{Stage, mirrored_words};
pub use still::Still;

//! A body as lofts: along each bone a row of sections, closed curves of four quarter ellipses, drawn flat from any side.
//!
//! One formula does all of the drawing: the support point of a section, the point of its edge that lies farthest in a
//! direction. The outline of a loft, what of its surface faces the viewer, and what faces away from the light follow from it.

#![allow(clippy::cast_precision_loss, reason = "sections and points are counted in dozens")]

mod body;
mod extent;
mod foot;
mod hand;
mod head;
mod muscles;
mod order;
mod outline;
mod paint;
mod painter;
mod part;
mod plan;
mod props;
mod section;
mod shadow;
mod surface;
mod table;
mod touch;
mod trunk;

pub(super) use extent::{body_balls, prop_balls};
pub use order::Order;
pub use paint::{Contour, Ink, Shape};
pub use painter::{Figure, Look};
pub use touch::{FigurePart, Touch, best_azimuth, muscle_outline, part_outline};

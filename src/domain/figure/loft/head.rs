//! The head: skull and jaw, nose, ears.

use super::section::Loft;
use super::table::{EAR, HEAD, NOSE};
use crate::domain::figure::body::{Skeleton, sign};

/// Positions on it are heights over the top of the neck.
pub(super) fn head(body: &Skeleton) -> Loft {
    let head = &body.head;
    Loft::straight(&HEAD, body.neck, head.up, head.right, head.forward)
}

pub(super) fn nose(body: &Skeleton) -> Loft {
    let head = &body.head;
    Loft::straight(&NOSE, body.neck + head.up * 0.080, head.up * -0.032, head.right, head.forward)
}

pub(super) fn ear(body: &Skeleton, side: usize) -> Loft {
    let (head, out) = (&body.head, body.head.right * sign(side));
    let lobe = body.neck + head.up * 0.040 + out * 0.0425;
    Loft::straight(&EAR, lobe, head.up * 0.034 + out * 0.0052, out, head.forward)
}

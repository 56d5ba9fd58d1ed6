//! The pieces of the figure, and the order in which they are painted.

use std::cell::Cell;

/// A piece of the figure with a depth of its own, by its number. Those of the limbs have one for each side, and the parts of props
/// follow after all others.
pub(super) type Piece = usize;
pub(super) const TRUNK: Piece = 0;
pub(super) const HEAD: Piece = 1;
pub(super) const THIGH: Piece = 2;
pub(super) const SHANK: Piece = 4;
pub(super) const FOOT: Piece = 6;
pub(super) const UPPER: Piece = 8;
pub(super) const FORE: Piece = 10;
pub(super) const HAND: Piece = 12;
pub(super) const PROP: Piece = 14;

/// The pieces of the last picture, from far to near.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order(pub(super) Vec<Piece>);

/// Least distance by which a piece is nearer than the one after it, to change places with it.
const CLEARLY: f32 = 0.012;

impl Order {
    /// Takes over the order of `depths`, but for what is as near as another piece, or nearly.
    pub(super) fn follow(&mut self, depths: &[f32]) {
        if self.0.len() == depths.len() {
            for pair in Cell::from_mut(&mut self.0[..]).as_slice_of_cells().windows(2) {
                let (far, near) = (pair[0].get(), pair[1].get());
                if depths[far] > depths[near] + CLEARLY {
                    pair[0].set(near);
                    pair[1].set(far);
                }
            }
            // A chain of small differences may hide a larger one.
            settle(&mut self.0, depths, 2.0 * CLEARLY);
        } else {
            self.0.clear();
            self.0.extend(0..depths.len());
            settle(&mut self.0, depths, 0.0);
        }
    }
}

/// Moves each piece before the first one that is nearer by more than `clearly`: then none is before one that is farther by so much.
fn settle(order: &mut [Piece], depths: &[f32], clearly: f32) {
    for at in 1..order.len() {
        let depth = depths[order[at]] + clearly;
        if let Some(to) = order[..at].iter().position(|other| depths[*other] > depth) {
            order[to..=at].rotate_right(1);
        }
    }
}

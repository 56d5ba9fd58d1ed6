//! Order of the two sides of a set, where they are done one after the other.

use crate::domain::catalogue::vocabulary;

vocabulary! {
    /// The side that begins.
    SideOrder {
        /// Right, then left.
        RightFirst = "right-first";
        /// Left, then right.
        LeftFirst = "left-first";
        /// The other side in every second set.
        Alternating = "alternating";
    }
}

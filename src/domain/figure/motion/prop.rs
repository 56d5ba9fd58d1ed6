//! Kit in the picture: held, worn or stood on.

/// A piece of kit in the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Prop {
    /// A loop band round both legs.
    LoopBand(Ring),
    /// A long band from a hand to the sole of a foot (0 right, 1 left), with its length without tension.
    LongBand {
        /// The hand.
        hand: usize,
        /// The foot.
        foot: usize,
        /// Its length without tension.
        slack: f32,
    },
    /// A stick along the spine, from the lower back past the head.
    Dowel,
    /// A kettlebell that stands at this distance forward, on the line between the hands, until it is picked up.
    Kettlebell {
        /// Its position on the ground.
        x: f32,
        /// The second at which the hands close on it.
        from: f32,
        /// The second at which it is put down; the end of the loop if never.
        until: f32,
    },
    /// Straps from both hands to a plate on a wall, at this distance forward and up.
    Straps {
        /// Forward.
        x: f32,
        /// Up.
        y: f32,
    },
    /// Half a ball, its flat side up, its middle this far forward and to the right.
    Bosu {
        /// Forward.
        x: f32,
        /// To the right.
        z: f32,
    },
    /// A pillow or folded mat, its middle this far forward and to the right.
    Pillow {
        /// Forward.
        x: f32,
        /// To the right.
        z: f32,
    },
    /// The eyes are closed.
    EyesClosed,
}

/// Position of a loop band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ring {
    /// Just above the knees.
    AboveKnees,
    /// Round the ankles.
    Ankles,
    /// Round the feet, over the arches.
    Arches,
}

/// Height of a BOSU, flat side up, to stand on.
pub const BOSU_HEIGHT: f32 = 0.13;
/// Height of a pillow under a foot.
pub const PILLOW_HEIGHT: f32 = 0.03;

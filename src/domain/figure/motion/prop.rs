//! Kit in the picture: held, worn, stood on, or standing near.

use crate::domain::figure::vector::Vector;

/// A piece of kit in the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Prop {
    /// A loop band round both legs.
    LoopBand(Ring),
    /// A long band or a strap between two ends, with its length without tension.
    LongBand {
        /// Its ends.
        ends: [BandEnd; 2],
        /// Its length without tension; 0 for a strap, which is always taut.
        slack: f32,
    },
    /// A stick along the spine, from the lower back past the head.
    Dowel,
    /// A weight that lies or stands at a place of its own until it is picked up.
    Weight {
        /// Its shape.
        shape: WeightShape,
        /// The hands that hold it.
        grip: Grip,
        /// The position of its handle where it lies or stands.
        at: Vector,
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
    /// A block, its sides along the axes of the ground: a step, a box, a wall, or a part of a bench or a chair.
    Block {
        /// Its middle.
        middle: Vector,
        /// Half its length forward, up, and to the right.
        half: Vector,
        /// Its colour and kind.
        material: Material,
    },
    /// A backpack with its straps.
    Backpack,
    /// A jump rope through both hands, which turns forward over the head.
    JumpRope {
        /// A second at which it is under the feet.
        under: f32,
        /// Seconds of a turn.
        turn: f32,
    },
    /// Marks of a ground that passes below a figure on its way, which stays in the middle of the picture.
    PassingGround {
        /// The figure's speed over the ground, in standing heights a second.
        speed: Vector,
    },
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

/// An end of a long band or a strap; 0 is the right side, 1 the left one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BandEnd {
    /// In a hand.
    Hand(usize),
    /// Under the sole of a foot.
    Foot(usize),
    /// Round an ankle.
    Ankle(usize),
    /// Between the soles of both feet.
    Feet,
    /// Fixed at a position.
    Anchor(Vector),
}

/// The shape of a weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeightShape {
    /// A kettlebell, at its handle.
    Kettlebell,
    /// A dumbbell, at its middle.
    Dumbbell,
    /// A rolled mat across, at its middle.
    Roll,
}

/// The hands that hold a weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grip {
    /// One hand, 0 right or 1 left: it hangs.
    Hand(usize),
    /// Both hands: it hangs between them.
    Hands,
    /// One hand swings it, in line with the arm.
    Swing(usize),
    /// No hand ever.
    None,
}

/// The colour and kind of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Material {
    /// Wood: furniture.
    Wood,
    /// A dark pad, a plate, a metal leg.
    Pad,
    /// A mat, a foam block.
    Foam,
    /// A wall: behind everything, and not there for who looks from its other side.
    Wall,
}

/// Height of a BOSU, flat side up, to stand on.
pub const BOSU_HEIGHT: f32 = 0.13;
/// Height of a pillow under a foot.
pub const PILLOW_HEIGHT: f32 = 0.03;

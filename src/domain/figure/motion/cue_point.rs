//! The points of a motion at which its cues are shown.

/// The time at which a cue is shown, and the joint at which it points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CuePoint {
    /// Index of the cue in the exercise.
    pub cue: usize,
    /// The second of the loop.
    pub at: f32,
    /// The joint that it is about.
    pub joint: Joint,
    /// The guide line to draw, if any.
    pub line: Option<GuideLine>,
}

/// A joint or body part that a cue is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// The middle of the head.
    Head,
    /// The chest.
    Chest,
    /// The waist, belly and lower back.
    Waist,
    /// The hips.
    Hips,
    /// A knee: 0 right, 1 left.
    Knee(usize),
    /// A foot.
    Foot(usize),
    /// A hand.
    Hand(usize),
}

/// A guide line that shows the right position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuideLine {
    /// From the knee down over the second toe: 0 right, 1 left.
    KneeOverToe(usize),
    /// From the shoulders through the hips to the knee: 0 right, 1 left.
    ShoulderToKnee(usize),
    /// From the head along the back to the lifted foot: 0 right, 1 left.
    HeadToFoot(usize),
    /// Across the hips.
    AcrossHips,
}

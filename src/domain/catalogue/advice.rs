//! What a runner asks before choosing: what each type is for, whether to run first, why the core.
//! Its sentences are data: `content/advice`. Knows no plan and no week.

use super::{Goal, Kind};

/// Whether to run before or after strength work on the same day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrderAdvice {
    /// The answer in a few words.
    pub headline: &'static str,
    /// Why, and how little is at stake.
    pub reason: &'static str,
    /// When the answer changes.
    pub nuance: &'static str,
}

/// The order that suits `goal`.
#[must_use]
pub const fn order_advice(goal: Goal) -> OrderAdvice {
    ORDER[goal as usize]
}

/// What a type of exercise is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypePurpose {
    /// The purpose in one sentence.
    pub headline: &'static str,
    /// The reasons, a sentence or two each.
    pub points: &'static [&'static str],
    /// How to go about it.
    pub note: &'static str,
}

/// What exercises of `kind` are for.
#[must_use]
pub const fn purpose(kind: Kind) -> TypePurpose {
    PURPOSES[kind as usize]
}

/// Why a runner trains the core.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CoreAdvice {
    /// The question, or its answer in a few words.
    pub headline: &'static str,
    /// The answer, a sentence or two each.
    pub text: &'static [&'static str],
}

/// Why a strong core?
pub const CORE: CoreAdvice = include!(concat!(env!("OUT_DIR"), "/core.rs"));

/// In the order of goals. Written by the build script from `content/advice`, as are the other two.
const ORDER: &[OrderAdvice] = include!(concat!(env!("OUT_DIR"), "/order.rs"));
/// In the order of types.
const PURPOSES: &[TypePurpose] = include!(concat!(env!("OUT_DIR"), "/purposes.rs"));

//! Advice before choosing: the purpose of each type, the order of running and strength, the reason for core training.
//! Its sentences are data: `content/advice`. Knows no plan and no week.

use super::{Goal, Kind};

/// Advice on the order of running and strength work on the same day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrderAdvice {
    /// The answer in a few words.
    pub headline: &'static str,
    /// The reason, and how little is at stake.
    pub reason: &'static str,
    /// The exceptions.
    pub nuance: &'static str,
}

/// The order that suits `goal`.
#[must_use]
pub const fn order_advice(goal: Goal) -> OrderAdvice {
    ORDER[goal as usize]
}

/// The purpose of a type of exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypePurpose {
    /// The purpose in one sentence.
    pub headline: &'static str,
    /// The reasons, a sentence or two each.
    pub points: &'static [&'static str],
    /// The way to train it.
    pub note: &'static str,
}

/// The purpose of exercises of `kind`.
#[must_use]
pub const fn purpose(kind: Kind) -> TypePurpose {
    PURPOSES[kind as usize]
}

/// The reasons for a runner to train the core.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CoreAdvice {
    /// The question, or its answer in a few words.
    pub headline: &'static str,
    /// The answer, a sentence or two each.
    pub text: &'static [&'static str],
}

/// The advice on the core.
pub const CORE: CoreAdvice = include!(concat!(env!("OUT_DIR"), "/core.rs"));

/// In the order of goals. Written by the build script from `content/advice`, as are the other two.
const ORDER: &[OrderAdvice] = include!(concat!(env!("OUT_DIR"), "/order.rs"));
/// In the order of types.
const PURPOSES: &[TypePurpose] = include!(concat!(env!("OUT_DIR"), "/purposes.rs"));

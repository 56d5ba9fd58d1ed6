//! What a runner asks before choosing: what each type is for, whether to run first, why the core.
//! On order it claims no more than the studies do: the effects are small (Eddens 2018, Schumann 2022). Knows no plan and no week.

use super::{Kind, vocabulary};

vocabulary! {
    /// What the runner wants from strength work.
    Goal {
        /// More muscle and strength.
        Muscle = "muscle", "Build muscle";
        /// To run longer.
        Endurance = "endurance", "Build endurance";
        /// To be in good shape.
        Fitness = "fitness", "General fitness";
    }
}

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
    match goal {
        Goal::Muscle => OrderAdvice {
            headline: "Strength first, then run.",
            reason: "Fresh legs gain a little more strength. The effect is small: \
                a gap of 3 hours or more matters more than the order.",
            nuance: "This holds for an easy run. If the run is intervals, tempo, a race or long, \
                run first whatever your goal. Coaches disagree; choose otherwise if that suits you.",
        },
        Goal::Endurance => OrderAdvice {
            headline: "Run first, then strength.",
            reason: "The run that matters to you gets your fresh legs. The effect is small: \
                a gap of 3 hours or more matters more than the order.",
            nuance: "Before intervals, tempo, a race or a long run this holds whatever your goal. \
                Coaches disagree; on an easy day choose otherwise if that suits you.",
        },
        Goal::Fitness => OrderAdvice {
            headline: "It does not matter.",
            reason: "Do first what you would otherwise skip. The effect of the order is small: \
                a gap of 3 hours or more matters more.",
            nuance: "If the run is intervals, tempo, a race or long, run first whatever your goal.",
        },
    }
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
    match kind {
        Kind::Band => TypePurpose {
            headline: "A band goes anywhere and works what machines miss.",
            points: &[
                "It is small and portable: it fits the bag you take to the run.",
                "You move through more range of motion, so more muscle works, and you gain mobility.",
                "Its pull makes the core and the stabilisers work.",
                "It reaches small muscles that machines miss.",
                "Just before a run it wakes the muscles that good form, economy and resistance to injury need.",
                "All three band exercises can be done directly before or directly after a run.",
            ],
            note: "Sets, reps and the strength of the band are yours to change.",
        },
        Kind::Balance => TypePurpose {
            headline: "Running is always one foot at a time.",
            points: &[
                "Weak stabilisers let your form wobble, and a wobble repeated for miles ends in aches.",
                "With poor balance you brake at each landing so as not to fall.",
                "Do balance work barefoot: a strong foot makes a strong landing.",
            ],
            note: "Be at ease on one leg before you try the harder exercises.",
        },
        Kind::BodyWeight => TypePurpose {
            headline: "The place to start if strength work is new to you.",
            points: &[
                "You need nothing but yourself and a little room.",
                "Muscles must be challenged progressively, so the natural next step is added weight.",
                "Every body-weight exercise here can take a weight.",
            ],
            note: "Add the weight when the last repetition of the last set looks like the first.",
        },
    }
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
pub const CORE: CoreAdvice = CoreAdvice {
    headline: "Why a strong core?",
    text: &[
        "The core is your spring. It takes each landing and passes it on; \
            it turns, and returns as the leg drives forward.",
        "You engage it in every exercise here, so each one of them trains it.",
    ],
};

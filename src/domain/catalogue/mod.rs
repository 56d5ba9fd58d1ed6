//! What an exercise is, and the exercises there are. Knows no routine, no log and no browser.
//!
//! Every part of an [`Exercise`] is a plain field: the compiler refuses an entry with a part left out, and
//! `tests/domain/catalogue.rs` refuses an empty one. One file of `entries` is one exercise.

mod advice;
mod body;
mod brief;
mod entries;
mod search;

pub use advice::{CORE, CoreAdvice, Goal, OrderAdvice, TypePurpose, order_advice, purpose};
pub use body::BodyPart;
pub use brief::{Brief, Demand, brief, briefs};
pub use search::{Filter, matches, search};

use super::figure::Motion;
pub use super::figure::{Muscle, Muscles};

/// The permanent name of an exercise in links and stored data: lower-case words joined by hyphens, never reused.
pub type Slug = &'static str;

/// One exercise at its three levels.
#[derive(Debug)]
pub struct Exercise {
    /// Its identity for ever.
    pub id: Slug,
    /// What it is called on screen.
    pub name: &'static str,
    /// Which of the three types it belongs to.
    pub kind: Kind,
    /// One line for a list: what it is and does.
    pub summary: &'static str,
    /// What it works.
    pub muscles: Muscles,
    /// Where in the body it is felt; drives the body-area filter.
    pub areas: &'static [Area],
    /// When in relation to a run it fits, in one sentence.
    pub timing: &'static str,
    /// Why a runner does it.
    pub why: &'static str,
    /// Base, hard and harder.
    pub levels: Levels,
}

impl Exercise {
    /// How it is done at `level`.
    #[must_use]
    pub const fn at(&self, level: Level) -> &Variation {
        match level {
            Level::Base => &self.levels.base,
            Level::Hard => &self.levels.hard,
            Level::Harder => &self.levels.harder,
        }
    }
}

/// The three levels of an exercise.
#[derive(Debug)]
pub struct Levels {
    /// Where to begin.
    pub base: Variation,
    /// When base is owned.
    pub hard: Variation,
    /// When hard is owned.
    pub harder: Variation,
}

/// An exercise as it is done at one level.
#[derive(Debug)]
pub struct Variation {
    /// What tells this level from the others, in a few words: "One leg straight at the top".
    pub title: &'static str,
    /// Taking position, a sentence each.
    pub start: &'static [&'static str],
    /// The movement, a sentence each, in order.
    pub steps: &'static [&'static str],
    /// How much.
    pub dose: Dose,
    /// How the two sides of the body share the work.
    pub sides: Sides,
    /// What is needed; empty for none.
    pub kit: &'static [Kit],
    /// The parts of the body that it loads, by the rules of [`BodyPart`].
    pub loads: &'static [BodyPart],
    /// The parts of one repetition in order, with their seconds; empty for a plain hold.
    pub tempo: &'static [Beat],
    /// The one cue shown while working: at most 12 words.
    pub cue: &'static str,
    /// What belongs to this level alone: its danger, its condition, or what it adds. Never empty.
    pub note: &'static str,
    /// How to breathe.
    pub breathing: &'static str,
    /// Three or more cues in time order; the same topics in the same order at every level.
    pub cues: &'static [Cue],
    /// The mistake seen most, and what mends it.
    pub slip: Slip,
    /// A way to make this level easier.
    pub easier: &'static str,
    /// A way to make it harder within this level.
    pub harder: &'static str,
    /// When to stop, or who should not start.
    pub warning: &'static str,
    /// What a place or a person may need to know.
    pub tags: &'static [Tag],
    /// How the figure does it.
    pub motion: &'static Motion,
}

/// How much of a variation makes one exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dose {
    /// The amount of each set, for one side where sides are separate.
    pub sets: &'static [u16],
    /// What the amounts count.
    pub measure: Measure,
    /// Seconds that each repetition is held; 0 for none.
    pub hold: u8,
    /// Seconds of rest between sets.
    pub rest: u16,
    /// The dose in words: "3 sets of 12, 6 each side".
    pub words: &'static str,
}

/// What the amount of a set counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Measure {
    /// Repetitions, ended by the runner.
    Reps,
    /// Seconds held, ended by the clock.
    Seconds,
    /// Steps in one direction, ended by the runner.
    Steps,
    /// Rounds of a sequence, ended by the runner.
    Rounds,
}

impl Measure {
    /// The unit as a word, in the number that `amount` asks for.
    #[must_use]
    pub const fn word(self, amount: u16) -> &'static str {
        match (self, amount) {
            (Self::Reps, 1) => "rep",
            (Self::Reps, _) => "reps",
            (Self::Seconds, 1) => "second",
            (Self::Seconds, _) => "seconds",
            (Self::Steps, 1) => "step",
            (Self::Steps, _) => "steps",
            (Self::Rounds, 1) => "round",
            (Self::Rounds, _) => "rounds",
        }
    }
}

/// One part of a repetition: "hold", 3 s.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beat {
    /// What happens, in one or two words: "up", "hold", "down".
    pub word: &'static str,
    /// How long, in seconds; at least 1.
    pub seconds: u8,
}

/// A cue: what to attend to, tied to its topic so that it can be found, spoken, and later shown on the figure.
#[derive(Debug)]
pub struct Cue {
    /// The part it speaks of, one or two words: "hips", "knees", "breath".
    pub topic: &'static str,
    /// The cue itself, and why where it matters.
    pub text: &'static str,
}

/// A common mistake and its mend.
#[derive(Clone, Copy, Debug)]
pub struct Slip {
    /// What goes wrong.
    pub slip: &'static str,
    /// What to do about it.
    pub fix: &'static str,
}

/// Declares an enum of situations together with the words and slugs that go with it.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $slug:literal, $words:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant,)+ }

        impl $name {
            /// Every value, in the order of display.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word on screen.
            #[must_use]
            pub const fn words(self) -> &'static str {
                match self { $(Self::$variant => $words,)+ }
            }

            /// The permanent name in links and stored data.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug,)+ }
            }

            /// The value that `slug` names.
            #[must_use]
            pub fn from_slug(slug: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.slug() == slug)
            }
        }
    };
}
pub(crate) use vocabulary;

vocabulary! {
    /// The three types of exercise, in the order in which they are taught.
    Kind {
        /// Loop and long bands.
        Band = "band", "Resistance band";
        /// On one leg, barefoot.
        Balance = "balance", "Balance";
        /// Nothing but the body, to begin with.
        BodyWeight = "body-weight", "Body weight";
    }
}

vocabulary! {
    /// How hard.
    Level {
        /// Where to begin.
        Base = "base", "Base";
        /// When base is owned.
        Hard = "hard", "Hard";
        /// When hard is owned.
        Harder = "harder", "Harder";
    }
}

impl Level {
    /// The next one down; `None` at base.
    #[must_use]
    pub const fn below(self) -> Option<Self> {
        match self {
            Self::Base => None,
            Self::Hard => Some(Self::Base),
            Self::Harder => Some(Self::Hard),
        }
    }

    /// The next one up; `None` at the hardest.
    #[must_use]
    pub const fn above(self) -> Option<Self> {
        match self {
            Self::Base => Some(Self::Hard),
            Self::Hard => Some(Self::Harder),
            Self::Harder => None,
        }
    }
}

vocabulary! {
    /// How the two sides of the body share the work of a set.
    Sides {
        /// Both at once.
        Both = "both", "Both sides together";
        /// One side to the end, then the other; each side counted on its own.
        PerSide = "per-side", "One side, then the other";
        /// Left and right in turn within the set.
        Alternating = "alternating", "Alternating sides";
    }
}

vocabulary! {
    /// A piece of kit.
    Kit {
        /// A short closed resistance band.
        LoopBand = "loop-band", "Loop band";
        /// A second short closed band.
        SecondLoopBand = "second-loop-band", "Second loop band";
        /// A long open or closed resistance band.
        LongBand = "long-band", "Long band";
        /// A straight stick, from hip to head long.
        Dowel = "dowel", "Dowel or broom";
        /// A kettlebell.
        Kettlebell = "kettlebell", "Kettlebell";
        /// Suspension straps, or any band fixed to a wall.
        Straps = "straps", "Straps or a band fixed to a wall";
        /// A half ball with a flat side.
        Bosu = "bosu", "BOSU";
        /// A pillow, a folded mat, a BOSU: anything that gives way.
        SoftSurface = "soft-surface", "Pillow, folded mat or BOSU";
    }
}

vocabulary! {
    /// A region of the body, for filters.
    Area {
        /// Glutes and the outside of the hip.
        Hips = "hips", "Hips and glutes";
        /// Quads, hamstrings, adductors.
        Thighs = "thighs", "Thighs";
        /// Calf, shin, ankle and foot.
        LowerLeg = "lower-leg", "Calf, ankle, foot";
        /// Abdominals, obliques, back.
        Trunk = "trunk", "Core and back";
    }
}

impl Muscle {
    /// The word on screen.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::GluteMax => "glute max",
            Self::GluteMed => "glute med and min",
            Self::Quads => "quads",
            Self::Hamstrings => "hamstrings",
            Self::Adductors => "adductors",
            Self::HipFlexors => "hip flexors",
            Self::Calves => "calves",
            Self::TibialisPosterior => "tibialis posterior",
            Self::FootIntrinsics => "small muscles of the foot",
            Self::Abdominals => "abdominals",
            Self::SpinalErectors => "back extensors",
        }
    }
}

vocabulary! {
    /// What a place or a person may need to know of a variation.
    Tag {
        /// The feet leave the ground.
        Impact = "impact", "Jumps";
        /// Done lying on the back.
        Supine = "supine", "Lying on the back";
        /// Balance is part of it.
        FallRisk = "fall-risk", "Keep something to hold within reach";
        /// The knee bends past a right angle.
        DeepKnee = "deep-knee", "Deep knee bend";
        /// An added weight.
        Heavy = "heavy", "Added weight";
        /// Makes no noise for neighbours.
        Quiet = "quiet", "Quiet";
        /// Nobody lies or kneels.
        NoFloor = "no-floor", "Standing only";
    }
}

/// Every exercise, in the order in which they are taught.
#[must_use]
pub const fn all() -> &'static [&'static Exercise] {
    entries::ALL
}

/// The exercise that `id` names.
#[must_use]
pub fn find(id: &str) -> Option<&'static Exercise> {
    all().iter().copied().find(|exercise| exercise.id == id)
}

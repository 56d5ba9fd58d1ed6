//! The closed sets of values used everywhere: each value with its permanent slug. Knows nothing else;
//! the reader of `content/` (tools/content) compiles this file as well.

/// Declares an enum of situations together with the slugs that go with it.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $slug:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant,)+ }

        impl $name {
            /// Every value, in the order of display.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The permanent name in links and stored data.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug,)+ }
            }

            /// The value with the slug `slug`.
            #[must_use]
            pub fn from_slug(slug: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.slug() == slug)
            }
        }
    };
}
pub(crate) use vocabulary;

vocabulary! {
    /// The three types of exercise, in the order of teaching.
    Kind {
        /// Loop and long bands.
        Band = "band";
        /// On one leg, barefoot.
        Balance = "balance";
        /// Nothing but the body, to begin with.
        BodyWeight = "body-weight";
    }
}

vocabulary! {
    /// The difficulty.
    Level {
        /// For beginners.
        Base = "base";
        /// After base is mastered.
        Hard = "hard";
        /// After hard is mastered.
        Harder = "harder";
    }
}

impl Level {
    /// The next easier one; `None` at base.
    #[must_use]
    pub const fn below(self) -> Option<Self> {
        match self {
            Self::Base => None,
            Self::Hard => Some(Self::Base),
            Self::Harder => Some(Self::Hard),
        }
    }

    /// The next harder one; `None` at the hardest.
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
    /// The use of the two sides of the body in a set.
    Sides {
        /// Both at once.
        Both = "both";
        /// One side first, then the other; each side is a set of its own.
        PerSide = "per-side";
        /// Left and right alternating within the set.
        Alternating = "alternating";
    }
}

vocabulary! {
    /// The word for one of two sides in a dose.
    SideName {
        /// A leg.
        Leg = "leg";
        /// A side of the body.
        Side = "side";
    }
}

vocabulary! {
    /// A piece of kit.
    Kit {
        /// A short closed resistance band.
        LoopBand = "loop-band";
        /// A second short closed band.
        SecondLoopBand = "second-loop-band";
        /// A long open or closed resistance band.
        LongBand = "long-band";
        /// A straight stick, from hip to head long.
        Dowel = "dowel";
        /// A kettlebell.
        Kettlebell = "kettlebell";
        /// Suspension straps, or any band fixed to a wall.
        Straps = "straps";
        /// A half ball with a flat side.
        Bosu = "bosu";
        /// A pillow, a folded mat, a BOSU: any soft surface.
        SoftSurface = "soft-surface";
    }
}

vocabulary! {
    /// The unit of weights.
    Units {
        /// Kilograms.
        Metric = "metric";
        /// Pounds.
        Imperial = "imperial";
    }
}

vocabulary! {
    /// The place where a weight is held.
    LoadPlace {
        /// One weight, in one hand or in both.
        Hands = "hands";
        /// Two weights, one in each hand; the weight is that of one.
        EachHand = "each-hand";
        /// On the shoulders: a vest, a backpack, a bar.
        Shoulders = "shoulders";
    }
}

/// The kind of load that an exercise takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadKind {
    /// A band.
    Band,
    /// A weight, with the usual place to hold it.
    Weight(LoadPlace),
}

vocabulary! {
    /// The colour of a band. Makers order them from light to heavy differently.
    BandColor {
        /// Yellow.
        Yellow = "yellow";
        /// Red.
        Red = "red";
        /// Green.
        Green = "green";
        /// Blue.
        Blue = "blue";
        /// Black.
        Black = "black";
        /// Orange.
        Orange = "orange";
        /// Purple.
        Purple = "purple";
        /// Grey.
        Grey = "grey";
    }
}

impl BandColor {
    /// The colours that most sets have, from light to heavy.
    pub const USUAL: &'static [Self] = &[Self::Yellow, Self::Red, Self::Green, Self::Blue, Self::Black];
}

vocabulary! {
    /// A region of the body, for filters.
    Area {
        /// Glutes and the outside of the hip.
        Hips = "hips";
        /// Quads, hamstrings, adductors.
        Thighs = "thighs";
        /// Calf, shin, ankle and foot.
        LowerLeg = "lower-leg";
        /// Abdominals, obliques, back.
        Trunk = "trunk";
    }
}

vocabulary! {
    /// A muscle or muscle group.
    Muscle {
        /// Gluteus maximus.
        GluteMax = "glute-max";
        /// Gluteus medius and minimus.
        GluteMed = "glute-med";
        /// Quadriceps.
        Quads = "quads";
        /// Hamstrings.
        Hamstrings = "hamstrings";
        /// Adductors.
        Adductors = "adductors";
        /// Hip flexors.
        HipFlexors = "hip-flexors";
        /// Gastrocnemius and soleus.
        Calves = "calves";
        /// Tibialis posterior.
        TibialisPosterior = "tibialis-posterior";
        /// Intrinsic muscles of the foot.
        FootIntrinsics = "foot-intrinsics";
        /// Abdominals.
        Abdominals = "abdominals";
        /// Erectors of the spine.
        SpinalErectors = "spinal-erectors";
        /// Latissimus dorsi.
        Lats = "lats";
        /// Trapezius and rhomboids.
        UpperBack = "upper-back";
        /// Pectorals.
        Pecs = "pecs";
        /// Deltoids.
        Shoulders = "shoulders";
        /// Obliques of the abdomen.
        Obliques = "obliques";
        /// Tibialis anterior.
        TibialisAnterior = "tibialis-anterior";
        /// Soleus, where it alone is meant.
        Soleus = "soleus";
        /// Flexors of the fingers, on the forearm.
        Grip = "grip";
    }
}

vocabulary! {
    /// Facts about the place or the person that a variation suits.
    Tag {
        /// The feet leave the ground.
        Impact = "impact";
        /// Done lying on the back.
        Supine = "supine";
        /// Trains balance.
        FallRisk = "fall-risk";
        /// The knee bends beyond a right angle.
        DeepKnee = "deep-knee";
        /// An added weight.
        Heavy = "heavy";
        /// Makes no noise for neighbours.
        Quiet = "quiet";
        /// Neither lying nor kneeling.
        NoFloor = "no-floor";
    }
}

vocabulary! {
    /// A job that the strength work of a runner has to do.
    Job {
        /// Strength on one leg.
        SingleLeg = "single-leg";
        /// The side of the hip, which keeps the pelvis level.
        HipSide = "hip-side";
        /// Calf, ankle and foot.
        CalfFoot = "calf-foot";
        /// Abdominals and back, which keep the trunk steady.
        Trunk = "trunk";
        /// Balance on one leg.
        Balance = "balance";
    }
}

vocabulary! {
    /// The position of the body.
    BodyPosition {
        /// On the feet.
        Standing = "standing";
        /// On one knee or both.
        Kneeling = "kneeling";
        /// On hands and knees or feet.
        AllFours = "all-fours";
        /// On the back.
        Supine = "supine";
        /// On the belly.
        Prone = "prone";
        /// On a side.
        SideLying = "side-lying";
        /// On the seat.
        Seated = "seated";
    }
}

vocabulary! {
    /// The effort that the prescribed dose asks for.
    Intensity {
        /// Far from failure: it wakes muscles up, and suits the minutes before a run.
        Light = "light";
        /// In between.
        Moderate = "moderate";
        /// Near failure, or with jumps.
        Demanding = "demanding";
    }
}

vocabulary! {
    /// The unit of a set's amount.
    Measure {
        /// Repetitions, ended by the runner.
        Reps = "reps";
        /// Seconds held, ended by the clock.
        Seconds = "seconds";
        /// Steps in one direction, ended by the runner.
        Steps = "steps";
        /// Rounds of a sequence, ended by the runner.
        Rounds = "rounds";
        /// Breaths held, ended by the clock; only in a flow.
        Breaths = "breaths";
    }
}

vocabulary! {
    /// A part of the body, in a runner's words. Each exercise lists for each level the parts that it loads, by these rules,
    /// generously: in doubt, a part counts as loaded.
    BodyPart {
        /// Below the calf. Loaded by a stance on one leg, jumps, steps, a deep bend of the ankle under the body's weight,
        /// and a band that pulls at the foot.
        Foot = "foot";
        /// Between ankle and knee, with the Achilles tendon. Loaded by heel raises, jumps, a stance on one leg, steps, a
        /// deep bend of the ankle under the body's weight, and toes pulled to the shin with the knee straight.
        LowerLeg = "lower-leg";
        /// The knee, all round. Loaded by any bend under the body's weight, landings, a stance on one leg that moves or
        /// stands on soft ground, and a leg that straightens against weight or a band.
        Knee = "knee";
        /// Front or back. Loaded by squats, lunges, hinges and bridges, and by a straight leg that is lowered and lifted.
        Thigh = "thigh";
        /// Outside or inside, with the glutes. Loaded by work against a band, a stance on one leg, lunges, bridges,
        /// hinges, deep bends, and legs held in the air.
        Hip = "hip";
        /// From neck to seat, the lower back above all. Loaded by hinges, a torso held at a slant, an arch that nothing
        /// supports, long levers, deep bends of the hip, landings, turns, and carried weights.
        Back = "back";
        /// From shoulder to fingers. Loaded by straps, weights, a dowel, a band in the hand, and arms held or moved
        /// overhead.
        Arm = "arm";
        /// Anywhere else: no exercise is known to load it.
        Elsewhere = "elsewhere";
    }
}

impl BodyPart {
    /// True if it has a left and a right side.
    #[must_use]
    pub const fn has_sides(self) -> bool {
        !matches!(self, Self::Elsewhere)
    }
}

vocabulary! {
    /// The training goal.
    Goal {
        /// More muscle and strength.
        Muscle = "muscle";
        /// To run longer.
        Endurance = "endurance";
        /// To be in good shape.
        Fitness = "fitness";
    }
}

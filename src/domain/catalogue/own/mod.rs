//! Exercises of the runner's own: their facts, and the rules for them. Used wherever those of the catalogue are. Knows no store.
//!
//! One has a single level, the base. The part that it plays in a routine is unknown, so no routine is made with it, no gap is filled
//! by it, and it replaces no other exercise; pain leaves it out by the parts that it says it loads.

mod edit;
mod form;
mod picture;
mod registry;
mod task;
mod typed;

pub use form::{OwnForm, OwnProblem};
pub use picture::{NamedPose, OwnPose, motion, named_poses};
pub use registry::{define, define_received, forget_own, own, own_exercises};
pub(super) use registry::{own_brief, own_exercise};
pub use task::OwnTask;
pub use typed::UnitWords;

use super::{BodyPart, Kind, Kit, LoadPlace, Measure, Sides, is_slug};
use crate::domain::name::visible;
use crate::domain::units::{Amount, Seconds, Timestamp};

/// The longest name, in characters.
pub const MAX_OWN_NAME: usize = 40;
/// The largest number of cues.
pub const MAX_CUES: usize = 5;
/// The longest cue, in characters.
pub const MAX_CUE: usize = 120;
/// The largest number of sets.
pub const MAX_OWN_SETS: u8 = 10;
/// The longest rest, in seconds.
pub const MAX_OWN_REST: u32 = 600;
/// The longest repetition, in seconds.
pub const MAX_REP: u8 = 60;
/// The largest number of own exercises that are listed.
pub const MAX_OWN: usize = 300;
/// The beginning of every id.
const OWN: &str = "own-";

/// An exercise of the runner's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnExercise {
    /// Permanent: "own-" and random letters.
    pub id: String,
    /// Its name on screen; never empty once it is checked.
    pub name: String,
    /// Its type, one of three.
    pub kind: Kind,
    /// The use of the two sides of the body.
    pub sides: Sides,
    /// The unit of its amount.
    pub measure: Measure,
    /// The number of sets.
    pub sets: u8,
    /// The amount of each set.
    pub amount: Amount,
    /// Rest after each set.
    pub rest: Seconds,
    /// Seconds of one repetition or step.
    pub rep: u8,
    /// The kit that it needs.
    pub kit: Vec<Kit>,
    /// The usual place of a weight, where it can be done with one.
    pub weight: Option<LoadPlace>,
    /// The parts of the body that it loads.
    pub loads: Vec<BodyPart>,
    /// The points to attend to, each in a short line.
    pub cues: Vec<String>,
    /// The poses of its picture, start and end; `None` for no picture.
    pub picture: Option<[OwnPose; 2]>,
    /// The moment of the last change: of two versions the later one holds.
    pub edited: Timestamp,
    /// True if it is in no list: deleted, or trained from a link without being saved. Routines and the log still show it.
    pub is_gone: bool,
}

impl OwnExercise {
    /// A new one with a usual dose.
    #[must_use]
    pub fn new(id: String, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            kind: Kind::BodyWeight,
            sides: Sides::Both,
            measure: Measure::Reps,
            sets: 3,
            amount: Amount::clamped(10),
            rest: Seconds(60),
            rep: 3,
            kit: Vec::new(),
            weight: None,
            loads: Vec::new(),
            cues: Vec::new(),
            picture: None,
            edited: Timestamp(0),
            is_gone: false,
        }
    }

    /// The same, if it can be read and trusted wherever it came from: a visible name and cues that are not too long, and without
    /// control characters; numbers in their ranges.
    #[must_use]
    pub fn checked(self) -> Option<Self> {
        let is_line = |text: &str, most: usize| {
            text.chars().count() <= most && !text.trim().is_empty() && !text.chars().any(char::is_control)
        };
        let is_whole = is_own(&self.id)
            && is_line(&self.name, MAX_OWN_NAME)
            && !visible(self.name.clone()).is_empty()
            && (1..=MAX_OWN_SETS).contains(&self.sets)
            && (1..=MAX_REP).contains(&self.rep)
            && self.rest.0 <= MAX_OWN_REST
            && self.measure != Measure::Breaths
            && self.cues.len() <= MAX_CUES
            && self.cues.iter().all(|cue| is_line(cue, MAX_CUE))
            && self.picture.iter().flatten().all(|pose| is_slug(&pose.exercise));
        is_whole.then_some(self)
    }
}

/// True for the id of an own exercise: eight letters or digits after "own-".
#[must_use]
pub fn is_own(slug: &str) -> bool {
    slug.strip_prefix(OWN).is_some_and(|rest| rest.len() == 8 && is_slug(rest))
}

/// The id of an own exercise made of these random letters; only letters and digits count.
#[must_use]
pub fn own_id(random: &str) -> String {
    let letters = random.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase());
    OWN.chars().chain(letters.chain(std::iter::repeat('0')).take(8)).collect()
}

//! The effects of a change of a session, as values: what is to be saved, and what the runner is told. Knows no store.

use super::Cue;
use crate::domain::catalogue::Level;

/// One thing to do after a session has changed. The effects of one change are in the order in which they are to be carried
/// out: of the store's records first those that no longer hold, then the plan, its sets, and the position in it, so that a
/// page that dies in between leaves each set either as it was or as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Forget the saved set of this step: something else was planned in its place.
    ForgetSet(usize),
    /// Save the plan: its steps, what is left out, a choice, or the number of its revision has changed.
    SavePlan,
    /// Save the set of this step, which was never saved before: it is among [`Session::done`](super::Session::done), or was
    /// taken back in the moment in which the clock ended it.
    SaveSet(usize),
    /// Save the set of this step again: it was corrected, done again, given a reserve, or counts again after it was taken
    /// back. A set that is only taken back keeps its record as it is.
    CorrectSet(usize),
    /// Save where the session stands: its step, its phase, a pause, or its time has changed. Not of one that is over.
    SavePosition,
    /// The session is over: save its plan as that of a session that is over, and forget its position.
    Finish,
    /// Tell the runner that this exercise, at this level, was to come and is left out because of pain.
    LeaveOut(String, Level),
    /// Tell the runner of a change of phase. After several only the last one is news.
    Cue(Cue),
    /// Sound the beginning of the present phase at once: the runner brought it about. Where the clock did, it was planned.
    Sound,
    /// Tell a screen reader what the runner has brought about.
    Announce(Announcement),
}

/// Something that the runner has brought about and a change of phase does not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Announcement {
    /// The session stands still.
    Paused,
    /// The session goes on.
    Resumed,
    /// Another step comes next, or the present one is another.
    Step,
    /// The present exercise is at another level.
    Level(Level),
}

impl Effect {
    /// The effects of a session just begun.
    pub const OF_START: [Self; 2] = [Self::SavePlan, Self::SavePosition];

    /// The effects of two changes, one after the other, as those of one.
    #[must_use]
    pub fn merge(mut earlier: Vec<Self>, later: Vec<Self>) -> Vec<Self> {
        for effect in later {
            effect.add_to(&mut earlier);
        }
        earlier
    }

    /// Puts this in its place among `effects`, once.
    pub(super) fn add_to(self, effects: &mut Vec<Self>) {
        let is_known = match &self {
            Self::Cue(_) => false,
            Self::CorrectSet(step) => effects.contains(&Self::SaveSet(*step)) || effects.contains(&self),
            Self::SavePosition => effects.contains(&Self::Finish) || effects.contains(&self),
            Self::Announce(Announcement::Paused | Announcement::Resumed) => {
                effects.iter().any(|other| matches!(other, Self::Announce(_)))
            }
            _ => effects.contains(&self),
        };
        if is_known {
            return;
        }
        match &self {
            Self::Finish => effects.retain(|other| *other != Self::SavePosition),
            Self::Announce(_) => effects.retain(|other| !matches!(other, Self::Announce(_))),
            _ => {}
        }
        let place = effects.partition_point(|other| other.rank() <= self.rank());
        effects.insert(place, self);
    }

    const fn rank(&self) -> u8 {
        match self {
            Self::ForgetSet(_) => 0,
            Self::SavePlan => 1,
            Self::SaveSet(_) | Self::CorrectSet(_) => 2,
            Self::SavePosition | Self::Finish => 3,
            Self::LeaveOut(..) => 4,
            Self::Cue(_) | Self::Sound | Self::Announce(_) => 5,
        }
    }
}

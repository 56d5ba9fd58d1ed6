//! The effects of a change of a session, as values: saves, sounds and announcements. Knows no store.

use super::PhaseChange;
use crate::domain::catalogue::Level;

/// One effect of a change of a session. The effects of one change are in the order in which they must be carried out: first
/// records to remove, then the plan, its sets, and its position, so that a page that dies in between leaves each set either old
/// or new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Remove the saved set of this step: it was replaced in the plan.
    ForgetSet(usize),
    /// Save the plan: its steps, exercises left out, a choice, or its revision has changed.
    SavePlan,
    /// Save the set of this step for the first time: it is among [`Session::done`](super::Session::done), or was undone at the
    /// moment at which the clock ended it.
    SaveSet(usize),
    /// Save the set of this step again: it was corrected, done again, given a reserve, or counts again after an undo. A set
    /// that is only undone keeps its record.
    CorrectSet(usize),
    /// Save the position: its step, phase, pause or time has changed. Not for a session that is over.
    SavePosition,
    /// The session is over: save its plan as finished, and remove its position.
    Finish,
    /// Tell the runner that this exercise, at this level, was planned and is left out because of pain.
    LeaveOut(String, Level),
    /// Tell the runner of a change of phase. Of several only the last one is of interest.
    PhaseChange(PhaseChange),
    /// Play the sound of the present phase's beginning at once: the runner began it. If the clock does, the sound is scheduled.
    Sound,
    /// Announce the result of the runner's event to screen readers.
    Announce(Announcement),
}

/// A result of the runner's event that no change of phase announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Announcement {
    /// The session is paused.
    Paused,
    /// The session is resumed.
    Resumed,
    /// Another step comes next, or the present one has changed.
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
            Self::PhaseChange(_) => false,
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
            Self::PhaseChange(_) | Self::Sound | Self::Announce(_) => 5,
        }
    }
}

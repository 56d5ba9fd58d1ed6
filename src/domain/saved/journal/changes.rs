//! The changes of the journal's records, from the effects of a session.

use super::record::{ended_record, head_record, position_key, position_record, set_record_of, step_key};
use crate::domain::session::{Effect, Session};

/// The records to remove and to put for a change of the open session, in this order, in one transaction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Keys to remove.
    pub remove: Vec<String>,
    /// Keys and values to put.
    pub put: Vec<(String, String)>,
    /// The steps whose sets are put for the first time.
    pub new: Vec<usize>,
    /// The steps whose sets are put again.
    pub corrected: Vec<usize>,
    /// The steps whose sets are removed.
    pub forgotten: Vec<usize>,
    /// True if the plan is among those to put.
    pub plan: bool,
    /// True if the position is among those to put.
    pub position: bool,
}

impl Changes {
    /// Adds the changes by `effect`, by which the open session has become `session`, its position written for the `moves`th
    /// time; `blind` while the journal cannot be read. Sounds and announcements change nothing.
    pub fn add(&mut self, session: &Session, effect: &Effect, moves: u32, blind: bool) {
        match effect {
            Effect::ForgetSet(step) => {
                self.remove.push(step_key(session, *step));
                self.forgotten.push(*step);
            }
            Effect::SavePlan => {
                self.put.push(head_record(session));
                self.plan = true;
            }
            Effect::SaveSet(step) => {
                self.put.extend(session.set_of(*step).map(|done| set_record_of(session, done, blind)));
                self.new.push(*step);
            }
            Effect::CorrectSet(step) => {
                self.put.extend(session.set_of(*step).map(|done| set_record_of(session, done, blind)));
                self.corrected.push(*step);
            }
            Effect::SavePosition => {
                self.put.push(position_record(session, moves));
                self.position = true;
            }
            Effect::Finish => {
                self.put.push(ended_record(session));
                self.remove.push(position_key(session.id()));
            }
            Effect::LeaveOut(..) | Effect::PhaseChange(_) | Effect::Sound | Effect::Announce(_) => {}
        }
    }
}

/// The changes of the journal by all of `effects`; see [`Changes::add`].
#[must_use]
pub fn changes(session: &Session, effects: &[Effect], moves: u32, blind: bool) -> Changes {
    let mut changes = Changes::default();
    for effect in effects {
        changes.add(session, effect, moves, blind);
    }
    changes
}

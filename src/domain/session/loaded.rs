//! Loads of a running session: what the runner takes for the present set and those that follow.

use super::{Effect, Session, Step};
use crate::domain::load::Load;
use crate::domain::units::Timestamp;

impl Session {
    /// This session with `load` for the present set and the coming ones of its exercise at its level. Sets done keep theirs.
    #[must_use]
    pub fn with_load(self, load: Option<&Load>, now: Timestamp) -> (Self, Vec<Effect>) {
        self.change(now, |next| {
            let Step { exercise, level, load: before, .. } = next.step().clone();
            if before.as_ref() == load {
                return;
            }
            let at = next.at;
            let coming = next.session.steps[at..].iter_mut();
            for step in coming.filter(|step| step.exercise == exercise && step.level == level) {
                step.load = load.cloned();
            }
            next.revise();
        })
    }
}

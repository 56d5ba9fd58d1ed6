//! Coaching on routines with the runner's kit, log and pain: a routine made for a request, gaps, warnings.

use super::App;
use crate::domain::catalogue::{Kit, Level};
use crate::domain::coach::made::{Made, MadeConditions, MadeRequest, another, catalogue_candidates, make};
use crate::domain::coach::{CoverageGap, RoutineWarning, Trainee, gap, reached, warnings};
use crate::domain::log::so_far;
use crate::domain::routine::Routine;
use leptos::prelude::{Get, With};

impl App {
    /// The routine for `request`. Reads kit, log and pain reactively.
    #[must_use]
    pub fn made(self, request: &MadeRequest) -> Made {
        self.with_conditions(|conditions| make(request, conditions, &catalogue_candidates()))
    }

    /// A request for another routine; `None` if there is no other.
    #[must_use]
    pub fn another_made(self, request: &MadeRequest) -> Option<MadeRequest> {
        self.with_conditions(|conditions| another(request, conditions, &catalogue_candidates()))
    }

    /// The gap of `routine`, and the way to fill it with the kit at hand.
    #[must_use]
    pub fn gap(self, routine: &Routine) -> Option<CoverageGap> {
        let kit = self.kit_at_hand();
        self.with_conditions(|of| gap(routine, &kit, of.reached, of.is_out))
    }

    /// The warnings about `routine`.
    #[must_use]
    pub fn warnings(self, routine: &Routine) -> Vec<RoutineWarning> {
        let kit = self.kit_at_hand();
        self.with_trainee(&kit, |trainee| warnings(routine, &trainee))
    }

    /// Bans an exercise from the routines that are made, or allows it again.
    pub fn ban(self, slug: &str, banned: bool) {
        let slug = slug.to_owned();
        self.choose(move |settings| settings.with_ban(&slug, banned));
    }

    /// Keeps `request` as the one that Today offers first.
    pub fn remember_request(self, request: &MadeRequest) {
        let query = request.afresh().to_query();
        self.choose(move |settings| settings.with_last_request(&query));
    }

    fn with_conditions<R>(self, then: impl FnOnce(&MadeConditions) -> R) -> R {
        let settings = self.choices.settings.get();
        let may_jump = self.with_trainee(&settings.kit, |trainee| Trainee::may_jump(&trainee));
        self.log.sessions.with(|log| {
            let log = so_far(log, self.today());
            then(&MadeConditions {
                kit: &settings.kit,
                banned: &settings.banned,
                reached: &|slug| reached(log, slug).unwrap_or(Level::Base),
                is_out: &|slug, level| self.pains.is_out(slug, level),
                may_jump,
            })
        })
    }

    fn with_trainee<R>(self, kit: &[Kit], then: impl FnOnce(Trainee) -> R) -> R {
        let (has_older, today) = (self.log.goes_on.get(), self.today());
        self.log.sessions.with(|log| then(Trainee { kit, log: so_far(log, today), has_older, today }))
    }
}

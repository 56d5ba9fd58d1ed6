//! Pain and its effect on every session: exercises that load a sore part are left out until the runner says that it is better;
//! the player asks.

use super::App;
use crate::domain::catalogue::{Level, briefs};
use crate::domain::coach::pain::{Concern, PainChange, PainReport, sore};
use crate::domain::routine::Routine;
use crate::domain::session::{Effect, Event, Hurt, Session};
use crate::state::day::clock_now;
use crate::state::notices::{NoticeKind, Offer};
use crate::state::pains::Planned;
use crate::text::{self, pain::stays_out};
use leptos::prelude::{GetUntracked, Set, With, WithUntracked};

impl App {
    /// The exercises of `routine` that are left out, a sentence for each reason. Reads the sore parts reactively.
    #[must_use]
    pub fn stays_out(self, routine: &Routine) -> Vec<String> {
        let planned = routine.items.iter().map(|item| (item.exercise.as_str(), item.level));
        self.pains.sores.with(|sores| stays_out(planned, sores, self.today()))
    }

    /// The reason to see a professional about the last report.
    #[must_use]
    pub fn concern(self, report: &PainReport) -> Option<Concern> {
        self.members().pains.concern(report)
    }

    /// The exercises of the catalogue that are left out because of one report: "Deep squat and Lunge stay out: they load your
    /// knee, …".
    #[must_use]
    pub fn out_by(self, report: &PainReport) -> Option<String> {
        let every = briefs().iter().flat_map(|brief| Level::ALL.iter().map(|level| (brief.id, *level)));
        stays_out(every, &sore(std::slice::from_ref(report)), self.today()).into_iter().next()
    }

    /// Notes a report, replacing one of the same moment and exercise: here at once, and in the store.
    pub fn note_pain(self, report: &PainReport) {
        self.members().pains.note(report);
    }

    /// Notes a report with the runner's choice, and changes the session accordingly.
    pub fn hurt(self, report: &PainReport, hurt: Hurt) {
        self.note_pain(report);
        self.say(Event::Hurt(hurt));
    }

    /// Reads the stored reports and adds those of this page that are not stored. Exercises that load a sore part are taken out
    /// of an open session.
    pub(super) fn read_pains(self) {
        if self.members().pains.read() {
            self.leave_out_sore();
        }
    }

    /// Notes how a sore part is now. Exercises come back if it is better, and go if it is worse; gives the advice to see a
    /// professional, if any.
    pub fn answer_pain(self, report: &PainReport, change: PainChange) {
        let told = report.answered(change, clock_now());
        self.note_pain(&told);
        if change == PainChange::Better {
            self.bring_back_planned();
            self.notices.announce(better_words(report));
        }
        self.leave_out_sore();
        // A report from Today or an exercise's page does not answer a question of the player.
        let asked = self.pains.question.get_untracked().is_some_and(|question| question.is(report));
        let next = self.members().pains.next_question().filter(|_| asked);
        if asked {
            self.pains.question.set(next.clone());
        }
        match (self.concern(&told), next) {
            (Some(concern), _) => {
                self.notices.tell(NoticeKind::Trouble, text::pain::concern_words(concern), Offer::Nothing);
            }
            (None, Some(next)) => self.notices.announce(text::pain::question_words(&next)),
            (None, None) if asked && self.plays() => self.say(Event::Resume),
            (None, None) => {}
        }
    }

    /// True if the player is on screen.
    fn plays(self) -> bool {
        self.navigation.is_at_player()
    }

    /// `session`, just planned, without the exercises that load a sore part; paused while an old pain is asked about, finished
    /// if nothing is left of it.
    pub(super) fn apply_pain_rules(self, session: &Session) -> Session {
        let now = clock_now();
        let (left, effects) = session.clone().without(&self.members().pains.all_out(session), now);
        self.members().pains.planned.replace(Some(Planned { whole: session.plan(), left: left.steps().to_vec() }));
        if left.is_finished() {
            return left;
        }
        let told = effects.iter().filter_map(|effect| match effect {
            Effect::LeaveOut(exercise, level) => Some((exercise.as_str(), *level)),
            _ => None,
        });
        self.members().pains.tell_left_out(told);
        let question = self.members().pains.next_question();
        if let Some(report) = &question {
            self.notices.announce(text::pain::question_words(report));
        }
        let stands = question.is_some();
        self.pains.question.set(question);
        if stands { left.on(Event::Pause, now).0 } else { left }
    }

    /// Takes exercises that load a sore part out of the open session, and tells the runner.
    pub fn leave_out_sore(self) {
        self.writer().while_playing(move || self.leave_out_sore_now());
    }

    fn leave_out_sore_now(self) {
        if self.player.watching.get_untracked() {
            return;
        }
        let Some(session) = self.player.session.get_untracked() else { return };
        let out = self.members().pains.all_out(&session);
        if out.iter().any(|(slug, level)| !session.is_out(slug, *level)) {
            self.change(Box::new(move |session, now| session.without(&out, now)));
        }
    }

    /// Puts back the exercises that were taken out of the session just begun and are no longer sore, if none of their sets has
    /// begun and the runner has not changed the plan.
    fn bring_back_planned(self) {
        self.writer().while_playing(move || self.bring_back_planned_now());
    }

    fn bring_back_planned_now(self) {
        let Some(session) = self.player.session.get_untracked() else { return };
        let is_left = |planned: &Planned| planned.whole.id == session.id() && planned.left == session.steps();
        let is_as_planned = self.members().pains.planned.borrow().as_ref().is_some_and(is_left);
        if session.has_begun_any() || self.player.watching.get_untracked() || !is_as_planned {
            return;
        }
        let Some(Planned { whole, .. }) = self.members().pains.planned.take() else { return };
        let (again, out) = (whole.clone(), self.members().pains.all_out_of(&whole.steps));
        self.change(Box::new(move |session, now| session.planned_again(again, &out, now)));
        let left = self
            .player
            .session
            .with_untracked(|session| session.as_ref().map_or_else(Vec::new, |s| s.steps().to_vec()));
        self.members().pains.planned.replace(Some(Planned { whole, left }));
    }
}

/// "What loads your left knee is back."
fn better_words(report: &PainReport) -> String {
    text::pain::is_back(&text::pain::subject(report))
}

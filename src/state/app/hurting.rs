//! What hurts, and what it means for every session: what loads a sore part stays out until the runner says that it is
//! better, and she is asked.

use super::{App, Offer, Tone, clock_now};
use crate::domain::catalogue::{Level, briefs};
use crate::domain::coach::pain::{
    Change, Concern, PainReport, all_out, concern, is_out, open_questions, sore, trainable,
};
use crate::domain::routine::Routine;
use crate::domain::session::{Effect, Event, Hurt, Plan, Session, Step};
use crate::text::{self, pain::stays_out};
use leptos::prelude::{GetUntracked, Set, With, WithUntracked};

/// A session as it was planned, before what is sore was taken out of it.
pub(super) struct Planned {
    whole: Plan,
    /// The steps that were left of it.
    left: Vec<Step>,
}

impl App {
    /// True if `exercise` at `level` stays out, because it loads a sore part. Follows what hurts.
    #[must_use]
    pub fn is_out(self, exercise: &str, level: Level) -> bool {
        self.sores.with(|sores| is_out(sores, exercise, level).is_some())
    }

    /// What of `routine` stays out and why, a sentence for each reason. Follows what hurts.
    #[must_use]
    pub fn stays_out(self, routine: &Routine) -> Vec<String> {
        let planned = routine.items.iter().map(|item| (item.exercise.as_str(), item.level));
        self.sores.with(|sores| stays_out(planned, sores, self.today()))
    }

    /// True if all that could be trained of `routine` stays out. Follows what hurts.
    #[must_use]
    pub fn is_all_out(self, routine: &Routine) -> bool {
        let known = |routine: &Routine| routine.items.iter().any(|item| item.known().is_some());
        known(routine) && !known(&self.sores.with(|sores| trainable(routine, sores)))
    }

    /// Why somebody who may should look at what was just told.
    #[must_use]
    pub fn concern(self, report: &PainReport) -> Option<Concern> {
        concern(&self.world().pains.borrow(), report)
    }

    /// What stays out of all there is because of one report: "Deep squat and Lunge stay out: they load your knee, …".
    #[must_use]
    pub fn out_by(self, report: &PainReport) -> Option<String> {
        let every = briefs().iter().flat_map(|brief| Level::ALL.iter().map(|level| (brief.id, *level)));
        stays_out(every, &sore(std::slice::from_ref(report)), self.today()).into_iter().next()
    }

    /// Notes what hurts, in the place of what was noted of the same moment and exercise: at once here, and in the store.
    pub fn note_pain(self, report: &PainReport) {
        let world = self.world();
        put(&mut world.pains.borrow_mut(), report);
        self.sores.set(sore(&world.pains.borrow()));
        self.keep_pain(report, |_| {});
    }

    /// Notes what hurts with what the runner does about it, and has the session follow.
    pub fn hurt(self, report: &PainReport, hurt: Hurt) {
        self.note_pain(report);
        self.say(Event::Hurt(hurt));
    }

    /// Takes over what is in the store; what this page has noted and the store has not stays. An open session is spared
    /// what is sore by then.
    pub(super) fn read_pains(self) {
        let mut pains = self.pains();
        for noted in self.world().pains.borrow().iter() {
            let asked = |report: &PainReport| report.follow_up.map(|follow_up| follow_up.when);
            if pains.iter().all(|kept| !kept.is(noted) || asked(kept) < asked(noted)) {
                put(&mut pains, noted);
            }
        }
        let sores = sore(&pains);
        self.world().pains.replace(pains);
        if self.sores.with_untracked(|shown| *shown != sores) {
            self.sores.set(sores);
            self.leave_out_sore();
        }
    }

    /// Forgets what this page knows of pain; the store is another's to erase.
    pub(super) fn forget_pains(self) {
        self.world().pains.take();
        self.sores.set(Vec::new());
    }

    /// Notes how it is now. What is better comes back, what is worse goes; where a professional should look at it, says so.
    pub fn answer_pain(self, report: &PainReport, change: Change) {
        let told = report.answered(change, clock_now());
        self.note_pain(&told);
        if change == Change::Better {
            self.bring_back_planned();
            self.notices.announce(better_words(report));
        }
        self.leave_out_sore();
        // Told from Today or an exercise's page it is no answer to a question of the player.
        let asked = self.pain_question.get_untracked().is_some_and(|question| question.is(report));
        let next = self.next_question().filter(|_| asked);
        if asked {
            self.pain_question.set(next.clone());
        }
        match (self.concern(&told), next) {
            (Some(concern), _) => self.notices.tell(Tone::Trouble, text::pain::concern_words(concern), Offer::Nothing),
            (None, Some(next)) => self.notices.announce(text::pain::question_words(&next)),
            (None, None) if asked && self.plays() => self.say(Event::Resume),
            (None, None) => {}
        }
    }

    /// True if the player is on screen.
    fn plays(self) -> bool {
        self.navigation.is_at_player()
    }

    /// What is to be asked next before the session just begun.
    fn next_question(self) -> Option<PainReport> {
        let world = self.world();
        let planned = world.planned.borrow();
        let coming: Vec<_> =
            planned.iter().flat_map(|planned| &planned.whole.steps).map(|s| (s.exercise.as_str(), s.level)).collect();
        open_questions(&world.pains.borrow(), &coming, clock_now()).first().map(|report| (*report).clone())
    }

    /// `session`, just planned, as pain leaves it: without what is out, and standing while an old pain is asked about. Ended
    /// where nothing is left of it.
    pub(super) fn apply_pain_rules(self, session: &Session) -> Session {
        let now = clock_now();
        let (left, effects) = session.clone().without(&self.all_out(session), now);
        self.world().planned.replace(Some(Planned { whole: session.plan(), left: left.steps().to_vec() }));
        if left.is_finished() {
            return left;
        }
        let told = effects.iter().filter_map(|effect| match effect {
            Effect::LeaveOut(exercise, level) => Some((exercise.as_str(), *level)),
            _ => None,
        });
        self.tell_left_out(told);
        let question = self.next_question();
        if let Some(report) = &question {
            self.notices.announce(text::pain::question_words(report));
        }
        let stands = question.is_some();
        self.pain_question.set(question);
        if stands { left.on(Event::Pause, now).0 } else { left }
    }

    /// Takes out of the session that is open here what is sore by now, and says so.
    pub fn leave_out_sore(self) {
        self.while_playing(move || self.leave_out_sore_now());
    }

    fn leave_out_sore_now(self) {
        if self.watching.get_untracked() {
            return;
        }
        let Some(session) = self.session.get_untracked() else { return };
        let out = self.all_out(&session);
        if out.iter().any(|(slug, level)| !session.is_out(slug, *level)) {
            self.change(Box::new(move |session, now| session.without(&out, now)));
        }
    }

    /// Tells what is left out, and why.
    pub(super) fn tell_left_out<'a>(self, out: impl IntoIterator<Item = (&'a str, Level)>) {
        let told = self.sores.with_untracked(|sores| stays_out(out, sores, self.today()));
        for text in told {
            self.notices.tell(Tone::Plain, text, Offer::Nothing);
        }
    }

    /// Everything that stays out, of what could be planned and of what `session` has.
    fn all_out(self, session: &Session) -> Vec<(String, Level)> {
        self.sores.with_untracked(|sores| all_out(sores, session.steps()))
    }

    /// Puts back what was taken out of the session just begun, and is better by now: none of its sets has begun, and the
    /// runner has not planned it anew.
    fn bring_back_planned(self) {
        self.while_playing(move || self.bring_back_planned_now());
    }

    fn bring_back_planned_now(self) {
        let Some(session) = self.session.get_untracked() else { return };
        let is_left = |planned: &Planned| planned.whole.id == session.id() && planned.left == session.steps();
        let world = self.world();
        let is_as_planned = world.planned.borrow().as_ref().is_some_and(is_left);
        if session.has_begun_any() || self.watching.get_untracked() || !is_as_planned {
            return;
        }
        let Some(Planned { whole, .. }) = world.planned.take() else { return };
        let (again, out) = (whole.clone(), self.sores.with_untracked(|sores| all_out(sores, &whole.steps)));
        self.change(Box::new(move |session, now| session.planned_again(again, &out, now)));
        let left =
            self.session.with_untracked(|session| session.as_ref().map_or_else(Vec::new, |s| s.steps().to_vec()));
        world.planned.replace(Some(Planned { whole, left }));
    }
}

/// Puts a report in the place of the same one, or behind all others.
fn put(pains: &mut Vec<PainReport>, report: &PainReport) {
    match pains.iter_mut().find(|kept| kept.is(report)) {
        Some(kept) => kept.clone_from(report),
        None => pains.push(report.clone()),
    }
}

/// "What loads your left knee is back."
fn better_words(report: &PainReport) -> String {
    text::pain::is_back(&text::pain::subject(report))
}

//! What hurt, and what it means for the next session: asked about once, left out for the rest of a red day.

use super::{App, Offer, Tone, clock_now};
use crate::domain::catalogue;
use crate::domain::coach::pain::{Change, FollowUp, PainReport, concern, is_out_today, open_questions};
use crate::domain::session::{Event, Session};
use leptos::prelude::Set;

impl App {
    /// Notes how it is now, and goes on with the session; where a professional should look at it, says so.
    pub fn answer_pain(self, report: &PainReport, change: Change) {
        let told = PainReport { follow_up: Some(FollowUp { when: clock_now(), change }), ..report.clone() };
        self.keep_pain(&told, |_| {});
        self.pain_question.set(None);
        // What was just told may be on its way to the store.
        let known = self.pains().into_iter().map(|kept| if kept.is(report) { told.clone() } else { kept });
        match concern(&known.collect::<Vec<_>>(), &told) {
            Some(concern) => self.tell(Tone::Trouble, concern.sentence(), Offer::Nothing),
            None => self.say(Event::Resume),
        }
    }

    /// `session` as pain leaves it: without what is out for today, and standing while an old pain is asked about.
    pub(super) fn spared(self, session: Session) -> Session {
        let (pains, coming, now) = (self.pains(), session.coming(), clock_now());
        let spared = self.without_red(session, &pains);
        let question = open_questions(&pains, &coming, now).first().map(|report| (*report).clone());
        let stands = question.is_some();
        if let Some(report) = &question {
            self.announce(report.question());
        }
        self.pain_question.set(question);
        if stands { spared.on(Event::Pause, now).0 } else { spared }
    }

    /// Tells that the exercise of this name is out for today.
    pub fn say_out(self, name: &str) {
        let text = format!("{name} stays out today, because it hurt. The rest is here.");
        self.tell(Tone::Plain, text, Offer::Nothing);
    }

    /// `session` without what is out for today by `pains`; the runner is told of each exercise once.
    pub(super) fn without_red(self, mut session: Session, pains: &[PainReport]) -> Session {
        let today = self.today();
        for out in session.coming().into_iter().filter(|id| is_out_today(pains, id, today)) {
            let name = catalogue::brief(out).map_or(out, |exercise| exercise.name);
            session = session.on(Event::Drop(out), clock_now()).0;
            self.say_out(name);
        }
        session
    }
}

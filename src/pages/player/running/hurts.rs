//! Pain during a session: the session is paused at once; place and score decide the options. Diagnoses nothing.

use super::{ShownSession, change};
use crate::domain::catalogue::BodyPart;
use crate::domain::coach::pain::{Answer, PainAdvice, PainReport, Score};
use crate::domain::session::{Advised, Event, Hurt, PainAction, Step};
use crate::pages::pain::{Form, choice, group, lines};
use crate::state::{close_dialog, open_dialog};
use crate::text::{common, hurts, pain};
use crate::ui::{El, button, el};
use leptos::prelude::{Get, GetUntracked, Memo, RwSignal, Set, With, WithUntracked, untrack};
use std::rc::Rc;

const ID: &str = "hurts";

/// Pauses and asks.
pub(super) fn open(shown: ShownSession) {
    shown.app.say(Event::Pause);
    open_dialog(ID);
}

/// The runner's answers so far.
#[derive(Clone, Copy)]
struct PainAnswers {
    shown: ShownSession,
    /// True if the next exercise hurts, and not the one just done.
    coming: RwSignal<Option<bool>>,
    form: Form,
    /// The report as it is saved, and the event for the session.
    report: RwSignal<Option<(PainReport, Hurt)>>,
}

impl PainAnswers {
    /// The step that hurts: between two sets that may be the one before or the next one.
    fn step(self) -> usize {
        let coming = self.coming.get() == Some(true);
        self.shown.session.with(|session| if coming { session.at() } else { session.felt() })
    }

    /// The name of the exercise that hurts.
    fn name(self) -> String {
        let step = self.step();
        self.shown.session.with(|session| session.steps()[step].name().to_owned())
    }

    /// Saves place and score as soon as both are known: the page can die before the answer. The side is added when known.
    fn keep(self) {
        let app = self.shown.app;
        let step = untrack(|| self.step());
        let (exercise, level) = self.shown.session.with_untracked(|session| {
            let step = &session.steps()[step];
            (step.exercise.clone(), step.level)
        });
        let when = self.report.with_untracked(|report| report.as_ref().map(|(report, _)| report.when));
        let nowhere = PainReport {
            when: when.unwrap_or_else(|| app.moment()),
            offset: app.offset(),
            exercise,
            level,
            part: BodyPart::Elsewhere,
            side: None,
            score: Score::NONE,
            answer: None,
            follow_up: None,
        };
        if let Some(report) = self.form.report(nowhere) {
            app.note_pain(&report);
            let hurt = Hurt { step, part: report.part, side: report.side, score: report.score, way: None };
            self.report.set(Some((report, hurt)));
        }
    }

    /// Saves the answer, and changes the session by the runner's choice; it stays paused if she left the question open.
    fn answer(self, answer: Answer, way: Option<PainAction>) {
        let Some((report, hurt)) = self.report.get_untracked() else { return };
        self.report.set(None);
        close_dialog(ID);
        self.shown.app.hurt(&PainReport { answer: Some(answer), ..report }, Hurt { way, ..hurt });
    }

    /// Handles a closed dialog: the session stays paused. From 4 on exercises that load the part are left out, whatever the
    /// choice.
    fn closed(self) {
        if self.report.with_untracked(|report| report.as_ref().is_some_and(|(_, hurt)| hurt.score.is_sore())) {
            self.answer(Answer::LeaveOut, None);
        }
        self.report.set(None);
        self.coming.set(Some(false));
        self.form.clear();
    }
}

/// The dialog.
pub(super) fn dialog(shown: ShownSession) -> El {
    let told =
        PainAnswers { shown, coming: RwSignal::new(Some(false)), form: Form::new(), report: RwSignal::new(None) };
    // The session changes every second, these values seldom.
    let felt = Memo::new(move |_| shown.session.with(|session| session.steps()[session.felt()].clone()));
    let dialog = super::dialog(shown, ID, "hurts-dialog", || common::something_hurts().to_owned())
        .on("close", move |_| told.closed())
        .child(lines())
        .live(move || Some(felt.with(|felt| exercises(&told, felt))));
    told.form
        .questions(dialog, move || told.keep())
        .child(el("div").class("stack tight").attr("aria-live", "polite").live(move || advised(&told)))
}

/// The exercise that hurts; a choice of two between sets of different exercises.
fn exercises(told: &PainAnswers, felt: &Step) -> El {
    let names = [felt.name().to_owned(), told.shown.step.with(|step| step.name().to_owned())];
    if names[0] == names[1] || told.report.with(Option::is_some) {
        return el("p").class("soft").text(&untrack(|| told.name()));
    }
    let told = *told;
    let heard: Rc<dyn Fn()> = Rc::new(move || told.keep());
    let chip = |(name, coming): (&String, bool)| choice(name, told.coming, coming, &heard);
    group(hurts::which_exercise(), "hurts-where").children(names.iter().zip([false, true]).map(chip))
}

fn advised(told: &PainAnswers) -> Vec<El> {
    let told = *told;
    let Some((report, hurt)) = told.report.get() else { return Vec::new() };
    let kit = told.shown.app.choices.settings.with_untracked(|settings| settings.kit.clone());
    let advised: Advised = told.shown.session.with_untracked(|session| session.advised(&hurt, &kit));
    let lead = pain::advice_words(advised.advice, advised.eases());
    let lead = match advised.advice {
        PainAdvice::GoOn => lead.to_owned(),
        PainAdvice::Ease | PainAdvice::Stop => [lead, " ", &pain::until_better_words(&report)].concat(),
    };
    let mut parts = vec![el("p").class("lead").text(&lead)];
    parts.extend(told.shown.app.concern(&report).map(|concern| el("p").text(pain::concern_words(concern))));
    parts.extend(advised.ways().into_iter().map(|way| {
        let act = move || told.answer(way.answer(), Some(way));
        match way {
            PainAction::Swap(exercise, level) => change::swap(told.shown, (exercise, level), act),
            PainAction::GoOn | PainAction::Easier(_) | PainAction::LeaveOut => {
                button("button way").text(pain::answer(way.answer())).once().on_click(act)
            }
        }
    }));
    parts
}

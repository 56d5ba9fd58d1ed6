//! Something hurts: the session stands at once; where and how much decides what is possible. Diagnoses nothing.

use super::{Shown, change};
use crate::domain::catalogue::{BodyPart, Level};
use crate::domain::coach::pain::{Answer, PainAdvice, PainReport, Score, advice};
use crate::domain::session::{Event, Step, Substitute};
use crate::pages::pain::{Form, choice, group, lines};
use crate::state::{close_dialog, open_dialog};
use crate::text;
use crate::ui::{El, Icon, button, el, icon};
use leptos::prelude::{Get, GetUntracked, Memo, RwSignal, Set, With, WithUntracked, untrack};
use std::rc::Rc;

const ID: &str = "hurts";

/// Stands still and asks.
pub(super) fn open(shown: Shown) {
    shown.app.say(Event::Pause);
    open_dialog(ID);
}

/// What the runner has said so far.
#[derive(Clone, Copy)]
struct Told {
    shown: Shown,
    /// Whether it is the exercise that comes next that hurts, and not the one just done.
    coming: RwSignal<Option<bool>>,
    form: Form,
    /// What is kept of it.
    report: RwSignal<Option<PainReport>>,
}

impl Told {
    /// What it hurts in: a step between sets has one before it and one to come.
    fn step(self) -> Step {
        let coming = self.coming.get() == Some(true);
        self.shown.session.with(|session| if coming { session.step() } else { session.felt() }.clone())
    }

    /// True if the present exercise is what hurts, or loads what does: only that one can be made easier, or exchanged.
    fn is_present(self) -> bool {
        let present = self.shown.step.get();
        self.step().exercise == present.exercise || self.shown.app.is_out(&present.exercise, present.level)
    }

    /// What can take the place of the present exercise and spares what hurts.
    fn swaps(self) -> Vec<Substitute> {
        if self.is_present() { change::swaps(self.shown) } else { Vec::new() }
    }

    /// A lower level of the present exercise that spares what hurts.
    fn easier(self) -> Option<Level> {
        self.shown.easier().filter(|_| self.is_present())
    }

    /// Keeps where and how much as soon as both are known: a page can die before the answer. The side is added when told.
    fn keep(self) {
        let app = self.shown.app;
        let Step { exercise, level, .. } = untrack(|| self.step());
        let when = self.report.with_untracked(|report| report.as_ref().map(|report| report.when));
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
            self.report.set(Some(report));
        }
    }

    /// Does what she chose, takes out of the session what loads a sore part, and goes on.
    fn answer(self, answer: Answer, event: Option<Event>) {
        self.take(answer, event);
        self.shown.app.say(Event::Resume);
    }

    fn take(self, answer: Answer, event: Option<Event>) {
        let Some(report) = self.report.get_untracked() else { return };
        let app = self.shown.app;
        app.note_pain(&PainReport { answer: Some(answer), ..report });
        self.report.set(None);
        close_dialog(ID);
        if let Some(event) = event {
            app.say(event);
        }
        app.leave_out_sore();
    }

    /// The dialog was closed: the session stands. From 4 on what loads the part is out, whatever she chose.
    fn closed(self) {
        let sore = |report: &PainReport| advice(report.score) != PainAdvice::GoOn;
        if self.report.with_untracked(|report| report.as_ref().is_some_and(sore)) {
            self.take(Answer::LeaveOut, None);
        }
        self.report.set(None);
        self.coming.set(Some(false));
        self.form.clear();
    }
}

/// The dialog.
pub(super) fn dialog(shown: Shown) -> El {
    let told = Told { shown, coming: RwSignal::new(Some(false)), form: Form::new(), report: RwSignal::new(None) };
    // The session changes every second, these seldom.
    let felt = Memo::new(move |_| shown.session.with(|session| session.felt().clone()));
    let close = button("button quiet icon").attr("aria-label", "Close").child(icon(Icon::Close));
    let close = close.on_click(|| close_dialog(ID));
    let head = el("header").class("dialog-head").child(el("h2").id("hurts-title").text("Something hurts")).child(close);
    let dialog = el("dialog")
        .id(ID)
        .class("hurts-dialog")
        .attr("aria-labelledby", "hurts-title")
        .on("close", move |_| told.closed())
        .child(head)
        .live(move || Some(felt.with(|felt| exercises(&told, felt))));
    told.form
        .questions(dialog, move || told.keep())
        .child(el("div").class("stack tight").attr("aria-live", "polite").live(move || advised(&told)))
        .child(lines())
}

/// The exercise that hurts; a choice of two where one is just done and another comes.
fn exercises(told: &Told, felt: &Step) -> El {
    let names = [felt.name().to_owned(), told.shown.step.with(|step| step.name().to_owned())];
    if names[0] == names[1] || told.report.with(Option::is_some) {
        return el("p").class("soft").text(untrack(|| told.step()).name());
    }
    let told = *told;
    let heard: Rc<dyn Fn()> = Rc::new(move || told.keep());
    let chip = |(name, coming): (&String, bool)| choice(name, told.coming, coming, &heard);
    group("In which exercise?", "hurts-where").children(names.iter().zip([false, true]).map(chip))
}

fn advised(told: &Told) -> Vec<El> {
    let told = *told;
    let Some(report) = told.report.get() else { return Vec::new() };
    let advice = advice(report.score);
    let (easier, swaps) = untrack(|| (told.easier(), told.swaps()));
    let lead = text::pain::advice_words(advice, easier.is_some() || !swaps.is_empty());
    let lead = if advice == PainAdvice::GoOn {
        lead.to_owned()
    } else {
        [lead, " ", &text::pain::until_better_words(&report)].concat()
    };
    let mut parts = vec![el("p").class("lead").text(&lead)];
    parts.extend(told.shown.app.concern(&report).map(|concern| el("p").text(text::pain::concern_words(concern))));
    let before = parts.len();
    let way = |answer: Answer, event: Option<Event>| {
        button("button way").text(answer.words()).once().on_click(move || told.answer(answer, event))
    };
    for answer in advice.options() {
        match answer {
            Answer::Easier => parts.extend(easier.map(|level| way(Answer::Easier, Some(Event::Level(level))))),
            Answer::Swap => {
                let swap = |(exercise, level): Substitute| {
                    let event = Event::Swap(exercise, level);
                    change::swap(told.shown, (exercise, level), move || told.answer(Answer::Swap, Some(event)))
                };
                parts.extend(swaps.iter().copied().map(swap));
            }
            answer => parts.push(way(*answer, None)),
        }
    }
    if parts.len() == before {
        parts.push(way(Answer::LeaveOut, None));
    }
    parts
}

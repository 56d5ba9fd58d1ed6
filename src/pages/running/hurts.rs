//! Something hurts: the session stands at once; where and how much decides what is possible. Diagnoses nothing.

use super::{Shown, change};
use crate::domain::catalogue::{self, Brief, Level};
use crate::domain::coach::pain::{
    AT_ONCE, Answer, BEFORE_YOU_GO_ON, NO_ADVICE, PainAdvice, PainReport, Score, Spot, advice,
};
use crate::domain::session::{Event, Step};
use crate::state::{close_dialog, open_dialog};
use crate::ui::{El, Icon, button, el, icon};
use leptos::prelude::{Get, GetUntracked, Memo, RwSignal, Set, With, WithUntracked, untrack};

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
    spot: RwSignal<Option<Spot>>,
    score: RwSignal<Option<u8>>,
    /// What is kept of it.
    report: RwSignal<Option<PainReport>>,
}

impl Told {
    /// What it hurts in: a step between sets has one before it and one to come.
    fn step(self) -> Step {
        let coming = self.coming.get() == Some(true);
        self.shown.session.with(|session| if coming { session.step() } else { session.felt() }.clone())
    }

    /// Whether what hurts is the present exercise: only that one can be made easier, or exchanged.
    fn is_present(self) -> bool {
        self.step().exercise == self.shown.step.with(|step| step.exercise.clone())
    }

    fn swaps(self) -> Vec<&'static Brief> {
        if self.is_present() { change::swaps(self.shown) } else { Vec::new() }
    }

    fn easier(self) -> Option<Level> {
        self.shown.easier().filter(|_| self.is_present())
    }

    /// Keeps where and how much as soon as both are known: a page can die before the answer.
    fn keep(self) {
        let (Some(spot), Some(score)) = (self.spot.get_untracked(), self.score.get_untracked()) else { return };
        let Ok(score) = Score::new(score) else { return };
        let app = self.shown.app;
        let Step { exercise, level, .. } = untrack(|| self.step());
        let when = self.report.with_untracked(|report| report.as_ref().map(|report| report.when));
        let report = PainReport {
            when: when.unwrap_or_else(|| app.moment()),
            offset: app.offset(),
            exercise,
            level,
            spot,
            score,
            answer: None,
            follow_up: None,
        };
        app.keep_pain(&report, |_| {});
        self.report.set(Some(report));
    }

    /// Does what she chose, keeps that she did, and goes on.
    fn answer(self, answer: Answer) {
        self.take(answer);
        self.shown.app.say(Event::Resume);
    }

    fn take(self, answer: Answer) {
        let Some(report) = self.report.get_untracked() else { return };
        let app = self.shown.app;
        let easier = untrack(|| self.easier());
        app.keep_pain(&PainReport { answer: Some(answer), ..report.clone() }, |_| {});
        self.report.set(None);
        close_dialog(ID);
        match answer {
            Answer::GoOn | Answer::Swap => {}
            Answer::Easier => easier.into_iter().for_each(|level| app.say(Event::Level(level))),
            Answer::LeaveOut => self.leave_out(&report),
        }
    }

    /// Does another exercise instead; from 6 on the one that hurt never comes again today, not later in the plan either.
    fn swap(self, exercise: &'static Brief) {
        let Some(report) = self.report.get_untracked() else { return };
        self.answer(Answer::Swap);
        self.shown.app.say(Event::Swap(exercise));
        if advice(report.score) == PainAdvice::Stop {
            self.leave_out(&report);
        }
    }

    fn leave_out(self, report: &PainReport) {
        if let Some(exercise) = catalogue::brief(&report.exercise) {
            self.shown.app.say(Event::Drop(exercise.id));
        }
    }

    /// The dialog was closed: the session stands. From 6 on the exercise is over, whatever she chose.
    fn closed(self) {
        let stop = |report: &PainReport| advice(report.score) == PainAdvice::Stop;
        if self.report.with_untracked(|report| report.as_ref().is_some_and(stop)) {
            let name = untrack(|| self.step()).name().to_owned();
            self.take(Answer::LeaveOut);
            self.shown.app.say_out(&name);
        }
        self.report.set(None);
        self.coming.set(Some(false));
        self.spot.set(None);
        self.score.set(None);
    }
}

/// The dialog.
pub(super) fn dialog(shown: Shown) -> El {
    let told = Told {
        shown,
        coming: RwSignal::new(Some(false)),
        spot: RwSignal::new(None),
        score: RwSignal::new(None),
        report: RwSignal::new(None),
    };
    // The session changes every second, these seldom.
    let felt = Memo::new(move |_| shown.session.with(|session| session.felt().clone()));
    let close = button("button quiet icon").attr("aria-label", "Close").child(icon(Icon::Close));
    let close = close.on_click(|| close_dialog(ID));
    let head = el("header").class("dialog-head").child(el("h2").id("hurts-title").text("Something hurts")).child(close);
    let spots = Spot::ALL.iter().map(|spot| choice(&told, spot.words(), told.spot, *spot));
    let scores = (0..=Score::MAX).map(|score| choice(&told, &score.to_string(), told.score, score));
    let lines = [AT_ONCE, BEFORE_YOU_GO_ON, NO_ADVICE].map(|line| el("p").class("small").text(line));
    el("dialog")
        .id(ID)
        .class("hurts-dialog")
        .attr("aria-labelledby", "hurts-title")
        .on("close", move |_| told.closed())
        .child(head)
        .live(move || Some(felt.with(|felt| exercises(&told, felt))))
        .child(group("Where?", "hurts-where").children(spots))
        .child(group("How much, from 0 to 10?", "hurts-much").children(scores))
        .child(el("div").class("stack tight").attr("aria-live", "polite").live(move || advised(&told)))
        .child(el("div").class("callout careful stack tight").attr("data-warning", "").children(lines))
}

/// The exercise that hurts; a choice of two where one is just done and another comes.
fn exercises(told: &Told, felt: &Step) -> El {
    let names = [felt.name().to_owned(), told.shown.step.with(|step| step.name().to_owned())];
    if names[0] == names[1] || told.report.with(Option::is_some) {
        return el("p").class("soft").text(untrack(|| told.step()).name());
    }
    let chip = |(name, coming): (&String, bool)| choice(told, name, told.coming, coming);
    group("In which exercise?", "hurts-where").children(names.iter().zip([false, true]).map(chip))
}

fn group(words: &str, class: &'static str) -> El {
    el("div").class(class).attr("role", "group").attr("aria-label", words).child(el("p").class("legend").text(words))
}

fn choice<T: Copy + PartialEq + Send + Sync + 'static>(
    told: &Told,
    words: &str,
    to: RwSignal<Option<T>>,
    value: T,
) -> El {
    let told = *told;
    button("chip").attr_live("aria-pressed", move || Some((to.get() == Some(value)).to_string())).text(words).on_click(
        move || {
            to.set(Some(value));
            told.keep();
        },
    )
}

fn advised(told: &Told) -> Vec<El> {
    let told = *told;
    let Some(report) = told.report.get() else { return Vec::new() };
    let advice = advice(report.score);
    let (easier, swaps) = untrack(|| (told.easier(), told.swaps()));
    let mut parts = vec![el("p").class("lead").text(advice.sentence(easier.is_some() || !swaps.is_empty()))];
    for answer in advice.options() {
        match answer {
            Answer::Easier if easier.is_none() => {}
            Answer::Swap => {
                parts.extend(swaps.iter().copied().map(|exercise| change::swap(exercise, move || told.swap(exercise))));
            }
            answer => {
                let answer = *answer;
                parts.push(button("button way").text(answer.words()).on_click(move || told.answer(answer)));
            }
        }
    }
    if parts.len() == 1 {
        parts.push(button("button way").text(Answer::LeaveOut.words()).on_click(move || told.answer(Answer::LeaveOut)));
    }
    parts
}

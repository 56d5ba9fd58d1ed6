//! The sore parts with their follow-up question, and the exercises left out because of them.

use crate::domain::catalogue::{Brief, Level};
use crate::domain::coach::pain::{PainChange, Sore, is_out, possible};
use crate::domain::routine::Routine;
use crate::state::{App, keep_focus};
use crate::text::{common, hurts, pain};
use crate::ui::{El, Icon, button, el, icon, link};
use leptos::prelude::{Get, With};

/// The sore parts, each with "Better", "Same" and "Worse"; nothing if none is sore.
pub(in crate::pages) fn sores(app: App) -> Option<El> {
    let sores = app.pains.sores.get();
    (!sores.is_empty()).then(|| {
        el("section")
            .class("card stack sores")
            .attr("aria-labelledby", "sores")
            .child(el("h2").id("sores").text(hurts::title()))
            .children(sores.iter().map(|sore| card(app, sore)))
    })
}

/// One sore part: its score, the exercises left out, and the follow-up question.
fn card(app: App, sore: &Sore) -> El {
    let words = pain::sore_words(sore, app.today());
    let answer = |change: &PainChange| {
        let (change, report) = (*change, sore.report.clone());
        button("button").text(pain::change(change)).no_double_click().on_click(move || {
            keep_focus("title");
            app.answer_pain(&report, change);
        })
    };
    let ways = PainChange::ALL.iter().map(answer);
    let how = hurts::how_now(&words);
    el("div")
        .class("stack tight")
        .attr("data-sore", sore.report.part.slug())
        .child(el("p").child(el("strong").text(&words)).text(" ").text(hurts::stays_out()))
        .child(el("div").class("row").attr("role", "group").attr("aria-label", &how).children(ways))
}

/// The exercises of `routine` that are left out, and why; nothing if all of it can be trained. Reads the sore parts reactively.
pub(in crate::pages) fn stays_out(app: App, routine: &Routine) -> Option<El> {
    let told = app.stays_out(routine);
    (!told.is_empty()).then(|| {
        let words = el("div").class("stack tight").children(told.iter().map(|reason| el("p").text(reason)));
        el("div").class("callout").attr("data-out", "").child(icon(Icon::Warning)).child(words)
    })
}

/// The reason why `exercise` does not start at `level`, with a button to say that it is better; nothing if it does start. Reads
/// the sore parts reactively.
pub(in crate::pages) fn refusal(app: App, exercise: &str, level: Level) -> Option<El> {
    let sore = app.pains.sores.with(|sores| is_out(sores, exercise, level).cloned())?;
    let told = app.pains.sores.with(|sores| pain::stays_out([(exercise, level)], sores, app.today()));
    let better = button("button").text(hurts::better_now()).no_double_click().on_click(move || {
        keep_focus("title");
        app.answer_pain(&sore.report, PainChange::Better);
    });
    let words = el("div").class("stack tight").children(told.iter().map(|reason| el("p").text(reason))).child(better);
    Some(el("div").class("callout").attr("data-out", "").child(icon(Icon::Warning)).child(words))
}

/// Shown instead of Start if all of a plan is left out: the follow-up question, other exercises, and rest.
pub(in crate::pages) fn nothing_left(app: App) -> El {
    let kit = app.kit_at_hand();
    let possible = app.pains.sores.with(|sores| possible(sores, &kit));
    let lead = if possible.is_empty() { hurts::all_out() } else { hurts::plan_out() };
    let start = |exercise: &Brief| {
        let routine = Routine::single(exercise, Level::Base);
        let words = hurts::start(exercise.name);
        button("button").child(icon(Icon::Play)).text(&words).once().on_click(move || app.start(&routine))
    };
    let others = el("div").class("row").children(possible.into_iter().map(start));
    el("div")
        .class("stack")
        .attr("data-nothing-left", "")
        .child(el("p").class("lead").text(lead))
        .child(others)
        .children(sores(app))
        .child(el("p").child(link("/").class("button").text(common::rest_today())))
}

//! The jobs that a routine does for a runner, the shortest way to fill a gap, and warnings, which never block.

use crate::domain::catalogue::{Brief, Job, Level};
use crate::domain::coach::{GapFix, coverage};
use crate::domain::routine::Routine;
use crate::state::{App, focus};
use crate::text::{common, coverage, made, units, vocabulary};
use crate::ui::{Act, El, Icon, Live, button, el, icon};
use leptos::prelude::queue_microtask;

/// The id of the heading, which gets the focus of a button that is gone.
const HEADING: &str = "coverage";

/// The meter of `routine`, whose gap `on_fix` fills, under a button with the words `fill`. Reads kit, log and pain reactively.
pub(super) fn meter(app: App, routine: Live<Routine>, fill: &'static str, on_fix: OnFix) -> El {
    let of = routine.clone();
    // The heading stays when the rest is built again: it gets the focus.
    el("section")
        .class("coverage")
        .attr("aria-labelledby", HEADING)
        .flag_live("hidden", move || of().items.is_empty())
        .child(el("h2").id(HEADING).attr("tabindex", "-1").text(coverage::title()))
        .live(move || state_of(app, &routine(), fill, &on_fix))
}

/// Called with the exercise and the level that fill a gap.
pub(super) type OnFix = Act<(&'static Brief, Level)>;

fn state_of(app: App, routine: &Routine, fill: &str, on_fix: &OnFix) -> [El; 2] {
    let jobs = el("ul").class("coverage-jobs").children(coverage(routine).into_iter().map(job));
    let soft = |words: &str| el("p").class("small soft").text(words);
    let gap = match app.gap(routine) {
        None => soft(coverage::all()),
        Some(gap) => gap.fix.map_or_else(|| soft(coverage::no_fix()), |fix| fix_row(fix, fill, on_fix.clone())),
    };
    [jobs, gap]
}

fn job((job, is_done): (Job, bool)) -> El {
    let state = if is_done { coverage::yes() } else { coverage::no() };
    el("li")
        .attr("data-job", job.slug())
        .attr("data-done", if is_done { "true" } else { "false" })
        .child(icon(if is_done { Icon::Check } else { Icon::Close }))
        .child(el("span").text(vocabulary::job(job)))
        .child(el("span").class("visually-hidden").text(" ").text(state))
}

fn fix_row(fix: GapFix, fill: &str, on_fix: OnFix) -> El {
    let GapFix { exercise, level, length } = fix;
    let name = match level {
        Level::Base => exercise.name.to_owned(),
        level => common::exercise_at(exercise.name, vocabulary::level(level)),
    };
    let add = button("button").child(icon(Icon::Plus)).text(fill).on_click(move || {
        on_fix((exercise, level));
        // The button is built again, or gone.
        queue_microtask(|| focus(HEADING));
    });
    el("div")
        .class("row coverage-fix")
        .attr("data-fix", exercise.id)
        .child(el("p").class("grow numbers").text(&coverage::fix(&name, &units::minutes_of(length))))
        .child(add)
}

/// The warnings about `routine`; nothing if there are none.
pub(super) fn warnings(app: App, routine: &Routine) -> Option<El> {
    let told = app.warnings(routine);
    (!told.is_empty()).then(|| {
        let lines = told.iter().map(|one| el("li").text(&made::warning_words(one)));
        let list = el("ul").class("stack tight").children(lines);
        el("div").class("callout").attr("data-warnings", "").child(icon(Icon::Warning)).child(list)
    })
}

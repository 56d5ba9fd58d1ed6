//! The runner's history with an exercise: a sentence, and the last sessions with it.

use super::ShownExercise;
use crate::domain::catalogue::{Exercise, Level};
use crate::domain::log::{Performed, SetDone, so_far};
use crate::domain::place::Place;
use crate::domain::session::Side;
use crate::text::log::{amount_words, day_words};
use crate::text::{self, exercise, fill, own, vocabulary};
use crate::ui::{El, Icon, el, icon, link};
use leptos::prelude::{Effect, With};
use time::Date;

/// "Last time: Mon 16 Nov, at Hard. Best at Hard: right 12 reps, left 11 reps."
pub(super) fn history(shown: ShownExercise) -> El {
    let ShownExercise { app, exercise, .. } = shown;
    // A best needs the whole log, which is read once the page is shown.
    Effect::new(move || app.read_all());
    let sentence =
        move || app.log.sessions.with(|log| sentence(so_far(log, app.today()), exercise, shown.level(), app.today()));
    el("section")
        .class("history")
        .child(el("h2").text(exercise::history()))
        .child(el("p").attr("data-history", "").text_live(sentence))
        .live(move || app.log.sessions.with(|log| recent(so_far(log, app.today()), exercise, app.today())))
}

/// The number of sessions that are listed.
const LISTED: usize = 3;

/// The last sessions with the exercise, each a link: its day, the level, and how much was done in each set.
fn recent(newest_first: &[Performed], exercise: &Exercise, today: Date) -> Option<El> {
    let row = |session: &Performed| {
        let sets: Vec<&SetDone> = session.sets.iter().filter(|set| set.exercise == exercise.id).collect();
        let last = sets.last()?;
        let each = sets.iter().map(|set| set.done.get().to_string()).collect::<Vec<_>>().join(" · ");
        let done = exercise::done(&each, text::units::word(last.done.get().into(), last.measure));
        let words = el("span").class("grow").child(
            el("span").class("row-name").text(&session.day().map_or_else(String::new, |day| day_words(day, today))),
        );
        let words = words
            .children((!exercise.is_own()).then(|| el("span").class("small soft").text(vocabulary::level(last.level))));
        let link = link(&Place::Session { id: session.id.clone() }.href());
        let done = el("span").class("numbers").text(&done);
        Some(el("li").child(link.child(words).child(done).child(el("span").class("go").child(icon(Icon::Forward)))))
    };
    let rows: Vec<El> = newest_first.iter().filter_map(row).take(LISTED).collect();
    (!rows.is_empty()).then(|| el("ul").class("rows").children(rows))
}

fn sentence(newest_first: &[Performed], exercise: &Exercise, level: Level, today: Date) -> String {
    let of = |set: &&SetDone| set.exercise == exercise.id;
    let Some((session, set)) = newest_first.iter().find_map(|p| p.sets.iter().rev().find(of).map(|set| (p, set)))
    else {
        return exercise::never().to_owned();
    };
    if exercise.is_own() {
        let last = session.day().map_or_else(|| own::last().to_owned(), |day| own::last_on(&day_words(day, today)));
        let all: Vec<&SetDone> = newest_first.iter().flat_map(|p| &p.sets).filter(of).collect();
        return fill(&[&last, " ", &own::best(&bests(&all))]);
    }
    let last = vocabulary::level(set.level);
    let last =
        session.day().map_or_else(|| exercise::last(last), |day| exercise::last_on(&day_words(day, today), last));
    let here: Vec<&SetDone> =
        newest_first.iter().flat_map(|p| &p.sets).filter(of).filter(|set| set.level == level).collect();
    let level = vocabulary::level(level);
    let best = if here.is_empty() { exercise::never_here(level) } else { exercise::best(&bests(&here), level) };
    fill(&[&last, " ", &best])
}

/// The best set of each side, or of both where they work together.
fn bests(sets: &[&SetDone]) -> String {
    let best = |side: Option<Side>| {
        let best = sets.iter().filter(|set| set.side == side).max_by_key(|set| set.done)?;
        let amount = amount_words(best.done, best.measure);
        Some(side.map_or_else(|| amount.clone(), |side| exercise::best_of(&amount, side)))
    };
    [None, Some(Side::Right), Some(Side::Left)].into_iter().filter_map(best).collect::<Vec<_>>().join(", ")
}

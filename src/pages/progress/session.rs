//! One finished session in full.

use crate::domain::catalogue::is_own;
use crate::domain::log::{Effort, Performed, SetDone, set_count};
use crate::domain::place::Place;
use crate::domain::progress::{ExerciseSets, sets_by_exercise};
use crate::pages::share;
use crate::state::{App, focus};
use crate::text::dates::long_day;
use crate::text::log::{amount_words, dated_words, reserve_words, session_sets, sets_words, watch_words, when_words};
use crate::text::{self, common, diary, progress, today, units, vocabulary};
use crate::ui::{Act, El, Icon, Live, PageHead, button, effort_choice, el, icon, link, load_fact, note_field};
use leptos::prelude::{Memo, With, WithUntracked};
use std::rc::Rc;

pub(in crate::pages) fn page(id: &str) -> El {
    let app = App::get();
    let find = || app.log.sessions.with_untracked(|log| log.iter().find(|p| p.id == id).cloned());
    let session = find().or_else(|| {
        app.read_all();
        find()
    });
    session.map_or_else(missing, |session| whole(app, session))
}

fn missing() -> El {
    let way = link(&Place::Progress.href()).class("button primary").text(diary::see_all());
    let words =
        el("div").class("stack").child(el("p").class("lead").text(diary::missing_why())).child(el("p").child(way));
    let up = Place::Progress.href();
    let head = PageHead { title: diary::missing(), up: Some((&up, progress::title())), ..PageHead::default() };
    el("div").child(head.view()).child(words)
}

fn whole(app: App, session: Performed) -> El {
    let (up, title) = (Place::Progress.href(), session.name.clone());
    let head = PageHead { up: Some((&up, progress::title())), ..PageHead::default() };
    let (page, id) = (el("div").child(head.view_named(move || title.clone())), session.id.clone());
    let (kept, of) = (session.clone(), session.id.clone());
    // Its effort and its date can change.
    let now = move |log: &Vec<Performed>| log.iter().find(|session| session.id == of).cloned();
    let sent: Live<Performed> = Rc::new(move || app.log.sessions.with(&now).unwrap_or_else(|| kept.clone()));
    let body = el("div")
        .class("stack wide session")
        .attr("data-session", &session.id)
        .live(dated(app, &session.id, |app, session| Some(summary(app, session))))
        .live(dated(app, &session.id, ahead))
        .child(feeling(app, &session.id))
        .child(set_by_set(&session, true))
        .live(move || again(app, &session))
        .child(share::send_back(app, sent))
        .child(el("p").class("row").child(delete(app, id)));
    page.child(body)
}

/// The view `made` of the session, made again when its date changes: nothing else can change here.
fn dated(app: App, id: &str, made: fn(App, &Performed) -> Option<El>) -> impl Fn() -> Option<El> + 'static {
    let id = id.to_owned();
    let start = Memo::new(move |_| app.log.sessions.with(|log| log.iter().find(|p| p.id == id).cloned()).map(undated));
    move || start.with(|session| session.as_ref().and_then(|session| made(app, session)))
}

/// The session without the values that the page changes elsewhere.
fn undated(session: Performed) -> Performed {
    Performed { effort: None, note: None, ..session }
}

/// A warning that the session is dated ahead, with a button to correct it.
fn ahead(app: App, session: &Performed) -> Option<El> {
    let now = app.moment();
    if !session.is_dated_ahead(now) {
        return None;
    }
    let words = diary::clock_wrong(&dated_words(session, app.today(), now));
    let id = session.id.clone();
    let set = button("button").text(diary::set_to_today()).on_click(move || {
        app.set_to_today(&id);
        focus("title");
    });
    let callout = el("div").class("callout").attr("data-dated", "ahead").child(icon(Icon::Warning));
    let say = el("div").class("stack tight").child(el("p").text(&words)).child(el("p").text(diary::counts_later()));
    Some(callout.child(say.child(el("p").child(set))))
}

/// The button that deletes the session and goes to the list, where a notice offers Undo.
fn delete(app: App, id: String) -> El {
    button("button quiet").child(icon(Icon::Bin)).text(diary::delete()).no_double_click().on_click(move || {
        app.delete_session(&id);
        app.go_instead(Place::Progress);
    })
}

pub(super) fn summary(app: App, session: &Performed) -> El {
    let today = app.today();
    // "Today" and "Yesterday" do not name the day.
    let day = session.day().filter(|day| matches!((today - *day).whole_days(), 0 | 1));
    let long = day.map(|day| el("p").class("small soft").text(&long_day(day)));
    let fact = |name: &str, words: El| el("div").child(el("dt").text(name)).child(words);
    el("dl")
        .class("summary numbers")
        .child(fact(diary::when(), el("dd").text(&when_words(session, today)).children(long)))
        .child(fact(diary::length(), el("dd").text(&units::spoken(session.length))))
        .child(fact(diary::done(), el("dd").text(&session_sets(session))))
}

fn feeling(app: App, id: &str) -> El {
    let (of, rated) = (id.to_owned(), id.to_owned());
    let felt = move |log: &Vec<Performed>| log.iter().find(|p| p.id == of).and_then(|session| session.effort);
    let chosen: Live<Option<Effort>> = Rc::new(move || app.log.sessions.with(&felt));
    let on_choose: Act<Effort> = Rc::new(move |effort| app.rate(&rated, effort));
    el("section")
        .class("stack tight")
        .attr("aria-labelledby", "feeling")
        .child(el("h2").id("feeling").text(common::how_felt()))
        .child(effort_choice(&chosen, &on_choose))
        .child(note(app, id))
}

fn note(app: App, of: &str) -> El {
    let (read, id) = (of.to_owned(), of.to_owned());
    let written = move |log: &Vec<Performed>| log.iter().find(|p| p.id == read).and_then(|p| p.note.clone());
    let on_note = move |text: String| app.note(&id, &text);
    note_field("note", Rc::new(move || app.log.sessions.with(&written).unwrap_or_default()), Rc::new(on_note))
}

/// The sets of each exercise; with the time of each set, if `timed`.
pub(super) fn set_by_set(session: &Performed, timed: bool) -> El {
    let cards = sets_by_exercise(session).iter().filter_map(|sets| exercise_card(sets, timed)).collect::<Vec<_>>();
    el("section")
        .class("stack")
        .attr("aria-labelledby", "sets")
        .child(el("h2").id("sets").text(diary::set_by_set()))
        .child(el("div").class("bouts").children(cards))
}

fn exercise_card(exercise: &ExerciseSets<'_>, timed: bool) -> Option<El> {
    let ExerciseSets { sets, level, sided } = *exercise;
    let reserve = reserve_words(exercise).map(|words| el("span").text(&words));
    let first = sets.first()?;
    let href = Place::Exercise { id: first.exercise.clone(), level }.href();
    let count = sets_words(set_count(sets));
    let facts = el("p")
        .class("facts")
        .children((!is_own(&first.exercise)).then(|| el("span").text(vocabulary::level(level))))
        .child(el("span").text(&count))
        .children(reserve);
    let head = el("header").child(el("h3").child(link(&href).text(first.name()))).child(facts);
    let column = |words: &str| el("th").attr("scope", "col").text(words);
    let loaded = sets.iter().any(|set| set.load.is_some());
    let columns = el("tr")
        .child(column(diary::set()))
        .children(sided.then(|| column(diary::side())))
        .children([diary::asked(), diary::done()].map(column))
        .children(loaded.then(|| column(diary::load())))
        .children(timed.then(|| column(diary::at())));
    let table = el("table")
        .class("figures")
        .class_if("sided", sided)
        .child(el("caption").class("visually-hidden").text(&diary::sets_of(first.name())))
        .child(el("thead").child(columns))
        .child(el("tbody").children(sets.iter().map(|set| row(set, sided, loaded, timed))));
    Some(el("section").class("card bout").child(head).child(table))
}

fn row(set: &SetDone, sided: bool, loaded: bool, timed: bool) -> El {
    let cell = |words: &str| el("td").text(words);
    el("tr")
        .class_if("short", set.done < set.target)
        .child(el("th").attr("scope", "row").text(&set.set.to_string()))
        .children(sided.then(|| cell(set.side.map_or("", text::session::side))))
        .child(cell(&amount_words(set.target, set.measure)))
        .child(cell(&amount_words(set.done, set.measure)).class("done"))
        .children(loaded.then(|| el("td").children(set.load.as_ref().map(load_fact))))
        .children(timed.then(|| cell(&watch_words(set.at))))
}

/// The buttons to train it again, if that is still possible.
fn again(app: App, session: &Performed) -> Option<El> {
    let routine = app.routine(&session.from);
    let see = routine.as_ref().map(|routine| {
        let href = Place::Routine { id: routine.id.clone() }.href();
        link(&href).class("button").text(today::see_routine())
    });
    let routine = session.again(routine)?;
    let start = button("button primary").child(icon(Icon::Play)).text(diary::train_again());
    Some(el("p").class("row").child(start.once().on_click(move || app.start_or_ask(&routine))).children(see))
}

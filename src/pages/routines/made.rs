//! A routine made for a request: shown before it is trained or saved. The request is in the address, so that Back and reload work.

use super::shared::tell_saved;
use crate::domain::catalogue::{Job, Level};
use crate::domain::coach::made::{Compromise, Made, MadeReason, MadeRequest, RunWhen};
use crate::domain::place::Place;
use crate::domain::routine::{Item, Routine};
use crate::domain::units::Timestamp;
use crate::pages::kit_chips::kit_chips;
use crate::pages::offer::{self, OfferedPlan};
use crate::state::{self, App, NoticeKind, Offer};
use crate::text::{self, common, made, shared, units, vocabulary};
use crate::ui::{El, Icon, PageHead, Select, button, el, hidden_target, icon, planned_rows_and};
use leptos::prelude::{
    GetUntracked, Memo, RwSignal, Set, Track, With, WithUntracked, on_cleanup, queue_microtask,
    set_interval_with_handle,
};
use std::rc::Rc;
use std::time::Duration;

/// The choices of minutes.
const MINUTES: &[u8] = &[5, 8, 10, 12, 15, 20, 25, 30, 35, 40, 45, 50, 60];
/// The id of the button for another routine.
const ANOTHER: &str = "made-another";
/// The choices of minutes until a run.
const RUN_IN: &[u16] = &[10, 15, 20, 30, 45, 60];

pub(in crate::pages) fn page() -> El {
    let app = App::get();
    let request = Memo::new(move |before: Option<&MadeRequest>| {
        app.navigation.place.with(|place| match place {
            Place::Made { query } => MadeRequest::from_query(query),
            // The page outlives its address by a moment.
            _ => before.cloned().unwrap_or_default(),
        })
    });
    let made = Memo::new(move |_| request.with(|request| named(request, app.made(request))));
    let plan = Memo::new(move |_| made.with(|made| OfferedPlan::of(app, &made.routine, false)));
    let now = RwSignal::new(app.moment());
    // "Done by" moves on while the page is open; without a timer it stays.
    if let Ok(handle) = set_interval_with_handle(move || now.set(app.moment()), Duration::from_secs(15)) {
        on_cleanup(move || handle.clear());
    }
    let head = PageHead { title: made::title(), up: Some(("/", common::to_today())), ..PageHead::default() };
    let page = el("div")
        .class("plan-page made")
        .child(head.view())
        .child(questions(app, request, made))
        .child(kit(app))
        .live(move || made.with(|made| facts(app, now, made)))
        .live(move || made.with(|made| made.compromises.iter().map(told).collect::<Vec<_>>()));
    offer::other_session(app, page)
        .live(move || plan.with(|plan| ways(app, plan, request)))
        .live(move || Some(made.with(|made| rows(app, made, request))))
}

fn named(request: &MadeRequest, made: Made) -> Made {
    let name = made::name(request, made.length.minutes());
    Made { routine: Routine { name, ..made.routine }, ..made }
}

/// Shows the routine for another request, as a new history entry, and offers it first on Today.
fn ask(app: App, request: &MadeRequest) {
    app.turn(Place::Made { query: request.to_query() });
    if app.choices.settings.with_untracked(|settings| settings.last_request != request.afresh().to_query()) {
        app.remember_request(request);
    }
}

/// Moves the focus to the button with this id, which is built again with the routine.
fn keep_on(id: String) {
    queue_microtask(move || state::focus(&id));
}

/// The fields of the request.
fn questions(app: App, request: Memo<MadeRequest>, made: Memo<Made>) -> El {
    let change = move |edit: &dyn Fn(&mut MadeRequest)| {
        let mut next = request.get_untracked().afresh();
        edit(&mut next);
        ask(app, &next);
        let minutes = units::minutes_of(made.with_untracked(|made| made.length));
        app.notices.announce(made::said_made(&minutes));
    };
    let minutes = Select {
        label: made::time(),
        id: "made-time",
        options: Rc::new(move || {
            let asked = request.with(|request| request.minutes);
            let mut all = MINUTES.to_vec();
            if let Err(at) = all.binary_search(&asked) {
                all.insert(at, asked);
            }
            all.into_iter().map(|minutes| (minutes.to_string(), units::minutes(minutes.into()))).collect()
        }),
        chosen: Rc::new(move || request.with(|request| request.minutes.to_string())),
        on_choose: Box::new(move |value| change(&|next| next.minutes = value.parse().unwrap_or(next.minutes))),
    };
    let run = Select {
        label: made::run(),
        id: "made-run",
        options: Rc::new(move || runs(request.with(|request| request.run_in))),
        chosen: Rc::new(move || request.with(run_value)),
        on_choose: Box::new(move |value| {
            let (when, run_in) = value.split_once('.').unwrap_or((&value, ""));
            let when = RunWhen::from_slug(when).unwrap_or(RunWhen::NoRun);
            let run_in = run_in.parse().unwrap_or_default();
            change(&|next| (next.when, next.run_in) = (when, run_in));
        }),
    };
    let levels = Level::ALL.iter().map(|level| (level.slug().to_owned(), vocabulary::level(*level).to_owned()));
    let levels: Vec<_> = [(String::new(), made::level_reached().to_owned())].into_iter().chain(levels).collect();
    let level = Select {
        label: made::level(),
        id: "made-level",
        options: Rc::new(move || levels.clone()),
        chosen: Rc::new(move || request.with(|request| request.level.map_or("", Level::slug).to_owned())),
        on_choose: Box::new(move |value| change(&|next| next.level = Level::from_slug(&value))),
    };
    let jobs = Job::ALL.iter().map(|job| (job.slug().to_owned(), vocabulary::job(*job).to_owned()));
    let jobs: Vec<_> = [(String::new(), made::focus_none().to_owned())].into_iter().chain(jobs).collect();
    let focus = Select {
        label: made::focus(),
        id: "made-focus",
        options: Rc::new(move || jobs.clone()),
        chosen: Rc::new(move || request.with(|request| request.focus.map_or("", Job::slug).to_owned())),
        on_choose: Box::new(move |value| change(&|next| next.focus = Job::from_slug(&value))),
    };
    el("div").class("made-asked").children([minutes, run, level, focus].map(Select::view))
}

/// The choices of the run of the day, with the minutes that are asked for.
fn runs(run_in: u16) -> Vec<(String, String)> {
    let mut minutes = RUN_IN.to_vec();
    if run_in > 0
        && let Err(at) = minutes.binary_search(&run_in)
    {
        minutes.insert(at, run_in);
    }
    minutes.push(0);
    let before = minutes.into_iter().map(|run_in| (RunWhen::Before, run_in));
    let after = [RunWhen::AfterEasy, RunWhen::AfterHard, RunWhen::AfterLong].map(|when| (when, 0));
    let all = [(RunWhen::NoRun, 0)].into_iter().chain(before).chain(after);
    let requests = all.map(|(when, run_in)| MadeRequest { when, run_in, ..MadeRequest::default() });
    requests.map(|request| (run_value(&request), made::run_words(&request))).collect()
}

fn run_value(request: &MadeRequest) -> String {
    match request.run_in {
        0 => request.when.slug().to_owned(),
        run_in => [request.when.slug(), ".", &run_in.to_string()].concat(),
    }
}

/// The kit at hand, to change here.
fn kit(app: App) -> El {
    kit_chips(app, "made-kit", el("h2").class("legend").text(made::kit())).class("chip-line")
}

/// Minutes, the end by the clock, exercises and sets.
fn facts(app: App, now: RwSignal<Timestamp>, made: &Made) -> Option<El> {
    let fact = |words: &str| el("span").text(words);
    let length = made.length;
    let end = move || {
        now.track();
        text::log::clock_words(app.moment().plus(length), app.offset())
    };
    let done_by = el("span").attr_live("data-done-by", move || Some(end()));
    let facts = el("span")
        .class("facts")
        .child(done_by.text_live(move || made::done_by(&end())))
        .child(fact(&common::exercises(text::count(made.routine.items.len()))))
        .child(fact(&text::log::sets_words(made.routine.sets())));
    let minutes = el("b").attr("data-total", "minutes").text(&units::minutes_of(made.length));
    let figures = el("p").class("plan-figures numbers").child(minutes).child(facts);
    Some(figures).filter(|_| !made.routine.items.is_empty())
}

fn told(compromise: &Compromise) -> El {
    let words = el("span").text(&made::compromise(compromise));
    el("p").class("callout").attr("data-compromise", "").child(icon(Icon::Warning)).child(words)
}

/// The ways to start it without saving it, to have another one, and to save it; none if nothing can be trained.
fn ways(app: App, plan: &OfferedPlan, request: Memo<MadeRequest>) -> Option<El> {
    let routine = plan.routine.clone();
    let save = move || {
        let (id, was_there) = app.keep_received(&routine, move |saved| tell_saved(app, saved));
        app.go(Place::Routine { id });
        if was_there {
            app.notices.announce(shared::saved_before());
        }
    };
    let another = move || {
        if let Some(next) = app.another_made(&request.get_untracked()) {
            ask(app, &next);
            app.notices.announce(made::said_another());
            keep_on(ANOTHER.to_owned());
        } else {
            app.notices.announce(made::only_one());
            app.notices.tell(NoticeKind::Plain, made::only_one(), Offer::Nothing);
        }
    };
    let another =
        button("button made-way").id(ANOTHER).child(icon(Icon::Switch)).text(made::another()).once().on_click(another);
    let save = button("button made-way").child(icon(Icon::Plus)).text(shared::save()).once().on_click(save);
    let row = el("div")
        .class("row plan-actions")
        .children(offer::starts(app, "button big", plan))
        .child(another)
        .child(save)
        .child(el("p").class("soft small").text(shared::nothing_saved()));
    Some(row).filter(|_| !plan.routine.items.is_empty())
}

/// The exercises, each with its reason and the ways to change it.
fn rows(app: App, made: &Made, request: Memo<MadeRequest>) -> El {
    let reason = |item: &Item| {
        let at = made.routine.items.iter().position(|other| other.key == item.key)?;
        made.reasons.get(at).copied()
    };
    let main: Rc<[String]> = made
        .routine
        .items
        .iter()
        .filter(|item| reason(item) != Some(MadeReason::WarmsUp))
        .map(|item| item.exercise.clone())
        .collect();
    planned_rows_and(&made.routine, &|item| reason(item).map(|reason| made::reason(reason).to_owned()), &|item| {
        Some(row_ways(app, item, reason(item) == Some(MadeReason::WarmsUp), request, &main))
    })
}

/// The ways to change an item: its number names the buttons, so that the focus stays at its place.
fn row_ways(app: App, item: &Item, warms_up: bool, request: Memo<MadeRequest>, main: &Rc<[String]>) -> El {
    let (slug, name, main) = (item.exercise.clone(), item.name(), main.clone());
    let is_pinned = request.with(|request| request.pinned.contains(&slug));
    let id = |way: &str| [way, &item.key.to_string()].concat();
    let way = |id: &str, words: &str| button("button quiet").id(id).text(words).child(hidden_target(&name)).once();
    let (pinned, said, pin_id) = (slug.clone(), name.clone(), id("made-pin-"));
    let pin = way(&pin_id, made::pin()).attr("aria-pressed", &is_pinned.to_string()).on_click(move || {
        ask(app, &request.get_untracked().with_pin(&pinned));
        app.notices.announce(if is_pinned { made::said_unpinned(&said) } else { made::said_pinned(&said) });
        keep_on(pin_id.clone());
    });
    let (swapped, said, swap_id) = (slug.clone(), name.clone(), id("made-swap-"));
    let swap = way(&swap_id, made::swap()).on_click(move || {
        ask(app, &request.get_untracked().swapped(&swapped, warms_up, &main));
        app.notices.announce(made::said_swapped(&said));
        keep_on(swap_id.clone());
    });
    let (said, never_id) = (name.clone(), id("made-never-"));
    let never = way(&never_id, made::never()).on_click(move || {
        app.ban(&slug, true);
        app.notices.announce(made::said_never(&said));
        app.notices.tell(NoticeKind::Plain, made::said_never(&said), Offer::Nothing);
        keep_on(never_id.clone());
    });
    el("div").class("made-ways").children((!warms_up).then_some(pin)).child(swap).child(never)
}

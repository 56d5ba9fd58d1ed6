//! The model of the pages: a goal, a log of a year, a routine under construction, as signals; and the words that a page reads
//! of them. A page asks the domain through this alone, so that both have the same of it.

use leptos::prelude::{Get, RwSignal, Set, Update, With, WithUntracked};
use mainspring::domain::catalogue::{CORE, Goal, Level, Measure, OrderAdvice, Sides, order_advice};
use mainspring::domain::coach::weekly_days;
use mainspring::domain::log::{Effort, Performed};
use mainspring::domain::place::Place;
use mainspring::domain::progress::{DayMark, WeekBar, bars, week_days, weeks};
use mainspring::domain::routine::{Draft, Edit, Item, Routine, ready_made};
use mainspring::domain::units::{Offset, Seconds, Timestamp};
use mainspring::text;
use time::{Date, Duration};

/// Monday, 16 November 2026, at noon.
const START: Timestamp = Timestamp(1_794_830_400_000);
const DAY: i64 = 24 * 60 * 60 * 1000;
const WEEKS: u16 = 12;
const SESSIONS: i64 = 20;

/// A function that reads an item.
pub type Read<T> = fn(&Item) -> T;

/// The signals.
#[derive(Clone, Copy)]
pub struct Model {
    goal: RwSignal<Goal>,
    today: RwSignal<Date>,
    log: RwSignal<Vec<Performed>>,
    draft: RwSignal<Draft>,
    as_table: RwSignal<bool>,
}

impl Model {
    /// The model as it begins, the same every time.
    pub fn new() -> Self {
        Self {
            goal: RwSignal::new(Goal::Muscle),
            today: RwSignal::new(START.day(Offset::default()).unwrap_or(Date::MIN)),
            log: RwSignal::new((0..SESSIONS).map(session).collect()),
            draft: RwSignal::new(Draft::new(routine())),
            as_table: RwSignal::new(false),
        }
    }

    /// Changes whatever a page shows live.
    pub fn change(self) {
        let next = self.goal.with_untracked(|now| Goal::ALL.iter().position(|goal| goal == now).unwrap_or(0) + 1);
        self.goal.set(Goal::ALL[next % Goal::ALL.len()]);
        self.today.update(|today| *today = today.saturating_add(Duration::days(1)));
        self.log.update(|log| log.insert(0, session(-i64::try_from(log.len()).unwrap_or(0) + SESSIONS - 1)));
        self.as_table.update(|on| *on = !*on);
        let items = self.draft.with_untracked(|draft| draft.routine().items.clone());
        let can_undo = self.draft.with_untracked(Draft::can_undo);
        self.draft.update(|draft| items.iter().flat_map(edits).for_each(|edit| draft.apply(&edit)));
        // The second change takes one edit of the first back, so that all ways are gone.
        if can_undo {
            self.undo();
        }
    }

    /// Reads all that a page of so many parts shows.
    pub fn everything(self, parts: u8) -> usize {
        let mut read = self.plan();
        if parts >= 2 {
            read += self.builder();
        }
        if parts >= 3 {
            read += self.progress();
        }
        read
    }

    fn plan(self) -> usize {
        let goal =
            |goal: &Goal| goal.slug().len() + text::vocabulary::goal(*goal).len() + order_advice(*goal).headline.len();
        self.nuance().len()
            + self.often().len()
            + self.reason().len()
            + self.days().len()
            + Goal::ALL.iter().map(goal).sum::<usize>()
            + CORE.text.len()
    }

    fn builder(self) -> usize {
        let words: [Read<String>; 9] =
            [text::routine::dose_words, level, rest, rest_words, sets, sets_label, amount, amount_label, href];
        let of = |key: u32| {
            self.step_sets(key, 0);
            self.step_rest(key, 0);
            let words = words.iter().map(|read| self.of(key, *read).len()).sum::<usize>();
            words + self.name_of(key).len() + self.of(key, level_slug).len() + self.stands(key).0
        };
        self.title().len() + self.keys().into_iter().map(of).sum::<usize>()
    }

    fn progress(self) -> usize {
        let of = |id: String| {
            let words =
                |s: Performed| facts(&s).len() + tile(&s).0.len() + session_href(&s).len() + self.dated(&s).len();
            self.session(&id).map_or(0, words)
        };
        self.sentence().len() + self.bars().len() + self.sessions().into_iter().map(of).sum::<usize>()
    }
}

/// The plan.
impl Model {
    /// The goal.
    pub fn goal(self) -> Goal {
        self.goal.get()
    }

    /// Takes another goal.
    pub fn choose(self, goal: Goal) {
        self.goal.set(goal);
    }

    /// The exceptions of the answer.
    pub fn nuance(self) -> String {
        order_advice(self.goal()).nuance.to_owned()
    }

    /// The sentence about the week.
    pub fn often(self) -> String {
        text::coach::weekly_words(&self.days(), weekly_days(self.goal()))
    }

    /// The reason for the number of days.
    pub fn reason(self) -> String {
        text::coach::weekly_reason(self.goal()).to_owned()
    }

    /// The days of the week.
    pub fn days(self) -> Vec<DayMark> {
        self.log.with(|log| week_days(log, self.today.get()))
    }

    /// The advice on the order for a goal.
    pub fn advice(goal: Goal) -> OrderAdvice {
        order_advice(goal)
    }
}

/// The builder.
impl Model {
    /// The name of the routine and how long it takes.
    pub fn title(self) -> String {
        self.draft.with(|draft| format!("{}, {}", draft.routine().title(), text::routine::minutes(draft.routine())))
    }

    /// The keys of the items, in order.
    pub fn keys(self) -> Vec<u32> {
        self.draft.with(|draft| draft.routine().items.iter().map(|item| item.key).collect())
    }

    /// A value that `read` takes from the item with `key`; the default if it is gone.
    pub fn of<T: Default>(self, key: u32, read: Read<T>) -> T {
        let find = |draft: &Draft| draft.routine().items.iter().find(|item| item.key == key).map(read);
        self.draft.with(find).unwrap_or_default()
    }

    /// The name of the item with `key`, which does not change.
    pub fn name_of(self, key: u32) -> String {
        let find = |draft: &Draft| draft.routine().items.iter().find(|item| item.key == key).map(Item::name);
        self.draft.with_untracked(find).unwrap_or_default()
    }

    /// Position of the item with `key`, and length of the list.
    pub fn stands(self, key: u32) -> (usize, usize) {
        let place = |items: &[Item]| items.iter().position(|item| item.key == key).unwrap_or(0);
        self.draft.with(|draft| (place(&draft.routine().items), draft.routine().items.len()))
    }

    /// Changes the routine.
    pub fn edit(self, edit: &Edit) {
        self.draft.update(|draft| draft.apply(edit));
    }

    /// Changes the number of sets by so many.
    pub fn step_sets(self, key: u32, by: i16) {
        let sets = self.draft.with_untracked(|draft| {
            draft.routine().items.iter().find(|item| item.key == key).map_or(1, |item| item.targets.len())
        });
        self.edit(&Edit::Sets(key, sets.saturating_add_signed(isize::from(by))));
    }

    /// Changes the rest by so many steps.
    pub fn step_rest(self, key: u32, by: i16) {
        let rest = self.draft.with_untracked(|draft| {
            draft.routine().items.iter().find(|item| item.key == key).map_or(0, |item| item.rest.0)
        });
        self.edit(&Edit::Rest(key, Seconds(rest.saturating_add_signed(i32::from(by) * 5))));
    }

    /// True if there is a change to undo.
    pub fn can_undo(self) -> bool {
        self.draft.with(Draft::can_undo)
    }

    /// Takes the last change back.
    pub fn undo(self) {
        self.draft.update(Draft::undo);
    }
}

/// The progress.
impl Model {
    /// True if the weeks are shown as a table.
    pub fn as_table(self) -> bool {
        self.as_table.get()
    }

    /// Shows the weeks as a table, or as a chart.
    pub fn show_table(self, on: bool) {
        self.as_table.set(on);
    }

    /// The sentence of the chart.
    pub fn sentence(self) -> String {
        self.log.with(|log| text::coach::weeks_sentence(&weeks(log, self.today.get(), WEEKS)))
    }

    /// The weeks of the chart.
    pub fn bars(self) -> Vec<WeekBar> {
        self.log.with(|log| bars(&weeks(log, self.today.get(), WEEKS)))
    }

    /// The ids of the sessions, newest first.
    pub fn sessions(self) -> Vec<String> {
        self.log.with(|log| log.iter().map(|session| session.id.clone()).collect())
    }

    /// The session with this id.
    pub fn session(self, id: &str) -> Option<Performed> {
        self.log.with_untracked(|log| log.iter().find(|session| session.id == id).cloned())
    }

    /// The date of a session, relative to today.
    pub fn dated(self, session: &Performed) -> String {
        text::log::when_words(session, self.today.get())
    }
}

/// "Base".
pub fn level(item: &Item) -> String {
    text::vocabulary::level(item.level).to_owned()
}

/// "base".
pub fn level_slug(item: &Item) -> &'static str {
    item.level.slug()
}

/// "30 s rest".
pub fn rest(item: &Item) -> String {
    format!("{} rest", text::units::spoken(item.rest))
}

/// "30 s".
pub fn rest_words(item: &Item) -> String {
    format!("{} s", item.rest.0)
}

/// "3".
pub fn sets(item: &Item) -> String {
    item.targets.len().to_string()
}

/// "Sets", "Sets each side".
pub fn sets_label(item: &Item) -> String {
    if item.sides() == Sides::PerSide { "Sets each side" } else { "Sets" }.to_owned()
}

/// "10".
pub fn amount(item: &Item) -> String {
    item.targets.first().map_or(0, |amount| amount.get()).to_string()
}

/// "Reps".
pub fn amount_label(item: &Item) -> String {
    match item.measure() {
        Measure::Reps => "Reps",
        Measure::Seconds => "Seconds",
        Measure::Steps => "Steps",
        Measure::Rounds | Measure::Breaths => "Rounds",
    }
    .to_owned()
}

/// The address of the exercise.
pub fn href(item: &Item) -> String {
    Place::Exercise { id: item.exercise.clone(), level: item.level }.href()
}

/// The facts of a session, without its day.
pub fn facts(session: &Performed) -> Vec<String> {
    let effort = session.effort.map(|effort| text::log::effort(effort).to_owned());
    [text::log::session_sets(session), text::log::session_minutes(session)].into_iter().chain(effort).collect()
}

/// The day of the month and the month of a session.
pub fn tile(session: &Performed) -> (String, &'static str) {
    session.day().map_or((String::new(), ""), |day| (day.day().to_string(), text::dates::short_month(day)))
}

/// The address of a session.
pub fn session_href(session: &Performed) -> String {
    Place::Session { id: session.id.clone() }.href()
}

/// The session of so many times three days before the start.
fn session(back: i64) -> Performed {
    Performed {
        id: format!("session-{back}"),
        from: "body-weight".to_owned(),
        name: if back % 2 == 0 { "Body weight" } else { "Balance, barefoot" }.to_owned(),
        started: START.plus_ms(-3 * DAY * back),
        offset: Offset::default(),
        length: Seconds(600 + 60 * u32::try_from(back.rem_euclid(7)).unwrap_or(0)),
        planned: 6,
        rounds: 0,
        effort: (back % 3 == 0).then_some(Effort::Right),
        note: None,
        sets: Vec::new(),
    }
}

/// The exercises of all ready-made routines in one.
fn routine() -> Routine {
    let lines = ready_made().into_iter().flat_map(|routine| routine.items);
    let items = (0..).zip(lines).map(|(key, item)| Item { key, ..item }).collect();
    Routine { items, ..Routine::empty("all".to_owned(), "All of it") }
}

/// One change of everything that a row shows.
fn edits(item: &Item) -> Vec<Edit> {
    let next = if item.level == Level::Base { Level::Hard } else { Level::Base };
    let rest = if item.rest.0 == 30 { 45 } else { 30 };
    let sets = if item.targets.len() == 2 { 3 } else { 2 };
    vec![
        Edit::Level(item.key, next),
        Edit::Sets(item.key, sets),
        Edit::StepAmount(item.key, if sets == 2 { 1 } else { -1 }),
        Edit::Rest(item.key, Seconds(rest)),
        Edit::Move(item.key, if item.key.is_multiple_of(2) { 1 } else { -1 }),
    ]
}

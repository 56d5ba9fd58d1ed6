//! Room for twenty years of training.

use super::model::Rng;
use super::values::another;
use super::{NOVEMBER, snapshot};
use crate::log::date;
use crate::routine::{Line, item, routine};
use crate::session::{START, amount, restored, started};
use mainspring::domain::catalogue::Level;
use mainspring::domain::log::{Effort, Performed};
use mainspring::domain::routine::Routine;
use mainspring::domain::saved::{self, Appended, KeyValue, Loaded, Memory};
use mainspring::domain::session::{Event, Plan, Session, Start};
use mainspring::domain::units::{Offset, Timestamp};
use std::fmt::Write;

/// A browser's quota for one origin, in UTF-16 units.
const QUOTA: usize = 5_242_880;

/// A runner's 20 years: 5,200 sessions of 20 sets, three routines of her own in turn, one set in four not as asked, her
/// reserve told after every exercise and a note on one session in five.
/// One year is trained set by set; the others repeat it under their own months.
fn twenty_years(store: &Memory) -> usize {
    let line = |slug, sets: &'static [u16]| item(slug, Level::Hard, sets, 60);
    let plans: [&[Line]; 3] = [
        &[
            line("single-leg-deadlift", &[10, 10, 10]),
            line("supported-pistol-squat", &[10, 8]),
            line("single-leg-balance", &[30, 30]),
            line("deep-squat", &[20, 20, 20]),
            line("monster-walk", &[12, 12]),
        ],
        &[
            line("deep-squat", &[20, 20, 20]),
            line("lunge", &[4, 4]),
            line("banded-glute-bridge", &[10, 10, 10]),
            line("monster-walk", &[12, 12, 12]),
            line("banded-dead-bug", &[6]),
            line("single-leg-balance", &[30]),
        ],
        &[
            line("banded-dead-bug", &[6, 6, 6]),
            line("single-leg-deadlift", &[10, 10, 10]),
            line("lunge", &[4]),
            line("single-leg-balance", &[30]),
            line("deep-squat", &[20, 20, 20]),
            line("banded-glute-bridge", &[10]),
        ],
    ];
    let names = ["Tuesday strength", "Hips and glutes", "Before the long run"];
    let (year, mut rng) = (Memory::default(), Rng(20));
    for n in 0..260 {
        let plan =
            Routine { id: format!("routine00{}", n % 3), name: names[n % 3].to_owned(), ..routine(plans[n % 3]) };
        let begin = date(2027, 1, 4) + time::Duration::days(i64::try_from(n / 5 * 7 + n % 5).unwrap());
        let begin = Timestamp(begin.midnight().assume_utc().unix_timestamp() * 1000).plus_ms(between(
            &mut rng,
            7 * HOUR,
            9 * HOUR,
        ));
        let offset = Offset::from_minutes(if n < 130 { 60 } else { 120 });
        let session = Session::start(format!("s{n:09}"), &Start::of(&plan), begin, offset).unwrap();
        let steps = session.steps()[..20.min(session.steps().len())].to_vec();
        let mut session = restored(Plan { steps, ..session.plan() }, session.position(), &[]);
        let mut now = begin;
        while !session.is_finished() {
            now = now.plus_ms(between(&mut rng, 30_000, 120_000));
            session = session.on(Event::Begin, now).0;
            now = now.plus_ms(between(&mut rng, 5_000, 60_000));
            let (at, target) = (session.at(), session.step().target);
            let amount = if rng.chance(4) { target.stepped(-2) } else { target };
            session = session.on(Event::Done(at, amount), now).0;
        }
        let effort = [None, Some(Effort::Right), Some(Effort::Hard)][rng.below(3)];
        let mut performed = Performed { effort, ..Performed::of(&session).unwrap() };
        let lasts = performed.sets.chunk_by(|a, b| a.exercise == b.exercise).map(<[_]>::len);
        let lasts: Vec<usize> = lasts
            .scan(0, |end, len| {
                *end += len;
                Some(*end - 1)
            })
            .collect();
        for last in lasts {
            performed = performed.with_reserve(last, 3);
        }
        performed.note = rng.chance(5).then(|| "Warm, a little short of sleep; hips felt good.".to_owned());
        assert_eq!(performed.sets.len(), 20);
        assert_eq!(saved::append(&year, &performed), Ok(Appended::Added));
    }
    for (key, month) in snapshot(&year).iter().filter(|(key, _)| key.contains("log:")) {
        for year in 2027..2047 {
            store.set(&key.replace("2027", &year.to_string()), month).unwrap();
        }
    }
    saved::rebuild_index(store).unwrap();
    20 * 260
}

const HOUR: i64 = 3_600_000;

/// A random number of milliseconds.
fn between(rng: &mut Rng, from: i64, to: i64) -> i64 {
    from + i64::try_from(rng.below(usize::try_from(to - from).unwrap())).unwrap()
}

#[test]
fn twenty_years_fill_at_most_35_percent_of_the_quota_and_a_session_costs_the_same_after_them() {
    let store = Memory::default();
    let sessions = twenty_years(&store);
    let (size, months) = (store.size(), saved::month_keys(&store));
    println!(
        "{sessions} sessions in {} months: {size} units, {} a session, {}.{} % of the quota",
        months.len(),
        size / sessions,
        size * 100 / QUOTA,
        size * 1000 / QUOTA % 10
    );
    assert!(size * 100 <= QUOTA * 35);

    assert_eq!(months.len(), 240);

    let newest = &months[0];
    let fresh = Memory::default();
    let month = saved::load_month(&store, newest).whole().unwrap();
    for session in &month {
        saved::append(&fresh, session).unwrap();
    }
    let next = Performed { id: "next000000".to_owned(), ..month.last().unwrap().clone() };
    let cost = |store: &Memory| {
        let before = store.written();
        saved::append(store, &next).unwrap();
        store.written() - before
    };
    let (after_years, at_first) = (cost(&store), cost(&fresh));
    println!("appending one session as the {}th of its month: {after_years} units", month.len() + 1);
    assert_eq!(after_years, at_first);

    let first_of_month = Performed {
        started: Timestamp(date(2047, 1, 7).midnight().assume_utc().unix_timestamp() * 1000),
        ..next.clone()
    };
    let before = store.written();
    saved::append(&store, &first_of_month).unwrap();
    println!(
        "the first session of a month after 20 years, its entry in the index included: {} units",
        store.written() - before
    );

    set_costs(&store);
}

/// The bytes that one acknowledged set costs, over whatever history: its journal record and the position after it.
fn set_costs(history: &Memory) {
    let mut most = 0;
    let empty = Memory::default();
    for store in [&empty, history] {
        let plan = routine(&[item("supported-pistol-squat", Level::Base, &[999; 10], 600); 10]);
        let mut session = started(&plan);
        saved::save_running(store, &session).unwrap();
        let mut now = START;
        while !session.is_finished() {
            now = now.plus_ms(3_600_000);
            session = session.on(Event::Begin, now).0;
            now = now.plus_ms(3_600_000);
            let at = session.at();
            session = session.on(Event::Done(at, amount(998)), now).0;
            let (paused, _) = session.clone().on(Event::Pause, now);
            let (key, value) = saved::set_record(&session, session.done().last().unwrap());
            let before = store.written();
            saved::save_position(store, &paused, 0).unwrap();
            most = most.max(key.len() + value.len() + store.written() - before);
        }
        assert_eq!(session.done().len(), 200);
    }
    println!("one set: at most {most} units, {} bytes where a unit takes two", 2 * most);
    assert!(2 * most <= 1024);
}

#[test]
fn the_longest_names_and_rarest_letters_still_fit() {
    let store = Memory::default();
    let mut name = String::new();
    for n in 0..60 {
        write!(name, "{}", char::from_u32(0x1F600 + n).unwrap()).unwrap();
    }
    let session = Performed { name, ..another() };
    saved::append(&store, &session).unwrap();
    assert_eq!(saved::load_month(&store, NOVEMBER), Loaded::Whole(vec![session]));
}

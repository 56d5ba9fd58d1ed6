//! The coach: what Today offers and why, and sentences that are true.

use crate::log::{date, performed};
use crate::pain::report;
use crate::routine::{item, routine};
use crate::session::amount;
use mainspring::domain::catalogue::{BodyPart, Kit, Level, Measure};
use mainspring::domain::coach::{Now, Situation, Suggestion, first_suggestion, suggest};
use mainspring::domain::log::{Effort, Performed, SetDone};
use mainspring::domain::progress::weeks;
use mainspring::domain::routine::{Item, Routine, estimate, is_suggested, ready_made};
use mainspring::domain::session::Side;
use mainspring::domain::units::Seconds;
use mainspring::text::coach::{finish_sentence, finish_words, reason as said, weeks_sentence};
use mainspring::text::units::spoken;
use rstest::rstest;
use time::{Date, Duration};

const FIRST: &str = "Strength for runners. 6–13 minutes, offline, no account.";
const STARRED: &str = "It has an exercise you starred.";
const NEW: &str = "New to you, and you have the kit for it.";
const LONGEST_AGO: &str = "You haven't done this one for the longest.";
const OTHER: &str = "Different exercises from yesterday's.";
const HOURS: &str = "Coaches leave 48 hours between leg sessions.";
const ALL_DAYS: &str = "You have done all the strength days your goal asks for.";
const HARD_YESTERDAY: &str = "Yesterday was hard. Coaches leave 48 hours between leg sessions.";

/// A Wednesday.
const TODAY: (i32, u8, u8) = (2026, 11, 18);

fn today() -> Date {
    date(TODAY.0, TODAY.1, TODAY.2)
}

/// A session of the routine with this id, so many days before today, with a set of each of its exercises. "gone" is one
/// that is not there any more.
fn trained(ago: i64, id: &str) -> Performed {
    let session = performed("a", today() - Duration::days(ago), (12, 0), 0, 60, 1);
    let routine = ready_made().into_iter().find(|routine| routine.id == id);
    let items = routine.map_or_else(Vec::new, |routine| routine.items);
    let set = |item: &Item| SetDone {
        exercise: item.exercise.clone(),
        level: item.level.min(Level::Base),
        ..session.sets[0].clone()
    };
    Performed { from: id.to_owned(), sets: items.iter().map(set).collect(), ..session }
}

/// A log of sessions of these routines, newest first, the newest of them three days ago, in the week before.
fn log_of(routines: &[&str]) -> Vec<Performed> {
    (3..).zip(routines).map(|(ago, id)| trained(ago, id)).collect()
}

fn own(id: &str, exercise: &str) -> Routine {
    Routine { id: id.to_owned(), ..routine(&[item(exercise, Level::Base, &[10], 60)]) }
}

const NOTHING_HURTS: &dyn Fn(&str, Level) -> bool = &|_, _| false;

/// The suggestion for a goal that asks for two days.
fn ask(own: &[Routine], kit: &[Kit], newest_first: &[Performed]) -> Suggestion {
    let (has_older, weekly_days) = (false, 2);
    let starred = &[];
    suggest(&Situation {
        own,
        kit,
        starred,
        newest_first,
        has_older,
        today: today(),
        weekly_days,
        is_out: NOTHING_HURTS,
    })
}

/// The id of what comes next; empty for nothing.
fn id(suggestion: &Suggestion) -> &str {
    suggestion.next.as_ref().map_or("", |(routine, _)| &routine.id)
}

const BAND: &[Kit] = &[Kit::LoopBand];
const BALANCE: &[Kit] = &[Kit::Dowel, Kit::Straps];

#[rstest]
#[case::the_first_day_needs_nothing(&[], &[], &[], "six-minutes", FIRST)]
#[case::the_first_day_needs_nothing_even_with_all_the_kit(&[], Kit::ALL, &[], "six-minutes", FIRST)]
#[case::the_first_day_passes_over_own_routines(&["mine"], &[], &[], "six-minutes", FIRST)]
#[case::then_the_first_one_never_trained(&[], &[], &["six-minutes"], "body-weight", NEW)]
#[case::a_band_opens_the_bands(&[], BAND, &["six-minutes"], "bands-before-a-run", NEW)]
#[case::half_the_kit_opens_nothing(&[], &[Kit::Dowel], &["six-minutes"], "body-weight", NEW)]
#[case::all_of_its_kit_opens_the_balance(&[], BALANCE, &["six-minutes"], "balance", NEW)]
#[case::the_one_trained_longest_ago(&[], &[], &["body-weight", "six-minutes"], "six-minutes", LONGEST_AGO)]
#[case::the_newest_of_its_sessions_counts(&[], &[], &["six-minutes", "body-weight", "six-minutes"], "body-weight", LONGEST_AGO)]
#[case::kit_trained_with_counts_as_kit(&[], &[], &["six-minutes", "body-weight", "bands-before-a-run"], "bands-before-a-run", LONGEST_AGO)]
#[case::and_opens_what_else_it_is_enough_for(&["mine"], &[], &["six-minutes", "body-weight", "bands-before-a-run"], "mine", NEW)]
#[case::kit_trained_with_eight_sessions_ago_counts(&[], &[], &["l", "l", "l", "l", "l", "l", "body-weight", "bands-before-a-run"], "bands-before-a-run", LONGEST_AGO)]
#[case::not_that_of_nine_sessions_ago(&[], &[], &["l", "l", "l", "l", "l", "l", "l", "body-weight", "bands-before-a-run"], "body-weight", LONGEST_AGO)]
#[case::own_routines_take_their_turn(&["mine"], &[], &["six-minutes", "body-weight"], "mine", NEW)]
#[case::sessions_of_single_exercises_move_no_routine(&[], &[], &["lunge", "body-weight", "six-minutes"], "six-minutes", LONGEST_AGO)]
#[case::a_routine_since_removed_is_not_offered(&[], &[], &["six-minutes", "body-weight", "gone"], "body-weight", LONGEST_AGO)]
fn today_offers(
    #[case] own_ids: &[&str],
    #[case] kit: &[Kit],
    #[case] newest_first: &[&str],
    #[case] expected: &str,
    #[case] reason: &str,
) {
    let own: Vec<Routine> = own_ids.iter().map(|id| own(id, "deep-squat")).collect();
    let suggestion = ask(&own, kit, &log_of(newest_first));
    assert_eq!((id(&suggestion), suggestion.now, said(suggestion.reason)), (expected, Now::Train, reason));
    let (routine, day) = suggestion.next.unwrap();
    assert!(!routine.items.is_empty());
    assert_eq!(day, today());
}

/// Sessions so many days before Wednesday 18 November 2026, the effort of the newest, and what is said then.
#[rstest]
#[case::done_for_today(&[], &[(0, "six-minutes")], None, Now::DoneToday, HOURS, "body-weight", 2)]
#[case::twice_today(BAND, &[(0, "bands-before-a-run"), (0, "six-minutes")], None, Now::DoneToday, HOURS, "balance-or-body-weight", 2)]
#[case::done_today_and_for_the_week(&[], &[(0, "body-weight"), (1, "six-minutes")], None, Now::DoneToday, ALL_DAYS, "six-minutes", 5)]
#[case::the_week_is_done(&[], &[(1, "body-weight"), (2, "six-minutes")], None, Now::WeekDone, ALL_DAYS, "six-minutes", 5)]
#[case::twice_on_one_day_is_one_strength_day(&[], &[(2, "body-weight"), (2, "six-minutes")], None, Now::Train, LONGEST_AGO, "six-minutes", 0)]
#[case::last_week_does_not_count(&[], &[(3, "body-weight"), (4, "six-minutes")], None, Now::Train, LONGEST_AGO, "six-minutes", 0)]
#[case::something_else_than_yesterday(BAND, &[(1, "six-minutes"), (9, "bands-before-a-run"), (20, "body-weight")], None, Now::Train, OTHER, "bands-before-a-run", 0)]
#[case::the_same_after_an_easy_day_where_there_is_nothing_else(&[], &[(1, "six-minutes")], Some(Effort::Easy), Now::Train, NEW, "body-weight", 0)]
#[case::rest_after_a_hard_day(&[], &[(1, "six-minutes")], Some(Effort::Hard), Now::Rest, HARD_YESTERDAY, "body-weight", 1)]
#[case::something_else_after_a_hard_day(BAND, &[(1, "six-minutes")], Some(Effort::Hard), Now::Train, OTHER, "bands-before-a-run", 0)]
fn a_day_that_was_trained_on_and_a_week_that_is_done_ask_for_no_more(
    #[case] kit: &[Kit],
    #[case] sessions: &[(i64, &str)],
    #[case] effort: Option<Effort>,
    #[case] now: Now,
    #[case] reason: &str,
    #[case] next: &str,
    #[case] in_days: i64,
) {
    let mut log: Vec<Performed> = sessions.iter().map(|(ago, id)| trained(*ago, id)).collect();
    log[0].effort = effort;
    let suggestion = ask(&[], kit, &log);
    assert_eq!((suggestion.now, said(suggestion.reason)), (now, reason));
    assert!(next.contains(id(&suggestion)), "{} is next", id(&suggestion));
    assert_eq!(suggestion.next.unwrap().1, today() + Duration::days(in_days));
}

#[test]
fn what_was_trained_today_is_never_up_next_the_same_day() {
    for routine in ready_made() {
        for kit in [&[][..], BAND, BALANCE, Kit::ALL] {
            let suggestion = ask(&[own("mine", "deep-squat")], kit, &[trained(0, &routine.id)]);
            assert_eq!(suggestion.now, Now::DoneToday, "{}", routine.id);
            assert!(suggestion.next.unwrap().1 > today(), "{}", routine.id);
        }
    }
}

/// Sessions of single exercises, which move no routine.
#[rstest]
#[case::many_sessions(8, Level::Base, "body-weight")]
#[case::a_set_at_a_higher_level(1, Level::Hard, "body-weight")]
#[case::neither(7, Level::Base, "six-minutes")]
fn who_is_experienced_is_given_no_beginners_session(
    #[case] sessions: i64,
    #[case] level: Level,
    #[case] expected: &str,
) {
    let session = |ago: i64| {
        let mut session = trained(2 + ago, "body-weight");
        session.sets.iter_mut().for_each(|set| set.level = level);
        session
    };
    let log: Vec<Performed> = (1..=sessions).map(session).collect();
    assert_eq!(id(&ask(&[], &[], &log)), expected);
}

#[rstest]
#[case::some_of_it("lunge", Now::Train, "body-weight", &["Lunge"])]
#[case::a_routine_of_which_nothing_is_left("deep-squat lunge", Now::Train, "six-minutes", &["Deep squat", "Lunge"])]
#[case::all_of_it("deep-squat lunge single-leg-balance", Now::Rest, "", &[])]
fn what_loads_a_part_that_hurts_is_not_suggested(
    #[case] out: &str,
    #[case] now: Now,
    #[case] expected: &str,
    #[case] left_out: &[&str],
    #[values(false, true)] first_day: bool,
) {
    let is_out = |exercise: &str, _| out.split(' ').any(|other| other == exercise);
    let log = if first_day { Vec::new() } else { log_of(&["six-minutes"]) };
    let situation = Situation {
        own: &[],
        kit: &[],
        starred: &[],
        newest_first: &log,
        has_older: false,
        today: today(),
        weekly_days: 2,
        is_out: &is_out,
    };
    let suggestion = suggest(&situation);
    assert_eq!(suggestion.now, now);
    if !first_day || now == Now::Rest {
        assert_eq!((id(&suggestion), suggestion.left_out.as_slice()), (expected, left_out));
    }
    let left = suggestion.next.iter().flat_map(|(routine, _)| &routine.items);
    assert!(left.into_iter().all(|item| !is_out(&item.exercise, item.level)));
}

#[rstest]
#[case::a_year_ahead(365, Now::Train, "six-minutes")]
#[case::a_week_ahead(7, Now::Train, "six-minutes")]
#[case::tomorrow_by_a_flight_west(1, Now::DoneToday, "six-minutes")]
fn a_session_dated_ahead_does_not_count(#[case] days: i64, #[case] now: Now, #[case] expected: &str) {
    let mut log = log_of(&["body-weight", "six-minutes"]);
    log.insert(0, trained(-days, "bands-before-a-run"));
    let suggestion = ask(&[], &[], &log);
    assert_eq!((suggestion.now, id(&suggestion)), (now, expected));
    assert_eq!(ask(&[], &[], &log[..1]).now, if days == 1 { now } else { Now::Train }, "alone it is the first day");
}

#[test]
fn the_line_of_the_first_day_is_true_of_every_routine_that_today_suggests() {
    let suggested = ready_made().into_iter().filter(|routine| is_suggested(&routine.id));
    let minutes: Vec<u32> = suggested.map(|routine| estimate(&routine).minutes()).collect();
    assert_eq!((minutes.iter().min(), minutes.iter().max()), (Some(&6), Some(&13)), "{FIRST}");
}

#[test]
fn the_first_suggestion_is_that_of_an_empty_log() {
    assert_eq!(first_suggestion(today()), ask(&[], &[], &[]));
}

#[rstest]
#[case::on_the_first_day(&[], "", "body-weight bands-before-a-run balance")]
#[case::after_some_days(&[(3, "six-minutes")], "", "six-minutes bands-before-a-run balance")]
#[case::nothing_that_was_trained_today(&[(0, "six-minutes")], "", "bands-before-a-run")]
#[case::what_comes_next_if_it_shares_nothing(&[(0, "body-weight"), (4, "six-minutes"), (9, "balance")], "", "balance bands-before-a-run")]
#[case::nothing_of_this_week_where_it_is_done(&[(1, "six-minutes"), (2, "body-weight")], "", "bands-before-a-run")]
#[case::nothing_that_loads_a_part_that_hurts(&[(3, "six-minutes")], "single-leg-balance", "bands-before-a-run")]
#[case::those_with_the_kit_at_hand_first(&[(3, "body-weight"), (4, "balance"), (5, "six-minutes")], "", "balance body-weight bands-before-a-run")]
#[case::no_beginners_session_for_the_experienced(&[(9, "gone"), (9, "gone"), (9, "gone"), (9, "gone"), (9, "gone"), (9, "gone"), (9, "gone"), (9, "gone")], "", "bands-before-a-run balance")]
fn the_other_sessions(#[case] sessions: &[(i64, &str)], #[case] out: &str, #[case] expected: &str) {
    let log: Vec<Performed> = sessions.iter().map(|(ago, id)| trained(*ago, id)).collect();
    let is_out = |exercise: &str, _| exercise == out;
    let situation = Situation {
        own: &[],
        kit: &[],
        starred: &[],
        newest_first: &log,
        has_older: false,
        today: today(),
        weekly_days: 2,
        is_out: &is_out,
    };
    let others = suggest(&situation).others;
    assert_eq!(others.iter().map(|routine| routine.id.as_str()).collect::<Vec<_>>().join(" "), expected);
}

#[test]
fn new_is_said_only_where_the_whole_log_is_known() {
    let log = log_of(&["six-minutes"]);
    let situation = Situation {
        own: &[],
        kit: &[],
        starred: &[],
        newest_first: &log,
        has_older: true,
        today: today(),
        weekly_days: 2,
        is_out: NOTHING_HURTS,
    };
    assert_eq!(said(suggest(&situation).reason), "It's been a while since this one.");
}

/// Stars, the log newest first, and the routine that comes next.
#[rstest]
#[case::no_star("", "body-weight bands-before-a-run six-minutes", "six-minutes", LONGEST_AGO)]
#[case::a_starred_one_counts_twice_as_long_ago(
    "monster-walk",
    "body-weight bands-before-a-run six-minutes",
    "bands-before-a-run",
    STARRED
)]
#[case::not_yet_twice_as_long_ago(
    "monster-walk",
    "body-weight bands-before-a-run lunge lunge six-minutes",
    "six-minutes",
    LONGEST_AGO
)]
#[case::never_twice_in_a_row("monster-walk", "bands-before-a-run body-weight six-minutes", "six-minutes", LONGEST_AGO)]
#[case::a_star_on_all_of_them_decides_nothing(
    "monster-walk lunge",
    "body-weight bands-before-a-run six-minutes",
    "six-minutes",
    LONGEST_AGO
)]
#[case::of_new_ones_a_starred_one("lunge", "six-minutes", "body-weight", STARRED)]
#[case::a_star_without_its_kit(
    "single-leg-deadlift",
    "body-weight bands-before-a-run six-minutes",
    "six-minutes",
    LONGEST_AGO
)]
fn a_starred_exercise_comes_sooner(
    #[case] stars: &str,
    #[case] log: &str,
    #[case] expected: &str,
    #[case] reason: &str,
) {
    let starred: Vec<String> = stars.split(' ').map(str::to_owned).collect();
    let log = log_of(&log.split(' ').collect::<Vec<_>>());
    let situation = Situation { kit: BAND, starred: &starred, newest_first: &log, ..nothing_known() };
    let suggestion = suggest(&situation);
    assert_eq!((id(&suggestion), said(suggestion.reason)), (expected, reason));
}

/// The suggested level of the lunge, where the kit is a kettlebell or nothing, after sessions "level done/planned effort".
#[rstest]
#[case::nothing_above_base("base 12/12", Kit::ALL, "", Level::Base)]
#[case::a_level_that_was_reached("hard 12/12", Kit::ALL, "", Level::Hard)]
#[case::the_highest_of_them("hard 12/12, harder 8/8, base 12/12", Kit::ALL, "", Level::Harder)]
#[case::not_one_that_was_tried_and_not_reached("hard 12/12, harder 5/8", Kit::ALL, "", Level::Hard)]
#[case::nor_one_that_was_too_hard("hard 12/12, harder 8/8 hard", Kit::ALL, "", Level::Hard)]
#[case::nor_one_that_hurts("hard 12/12, harder 8/8", Kit::ALL, "harder", Level::Hard)]
#[case::nor_one_of_long_ago(
    "base 9/9, base 9/9, base 9/9, base 9/9, base 9/9, base 9/9, base 9/9, base 9/9, hard 9/9",
    Kit::ALL,
    "",
    Level::Base
)]
fn nobody_is_asked_below_a_level_she_has_reached(
    #[case] sessions: &str,
    #[case] kit: &[Kit],
    #[case] hurts_at: &str,
    #[case] expected: Level,
) {
    let session = |(ago, text): (i64, &str)| {
        let mut words = text.split([' ', '/']);
        let mut session = trained(ago, "body-weight");
        let level = Level::from_slug(words.next().unwrap()).unwrap();
        let mut number = || amount(words.next().unwrap().parse().unwrap());
        let (done, target) = (number(), number());
        session.effort = words.next().map(|_| Effort::Hard);
        "gone".clone_into(&mut session.from);
        session.sets.iter_mut().for_each(|set| (set.level, set.done, set.target) = (level, done, target));
        session
    };
    let log: Vec<Performed> = (3..).zip(sessions.split(", ")).map(session).collect();
    let is_out = |_: &str, level: Level| level.slug() == hurts_at;
    let own = [own("mine", "lunge")];
    let situation = Situation { kit, own: &own, newest_first: &log, is_out: &is_out, ..nothing_known() };
    let level_of = |id: &str| {
        let others: Vec<&str> = ["six-minutes", "bands-before-a-run", "balance", "mine", "body-weight"]
            .into_iter()
            .filter(|other| *other != id)
            .collect();
        let log: Vec<Performed> = log
            .iter()
            .cloned()
            .chain((20..).zip(others).map(|(ago, id)| Performed { sets: Vec::new(), ..trained(ago, id) }))
            .collect();
        let suggestion = suggest(&Situation { newest_first: &log, ..situation });
        assert_eq!(suggestion.next.as_ref().unwrap().0.id, id);
        (suggestion.next.unwrap().0.items.pop().unwrap(), suggestion.is_raised)
    };
    let (item, is_raised) = level_of("body-weight");
    assert_eq!((item.exercise.as_str(), item.level, is_raised), ("lunge", expected, expected > Level::Base));
    let prescribed = item.demand().unwrap().dose.sets;
    assert_eq!(item.targets.len(), prescribed.len().min(3), "as many sets as the routine has");
    assert_eq!(level_of("mine").0.level, Level::Base, "her own routine stays as she made it");
}

/// The squat at Harder needs nothing, at Hard a BOSU.
#[rstest]
#[case::without_it(&[], Level::Base)]
#[case::with_it(&[Kit::Bosu], Level::Hard)]
fn a_level_between_that_kit_is_missing_for_is_passed_over(#[case] kit: &[Kit], #[case] expected: Level) {
    let mut log = log_of(&["gone", "six-minutes"]);
    log[0].sets = trained(3, "body-weight").sets;
    log[0].sets.iter_mut().for_each(|set| set.level = Level::Harder);
    let is_out = |exercise: &str, level: Level| exercise == "deep-squat" && level == Level::Harder;
    let suggestion = suggest(&Situation { kit, newest_first: &log, is_out: &is_out, ..nothing_known() });
    let (routine, _) = suggestion.next.unwrap();
    let squat = routine.items.iter().find(|item| item.exercise == "deep-squat").unwrap();
    assert_eq!((routine.id.as_str(), squat.level), ("body-weight", expected));
}

/// Whatever the log, the kit, the stars and the pain: the first rule that holds decides, and nothing is asked that the rules
/// forbid.
#[test]
fn no_suggestion_breaks_a_rule() {
    let mut seed = 7_u64;
    let mut any = |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let ids = ["six-minutes", "bands-before-a-run", "balance", "body-weight", "mine", "gone"];
    for _ in 0..4000 {
        let mut ago = 0;
        let log: Vec<Performed> = (0..any(12))
            .map(|_| {
                ago += i64::try_from(any(4)).unwrap();
                let mut session = trained(ago, ids[usize::try_from(any(6)).unwrap()]);
                let level = Level::ALL[usize::try_from(any(3)).unwrap()];
                session.sets.iter_mut().for_each(|set| set.level = level);
                session.effort = (any(3) == 0).then_some(Effort::Hard);
                session
            })
            .collect();
        let kit: Vec<Kit> = Kit::ALL.iter().copied().filter(|_| any(2) == 0).collect();
        let starred = vec!["lunge".to_owned()];
        let sore = ["", "lunge", "deep-squat", "single-leg-balance"][usize::try_from(any(4)).unwrap()];
        let sore_from = Level::ALL[usize::try_from(any(3)).unwrap()];
        let is_out = |exercise: &str, level: Level| exercise == sore && level >= sore_from;
        let own = [own("mine", "deep-squat")];
        let situation = Situation {
            own: &own,
            kit: &kit,
            starred: &starred,
            newest_first: &log,
            is_out: &is_out,
            ..nothing_known()
        };
        let suggestion = suggest(&situation);
        let told = format!("{suggestion:?} of {log:?}");
        let trained_today = |exercise: &str| {
            log.iter().any(|session| {
                session.day() == Some(today()) && session.sets.iter().any(|set| set.exercise == exercise)
            })
        };
        let shown = mainspring::domain::coach::kit_at_hand(&kit, &log);
        if let Some((routine, day)) = &suggestion.next {
            assert!(!routine.items.is_empty(), "{told}");
            assert!(routine.items.iter().all(|item| !is_out(&item.exercise, item.level)), "sore: {told}");
            assert!(routine.kit().iter().all(|piece| shown.contains(piece)), "kit: {told}");
            assert_eq!(suggestion.now == Now::Train, *day == today(), "{told}");
            assert!(
                suggestion.now != Now::Train || !routine.items.iter().any(|item| trained_today(&item.exercise)),
                "again: {told}"
            );
            let planned = ready_made().into_iter().find(|ready| ready.id == routine.id);
            let is_above = |item: &Item| {
                planned
                    .iter()
                    .flat_map(|ready| &ready.items)
                    .any(|ready| ready.key == item.key && ready.level < item.level)
            };
            assert_eq!(suggestion.is_raised, routine.items.iter().any(is_above), "{told}");
        }
        let other_items = suggestion.others.iter().flat_map(|routine| &routine.items);
        assert!(
            other_items.into_iter().all(|item| !trained_today(&item.exercise) && !is_out(&item.exercise, item.level)),
            "{told}"
        );
        assert!(!said(suggestion.reason).is_empty());
    }
}

fn nothing_known() -> Situation<'static> {
    Situation {
        own: &[],
        kit: &[],
        starred: &[],
        newest_first: &[],
        has_older: false,
        today: today(),
        weekly_days: 2,
        is_out: NOTHING_HURTS,
    }
}

#[test]
fn an_empty_routine_is_never_offered() {
    let empty = Routine::empty("empty".to_owned(), "Empty");
    let log = log_of(&["body-weight", "six-minutes"]);
    assert_eq!(id(&ask(&[empty], &[], &log)), "six-minutes");
    let unknown = own("unknown", "moon-hop");
    assert_eq!(id(&ask(&[unknown], &[], &log)), "six-minutes", "nor one of which nothing can be trained");
}

#[test]
fn an_own_routine_for_kit_that_is_not_at_hand_is_not_offered() {
    let log = log_of(&["body-weight", "six-minutes"]);
    assert_eq!(id(&ask(&[own("mine", "monster-walk")], &[], &log)), "six-minutes");
    assert_eq!(id(&ask(&[own("mine", "monster-walk")], BAND, &log)), "bands-before-a-run");
}

#[test]
fn following_the_offer_rotates_through_everything() {
    let mut offered = Vec::new();
    for _ in 0..6 {
        let before: Vec<&str> = std::iter::once("six-minutes").chain(offered.iter().map(String::as_str)).collect();
        let newest_first: Vec<&str> = before.into_iter().rev().collect();
        let next = id(&ask(&[], Kit::ALL, &log_of(&newest_first))).to_owned();
        offered.push(next);
    }
    let round = ["bands-before-a-run", "balance", "body-weight"];
    assert_eq!(offered, [&round[..], &["six-minutes"], &round[..2]].concat());
}

fn doing(exercise: &str, sets: u8, length: u32) -> Performed {
    let mut session = performed("a", date(2026, 11, 22), (12, 0), 0, length, sets);
    session.sets.iter_mut().for_each(|set| exercise.clone_into(&mut set.exercise));
    session
}

#[rstest]
#[case::the_first_ever("lunge", 1, 45, &[], "Your first session: 1 set in 45 s.")]
#[case::the_first_ever_with_more("lunge", 3, 360, &[], "Your first session: 3 sets in 6 min.")]
#[case::a_new_exercise("lunge", 3, 90, &["deep-squat"], "3 sets in 1 min 30 s, and Lunge for the first time.")]
#[case::nothing_new("lunge", 1, 60, &["deep-squat", "lunge"], "1 set in 1 min. Session 3 in your log.")]
#[case::an_exercise_this_version_does_not_know("moon-hop", 2, 60, &["lunge"], "2 sets in 1 min, and moon-hop for the first time.")]
fn the_sentence_at_the_end(
    #[case] exercise: &str,
    #[case] sets: u8,
    #[case] length: u32,
    #[case] before: &[&str],
    #[case] sentence: &str,
) {
    let before: Vec<Performed> = before.iter().map(|exercise| doing(exercise, 1, 60)).collect();
    assert_eq!(finish_sentence(&doing(exercise, sets, length), &before, &[]), sentence);
}

const BASE: Level = Level::Base;
const HARD: Level = Level::Hard;
const REPS: Measure = Measure::Reps;
const SECONDS: Measure = Measure::Seconds;

/// One minute of these sets, such as "12" and "r10 l9".
fn with_sets(exercise: &str, level: Level, measure: Measure, sets: &str) -> Performed {
    let sets: Vec<&str> = sets.split(' ').collect();
    let mut session = doing(exercise, u8::try_from(sets.len()).unwrap(), 60);
    for (set, text) in session.sets.iter_mut().zip(sets) {
        set.side = match &text[..1] {
            "r" => Some(Side::Right),
            "l" => Some(Side::Left),
            _ => None,
        };
        let done = text.trim_start_matches(['r', 'l']).parse().unwrap();
        (set.level, set.measure, set.done) = (level, measure, amount(done));
    }
    session
}

#[rstest]
#[case::most_reps(BASE, REPS, "10 12", "11", "Your best Lunge at Base: 12 reps in a set, 11 reps before.")]
#[case::longest_hold(BASE, SECONDS, "r40", "r30", "Your best Lunge at Base: 40 s in a set, 30 s before.")]
#[case::as_much_as_ever_is_no_best(BASE, REPS, "12", "12", "1 set in 1 min. Session 2 in your log.")]
#[case::an_old_best_counts(BASE, REPS, "12", "10; 12", "1 set in 1 min. Session 3 in your log.")]
#[case::less_is_no_best(BASE, REPS, "9", "10", "1 set in 1 min. Session 2 in your log.")]
#[case::reps_are_no_seconds(BASE, SECONDS, "12", "", "1 set in 1 min. Session 2 in your log.")]
#[case::a_new_level(HARD, REPS, "4", "10", "1 set in 1 min, and Lunge at Hard for the first time.")]
#[case::sides_closer(BASE, REPS, "r10 l9", "r10 l7", "Lunge: left and right 1 rep apart, 3 reps apart last time.")]
#[case::sides_even(BASE, REPS, "l9 r9", "r10 l9", "Lunge: left and right even, 1 rep apart last time.")]
#[case::in_all(BASE, REPS, "r9 l5 r9 l12", "r30 l28", "Lunge: left and right 1 rep apart, 2 reps apart last time.")]
#[case::sides_as_far_apart(BASE, REPS, "r9 l8", "r10 l9", "2 sets in 1 min. Session 2 in your log.")]
#[case::only_the_last_time_counts(BASE, REPS, "r9 l8", "r9 l9; r10 l5", "2 sets in 1 min. Session 3 in your log.")]
#[case::one_side_then(BASE, REPS, "r9 l8", "r9; r10 l5", "Lunge: left and right 1 rep apart, 5 reps apart last time.")]
#[case::one_side_now(BASE, REPS, "r9 l9 r9", "r10 l5", "3 sets in 1 min. Session 2 in your log.")]
#[case::best_first(BASE, REPS, "r11 l11", "r10 l5", "Your best Lunge at Base: 11 reps in a set, 10 reps before.")]
fn the_sentence_names_what_is_new(
    #[case] level: Level,
    #[case] measure: Measure,
    #[case] sets: &str,
    #[case] newest_first: &str,
    #[case] sentence: &str,
) {
    let earlier = |sets| with_sets("lunge", BASE, REPS, sets);
    let again = |sets| with_sets("lunge", BASE, measure, sets);
    let before: Vec<Performed> = match newest_first {
        "" => vec![earlier("10")],
        sessions => sessions.split("; ").map(again).collect(),
    };
    assert_eq!(finish_sentence(&with_sets("lunge", level, measure, sets), &before, &[]), sentence);
}

/// Comparison of a session in which nothing is new: left against right, else with the last time.
#[rstest]
#[case::as_much("12", "12", "Lunge: 12 reps in a set, as last time.")]
#[case::the_last_time_counts("12", "10; 12", "Lunge: 12 reps in a set, 10 reps last time.")]
#[case::less_is_told_as_it_is("9", "10", "Lunge: 9 reps in a set, 10 reps last time.")]
#[case::sides_even("r9 l9", "r9 l9", "Lunge: left and right even.")]
#[case::sides_apart("r9 l8", "r10 l9", "Lunge: left and right 1 rep apart.")]
#[case::one_side_only("r9", "r9 l9", "Lunge: 9 reps in a set, as last time.")]
#[case::what_is_new_comes_first("r11 l11", "r10 l5", "Your best Lunge at Base: 11 reps in a set, 10 reps before.")]
#[case::a_first("r11 l11", "", "Your first session: 2 sets in 1 min.")]
fn a_session_without_anything_new_is_compared(#[case] sets: &str, #[case] newest_first: &str, #[case] words: &str) {
    let again = |sets| with_sets("lunge", BASE, REPS, sets);
    let before: Vec<Performed> = newest_first.split("; ").filter(|sets| !sets.is_empty()).map(again).collect();
    assert_eq!(finish_words(&again(sets), &before, &[]), words);
}

#[test]
fn what_hurt_is_not_compared() {
    let again = |sets| with_sets("lunge", BASE, REPS, sets);
    let (session, before) = (again("9"), [again("10")]);
    let hurt = report("lunge", BodyPart::Knee, 1, session.started);
    assert_eq!(finish_words(&session, &before, &[hurt]), "1 set in 1 min. Session 2 in your log.");
}

#[rstest]
#[case::the_best_that_hurt("lunge", 1, 1, "1 set in 1 min. Session 2 in your log.")]
#[case::earlier_the_same_day("lunge", -3_600_000, 1, "1 set in 1 min. Session 2 in your log.")]
#[case::the_day_before("lunge", -86_400_000, 9, "Your best Lunge at Base: 12 reps in a set, 10 reps before.")]
#[case::another_exercise("deep-squat", 1, 9, "Your best Lunge at Base: 12 reps in a set, 10 reps before.")]
#[case::nothing_hurt("lunge", 1, 0, "Your best Lunge at Base: 12 reps in a set, 10 reps before.")]
fn a_set_that_hurt_is_not_praised(
    #[case] exercise: &str,
    #[case] ms_after_start: i64,
    #[case] score: u8,
    #[case] sentence: &str,
) {
    let before = [with_sets("lunge", BASE, REPS, "10")];
    let session = with_sets("lunge", BASE, REPS, "12");
    let hurt = report(exercise, BodyPart::Knee, score, session.started.plus_ms(ms_after_start));
    assert_eq!(finish_sentence(&session, &before, &[hurt]), sentence);
}

#[test]
fn an_exercise_that_hurt_is_no_first_to_be_glad_of_while_another_is() {
    let before = [with_sets("deep-squat", BASE, REPS, "10")];
    let mut session = with_sets("lunge", BASE, REPS, "8 8");
    session.sets[1].exercise = "monster-walk".to_owned();
    let hurt = [report("lunge", BodyPart::Knee, 3, session.started.plus_ms(9000))];
    let sentence = "2 sets in 1 min, and Monster walk for the first time.";
    assert_eq!(finish_sentence(&session, &before, &hurt), sentence);
}

#[rstest]
#[case::nothing_yet(&[], "Nothing yet this week; trained in 0 of the last 8 weeks.")]
#[case::once(&[22], "1 session, 10 min this week; trained in 1 of the last 8 weeks.")]
#[case::twice(&[22, 16], "2 sessions, 20 min this week; trained in 1 of the last 8 weeks.")]
#[case::last_week_only(&[15], "Nothing yet this week; trained in 1 of the last 8 weeks.")]
#[case::this_week_and_before(&[22, 15, 9, 8], "1 session, 10 min this week; trained in 3 of the last 8 weeks.")]
fn the_sentence_above_the_weeks(#[case] days_of_november: &[u8], #[case] sentence: &str) {
    let session = |day: &u8| performed("a", date(2026, 11, *day), (12, 0), 0, 600, 1);
    let log: Vec<Performed> = days_of_november.iter().map(session).collect();
    assert_eq!(weeks_sentence(&weeks(&log, date(2026, 11, 22), 8)), sentence);
}

#[test]
fn no_weeks_say_nothing() {
    assert_eq!(weeks_sentence(&[]), "");
}

#[rstest]
#[case::seconds(45, "45 s", 1)]
#[case::whole_minutes(360, "6 min", 6)]
#[case::both(90, "1 min 30 s", 2)]
#[case::nothing(0, "0 s", 1)]
#[case::rounded_to_the_nearest_minute(351, "5 min 51 s", 6)]
fn a_time_reads(#[case] seconds: u32, #[case] spoken: &str, #[case] minutes: u32) {
    assert_eq!((self::spoken(Seconds(seconds)).as_str(), Seconds(seconds).minutes()), (spoken, minutes));
}

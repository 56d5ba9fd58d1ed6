//! Merging and restoring: the laws of the union, two phones, a restore cut at every point, and taking it back.

use crate::backup::stored;
use crate::cases::cases;
use crate::log::{date, performed};
use crate::own::{any_own, row, wall_sit};
use crate::routine::{item, routine};
use crate::saved::values::running;
use crate::session::{START, amount};
use mainspring::domain::catalogue::{BodyPart, Goal, Kit, Level, OwnExercise};
use mainspring::domain::coach::pain::{Answer, FollowUp, PainChange, PainReport, PainSide, Score};
use mainspring::domain::log::{Effort, MAX_NOTE, Performed};
use mainspring::domain::routine::Routine;
use mainspring::domain::saved::{
    self, Backup, BackupFile, Counts, KeyValue, Leftover, Memory, NotApplied, NotSaved, OpenSession, PREFIX, Refused,
    RestorePlan, SettingsChange, ValueChange, apply_changes, collect, is_current, leftover, merge, plan_restore,
    read_backup, restore_record, undo_changes, write_backup,
};
use mainspring::domain::session::{Done, Session, Side};
use mainspring::domain::settings::{Settings, Theme, Toggle};
use mainspring::domain::units::{Offset, Seconds, Timestamp};
use mainspring::text::backup::gaps;
use proptest::prelude::*;
use rstest::rstest;
use std::collections::{BTreeMap, BTreeSet};

/// A routine of one of three ids, in one of several versions.
fn any_routine() -> impl Strategy<Value = Routine> {
    let items = proptest::collection::vec((proptest::sample::select(&["lunge", "deep-squat"][..]), 1..4_u16), 0..3);
    (0..3_u8, "[AB]{1,2}", items).prop_map(|(id, name, items)| {
        let amounts: Vec<[u16; 1]> = items.iter().map(|(_, amount)| [*amount]).collect();
        let lines: Vec<_> =
            items.iter().zip(&amounts).map(|((slug, _), amount)| item(slug, Level::Base, amount, 30)).collect();
        Routine { id: format!("routine{id}"), name, ..routine(&lines) }
    })
}

/// A session of one of four ids, as far as it had come on one of two phones.
fn any_session() -> impl Strategy<Value = Performed> {
    let note =
        proptest::option::of(proptest::sample::select(&["Heavy.", "Heavy. Better at the end.", "Windy.", "Knee"][..]));
    let effort = proptest::option::of(proptest::sample::select(Effort::ALL));
    (0..4_u8, proptest::collection::vec((1..5_u8, 1..4_u16, proptest::option::of(0..3_u8)), 0..5), note, effort)
        .prop_map(|(id, mut sets, note, effort)| {
            sets.sort_unstable();
            sets.dedup_by_key(|set| set.0);
            let base = performed(&format!("session{id}"), date(2026, 10 + id % 2, 20), (8, id), 0, 600, 4);
            let of = |(set, done, reserve): (u8, u16, Option<u8>)| {
                let place = usize::from(set) - 1;
                mainspring::domain::log::SetDone { done: amount(done), reserve, ..base.sets[place].clone() }
            };
            Performed {
                sets: sets.into_iter().map(of).collect(),
                note: note.map(str::to_owned),
                effort,
                ..base.clone()
            }
        })
}

fn any_report() -> impl Strategy<Value = PainReport> {
    let answer = proptest::option::of(proptest::sample::select(Answer::ALL));
    let follow_up = proptest::option::of((0..3_i64, proptest::sample::select(PainChange::ALL)));
    let words = (
        proptest::sample::select(BodyPart::ALL),
        answer,
        proptest::option::of(proptest::sample::select(PainSide::ALL)),
    );
    (0..3_i64, proptest::sample::select(&["lunge", "deep-squat"][..]), words, 0..=10_u8, follow_up).prop_map(
        |(when, exercise, (part, answer, side), score, follow_up)| PainReport {
            when: START.plus_ms(when * 60_000),
            offset: Offset::from_minutes(60),
            exercise: exercise.to_owned(),
            level: Level::Base,
            part,
            side,
            score: Score::new(score).unwrap(),
            answer,
            follow_up: follow_up.map(|(when, change)| FollowUp { when: START.plus_ms(when * 86_400_000), change }),
        },
    )
}

/// Choices that two devices can have made without contradicting each other.
fn any_settings() -> impl Strategy<Value = Settings> {
    let kit = proptest::sample::subsequence(Kit::ALL.to_vec(), 0..=Kit::ALL.len());
    let starred = proptest::sample::subsequence(vec!["deep-squat".to_owned(), "lunge".to_owned()], 0..=2);
    let banned = proptest::sample::subsequence(vec!["deep-squat".to_owned(), "moon-hop".to_owned()], 0..=2);
    (kit, starred, banned, any::<[bool; 4]>()).prop_map(|(kit, starred, banned, [dark, mute, tempo, asked])| {
        let theme = if dark { Theme::Dark } else { Theme::System };
        let settings = Settings { kit, starred, banned, theme, sound: !mute, ..Settings::default() };
        settings.with(Toggle::Tempo, tempo).with_last_request(if asked { "min=12&run=before&in=20" } else { "" })
    })
}

/// A data set of one of several phones that have exchanged files before: ids meet, contents differ.
fn any_phone() -> impl Strategy<Value = Backup> {
    let routines = proptest::collection::vec(any_routine(), 0..4);
    let sessions = proptest::collection::vec(any_session(), 0..5);
    let pain = proptest::collection::vec(any_report(), 0..4);
    let set_aside = proptest::collection::btree_set(("[ab]", "[xy]"), 0..3);
    let exercises = proptest::collection::vec(any_own(), 0..4);
    (proptest::option::of(any_settings()), exercises, routines, sessions, pain, set_aside).prop_map(
        |(settings, exercises, routines, sessions, pain, set_aside)| {
            let set_aside = set_aside.into_iter().map(|(key, text): (String, String)| (key, text)).collect();
            let mut backup = Backup { settings, exercises, routines, sessions, pain, set_aside, ..Backup::default() };
            let mut ids = BTreeSet::new();
            backup.exercises.retain(|own| ids.insert(own.id.clone()));
            backup.routines.retain(|routine| ids.insert(routine.id.clone()));
            backup.sessions.retain(|session| ids.insert(session.id.clone()));
            backup.pain.retain(|report| ids.insert(format!("{} {}", report.when.0, report.exercise)));
            backup.sessions.sort_by_key(|session| session.started);
            backup
        },
    )
}

/// `backup` without the order of its lists: what two phones must agree on.
fn content(backup: &Backup) -> Backup {
    let mut sorted = backup.clone();
    sorted.exercises.sort_by_key(|own| own.id.clone());
    sorted.routines.sort_by_key(|routine| routine.id.clone());
    sorted.pain.sort_by_key(|report| (report.when, report.exercise.clone()));
    if let Some(settings) = &mut sorted.settings {
        settings.starred.sort();
        settings.banned.sort();
    }
    for routine in &mut sorted.routines {
        for (key, item) in (0..).zip(&mut routine.items) {
            item.key = key;
        }
    }
    sorted
}

fn file(backup: &Backup) -> BackupFile {
    read_backup(write_backup(backup, &gaps(backup), START, None).as_bytes(), START).unwrap()
}

fn device(store: &Memory) -> Backup {
    collect(store, Some(&[]), START)
}

fn snapshot(store: &Memory) -> BTreeMap<String, String> {
    store.keys().unwrap().into_iter().map(|key| (key.clone(), store.get(&key).unwrap().unwrap())).collect()
}

/// A store that holds `backup`, texts set aside as well.
fn phone(backup: &Backup) -> Memory {
    let store = stored(backup);
    for (number, (key, text)) in backup.set_aside.iter().enumerate() {
        store.set(&format!("{PREFIX}quarantine.{key}.{number}"), text).unwrap();
    }
    store
}

/// A store with room for so many units in all.
struct Quota {
    store: Memory,
    room: usize,
}

impl KeyValue for Quota {
    fn get(&self, key: &str) -> Result<Option<String>, Refused> {
        self.store.get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), Refused> {
        let had = self.store.get(key)?;
        self.store.set(key, value)?;
        if self.store.size() <= self.room {
            return Ok(());
        }
        match had {
            Some(had) => self.store.set(key, &had)?,
            None => self.store.remove(key)?,
        }
        Err(Refused::Full)
    }

    fn remove(&self, key: &str) -> Result<(), Refused> {
        self.store.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, Refused> {
        self.store.keys()
    }
}

fn plan(store: &Memory, backup: &Backup) -> RestorePlan {
    plan_restore(store, &[], &file(backup), START).unwrap()
}

fn restore(store: &Memory, backup: &Backup) -> Vec<ValueChange> {
    let changes = plan(store, backup).changes;
    apply_changes(store, &changes).unwrap();
    changes
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn merging_in_either_order_gives_the_same(one in any_phone(), other in any_phone()) {
        // The order of lists too: two phones hold the same, row for row.
        prop_assert_eq!(merge(&one, &other), merge(&other, &one));
    }

    #[test]
    fn merging_in_any_grouping_gives_the_same(one in any_phone(), other in any_phone(), third in any_phone()) {
        let left = merge(&merge(&one, &other), &third);
        let right = merge(&one, &merge(&other, &third));
        prop_assert_eq!(content(&left), content(&right));
    }

    #[test]
    fn merging_twice_is_merging_once(one in any_phone(), other in any_phone()) {
        prop_assert_eq!(merge(&one, &one), one.clone());
        let merged = merge(&one, &other);
        prop_assert_eq!(merge(&merged, &other), merged.clone());
        prop_assert_eq!(merge(&merged, &one), merged);
    }

    #[test]
    fn nothing_of_either_is_lost(one in any_phone(), other in any_phone()) {
        let merged = merge(&one, &other);
        for side in [&one, &other] {
            for routine in &side.routines {
                let words = |other: &Routine| other.items.iter().map(|i| (i.exercise.clone(), i.targets.clone())).collect::<Vec<_>>();
                let kept = |kept: &&Routine| words(kept) == words(routine) && kept.name.starts_with(routine.title());
                prop_assert!(merged.routines.iter().find(kept).is_some(), "{:?}", routine);
            }
            for own in &side.exercises {
                let kept = merged.exercises.iter().find(|kept| kept.id == own.id).unwrap();
                prop_assert!(kept.edited > own.edited || kept.edited == own.edited && kept.is_gone >= own.is_gone);
            }
            for session in &side.sessions {
                let kept = merged.sessions.iter().find(|kept| kept.id == session.id).unwrap();
                prop_assert!(session.sets.iter().all(|set| kept.sets.iter().any(|k| k.at == set.at && k.done >= set.done && k.reserve >= set.reserve)));
                prop_assert!(session.note.as_deref().is_none_or(|note| kept.note.as_deref().unwrap().contains(note)));
                prop_assert!(kept.effort >= session.effort);
            }
            prop_assert!(side.pain.iter().all(|report| merged.pain.iter().any(|kept| kept.is(report) && kept.follow_up.is_some() >= report.follow_up.is_some())));
            prop_assert!(side.set_aside.is_subset(&merged.set_aside));
        }
    }

    /// Phone A → file → phone B → file → A, and the other way round; and the same files again.
    #[test]
    fn two_phones_in_either_order_end_equal(a in any_phone(), b in any_phone()) {
        let (one, other) = (phone(&a), phone(&b));
        let of_one = device(&one);
        restore(&other, &of_one);
        let of_other = device(&other);
        restore(&one, &of_other);
        prop_assert_eq!(&device(&one), &of_other);
        let (third, fourth) = (phone(&a), phone(&b));
        let (of_third, of_fourth) = (device(&third), device(&fourth));
        restore(&third, &of_fourth);
        restore(&fourth, &of_third);
        prop_assert_eq!(device(&third), device(&fourth));
        prop_assert_eq!(content(&device(&third)), content(&device(&one)));
        for (phone, file) in [(&one, &of_other), (&one, &of_one), (&other, &of_one), (&third, &of_fourth)] {
            let again = plan(phone, file);
            prop_assert_eq!(&again.changes, &[]);
                prop_assert_eq!((again.exercises.new, again.exercises.differing), (0, 0));
            prop_assert_eq!((again.routines.new, again.sessions.new, again.pain.new), (0, 0, 0));
            prop_assert_eq!((again.routines.differing, again.sessions.differing, again.pain.differing), (0, 0, 0));
        }
    }

    /// Faults 9 and 40: a restore that is refused at any write leaves the store as it was; one that is cut by a kill is
    /// finished by the next start, or had not begun.
    #[test]
    fn a_restore_is_whole_or_not_at_all(a in any_phone(), b in any_phone(), refused in 0..8_usize, killed in 0..8_usize) {
        let store = phone(&b);
        let before = snapshot(&store);
        let changes = plan(&store, &a).changes;
        let small = Quota { room: store.size() + refused * 60, store };
        if let Err(error) = apply_changes(&small, &changes) {
            prop_assert_eq!(error, NotApplied::TakenBack(Refused::Full));
            prop_assert_eq!(snapshot(&small.store), before.clone());
        }
        // A store that takes nothing any more: the next start goes on from there.
        let store = phone(&b);
        store.fail_after(Some(refused));
        if let Err(NotApplied::Halfway) = apply_changes(&store, &changes) {
            store.fail_after(None);
            prop_assert_eq!(leftover(&store, &[restore_record(&changes, false, START)], START), Leftover::Finish(changes.clone()));
        }
        store.fail_after(None);
        let after = { apply_changes(&store, &changes).unwrap(); snapshot(&store) };
        // Killed after some of the writes, the record of the restore being on disk.
        let store = phone(&b);
        apply_changes(&store, &changes[..killed.min(changes.len())]).unwrap();
        let record = restore_record(&changes, false, START);
        match leftover(&store, std::slice::from_ref(&record), START) {
            Leftover::Finish(rest) => apply_changes(&store, &rest).unwrap(),
            other => prop_assert!(changes.is_empty(), "{other:?}"),
        }
        prop_assert_eq!(snapshot(&store), after.clone());
        // Killed once applied, the browser having lost the last writes: only what is lost is written again.
        let store = phone(&b);
        apply_changes(&store, &changes[..killed.min(changes.len())]).unwrap();
        let record = restore_record(&changes, true, START);
        if let Leftover::Finish(rest) = leftover(&store, std::slice::from_ref(&record), START) {
            apply_changes(&store, &rest).unwrap();
        }
        prop_assert_eq!(snapshot(&store), after);
        let undo = undo_changes(&store, &changes).unwrap();
        apply_changes(&store, &undo).unwrap();
        prop_assert_eq!(undone(&store), undone(&phone(&b)));
    }
}

#[test]
fn the_preview_counts_what_is_new_and_what_is_known() {
    let day = |n: u8| performed(&format!("session{n:03}"), date(2026, 11, n), (8, 0), 0, 600, 2);
    let file = Backup {
        routines: (0..3).map(|n| Routine::empty(format!("routine{n}"), "Legs")).collect(),
        sessions: (1..=20).map(day).collect(),
        ..Backup::default()
    };
    let device = Backup {
        routines: vec![Routine::empty("routine1".to_owned(), "Legs and hips")],
        sessions: vec![day(3), Performed { effort: Some(Effort::Easy), ..day(4) }, day(25)],
        ..Backup::default()
    };
    let plan = plan(&phone(&device), &file);
    assert_eq!(plan.sessions, Counts { all: 20, new: 18, known: 2, differing: 0 });
    assert_eq!(plan.routines, Counts { all: 3, new: 2, known: 0, differing: 1 });
    assert_eq!((plan.settings, plan.open_sets, plan.set_aside), (SettingsChange::None, 0, 0));
    let keys: Vec<_> = plan.changes.iter().map(|change| change.key.trim_start_matches(PREFIX)).collect();
    assert_eq!(keys, ["log:2026-11", "routines"]);
}

#[test]
fn of_two_versions_of_a_routine_both_are_kept() {
    let legs = |lines: &[_]| Routine { id: "legs".to_owned(), name: "Legs".to_owned(), ..routine(lines) };
    let short = legs(&[item("lunge", Level::Base, &[5], 30)]);
    let long = legs(&[item("lunge", Level::Base, &[5], 30), item("deep-squat", Level::Base, &[5], 30)]);
    let of = |routine: &Routine| Backup { routines: vec![routine.clone()], ..Backup::default() };
    for merged in [merge(&of(&short), &of(&long)), merge(&of(&long), &of(&short))] {
        let found: Vec<_> = merged.routines.iter().map(|r| (r.name.as_str(), r.items.len(), r.id == "legs")).collect();
        assert_eq!(found, [("Legs", 2, true), ("Legs (other version)", 1, false)]);
    }
}

#[test]
fn two_notes_are_both_kept_and_what_has_no_room_is_set_aside() {
    let noted = |note: &str| {
        let session = performed("noted", date(2026, 11, 3), (8, 0), 0, 600, 2);
        Backup { sessions: vec![Performed { note: Some(note.to_owned()), ..session }], ..Backup::default() }
    };
    let note = |merged: &Backup| merged.sessions[0].note.clone().unwrap();
    assert_eq!(note(&merge(&noted("Windy."), &noted("Heavy."))), "Heavy.\n—\nWindy.");
    assert_eq!(note(&merge(&noted("Heavy."), &noted("Heavy. Better later."))), "Heavy. Better later.");
    let (x, y) = ("x".repeat(MAX_NOTE), "y".repeat(MAX_NOTE));
    let merged = merge(&noted(&y), &noted(&x));
    assert_eq!((note(&merged), &merged), (x.clone(), &merge(&noted(&x), &noted(&y))));
    assert_eq!(merged.set_aside.into_iter().collect::<Vec<_>>(), [("notes".to_owned(), format!("noted: {y}"))]);
}

#[test]
fn choices_of_a_device_stay_and_kit_and_favourites_are_united() {
    let device = Settings {
        theme: Theme::Light,
        kit: vec![Kit::Kettlebell],
        starred: vec!["lunge".to_owned()],
        ..Settings::default()
    };
    let file = Settings {
        theme: Theme::Dark,
        goal: Goal::Endurance,
        kit: vec![Kit::LoopBand],
        starred: vec!["deep-squat".to_owned()],
        banned: vec!["lunge".to_owned()],
        last_request: "min=20".to_owned(),
        ..Settings::default()
    };
    let of = |settings: &Settings| Backup { settings: Some(settings.clone()), ..Backup::default() };
    let merged = merge(&of(&device), &of(&file)).settings.unwrap();
    assert_eq!((merged.theme, merged.goal), (Theme::Light, Goal::Endurance));
    assert_eq!(merged.kit, [Kit::LoopBand, Kit::Kettlebell]);
    assert_eq!(merged.starred, ["deep-squat", "lunge"]);
    assert_eq!((merged.banned, merged.last_request.as_str()), (vec!["lunge".to_owned()], "min=20"));
    assert_eq!(plan(&phone(&of(&device)), &of(&file)).settings, SettingsChange::Added);
    assert_eq!(plan(&Memory::default(), &of(&file)).settings, SettingsChange::Taken);
    assert_eq!(
        plan(&phone(&of(&device)), &of(&Settings { theme: Theme::Dark, ..Settings::default() })).settings,
        SettingsChange::Kept
    );
}

/// The session that was open on the old phone is in the log of the new one; the one that is open here is not touched.
#[test]
fn an_open_session_is_never_lost_and_never_disturbed() {
    let set = |step: usize| Done {
        step,
        amount: amount(9),
        at_ms: 41_000 * (i64::try_from(step).unwrap() + 1),
        reserve: None,
    };
    let with_sets =
        |sets: usize| Session::restore(running().plan(), None, &(0..sets).map(set).collect::<Vec<_>>()).unwrap();
    let session = with_sets(3);
    let left = Backup { open: Some(OpenSession::of(&session)), ..Backup::default() };
    let store = Memory::default();
    let found = plan(&store, &left);
    // The first two are the two sides of one.
    assert_eq!((found.sessions.new, found.open_sets, found.is_open_here), (1, 2, false));
    restore(&store, &left);
    assert_eq!(device(&store).sessions[0].sets.len(), 3);

    let store = Memory::default();
    saved::save_running(&store, &session).unwrap();
    let journal: Vec<_> = std::iter::once(saved::head_record(&session))
        .chain(session.done().iter().map(|done| saved::set_record(&session, done)))
        .collect();
    let finished = Backup { sessions: vec![left.open.clone().unwrap().performed], ..Backup::default() };
    for backup in [&left, &finished] {
        let plan = plan_restore(&store, &journal, &file(backup), START).unwrap();
        assert!(plan.is_open_here && plan.changes.is_empty(), "{plan:?}");
    }
    // The old phone's file, taken before the last sets, adds nothing to the whole session, and takes nothing away.
    let session = with_sets(5);
    let whole = Backup { sessions: vec![Performed::of(&session).unwrap()], ..Backup::default() };
    assert_eq!(merge(&whole, &left).sessions, whole.sessions);
    assert_eq!(merge(&left, &whole).sessions.len(), 0, "open there");
}

#[test]
fn what_a_newer_version_wrote_is_not_changed() {
    let store = Memory::default();
    store.set("mainspring.log:2026-11", r#"{"v":4,"new":[]}"#).unwrap();
    let file =
        file(&Backup { sessions: vec![performed("a", date(2026, 11, 3), (8, 0), 0, 600, 2)], ..Backup::default() });
    assert_eq!(plan_restore(&store, &[], &file, START), Err(NotSaved::Newer));
    assert_eq!(store.keys().unwrap().len(), 1);
}

#[test]
fn texts_set_aside_come_along_once() {
    let texts = |pairs: &[(&str, &str)]| Backup {
        set_aside: pairs.iter().map(|(k, t)| ((*k).to_owned(), (*t).to_owned())).collect(),
        ..Backup::default()
    };
    let store = phone(&texts(&[("settings", "{{{")]));
    restore(&store, &texts(&[("settings", "{{{"), ("settings", "[[["), ("routines", "~")]));
    let quarantined = store.keys().unwrap().iter().filter(|key| key.contains("quarantine")).count();
    assert_eq!(quarantined, 3);
    assert_eq!(device(&store).set_aside.len(), 3);
}

/// Another change between the plan and the write is noticed.
#[test]
fn a_plan_that_another_tab_overtook_is_not_carried_out() {
    let store = phone(&Backup { routines: vec![Routine::empty("a".to_owned(), "A")], ..Backup::default() });
    let changes =
        plan(&store, &Backup { routines: vec![Routine::empty("b".to_owned(), "B")], ..Backup::default() }).changes;
    assert!(is_current(&store, &changes));
    saved::save_routines(&store, &[Routine::empty("c".to_owned(), "C")]).unwrap();
    assert!(!is_current(&store, &changes));
    let record = restore_record(&changes, false, START);
    assert_eq!(leftover(&store, &[record], START), Leftover::Remove);
}

#[rstest]
#[case::within_a_day(23, Leftover::Nothing)]
#[case::after_a_day(25, Leftover::Remove)]
#[case::with_the_clock_set_back(-1, Leftover::Remove)]
fn an_applied_restore_is_watched_for_a_day(#[case] hours: i64, #[case] expected: Leftover) {
    let store = Memory::default();
    let changes = restore(&store, &Backup { routines: vec![Routine::empty("a".to_owned(), "A")], ..Backup::default() });
    let record = restore_record(&changes, true, START);
    // Values that the runner changed since stay changed.
    saved::save_routines(&store, &[]).unwrap();
    assert_eq!(leftover(&store, &[record], Timestamp(START.0 + hours * 3_600_000)), expected);
}

#[test]
fn a_restore_is_taken_back_until_the_next_change() {
    let store = Memory::default();
    let changes = restore(&store, &Backup { routines: vec![Routine::empty("a".to_owned(), "A")], ..Backup::default() });
    // A store that counts revisions writes the same value with another number.
    let counted = store.get("mainspring.routines").unwrap().unwrap().replace("]}]}", r#"]}],"rev":7}"#);
    store.set("mainspring.routines", &counted).unwrap();
    let undo = undo_changes(&store, &changes).unwrap();
    assert_eq!(leftover(&store, &[restore_record(&changes, false, START)], START), Leftover::Finish(changes.clone()));
    saved::save_routines(&store, &[Routine::empty("b".to_owned(), "B")]).unwrap();
    assert_eq!(undo_changes(&store, &changes), None);
    store.set("mainspring.routines", &counted).unwrap();
    apply_changes(&store, &undo).unwrap();
    assert_eq!(undone(&store), undone(&Memory::default()));
}

#[test]
fn sides_and_times_tell_sets_apart() {
    let base = performed("sides", date(2026, 11, 3), (8, 0), 0, 600, 2);
    let side = |side: Side, at: u32| {
        let set = mainspring::domain::log::SetDone { side: Some(side), at: Seconds(at), ..base.sets[0].clone() };
        Backup { sessions: vec![Performed { sets: vec![set], ..base.clone() }], ..Backup::default() }
    };
    let merged = merge(&merge(&side(Side::Right, 40), &side(Side::Left, 80)), &side(Side::Right, 40));
    assert_eq!(
        merged.sessions[0].sets.iter().map(|set| (set.side, set.at.0)).collect::<Vec<_>>(),
        [(Some(Side::Right), 40), (Some(Side::Left), 80)]
    );
}

/// A restore in a store that has second copies, killed at each point; localStorage has lost nothing, a part, or all of what was
/// written, the copies are of before or of after. What the next start makes of it is the old state or the new one, and stays so.
#[test]
fn a_restore_is_whole_with_second_copies_too() {
    let (a, b) = two_phones();
    let plain = phone(&b);
    let changes = plan(&plain, &a).changes;
    let (old, new) = (content(&device(&plain)), {
        restore(&plain, &a);
        content(&device(&plain))
    });
    assert_ne!(old, new);
    for written in 0..=changes.len() {
        for copied in [false, true] {
            for applied in [false, true] {
                let is_over = written == changes.len();
                if (copied || applied) && !is_over {
                    continue;
                }
                let store = saved::Mirrored::new(phone(&b), || 1_800_000_000);
                let _ = saved::mend(&store, &[], None);
                let mut copies = store.take_changed();
                let changes = plan_restore(&store, &[], &file(&a), START).unwrap().changes;
                let record = restore_record(&changes, applied, START);
                apply_changes(&store, &changes[..written]).unwrap();
                if copied {
                    copies.extend(store.take_changed());
                }
                // The browser dies, and localStorage has lost the last writes, some of them or none.
                for lost in 0..=written {
                    let after_kill = phone(&Backup::default());
                    for key in store.keys().unwrap() {
                        after_kill.set(&key, &store.get(&key).unwrap().unwrap()).unwrap();
                    }
                    for change in &changes[written - lost..written] {
                        match &change.before {
                            Some(before) => after_kill.set(&change.key, before).unwrap(),
                            None => after_kill.remove(&change.key).unwrap(),
                        }
                    }
                    let next = saved::Mirrored::new(after_kill, || 1_800_000_100);
                    let _ = saved::mend(&next, &copies, None);
                    if let Leftover::Finish(rest) = leftover(&next, std::slice::from_ref(&record), START) {
                        apply_changes(&next, &rest).unwrap();
                    }
                    let found = content(&collect(&next, Some(&copies), START));
                    assert_eq!(found, new, "written {written}, lost {lost}, copied {copied}, applied {applied}");
                }
            }
        }
    }
}

/// The backup of a phone; default settings count as none.
fn undone(store: &Memory) -> Backup {
    let found = device(store);
    Backup { settings: Some(found.settings.clone().unwrap_or_default()), ..found }
}

fn two_phones() -> (Backup, Backup) {
    let session = |id: &str, month: u8| performed(id, date(2026, month, 3), (8, 0), 0, 600, 2);
    let a = Backup {
        settings: Some(Settings { theme: Theme::Dark, ..Settings::default() }),
        routines: vec![Routine::empty("a".to_owned(), "A")],
        sessions: vec![session("one", 10), session("two", 11)],
        ..Backup::default()
    };
    let b = Backup {
        routines: vec![Routine::empty("b".to_owned(), "B")],
        sessions: vec![session("three", 11)],
        ..Backup::default()
    };
    (a, b)
}

#[test]
fn an_own_exercise_is_counted_and_of_two_versions_the_later_one_holds() {
    let edited =
        OwnExercise { name: "Wall sit, low".to_owned(), edited: Timestamp(wall_sit().edited.0 + 1), ..wall_sit() };
    let of = |own: &[&OwnExercise]| Backup { exercises: own.iter().copied().cloned().collect(), ..Backup::default() };
    let has = |store: &Memory, own: &OwnExercise| device(store).exercises.iter().eq([own]);
    let store = phone(&of(&[&wall_sit()]));
    let counts = plan(&store, &of(&[&edited, &row(), &OwnExercise::new("own-new00000".to_owned(), "New")])).exercises;
    assert_eq!(counts, Counts { all: 2, new: 1, known: 0, differing: 1 }, "a deleted one is not counted");
    restore(&store, &of(&[&edited]));
    assert!(has(&store, &edited));
    restore(&store, &of(&[&wall_sit()]));
    assert!(has(&store, &edited), "an earlier version changes nothing");
    let gone = OwnExercise { is_gone: true, edited: Timestamp(edited.edited.0 + 1), ..edited.clone() };
    restore(&store, &of(&[&gone]));
    restore(&store, &of(&[&edited]));
    assert!(has(&store, &gone), "a deleted one stays deleted");
}

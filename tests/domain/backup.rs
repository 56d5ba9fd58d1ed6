//! The backup file: what it holds, that it comes back as it was written, that the old forms are still read, and what is
//! said of every file that is none of ours.

use crate::cases::cases;
use crate::log::{date, performed};
use crate::own::{any_own, wall_sit};
use crate::routine::{any_routine, item, routine};
use crate::saved::any::{any_pain, any_performed, any_settings};
use crate::saved::values::running;
use crate::session::{START, amount};
use mainspring::domain::catalogue::{Level, OwnExercise};
use mainspring::domain::coach::pain::PainReport;
use mainspring::domain::log::{Effort, Performed, note};
use mainspring::domain::message::Gap;
use mainspring::domain::name::visible_or_unnamed;
use mainspring::domain::routine::{MAX_NAME, Routine};
use mainspring::domain::saved::{
    self, Backup, BackupFile, KeyValue, MAX_BYTES, Memory, NotRestorable, OpenSession, PREFIX, Refused, ScreenValues,
    UnreadableCounts, collect, read_backup, write_backup,
};
use mainspring::domain::session::{Done, Session};
use mainspring::domain::settings::{Settings, Theme};
use mainspring::domain::units::{Offset, Seconds, Timestamp};
use mainspring::text::Sentence;
use mainspring::text::backup::gaps;
use proptest::prelude::*;
use rstest::rstest;

const EXPORT: &str = include_str!("fixtures/saved/files/export-v1.json");
const RESCUE: &str = include_str!("fixtures/saved/files/rescue.json");
const BACKUP: &str = include_str!("fixtures/saved/files/backup-v2.json");

fn read(text: &str) -> Result<BackupFile, NotRestorable> {
    read_backup(text.as_bytes(), START)
}

fn write(backup: &Backup) -> String {
    write_backup(backup, &gaps(backup), START, Some("3f2a91c0de44"))
}

/// A text as a name or a note can be: odd characters, but none that the app would not keep.
fn any_name() -> impl Strategy<Value = String> {
    let odd =
        proptest::sample::select(&['\u{202E}', '\u{200D}', '"', '\\', '/', 'ß', '🏔', '\u{FFFD}', '\n', '\0', '{'][..]);
    let letter = prop_oneof![3 => proptest::char::range('a', 'z'), 1 => odd, 1 => any::<char>()];
    proptest::collection::vec(letter, 0..=MAX_NAME).prop_map(String::from_iter)
}

fn id_of(text: &str, number: usize) -> String {
    let plain: String = text.chars().filter(|c| !c.is_control()).take(80).collect();
    format!("{plain}{number}")
}

fn in_range(ms: i64) -> Timestamp {
    Timestamp(ms.clamp(-62_135_596_800_000, 253_402_300_799_999))
}

/// Sessions with ids of their own and everything in range, oldest first.
fn any_sessions() -> impl Strategy<Value = Vec<Performed>> {
    let session = (any_performed(), any_name(), any_name());
    proptest::collection::vec(session, 0..5).prop_map(|sessions| {
        let whole = |(number, (mut session, name, words)): (usize, (Performed, String, String))| {
            for set in &mut session.sets {
                set.exercise = id_of(&set.exercise, 7);
            }
            let id = id_of(&session.id, number);
            Performed {
                id,
                from: id_of(&session.from, 1),
                name: visible_or_unnamed(name),
                note: note(&words),
                started: in_range(session.started.0),
                ..session
            }
        };
        let mut sessions: Vec<Performed> = sessions.into_iter().enumerate().map(whole).collect();
        sessions.sort_by(|one, other| (one.started, &one.id).cmp(&(other.started, &other.id)));
        sessions
    })
}

fn any_reports() -> impl Strategy<Value = Vec<PainReport>> {
    proptest::collection::vec(any_pain(), 0..4).prop_map(|reports| {
        let whole = |(number, mut report): (usize, PainReport)| {
            report.when = in_range(report.when.0);
            report.exercise = id_of(&report.exercise, number);
            if let Some(follow_up) = &mut report.follow_up {
                follow_up.when = in_range(follow_up.when.0);
            }
            report
        };
        reports.into_iter().enumerate().map(whole).collect()
    })
}

/// Any backup that the app can write.
pub fn any_backup() -> impl Strategy<Value = Backup> {
    let routines = proptest::collection::vec(any_routine(), 0..4).prop_map(|routines| {
        let whole = |(number, routine)| Routine { id: format!("routine{number}"), ..routine };
        routines.into_iter().enumerate().map(whole).collect()
    });
    let set_aside = proptest::collection::btree_set(("[a-z:0-9-]{1,20}", any::<String>()), 0..3);
    let missing = proptest::collection::vec("[A-Z][a-z ]{0,80}\\.", 0..3);
    let open = proptest::option::of(0..6_usize);
    let exercises = proptest::collection::vec(any_own(), 0..4).prop_map(|own| {
        let whole = |(number, own)| OwnExercise { id: format!("own-aaaaaaa{number}"), ..own };
        own.into_iter().enumerate().map(whole).collect()
    });
    let parts = (proptest::option::of(any_settings()), exercises, routines, any_sessions(), any_reports());
    (parts, set_aside, missing, open).prop_map(|(parts, set_aside, missing, open)| {
        let (settings, exercises, routines, sessions, pain) = parts;
        let open = open.map(|sets| OpenSession::of(&open_session(sets)));
        let missing = missing.into_iter().map(Gap::Told).collect();
        Backup { settings, exercises, routines, sessions, pain, open, set_aside, missing }
    })
}

/// The session of the fixtures with its first sets done.
fn open_session(sets: usize) -> Session {
    let set = |step: usize| Done {
        step,
        amount: amount(9),
        at_ms: 41_000 * (i64::try_from(step).unwrap() + 1),
        reserve: None,
    };
    Session::restore(running().plan(), None, &(0..sets).map(set).collect::<Vec<_>>()).unwrap()
}

proptest! {
    #![proptest_config(cases(200))]

    /// Fault 36.
    #[test]
    fn any_backup_comes_out_of_its_file_as_it_went_in(backup in any_backup()) {
        let file = read(&write(&backup)).unwrap();
        prop_assert_eq!(file.unreadable, UnreadableCounts::default());
        prop_assert!(file.unknown.is_empty());
        prop_assert_eq!(file.backup, backup);
    }

    #[test]
    fn what_a_store_holds_is_what_its_file_holds(backup in any_backup()) {
        let store = stored(&backup);
        let found = collect(&store, Some(&[]), START);
        prop_assert_eq!(&found.settings, &backup.settings);
        prop_assert_eq!(&found.routines, &backup.routines);
        prop_assert_eq!(&found.sessions, &backup.sessions);
        prop_assert_eq!(&found.pain, &backup.pain);
        prop_assert!(found.missing.is_empty());
    }

    /// Reading is total: any bytes give an answer.
    #[test]
    fn any_bytes_get_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(read_backup(&bytes, START).is_err());
    }

    /// A spoiled byte gives a sentence or a file in which every value is in range.
    #[test]
    fn a_spoiled_byte_never_breaks_the_reader(at in 0..BACKUP.len(), byte in any::<u8>()) {
        let mut bytes = BACKUP.as_bytes().to_vec();
        bytes[at] = byte;
        if let Ok(file) = read_backup(&bytes, START) {
            prop_assert_eq!(read(&write(&file.backup)).unwrap().backup, file.backup);
        }
    }
}

/// A download that broke off is told apart from a file of another app as soon as it names ours.
#[test]
fn a_file_cut_anywhere_is_refused() {
    let named = r#"{"app":"mainspring""#.len();
    for cut in 0..BACKUP.trim_end().len() {
        let cut = BACKUP.floor_char_boundary(cut);
        let expected = match cut {
            0 => NotRestorable::Empty,
            _ if cut < named => NotRestorable::Foreign,
            _ => NotRestorable::Damaged,
        };
        assert_eq!(read(&BACKUP[..cut]).unwrap_err(), expected, "cut at {cut}");
    }
}

/// A store that holds `backup`, written by the app's own commands.
pub fn stored(backup: &Backup) -> Memory {
    let store = Memory::default();
    if let Some(settings) = &backup.settings {
        saved::save_settings(&store, settings).unwrap();
    }
    if !backup.routines.is_empty() {
        saved::save_routines(&store, &backup.routines).unwrap();
    }
    if !backup.exercises.is_empty() {
        saved::save_exercises(&store, &backup.exercises).unwrap();
    }
    for session in &backup.sessions {
        saved::append(&store, session).unwrap();
    }
    for report in &backup.pain {
        saved::keep_pain(&store, report).unwrap();
    }
    store
}

#[test]
fn the_file_is_plain_objects_in_plain_words() {
    let file: serde_json::Value = serde_json::from_str(BACKUP).unwrap();
    assert_eq!(
        (file["app"].as_str(), file["kind"].as_str(), file["v"].as_u64()),
        (Some("mainspring"), Some("backup"), Some(2))
    );
    assert_eq!(file["saved"], "2026-11-22T18:00:00Z");
    let set = &file["sessions"][0]["sets"][1];
    let expected = r#"{"exercise":"supported-pistol-squat","level":"hard","set":1,"side":"left","measure":"reps","target":10,"done":9,"at":91,"reserve":3}"#;
    assert_eq!(*set, serde_json::from_str::<serde_json::Value>(expected).unwrap());
    // No text within a text but what could not be read.
    assert!(
        !BACKUP
            .replace(r#"Next time by the \"wall\""#, "")
            .replace(r#"Hügel \"steil\""#, "")
            .split("setAside")
            .next()
            .unwrap()
            .contains("\\\"")
    );
}

/// The old forms hold the same as the present one.
#[rstest]
#[case::the_export_of_version_1(EXPORT)]
#[case::the_rescue_file_of_the_start_page(RESCUE)]
fn an_old_form_is_still_read(#[case] text: &str) {
    let file = read(text).unwrap();
    assert_eq!((file.unreadable, &file.unknown[..]), (UnreadableCounts::default(), &[][..]));
    assert_eq!(write(&file.backup), BACKUP);
    let backup = file.backup;
    assert_eq!((backup.routines.len(), backup.sessions.len(), backup.pain.len()), (2, 2, 2));
    assert_eq!(backup.settings.unwrap().theme, Theme::Dark);
    let open = backup.open.unwrap();
    assert_eq!(
        (open.performed.id.as_str(), open.performed.sets.len(), open.at, open.steps.len()),
        ("open000001", 2, 2, 6)
    );
    assert_eq!(
        backup.set_aside.into_iter().collect::<Vec<_>>(),
        [("settings".to_owned(), "{{{ \u{202E}\"spoiled\"".to_owned())]
    );
}

#[test]
fn the_present_form_stays_readable() {
    let file = read(BACKUP).unwrap();
    assert_eq!(file.saved.as_deref(), Some("2026-11-22T18:00:00Z"));
    assert_eq!(write(&file.backup), BACKUP);
}

#[test]
fn a_rescue_file_without_the_journal_says_so() {
    let lacking =
        r#"{"app":"mainspring","kind":"rescue","saved":"x","localStorage":null,"journal":null,"problems":["no"]}"#;
    let missing = read(lacking).unwrap().backup.missing;
    assert_eq!(missing.len(), 2, "{missing:?}");
}

// Contents of the file ------------------------------------------------------------------------------------------------

/// R6: both stores refuse after the first set; five are done.
#[test]
fn the_file_holds_what_is_on_screen_though_the_stores_refused() {
    let store = Memory::default();
    saved::save_routines(&store, &[Routine::empty("stored0001".to_owned(), "Stored")]).unwrap();
    saved::append(&store, &performed("logged0001", date(2026, 11, 20), (8, 0), 0, 600, 2)).unwrap();
    let journal = [saved::head_record(&running())];
    let rated = Performed {
        effort: Some(Effort::Hard),
        note: note("Heavy."),
        ..performed("logged0001", date(2026, 11, 20), (8, 0), 0, 600, 2)
    };
    let refused = performed("refused001", date(2026, 11, 21), (8, 0), 0, 600, 2);
    let unsaved = Routine {
        name: "Unsaved rows".to_owned(),
        id: "unsaved001".to_owned(),
        ..routine(&[item("lunge", Level::Hard, &[5], 30)])
    };
    let screen = ScreenValues {
        settings: Settings { theme: Theme::Dark, ..Settings::default() },
        exercises: vec![wall_sit()],
        routines: vec![unsaved.clone()],
        sessions: vec![refused.clone(), rated.clone()],
        pain: Vec::new(),
        open: Some(open_session(5)),
    };
    let backup = read(&write(&collect(&store, Some(&journal), START).with_screen(screen))).unwrap().backup;
    assert_eq!(backup.open.unwrap().performed.sets.len(), 5);
    assert_eq!(backup.exercises, [wall_sit()]);
    assert_eq!(backup.sessions, [rated, refused]);
    assert_eq!(
        backup.routines.iter().map(|routine| routine.name.as_str()).collect::<Vec<_>>(),
        ["Unsaved rows", "Stored"]
    );
    assert_eq!(backup.settings.unwrap().theme, Theme::Dark);
    assert_eq!(backup.missing, <[Gap; 0]>::default());
}

/// R8.
#[test]
fn the_file_says_what_it_lacks() {
    let store = Memory::default();
    for (key, text) in
        [("log:2026-10", "{{{"), ("log:2026-11", r#"{"v":9,"new":1}"#), ("routines", "[]"), ("plan", r#"{"v":1}"#)]
    {
        store.set(&format!("{PREFIX}{key}"), text).unwrap();
    }
    let backup = collect(&store, None, START);
    assert_eq!(backup.missing.len(), 4, "{:?}", backup.missing);
    let told = gaps(&backup);
    for words in ["journal", "2026-10", "newer version", "routines"] {
        assert!(told.iter().any(|sentence| sentence.contains(words)), "{words}: {told:?}");
    }
    let kept: Vec<_> = backup.set_aside.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
    let expected =
        [("log:2026-10", "{{{"), ("log:2026-11", r#"{"v":9,"new":1}"#), ("plan", r#"{"v":1}"#), ("routines", "[]")];
    assert_eq!(kept, expected);
    // Reading for the file changes nothing in the store.
    assert_eq!(store.keys().unwrap().len(), 4);
    assert_eq!(collect(&Blocked, Some(&[]), START).missing.len(), 1);
}

struct Blocked;

impl KeyValue for Blocked {
    fn get(&self, _: &str) -> Result<Option<String>, Refused> {
        Err(Refused::Blocked)
    }

    fn set(&self, _: &str, _: &str) -> Result<(), Refused> {
        Err(Refused::Blocked)
    }

    fn remove(&self, _: &str) -> Result<(), Refused> {
        Err(Refused::Blocked)
    }

    fn keys(&self) -> Result<Vec<String>, Refused> {
        Err(Refused::Blocked)
    }
}

#[test]
fn what_the_store_has_lost_is_taken_from_the_journals_copy() {
    let copy = r#"{"v":1,"routines":[{"id":"a","name":"Copy","items":[]}]}"#;
    let journal = [("store/routines".to_owned(), copy.to_owned())];
    let backup = collect(&Memory::default(), Some(&journal), START);
    assert_eq!(backup.routines[0].name, "Copy");
    assert!(backup.set_aside.is_empty() && backup.missing.is_empty());
}

// Files that are none of ours -----------------------------------------------------------------------------------------

#[rstest]
#[case::nothing("", NotRestorable::Empty)]
#[case::space(" \n\t", NotRestorable::Empty)]
#[case::csv("date,exercise,reps\n2026-11-26,squat,10\n", NotRestorable::Foreign)]
#[case::a_web_page("<!DOCTYPE html><title>mainspring</title>", NotRestorable::Foreign)]
#[case::a_list("[1,2,3]", NotRestorable::Foreign)]
#[case::another_app(r#"{"app":"strong","v":1,"workouts":[]}"#, NotRestorable::Foreign)]
#[case::no_app(r#"{"version":3,"sessions":[]}"#, NotRestorable::Foreign)]
#[case::newer(r#"{"app":"mainspring","kind":"backup","v":3,"sessions":7}"#, NotRestorable::Newer)]
#[case::another_kind(r#"{"app":"mainspring","kind":"archive","v":2}"#, NotRestorable::Newer)]
#[case::an_export_of_a_later_version(r#"{"app":"mainspring","v":2,"values":{}}"#, NotRestorable::Newer)]
#[case::no_version(r#"{"app":"mainspring","kind":"backup"}"#, NotRestorable::Damaged)]
#[case::an_impossible_version(r#"{"app":"mainspring","kind":"backup","v":-1}"#, NotRestorable::Damaged)]
#[case::half_a_version(r#"{"app":"mainspring","kind":"backup","v":2.5}"#, NotRestorable::Damaged)]
#[case::a_doubled_field(
    r#"{"app":"mainspring","kind":"backup","v":2,"sessions":[],"sessions":[]}"#,
    NotRestorable::Damaged
)]
#[case::no_list(r#"{"app":"mainspring","kind":"backup","v":2,"sessions":{"a":1}}"#, NotRestorable::Damaged)]
#[case::no_values(r#"{"app":"mainspring","v":1,"values":[]}"#, NotRestorable::Damaged)]
fn another_file_gets_a_sentence(#[case] text: &str, #[case] expected: NotRestorable) {
    assert_eq!(read(text).unwrap_err(), expected);
}

#[test]
fn another_encoding_and_no_text_get_a_sentence() {
    let utf16: Vec<u8> = BACKUP.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read_backup(&utf16, START).unwrap_err(), NotRestorable::Encoding);
    let marked: Vec<u8> = [0xFE, 0xFF].into_iter().chain(BACKUP.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    assert_eq!(read_backup(&marked, START).unwrap_err(), NotRestorable::Encoding);
    assert_eq!(read_backup(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", START).unwrap_err(), NotRestorable::NotText);
    let with_mark = [b"\xEF\xBB\xBF", BACKUP.as_bytes()].concat();
    assert_eq!(read_backup(&with_mark, START).unwrap().backup, read(BACKUP).unwrap().backup);
    assert_eq!(read_backup(&vec![b' '; MAX_BYTES + 1], START).unwrap_err(), NotRestorable::TooLarge);
}

#[test]
fn every_refusal_says_what_to_do() {
    use NotRestorable::{Damaged, Empty, Encoding, Foreign, Newer, NotText, TooLarge, TooMuch};
    let all = [Damaged, Empty, Encoding, Foreign, Newer, NotText, TooLarge, TooMuch];
    let sentences: std::collections::BTreeSet<String> = all.iter().map(Sentence::sentence).collect();
    assert_eq!(sentences.len(), all.len());
    assert!(sentences.iter().all(|text| text.to_lowercase().contains("choose")), "{sentences:?}");
}

/// Fault 35.
#[test]
fn nesting_is_refused_or_left_out_and_never_overflows() {
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    let file = |field: &str| format!(r#"{{"app":"mainspring","kind":"backup","v":2,{field}}}"#);
    assert_eq!(read(&file(&format!(r#""sessions":[{deep}]"#))).unwrap().unreadable.sessions, 1);
    assert_eq!(read(&file(&format!(r#""other":{deep}"#))).unwrap().unknown, ["other"]);
    assert_eq!(read(&file(&format!(r#""settings":{deep}"#))).unwrap().unreadable.values, 1);
    assert_eq!(read(&deep).unwrap_err(), NotRestorable::Foreign);
}

/// R12.
#[test]
fn a_file_with_more_rows_than_anybody_has_is_refused() {
    for (field, count) in [("sessions", 2_000_000), ("routines", 1_001), ("pain", 2_001)] {
        let rows = vec!["0"; count].join(",");
        let text = format!(r#"{{"app":"mainspring","kind":"backup","v":2,"{field}":[{rows}]}}"#);
        assert_eq!(read(&text).unwrap_err(), NotRestorable::TooMuch, "{field}");
    }
}

/// Fault 36: a number out of its range makes its row unreadable, never another number.
#[rstest]
#[case(r#""target":10"#, r#""target":1000"#)]
#[case(r#""target":10"#, r#""target":0"#)]
#[case(r#""target":10"#, r#""target":-0"#)]
#[case(r#""target":10"#, r#""target":1e308"#)]
#[case(r#""target":10"#, r#""target":10.5"#)]
#[case(r#""target":10"#, r#""target":"10""#)]
#[case(r#""started":1795370400000"#, r#""started":9007199254740993"#)]
#[case(r#""started":1795370400000"#, r#""started":-1e308"#)]
#[case(r#""offset":-210"#, r#""offset":1440"#)]
#[case(r#""seconds":754"#, r#""seconds":4294967296"#)]
#[case(r#""level":"hard","set":1,"side":"right""#, r#""level":"hard","set":1,"side":"up""#)]
#[case(r#""level":"hard","set":1,"side":"right""#, r#""level":"moon","set":1,"side":"right""#)]
#[case(r#""effort":"right""#, r#""effort":"wrong""#)]
#[case(r#""reserve":3"#, r#""reserve":11"#)]
#[case(r#""id":"q1w2e3r4t5""#, r#""id":"""#)]
#[case(r#""id":"q1w2e3r4t5""#, r#""id":"a","id":"b""#)]
fn a_value_out_of_range_leaves_its_row_out(#[case] sound: &str, #[case] spoiled: &str) {
    let head = BACKUP.find("\"sessions\"").unwrap();
    let text = BACKUP[..head].to_owned() + &BACKUP[head..].replacen(sound, spoiled, 1);
    assert_ne!(text, BACKUP);
    let file = read(&text).unwrap();
    assert_eq!((file.unreadable.sessions, file.backup.sessions.len()), (1, 1));
}

/// Fault 38.
#[test]
fn unknown_fields_are_named_and_nothing_else_changes() {
    let text = BACKUP.replacen(r#""goal":"#, r#""__proto__":{"admin":true},"goal":"#, 1).replacen(
        r#"{"id":"k3j9x0a1b2","name""#,
        r#"{"colour":"red","id":"k3j9x0a1b2","name""#,
        1,
    );
    let file = read(&text).unwrap();
    assert_eq!(file.unknown, ["__proto__", "colour"]);
    assert_eq!(file.backup, read(BACKUP).unwrap().backup);
}

/// Fault 39.
#[test]
fn odd_texts_are_clipped_and_mended() {
    let long = "x".repeat(100_000);
    let text = |name: &str| {
        format!(r#"{{"app":"mainspring","kind":"backup","v":2,"routines":[{{"id":"a","name":"{name}","items":[]}}]}}"#)
    };
    let name = |written: &str| read(&text(written)).unwrap().backup.routines.remove(0).name;
    assert_eq!(name(&long), "x".repeat(MAX_NAME));
    assert_eq!(name(r"a\ud83cb"), "a\u{FFFD}b");
    assert_eq!(name(r"\udf31\ud83c\udf31\ud83c"), "\u{FFFD}🌱\u{FFFD}");
    assert_eq!(name(r"\\ud83c é"), r"\ud83c é");
}

#[test]
fn only_so_much_unread_text_is_carried_along() {
    let text = |size: usize| {
        let big = "y".repeat(size);
        format!(r#"{{"app":"mainspring","kind":"backup","v":2,"setAside":{{"a":["{big}","small"]}}}}"#)
    };
    assert_eq!(read(&text(1000)).unwrap().backup.set_aside.len(), 2);
    let file = read(&text(2_000_000)).unwrap();
    assert_eq!((file.backup.set_aside.len(), file.unreadable.values), (1, 1));
}

#[test]
fn twenty_years_fit_in_a_file() {
    let day = |n: i64| Timestamp(1_200_000_000_000 + n * 24 * 3_600_000);
    let session = |n: i64| Performed {
        id: format!("session{n:05}"),
        started: day(n),
        offset: Offset::from_minutes(60),
        length: Seconds(1800),
        ..performed("x", date(2026, 11, 1), (8, 0), 0, 1800, 20)
    };
    let backup = Backup { sessions: (0..5200).map(session).collect(), ..Backup::default() };
    let text = write(&backup);
    assert!(text.len() < MAX_BYTES / 2, "{}", text.len());
    assert_eq!(read(&text).unwrap().backup, backup);
}

//! Names that somebody typed: when one counts, everywhere that one comes in, and how it stands in a sentence.

use mainspring::domain::catalogue::Level;
use mainspring::domain::log::Performed;
use mainspring::domain::name::{isolated, plain, visible};
use mainspring::domain::routine::{self, Edit, Routine};
use mainspring::domain::saved::{self, KeyValue, Memory};
use mainspring::domain::units::Timestamp;
use rstest::rstest;

const NOW: Timestamp = Timestamp(1_795_370_400_000);

/// Names of characters that nobody sees.
const UNSEEN: &[(&str, &str)] = &[
    ("a zero-width space", "\u{200b}"),
    ("a joiner and a non-joiner", "\u{200d}\u{200c}"),
    ("an override", "\u{202e}"),
    ("isolates", "\u{2066}\u{2069}"),
    ("a line feed", "\n"),
    ("controls", "\u{1}\u{7f}\u{85}"),
    ("a soft hyphen", "\u{ad}"),
    ("a byte order mark", "\u{feff}"),
    ("selectors of variants", "\u{fe0f}\u{e0100}"),
    ("tags", "\u{e0041}\u{e007f}"),
    ("fillers of Hangul", "\u{3164}\u{115f}\u{ffa0}"),
    ("a blank of Braille", "\u{2800}"),
    ("wide and thin spaces", "\u{3000}\u{2009}\u{a0}"),
    ("many of them", " \u{200b}\u{a0}\u{2060}\t"),
];

const SEEN: &[&str] = &[
    "Hills",
    " Hills ",
    "é",
    "山",
    "תרגול",
    "🏔",
    "👩\u{200d}🚒",
    "❤\u{fe0f}",
    "a\u{200b}b",
    "\u{202e}sllih",
    "م\u{200c}ه",
    "·",
    "\u{301}",
];

fn title(name: &str) -> String {
    Routine::empty("x".to_owned(), name).title().to_owned()
}

#[test]
fn what_cannot_be_seen_is_no_name_wherever_one_comes_in() {
    for (what, name) in UNSEEN {
        assert_eq!(title(&visible((*name).to_owned())), "Unnamed routine", "{what}");
        let typed = Routine::empty("x".to_owned(), "Hills").edited(&Edit::Rename((*name).to_owned()));
        assert_eq!(typed.title(), "Unnamed routine", "{what}, typed");
        let sent = routine::encode(&routine_named(name));
        assert_eq!(routine::decode(&sent, "x").unwrap().title(), "Unnamed routine", "{what}, in a link");
        for (how, found) in [("stored", stored(name)), ("in a file", in_a_file(name))] {
            let (routine, session) = found;
            assert_eq!(
                (routine.title(), session.name.as_str()),
                ("Unnamed routine", "Unnamed routine"),
                "{what}, {how}"
            );
        }
    }
}

#[test]
fn what_can_be_seen_stays_as_it_was_typed() {
    for name in SEEN {
        assert_eq!(visible((*name).to_owned()), *name);
        let typed = Routine::empty("x".to_owned(), "").edited(&Edit::Rename((*name).to_owned()));
        assert_eq!(typed.name, *name);
        assert_eq!(routine::decode(&routine::encode(&routine_named(name)), "x").unwrap().name, *name);
        for (routine, session) in [stored(name), in_a_file(name)] {
            assert_eq!((routine.name.as_str(), session.name.as_str()), (*name, *name));
        }
    }
}

fn routine_named(name: &str) -> Routine {
    let lunge = mainspring::domain::catalogue::brief("lunge").unwrap();
    Routine { id: "own".to_owned(), name: name.to_owned(), ..Routine::single(lunge, Level::Base) }
}

fn session_named(name: &str) -> Performed {
    let session = crate::log::performed("a", crate::log::date(2026, 11, 20), (12, 0), 0, 60, 1);
    Performed { name: name.to_owned(), ..session }
}

/// A store whose values an older build, which took any name, has written.
fn store_with(name: &str) -> Memory {
    let store = Memory::default();
    let json = |text: &str| serde_json::to_string(text).unwrap();
    saved::save_routines(&store, &[routine_named("NAME")]).unwrap();
    saved::append(&store, &session_named("NAME")).unwrap();
    for key in store.keys().unwrap() {
        let text = store.get(&key).unwrap().unwrap().replace("\"NAME\"", &json(name));
        store.set(&key, &text).unwrap();
    }
    store
}

fn stored(name: &str) -> (Routine, Performed) {
    let store = store_with(name);
    let months = saved::month_keys(&store);
    let session = saved::load_month(&store, &months[0]).whole().unwrap().remove(0);
    (saved::load_routines(&store).whole().unwrap().remove(0), session)
}

fn in_a_file(name: &str) -> (Routine, Performed) {
    let json = serde_json::to_string(name).unwrap();
    let backup = saved::collect(&store_with("NAME"), Some(&[]), NOW);
    let file = saved::write_backup(&backup, &[], NOW, None).replace("\"NAME\"", &json);
    let mut backup = saved::read_backup(file.as_bytes(), NOW).unwrap().backup;
    (backup.routines.remove(0), backup.sessions.remove(0))
}

#[rstest]
#[case::plain("Hills", "\u{2068}Hills\u{2069}")]
#[case::an_override("\u{202e}sllih", "\u{2068}\u{202e}sllih\u{2069}")]
#[case::the_end_of_an_isolate("a\u{2069}\u{202e}b", "\u{2068}a\u{202e}b\u{2069}")]
#[case::isolates_of_its_own("\u{2067}a\u{2066}b", "\u{2068}ab\u{2069}")]
fn a_name_in_a_sentence(#[case] name: &str, #[case] expected: &str) {
    assert_eq!(isolated(name), expected);
}

#[rstest]
#[case::plain("Hills – 5×5 “easy” deleted.", "Hills", "Hills – 5×5 “easy” deleted.")]
#[case::other_letters("Хълмове deleted.", "Хълмове", "Хълмове deleted.")]
#[case::from_right_to_left("תרגול deleted.", "תרגול", "\u{2068}תרגול\u{2069} deleted.")]
#[case::an_override("\u{202e}sllih deleted.", "\u{202e}sllih", "\u{2068}\u{202e}sllih\u{2069} deleted.")]
fn marks_stay_where_they_change_anything(#[case] sentence: &str, #[case] name: &str, #[case] expected: &str) {
    assert_eq!(plain(&sentence.replace(name, &isolated(name))), expected);
}

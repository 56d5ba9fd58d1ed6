//! Values as version 1 wrote them.

use super::values::{
    earlier_november, earlier_settings, november, pains, placed, routines, running, settings, settings_with_bans,
};
use super::{EARLIER, EXERCISES, NOVEMBER, ROUTINES, filled, full, raw, snapshot};
use crate::own::{row, wall_sit};
use mainspring::domain::catalogue::{BodyPart, Level};
use mainspring::domain::coach::pain::{PainReport, PainSide};
use mainspring::domain::log::Effort;
use mainspring::domain::saved::{self, KeyValue, Loaded, Memory};
use mainspring::domain::settings::Settings;
use mainspring::domain::units::Timestamp;

#[test]
fn version_1_is_read_without_loss() {
    let store = filled();
    assert_eq!(saved::load_settings(&store), Loaded::Whole(settings()));
    assert_eq!(saved::load_routines(&store), Loaded::Whole(routines()));
    assert_eq!(saved::load_exercises(&store), Loaded::Whole(vec![wall_sit(), row()]));
    assert_eq!(saved::load_pain(&store), Loaded::Whole(pains()));
    assert_eq!(saved::load_month(&store, NOVEMBER), Loaded::Whole(november()));
    let mut session = saved::load_running(&store).whole().unwrap();
    assert_eq!(session, running());
    assert!(saved::load_position(&store, &mut session));
    assert_eq!(session, placed());
    assert_eq!(saved::missing(&store), []);
    assert_eq!(snapshot(&store), snapshot(&filled()), "reading changes nothing");
}

#[test]
fn what_version_1_wrote_before_it_could_more_is_read_and_written_back_byte_for_byte() {
    let store = Memory::default();
    for (key, value) in EARLIER {
        store.set(&full(key), value.trim_end()).unwrap();
    }
    store.set(&full("routines"), ROUTINES.trim_end()).unwrap();
    let before = snapshot(&store);
    assert_eq!(saved::load_settings(&store), Loaded::Whole(earlier_settings()));
    assert_eq!(saved::load_month(&store, NOVEMBER), Loaded::Whole(earlier_november()));
    assert_eq!((saved::load_pain(&store), saved::missing(&store)), (Loaded::Absent, vec![]));
    saved::save_settings(&store, &earlier_settings()).unwrap();
    saved::amend(&store, &earlier_november()[0], &|session| session.effort = Some(Effort::Right)).unwrap();
    assert_eq!(snapshot(&store), before);
}

#[test]
fn own_exercises_are_written_byte_for_byte_as_they_were() {
    let store = Memory::default();
    saved::save_exercises(&store, &[wall_sit(), row()]).unwrap();
    assert_eq!(raw(&store, "exercises").as_deref(), Some(EXERCISES.trim_end()));
}

#[test]
fn exercises_that_are_never_wanted_are_read_and_written_back_byte_for_byte() {
    let value = include_str!("../fixtures/saved/v1/settings-bans.json").trim_end();
    let store = Memory::default();
    store.set(&full("settings"), value).unwrap();
    assert_eq!(saved::load_settings(&store), Loaded::Whole(settings_with_bans()));
    saved::save_settings(&store, &settings_with_bans()).unwrap();
    assert_eq!(raw(&store, "settings").as_deref(), Some(value));
}

#[test]
fn the_choice_to_be_heard_on_silent_is_read_and_written_back_byte_for_byte() {
    let value = include_str!("../fixtures/saved/v1/settings-on-silent.json").trim_end();
    let on_silent = Settings { on_silent: true, ..Settings::default() };
    let store = Memory::default();
    store.set(&full("settings"), value).unwrap();
    assert_eq!(saved::load_settings(&store), Loaded::Whole(on_silent.clone()));
    saved::save_settings(&store, &on_silent).unwrap();
    assert_eq!(raw(&store, "settings").as_deref(), Some(value));
}

#[test]
fn version_1_is_written_back_byte_for_byte() {
    let store = Memory::default();
    saved::save_settings(&store, &settings()).unwrap();
    saved::save_routines(&store, &routines()).unwrap();
    saved::save_exercises(&store, &[wall_sit(), row()]).unwrap();
    saved::save_running(&store, &running()).unwrap();
    saved::save_position(&store, &placed(), 0).unwrap();
    for report in pains() {
        saved::keep_pain(&store, &report).unwrap();
    }
    for session in november() {
        saved::append(&store, &session).unwrap();
    }
    assert_eq!(snapshot(&store), snapshot(&filled()));
}

/// Two reports: of a page that died before the runner chose, and with her choice.
const PAIN_UNANSWERED: &str = include_str!("../fixtures/saved/v1/pain-unanswered.json");

#[test]
fn pain_without_an_answer_is_written_and_read_as_such() {
    let reports = [PainReport { answer: None, ..pains().remove(0) }, pains().remove(1)];
    let store = Memory::default();
    for report in &reports {
        saved::keep_pain(&store, report).unwrap();
    }
    assert_eq!(raw(&store, "pain").unwrap(), PAIN_UNANSWERED.trim_end());
    assert_eq!(saved::load_pain(&store), Loaded::Whole(reports.to_vec()));
}

/// Reports with a side, one with a later answer and one without, and a report outside a session.
const PAIN_SIDES: &str = include_str!("../fixtures/saved/v1/pain-sides.json");

#[test]
fn pain_on_one_side_or_outside_a_session_is_written_and_read_as_such() {
    let [pistol, hop] = [pains().remove(0), pains().remove(1)];
    let reports = [
        PainReport { side: Some(PainSide::Left), ..pistol.clone() },
        PainReport { side: Some(PainSide::Both), ..hop },
        PainReport {
            when: Timestamp(1_795_370_900_000),
            exercise: String::new(),
            level: Level::Base,
            part: BodyPart::Arm,
            answer: None,
            ..pistol
        },
    ];
    let store = Memory::default();
    for report in &reports {
        saved::keep_pain(&store, report).unwrap();
    }
    assert_eq!(raw(&store, "pain").unwrap(), PAIN_SIDES.trim_end());
    assert_eq!(saved::load_pain(&store), Loaded::Whole(reports.to_vec()));
}

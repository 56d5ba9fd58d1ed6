//! Any values come back as they were saved.

use super::V1;
use super::any::{any_pain, any_performed, any_settings};
use super::damaged::check_damaged;
use crate::cases::cases;
use crate::own::any_own;
use crate::routine::any_routine;
use crate::session::started;
use mainspring::domain::coach::pain::PainReport;
use mainspring::domain::log::Performed;
use mainspring::domain::saved::{self, Appended, Loaded, Memory};
use proptest::prelude::*;
use std::collections::BTreeMap;

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn any_log_comes_back_as_it_was_saved(log in proptest::collection::vec(any_performed(), 1..6)) {
        let store = Memory::default();
        let mut expected: BTreeMap<String, Vec<Performed>> = BTreeMap::new();
        for session in log {
            let month = expected.entry(saved::month_key(&session)).or_default();
            let there = month.iter().any(|other| other.id == session.id);
            let appended = saved::append(&store, &session).unwrap();
            prop_assert_eq!(appended, if there { Appended::AlreadyThere } else { Appended::Added });
            if !there {
                month.push(session);
            }
        }
        for (key, month) in expected {
            prop_assert_eq!(saved::load_month(&store, &key), Loaded::Whole(month));
        }
    }

    #[test]
    fn any_settings_come_back_as_they_were_saved(settings in any_settings()) {
        let store = Memory::default();
        saved::save_settings(&store, &settings).unwrap();
        prop_assert_eq!(saved::load_settings(&store), Loaded::Whole(settings));
    }

    #[test]
    fn any_pain_comes_back_as_it_was_told(reports in proptest::collection::vec(any_pain(), 1..6)) {
        let store = Memory::default();
        let mut told: Vec<PainReport> = Vec::new();
        for report in reports {
            saved::keep_pain(&store, &report).unwrap();
            told.retain(|other| !other.is(&report));
            told.push(report);
        }
        prop_assert_eq!(saved::load_pain(&store), Loaded::Whole(told));
    }

    #[test]
    fn any_own_exercises_come_back_as_they_were_saved(mut own in proptest::collection::vec(any_own(), 0..4)) {
        let store = Memory::default();
        let mut ids = std::collections::BTreeSet::new();
        own.retain(|own| ids.insert(own.id.clone()));
        saved::save_exercises(&store, &own).unwrap();
        prop_assert_eq!(saved::load_exercises(&store), Loaded::Whole(own));
    }

    #[test]
    fn any_routines_come_back_as_they_were_saved(routines in proptest::collection::vec(any_routine(), 0..4)) {
        let store = Memory::default();
        saved::save_routines(&store, &routines).unwrap();
        prop_assert_eq!(saved::load_routines(&store), Loaded::Whole(routines));
    }

    #[test]
    fn any_text_under_any_key_is_read_or_kept(key in proptest::sample::select(V1), text in prop_oneof![any::<String>(), r#"\{"v":1,.{0,60}\}"#]) {
        check_damaged(key.0, &text);
    }

    #[test]
    fn any_running_session_comes_back(routine in crate::session::any_known_routine()) {
        let store = Memory::default();
        let session = started(&routine);
        saved::save_running(&store, &session).unwrap();
        saved::save_position(&store, &session, 0).unwrap();
        let mut found = saved::load_running(&store).whole().unwrap();
        prop_assert!(saved::load_position(&store, &mut found));
        prop_assert_eq!(found, session);
    }
}

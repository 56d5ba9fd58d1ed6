//! A kill between the journal and the log: whatever of the two was written, the session is in the log once.

use crate::lived::{self, Texts};
use crate::tab::Tab;
use mainspring::browser::device;
use mainspring::domain::routine::ready_made;

#[test]
fn killed_between_journal_and_log_a_session_is_in_the_log_once() {
    lived::put(&Texts::new(), &Texts::new());
    let tab = Tab::open(1);
    tab.tap(|app| app.start(&ready_made().remove(0)));
    let plan = lived::stored();
    while tab.session().is_some() {
        tab.complete_set();
    }
    device::pass(5_000);
    let (keys, records) = (lived::stored(), crate::tab::journal());
    let session = lived::log(&tab);
    assert_eq!(session.len(), 1);
    assert!(lived::sets().values().any(|text| text.contains(r#""ended":true"#)));
    device::kill(1);

    let without_copy =
        |records: &Texts| records.clone().into_iter().filter(|(key, _)| !key.starts_with("store/")).collect();
    let journal: Texts = without_copy(&records);
    let unended: Texts = journal
        .clone()
        .into_iter()
        .map(|(key, text)| (key, text.replace(r#""ended":true"#, r#""ended":false"#)))
        .collect();
    let is_logged = |key: &String| key.contains(".log:") || key == "mainspring.index";
    let unlogged: Texts = keys.clone().into_iter().filter(|(key, _)| !is_logged(key)).collect();
    let with_plan = |mut keys: Texts| {
        for key in ["mainspring.active", "mainspring.at"] {
            keys.insert(key.to_owned(), plan[key].clone());
        }
        keys
    };
    let deaths = [
        ("after the journal's last word, before the log", unlogged.clone(), &journal),
        ("after the last set, before the journal's last word", with_plan(unlogged.clone()), &unended),
        ("with nothing of the last seconds but the journal", Texts::new(), &unended),
        ("after the log, before the plan was cleared", with_plan(keys.clone()), &journal),
        ("after the log, before the journal's last word", with_plan(keys.clone()), &unended),
        ("after all of it", keys.clone(), &journal),
        ("with the second copy of the log", unlogged, &records),
    ];
    let mut number = 1;
    for (when, keys, records) in deaths {
        lived::put(&keys, records);
        for start in 1..=3 {
            number += 1;
            let (tab, what) = (Tab::open(number), format!("{when}, start {start}"));
            device::pass(5_000);
            assert_eq!(lived::log(&tab), session, "{what}");
            assert!(tab.session().is_none(), "{what}");
            assert_eq!(tab.notices(), Vec::<String>::new(), "{what}");
            assert!(!lived::stored().keys().any(|key| key == "mainspring.active" || key == "mainspring.at"), "{what}");
            device::kill(number);
        }
    }
}

//! Notices: their order, how they go, and what screen readers get.

use leptos::prelude::{GetUntracked, Owner, WithUntracked};
use mainspring::domain::routine::ready_made;
use mainspring::domain::saved::NotSaved;
use mainspring::state::{Deleted, NoticeKind, Notices, Offer};

fn with_notices(test: impl FnOnce(Notices)) {
    Owner::new().with(|| test(Notices::default()));
}

#[track_caller]
fn check(notices: Notices, expected: &[&str]) {
    let texts: Vec<_> = notices.list.with_untracked(|list| list.iter().map(|notice| notice.text.clone()).collect());
    assert_eq!(texts, expected);
}

#[test]
fn notices_stand_in_the_order_told_and_a_text_told_again_moves_to_the_end() {
    with_notices(|notices| {
        for text in ["a", "b", "a"] {
            notices.tell(NoticeKind::Plain, text, Offer::Nothing);
        }
        check(notices, &["b", "a"]);
    });
}

#[test]
fn every_deletion_keeps_its_own_notice() {
    with_notices(|notices| {
        let routine = Box::new(ready_made().remove(0));
        for _ in 0..2 {
            notices.tell(NoticeKind::Plain, "deleted", Offer::Undo(Deleted::Routine(routine.clone(), Vec::new())));
        }
        check(notices, &["deleted", "deleted"]);
    });
}

#[test]
fn a_dismissed_notice_goes_and_the_others_stay() {
    with_notices(|notices| {
        for text in ["a", "b", "c"] {
            notices.tell(NoticeKind::Plain, text, Offer::Nothing);
        }
        notices.dismiss(notices.list.get_untracked()[1].id);
        check(notices, &["a", "c"]);
        notices.withdraw("c");
        check(notices, &["a"]);
        notices.clear();
        check(notices, &[]);
    });
}

#[test]
fn words_announced_again_are_a_change_of_the_status_line() {
    with_notices(|notices| {
        notices.announce("Paused.");
        let first = notices.status.get_untracked();
        notices.announce("Paused.");
        assert_ne!(notices.status.get_untracked(), first);
        assert!(notices.status.get_untracked().starts_with("Paused."));
    });
}

#[test]
fn a_refused_value_is_told_with_the_data_as_a_way_out() {
    with_notices(|notices| {
        assert_eq!(notices.check::<()>(Err(NotSaved::Unreadable)), None);
        assert_eq!(notices.list.get_untracked()[0].offer, Offer::Export);
        check(
            notices,
            &[
                "Not saved. What is stored cannot be read, nor set aside. Free some space first. You can go on and download your data.",
            ],
        );
    });
}

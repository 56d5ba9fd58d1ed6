//! Routines that came in a link: the id under which they are saved, the copy that there is, and what this version knows of them.

use crate::routine::{item, routine};
use mainspring::domain::catalogue::Level;
use mainspring::domain::routine::{RECEIVED, Routine, decode, encode, estimate};

fn hills() -> Routine {
    let routine = routine(&[item("deep-squat", Level::Base, &[10], 60), item("lunge", Level::Hard, &[8], 30)]);
    Routine { id: RECEIVED.to_owned(), name: "Hills".to_owned(), ..routine }
}

fn saved(received: &Routine) -> Routine {
    Routine { id: received.received_id(), ..received.clone() }
}

#[test]
fn the_id_follows_from_the_contents_alone() {
    let other_way = decode(&encode(&hills()), "else").unwrap();
    assert_eq!(other_way.received_id(), hills().received_id());
    assert!(hills().received_id().bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()));
    let mut other = hills();
    other.items[0].rest.0 = 61;
    assert_ne!(other.received_id(), hills().received_id());
    let renamed = Routine { name: "Dales".to_owned(), ..hills() };
    assert_ne!(renamed.received_id(), hills().received_id());
}

#[test]
fn a_changed_copy_is_the_copy_of_its_link() {
    let mut copy = saved(&hills());
    copy.name = "My hills".to_owned();
    copy.items.pop();
    let own = [routine(&[item("lunge", Level::Base, &[5], 0)]), copy.clone()];
    assert_eq!(hills().copy_among(&own), Some(&copy));
}

#[test]
fn the_same_routine_built_by_hand_is_a_copy_too_and_another_is_none() {
    let built = Routine { id: "q1w2e3r4t5".to_owned(), ..hills() };
    assert_eq!(hills().copy_among(std::slice::from_ref(&built)), Some(&built));
    let renamed = Routine { name: "Dales".to_owned(), ..built };
    assert_eq!(hills().copy_among(&[renamed]), None);
    assert_eq!(hills().copy_among(&[]), None);
}

#[test]
fn what_this_version_does_not_know_takes_no_time() {
    let mut received = hills();
    received.items.push(item_of("moon-hop"));
    received.items.insert(0, item_of("star-jump"));
    assert_eq!(received.known().items, hills().items);
    assert_eq!(estimate(&received.known()), estimate(&hills()));
}

fn item_of(exercise: &str) -> mainspring::domain::routine::Item {
    routine(&[item(exercise, Level::Base, &[5], 10)]).items.remove(0)
}

//! Places and addresses: each comes back from its own address, and any address names something.

use crate::cases::cases;
use mainspring::domain::catalogue::{Area, Filter, Kind, Kit, Level, Sides, brief};
use mainspring::domain::place::{Place, Section};
use proptest::prelude::*;
use rstest::rstest;
use std::collections::BTreeSet;

/// The place that a whole address names, split as a browser splits it.
fn open(address: &str) -> Place {
    let (address, hash) = address.split_once('#').unwrap_or((address, ""));
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    Place::parse(path, query, hash)
}

fn exercise(id: &str, level: Level) -> Place {
    Place::Exercise { id: id.to_owned(), level }
}

fn play(id: &str, level: Level) -> Place {
    Place::Play { id: id.to_owned(), level }
}

#[rstest]
#[case::an_exercise_at_a_level("deep-squat", "/play/deep-squat?level=harder")]
#[case::a_routine_at_its_own_levels("six-minutes", "/play/six-minutes")]
#[case::a_routine_of_ones_own("abcdefghij", "/play/abcdefghij")]
fn the_player_of_something_has_one_address(#[case] id: &str, #[case] address: &str) {
    assert_eq!(Place::play(id, Level::Harder).href(), address);
}

fn routine(id: &str) -> Place {
    Place::Routine { id: id.to_owned() }
}

fn session(id: &str) -> Place {
    Place::Session { id: id.to_owned() }
}

fn sheet(code: &str) -> Place {
    Place::DoneSheet { code: code.to_owned() }
}

fn shared(code: &str) -> Place {
    Place::Shared { code: code.to_owned() }
}

fn unknown(path: &str) -> Place {
    Place::Unknown { path: path.to_owned() }
}

fn exercises(query: &str) -> Place {
    Place::Exercises(Filter::from_query(query))
}

#[rstest]
#[case::today("/", Place::Today)]
#[case::the_catalogue("/exercises", exercises(""))]
#[case::the_catalogue_narrowed(
    "/exercises?q=hip%20work&type=band&kit=none&area=hips&sides=both&level=hard",
    exercises("q=hip+work&type=band&kit=none&area=hips&sides=both&level=hard")
)]
#[case::an_exercise("/exercises/deep-squat", exercise("deep-squat", Level::Base))]
#[case::an_exercise_at_a_level("/exercises/deep-squat?level=harder", exercise("deep-squat", Level::Harder))]
#[case::an_exercise_nobody_knows("/exercises/moon-hop", exercise("moon-hop", Level::Base))]
#[case::the_routines("/routines", Place::Routines)]
#[case::a_routine("/routines/six-minutes", routine("six-minutes"))]
#[case::a_shared_routine("/r#1~Hills~deep-squat.b.60.20", shared("1~Hills~deep-squat.b.60.20"))]
#[case::a_shared_routine_without_a_routine("/r#", shared(""))]
#[case::made_for_nothing("/made", Place::Made { query: String::new() })]
#[case::a_new_own_exercise("/own", Place::OwnForm { query: String::new() })]
#[case::an_own_exercise("/own?id=own-x", Place::OwnForm { query: "id=own-x".to_owned() })]
#[case::made("/made?min=12&run=before&in=20", Place::Made { query: "min=12&run=before&in=20".to_owned() })]
#[case::the_plan("/plan", Place::Plan)]
#[case::progress("/progress", Place::Progress)]
#[case::a_session("/progress/k3j9x0a1b2", session("k3j9x0a1b2"))]
#[case::the_player("/play/six-minutes", play("six-minutes", Level::Base))]
#[case::the_player_at_a_level("/play/lunge?level=hard", play("lunge", Level::Hard))]
#[case::settings("/settings", Place::Settings)]
#[case::nowhere("/nowhere", unknown("/nowhere"))]
fn an_address_and_its_place(#[case] address: &str, #[case] place: Place) {
    assert_eq!(open(address), place);
    assert_eq!(place.href(), address);
}

#[rstest]
#[case::no_path_at_all("", Place::Today)]
#[case::several_slashes("///", Place::Today)]
#[case::the_file_itself("/index.html", Place::Today)]
#[case::a_trailing_slash("/settings/", Place::Settings)]
#[case::a_trailing_slash_after_an_id("/exercises/lunge/?level=hard", exercise("lunge", Level::Hard))]
#[case::a_doubled_slash("/routines//balance", routine("balance"))]
#[case::a_level_that_is_none("/exercises/lunge?level=hardest", exercise("lunge", Level::Base))]
#[case::an_empty_level("/play/lunge?level=", play("lunge", Level::Base))]
#[case::a_level_among_others("/exercises/lunge?utm=x&level=hard&q=1", exercise("lunge", Level::Hard))]
#[case::a_filter_that_is_none("/exercises?type=trampoline&area=&x", exercises(""))]
#[case::a_query_where_none_belongs("/plan?level=hard", Place::Plan)]
#[case::a_hash_where_none_belongs("/plan#x", Place::Plan)]
#[case::something_below_a_leaf("/settings/theme", unknown("/settings/theme"))]
#[case::too_deep("/exercises/lunge/hard", unknown("/exercises/lunge/hard"))]
#[case::the_player_of_nothing("/play", unknown("/play"))]
#[case::capitals("/Settings", unknown("/Settings"))]
#[case::a_done_sheet("/d#1.AAAA", sheet("1.AAAA"))]
#[case::a_done_sheet_without_a_code("/d", sheet(""))]
#[case::a_shared_routine_with_a_path("/r/x", unknown("/r/x"))]
#[case::dots("/../settings", unknown("/../settings"))]
fn an_odd_address(#[case] address: &str, #[case] place: Place) {
    assert_eq!(open(address), place);
}

/// True for the exercises of the catalogue, one routine and one session.
fn is_there(place: &Place) -> bool {
    let id = match place {
        Place::Exercise { id, .. } | Place::Routine { id } | Place::Session { id } | Place::Play { id, .. } => id,
        Place::Unknown { .. } => return false,
        _ => return true,
    };
    brief(id).is_some() || ["six-minutes", "k3j9x0a1b2"].contains(&id.as_str())
}

#[rstest]
#[case::a_number_sign_encoded("/r%231~Hills~lunge.b.30.10", shared("%231~Hills~lunge.b.30.10"))]
#[case::encoded_twice("/r%25231%257EHills%257Elunge.b.30.10", shared("%25231%257EHills%257Elunge.b.30.10"))]
#[case::a_tracker_before_the_number_sign("/r?utm_source=x#1~Hills~lunge.b.30.10", shared("1~Hills~lunge.b.30.10"))]
#[case::a_tracker_encoded_with_it("/r%3Futm_source=x#1~Hills~lunge.b.30.10", shared("1~Hills~lunge.b.30.10"))]
#[case::a_slash_for_the_number_sign("/r/1~Hills~lunge.b.30.10", shared("1~Hills~lunge.b.30.10"))]
#[case::a_question_for_the_number_sign("/r?1~Hills~lunge.b.30.10", shared("1~Hills~lunge.b.30.10"))]
#[case::a_slash_before_the_number_sign("/r/#1~Hills~lunge.b.30.10", shared("1~Hills~lunge.b.30.10"))]
#[case::a_code_without_a_tilde("/r/2.AbCdEfGhIj", shared("2.AbCdEfGhIj"))]
#[case::a_sheet("/d%231.AbCdEfGhIj", sheet("%231.AbCdEfGhIj"))]
#[case::a_sheet_with_a_slash("/d/#1.AbCdEfGhIj", sheet("1.AbCdEfGhIj"))]
#[case::a_sheet_behind_a_tracker("/D?fbclid=x#1.AbCdEfGhIj", sheet("1.AbCdEfGhIj"))]
#[case::a_large_letter("/R#1~Hills~lunge.b.30.10", shared("1~Hills~lunge.b.30.10"))]
#[case::a_full_stop("/exercises/lunge.", exercise("lunge", Level::Base))]
#[case::a_bracket("/exercises/lunge)", exercise("lunge", Level::Base))]
#[case::a_bracket_encoded("/exercises/lunge%29", exercise("lunge", Level::Base))]
#[case::a_bracket_encoded_twice("/exercises/lunge%2529", exercise("lunge", Level::Base))]
#[case::a_quotation_mark("/exercises/lunge%22", exercise("lunge", Level::Base))]
#[case::a_curly_one("/exercises/lunge%E2%80%9D", exercise("lunge", Level::Base))]
#[case::a_space("/exercises/lunge%20", exercise("lunge", Level::Base))]
#[case::an_angle_around("/%3Cexercises/lunge%3E", exercise("lunge", Level::Base))]
#[case::words_behind("/exercises/lunge%20and%20see", exercise("lunge", Level::Base))]
#[case::large_letters("/Exercises/Deep-Squat?Level=Hard", exercise("deep-squat", Level::Hard))]
#[case::a_level_and_a_tracker("/exercises/lunge?level=hard&utm_source=x", exercise("lunge", Level::Hard))]
#[case::a_tracker_and_a_level("/exercises/lunge?fbclid=x&amp;level=hard", exercise("lunge", Level::Hard))]
#[case::a_tracker_without_a_question("/exercises/lunge&utm_source=x", exercise("lunge", Level::Base))]
#[case::a_level_and_a_full_stop("/exercises/lunge?level=hard.", exercise("lunge", Level::Hard))]
#[case::a_level_and_a_bracket("/exercises/lunge?level=harder%29%3E", exercise("lunge", Level::Harder))]
#[case::a_question_encoded("/exercises/lunge%3Flevel=hard", exercise("lunge", Level::Hard))]
#[case::a_slash_encoded("/exercises%2Flunge", exercise("lunge", Level::Base))]
#[case::all_of_it("/%65xercises%2flunge%3flevel%3dhard", exercise("lunge", Level::Hard))]
#[case::the_player("/play/six-minutes,", play("six-minutes", Level::Base))]
#[case::the_player_at_a_level("/Play/lunge?level=hard;", play("lunge", Level::Hard))]
#[case::a_routine("/routines/six-minutes!", routine("six-minutes"))]
#[case::a_session("/progress/k3j9x0a1b2%3E", session("k3j9x0a1b2"))]
#[case::a_filter("/exercises?type=Band)&area=hips&q=hip%20work", exercises("q=hip+work&type=band&area=hips"))]
#[case::a_section_in_capitals("/SETTINGS", Place::Settings)]
#[case::a_section_and_a_full_stop("/plan.", Place::Plan)]
#[case::the_first_page_and_a_bracket("/)", Place::Today)]
fn a_mangled_address_names_its_place(#[case] address: &str, #[case] place: Place) {
    assert_eq!(Place::mended(address, &is_there), Some(place));
}

#[rstest]
#[case::nowhere("/nowhere")]
#[case::below_a_leaf("/settings/theme")]
#[case::an_exercise_nobody_knows("/exercises/moon-hop.")]
#[case::a_routine_nobody_has("/routines/abcdefghij")]
#[case::another_alphabet("/丘")]
#[case::a_page_that_begins_with_r("/run")]
#[case::no_code_behind_r("/r/x")]
fn what_is_not_there_is_not_guessed(#[case] address: &str) {
    assert_eq!(Place::mended(address, &is_there).filter(|place| !matches!(place, Place::Shared { .. })), None);
}

#[rstest]
#[case::an_address("https://example.org/exercises/lunge?level=hard", exercise("lunge", Level::Hard))]
#[case::below_a_folder("https://example.org/mainspring/exercises/lunge", exercise("lunge", Level::Base))]
#[case::without_its_beginning("example.org/routines/six-minutes", routine("six-minutes"))]
#[case::words_around("Look (http://127.0.0.1:8080/exercises/lunge). Good?", exercise("lunge", Level::Base))]
#[case::a_mail_service(
    "https://safe.example/?url=https%3A%2F%2Fexample.org%2Fplay%2Flunge&x=1",
    play("lunge", Level::Base)
)]
fn the_place_of_a_link_in_a_text(#[case] text: &str, #[case] place: Place) {
    assert_eq!(Place::in_text(text, &is_there), Some(place));
}

#[test]
fn a_text_without_a_link_names_no_place() {
    for text in ["", "See you at 5.", "https://example.org/", "https://example.org/other/page", "///", "1/2"] {
        assert_eq!(Place::in_text(text, &is_there), None, "{text}");
    }
}

#[test]
fn every_section_leads_to_its_own_first_page() {
    for section in Section::ALL {
        assert_eq!(section.place().section(), Some(section), "{}", mainspring::text::place::section(section));
        assert_eq!(open(&section.place().href()), section.place());
    }
}

#[rstest]
#[case::an_exercise("/exercises/lunge", Some(Section::Exercises))]
#[case::a_routine("/routines/x", Some(Section::Routines))]
#[case::a_shared_routine("/r#x", Some(Section::Routines))]
#[case::a_session("/progress/x", Some(Section::Progress))]
#[case::the_player("/play/x", None)]
#[case::nowhere("/nowhere", None)]
fn the_section_of(#[case] address: &str, #[case] section: Option<Section>) {
    assert_eq!(open(address).section(), section);
}

#[test]
fn the_service_worker_knows_the_first_part_of_every_address() {
    let worker = include_str!("../../public/sw.js");
    let pages = worker.split_once("const PAGES = /^\\/*(").and_then(|(_, rest)| rest.split_once(')'));
    let pages = pages.expect("the list of pages").0.replace('\\', "");
    let known: BTreeSet<_> = pages.split('|').collect();
    let level = Level::Base;
    let made = Place::Made { query: "min=12".to_owned() };
    let own = Place::OwnForm { query: "id=own-x".to_owned() };
    let deeper = [exercise("x", level), routine("x"), shared("x"), sheet("x"), session("x"), play("x", level)];
    let hrefs: Vec<_> =
        Section::ALL.map(Section::place).iter().chain(&deeper).chain([&made, &own]).map(Place::href).collect();
    let first = hrefs.iter().filter_map(|href| href.split(['/', '#', '?']).nth(1)).filter(|part| !part.is_empty());
    let expected: BTreeSet<_> = first.chain(["index.html"]).collect();
    assert_eq!(known, expected);
}

#[rstest]
#[case::two_letters_swapped("deep-sqaut", Some("/exercises/deep-squat"))]
#[case::one_more("/lunges", Some("/exercises/lunge"))]
#[case::half_a_name("/exercises/glute-bridge", Some("/exercises/banded-glute-bridge"))]
#[case::capitals("/LUNGE/", Some("/exercises/lunge"))]
#[case::a_section("/excercises", Some("/exercises"))]
#[case::another_section("/setings", Some("/settings"))]
#[case::nothing_alike("/nowhere", None)]
#[case::one_letter("/x", None)]
#[case::nothing("/", None)]
#[case::another_script("/exercises/приседание", None)]
fn the_nearest_place_is_the_one_whose_name_is_most_like_it(#[case] path: &str, #[case] nearest: Option<&str>) {
    assert_eq!(Place::nearest(path).as_ref().map(Place::href).as_deref(), nearest);
}

#[test]
fn ten_thousand_levels_deep_is_nowhere() {
    let deep = "/exercises".repeat(10_000);
    assert_eq!(open(&deep), unknown(&deep));
}

fn one_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = Option<T>> {
    proptest::option::of(proptest::sample::select(all))
}

fn any_filter() -> impl Strategy<Value = Filter> {
    let text = prop_oneof![Just(String::new()), "\\PC{0,12}[a-z&=%+?#~é]"];
    let one =
        (one_of(Kind::ALL), one_of(Kit::ALL), any::<bool>(), one_of(Area::ALL), one_of(Sides::ALL), one_of(Level::ALL));
    (text, one, any::<bool>(), any::<bool>()).prop_map(
        |(text, (kind, kit, no_kit, area, sides, level), starred, own)| Filter {
            text,
            kind,
            kit,
            no_kit,
            area,
            sides,
            level,
            starred,
            own,
        },
    )
}

fn any_place() -> impl Strategy<Value = Place> {
    let id = "[A-Za-z0-9._~%-]{1,20}";
    let level = || proptest::sample::select(Level::ALL);
    prop_oneof![
        proptest::sample::select(&Section::ALL[..]).prop_map(Section::place),
        any_filter().prop_map(Place::Exercises),
        (id, level()).prop_map(|(id, level)| exercise(&id, level)),
        (id, level()).prop_map(|(id, level)| play(&id, level)),
        id.prop_map(|id| routine(&id)),
        id.prop_map(|id| session(&id)),
        ".{0,40}".prop_map(|code| shared(&code)),
        ".{0,40}".prop_map(|code| sheet(&code)),
        "[^#]{0,40}".prop_map(|query| Place::OwnForm { query }),
        "/[a-z]{1,3}/[^?#]{1,3}/x".prop_map(|path| unknown(&path)),
    ]
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn any_place_comes_back_from_its_own_address(place in any_place()) {
        prop_assert_eq!(open(&place.href()), place);
    }

    #[test]
    fn a_place_that_is_there_is_found_whatever_stands_behind_it(
        path in proptest::sample::select(&["/exercises/lunge", "/exercises/lunge?level=hard", "/play/six-minutes", "/settings", "/progress"][..]),
        behind in "[).,>\"' ;!*]{0,3}(%20|%22|%29|%3E|%E2%80%9D)?",
    ) {
        prop_assert_eq!(Place::mended(&[path, &behind].concat(), &is_there), Some(open(path)));
    }

    #[test]
    fn any_address_names_a_place_that_comes_back(path in "(/?[^?#]{0,9}){0,5}", query in "[^#]{0,30}", hash in ".{0,30}") {
        let place = Place::parse(&path, &query, &hash);
        let blank = matches!(&place, Place::Exercises(filter) if filter.is_empty());
        prop_assert!(blank || open(&place.href()) == place, "{:?} at {}", place, place.href());
    }

    #[test]
    fn no_address_panics(path in any::<String>(), query in any::<String>(), hash in any::<String>()) {
        let place = Place::parse(&path, &query, &hash);
        let _ = (place.href(), place.section());
    }
}

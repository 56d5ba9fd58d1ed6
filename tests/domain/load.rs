//! Loads: steps to a heavier or lighter one, the stored text, the way from a plan through the session into the log and to the
//! next session, and what an older program is not to lose.

use crate::blocks::any_blocks;
use crate::cases::cases;
use crate::routine::{item, routine};
use crate::saved::any::{any_load, any_performed};
use crate::session::{START, by_clock, done, due, started};
use mainspring::domain::catalogue::{self, BandColor, Level, LoadKind, LoadPlace, Units};
use mainspring::domain::load::{Band, Load, LoadChoices, MAX_BAND_NAME, Weight, bands_to_choose};
use mainspring::domain::log::{Performed, decode_sheet, encode_sheet, last_load, sheet};
use mainspring::domain::routine::{BlockKind, Edit, Item, Routine, decode, encode};
use mainspring::domain::saved::{self, Loaded, Memory};
use mainspring::domain::session::{Effect, Session, Start};
use mainspring::domain::settings::Settings;
use mainspring::domain::units::Offset;
use mainspring::text::load::{chosen, words};
use proptest::prelude::*;
use rstest::rstest;

const BASE: Level = Level::Base;
const HANDS: LoadKind = LoadKind::Weight(LoadPlace::Hands);

fn load(code: &str) -> Load {
    Load::from_code(code).unwrap_or_else(|| panic!("{code} is a load"))
}

fn own_bands() -> Vec<Band> {
    vec![Band::plain(BandColor::Green), Band::named(BandColor::Green, "Thick"), Band::plain(BandColor::Black)]
}

/// A squat (key 0) and a bridge (key 1) with a band.
fn plain() -> Routine {
    routine(&[item("deep-squat", BASE, &[10, 10], 60), item("banded-glute-bridge", BASE, &[12, 12], 30)])
}

fn loaded() -> Routine {
    let edits = [Edit::Load(0, Some(load("12 metric hands"))), Edit::Load(1, Some(load("band green Thick")))];
    edits.iter().fold(plain(), |routine, edit| routine.edited(edit))
}

#[rstest]
#[case::begins("", Units::Metric, true, "4 metric hands")]
#[case::begins_in_pounds("", Units::Imperial, true, "10 imperial hands")]
#[case::none_is_the_least("", Units::Metric, false, "")]
#[case::by_one("7 metric each-hand", Units::Imperial, true, "8 metric each-hand")]
#[case::to_a_whole_one("7.5 metric hands", Units::Metric, true, "8 metric hands")]
#[case::to_a_whole_one_below("7.5 metric hands", Units::Metric, false, "7 metric hands")]
#[case::by_two_from_twenty("20 metric hands", Units::Metric, true, "22 metric hands")]
#[case::back_to_twenty("22 metric hands", Units::Metric, false, "20 metric hands")]
#[case::by_one_below_twenty("20 metric hands", Units::Metric, false, "19 metric hands")]
#[case::by_five_in_pounds("20 imperial shoulders", Units::Imperial, true, "25 imperial shoulders")]
#[case::away("1 metric hands", Units::Metric, false, "")]
#[case::no_further("999 metric hands", Units::Metric, true, "999 metric hands")]
#[case::not_a_band("band red", Units::Metric, true, "4 metric hands")]
fn a_weight_is_stepped(#[case] now: &str, #[case] units: Units, #[case] up: bool, #[case] expected: &str) {
    let stepped = LoadChoices { units, bands: &[] }.stepped(Load::from_code(now).as_ref(), HANDS, up);
    assert_eq!(stepped.as_ref().map_or(String::new(), Load::code), expected);
}

#[rstest]
#[case::the_usual_ones_first(&[], "", true, "band yellow")]
#[case::in_their_order(&[], "band yellow", true, "band red")]
#[case::back_to_none(&[], "band yellow", false, "")]
#[case::the_last_stays(&[], "band black", true, "band black")]
#[case::her_own(&own_bands(), "", true, "band green")]
#[case::two_of_one_colour(&own_bands(), "band green", true, "band green Thick")]
#[case::from_the_second(&own_bands(), "band green Thick", true, "band black")]
#[case::back_to_the_first(&own_bands(), "band green Thick", false, "band green")]
#[case::by_the_colour_of_another_name(&own_bands(), "band black Coach's", false, "band green Thick")]
#[case::one_that_is_not_hers(&own_bands(), "band red", true, "band green")]
#[case::one_that_is_not_hers_away(&own_bands(), "band red", false, "")]
fn a_band_is_chosen_from_her_own(#[case] bands: &[Band], #[case] now: &str, #[case] up: bool, #[case] expected: &str) {
    let stepped =
        LoadChoices { units: Units::Metric, bands }.stepped(Load::from_code(now).as_ref(), LoadKind::Band, up);
    assert_eq!(stepped.as_ref().map_or(String::new(), Load::code), expected);
}

#[test]
fn the_usual_colours_are_offered_only_to_a_runner_without_bands() {
    assert_eq!(bands_to_choose(&[]).len(), BandColor::USUAL.len());
    assert_eq!(bands_to_choose(&own_bands()), own_bands());
    assert_eq!(Settings::default().bands, [], "no band is taken for hers");
}

#[rstest]
#[case("8 metric hands", "8 kg")]
#[case("17.5 imperial each-hand", "2 × 17.5 lb")]
#[case("0.1 metric shoulders", "0.1 kg on the shoulders")]
#[case("band red", "Red band")]
#[case("band red Medium one", "\u{2068}Medium one\u{2069}, red band")]
fn a_load_keeps_its_text(#[case] code: &str, #[case] said: &str) {
    assert_eq!((load(code).code(), words(&load(code))), (code.to_owned(), said.to_owned()));
}

#[rstest]
#[case("")]
#[case("8 metric")]
#[case("8 stone hands")]
#[case("8 metric feet")]
#[case("0 metric hands")]
#[case("1000 metric hands")]
#[case("8.25 metric hands")]
#[case("-8 metric hands")]
#[case("99999 metric hands")]
#[case("band")]
#[case("band pink")]
fn another_text_is_no_load(#[case] code: &str) {
    assert_eq!(Load::from_code(code), None);
}

#[test]
fn a_band_has_a_short_name_in_one_line() {
    let long = Band::named(BandColor::Red, &format!("  my\n band{} ", "x".repeat(40)));
    assert!(long.name.starts_with("my band") && long.name.chars().count() <= MAX_BAND_NAME, "{:?}", long.name);
    assert_eq!(Band::named(BandColor::Red, "\u{200b}"), Band::plain(BandColor::Red));
}

#[rstest]
#[case("deep-squat", Level::Base, Some(HANDS), "No weight")]
#[case("deep-squat", Level::Harder, None, "")]
#[case("lunge", Level::Base, Some(LoadKind::Weight(LoadPlace::EachHand)), "No weight")]
#[case("lunge", Level::Harder, None, "")]
#[case("single-leg-deadlift", Level::Harder, Some(HANDS), "No weight")]
#[case("banded-glute-bridge", Level::Base, Some(LoadKind::Band), "Any band")]
#[case("banded-dead-bug", Level::Harder, Some(LoadKind::Band), "Any band")]
#[case("single-leg-balance", Level::Base, None, "")]
fn an_exercise_takes_what_its_content_says(
    #[case] slug: &str,
    #[case] level: Level,
    #[case] kind: Option<LoadKind>,
    #[case] none: &str,
) {
    let takes = catalogue::brief(slug).unwrap().at(level).load_kind();
    assert_eq!((takes, takes.map_or(String::new(), |kind| chosen(None, kind))), (kind, none.to_owned()));
}

#[test]
fn another_level_keeps_a_load_that_fits() {
    let level = |level| loaded().edited(&Edit::Level(0, level)).items[0].load.clone();
    assert_eq!((level(Level::Harder), level(Level::Hard)), (None, None), "no weight in a jump, none on the ball");
    let bridge = loaded().edited(&Edit::Level(1, Level::Hard));
    assert_eq!(bridge.items[1].load, Some(load("band green Thick")));
}

/// Trains `session` to its end, each set at its tempo.
fn trained(mut session: Session) -> Performed {
    while let Some(now) = due(&session) {
        session = if session.phase_end().is_none() { done(session, now) } else { session.advance(now).0 };
    }
    Performed::of(&session).unwrap()
}

#[test]
fn a_session_logs_the_load_of_its_plan() {
    let loads: Vec<_> = trained(started(&loaded())).sets.iter().map(|set| set.load.clone()).collect();
    let (weight, band) = (Some(load("12 metric hands")), Some(load("band green Thick")));
    assert_eq!(loads, [weight.clone(), weight, band.clone(), band]);
    assert!(trained(started(&plain())).sets.iter().all(|set| set.load.is_none()), "no weight unless she says so");
}

#[test]
fn a_load_changed_in_the_player_holds_from_the_present_set_on() {
    let first = due(&started(&plain())).unwrap();
    let session = started(&plain()).advance(first).0;
    let end = due(&session).unwrap();
    let rest = done(session, end);
    let (rest, effects) = rest.with_load(Some(&load("8 metric hands")), end);
    assert_eq!(effects, [Effect::SavePlan]);
    let (rest, effects) = rest.with_load(Some(&load("8 metric hands")), end);
    assert_eq!(effects, [], "the same again is no change");
    let loads: Vec<_> = trained(rest).sets.iter().map(|set| set.load.clone()).collect();
    assert_eq!(loads, [None, Some(load("8 metric hands")), None, None]);
}

#[test]
fn the_next_session_begins_with_the_load_of_the_last_one() {
    let log = [trained(started(&loaded()))];
    let again = |routine: &Routine| {
        let last = |item: &Item| last_load(&log, &item.exercise, item.level);
        let start = Start { last_load: &last, ..Start::of(routine) };
        let session = Session::start("next".to_owned(), &start, START, Offset::default()).unwrap();
        session.steps().iter().map(|step| step.load.clone()).collect::<Vec<_>>()
    };
    let (weight, band) = (Some(load("12 metric hands")), Some(load("band green Thick")));
    assert_eq!(again(&plain()), [weight.clone(), weight, band.clone(), band.clone()]);
    let planned = plain().edited(&Edit::Load(0, Some(load("16 metric hands"))));
    let heavier = Some(load("16 metric hands"));
    assert_eq!(again(&planned), [heavier.clone(), heavier, band.clone(), band], "the plan comes first");
    assert_eq!(last_load(&log, "deep-squat", Level::Hard), None, "another level is another load");
}

#[test]
fn an_open_session_keeps_its_loads() {
    let store = Memory::default();
    let session = started(&loaded());
    saved::save_running(&store, &session).unwrap();
    let restored = saved::load_running(&store).whole().unwrap();
    assert_eq!(restored.steps(), session.steps());
}

#[rstest]
#[case::routines("routines", &|store: &Memory, routine: &Routine| saved::save_routines(store, std::slice::from_ref(routine)).unwrap(), [1, 3])]
#[case::plan("active", &|store: &Memory, routine: &Routine| saved::save_running(store, &started(routine)).unwrap(), [1, 2])]
#[case::log("log:2026-11", &|store: &Memory, routine: &Routine| {
    saved::append(store, &trained(started(routine))).unwrap();
}, [1, 2])]
#[case::settings("settings", &|store: &Memory, routine: &Routine| {
    let bands = if routine.items[0].load.is_some() { own_bands() } else { Vec::new() };
    saved::save_settings(store, &Settings { bands, ..Settings::default() }).unwrap();
}, [1, 2])]
fn only_a_value_with_loads_is_newer_than_an_older_program_reads(
    #[case] key: &str,
    #[case] save: &dyn Fn(&Memory, &Routine),
    #[case] versions: [u32; 2],
) {
    for (routine, version) in [plain(), loaded()].iter().zip(versions) {
        let store = Memory::default();
        save(&store, routine);
        let value = saved::KeyValue::get(&store, &format!("mainspring.{key}")).unwrap().unwrap();
        assert!(value.starts_with(&format!("{{\"v\":{version},")), "{value}");
        assert_eq!(value.contains("hands") || value.contains("green"), version > 1, "{value}");
    }
}

const ROUTINES: &str = include_str!("fixtures/saved/v3/routines.json");
const SETTINGS: &str = include_str!("fixtures/saved/v2/settings.json");
const MONTH: &str = include_str!("fixtures/saved/v2/month.json");
const PLANS: [&str; 2] =
    [include_str!("fixtures/saved/v2/active.json"), include_str!("fixtures/saved/v2/active-intervals.json")];

#[test]
fn what_is_stored_with_loads_and_clocks_is_read_and_written_back_byte_for_byte() {
    let at = |key: &str, value: &str| {
        let store = Memory::default();
        saved::KeyValue::set(&store, &format!("mainspring.{key}"), value.trim_end()).unwrap();
        store
    };
    let text = |store: &Memory, key: &str| saved::KeyValue::get(store, &format!("mainspring.{key}")).unwrap().unwrap();

    let routines = vec![loaded(), by_clock(BlockKind::Intervals)];
    let store = at("routines", ROUTINES);
    assert_eq!(saved::load_routines(&store), Loaded::Whole(routines.clone()));
    saved::save_routines(&store, &routines).unwrap();
    assert_eq!(text(&store, "routines"), ROUTINES.trim_end());

    let store = at("settings", SETTINGS);
    let settings = saved::load_settings(&store).whole().unwrap();
    assert_eq!(settings, Settings { bands: own_bands(), ..Settings::default() });
    saved::save_settings(&store, &settings).unwrap();
    assert_eq!(text(&store, "settings"), SETTINGS.trim_end());

    let month = saved::load_month(&at("log:2026-11", MONTH), "log:2026-11").whole().unwrap();
    let loads: Vec<_> = month[0].sets.iter().map(|set| set.load.as_ref().map(Load::code)).collect();
    let [weight, band] = ["12 metric hands", "band green Thick"].map(|code| Some(code.to_owned()));
    assert_eq!(loads, [weight.clone(), weight, band, None]);
    let again = Memory::default();
    saved::append(&again, &month[0]).unwrap();
    assert_eq!(text(&again, "log:2026-11"), MONTH.trim_end());

    for (plan, routine) in PLANS.into_iter().zip(routines) {
        let store = at("active", plan);
        assert_eq!(saved::load_running(&store).whole().unwrap().steps(), started(&routine).steps());
        saved::save_running(&store, &started(&routine)).unwrap();
        assert_eq!(text(&store, "active"), plan.trim_end());
    }
}

#[test]
fn bands_are_stored() {
    let (store, settings) = (Memory::default(), Settings { bands: own_bands(), ..Settings::default() });
    saved::save_settings(&store, &settings).unwrap();
    assert_eq!(saved::load_settings(&store), Loaded::Whole(settings));
}

#[test]
fn a_link_with_loads_is_of_version_3_and_short() {
    let code = encode(&loaded());
    assert!(encode(&plain()).starts_with('2') && code.starts_with('3'), "{code}");
    let read = decode(&code, "mine").unwrap();
    assert_eq!(
        read.items.iter().map(|item| item.load.clone()).collect::<Vec<_>>(),
        [Some(load("12 metric hands")), Some(load("band green Thick"))]
    );
    let weighed = plain().edited(&Edit::Load(0, Some(load("12 metric hands"))));
    assert!(encode(&weighed).len() <= encode(&plain()).len() + 3, "a weight takes two bytes");
}

#[test]
fn a_sheet_with_loads_is_of_version_3() {
    let (bare, with) = (trained(started(&plain())), trained(started(&loaded())));
    assert!(encode_sheet(&bare).starts_with("1.") && encode_sheet(&with).starts_with("3."));
    assert_eq!(decode_sheet(&encode_sheet(&with)), Ok(sheet(&with)));
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn a_load_is_read_from_its_text(load in any_load()) {
        prop_assert_eq!(Load::from_code(&load.code()), Some(load));
    }

    #[test]
    fn stepping_up_and_down_keeps_a_weight_in_range(tenths in 1..=Weight::MAX, up: bool) {
        for unit in [Units::Metric, Units::Imperial] {
            let now = Load::Weight(Weight::new(tenths, unit).unwrap(), LoadPlace::Hands);
            match (LoadChoices { units: unit, bands: &[] }.stepped(Some(&now), HANDS, up), up) {
                (Some(next), true) => prop_assert!(next >= now),
                (Some(next), false) => prop_assert!(next < now),
                (None, up) => prop_assert!(!up && tenths <= 10),
            }
        }
    }

    #[test]
    fn loads_come_out_of_a_link_as_they_went_in(routine in any_blocks()) {
        let keys = |routine: &Routine| routine.items.iter().map(|item| item.load.clone()).collect::<Vec<_>>();
        if routine.items.iter().all(|item| item.known().is_some()) && !routine.items.is_empty() {
            prop_assert_eq!(keys(&decode(&encode(&routine), "mine").unwrap()), keys(&routine));
        }
    }

    #[test]
    fn loads_come_out_of_the_log_as_they_went_in(session in any_performed()) {
        let store = Memory::default();
        saved::append(&store, &session).unwrap();
        let key = saved::month_keys(&store).remove(0);
        prop_assert_eq!(saved::load_month(&store, &key), Loaded::Whole(vec![session]));
    }
}

#[rstest]
#[case::a_point("7.5", Some(75))]
#[case::a_comma(" 7,5 ", Some(75))]
#[case::whole("8", Some(80))]
#[case::unfinished("8.", Some(80))]
#[case::zeros("20.00", Some(200))]
#[case::less_than_one(".5", Some(5))]
#[case::the_most("999", Some(9990))]
#[case::more("999.1", None)]
#[case::nothing("0", None)]
#[case::empty("", None)]
#[case::too_fine("7.25", None)]
#[case::two_points("7.5.1", None)]
#[case::a_sign("-7", None)]
#[case::a_plus("+7", None)]
#[case::a_unit("7 kg", None)]
#[case::far_too_much("70000", None)]
fn a_weight_is_typed(#[case] text: &str, #[case] tenths: Option<u16>) {
    assert_eq!(Weight::typed(text, Units::Metric).map(Weight::tenths), tenths);
}

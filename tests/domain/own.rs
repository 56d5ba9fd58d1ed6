//! Exercises of the runner's own: typed, checked, known everywhere, and in a link.

use crate::cases::cases;
use crate::link::{digest, link_of};
use crate::routine::{item, routine};
use mainspring::domain::catalogue::{
    self, Area, BodyPart, Filter, Kind, Kit, Level, LoadKind, LoadPlace, MAX_CUE, MAX_OWN_NAME, Measure, OwnExercise,
    OwnForm, OwnPose, OwnProblem, OwnTask, Sides, define, define_received, forget_own, is_own, named_poses, own_id,
    own_motion,
};
use mainspring::domain::coach::coverage;
use mainspring::domain::coach::pain::{is_out, sore};
use mainspring::domain::figure::MotionSampler;
use mainspring::domain::routine::{Item, Routine, SideOrder, UnreadableLink, decode, encode, estimate};
use mainspring::domain::session::steps;
use mainspring::domain::units::{Amount, Seconds, Timestamp};
use mainspring::text::own::UNITS;
use mainspring::text::routine::{as_text, dose_words};
use mainspring::text::{exercises, watch};
use proptest::prelude::*;
use rstest::rstest;

/// "Wall sit", as in the stored fixture.
pub fn wall_sit() -> OwnExercise {
    OwnExercise {
        measure: Measure::Seconds,
        amount: Amount::clamped(45),
        loads: vec![BodyPart::Knee, BodyPart::Thigh],
        cues: vec!["Back flat on the wall".to_owned(), "Knees over the toes".to_owned()],
        picture: Some([OwnPose::from_code("deep-squat"), OwnPose::from_code("deep-squat+")]),
        edited: Timestamp(1_795_000_000_000),
        ..OwnExercise::new("own-wallsit1".to_owned(), "Wall sit")
    }
}

/// A row with a band, deleted.
pub fn row() -> OwnExercise {
    OwnExercise {
        kind: Kind::Band,
        sides: Sides::PerSide,
        sets: 2,
        amount: Amount::clamped(12),
        rest: Seconds(45),
        rep: 4,
        kit: vec![Kit::LongBand, Kit::Kettlebell],
        weight: Some(LoadPlace::EachHand),
        edited: Timestamp(1_795_000_001_000),
        is_gone: true,
        ..OwnExercise::new("own-rowrow22".to_owned(), "Row")
    }
}

/// Any own exercise that can be stored, with one of a few ids.
pub fn any_own() -> impl Strategy<Value = OwnExercise> {
    let choices = (
        proptest::sample::select(Kind::ALL),
        proptest::sample::select(Sides::ALL),
        proptest::sample::select(&[Measure::Reps, Measure::Seconds, Measure::Steps, Measure::Rounds][..]),
        proptest::option::of(proptest::sample::select(LoadPlace::ALL)),
    );
    let numbers = (1..=10_u8, 1..=Amount::MAX, 0..=600_u32, 1..=60_u8, 0..4_i64, any::<bool>());
    let lists = (
        proptest::sample::subsequence(Kit::ALL, 0..4),
        proptest::sample::subsequence(BodyPart::ALL, 0..5),
        proptest::collection::vec("\\PC{0,119}[a-z]", 0..=5),
        proptest::option::of(["deep-squat[+]?", "lunge[+]?"]),
    );
    (
        proptest::sample::select(&["own-aaaaaaa1", "own-bbbbbbb2", "own-ccccccc3"][..]),
        "\\PC{0,39}[a-z]",
        choices,
        numbers,
        lists,
    )
        .prop_map(
            |(id, name, (kind, sides, measure, weight), (sets, amount, rest, rep, edited, is_gone), lists)| {
                let (kit, loads, cues, poses) = lists;
                OwnExercise {
                    kind,
                    sides,
                    measure,
                    weight,
                    sets,
                    amount: Amount::clamped(amount),
                    rest: Seconds(rest),
                    rep,
                    edited: Timestamp(edited),
                    is_gone,
                    kit,
                    loads,
                    cues,
                    picture: poses.map(|[start, end]| [OwnPose::from_code(&start), OwnPose::from_code(&end)]),
                    ..OwnExercise::new(id.to_owned(), &name)
                }
            },
        )
}

/// The exercise as it comes out of a link: nothing of its history.
fn in_link(own: OwnExercise) -> OwnExercise {
    OwnExercise { edited: Timestamp(0), is_gone: false, ..own }
}

fn with(slug: &str) -> Routine {
    routine(&[item("deep-squat", Level::Base, &[10], 60), item(slug, Level::Base, &[45, 45], 60)])
}

#[rstest]
#[case::a_hold("wall sit 45 s", "Wall sit", 1, 45, Measure::Seconds)]
#[case::in_one_word("wall sit 45s", "Wall sit", 1, 45, Measure::Seconds)]
#[case::minutes("plank 2 min", "Plank", 1, 120, Measure::Seconds)]
#[case::sets("push-ups 3 x 12", "Push-ups", 3, 12, Measure::Reps)]
#[case::sets_in_one_word("push-ups 3×12", "Push-ups", 3, 12, Measure::Reps)]
#[case::sets_of_a_hold("side plank 2x30sec", "Side plank", 2, 30, Measure::Seconds)]
#[case::steps("farmer's walk 3 x 40 steps", "Farmer's walk", 3, 40, Measure::Steps)]
#[case::reps_with_their_word("Nordic curl 5 reps", "Nordic curl", 1, 5, Measure::Reps)]
#[case::a_name_alone("dead hang", "Dead hang", 3, 10, Measure::Reps)]
#[case::a_number_in_the_name("copenhagen plank level 2", "Copenhagen plank level 2", 3, 10, Measure::Reps)]
#[case::a_name_that_begins_with_numbers("90/90 stretch 40 s", "90/90 stretch", 1, 40, Measure::Seconds)]
#[case::no_name_but_a_dose("45 s", "45 s", 3, 10, Measure::Reps)]
#[case::too_many_sets("hops 12 x 10", "Hops 12 x 10", 3, 10, Measure::Reps)]
#[case::too_many_reps("hops 3 x 1000", "Hops 3 x 1000", 3, 10, Measure::Reps)]
#[case::the_most("hops 10 x 999", "Hops", 10, 999, Measure::Reps)]
#[case::too_long("wall sit 20 min", "Wall sit 20 min", 3, 10, Measure::Reps)]
#[case::more_than_any_number("hops 3 x 99999", "Hops 3 x 99999", 3, 10, Measure::Reps)]
#[case::numbers_alone("1 2 3 4 3 x 45 s", "1 2 3 4", 3, 45, Measure::Seconds)]
#[case::a_unit_with_a_full_stop("plank 30 sec.", "Plank", 1, 30, Measure::Seconds)]
#[case::no_sets("hops 0 x 12", "Hops 0 x 12", 3, 10, Measure::Reps)]
#[case::no_time("plank 0 s", "Plank 0 s", 3, 10, Measure::Reps)]
#[case::signs_that_cannot_be_seen("dead\u{7} hang\u{0}", "Dead hang", 3, 10, Measure::Reps)]
#[case::nothing("", "", 3, 10, Measure::Reps)]
fn typed_words_have_a_name_and_maybe_a_dose(
    #[case] text: &str,
    #[case] name: &str,
    #[case] sets: u8,
    #[case] amount: u16,
    #[case] measure: Measure,
) {
    let own = OwnExercise::from_words("own-aaaaaaa1".to_owned(), text, &UNITS);
    assert_eq!((own.name.as_str(), own.sets, own.amount.get(), own.measure), (name, sets, amount, measure));
}

#[test]
fn the_form_gives_back_what_it_was_filled_with_and_names_every_fault() {
    let form = OwnForm::of(&wall_sit());
    assert_eq!(form.read(), Ok(wall_sit()));
    let wrong = OwnForm {
        exercise: OwnExercise { name: " \u{200b} ".to_owned(), measure: Measure::Reps, ..wall_sit() },
        sets: "0".to_owned(),
        amount: "1000".to_owned(),
        rest: "a while".to_owned(),
        rep: "-1".to_owned(),
        cues: format!("{}\n2\n3\n4\n5\n6", "a".repeat(MAX_CUE + 1)),
    };
    let all = [
        OwnProblem::Name,
        OwnProblem::Sets,
        OwnProblem::Amount,
        OwnProblem::Rest,
        OwnProblem::Rep,
        OwnProblem::Cues,
        OwnProblem::LongCue,
    ];
    assert_eq!(wrong.read(), Err(all.to_vec()));
    let hold = OwnForm { rep: "nothing".to_owned(), ..form.clone() };
    assert_eq!(hold.read(), Ok(wall_sit()), "a hold has no repetitions");
    let named = |name: &str| OwnForm { exercise: OwnExercise { name: name.to_owned(), ..wall_sit() }, ..form.clone() };
    assert_eq!(named(&"W".repeat(MAX_OWN_NAME + 1)).read(), Err(vec![OwnProblem::LongName]));
    let pasted = OwnForm {
        cues: "Back\u{2}flat on\u{7} the wall\n\u{0}\nKnees over the toes".to_owned(),
        ..named("Wall\u{7} sit")
    };
    assert_eq!(pasted.read(), Ok(wall_sit()), "signs that nobody sees");
}

#[test]
fn an_edit_keeps_what_another_tab_has_changed_meanwhile() {
    let before = wall_sit();
    let renamed = OwnExercise { name: "Low wall sit".to_owned(), edited: Timestamp(2), ..before.clone() };
    let longer = OwnExercise { amount: Amount::clamped(60), cues: vec![], edited: Timestamp(3), ..before.clone() };
    let after = |stored: &OwnExercise, edit: &OwnExercise| {
        let mut own = stored.clone();
        let is_replaced = own.take_edit(&before, edit);
        (own, is_replaced)
    };
    let both = OwnExercise { name: "Low wall sit".to_owned(), ..longer.clone() };
    assert_eq!(after(&renamed, &longer), (both, false));
    assert!(!after(&longer, &longer).1, "the same twice");
    let other = OwnExercise { name: "Deep wall sit".to_owned(), edited: Timestamp(4), ..before.clone() };
    assert_eq!(after(&renamed, &other), (other.clone(), true));
    let steps = OwnExercise { measure: Measure::Steps, ..before.clone() };
    assert_eq!(after(&longer, &steps).0.amount, before.amount, "60 would be 60 steps");
    let gone = OwnExercise { is_gone: true, ..before.clone() };
    assert!(!after(&gone, &other).0.is_gone, "saved is there");
}

#[test]
fn signs_that_cannot_be_seen_are_taken_out_of_a_name_and_of_cues() {
    let name = "Wall \u{7}sit\u{0}".to_owned();
    let cues = "Back flat\u{8} on the wall\n\u{0}\nKnees over\tthe toes".to_owned();
    let form = OwnForm { exercise: OwnExercise { name, ..wall_sit() }, cues, ..OwnForm::of(&wall_sit()) };
    let read = form.read().unwrap();
    assert_eq!((&read.name, &read.cues), (&wall_sit().name, &wall_sit().cues));
    assert!(read.checked().is_some());
}

#[test]
fn the_form_takes_the_largest_values() {
    let cues = vec!["a".repeat(MAX_CUE); 5];
    let most = OwnExercise { cues, sets: 10, amount: Amount::clamped(999), rest: Seconds(600), rep: 60, ..row() };
    assert_eq!(OwnForm::of(&most).read(), Ok(most.clone()));
    assert!(most.checked().is_some());
}

#[test]
fn one_that_is_not_whole_is_not_trusted() {
    let long = || vec!["a".repeat(MAX_CUE + 1)];
    let wrong = [
        OwnExercise { id: "lunge".to_owned(), ..row() },
        OwnExercise { id: "own-rowrow2".to_owned(), ..row() },
        OwnExercise { id: "own-Rowrow22".to_owned(), ..row() },
        OwnExercise { name: "a".repeat(MAX_OWN_NAME + 1), ..row() },
        OwnExercise { name: " ".to_owned(), ..row() },
        OwnExercise { sets: 0, ..row() },
        OwnExercise { sets: 11, ..row() },
        OwnExercise { rep: 0, ..row() },
        OwnExercise { rep: 61, ..row() },
        OwnExercise { rest: Seconds(601), ..row() },
        OwnExercise { measure: Measure::Breaths, ..row() },
        OwnExercise { cues: vec!["a".to_owned(); 6], ..row() },
        OwnExercise { cues: long(), ..row() },
        OwnExercise { cues: vec![String::new()], ..row() },
        OwnExercise { picture: Some([OwnPose::from_code("Deep squat"), OwnPose::from_code("lunge")]), ..row() },
    ];
    assert!(row().checked().is_some());
    for own in wrong {
        assert_eq!(own.clone().checked(), None, "{own:?}");
    }
}

#[test]
fn an_id_is_made_of_the_letters_and_digits_of_a_random_text() {
    assert_eq!(own_id("aB-3_xYz0123"), "own-ab3xyz01");
    assert_eq!(own_id("-"), "own-00000000");
    assert!(is_own(&own_id("Q")));
}

#[test]
fn hers_are_listed_by_name_as_long_as_they_are_stored() {
    let named =
        |id: &str, name: &str| OwnExercise { name: name.to_owned(), is_gone: false, id: id.to_owned(), ..row() };
    define(&[named("own-aaaaaaa1", "squat, low"), named("own-bbbbbbb2", "Row"), wall_sit()]);
    let listed = || catalogue::own_exercises().iter().map(|own| own.name).collect::<Vec<_>>();
    assert_eq!(listed(), ["Row", "squat, low", "Wall sit"]);
    define(&[wall_sit()]);
    assert_eq!(listed(), ["Wall sit"]);
    assert_eq!(catalogue::own_exercises()[0].areas, [Area::Thighs]);
    let rest = catalogue::brief("own-wallsit1").unwrap().at(Level::Base).dose.rest;
    assert_eq!(rest, 60);
}

#[test]
fn a_picture_holds_one_pose_or_goes_from_one_to_the_other_and_back() {
    let with = |codes: [&str; 2], measure, rep| {
        let picture = Some(codes.map(OwnPose::from_code));
        own_motion(&OwnExercise { picture, measure, rep, ..wall_sit() })
    };
    assert_eq!(with(["deep-squat", "deep-squat"], Measure::Reps, 3).keys.len(), 1);
    let squat = with(["deep-squat", "deep-squat+"], Measure::Reps, 1);
    assert_eq!((squat.keys.len(), squat.period), (2, 2.0), "no faster than two seconds");
    assert_eq!(with(["deep-squat", "deep-squat+"], Measure::Seconds, 3).keys.len(), 3);
    let band = with(["monster-walk", "monster-walk+"], Measure::Reps, 3).props;
    assert_eq!(band.len(), with(["monster-walk", "monster-walk"], Measure::Reps, 3).props.len(), "each thing once");
    let motion = catalogue::find("deep-squat").unwrap().at(Level::Base).motion;
    let at = |time: f32| motion.keys.iter().find(|key| (key.at - time).abs() < 0.01).unwrap().pose;
    assert_eq!((squat.keys[0].pose, squat.keys[1].pose), (at(motion.still.0), at(motion.still.1)));
    let poses = named_poses();
    for (at, one) in poses.iter().enumerate() {
        let is_same = |other: &&catalogue::NamedPose| {
            (other.motion.keys, other.motion.props) == (one.motion.keys, one.motion.props)
        };
        assert_eq!(poses.iter().position(|other| is_same(&other)), Some(at), "{:?}", one.pose);
    }
}

#[test]
fn a_routine_with_one_of_them_twice_has_its_definition_once() {
    define(&[]);
    define_received(&in_link(wall_sit()));
    let lines = [item("own-wallsit1", Level::Base, &[45], 60), item("own-wallsit1", Level::Base, &[30], 60)];
    let (once, twice) = (encode(&routine(&lines[..1])), encode(&routine(&lines)));
    assert!(twice.len() < once.len() + 30, "{once} {twice}");
    assert_eq!(decode(&twice, "mine"), Ok(routine(&lines)));
}

#[test]
fn the_address_of_the_form_has_its_task() {
    let new = |words: &str, routine: &str| OwnTask::New { words: words.to_owned(), routine: routine.to_owned() };
    for task in [
        OwnTask::Edit("own-wallsit1".to_owned()),
        new("", ""),
        new("Wall sit & more 45 s", ""),
        new("", "abc"),
        new("Hügel", "abc"),
    ] {
        assert_eq!(OwnTask::from_query(&task.to_query()), task);
    }
    assert_eq!(new("", "abc").to_query(), "for=abc");
    assert_eq!(new("Wall sit", "abc").to_query(), "q=Wall%20sit&for=abc");
}

#[test]
fn a_known_one_is_found_planned_and_trained_like_any_other() {
    define(&[wall_sit(), row()]);
    let mine = with("own-wallsit1");
    assert_eq!(mine.items[1].name(), "Wall sit");
    assert_eq!(dose_words(&mine.items[1]), "2 × 45 seconds");
    // Ready, squats with their tempo and rest, two holds and the rest between.
    let squats = estimate(&Routine { items: mine.items[..1].to_vec(), ..mine.clone() });
    assert_eq!(estimate(&mine), Seconds(squats.0 + 60 + 45 + 60 + 45));
    let steps = steps(&mine, &|_| mainspring::domain::session::Side::Right);
    let last = steps.last().unwrap();
    assert_eq!((last.name(), last.measure, last.is_hold()), ("Wall sit", Measure::Seconds, true));
    assert_eq!(last.variation().unwrap().cue, "Back flat on the wall");
    assert_eq!((watch::words().name)(last), "Wall sit");
    assert_eq!((last.watched().category, last.watched().name), (65_534, None), "of no category that watches know");
    assert!(as_text(&mine, "").contains("Wall sit"));
    let prescribed = Item::prescribed(0, catalogue::brief("own-rowrow22").unwrap(), Level::Base);
    assert_eq!((prescribed.targets.len(), prescribed.sides()), (2, Sides::PerSide));
    assert_eq!(prescribed.load_kind(), Some(LoadKind::Band));
}

#[test]
fn the_search_finds_them_and_no_deleted_one() {
    define(&[wall_sit(), row()]);
    let found = |filter: Filter| exercises::find(&filter).iter().map(|one| one.id).collect::<Vec<_>>();
    let own = Filter { own: true, ..Filter::default() };
    assert_eq!(found(own.clone()), ["own-wallsit1"]);
    assert_eq!(found(Filter { text: "wall sit".to_owned(), ..Filter::default() }), ["own-wallsit1"]);
    assert_eq!(found(Filter { area: Some(Area::Thighs), ..own.clone() }), ["own-wallsit1"]);
    assert_eq!(found(Filter { level: Some(Level::Hard), ..own.clone() }), [""; 0], "it has one level");
    assert_eq!(Filter::from_query(&own.to_query()), own);
    assert_eq!(found(Filter::default()).len(), catalogue::all().len() + 1);
    assert_eq!(catalogue::brief("own-rowrow22").unwrap().name, "Row", "routines still show it");
    assert!(catalogue::listed_brief("own-rowrow22").is_none());
}

#[test]
fn an_edit_changes_what_is_found_and_one_from_a_link_does_not() {
    define(&[wall_sit()]);
    let named = |name: &str| OwnExercise { name: name.to_owned(), ..wall_sit() };
    define_received(&named("Theirs"));
    assert_eq!(catalogue::brief("own-wallsit1").unwrap().name, "Wall sit");
    define(&[named("Wall sit, low")]);
    assert_eq!(catalogue::brief("own-wallsit1").unwrap().name, "Wall sit, low");
    define(&[]);
    define_received(&named("Theirs"));
    assert_eq!(catalogue::find("own-wallsit1").unwrap().name, "Theirs");
    assert_eq!(catalogue::own_exercises().len(), 0, "it is not one of hers");
}

#[test]
fn once_everything_is_erased_none_is_known() {
    define(&[wall_sit()]);
    forget_own();
    assert!(catalogue::brief("own-wallsit1").is_none() && catalogue::own("own-wallsit1").is_none());
}

#[test]
fn pain_leaves_it_out_by_the_parts_that_it_says_it_loads_and_nothing_else_is_taken_for_known() {
    define(&[wall_sit(), OwnExercise::new("own-plain000".to_owned(), "Plain")]);
    let sores = sore(&[crate::pain::report("lunge", BodyPart::Knee, 6, Timestamp(0))]);
    assert!(is_out(&sores, "own-wallsit1", Level::Base).is_some());
    assert!(is_out(&sores, "own-plain000", Level::Base).is_none());
    let only = routine(&[item("own-wallsit1", Level::Base, &[45], 60)]);
    assert!(coverage(&only).iter().all(|(_, done)| !done), "its jobs are unknown");
}

#[test]
fn a_name_of_another_direction_is_isolated_and_a_plain_one_is_not() {
    let arabic = OwnExercise::new("own-arabic00".to_owned(), "قرفصاء");
    define(&[arabic, wall_sit()]);
    assert_eq!(catalogue::brief("own-arabic00").unwrap().name, "\u{2068}قرفصاء\u{2069}");
    assert_eq!(catalogue::brief("own-wallsit1").unwrap().name, "Wall sit");
}

/// Every two poses make a motion that can be drawn at any time.
#[test]
fn any_two_poses_make_a_picture() {
    let poses = named_poses();
    assert!(poses.len() > 10, "{} poses", poses.len());
    for (start, end) in poses.iter().flat_map(|start| poses.iter().map(move |end| (start, end))) {
        for measure in [Measure::Reps, Measure::Seconds] {
            let picture = Some([start.pose.clone(), end.pose.clone()]);
            let motion = own_motion(&OwnExercise { picture, measure, ..wall_sit() });
            let sampler = MotionSampler::of(motion);
            for at in 0..16_u8 {
                let body = sampler.at(motion.period * f32::from(at) / 16.0);
                let joints = [body.hips, body.shoulders, body.legs[0].ankle, body.arms[1].wrist];
                let is_finite = joints.iter().all(|at| [at.x(), at.y(), at.z()].iter().all(|part| part.is_finite()));
                assert!(is_finite, "{:?} → {:?} at {at}", start.pose, end.pose);
            }
        }
    }
}

#[test]
fn a_pose_of_a_later_version_is_no_picture_and_no_damage() {
    let picture = Some([OwnPose::from_code("moon-hop"), OwnPose::from_code("moon-hop+")]);
    let own = OwnExercise { picture, ..wall_sit() };
    assert!(own.clone().checked().is_some());
    assert_eq!(own_motion(&own), &mainspring::domain::figure::STILL);
}

/// Links that were sent stay readable: none of these letters may ever change its meaning.
#[test]
fn the_form_of_a_link_is_frozen() {
    define(&[]);
    define_received(&in_link(wall_sit()));
    let link = encode(&with("own-wallsit1"));
    assert_eq!(link, WALL_SIT);
    // A thread has exercises of its own, as another device has.
    let elsewhere = std::thread::spawn(|| (decode(WALL_SIT, "mine"), catalogue::own("own-wallsit1")));
    assert_eq!(elsewhere.join().unwrap(), (Ok(with("own-wallsit1")), Some(&in_link(wall_sit()))));
}

const WALL_SIT: &str = "4BE1pbmUAAgRwtvg8CjAMb3duLXdhbGxzaXQxAi0MCFdhbGwgc2l0Ay08AwAAAhK6Wiwu3wIVQmFjayBmbGF0IG9uIHRoZSB3YWxsE0tuZWVzIG92ZXIgdGhlIHRvZXMBcLb4AHC2-AHm4as";

#[test]
fn a_link_without_own_exercises_is_written_as_before() {
    define(&[wall_sit()]);
    assert!(encode(&with("lunge")).starts_with('2'));
    assert!(encode(&with("own-unknown0")).starts_with('2'), "one that nobody knows is spelled");
    assert!(encode(&with("own-wallsit1")).starts_with('4'));
}

#[test]
fn her_own_stays_as_it_is_when_a_link_has_another_version() {
    define(&[in_link(wall_sit())]);
    let link = encode(&with("own-wallsit1"));
    define(&[OwnExercise { name: "My wall sit".to_owned(), ..wall_sit() }]);
    assert!(decode(&link, "x").is_ok());
    assert_eq!(catalogue::brief("own-wallsit1").unwrap().name, "My wall sit");
}

/// The bytes of a routine "" of one own exercise, then `own`.
fn hostile(own: &[u8]) -> Result<Routine, UnreadableLink> {
    let slug = b"own-hostile0";
    let item = [&[0, 0, 1, 1 << 5, 12][..], slug, &[10]].concat();
    decode(&link_of('4', &[&item, own].concat()), "x")
}

#[test]
fn a_hostile_definition_is_damage_and_defines_nothing() {
    define(&[]);
    let name = |name: &str| [&[1, u8::try_from(name.len()).unwrap()][..], name.as_bytes()].concat();
    let rest = [1, 10, 60, 3, 0, 0, 0, 0, 0];
    let whole = |head: &[u8]| hostile(&[head, &rest].concat());
    let damaged = Err(UnreadableLink::Damaged);
    for bad in ["", "  ", "\u{200b}", "a\u{0}b", "a\nb", &"a".repeat(41)] {
        assert_eq!(whole(&name(bad)), damaged, "{bad:?}");
    }
    for at in 0..rest.len() {
        // No sets, no amount, a long rest, no seconds, a place, lists and a picture of thousands.
        let value = if [0, 1, 3].contains(&at) { &[0][..] } else { &[0xff, 0x7f] };
        let wrong = [&name("Sit"), &rest[..at], value, &rest[at + 1..]].concat();
        assert!(hostile(&wrong).is_err(), "{at}");
    }
    assert_eq!(hostile(&[&name("Sit")[..], &[37]].concat()), damaged);
    assert_eq!(hostile(&[&[200], &name("Sit")[1..], &rest[..]].concat()), damaged, "no such unit");
    assert_eq!(hostile(&[0]), Err(UnreadableLink::Newer), "no definition at all is not ours");
    let kit = [&name("Sit")[..], &[1, 10, 60, 3, 0, 1], &digest(b"moon-boots"), &[0, 0, 0]].concat();
    assert_eq!(hostile(&kit), Err(UnreadableLink::Newer));
    assert!(catalogue::own("own-hostile0").is_none(), "nothing was taken from any of them");
    assert!(whole(&name("<script>alert(1)</script>")).is_ok());
    assert_eq!(catalogue::own("own-hostile0").unwrap().name, "<script>alert(1)</script>", "text like any other");
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn any_own_exercise_comes_out_of_a_link_as_it_went_in(
        one in any_own(), other in any_own(), order in proptest::option::of(proptest::sample::select(SideOrder::ALL)),
    ) {
        define(&[]);
        let ids = [one.id.clone(), other.id.clone()];
        for own in [&one, &other] {
            define_received(own);
        }
        let sent: Vec<OwnExercise> = ids.iter().map(|id| in_link(catalogue::own(id).unwrap().clone())).collect();
        let lines: Vec<_> = ids.iter().map(|id| item(id, Level::Base, &[10, 8], 60)).collect();
        let mut mine = routine(&lines);
        mine.items[1].side_order = order;
        let link = encode(&mine);
        prop_assert_eq!(&link[..1], if order.is_some() { "5" } else { "4" });
        for id in &ids {
            define_received(&OwnExercise::new(id.clone(), "Other"));
        }
        prop_assert_eq!(decode(&link, "mine"), Ok(mine));
        for own in sent {
            prop_assert_eq!(catalogue::own(&own.id), Some(&own));
        }
    }

    #[test]
    fn any_bytes_for_a_definition_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
        let _ = hostile(&bytes);
    }

    #[test]
    fn any_words_make_an_exercise_or_none(text in "\\PC{0,80}") {
        let own = OwnExercise::from_words("own-aaaaaaa1".to_owned(), &text, &UNITS);
        prop_assert!(own.name.chars().count() <= MAX_OWN_NAME);
        if let Some(own) = own.checked() {
            define(&[own]);
            let _ = estimate(&with("own-aaaaaaa1"));
        }
    }
}
